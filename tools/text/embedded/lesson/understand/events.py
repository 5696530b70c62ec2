"""What happened when."""

from __future__ import annotations

import re

from core.knowledge import Event
from core.source import Reading

from .clauses import german_order
from .lexicon import is_verb, pairs, patterns, words
from .lines import Line, span_of
from .phrases import length, low, sound, stripped, tokens, unled

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def find_events(reading: Reading, lines: list[Line], language: str) -> tuple[Event, ...]:
    """Events by year, then by place. ``year`` of a century is its middle (5th century BC: -450), of a range its first year.
    ``what`` is the sentence without its date; sentences with two dates, or none that says who or what, are left out.
    """
    found = []
    for line in lines:
        if line.factual and (any(c.isdigit() for c in line.text) or re.search(r"centur|siglo|siècle|世纪", line.text)):
            event = _event(reading, line, language)
            if event is not None:
                found.append(event)
    return tuple(sorted(found, key=lambda e: (e.year, e.span.start)))


def _event(reading: Reading, line: Line, language: str) -> Event | None:
    body = unled(line.body, language)
    taken: list[re.Match[str]] = []
    for pattern in patterns(language, "event when"):
        for match in pattern.finditer(body):
            if not any(match.start() < other.end() and other.start() < match.end() for other in taken):
                taken.append(match)
    if len(taken) != 1 or len(_years(body, language)) > (2 if " " in taken[0][0] and "-" not in taken[0][0] else 1):
        return None
    match = taken[0]
    year = _year(match, language)
    if year is None or re.match(
        r"(?:before|after|until|since|hasta|desde|seit|bis|vor|nach|depuis|jusqu)\b", match[0], re.IGNORECASE
    ):
        return None
    what = _what(body, match, language)
    if re.search(r"\b(?:of (?:them|these|those)|de ell[ao]s|von ihnen|d['’]entre (?:eux|elles))\b", what):
        return None
    if language == "es" and what and _subjectless(what):
        return None
    if language == "fr" and any(is_verb(verb, language) for verb in re.findall(r"\b(?:en|y|lui) (\w+)", what)):
        return None
    if not what or not sound(what, language, 3) or length(what, language) > (60 if language == "zh" else 32):
        return None
    return Event(when=_when(match[0], language), year=year, what=what, span=span_of(reading, line))


_COMES = frozenset(
    [
        "nace",
        "nació",
        "nacieron",
        "muere",
        "murió",
        "murieron",
        "empieza",
        "empezó",
        "comenzó",
        "comienza",
        "terminó",
        "acabó",
        "surgió",
        "surgieron",
        "apareció",
        "aparecieron",
        "estalló",
        "ocurrió",
        "llovió",
        "nevó",
        "heló",
    ]
)


def _subjectless(what: str) -> bool:
    """Spanish that opens with its verb and says nowhere who: "Llegó a España". "Murió el rey" and "Se fundó la ciudad" do say."""
    found = tokens(what)
    first = low(found[0])
    article = len(found) > 1 and (low(found[1]) in words("es", "articles") or found[1][0][:1].isupper())
    return first != "se" and is_verb(first, "es") and not (first in _COMES and article)


def _years(text: str, language: str) -> list[str]:
    """Numbers that look like years: one event has one date, or a range's two."""
    return (
        re.findall(r"\b(?:1\d{3}|20\d{2})\b(?! ?(?:km|m|%|kg))", text)
        if language != "zh"
        else re.findall(r"\d{3,4}年", text)
    )


def _year(match: re.Match[str], language: str) -> float | None:
    groups = match.groupdict()
    if groups.get("bc"):
        return -float(re.sub(r"\D", "", groups["bc"]))
    if groups.get("year"):
        return float(groups["year"])
    count = _century(groups, language)
    if count is None:
        return None
    return -100.0 * count + 50 if groups.get("era") else 100.0 * count - 50


def _century(groups: dict[str, str | None], language: str) -> int | None:
    if groups.get("roman"):
        total = 0
        values = [_ROMAN[c] for c in str(groups["roman"])]
        for here, after in zip(values, [*values[1:], 0], strict=True):
            total += -here if here < after else here
        return total
    written = str(groups.get("century") or "").lower()
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    ordinal = pairs(language, "ordinals").get(written)
    return int(ordinal) if ordinal else None


def _when(text: str, language: str) -> str:
    """As written, without the preposition that only joins it to the sentence."""
    bare = re.sub(
        r"^(?:In|On|In the year|En|El|Im Jahr|Im Jahre|Am|Le)\s+(?=\d|[A-Z]\w+ \d)", "", text, flags=re.IGNORECASE
    )
    return bare.strip(" ,")


def _what(body: str, match: re.Match[str], language: str) -> str:
    before, after = body[: match.start()].strip(), body[match.end() :].strip()
    if language == "zh":
        return stripped((before + after.lstrip("，")).strip()) if not before or len(before) >= 2 else ""
    if not before:
        rest = after.lstrip(", ").strip()
        return german_order(rest) if language == "de" and not after.startswith(",") else _capital(rest)
    if re.search(r"[,;:(]$", before) and not re.match(r"[,;)]", after):
        return ""
    last = low(tokens(before)[-1])
    if (
        last in words(language, "joins")
        or last in words(language, "prepositions")
        or last in words(language, "articles")
    ):
        return ""
    if not any(
        is_verb(low(t), language) or (language == "en" and low(t).endswith("ed")) for t in tokens(before + " " + after)
    ):
        return ""
    return re.sub(r"\s+([,;])", r"\1", stripped(f"{before} {after}"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
