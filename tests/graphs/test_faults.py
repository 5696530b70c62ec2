"""Faults of the machine: full disk, broken checkpoints, a clock set back, two processes at once."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest
from langgraph.checkpoint.base import id as id_of_checkpoint

from graphs.briefs import parse_text
from graphs.history import run_name
from graphs.publish import publish
from graphs.runner import Runner
from memory.gc import collect
from memory.home import Home
from tests.graphs.conftest import Nursery, made, package
from tests.graphs.nursery import BRIEF
from tests.graphs.toys import register_toys, toy_options


@pytest.fixture(scope="module")
def whole(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = tmp_path_factory.mktemp("whole")
    assert nursery.order(place) == 0, (place / "errors").read_text()
    return package(place)


def halfway(nursery: Nursery, place: Path) -> str:
    """A run that was killed in the middle; gives its id."""
    assert nursery.order(place, env={"BOTTEGA_FAULT": "action:after-write:4"}) == -9
    return next(p.parent.name for p in (place / "home").glob("runs/*/run.json"))


def damage_zero(path: Path) -> None:
    path.write_bytes(b"")


def damage_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def damage_garbage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 2048] = b"\xa5" * 2048
    path.write_bytes(bytes(data))


def damage_gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [damage_zero, damage_cut, damage_garbage, damage_gone])
def test_broken_checkpoints_cost_nothing(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], damage: object
) -> None:
    run = halfway(nursery, tmp_path)
    before = set(made(tmp_path))
    for journal in (tmp_path / "home").glob("checkpoints.db-*"):
        journal.unlink()
    damage(tmp_path / "home" / "checkpoints.db")  # type: ignore[operator]
    assert nursery.order(tmp_path, resume=run) == 0, (tmp_path / "errors").read_text()
    assert package(tmp_path) == whole
    assert len(made(tmp_path)) - len(set(made(tmp_path))) <= len(before) - 4


def test_a_damaged_ledger_is_said_and_the_brief_runs_again(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    run = halfway(nursery, tmp_path)
    (tmp_path / "home" / "runs" / run / "run.json").write_bytes(b"")
    assert nursery.order(tmp_path, resume=run) == 1
    assert "the record of this run is damaged" in (tmp_path / "errors").read_text()
    assert nursery.order(tmp_path) == 0, (tmp_path / "errors").read_text()
    assert package(tmp_path) == whole


def shift(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Another time of day for everything in this process that asks for it."""
    monkeypatch.setattr(
        id_of_checkpoint, "_last_v6_timestamp", None
    )  # it never goes back: what ran later would be "ahead"
    real, exact = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: real() + seconds)
    monkeypatch.setattr(time, "time_ns", lambda: exact() + int(seconds * 1e9))


def resumed_here(place: Path, run: str) -> list[str]:
    """Resume and publish in this process; what was said of the checkpoints."""
    register_toys()
    said: list[str] = []
    home = Home(place / "home")
    runner = Runner(home, lambda kind, data: said.append(str(data.get("state"))) if kind == "checkpoints" else None)
    outcome = asyncio.run(runner.resume(run))
    assert outcome.status == "done"
    publish(home, outcome, place / "out")
    return said


def test_a_clock_set_back_begins_anew_over_the_store(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = halfway(nursery, tmp_path)
    shift(monkeypatch, -3600)
    assert resumed_here(tmp_path, run) == ["ahead"]
    assert package(tmp_path) == whole


def test_a_clock_a_year_ahead_goes_on_and_loses_nothing(
    nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither does a clean-up in that year take what the unfinished run has made."""
    assert nursery.order(tmp_path, env={"BOTTEGA_FAULT": "wave:before:3"}) == -9
    (run,) = (p.parent.name for p in (tmp_path / "home").glob("runs/*/run.json"))
    before = made(tmp_path)
    shift(monkeypatch, 366 * 86_400)
    monkeypatch.setenv("TOY_LOG", str(tmp_path / "log"))
    collect(Home(tmp_path / "home"))
    assert resumed_here(tmp_path, run) == []
    assert package(tmp_path) == whole and len(made(tmp_path)) == len(set(made(tmp_path))) == 7 and before


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Europe/Berlin", "2028-02-29T12:00:00+01:00"),
        ("Europe/Berlin", "2027-03-28T01:59:59+01:00"),  # the hour that follows does not exist
        ("America/New_York", "2027-11-07T01:30:00-04:00"),  # an hour that comes twice
    ],
)
def test_the_day_of_a_run_is_in_no_name_and_no_file(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, zone: str, moment: str
) -> None:
    brief, options = parse_text(BRIEF), toy_options()
    today, now = run_name(brief, options), datetime.fromisoformat(moment).timestamp()
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    shift(monkeypatch, now - time.time())
    home = Home(tmp_path / "home")
    register_toys()
    outcome = asyncio.run(Runner(home).make(brief, options))
    publish(home, outcome, tmp_path / "out")
    monkeypatch.undo()
    time.tzset()
    assert outcome.run_id == today and package(tmp_path) == whole


@pytest.mark.parametrize("size", [30_000, 60_000])
def test_a_full_disk_is_said_and_resumed(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], size: int) -> None:
    code = nursery.order(tmp_path, largest_file=size)
    said = (tmp_path / "errors").read_text()
    assert code == 1 and "Traceback" not in said and ("disk" in said or "space" in said), said
    assert not (tmp_path / "out").exists()
    again = nursery.order(tmp_path)
    assert again == 0, (tmp_path / "errors").read_text()
    assert package(tmp_path) == whole


def test_two_processes_make_each_asset_once(tmp_path: Path, nursery: Nursery, whole: dict[str, bytes]) -> None:
    other = Nursery()
    codes: list[int] = []
    places = [tmp_path / "a", tmp_path / "b"]

    def order(who: Nursery, place: Path) -> None:
        place.mkdir()
        env = {"TOY_SECONDS": "0.1", "TOY_LOG": str(tmp_path / "log")}
        codes.append(who.order(place, home=str(tmp_path / "home"), env=env))

    threads = [threading.Thread(target=order, args=pair) for pair in zip((nursery, other), places, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert codes == [0, 0], [(p / "errors").read_text() for p in places]
    assert len(made(tmp_path)) == len(set(made(tmp_path))) == 7
    assert package(places[0]) == package(places[1]) == whole
