"""Asks a person for what a brief leaves open, with what its own words suggest as the default."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape
from rich.prompt import Prompt

from agents.kind import Asking, Gap
from agents.planner import gaps
from core.brief import Brief, Fact
from core.errors import BadInput
from graphs import kinds
from graphs.brief_faults import explain


def open_gaps(brief: Brief) -> tuple[Gap, ...]:
    """What the brief leaves open, as its kind asks for it."""
    kind = kinds.load(brief.kind)
    return kind.gaps(brief) if isinstance(kind, Asking) else gaps(brief)


def ask(brief: Brief, console: Console) -> Brief:
    """The brief with the answers in it. An answer left at its suggestion stays an inference, shown as one.

    Raises ``BadInput`` where an answer cannot be taken.
    """
    values: dict[str, Any] = {}
    for gap in open_gaps(brief):
        asked = Prompt.ask(f"[bold]{gap.question}[/]", default=gap.suggestion or None, console=console)
        answer = (asked or "").strip()
        if not answer or answer == gap.suggestion:
            continue
        if gap.field == "languages":
            values["languages"] = tuple(part.strip() for part in answer.split(",") if part.strip())
        elif gap.field == "facts":
            values["facts"] = (Fact.model_construct(id="f1", text=answer, source="said at the prompt"),)
        else:
            values[gap.field] = answer
    try:
        return Brief.model_validate(brief.model_copy(update=values).model_dump())
    except ValidationError as error:
        raise explain(error, {}, "your answer", kind=brief.kind) from error


def refuse_gaps(brief: Brief) -> None:
    """Where nobody can be asked and nobody said yes, nothing is made up: ``BadInput`` lists what would be inferred."""
    found = [gap for gap in open_gaps(brief) if gap.suggestion]
    if found:
        suggested = "".join(f"\n  {gap.field}: {_shortened(gap.suggestion)} ({gap.because})" for gap in found)
        raise BadInput(
            f"the brief does not say its {', '.join(gap.field for gap in found)}",
            remedy=f"Say it in the brief, or take with --yes what its own words suggest:{suggested}",
        )


def show_inferred(brief: dict[str, Any], console: Console) -> None:
    """Say which fields were taken from the brief's own words."""
    for item in brief.get("inferred", ()):
        value = escape(_shortened(item["value"]))
        console.print(f"[dim]inferred[/]  {item['field']}: {value} [dim]({item['because']})[/]", highlight=False)


def _shortened(text: str) -> str:
    return text if len(text) <= 100 else text[:99] + "…"
