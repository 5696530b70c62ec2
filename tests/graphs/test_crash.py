"""Kill the process anywhere: the package comes out the same, and nothing that was finished is made again."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest

from tests.graphs.conftest import Nursery, made, package, recorded
from tests.graphs.survival import DEATHS, said, survives, whole_package

NODES = ("intake", "plan", "wave", "produce", "assemble", "review", "gate", "export")
"""Nodes that every run passes; ``remake`` and ``refuse`` are in ``test_crash_gate``."""
PASSES = [
    *[(node, 1, how) for node in NODES for how in ("KILL", "TERM")],
    *[(node, n, "KILL") for node, n in (("wave", 2), ("wave", 3), ("produce", 2), ("produce", 5), ("produce", 7))],
]
FILES = ("blob", "action", "run")
DATABASES = [("checkpoint", n) for n in (1, 4, 8)] + [("task", n) for n in (1, 5)] + [("event", n) for n in (1, 5, 14)]


@pytest.fixture(scope="module")
def whole(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of an undisturbed run."""
    return whole_package(nursery, tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(("node", "count", "how"), PASSES)
def test_struck_at_a_node(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], node: str, count: int, when: str, how: str
) -> None:
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"{node}:{when}:{count}:{how}"})
    # a run that is asked to stop in its last node has nothing left to stop
    assert code in DEATHS[how] or (node, how, code) == ("export", "TERM", 0)
    survives(nursery, tmp_path, whole, code)


@pytest.mark.parametrize(
    ("store", "point", "count"),
    [
        *product(FILES, ("before-write", "torn", "before-replace", "after-write"), (1, 3, 6)),
        *((store, point, count) for store, count in DATABASES for point in ("before-write", "after-write")),
    ],
)
def test_killed_at_a_write(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], store: str, point: str, count: int
) -> None:
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"{store}:{point}:{count}"})
    assert code == -9
    survives(nursery, tmp_path, whole, code)


@pytest.mark.parametrize("point", ["before-write", "after-write"])
@pytest.mark.parametrize("store", ["blob", "action", "run", "checkpoint", "task", "event"])
def test_told_to_stop_at_a_write(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], store: str, point: str
) -> None:
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"{store}:{point}:4:TERM"})
    assert code in DEATHS["TERM"]
    assert recorded(tmp_path) == len(made(tmp_path)), "work in hand was not kept"
    survives(nursery, tmp_path, whole, code)


@pytest.mark.parametrize("point", ["before-write", "file", "torn", "before-rename", "after-rename"])
@pytest.mark.parametrize("count", [1, 2])
def test_killed_while_the_package_is_put_out(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], point: str, count: int
) -> None:
    """A first package is two renames: archive, folder."""
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"out:{point}:{count}"})
    assert code == (0 if count == 2 and point in ("before-write", "torn") else -9)
    survives(nursery, tmp_path, whole, code)


@pytest.mark.slow
def test_a_hundred_random_kills(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes]) -> None:
    dice = random.Random(20261124)
    died = 0
    for i in range(100):
        place = tmp_path / str(i)
        place.mkdir()
        code = nursery.order(place, kill_after=dice.uniform(0.02, 0.6), env={"TOY_SECONDS": "0.03"})
        died += code == -9
        survives(nursery, place, whole, code)
    assert died > 60


@pytest.mark.parametrize("line", [1, 3, 5])
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_signal_drains(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], number: str, line: int) -> None:
    code = nursery.order(tmp_path, kill_at_line=line, signal=number, env={"TOY_SECONDS": "0.15"})
    assert code == 130
    assert recorded(tmp_path) == len(made(tmp_path)), "work in hand was not kept"
    survives(nursery, tmp_path, whole, code)


def test_killed_again_and_again(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes]) -> None:
    for n in range(1, 8):
        nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"action:after-write:{1}"})
        assert len(made(tmp_path)) >= min(n, 3)
    assert nursery.order(tmp_path) == 0, said(tmp_path)
    assert package(tmp_path) == whole
