"""Which words may be a term, and which sentences give it its name."""

from __future__ import annotations

import re

from .lexicon import is_verb, verbs, words
from .lines import Line, dependent
from .meanings import head_noun
from .phrases import low, noun_phrase, tokens

_BACK = frozenset(
    [
        "such",
        "this",
        "these",
        "solche",
        "solcher",
        "solches",
        "solchen",
        "diese",
        "dieser",
        "tal",
        "tales",
        "esta",
        "este",
        "tel",
        "telle",
        "tels",
        "telles",
        "cette",
        "ce",
        "ces",
    ]
)


def good_term(term: str, raw: str, section: str, line: Line, language: str) -> bool:
    """A short noun phrase without figures that is no word about the text itself ("the result", "chapter")."""
    most = 6 if section in ("define is", "define was") else 5
    if not noun_phrase(term, language, most) or not noun_phrase(raw, language, most + 1):
        return False
    if language == "zh":
        return (
            len(term) <= 10
            and term not in words(language, "meta")
            and not re.search(
                r"[和与、]|^最.*的|[就也都还正又只总便才仍并而但或其这那每]$|^(?:如果|虽然|但|而|每|因|当|在|对|从|一[种个])|的$|之一",
                term,
            )
        )
    found = [low(t) for t in tokens(term)]
    meta = words(language, "meta")
    if len(found) > 1 and found[0] in words(language, "stop"):
        return False
    if found[0] in meta or found[-1] in meta or (len(found) > 1 and any(w in meta for w in found[:2])):
        return False
    return not re.search(r"\d", term) and any(len(w) > 2 for w in found)


def is_apposition(match: re.Match[str], term: str, meaning: str, language: str) -> bool:
    """ "X, the Y of Z, did ...": a name, what it is, and then the verb."""
    after = match["after"].lower()
    if (
        after in words(language, "joins")
        or after in words(language, "relatives")
        or after in words(language, "prepositions")
    ):
        return False
    rest = match.string[match.end("after") :]
    sure = is_verb(after, language)
    named = all(t[0][0].isupper() for t in tokens(term) if low(t) not in words(language, "inner"))
    raw = match["term"].lower()
    found = [low(t) for t in tokens(meaning)]
    common = raw != term.lower() and found[0] in words(language, "indefinite") and language != "en"
    head = head_noun(meaning, language).lower()
    plain = not any(w in verbs(language) for w in found[1:4]) and head not in words(language, "weak") | words(
        language, "meta"
    )
    return sure and (named or common) and bool(head) and plain and len(found) >= 3 and bool(rest)


def names_a_kind(meaning: str, language: str, least: int = 4) -> bool:
    """In "M is called T", M must be a noun phrase of its own, of ``least`` words."""
    if language == "zh":
        return (
            not re.search(r"^(?:它|这|那|也|又|人们|其|被|通常|因此|所以)|[把将]|这样|这种|那种", meaning)
            and "，" not in meaning[:-1]
            and 4 <= len(meaning) <= 40
            and (
                meaning.endswith(
                    (
                        "过程",
                        "现象",
                        "物质",
                        "部分",
                        "方法",
                        "人",
                        "地方",
                        "作用",
                        "制度",
                        "运动",
                        "水",
                        "植物",
                        "动物",
                        "地区",
                    )
                )
                or re.search(r"的[^的]{1,6}$", meaning) is not None
            )
        )
    found = [low(t) for t in tokens(meaning)]
    opens = found[0] in words(language, "articles")
    if any(w in _BACK for w in found[:3]):
        return False
    return opens and not dependent(meaning, language) and least <= len(found) <= 30
