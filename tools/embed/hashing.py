"""The last resort: vectors from shared words and letters. Finds what is worded alike, knows nothing of meaning."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from core.embedding import Vectors

DIMENSION: Final = 1024
_WORD: Final = re.compile(r"[^\W_]+")
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GRAMS: Final = (3, 4)


class HashEmbedder:
    """Feature hashing (Weinberger et al. 2009) of words and character n-grams, damped by log counts."""

    digest = "hash-words-chars:1"
    dimension = DIMENSION
    semantic = False

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape ``(len(texts), 1024)``; a text without words gets one fixed vector."""
        out = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):
            for (feature, weight), count in sorted(Counter(_features(text)).items()):
                place, sign = _slot(feature)
                out[row, place] += sign * weight * math.log1p(count)
            norm = float(np.linalg.norm(out[row]))
            if norm == 0.0:
                out[row, 0] = norm = 1.0
            out[row] /= norm
        return out


def _features(text: str) -> list[tuple[str, float]]:
    plain = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode("utf-8")).casefold()
    found: list[tuple[str, float]] = []
    for word in _WORD.findall(plain):
        if _CJK.search(word):
            found += [(char, 0.5) for char in word]
            found += [(word[i : i + 2], 1.0) for i in range(len(word) - 1)]
            continue
        found.append((f"={word}", 1.0))
        edged = f"<{word}>"
        found += [(edged[i : i + n], 0.35) for n in _GRAMS for i in range(len(edged) - n + 1)]
    return found


@lru_cache(maxsize=65536)
def _slot(feature: str) -> tuple[int, int]:
    value = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")
    return value % DIMENSION, 1 if value >> 63 else -1
