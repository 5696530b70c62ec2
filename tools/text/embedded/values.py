"""What the slots of a frame are filled with: the brief's words, each with the fact that it rests on."""

from __future__ import annotations

from core.requests import TextRequest

from .language import foreign
from .line import Line, said, text_of
from .subject import Subject, audience
from .texts import bare, clean, lower


def values(request: TextRequest, who: Subject, language: str) -> dict[str, Line]:
    """Slot to words; a slot that the brief gives nothing for is left out.

    ``do`` is the call to action in the middle of a sentence, ``word`` and ``aword`` a category of a word or two.
    """
    r = request
    offer, cta = bare(clean(r.offer)), bare(clean(r.cta))
    values = {
        "name": who.name, "noun": who.noun, "anoun": who.anoun, "phrase": who.phrase, "our": who.our, "label": who.label,
        "thing": who.thing, "here": who.here, "brand": said(clean(r.brand), "brand"), "url": said(clean(r.url), "url"),
        "named": who.name if who.named else (), "only": who.noun if not who.name else (),
        "alone": who.thing if not who.name else (),
        "offer": said(offer, "offer") if len(offer) <= 160 else (),
        "cta": said(cta, "cta") if len(cta) <= 60 and not foreign(cta, language) else (),
        "mine": who.here if len(text_of(who.here).split()) <= 5 and not _many(text_of(who.here), language) else (),
        "word": who.noun if _brief(text_of(who.noun), language) else (),
        "aword": who.anoun if _brief(text_of(who.noun), language) else (),
        "do": said(lower(cta, language), "cta") if len(cta) <= 60 and not foreign(cta, language) else (),
        "title": said(bare(clean(r.title)), "product"),
        **audience(r, who),
    }  # fmt: skip
    return {k: v for k, v in values.items() if v}


def _many(noun: str, language: str) -> bool:
    """Whether a Spanish or French noun is a plural, which "tu" and "votre" do not go with."""
    return language in ("es", "fr") and noun.split(" ", 1)[0].endswith(("s", "x"))


def _brief(noun: str, language: str) -> bool:
    """Whether a category is a word or two rather than a description."""
    return len(noun) <= 8 if language == "zh" else len(noun.split()) <= 3 and len(noun) <= 32
