"""The campaign's checks: which property is looked at on which asset. The properties themselves live in ``tools/checks``.

A subject's ``inputs`` hold all that a verdict may depend on, so verdicts are remembered like assets. The modules that look
are imported when they look: a run that remembers every verdict loads none of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from agents.cuts import LEAD_IN
from agents.kind import Check, Dossier, Subject
from core.asset import Asset
from core.blobs import Read
from core.brief import Brief
from core.copydeck import Copy
from core.findings import Finding, Severity
from core.requests import Insets, Timing, Word
from graphs.common_checks import package
from graphs.kinds.campaign.web import film_cues
from tools.export.utm import NO_URL, link

Found = Sequence[Finding]


def _assets(job: Dossier, *heads: str) -> Iterator[tuple[str, Asset]]:
    for slot, asset in job.assets.items():
        if slot.split(".")[0] in heads:
            yield slot, asset


def _texts(job: Dossier) -> Iterator[tuple[str, str, Asset]]:
    """Slot, language and asset of every text."""
    for slot, asset in job.assets.items():
        if "json" in asset.parts:
            yield slot, slot.rsplit(".", 1)[-1], asset


def _copy(read: Read, digest: str) -> Copy:
    return Copy.model_validate_json(read(digest))


# -- words


def _claim_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, language, asset in _texts(job):
        if not asset.pinned:
            yield Subject(
                slot,
                {
                    "copy": asset.digest("json"),
                    "facts": {f.id: f.text for f in job.brief.localised(language).evidence()},
                },
            )


def _claims(subject: Subject, read: Read) -> Found:
    from tools.checks.claims import check_claims

    return check_claims(_copy(read, subject.inputs["copy"]), subject.inputs["facts"], subject.slot)


def _banned_subjects(job: Dossier) -> Iterator[Subject]:
    if job.brief.brand.banned:
        for slot, _, asset in _texts(job):
            yield Subject(slot, {"copy": asset.digest("json"), "banned": list(job.brief.brand.banned)})


def _banned(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import check_banned

    text = "\n".join(piece.text for piece in _copy(read, subject.inputs["copy"]).pieces)
    return check_banned({subject.slot: text}, subject.inputs["banned"])


def _limit_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, _, asset in _texts(job):
        spec = job.plan.slot(slot).spec
        limit = int(spec.get("limit", 0))
        if limit:
            given = {"copy": asset.digest("json"), "limit": limit, "channel": spec.get("channel", "")}
            yield Subject(slot, given)


def _limits(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import check_limits

    given = subject.inputs
    return check_limits(_copy(read, given["copy"]), given["limit"], given["channel"], subject.slot)


def _repeat_subjects(job: Dossier) -> Iterator[Subject]:
    for language in job.brief.languages:
        copies = {
            slot: asset.digest("json") for slot, lang, asset in _texts(job)
            if lang == language and slot.split(".")[0] != "alt"
        }  # fmt: skip
        if copies:
            yield Subject("", {"copies": copies})


def _repeats(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import repeats

    return repeats({slot: _copy(read, digest) for slot, digest in subject.inputs["copies"].items()})


def _consistency_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, language, asset in _texts(job):
        own = job.brief.localised(language)
        yield Subject(
            slot,
            {
                "copy": asset.digest("json"),
                "pinned": asset.pinned,
                "words": _words(own, job.brief),
                "brand": own.brand.name,
                "cta": own.cta,
            },
        )


def _words(*briefs: Brief) -> list[str]:
    """All that a brief says, in one language and another: what texts may repeat."""
    said: list[str] = []
    for b in briefs:
        said += [
            b.title,
            b.product,
            b.goal,
            b.audience,
            b.offer,
            b.cta,
            b.url,
            b.brand.name,
            *b.brand.legal,
            *b.constraints,
        ]
        said += [t for f in b.facts for t in (f.text, f.source)]
    return list(dict.fromkeys(t for t in said if t.strip()))


def _consistency(subject: Subject, read: Read) -> Found:
    from tools.checks.consistency import Given, check_consistency

    given = subject.inputs
    known = Given(tuple(given["words"]), given["brand"], given["cta"])
    return check_consistency(_copy(read, given["copy"]), known, subject.slot, given["pinned"])


def _legal_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "image"):
        legal = job.brief.localised(slot.rsplit(".", 1)[-1]).brand.legal
        if legal and "layout" in asset.parts and not asset.pinned:
            yield Subject(slot, {"layout": asset.digest("layout"), "legal": list(legal)})


def _legal(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import check_required

    layout = json.loads(read(subject.inputs["layout"]))
    joiner = "" if any("\u4e00" <= c <= "\u9fff" for line in subject.inputs["legal"] for c in line) else " "
    shown = "\n".join(joiner.join(e.get("lines", ())) for e in layout["elements"])
    return check_required(shown, subject.inputs["legal"])


def _unread_subjects(job: Dossier) -> Iterator[Subject]:
    yield Subject(
        "", {"texts": sorted(asset.digest("json") for _, _, asset in _texts(job)), "photos": len(job.brief.photos)}
    )


def _unread(subject: Subject, read: Read) -> Found:
    """Hazards cannot be found by word lists; without a guard model the honest verdict is that nobody has looked."""
    what = "the words and photos" if subject.inputs["photos"] else "the words"
    return (
        Finding(
            check="T1.hazard", severity=Severity.NOT_CHECKED, evidence=f"no guard model has read {what} for harm",
            remedy="Read them yourself, then approve the package.",
        ),
    )  # fmt: skip


def _address_subjects(job: Dossier) -> Iterator[Subject]:
    if not link(job.brief.url):
        yield Subject("", {"url": job.brief.url})


def _address(subject: Subject, read: Read) -> Found:
    """Without a page there is nothing for an ad to lead to: it is told, and the tables are made so that no importer takes them."""
    return (
        Finding(
            check="E1.address", severity=Severity.WARN,
            evidence=f"the brief gives no web address: no button leads to a page, and both ad tables hold {NO_URL}",
            remedy="Add url to the brief and make the package again, or replace these words in both tables.",
        ),
    )  # fmt: skip


# -- pictures


def _layout_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "image", "banner"):
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
    images = {slot: asset.digest("png") for slot, asset in _assets(job, "image") if "png" in asset.parts}
    if images:
        yield Subject("", {"images": images})


def _repeated(subject: Subject, read: Read) -> Found:
    from tools.checks.media import repeated

    return repeated({slot: read(digest) for slot, digest in subject.inputs["images"].items()})


def _dead_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "image", "banner", "picture"):
        spec = job.plan.slot(slot).spec
        yield Subject(slot, {"picture": asset.digest("png"), "width": spec["width"], "height": spec["height"]})
    for slot, asset in _assets(job, "music", "soundlogo", "mix", "voice"):
        yield Subject(slot, {"sound": asset.digest("wav"), "seconds": asset.facts.get("seconds", 0.0)})


def _dead(subject: Subject, read: Read) -> Found:
    from tools.checks.media import dead_audio, dead_image

    given = subject.inputs
    if "picture" in given:
        return dead_image(read(given["picture"]), given["width"], given["height"], subject.slot)
    return dead_audio(read(given["sound"]), float(given["seconds"]), subject.slot)


# -- sound and film


def _mix_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "mix"):
        yield Subject(slot, {"wav": asset.digest("wav")})


def _loudness(subject: Subject, read: Read) -> Found:
    from tools.checks.audio import loudness

    return loudness(read(subject.inputs["wav"]), lufs=-14.0, peak_db=-1.0, slot=subject.slot)


def _film_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "video"):
        spec = job.plan.slot(slot).spec
        given = {"mp4": asset.digest("mp4"), "width": spec["width"], "height": spec["height"]}
        given |= {"seconds": asset.facts.get("seconds", 0.0), "fps": asset.facts.get("fps", 30)}
        layout = asset.digest("layout") if "layout" in asset.parts and not asset.pinned else ""
        yield Subject(slot, {**given, "layout": layout})


def _film(subject: Subject, read: Read) -> Found:
    from tools.checks.video import film

    given = subject.inputs
    return film(
        read(given["mp4"]), width=given["width"], height=given["height"], seconds=float(given["seconds"]),
        fps=float(given["fps"]), layout=json.loads(read(given["layout"])) if given["layout"] else None, slot=subject.slot,
    )  # fmt: skip


def _caption_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "video"):
        language = slot.rsplit(".", 1)[-1]
        seconds, dash, _ = slot.split(".")[1].partition("-")
        voice = job.assets.get(f"voice.{seconds}.{language}" if dash else f"voice.{language}")
        cues = [list(c) for c in film_cues(asset)]
        timing = voice.digest("timing") if voice and not asset.pinned else ""
        yield Subject(
            slot, {"cues": cues, "seconds": asset.facts.get("seconds", 0.0), "language": language, "timing": timing}
        )


def _captions(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import captions
    from tools.export.captions import Cue

    given = subject.inputs
    words: list[Word] = []
    if given["timing"]:
        timing = Timing.model_validate_json(read(given["timing"]))
        words = [Word(text=w.text, start=w.start + LEAD_IN, end=w.end + LEAD_IN) for line in timing.lines for w in line]
    return captions([Cue(*c) for c in given["cues"]], float(given["seconds"]), given["language"], words, subject.slot)


def _drift_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in _assets(job, "voice"):
        if "timing" in asset.parts and not asset.pinned:
            yield Subject(slot, {"wav": asset.digest("wav"), "timing": asset.digest("timing")})


def _drift(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import drift

    timing = Timing.model_validate_json(read(subject.inputs["timing"]))
    return drift([w for line in timing.lines for w in line], read(subject.inputs["wav"]), slot=subject.slot)


def _check(name: str, subjects: Callable[[Dossier], Iterator[Subject]], look: Any, *, version: int = 1) -> Check:
    return Check(id=name, subjects=subjects, look=look, version=version)


CHECKS: tuple[Check, ...] = (
    _check("T1.hazard", _unread_subjects, _unread),
    _check("T2.claims", _claim_subjects, _claims, version=2),
    _check("T5.consistency", _consistency_subjects, _consistency),
    _check("T6.limits", _limit_subjects, _limits, version=2),
    _check("T6.repeats", _repeat_subjects, _repeats),
    _check("T7.banned", _banned_subjects, _banned),
    _check("T7.legal", _legal_subjects, _legal, version=3),
    _check("E1.address", _address_subjects, _address),
    _check("M2.fits", _layout_subjects, _fits, version=3),
    _check("M3.contrast", _layout_subjects, _contrast),
    _check("M4.repeat", _repeated_subjects, _repeated, version=2),
    _check("M6.dead", _dead_subjects, _dead, version=2),
    _check("A1.loudness", _mix_subjects, _loudness),
    _check("V2.video", _film_subjects, _film, version=2),
    _check("V2.captions", _caption_subjects, _captions, version=2),
    _check("V2.drift", _drift_subjects, _drift, version=2),
    *package(),
)
