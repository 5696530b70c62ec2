"""The slide deck, read back by python-pptx, by Microsoft's validator and by a browser that looks for text without room."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pptx
import pytest

from core.direction import Palette
from tests.export.batch import Seen, slides, validated
from tests.export.lesson import office_lessons as lessons
from tests.export.lesson.slideview import write
from tests.lessonkit import LOOK, book
from tools.design.oklab import contrast
from tools.export.lesson.book import Book
from tools.export.lesson.deck_pptx import deck_pptx
from tools.export.lesson.pptx_layouts import LAYOUTS
from tools.export.lesson.pptx_template import theme_colours


def opened(source: Book) -> Any:
    return pptx.Presentation(io.BytesIO(deck_pptx(source)))


def rich() -> Any:
    return pptx.Presentation(io.BytesIO(deck_of("rich")))


def words_of(slide: Any) -> str:
    cells = (c.text for s in slide.shapes if getattr(s, "has_table", False) for r in s.table.rows for c in r.cells)
    return "\n".join([*(s.text_frame.text for s in slide.shapes if s.has_text_frame), *cells])


def test_it_has_its_own_master_theme_and_layouts_and_no_default_ones() -> None:
    deck = rich()
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert [found.name for found in deck.slide_layouts] == [found.name for found in LAYOUTS]
    with zipfile.ZipFile(io.BytesIO(deck_pptx(book()))) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        whole = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".xml"))
    assert 'typeface="Outfit"' in theme and 'typeface="Inter"' in theme and LOOK.palette.accent[1:].upper() in theme
    assert b"Office Theme" not in whole and b"Calibri" not in whole and b"<p:transition" not in whole


def test_words_stand_in_placeholders_in_reading_order_with_a_footer() -> None:
    for number, slide in enumerate(rich().slides, 1):
        kinds = [s.placeholder_format.type for s in slide.shapes if s.is_placeholder]
        assert slide.shapes.title is not None and slide.shapes.title.text_frame.text
        assert slide.shapes[0] == slide.shapes.title
        for shape in slide.shapes:
            assert shape.is_placeholder or shape.shape_type == 13, "only icons stand outside placeholders"
        if number > 1:
            assert str(kinds[-1]).startswith("SLIDE_NUMBER") and "Source: The water cycle" in words_of(slide)
            assert slide.shapes[-1].text_frame.text == str(number)


def test_titles_differ_and_every_slide_of_the_lesson_is_there() -> None:
    deck = rich()
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    made = lessons.rich().lesson
    solved = [
        s for s in made.slides for q in made.questions if q.id == s.question and q.choices and s.kind == "question"
    ]
    assert len(set(titles)) == len(titles) and len(titles) == len(made.slides) + len(solved)
    assert solved, "a question with options is shown again with its answer"


def test_the_slide_after_a_question_marks_its_answer() -> None:
    slides = list(rich().slides)
    at = next(i for i, s in enumerate(slides) if s.shapes.title.text_frame.text.endswith(": Answer"))
    asked, told = words_of(slides[at - 1]), words_of(slides[at])
    assert "✓" not in asked and told.count("✓") == 1 and "✓ Evaporation" in told


def test_notes_hold_the_teachers_words_the_answer_and_the_source() -> None:
    deck = rich()
    notes = {s.shapes.title.text_frame.text: s.notes_slide.notes_text_frame.text for s in deck.slides}
    assert "Point at the sea on the map." in notes["Up into the air"]
    assert "The sun warms the sea, and water evaporates from its surface.” (water.en.txt)" in notes["Up into the air"]
    assert "A. Evaporation" in notes["Your turn"] and "Answer" in notes["Your turn"]
    assert "100 - 86 = 14" in "".join(notes.values())
    assert "14 percent" not in "".join(words_of(s) for s in deck.slides), "no answer on the slide"


def test_steps_and_pairs_are_mixed() -> None:
    slides = {s.shapes.title.text_frame.text: words_of(s) for s in rich().slides}
    steps = [q for q in book().lesson.questions if q.kind == "ordering"][0].steps
    shown = next(t for t in slides.values() if steps[0] in t and steps[3] in t)
    assert sorted(steps, key=shown.index) != list(steps)


def test_pictures_have_words_or_are_decoration_and_carry_their_svg() -> None:
    data = deck_pptx(lessons.rich())
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            if hasattr(shape, "image"):
                own = shape._element.nvPicPr.cNvPr
                decorative = b"decorative" in pptx.oxml.xmlchemy.serialize_for_reading(shape._element).encode()
                assert bool(own.get("descr")) != decorative, own.get("name")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(n.endswith(".svg") for n in archive.namelist()) == 5
    alts = [s._element.nvPicPr.cNvPr.get("descr") for p in rich().slides for s in p.shapes if hasattr(s, "image")]
    assert "Cycle of four steps: evaporation, condensation, precipitation, runoff." in alts


@pytest.mark.parametrize("language", ["en", "es", "de", "fr", "zh"])
def test_runs_are_tagged_and_chinese_has_its_typeface(language: str) -> None:
    data = deck_pptx(lessons.told(language, lessons.WORDS[language]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("ppt/slides/slide"))
        theme = archive.read("ppt/theme/theme1.xml").decode()
    tags = set(re.findall(r'\blang="([^"]+)"', slides))
    assert len(tags) == 1 and tags.pop().startswith(language)
    assert ('<a:ea typeface="Microsoft YaHei"/>' in theme) == (language == "zh")


def test_the_same_bytes_every_time_and_no_clock() -> None:
    data = deck_pptx(lessons.rich())
    assert data == deck_pptx(lessons.rich())
    core = pptx.Presentation(io.BytesIO(data)).core_properties
    assert core.created.year == 2000 and core.title == "The water cycle" and core.language == "en-US"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


_DARK = Palette(bg="#101418", surface="#1b2229", ink="#f2f4f6", muted="#8a949e", accent="#ffd23f", accent_ink="#111111", accent2="#ee4266", deep="#050607", light="#ffffff")  # fmt: skip
_PALE = Palette(bg="#fffdf5", surface="#ffffff", ink="#444444", muted="#bbbbbb", accent="#ffd23f", accent_ink="#ffffff", accent2="#ffb3c1", deep="#777777", light="#eeeeee")  # fmt: skip


@pytest.mark.parametrize("palette", [LOOK.palette, _DARK, _PALE])
def test_text_holds_four_and_a_half_to_one(palette: Palette) -> None:
    roles = theme_colours(LOOK.model_copy(update={"palette": palette}))
    names = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    colour = {
        name: roles[names.get(name, name)]
        for name in ("bg1", "tx1", "bg2", "tx2", *(f"accent{i}" for i in range(1, 7)))
    }
    for found in LAYOUTS:
        for place in found.places:
            x, y = place.box[0] + 0.01, place.box[1] + 0.01
            under = [
                o.fill
                for o in found.ornaments
                if o.kind == "rect" and o.box[0] <= x < o.box[0] + o.box[2] and y < o.box[3]
            ]
            ground = place.fill or (under[-1] if under else found.ground)
            if place.kind not in ("pic", "tbl"):
                assert contrast(colour[place.colour], colour[ground]) >= 4.5, (found.name, place.name)
    assert contrast(colour["accent6"], colour["tx2"]) >= 4.5 and contrast(colour["tx1"], colour["accent5"]) >= 4.5


def test_long_texts_go_on_and_nothing_is_lost() -> None:
    source = lessons.endless()
    deck = opened(source)
    text = " ".join(" ".join(words_of(s) for s in deck.slides).split())
    sentence = source.lesson.slides[2].bullets[0].text[:100]
    assert sentence in text and len(deck.slides) > 30
    spoken = re.sub(r"\W", "", source.lesson.slides[2].bullets[0].text)
    shown = re.sub(
        r"\W",
        "",
        "".join(s.placeholders[20].text_frame.text for s in deck.slides if s.slide_layout.name == "Idea with picture"),
    )
    assert shown.count(spoken) == len(source.lesson.slides[2].bullets) * 2, "of the idea and of the example"


@pytest.mark.parametrize("number", range(len(lessons.HOSTILE)))
def test_hostile_words_are_only_words(number: int) -> None:
    text = lessons.HOSTILE[number]
    deck = opened(lessons.hostile(text))
    kept = "".join(c for c in text if c not in "\x00\x0b\ud800\ufffe").strip()
    assert deck.slides[0].shapes.title.text_frame.text.startswith(kept[:6])
    assert kept[:20] in " ".join(words_of(slide) for slide in deck.slides)


def test_a_bare_lesson_is_a_deck_too() -> None:
    deck = opened(lessons.bare())
    assert [s.shapes.title.text_frame.text for s in deck.slides] == ["Tides", "Missing"]


CASES: list[tuple[str, Callable[[], Book]]] = [
    ("rich", lessons.rich), ("bare", lessons.bare), ("zh", lambda: book("zh")),
    *((f"told-{code}", lambda code=code: lessons.told(code, lessons.WORDS[code])) for code in ("de", "fr", "es", "zh")),
    *((f"hostile{i}", lambda text=text: lessons.hostile(text)) for i, text in enumerate(lessons.HOSTILE) if i != 6),
]  # fmt: skip


_SERIF = LOOK.model_copy(update={"display": "fraunces-black", "text": "lora-regular", "palette": _DARK})
LOOKED_AT = {**dict(CASES), "another-look": lambda: replace(lessons.rich(), look=_SERIF)}


@cache
def deck_of(name: str) -> bytes:
    return deck_pptx(LOOKED_AT[name]())


def _bogus() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck_pptx(book()))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<p:cSld", b'<p:cSld bogus="1"', 1))
    return out.getvalue()


def _too_long() -> bytes:
    deck = pptx.Presentation(io.BytesIO(deck_pptx(book())))
    deck.slides[0].placeholders[22].text_frame.text = "far too long for its line " * 20
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    files = {f"{name}.pptx": deck_of(name) for name, _ in CASES} | {"bad.pptx": _bogus()}
    return validated(files, tmp_path_factory.mktemp("validator"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Every deck drawn by one browser; the last is one that must not pass."""
    folder = tmp_path_factory.mktemp("drawn")
    decks = {name: deck_of(name) for name in LOOKED_AT} | {"too-long": _too_long()}
    seen = slides([write(data, folder / f"{name}.html") for name, data in decks.items()])
    return dict(zip(decks, seen, strict=True))


@pytest.mark.needs("node:ooxml-validator")
@pytest.mark.parametrize("name", [n for n, _ in CASES])
def test_open_xml_sdk_accepts_it(name: str, validator: dict[str, Seen]) -> None:
    assert validator[f"{name}.pptx"]["ok"] is True, str(validator[f"{name}.pptx"])[:3000]


@pytest.mark.needs("node:ooxml-validator")
def test_open_xml_sdk_refuses_a_broken_one(validator: dict[str, Seen]) -> None:
    assert validator["bad.pptx"]["ok"] is False


@pytest.mark.needs("node:browser")
@pytest.mark.parametrize("name", LOOKED_AT)
def test_no_text_runs_over_its_box(name: str, drawn: dict[str, Seen]) -> None:
    count = len(pptx.Presentation(io.BytesIO(deck_of(name))).slides)
    assert drawn[name] == {"over": [], "errors": [], "slides": count}


@pytest.mark.needs("node:browser")
def test_the_browser_sees_text_that_runs_over(drawn: dict[str, Seen]) -> None:
    assert drawn["too-long"]["over"]
