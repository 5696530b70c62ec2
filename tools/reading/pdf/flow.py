"""Lines in reading order to parts: paragraphs rejoined over lines, columns and pages; headings, lists, captions, notes, code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tools.reading.lines import BULLETS, CAPTION, contents_line, ends_sentence, listed

from .finish import FLOATS, Part
from .rows import Item, Row
from .style import Body, heading_style
from .typeset import Line

_WIDE_GAP: Final = 1.45
"""Of the leading: a gap that parts paragraphs."""


def parts(items: Sequence[Item], body: Body) -> list[Part]:
    """The parts of the whole document, in order."""
    flow = _Flow(body)
    for place, item in enumerate(items):
        flow.take(item, items[place + 1] if place + 1 < len(items) else None)
    return flow.finish()


class _Flow:
    def __init__(self, body: Body) -> None:
        self._body = body
        self._done: list[Part] = []
        self._open: Part | None = None
        self._waiting: list[Part] = []
        self._last: Line | None = None

    def take(self, item: Item, after: Item | None) -> None:
        """The next line or row."""
        if isinstance(item, Row):
            self._place(Part("table", row=item))
            self._last = None
            return
        gap = self._gap(item)
        part = self._opening(item, gap, after)
        if part is None and self._open:
            self._open.lines.append(item)
        elif part is not _TAKEN:
            self._place(part or Part("paragraph", [item]))
        self._last = item

    def finish(self) -> list[Part]:
        """All parts in order."""
        self._close()
        return self._done

    def _gap(self, line: Line) -> float:
        last = self._last
        return last.y - line.y if last and last.region == line.region and last.page == line.page else 1000.0

    def _place(self, part: Part) -> None:
        """Add a part. What floats waits until the paragraph that it interrupts is whole."""
        running = self._open is not None and self._open.kind in ("paragraph", "item", "step")
        if running and (part.kind == "note" or (part.kind in FLOATS and not self._whole())):
            self._waiting.append(part)
            return
        self._close()
        if part.kind == "table":
            self._done.append(part)
        else:
            self._open = part

    def _whole(self) -> bool:
        return bool(self._open and self._open.lines and ends_sentence(self._open.lines[-1].text))

    def _close(self) -> None:
        if self._open:
            self._done.append(self._open)
        self._done += self._waiting
        self._open, self._waiting = None, []

    def _opening(self, line: Line, gap: float, after: Item | None) -> Part | None:
        """The part that a line opens, or None where it goes on with what is open."""
        body, now = self._body, self._waiting[-1] if self._waiting and self._waiting[-1].lines else self._open
        if style := heading_style(line, body, gap, after):
            if (
                now
                and now.kind == "heading"
                and now.style == style
                and gap < 1.7 * line.size
                and not numbered(line.text)
            ):
                now.lines.append(line)
                return _TAKEN
            return Part("heading", [line], style=style)
        if entry := contents_line(line.text):
            return Part("item", [line], text=entry, contents=True)
        if line.mono > 0.7 and line.text[0] not in BULLETS and body_is_not_mono(body, line):
            if now and now.kind == "code" and gap < 2.5 * body.leading:
                now.lines.append(line)
                return _TAKEN
            return Part("code", [line])
        if self._floats_on(now, line, gap):
            assert now is not None
            now.lines.append(line)
            return _TAKEN
        if CAPTION.match(line.text) and (gap > 1.1 * body.leading or line.size < 0.95 * body.size or line.bold > 0.1):
            return Part("caption", [line])
        if self._note(line, gap):
            return Part("note", [line])
        if (entry2 := listed(line.text)) and not self._mid_sentence(line, gap):
            return Part("item" if entry2[0] == "item" else "step", [line], text=entry2[1], depth=line.x0 - line.left)
        if now is None or now.kind in ("heading", "code", *FLOATS) and now is self._open:
            return Part("paragraph", [line])
        return None if self._goes_on(line, gap) else Part("paragraph", [line])

    def _floats_on(self, now: Part | None, line: Line, gap: float) -> bool:
        """Whether a line goes on with the caption or note above it."""
        if now is None or now.kind not in ("caption", "note") or not now.lines:
            return False
        above = now.lines[-1]
        same = abs(above.size - line.size) < 0.3 and above.region == line.region and 0 < gap <= 1.45 * line.size
        if now.kind == "note" and line.marked:
            return False
        smaller = line.size < 0.95 * self._body.size
        return same and (smaller or not ends_sentence(above.text)) and not CAPTION.match(line.text)

    def _mid_sentence(self, line: Line, gap: float) -> bool:
        """Whether a line that looks like a list entry only happens to open with a short word and a stop: "... in / a. Then"."""
        if self._open is None or self._open.kind != "paragraph" or not self._open.lines or line.text[0] in BULLETS:
            return False
        above = self._open.lines[-1]
        full = above.right - above.x1 < 0.1 * (above.right - above.left)
        return (
            full and not ends_sentence(above.text) and not above.text.endswith(":") and gap < 1.2 * self._body.leading
        )

    def _note(self, line: Line, gap: float) -> bool:
        """A footnote: small type that opens with a raised number or sign, or with a number and a space."""
        if line.size > 0.93 * self._body.size:
            return False
        opens = line.marked or line.text[:1] in "*†‡§"
        numbered_note = line.text.split(" ")[0].rstrip(".)").isdigit() and len(line.text.split(" ")[0]) <= 3
        return opens or (numbered_note and gap > 1.2 * line.size)

    def _goes_on(self, line: Line, gap: float) -> bool:
        """Whether a line goes on with the open paragraph or entry."""
        part = self._open
        if part is None or not part.lines:
            return False
        above, body = part.lines[-1], self._body
        if abs(above.size - line.size) > 0.12 * body.size and not body.scan:
            return False
        indent = line.x0 - line.left
        ended = ends_sentence(above.text)
        short = above.right - above.x1 > 0.12 * max(above.right - above.left, 1.0)
        if above.region != line.region or above.page != line.page:
            opens = indent > 0.8 * body.size and part.kind == "paragraph"
            if not ended:
                return not (opens and line.text[:1].isupper()) and (not short or line.text[:1].islower())
            full = above.right - above.x1 < 0.02 * (above.right - above.left)
            return part.kind == "paragraph" and not opens and (full or (body.indented and not short))
        leading = max(body.leading, 1.05 * line.size) if not body.scan else max(body.leading, 1.3 * line.size)
        if gap > _WIDE_GAP * leading or gap < -0.5 * line.size:
            return False
        if part.kind in ("item", "step"):
            hang = line.x0 - (part.lines[0].x0)
            return hang > 0.3 * body.size or not (short or ended)
        if len(part.lines) == 1 and line.x0 < above.x0 - 0.5 * body.size:
            return True
        if (
            indent > 0.7 * body.size
            and above.x0 - above.left < 0.5 * body.size
            and line.x0 - above.x0 > 0.7 * body.size
            and (ended or body.indented)
        ):
            return False
        return not (ended and short and not line.text[:1].islower() and gap > 1.12 * leading)


_TAKEN: Final = Part("paragraph")
"""Says that the line went to a part that is there already."""


def numbered(text: str) -> bool:
    """Whether a heading line opens with a number of its own."""
    return text[:1].isdigit()


def body_is_not_mono(body: Body, line: Line) -> bool:
    """Code is told by its face only where the text has another; a typescript is all in one."""
    return not body.scan and line.size <= 1.1 * body.size
