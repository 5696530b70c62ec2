"""Social posts: each another idea, none longer than X takes, no link inside (it is added where the post is sent)."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.hashtags import LEAST, hashtags
from tools.text.embedded.line import Bit, Line, text_of

from .parts import Segments, cta_line, fit_segments, introduction, last_resort, offer_line, product_line

TAGGED = frozenset({"scene", "fact", "offer", "detail", "product"})
"""Ideas that carry hashtags; a question or a reminder to a friend reads better without."""

HOOKED = frozenset({"question", "scene"})
"""Ideas whose first line stands alone, so that what follows does not read as its answer."""


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` posts within ``request.limit`` (250 where none is given), hashtags counted in."""
    limit = desk.request.limit or 250
    tags = hashtags(desk)
    least = "\n" + " ".join(tags[:LEAST])
    out: list[Piece] = []
    for idea, tries in _ideas(desk):
        if len(out) >= desk.request.count:
            break
        room = limit - (desk.length(least) if tags and idea in TAGGED else 0)
        wholes = (
            whole for segments in tries if (whole := fit_segments(desk, segments, room, "\n" if idea in HOOKED else ""))
        )
        line = next((whole for whole in wholes if desk.unlike(whole)), None)
        if line:
            tagged = _tagged(desk, line, tags, limit) if tags and idea in TAGGED else line
            desk.note(line)
            out.append(desk.take(tagged, "post", idea))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "post", "product"))
    return out


def _ideas(desk: Desk) -> Iterator[tuple[str, Iterator[Segments]]]:
    cta = cta_line(desk)
    told = [desk.tell(p, first=True) for p in desk.points]
    opening = introduction(desk)

    def nth(i: int) -> Line | None:
        return told[i] if i < len(told) else None

    yield "question", _opened(desk, desk.drawn("ask"), nth(0))
    yield "scene", _scene(desk, nth(1), opening[0] if opening else None)
    yield "fact", _framed(desk, "post fact", 1 if len(told) > 1 else 0, ())
    yield "offer", iter([[(offer_line(desk), True), (product_line(desk), False), (cta, False)]])
    yield "how-to", iter([[(line, True)] for line in desk.fitted("post how")])
    yield "detail", _framed(desk, "post detail", 2, ())
    yield "reminder", iter([[(line, True)] for line in desk.fitted("post remind")])
    yield "invitation", iter([[(line, True), (nth(3), False)] for line in desk.fitted("post invite")])
    yield "product", iter([[*((line, i == 0) for i, line in enumerate(opening)), (cta, False)]] if opening else [])


def _opened(desk: Desk, hooks: Iterator[Line], told: Line | None) -> Iterator[Segments]:
    """A line of the reader's world, then a fact or what it is."""
    for hook in hooks:
        yield [(hook, True), (told, True), (cta_line(desk), False)]
        yield [(hook, True), (product_line(desk), True)]
        yield [(hook, True), (cta_line(desk), False)]


def _scene(desk: Desk, told: Line | None, what: Line | None) -> Iterator[Segments]:
    for hook in desk.drawn("open"):
        for bridge in desk.fitted("post what"):
            yield [(hook, True), (bridge, True), (told, False)]
        yield [(hook, True), (told or what, True)]


def _framed(desk: Desk, kind: str, i: int, more: tuple[Line, ...]) -> Iterator[Segments]:
    if i < len(desk.points):
        for line in desk.framed(kind, told=desk.tell(desk.points[i])):
            yield [(line, True), *((m, False) for m in more)]


def _tagged(desk: Desk, line: Line, tags: tuple[str, ...], limit: int) -> Line:
    """The line with its hashtags on a line of their own: as many as the channel has room for, three at the least."""
    kept = list(tags)
    while len(kept) > LEAST and desk.length(text_of(line) + "\n" + " ".join(kept)) > limit:
        kept.pop()
    return (*line, Bit("\n" + " ".join(kept)))
