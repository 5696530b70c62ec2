"""The source's fact in another order of words: by rules that keep every number, name, negation and condition, or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.knowledge import Definition
from tools.text.embedded.lesson.questions.voice import capital, fold
from tools.text.embedded.lesson.understand.clauses import german_order
from tools.text.embedded.lesson.understand.lexicon import is_verb, words
from tools.text.embedded.lesson.understand.phrases import low, tokens

from .frames import words_in

_DATA: Final = Path(__file__).parent.parent.parent / "data" / "lesson" / "reword.json"
_LONGEST_MEANING: Final = 20
"""Words of a meaning that can stand before the word it explains."""
_SHORTEST: Final = 3
_MARKS: Final = re.compile('["“”„«»「」]')


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(_DATA.read_text("utf-8"))
    return found


def reworded(text: str, language: str, definitions: Sequence[Definition] = (), step: bool = False) -> tuple[str, ...]:
    """The sentence in other words, as one sentence or two; empty where no rule is sure.

    Args:
        definitions: those of the sentence; a definition is told from its meaning to its word.
        step: it is a step of a process, whose "then" may be any other word for it.
    """
    table = _table().get(language)
    if table is None or _MARKS.search(text):
        return ()
    made = (
        _turned(text, language, table, definitions)
        or _by_rules(text, table["steps"] if step else [])
        or _by_rules(text, table["rules"])
        or (_unfronted(text) if language == "de" else "")
        or _swapped(text, language, table["swaps"])
    )
    pieces = tuple(p.strip() for p in made.split("|")) if made else ()
    return pieces if all(words_in(p) >= _SHORTEST for p in pieces) else ()


def _turned(text: str, language: str, table: Mapping[str, Any], definitions: Sequence[Definition]) -> str:
    """ "A lock is a chamber that ..." as "A chamber that ... is called a lock"."""
    m = re.match(table["is"], text)
    if m is None or words_in(m["meaning"]) > _LONGEST_MEANING:
        return ""
    meaning, term = m["meaning"], m["term"]
    if not any(fold(d.meaning) == fold(meaning) and fold(d.term) in fold(term) for d in definitions):
        return ""
    first = term.split(" ", 1)[0]
    if language == "en" and first.lower() in words("en", "articles"):
        term = term[:1].lower() + term[1:]
    elif language in ("en", "es", "fr"):  # the definition knows whether the word is written small
        term = next((d.term for d in definitions if fold(d.term) == fold(term)), term)
    if language == "de" and "," in meaning:
        meaning += ","
    frame = table["calls"][m["be"] in ("are", "sind", "son", "sont")]
    return _filled(frame, meaning=capital(meaning), term=term, low=meaning[:1].lower() + meaning[1:])


def _by_rules(text: str, rules: Sequence[Sequence[str]]) -> str:
    for pattern, frame, veto in rules:
        m = re.match(pattern, text)
        if m is None or (veto and re.search(veto, text, re.I)):
            continue
        found = m.groupdict()
        given = {"a": found["a"], "b": found.get("b") or "", "m": (found.get("m") or "").lower()}
        made = _filled(frame, **given, B=capital(given["b"]))
        return "|".join(capital(p) for p in made.split("|"))
    return ""


def _filled(frame: str, **given: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: given[m[1]], frame)


def _unfronted(text: str) -> str:
    """German: "In festen Stoffen läuft der Schall schneller" as "Der Schall läuft in festen Stoffen schneller"."""
    found = tokens(text)
    if not found or (low(found[0]) not in words("de", "prepositions") and not re.match(r"\d{3,4} ", text)):
        return ""
    for i, token in enumerate(found[1:8], 1):
        ahead = text[: token.start()].rstrip()
        if "," in ahead or not token[0].islower():
            if "," in ahead:
                return ""
            continue
        if not is_verb(low(token), "de") or low(found[i - 1]) in words("de", "articles"):
            continue
        ordered = german_order(text[token.start() :])
        place = ordered.find(f" {token[0]} ") if ordered else -1
        if place < 0:
            return ""
        after = place + len(token[0]) + 1
        return f"{ordered[:after]} {ahead[:1].lower()}{ahead[1:]}{ordered[after:]}"
    return ""


def _swapped(text: str, language: str, swaps: Mapping[str, str]) -> str:
    edge = "" if language == "zh" else r"\b"
    for old, new in swaps.items():
        if re.search(f"{edge}{old}{edge}", text):
            return re.sub(f"{edge}{old}{edge}", new, text, count=1)
    return ""
