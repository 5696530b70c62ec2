"""Prices and discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from .kinds import HAN, Particular, han_number, one_of, words

_AMOUNT: Final = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)"


def prices(text: str) -> Iterator[Particular]:
    for m in _price_pattern().finditer(text):
        mark = (m["before"] or m["after"] or "").lower()
        name = _currency().get(mark.rstrip("."), "")
        raw = m["n"] or m["m"] or ""
        if name and raw:
            yield Particular("price", m.start(), m.end(), (f"{amount(raw)} {name}",))
    for m in re.finditer(rf"([{HAN}]{{1,7}})(元|块钱|欧元|美元)", text):
        value = han_number(m[1])
        if value is not None:
            yield Particular(
                "price", m.start(), m.end(), (f"{value} {_currency().get(m[2].removesuffix('钱'), 'CNY')}",)
            )
    for m in re.finditer(rf"(?<![\d.,])({_AMOUNT})\.[-–—](?![\w-])", text):
        yield Particular("price", m.start(), m.end(), (f"{amount(m[1])} *",))
    for m in re.finditer(rf"([\d{HAN}](?:\.\d)?)\s?折", text):
        tenths = Decimal(m[1]) if m[1][0].isdigit() else Decimal(han_number(m[1]) or 0)
        yield Particular("price", m.start(), m.end(), (f"{format((100 - tenths * 10).normalize(), 'f')} %",))


def amount(raw: str) -> str:
    """A number in one form: ``1,299.00``, ``1.299,00``, ``1'299`` and ``1 299`` are ``1299``."""
    plain = re.sub(r"['’\u00a0\u202f ]", "", raw)
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", plain)
    if grouped:
        plain = re.sub(r"[.,]", "", grouped[1]) + (f".{grouped[2]}" if grouped[2] else "")
    value = Decimal(plain.replace(",", "."))
    return format(value.normalize(), "f")


@cache
def _currency() -> dict[str, str]:
    return {word: name for name, words in words()["currencies"].items() for word in words}


@cache
def _price_pattern() -> re.Pattern[str]:
    latin = [w for w in _currency() if w[0].isalpha() and w.isascii() or w in ("dólar", "dólares")]
    signs = [w for w in _currency() if w not in latin]
    before = rf"(?P<before>(?<![\w])(?:{one_of(w for w in latin if len(w) <= 3)})\b\.?|{one_of(s for s in signs if s not in '%％元块')})"
    after = rf"(?P<after>{one_of(signs)}|(?:{one_of(latin)})(?![\w]))"
    return re.compile(
        rf"{before}\s?(?P<n>{_AMOUNT})(?:\.?[-–—](?![\w]))?|(?<![\d.,:/])(?P<m>{_AMOUNT})(?:[.,]?[-–—])?\s?{after}",
        re.I,
    )
