"""Terms and what they mean, by patterns of high precision. What only states something of a thing is no definition."""

from __future__ import annotations

import re

from core.knowledge import Definition
from core.source import Reading

from .glossary import glossary
from .lexicon import patterns, words
from .lines import Line, personal, span_of
from .meanings import cut, defines, head_noun, nominative
from .mentions import Mentions
from .naming import good_term, is_apposition, names_a_kind
from .phrases import length, low, stripped, tokens, unled, without_article

_WORD = r"^(?:palabra|término|word|term|Wort|Begriff|mot|terme) "
_CALLED = {
    "en": r"\b(?:is|are) (?:also )?called\b", "de": r"\b(?:heißt|heißen|nennt man)\b", "es": r"\bse (?:llaman?|denominan?)\b",
    "fr": r"\b(?:s['’]appell(?:e|ent)|se nomme(?:nt)?|est appelée?|sont appelée?s)\b",
}  # fmt: skip
"""Verbs that give a thing its name. Of two in one sentence neither belongs to what the other names."""
_OPENERS = frozenset(["any", "all", "every", "each", "tout", "toute", "todo", "toda", "alle", "jede", "wenn", "ce"])


def find_definitions(reading: Reading, lines: list[Line], language: str) -> tuple[Definition, ...]:
    """Definitions in the order of the text, the first of each term. ``meaning`` is in the source's words; only a German accusative
    ("versteht man den Übergang") is set in the nominative, so that it can follow "ist".
    """
    found: list[Definition] = list(glossary(reading, language))
    text = Mentions(reading.text)
    for line in lines:
        if line.kind in ("paragraph", "item", "step") and line.mark != "objectives":
            found.extend(_in_line(reading, line, language, text))
    found.sort(key=lambda d: (d.span.start, d.span.end))
    seen: set[str] = set()
    first = []
    for one in found:
        key = one.term.lower()
        if key not in seen:
            seen.add(key)
            first.append(one)
    return tuple(first)


def _in_line(reading: Reading, line: Line, language: str, text: Mentions) -> list[Definition]:
    halves = _halves(unled(line.body, language), language)
    return [made for body in halves for made in _in_clause(reading, line, body, language, text, len(halves) > 1)]


def _halves(body: str, language: str) -> list[str]:
    """The clauses of a sentence that defines two things: "The lord is the one who ..., and the serf is the one who ..."."""
    if language == "zh":
        return re.split("，(?=[^，]{1,8}是指)", body)
    named = _CALLED.get(language, "(?!)")
    joins, articles = ("|".join(sorted(map(re.escape, words(language, w)))) for w in ("joins", "articles"))
    if len(re.findall(named, body)) > 1:  # "Rising water is called the flood, falling water is called the ebb."
        pieces = re.split(rf",? (?:{joins}|while|whereas|während) (?=[^,]*{named})|[,;] (?=[^,]*{named})", body)
        return pieces if all(len(re.findall(named, piece)) == 1 for piece in pieces) else []
    be = "is|are|ist|sind|est|sont|es|son"
    return re.split(rf", (?:{joins}|while|whereas|während) (?=(?:{articles}) ?(?:[\w'’-]+ ){{1,3}}(?:{be})\b)", body)


def _in_clause(
    reading: Reading, line: Line, body: str, language: str, text: Mentions, one_of_two: bool
) -> list[Definition]:
    naming = not line.factual
    if naming and (
        personal(line.text, language) is False or line.kind not in ("paragraph", "item") or "?" in line.text
    ):
        return []
    for section in ("define verb", "define called", "define is", "define was", "define naming", "define apposition"):
        if naming and section not in ("define verb", "define called"):
            continue
        for pattern in patterns(language, section):
            match = pattern.search(body)
            pair = match and _pair(match, section, line, language, text, 3 if one_of_two else 4)
            if pair:
                return [_made(reading, line, *pair, language)]
    return []


def _pair(
    match: re.Match[str], section: str, line: Line, language: str, text: Mentions, least: int
) -> tuple[str, str] | None:
    """Term and meaning; ``least`` words in what is given a name: two things that are told apart need fewer."""
    groups = match.groupdict()
    raw_term = groups["term"]
    meaning = groups.get("meaning") or "el " + str(groups.get("meaning_el", "")).strip()
    if groups.get("article"):
        meaning = f"{groups['article']} {meaning}"
    term = re.sub(_WORD, "", without_article(raw_term, language))
    if not good_term(term, raw_term, section, line, language):
        return None
    if section == "define apposition":
        return (term, meaning) if is_apposition(match, term, meaning, language) else None
    if section == "define called" and not names_a_kind(meaning, language, least):
        return None
    if section == "define verb" and not _opens_phrase(meaning, language):
        return None
    meaning = nominative(cut(meaning, language), language) if language == "de" else cut(meaning, language)
    if section in ("define is", "define was") and not defines(
        raw_term, term, meaning, section, line.strong, language, text
    ):
        return None
    return (_cased(term, text, language), _small(stripped(meaning), language))


def _opens_phrase(meaning: str, language: str) -> bool:
    if language == "zh":
        return True
    first = low(tokens(meaning)[0])
    if first in words(language, "articles") or first in _OPENERS:
        return True
    return first not in words(language, "stop") and first not in words(language, "relatives")


def _small(meaning: str, language: str) -> str:
    """With a small article: the meaning follows "is"."""
    first = meaning.split(" ", 1)[0].split("'")[0].split("’")[0]
    own = words(language, "articles") | words(language, "determiners") | {"l"}
    return meaning[:1].lower() + meaning[1:] if first.lower() in own else meaning


def _cased(term: str, text: Mentions, language: str) -> str:
    """With a small first letter where the source writes it so inside a sentence."""
    if language in ("de", "zh") or any(c.isupper() for c in term[1:]):
        return term
    small = term[:1].lower() + term[1:]
    return small if text.small(small) else term


def _made(reading: Reading, line: Line, term: str, meaning: str, language: str) -> Definition:
    kind = head_noun(meaning, language)
    return Definition(
        term=term, meaning=meaning, span=span_of(reading, line), kind=kind if length(kind, language) else ""
    )
