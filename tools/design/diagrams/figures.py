"""Numbers as a language writes them: decimal comma or point, groups of three, no trailing noughts, no true figure lost."""

from __future__ import annotations

from typing import Final

_MARKS: Final = {"de": (".", ","), "es": (".", ","), "fr": ("\u202f", ","), "pt": (".", ","), "it": (".", ",")}
_FIGURES: Final = 6
"""Figures kept after the point; a number smaller than that is given by its first three."""


def said(value: float, language: str) -> str:
    """``12400.5`` as ``12,400.5``, in German ``12.400,5``. Four figures stand ungrouped in Spanish and French."""
    text = f"{abs(value):,.{_FIGURES}f}".rstrip("0").rstrip(".")
    if text in ("0", "") and value:
        text = f"{abs(value):.3g}"
    code = language.split("-")[0].lower()
    group, point = _MARKS.get(code, (",", "."))
    if code in ("es", "fr") and abs(value) < 10000:
        group = ""
    text = text.replace(",", "\0").replace(".", point).replace("\0", group)
    return ("\u2212" if value < 0 else "") + text


def with_unit(value: float, unit: str, language: str) -> str:
    """A number with its unit: a sign stands as close as the language sets it, a word behind a space."""
    number = said(value, language)
    if not unit:
        return number
    code = language.split("-")[0].lower()
    tight = unit.startswith("°") and len(unit) == 1 or unit.startswith("%") and code not in ("de", "fr", "es")
    return f"{number}{unit}" if tight else f"{number}\u00a0{unit}"
