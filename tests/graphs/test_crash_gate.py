"""Kill the process around the gate and the remakes: a decision is never lost, never doubled, and the package is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphs.recall import has_notes, open_notes
from memory.decisions import Decision
from memory.home import Home
from tests.graphs.conftest import Nursery, made, package
from tests.graphs.nursery import BLOCKED, HELD, MENDED
from tests.graphs.survival import DEATHS, runs, said, survives, whole_package

WAITING, REFUSED = 3, 4
ANSWERS = [
    *[("note:torn:1", how) for how in ("KILL", "TERM")],
    *[(f"decision:{point}:1", how) for point in ("before-write", "torn", "after-write") for how in ("KILL", "TERM")],
    *[(f"gate:{when}:1", how) for when in ("before", "after") for how in ("KILL", "TERM")],
    *[(f"run:{point}:1", "KILL") for point in ("before-replace", "after-write")],
    *[(f"task:{point}:1", "KILL") for point in ("before-write", "after-write")],
    *[(f"checkpoint:{point}:1", "KILL") for point in ("before-write", "after-write")],
    *[(f"export:{when}:1", "KILL") for when in ("before", "after")],
    *[(f"out:{point}", "KILL") for point in ("file:2", "torn:1", "before-rename:1", "after-rename:1")],
]
"""Places that ``review --approve`` passes, in their order."""


@pytest.fixture(scope="module")
def approved(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of a run that waited and was approved, undisturbed."""
    place = tmp_path_factory.mktemp("approved")
    hold(nursery, place)
    assert decide(nursery, place, "--approve") == 0, said(place)
    return package(place)


@pytest.fixture(scope="module")
def events(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many events a run tells until it waits."""
    place = tmp_path_factory.mktemp("events")
    hold(nursery, place)
    home = Home(place / "home")
    told = home.events.read()
    home.close()
    assert told[-1].kind == "run.ended"
    return len(told)


def hold(nursery: Nursery, place: Path) -> None:
    """A run that waits for a person."""
    assert nursery.order(place, brief=HELD) == WAITING, said(place)
    assert package(place) == {}


def decide(nursery: Nursery, place: Path, *how: str, fault: str = "") -> int:
    words = ["review", runs(place)[0], *how, "--as", "Ada", "--out", str(place / "out")]
    return nursery.order(place, command=words, env={"BOTTEGA_FAULT": fault})


def noted(place: Path) -> list[str]:
    """What memory holds for the brand."""
    home = Home(place / "home")
    if not has_notes(home):
        return []
    with open_notes(home) as notes:
        return [note.text for note in notes.list()]


def decisions(place: Path) -> tuple[Decision, ...]:
    home = Home(place / "home")
    try:
        assert home.decisions.verify() == ()
        return home.decisions.list()
    finally:
        home.close()


@pytest.mark.parametrize(("point", "how"), ANSWERS)
def test_struck_while_the_gate_is_answered(
    nursery: Nursery, tmp_path: Path, approved: dict[str, bytes], point: str, how: str
) -> None:
    hold(nursery, tmp_path)
    words = ("--approve", "--note", "Toys like blue") if point.startswith("note") else ("--approve",)
    code = decide(nursery, tmp_path, *words, fault=f"{point}:{how}")
    assert code in DEATHS[how], said(tmp_path)
    if not decisions(tmp_path):  # it was not taken yet: the person is asked again
        assert nursery.order(tmp_path, resume=runs(tmp_path)[0]) == WAITING, said(tmp_path)
        assert decide(nursery, tmp_path, *words) == 0, said(tmp_path)
    assert noted(tmp_path) == (["Toys like blue"] if len(words) > 1 else [])
    survives(nursery, tmp_path, approved, code)
    assert [(d.act, d.person) for d in decisions(tmp_path)] == [("approve", "Ada")]
    assert len(made(tmp_path)) == len(set(made(tmp_path))) == 7


@pytest.mark.parametrize("point", ["decision:after-write:1", "gate:after:1", "refuse:before:1", "refuse:after:1"])
def test_killed_while_the_package_is_turned_down(nursery: Nursery, tmp_path: Path, point: str) -> None:
    hold(nursery, tmp_path)
    assert decide(nursery, tmp_path, "--reject", fault=point) == -9
    survives(nursery, tmp_path, {}, -9, end=REFUSED)
    assert [d.act for d in decisions(tmp_path)] == ["reject"]


@pytest.mark.parametrize(
    ("point", "how", "end"),
    [
        ("review:after:1", "KILL", -9),
        ("review:after:1", "TERM", 130),
        ("gate:before:1", "KILL", -9),
        ("gate:before:1", "TERM", WAITING),  # there is nothing left to stop: it waits already
        ("event:after-write:last", "KILL", -9),
        ("event:after-write:last", "TERM", WAITING),
    ],
)
def test_struck_while_the_gate_begins_to_wait(
    nursery: Nursery, tmp_path: Path, approved: dict[str, bytes], events: int, point: str, how: str, end: int
) -> None:
    fault = f"{point.replace('last', str(events))}:{how}"
    assert nursery.order(tmp_path, brief=HELD, env={"BOTTEGA_FAULT": fault}) == end
    assert nursery.order(tmp_path, resume=runs(tmp_path)[0]) == WAITING, said(tmp_path)
    assert decide(nursery, tmp_path, "--approve") == 0, said(tmp_path)
    assert package(tmp_path) == approved and len(made(tmp_path)) == 7


def test_a_decision_outlives_the_checkpoints(nursery: Nursery, tmp_path: Path, approved: dict[str, bytes]) -> None:
    hold(nursery, tmp_path)
    assert decide(nursery, tmp_path, "--approve", fault="decision:after-write:1") == -9
    for file in (tmp_path / "home").glob("checkpoints.db*"):
        file.unlink()
    survives(nursery, tmp_path, approved, -9)


def test_a_decision_on_other_content_is_not_put_in(nursery: Nursery, tmp_path: Path) -> None:
    """What a person said of an earlier making does not count when the brief is run from its start."""
    hold(nursery, tmp_path)
    assert decide(nursery, tmp_path, "--approve", fault="decision:after-write:1") == -9
    assert nursery.order(tmp_path, brief=HELD) == WAITING
    assert nursery.order(tmp_path, resume=runs(tmp_path)[0]) == WAITING


@pytest.mark.parametrize("how", ["KILL", "TERM"])
@pytest.mark.parametrize(
    "point", ["remake:before:1", "remake:after:1", "wave:before:5", "produce:after:8", "review:before:2"]
)
def test_struck_in_the_round_of_remakes(
    nursery: Nursery, tmp_path: Path, mended: dict[str, bytes], point: str, how: str
) -> None:
    code = nursery.order(tmp_path, brief=MENDED, env={"BOTTEGA_FAULT": f"{point}:{how}"})
    assert code in DEATHS[how], said(tmp_path)
    survives(nursery, tmp_path, mended, code)


@pytest.fixture(scope="module")
def mended(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of a run whose first note was sent back."""
    place = tmp_path_factory.mktemp("mended")
    whole = whole_package(nursery, place, MENDED)
    assert len(made(place)) == 11, "the note, and the three that hang on it, are made twice"
    return whole


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_a_refusal(nursery: Nursery, tmp_path: Path, when: str) -> None:
    assert nursery.order(tmp_path, brief=BLOCKED, env={"BOTTEGA_FAULT": f"refuse:{when}:1"}) == -9
    survives(nursery, tmp_path, {}, -9, end=REFUSED)
    assert len(made(tmp_path)) == 7
