"""Stored vectors of notes, one for each model: an index is built from them without embedding anything again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from core.embedding import Embedder

from .note_table import LIVE, NoteTable
from .vector_scan import Rows

BATCH = 64


class NoteVectors:
    """The vectors of one embedder beside a table of notes."""

    def __init__(self, table: NoteTable, embedder: Embedder) -> None:
        self._table = table
        self._embedder = embedder

    def keep(self, db: sqlite3.Connection, pairs: Sequence[tuple[str, bytes]]) -> None:
        """Store vectors of live notes, inside a transaction; forgotten ones stay without."""
        sql = f"INSERT OR REPLACE INTO embeddings SELECT id, ?, ? FROM notes WHERE id = ? AND {LIVE}"
        db.executemany(sql, [(self._embedder.digest, vector, name) for name, vector in pairs])

    def make(self, notes: Sequence[tuple[str, str]]) -> list[tuple[str, bytes]]:
        """Ids with vectors, little-endian float32, for ids with texts."""
        out: list[tuple[str, bytes]] = []
        for start in range(0, len(notes), BATCH):
            part = notes[start : start + BATCH]
            vectors = self._embedder.embed([text for _, text in part])
            out += [(name, np.asarray(v, dtype="<f4").tobytes()) for (name, _), v in zip(part, vectors, strict=True)]
        return out

    def unknown(self, notes: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of the pairs of id and text that have no vector yet."""
        sql = "SELECT 1 FROM embeddings WHERE note_id = ? AND model_digest = ?"
        return [(name, text) for name, text in notes if not self._table.rows(sql, (name, self._embedder.digest))]

    def missing(self, most: int = -1) -> list[tuple[str, str]]:
        """Ids and texts of live notes without a vector of this embedder; ``-1`` for all of them."""
        sql = (
            f"SELECT id, text FROM notes WHERE workspace = ? AND {LIVE} AND NOT EXISTS (SELECT 1 FROM embeddings e"
            " WHERE e.note_id = notes.id AND e.model_digest = ?) ORDER BY number LIMIT ?"
        )
        return [(r[0], r[1]) for r in self._table.rows(sql, (self._table.workspace, self._embedder.digest, most))]

    def embed_missing(self, most: int = -1) -> None:
        """Give vectors to live notes that have none."""
        wanting = self.missing(most)
        for start in range(0, len(wanting), BATCH):
            made = self.make(wanting[start : start + BATCH])
            with self._table.writing() as db:
                self.keep(db, made)

    def all(self) -> Rows:
        """Live notes with their vectors."""
        sql = (
            "SELECT n.id, n.brand_key, n.kind, e.vector FROM notes n JOIN embeddings e ON e.note_id = n.id"
            f" WHERE e.model_digest = ? AND length(e.vector) = ? AND n.workspace = ? AND {LIVE} ORDER BY n.number"
        )
        wide = self._embedder.dimension
        found = self._table.rows(sql, (self._embedder.digest, 4 * wide, self._table.workspace))
        matrix = np.frombuffer(b"".join(row[3] for row in found), dtype="<f4").reshape(-1, wide)
        ids, brands, kinds = (tuple(row[i] for row in found) for i in range(3))
        return Rows(ids, brands, kinds, matrix.astype(np.float32, copy=False))
