"""Asks a person for what a brief leaves open, with what its own words suggest as the default."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.prompt import Prompt

from agents.kind import Asking
from agents.planner import gaps
from core.brief import Brief, Fact
from graphs import kinds


def ask(brief: Brief, console: Console) -> Brief:
    """The brief with the answers in it. An answer left at its suggestion stays an inference, shown as one."""
    values: dict[str, Any] = {}
    kind = kinds.load(brief.kind)
    for gap in kind.gaps(brief) if isinstance(kind, Asking) else gaps(brief):
        answer = Prompt.ask(f"[bold]{gap.question}[/]", default=gap.suggestion or None, console=console) or ""
        answer = answer.strip()
        if not answer or answer == gap.suggestion:
            continue
        if gap.field == "languages":
            values["languages"] = tuple(part.strip() for part in answer.split(",") if part.strip())
        elif gap.field == "facts":
            values["facts"] = (Fact(id="f1", text=answer, source="said at the prompt"),)
        else:
            values[gap.field] = answer
    return brief.model_copy(update=values)


def show_inferred(brief: dict[str, Any], console: Console) -> None:
    """Say which fields were taken from the brief's own words."""
    for item in brief.get("inferred", ()):
        console.print(
            f"[dim]inferred[/]  {item['field']}: {_short(item['value'])} [dim]({item['because']})[/]", highlight=False
        )


def _short(text: str) -> str:
    from rich.markup import escape

    return escape(text if len(text) <= 100 else text[:99] + "…")
