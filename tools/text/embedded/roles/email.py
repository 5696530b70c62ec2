"""A letter by e-mail: three subjects, the line beside them, an opening, what there is to say, and a goodbye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, join, said, text_of
from tools.text.embedded.texts import joint
from tools.text.limits import limit as field_limit

from .parts import cta_line, headings, introduction, last_resort, namings, offer_line

BODY_FACTS: Final = 4


def write(desk: Desk) -> list[Piece]:
    """Pieces in reading order, their part in ``Piece.role``: subject (three), preheader, lead, body (two or three), closing."""
    out = [desk.take(line, "subject", idea) for idea, line in _subjects(desk)]
    if line := _preheader(desk):
        out.append(desk.take(line, "preheader", "preheader"))
    if line := _lead(desk):
        out.append(desk.take(line, "lead", "lead"))
    out += [desk.take(line, "body", idea) for idea, line in _body(desk)]
    if line := _closing(desk):
        out.append(desk.take(line, "closing", "closing"))
    if not out and (line := last_resort(desk, field_limit("email", "subject"))):
        out.append(desk.take(line, "subject", "name"))
    return out


def _subjects(desk: Desk) -> list[tuple[str, Line]]:
    """What it gives, a question, and who writes."""
    most = field_limit("email", "subject")
    gives = [*headings(desk, desk.points[0])] if desk.points else [*namings(desk)]
    ideas: list[tuple[str, Iterator[Line]]] = [
        ("fact" if desk.points else "product", iter(gives)),
        ("question", desk.fitted("email subject ask")),
        ("note", desk.fitted("email subject note")),
        ("what", desk.fitted("email subject what")),
    ]
    if desk.has("offer"):
        ideas.insert(0, ("offer", iter([desk.values["offer"]])))
    found = [(idea, line) for idea, lines in ideas if (line := desk.first(lines, most))]
    kept = [*found[:1], *[f for f in found[1:] if f[0] in ("question", "note")], *[f for f in found[1:]]]
    return list(dict(kept).items())[:3]


def _preheader(desk: Desk) -> Line | None:
    """A fact that the subject did not use."""
    most = field_limit("email", "preheader")
    point = desk.points[1] if len(desk.points) > 1 else None
    told = [line for h in headings(desk, point) for line in desk.fitted("email preheader", fact=h)] if point else []
    return desk.first(told, most) or desk.first(desk.fitted("email preheader"), most)


def _lead(desk: Desk) -> Line | None:
    hello = desk.first(desk.fitted("email hello"))
    opening = desk.first(desk.drawn("lead")) if desk.vivid("lead") else None
    opening = opening or desk.first(desk.fitted("email lead")) or desk.first(desk.drawn("lead"))
    if opening:
        desk.note(opening)
    if hello and opening:
        return (*hello, Bit("\n"), *opening)
    return opening or hello


def _body(desk: Desk) -> Iterator[tuple[str, Line]]:
    told = [desk.tell(p) for p in desk.points if not desk.bans(p.text)]
    about = desk.first(desk.fitted("email about"))
    first = introduction(desk)
    if first:
        yield "product", _opened(desk, about, first)
    rest = told[1 : 1 + BODY_FACTS]
    if rest:
        intro = desk.first(desk.fitted("email facts" if len(rest) > 1 else "email fact"))
        yield "facts", _opened(desk, intro, rest)
    if offer := offer_line(desk, "email offer"):
        yield "offer", offer
    elif plain := desk.first(desk.fitted("email plain")):
        yield "choice", plain
    if not first and not rest and (label := desk.subject.label):
        yield "name", label


def _opened(desk: Desk, intro: Line | None, lines: list[Line]) -> Line:
    body = join(lines, desk.language)
    return (*intro, Bit(joint(desk.language)), *body) if intro else body


def _closing(desk: Desk) -> Line | None:
    close = desk.first(desk.drawn("close")) if desk.vivid("close") else None
    close = close or desk.first(desk.fitted("email close")) or desk.first(desk.drawn("close"))
    # the button beneath says the call to action: it is written out only where no goodbye stands above it
    whole = close or cta_line(desk, "email cta") or ()
    sign = desk.first(desk.fitted("email sign"))
    if whole and sign:
        return (*whole, Bit("\n\n"), *sign)
    return whole or sign or (said(text_of(desk.subject.label), "product") or None)
