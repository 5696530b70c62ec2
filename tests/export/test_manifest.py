"""The manifest, and the digest that an approval is bound to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from core.asset import Origin
from core.findings import Finding, Severity
from tools.export.manifest import SCHEMA, Contents, Entry, content_digest, manifest

ORIGIN = Origin(backend="design:embedded", model="", licence="CC0-1.0", seed=7, request="ab" * 32)
ENTRIES = (
    Entry("video/film.mp4", hashlib.sha256(b"film").hexdigest(), 4, "video/mp4", "video.9x16.en"),
    Entry("a.png", hashlib.sha256(b"a").hexdigest(), 1, "image/png", "image.square.en", ORIGIN),
)
CONTENTS = Contents(
    kind="campaign",
    title="SunSip ☀",
    entries=ENTRIES,
    languages=("en",),
    plan={"image.square.en": "design", "video.9x16.en": "video"},
    findings=(Finding(check="M3.contrast", severity=Severity.WARN, slot="image.square.en", evidence="secret words"),),
    checks=("M3.contrast", "M6.dead"),
    licences={"Outfit": "OFL-1.1"},
)


def test_it_lists_files_in_order_with_their_origin() -> None:
    page = json.loads(manifest(CONTENTS))
    assert page["schema"] == SCHEMA and page["title"] == "SunSip ☀" and page["draft"] is True
    assert [f["path"] for f in page["files"]] == ["a.png", "video/film.mp4"]
    assert page["files"][0]["origin"]["licence"] == "CC0-1.0"
    assert page["plan"] == {"slots": 2, "by_modality": {"design": 1, "video": 1}}
    assert page["findings"]["by_severity"] == {"WARN": 1}
    assert {"licence": "OFL-1.1", "covers": ["Outfit"]} in page["licences"]
    assert "secret words" not in json.dumps(page)


def test_the_digest_is_what_sha256sum_would_give() -> None:
    lines = "".join(f"{e.sha256}  {e.path}\n" for e in sorted(ENTRIES, key=lambda e: e.path))
    assert content_digest(ENTRIES) == hashlib.sha256(lines.encode()).hexdigest()
    assert content_digest(ENTRIES) == content_digest(ENTRIES[::-1])


def test_any_changed_byte_or_name_changes_the_digest() -> None:
    digest = content_digest(ENTRIES)
    assert content_digest((replace(ENTRIES[0], sha256="0" * 64), ENTRIES[1])) != digest
    assert content_digest((replace(ENTRIES[0], path="video/other.mp4"), ENTRIES[1])) != digest
    assert content_digest(ENTRIES[:1]) != digest


def test_it_is_the_same_every_time() -> None:
    assert manifest(CONTENTS) == manifest(replace(CONTENTS, entries=ENTRIES[::-1]))
