"""The words of a campaign by role and by part of a document, and the names that its tables and links go by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agents.headlines import same
from agents.kind import Dossier
from core.brief import Brief, Fact
from core.copydeck import Cite, Copy, Piece
from graphs.kinds.campaign.deck import copies
from graphs.kinds.campaign.texts import own_headline
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
    """Texts that were written for this very document, by role."""
    pieces: tuple[Piece, ...] = ()
    """The same with what they rest on."""
    points: tuple[Piece, ...] = ()
    """The bullets with what they rest on."""

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

    written = pieces(job, document, language)
    offer = job.brief.localised(language).offer.strip(ENDS)
    return Words(
        headlines=lines("headlines"),
        sub=other(lines("sub"), next(iter(lines("headlines")), "")),
        bullets=lines("bullets"),
        story=tuple(p.text for p in paragraphs(job, language) if not apart(p) and p.text.strip(ENDS) != offer),
        parts=_parts(written),
        pieces=written,
        points=known["bullets"].pieces if "bullets" in known else (),
    )


SET_APART = frozenset({"offer", "cta", "url"})
"""What documents show in a place of its own."""


def rests(piece: Piece) -> frozenset[str]:
    """Ids of the facts and fields that a text rests on."""
    return frozenset(c.fact for c in piece.cites)


def apart(piece: Piece) -> bool:
    """Whether a text says nothing but what documents show in a place of its own."""
    return bool(piece.cites) and rests(piece) <= SET_APART


def paragraphs(job: Dossier, language: str) -> tuple[Piece, ...]:
    """The long copy paragraph by paragraph, each with what it rests on."""
    whole = next(iter(pieces(job, "long", language)), None)
    out: list[Piece] = []
    at = 0
    for text in whole.text.split("\n") if whole else ():
        end = at + len(text)
        inside = [c for c in whole.cites if at <= c.start and c.end <= end] if whole else []
        if text.strip():
            moved = tuple(c.model_copy(update={"start": c.start - at, "end": c.end - at}) for c in inside)
            out.append(Piece(text=text, role="long", cites=moved))
        at = end + 1
    return tuple(out)


def untold(texts: Iterable[Piece], told: Iterable[Piece]) -> tuple[Piece, ...]:
    """Those of some texts that say something new: words of the brief that ``told`` has not said, in full or in short."""
    known = [words for p in told for words in _quoted(p)]
    return tuple(p for p in texts if not p.cites or any(not _among(words, known) for words in _quoted(p)))


def _quoted(piece: Piece) -> list[tuple[str, str]]:
    return [(c.fact, piece.text[c.start : c.end].strip(ENDS + "…").casefold()) for c in piece.cites]


def _among(words: tuple[str, str], known: Iterable[tuple[str, str]]) -> bool:
    return any(words[0] == fact and (words[1] in text or text in words[1]) for fact, text in known)


def quoted(facts: Iterable[Fact]) -> tuple[Piece, ...]:
    """Facts as texts that rest on themselves."""
    return tuple(Piece(text=f.text, cites=(Cite(start=0, end=len(f.text), fact=f.id),)) for f in facts)


def top_line(brief: Brief, language: str, lines: Iterable[str]) -> str:
    """The headline of a page or letter: the client's own, else the first that says neither the offer nor the name, which stand beside it."""
    written = tuple(lines)
    beside = (brief.offer, brief.brand.name)
    fresh = (line for line in written if not any(same(line, said) for said in beside))
    return own_headline(brief, language) or next(fresh, next(iter(written), brief.product))


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
