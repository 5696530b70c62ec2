"""Social posts: each another idea, none longer than X takes, no link inside (it is added where the post is sent).

A post is read by itself, so each says what it speaks of. Where a brief holds little, there are few posts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.hashtags import hashtags
from tools.text.embedded.line import Bit, Line, opened, text_of
from tools.text.embedded.texts import NNBSP, capital

from .parts import (
    Segments,
    alone,
    cta_line,
    fit_segments,
    introduction,
    last_resort,
    named,
    offer_line,
    pair,
    product_line,
)

UNTAGGED: Final = frozenset({"audience"})
"""Ideas without hashtags: a word to somebody reads better so."""

HOOKED: Final = frozenset({"title", "audience"})
"""Ideas whose first line stands alone, so that what follows does not read as its answer."""

_FEW: Final = 2
_LISTED: Final = 5
"""Most facts in a list."""


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` posts within ``request.limit`` (250 where none is given), hashtags counted in."""
    limit = desk.request.limit or 250
    tags = hashtags(desk)
    out: list[Piece] = []
    for idea, tries in _ideas(desk):
        if len(out) >= desk.request.count:
            break
        least = desk.length("\n" + tags[0]) if tags and idea not in UNTAGGED else 0
        gap = "\n" if idea in HOOKED else ""
        wholes = (whole for segments in tries if (whole := fit_segments(desk, segments, limit - least, gap)))
        line = next((whole for whole in wholes if desk.unlike(whole)), None)
        if line:
            tagged = _tagged(desk, line, tags, limit) if least else line
            desk.note(line)
            out.append(desk.take(tagged, "post", idea))
    listed = _list(desk, limit - (desk.length("\n" + tags[0]) if tags else 0))
    if listed and len(out) < desk.request.count and desk.unlike(listed):
        out.append(desk.take(_tagged(desk, listed, tags, limit) if tags else listed, "post", "list"))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "post", "product"))
    return out


def _ideas(desk: Desk) -> Iterator[tuple[str, Iterator[Segments]]]:
    cta, offer, what = cta_line(desk), offer_line(desk), product_line(desk)
    told = [alone(desk, p) for p in desk.points]
    opening = introduction(desk)
    yield "product", iter([[*((line, i == 0) for i, line in enumerate(opening)), (cta, False)]] if opening else [])
    rest = told[1:2] or told[:1]
    yield "offer", iter([[(offer, True), *((line, True) for line in rest), (cta, False)], *_whole_offer(desk, cta)])
    for i, line in enumerate(told[1:4], 2):
        yield f"fact {i}", iter([[(line, True), (cta if i % 2 == 0 else None, False)]])
    if not desk.has("inside") and desk.has("audience"):
        late = told[4:5] or [
            pair(desk, opened(who), desk.values["offer"]) for who in (named(desk),) if who and desk.has("offer")
        ]
        yield (
            "audience",
            ([(hello, True), (line, True), (cta, False)] for hello in _hellos(desk) for line in late),
        )
    yield (
        "title",
        iter([[(desk.values.get("title"), True), (what or opening[0], True), (offer, False)]] if opening else []),
    )
    if not opening and told:
        yield "fact", iter([[(told[0], True), (cta, False)]])


def _hellos(desk: Desk) -> Iterator[Line]:
    """Whom it is for, with no more than a word or two of ours around it: other texts say the longer ones."""
    for line in desk.framed("audience"):
        if len("".join(bit.text for bit in line if not bit.fact).split()) <= _FEW:
            yield line


def _whole_offer(desk: Desk, cta: Line | None) -> Iterator[Segments]:
    """The offer with the name before it, for a brief that holds little else."""
    if (who := named(desk)) and desk.has("offer"):
        yield [(pair(desk, opened(who), desk.values["offer"]), True), (cta, False)]


def _list(desk: Desk, limit: int) -> Line | None:
    """The facts beneath one another, with what they are true of above, and the invitation below."""
    who, points = named(desk), [p for p in desk.points if not desk.bans(p.text)][:_LISTED]
    while who and len(points) > 2:
        out: list[Bit] = [
            *opened(who),
            Bit("：" if desk.language == "zh" else NNBSP + ":" if desk.language == "fr" else ":"),
        ]
        for point in points:
            out += [Bit("\n– "), Bit(capital(point.text), point.fact)]
        if desk.has("cta"):
            out += [Bit("\n"), *desk.values["cta"]]
        if desk.length(text_of(tuple(out))) <= limit:
            return tuple(out)
        points.pop()
    return None


def _tagged(desk: Desk, line: Line, tags: tuple[str, ...], limit: int) -> Line:
    """The line with its hashtags on a line of their own: as many as the channel has room for."""
    kept = list(tags)
    while len(kept) > 1 and desk.length(text_of(line) + "\n" + " ".join(kept)) > limit:
        kept.pop()
    return (*line, Bit("\n" + " ".join(kept)))
