"""Names and direction of languages, for pages and documents."""

from __future__ import annotations

from typing import Final

NAMES: Final[dict[str, str]] = {
    "en": "English", "es": "Español", "de": "Deutsch", "fr": "Français", "zh": "中文", "ar": "العربية",
    "he": "עברית", "el": "Ελληνικά", "ru": "Русский", "uk": "Українська", "it": "Italiano", "pt": "Português",
    "nl": "Nederlands", "pl": "Polski", "ja": "日本語", "ko": "한국어", "fa": "فارسی", "ur": "اردو",
}  # fmt: skip
"""A language's own name for itself."""

RTL: Final = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv"})
CJK: Final = frozenset({"zh", "ja", "ko"})


def primary(language: str) -> str:
    """Primary tag in lower case: ``"pt-BR"`` is ``"pt"``."""
    return language.replace("_", "-").split("-")[0].lower()


def own_name(language: str) -> str:
    """What its speakers call it; the tag itself where we do not know."""
    return NAMES.get(primary(language), language)


def direction(language: str) -> str:
    """``"rtl"`` or ``"ltr"``."""
    return "rtl" if primary(language) in RTL else "ltr"
