"""The campaign's press sheet, in every language that has words."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.direction import Direction
from graphs.kinds.campaign.deck import copies
from graphs.kinds.campaign.shots import hero, logo
from graphs.kinds.campaign.words import quoted, rests, title, untold, words
from tools.export.labels import labels
from tools.export.landing import Proof
from tools.export.press import Press, press_pdf


def pages(job: Dossier) -> Iterator[Member]:
    """``press/``: a folder per language."""
    from tools.export.press_docx import press_docx  # late: it loads python-docx

    picture, mark = hero(job, 1600, 680), logo(job, 720, 240)
    for language in job.brief.languages:
        if copies(job, language):
            slot = f"press.{language}" if f"press.{language}" in job.assets else ""
            press = _press(job, language, picture, mark)
            yield Member(f"press/{language}/press-sheet.pdf", press_pdf(press), slot)
            yield Member(f"press/{language}/press-sheet.docx", press_docx(press), slot)


def _press(job: Dossier, language: str, picture: bytes, logo: bytes) -> Press:
    brief = job.brief.localised(language)
    direction = Direction.model_validate(job.plan.direction)
    said = words(job, "press", language)
    lead = [p for p in said.pieces if p.role == "lead"]
    listed = [f for f, p in zip(brief.facts, quoted(brief.facts), strict=True) if f.source or untold([p], lead)]
    body = untold((p for p in said.pieces if p.role == "body"), [*lead, *quoted(listed)])
    told = frozenset().union(*(rests(p) for p in (*lead, *body)))
    return Press(
        language=language,
        brand=brief.brand.name,
        palette=direction.palette,
        display=direction.display,
        text=direction.text,
        headline=said.first("headline") or next(iter(said.headlines), "") or brief.product,
        lead=said.first("lead", said.sub),
        body=tuple(p.text for p in body) if lead else said.story[:4],
        facts=tuple(Proof(f.text, f.source) for f in listed),
        offer="" if "offer" in told else brief.offer,
        about=said.first("boilerplate", brief.product if brief.brand.name else ""),
        url=brief.url,
        legal=brief.brand.legal,
        picture=picture,
        picture_alt=labels("press", language)["picture"].format(brief.brand.name or title(job, language)),
        logo=logo,
    )
