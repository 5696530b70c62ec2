"""MANIFEST.json: what is in a package, who made it, and the digest that an approval is bound to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.asset import Origin
from core.findings import Finding

SCHEMA = "bottega/manifest/1"


@dataclass(frozen=True)
class Entry:
    """One member: where it lies, what it is, and who made it."""

    path: str
    sha256: str
    size: int
    media: str
    slot: str = ""
    origin: Origin | None = None


@dataclass(frozen=True)
class Contents:
    """Everything a manifest says. ``plan`` maps a slot to its modality; prompts have no place here."""

    kind: str
    title: str
    entries: tuple[Entry, ...]
    languages: tuple[str, ...] = ()
    plan: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    checks: tuple[str, ...] = ()
    draft: bool = True
    content: str = ""
    """Digest that an approval is bound to, where some entries (the report) are not content; empty: over all entries."""
    licences: Mapping[str, str] = field(default_factory=dict)
    """Further works inside the package (fonts, icons) and their licence."""


def content_digest(entries: Iterable[Entry]) -> str:
    """SHA-256 over ``<sha256>  <path>`` lines sorted by path: ``sha256sum`` writes the same lines."""
    lines = (f"{e.sha256}  {e.path}\n" for e in sorted(entries, key=lambda e: e.path))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def manifest(contents: Contents) -> bytes:
    """Indented JSON with sorted keys. Holds no time, no absolute path and no words of any prompt."""
    entries = sorted(contents.entries, key=lambda e: e.path)
    modalities = sorted(set(contents.plan.values()))
    page = {
        "schema": SCHEMA,
        "kind": contents.kind,
        "title": contents.title,
        "languages": list(contents.languages),
        "draft": contents.draft,
        "content_digest": contents.content or content_digest(entries),
        "files": [_file(e) for e in entries],
        "plan": {
            "slots": len(contents.plan),
            "by_modality": {m: sum(v == m for v in contents.plan.values()) for m in modalities},
        },
        "findings": {
            "by_severity": _counts(contents.findings),
            "open": [_finding(f) for f in sorted(contents.findings, key=lambda f: (f.check, f.slot, f.id))],
            "checks": sorted(set(contents.checks)),
        },
        "licences": _licences(contents, entries),
    }
    return (json.dumps(page, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )


def _file(entry: Entry) -> dict[str, Any]:
    out: dict[str, Any] = {
        "path": entry.path, "sha256": entry.sha256, "size": entry.size, "media": entry.media, "slot": entry.slot,
    }  # fmt: skip
    if entry.origin:
        out["origin"] = entry.origin.json_dict()
    return out


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id, "check": finding.check, "version": finding.version, "severity": str(finding.severity),
        "slot": finding.slot, "place": finding.place,
    }  # fmt: skip


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    out: dict[str, int] = {}
    for finding in findings:
        out[str(finding.severity)] = out.get(str(finding.severity), 0) + 1
    return out


def _licences(contents: Contents, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Each licence and the works or makers under it, sorted by name."""
    under: dict[str, set[str]] = {}
    for entry in entries:
        if entry.origin and entry.origin.licence:
            maker = entry.origin.model or entry.origin.backend
            under.setdefault(entry.origin.licence, set()).add(maker)
    for work, licence in contents.licences.items():
        under.setdefault(licence, set()).add(work)
    return [{"licence": licence, "covers": sorted(works)} for licence, works in sorted(under.items())]
