"""Small rules of written language: cleaning, capitals, stops and joins, by language."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WRITTEN: Final = ("en", "es", "de", "fr", "zh")
"""Languages with frames and phrase packs of their own."""

NNBSP: Final = "\u202f"
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»)）」』】]"
_UNSAFE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_DATE = r"(?!(?<=\d\.\s)(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Klasse|Etage|Stock)[a-zä]*\b)"
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+" + _DATE + r"(?=[^\Wa-zà-ÿ_]|[¿¡«„“\"\d])|(?<=[。！？])(?=\S)")


def clean(text: str) -> str:
    """One line of NFC text: no control, bidi-override or invisible characters, single spaces, no lone surrogate."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = _UNSAFE.sub("", unicodedata.normalize("NFC", text).replace("\u2028", " "))
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def primary(language: str) -> str:
    """Primary tag in lower case: ``"de-CH"`` is ``"de"``."""
    return language.replace("_", "-").split("-")[0].lower()


def capital(text: str) -> str:
    """With its first letter in upper case; a word with inner capitals ("iPhone") is left alone."""
    first = text.split(" ", 1)[0]
    if not text or any(c.isupper() for c in first[1:]):
        return text
    return text[0].upper() + text[1:]


def lower(text: str, language: str) -> str:
    """With its first letter in lower case, unless it is a name, an acronym or a German noun."""
    first = text.split(" ", 1)[0]
    if not text or language == "de" or any(c.isupper() or c.isdigit() for c in first[1:]) or first == "I":
        return text
    return text[0].lower() + text[1:]


def bare(text: str) -> str:
    """Without the full stop at its end (``?``, ``!`` and ``…`` stay)."""
    return re.sub(r"[\s;,:：；，、]*[.。]$", "", text.strip()) if not text.endswith(("...", "。。")) else text.strip()


def stopped(text: str, language: str) -> str:
    """With a full stop at its end, if it has no stop of its own."""
    inner = text.rstrip().rstrip(_CLOSERS)
    if not inner or inner[-1] in _STOPS:
        return text.rstrip()
    return text.rstrip().rstrip(",;:，；：、") + ("。" if language == "zh" else ".")


def joint(language: str) -> str:
    """What stands between two sentences."""
    return "" if language == "zh" else " "


def sentences(text: str) -> list[str]:
    """A text cut at its sentence ends; decimals, times and abbreviations inside words stay whole."""
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]


def words_in(text: str, language: str) -> float:
    """Spoken length in words; four Chinese characters count as 2.42 words (240 characters and 145 words a minute)."""
    han = sum(1 for c in text if "\u3400" <= c <= "\u9fff")
    rest = len(re.findall(r"[^\W_]+(?:[’'.,:][^\W_]+)*", re.sub("[\u3400-\u9fff]", " ", text)))
    return rest + han * 145 / 240
