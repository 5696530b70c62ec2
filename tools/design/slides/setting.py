"""Texts set to boxes: one alone, and several in one size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from tools.design.diagrams.cells import largest, set_at
from tools.design.elements import leading_for
from tools.design.fonts import face
from tools.design.frame import script_of
from tools.design.wrap import Fitted, fit

from .words import Text

T = TypeVar("T")
_STEP: Final = 0.955
NOTHING: Final = Fitted((), 1.0, 1.0, 0.0, 0.0, False)


def sizes(most: float, least: float) -> Iterator[float]:
    """Type sizes from the largest to the least."""
    size = most
    while size > least * 1.001:
        yield round(size, 2)
        size *= _STEP
    yield round(least, 2)


def best(most: float, least: float, make: Callable[[float], T | None]) -> T | None:
    """What ``make`` gives at the largest size at which it gives something."""
    found = largest(sizes(most, least), make)
    return found[1] if found else None


def headline(text: Text, font: str, width: float, height: float, most: float, least: float, lines: int) -> Fitted:
    """A title: as large as it goes, tight, in lines of like length; cut with an ellipsis where it cannot be held."""
    if not text:
        return NOTHING
    tight = 0.98 if script_of(text.shown) == "latin" and face(font).weight >= 600 else 1.0
    return fit(
        text.shown, font, width, height, max_lines=lines, max_size=max(most, least), min_size=least,
        leading=leading_for(text.shown, True) * tight * 1.06, tracking=tracking(text, font),
    )  # fmt: skip


def tracking(text: Text, font: str) -> float:
    """Large bold Latin type is set a little closer."""
    return -0.016 if script_of(text.shown) == "latin" and face(font).weight >= 700 else 0.0


def small(text: Text, font: str, width: float, size: float, *, spaced: float = 0.0) -> Fitted:
    """One line at one size, cut where it is too long."""
    if not text:
        return NOTHING
    return fit(text.shown, font, width, 1e9, max_lines=1, max_size=size, min_size=size, tracking=spaced)


def whole(texts: Sequence[Text], font: str, size: float, width: float) -> list[Fitted] | None:
    """All texts at one size, none cut and no word broken; ``None`` where that cannot be."""
    out = []
    for text in texts:
        made = set_at(text.shown, font, size, width)
        if made is None or not made.lines:
            return None
        out.append(made)
    return out


def squeezed(
    texts: Sequence[Text], font: str, size: float, width: float, room: Callable[[Sequence[Fitted]], bool]
) -> list[Fitted]:
    """All texts at one size, the longest ones cut line by line until ``room`` says that they fit."""
    counts = [len(cut(text, font, size, width, 60).lines) for text in texts]
    while True:
        made = [cut(text, font, size, width, max(1, n)) for text, n in zip(texts, counts, strict=True)]
        longest = max(range(len(counts)), key=lambda i: counts[i], default=0)
        if not counts or counts[longest] <= 1 or room(made):
            return made
        counts[longest] -= 1


def cut(text: Text, font: str, size: float, width: float, lines: int) -> Fitted:
    """A text at one size in at most so many lines; a word that is too long is broken, what is too much is cut."""
    lead = leading_for(text.shown, False) * 0.9
    return fit(text.shown, font, width, 1e9, max_lines=lines, max_size=size, min_size=size, leading=lead)
