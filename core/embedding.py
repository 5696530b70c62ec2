"""The seam between whoever makes vectors and whoever keeps or compares them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Texts to unit vectors. ``digest`` names model and revision; ``semantic`` is False for word hashing."""

    digest: str
    dimension: int
    semantic: bool

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape ``(len(texts), dimension)``, each row of length 1."""
        ...
