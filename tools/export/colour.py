"""Contrast by WCAG 2.2, and colours moved just far enough to be read."""

from __future__ import annotations

from core.direction import Palette
from tools.design.oklab import contrast, luminance, rgb

__all__ = ["colours", "contrast", "luminance", "mix", "readable", "rgb"]


def mix(a: str, b: str, share: float) -> str:
    """``share`` of ``b`` in ``a``, in sRGB."""
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(rgb(a), rgb(b), strict=True))


def readable(colour: str, *grounds: str, ratio: float = 4.5) -> str:
    """``colour``, moved towards black or white until it holds ``ratio`` on every ground; the better end if none does."""

    def worst(candidate: str) -> float:
        return min(contrast(candidate, ground) for ground in grounds)

    end = max(("#000000", "#ffffff"), key=worst)
    for step in range(21):
        candidate = mix(colour, end, step / 20)
        if worst(candidate) >= ratio:
            return candidate
    return end


def colours(palette: Palette) -> dict[str, str]:
    """The palette by role on a page, each text colour readable (WCAG AA) on the grounds it stands on."""
    p = palette
    dark = p.deep if luminance(p.deep) < 0.2 else mix(p.deep, "#000000", 0.6)
    soft = mix(p.bg, p.accent, 0.14)
    return {
        "bg": p.bg,
        "surface": p.surface,
        "soft": soft,
        "ink": readable(p.ink, p.bg, p.surface, soft, ratio=7),
        "muted": readable(p.muted, p.bg, p.surface, soft, ratio=4.6),
        "line": mix(p.bg, p.ink, 0.14),
        "accent": p.accent,
        "accent-ink": readable(p.accent_ink, p.accent, ratio=4.6),
        "accent-text": readable(p.accent, p.bg, p.surface, soft, ratio=4.6),
        "accent2": p.accent2,
        "deep": dark,
        "light": readable(p.light, dark, ratio=7),
        "quiet-light": readable(mix(p.light, dark, 0.3), dark, ratio=4.6),
        "glow": max((p.accent, p.accent2, p.light), key=lambda c: min(contrast(c, dark), 6.0)),
        "focus": readable(p.accent2, p.bg, p.surface, ratio=3),
    }
