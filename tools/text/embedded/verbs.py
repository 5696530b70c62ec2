"""Verbs that a fact or a line may turn on, from ``data/verbs_en.txt`` and ``data/verbs_third.txt``."""

from __future__ import annotations

import re
from functools import lru_cache

from .packs import DATA, raw_sections


@lru_cache(maxsize=8)
def bases(group: str) -> frozenset[str]:
    """Base forms of a group: ``sure`` verbs, ``also noun`` ones, ``clear`` ones whose "-s" form is hardly ever a plural."""
    return frozenset(" ".join(raw_sections(DATA / "verbs_en.txt").get(group, ())).split())


@lru_cache(maxsize=8)
def thirds(group: str) -> frozenset[str]:
    """The same verbs in the third person."""
    return frozenset(third(v) for v in bases(group))


@lru_cache(maxsize=8)
def openers(language: str) -> frozenset[str]:
    """Verbs of German, Spanish and French that a fact may open with, in the third person."""
    return frozenset(" ".join(raw_sections(DATA / "verbs_third.txt").get(language, ())).split())


def third(verb: str) -> str:
    """``"carry"`` is ``"carries"``, ``"reach"`` is ``"reaches"``."""
    special = {"have": "has", "do": "does", "go": "goes", "be": "is"}
    if verb in special:
        return special[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else "s")
