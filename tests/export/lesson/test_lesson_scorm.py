"""SCORM packages: their manifests, and what scorm-again in a browser records of a learner."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from lxml import etree

from tests import lessonkit
from tests.export.batch import Seen, browsed
from tests.export.lesson.web_cases import cases, texts
from tests.export.web import put, served
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
Plays = dict[tuple[str, str], Seen]
TYPES = ["choice", "choice", "fill-in", "matching", "sequencing", "fill-in", "numeric"]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


CASES = cases()


@cache
def made(name: str, version: Version) -> dict[str, bytes]:
    return unpacked(scorm(CASES[name], version, texts()))


def _spoilt(version: Version) -> dict[str, bytes]:
    """A package whose script says what SCORM does not know; the page's policy would not let the changed script run."""
    page = made("en", version)["index.html"].decode()
    policy = page.split('<meta http-equiv="Content-Security-Policy"')[1].split(">")[0]
    bad = page.replace(f'<meta http-equiv="Content-Security-Policy"{policy}>', "")
    bad = bad.replace('fill-in", short_answer', 'fill_in", short_answer').replace(
        '"cmi.suspend_data"', '"cmi.suspended"'
    )
    assert bad != page
    return {"index.html": bad.encode()}


_PLAYS = {
    "right": ("en", "right", ""),
    "wrong": ("en", "wrong", ""),
    "half": ("en", "half", ""),
    "back": ("en", "right", "half"),
    "hostile": ("hostile", "right", ""),
    "read": ("bare", "read", ""),
    "bad": ("bad", "right", ""),
}
"""By name: the lesson, what the learner does, and whose learner comes back."""


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Plays:
    """What learning systems of both editions recorded of each play, in one browser."""
    folder, names, cases_ = tmp_path_factory.mktemp("plays"), [], []
    for version in VERSIONS:
        for lesson in ("en", "hostile", "bare", "bad"):
            put(folder / version / lesson, _spoilt(version) if lesson == "bad" else made(lesson, version))
    with served(folder) as base:
        for version in VERSIONS:
            for name, (lesson, how, after) in _PLAYS.items():
                names.append((name, version))
                case = {
                    "name": f"{name}-{version}",
                    "url": f"{base}/{version}/{lesson}/index.html",
                    "version": version,
                    "how": how,
                }
                cases_.append(case | ({"after": f"{after}-{version}"} if after else {}))
        return dict(zip(names, browsed("scorm.mjs", cases_, folder), strict=True))


def status(seen: dict[str, Any], version: str) -> tuple[str, ...]:
    cmi = seen["cmi"]
    if version == "1.2":
        return (cmi["core"]["lesson_status"],)
    return cmi["completion_status"], cmi["success_status"]


def sets(seen: dict[str, Any]) -> dict[str, str]:
    return dict(seen["sets"])


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", CASES)
def test_the_manifest_is_what_the_edition_asks_for(version: Version, name: str) -> None:
    files = made(name, version)
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
def test_a_learning_system_reads_status_score_and_answers(version: Version, plays: Plays) -> None:
    right, wrong = plays["right", version], plays["wrong", version]
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
def test_a_learner_who_leaves_half_way_goes_on_there(version: Version, plays: Plays) -> None:
    half, back = plays["half", version], plays["back", version]
    assert status(half, version)[0] == "incomplete" and len(half["cmi"]["interactions"]) >= 4
    assert sets(half)["cmi.core.exit" if version == "1.2" else "cmi.exit"] == "suspend"
    assert back["resumed"] == {"answered": "4 of 7 answered", "done": 4} and back["refused"] == []
    assert status(back, version)[-1] == "passed"
    score = back["cmi"]["core"]["score"]["raw"] if version == "1.2" else back["cmi"]["score"]["scaled"]
    assert score == ("100" if version == "1.2" else "1")


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_hostile_words_reach_the_system_as_words_that_it_takes(version: Version, plays: Plays) -> None:
    seen = plays["hostile", version]
    assert seen["errors"] == [] and seen["refused"] == [] and status(seen, version)[-1] == "passed"


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_lesson_without_questions_is_completed_by_the_learner(version: Version, plays: Plays) -> None:
    seen = plays["read", version]
    assert seen["refused"] == [] and seen["ends"] == 1 and status(seen, version)[0] == "completed"


@pytest.mark.slow
@pytest.mark.needs("node:browser", "node:scorm-again")
@pytest.mark.parametrize("version", VERSIONS)
def test_the_learning_system_refuses_what_is_not_scorm(version: Version, plays: Plays) -> None:
    assert {c[1].split(".")[-1] for c in plays["bad", version]["refused"]} >= {"type", "suspended"}
