"""Kill the process anywhere: the package comes out the same, and nothing that was finished is made again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.graphs.conftest import Nursery, made, package, recorded

NODES = ("intake", "plan", "wave", "produce", "assemble", "review", "gate", "export")
WRITES = ("blob", "action", "run")


@pytest.fixture(scope="module")
def whole(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of an undisturbed run."""
    place = tmp_path_factory.mktemp("whole")
    assert nursery.order(place) == 0, (place / "errors").read_text()
    return package(place)


def _survives(nursery: Nursery, place: Path, whole: dict[str, bytes], code: int) -> None:
    """After a death: nothing finished is made twice, and the package is byte-identical."""
    if code == 0:
        assert package(place) == whole
        return
    finished, before = recorded(place), len(made(place))
    begun = [p.parent.name for p in (place / "home").glob("runs/*/run.json")]
    again = nursery.order(place, resume=begun[0]) if begun else nursery.order(place)
    assert again == 0, (place / "errors").read_text()
    assert package(place) == whole
    repeats = len(made(place)) - len(set(made(place)))
    assert repeats <= before - finished, "a finished asset was made again"
    assert not list(place.glob(".out*")), "half of a package was left behind"


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("node", NODES)
def test_killed_at_a_node(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], node: str, when: str) -> None:
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"{node}:{when}:1"})
    assert code == -9
    _survives(nursery, tmp_path, whole, code)


@pytest.mark.parametrize("count", [1, 3, 6])
@pytest.mark.parametrize("point", ["before-write", "torn", "before-replace", "after-write"])
@pytest.mark.parametrize("store", WRITES)
def test_killed_at_a_write(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], store: str, point: str, count: int
) -> None:
    code = nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"{store}:{point}:{count}"})
    assert code == -9
    _survives(nursery, tmp_path, whole, code)


@pytest.mark.slow
def test_a_hundred_random_kills(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes]) -> None:
    dice = random.Random(20261124)
    died = 0
    for i in range(100):
        place = tmp_path / str(i)
        place.mkdir()
        code = nursery.order(place, kill_after=dice.uniform(0.02, 0.6), env={"TOY_SECONDS": "0.03"})
        died += code == -9
        _survives(nursery, place, whole, code)
    assert died > 60


@pytest.mark.parametrize("line", [1, 3, 5])
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_signal_drains(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], number: str, line: int) -> None:
    code = nursery.order(tmp_path, kill_at_line=line, signal=number, env={"TOY_SECONDS": "0.15"})
    assert code == 130
    assert recorded(tmp_path) == len(made(tmp_path)), "work in hand was not kept"
    _survives(nursery, tmp_path, whole, code)


def test_killed_again_and_again(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes]) -> None:
    for n in range(1, 8):
        nursery.order(tmp_path, env={"BOTTEGA_FAULT": f"action:after-write:{1}"})
        assert len(made(tmp_path)) >= min(n, 3)
    assert nursery.order(tmp_path) == 0, (tmp_path / "errors").read_text()
    assert package(tmp_path) == whole
