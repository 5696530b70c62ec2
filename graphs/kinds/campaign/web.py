"""The landing page: a folder that can be uploaded as it is, one page per language, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.brief import Brief
from core.copydeck import Copy
from core.direction import Direction
from graphs.kinds.campaign.captions import film_cues
from graphs.kinds.campaign.deck import copies
from graphs.kinds.campaign.shots import photo
from graphs.kinds.campaign.slots import signs
from graphs.kinds.campaign.words import apart, next_step, other, paragraphs, title, top_line, untold
from tools.design.fonts import face, fallbacks
from tools.design.icons import icon
from tools.export.captions import vtt
from tools.export.landing import Benefit, Film, Landing, Other, Proof, Shot, Track, landing_files, letters
from tools.export.pictures import jpeg
from tools.export.webfont import woff2
from tools.text.embedded.shorter import kinds
from tools.text.embedded.understand import understand
from tools.text.embedded.wide import wide

_PLAIN = "check-circle"
"""Icon of a benefit that no picture stands for: beside others with one, a bare card looks forgotten."""
MEDIA = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
HERO = (2000, 1125)
"""Pixels of the picture at the top."""


def pages(job: Dossier) -> Iterator[Member]:
    """``web/``: pages, style sheet, fonts and media."""
    direction = Direction.model_validate(job.plan.direction)
    languages = [lang for lang in job.brief.languages if copies(job, lang)]
    site: dict[str, Landing] = {}
    for i, language in enumerate(languages):
        others = tuple(Other(lang, _name(j, lang)) for j, lang in enumerate(languages) if j != i)
        site[_name(i, language)] = _page(job, direction, language, others)
        yield from _media(job, language)
    yield from _shared(job)
    fonts = _fonts(direction, "".join(letters(page) for page in site.values()))
    yield from (Member(f"web/{path}", data) for path, data in landing_files(site, direction.palette, fonts).items())


def _name(i: int, language: str = "") -> str:
    return "index.html" if i == 0 else f"{language}.html"


def _shared(job: Dossier) -> Iterator[Member]:
    hero = job.assets.get("picture.hero")
    if given := photo(job):
        yield Member("web/media/hero.jpg", jpeg(given, *HERO))
    elif hero is not None:
        yield Member(f"web/media/hero.{MEDIA[hero.parts[hero.main].media]}", hero.digest(), "picture.hero")
    logo = job.brief.attachment(job.brief.brand.logo) if job.brief.brand.logo else None
    if logo is not None:
        yield Member(f"web/media/logo.{MEDIA[logo.media]}", logo.digest)


def _hero(job: Dossier) -> Shot | None:
    """The picture at the top: the client's own photo before any scene of ours."""
    if photo(job):
        return Shot("media/hero.jpg", "", *HERO)
    made = job.assets.get("picture.hero")
    if made is None:
        return None
    look = Direction.model_validate(job.plan.direction)
    front = bool(look.ware or look.icon) and not made.pinned  # what stands before the scene stands right of its middle
    return Shot(f"media/hero.{MEDIA[made.parts[made.main].media]}", "", *HERO, right=front)


def _media(job: Dossier, language: str) -> Iterator[Member]:
    film = job.assets.get(f"video.16x9.{language}")
    if film is not None:
        yield Member(f"web/media/film-{language}.mp4", film.digest("mp4"), film.slot)
        if "poster" in film.parts:
            yield Member(f"web/media/film-{language}.png", film.parts["poster"].digest, film.slot)
        cues = film_cues(film)
        if cues:
            yield Member(f"web/media/film-{language}.vtt", vtt(cues, language), film.slot)
    preview = job.assets.get(f"image.landscape.{language}")
    if preview is not None:
        yield Member(f"web/media/preview-{language}.png", preview.digest("png"), preview.slot)


def _page(job: Dossier, direction: Direction, language: str, others: tuple[Other, ...]) -> Landing:
    brief = job.brief.localised(language)
    words = copies(job, language)
    meta = _lines(words.get("meta"))
    step = next_step(job, language)
    bullets = words["bullets"].pieces if "bullets" in words else ()
    new = untold(paragraphs(job, language), bullets)  # what the cards above have said is not told again
    story = [p.text for p in new if not apart(p)]
    seen = understand(brief.product, language)
    headline = top_line(brief, language, _lines(words.get("headlines")))
    return Landing(
        language=language,
        brand=brief.brand.name,
        headline=headline,
        style="style.css",
        sub=other(_lines(words.get("sub")), headline),
        description=meta[1] if len(meta) > 1 else _first(words.get("sub")),
        kicker=_kicker(_kind(brief, seen.category, language), (headline, brief.brand.name)),
        offer=brief.offer,
        cta=step.words,
        url=step.link,
        contact=step.shown,
        hero=_hero(job),
        logo=_logo(job.brief),
        benefits=_benefits(words.get("bullets"), brief, direction),
        proofs=tuple(Proof(f.text, f.source) for f in brief.facts if f.source),
        film=_film(job, language),
        story=tuple(story),
        closing=brief.offer,
        legal=brief.brand.legal,
        others=others,
        preview=_preview(job, language),
        product={
            "name": brief.brand.name or title(job, language),
            "description": brief.product,
            "brand": brief.brand.name,
            "url": brief.url,
        },
    )


def _kind(brief: Brief, category: str, language: str) -> str:
    """What is sold; where one word for it says too little ("workshop"), in a phrase."""
    return next(iter(kinds(brief.product, brief.brand.name, language)), "") if wide(category, language) else category


def _kicker(category: str, shown: tuple[str, ...]) -> str:
    """What it is, where neither the headline nor the name at the top of the page says so."""
    return "" if any(category.casefold() in text.casefold() for text in shown) else category


def _benefits(copy: Copy | None, brief: Brief, direction: Direction) -> tuple[Benefit, ...]:
    names = signs(brief, direction)
    return tuple(
        Benefit(piece.text, icon(names.get(piece.fact) or _PLAIN, "duotone")) for piece in (copy.pieces if copy else ())
    )


def _film(job: Dossier, language: str) -> Film | None:
    film = job.assets.get(f"video.16x9.{language}")
    if film is None:
        return None
    base = f"media/film-{language}"
    tracks = (Track(f"{base}.vtt", language),) if film_cues(film) else ()
    return Film(
        f"{base}.mp4", f"{base}.png", int(film.facts["width"]), int(film.facts["height"]), title(job, language), tracks
    )


def _preview(job: Dossier, language: str) -> Shot | None:
    """The landscape picture with its own description: descriptions stand in the order of the pictures they are written for."""
    name = f"image.landscape.{language}"
    if name not in job.assets:
        return None
    slot = next((s for s in job.plan.slots if s.role == "alt" and name in s.needs), None)
    lines = _lines(copies(job, language).get("alt")) if slot else []
    alt = (
        dict(zip([n for n in slot.needs if n.startswith("image.")], lines, strict=False)).get(name, "") if slot else ""
    )
    return Shot(f"media/preview-{language}.png", alt, 1200, 628)


def _logo(brief: Brief) -> Shot | None:
    logo = brief.attachment(brief.brand.logo) if brief.brand.logo else None
    return Shot(f"media/logo.{MEDIA[logo.media]}", brief.brand.name, 0, 0) if logo else None


def _fonts(direction: Direction, text: str) -> dict[str, bytes]:
    """The two faces of the direction, cut to the letters in use; ``...-more`` holds a script that they lack."""
    files = {}
    for role, font_id in (("display", direction.display), ("text", direction.text)):
        left = {c for c in text if not c.isspace()}
        drawn = {c for c in left if face(font_id).covers(c)}
        others = {more: {c for c in left - drawn if face(more).covers(c)} for more in fallbacks(font_id)}
        most = max(others, key=lambda more: len(others[more]))
        for name, cut, letters_in_use in ((role, font_id, drawn), (f"{role}-more", most, others[most])):
            if letters_in_use:
                files[name] = woff2(face(cut).path.read_bytes(), "".join(sorted(letters_in_use)))
    return files


def _lines(copy: Copy | None) -> list[str]:
    return [piece.text for piece in copy.pieces] if copy else []


def _first(copy: Copy | None) -> str:
    return next(iter(_lines(copy)), "")
