"""The last look before a layout leaves: measure every text on what really lies under it, and mend what does not hold.

Contrast is WCAG 2.2 (4.5, or 3.0 for bold type of 24 pixels and more) against all but the worst 5% of the rendered pixels
under the ink. What cannot be mended is named in the composition's issues.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from . import colour as col
from .breaks import widow, without_widow
from .canvas import num
from .elements import ink_of
from .fonts import face
from .frame import script_of
from .geometry import Box
from .placed import Composition, Issue, PlacedText, Plate, moved, overlap
from .render import to_array
from .scrim import look, mean_colour, under, veil_needed, worst_contrast
from .soft import halo

_SMALL = 420
_SLACK = 1.5
"""Pixels by which ink may touch a border before that counts."""
_LAP = 2.0


def repair(composition: Composition, floor: float = 11.0) -> Composition:
    """A composition in which every text is inside, apart from the others and readable, as far as that can be had.

    ``floor`` is the least type size in pixels.
    """
    made = _inside(composition.with_texts(_in_company), floor)
    made = _apart(made, floor)
    made = _clear_of_hero(made)
    made = _readable(made.with_texts(_pointless))
    left = audit(made, floor)
    kept = tuple(i for i in made.issues if i.kind in ("dropped", "truncated", "tofu"))
    return replace(made, issues=(*kept, *left))


def audit(composition: Composition, floor: float = 11.0) -> tuple[Issue, ...]:
    """What does not hold, without touching anything. Contrast is judged by what ``repair`` measured."""
    found: list[Issue] = []
    texts = composition.texts
    for i, text in enumerate(texts):
        if not composition.safe.contains(text.occupied, _SLACK):
            found.append(Issue("overflow", text.role, " ".join(map(str, map(round, text.occupied)))))
        if text.lines and text.size < floor - 0.26:
            found.append(Issue("small", text.role, f"{text.size:.1f}"))
        if text.lines and text.contrast and text.contrast < required(text) - 0.05:
            found.append(Issue("contrast", text.role, f"{text.contrast:.2f}"))
        if widow(text.lines) and _in_company(text) != text:
            found.append(Issue("widow", text.role, text.lines[-1]))
        if text.role == "cta" and text.art_box is not None and _arrow_hidden(text):
            found.append(Issue("arrow", text.role, " ".join(map(str, map(round, text.art_box)))))
        for other in texts[i + 1 :]:
            lap = overlap(text.occupied, other.occupied)
            if lap.w > _LAP and lap.h > _LAP:
                found.append(Issue("overlap", text.role, other.role))
        if composition.hero_box is not None:
            lap = overlap(text.occupied, composition.hero_box)
            if lap.w > _LAP and lap.h > _LAP:
                found.append(Issue("overlap", text.role, "hero"))
    return tuple(found)


def _arrow_hidden(text: PlacedText) -> bool:
    """Whether an arrow runs into its own words or off its plate."""
    if text.art_box is None:
        return False
    lap = overlap(text.art_box, text.box)
    off = text.plate is not None and not text.plate.box.contains(text.art_box, _SLACK)
    return off or (lap.w > _SLACK and lap.h > _SLACK)


def _in_company(text: PlacedText) -> PlacedText:
    """A short last word gets the word before it, where the line has room for both."""
    lines = without_widow(text.lines)
    if lines == text.lines:
        return text
    made = replace(text, lines=lines)
    made = replace(made, box=ink_of(made))
    return made if made.box.w <= text.box.w + _SLACK and made.box.h <= text.box.h + _SLACK else text


def _pointless(text: PlacedText) -> PlacedText:
    """An arrow that would be hidden is left out: the words say it alone."""
    return replace(text, art="", art_box=None) if text.role == "cta" and _arrow_hidden(text) else text


def required(text: PlacedText) -> float:
    """The WCAG ratio that applies to it."""
    large = text.size >= 24 and face(text.font).weight >= 600
    return 3.0 if large else 4.5


def _inside(composition: Composition, floor: float) -> Composition:
    """Elements that stick out are moved in; those too wide or too high for the frame are set smaller first."""
    safe = composition.safe

    def mend(text: PlacedText) -> PlacedText:
        if safe.contains(text.occupied, _SLACK):
            return text
        box = text.occupied
        if box.w > safe.w or box.h > safe.h:
            text = scaled(text, max(min(safe.w / box.w, safe.h / box.h), floor / max(text.size, 1.0)))
            box = text.occupied
        dx = max(safe.x - box.x, 0.0) or min(safe.right - box.right, 0.0)
        dy = max(safe.y - box.y, 0.0) or min(safe.bottom - box.bottom, 0.0)
        return text.moved(dx, dy)

    return composition.with_texts(mend)


def scaled(text: PlacedText, k: float) -> PlacedText:
    """The same element smaller about its middle, plate and art with it."""
    if k >= 0.999 or k <= 0:
        return text
    box = text.occupied
    cx, cy = box.x + box.w / 2, box.y + box.h / 2

    def at(b: Box) -> Box:
        return Box(cx + (b.x - cx) * k, cy + (b.y - cy) * k, b.w * k, b.h * k)

    def wrapped(svg: str) -> str:
        return (
            f'<g transform="translate({cx * (1 - k):.2f} {cy * (1 - k):.2f}) scale({k:.4f})">{svg}</g>' if svg else svg
        )

    plate = replace(text.plate, svg=wrapped(text.plate.svg), box=at(text.plate.box)) if text.plate else None
    small = replace(
        text,
        size=round(text.size * k, 2),
        x=cx + (text.x - cx) * k,
        baseline=cy + (text.baseline - cy) * k,
        plate=plate,
        art=wrapped(text.art),
        art_box=at(text.art_box) if text.art_box else None,
    )
    return replace(small, box=ink_of(small) if small.lines else at(text.box))


_RANK = {"legal": 0, "cta": 1, "headline": 2, "brand": 3, "sub": 4, "badge": 5, "bullet": 6}


def _apart(composition: Composition, floor: float) -> Composition:
    """Texts that lie on each other: the lesser one moves to the nearest free place, or goes."""
    safe = composition.safe
    order = sorted(range(len(composition.texts)), key=lambda i: (_RANK[composition.texts[i].role], i))
    placed: dict[int, PlacedText] = {}
    dropped: list[Issue] = []
    for i in order:
        text = composition.texts[i]
        others = [t.occupied for t in placed.values()]
        if any(_laps(text.occupied, o) for o in others):
            found = _free_place(text, others, safe, floor)
            if found is None:
                dropped.append(Issue("dropped", text.role, text.text[:80]))
                continue
            text = found
        placed[i] = text
    texts = tuple(placed[i] for i in sorted(placed))
    return replace(composition, texts=texts, issues=(*composition.issues, *dropped))


def _laps(a: Box, b: Box) -> bool:
    lap = overlap(a, b)
    return lap.w > _LAP and lap.h > _LAP


def _free_place(text: PlacedText, others: list[Box], safe: Box, floor: float) -> PlacedText | None:
    for k in (1.0, 0.85, 0.7):
        if k < 1 and text.lines and text.size * k < floor:
            return None
        small = scaled(text, k)
        box = small.occupied
        moves = [(0.0, 0.0)]
        for o in others:
            moves += [
                (0.0, o.bottom + 4 - box.y),
                (0.0, o.y - 4 - box.bottom),
                (o.right + 4 - box.x, 0.0),
                (o.x - 4 - box.right, 0.0),
            ]
        for dx, dy in sorted(moves, key=lambda m: abs(m[0]) + abs(m[1])):
            at = moved(box, dx, dy)
            if safe.contains(at, 0.5) and not any(_laps(at, o) for o in others):
                return small.moved(dx, dy)
    return None


def _clear_of_hero(composition: Composition) -> Composition:
    """A hero under words is made smaller and moved off them, or taken away when nothing of it would be left."""
    hero = composition.hero_box
    if hero is None or not any(_laps(t.occupied, hero) for t in composition.texts):
        return composition
    boxes = [t.occupied for t in composition.texts]
    frame = Box(0, 0, composition.width, composition.height)
    for k in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42):
        w, h = hero.w * k, hero.h * k
        x, y = hero.x + (hero.w - w) / 2, hero.y + (hero.h - h) / 2
        spots = [(0.0, 0.0)]
        for b in boxes:
            spots += [(0.0, b.bottom + 6 - y), (0.0, b.y - 6 - y - h), (b.right + 6 - x, 0.0), (b.x - 6 - x - w, 0.0)]
        for dx, dy in sorted(spots, key=lambda m: abs(m[0]) + abs(m[1])):
            at = Box(x + dx, y + dy, w, h)
            if frame.contains(at, 1) and abs(dx) + abs(dy) < hero.w * 0.6 and not any(_laps(at, b) for b in boxes):
                tx, ty = at.x - hero.x * k, at.y - hero.y * k
                svg = f'<g transform="translate({tx:.2f} {ty:.2f}) scale({k:.3f})">{composition.hero}</g>'
                return replace(composition, hero=svg, hero_box=at)
    return replace(composition, hero="", hero_box=None)


def _readable(composition: Composition) -> Composition:
    if not composition.texts:
        return composition
    small = _ground(composition)
    return composition.with_texts(lambda text: _measured(text, small, composition))


def _ground(composition: Composition) -> NDArray[np.float64]:
    """A small render of what the texts stand on, 0..1; the stage of a film's scenes is drawn once for all of them.

    A hero that no text touches is left out, all but its halo.
    """
    width, stage, hero = min(_SMALL, composition.width), composition.stage, composition.hero_box
    frame = Box(0, 0, composition.width, composition.height)
    near = 0.03 * min(frame.w, frame.h)
    if hero is not None and not any(t.occupied.overlaps(hero, near) for t in composition.texts):
        composition = replace(composition, hero=halo(composition.hero, frame)[0])
    if not stage:
        return to_array(composition.ground_svg(), width=width)[..., :3].astype(np.float64) / 255
    base = look(stage, composition.width, composition.height, _SMALL)
    rest = replace(composition, background=composition.background.replace(stage, "", 1))
    over = to_array(rest.ground_svg(), width=width).astype(np.float64) / 255
    return np.asarray(base * (1 - over[..., 3:]) + over[..., :3] * over[..., 3:])


def _measured(text: PlacedText, picture: NDArray[np.float64], composition: Composition) -> PlacedText:
    """The text with its contrast; another ink, then a plate, where it would not be read."""
    if not text.lines:
        return text
    pixels = under(picture, composition.width, text.box)
    if text.plate is not None and text.plate.fill:
        pixels = np.tile(np.array([[int(text.plate.fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]]), (4, 1))
    need, aim = required(text), required(text) + 0.1
    now = worst_contrast(text.colour, pixels)
    if now >= need:
        return replace(text, contrast=now)
    ground = mean_colour(pixels)
    inks = (col.ensure(text.colour, ground, 5.2), "#ffffff", "#0b0b0d")
    best = max(
        inks[:1] if worst_contrast(inks[0], pixels) >= aim else inks, key=lambda ink: worst_contrast(ink, pixels)
    )
    if worst_contrast(best, pixels) >= need:
        return replace(text, colour=best, contrast=worst_contrast(best, pixels))
    return _on_plate(text, pixels, best)


def _on_plate(text: PlacedText, pixels: NDArray[np.float64], ink: str) -> PlacedText:
    """A soft-cornered plate behind the words, just strong enough."""
    light = col.luminance(ink) > 0.3
    ink, fill = ("#ffffff", "#0e1016") if light else ("#0b0b0d", "#ffffff")
    strength = max(0.5, veil_needed(ink, pixels, fill, required(text) + 0.4))
    pad = min(text.size * 0.34, 22.0) if script_of(text.text) != "arabic" else min(text.size * 0.24, 18.0)
    box = text.box.inset(-pad, -pad * 0.7)
    svg = (
        f'<rect x="{num(box.x)}" y="{num(box.y)}" width="{num(box.w)}" height="{num(box.h)}" rx="{num(min(pad, box.h / 4))}" '
        f'fill="{fill}" fill-opacity="{strength:.2f}"/>'
    )
    target = np.array([int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    seen = worst_contrast(ink, pixels + (target - pixels) * strength)
    under_plate = text.plate.svg if text.plate else ""
    plate = Plate(under_plate + svg, text.box if text.plate is None else text.plate.box)
    return replace(text, colour=ink, contrast=seen, plate=plate)
