"""The notes as SQLite holds them: rows, their words for full-text search, and a counter that says when they changed."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import faults
from .clean import clean, clean_value
from .database import connect, guard
from .fulltext import index_text, match_query
from .note import Draft, Note, brand_key

SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    brand TEXT NOT NULL,
    brand_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    meta TEXT NOT NULL,
    origin TEXT NOT NULL,
    author TEXT NOT NULL,
    created REAL NOT NULL,
    taint INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    superseded_by TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS notes_by_brand ON notes (workspace, brand_key, kind);
CREATE TABLE IF NOT EXISTS embeddings (
    note_id TEXT NOT NULL,
    model_digest TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (note_id, model_digest)
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(tokens, tokenize="unicode61 remove_diacritics 2");
CREATE TABLE IF NOT EXISTS counter (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), revision INTEGER NOT NULL);
INSERT OR IGNORE INTO counter VALUES (1, 0);
"""
LIVE = "deleted = 0 AND superseded_by = ''"
FIELDS = (
    "id", "workspace", "brand", "kind", "text", "meta", "origin", "author", "created", "taint", "run_id",
    "superseded_by", "deleted",
)  # fmt: skip


class NoteTable:
    """One workspace of a notes file. Safe for threads; many processes may write."""

    def __init__(self, path: Path, workspace: str) -> None:
        self.path = path
        self.workspace = clean(workspace, 80)
        self.lock = threading.RLock()
        self._db = connect(path, synchronous="FULL")
        with guard(path):
            self._db.execute("PRAGMA secure_delete=ON")
            self._db.executescript(SCHEMA)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.lock, guard(self.path):
            return self._db.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing."""
        faults.at("note:before-write")
        with self.lock, guard(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("UPDATE counter SET revision = revision + 1")
                faults.at("note:torn")
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        faults.at("note:after-write")

    def put(self, db: sqlite3.Connection, name: str, draft: Draft, text: str) -> None:
        """Insert a note; where it is known, only a person's word changes it (see ``NoteStore.add_all``)."""
        known = db.execute("SELECT number, origin, deleted FROM notes WHERE id = ?", (name,)).fetchone()
        meta, author = json.dumps(clean_value(draft.meta, 2000)), clean(draft.author, 200)
        if known is None:
            row = {
                "id": name, "workspace": self.workspace, "brand": clean(draft.brand, 200),
                "brand_key": brand_key(draft.brand), "kind": draft.kind, "text": text, "meta": meta,
                "origin": draft.origin, "author": author, "created": time.time(), "taint": int(draft.taint),
                "run_id": clean(draft.run_id, 80),
            }  # fmt: skip
            marks = ", ".join(f":{column}" for column in row)
            number = db.execute(f"INSERT INTO notes ({', '.join(row)}) VALUES ({marks})", row).lastrowid
            self._index(db, number, text)
        elif draft.origin == "person":
            db.execute(
                "UPDATE notes SET text = ?, meta = ?, origin = 'person', author = ?, taint = ?, superseded_by = '',"
                " deleted = 0 WHERE id = ?",
                (text, meta, author, int(draft.taint), name),
            )
            if known[2]:
                self._index(db, known[0], text)
        if draft.supersedes and draft.supersedes != name:
            db.execute("UPDATE notes SET superseded_by = ? WHERE id = ?", (name, draft.supersedes))

    @staticmethod
    def _index(db: sqlite3.Connection, number: int | None, text: str) -> None:
        db.execute("INSERT INTO words (rowid, tokens) VALUES (?, ?)", (number, index_text(text)))

    def erase(self, name: str) -> None:
        """Remove words, data and vectors of a note from the file, not only from its tables; the id stays."""
        with self.writing() as db:
            db.execute("DELETE FROM words WHERE rowid = (SELECT number FROM notes WHERE id = ?)", (name,))
            db.execute("DELETE FROM embeddings WHERE note_id = ?", (name,))
            db.execute("UPDATE notes SET text = '', meta = '{}', author = '', deleted = 1 WHERE id = ?", (name,))
            db.execute("INSERT INTO words (words) VALUES ('optimize')")  # merges segments that still hold the words
        with self.lock, guard(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def notes(self, where: str, values: Sequence[Any]) -> tuple[Note, ...]:
        """Notes that fit a condition, in the order they came."""
        rows = self.rows(f"SELECT {', '.join(FIELDS)} FROM notes WHERE {where} ORDER BY number", values)
        fields = (dict(zip(FIELDS, row, strict=True)) for row in rows)
        return tuple(Note.model_validate({**f, "meta": json.loads(f["meta"])}) for f in fields)

    def by_words(
        self, query: str, most: int, brands: Sequence[str] | None, kinds: Sequence[str] | None
    ) -> tuple[str, ...]:
        """Ids of live notes that hold words of the query, best first (BM25)."""
        match = match_query(query)
        if not match:
            return ()
        where, values = f"words MATCH ? AND n.workspace = ? AND {LIVE}", [match, self.workspace]
        for column, wanted in (("brand_key", brands), ("kind", kinds)):
            if wanted is not None:
                where += f" AND n.{column} IN ({', '.join('?' * len(wanted))})"
                values += wanted
        sql = f"SELECT n.id FROM words JOIN notes n ON n.number = words.rowid WHERE {where} ORDER BY bm25(words), n.id"
        return tuple(row[0] for row in self.rows(f"{sql} LIMIT ?", (*values, most)))

    def count(self) -> int:
        """Live notes."""
        return int(self.rows(f"SELECT count(*) FROM notes WHERE workspace = ? AND {LIVE}", (self.workspace,))[0][0])

    def revision(self) -> int:
        """Grows with every change, by whichever process."""
        return int(self.rows("SELECT revision FROM counter")[0][0])

    def close(self) -> None:
        """Close the file; further calls raise."""
        with self.lock:
            self._db.close()
