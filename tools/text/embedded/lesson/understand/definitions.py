"""Terms and what they mean, by patterns of high precision. What only states something of a thing is no definition."""

from __future__ import annotations

import re

from core.knowledge import Definition
from core.source import Reading
from tools.text.embedded.lesson.split import sentences

from .lexicon import is_verb, patterns, verbs, words
from .lines import Line, dependent, one_line, personal, span_of
from .meanings import cut, defines, head_noun, nominative
from .mentions import Mentions
from .phrases import length, low, noun_phrase, stripped, tokens, unled, without_article

_WORD = r"^(?:palabra|término|word|term|Wort|Begriff|mot|terme) "
_BACK = frozenset(
    [
        "such",
        "solche",
        "solcher",
        "solches",
        "solchen",
        "tal",
        "tales",
        "tel",
        "telle",
        "tels",
        "telles",
        "cette",
        "ce",
        "ces",
        "esta",
        "este",
        "this",
        "these",
        "diese",
        "dieser",
    ]
)
_OPENERS = frozenset(["any", "all", "every", "each", "tout", "toute", "todo", "toda", "alle", "jede", "wenn", "ce"])
_LISTED = re.compile(r"^(?P<term>[^:：–—]{1,60}?)\s*(?:[:：]|\s[–—-]\s)\s*(?P<meaning>\S.{5,300})$", re.DOTALL)


def find_definitions(reading: Reading, lines: list[Line], language: str) -> tuple[Definition, ...]:
    """Definitions in the order of the text, the first of each term. ``meaning`` is in the source's words; only a German accusative
    ("versteht man den Übergang") is set in the nominative, so that it can follow "ist".
    """
    found: list[Definition] = list(_glossary(reading, lines, language))
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
    body = unled(line.body, language)
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
            pair = match and _pair(match, section, line, language, text)
            if pair:
                return [_made(reading, line, *pair, language)]
    return []


def _pair(match: re.Match[str], section: str, line: Line, language: str, text: Mentions) -> tuple[str, str] | None:
    groups = match.groupdict()
    raw_term = groups["term"]
    meaning = groups.get("meaning") or "el " + str(groups.get("meaning_el", "")).strip()
    if groups.get("article"):
        meaning = f"{groups['article']} {meaning}"
    term = re.sub(_WORD, "", without_article(raw_term, language))
    if not _good_term(term, raw_term, section, line, language):
        return None
    if section == "define apposition":
        return (term, meaning) if _apposition(match, term, meaning, language) else None
    if section == "define called" and not _names(meaning, language):
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


def _good_term(term: str, raw: str, section: str, line: Line, language: str) -> bool:
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


def _apposition(match: re.Match[str], term: str, meaning: str, language: str) -> bool:
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


def _names(meaning: str, language: str) -> bool:
    """In "M is called T", M must be a noun phrase of its own."""
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
    return opens and not dependent(meaning, language) and 4 <= len(found) <= 30


def _glossary(reading: Reading, lines: list[Line], language: str) -> list[Definition]:
    """Entries such as "**term**: meaning", where the source marks the term or the list as one of terms."""
    found = []
    for block in reading.blocks:
        if block.kind not in ("item", "paragraph") or block.mark in (
            "questions",
            "references",
            "contents",
            "objectives",
        ):
            continue
        text = one_line(reading.words_of(block))
        match = _LISTED.match(text)
        if match is None:
            continue
        term, meaning = (
            stripped(match["term"]),
            stripped(re.sub(r"[.。]\s*$", "", _first_sentence(match["meaning"], language))),
        )
        marked = block.mark == "terms" or any(one_line(s).strip(" :：") == term for s in block.strong)
        if not marked or not noun_phrase(term, language, 6) or term.lower() in words(language, "meta"):
            continue
        if _phrase_like(meaning, language):
            found.append(
                Definition(
                    term=term,
                    meaning=meaning,
                    span=reading.span(block.start, block.end),
                    kind=head_noun(meaning, language),
                )
            )
    return found


def _first_sentence(text: str, language: str) -> str:
    start, end = sentences(text, language)[0]
    return text[start:end]


def _phrase_like(meaning: str, language: str) -> bool:
    """A noun phrase with what belongs to it: no sentence of its own before a relative word."""
    if language == "zh":
        return (
            3 <= len(meaning) <= 80
            and not dependent(meaning, language)
            and not re.search(r"^[^的]{1,6}(?:是|会|能|有)", meaning)
        )
    found = tokens(meaning)
    if not 3 <= len(found) <= 40 or dependent(meaning, language) and low(found[0]) not in words(language, "articles"):
        return False
    for i, token in enumerate(found):
        word = low(token)
        if word in words(language, "relatives") and i:
            return True
        if word in verbs(language) and (i == 0 or word in words(language, "light verbs")):
            return False
    return True


def _cased(term: str, text: str, language: str) -> str:
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
