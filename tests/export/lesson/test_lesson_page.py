"""The lesson page: its source map, its words as text, and what checkers and a browser say of it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.source import Span
from tests import lessonkit
from tests.export.batch import Seen, browsed
from tests.export.lesson.web_cases import ATTACK, bare, cases, hostile, texts
from tests.export.web import Reader, html_validate, put, served, vnu
from tools.design.oklab import contrast
from tools.export.lesson.citing import AROUND, SourceMap, around
from tools.export.lesson.page_html import lesson_page, paragraphs, say
from tools.export.lesson.shades import day, night

CASES = cases()


@cache
def page(name: str) -> bytes:
    return lesson_page(CASES[name], texts("zh" if name == "zh" else "en"))


def test_every_reference_opens_the_words_it_rests_on() -> None:
    made = lessonkit.lesson()
    places = SourceMap(made, texts())
    read = Reader(page("en"))
    anchors = {a["id"] for a in read.all("li") if (a.get("id") or "").startswith("source-")}
    links = [a["href"] for a in read.all("a") if a.get("class") == "ref"]
    assert {h.removeprefix("#") for h in links if h} == anchors == {p.anchor for p in places.passages}
    marked = re.findall(r"<mark>(.*?)</mark>", page("en").decode())
    assert [m.replace("&#39;", "'") for m in marked] == [p.words for p in places.passages]
    for p in places.passages:
        assert p.before + p.words + p.after in lessonkit.source()


def test_each_statement_question_and_answer_has_a_reference() -> None:
    made = lessonkit.lesson()
    html = page("en").decode()
    for s in (
        [x for c in made.sections for x in c.statements]
        + [t.meaning for t in made.terms]
        + [c.back for c in made.cards]
    ):
        assert re.search(re.escape(f'>{s.text}</span><a class="ref"'), html), s.text
    for q in made.questions:
        key = html.split(f'data-id="{q.id}"')[1].split("</details>")[0].split('class="key"')[1]
        assert 'class="ref"' in key and q.feedback in key


def test_a_place_that_the_source_does_not_hold_shows_its_own_words_alone() -> None:
    span = Span(source="a", start=4, end=8, quote="rain")
    assert around(span, "the rain falls") == ("the ", " falls")
    assert around(span, "one snow falls") == ("", "") and around(span, "") == ("", "")


def test_long_paragraphs_are_cut_between_words() -> None:
    text = "word " * 400 + "RAIN" + " word" * 400
    start = text.index("RAIN")
    before, after = around(Span(source="a", start=start, end=start + 4, quote="RAIN"), text)
    assert before.startswith("… word") and after.endswith("word …")
    assert max(len(before), len(after)) <= AROUND + 2


@pytest.mark.parametrize("name", CASES)
def test_the_page_holds_together(name: str) -> None:
    read = Reader(page(name))
    ids = Counter(a["id"] for _, a in read.tags if a.get("id"))
    assert not [i for i, n in ids.items() if n > 1]
    inner = [h[1:] for h in read.links() if h.startswith("#")]
    assert all(i in ids for i in inner)
    for _, a in read.tags:
        for k in ("aria-labelledby", "aria-describedby", "for"):
            assert a.get(k) is None or a[k] in ids, (k, a[k])
    assert all(h.startswith(("#", "data:")) for h in read.links())
    levels = [int(n[1]) for n, _ in read.tags if re.fullmatch(r"h[1-6]", n)]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
    assert all(a.get("alt") is not None for a in read.all("img"))
    language = CASES[name].lesson.language
    assert read.all("html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]


def test_hostile_words_stay_words() -> None:
    read = Reader(page("hostile"))
    assert len(read.scripts) == 2 and "</script><script>alert(1)" in read.text
    data = json.loads(read.scripts[0])
    assert data["questions"][0]["id"] == "q1" and "{{7*7}}" in data["questions"][0]["prompt"]
    assert not [k for _, a in read.tags for k in a if k.startswith("on") or k == "style"]
    assert not re.search("[\x00-\x08\x7f-\x9f\u202a-\u202e\ufffe]", page("hostile").decode())


def test_the_policy_allows_the_page_s_own_style_and_script_alone() -> None:
    html = page("en").decode()
    (policy,) = [a["content"] or "" for a in Reader(html.encode()).all("meta") if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    for body in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.S):
        assert base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() in policy


def test_missing_parts_take_no_room() -> None:
    read = Reader(lesson_page(bare()))
    assert not [n for n in ("form", "figure", "dl", "dialog", "progress") if read.all(n)]
    assert "Une phrase." in read.text and "Quiz" not in read.text
    book = lessonkit.book()
    undrawn = Reader(lesson_page(replace(book, drawings={}), texts()))
    assert not undrawn.all("img") and "Water evaporates from the sea. Vapour cools" in undrawn.text


def test_sentences_become_paragraphs_and_quotations_stand_alone() -> None:
    said = [s for section in lessonkit.lesson().sections for s in section.statements] * 2
    made = paragraphs(said)
    assert [s for _, group in made for s in group] == said
    assert all(len(group) == 1 and group[0].quoted for quoted, group in made if quoted)
    assert say("{a} of {b}", a="{b}", b=2) == "{b} of 2"


def test_colours_can_be_read_by_day_and_by_night() -> None:
    for c in (day(lessonkit.LOOK.palette), night(lessonkit.LOOK.palette)):
        for ground in ("bg", "surface", "soft"):
            for ink in ("ink", "muted", "accent-text", "right", "wrong"):
                assert contrast(c[ink], c[ground]) >= 4.5, (ink, ground)
            assert contrast(c["edge"], c[ground]) >= 3
        assert contrast(c["mark-ink"], c["mark"]) >= 7 and contrast(c["glow"], c["deep"]) >= 4.5


def test_the_same_bytes_every_time() -> None:
    assert page("hostile") == lesson_page(hostile(), texts()) and ATTACK.strip()


@pytest.mark.needs("node:html-validate")
def test_html_validate_accepts_every_lesson(tmp_path: Path) -> None:
    put(tmp_path, {f"{name}.html": page(name) for name in CASES})
    assert html_validate(*(tmp_path / f"{name}.html" for name in CASES)) == ""
    put(tmp_path, {"bad.html": page("en").replace(b"<label", b"<lable").replace(b' alt="', b' data-alt="')})
    assert "wcag/h37" in html_validate(tmp_path / "bad.html")


@pytest.mark.needs("node:vnu-jar")
def test_the_nu_checker_accepts_every_lesson(tmp_path: Path) -> None:
    put(tmp_path, {f"{name}.html": page(name) for name in CASES})
    put(tmp_path, {"bad.html": page("en").replace(b"</fieldset>", b"</div>", 1)})
    found = vnu(*(tmp_path / f"{name}.html" for name in CASES), tmp_path / "bad.html").strip()
    assert found and found.count("bad.html") == len(found.split("\n")), found


WALKED = {"en": "all", "zh": "few", "hostile": "few", "ar": "few", "bare": "few", "bad": "few"}
"""Pages that the browser walks through, and in how many looks."""


def _bad() -> bytes:
    return (
        page("en")
        .replace(b'<html lang="en"', b"<html")
        .replace(b'class="picture"', b'data-x=""')
        .replace(b' alt="', b' data-alt="')
    )


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    folder = tmp_path_factory.mktemp("walks")
    put(folder, {f"{name}.html": _bad() if name == "bad" else page(name) for name in WALKED})
    with served(folder) as base:
        cases = [{"url": f"{base}/{name}.html", "extent": extent} for name, extent in WALKED.items()]
        return dict(zip(WALKED, browsed("lesson.mjs", cases, folder), strict=True))


@pytest.mark.slow
@pytest.mark.needs("node:axe")
def test_a_learner_with_a_keyboard_in_every_light(walks: dict[str, Seen]) -> None:
    seen = walks["en"]
    for one, other in (("name", "colorScheme"), ("name", "contrast"), ("colorScheme", "contrast")):
        assert len({(look[one], look[other]) for look in seen["looks"]}) == 4, "every pair was looked at"
    for look in seen["looks"]:
        assert not look["foreign"] and not look["errors"] and look["overflow"] == 0, look
        assert look["violations"] == [], look
        _answers_are_marked(look)
    assert seen["quiet"]["visible"] and seen["quiet"]["keys"] == 7


@pytest.mark.slow
@pytest.mark.needs("node:axe")
@pytest.mark.parametrize("name", ["zh", "hostile", "ar", "bare"])
def test_other_lessons_in_a_browser(name: str, walks: dict[str, Seen]) -> None:
    assert len(walks[name]["looks"]) == 2
    for look in walks[name]["looks"]:
        assert not look["foreign"] and not look["errors"] and look["overflow"] == 0, look
        assert look["violations"] == [], look
    if name == "ar":
        _answers_are_marked(walks[name]["looks"][0])


@pytest.mark.slow
@pytest.mark.needs("node:axe")
def test_the_browser_check_can_fail(walks: dict[str, Seen]) -> None:
    (first, _) = walks["bad"]["looks"]
    assert {"html-has-lang", "image-alt"} <= {v["id"] for v in first["violations"]}


def _answers_are_marked(look: dict[str, Any]) -> None:
    """The client answers wrong and right in turn; the first answer of each question counts."""
    verdicts = [s["verdict"] for s in look["seen"].values()]
    assert [v.split(" ·")[0] for v in verdicts] == ["Not right", "Right"] * 3 + ["Not right"]
    assert all(not s["before"] and s["empty"].startswith("Answer the whole") for s in look["seen"].values())
    assert all(s["focus"] == "Try again" for s in look["seen"].values())
    assert "Right answer: Evaporation" in verdicts[0] and "Working: 100 - 86 = 14" in verdicts[6]
    assert look["score"].startswith("Your score: 6 of 12 points (50 %)")
    panel = look["panel"]
    assert panel["open"] and panel["closed"] and panel["back"]
    assert panel["marked"] == "The sun warms the sea, and water evaporates from its surface."
    assert panel["all"].startswith("Evaporation is the change")
    assert look["again"]["verdict"].startswith("Right\n") and look["again"]["score"] == look["score"]
    assert look["again"]["restarted"] == "0 of 7 answered"
