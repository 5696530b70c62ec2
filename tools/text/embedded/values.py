"""What the slots of a frame are filled with: the brief's words, each with the fact that it rests on."""

from __future__ import annotations

import re
from typing import Final

from core.requests import TextRequest

from .articled import articled
from .language import foreign
from .line import Bit, Line, said, text_of
from .readers import audience
from .subject import Subject
from .texts import bare, clean
from .wide import wide

NEUTRAL: Final = {
    "en": "Learn more",
    "es": "Más información",
    "de": "Mehr erfahren",
    "fr": "En savoir plus",
    "zh": "了解更多",
}
"""Invitations that go with anything. They may stand on a button; a sentence of its own they are not."""


def values(request: TextRequest, who: Subject, language: str) -> dict[str, Line]:
    """Slot to words; a slot that the brief gives nothing for is left out.

    ``cta`` is the brief's own invitation: a neutral one stands on a button and in no text. ``word`` and ``aword`` a category of a word or two, ``aphrase`` the whole phrase with
    its article where nothing has a name (``tphrase``: "our ..." as well), ``spot`` the category in its place, ``thename`` and ``thebrand`` the names
    as a sentence says them.
    """
    r = request
    neutral = NEUTRAL.values()
    offer, cta = bare(clean(r.offer)), bare(clean(r.cta))
    head = _head(who.noun, language)
    noun, anoun, here = who.noun, who.anoun, who.here
    if who.name and wide(text_of(here), language) and len(text_of(who.thing)) > len(text_of(anoun or noun)):
        noun, anoun, here, head = (
            (),
            (),
            (),
            (),
        )  # "a workshop" says little where there is "a workshop that heals plants"
    values = {
        "name": who.name, "noun": noun, "anoun": anoun, "phrase": who.phrase, "our": who.our, "label": who.label,
        "thing": who.thing, "here": here, "brand": said(clean(r.brand), "brand"), "url": said(clean(r.url), "url"),
        "named": who.name if who.named else (), "only": noun if not who.name else (),
        "alone": who.thing if not who.name or _holds(who.thing, who.name) else (),
        "offer": said(offer, "offer") if len(offer) <= 160 else (),
        "cta": said(cta, "cta") if 0 < len(cta) <= 60 and not foreign(cta, language) and cta not in neutral else (),
        "mine": here if len(text_of(here).split()) <= 5 and not _many(text_of(here), language) else (),
        "word": head if head and _brief(text_of(head), language) else (),
        "aword": anoun if noun and _brief(text_of(noun), language) else (),
        "aphrase": who.phrase if not who.name else (), "tphrase": (who.phrase or who.ourphrase) if not who.name else (), "spot": who.spot,
        "title": said(bare(clean(r.title)), "product"),
        "thename": articled(who.name) if language == "fr" else who.name,
        "thebrand": articled(said(clean(r.brand), "brand")) if language == "fr" else said(clean(r.brand), "brand"),
        **audience(r, who),
    }  # fmt: skip
    return {k: v for k, v in values.items() if v}


def _head(noun: Line, language: str) -> Line:
    """A German category without the adjectives before it ("Steuerkanzlei" of "kleine Steuerkanzlei"); others as they are."""
    m = re.match(r"(?:[a-zäöüß][\w-]*,? )+(?=[A-ZÄÖÜ])", noun[0].text) if noun and language == "de" else None
    return (Bit(noun[0].text[m.end() :], noun[0].fact), *noun[1:]) if m else noun


def _many(noun: str, language: str) -> bool:
    """Whether a Spanish or French noun is a plural, which "tu" and "votre" do not go with."""
    return language in ("es", "fr") and noun.split(" ", 1)[0].endswith(("s", "x"))


def _brief(noun: str, language: str) -> bool:
    """Whether a category is a word or two rather than a description."""
    return len(noun) <= 8 if language == "zh" else len(noun.split()) <= 3 and len(noun) <= 32


def _holds(line: Line, name: Line) -> bool:
    """Whether a noun phrase says the name itself ("festival de Jazz del Puerto")."""
    return bool(re.search(rf"(?<!\w){re.escape(text_of(name))}(?!\w)", text_of(line), re.I))
