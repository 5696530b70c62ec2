"""A finished layout: what stands where, in layers that can be drawn together or one by one.

Pixels throughout, origin top left. A ``Composition`` is what the families give, what the checker mends and
what a film animates: background, hero and each text can be drawn apart, always in the full frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from .geometry import Box
from .shaping import Anchor, Direction, shape
from .svg import escape

__all__ = ["Anchor", "Box", "Composition", "Issue", "PlacedText", "Plate", "Role", "moved", "overlap", "rounded"]

Role = Literal["brand", "headline", "sub", "bullet", "cta", "badge", "legal"]


def moved(box: Box, dx: float, dy: float) -> Box:
    """The same size, elsewhere."""
    return Box(box.x + dx, box.y + dy, box.w, box.h)


def overlap(a: Box, b: Box) -> Box:
    """What both cover; of no size where they do not meet."""
    x, y = max(a.x, b.x), max(a.y, b.y)
    return Box(x, y, max(0.0, min(a.right, b.right) - x), max(0.0, min(a.bottom, b.bottom) - y))


def rounded(box: Box) -> list[float]:
    """``[x, y, w, h]`` to a tenth of a pixel, for reports."""
    return [round(float(v), 1) for v in box]


@dataclass(frozen=True)
class Plate:
    """A shape that lies under one text and moves with it: a button, a badge, a chip, a scrim."""

    svg: str
    """Markup in frame coordinates. Ids in it start with ``id``."""
    box: Box
    fill: str = ""
    """Its colour where it is opaque, so that ink can be judged against it; empty where it lets the ground through."""


@dataclass(frozen=True)
class PlacedText:
    """One text, set. ``x`` and ``baseline`` place its first line; the next ones follow at ``size * leading``."""

    role: Role
    text: str
    """The whole text as it was asked for; ``lines`` is what is seen of it."""
    lines: tuple[str, ...]
    font: str
    size: float
    colour: str
    x: float
    baseline: float
    box: Box
    """Ink of all lines, without the plate."""
    anchor: Anchor = "start"
    leading: float = 1.2
    tracking: float = 0.0
    direction: Direction = "auto"
    plate: Plate | None = None
    rotate: float = 0.0
    """Degrees, about the middle of ``occupied``."""
    art: str = ""
    """Small markup that belongs to the text: the icon of a benefit row, the arrow of a button, a logo."""
    art_box: Box | None = None
    truncated: bool = False
    missing: tuple[str, ...] = ()
    contrast: float = 0.0
    """Measured by the checker on the rendered ground; 0 before that."""

    @property
    def occupied(self) -> Box:
        """Everything this element covers: ink, plate and art."""
        box = self.box
        if self.plate is not None:
            box = box.union(self.plate.box)
        return box.union(self.art_box) if self.art_box is not None else box

    def svg(self) -> str:
        """Plate, art and outlines of the letters, as markup without an ``<svg>`` around it."""
        out = [self.plate.svg if self.plate else "", self.art]
        for i, line in enumerate(self.lines):
            run = shape(line, self.font, self.size, tracking=self.tracking, direction=self.direction)
            d = run.path(self.x, self.baseline + i * self.size * self.leading, self.anchor)
            if d:
                out.append(f'<path d="{d}" fill="{self.colour}"/>')
        turn = ""
        if self.rotate:
            around = self.occupied
            turn = f' transform="rotate({self.rotate:g} {around.x + around.w / 2:.1f} {around.y + around.h / 2:.1f})"'
        words = " ".join(self.lines) if self.truncated and self.lines else " ".join(self.text.split())
        label = escape(words[:2000])
        return f'<g class="{self.role}" role="img" aria-label="{label}"{turn}><title>{label}</title>{"".join(out)}</g>'

    def moved(self, dx: float, dy: float) -> PlacedText:
        """The same element elsewhere. Plates and art are wrapped, so their own numbers stay."""

        def wrapped(svg: str) -> str:
            return f'<g transform="translate({dx:.2f} {dy:.2f})">{svg}</g>' if svg else svg

        plate = self.plate
        if plate is not None:
            plate = replace(plate, svg=wrapped(plate.svg), box=moved(plate.box, dx, dy))
        return replace(
            self,
            x=self.x + dx,
            baseline=self.baseline + dy,
            box=moved(self.box, dx, dy),
            plate=plate,
            art=wrapped(self.art),
            art_box=moved(self.art_box, dx, dy) if self.art_box else None,
        )


@dataclass(frozen=True)
class Issue:
    """What does not hold in a layout and could not be mended."""

    kind: Literal["contrast", "overlap", "overflow", "small", "tofu", "dropped", "truncated", "widow", "arrow"]
    role: str
    detail: str = ""


@dataclass(frozen=True)
class Composition:
    """A layout in layers: ``background`` (opaque, full frame), ``hero`` (on nothing), and the texts above both."""

    width: int
    height: int
    family: str
    background: str
    """Markup without an ``<svg>`` around it; its ids start with ``b``."""
    stage: str = ""
    """A picture that ``background`` contains once and that other scenes of a film share. All else in such a background is
    light and shade without hard edges."""
    hero: str = ""
    """Markup without an ``<svg>`` around it; its ids start with ``h``."""
    hero_box: Box | None = None
    """Where the hero stands. ``None`` where there is none, or where it fills the frame."""
    texts: tuple[PlacedText, ...] = ()
    safe: Box = field(default_factory=lambda: Box(0, 0, 0, 0))
    """Where text may stand."""
    issues: tuple[Issue, ...] = ()
    title: str = ""

    def background_svg(self) -> str:
        """Opaque, full frame, no words."""
        return self._svg(self.background)

    def hero_svg(self) -> str:
        """Full frame, transparent around the hero; draws nothing where there is none."""
        return self._svg(self.hero)

    def text_svg(self, index: int) -> str:
        """One text with its button or badge, full frame, transparent around it. ``IndexError`` if there is none."""
        return self._svg(self.texts[index].svg())

    def ground_svg(self) -> str:
        """Background and hero together: what the texts stand on."""
        return self._svg(self.background + self.hero)

    def svg(self) -> str:
        """Everything."""
        return self._svg(self.background + self.hero + "".join(t.svg() for t in self.texts))

    def with_texts(self, change: Callable[[PlacedText], PlacedText]) -> Composition:
        """A copy with each text changed."""
        return replace(self, texts=tuple(change(t) for t in self.texts))

    def layout(self) -> dict[str, Any]:
        """Plain JSON-able data: sizes, family, elements and what could not be mended."""
        return {
            "width": self.width,
            "height": self.height,
            "family": self.family,
            "safe": rounded(self.safe),
            "hero": rounded(self.hero_box) if self.hero_box else None,
            "elements": [
                {
                    "role": t.role,
                    "text": t.text,
                    "lines": list(t.lines),
                    "box": rounded(t.box),
                    "occupied": rounded(t.occupied),
                    "font": t.font,
                    "size": round(t.size, 2),
                    "colour": t.colour,
                    "contrast": round(t.contrast, 2),
                    "truncated": t.truncated,
                    "missing": list(t.missing),
                }
                for t in self.texts
            ],
            "issues": [{"kind": i.kind, "role": i.role, "detail": i.detail} for i in self.issues],
        }

    def _svg(self, body: str) -> str:
        w, h = self.width, self.height
        title = f"<title>{escape(self.title[:400])}</title>" if self.title else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{w}" height="{h}" viewBox="0 0 {w} {h}">{title}{body}</svg>'
        )
