"""Words put together again: hyphens at line ends, lost ligatures and broken words of scanned text, where the text itself proves them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_TAIL: Final = re.compile(r"([^\W\d_]+)[-‐\u00ad¬]$")
_LONGEST: Final = 60
"""Letters of a word that may be broken; looking at more would cost the square of a hostile word."""
_HEAD: Final = re.compile(r"[^\W\d_]+")
_HAN: Final = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_PREFIXES: Final = frozenset(
    [
        "self",
        "well",
        "non",
        "ex",
        "half",
        "cross",
        "high",
        "low",
        "long",
        "short",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "all",
        "co",
        "anti",
        "franco",
        "sino",
        "anglo",
    ]
)
_LIGATURES: Final = ("fi", "fl", "ff", "ffi", "ffl")
_GAP: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]*)\ue000([^\W\d_]*)")
_SPACED: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_DIGITS: Final = re.compile(r"(?<=[a-zà-ÿ])[01](?=[a-zà-ÿ])|(?<=[a-zà-ÿ]{2})[01]\b")


class Words:
    """The words of one text and how often each stands in it: what a doubtful word is tried against."""

    def __init__(self, text: str) -> None:
        self._seen = Counter(word.lower().replace("‐", "-") for word in _WORD.findall(text))

    def __getitem__(self, word: str) -> int:
        return self._seen[word.lower()]


def joined(lines: Iterable[str], words: Words) -> str:
    """Lines as running text: a hyphen at the end of one is resolved, Chinese lines meet without a space.

    A hyphen goes where the next line goes on in lower case, unless the text elsewhere writes the word with it, or its first part
    is a usual prefix and the second a word of the text.
    """
    out: list[str] = []
    for line in lines:
        if out and line:
            out[-1], between = _seam(out[-1], line, words)
            out.append(between)
        out.append(line)
    return "".join(out)


def _seam(before: str, after: str, words: Words) -> tuple[str, str]:
    """The end of a line as it stays, and what comes between it and the next."""
    if not before:
        return before, ""
    tail, head = _TAIL.search(before[-_LONGEST:]), _HEAD.match(after[:_LONGEST])
    if tail and head:
        return before[:-1], "" if _one_word(tail[1], head[0], before[-1], words) else "-"
    if (before[-1] in "-‐" and after[:1].isdigit()) or before.endswith(("—", "/")):
        return before, ""
    return before, "" if _HAN.match(before[-1]) and _HAN.match(after[0]) else " "


def _one_word(first: str, second: str, hyphen: str, words: Words) -> bool:
    if hyphen in "\u00ad¬":
        return True
    if not second[0].islower():
        return False
    whole, kept = words[first + second], words[f"{first}-{second}"]
    if whole or kept:
        return whole >= kept
    return not (first.lower() in _PREFIXES and words[second] > 0)


def scanned(text: str, words: Words) -> str:
    """A scan's text mended where it is safe: every change makes a word that the text has elsewhere, from pieces that are none.

    Letters set wide ("C H A P T E R") are closed up, a digit within a word is the letter it looks like, a split word is whole.
    """
    text = _SPACED.sub(lambda m: m[0].replace(" ", ""), text)
    text = _DIGITS.sub(lambda m: "o" if m[0] == "0" else "l", text)
    tokens = text.split(" ")
    out: list[str] = []
    for token in tokens:
        if out and _split(out[-1], token, words):
            out[-1] += token
        else:
            out.append(_misread(token, words))
    return " ".join(out)


def _split(first: str, second: str, words: Words) -> bool:
    """Whether two tokens are one broken word: known whole, and at least one part known nowhere else."""
    core = second.rstrip(".,;:!?)”\"'")
    if not (first.isalpha() and core.isalpha() and core.islower()) or len(first) + len(core) < 5:
        return False
    whole = words[first + core]
    return whole >= 2 and min(words[first], words[core]) <= 1 and whole > min(words[first], words[core])


def _misread(token: str, words: Words) -> str:
    """ "rn" for "m" and the like, where only the other reading is a word of the text."""
    core = token.strip(".,;:!?()“”\"'")
    if len(core) < 4 or not core.isalpha() or words[core] > 1:
        return token
    for wrong, right in (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "n"), ("li", "h")):
        if wrong in core:
            other = core.replace(wrong, right, 1)
            if words[other] >= 3:
                return token.replace(core, other)
    return token


def ligatures(text: str, words: Words) -> str:
    """Words in which a glyph without a letter stood (U+E000): the one ligature that makes a known word, else left out."""

    def whole(found: re.Match[str]) -> str:
        tried = [f"{found[1]}{pair}{found[2]}" for pair in _LIGATURES]
        best = max(tried, key=lambda word: words[word])
        return best if words[best] else (f"{found[1]}{found[2]}" if not found[1] or not found[2] else tried[0])

    return _GAP.sub(whole, text)
