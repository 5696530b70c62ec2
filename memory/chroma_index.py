"""Chroma as an index over the notes' vectors. It holds no truth: what is wrong with it is thrown away and built anew.

Measured of Chroma 1.5.9: 4 of 66 kills while writing broke a collection, two writers on one folder ended in a hang.
So: one owner process, an ``hnsw.sync_threshold`` that keeps the graph's files unflushed, and a probe in a child
process before a folder is opened that was not closed properly.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings

from core.canonical import sha256
from core.embedding import Embedder, Vectors

from .vector_scan import Rows

BATCH = 5000
"""Chroma takes at most 5,461 records at once."""
SYNC = 1_000_000
"""Records before HNSW flushes its files, which is not atomic; below it the log is replayed at opening."""


class BottegaEmbedding(chromadb.EmbeddingFunction):  # type: ignore[misc]  # chromadb is not typed for us
    """Our embedder in Chroma's clothes. It is passed at every opening, or Chroma would use one that downloads."""

    def __init__(self, embedder: Embedder | None = None, digest: str = "") -> None:
        self._embedder = embedder
        self._digest = embedder.digest if embedder else digest

    def __call__(self, input: Sequence[str]) -> Any:
        if self._embedder is None:
            raise ValueError("this collection's vectors are made by Bottega's embedder, which was not passed")
        return list(self._embedder.embed(list(input)))

    @staticmethod
    def name() -> str:
        return "bottega"

    def get_config(self) -> dict[str, Any]:
        return {"digest": self._digest}

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> BottegaEmbedding:
        return BottegaEmbedding(digest=str(config.get("digest", "")))

    def default_space(self) -> Any:
        return "cosine"

    def supported_spaces(self) -> list[Any]:
        return ["cosine"]


def collection_name(digest: str, dimension: int) -> str:
    """One collection per model: vectors of two models never meet. Chroma takes no name with a colon, as models' names have."""
    return f"notes-{sha256(digest.encode())[:16]}-{dimension}"


class ChromaIndex:
    """An open collection. Raises what Chroma raises: the caller answers any error by scanning instead."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._client = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
        self._collection = self._client.get_or_create_collection(
            collection_name(embedder.digest, embedder.dimension),
            embedding_function=BottegaEmbedding(embedder),
            configuration={"hnsw": {"space": "cosine", "sync_threshold": SYNC}},
        )
        self.ids: set[str] = set(self._collection.get(include=[])["ids"])
        if self._collection.count() != len(self.ids):
            raise RuntimeError("Chroma's count and its list of ids differ")

    def add(self, rows: Rows) -> None:
        """Add or replace rows."""
        for start in range(0, len(rows.ids), BATCH):
            part = slice(start, start + BATCH)
            self._collection.upsert(
                ids=list(rows.ids[part]),
                embeddings=np.ascontiguousarray(rows.matrix[part]),
                metadatas=[{"brand": b, "kind": k} for b, k in zip(rows.brands[part], rows.kinds[part], strict=True)],
            )
        self.ids.update(rows.ids)

    def remove(self, ids: set[str]) -> None:
        """Remove rows."""
        gone = sorted(ids & self.ids)
        for start in range(0, len(gone), BATCH):
            self._collection.delete(ids=gone[start : start + BATCH])
        self.ids.difference_update(gone)

    def search(self, vector: Vectors, k: int, brands: Sequence[str] | None, kinds: Sequence[str] | None) -> list[str]:
        """Ids of the ``k`` nearest rows."""
        if not self.ids or k < 1:
            return []
        wanted = [{name: {"$in": list(v)}} for name, v in (("brand", brands), ("kind", kinds)) if v is not None]
        found = self._collection.query(
            query_embeddings=np.ascontiguousarray(vector.reshape(1, -1)),
            n_results=min(k, len(self.ids)),
            where={"$and": wanted} if len(wanted) > 1 else wanted[0] if wanted else None,
            include=[],
        )
        return [str(name) for name in found["ids"][0]]

    def close(self) -> None:
        """Let go of the folder."""
        self._client.close()
