"""Which scene and hour a subject's words ask for."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from core.direction import Direction

_FILE = Path(__file__).with_name("subject.json")
_WITHOUT = re.compile(
    r"(?<!\w)(?:without|no|ohne|kein\w*|sin|sans|pas d[e’'])\s?(?:an?\s|any\s)?\w+|(?:无需|不用|不带|没有)[\u4e00-\u9fff]{2}"
)
"""What a text says is not there: a boat unfolded without tools is in no workshop."""
_COMPOUND = 7
"""Letters from which a word also counts at the end of a longer one ("Fahrradwerkstatt" is a "werkstatt")."""


def scene_and_time(subject: str, direction: Direction) -> tuple[str, str]:
    """The scene whose words the subject names most, else the direction's; likewise the hour."""
    return (scene_of(subject) or direction.scene or "waves", hour_of(subject) or direction.time)


def scene_of(words: str) -> str:
    """The scene that the words name most (in English, German, Spanish, French or Chinese), or an empty string."""
    return _most(words, _words()["scenes"])


def hour_of(words: str) -> str:
    """The hour that the words name most (``dawn``, ``day``, ``dusk`` or ``night``), or an empty string."""
    return _most(words, _words()["times"])


def _most(subject: str, listed: dict[str, list[str]]) -> str:
    text = _WITHOUT.sub(" ", subject.lower())
    found = [(name, span) for name, words in listed.items() for w in words if (span := _span(text, w))]
    counts = {name: sum(1 for n, span in found if n == name and not _inside(span, found)) for name in listed}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def _inside(span: tuple[int, int], found: list[tuple[str, tuple[int, int]]]) -> bool:
    """Whether a longer word covers this one: the "school" of a "dog school" is no classroom."""
    return any(start <= span[0] and span[1] <= end and end - start > span[1] - span[0] for _, (start, end) in found)


def _span(text: str, word: str) -> tuple[int, int] | None:
    """Where the text first names the word."""
    if "\u4e00" <= word[0] <= "\u9fff":
        at = text.find(word)
        return (at, at + len(word)) if at >= 0 else None
    tail = "" if word.endswith("*") else r"(?!\w)"  # a star stands for any ending ("schwimm*")
    start = "" if len(word.rstrip("*")) >= _COMPOUND else r"(?<!\w)"
    found = re.search(rf"{start}{re.escape(word.rstrip('*'))}{tail}", text)
    return found.span() if found else None


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = json.loads(_FILE.read_text("utf-8"))
    return loaded
