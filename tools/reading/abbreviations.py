"""What a full stop may otherwise be part of, by language: abbreviations of four sorts, and words that open sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .language import function_words


@dataclass(frozen=True)
class Rules:
    """The lists of one language, in lower case and without the last full stop."""

    language: str
    name: frozenset[str]
    number: frozenset[str]
    inner: frozenset[str]
    ending: frozenset[str]
    starters: frozenset[str]
    """Words that open sentences and are no names: with a capital after a stop they settle it."""


@cache
def rules_of(language: str) -> Rules:
    """The rules of a language by its primary tag; English for one that has none."""
    data: dict[str, dict[str, str]] = json.loads(
        (Path(__file__).parent / "data" / "abbreviations.json").read_text("utf-8")
    )
    own = data.get(language, data["en"])
    sets = {kind: frozenset(words.split()) for kind, words in own.items()}
    common = {*function_words().get(language, function_words()["en"]), *own["starters"].split()}
    return Rules(
        language,
        sets["name"],
        sets["number"],
        sets["inner"],
        sets["ending"],
        frozenset(w for w in common if len(w) > 1 or w in "aàyéó"),
    )
