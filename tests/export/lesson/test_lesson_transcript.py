"""The transcript: everything that is said and shown, as plain text and as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import lessonkit
from tests.export.lesson.web_cases import bare, cases, texts
from tests.export.web import Reader, html_validate, looked_at, put, vnu
from tools.export.lesson.transcript import clock, parts, transcript_page, transcript_text

CASES = cases()
STARTS = (0.0, 4.2, 9.9, 65.0, 80.0, 95.0, 3700.0)


def test_all_that_is_said_and_shown_is_there_in_order() -> None:
    made = lessonkit.lesson()
    plain = " ".join(transcript_text(lessonkit.book(), STARTS).decode().split())
    page = Reader(transcript_page(lessonkit.book(), texts(), STARTS)).text
    at = -1
    for slide in made.slides:
        for s in slide.narration:
            assert s.text in plain and s.text in page
        assert (found := plain.find(slide.title, at)) >= at
        at = found
    assert "[1:05] The cycle" in plain and "[1:01:40] In short" in plain and "1:05" in page
    assert "Water evaporates from the sea. Vapour cools" in plain  # the diagram in words
    assert "Evaporation: The change of liquid water into water vapour." in plain


def test_what_slides_alone_rest_on_is_a_source_too() -> None:
    page = transcript_page(lessonkit.book(), texts()).decode()
    assert "<mark>This movement is called the water cycle.</mark>" in page
    listed = {a["id"] for a in Reader(page.encode()).all("li") if a.get("data-number")}
    linked = {(a["href"] or "")[1:] for a in Reader(page.encode()).all("a") if a.get("class") == "ref"}
    assert listed == linked


def test_what_is_said_already_is_not_said_to_be_shown() -> None:
    made = lessonkit.lesson()
    first = made.slides[2]
    twin = first.model_copy(update={"bullets": first.narration})
    (part,) = parts(made.model_copy(update={"slides": (twin,)}))
    assert part.said == first.narration and part.lines == ()
    assert parts(bare().lesson) == []


def test_lines_of_plain_text_are_short() -> None:
    assert max(len(line) for line in transcript_text(lessonkit.book()).decode().split("\n")) <= 78
    assert "水在海洋、空气和陆地之间不停地移动。" in transcript_text(lessonkit.book("zh")).decode()
    assert clock(59.9) == "0:59" and clock(3600) == "1:00:00" and clock(-1) == "0:00"


@pytest.mark.parametrize("name", CASES)
def test_the_same_bytes_and_no_markup_from_words(name: str) -> None:
    page = transcript_page(CASES[name], texts(), STARTS)
    read = Reader(page)
    assert page == transcript_page(CASES[name], texts(), STARTS) and not read.scripts
    ids = {a.get("id") for _, a in read.tags}
    assert all(h.removeprefix("#") in ids for h in read.links() if h.startswith("#"))
    assert all(h.startswith(("#", "data:")) for h in read.links())
    assert transcript_text(CASES[name]).decode().count("\x07") == 0


@pytest.mark.needs("node:html-validate", "node:vnu-jar")
def test_checkers_accept_it(tmp_path: Path) -> None:
    put(tmp_path, {f"{n}.html": transcript_page(b, texts(), STARTS) for n, b in CASES.items()})
    assert html_validate(*(tmp_path / f"{n}.html" for n in CASES)) == ""
    put(tmp_path, {"bad.html": transcript_page(CASES["en"]).replace(b"<title>", b"<titel>")})
    assert html_validate(tmp_path / "bad.html")
    found = vnu(*(tmp_path / f"{n}.html" for n in CASES), tmp_path / "bad.html").strip()
    assert found and found.count("bad.html") == len(found.split("\n")), found


@pytest.mark.slow
@pytest.mark.needs("node:axe")
def test_a_browser_finds_nothing_amiss(tmp_path: Path) -> None:
    put(tmp_path, {f"{n}.html": transcript_page(CASES[n], texts(), STARTS) for n in ("en", "hostile", "ar")})
    put(tmp_path, {"bad.html": transcript_page(CASES["en"]).replace(b' lang="en"', b"", 1)})
    *good, _, bad = looked_at(tmp_path, "en.html", "hostile.html", "ar.html", "bad.html")
    for seen in good:
        assert not seen["foreign"] and not seen["errors"] and not seen["broken"] and not seen["scripts"], seen
        assert seen["violations"] == [] and seen["overflow"] == 0, seen
    assert "html-has-lang" in {v["id"] for v in bad["violations"]}
