"""The body of a landing page or letter: a moment the reader knows, what answers it, the facts, the offer, the invitation."""

from __future__ import annotations

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, join, text_of
from tools.text.embedded.texts import words_in

from .parts import cta_line, introduction, last_resort, offer_line, product_line

LEAST, MOST, THIN = 120, 220, 75
"""Words of a whole text, and the fewest where a brief has nothing to tell but what it is. Chinese is measured by speaking time."""


def write(desk: Desk) -> list[Piece]:
    """``request.count`` texts of 120 to 220 words (fewer where ``request.limit`` says so), in paragraphs."""
    out: list[Piece] = []
    for i in range(min(desk.request.count, 4)):
        line = _letter(desk)
        if not line or desk.bans(text_of(line)) or desk.length(text_of(line)) > (desk.request.limit or 10**6):
            break
        out.append(desk.take(line, "long", "story" if i == 0 else f"story {i + 1}"))
    if not out:
        line = _shorter(desk) or last_resort(desk, desk.request.limit)
        out = [desk.take(line, "long", "product")] if line else []
    return out


def _letter(desk: Desk) -> Line | None:
    """Paragraphs by importance: what must be there first, then as much flavour as the length asks for."""
    paragraphs = [p for p in (_opening(desk), _answer(desk), _proofs(desk), _offer(desk), _close(desk)) if p]
    extras = _extras(desk)
    least = LEAST if desk.points else THIN
    while _length(desk, paragraphs) < least and extras:
        extra = extras.pop(0)
        if _length(desk, [*paragraphs, extra]) > MOST:
            continue
        paragraphs.insert(max(len(paragraphs) - 1, 1), extra)
        desk.note(extra)
    while _length(desk, paragraphs) > MOST and len(paragraphs) > 3:
        paragraphs.pop(2)
    return _paragraphs(paragraphs)


def _opening(desk: Desk) -> Line | None:
    line = desk.first(desk.drawn("story"))
    if line:
        desk.note(line)
    return line


def _answer(desk: Desk) -> Line | None:
    """The bridge from the moment to the thing, and what the thing is."""
    lines = introduction(desk)
    bridge = None if len(lines) > 1 or not desk.subject.name else desk.first(desk.framed("long bridge"))
    lines = [bridge, *lines] if bridge else lines
    for line in lines:
        desk.note(line)
    return join(lines, desk.language) if lines else None


def _proofs(desk: Desk) -> Line | None:
    """The other facts, each its own sentence, so that none is bent."""
    told: list[Line] = []
    length = 0.0
    for point in desk.points[1:9]:
        line = desk.tell(point)
        if desk.bans(text_of(line)) or point.text.casefold() in text_of(desk.subject.phrase).casefold():
            continue
        length += words_in(text_of(line), desk.language)
        if told and length > 90:
            break
        told.append(line)
    if not told:
        return None
    intro = desk.first(desk.framed("long facts" if len(told) > 1 else "long fact"))
    if intro:
        desk.note(intro)
    between = " " if desk.language != "zh" else ""
    body = join(told, desk.language)
    return (*intro, Bit(between), *body) if intro else body


def _offer(desk: Desk) -> Line | None:
    return offer_line(desk, "long offer")


def _close(desk: Desk) -> Line | None:
    """A last picture of the reader's world, and the invitation."""
    close = desk.first(desk.drawn("close"))
    cta = cta_line(desk, "long cta") or cta_line(desk)
    lines = [line for line in (close, cta) if line]
    for line in lines:
        desk.note(line)
    return join(lines, desk.language) if lines else None


def _extras(desk: Desk) -> list[Line]:
    """Paragraphs that claim nothing, in the order in which they are taken. Those on "what can be checked here" need something to check."""
    found: list[Line] = []
    if not desk.points:
        found += [line for line in desk.framed("long thin") if desk.fitting(line)]
    audience = desk.first(finish(line, desk.language) for line in desk.framed("long audience"))
    if audience:
        found.append(audience)
    for kind in ("long plain", "long checked")[: 2 if len(desk.points) > 2 else 1]:
        found += [line for line in desk.framed(kind) if desk.fitting(line)]
    return found


def _length(desk: Desk, paragraphs: list[Line]) -> float:
    return sum(words_in(text_of(p), desk.language) for p in paragraphs)


def _paragraphs(lines: list[Line]) -> Line | None:
    out: list[Bit] = []
    for line in lines:
        if out:
            out.append(Bit("\n\n"))
        out += line
    return tuple(out) or None


def _shorter(desk: Desk) -> Line | None:
    """For a small limit: product, facts and invitation, as many as fit."""
    limit = desk.request.limit
    kept: list[Line] = []
    for line in (product_line(desk), *(desk.tell(p) for p in desk.points), offer_line(desk), cta_line(desk)):
        if (
            line
            and not desk.bans(text_of(line))
            and (not limit or len(text_of(join([*kept, line], desk.language))) <= limit)
        ):
            kept.append(line)
    whole = join(kept, desk.language)
    return whole if kept and desk.fitting(whole, limit) else None
