"""How a campaign's pictures look: do words fit, can they be read, is any picture empty or made twice."""

from __future__ import annotations

import json
from collections.abc import Iterator

from agents.kind import Check, Dossier, Subject
from core.blobs import Read
from core.requests import Insets
from graphs.kinds.campaign.checks.subjects import Found, assets, check


def _layout_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "image", "banner"):
        if "layout" in asset.parts and not asset.pinned:
            safe = job.plan.slot(slot).spec.get("safe", {})
            yield Subject(slot, {"png": asset.digest("png"), "layout": asset.digest("layout"), "safe": safe})


def _contrast(subject: Subject, read: Read) -> Found:
    from tools.checks.layout import contrast

    return contrast(read(subject.inputs["png"]), json.loads(read(subject.inputs["layout"])), subject.slot)


def _fits(subject: Subject, read: Read) -> Found:
    from tools.checks.layout import fits

    return fits(json.loads(read(subject.inputs["layout"])), Insets(**subject.inputs["safe"]), subject.slot)


def _repeated_subjects(job: Dossier) -> Iterator[Subject]:
    """The pictures of each language among themselves: where the brief gives the same words in two, the same picture is right."""
    for language in job.brief.languages:
        shown = [(slot, asset) for slot, asset in assets(job, "image") if slot.endswith(f".{language}")]
        images = {slot: asset.digest("png") for slot, asset in shown if "png" in asset.parts}
        if images:
            yield Subject("", {"images": images})


def _repeated(subject: Subject, read: Read) -> Found:
    from tools.checks.media import repeated

    return repeated({slot: read(digest) for slot, digest in subject.inputs["images"].items()})


def _dead_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "image", "banner", "picture"):
        spec = job.plan.slot(slot).spec
        yield Subject(slot, {"picture": asset.digest("png"), "width": spec["width"], "height": spec["height"]})
    for slot, asset in assets(job, "music", "soundlogo", "mix", "voice"):
        yield Subject(slot, {"sound": asset.digest("wav"), "seconds": asset.facts.get("seconds", 0.0)})


def _dead(subject: Subject, read: Read) -> Found:
    from tools.checks.media import dead_audio, dead_image

    given = subject.inputs
    if "picture" in given:
        return dead_image(read(given["picture"]), given["width"], given["height"], subject.slot)
    return dead_audio(read(given["sound"]), float(given["seconds"]), subject.slot)


PICTURES: tuple[Check, ...] = (
    check("M2.fits", _layout_subjects, _fits, version=3),
    check("M3.contrast", _layout_subjects, _contrast),
    check("M4.repeat", _repeated_subjects, _repeated, version=2),
    check("M6.dead", _dead_subjects, _dead, version=2),
)
