"""How the reader is spoken to: "du" or "Sie", "tú" or "usted", "tu" or "vous", "你" or "您"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .domains import mood
from .packs import pack
from .texts import primary

FORMS: Final = {"de": ("du", "Sie"), "es": ("tú", "usted"), "fr": ("tu", "vous"), "zh": ("你", "您")}
"""Familiar and formal address of each language; English has one form."""

_HABIT: Final = {"de": "Sie", "es": "tú", "fr": "vous", "zh": "你"}
_FAMILIAR: Final = {
    "de": frozenset({"playful", "bold"}),
    "es": frozenset({"playful", "bold"}),
    "fr": frozenset({"playful"}),
}
_FORMAL: Final = frozenset({"serious", "elegant"})
_SAID: Final = {
    "de": (r"(?i:\b(?:du|dein\w*|dir|dich|duzen)\b)", r"\b(?:Sie|Ihre?[nmrs]?|Ihnen|Siezen)\b"),
    "es": (
        r"(?i:\b(?:tú|tu|tus|te|ti|contigo|tutear)\b|\b(?:reserva|pide|compra|apúntate|ven|descubre|prueba|empieza|escríbenos|únete)\b)",
        r"(?i:\b(?:usted|ustedes|reserve|pida|compre|apúntese|venga|descubra|pruebe|empiece|escríbanos|solicite|consulte)\b)",
    ),
    "fr": (r"(?i:\b(?:tu|ton|ta|tes|toi|tutoyer)\b)", r"(?i:\b(?:vous|votre|vos|vouvoyer)\b|(?<!\w)(?!chez|assez|nez|rez)\w+ez\b)"),
    "zh": ("你", "您"),
}  # fmt: skip
"""What betrays each form in the brief's own words."""


def address(language: str, tone: Sequence[str], domain: str, words: str = "") -> str:
    """The form to use, empty in languages with one form.

    The brief's own words decide ("Buchen Sie"), then its tone (playful and bold are familiar, serious and elegant are formal),
    then the trade's habit.
    """
    lang = primary(language)
    if lang not in FORMS:
        return ""
    familiar, formal = FORMS[lang]
    for form, pattern in zip((formal, familiar), reversed(_SAID[lang]), strict=True):
        if re.search(pattern, words):
            return form
    wanted = (
        mood(tone, "plain") if tone and mood(tone, "food") == mood(tone, "tech") else ""
    )  # empty: no tone word known
    if wanted in _FAMILIAR.get(lang, ()):
        return familiar
    if wanted in _FORMAL:
        return formal
    habit = pack(domain).get(f"address {lang}", ())
    return habit[0].text if habit else _HABIT[lang]
