"""Which language a source is in, by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "es", "de", "fr", "zh")
"""What Bottega can make lessons from."""
_SAMPLE: Final = 60_000
_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]"), 4.0), ("ko", re.compile("[\uac00-\ud7af]"), 1.0), ("zh", re.compile("[\u3400-\u9fff]"), 1.0),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.3), ("ar", re.compile("[\u0600-\u06ff]"), 0.3), ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
)  # fmt: skip
"""A script's letters and how many of them weigh as much as one Chinese character; kana outweigh the Chinese characters among them."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN: Final = re.compile("[A-Za-zÀ-ɏ]")
_ENOUGH: Final = 3


def told(texts: Iterable[str], declared: str = "") -> str:
    """Primary tag of the language of a source's texts: its words first, then what it declares, then English."""
    parts, size = [], 0
    for text in texts:
        parts.append(text)
        size += len(text)
        if size > _SAMPLE:
            break
    sample = "\n".join(parts)[:_SAMPLE]
    own = declared.replace("_", "-").split("-")[0].lower()
    own = own if re.fullmatch("[a-z]{2,3}", own) else ""
    return detect(sample, own or "en")


def detect(text: str, default: str = "en") -> str:
    """Primary tag of ``text``, or ``default`` where fewer than three function words or characters tell.

    Tells en, es, de, fr and zh; of others only pt, it, nl and the scripts of ja, ko, ru, ar, he and el, so that a source in
    one of them is not taken for ours.
    """
    weights = {code: weight * len(letters.findall(text)) for code, letters, weight in _SCRIPTS}
    script = max(weights, key=lambda code: weights[code])
    if weights[script] >= _ENOUGH and weights[script] * 3 > len(_LATIN.findall(text)):
        return script
    tally = Counter(w.replace("’", "'") for w in _WORD.findall(text.lower()))
    counts = {code: sum(tally[w] * weight for w, weight in words.items()) for code, words in function_words().items()}
    best = max(counts, key=lambda code: (counts[code], code == default, code == "en"))
    return best if counts[best] >= _ENOUGH * 0.5 else default


@cache
def function_words() -> dict[str, dict[str, float]]:
    """By language, each word and its weight: one divided by the number of languages that have it."""
    found: dict[str, list[str]] = {}
    code = ""
    for line in (Path(__file__).parent / "data" / "function_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        else:
            found.setdefault(code, []).extend(line.split())
    shared = Counter(w for words in found.values() for w in set(words))
    return {code: {w: 1 / shared[w] for w in words} for code, words in found.items()}
