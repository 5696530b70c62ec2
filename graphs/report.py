"""The report and hand-over sheet of a package, from the job's nouns to the exporter's. The same for every kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from agents.kind import Dossier, Kind, Reporting
from core.asset import Asset, File
from core.copydeck import Copy
from core.direction import Direction
from core.findings import Review
from tools.export.deck import Message, Section
from tools.export.handover import Handover, handover
from tools.export.labels import table
from tools.export.landing import Film, Shot, Track
from tools.export.languages import own_name
from tools.export.report import Listed, Maker, Memory, Picture, Report, Sound, report_page, report_style

LICENCES = {"fonts": "SIL Open Font License 1.1", "icons": "MIT"}
OWN = ("README.txt", "REPORT.html", "manifest.json", "report.css")
"""Files that every package has beside its kind's; the report cannot know its own size."""


def report_files(
    kind: Kind,
    job: Dossier,
    files: Sequence[File],
    review: Review,
    decision: dict[str, Any],
    failures: dict[str, Any],
    draft: bool,
    digest: str,
) -> dict[str, bytes]:
    """Path to bytes of ``REPORT.html``, its style and ``README.txt``. Nothing in them depends on when or how they were made."""
    brief = job.brief
    palette = Direction.model_validate(job.plan.direction).palette if job.plan.direction else None
    alts = _alts(job)
    ui = table("report", brief.language)
    report = Report(
        title=job.plan.title,
        brand=brief.brand.name,
        language=brief.language,
        kind=kind.name,
        draft=draft,
        palette=palette,
        message=Message(
            promise="" if isinstance(kind, Reporting) else brief.product,
            proofs=tuple(f.text for f in brief.facts[:3]),
            offer=brief.offer,
            cta=brief.cta,
            audience=brief.audience,
            goal=brief.goal,
        ),
        pictures=tuple(_pictures(job, files, alts, ui)),
        films=tuple(_films(job, files, ui)),
        sounds=tuple(_sounds(job, files, ui)),
        sections=tuple(_sections(job)),
        facts=kind.report_facts(job) if isinstance(kind, Reporting) else brief.evidence(),
        makers=tuple(_maker(slot, asset, job) for slot, asset in sorted(job.assets.items())),
        findings=review.findings,
        checks=review.checks,
        failures=tuple((slot, str(why.get("what", ""))) for slot, why in sorted(failures.items())),
        memory=tuple(Memory(r["text"], r.get("effect", ""), r.get("kind", "")) for r in job.plan.recalled),
        inferred=brief.inferred,
        files=tuple(Listed(f.path, f.blob.size) for f in files) + tuple(Listed(path, 0) for path in OWN),
        decision=_decision(decision, ui),
        digest=digest,
    )
    sheet = Handover(
        title=job.plan.title,
        brand=brief.brand.name,
        language=brief.language,
        draft=draft,
        paths=(*(f.path for f in files), *OWN),
        legal=brief.brand.legal,
        licences=LICENCES,
        digest=digest,
    )
    return {"REPORT.html": report_page(report), "report.css": report_style(palette), "README.txt": handover(sheet)}


def _of(files: Sequence[File], slot: str, ending: str) -> str:
    """The shortest path of a slot's file with that ending; empty where there is none."""
    found = [f.path for f in files if f.slot == slot and f.path.endswith(ending)]
    return min(found, key=lambda p: (p.startswith("web/"), len(p)), default="")


def _pictures(job: Dossier, files: Sequence[File], alts: dict[str, str], ui: Mapping[str, Any]) -> Iterator[Picture]:
    for slot in job.plan.slots:
        asset = job.assets.get(slot.id)
        if asset and "items" in asset.facts:
            yield from _series(slot.id, asset, files)
            continue
        path = _of(files, slot.id, ".png") if asset and slot.modality in ("image", "design") else ""
        if asset and path:
            size = int(asset.facts.get("width", 0)), int(asset.facts.get("height", 0))
            yield Picture(Shot(path, alts.get(slot.id, asset.alt), *size), _title(slot.id, ui))


def _series(slot: str, asset: Asset, files: Sequence[File]) -> Iterator[Picture]:
    """Every picture of a series that is a file of the package, named as the file is."""
    items = {blob.digest: name.rpartition("/")[0] for name, blob in asset.parts.items()}
    for file in files:
        if file.slot == slot and file.path.endswith(".png") and file.blob.digest in items:
            facts = asset.facts["items"][items[file.blob.digest]]
            shot = Shot(file.path, str(facts["alt"]), int(facts["width"]), int(facts["height"]))
            yield Picture(shot, PurePosixPath(file.path).stem.replace("-", " ").capitalize())


def _films(job: Dossier, files: Sequence[File], ui: Mapping[str, Any]) -> Iterator[Film]:
    for slot in job.plan.slots:
        asset = job.assets.get(slot.id)
        path = _of(files, slot.id, ".mp4")
        if asset and path:
            captions = _of(files, slot.id, ".vtt")
            tracks = (Track(captions, slot.language),) if captions else ()
            size = int(asset.facts.get("width", 0)), int(asset.facts.get("height", 0))
            yield Film(
                path,
                _of(files, slot.id, ".png"),
                *size,
                _title(slot.id, ui) or PurePosixPath(path).stem.capitalize(),
                tracks,
            )


def _title(slot: str, ui: Mapping[str, Any]) -> str:
    """``video.15-9x16.en`` as a person says it: "15 s, 9:16, English"."""
    words = slot.split(".")[1:]
    if slot.startswith("video.") and words:
        seconds, dash, ratio = words[0].partition("-")
        length = [ui["seconds"].format(seconds)] if dash else []
        return ", ".join([*length, (ratio or seconds).replace("x", ":"), *map(own_name, words[1:])])
    return "" if "".join(words).isdecimal() else " ".join(_word(word, ui) for word in words)


def _word(word: str, ui: Mapping[str, Any]) -> str:
    """A part of a slot's name: a shape, a number of seconds or a language, as it is."""
    if word.isdecimal():
        return str(ui["seconds"]).format(word)
    return ui["slots"].get(word) or own_name(word)


def _sounds(job: Dossier, files: Sequence[File], ui: Mapping[str, Any]) -> Iterator[Sound]:
    notes = {"music": "", **ui["notes"]}
    for slot in job.plan.slots:
        asset = job.assets.get(slot.id)
        path = _of(files, slot.id, ".wav")
        if asset and path and slot.modality in notes:
            named = " ".join(_word(word, ui) for word in slot.id.split("."))
            yield Sound(path, named, float(asset.facts.get("seconds", 0.0)), notes[slot.modality])


def _sections(job: Dossier) -> Iterator[Section]:
    """The words, by language and in the plan's order."""
    for language in job.brief.languages:
        copies = [
            Copy.model_validate_json(job.read(job.assets[slot.id].digest("json")))
            for slot in job.plan.slots
            if slot.id in job.assets and slot.language == language and slot.modality == "text"
        ]
        if copies:
            yield Section(language, tuple(copies))


def _alts(job: Dossier) -> dict[str, str]:
    """Slot to alternative text, where a text slot describes other slots: piece by piece in the order of its needs."""
    out: dict[str, str] = {}
    for slot in job.plan.slots:
        if slot.role == "alt" and slot.id in job.assets:
            pieces = json.loads(job.read(job.assets[slot.id].digest("json")))["pieces"]
            out |= {need: piece["text"] for need, piece in zip(slot.needs, pieces, strict=False)}
    return out


def _maker(slot: str, asset: Asset, job: Dossier) -> Maker:
    origin = asset.origin
    return Maker(slot, origin.backend, origin.model, origin.licence, origin.seed, origin.source_type)


def _decision(decision: dict[str, Any], ui: Mapping[str, Any]) -> str:
    key = {"approve": "approved", "waive": "waived"}.get(str(decision.get("action")), "")
    if not key:
        return ""
    reason = f": {decision['reason']}" if decision.get("reason") else ""
    return str(ui[key]).format(decision.get("person") or ui["somebody"], reason)
