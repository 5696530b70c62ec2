"""Times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .kinds import HAN, Particular, either

_CLOCK: Final = re.compile(
    r"(?<![\d.,:/€$£])(?P<h>\d{1,2})(?!\d)(?:\s?(?::|\.|h|时)\s?(?P<m>\d\d)(?!\d|[.,]\d))?(?P<mark>\s?(?:[ap]\.?\s?m\b\.?|uhr\b|heures?\b(?!\s+de)|horas\b|h\b(?!\s*[/·])|hrs\b|o'clock\b))?",
    re.I,
)
_HAN_CLOCK: Final = re.compile(
    rf"(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)?(?P<h>\d{{1,2}}|[{HAN}]{{1,3}})(?:点钟?|时)(?!间|长|半?内)(?:(?P<half>半)|(?P<m>\d{{1,2}}|[{HAN}]{{1,3}})分?)?"
)
_RANGE: Final = re.compile(
    r"(?:^|(?<=[^\d.,:]))(\d{1,2})(?:[:.h](\d\d))?\s?(?:-|–|—|to|till|until|bis|a|à|至|到)\s?(?:las\s)?$", re.I
)


def times(text: str) -> Iterator[Particular]:
    yield from _latin(text)
    yield from _chinese(text)


def _latin(text: str) -> Iterator[Particular]:
    for m in _CLOCK.finditer(text):
        mark = re.sub(r"[\s.]", "", m["mark"] or "").lower()
        if not mark and re.match(r"\s?uhr", text[m.end() : m.end() + 4], re.I):
            mark = "uhr"
        sign = text[m.end("h") : m.start("m")].strip() if m["m"] else ""
        if not mark and not (m["m"] and sign in (":", "h", "H")):
            continue
        minutes = _minutes(int(m["h"]), int(m["m"] or 0), mark)
        if mark in ("h", "heure", "heures", "horas") and not m["m"] and _lasts(text, m.start()):
            continue
        if minutes is None and mark not in ("am", "pm", "uhr") and not (mark and m["m"]):
            continue  # "48 h", "16:90"
        if head := _RANGE.search(text[: m.start()]):
            first = _minutes(int(head[1]), int(head[2] or 0), mark)
            if first is not None:
                both = {first, (first + 720) % 1440} if mark in ("am", "pm") else {first}
                end = head.end(2) if head[2] else head.end(1)
                yield Particular("time", head.start(1), end, tuple(_told(v) for v in sorted(both)))
        told = _told(minutes) if minutes is not None else m[0].strip()  # "88.30 Uhr" is a time that no brief has
        yield Particular("time", m.start(), m.end(), (told,))


def _chinese(text: str) -> Iterator[Particular]:
    for m in _HAN_CLOCK.finditer(text):
        hour, minute = either(m["h"]), 30 if m["half"] else either(m["m"] or "") or 0
        after_word = m.start() > 0 and text[m.start() - 1] in "到至从于"
        certain = m["part"] or m["half"] or m["m"] or m["h"].isdigit() or "钟" in m[0] or after_word
        if hour is None or hour > 24 or minute > 59 or not certain:
            continue  # "两点" may be two points
        late = m["part"] in ("下午", "傍晚", "晚上", "晚", "夜里") or (m["part"] == "中午" and hour < 3)
        shifted = hour + 12 if late and hour < 12 else hour
        values = {shifted * 60 + minute} | (set() if m["part"] or hour > 12 else {(hour % 12 + 12) * 60 + minute})
        yield Particular("time", m.start(), m.end(), tuple(_told(v % 1440) for v in sorted(values)))


def _lasts(text: str, start: int) -> bool:
    """Whether the figure is a length of time: "en 48 h", "12 h d'autonomie", "jusqu'à" being a point of time."""
    before = text[max(0, start - 14) : start].lower()
    return bool(
        re.search(
            r"(?:\b(?:en|in|within|pendant|durant|während|durante|for|por|of|de|sous|innerhalb von|chaque)|\d\s?[-–x])\s$",
            before,
        )
    ) and not re.search(r"(?:partir|jusqu|antes|avant|ab|bis|hasta|desde|à) ?\S*\s$", before)


def _minutes(hour: int, minute: int, mark: str) -> int | None:
    if mark in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark == "pm" else 0)
    if minute > 59:
        return None
    return hour * 60 + minute if hour < 24 or (hour == 24 and not minute) else None


def _told(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
