"""The words of a campaign by role and by part of a document, and the names that its tables and links go by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agents.kind import Dossier
from core.copydeck import Copy, Piece
from graphs.kinds.campaign.deck import copies
from tools.export.contact import Act, act

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
        sub=other(lines("sub"), next(iter(lines("headlines")), "")),
        bullets=lines("bullets"),
        story=tuple(p.strip() for p in long.split("\n") if p.strip(ENDS) not in ("", offer)),
        parts=_parts(pieces(job, document, language)),
    )


def other(lines: Iterable[str], headline: str) -> str:
    """The first of the lines that does not say the headline above it again; empty where all do."""
    head = headline.strip(ENDS).casefold()
    return next((line for line in lines if not head or head not in line.casefold()), "")


def _parts(written: tuple[Piece, ...]) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for piece in written:
        if piece.text.strip():
            out[piece.role] = (*out.get(piece.role, ()), piece.text.strip())
    return out


def pieces(job: Dossier, role: str, language: str) -> tuple[Piece, ...]:
    """Pieces of a role, best first; none where the role was not written."""
    asset = job.assets.get(f"{role}.{language}")
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


def title(job: Dossier, language: str) -> str:
    """What the campaign is called in a language: the title that the brief gives in it, else the plan's."""
    words = job.brief.translations.get(language)
    return words.title if words and words.title else job.plan.title


def next_step(job: Dossier, language: str) -> Act:
    """What a reader can do, where the brief says so: its page, else a mail address or number among its facts."""
    brief = job.brief.localised(language)
    given = all(i.field != "cta" for i in job.brief.inferred)
    said = (*(f.text for f in brief.facts), brief.offer, brief.cta, brief.product, *brief.brand.legal)
    return act(brief.cta, brief.url, said, language, given=given)


def campaign_name(job: Dossier) -> str:
    """What the campaign is called in tables and links: its title, with the brand where the title does not say it."""
    brand, title = job.brief.brand.name, job.plan.title or job.brief.product
    return f"{brand}: {title}" if brand and brand.casefold() not in title.casefold() else title


def film_name(name: str) -> str:
    """A film's file name from the middle of its slot: ``"9x16"`` is the whole film, ``"15-9x16"`` a cut."""
    seconds, dash, ratio = name.partition("-")
    return f"film-{int(seconds)}s-{ratio}" if dash else f"film-{name}"
