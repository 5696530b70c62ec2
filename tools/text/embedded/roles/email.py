"""A letter by e-mail: up to three subjects, the line beside them, an opening, what there is to say, and a goodbye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, join, opened, said, text_of
from tools.text.embedded.points import Point, heading
from tools.text.limits import limit as field_limit

from .parts import alone, introduction, last_resort, named, namings, offer_line, pair, telling

BODY_FACTS: Final = 5


def write(desk: Desk) -> list[Piece]:
    """Pieces in reading order, their part in ``Piece.role``: subject (one to three), preheader, lead, body (none to two), closing."""
    lead, body, subjects = _lead(desk), list(_body(desk)), _subjects(desk)
    out = [desk.take(line, "subject", idea) for idea, line in subjects]
    if line := _preheader(desk, [line for _, line in subjects]):
        out.append(desk.take(line, "preheader", "preheader"))
    if lead:
        out.append(desk.take(lead, "lead", "lead"))
    out += [desk.take(line, "body", idea) for idea, line in body]
    if line := _closing(desk):
        out.append(desk.take(line, "closing", "closing"))
    if not out and (line := last_resort(desk, field_limit("email", "subject"))):
        out.append(desk.take(line, "subject", "name"))
    return out


def _subjects(desk: Desk) -> list[tuple[str, Line]]:
    """What there is to get, what is true of it, and what it is: each names its subject."""
    most = field_limit("email", "subject")
    who = named(desk)
    ideas: list[tuple[str, Iterator[Line]]] = []
    if who and desk.has("offer"):
        ideas.append(("offer", iter([pair(desk, opened(who), desk.values["offer"])])))
    if desk.points:
        ideas.append(("fact", _fact(desk, who)))
    ideas.append(("what", iter([*_telling(desk, "email subject what"), *namings(desk)])))
    if desk.has("offer"):
        ideas.append(("offer alone", iter([opened(desk.values["offer"])])))
    ideas.append(("question", _telling(desk, "email subject ask")))
    found = [(idea, line) for idea, lines in ideas if (line := desk.first(lines, most))]
    if found and found[0][0] == "offer":
        found = [f for f in found if f[0] != "offer alone"]
    return found[:3]


def _telling(desk: Desk, kind: str) -> Iterator[Line]:
    """Frames of a kind that carry something of the brief."""
    return (line for line in desk.fitted(kind) if any(bit.fact for bit in line))


def _fact(desk: Desk, who: Line | None) -> Iterator[Line]:
    """The first fact with its subject before it, in the longest form that fits."""
    for point in desk.points[:2]:
        whole = alone(desk, point)
        yield (
            (*whole[:-1], Bit(whole[-1].text.rstrip(".。"), whole[-1].fact)) if text_of(whole)[-1:] in ".。" else whole
        )
        if who:
            for form in point.short_forms:
                yield pair(desk, opened(who), said(form, point.fact))


def _preheader(desk: Desk, above: list[Line]) -> Line | None:
    """A fact that the subject did not use."""
    most = field_limit("email", "preheader")
    fresh = [p for p in (*desk.points[1:], *desk.points[:1]) if not any(_same(p, line) for line in above)]
    told = [said(heading(text), p.fact) for p in fresh[:2] for text in p.short_forms]
    return desk.first(told, most)


def _same(point: Point, line: Line) -> bool:
    low = text_of(line).casefold()
    return any(form.casefold() in low for form in point.short_forms)


def _lead(desk: Desk) -> Line | None:
    hello = desk.first(desk.fitted("email hello"))
    opening = join(introduction(desk), desk.language)
    if hello and opening:
        return (*hello, Bit("\n"), *opening)
    return opening or hello


def _body(desk: Desk) -> Iterator[tuple[str, Line]]:
    told = telling(desk, [p for p in desk.points[1 : 1 + BODY_FACTS] if not desk.bans(p.text)])
    if told:
        yield "facts", join(told, desk.language)
    if offer := offer_line(desk):
        yield "offer", offer
    if not introduction(desk) and not told and (label := desk.subject.label):
        yield "name", finish(label, desk.language)


def _closing(desk: Desk) -> Line | None:
    """A goodbye; the button beneath it says the call to action."""
    close = desk.first(desk.fitted("email close"))
    sign = desk.first(desk.fitted("email sign"))
    if close and sign:
        return (*close, Bit("\n\n"), *sign)
    return close or sign or (said(text_of(desk.subject.label), "product") or None)
