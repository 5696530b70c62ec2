"""A campaign's plan: message house, art direction and the slots, made with no model."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.canonical import derive_seed
from core.direction import Direction
from core.plan import Plan, Slot
from core.taste import Taste
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.formats import FILMS, PICTURES
from tools.design.direction import choose
from tools.embed.choose import best
from tools.text.embedded.address import address
from tools.text.embedded.domains import detect, mood
from tools.text.embedded.understand import understand

ROLES: dict[str, dict[str, Any]] = {
    "headlines": {"count": 8, "limit": 40, "facts": 4, "fields": ("audience", "offer")},
    "sub": {"count": 3, "limit": 90, "facts": 3, "fields": ("audience",)},
    "bullets": {"count": 4, "limit": 42, "facts": 4, "fields": ()},
    "primary": {"count": 3, "limit": 125, "facts": 5, "fields": ("audience", "offer", "cta")},
    "long": {"count": 1, "limit": 0, "facts": 12, "fields": ("audience", "goal", "offer", "cta", "url", "voice")},
    "script": {"count": 6, "limit": 0, "facts": 3, "fields": ("audience", "offer", "cta")},
    "meta": {"count": 2, "limit": 155, "facts": 2, "fields": ()},
    "search_headlines": {
        "count": 15, "limit": 30, "channel": "google_ads", "facts": 5, "fields": ("audience", "offer", "cta"),
    },
    "search_descriptions": {
        "count": 4, "limit": 90, "channel": "google_ads", "facts": 4, "fields": ("audience", "offer", "cta"),
    },
    "email": {"count": 9, "limit": 0, "facts": 5, "fields": ("audience", "offer", "cta", "url")},
    "press": {"count": 7, "limit": 0, "facts": 7, "fields": ("audience", "offer", "url")},
    "posts": {"count": 8, "limit": 250, "channel": "x", "facts": 4, "fields": ("audience", "offer", "cta")},
}  # fmt: skip
"""Text roles: pieces wanted, most characters (as ``channel`` counts them), how many facts they may use, and which fields
they look at."""

ROWS = 3
"""Benefit rows in a picture, and facts that the film tells: an edit of a later fact reaches neither."""

MAX_TITLE = 120
"""Characters of a title as it is shown on reports and pages."""

MAX_BADGE = 40
"""Characters of an offer that still fits a badge."""


def draft(brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
    """The plan of a campaign. Every slot's spec holds only what that slot depends on."""
    details = Details.model_validate(brief.details)
    direction, domain = _direction(brief, taste, details)
    slots: list[Slot] = []
    voices = []
    narrated = details.narration and "speech" in able
    slots.append(_picture(brief, direction))
    for language in brief.languages:
        words = brief.localised(language)
        slots += _texts(words, taste, domain, language, details)
        slots += _pictures(words, direction, language, details)
        slots.append(_alt(words, direction, language, details))
        if narrated:
            slots.append(_voice(words, language, details))
            voices.append(f"voice.{language}")
    slots.append(_music(brief, direction, details, voices))
    for language in brief.languages:
        words = brief.localised(language)
        needs = ("music", *(v for v in voices if v.endswith("." + language)))
        slots.append(
            Slot(id=f"mix.{language}", modality="sound", agent="composer", role="mix", needs=needs, language=language)
        )
        slots += _films(words, direction, language, details, narrated)
    return Plan(
        kind="campaign",
        title=brief.title if len(brief.title) <= MAX_TITLE else brief.title[: MAX_TITLE - 1].rstrip() + "…",
        slots=tuple(slots),
        message=_message(brief),
        direction=direction.json_dict(),
        recalled=tuple(r.json_dict() for r in taste.recalled),
    )


def _direction(brief: Brief, taste: Taste, details: Details) -> tuple[Direction, str]:
    words = " ".join([brief.product, brief.title, brief.goal, *(f.text for f in brief.facts)])
    domain = details.domain or detect(words, brief.language)[0]
    chosen = choose(
        brand_colours=brief.brand.colours,
        mood=details.mood or mood(brief.tone, domain),
        domain=domain,
        product=brief.product,
        proofs=tuple(f.text for f in brief.facts[:4]),
        language=brief.language,
        seed=derive_seed("direction", brief.brand.name or brief.title, brief.seed),
        embedder=best(),
        has_photo=bool(brief.photos),
        avoid_families=taste.families,
        preferred_palette=taste.palette,
        fonts=brief.brand.fonts,
    )
    if details.family:
        chosen = chosen.model_copy(update={"family": details.family})
    return chosen, domain


def _message(brief: Brief) -> dict[str, Any]:
    return {
        "promise": brief.product,
        "audience": brief.audience,
        "goal": brief.goal,
        "proofs": [f.json_dict() for f in brief.facts[:3]],
        "support": [f.json_dict() for f in brief.facts[3:]],
        "offer": brief.offer,
        "cta": brief.cta,
    }


def _texts(brief: Brief, taste: Taste, domain: str, language: str, details: Details) -> list[Slot]:
    category = understand(brief.product, language).category or ""
    common = {
        "product": brief.product,
        "category": category,
        "brand": brief.brand.name,
        "domain": domain,
        "tone": list(brief.tone),
        "avoid": [*brief.brand.banned, *taste.rejected],
    }
    spoken = address(language, brief.tone, domain, " ".join([brief.brand.voice, brief.cta, brief.offer]))
    if spoken:  # one form of address in all texts of a language
        common["address"] = spoken
    slots = []
    for role, shape in ROLES.items():
        spec: dict[str, Any] = {**common, "count": shape["count"], "limit": shape["limit"]}
        spec["facts"] = [{"id": f.id, "text": f.text} for f in brief.facts[: shape["facts"]]]
        for name in shape["fields"]:
            spec[name] = brief.brand.voice if name == "voice" else getattr(brief, name)
        if role == "script":
            spec["seconds"] = details.seconds - 2.5
        if "channel" in shape:
            spec["channel"] = shape["channel"]
        slots.append(_slot(f"{role}.{language}", "text", "writer", role, spec, (), language, brief.seed))
    spec = {**common, "count": 0, "limit": 48, "facts": [{"id": f.id, "text": f.text} for f in brief.facts[:3]]}
    for name in ("offer", "cta", "audience"):
        spec[name] = getattr(brief, name)
    slots.append(
        _slot(f"onscreen.{language}", "text", "writer", "onscreen", spec, (f"script.{language}",), language, brief.seed)
    )
    return slots


def _slot(
    slot_id: str,
    modality: Any,
    agent: str,
    role: str,
    spec: dict[str, Any],
    needs: tuple[str, ...],
    language: str,
    seed: int,
) -> Slot:
    return Slot(
        id=slot_id, modality=modality, agent=agent, role=role, spec=spec, needs=needs, language=language,
        seed=derive_seed(slot_id, seed),
    )  # fmt: skip


def _picture(brief: Brief, direction: Direction) -> Slot:
    plain = direction.model_copy(update={"icons": ()})  # a scene without words has no benefit rows
    spec = {"subject": brief.product, "width": 2000, "height": 1125, "direction": plain.json_dict()}
    return _slot("picture.hero", "image", "illustrator", "hero", spec, (), "", brief.seed)


def _frame(brief: Brief, direction: Direction) -> dict[str, Any]:
    """What every layout of a language shares: direction, logo and the fixed words."""
    logo = brief.attachment(brief.brand.logo) if brief.brand.logo else None
    return {
        "direction": direction.model_copy(update={"icons": direction.icons[:ROWS]}).json_dict(),
        "logo": logo.digest if logo else "",
        "logo_media": logo.media if logo else "",
    }


def _photos(brief: Brief) -> list[str]:
    found = [brief.attachment(name) for name in brief.photos]
    return [a.digest for a in found if a]


def _pictures(brief: Brief, direction: Direction, language: str, details: Details) -> list[Slot]:
    photos = _photos(brief)
    needs = (f"headlines.{language}", f"sub.{language}", f"bullets.{language}")
    slots = []
    for i, size in enumerate(details.sizes):
        shape = PICTURES[size]
        spec = {
            **_frame(brief, direction),
            "width": shape.width,
            "height": shape.height,
            "safe": shape.safe.json_dict(),
            "photo": photos[i % len(photos)] if photos else "",
            "words": {
                "brand": brief.brand.name,
                "cta": brief.cta,
                "badge": brief.offer if len(brief.offer) <= MAX_BADGE else "",
                "legal": " ".join(brief.brand.legal),
                "bullets": 0 if size in ("square", "landscape") else 3,
            },
        }
        slots.append(
            _slot(f"image.{size}.{language}", "design", "illustrator", "ad", spec, needs, language, brief.seed)
        )
    return slots


def _alt(brief: Brief, direction: Direction, language: str, details: Details) -> Slot:
    needs = tuple(f"image.{size}.{language}" for size in details.sizes)
    spec = {
        "product": brief.product,
        "brand": brief.brand.name,
        "limit": 150,
        "count": len(needs),
        "hero": f"{direction.icon} scene:{direction.scene} time:{direction.time} ground:{_ground(direction)}",
    }
    return _slot(f"alt.{language}", "text", "writer", "alt", spec, needs, language, brief.seed)


def _ground(direction: Direction) -> str:
    """Whether the pictures stand on a dark or a light ground, for those who do not see them."""
    channels = [int(direction.palette.bg[i : i + 2], 16) for i in (1, 3, 5)]
    return "dark" if sum(channels) < 384 else "light"


def _voice(brief: Brief, language: str, details: Details) -> Slot:
    spec = {"voice": details.voice, "words_per_minute": 150, "pause": 0.45}
    return _slot(
        f"voice.{language}", "speech", "composer", "narration", spec, (f"script.{language}",), language, brief.seed
    )


def _music(brief: Brief, direction: Direction, details: Details, voices: list[str]) -> Slot:
    spec = {"mood": direction.mood, "seconds": details.seconds}
    return _slot("music", "music", "composer", "bed", spec, tuple(voices), "", brief.seed)


def _films(brief: Brief, direction: Direction, language: str, details: Details, narrated: bool) -> list[Slot]:
    needs = [f"script.{language}", f"onscreen.{language}", f"mix.{language}"]
    if narrated:
        needs.append(f"voice.{language}")
    slots = []
    for ratio in details.ratios:
        shape = FILMS[ratio]
        spec = {
            **_frame(brief, direction),
            "width": shape.width,
            "height": shape.height,
            "safe": shape.safe.json_dict(),
            "icons": list(direction.icons[:ROWS]),
            "photos": _photos(brief),
            "words": {
                "brand": brief.brand.name,
                "cta": brief.cta,
                "url": brief.url,
                "legal": " ".join(brief.brand.legal),
            },
        }
        slots.append(
            _slot(f"video.{ratio}.{language}", "video", "editor", "film", spec, tuple(needs), language, brief.seed)
        )
    return slots
