"""Short lines on screen for scenes whose spoken words are given: the point of each, not a copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, said, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.texts import bare, clean

from .parts import cut_to, headings, last_resort, namings, pair, weighty


def write(desk: Desk) -> list[Piece]:
    """One line per spoken line of ``request.context``, each within ``request.limit`` (48 where none is given)."""
    limit = desk.request.limit or 48
    spoken = tuple(clean(c) for c in desk.request.context) or ("",) * desk.request.count
    out: list[Piece] = []
    for i, words in enumerate(spoken):
        role, lines = _scene(desk, words, i == 0, i == len(spoken) - 1)
        line = desk.first(lines, limit)
        if not line and words and role == "benefit":  # its own words, shortened: never another fact's
            line = _shortened(desk, words, limit)
        if not line and role == "cta" and desk.subject.label:  # the last card may say again what it is
            line = said(cut_to(text_of(desk.subject.label), limit, desk.language), desk.subject.label[0].fact)
        line = line or desk.first(_anything(desk), limit) or last_resort(desk, limit)
        line = line or said(cut_to(bare(words), limit, desk.language)) or said("…")
        out.append(desk.take(line, role, role))
    return out


def _shortened(desk: Desk, words: str, limit: int) -> Line:
    """The first words of a spoken line, still resting on the fact that it tells: its figures are the fact's."""
    text, point = cut_to(bare(words), limit, desk.language), _about(desk, words)
    kept = text.removesuffix("…")
    return (*said(kept, point.fact if point else ""), *said(text[len(kept) :]))


def _about(desk: Desk, words: str) -> Point | None:
    """The point that a spoken line tells."""
    low = words.casefold()
    return next((p for p in desk.points if any(form.casefold() in low for form in p.short_forms)), None)


def _scene(desk: Desk, words: str, first: bool, last: bool) -> tuple[str, Iterator[Line]]:
    """What a spoken line is about, and lines for the screen that say it."""
    offer, cta = (text_of(desk.values.get(k, ())) for k in ("offer", "cta"))
    low = words.casefold()
    if cta and cta.casefold() in low and (last or not offer):
        return "cta", _invitation(desk)
    if offer and offer.casefold() in low:
        return "offer", iter([desk.values["offer"], said(_first_part(offer), "offer")])
    if point := _about(desk, words):
        bare_day = first and not weighty(point) and not desk.subject.name
        return "benefit", chain(_what_and(desk, point), headings(desk, point)) if bare_day else headings(desk, point)
    if last:
        return "cta", _invitation(desk)
    if any(text_of(line).casefold() in low for line in (desk.subject.thing, desk.subject.noun) if line):
        return "benefit", namings(desk)
    return "hook", _hook(desk)


def _what_and(desk: Desk, point: Point) -> Iterator[Line]:
    """What it is and the point, for a film that opens with a day: "12 July" tells nobody anything."""
    for what in namings(desk):
        yield pair(desk, what, said(point.text, point.fact))


def _invitation(desk: Desk) -> Iterator[Line]:
    for kind in ("screen cta", "headline name"):
        yield from desk.framed(kind)
    if desk.subject.label and not (desk.has("alone", "cta") and not desk.points):
        yield desk.subject.label  # a scene without a name has said what it is just before
    if desk.has("cta"):
        yield desk.values["cta"]


def _hook(desk: Desk) -> Iterator[Line]:
    """The client's own line, or what it is: the captions show the spoken words already."""
    if desk.has("title"):
        yield desk.values["title"]
    yield from namings(desk)
    yield from desk.framed("screen cta")


def _anything(desk: Desk) -> Iterator[Line]:
    for point in desk.points:
        yield from headings(desk, point)
    if desk.subject.label:
        yield desk.subject.label


def _first_part(offer: str) -> str:
    """The offer up to its first comma or bracket, only if no condition stands after it."""
    head = re.split(r"\s[–—(]|,\s|，", offer, maxsplit=1)[0]
    tail = offer[len(head) :]
    return head if not re.search(r"\d", tail) else offer
