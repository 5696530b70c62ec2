"""Burned-in captions: one picture for each word that is being said, on a soft plate in the foot of the safe area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from core.direction import Palette
from core.requests import Insets, VideoRequest, Word
from tools.design.colour import contrast, ensure
from tools.design.fonts import FONTS, face
from tools.design.shaping import is_rtl, shape

from .cues import MAX_LINES, WIDE_CHARS, Cue, cues, joined, max_chars
from .timeline import Area, Caption, Key, Pose

_SIZE: Final = 0.05
"""Of the frame's shorter side: what subtitling guides ask for, and legible on a telephone."""
_LEADING: Final = 1.3
_PAD_X, _PAD_Y = 0.62, 0.42
_MARGIN: Final = 0.05
"""Least distance of a caption from the frame's edge, as a share of the shorter side."""
_WIDE: Final = 1.4
_SIDE, _REACH = 0.56, 0.53
"""Words that end before that share of a wide frame stand at one side; captions beside the picture reach as far as that."""
_PLATE: Final = 0.86
_FADE: Final = 0.12
_WEIGHT: Final = 660
_SEEN: Final = 6.0
"""Contrast of the current word on the plate."""
_APART: Final = 1.35
"""Contrast of the current word with the others."""


@dataclass(frozen=True)
class Style:
    """How captions look in one film. ``band`` is where they stand and no other text may."""

    size: float
    chars: int
    band: Area
    font: str
    plate: str
    ink: str
    accent: str
    align: Literal["start", "middle", "end"] = "middle"
    """Where a plate stands in the band: by its left edge, in its middle, by its right edge."""


def style(request: VideoRequest, width: int, height: int) -> Style:
    """The look and place of captions in a frame of that size."""
    short = min(width, height)
    safe = safe_area(request.safe, width, height)
    size = max(7.0, _SIZE * short)
    most = max_chars(request.language)
    per_char = 1.0 if most == WIDE_CHARS else 0.53
    chars = max(8, min(most, int((safe.w - 2 * _PAD_X * size) / (per_char * size))))
    tall = _even(size * (MAX_LINES * _LEADING + 2 * _PAD_Y))
    palette = request.direction.palette
    return Style(
        size=size,
        chars=chars,
        band=Area(safe.x, safe.bottom - tall, safe.w, tall),
        font=_bold(request.direction.text),
        plate=palette.deep,
        ink=ensure(palette.light, palette.deep, 7.0),
        accent=_accent(palette),
    )


def beside(look: Style, width: int, height: int, columns: Sequence[tuple[float, float]]) -> Style:
    """Captions under the words where every scene of a wide film has those at one side, so that its picture stays clear.

    ``columns`` are the left and right edges of each scene's words in pixels.
    """
    if width < _WIDE * height or not columns:
        return look
    left, right = min(c[0] for c in columns), max(c[1] for c in columns)
    edge, far = max(look.band.x, _even(left)), min(look.band.right, _even(right))
    if right < _SIDE * width:
        return replace(look, band=look.band._replace(x=edge, w=_even(_REACH * width) - edge), align="start")
    if left > (1 - _SIDE) * width:
        start = _even((1 - _REACH) * width)
        return replace(look, band=look.band._replace(x=start, w=far - start), align="end")
    return look


def safe_area(insets: Insets, width: int, height: int) -> Area:
    """The frame without the platform's insets, nor the outermost twentieth."""
    least = _MARGIN * min(width, height)
    left, top = _even(max(insets.left, least)), _even(max(insets.top, least))
    right, bottom = _even(max(insets.right, least)), _even(max(insets.bottom, least))
    return Area(left, top, max(2, width - left - right), max(2, height - top - bottom))


def film_cues(request: VideoRequest, width: int, height: int) -> tuple[Cue, ...]:
    """The cues that the film will show, ended by its end at the latest."""
    found = cues(request.captions, style(request, width, height).chars, request.language)
    end = request.seconds
    return tuple(Cue(c.start, min(c.end, end), c.lines, c.language) for c in found if c.start < end)


def captions(found: Sequence[Cue], look: Style) -> tuple[Caption, ...]:
    """Pictures over time: the cue with its current word in the accent colour."""
    out: list[Caption] = []
    for index, cue in enumerate(found):
        joins_before = index > 0 and cue.start - found[index - 1].end < _FADE
        joins_after = index + 1 < len(found) and found[index + 1].start - cue.end < _FADE
        keys = _keys(cue, look.size, joins_before, joins_after)
        base, area, _ = drawn(cue, None, look)
        for start, end, current in _spans(cue):
            markup, _, changed = drawn(cue, current, look)
            out.append(Caption(start, end, markup, area, keys, base, changed))
    return tuple(out)


def drawn(cue: Cue, current: Word | None, look: Style) -> tuple[str, Area, Area | None]:
    """Markup and place of a cue with ``current`` picked out, and the place of that word."""
    size = look.size
    rows = [[(w, shape(w.text, look.font, size)) for w in line] for line in cue.lines]
    gaps = [_gaps([w.text for w in line], cue.language, look) for line in cue.lines]
    widths = [sum(r.width for _, r in row) + sum(gap) for row, gap in zip(rows, gaps, strict=True)]
    shrink = min(1.0, (look.band.w - 2 * _PAD_X * size) / max(1.0, *widths))
    plate_w = max(widths) * shrink + 2 * _PAD_X * size
    plate_h = size * (shrink * _LEADING * len(rows) + 2 * _PAD_Y)
    cx, cy = look.band.centre
    cx = {"start": look.band.x + plate_w / 2, "middle": cx, "end": look.band.right - plate_w / 2}[look.align]
    left, top = cx - plate_w / 2, cy - plate_h / 2
    body = [
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{plate_w:.1f}" height="{plate_h:.1f}" rx="{0.38 * size:.1f}" '
        f'fill="{look.plate}" fill-opacity="{_PLATE}"/>'
    ]
    edge, roof = int(left) // 2 * 2, int(top) // 2 * 2
    area = Area(edge, roof, _even(left + plate_w - edge + 2), _even(top + plate_h - roof + 2))
    changed: Area | None = None
    metrics = face(look.font).metrics
    middle = metrics.cap_height / metrics.units_per_em / 2
    for number, (row, gap, width) in enumerate(zip(rows, gaps, widths, strict=True)):
        line_mid = top + _PAD_Y * size + shrink * size * _LEADING * (number + 0.5)
        baseline = line_mid + shrink * size * middle
        rtl = is_rtl(" ".join(w.text for w, _ in row))
        pen = cx + shrink * width / 2 if rtl else cx - shrink * width / 2
        for (word, run), space in zip(row, [*gap, 0.0], strict=True):
            run = shape(word.text, look.font, size * shrink)
            x = pen - run.width if rtl else pen
            colour = look.accent if word is current else look.ink
            body.append(f'<path d="{run.path(x, baseline)}" fill="{colour}"/>')
            if word is current:
                ink = run.ink_box(x, baseline)
                changed = _within(ink.x - 4, ink.y - 4, ink.right + 4, ink.bottom + 4, area)
            step = run.width + shrink * space
            pen += -step if rtl else step
    return "".join(body), area, changed


def _within(x0: float, y0: float, x1: float, y1: float, area: Area) -> Area | None:
    """The even pixels around a box, as far as they lie in ``area``; None for none."""
    left, top = max(area.x, int(x0) // 2 * 2), max(area.y, int(y0) // 2 * 2)
    right, bottom = min(area.right, int(x1) // 2 * 2 + 2), min(area.bottom, int(y1) // 2 * 2 + 2)
    return Area(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _gaps(texts: list[str], language: str, look: Style) -> list[float]:
    """Space after each word but the last: none between Chinese words."""
    space = shape("n n", look.font, look.size).width - shape("nn", look.font, look.size).width
    pairs = zip(texts, texts[1:], strict=False)
    return [space if len(joined([a, b], language)) > len(a) + len(b) else 0.0 for a, b in pairs]


def _spans(cue: Cue) -> list[tuple[float, float, Word | None]]:
    """When each word is current; it stays so until the next one begins, or shortly after the last."""
    words = cue.words
    out: list[tuple[float, float, Word | None]] = []
    at = cue.start
    for index, word in enumerate(words):
        end = words[index + 1].start if index + 1 < len(words) else word.end + 0.15
        end = min(cue.end, end)
        if end > at:
            out.append((at, end, word))
            at = end
    if cue.end > at:
        out.append((at, cue.end, None))
    return out


def _keys(cue: Cue, size: float, joins_before: bool, joins_after: bool) -> tuple[Key, ...]:
    fade = min(_FADE, (cue.end - cue.start) / 3)
    gone = Pose(0, 0.16 * size, 1, 0)
    keys = (
        [Key(cue.start, Pose())] if joins_before else [Key(cue.start, gone), Key(cue.start + fade, Pose(), "out_cubic")]
    )
    if not joins_after:
        keys += [Key(cue.end - fade, Pose()), Key(cue.end, Pose(0, 0, 1, 0), "in_cubic")]
    return tuple(keys)


def _bold(font: str) -> str:
    """The face of the text family that is nearest to semi-bold."""
    family = face(font).family
    same = [f for f in FONTS.values() if f.family == family]
    return min(same, key=lambda f: (abs(f.weight - _WEIGHT), f.id)).id


def _accent(palette: Palette) -> str:
    """The first accent that stands out from both plate and ink; else the first one, made to."""
    both = (palette.accent, palette.accent2)
    for colour in both:
        if contrast(colour, palette.deep) >= _SEEN and contrast(colour, palette.light) >= _APART:
            return colour
    lifted = [ensure(c, palette.deep, _SEEN) for c in both]
    return next((c for c in lifted if contrast(c, palette.light) >= _APART), lifted[0])


def _even(length: float) -> int:
    return max(2, 2 * int(-(-length // 2)))
