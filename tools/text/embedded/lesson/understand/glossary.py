"""Entries of glossaries: terms that the source sets apart, with what it says of each."""

from __future__ import annotations

import re

from core.knowledge import Definition
from core.source import Reading
from tools.reading.sentences import sentences

from .lexicon import verbs, words
from .lines import dependent, one_line
from .meanings import head_noun
from .phrases import low, noun_phrase, stripped, tokens

_LISTED = re.compile(r"^(?P<term>[^:：–—]{1,60}?)\s*(?:[:：]|\s[–—-]\s)\s*(?P<meaning>\S.{5,300})$", re.DOTALL)


def glossary(reading: Reading, language: str) -> list[Definition]:
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
