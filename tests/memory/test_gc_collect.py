"""Clean-up: takes what nobody needs, and nothing else, also beside running jobs."""

from __future__ import annotations

import asyncio
import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from core.asset import Blob
from core.canonical import key_of
from core.errors import RunBusy
from memory.atomic import TEMP
from memory.checkpoints import open_saver
from memory.filelock import FileLock
from memory.gc import collect
from memory.home import Home

DAY = 86_400.0


def age(home: Home, seconds: float = DAY) -> None:
    """Make every file of the home look that old."""
    then = time.time() - seconds
    for path in home.root.rglob("*"):
        if path.is_file():
            os.utime(path, (then, then))


def stored(home: Home, data: bytes) -> Blob:
    return Blob(digest=home.blobs.put(data), size=len(data), media="image/png")


def test_what_nobody_names_goes_and_a_dry_run_takes_nothing(home: Home, record) -> None:
    blob = stored(home, b"pixels")
    home.actions.record(record(key_of("k"), png=blob))
    loose = stored(home, b"loose")
    age(home)
    young = stored(home, b"young")
    would = collect(home, dry_run=True)
    assert (would.blobs, would.records, would.kept, would.dry_run) == (2, 1, 1, True)
    assert home.blobs.has(blob.digest) and home.blobs.has(loose.digest)
    did = collect(home)
    assert did == would.model_copy(update={"dry_run": False})
    assert not home.blobs.has(blob.digest) and not home.blobs.has(loose.digest) and home.blobs.has(young.digest)
    assert home.actions.lookup(key_of("k")) is None
    assert did.freed > 10


def test_everything_that_is_named_stays(home: Home, record, asset) -> None:
    in_run = stored(home, b"in a run's manifest")
    in_brief = stored(home, b"attached to a brief")
    pinned = stored(home, b"pinned")
    by_key, input_of_it = stored(home, b"a record named by a run"), stored(home, b"its input")
    young, young_input = stored(home, b"a young record"), stored(home, b"input of a young record")
    in_checkpoint = stored(home, b"in a checkpoint")
    loose = stored(home, b"loose")
    run = home.runs.create("lamp-1", {"attachments": [{"digest": in_brief.digest}]}, {})
    run.write("manifest", {"files": [in_run.digest], "keys": [key_of("kept")]})
    run.write_state(status="done")
    home.pins.pin("job", "slot", asset("slot", pinned.digest, pinned.size))
    kept = record(key_of("kept"), png=by_key).model_copy(update={"inputs": (input_of_it.digest,)})
    home.actions.record(kept)

    async def checkpoint() -> None:
        async with open_saver(home.checkpoints) as saver:
            config: Any = {"configurable": {"thread_id": "t", "checkpoint_ns": ""}}
            await saver.aput(
                config,
                {"v": 1, "id": "1", "ts": "", "channel_values": {"assets": {"a": in_checkpoint.digest}}},  # type: ignore[typeddict-item]
                {},
                {},
            )

    asyncio.run(checkpoint())
    age(home)
    home.actions.record(record(key_of("young"), png=young).model_copy(update={"inputs": (young_input.digest,)}))
    age_blobs_only(home)
    done = collect(home)
    assert (done.blobs, done.records) == (1, 0)
    for blob in (in_run, in_brief, pinned, by_key, input_of_it, young, young_input, in_checkpoint):
        assert home.blobs.get(blob.digest)
    assert not home.blobs.has(loose.digest)
    assert home.actions.lookup(key_of("kept")) is not None


def age_blobs_only(home: Home) -> None:
    for path in home.blobs.root.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))


def test_a_held_run_keeps_all_that_was_used_since_it_began(home: Home, record) -> None:
    home.runs.create("lamp-1", {}, {})
    old = stored(home, b"before")
    age(home, 2 * DAY)
    with home.runs.open("lamp-1"):
        os.utime(home.runs.root / "lamp-1" / "lock", (time.time() - DAY, time.time() - DAY))
        mine = stored(home, b"made in the run, named nowhere yet")
        os.utime(home.blobs.path(mine.digest), (time.time() - DAY / 2, time.time() - DAY / 2))
        assert collect(home).blobs == 1
        assert home.blobs.has(mine.digest) and not home.blobs.has(old.digest)
    assert collect(home).blobs == 1


def test_unreadable_checkpoints_keep_what_unfinished_runs_may_have_made(home: Home) -> None:
    home.runs.create("lamp-1", {}, {}).write_state(status="waiting")
    blob = stored(home, b"named in the damaged checkpoints alone")
    home.checkpoints.write_bytes(b"\x17" * 9000)
    time.sleep(0.01)
    assert collect(home, grace_seconds=-10).blobs == 0
    assert home.blobs.has(blob.digest)
    home.runs.get("lamp-1").write_state(status="done")
    assert collect(home, grace_seconds=-10).blobs == 1


def test_a_hit_or_a_put_keeps_a_blob(home: Home, record) -> None:
    one, two = stored(home, b"one"), stored(home, b"two")
    home.actions.record(record(key_of("k"), png=one))
    age(home)
    assert home.actions.lookup(key_of("k")) is not None
    home.blobs.put(b"two")
    assert collect(home).blobs == 0
    assert home.blobs.get(two.digest) == b"two"


def test_steps_without_parts_live_longer(home: Home, record) -> None:
    home.actions.record(record(key_of("step")).model_copy(update={"facts": {"value": 1}}))
    age(home, 5 * DAY)
    assert collect(home).records == 0
    age(home, 40 * DAY)
    assert collect(home).records == 1


def test_leftovers_of_crashes_go(home: Home) -> None:
    blob = stored(home, b"x")
    home.blobs.path(blob.digest).write_bytes(b"y")
    with pytest.raises(Exception, match="altered"):
        home.blobs.get(blob.digest)
    (home.blobs.root / "ab").mkdir(exist_ok=True)
    (home.blobs.root / "ab" / f"{TEMP}1-2").write_bytes(b"torn")
    (home.root / "checkpoints.db.broken-1").write_bytes(b"x")
    (home.notes / "chroma.broken-1" / "deep").mkdir(parents=True)
    (home.notes / "chroma.broken-1" / "deep" / "f").write_bytes(b"x")
    (home.locks / "ab").mkdir(parents=True)
    (home.locks / "ab" / "dead.lock").touch()
    held = FileLock(home.locks / "ab" / "held.lock")
    assert held.try_acquire()
    assert collect(home).leftovers == 0, "young ones may be somebody's work"
    age(home)
    os.utime(home.notes / "chroma.broken-1", (1, 1))
    assert collect(home).leftovers >= 5
    assert not (home.locks / "ab" / "dead.lock").exists() and (home.locks / "ab" / "held.lock").exists()
    assert not (home.notes / "chroma.broken-1").exists()
    assert not list(home.root.rglob(f"{TEMP}*")) and not list((home.blobs.root / "quarantine").iterdir())
    held.release()


def test_one_clean_up_at_a_time(home: Home) -> None:
    lock = FileLock(home.root / "gc.lock")
    assert lock.try_acquire()
    with pytest.raises(RunBusy):
        collect(home)
    lock.release()
    collect(home)


def test_cleaning_all_the_time_beside_a_job_costs_no_correctness(home: Home, record, forked, tmp_path: Path) -> None:
    """A job looks up, makes and reads a few assets while two processes sweep whatever is older than ten seconds."""
    stop = tmp_path / "stop"

    def sweep() -> None:
        end = time.monotonic() + 60
        while not stop.exists() and time.monotonic() < end:
            try:
                collect(Home(home.root), grace_seconds=10)
            except RunBusy:
                time.sleep(0.001)

    pids = [forked(sweep) for _ in range(2)]
    dice, hits, made = random.Random(3), 0, 0
    end = time.monotonic() + 3
    while time.monotonic() < end:
        name = f"asset {dice.randrange(12)}"
        found = home.actions.lookup(key_of(name))
        if found is None:
            blob = stored(home, name.encode())
            home.actions.record(record(key_of(name), png=blob))
            made += 1
        else:
            blob = found.parts["png"]
            hits += 1
        assert home.blobs.get(blob.digest) == name.encode(), "what was just looked up or stored is there"
        if dice.random() < 0.5:  # an hour goes by; the next use races with the sweepers
            for path in (home.blobs.path(blob.digest), home.actions.path(key_of(name))):
                os.utime(path, (1, 1)) if path.exists() else None
            time.sleep(dice.choice([0, 0, 0.002]))
    stop.touch()
    assert all(os.waitpid(pid, 0)[1] == 0 for pid in pids)
    print(f"beside two sweepers: {hits} hits, {made} made, 0 lost")
    assert hits and made > 12
