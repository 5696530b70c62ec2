"""What happened, in order: one log that terminal, report, studio and API all read."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

from core.errors import StoreFailure
from core.model import Frozen

from . import faults
from .clean import clean, clean_value
from .database import connect, guard, is_damage, set_aside

MAX_TEXT = 2_000
"""Longest text kept inside an event's data."""
MAX_DATA = 64_000
"""Longest data of one event, as JSON; longer data is replaced by a note that says so."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL,
    at REAL NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS events_by_run ON events (run_id, id);
"""
_INSERT = "INSERT INTO events (run_id, at, kind, data) VALUES (?, ?, ?, ?)"

T = TypeVar("T")


class Event(Frozen):
    """One thing that happened. ``id`` grows over all runs; ``at`` is seconds since 1970 (UTC)."""

    id: int
    run_id: str
    at: float
    kind: str
    data: dict[str, Any]


class EventLog:
    """Events of all runs in one SQLite file, appended by many processes at once.

    No line break, escape sequence or direction override gets in, so an event can be printed as it is.
    Nothing depends on the log: a damaged file is set aside and a new one begun, whose first event says so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._inode = 0
        self._do(lambda db: db.execute("SELECT max(id) FROM events").fetchone())

    def _open(self) -> sqlite3.Connection:
        db = connect(self.path, synchronous="NORMAL")
        with guard(self.path):
            db.executescript(_SCHEMA)
            self._inode = self.path.stat().st_ino
        return db

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Work on the file; where it is damaged, begin a new one and work on that."""
        with self._lock, guard(self.path):
            try:
                self._db = self._db or self._open()
                return work(self._db)
            except (StoreFailure, sqlite3.DatabaseError) as error:
                cause = error.__cause__ if isinstance(error, StoreFailure) else error
                if not (isinstance(cause, sqlite3.DatabaseError) and is_damage(cause)):
                    raise
            self._db = self._begin_anew()
            return work(self._db)

    def _begin_anew(self) -> sqlite3.Connection:
        if self._db is not None:
            self._db.close()
            if self.path.stat().st_ino != self._inode:
                return self._open()  # another process has set it aside already
        aside = set_aside(self.path)
        db = self._open()
        db.execute(_INSERT, ("", time.time(), "log.restarted", json.dumps({"damaged": aside.name})))
        return db

    def append(self, run_id: str, kind: str, data: dict[str, Any] | None = None) -> int:
        """Add an event and give its id. Raises ``StoreFailure``."""
        text = json.dumps(clean_value(data or {}, MAX_TEXT))
        if len(text) > MAX_DATA:
            text = json.dumps({"omitted": f"{len(text)} characters of data"})
        row = (clean(run_id, 80), time.time(), clean(kind, 80), text)
        faults.at("event:before-write")
        number = self._do(lambda db: int(db.execute(_INSERT, row).lastrowid or 0))
        faults.at("event:after-write")
        return number

    def read(self, run_id: str | None = None, after: int = 0, limit: int = 1000) -> tuple[Event, ...]:
        """Events with an id above ``after``, oldest first; of all runs where ``run_id`` is ``None``."""
        return self._select("(?1 IS NULL OR run_id = ?1) AND id > ?2 ORDER BY id LIMIT ?3", (run_id, after, limit))

    def tail(self, run_id: str | None = None, count: int = 20) -> tuple[Event, ...]:
        """The last ``count`` events, oldest first."""
        return self._select("(?1 IS NULL OR run_id = ?1) ORDER BY id DESC LIMIT ?2", (run_id, count))[::-1]

    async def follow(
        self, run_id: str | None = None, after: int = 0, *, poll: float = 0.1, done: Callable[[], bool] = lambda: False
    ) -> AsyncIterator[Event]:
        """Events as they come, from any process, until ``done()`` holds and none is left."""
        while True:
            last = done()
            events = self.read(run_id, after)
            for event in events:
                after = event.id
                yield event
            if not events:
                if last:
                    return
                await asyncio.sleep(poll)

    def _select(self, where: str, values: tuple[Any, ...]) -> tuple[Event, ...]:
        sql = f"SELECT id, run_id, at, kind, data FROM events WHERE {where}"
        rows = self._do(lambda db: db.execute(sql, values).fetchall())
        return tuple(Event(id=i, run_id=r, at=at, kind=k, data=json.loads(d)) for i, r, at, k, d in rows)

    def close(self) -> None:
        """Close the file; a further call opens it again."""
        with self._lock:
            if self._db is not None:
                self._db.close()
            self._db = None
