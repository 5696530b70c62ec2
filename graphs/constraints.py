"""What a brief's ``constraints`` do: a short "no X" bans the word X; every other is told to whoever looks the package over."""

from __future__ import annotations

import re

from core.brief import Brief
from tools.checks.wording import banned_in

_NO = re.compile(
    r"(?:(?:no|avoid|never say|do not say|don't say|keine?n?|nicht|sans|pas de|sin|no digas)\s+|不用|不说|不要|禁用)"
    r"(?:the\s+words?\s+|das\s+wort\s+|le\s+mot\s+|la\s+palabra\s+)?[\"'“„«「]?(?P<word>[^\"'“”„«»「」,;.]+)[\"'”“»」]?\.?",
    re.I,
)
MOST_WORDS = 2
"""A longer "no ..." is about more than a word: "no pictures of children at play"."""


def word_of(constraint: str) -> str:
    """The word that a constraint bans, or empty where it asks for something else."""
    found = _NO.fullmatch(constraint.strip())
    word = found["word"].strip() if found else ""
    return word if word and len(word.split()) <= MOST_WORDS else ""


def obeying(brief: Brief) -> Brief:
    """The brief with the words that its constraints ban among its brand's, so that writer and checks hold to them.

    A word that the brief itself needs stays allowed: "no plastic" beside the fact "Made without plastic" bans nothing.
    """
    said = "\n".join([*(f.text for f in brief.evidence()), *brief.brand.legal])
    words = (word_of(constraint) for constraint in brief.constraints)
    return brief.banning(word for word in words if word and not banned_in(said, (word,)))


def unkept(brief: Brief) -> tuple[str, ...]:
    """Constraints that ban no word: a person has to look whether they are kept."""
    banned = {word.casefold() for word in brief.brand.banned}
    return tuple(c for c in brief.constraints if word_of(c).casefold() not in banned)
