"""A campaign's text slots: what is written, how much of it, and which fields each text looks at."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.plan import Slot
from core.taste import Taste
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.slots import slot
from tools.text.embedded.address import address
from tools.text.embedded.titles import public_title
from tools.text.embedded.understand import understand
from tools.text.limits import count

ROLES: dict[str, dict[str, Any]] = {
    "headlines": {"count": 8, "limit": 40, "facts": 4, "fields": ("audience", "offer")},
    "sub": {"count": 3, "limit": 90, "facts": 3, "fields": ("audience",)},
    "bullets": {"count": 4, "limit": 48, "facts": 7, "fields": ()},
    "primary": {"count": 3, "limit": 125, "facts": 5, "fields": ("audience", "offer", "cta")},
    "long": {"count": 1, "limit": 0, "facts": 12, "fields": ("audience", "goal", "offer", "cta", "url", "voice")},
    "script": {"count": 6, "limit": 0, "facts": 6, "fields": ("audience", "offer", "cta")},
    "meta": {"count": 2, "limit": 155, "facts": 2, "fields": ()},
    "search_headlines": {
        "count": 15, "limit": 30, "channel": "google_ads", "facts": 5, "fields": ("audience", "offer", "cta"),
    },
    "search_descriptions": {
        "count": 4, "limit": 90, "channel": "google_ads", "facts": 4, "fields": ("audience", "offer", "cta"),
    },
    "email": {"count": 9, "limit": 0, "facts": 5, "fields": ("audience", "offer", "cta")},
    "press": {"count": 7, "limit": 0, "facts": 7, "fields": ("audience", "offer", "url")},
    "posts": {"count": 8, "limit": 250, "channel": "x", "facts": 4, "fields": ("audience", "offer", "cta")},
}  # fmt: skip
"""Text roles: pieces wanted, most characters (as ``channel`` counts them), how many facts they may use, and which fields
they look at."""


TITLED = frozenset({"headlines", "posts", "press", "script"})
"""Roles that may say the client's own line."""
SCREEN = 72
"""Characters of a line on the screen of a film."""
_PAGE = 64
"""Characters of a title that a picture or a page still sets large, a Chinese sign counting two."""


def own_headline(brief: Brief, language: str) -> str:
    """The client's title, where it is longer than an ad network's headline and short enough for pictures and pages; else empty.

    A shorter one is the first of the written headlines, so that pictures, pages and networks all say it.
    """
    title = client_line(brief, language)
    return title if len(title) > ROLES["headlines"]["limit"] else ""


def client_line(brief: Brief, language: str) -> str:
    """The client's title, where it speaks to the public and pictures and pages can set it; else empty."""
    title = own_title(brief, language)
    banned = any(word.casefold() in title.casefold() for word in brief.brand.banned)
    return title if count(title, "google_ads") <= _PAGE and not banned else ""


def own_title(brief: Brief, language: str) -> str:
    """The client's title, where it is a line for the public and not a label for the job; else empty."""
    if any(i.field == "title" for i in brief.inferred):
        return ""
    return public_title(brief.title, brief.product, brief.brand.name, language)


def texts(brief: Brief, taste: Taste, domain: str, language: str, details: Details) -> list[Slot]:
    """The texts of one language."""
    category = understand(brief.product, language).category or ""
    common = {
        "product": brief.product,
        "category": category,
        "brand": brief.brand.name,
        "domain": domain,
        "tone": list(brief.tone),
        "avoid": [*brief.brand.banned, *taste.rejected],
    }
    title = own_title(brief, language)
    spoken = address(language, brief.tone, domain, " ".join([brief.brand.voice, brief.cta, brief.offer]))
    if spoken:  # one form of address in all texts of a language
        common["address"] = spoken
    slots = []
    for role, shape in ROLES.items():
        spec: dict[str, Any] = {**common, "count": shape["count"], "limit": shape["limit"]}
        spec["facts"] = [{"id": f.id, "text": f.text} for f in brief.facts[: shape["facts"]]]
        for name in shape["fields"]:
            spec[name] = brief.brand.voice if name == "voice" else getattr(brief, name)
        if role in TITLED and title:
            spec["title"] = title
        if role == "script":
            spec["seconds"] = details.seconds - 2.5
        if "channel" in shape:
            spec["channel"] = shape["channel"]
        slots.append(slot(f"{role}.{language}", "text", "writer", role, spec, (), language, brief.seed))
    spec = {**common, "count": 0, "limit": SCREEN, "facts": [{"id": f.id, "text": f.text} for f in brief.facts[:3]]}
    for name in ("offer", "cta", "audience"):
        spec[name] = getattr(brief, name)
    if title:
        spec["title"] = title
    slots.append(
        slot(f"onscreen.{language}", "text", "writer", "onscreen", spec, (f"script.{language}",), language, brief.seed)
    )
    return slots
