"""The words of one text slot by their part, for documents that are laid out part by part."""

from __future__ import annotations

from dataclasses import dataclass

from agents.kind import Dossier
from core.copydeck import Copy
from graphs.kinds.campaign.deck import copies

ENDS = " .。!！"


@dataclass(frozen=True)
class Words:
    """Texts of a document in one language. What no slot wrote comes from the campaign's other texts, else it is empty."""

    headlines: tuple[str, ...]
    sub: str
    bullets: tuple[str, ...]
    story: tuple[str, ...]
    """Paragraphs of the long copy, without one that only repeats the offer: documents set it apart."""
    parts: dict[str, tuple[str, ...]]
    """Pieces that were written for this very document, by role."""

    def all(self, role: str) -> tuple[str, ...]:
        """Every piece of a part."""
        return self.parts.get(role, ())

    def first(self, role: str, otherwise: str = "") -> str:
        """The best piece of a part, or ``otherwise``."""
        return next(iter(self.all(role)), otherwise)


def words(job: Dossier, document: str, language: str) -> Words:
    """What there is for a document (``"email"``, ``"press"``) in a language."""
    known = copies(job, language)

    def lines(role: str) -> tuple[str, ...]:
        return tuple(p.text for p in known[role].pieces if p.text.strip()) if role in known else ()

    long = next(iter(lines("long")), "")
    offer = job.brief.localised(language).offer.strip(ENDS)
    return Words(
        headlines=lines("headlines"),
        sub=next(iter(lines("sub")), ""),
        bullets=lines("bullets"),
        story=tuple(p.strip() for p in long.split("\n") if p.strip(ENDS) not in ("", offer)),
        parts=_parts(job, f"{document}.{language}"),
    )


def _parts(job: Dossier, slot: str) -> dict[str, tuple[str, ...]]:
    asset = job.assets.get(slot)
    if asset is None or "json" not in asset.parts:
        return {}
    out: dict[str, tuple[str, ...]] = {}
    for piece in Copy.model_validate_json(job.read(asset.digest("json"))).pieces:
        if piece.text.strip():
            out[piece.role] = (*out.get(piece.role, ()), piece.text.strip())
    return out
