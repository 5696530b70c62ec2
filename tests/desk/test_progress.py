"""What a run looks like while it goes: a line an agent, a line an asset at work, and no more lines than the terminal has."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from rich.console import Console

from desk.live import LiveTable, shares, told
from desk.progress import JsonLines, PlainLines, display

AGENTS = {
    "note.en": "writer",
    "long.en": "writer",
    "alt.en": "writer",
    "image.square": "illustrator",
    "slides.1": "illustrator",
    "music": "composer",
}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stage:
    """A live table on a terminal of a known size."""

    def __init__(self, height: int = 24, width: int = 60) -> None:
        self.clock = Clock()
        self.out = io.StringIO()
        console = Console(file=self.out, force_terminal=True, width=width, height=height, _environ={})
        self.shown = LiveTable(console, self.clock)
        self.width = width
        self.shown("plan", {"slots": len(AGENTS), "agents": AGENTS})

    def say(self, *events: tuple[str, str]) -> None:
        for state, slot in events:
            self.shown(f"slot.{state}", {"slot": slot, "seconds": 1.0})

    def lines(self) -> list[str]:
        flat = Console(file=io.StringIO(), record=True, width=self.width, _environ={})
        flat.print(self.shown.table())
        return [line.rstrip() for line in flat.export_text().splitlines()]


def test_each_agent_has_a_line_and_each_asset_at_work_one_below_it() -> None:
    stage = Stage()
    stage.say(("started", "note.en"), ("reused", "image.square"), ("started", "music"))
    stage.clock.now += 3
    stage.say(("started", "long.en"))
    stage.clock.now += 9
    stage.say(("made", "note.en"))
    assert [line.split() for line in stage.lines()] == [
        ["writer", "1/3", "●◐·"], ["◐", "long.en", "9", "s"],
        ["illustrator", "1/2", "○·"],
        ["composer", "0/1", "◐"], ["◐", "music", "12", "s"],
        ["12", "s"],
    ]  # fmt: skip
    stage.shown.close()


def test_each_item_of_a_series_at_work_has_its_line_and_the_slot_is_done_with_the_last() -> None:
    stage = Stage()
    stage.say(("started", "slides.1.p-title"), ("started", "slides.1.p-end"))
    assert [line.split()[1] for line in stage.lines() if "slides" in line] == ["slides.1.p-end", "slides.1.p-title"]
    stage.say(("made", "slides.1.p-end"))
    assert any("0/2" in line and "·◐" in line for line in stage.lines())
    stage.say(("made", "slides.1.p-title"), ("failed", "image.square"))
    assert any("1/2" in line and "✗●" in line for line in stage.lines())
    stage.shown.close()


@pytest.mark.parametrize("height", [5, 6, 8, 12])
def test_it_is_never_higher_than_the_terminal(height: int) -> None:
    stage = Stage(height=height)
    stage.say(*(("started", f"slides.1.p-{i:02}") for i in range(40)), ("started", "music"))
    lines = stage.lines()
    assert len(lines) <= height - 1
    assert sum("/" in line for line in lines) == 3, "an agent lost its line"
    if height > 5:
        assert any("more" in line for line in lines)
    stage.shown.close()


def test_a_long_name_is_cut_to_the_terminals_width() -> None:
    stage = Stage(width=30)
    stage.say(("started", "slides.1." + "long" * 20))
    assert max(map(len, stage.lines())) <= 30 and len(stage.lines()) == 5
    stage.shown.close()


def test_the_cursor_comes_back() -> None:
    stage = Stage()
    stage.shown.close()
    assert stage.out.getvalue().rindex("\x1b[?25h") > stage.out.getvalue().rindex("\x1b[?25l")


def test_what_was_last_said_stands_at_the_foot() -> None:
    stage = Stage()
    stage.shown("remake", {"slots": ["note.en"]})
    assert stage.lines()[-1].endswith("remake  note.en")
    stage.shown.close()


def test_lines_are_dealt_out_evenly() -> None:
    assert shares([5, 1, 3], 6) == [3, 1, 2] and shares([5, 1, 3], 99) == [5, 1, 3] and shares([5, 1], -2) == [0, 0]
    assert told(["a", "b", "c"], 2) == ["a", "and 2 more"] and told(["a"], 1) == ["a"] and told(["a", "b"], 0) == ()


def test_plain_lines_are_one_an_event() -> None:
    out, clock = io.StringIO(), Clock()
    shown = PlainLines(out, clock)
    clock.now += 2.5
    for kind, data in (
        ("plan", {"slots": 6}), ("slot.started", {"slot": "music"}), ("slot.made", {"slot": "music", "seconds": 1.25}),
        ("slot.failed", {"slot": "mix", "error": "no sound"}), ("run.started", {"run": "x"}), ("review", {"findings": 2}),
    ):  # fmt: skip
        shown(kind, data)
    assert out.getvalue().splitlines() == [
        "    2.5 s  plan    6 assets", "    2.5 s  making  music", "    2.5 s  made    music in 1.2 s",
        "    2.5 s  failed  mix: no sound", "    2.5 s  review  2 findings",
    ]  # fmt: skip


def test_json_lines_hold_one_event_each(capsys: pytest.CaptureFixture[str]) -> None:
    JsonLines()("slot.made", {"slot": "música", "seconds": 1.0})
    line = capsys.readouterr().out
    assert line.count("\n") == 1 and json.loads(line) == {
        "type": "event",
        "event": "slot.made",
        "slot": "música",
        "seconds": 1.0,
    }


def test_the_display_suits_where_the_output_goes() -> None:
    pipe: Any = Console(file=io.StringIO(), _environ={})
    assert isinstance(display(as_json=True, console=pipe), JsonLines)
    assert isinstance(display(as_json=False, console=pipe), PlainLines)
    live = display(as_json=False, console=Console(file=io.StringIO(), force_terminal=True, _environ={}))
    assert isinstance(live, LiveTable)
    live.close()
