"""The words of a campaign by role, and the names that its tables and links go by."""

from __future__ import annotations

from collections.abc import Iterable

from agents.kind import Dossier
from core.copydeck import Copy, Piece


def pieces(job: Dossier, role: str, language: str) -> tuple[Piece, ...]:
    """Pieces of a role, best first; none where the role was not written."""
    names = (f"{role}.{language}", f"{role.replace('_', '-')}.{language}")  # a slot's id holds no underscore
    asset = next((job.assets[name] for name in names if name in job.assets), None)
    if asset is None or "json" not in asset.parts:
        return ()
    return Copy.model_validate_json(job.read(asset.digest("json"))).pieces


def texts(job: Dossier, language: str, *roles: str) -> tuple[str, ...]:
    """Texts of those roles, one after another, each once."""
    return tuple(dict.fromkeys(p.text for role in roles for p in pieces(job, role, language) if p.text.strip()))


def first_that(fit: Iterable[str], n: int) -> str:
    """The ``n``th of some texts, going round; empty for none."""
    kept = tuple(fit)
    return kept[n % len(kept)] if kept else ""


def campaign_name(job: Dossier) -> str:
    """What the campaign is called in tables and links: its title, with the brand where the title does not say it."""
    brand, title = job.brief.brand.name, job.plan.title or job.brief.product
    return f"{brand}: {title}" if brand and brand.casefold() not in title.casefold() else title
