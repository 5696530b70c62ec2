"""Sizes of a campaign's pictures and films, with the margins that platforms cover with their own interface.

Stories and reels: the top 14 % and the bottom 20 % stay clear (Meta's ads guide, checked 2026-11).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from core.requests import Insets


class Format(NamedTuple):
    """Pixels, and the margins where no text may stand."""

    width: int
    height: int
    safe: Insets
    title: str


_STORY = Insets(top=270, bottom=384, left=64, right=64)

PICTURES: Final[dict[str, Format]] = {
    "square": Format(1080, 1080, Insets(), "Feed, 1:1"),
    "portrait": Format(1080, 1350, Insets(), "Feed, 4:5"),
    "story": Format(1080, 1920, _STORY, "Story and reel cover, 9:16"),
    "landscape": Format(1200, 628, Insets(), "Link and open graph, 1.91:1"),
    "wide": Format(1920, 1080, Insets(), "Presentation and display, 16:9"),
}

FILMS: Final[dict[str, Format]] = {
    "9x16": Format(1080, 1920, _STORY, "Vertical film"),
    "16x9": Format(1920, 1080, Insets(top=54, bottom=54, left=96, right=96), "Wide film"),
    "1x1": Format(1080, 1080, Insets(top=54, bottom=54, left=54, right=54), "Square film"),
    "4x5": Format(1080, 1350, Insets(top=68, bottom=68, left=54, right=54), "Feed film"),
}

BANNERS: Final[dict[str, Format]] = {
    f"{w}x{h}": Format(w, h, Insets(), title)
    for w, h, title in (
        (300, 250, "Medium rectangle"),
        (336, 280, "Large rectangle"),
        (728, 90, "Leaderboard"),
        (970, 90, "Large leaderboard"),
        (970, 250, "Billboard"),
        (300, 600, "Half page"),
        (160, 600, "Wide skyscraper"),
        (120, 600, "Skyscraper"),
        (320, 50, "Mobile banner"),
        (320, 100, "Large mobile banner"),
    )
}
"""Sizes of display advertisements (IAB New Ad Portfolio; Google Ads takes the same). Uploads end at 150 KB."""
