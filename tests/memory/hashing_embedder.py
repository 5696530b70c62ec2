"""A small embedder for tests: character trigrams and words, hashed to a unit vector. No meaning, only likeness."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from core.embedding import Vectors


class HashingEmbedder:
    """Deterministic on every machine; ``name`` makes another model of it."""

    semantic = False

    def __init__(self, name: str = "test-hash-v1", dimension: int = 256) -> None:
        self.digest = hashlib.sha256(name.encode()).hexdigest()
        self.dimension = dimension
        self.calls = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.calls += len(texts)
        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            folded = text.casefold()
            for gram in [*folded.split(), *(folded[i : i + 3] for i in range(max(1, len(folded) - 2)))]:
                place = hashlib.sha256(gram.encode("utf-8", "replace")).digest()
                out[row, int.from_bytes(place[:2], "big") % self.dimension] += 1.0 if place[2] & 1 else -1.0
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
