"""What a product line offers, in a few words: what a film, a page or a card says under a name that does not tell."""

from __future__ import annotations

import re
from typing import Final

from .texts import bare, capital, clean
from .understand import understand

MOST: Final = 56
"""Characters of the words; a Chinese or Japanese sign counts two."""
_BETWEEN: Final = r"\s*(?:[,，、:：;；|]|\s[–—-]\s|\s\()\s*"
_ARTICLE: Final = re.compile(
    r"^(?:an?|the|eine?|der|die|das|une?|l[ae]s?|un[ao]?s?|el|los|las|des|il|lo|gli|um|uma|een|de|het)\s+(?=\S)|^(?:l|un)['’]|^一[家个款座间种场支]",
    re.I,
)


def category_line(product: str, brand: str, language: str) -> str:
    """What is offered, without name and article: "Buchhaltungssoftware für Handwerksbetriebe". Empty where only a name is known.

    Always words of ``product`` in their order; the longest form that stays within ``MOST``.
    """
    line = bare(clean(product))
    rest = _after(line, clean(brand))
    seen = understand(rest if rest is not None else line, language)
    forms = [rest if rest is not None else "", seen.phrase, seen.product, seen.category]
    if rest:
        forms.insert(1, re.split(_BETWEEN, rest, maxsplit=1)[0])
    for form in forms:
        short = _ARTICLE.sub("", form.strip().rstrip(")"), count=1)
        if short and _wide(short) <= MOST and not _same(short, brand) and not _same(short, seen.name):
            return capital(short)
    return ""


def _after(line: str, brand: str) -> str | None:
    """What follows the name that a line opens with: the brand, or where none is known a name before a comma and an article."""
    if brand and line.casefold().startswith(brand.casefold()):
        m = re.match(_BETWEEN, line[len(brand) :])
        return line[len(brand) + m.end() :] if m else None
    m = re.match(rf"(?P<name>[^,，:：–—]{{2,40}}){_BETWEEN}", line)
    return line[m.end() :] if m and not brand and _ARTICLE.match(line[m.end() :]) else None


def _wide(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _same(text: str, name: str) -> bool:
    return bool(name) and text.casefold().strip() == name.casefold().strip()
