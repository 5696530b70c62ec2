"""The table that redraws in place: a line an agent, and below it a line for each asset that it is making now."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from desk.lines import line_of

MARKS = {
    "made": "[green]●[/]",
    "reused": "[cyan]○[/]",
    "pinned": "[magenta]◆[/]",
    "started": "[yellow]◐[/]",
    "failed": "[red]✗[/]",
}
DONE = ("made", "reused", "pinned")
FOOT = 2
"""Lines below the agents': what was last said, and the cursor's own."""


class LiveTable:
    """Hears a run's events and draws them on a terminal, never higher than that is."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console, self._clock = console, clock
        self._agents: dict[str, str] = {}
        self._states: dict[str, str] = {}
        self._busy: dict[str, dict[str, float]] = {}
        """Slot to what is being made of it, and since when: itself, or items of its series."""
        self._last = ""
        self._start = clock()
        self._live = Live(console=console, refresh_per_second=8, get_renderable=self.table, transient=False)
        self._live.start()

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        if kind == "plan":
            self._agents = dict(data.get("agents", {}))
        if kind.startswith("slot.") and kind != "slot.proposed":
            self._note(data["slot"], kind.removeprefix("slot."))
        elif kind in ("review", "remake", "slot.proposed", "checkpoints", "healing", "tool.trouble"):
            self._last = line_of(kind, data)

    def _note(self, made: str, state: str) -> None:
        """An item of a series ("slides.1.p-title") stands for its slot, which is at work while one of them is."""
        slot = made
        while slot not in self._agents and "." in slot:
            slot = slot.rpartition(".")[0]
        busy = self._busy.setdefault(slot, {})
        if state == "started":
            busy[made] = self._clock()
        else:
            busy.pop(made, None)
        self._states[slot] = "started" if busy and slot != made else state

    def close(self) -> None:
        """Draw the last state, and give the terminal its cursor back."""
        self._live.stop()

    def table(self) -> Table:
        """The picture of now."""
        table = Table.grid(padding=(0, 2))
        for _ in range(3):
            table.add_column(no_wrap=True, overflow="ellipsis")
        slots: dict[str, list[str]] = {}
        for slot, agent in self._agents.items():
            slots.setdefault(agent, []).append(slot)
        now = {agent: self._at_work(own) for agent, own in slots.items()}
        room = self._console.size.height - len(slots) - FOOT
        for (agent, own), lines in zip(slots.items(), shares([len(n) for n in now.values()], room), strict=True):
            done = sum(self._states.get(s, "") in DONE for s in own)
            bar = "".join(MARKS.get(self._states.get(s, ""), "[dim]·[/]") for s in own)
            table.add_row(f"[bold]{agent}[/]", f"{done}/{len(own)}", Text.from_markup(bar))
            for what in told(now[agent], lines):
                table.add_row("", Text("◐", style="yellow", justify="right"), Text(what, style="yellow"))
        table.add_row(f"[dim]{self._clock() - self._start:.0f} s[/]", "", Text(self._last, style="dim"))
        return table

    def _at_work(self, slots: Sequence[str]) -> list[str]:
        """What is being made of those slots, the longest at it first, with its seconds."""
        begun = sorted((since, what) for slot in slots for what, since in self._busy.get(slot, {}).items())
        return [f"{what}  {self._clock() - since:.0f} s" for since, what in begun]


def told(what: Sequence[str], lines: int) -> Sequence[str]:
    """At most so many lines; the last one counts what has none of its own."""
    if len(what) <= lines:
        return what
    return [*what[: lines - 1], f"and {len(what) - lines + 1} more"] if lines > 0 else ()


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """Lines for each of those who want some, dealt out one by one until the room is filled or all have what they want."""
    given = [0] * len(wanted)
    while room > 0 and any(g < w for g, w in zip(given, wanted, strict=True)):
        for i, want in enumerate(wanted):
            if given[i] < want and room > 0:
                given[i], room = given[i] + 1, room - 1
    return given
