"""Kill -9 anywhere while blobs and records are written: nothing wrong is ever read back."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from core.asset import Blob, Origin
from core.canonical import key_of, sha256
from memory import faults
from memory.actions import ActionRecord
from memory.atomic import TEMP
from memory.gc import collect
from memory.home import Home

POINTS = [
    f"{label}:{when}"
    for label in ("blob", "action")
    for when in ("before-write", "torn", "before-replace", "after-write")
]


def write_one(home: Home, name: str, size: int) -> None:
    data = (name.encode() + b"-") * (size // (len(name) + 1) + 1)
    blob = Blob(digest=home.blobs.put(data), size=len(data), media="image/png")
    home.actions.record(
        ActionRecord(
            key=key_of(name),
            spec="image:test",
            request_modality="image",
            parts={"png": blob},
            main="png",
            facts={"name": name},
            origin=Origin(backend="image:test"),
        )
    )


def judge(home: Home) -> tuple[int, int]:
    """Count records and leftovers; every record that is a hit must be right, and every blob must be what it is named."""
    hits = 0
    for path in home.actions.root.rglob("*.json"):
        found = home.actions.lookup(path.stem, verify=True)
        assert found is not None, "a record exists only after its blobs, and only whole"
        assert key_of(found.facts["name"]) == found.key
        assert home.blobs.get(found.parts["png"].digest).startswith(found.facts["name"].encode())
        hits += 1
    blobs = [p for p in home.blobs.root.rglob("*") if len(p.name) == 64]
    assert all(sha256(p.read_bytes()) == p.name for p in blobs)
    return hits, len([p for p in home.root.rglob(f"{TEMP}*")])


def test_forty_random_kills_leave_no_wrong_hash(home: Home, forked) -> None:
    chance = random.Random(20261123)
    survivors: list[int] = []
    for turn in range(44):

        def work(turn: int = turn) -> None:
            dice = random.Random(turn)
            for i in range(10_000):
                write_one(home, f"turn {turn} item {i}", dice.choice([800, 60_000, 1_500_000]))

        pid = forked(work)
        time.sleep(chance.uniform(0.002, 0.12))
        os.kill(pid, signal.SIGKILL)
        assert os.WTERMSIG(os.waitpid(pid, 0)[1]) == signal.SIGKILL
        survivors.append(len(list(home.actions.root.rglob("*.json"))))
    hits, temps = judge(home)
    assert hits == survivors[-1] > 20, "nothing recorded before a later kill may vanish"
    print(f"44 kills: {hits} records, 0 wrong, {temps} temporary files for gc")
    collect(home, grace_seconds=-60)
    assert judge(home)[1] == 0


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("count", [1, 3])
def test_a_kill_at_each_point_costs_at_most_the_item_in_flight(home: Home, forked, point: str, count: int) -> None:
    def work() -> None:
        left = count

        def fault(name: str) -> None:
            nonlocal left
            left -= name == point
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        faults.FAULT = fault
        for i in range(5):
            write_one(home, f"item {i}", 5000)

    assert os.WTERMSIG(os.waitpid(forked(work), 0)[1]) == signal.SIGKILL
    hits, _ = judge(home)
    assert hits == (count if point == "action:after-write" else count - 1)
    for i in range(5):
        write_one(home, f"item {i}", 5000)
    assert judge(home)[0] == 5


def test_the_environment_sets_a_fault_in_a_child(tmp_path: Path, child) -> None:
    script = """
import sys
from pathlib import Path
from memory.blobs import BlobStore
store = BlobStore(Path(sys.argv[1]))
for i in range(5):
    print(store.put(b"blob %d" % i), flush=True)
"""
    process = child(script, str(tmp_path / "blobs"), BOTTEGA_FAULT="blob:before-replace:3")
    out, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert len(out.split()) == 2
