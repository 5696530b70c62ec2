"""Checkpoints: strict types, checksums, damage, the clock; with a real graph, killed for real."""

from __future__ import annotations

import asyncio
import operator
import os
import signal
import sqlite3
import time
from pathlib import Path
from typing import Annotated, Any, TypedDict

import pytest
from langgraph.graph import END, START, StateGraph
from langgraph.types import Command, Send, interrupt

from memory.checkpoints import (
    CheckedSerializer,
    CheckpointBroken,
    clock_went_back,
    count_checkpoints,
    guard_thread,
    newest_checkpoint_time,
    open_saver,
    trim,
)

CONFIG: Any = {"configurable": {"thread_id": "run-1"}}


class State(TypedDict, total=False):
    assets: Annotated[dict[str, str], operator.or_]
    status: str


def graph(log: Path | None = None, pause: float = 0.0) -> Any:
    async def make(errand: dict[str, str]) -> State:
        await asyncio.sleep(pause * (1 + int(errand["slot"]) % 3))
        if log:
            with log.open("a") as file:
                file.write(errand["slot"] + "\n")
        return {"assets": {errand["slot"]: "ab" * 32}}

    def gate(state: State) -> State:
        return {"status": interrupt({"ask": sorted(state["assets"])})}

    built = StateGraph(State)
    built.add_node("make", make)
    built.add_node("gate", gate)
    built.add_conditional_edges(START, lambda s: [Send("make", {"slot": str(n)}) for n in range(6)], ["make"])
    built.add_edge("make", "gate")
    built.add_edge("gate", END)
    return built


async def run_to_gate(path: Path) -> None:
    async with open_saver(path) as saver:
        await graph().compile(checkpointer=saver).ainvoke({"assets": {}}, CONFIG, durability="sync")


def test_a_graph_waits_and_goes_on_in_another_process_s_saver(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.db"

    async def main() -> None:
        await run_to_gate(path)
        async with open_saver(path) as saver:
            assert await guard_thread(saver, "run-1", steps=2) == "sound"
            assert await guard_thread(saver, "run-2") == "new"
            assert await guard_thread(saver, "run-2", steps=2) == "lost"
            assert await count_checkpoints(saver, "run-1") == 3
            app = graph().compile(checkpointer=saver)
            waiting = (await app.aget_state(CONFIG)).tasks[0].interrupts[0]
            assert await trim(saver, "run-1") == 2 and await count_checkpoints(saver, "run-1") == 1
            done = await app.ainvoke(Command(resume={waiting.id: "done"}), CONFIG, durability="sync")
            assert done["status"] == "done" and len(done["assets"]) == 6
            await saver.adelete_thread("run-1")
            assert await guard_thread(saver, "run-1") == "new"

    asyncio.run(main())
    assert path.stat().st_mode & 0o777 == 0o600


def test_every_step_is_synced(tmp_path: Path) -> None:
    async def main() -> Any:
        async with open_saver(tmp_path / "c.db") as saver, saver.conn.execute("PRAGMA synchronous") as cursor:
            return await cursor.fetchone()

    assert asyncio.run(main()) == (2,)


def test_killed_amid_a_fan_out_no_finished_node_runs_again(tmp_path: Path, forked) -> None:
    path, log = tmp_path / "checkpoints.db", tmp_path / "made"
    log.touch()

    async def go(pause: float) -> Any:
        async with open_saver(path) as saver:
            app = graph(log, pause).compile(checkpointer=saver)
            fresh = await guard_thread(saver, "run-1") == "new"
            return await app.ainvoke({"assets": {}} if fresh else None, CONFIG, durability="sync")

    pid = forked(lambda: asyncio.run(go(1.5)))
    deadline = time.monotonic() + 60
    while len(log.read_text().split()) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.4)  # the write behind the second line reaches the disk
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    before = log.read_text().split()
    result = asyncio.run(go(0.0))
    after = log.read_text().split()
    assert len(result["assets"]) == 6 and set(after) == set("012345")
    assert not set(before) & set(after[len(before) :]), "finished nodes ran again"


@pytest.mark.parametrize("damage", ["zero", "cut", "garbage", "header"])
def test_a_broken_file_is_kept_aside_and_told(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "checkpoints.db"
    asyncio.run(run_to_gate(path))
    data = path.read_bytes()
    broken = {
        "zero": b"",
        "cut": data[: len(data) // 2],
        "garbage": b"\x17" * len(data),
        "header": b"\0" * 100 + data[100:],
    }
    path.write_bytes(broken[damage])

    async def open_it(**how: Any) -> str:
        async with open_saver(path, **how) as saver:
            return await guard_thread(saver, "run-1", steps=2)

    with pytest.raises(CheckpointBroken, match="kept as 'checkpoints.db.broken-1'.*finished assets"):
        asyncio.run(open_it())
    assert (tmp_path / "checkpoints.db.broken-1").read_bytes() == broken[damage]
    assert asyncio.run(open_it()) == "lost", "an empty database contradicts the ledger"
    path.write_bytes(b"")
    told: list[CheckpointBroken] = []
    assert asyncio.run(open_it(on_broken=told.append)) == "lost"
    assert len(told) == 1 and (tmp_path / "checkpoints.db.broken-2").exists()


def test_garbage_inside_a_value_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.db"
    asyncio.run(run_to_gate(path))
    raw = sqlite3.connect(path)
    for change in ("zeroblob(length(checkpoint))", "substr(checkpoint, 1, length(checkpoint) - 20)"):
        raw.execute(f"UPDATE checkpoints SET checkpoint = {change}")
        raw.commit()

        async def main() -> str:
            async with open_saver(path) as saver:
                with pytest.raises(CheckpointBroken):
                    await saver.aget_tuple(CONFIG)
                return await guard_thread(saver, "run-1", steps=2)

        assert asyncio.run(main()) == "broken"
    raw.close()


def test_every_flipped_byte_of_a_value_is_noticed() -> None:
    serde = CheckedSerializer()
    kind, data = serde.dumps_typed({"a": [1, "x" * 40, None]})
    assert serde.loads_typed((kind, data)) == {"a": [1, "x" * 40, None]}
    for place in range(len(data)):
        with pytest.raises(CheckpointBroken):
            serde.loads_typed((kind, data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]))
    for kind in ("msgpack", "pickle", "json"):
        with pytest.raises(CheckpointBroken):
            serde.loads_typed((kind, data))


class Planted:
    """A type nobody allowed."""

    def __init__(self, **fields: Any) -> None:
        raise AssertionError("a checkpoint built a type that is not on the list")


def test_no_foreign_type_is_built_from_a_checkpoint() -> None:
    import ormsgpack

    inner = ormsgpack.packb((Planted.__module__, Planted.__name__, {"x": 1}))
    planted = ormsgpack.packb(ormsgpack.Ext(2, inner))
    serde = CheckedSerializer()
    from memory.checkpoints import _checksum

    assert not isinstance(serde.loads_typed(("checked:msgpack", planted + _checksum(planted))), Planted)


def test_strictness_holds_when_langgraph_came_first(child) -> None:
    script = """
import os
os.environ["LANGGRAPH_STRICT_MSGPACK"] = "false"
import langgraph.checkpoint.serde.jsonplus as first
from memory.checkpoints import CheckedSerializer
import ormsgpack
from memory.checkpoints import _checksum
packed = ormsgpack.packb(ormsgpack.Ext(0, ormsgpack.packb(("fractions", "Fraction", 3))))
assert first.JsonPlusSerializer().loads_typed(("msgpack", packed)).__class__.__name__ == "Fraction", "plain LangGraph builds it"
print(type(CheckedSerializer().loads_typed(("checked:msgpack", packed + _checksum(packed)))).__name__)
"""
    out, err = child(script).communicate(timeout=60)
    assert out.strip() in ("int", "list", "tuple", "dict", "NoneType"), err


def test_a_clock_set_back_an_hour_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.db"
    asyncio.run(run_to_gate(path))

    async def main() -> None:
        async with open_saver(path) as saver:
            newest = await newest_checkpoint_time(saver, "run-1")
            assert newest is not None and abs(newest - time.time()) < 60
            assert await newest_checkpoint_time(saver, "other") is None
            now = time.time()
            assert await guard_thread(saver, "run-1", now=now - 3600) == "ahead"
            assert await guard_thread(saver, "run-1", now=now + 366 * 86_400) == "sound"
            assert clock_went_back(now + 10, now) and not clock_went_back(now + 1, now)

    asyncio.run(main())


def test_a_full_disk_is_our_error(tmp_path: Path, child) -> None:
    script = """
import asyncio, resource, sys
from pathlib import Path
from core.errors import StoreFailure
from memory.checkpoints import open_saver

async def main():
    async with open_saver(Path(sys.argv[1])) as saver:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        config = {"configurable": {"thread_id": "t", "checkpoint_ns": ""}}
        try:
            for n in range(50):
                checkpoint = {"v": 1, "id": f"{n:08}-0000-6000-8000-000000000000", "ts": "", "channel_values": {"x": "y" * 9000}}
                config = await saver.aput(config, checkpoint, {}, {})
        except StoreFailure as error:
            print("caught:", error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        await saver.aput(config, {**checkpoint, "id": "1f000000-0000-6000-8000-000000000000"}, {}, {})
    async with open_saver(Path(sys.argv[1])) as saver:
        print("whole:", (await saver.aget_tuple({"configurable": {"thread_id": "t"}})).checkpoint["id"])

asyncio.run(main())
"""
    out, err = child(script, str(tmp_path / "c.db")).communicate(timeout=60)
    assert "caught: " in out and "whole: 1f000000" in out, out + err


def test_many_processes_open_one_new_file(tmp_path: Path, forked) -> None:
    path = tmp_path / "checkpoints.db"

    def work() -> None:
        async def main() -> None:
            for n in range(3):
                async with open_saver(path) as saver:
                    config: Any = {"configurable": {"thread_id": f"{os.getpid()}-{n}"}}
                    await graph().compile(checkpointer=saver).ainvoke({"assets": {}}, config, durability="sync")

        asyncio.run(main())

    pids = [forked(work) for _ in range(4)]
    assert all(os.waitpid(pid, 0)[1] == 0 for pid in pids)
    assert list(tmp_path.glob("*.broken*")) == [] == list(tmp_path.glob("*.lock"))
