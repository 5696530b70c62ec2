"""The campaign's message house, in the brief's own language."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.copydeck import Copy
from core.direction import Direction
from graphs.kinds.campaign.deck import copies
from tools.design.icons import icon
from tools.export.landing import Proof

PILLARS = 4


def pages(job: Dossier) -> Iterator[Member]:
    """``copy/message-house``: one page as PDF, and all of it as a Word document."""
    from tools.export.message_house import House, Pillar, house_docx, house_pdf  # late: it loads python-docx

    brief = job.brief.localised(job.brief.language)
    direction = Direction.model_validate(job.plan.direction)
    titles = _titles(copies(job, brief.language).get("bullets"))
    pillars = []
    for i, fact in enumerate(brief.facts[:PILLARS]):
        title = titles.get(fact.id, fact.text)
        proof = "" if title.strip(" .。") == fact.text.strip(" .。") else fact.text
        mark = direction.icons[i] if i < len(direction.icons) else ""
        pillars.append(Pillar(title, proof, fact.source, icon(mark, "duotone") if mark else ""))
    house = House(
        language=brief.language,
        brand=brief.brand.name,
        palette=direction.palette,
        display=direction.display,
        text=direction.text,
        promise=brief.product or job.plan.title,
        pillars=tuple(pillars),
        more=tuple(Proof(f.text, f.source) for f in brief.facts[PILLARS:]),
        audience=brief.audience,
        goal=brief.goal,
        tone=brief.tone,
        voice=brief.brand.voice,
        banned=brief.brand.banned,
        offer=brief.offer,
        cta=brief.cta,
    )
    yield Member("copy/message-house.pdf", house_pdf(house))
    yield Member("copy/message-house.docx", house_docx(house))


def _titles(copy: Copy | None) -> dict[str, str]:
    """Fact id to the benefit that rests on it."""
    out: dict[str, str] = {}
    for piece in copy.pieces if copy else ():
        for cite in piece.cites[:1]:
            out.setdefault(cite.fact, piece.text)
    return out
