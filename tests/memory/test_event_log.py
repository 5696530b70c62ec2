"""The event log: order, many writers, hostile text, damage."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from pathlib import Path

import pytest

from memory.events import MAX_TEXT, EventLog


@pytest.fixture
def log(tmp_path: Path):
    opened = EventLog(tmp_path / "events.db")
    yield opened
    opened.close()


def test_events_come_back_in_order_and_by_run(log: EventLog) -> None:
    ids = [log.append(run, "slot.made", {"n": n}) for n, run in enumerate(["a", "b", "a", "a"])]
    assert ids == sorted(set(ids))
    assert [e.data["n"] for e in log.read("a")] == [0, 2, 3]
    assert [e.data["n"] for e in log.read("a", after=ids[0])] == [2, 3]
    assert [e.data["n"] for e in log.read()] == [0, 1, 2, 3]
    assert [e.data["n"] for e in log.tail("a", 2)] == [2, 3]
    assert log.read("nobody") == () == log.tail("nobody")
    assert len(log.read("a", limit=1)) == 1


def test_nothing_gets_in_that_could_forge_a_line(log: EventLog) -> None:
    hostile = "a\x1b[2Jb\nFAKE: done\r\u202ec\x00\x9bd\u2028e\ud800"
    log.append(
        "r\x1b[0m\n", "kind\nx", {hostile: [hostile, {"deep": hostile}], "n": 1, "f": float("nan"), "o": Path("/x")}
    )
    event = log.tail()[0]
    assert event.run_id == "r[0m" and event.kind == "kind x"
    text = repr(event.data) + "".join(event.data)
    assert not any(c in str(event.data) for c in "\x1b\n\r\u202e\x00\x9b\u2028")
    assert "a[2Jb FAKE: done c" in text and event.data["n"] == 1 and event.data["f"] == "nan"


def test_long_data_is_cut_or_left_out(log: EventLog) -> None:
    log.append("r", "k", {"t": "x" * 50_000})
    log.append("r", "k", {str(i): "y" * 1000 for i in range(200)})
    cut, omitted = log.read("r")
    assert len(cut.data["t"]) == MAX_TEXT
    assert set(omitted.data) == {"omitted"}


def test_many_processes_append_at_once(log: EventLog, forked) -> None:
    def work() -> None:
        mine = EventLog(log.path)
        for n in range(100):
            mine.append(str(os.getpid()), "k", {"n": n})

    started = time.perf_counter()
    pids = [forked(work) for _ in range(5)]
    assert all(os.waitpid(pid, 0)[1] == 0 for pid in pids)
    print(f"500 events by 5 processes: {(time.perf_counter() - started) * 1000:.0f} ms")
    for pid in pids:
        assert [e.data["n"] for e in log.read(str(pid))] == list(range(100))


def test_following_sees_what_another_connection_writes(log: EventLog) -> None:
    async def main() -> list[int]:
        other = EventLog(log.path)
        over = False
        log.append("r", "k", {"n": 0})

        async def write() -> None:
            nonlocal over
            for n in (1, 2, 3):
                await asyncio.sleep(0.01)
                other.append("r", "k", {"n": n})
            over = True

        writer = asyncio.create_task(write())
        seen = [e.data["n"] async for e in log.follow("r", poll=0.005, done=lambda: over)]
        await writer
        other.close()
        return seen

    assert asyncio.run(main()) == [0, 1, 2, 3]


@pytest.mark.parametrize("damage", ["zero", "garbage", "cut"])
def test_a_damaged_log_is_set_aside_and_says_so(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "events.db"
    log = EventLog(path)
    for n in range(300):
        log.append("r", "k", {"n": n, "pad": "x" * 500})
    log.close()
    data = path.read_bytes()
    path.write_bytes({"zero": b"", "garbage": b"\x17" * 5000, "cut": data[: len(data) // 3]}[damage])
    again = EventLog(path)
    seen = again.read("r")
    new = again.append("r", "k", {"n": 300})
    assert again.read("r", after=new - 1)[0].data == {"n": 300}
    restarted = [e for e in again.read() if e.kind == "log.restarted"]
    assert len(restarted) == 1 and (tmp_path / restarted[0].data["damaged"]).exists()
    assert seen == ()
    again.close()


def test_only_one_of_two_processes_sets_a_damaged_log_aside(tmp_path: Path) -> None:
    one = EventLog(tmp_path / "events.db")
    two = EventLog(tmp_path / "events.db")
    for n in range(300):
        one.append("r", "k", {"n": n, "pad": "x" * 500})
    one.close()
    one = EventLog(tmp_path / "events.db")
    raw = sqlite3.connect(tmp_path / "events.db")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    with (tmp_path / "events.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\x17" * 60_000)
    one.read("r")
    two.read("r")
    one.append("r", "k", {"n": 1})
    two.append("r", "k", {"n": 2})
    assert [e.data["n"] for e in two.read("r")] == [1, 2]
    assert len(list(tmp_path.glob("*.broken-?"))) == 1
    one.close()
    two.close()
