"""The campaign's message house, in the brief's own language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from agents.kind import Dossier, Member
from core.brief import Brief, Fact
from core.direction import Direction
from core.requests import CitedFact
from graphs.kinds.campaign.deck import promise
from graphs.kinds.campaign.slots import signs
from tools.design.icons import icon
from tools.export.labels import labels
from tools.export.landing import Proof
from tools.text.embedded.points import points
from tools.text.embedded.texts import capital
from tools.text.embedded.themes import theme
from tools.text.embedded.understand import understand

if TYPE_CHECKING:
    from tools.export.message_house import Pillar

PILLARS, EACH = 4, 2
"""Pillars, and facts in each: the rest stands beneath them."""


def pages(job: Dossier) -> Iterator[Member]:
    """``copy/message-house``: one page as PDF, and all of it as a Word document."""
    from tools.export.message_house import House, house_docx, house_pdf  # late: it loads python-docx

    brief = job.brief.localised(job.brief.language)
    direction = Direction.model_validate(job.plan.direction)
    pillars, more = _pillars(brief, signs(brief, direction))
    house = House(
        language=brief.language,
        brand=brief.brand.name,
        palette=direction.palette,
        display=direction.display,
        text=direction.text,
        promise=promise(job, brief.language),
        pillars=pillars,
        more=more,
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


def _pillars(brief: Brief, marks: dict[str, str]) -> tuple[tuple[Pillar, ...], tuple[Proof, ...]]:
    """The facts by what they are about, word for word, a theme a pillar; and those that no pillar holds."""
    from tools.export.message_house import Pillar  # late: it loads python-docx

    ui = labels("house", brief.language)
    held: dict[str, list[Proof]] = {}
    sign: dict[str, str] = {}
    more: list[Proof] = []
    for fact in brief.facts:
        for text in _said(fact, brief):
            name = "record" if fact.source else theme(text, brief.language)
            if (name in held and len(held[name]) >= EACH) or (name not in held and len(held) >= PILLARS):
                more.append(Proof(text, fact.source))
                continue
            held.setdefault(name, []).append(Proof(text, fact.source))
            sign.setdefault(name, marks.get(fact.id, ""))
    stop = "。" if brief.language == "zh" else ". "
    made = []
    for name, proofs in held.items():
        whole = stop.join(capital(p.text.rstrip(" .。")) for p in proofs) + ("。" if brief.language == "zh" else ".")
        sources = "; ".join(dict.fromkeys(p.source for p in proofs if p.source))
        made.append(Pillar(ui[f"theme {name}"], whole, sources, icon(sign[name], "duotone") if sign[name] else ""))
    return tuple(made), tuple(more)


def _said(fact: Fact, brief: Brief) -> tuple[str, ...]:
    """A fact as it is; the only line of a brief is taken apart, as the promise has said what it is."""
    if fact.text.strip() != brief.product.strip():
        return (fact.text,)
    parts = points((CitedFact(id=fact.id, text=fact.text),), understand(brief.product, brief.language), brief.language)
    return tuple(p.text for p in parts if p.text != fact.text)
