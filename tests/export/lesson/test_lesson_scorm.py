"""SCORM packages: their manifests, and what scorm-again in a browser records of a learner."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests import lessonkit
from tests.export.lesson.web_cases import bare, cases, texts
from tests.export.web import put, served
from tests.needs import CLIENTS, node
from tools.export.lesson.scorm import Version, scorm

VERSIONS: tuple[Version, ...] = ("1.2", "2004")
NAMESPACES = {
    "1.2": (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "scormtype",
        "1.2",
    ),
    "2004": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "scormType",
        "2004 4th Edition",
    ),
}
TYPES = ["choice", "choice", "fill-in", "matching", "sequencing", "fill-in", "numeric"]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def played(folder: Path, files: dict[str, bytes], version: str, how: str, saved: Path | None = None) -> dict[str, Any]:
    put(folder, files)
    with served(folder) as base:
        done = node(str(CLIENTS / "scorm.mjs"), f"{base}/index.html", version, how, *([str(saved)] if saved else []))
    assert done.returncode == 0, done.stderr
    (folder / f"{how}.json").write_text(done.stdout)
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def status(seen: dict[str, Any], version: str) -> tuple[str, ...]:
    cmi = seen["cmi"]
    if version == "1.2":
        return (cmi["core"]["lesson_status"],)
    return cmi["completion_status"], cmi["success_status"]


def sets(seen: dict[str, Any]) -> dict[str, str]:
    return dict(seen["sets"])


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", cases())
def test_the_manifest_is_what_the_edition_asks_for(version: Version, name: str) -> None:
    files = unpacked(scorm(cases()[name], version, texts()))
    assert set(files) == {"imsmanifest.xml", "index.html"}
    root = etree.fromstring(files["imsmanifest.xml"])
    cp, adl, kind, edition = NAMESPACES[version]
    assert root.tag == f"{{{cp}}}manifest" and root.findtext(f"{{{cp}}}metadata/{{{cp}}}schemaversion") == edition
    (resource,) = root.iter(f"{{{cp}}}resource")
    assert resource.get(f"{{{adl}}}{kind}") == "sco" and resource.get("href") in files
    assert [f.get("href") for f in resource] == ["index.html"]
    (item,) = root.iter(f"{{{cp}}}item")
    (organisations,) = root.iter(f"{{{cp}}}organizations")
    assert item.get("identifierref") == resource.get("identifier")
    assert organisations.get("default") == organisations[0].get("identifier")
    assert (item.findtext(f"{{{cp}}}title") or "").strip()
    sequencing = root.findall(".//{http://www.imsglobal.org/xsd/imsss}sequencing")
    assert len(sequencing) == (2 if version == "2004" else 0)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_package_every_time(version: Version) -> None:
    assert scorm(lessonkit.book(), version, texts()) == scorm(lessonkit.book(), version, texts())
    with zipfile.ZipFile(io.BytesIO(scorm(lessonkit.book(), version))) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_learning_system_reads_status_score_and_answers(version: Version, tmp_path: Path) -> None:
    files = unpacked(scorm(lessonkit.book(), version, texts()))
    right = played(tmp_path, files, version, "right")
    wrong = played(tmp_path, files, version, "wrong")
    for seen in (right, wrong):
        assert seen["errors"] == [] and seen["refused"] == [] and seen["ends"] == 1
        answers = [seen["cmi"]["interactions"][str(n)] for n in range(7)]
        assert [a["type"] for a in answers] == TYPES and [a["id"] for a in answers] == [
            f"x-water-cycle.q{n}" for n in range(1, 8)
        ]
        assert all(a["latency"] and a["objectives"]["0"]["id"] in ("o1", "o2") for a in answers)
        given = "student_response" if version == "1.2" else "learner_response"
        expected = answers[0]["correct_responses"]["0"]["pattern"]
        assert (answers[0][given] == expected) is (seen is right)
        assert {a["result"] for a in answers} == (
            {"correct"} if seen is right else {"wrong" if version == "1.2" else "incorrect"}
        )
    if version == "1.2":
        assert status(right, version) == ("passed",) and status(wrong, version) == ("failed",)
        assert right["cmi"]["core"]["score"] == {"raw": "100", "min": "0", "max": "100"}
        assert wrong["cmi"]["core"]["score"]["raw"] == "0"
    else:
        assert status(right, version) == ("completed", "passed") and status(wrong, version) == ("completed", "failed")
        assert right["cmi"]["score"] == {"scaled": "1", "raw": "12", "min": "0", "max": "12"}
        assert wrong["cmi"]["score"]["scaled"] == "0"


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_learner_who_leaves_half_way_goes_on_there(version: Version, tmp_path: Path) -> None:
    files = unpacked(scorm(lessonkit.book(), version, texts()))
    half = played(tmp_path, files, version, "half")
    assert status(half, version)[0] == "incomplete" and len(half["cmi"]["interactions"]) >= 4
    assert sets(half)["cmi.core.exit" if version == "1.2" else "cmi.exit"] == "suspend"
    back = played(tmp_path, files, version, "right", tmp_path / "half.json")
    assert back["resumed"] == {"answered": "4 of 7 answered", "done": 4} and back["refused"] == []
    assert status(back, version)[-1] == "passed"
    score = back["cmi"]["core"]["score"]["raw"] if version == "1.2" else back["cmi"]["score"]["scaled"]
    assert score == ("100" if version == "1.2" else "1")


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_hostile_words_reach_the_system_as_words_that_it_takes(version: Version, tmp_path: Path) -> None:
    seen = played(tmp_path, unpacked(scorm(cases()["hostile"], version, texts())), version, "right")
    assert seen["errors"] == [] and seen["refused"] == [] and status(seen, version)[-1] == "passed"


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_lesson_without_questions_is_completed_by_the_learner(version: Version, tmp_path: Path) -> None:
    seen = played(tmp_path, unpacked(scorm(bare(), version)), version, "read")
    assert seen["refused"] == [] and seen["ends"] == 1 and status(seen, version)[0] == "completed"


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_the_learning_system_refuses_what_is_not_scorm(version: Version, tmp_path: Path) -> None:
    files = unpacked(scorm(lessonkit.book(), version, texts()))
    page = files["index.html"].decode()
    policy = page.split('<meta http-equiv="Content-Security-Policy"')[1].split(">")[0]
    bad = page.replace(
        f'<meta http-equiv="Content-Security-Policy"{policy}>', ""
    )  # the altered script would not run under it
    bad = bad.replace('fill-in", short_answer', 'fill_in", short_answer').replace(
        '"cmi.suspend_data"', '"cmi.suspended"'
    )
    assert bad != page
    seen = played(tmp_path, files | {"index.html": bad.encode()}, version, "right")
    assert {c[1].split(".")[-1] for c in seen["refused"]} >= {"type", "suspended"}
