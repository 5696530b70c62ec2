"""Untrusted text made fit to be stored in one line of a log or shown on a console."""

from __future__ import annotations

import unicodedata
from typing import Any

_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, limit: int, *, lines: bool = False) -> str:
    """``text`` in NFC without control characters, lone surrogates and direction overrides, at most ``limit`` characters.

    Line breaks and tabs become spaces, unless ``lines`` keeps them as ``\\n`` and ``\\t``.
    """
    out = []
    for char in unicodedata.normalize("NFC", text[: 4 * limit].replace("\r\n", "\n").replace("\r", "\n")):
        if char in "\n\t\u2028\u2029\x85":
            out.append((char if char in "\n\t" else "\n") if lines else " ")
        elif char not in _BIDI and unicodedata.category(char) not in ("Cc", "Cs"):
            out.append(char)
    return "".join(out)[:limit].strip()


def clean_value(value: Any, limit: int) -> Any:
    """Plain data with every text in it cleaned; what is no JSON becomes its ``str``."""
    if isinstance(value, str):
        return clean(value, limit)
    if isinstance(value, dict):
        return {clean(str(k), 200): clean_value(v, limit) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean_value(v, limit) for v in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    return clean(str(value), limit)
