"""What a subject's words ask for: the ware that stands in front, the setting behind it, the hour."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from core.direction import Direction

_WITHOUT = re.compile(
    r"(?<!\w)(?:without|no|ohne|kein\w*|sin|sans|pas d[e’'])\s?(?:an?\s|any\s)?\w+|(?:无需|不用|不带|没有)[\u4e00-\u9fff]{2}"
)
"""What a text says is not there: a boat unfolded without tools is in no workshop."""
_ASIDE = re.compile(
    r"[,;:–—]?\s(?:that|which|who|whose|que|qui|for|für|para|pour|destiné\w*|near|at the|by the|am|beim|cerca de|junto a[l]?|près d\w*)\s|,\s(?:der|die|das)\s|\s(?:by|à|en|mit dem|per|im)\s(?=bike|bicycle|cargo|vélo|bici|rad\b|lastenrad|fahrrad)"
)
"""Where a text turns to whom it is for, what it does or where it is: software for roofers is software."""
_SOLD = re.compile(
    r"\s(?:sold|delivered|served|vendue?s?|livrée?s?|servie?s?|verkauft|geliefert|serviert|vendid[oa]s?|repartid[oa]s?|entregad[oa]s?|servid[oa]s?)\s"
)
"""Where a text turns to how the thing comes to its buyer: sorbets sold by bike are sorbets."""
_SCHOOL = re.compile(
    r"(?<!\w)(?!(?:an?|the|our|new|local|primary|secondary|elementary|high|middle|village|this|every|whole|of|in|at|for|dog|puppy)\s)(\w+) schools?(?!\w)"
    r"|(?<!\w)(?:school of|escuela de(?! perros)|école d(?:e |['’])(?!chiot))\s?(\w+)"
)
"""A school for one thing: what it teaches is what it shows."""
_COMPOUND = 7
"""Letters from which a word also counts at the end of a longer one ("Fahrradwerkstatt" is a "werkstatt")."""


@dataclass(frozen=True)
class _Find:
    name: str
    start: int
    end: int
    weight: int
    """3 says what is sold, 2 where it is, 1 may say anything: a school teaches surfing as well as sums."""


def scene_and_time(subject: str, direction: Direction) -> tuple[str, str]:
    """The setting that the subject names, else the direction's; likewise the hour. A direction with a ware has weighed both already."""
    named = direction.scene if direction.ware else setting(subject)
    return (named or direction.scene or "waves", hour_of(subject) or direction.time)


def setting(words: str, ware: str = "") -> str:
    """The scene for words and a ware, or an empty string.

    What the words say is sold or where it is comes first, then where the ware is used: the ware itself stands in front.
    Words such as "school", "office" or "market" decide only where nothing else does.
    """
    text = _said(words)
    head, aside = _split(text)
    first, rest = _best(head, "scenes"), _best(aside, "scenes")
    if first and first.weight > 1:
        return first.name
    if ware and rest and rest.weight > 1:
        return rest.name
    if ware:
        return str(_wares()[ware]["home"])
    found = first or rest
    return found.name if found else ""


def scene_of(words: str) -> str:
    """The scene that the words name (in English, German, Spanish, French or Chinese), or an empty string."""
    return setting(words)


def scene_in_passing(words: str) -> str:
    """The scene that words name which are not about the product itself; what may mean anything there means nothing."""
    found = _best(_said(words), "scenes")
    return found.name if found and found.weight > 1 else ""


def hour_of(words: str) -> str:
    """The hour that the words name (``dawn``, ``day``, ``dusk`` or ``night``), or an empty string."""
    found = _best(_said(words), "times")
    return found.name if found else ""


def head_of(words: str) -> str:
    """What the words say is sold, without whom it is for or where it is."""
    return _split(_said(words))[0]


def ware_of(words: str, icon: str = "") -> str:
    """The ware that the words name in what is sold; else the one that an icon stands for, or an empty string.

    An icon that stands for much ("house" for any home) gives no ware where the words name a setting of their own.
    """
    head = head_of(words)
    if found := _best(head, "wares"):
        return found.name
    place = _best(head, "scenes")
    holder = next((name for name, ware in _wares().items() if icon and icon in ware["icons"]), "")
    general = bool(holder and _wares()[holder].get("weak"))
    return "" if general and place and place.weight > 1 else holder


def own_icon(ware: str, icon: str) -> str:
    """The icon that stands for a ware in small: the given one where it is one of the ware's, or where there is no ware."""
    if not ware or icon in _wares()[ware]["icons"]:
        return icon
    return str(_wares()[ware]["icon"])


def _said(words: str) -> str:
    named = _read("subject.json")["names"]
    kept = re.sub(r"(?<=\w )[A-ZÁÉÍÓÚ]\w+", lambda m: " " if m.group().lower() in named else m.group(), words)
    return _SCHOOL.sub(r" \1\2 ", _WITHOUT.sub(" ", kept.lower()))


def _split(text: str) -> tuple[str, str]:
    """What comes before the first aside that has a known word before it, and the rest."""
    if sold := _SOLD.search(text):
        return text[: sold.start()], text[sold.start() :]
    for at in _ASIDE.finditer(text):
        head = text[: at.start()]
        if _best(head, "scenes") or _best(head, "wares"):
            return head, text[at.start() :]
    return text, ""


@lru_cache(maxsize=512)
def _best(text: str, table: str) -> _Find | None:
    """The find of most weight; of several the scene named most, then the longer word, then the one named first."""
    found = [f for name, words in _table(table) for word, weight in words if (f := _find(text, name, word, weight))]
    free = [f for f in found if not any(_covers(other, f) for other in found)]
    if not free:
        return None
    top = max(f.weight for f in free)
    counts = {f.name: sum(1 for g in free if g.name == f.name and g.weight == top) for f in free}
    return max((f for f in free if f.weight == top), key=lambda f: (counts[f.name], f.end - f.start, -f.start))


def _covers(longer: _Find, other: _Find) -> bool:
    """Whether a longer word covers another: the "school" of a "dog school" is no classroom."""
    return (
        longer.start <= other.start and other.end <= longer.end and longer.end - longer.start > other.end - other.start
    )


def _find(text: str, name: str, word: str, weight: int) -> _Find | None:
    """Where the text first names the word; a star stands for any ending ("schwimm*")."""
    if "\u4e00" <= word[0] <= "\u9fff":
        word = word.rstrip("*")
        at = text.find(word)
        return _Find(name, at, at + len(word), weight) if at >= 0 else None
    if word.rstrip("*") not in text:
        return None
    found = _pattern(word).search(text)
    return _Find(name, *found.span(), weight) if found else None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """There are more words than ``re`` keeps patterns for."""
    stem = word.rstrip("*")
    tail = "" if word.endswith("*") else r"(?!\w)"
    start = "" if len(stem) >= _COMPOUND else r"(?<!\w)"
    return re.compile(rf"{start}{re.escape(stem)}{tail}")


@lru_cache(maxsize=4)
def _table(kind: str) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Names with their words, each with its weight."""
    if kind == "wares":
        return tuple((name, tuple((word, 3) for word in ware["words"])) for name, ware in _wares().items())
    data = _read("subject.json")
    weak, places = frozenset(data["weak"]), frozenset(data["places"])
    return tuple(
        (name, tuple((w, 1 if w in weak and kind == "scenes" else 2 if name in places else 3) for w in words))
        for name, words in data[kind].items()
    )


def _wares() -> dict[str, dict[str, Any]]:
    return _read("wares.json")


@lru_cache(maxsize=4)
def _read(file: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(Path(__file__).with_name(file).read_text("utf-8"))
    return loaded
