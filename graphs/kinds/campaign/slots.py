"""What the slots of every part of a campaign share."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.canonical import derive_seed
from core.direction import Direction
from core.plan import Slot
from core.vocab import Modality


def slot(
    slot_id: str,
    modality: Modality,
    agent: str,
    role: str,
    spec: dict[str, Any],
    needs: tuple[str, ...],
    language: str,
    seed: int,
) -> Slot:
    """A slot with a seed of its own."""
    return Slot(
        id=slot_id, modality=modality, agent=agent, role=role, spec=spec, needs=needs, language=language,
        seed=derive_seed(slot_id, seed),
    )  # fmt: skip


def frame(brief: Brief, direction: Direction) -> dict[str, Any]:
    """What every layout of a language shares: direction, logo and the fixed words."""
    logo = brief.attachment(brief.brand.logo) if brief.brand.logo else None
    return {
        "direction": direction.model_copy(update={"icons": ()}).json_dict(),
        "logo": logo.digest if logo else "",
        "logo_media": logo.media if logo else "",
    }


def signs(brief: Brief, direction: Direction) -> dict[str, str]:
    """Fact id to the icon that stands for it; none for a fact that is the whole brief, of which each benefit is another part."""
    whole = brief.product.casefold().rstrip(".")
    pairs = zip(brief.facts, direction.icons, strict=False)
    return {fact.id: sign for fact, sign in pairs if sign and not (whole and whole in fact.text.casefold())}


def photos(brief: Brief) -> list[str]:
    """Digests of the brief's photos, in its order."""
    found = [brief.attachment(name) for name in brief.photos]
    return [a.digest for a in found if a]
