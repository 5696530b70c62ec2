"""The bounded loop of review and remake: what goes back, with what, how often, and what never does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphs.history import everything
from memory.home import Home
from tests.graphs.test_production import ALL, Run


def rounds(run: Run) -> list[list[str]]:
    """The slots that each round sent back."""
    return [data["slots"] for kind, data in run.events if kind == "remake"]


def makings(run: Run, slot: str) -> int:
    return sum(1 for kind, data in run.events if kind == "slot.made" and data["slot"] == slot)


def asked(home: Home, run: Run, slot: str) -> dict[str, Any]:
    found: dict[str, Any] = everything(home, run.outcome.run_id)["requests"][slot]
    return found


def test_only_the_named_slot_goes_back_with_the_remedy(home: Home) -> None:
    run = Run(home, "details.flaw=once")
    assert run.outcome.status == "done" and rounds(run) == [["note.en"]]
    hanging = {"note.en", "more.0", "more.1", "more.2"}
    assert {slot: makings(run, slot) for slot in ALL} == {slot: 2 if slot in hanging else 1 for slot in ALL}
    assert asked(home, run, "note.en")["avoid"] == ["word 1"], "what the finding names is what the maker must avoid"
    assert asked(home, run, "proof.en")["avoid"] == []
    assert run.outcome.review.findings == () and run.outcome.review.round == 1


def test_rounds_are_bounded_and_then_a_person_is_asked(home: Home) -> None:
    run = Run(home, "details.flaw=always")
    assert rounds(run) == [["note.en"], ["note.en"]] and makings(run, "note.en") == 3
    assert run.outcome.status == "waiting" and run.outcome.exit_code == 3
    assert [f.check for f in run.outcome.review.holding()] == ["toy.flaw"]
    assert len(set(asked(home, run, "note.en")["avoid"])) == 2, "each round adds what it found to what was found before"


def test_another_seed_alone_is_tried_once(home: Home) -> None:
    mended = Run(home, "details.flaw=once", "details.cure=again")
    assert mended.outcome.status == "done" and rounds(mended) == [["note.en"]]
    hopeless = Run(home, "details.flaw=always", "details.cure=again")
    assert hopeless.outcome.status == "waiting" and rounds(hopeless) == [["note.en"]]


def test_what_a_remake_cannot_mend_goes_to_the_person_at_once(home: Home) -> None:
    run = Run(home, "details.flaw=always", "details.cure=none")
    assert run.outcome.status == "waiting" and rounds(run) == []


@pytest.mark.parametrize("cure", ["avoid", "again"])
def test_a_pinned_slot_is_never_remade(home: Home, tmp_path: Path, cure: str) -> None:
    from desk.pin import pin

    first = Run(home)
    own = tmp_path / "own.txt"
    own.write_text("My own words.")
    pin(home, first.outcome.run_id, "note.en", own)
    run = Run(home, "details.flaw=always", f"details.cure={cure}")
    assert run.outcome.status == "waiting" and rounds(run) == []
    assert run.outcome.assets["note.en"]["pinned"] and makings(run, "note.en") == 0
