"""Icons by name, and choosing one by meaning (Phosphor, MIT)."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from core.embedding import Embedder
from core.errors import BadInput

from .concepts import concept

FOLDER: Final = Path(__file__).parent / "data"
Style = Literal["fill", "duotone", "light", "bold"]
BOX: Final = 256
"""Icons are drawn in a box of 256 by 256."""
FLOOR: Final = 0.38
FOREIGN_FLOOR: Final = 0.62
"""For phrases that are not English: the model has read little else, and takes a Spanish visit for a hospital."""
"""Cosine below which the nearest icon is more often wrong than right (measured with MiniLM on product phrases)."""
_NEGATION: Final = re.compile(
    r"\b(?:no(?!\.)|not(?! just| only)|never|without|silent|silences?|mutes?d?|ohne|kein\w*|sans|sin|pas de)\s+|没有|不含|禁止|\b(?=\w+-free\b)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]{3,}")
_STOP: Final = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "your",
        "our",
        "you",
        "from",
        "that",
        "this",
        "are",
        "its",
        "all",
        "more",
        "new",
        "get",
        "can",
        "one",
        "two",
        "out",
        "not",
        "has",
        "was",
        "will",
    ]
)


def icon(name: str, style: Style = "fill") -> str:
    """Inner SVG of an icon in its 256 box, painted with the fill of the group around it. ``BadInput`` for an unknown name."""
    found = _icons().get(name)
    if found is None:
        raise BadInput("no such icon", which=name)
    return str(found[style])


def names() -> tuple[str, ...]:
    """Every icon there is, sorted."""
    return tuple(_icons())


def tags(name: str) -> tuple[str, ...]:
    """English words that go with an icon."""
    return tuple(_icons()[name]["tags"])


def choose(
    phrase: str, embedder: Embedder, *, floor: float = FLOOR, exclude: Collection[str] = (), language: str = ""
) -> tuple[str, float]:
    """The icon that shows what a phrase is about, and how sure that is (0..1); ``("", score)`` when none is near enough.

    Known concepts come first (whole words in English, Spanish, German, French and Chinese; score 1). Then the nearest icon by
    meaning, or by shared words where the embedder is not the model the vectors were made with. ``language`` settles words
    that mean different things in different languages (German "Kind", French "chat"). Icons that show something struck out are
    given only for phrases that negate; interface signs, arrows and religious signs never.
    """
    known = concept(phrase, language, exclude)
    negation = _NEGATION.search(phrase)
    if known:
        return _struck(known, phrase[negation.end() :], language) if negation else known, 1.0
    if not phrase.strip():
        return "", 0.0
    listed, vectors, model = _vectors()
    semantic = embedder.semantic and embedder.digest == model
    if language not in ("", "en"):
        floor = max(floor, FOREIGN_FLOOR)
    scores = vectors @ embedder.embed([phrase])[0] if semantic else _shared_words(phrase)
    for index in np.argsort(-scores, kind="stable"):
        name, score = listed[index], float(scores[index])
        if score < floor:
            return "", round(score, 4)
        if name not in exclude and (negation or not name.endswith(("-slash", "-x"))):
            return name, round(score, 4)
    return "", 0.0


def _struck(name: str, rest: str, language: str) -> str:
    """The struck-out form of an icon, where there is one and the word right after the negation is what it shows."""
    first = re.split(r"\s|-free", rest.strip(), maxsplit=1)[0]
    slashed = f"{name}-slash"
    return slashed if slashed in _icons() and concept(first, language) == name else name


@lru_cache(maxsize=1)
def _icons() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads(gzip.decompress((FOLDER / "icons.json.gz").read_bytes()))
    return loaded


@lru_cache(maxsize=1)
def _vectors() -> tuple[tuple[str, ...], NDArray[np.float32], str]:
    about = json.loads((FOLDER / "icon_vectors.json").read_text("utf-8"))
    vectors = np.load(FOLDER / "icon_vectors.npy", allow_pickle=False).astype(np.float32)
    return tuple(about["names"]), vectors, about["model"]


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Words of each choosable icon: those of its name, and those of its tags."""
    listed = _vectors()[0]
    return tuple(
        (frozenset(_stems(name.replace("-", " "))), frozenset(_stems(" ".join(_icons()[name]["tags"]))))
        for name in listed
    )


def _stems(text: str) -> list[str]:
    out = []
    for word in _WORD.findall(text.lower()):
        if word in _STOP:
            continue
        for ending in ("ing", "ies", "es", "ed", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)]
                break
        out.append(word)
    return out


def _shared_words(phrase: str) -> NDArray[np.float32]:
    """How much of each icon's name, or a third as much of its tags, the phrase names; 1 when it names all of it."""
    said = frozenset(_stems(phrase))
    scores = []
    for name, tagged in _vocabulary():
        by_name = len(said & name) / len(name) if name else 0.0
        by_tag = min(1.0, len(said & tagged) / 2)
        scores.append(min(1.0, 0.75 * by_name + 0.4 * by_tag))
    return np.asarray(scores, np.float32)
