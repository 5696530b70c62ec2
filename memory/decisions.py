"""What people decided, appended and never changed: each entry holds the hash of the one before it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from core.canonical import key_of
from core.model import Frozen

from . import faults
from .clean import clean
from .database import connect, guard

Act = Literal["approve", "reject", "waive"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS decisions (
    seq INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    run_id TEXT NOT NULL,
    act TEXT NOT NULL,
    findings TEXT NOT NULL,
    person TEXT NOT NULL,
    reason TEXT NOT NULL,
    content_digest TEXT NOT NULL,
    before TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER IF NOT EXISTS decisions_last BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
"""
_COLUMNS = "seq, at, run_id, act, findings, person, reason, content_digest, before, hash"


class Decision(Frozen):
    """One act of a person on one state of a run's content. ``at`` is seconds since 1970 (UTC)."""

    seq: int
    at: float
    run_id: str
    act: Act
    findings: tuple[str, ...] = ()
    """Ids of the findings it speaks of; empty where it is about the whole."""
    person: str
    reason: str = ""
    content_digest: str = ""
    """What the person saw: an approval counts for this content alone."""
    before: str
    hash: str

    def expected_hash(self) -> str:
        """The hash that its own fields and the entry before it call for."""
        return key_of({k: v for k, v in self.json_dict().items() if k != "hash"})


class Decisions:
    """The table of decisions, safe for many processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._db = connect(path, synchronous="FULL")
        with guard(path):
            self._db.executescript(_SCHEMA)

    def add(
        self,
        run_id: str,
        act: Act,
        *,
        person: str,
        findings: Sequence[str] = (),
        reason: str = "",
        content_digest: str = "",
    ) -> Decision:
        """Append one. It is on disk when this returns. Raises ``StoreFailure``, ``ValueError`` on another ``act``."""
        faults.at("decision:before-write")
        with self._lock, guard(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                last = self._db.execute("SELECT seq, hash FROM decisions ORDER BY seq DESC LIMIT 1").fetchone()
                entry = Decision(
                    seq=last[0] + 1 if last else 1,
                    at=round(time.time(), 3),
                    run_id=clean(run_id, 80),
                    act=act,
                    findings=tuple(clean(f, 80) for f in findings),
                    person=clean(person, 200),
                    reason=clean(reason, 4_000, lines=True),
                    content_digest=clean(content_digest, 80),
                    before=last[1] if last else "",
                    hash="",
                )
                entry = entry.model_copy(update={"hash": entry.expected_hash()})
                row = {**entry.json_dict(), "findings": json.dumps(entry.findings)}
                marks = ", ".join(f":{name.strip()}" for name in _COLUMNS.split(","))
                self._db.execute(f"INSERT INTO decisions ({_COLUMNS}) VALUES ({marks})", row)
                faults.at("decision:torn")
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        faults.at("decision:after-write")
        return entry

    def list(self, run_id: str | None = None) -> tuple[Decision, ...]:
        """Decisions in order, of one run or of all."""
        rows = self._rows("WHERE ?1 IS NULL OR run_id = ?1", (run_id,))
        return tuple(_decision(row) for row in rows)

    def verify(self) -> tuple[str, ...]:
        """Faults of the chain in words; empty when it is whole.

        A missing end cannot be seen from the chain alone: compare ``head`` with one kept elsewhere.
        """
        faults = []
        before = ""
        for number, row in enumerate(self._rows(), start=1):
            try:
                entry = _decision(row)
            except ValueError:
                faults.append(f"decision {row[0]} cannot be read")
                before = str(row[-1])
                continue
            if entry.seq != number or entry.before != before:
                faults.append(f"decision {entry.seq} does not follow the one before it")
            if entry.hash != entry.expected_hash():
                faults.append(f"decision {entry.seq} was altered")
            before = entry.hash
            if entry.seq != number:
                break
        return tuple(faults)

    @property
    def head(self) -> str:
        """Hash of the last decision, empty when there is none: it stands for the whole chain."""
        rows = self._rows("ORDER BY seq DESC LIMIT 1")
        return str(rows[0][-1]) if rows else ""

    def _rows(self, where: str = "", values: tuple[Any, ...] = ()) -> Sequence[tuple[Any, ...]]:
        order = "" if "ORDER" in where else " ORDER BY seq"
        with self._lock, guard(self.path):
            return self._db.execute(f"SELECT {_COLUMNS} FROM decisions {where}{order}", values).fetchall()

    def close(self) -> None:
        """Close the file; further calls raise."""
        with self._lock:
            self._db.close()


def _decision(row: tuple[Any, ...]) -> Decision:
    fields = dict(zip((name.strip() for name in _COLUMNS.split(",")), row, strict=True))
    return Decision.model_validate({**fields, "findings": json.loads(fields["findings"])})
