"""Where a run's graph goes on after a crash: LangGraph's SQLite saver, made strict about types, damage and time."""

from __future__ import annotations

import os

os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")  # read when langgraph is imported

import asyncio
import hashlib
import sqlite3
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Literal

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata, CheckpointTuple
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from core.errors import StoreFailure

from . import faults
from .database import WAIT, failure, is_damage
from .mending import make_or_mend

TOLERANCE = 2.0
"""Seconds a checkpoint may lie ahead of the clock."""

ThreadState = Literal["new", "sound", "lost", "broken", "ahead"]

_CHECKED = "checked:"
_SUM = 8


class CheckpointBroken(StoreFailure):
    """Checkpoints cannot be used. Nothing made is lost: begin the thread anew, and the store finds what is finished."""


class CheckedSerializer(JsonPlusSerializer):
    """Msgpack of plain data and LangGraph's own types only, each value with a checksum.

    SQLite does not notice bytes changed inside a value; the checksum does. The allow-list is given here and not left
    to ``LANGGRAPH_STRICT_MSGPACK`` alone, which has no effect if somebody imported langgraph before us.
    """

    def __init__(self) -> None:
        super().__init__(pickle_fallback=False, allowed_json_modules=None, allowed_msgpack_modules=None)

    def dumps_typed(self, obj: Any) -> tuple[str, bytes]:
        """Type name and bytes with their checksum."""
        kind, data = super().dumps_typed(obj)
        return _CHECKED + kind, data + _checksum(data)

    def loads_typed(self, data: tuple[str, bytes]) -> Any:
        """The value. Raises ``CheckpointBroken`` unless its bytes are those that were written."""
        kind, stored = data
        body, tail = stored[:-_SUM], stored[-_SUM:]
        if not kind.startswith(_CHECKED) or tail != _checksum(body):
            raise _broken("a checkpoint was altered")
        return super().loads_typed((kind.removeprefix(_CHECKED), body))


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SUM).digest()


def _broken(what: str, which: str = "") -> CheckpointBroken:
    return CheckpointBroken(what, which=which, remedy="The run begins anew; finished assets are found in the store.")


class Saver(AsyncSqliteSaver):
    """LangGraph's saver with our errors: ``StoreFailure`` for a full or failing disk, ``CheckpointBroken`` for damage."""

    def __init__(self, conn: aiosqlite.Connection, path: Path) -> None:
        super().__init__(conn, serde=CheckedSerializer())
        self.path = path

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        with _translated(self.path):
            return await super().aget_tuple(config)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        faults.at("checkpoint:before-write")
        with _translated(self.path):
            written = await super().aput(config, checkpoint, metadata, new_versions)
        faults.at("checkpoint:after-write")
        return written

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        faults.at("task:before-write")
        with _translated(self.path):
            await super().aput_writes(config, writes, task_id, task_path)
        faults.at("task:after-write")

    async def adelete_thread(self, thread_id: str) -> None:
        with _translated(self.path):
            await super().adelete_thread(thread_id)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = failure(error, path)
        raise (_broken(told.what, path.name) if is_damage(error) else told) from error


@asynccontextmanager
async def open_saver(
    path: Path, *, on_broken: Callable[[CheckpointBroken], None] | None = None
) -> AsyncIterator[Saver]:
    """A saver over ``path`` (made with mode 0600 where there is none), every step synced to disk.

    A damaged or empty file is renamed to ``<name>.broken-N``. Then ``on_broken`` is told and an empty saver given;
    without ``on_broken`` the error is raised, and the next call gives the empty saver.

    Raises ``CheckpointBroken``, or ``StoreFailure`` where the disk refuses.
    """
    fault = await asyncio.to_thread(make_or_mend, path)
    if fault:
        broken = _broken(f"the checkpoints are {fault}", path.name)
        if on_broken is None:
            raise broken
        on_broken(broken)
    with _translated(path):
        conn = await aiosqlite.connect(path, timeout=WAIT)
    try:
        with _translated(path):
            await conn.execute("PRAGMA synchronous=FULL")
            saver = Saver(conn, path)
            await saver.setup()
        yield saver
    finally:
        await conn.close()


async def guard_thread(saver: Saver, thread_id: str, *, steps: int = 0, now: float | None = None) -> ThreadState:
    """What the checkpoints of a thread are good for, before it is resumed.

    ``new``: there are none, and the run's ledger (``steps``) agrees. ``sound``: resume. In the other cases delete the
    thread's checkpoints and begin anew, which costs little because the store holds the assets: ``lost``: there are
    none though the ledger counts ``steps``; ``broken``: the newest cannot be read; ``ahead``: the clock was set back,
    and LangGraph, which orders checkpoints by time, would go on from the old ones.
    """
    newest = await newest_checkpoint_time(saver, thread_id)
    if newest is None:
        return "lost" if steps else "new"
    try:
        await saver.aget_tuple({"configurable": {"thread_id": thread_id, "checkpoint_ns": ""}})
    except CheckpointBroken:
        return "broken"
    except (ValueError, KeyError, TypeError):  # metadata lies outside the checksum
        return "broken"
    return "ahead" if clock_went_back(newest, now) else "sound"


async def newest_checkpoint_time(saver: Saver, thread_id: str) -> float | None:
    """When the newest checkpoint of a thread was made (seconds since 1970), or ``None`` where there is none."""
    with _translated(saver.path):
        async with saver.conn.execute(
            "SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ?", (thread_id,)
        ) as cursor:
            row = await cursor.fetchone()
    if row is None or row[0] is None:
        return None
    return _uuid6_time(str(row[0]))


def _uuid6_time(text: str) -> float:
    """Seconds since 1970 of a version 6 UUID (RFC 9562, 5.6). An id of another form counts as the beginning of time."""
    try:
        number = uuid.UUID(text).int
    except ValueError:
        return 0.0
    ticks = (number >> 80) << 12 | (number >> 64) & 0x0FFF
    return (ticks - 0x01B21DD213814000) / 1e7


def clock_went_back(newest: float, now: float | None = None) -> bool:
    """Whether a checkpoint of time ``newest`` lies in the future of the clock (or of ``now``)."""
    return newest > (time.time() if now is None else now) + TOLERANCE


async def trim(saver: Saver, thread_id: str) -> int:
    """Drop all but the newest checkpoint of a thread, which is all that going on needs; how many went.

    LangGraph keeps every step with the whole state. Time travel ends here, so trim what is finished.
    """
    older = (
        "thread_id = ?1 AND checkpoint_id < (SELECT max(checkpoint_id) FROM checkpoints c"
        " WHERE c.thread_id = ?1 AND c.checkpoint_ns = {table}.checkpoint_ns)"
    )
    with _translated(saver.path):
        async with saver.lock:
            await saver.conn.execute(f"DELETE FROM writes WHERE {older.format(table='writes')}", (thread_id,))
            cursor = await saver.conn.execute(
                f"DELETE FROM checkpoints WHERE {older.format(table='checkpoints')}", (thread_id,)
            )
            await saver.conn.commit()
    return int(cursor.rowcount)


async def count_checkpoints(saver: Saver, thread_id: str) -> int:
    """How many checkpoints a thread has: what a run notes as ``checkpointed``."""
    with _translated(saver.path):
        async with saver.conn.execute("SELECT count(*) FROM checkpoints WHERE thread_id = ?", (thread_id,)) as cursor:
            row = await cursor.fetchone()
    return int(row[0]) if row else 0
