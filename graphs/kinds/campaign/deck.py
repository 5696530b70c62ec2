"""The campaign's copy deck, from its assets."""

from __future__ import annotations

from agents.kind import Dossier
from core.copydeck import Copy
from core.direction import Direction
from graphs.kinds.campaign.texts import ROLES, SCREEN, own_title
from tools.export.deck import Deck, Message, Section
from tools.export.markup import shortened

ORDER = (
    "headlines", "sub", "bullets", "primary", "posts", "long", "email", "press", "search_headlines", "search_descriptions",
    "script", "onscreen", "meta", "alt",
)  # fmt: skip


def copies(job: Dossier, language: str) -> dict[str, Copy]:
    """Role to words of one language, in the order in which a person reads them."""
    found = {
        slot.split(".")[0]: Copy.model_validate_json(job.read(asset.digest("json")))
        for slot, asset in job.assets.items()
        if slot.endswith("." + language) and "json" in asset.parts
    }
    return {role: found[role] for role in ORDER if role in found}


MAX_PROMISE = 210
"""Characters of a promise: one sentence that a reader keeps in mind."""


def promise(job: Dossier, language: str) -> str:
    """The campaign in a sentence: the client's own line, else what it is and for whom."""
    brief = job.brief.localised(language)
    if title := own_title(brief, language):
        return shortened(title, MAX_PROMISE)
    sub = copies(job, language).get("sub")
    return next((p.text for p in (sub.pieces if sub else ()) if p.idea == "product"), brief.product or job.plan.title)


def deck(job: Dossier) -> Deck:
    """Message house and every text with its evidence."""
    brief = job.brief
    return Deck(
        title=job.plan.title,
        brand=brief.brand.name,
        message=Message(
            promise=promise(job, brief.language),
            proofs=tuple(f.text for f in brief.facts[:3]),
            offer=brief.offer,
            cta=brief.cta,
            audience=brief.audience,
            goal=brief.goal,
        ),
        sections=tuple(Section(lang, tuple(copies(job, lang).values())) for lang in brief.languages),
        facts=brief.evidence(),
        limits={role: shape["limit"] for role, shape in ROLES.items() if shape["limit"]}
        | {"onscreen": SCREEN, "alt": 150},
        palette=Direction.model_validate(job.plan.direction).palette,
    )
