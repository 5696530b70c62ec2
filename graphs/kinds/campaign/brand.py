"""The campaign's brand kit: palette files, signs, typefaces with their licences, and a sheet that shows their use."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.direction import Direction
from graphs.kinds.campaign.deck import copies
from graphs.kinds.campaign.shots import logo
from graphs.kinds.campaign.web import MEDIA
from tools.design.fonts import FOLDER, face
from tools.export.brand_sheet import Brand, brand_pdf, brand_png, extra_faces
from tools.export.paper import cut, paper
from tools.export.pdf import strong
from tools.export.readme import readme
from tools.export.swatches import ase, gpl, palette_css, palette_json
from tools.export.wordmark import wordmark_png, wordmark_svg


def pages(job: Dossier) -> Iterator[Member]:
    """``brand/``: one kit for all languages."""
    brand = _brand(job)
    yield Member("brand/palette.gpl", gpl(brand.palette, brand.name))
    yield Member("brand/palette.ase", ase(brand.palette, brand.name))
    yield Member("brand/palette.json", palette_json(brand.palette, brand.name))
    yield Member("brand/palette.css", palette_css(brand.palette))
    yield from _signs(job, brand)
    yield from _fonts(job, brand)
    yield Member("brand/brand-sheet.pdf", brand_pdf(brand))
    yield Member("brand/brand-sheet.png", brand_png(brand))
    yield Member("brand/README.txt", readme("brand", brand.language, "txt", draft=not brand.logo))


def _brand(job: Dossier) -> Brand:
    direction = Direction.model_validate(job.plan.direction)
    samples, first = [], copies(job, job.brief.language)
    for language in job.brief.languages:
        lines = copies(job, language).get("headlines")
        if lines and lines.pieces:
            samples.append((language, lines.pieces[0].text))
    return Brand(
        language=job.brief.language,
        name=job.brief.brand.name or cut(job.plan.title, 40) or cut(job.brief.product, 40),
        palette=direction.palette,
        display=direction.display,
        text=direction.text,
        given=job.brief.brand.colours,
        samples=tuple(samples),
        sub=next((p.text for p in first["sub"].pieces), "") if "sub" in first else "",
        cta=job.brief.cta,
        logo=logo(job, 1200, 480),
    )


def _signs(job: Dossier, brand: Brand) -> Iterator[Member]:
    given = job.brief.attachment(job.brief.brand.logo) if job.brief.brand.logo else None
    if given is not None:
        yield Member(f"brand/logo/logo-as-given.{MEDIA[given.media]}", given.digest)
    if brand.logo:
        yield Member("brand/logo/logo.png", brand.logo)
        return
    shades, name = paper(brand.palette), cut(brand.name, 40)
    for ground, fill in (("light", shades["brand"]), ("dark", shades["light"])):
        path = f"brand/logo/wordmark-draft-on-{ground}"
        yield Member(f"{path}.svg", wordmark_svg(name, brand.display, fill).encode("utf-8"))
        yield Member(f"{path}.png", wordmark_png(name, brand.display, fill))


def _fonts(job: Dossier, brand: Brand) -> Iterator[Member]:
    ids = dict.fromkeys((brand.display, brand.text, strong(brand.text), *extra_faces(job.brief.languages)))
    licences = {}
    for font_id in ids:
        font = face(font_id)
        yield Member(f"brand/fonts/{font.file}", font.path.read_bytes())
        licences[font.licence_file.rpartition("/")[2]] = (FOLDER / font.licence_file).read_bytes()
    yield from (Member(f"brand/fonts/licences/{name}", text) for name, text in licences.items())
