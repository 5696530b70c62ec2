"""What must hold after a toy run died: the same package, and nothing finished made again."""

from __future__ import annotations

from pathlib import Path

from tests.graphs.conftest import Nursery, made, package, recorded
from tests.graphs.nursery import BRIEF

DEATHS = {"KILL": {-9}, "TERM": {130, -15}}
"""Exit codes that a signal gives: SIGTERM drains a run that is under way, and ends a process that is not in one."""


def whole_package(nursery: Nursery, place: Path, brief: str = BRIEF) -> dict[str, bytes]:
    """The package of a run that nothing disturbs."""
    assert nursery.order(place, brief=brief) == 0, said(place)
    return package(place)


def survives(
    nursery: Nursery, place: Path, whole: dict[str, bytes], code: int, *, brief: str = BRIEF, end: int = 0
) -> None:
    """Resumed after a death, the run ends with ``end``, makes nothing twice and gives the very same bytes."""
    if code != end:
        finished, before = recorded(place), len(made(place))
        begun = runs(place)
        again = nursery.order(place, resume=begun[0]) if begun else nursery.order(place, brief=brief)
        assert again == end, said(place)
        repeats = len(made(place)) - len(set(made(place)))
        assert repeats <= before - finished, "a finished asset was made again"
    assert package(place) == whole
    assert not list(place.glob(".out*")), "half of a package was left behind"


def runs(place: Path) -> list[str]:
    """Ids of the runs that were begun."""
    return [p.parent.name for p in (place / "home").glob("runs/*/run.json")]


def said(place: Path) -> str:
    """What the last process wrote."""
    return (place / "errors").read_text()
