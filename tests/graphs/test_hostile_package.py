"""A whole package from a brief that means harm in every field: markup, formulas, paths, scripts of two directions, a title of a book."""

from __future__ import annotations

import asyncio
import csv
import email
import email.policy
import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import yaml
from lxml import etree

from core.settings import Options
from graphs.briefs import parse_text
from graphs.publish import publish
from graphs.runner import Runner
from memory.home import Home
from memory.outbox import Published
from tests.export.web import Reader

pytestmark = pytest.mark.slow

EVIL = "=1+1 <script>alert(1)</script> ../../etc/passwd 🚀👩‍👩‍👧‍👦 مرحبا بالعالم שלום עולם"
FIELDS = {
    "kind": "campaign",
    "title": (f"=Launch {EVIL} " * 60)[:5000],
    "product": f"=1+1 lantern {EVIL}",
    "goal": f"@goal {EVIL}",
    "audience": f"-audience {EVIL}",
    "languages": ["en"],
    "tone": [f"+bold {EVIL}"],
    "brand": {
        "name": f"@Brand {EVIL}",
        "voice": f"=voice {EVIL}",
        "banned": [f"=cheap {EVIL}"],
        "legal": [f"+legal {EVIL}"],
        "fonts": [f"../font {EVIL}"],
    },
    "facts": [
        f"=fact {EVIL}",
        f"-5 degrees {EVIL}",
        {"text": f"@fact {EVIL}", "source": f"javascript:alert(1)//{EVIL}"},
    ],
    "offer": f"=offer {EVIL}",
    "cta": f"+Buy {EVIL}",
    "url": "https://lamp.example/?q=%3Cscript%3Ealert(1)&x=../../etc",
    "channels": [f"=instagram {EVIL}"],
    "market": [f"-market {EVIL}"],
    "constraints": [f"=constraint {EVIL}"],
    "details": {
        "sizes": ["square"], "ratios": ["1x1"], "seconds": 6, "cuts": [], "banners": ["300x250"], "narration": False,
        "start": "2027-03-01",
    },
}  # fmt: skip

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


@pytest.fixture(scope="module")
def put(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Made, approved where a person is waited for, and published under the name that its title gives it."""
    place = tmp_path_factory.mktemp("hostile")
    home, text = Home(place / "home"), yaml.safe_dump(FIELDS, allow_unicode=True)
    outcome = asyncio.run(Runner(home).make(parse_text(text), Options()))
    assert outcome.status in ("done", "waiting") and not outcome.failures, (outcome.failures, outcome.review)
    if outcome.status == "waiting":
        decision = {"action": "approve", "person": "p", "reason": ""}
        outcome = asyncio.run(Runner(home).resume(outcome.run_id, decision))
    assert outcome.status == "done"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        found = publish(home, outcome, None)
        return Published(found.folder.resolve(), found.archive.resolve(), found.written, found.kept)


@pytest.fixture(scope="module")
def files(put: Published) -> dict[str, bytes]:
    return {p.relative_to(put.folder).as_posix(): p.read_bytes() for p in put.folder.rglob("*") if p.is_file()}


def windows_safe(path: str) -> bool:
    """Whether every system takes a path as it stands, inside the folder it is put in."""
    parts = PurePosixPath(path).parts
    return (
        not path.startswith("/") and len(path) < 160 and path == unicodedata.normalize("NFC", path)
        and all(p not in (".", "..") and p == p.rstrip(". ") and not RESERVED.fullmatch(p) for p in parts)
        and not FORBIDDEN.search(path)
    )  # fmt: skip


def test_every_path_is_inside_and_safe_on_every_system(put: Published, files: dict[str, bytes]) -> None:
    place = put.folder.parents[1]
    assert put.folder.parent == place / "deliverables" and put.archive.parent == put.folder.parent
    assert windows_safe(put.folder.name) and windows_safe(put.archive.name) and len(put.folder.name) <= 60
    assert all(p.resolve().is_relative_to(put.folder) and not p.is_symlink() for p in put.folder.rglob("*"))
    assert [path for path in files if not windows_safe(path)] == []
    assert len({path.casefold() for path in files}) == len(files)
    assert {p.name for p in place.iterdir()} == {"home", "deliverables"}, "nothing was put anywhere else"


def test_the_archive_opens_and_holds_the_same(put: Published, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(put.archive) as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    roots = {name.split("/")[0] for name in inside} if inside.keys() != files.keys() else set()
    assert {name.removeprefix(f"{next(iter(roots), '')}/"): data for name, data in inside.items()} == files
    assert all(windows_safe(name) for name in inside) and len(roots) <= 1


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """HTML and MJML, on their own and inside a message."""
    found = {path: data for path, data in files.items() if path.endswith((".html", ".mjml"))}
    for path, data in files.items():
        if path.endswith(".eml"):
            for i, part in enumerate(email.message_from_bytes(data, policy=email.policy.default).walk()):
                if part.get_content_type() == "text/html":
                    found[f"{path}:{i}"] = part.get_content().encode()
    return found


def test_no_page_runs_or_leads_where_the_brief_wants(files: dict[str, bytes]) -> None:
    found = pages(files)
    for wanted in (
        "web/index.html",
        "REPORT.html",
        "facts/fact-sheet.html",
        "email/en/campaign.html",
        "email/en/campaign.mjml",
    ):
        assert wanted in found
    assert any(".eml:" in path for path in found)
    for path, data in found.items():
        page = Reader(data)
        assert "alert(1)" in page.text, f"{path} does not quote the brief"
        scripts = [kind.get("type") for kind in page.all("script")]
        assert set(scripts) <= {"application/ld+json"}, path
        assert all(json.loads(script) for script in page.scripts), path
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")], path
        for link in page.links():
            assert not re.match(r"\s*(javascript|data:text|vbscript|file):|\s*/", link, re.IGNORECASE), (path, link)
            assert "etc/passwd" not in link, (path, link)


def test_no_drawing_or_document_holds_a_live_script(files: dict[str, bytes]) -> None:
    trees = {path: data for path, data in files.items() if path.endswith(".svg")}
    for path, data in files.items():
        if path.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as document:
                trees |= {f"{path}:{n}": document.read(n) for n in document.namelist() if n.endswith((".xml", ".rels"))}
    assert {PurePosixPath(path.partition(":")[0]).suffix for path in trees} == {".svg", ".docx"}
    for path, data in trees.items():
        for node in etree.fromstring(data, etree.XMLParser(resolve_entities=False)).iter(etree.Element):
            assert etree.QName(node).localname != "script", path
            for name, value in node.attrib.items():
                assert not etree.QName(name).localname.startswith("on"), (path, name)
                assert not value.strip().lower().startswith("javascript:"), (path, name, value)
    for path in (p for p in files if p.endswith(".pdf")):
        assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction)\b", files[path]), path


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    tables = {path: list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) for path, data in files.items() if path.endswith(".csv")}  # fmt: skip
    assert len(tables) >= 5 and not [p for p in files if p.endswith((".xlsx", ".xls", ".ods", ".tsv"))]
    assert any(cell.startswith("'=") for rows in tables.values() for row in rows for cell in row), "nothing was escaped"
    for path, rows in tables.items():
        assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)] == [], path


def test_no_file_tells_where_it_was_made(put: Published, files: dict[str, bytes]) -> None:
    place, here = str(put.folder.parents[1]).encode(), str(Path.cwd()).encode()
    for path, data in files.items():
        whole = data
        if path.endswith((".docx", ".zip")):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                whole = b"".join(packed.read(name) for name in packed.namelist())
        assert place not in whole and here not in whole, path


def test_the_title_is_clipped_so_that_it_can_be_read(files: dict[str, bytes]) -> None:
    title = json.loads(files["manifest.json"])["title"]
    assert title.startswith("=Launch =1+1 <script>") and title.endswith("…") and len(title) <= 200
    assert not re.search(r"\s…$|[\u200d\ufe0f]…$", title), "it is cut between words"
    for path in ("REPORT.html", "web/index.html", "facts/fact-sheet.html"):
        [heading] = re.findall(r"<title>(.*?)</title>", files[path].decode(), re.DOTALL)
        assert 10 < len(heading) < 200, path
    assert max(len(line) for line in files["README.txt"].decode().splitlines()) < 400
