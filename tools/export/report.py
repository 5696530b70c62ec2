"""REPORT.html: everything that was made, what it rests on, who made it, and what is still open. For people, not for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from core.brief import Fact, Inference
from core.direction import Palette
from core.findings import Finding, Severity
from tools.export.colour import colours, luminance
from tools.export.deck import Message, Section, role_name, runs, source_name
from tools.export.labels import spoken, table
from tools.export.landing import CSP, Film, Shot
from tools.export.languages import direction, own_name
from tools.export.markup import relative, render, resource, shortened
from tools.export.phrases import anchor, clock, place, size

ORDER: Final = (Severity.BLOCK, Severity.HOLD, Severity.NOT_CHECKED, Severity.WARN, Severity.INFO)
NAMED: Final = frozenset({"product", "brand", "offer", "cta", "audience", "url"})
"""Ids of evidence that are fields of the brief and no facts."""
_DEFAULT = Palette(
    bg="#f7f5f0", surface="#ffffff", ink="#1c2430", muted="#5f6875", accent="#2f5fd0", accent_ink="#ffffff",
    accent2="#e0a030", deep="#161c26", light="#fbfaf6",
)  # fmt: skip


class Picture(NamedTuple):
    """A picture with its title. ``shot.path`` is seen from the report."""

    shot: Shot
    title: str = ""


class Sound(NamedTuple):
    """A sound file of the package."""

    path: str
    title: str
    seconds: float = 0.0
    note: str = ""


class Maker(NamedTuple):
    """One row of the origins table."""

    slot: str
    backend: str
    model: str = ""
    licence: str = ""
    seed: int = 0
    source: str = ""


class Memory(NamedTuple):
    """What was remembered, and what it did."""

    text: str
    effect: str = ""
    kind: str = ""


class Step(NamedTuple):
    """How long a step took, and how much of it was made or found stored."""

    name: str
    seconds: float
    made: int = 0
    reused: int = 0


class Listed(NamedTuple):
    """A file of the package, as seen from the report."""

    path: str
    size: int
    about: str = ""


@dataclass(frozen=True)
class Report:
    """A finished job, ready to be shown. Nothing in it is read from anywhere else."""

    title: str
    brand: str = ""
    language: str = "en"
    """Of its labels: the campaign's first. What a check or a person wrote stays as it is."""
    kind: str = ""
    style: str = "report.css"
    draft: bool = True
    summary: str = ""
    palette: Palette | None = None
    message: Message = Message()
    pictures: tuple[Picture, ...] = ()
    films: tuple[Film, ...] = ()
    sounds: tuple[Sound, ...] = ()
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    makers: tuple[Maker, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: tuple[str, ...] = ()
    """Every check that was asked."""
    failures: tuple[tuple[str, str], ...] = ()
    """Slots that could not be made, and why."""
    memory: tuple[Memory, ...] = ()
    inferred: tuple[Inference, ...] = ()
    steps: tuple[Step, ...] = ()
    files: tuple[Listed, ...] = ()
    decision: str = ""
    """What a person decided, in a sentence."""
    digest: str = ""
    """Content digest of the package."""
    names: dict[str, str] = field(default_factory=dict)
    """Heading of a copy role where its own name does not serve."""


def report_page(report: Report) -> bytes:
    """The page as HTML: no script, nothing loaded from elsewhere. Raises ``BadInput`` on a path that leaves the package."""
    paths = [
        report.style,
        *(p.shot.path for p in report.pictures),
        *(s.path for s in report.sounds),
        *(f.path for f in report.files),
    ]
    for film in report.films:
        paths += [film.path, *([film.poster] if film.poster else []), *(t.path for t in film.tracks)]
    for path in paths:
        relative(path)
    ui = table("report", report.language)
    tongue = spoken("report", report.language)
    return render(
        "report.html.j2",
        r=report,
        ui=ui,
        tongue=tongue,
        source_name=source_name,
        counted=sum(fact.id not in NAMED for fact in report.facts),
        csp=CSP,
        title=shortened(f"{report.title or report.brand} – {ui['report']}", 60),
        heading=_heading,
        groups=_groups(report.findings, ui),
        facts={fact.id: fact for fact in report.facts},
        runs=runs,
        own_name=own_name,
        direction=direction,
        anchor=anchor,
        size=size,
        clock=clock,
        place=lambda where: place(where, ui),
        longest=max((s.seconds for s in report.steps), default=0.0) or 1.0,
        by_maker=_by_maker(report.makers),
        verdict=_verdict(report, ui),
    )


def report_style(palette: Palette | None = None) -> bytes:
    """The style sheet, in the brand's colours on light paper."""
    known = palette or _DEFAULT
    if luminance(known.bg) < 0.5:  # a report is read and printed: paper stays light
        known = known.model_copy(
            update={"bg": _DEFAULT.bg, "surface": "#ffffff", "ink": _DEFAULT.ink, "muted": _DEFAULT.muted}
        )
    roots = "".join(f"--{name}:{value};" for name, value in colours(known).items())
    return (f":root{{{roots}}}\n" + resource("templates/report.css")).encode()


def _heading(report: Report, role: str) -> str:
    return report.names.get(role) or role_name(role, report.language)


def _groups(findings: Iterable[Finding], ui: Mapping[str, Any]) -> list[tuple[Severity, str, str, list[Finding]]]:
    ordered = sorted(findings, key=lambda f: (f.check, f.slot, f.id))
    return [(s, *ui["levels"][s.value], found) for s in ORDER if (found := [f for f in ordered if f.severity is s])]


def _verdict(report: Report, ui: Mapping[str, Any]) -> str:
    counts = {s: sum(f.severity is s for f in report.findings) for s in ORDER}
    if report.failures:
        return _count(len(report.failures), ui["failures"])
    for severity, key in ((Severity.BLOCK, "block"), (Severity.HOLD, "hold"), (Severity.NOT_CHECKED, "unseen")):
        if counts[severity]:
            return _count(counts[severity], ui[key])
    return _count(len(set(report.checks)), ui["fine"]) if report.checks else ""


def _count(n: int, forms: Sequence[str]) -> str:
    return forms[n != 1].format(n)


def _by_maker(makers: Iterable[Maker]) -> list[tuple[Maker, list[Maker]]]:
    """Slots of one backend, model and licence together."""
    groups: dict[tuple[str, str, str], list[Maker]] = {}
    for maker in makers:
        groups.setdefault((maker.backend, maker.model, maker.licence), []).append(maker)
    return [(rows[0], rows) for _, rows in sorted(groups.items())]
