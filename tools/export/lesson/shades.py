"""Colours of a lesson page by day and by night: the look's own, moved until every text on them can be read."""

from __future__ import annotations

from typing import Final

from core.direction import Palette
from tools.export.colour import colours, luminance, mix, readable

RIGHT: Final = "#1a7f45"
WRONG: Final = "#c2372e"
MARK: Final = "#ffe08a"


def day(palette: Palette) -> dict[str, str]:
    """CSS variables (without dashes) for a light ground, each text 4.6:1 or more on every ground of the page."""
    p = palette
    if luminance(p.bg) < 0.45:
        p = p.model_copy(
            update={"bg": mix(p.light, "#ffffff", 0.4), "surface": "#ffffff", "ink": p.deep, "muted": p.deep}
        )
    return _all(p, MARK, "#1c1a10")


def night(palette: Palette) -> dict[str, str]:
    """The same for a dark ground."""
    p = palette
    ground = p.bg if luminance(p.bg) < 0.05 else mix(p.deep, "#000000", 0.35)
    while luminance(ground) > 0.02:
        ground = mix(ground, "#000000", 0.25)
    lifted = mix(ground, "#ffffff", 0.075)
    accent = readable(mix(p.accent, "#ffffff", 0.25), ground, lifted, ratio=5)
    dark = {
        "bg": ground,
        "surface": lifted,
        "ink": mix(p.light, ground, 0.06),
        "muted": mix(p.light, ground, 0.3),
        "accent": accent,
        "accent_ink": ground,
    }
    return _all(p.model_copy(update=dark), mix(MARK, ground, 0.72), "#fff6d8")


def variables(palette: Palette) -> str:
    """CSS for ``:root`` by day, and by night where the reader's system asks for it."""
    return f":root{{color-scheme:light dark;{_css(day(palette))}}}\n@media (prefers-color-scheme:dark){{:root{{{_css(night(palette))}}}}}\n"


def _all(p: Palette, mark: str, mark_ink: str) -> dict[str, str]:
    c = colours(p)
    grounds = (c["bg"], c["surface"], c["soft"])
    c["right"], c["wrong"] = readable(RIGHT, *grounds, ratio=4.6), readable(WRONG, *grounds, ratio=4.6)
    c["edge"] = readable(mix(p.bg, p.ink, 0.5), *grounds, ratio=3.1)
    c["mark"], c["mark-ink"] = mark, readable(mark_ink, mark, ratio=7)
    c["glow"] = readable(c["glow"], c["deep"], ratio=4.6)
    return c


def _css(values: dict[str, str]) -> str:
    return "".join(f"--{k}:{v};" for k, v in values.items())
