"""The contract of the action store: a hit is whole, anything else is a miss."""

from __future__ import annotations

import asyncio
import json
import os
import random
from pathlib import Path

import pytest

from core.asset import Blob
from core.canonical import key_of
from core.errors import BottegaError, MissingBlob, StoreFailure
from memory.actions import SMALL
from memory.filelock import FileLock
from memory.home import Home

KEY = key_of("one")


def stored(home: Home, data: bytes) -> Blob:
    return Blob(digest=home.blobs.put(data), size=len(data), media="image/png")


def test_hit_equals_what_was_recorded(home: Home, record) -> None:
    made = record(KEY, png=stored(home, b"pixels"), json=stored(home, b"{}"))
    made = made.model_copy(update={"facts": {"size": (3, 4), "b": 1, "a": "\u202e"}, "inputs": ("cd" * 32,)})
    given = home.actions.record(made)
    assert home.actions.lookup(KEY) == given
    assert given.facts["size"] == [3, 4], "fresh and remembered results are equal"
    assert list(given.parts) == ["png", "json"] and list(home.actions.lookup(KEY).parts) == ["png", "json"]
    assert home.actions.lookup(key_of("another")) is None


def test_a_step_has_no_parts(home: Home, record) -> None:
    home.actions.record(record(KEY).model_copy(update={"facts": {"value": [1, {"x": None}]}}))
    assert home.actions.lookup(KEY).facts["value"] == [1, {"x": None}]


def test_every_torn_record_is_a_miss(home: Home, record) -> None:
    home.actions.record(record(KEY, png=stored(home, b"pixels")))
    path = home.actions.path(KEY)
    whole = path.read_bytes()
    for cut in {0, 1, len(whole) // 2, len(whole) - 3}:
        path.write_bytes(whole[:cut])
        assert home.actions.lookup(KEY) is None
    for junk in (b"null", b"[]", b'{"record": {}}', b'{"record": {}, "check": "x"}', os.urandom(200)):
        path.write_bytes(junk)
        assert home.actions.lookup(KEY) is None
    path.write_bytes(whole)
    assert home.actions.lookup(KEY) is not None


def test_every_flipped_bit_in_a_record_is_a_miss_or_harmless(home: Home, record) -> None:
    home.actions.record(record(KEY, png=stored(home, b"pixels")))
    path = home.actions.path(KEY)
    whole, good = path.read_bytes(), home.actions.lookup(KEY)
    chance = random.Random(7)
    for _ in range(120):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        assert home.actions.lookup(KEY) in (None, good)


def test_a_record_under_a_wrong_name_is_a_miss(home: Home, record) -> None:
    home.actions.record(record(KEY, png=stored(home, b"pixels")))
    other = home.actions.path(key_of("other"))
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(home.actions.path(KEY).read_bytes())
    assert home.actions.lookup(key_of("other")) is None


@pytest.mark.parametrize("damage", [None, b"", b"pixel", b"pixelz"])
def test_missing_short_or_altered_blob_is_a_miss(home: Home, record, damage: bytes | None) -> None:
    blob = stored(home, b"pixels")
    home.actions.record(record(KEY, png=blob))
    path = home.blobs.path(blob.digest)
    path.unlink() if damage is None else path.write_bytes(damage)
    assert home.actions.lookup(KEY) is None
    stored(home, b"pixels")
    assert home.actions.lookup(KEY) is not None


def test_a_flipped_bit_in_a_large_blob_is_caught_before_it_ships(home: Home, record) -> None:
    data = bytearray(os.urandom(SMALL + 10))
    blob = stored(home, bytes(data))
    home.actions.record(record(KEY, wav=blob))
    data[SMALL // 2] ^= 1
    home.blobs.path(blob.digest).write_bytes(data)
    assert home.actions.lookup(KEY) is not None, "size alone does not tell"
    with pytest.raises(MissingBlob):  # the packager reads like this
        home.blobs.get(blob.digest)
    assert home.actions.lookup(KEY) is None
    home.actions.invalidate(KEY)
    home.actions.invalidate(KEY)


def test_verify_hashes_large_parts_too(home: Home, record) -> None:
    data = bytearray(os.urandom(SMALL + 10))
    blob = stored(home, bytes(data))
    home.actions.record(record(KEY, wav=blob))
    data[0] ^= 1
    home.blobs.path(blob.digest).write_bytes(data)
    assert home.actions.lookup(KEY, verify=True) is None


def test_a_hit_counts_as_a_use(home: Home, record) -> None:
    blob = stored(home, b"pixels")
    home.actions.record(record(KEY, png=blob))
    for path in (home.blobs.path(blob.digest), home.actions.path(KEY)):
        os.utime(path, (1, 1))
    home.actions.lookup(KEY)
    for path in (home.blobs.path(blob.digest), home.actions.path(KEY)):
        assert path.stat().st_mtime > 1


def test_nothing_unsound_is_recorded(home: Home, record) -> None:
    with pytest.raises(MissingBlob):
        home.actions.record(record(KEY, png=Blob(digest="ab" * 32, size=3, media="image/png")))
    blob = stored(home, b"pixels")
    with pytest.raises(MissingBlob):
        home.actions.record(record(KEY, png=blob.model_copy(update={"size": 5})))
    for fact in (float("nan"), object()):
        with pytest.raises(BottegaError):
            home.actions.record(record(KEY, png=blob).model_copy(update={"facts": {"x": fact}}))
    assert home.actions.lookup(KEY) is None
    with pytest.raises(StoreFailure):
        home.actions.lookup("../" * 20)


def test_lock_lets_one_in_at_a_time_and_leaves_no_file(home: Home) -> None:
    inside = most = 0

    async def work() -> None:
        nonlocal inside, most
        async with home.actions.lock(KEY):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.002)
            inside -= 1

    async def main() -> None:
        await asyncio.gather(*(work() for _ in range(20)))

    asyncio.run(main())
    assert most == 1
    assert list(home.locks.rglob("*.lock")) == []


def test_waiting_for_a_lock_can_be_cancelled_and_other_keys_go_on(home: Home) -> None:
    async def main() -> None:
        async with home.actions.lock(KEY):
            waiter = asyncio.create_task(take(KEY))
            await asyncio.wait_for(take(key_of("other")), 5)
            await asyncio.sleep(0.01)
            waiter.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiter
        await asyncio.wait_for(take(KEY), 5)

    async def take(key: str) -> None:
        async with home.actions.lock(key):
            pass

    asyncio.run(main())


def test_two_holders_waiting_for_each_others_prefix_do_not_block(home: Home) -> None:
    first, second, third = "aa" * 32, "bb" * 32, "aa" + "cc" * 31

    async def nested(outer: str, inner: str) -> None:
        async with home.actions.lock(outer):
            await asyncio.sleep(0.01)
            async with home.actions.lock(inner):
                pass

    async def main() -> None:
        await asyncio.wait_for(asyncio.gather(nested(first, second), nested("bb" + "dd" * 31, third)), 10)

    asyncio.run(main())


def test_four_processes_and_thirty_keys_make_thirty_computations(home: Home, tmp_path: Path, forked) -> None:
    log = tmp_path / "computed"
    log.touch()

    def work() -> None:
        asyncio.run(produce(Home(home.root), log, seed=os.getpid()))

    pids = [forked(work) for _ in range(4)]
    assert all(os.waitpid(pid, 0)[1] == 0 for pid in pids)
    lines = log.read_text().split()
    assert len(lines) == len(set(lines)) == 30


async def produce(home: Home, log: Path, seed: int) -> None:
    """Make thirty keys in a random order, eight at a time, each only where nobody has."""
    from core.asset import Origin
    from memory.actions import ActionRecord

    names = [f"key {i}" for i in range(30)]
    random.Random(seed).shuffle(names)
    room = asyncio.Semaphore(8)

    async def one(name: str) -> None:
        key = key_of(name)
        async with room, home.actions.lock(key):
            if home.actions.lookup(key):
                return
            await asyncio.sleep(0.005)
            with log.open("a") as file:
                file.write(name.replace(" ", "-") + "\n")
            data = name.encode() * 100
            blob = Blob(digest=home.blobs.put(data), size=len(data), media="text/plain")
            home.actions.record(
                ActionRecord(
                    key=key,
                    spec="text:test",
                    request_modality="text",
                    parts={"txt": blob},
                    main="txt",
                    origin=Origin(backend="text:test"),
                )
            )

    await asyncio.gather(*(one(name) for name in names))
    assert all(home.actions.lookup(key_of(name), verify=True) for name in names)


def test_the_lock_of_a_killed_holder_is_free(home: Home, tmp_path: Path, forked) -> None:
    path = home.locks / "aa" / "x.lock"
    ready = tmp_path / "ready"

    def hold() -> None:
        lock = FileLock(path)
        assert lock.try_acquire(note="me")
        ready.touch()
        while True:
            pass

    pid = forked(hold)
    while not ready.exists():
        os.sched_yield()
    mine = FileLock(path)
    assert not mine.try_acquire()
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    assert mine.try_acquire()
    mine.release()


def test_records_are_readable_json(home: Home, record) -> None:
    home.actions.record(record(KEY, png=stored(home, b"pixels")))
    assert json.loads(home.actions.path(KEY).read_text())["record"]["spec"] == "image:test"
