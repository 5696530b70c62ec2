"""A lesson and its drawings as the exporters want them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from agents.kind import Dossier
from agents.lessons import BARE
from agents.series import digests
from core.asset import Asset
from core.direction import Direction
from core.lesson import Lesson
from core.source import Reading
from tools.export.lesson.book import Book, Drawing


def numbers(job: Dossier) -> Iterator[int]:
    """Numbers of the lessons that were made."""
    for slot in job.plan.slots:
        if slot.modality == "lesson" and slot.id in job.assets:
            yield int(slot.id.rpartition(".")[2])


def lesson(job: Dossier, n: int) -> Lesson:
    """The ``n``th lesson, its sources with the digests of their files."""
    made = Lesson.model_validate_json(job.read(job.assets[f"lesson.{n}"].digest("json")))
    files = {str(s.spec["name"]): str(s.spec.get("source", "")) for s in job.plan.slots if s.modality == "reading"}
    notes = tuple(s.model_copy(update={"digest": files.get(s.name, "")}) for s in made.sources)
    return made.model_copy(update={"sources": notes})


def book(job: Dossier, n: int) -> Book:
    """The lesson with its diagrams and icons."""
    made, look = lesson(job, n), Direction.model_validate(job.plan.direction)
    drawings = _diagrams(job, job.assets.get(f"diagrams.{n}"))
    icons = {
        i
        for i in (
            look.icon,
            *(s.icon for s in made.slides),
            *(t.icon for t in made.terms),
            *(c.icon for c in made.cards),
        )
        if i
    }
    drawings |= {f"icon-{name}": _icon(name, look.palette.accent) for name in sorted(icons)}
    return Book(made, look, drawings, maker=job.brief.brand.name)


def texts(job: Dossier) -> dict[str, str]:
    """Each source's text by its name."""
    out = {}
    for digest in readings(job):
        reading = Reading.model_validate_json(job.read(digest))
        out[reading.name] = reading.text
    return out


def readings(job: Dossier) -> list[str]:
    """Digests of the readings, in the order of the sources."""
    return [job.assets[s.id].digest("json") for s in job.plan.slots if s.modality == "reading" and s.id in job.assets]


def _diagrams(job: Dossier, series: Asset | None) -> dict[str, Drawing]:
    if series is None:
        return {}
    svgs = digests(series, "svg")
    out = {}
    for name, png in digests(series, "png").items():
        if not name.endswith(BARE):
            continue
        facts = series.facts["items"][name]
        out[name.removesuffix(BARE)] = Drawing(
            job.read(png), job.read(svgs[name]).decode(), int(facts["width"]), int(facts["height"])
        )
    return out


@cache
def _icon(name: str, colour: str) -> Drawing:
    from tools.design.icons import icon
    from tools.design.render import to_png

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><g fill="{colour}">{icon(name)}</g></svg>'
    return Drawing(to_png(svg), svg, 256, 256)
