"""From assets to a package: builds the kind's files once per content, then seals them with manifest and report."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from typing import Any

from agents.kind import Dossier, Kind, Member
from core.asset import Blob, File, Origin
from core.canonical import key_of
from core.findings import Review, Severity
from graphs.bench import Bench
from graphs.report import report_files
from tools.export.manifest import Contents, Entry, content_digest, manifest
from tools.export.package_zip import check_path

MEDIA = {".srt": "application/x-subrip", ".vtt": "text/vtt", ".md": "text/markdown", ".woff2": "font/woff2"}


def assemble_files(kind: Kind, job: Dossier, bench: Bench) -> list[File]:
    """The kind's files as stored blobs. Built once: the same assets and plan give the stored list."""
    key = key_of(
        {
            "step": "build",
            "kind": f"{kind.name}@{kind.version}",
            "brief": job.brief.json_dict(),
            "plan": job.plan.json_dict(),
            "assets": {slot: asset.json_dict() for slot, asset in job.assets.items()},
        }
    )

    def build() -> dict[str, tuple[Blob, str]]:
        return {m.path: _stored(m, job, bench) for m in kind.build(job)}

    found = bench.bundle(key, f"build:{kind.name}", build)
    return [File(path=path, blob=blob, slot=slot) for path, (blob, slot) in sorted(found.items())]


def _stored(member: Member, job: Dossier, bench: Bench) -> tuple[Blob, str]:
    path = check_path(member.path)
    if isinstance(member.data, bytes):
        return Blob(digest=bench.keep(member.data), size=len(member.data), media=media_type(path)), member.slot
    for asset in job.assets.values():
        for blob in asset.parts.values():
            if blob.digest == member.data:
                return blob, member.slot
    return Blob(digest=member.data, size=len(bench.read(member.data)), media=media_type(path)), member.slot


def media_type(path: str) -> str:
    """Media type by a file's ending."""
    ending = path[path.rfind(".") :].lower()
    return MEDIA.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")


def seal(
    kind: Kind, job: Dossier, files: Sequence[dict[str, Any]], review: Review, decision: dict[str, Any],
    failures: dict[str, Any], bench: Bench,
) -> dict[str, Any]:  # fmt: skip
    """The finished package: its files with report and manifest, its digest, and whether it is a draft."""
    content = [File.model_validate(f) for f in files]
    starred = {c.id for c in kind.checks if c.starred}
    unseen = [f for f in review.open(Severity.NOT_CHECKED) if f.check in starred or f.check == "R1.made"]
    draft = bool(unseen) and decision.get("action") not in ("approve", "waive")
    entries = [_entry(f, job.assets) for f in content]
    digest = content_digest(entries)
    extra = report_files(kind, job, content, review, decision, failures, draft, digest)
    added = [
        File(path=p, blob=Blob(digest=bench.keep(d), size=len(d), media=media_type(p)))
        for p, d in sorted(extra.items())
    ]
    contents = Contents(
        kind=kind.name,
        title=job.plan.title,
        entries=tuple([*entries, *(_entry(f, job.assets) for f in added)]),
        languages=job.brief.languages,
        plan={slot.id: slot.modality for slot in job.plan.slots},
        findings=review.findings,
        checks=review.checks,
        draft=draft,
        content=digest,
    )
    page = manifest(contents)
    listed = File(path="manifest.json", blob=Blob(digest=bench.keep(page), size=len(page), media="application/json"))
    return {
        "kind": kind.name,
        "title": job.plan.title,
        "files": [f.json_dict() for f in (*content, *added, listed)],
        "content_digest": digest,
        "draft": draft,
    }


def content_of(files: Sequence[dict[str, Any]]) -> str:
    """The content's digest as the manifest will name it; empty where no file is built yet."""
    return content_digest([_entry(File.model_validate(f), {}) for f in files]) if files else ""


def _entry(file: File, assets: Any) -> Entry:
    origin: Origin | None = assets[file.slot].origin if file.slot in assets else None
    return Entry(file.path, file.blob.digest, file.blob.size, file.blob.media, file.slot, origin)
