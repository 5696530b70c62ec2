"""Numbers with a unit and what they measure. A number whose measured thing is not plain from its own clause is left out."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge import Figure
from core.source import Reading

from .lexicon import cue, is_verb, pairs, words
from .lexicon import lines as entries
from .lines import Line, span_of
from .phrases import low, noun_phrase, stripped, tokens, unled

_NUMBER = r"(?P<number>[-−]?\d{1,3}(?:[.,  \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)?)"


def find_figures(reading: Reading, lines: list[Line], language: str) -> tuple[Figure, ...]:
    """Figures in the order of the text. ``shown`` keeps "about"; ``value`` is multiplied out ("1.2 million" is 1200000)."""
    found = []
    for line in lines:
        if any(c.isdigit() for c in line.text) and line.factual:
            pieces = re.split("[，；]", line.body) if language == "zh" else [line.body]
            for piece in pieces:
                figure = _figure(reading, line, unled(piece, language), language)
                if figure is not None:
                    found.append(figure)
    return tuple(found)


def _figure(reading: Reading, line: Line, text: str, language: str) -> Figure | None:
    match = _quantity(language).search(text)
    if match is None or _is_year(match):
        return None
    value = number(match["number"], language)
    if value is None:
        return None
    multiplier = (match["multiplier"] or "").strip()
    value = value * float(pairs(language, "multipliers").get(multiplier, 1))
    what = _measured(text, match, language)
    if not what:
        return None
    unit = stripped(match["unit"])
    return Figure(
        value=round(value, 6),
        unit=unit,
        what=what,
        shown=re.sub(r"^(?:de|d'|à|los|las|el|le|les|la) ", "", match[0].strip()),
        span=span_of(reading, line),
    )


def number(written: str, language: str) -> float | None:
    """The value of digits as the language groups them; none where it could be read in two ways."""
    text = re.sub(r"[ \u00a0\u202f\u2009]", "", written).replace("−", "-")
    if language in ("en", "zh"):
        return (
            float(text.replace(",", ""))
            if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?", text)
            else None
        )
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", ".")) if re.fullmatch(r"-?\d+(?:,\d+)?", text) else None


@lru_cache(maxsize=8)
def _quantity(language: str) -> re.Pattern[str]:
    about = "|".join(entries(language, "figure about"))
    many = "|".join(sorted(pairs(language, "multipliers"), key=lambda w: (-len(w), w)))
    units: list[str] = []
    for line in entries(language, "units"):
        units.extend(line.split("|") if "|" in line else line.split("|") if line.startswith("%") else line.split())
    names = "|".join(
        re.escape(u) for u in sorted({u for line in units for u in _parts(line)}, key=lambda u: (-len(u), u))
    )
    if language == "zh":
        return re.compile(rf"(?:(?:{about}))?{_NUMBER}(?P<multiplier>(?:{many}))?多?(?P<unit>{names})")
    own = r"(?:[a-zà-ÿ]{2,}s|[A-ZÄÖÜ][a-zäöüß]{2,})" if language != "de" else r"[A-ZÄÖÜ][a-zäöüß]{2,}"
    of = r"(?:(?:de |d['’]))?"
    return re.compile(
        rf"(?<![\w.,])(?:(?:{about}) )?{_NUMBER}(?P<multiplier> (?:{many}))?\s?{of}(?P<unit>%|(?:{names})(?![\w²])|{own}(?![\w]))"
    )


def _parts(entry: str) -> list[str]:
    return (
        entry.split()
        if entry.startswith("%") and " " in entry and "por" not in entry and "pour" not in entry
        else [entry]
    )


def _is_year(match: re.Match[str]) -> bool:
    return (
        re.fullmatch(r"1\d{3}|20\d{2}", match["number"]) is not None
        and not match["multiplier"]
        and match["unit"][:1].isupper()
    )


def _measured(text: str, match: re.Match[str], language: str) -> str:
    before, after = text[: match.start()].rstrip(), text[match.end() :].strip()
    percent = match["unit"] in ("%", "percent", "per cent", "por ciento", "pour cent", "Prozent")
    if not before and percent and language != "zh":
        return _share(after, language)
    verb = re.search(rf"(?:^|(?<=\s)|(?<=[^\x00-\x7f]))(?P<verb>{cue(language, 'figure subject').pattern})$", before)
    if language == "zh":
        return _chinese_measured(before, after, verb)
    tail = _tail(after, language)
    if tail is None:
        return ""
    if verb is not None and not tail.startswith(" …"):
        subject, said = before[: verb.start()].strip(), ""
    else:
        subject, said = _said(before, language)
        tail = tail if tail.startswith(" …") else f" …{tail}"
    if not subject or not noun_phrase(subject, language, 10):
        return ""
    return f"{subject}{f' {said}' if said else ''}{tail}"


def _said(before: str, language: str) -> tuple[str, str]:
    """Subject and verb in front of a number; a verb of two words has an auxiliary first ("can store")."""
    found = tokens(before)
    if len(found) < 2:
        return "", ""
    last = len(found) - 1
    if low(found[last - 1]) in words(language, "light verbs"):
        last -= 1
    elif not is_verb(low(found[last]), language):
        return "", ""
    return before[: found[last].start()].strip(), before[found[last].start() :].strip()


def _chinese_measured(before: str, after: str, verb: re.Match[str] | None) -> str:
    subject = before[: verb.start()].strip() if verb else ""
    if verb is None or after or not noun_phrase(subject, "zh"):
        return ""
    dimension = re.match(r"(?:总|全)?[长高宽深重]|面积|海拔", verb["verb"])
    moved = verb["verb"].rstrip("了") if verb["verb"].endswith("了") else ""
    return subject + (dimension[0] if dimension else moved)


def _share(after: str, language: str) -> str:
    """ "86 percent of all evaporation happens ...": what follows "of"."""
    of = re.match(r"(?:of|de|d['’]|del|des|du|der) ?(?P<rest>.+)$", after)
    if of is None or not 3 <= len(tokens(of["rest"])) <= 16 or re.search("[,;:]", of["rest"]):
        return ""
    return of["rest"] if after.startswith(("of ", "de ", "d'", "d’")) else after


def _tail(after: str, language: str) -> str | None:
    """What the words behind the unit add to the measured thing: a dimension in brackets, a phrase of place or time, nothing; none if in doubt."""
    found = tokens(after)
    if not after or after[0] in ",;" or (found and low(found[0]) in words(language, "joins") and language != "de"):
        return ""
    if not found:
        return None
    first = low(found[0])
    sizes = pairs(language, "dimensions")
    skip = 1 if first in ("de", "en", "in", "of") and len(found) > 1 and low(found[1]) in sizes else 0
    if low(found[skip]) in sizes:
        rest = after[found[skip].end() :].strip()
        return (
            f" ({sizes[low(found[skip])]})"
            if not rest or rest[0] in ",;" or low(tokens(rest)[0]) in words(language, "joins") or _plain(rest, language)
            else None
        )
    part = re.split(r"[,;](?!\d)", after, maxsplit=1)[0].strip()
    if not _plain(part, language):
        return None
    return f" … {part}" if first.rstrip("'") in ("of", "de", "d", "des", "du", "del", "der", "von") else f" {part}"


def _plain(text: str, language: str) -> bool:
    found = [low(t) for t in tokens(text)]
    joins = words(language, "joins")
    if not found or found[0] not in words(language, "prepositions") or len(found) > 9:
        return False
    if len(found) <= 5:
        joins = frozenset()
    return not any(w in joins or w in words(language, "negations") or is_verb(w, language) for w in found)
