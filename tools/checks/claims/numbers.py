"""Figures and number words of a text."""

from __future__ import annotations

import re
from typing import Final

from .hits import Hit
from .lexicon import number_words

_GROUPED: Final = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)"
_NUMBER: Final = re.compile(
    rf"(?P<before>[€$£¥])?\s?(?P<n>{_GROUPED}|\d+(?:[.,]\d+)?)"
    r"(?:\s?(?P<scale>k\b|thousand|million\w*|milliard\w*|billion\w*|tausend|mille\b|mil\b|millones|千|万|亿))?"
    r"\s?(?P<after>%|％|€|\$|£|¥|元|percent\b|per cent\b|prozent\b|por ciento\b|pour cent\b|euros?\b|eur\b|usd\b|dollars?\b|chf\b)?",
    re.I,
)
_SCALES: Final = {
    "k": 1e3,
    "th": 1e3,
    "ta": 1e3,
    "mill": 1e6,
    "bill": 1e9,
    "milliar": 1e9,
    "千": 1e3,
    "万": 1e4,
    "亿": 1e8,
}
_UNITS: Final = {"％": "%", "pe": "%", "pr": "%", "po": "%", "eu": "€", "元": "¥", "us": "$", "do": "$", "ch": "chf"}


def numbers(text: str, language: str, every: bool = False) -> list[Hit]:
    """Figures of a text as ``(value, unit)``: 1,000 = 1.000 = 1 000; number words two to twelve (``every``: one too)."""
    found = []
    for m in _NUMBER.finditer(text):
        raw = m["n"]
        digits = re.sub(r"\D", "", raw) if re.fullmatch(_GROUPED, raw) else raw.replace(",", ".")
        scale = next((x for k, x in reversed(_SCALES.items()) if (m["scale"] or "").lower().startswith(k)), 1.0)
        if (m["scale"] or "").lower() in ("mil", "mille"):
            scale = 1e3
        mark = (m["before"] or m["after"] or "").lower()
        unit = next((u for k, u in _UNITS.items() if mark.startswith(k)), mark)
        found.append(
            Hit(
                m.start("n"),
                m.end("after") if m["after"] else m.end("n"),
                "figure",
                figure=(float(digits) * scale, unit),
            )
        )
    for value, pattern in number_words(language):
        if value > 1 or every:
            found += [Hit(m.start(), m.end(), "number word", figure=(float(value), "")) for m in pattern.finditer(text)]
    return found
