"""The campaign's e-mail: one folder per language with source, HTML, plain text, a draft message and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.brief import Brief
from core.direction import Direction
from graphs.kinds.campaign.deck import copies
from graphs.kinds.campaign.shots import hero, logo
from graphs.kinds.campaign.words import apart, next_step, quoted, title, top_line, untold, words
from tools.export.email import ADDRESS, UNSUBSCRIBE, Email, email_html, email_mjml, fitting, subjects
from tools.export.email_message import email_eml
from tools.export.email_text import email_text
from tools.export.labels import labels
from tools.export.landing import Proof, Shot
from tools.export.pictures import png_size
from tools.export.readme import readme
from tools.export.utm import link

MOST, LISTED = 6, 90
"""Facts in the list, and characters of one; what the opening says is not listed again."""
LOGO = (220, 64)
"""Most pixels that a logo takes in the header; the file has twice as many for sharp screens."""


def pages(job: Dossier) -> Iterator[Member]:
    """``email/``: an e-mail in every language that has words, and how to send it."""
    languages = [lang for lang in job.brief.languages if copies(job, lang)]
    pictures = _pictures(job)
    for language in languages:
        folder = f"email/{language}"
        mail = fitting(_mail(job, language, pictures))
        slot = f"email.{language}" if f"email.{language}" in job.assets else ""
        yield Member(f"{folder}/campaign.mjml", email_mjml(mail).encode("utf-8"), slot)
        yield Member(f"{folder}/campaign.html", email_html(mail), slot)
        yield Member(f"{folder}/campaign.txt", email_text(mail).encode("utf-8"), slot)
        yield Member(f"{folder}/campaign.eml", email_eml(mail, pictures), slot)
        yield Member(f"{folder}/subjects.txt", ("\n".join(subjects(mail)) + "\n").encode("utf-8"), slot)
        yield from (Member(f"{folder}/{path}", data) for path, data in sorted(pictures.items()))
    if languages:
        values = {"pictures": bool(pictures), "linked": bool(link(job.brief.url))}
        merge = {"unsubscribe": UNSUBSCRIBE, "address": ADDRESS}
        yield Member("email/HOW-TO-SEND.txt", readme("send", job.brief.language, "txt", **values, **merge))


def _pictures(job: Dossier) -> dict[str, bytes]:
    """Path beside the HTML to bytes."""
    made = {"media/hero.jpg": hero(job, 1200, 675), "media/logo.png": logo(job, 2 * LOGO[0], 2 * LOGO[1])}
    return {path: data for path, data in made.items() if data}


def _mail(job: Dossier, language: str, pictures: dict[str, bytes]) -> Email:
    brief: Brief = job.brief.localised(language)
    said = words(job, "email", language)
    step = next_step(job, language)
    headline = top_line(brief, language, said.headlines)
    told = [*(p for p in said.pieces if p.role == "lead"), *quoted(f for f in brief.facts if f.source)]
    points = untold(said.points, told)
    points += untold(quoted(f for f in brief.facts if len(f.text) <= LISTED), [*told, *points])[: MOST - len(points)]
    body = untold((p for p in said.pieces if p.role == "body"), [*told, *points])
    story = tuple(p.text for p in body if not apart(p)) if said.pieces else said.story[:3]
    sign = pictures.get("media/logo.png")
    width, height = png_size(sign) if sign else (0, 0)
    alt = labels("email", language)["picture"].format(brief.brand.name or title(job, language))
    return Email(
        language=language,
        brand=brief.brand.name,
        palette=Direction.model_validate(job.plan.direction).palette,
        headline=headline,
        subjects=said.all("subject") or said.headlines[:3],
        preheader=said.first("preheader", said.sub),
        lead=said.first("lead", said.sub),
        body=story,
        benefits=tuple(p.text for p in points),
        proofs=tuple(Proof(f.text, f.source) for f in brief.facts if f.source),
        offer=brief.offer,
        cta=step.words,
        url=step.link,
        contact=step.shown,
        campaign=job.plan.title or brief.brand.name,
        closing=said.first("closing"),
        legal=brief.brand.legal,
        hero=Shot("media/hero.jpg", alt, 600, 338) if "media/hero.jpg" in pictures else None,
        logo=Shot("media/logo.png", brief.brand.name, width // 2, height // 2) if sign else None,
    )
