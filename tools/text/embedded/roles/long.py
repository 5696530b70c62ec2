"""The body of a landing page or letter: what it is, the facts, the offer, the invitation; as long as the brief has something to say."""

from __future__ import annotations

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, join, text_of
from tools.text.embedded.texts import words_in

from .parts import cta_line, introduction, last_resort, offer_line, product_line, telling

MOST = 220
"""Words of a whole text. Chinese is measured by speaking time."""


def write(desk: Desk) -> list[Piece]:
    """One text of up to 220 words (fewer where ``request.limit`` says so), in paragraphs."""
    line = _letter(desk)
    if not line or desk.bans(text_of(line)) or desk.length(text_of(line)) > (desk.request.limit or 10**6):
        line = _shorter(desk) or last_resort(desk, desk.request.limit)
    return [desk.take(line, "long", "product")] if line else []


def _letter(desk: Desk) -> Line | None:
    paragraphs = [p for p in (_answer(desk), *_proofs(desk), offer_line(desk, "long offer"), _invitation(desk)) if p]
    while sum(words_in(text_of(p), desk.language) for p in paragraphs) > MOST and len(paragraphs) > 2:
        paragraphs.pop(1)
    out: list[Bit] = []
    for paragraph in paragraphs:
        out += [*([Bit("\n\n")] if out else []), *paragraph]
    return tuple(out) or None


def _answer(desk: Desk) -> Line | None:
    """What it is, for whom, and the first thing true of it."""
    lines = introduction(desk)
    for line in lines:
        desk.note(line)
    return join(lines, desk.language) if lines else None


def _proofs(desk: Desk) -> list[Line]:
    """The other facts, each its own sentence, so that none is bent; three to a paragraph."""
    phrase = text_of(desk.subject.phrase).casefold()
    left = [p for p in desk.points[1:12] if not desk.bans(p.text) and p.text.casefold() not in phrase]
    size = 3 if len(left) != 4 else 2
    return [join(telling(desk, left[i : i + size]), desk.language) for i in range(0, len(left), size)]


def _invitation(desk: Desk) -> Line | None:
    return cta_line(desk, "long cta") or cta_line(desk)


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
