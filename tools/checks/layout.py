"""Laid-out words: do they stand where they may, and can they be read. Measured from the pixels, not believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.findings import Finding, Severity
from core.requests import Insets

from .found import OWN, Say
from .media import decoded

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""
LARGE = 0.05
"""Type of at least this share of the short side is large: 3:1 suffices (WCAG 2.2, 1.4.3)."""
THIN = 16.0
"""Type under this size in pixels has strokes thinner than a pixel: hardly a pixel shows its full colour."""
_DRAWN = 1.25
"""Contrast within a patch that shows that something is drawn there at all."""
MUST = frozenset({"headline", "cta", "legal"})
"""Words that no layout may leave out; others give way in small sizes."""
BANNER = 300.0
"""Pixels of the short side under which a display banner may have no room for all words."""
SMALL_TOLD = frozenset({"brand", "legal"})
"""Words that the smallest banners may have no room for: a person is told, and the landing page says them."""

_LEFT = {
    "small": "type is too small to read",
    "widow": "a short word stands alone on the last line",
    "arrow": "its arrow is hidden",
}
"""What the designer found and could not mend."""

_contrast = Say("M3.contrast")
_fits = Say("M2.fits")


def contrast(png: bytes, layout: Mapping[str, Any], slot: str = "") -> tuple[Finding, ...]:
    """``M3.contrast``: 4.5:1 for words, 3:1 for large ones, by what the layout says and by the pixels. Under 2:1 holds.

    ``layout`` is the design part: ``elements`` of ``{role, box, size, contrast, colour}``.
    """
    pixels = decoded(png)[..., :3]
    short = min(pixels.shape[:2])
    out = []
    for element in layout.get("elements", ()):
        if not element.get("lines", [element.get("text", "x")]):
            continue
        box = _box(element["box"])
        wanted = 3.0 if float(element.get("size", 0)) >= LARGE * short else 4.5
        thin = float(element.get("size", 0)) < THIN
        seen = measured(_under(pixels, box), str(element.get("colour", "")), thin)
        told = float(element.get("contrast") or seen)
        least = min(seen, told)
        if least < wanted * 0.97:
            severity = Severity.HOLD if least < 2 else Severity.WARN
            evidence = f"{element.get('role', 'text')}: {least:.2f}:1 (pixels {seen:.2f}, layout {told:.2f}), wanted {wanted:g}:1"
            place = {"box": [round(x) for x in box]}
            out.append(
                _contrast(severity, evidence, "Change its colour or put a plate under it.", slot=slot, place=place)
            )
    return tuple(out)


def measured(patch: NDArray[np.uint8], colour: str = "", thin: bool = False) -> float:
    """Contrast between words and their ground in a patch of pixels, 1 to 21.

    With the words' ``colour`` known, the ground is what lies clear of pixels of that colour, judged where it is worst (the
    tenth percentile). Without it, or where no pixel has it, luminance falls into two groups (2-means) and their medians count; ``thin`` words are held against the rest of the patch, without what blends into them.
    """
    if patch.size == 0:
        return 1.0
    light = luminance(patch)
    if len(colour) == 7:
        ink = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.uint8)
        words = np.abs(patch.astype(np.int16) - ink.astype(np.int16)).max(axis=2) <= 24
        if _drowned(words):
            return 1.0
        if thin and not words.all() and _two_means(light.ravel()) >= _DRAWN:
            tone, rest = float(luminance(ink.reshape(1, 1, 3))[0, 0]), light[~words]
            middle = float(np.percentile(rest, 30 if tone > np.median(rest) else 70))
            return (max(tone, middle) + 0.05) / (min(tone, middle) + 0.05)
        grown = np.asarray(Image.fromarray(words.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(7))) > 0
        if words.mean() > 0.01 and (~grown).mean() > 0.02:
            tone = float(luminance(ink.reshape(1, 1, 3))[0, 0])
            ground = light[~grown]
            ratio = (np.maximum(ground, tone) + 0.05) / (np.minimum(ground, tone) + 0.05)
            return float(np.percentile(ratio, 10))
    return _two_means(light.ravel())


def _drowned(words: NDArray[np.bool_]) -> bool:
    """Whether somewhere the ground has the words' own colour: no letter fills a square of the line's height."""
    side = max(min(words.shape), 8)
    tiles = [words[:, x : x + side] for x in range(0, max(words.shape[1] - side // 2, 1), side)]
    return sum(float(tile.mean()) > 0.88 for tile in tiles) > 0.1 * len(tiles)


def _two_means(light: NDArray[np.float64]) -> float:
    low, high = float(light.min()), float(light.max())
    if high - low < 1e-4:
        return 1.0
    for _ in range(20):
        upper = light > (low + high) / 2
        if upper.all() or not upper.any():
            break
        new = float(light[~upper].mean()), float(light[upper].mean())
        if abs(new[0] - low) + abs(new[1] - high) < 1e-5:
            break
        low, high = new
    upper = light > (low + high) / 2
    dark, bright = float(np.median(light[~upper])), float(np.median(light[upper]))
    return (bright + 0.05) / (dark + 0.05)


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2.2) of RGB pixels, 0 to 1."""
    c = pixels.astype(np.float64) / 255
    linear = np.where(c <= 10 / 255, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), dtype=np.float64)


def fits(layout: Mapping[str, Any], safe: Insets | None = None, slot: str = "") -> tuple[Finding, ...]:
    """``M2.fits``: words inside the frame and outside the platform's margins, none over another, whole, every glyph drawn."""
    return tuple(_misfits(layout, safe or Insets(), slot))


def _misfits(layout: Mapping[str, Any], safe: Insets, slot: str) -> Iterator[Finding]:
    width, height = float(layout["width"]), float(layout["height"])
    room = (safe.left - 1.0, safe.top - 1.0, width - safe.right + 1.0, height - safe.bottom + 1.0)
    small = min(width, height) < BANNER
    boxes = []
    for element in layout.get("elements", ()):
        x, y, w, h = box = _box(element["box"])
        role = str(element.get("role", "text"))

        def wrong(evidence: str, role: str = role, box: Box = box) -> Finding:
            place = {"box": [round(v) for v in box]}
            return _fits(
                Severity.HOLD, f"{role}: {evidence}", f"Use fewer words in the brief. {OWN}", slot=slot, place=place
            )

        if w <= 0 or h <= 0:
            if str(element.get("text", "")).strip():
                yield wrong("its words take no room: nothing was drawn")
            continue
        if x < room[0] or y < room[1] or x + w > room[2] or y + h > room[3]:
            yield wrong(f"reaches out of the room for words ({x:.0f}, {y:.0f}, {w:.0f}, {h:.0f})")
        if element.get("truncated"):
            cut = wrong(f"words are cut: {str(element.get('text', ''))[:80]!r}")
            yield cut.model_copy(update={"severity": Severity.WARN}) if small and role == "brand" else cut
        if element.get("missing"):
            yield wrong(f"no glyph for {' '.join(map(str, element['missing']))[:80]}")
        boxes.append((role, box))
    for (a, box), (b, other) in combinations(boxes, 2):
        over = _overlap(box, other)
        if over > 0.02 * min(box[2] * box[3], other[2] * other[3]) and over > 16:
            yield _fits(
                Severity.HOLD,
                f"{a} and {b} lie over each other",
                OWN,
                slot=slot,
                place={"box": list(box)},
            )
    for issue in layout.get("issues", ()):
        if issue.get("kind") in _LEFT:
            evidence = f"{issue.get('role', 'text')}: {_LEFT[issue['kind']]} ({str(issue.get('detail', ''))[:60]})"
            yield _fits(Severity.WARN, evidence, "Use fewer or shorter words, or another size.", slot=slot)
        if issue.get("kind") == "dropped":
            role = str(issue.get("role", "text"))
            severity = Severity.HOLD if role in MUST else Severity.INFO
            if small and role in SMALL_TOLD:
                severity = Severity.WARN
            yield _fits(
                severity, f"{role} was left out: {str(issue.get('detail', ''))[:120]!r}", "Use fewer words.", slot=slot
            )


def _overlap(a: Box, b: Box) -> float:
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(w, 0.0) * max(h, 0.0)


def _box(value: Any) -> Box:
    x, y, w, h = (float(v) for v in value)
    return x, y, w, h


def _under(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    x, y, w, h = box
    top, left = max(int(y) - 2, 0), max(int(x) - 2, 0)
    return pixels[top : max(int(y + h) + 2, 0), left : max(int(x + w) + 2, 0)]
