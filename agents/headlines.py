"""Which of the writer's lines leads a picture, and what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from core.copydeck import Copy, Piece
from tools.text.embedded.shorter import names
from tools.text.embedded.texts import capital
from tools.text.limits import width

SHORT: Final = 28
"""Letters of a headline that a banner can set large."""
NAMING: Final = 44
"""Letters that it may have where it says what is advertised, or is the client's own."""
_CLEAR: Final = ("title", "category", "benefit")
"""Angles that say what there is, best first; imagery, contrasts and questions only set the mood."""
_MOOD: Final = ("imagery", "contrast")


@dataclass(frozen=True)
class Known:
    """What a picture says beside its headline, and the client's own line where it speaks to the public."""

    brand: str = ""
    offer: str = ""
    title: str = ""
    kinds: tuple[str, ...] = ()
    """What is sold, without the brand's name, longest first."""


def lead(copy: Copy | None, known: Known = Known()) -> str:
    """The line for the main sizes: the client's own, else the one that names product or benefit, else the best.

    Without a brand it must say what it is for: a line that names the product, or the product's own name.
    """
    if known.title:
        return known.title
    if not known.brand:
        naming = [p.text for p in _pieces(copy) if _product(p, known.kinds) and width(p.text) <= NAMING]
        if own := next(iter((*naming, *known.kinds)), ""):
            return own
    fresh = [p.text for p in _pieces(copy) if not (same(p.text, known.brand) or same(p.text, known.offer))]
    return next(iter((*_clear(copy, fresh), *fresh, *(p.text for p in _pieces(copy)))), "")


def other_lead(copy: Copy | None, turn: int, known: Known = Known()) -> str:
    """The line for a further size: moods and benefits in turn, never the first size's line while there is another."""
    main = lead(copy, known)
    if turn < 1 or not known.brand:
        return main
    clear = _clear(copy, [p.text for p in _pieces(copy)])
    mood = [p.text for p in _pieces(copy) if p.idea.startswith(_MOOD)]
    mixed = [t for pair in zip_longest(mood, clear) for t in pair if t]
    rest = [t for t in dict.fromkeys(mixed) if not any(same(t, said) for said in (main, known.brand, known.offer))]
    return rest[(turn - 1) % len(rest)] if rest else main


def short(copy: Copy | None, known: Known = Known()) -> str:
    """The line for a small place: the leading one if it is short enough, else the clearest or the first that is."""
    main = lead(copy, known)
    if width(main) <= (NAMING if known.title or not known.brand else SHORT):
        return main
    texts = [p.text for p in _pieces(copy) if not (same(p.text, known.brand) or same(p.text, known.offer))]
    fitting = (t for t in (*_clear(copy, texts), *texts) if width(t) <= SHORT)
    return next(fitting, min((main, *texts), key=width))


def under(copy: Copy | None, beside: tuple[str, ...], known: Known = Known()) -> str:
    """The best supporting line that says neither the headline nor a bullet beside it again; none where all do.

    Where neither headline nor name says what is sold, a line that does goes first; the name beside it is not said twice.
    """
    lines = [unnamed(p.text, known.brand) for p in _pieces(copy)]
    said = [line for b in beside if (line := b.rstrip(".。").casefold())]
    fresh = [t for t in lines if not any(b in t.casefold() for b in said) and not told(t, beside)]
    if known.kinds and not any(names(b, kind) for b in (known.brand, *beside[:1]) for kind in known.kinds):
        fresh.sort(key=lambda t: not names(t, known.kinds[-1]))
    return next(iter(fresh), "")


def unnamed(line: str, brand: str) -> str:
    """A line rid of the name it opens with, where what follows stands alone ("Ono: a tea" gives "A tea")."""
    if not brand:
        return line
    found = re.match(
        rf"{re.escape(brand)}\s?(?:[:：,，–—]\s?|\s(?:is|ist|est|es)\s(?=(?:an?|eine?r?|une?|una)\s))", line, re.I
    )
    return capital(line[found.end() :].strip()) if found and line[found.end() :].strip() else line


def same(one: str, other: str) -> bool:
    """Whether two lines differ in case and full stop at most."""
    return one.rstrip(".。").casefold() == other.rstrip(".。").casefold()


def told(line: str, beside: tuple[str, ...]) -> bool:
    """Whether the lines beside it hold all that a line says: itself, or each of its words of three letters and its figures."""
    said = " ".join(beside).casefold()
    words = set(re.findall(r"\d+|[^\W\d_]{3,}", line.casefold()))
    return line.rstrip(".。").casefold() in said or bool(words) and words <= set(re.findall(r"\d+|[^\W\d_]{3,}", said))


def _pieces(copy: Copy | None) -> tuple[Piece, ...]:
    return copy.pieces if copy else ()


def _product(piece: Piece, kinds: tuple[str, ...]) -> bool:
    if any(c.fact == "product" for c in piece.cites):
        return True
    return bool(kinds) and not piece.idea.startswith(("question", *_MOOD)) and names(piece.text, kinds[-1])


def _clear(copy: Copy | None, among: list[str]) -> list[str]:
    """Those lines that name product or benefit, the client's own first."""
    found = [(i, p.text) for p in _pieces(copy) for i, idea in enumerate(_CLEAR) if p.idea.startswith(idea)]
    return [text for _, text in sorted(found, key=lambda f: f[0]) if text in among]
