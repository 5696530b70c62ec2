"""Countries and time zones behind the words that a brief uses for its market."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from tools.export.languages import primary
from tools.export.markup import resource


class Market(NamedTuple):
    """ISO 3166 code, IANA time zone of the largest city, and languages."""

    code: str
    zone: str
    languages: tuple[str, ...]
    names: tuple[str, ...]


def markets(words: Iterable[str]) -> tuple[Market, ...]:
    """The countries named, by code or by name in one of five languages, in the order given; unknown ones are left out."""
    found: dict[str, Market] = {}
    for word in words:
        plain = " ".join(word.casefold().split())
        for market in _table():
            if plain == market.code.lower() or plain in market.names:
                found.setdefault(market.code, market)
    return tuple(found.values())


def zone(words: Iterable[str], language: str) -> str:
    """Time zone of the market that speaks ``language``, else of the first one; empty where no market is known."""
    known = markets(words)
    own = [m for m in known if primary(language) in m.languages]
    return next((m.zone for m in (*own, *known)), "")


@cache
def _table() -> tuple[Market, ...]:
    page: dict[str, Any] = json.loads(resource("data/markets.json"))
    return tuple(
        Market(code, place, tuple(tongues.split()), tuple(names)) for code, place, tongues, names in page["markets"]
    )
