"""Which embedder this machine has."""

from __future__ import annotations

from functools import lru_cache

from core.embedding import Embedder

from .hashing import HashEmbedder
from .minilm import MiniLM, folder


@lru_cache(maxsize=1)
def best() -> Embedder:
    """MiniLM where its package is installed, word hashing otherwise; one instance per process."""
    return MiniLM() if folder() is not None else HashEmbedder()
