"""A campaign's plan: message house, art direction and the slots, made with no model."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.canonical import derive_seed
from core.direction import Direction
from core.plan import Plan, Slot
from core.taste import Taste
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.films import films, sounds
from graphs.kinds.campaign.pictures import alt, banners, hero, pictures
from graphs.kinds.campaign.texts import texts
from graphs.unread import elsewhere
from tools.design.direction import choose
from tools.embed.choose import best
from tools.export.markup import shortened
from tools.text.embedded.domains import detect, mood

MAX_TITLE = 120
"""Characters of a title as it is shown on reports and pages."""


def draft(brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
    """The plan of a campaign. Every slot's spec holds only what that slot depends on."""
    details = Details.model_validate(brief.details)
    direction, domain = _direction(brief, taste, details)
    narrated = details.narration and "speech" in able
    slots: list[Slot] = [hero(brief, direction)]
    for language in brief.languages:
        words = _spoken_to(brief, language)
        slots += texts(words, taste, domain, language, details)
        slots += pictures(words, direction, language, details)
        slots += banners(words, direction, language, details)
        if details.sizes:
            slots.append(alt(words, direction, language, details))
    slots += sounds(brief, direction, details, narrated)
    for language in brief.languages:
        slots += films(brief.localised(language), direction, language, details, narrated)
    return Plan(
        kind="campaign",
        title=shortened(brief.title, MAX_TITLE),
        slots=tuple(slots),
        message=_message(brief),
        direction=direction.json_dict(),
    )


def _spoken_to(brief: Brief, language: str) -> Brief:
    """The brief's words in a language. Readers named in another one are not spoken of: "For Besitzer von Häusern" is no English."""
    words, given = brief.localised(language), brief.translations.get(language)
    own = language == brief.language or (given is not None and given.audience)
    if own or not elsewhere(words.audience, language, brief.language):
        return words
    return words.model_copy(update={"audience": ""})


def _direction(brief: Brief, taste: Taste, details: Details) -> tuple[Direction, str]:
    # facts say what there is, not what it is: hot chocolate does not make an observatory a kitchen
    # and a goal speaks of the buyers as much as of the thing: "bedroom producers" do not make software furniture
    sure, weight = detect(f"{brief.product} {brief.title}", brief.language)
    domain = details.domain or (sure if weight else detect(brief.goal, brief.language)[0])
    chosen = choose(
        brand_colours=brief.brand.colours,
        mood=details.mood or mood(brief.tone, domain),
        domain=domain,
        product=brief.product,
        title=brief.title,
        proofs=tuple(f.text for f in brief.facts[:4]),
        language=brief.language,
        seed=derive_seed("direction", brief.brand.name or brief.title, brief.seed),
        embedder=best(),
        has_photo=bool(brief.photos),
        avoid_families=taste.families,
        preferred_palette=taste.palette,
        avoid_palettes=taste.colours,
        ground=taste.ground,
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
