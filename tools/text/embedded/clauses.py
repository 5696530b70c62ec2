"""A line at its commas: what belongs together stays together, and where an English sentence has its verb."""

from __future__ import annotations

import re
from typing import Final

from .verbs import bases, thirds

_COMMA: Final = re.compile(r"(?:[,;]\s+|[，；])")
_LINKED: Final = re.compile(
    r"^(?!\d)[^\s\d]+(?:\s[^\s\d]+){0,2}\s(?:and|or|und|oder|et|ou|y|e|o|u)\s(?!.*(?:provided|included|welcome|available|inclus\w*|"
    r"incluid[oa]s?|inklusive|inbegriffen|willkommen|bienvenid[oa]s?|bienvenus?|offerts?)$)",
    re.I,
)
"""The end of an enumeration: "brass and old boilers", not "suits and tools provided"."""
_ITEM: Final = re.compile(r"^[^\s\d]+(?:\s[^\s\d]+){0,2}$")
_DAY: Final = re.compile(
    r"(?i)^(?:(?:on|from|le|el|am|ab|du|del|vom)\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|"
    r"samstags?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|"
    r"\d{1,2}\.?\s(?:and\s\d{1,2}\s|und\s\d{1,2}\.\s|et\s\d{1,2}\s|y\s\d{1,2}\s)?(?:de\s)?[A-Za-zäéûû]{3,10})\b[^,]{0,30}$"
)
_HOUR: Final = re.compile(
    r"(?i)^(?:(?:at|from|um|ab|à|a las|de|von)\s)?\d{1,2}(?:[.:h]\d{2})?\s?(?:am|pm|uhr|h|o['’]clock)\b[^,]{0,24}$|^noon$"
)


def clauses(text: str) -> list[str]:
    """The parts of a line between its commas, each word for word. An enumeration is one part, and so are a day and its hour."""
    cuts = list(_COMMA.finditer(text))
    bounds = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    spans: list[tuple[int, int]] = []
    for span in zip(bounds, ends, strict=True):
        spans.append(span)
        while len(spans) > 1 and _one(text, spans):
            (start, _), (_, end) = spans[-2:]
            spans[-2:] = [(start, end)]
    return [part for a, b in spans if (part := text[a:b].strip(" .。"))]


def _one(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the last two parts belong together."""
    before, last = (text[a:b].strip(" .。") for a, b in spans[-2:])
    if _HOUR.match(last) and _DAY.match(before):
        return True
    if _LINKED.match(last):
        return not re.search(r"\d", before) and len(before.split()) > 1 or bool(_ITEM.match(before)) and len(spans) > 2
    return False


def verb_at(phrase: str, article: str) -> int:
    """Where the verb of an English sentence starts ("Our chess club meets Thursdays"); -1 where the line is a noun phrase.

    After "a" the subject is one thing, so that "-s" can be no plural; elsewhere only verbs count that are hardly ever nouns.
    """
    known = thirds("clear") | (thirds("sure") if article in ("a", "an") else frozenset())
    for m in re.finditer(r"(?<=\s)(?P<verb>[a-z]+)(?=\s)", phrase):
        if m["verb"] in known and 1 <= len(phrase[: m.start()].split()) <= 8:
            return m.start("verb")
    return -1


def commands(line: str) -> bool:
    """Whether an English line opens with a command ("Give blood on 14 March")."""
    first, _, rest = line.partition(" ")
    follows = re.match(
        r"(?:[a-z]+\s(?:in|at|on|for|with|from|to)\b|an?\b|the\b|your\b|our\b|us\b|in\b|at\b|to\b|for\b|with\b)", rest
    )
    return first.lower() in bases("sure") | bases("clear") and bool(follows) and not re.match(r"(?:in|of)\b", rest)
