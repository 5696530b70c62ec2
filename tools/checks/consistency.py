"""Whether every text says the brief's own prices, dates, times, numbers, links, brand and call to action, and no other ones.

All texts are held against the same brief, so two that pass agree with each other. Particulars are compared by what they mean
(``tools/checks/particulars.py``); the brand is compared letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.copydeck import Copy, Piece
from core.findings import Finding, Severity

from .brandname import misspelt
from .invitation import strange
from .particulars import Particular, amount, particulars

CHECK: Final = "T5.consistency"
_REMEDY: Final = {
    "price": "Say the brief's price, or add this one to the brief.",
    "date": "Say the brief's date, or add this one to the brief.",
    "weekday": "Say the brief's day of the week, or add this one to the brief.",
    "time": "Say the brief's time, or add this one to the brief.",
    "phone": "Give the brief's telephone number.",
    "url": "Give the brief's web address.",
    "email": "Give the brief's mail address.",
}
_HOURS: Final = re.compile(r"(?<!\d)(\d{1,2})\s?(?:h\b|hours?\b|hrs?\b|std\b|stunden?\b|heures?\b|horas?\b|小时)", re.I)
_BARE: Final = re.compile(
    r"(?<![\d.,:])([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?\s?(?:-|–|to|till|bis|a|à|至|到)\s?([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?(?![\d])",
    re.I,
)
_TIMED: Final = re.compile(
    r"\b(?:every|each|on|to|until|till|open|closed|jede[nrms]?|am|ab|bis|auch|los|el|al|cada|hasta|todos|le|les|au|chaque|tous)\s$",
    re.I,
)
"""What stands before a day on which something happens."""
_MARKS: Final = re.compile(r"[#@]\w+")


@dataclass(frozen=True)
class Given:
    """What the brief says: its words in every language it was given in, and the two that are compared letter by letter."""

    words: tuple[str, ...]
    brand: str = ""
    cta: str = ""


def check_consistency(copy: Copy, given: Given, slot: str, pinned: bool = False) -> tuple[Finding, ...]:
    """``T5.consistency`` over one text. BLOCK for a price, date, time, number, link, address or brand that the brief does not have;
    HOLD for a day of the week in words that rest on a fact, and for a brand in small letters that may be a common word; WARN for other days of
    the week and another call to action.

    ``pinned``: a person's own words; nothing of them is worse than HOLD.
    """
    known = _known(given)
    found: list[Finding] = []
    for n, piece in enumerate(copy.pieces):
        for start, end, severity, what, remedy in _deviations(piece, copy, given, known):
            mild = Severity.HOLD if pinned and severity is Severity.BLOCK else severity
            found.append(
                Finding(
                    check=CHECK,
                    severity=mild,
                    slot=slot,
                    place={"span": [start, end], "piece": n},
                    evidence=f"{what}: {piece.text[start:end]!r} in: {piece.text}"[:300],
                    remedy=remedy,
                    avoid=(piece.text[start:end],) if severity is Severity.BLOCK else (),
                )
            )
    return tuple(found)


Deviation = tuple[int, int, Severity, str, str]


def _deviations(piece: Piece, copy: Copy, given: Given, known: frozenset[tuple[str, str]]) -> Iterator[Deviation]:
    said = particulars(piece.text)
    for p in said:
        if not _agrees(p, known) and not (p.kind == "weekday" and _mood(p, piece, known)):
            severity = Severity.BLOCK if p.kind != "weekday" else Severity.HOLD if _cited(p, piece) else Severity.WARN
            yield p.start, p.end, severity, f"{p.kind} that the brief does not have", _REMEDY[p.kind]
    links = [(p.start, p.end) for p in said if p.kind in ("url", "email")]
    free = [*links, *(m.span() for m in _MARKS.finditer(piece.text))]
    for start, end, sure, what in misspelt(piece.text, given.brand, given.words, free):
        yield start, end, Severity.BLOCK if sure else Severity.HOLD, what, "Spell it as the brief does."
    if given.cta and "alt" not in (copy.role, piece.role):
        reached = [p.start for p in said if p.kind in ("phone", "url", "email")]
        for start, end in strange(piece, copy.language, given.cta, given.words, reached):
            what = f"another call to action than {given.cta!r}"
            yield start, end, Severity.WARN, what, "Invite with the brief's own words."


# -- particulars


def _known(given: Given) -> frozenset[tuple[str, str]]:
    """Kind and value of all that the brief says, with what follows from it."""
    known: set[tuple[str, str]] = set()
    for text in given.words:
        for p in particulars(text):
            known.update((p.kind, value) for value in p.values)
            if p.kind == "price":
                known.add(("unmarked" if p.values[0].endswith("*") else "price", p.values[0].split()[0] + " *"))
            elif p.kind == "date":
                known.update(("date", value[:5]) for value in p.values)
        known.update(("weekday", day) for day in _between(text))
        known.update(("time", f"{int(m[1]):02}:00") for m in _HOURS.finditer(text) if int(m[1]) <= 24)
        for m in _BARE.finditer(text):
            for hour, minute in ((m[1], m[2]), (m[3], m[4])):
                known.update(("time", f"{(int(hour) + shift) % 24:02}:{minute or '00'}") for shift in (0, 12))
        known.update(("price", f"{amount(m[0])} *") for m in re.finditer(r"\d[\d.,'’]*\d|\d", text) if _plain(m[0]))
        known.update(("number", re.sub(r"\D", "", m[0])) for m in re.finditer(r"\+?\d[\d\s./()-]{5,}\d", text))
    return frozenset(known)


def _between(text: str) -> Iterator[str]:
    """The days inside "Thursday to Sunday"."""
    days = [p for p in particulars(text) if p.kind == "weekday"]
    for one, other in zip(days, days[1:], strict=False):
        if re.fullmatch(
            r"\s?(?:-|–|—|to|through|till|until|bis|a|al|à|au|至|到)\s?(?:el\s)?", text[one.end : other.start], re.I
        ):
            first, last = int(one.values[0]), int(other.values[0])
            yield from (str(day % 7 + 1) for day in range(first - 1, first - 1 + (last - first) % 7))


def _cited(p: Particular, piece: Piece) -> bool:
    return any(c.start <= p.start and p.end <= c.end for c in piece.cites)


def _mood(p: Particular, piece: Piece, known: frozenset[tuple[str, str]]) -> bool:
    """Whether a day only sets a mood ("What does your Monday look like?"): the brief has no days, or nothing is said to happen on it."""
    if not any(kind == "weekday" for kind, _ in known):
        return True
    return not (
        _cited(p, piece) or _han(piece.text[p.start]) or _TIMED.search(piece.text[max(0, p.start - 14) : p.start])
    )


def _han(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)


def _plain(raw: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?", raw) is not None


def _agrees(p: Particular, known: frozenset[tuple[str, str]]) -> bool:
    if any((p.kind, value) in known for value in p.values):
        return True
    if p.kind == "price":  # the brief may say "89.-" and a text the currency as well
        return ("unmarked", p.values[0].split()[0] + " *") in known
    if p.kind == "phone":
        return any(_same_line(p.values[0], value) for kind, value in known if kind in ("phone", "number"))
    if p.kind == "url":
        given = [value for kind, value in known if kind == "url"]
        return any(value == p.values[0] or value.startswith(p.values[0] + "/") for value in given)
    if p.kind == "date":
        years = {value[6:] for kind, value in known if kind == "date" and len(value) > 6}
        return any(
            ("date", v[:5]) in known and (len(v) == 5 or v[6:] in years)
            for v in p.values
            if v[2:5] != "-00" or len(v) > 6
        )
    return False


def _same_line(one: str, other: str) -> bool:
    """Whether two numbers ring the same telephone: with or without country code and leading nought."""
    a, b = one.removeprefix("00").lstrip("0"), other.removeprefix("00").lstrip("0")
    return len(min(a, b, key=len)) >= 7 and (a.endswith(b) or b.endswith(a)) and abs(len(a) - len(b)) <= 3
