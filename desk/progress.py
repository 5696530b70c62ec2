"""Shows a run as it goes: one live line per agent and per asset, plain lines off a terminal, JSON lines for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any, Protocol

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from core.plan import Plan

MARKS = {
    "made": "[green]●[/]",
    "reused": "[cyan]○[/]",
    "pinned": "[magenta]◆[/]",
    "started": "[yellow]◐[/]",
    "failed": "[red]✗[/]",
}


class Display(Protocol):
    """Hears a run's events and closes when it ends."""

    def __call__(self, kind: str, data: dict[str, Any]) -> None: ...
    def close(self) -> None: ...


class JsonLines:
    """One JSON object a line on standard output."""

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        print(json.dumps({"event": kind, **data}, ensure_ascii=False, sort_keys=True), flush=True)

    def close(self) -> None:
        return None


class PlainLines:
    """One line an event, for logs and pipes."""

    def __init__(self, stream: Any = None) -> None:
        self._stream = stream or sys.stdout
        self._start = time.monotonic()

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        text = _line(kind, data)
        if text:
            print(f"{time.monotonic() - self._start:7.1f} s  {text}", file=self._stream, flush=True)

    def close(self) -> None:
        return None


LINES: dict[str, Callable[[dict[str, Any]], str]] = {
    "slot.started": lambda d: f"making  {d['slot']}",
    "slot.made": lambda d: f"made    {d['slot']} in {d['seconds']:.1f} s",
    "slot.reused": lambda d: f"reused  {d['slot']}",
    "slot.pinned": lambda d: f"yours   {d['slot']}",
    "slot.proposed": lambda d: f"kept    {d['slot']}: yours stands, a new version is proposed",
    "slot.failed": lambda d: f"failed  {d['slot']}: {d['error']}",
    "plan": lambda d: f"plan    {d['slots']} assets",
    "review": lambda d: f"review  {d['findings']} findings",
    "remake": lambda d: f"remake  {', '.join(d['slots'])}",
    "tool.trouble": lambda d: f"{d['step']:8}{d['backend']}: {d['error']}",
    "healing": lambda d: f"heal    {', '.join(d['slots'])}: stored bytes were damaged, making them again",
    "checkpoints": lambda d: f"note    checkpoints {d['state']}: beginning anew over the stored assets",
}
"""Event kind to the line that tells it; kinds without one are not shown."""


def _line(kind: str, data: dict[str, Any]) -> str:
    return LINES[kind](data) if kind in LINES else ""


class LiveTable:
    """A table that redraws in place: agents, their assets, and what is being made now."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._agents: dict[str, str] = {}
        self._states: dict[str, tuple[str, float]] = {}
        self._busy: dict[str, set[str]] = {}
        self._last = ""
        self._start = time.monotonic()
        self._live = Live(console=console, refresh_per_second=8, get_renderable=self._table, transient=False)
        self._live.start()

    def plan(self, plan: Plan) -> None:
        """Learn which agent makes which slot."""
        self._agents = {slot.id: slot.agent for slot in plan.slots}

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        if kind == "plan":
            self._agents = dict(data.get("agents", {}))
        if kind.startswith("slot.") and kind != "slot.proposed":
            self._note(data["slot"], kind.removeprefix("slot."), float(data.get("seconds", 0)))
        elif kind in ("review", "remake", "slot.proposed", "checkpoints", "healing", "tool.trouble"):
            self._last = _line(kind, data)

    def _note(self, slot: str, state: str, seconds: float) -> None:
        """An item of a series ("slides.1.p-title") stands for its slot, which is at work while one of them is."""
        own = slot
        while own not in self._agents and "." in own:
            own = own.rpartition(".")[0]
        busy = self._busy.setdefault(own, set())
        (busy.add if state == "started" else busy.discard)(slot)
        since = self._states.get(own, ("", 0.0))
        if busy and own != slot:
            self._states[own] = since if since[0] == "started" else ("started", time.monotonic())
        else:
            self._states[own] = (state, time.monotonic() if state == "started" else seconds)

    def close(self) -> None:
        self._live.stop()

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        by_agent: dict[str, list[str]] = {}
        for slot, agent in self._agents.items():
            by_agent.setdefault(agent, []).append(slot)
        for agent, slots in by_agent.items():
            done = sum(self._states.get(s, ("", 0))[0] in ("made", "reused", "pinned") for s in slots)
            now = [s for s in slots if self._states.get(s, ("", 0))[0] == "started"]
            bar = "".join(MARKS.get(self._states.get(s, ("", 0))[0], "[dim]·[/]") for s in slots)
            busy = f"[yellow]{now[0]}[/] {time.monotonic() - self._states[now[0]][1]:.0f} s" if now else ""
            table.add_row(f"[bold]{agent}[/]", f"{done}/{len(slots)}", Text.from_markup(bar), busy)
        table.add_row("", "", Text(self._last, style="dim"), f"[dim]{time.monotonic() - self._start:.0f} s[/]")
        return table


def display(*, as_json: bool, console: Console) -> Display:
    """The display that suits where the output goes."""
    if as_json:
        return JsonLines()
    return LiveTable(console) if console.is_terminal else PlainLines()
