"""What a campaign says: claims, names and dates, limits, repetition, banned and legal words."""

from __future__ import annotations

import json
from collections.abc import Iterator

from agents.kind import Check, Dossier, Subject
from core.blobs import Read
from core.brief import Brief
from core.copydeck import Copy
from core.findings import Finding, Severity
from graphs.kinds.campaign.checks.subjects import Found, assets, check, texts
from tools.export.utm import NO_URL, link


def _copy(read: Read, digest: str) -> Copy:
    return Copy.model_validate_json(read(digest))


def _claim_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, language, asset in texts(job):
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
        for slot, _, asset in texts(job):
            yield Subject(slot, {"copy": asset.digest("json"), "banned": list(job.brief.brand.banned)})


def _banned(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import check_banned

    text = "\n".join(piece.text for piece in _copy(read, subject.inputs["copy"]).pieces)
    return check_banned({subject.slot: text}, subject.inputs["banned"])


def _limit_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, _, asset in texts(job):
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
            slot: asset.digest("json") for slot, lang, asset in texts(job)
            if lang == language and slot.split(".")[0] != "alt"
        }  # fmt: skip
        if copies:
            yield Subject("", {"copies": copies})


def _repeats(subject: Subject, read: Read) -> Found:
    from tools.checks.wording import repeats

    return repeats({slot: _copy(read, digest) for slot, digest in subject.inputs["copies"].items()})


def _consistency_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, language, asset in texts(job):
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
    for slot, asset in assets(job, "image"):
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
        "", {"texts": sorted(asset.digest("json") for _, _, asset in texts(job)), "photos": len(job.brief.photos)}
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


WORDING: tuple[Check, ...] = (
    check("T1.hazard", _unread_subjects, _unread),
    check("T2.claims", _claim_subjects, _claims, version=2),
    check("T5.consistency", _consistency_subjects, _consistency),
    check("T6.limits", _limit_subjects, _limits, version=2),
    check("T6.repeats", _repeat_subjects, _repeats),
    check("T7.banned", _banned_subjects, _banned),
    check("T7.legal", _legal_subjects, _legal, version=3),
    check("E1.address", _address_subjects, _address),
)
