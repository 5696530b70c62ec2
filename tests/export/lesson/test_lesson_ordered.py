"""One order of what is shown: it gives nothing away, never changes, and is the same in every format, as is the key."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.lesson import Choice, Pair, Question, Slide
from tests.export.lesson import lettered
from tests.export.lesson.kit import changed, opened
from tests.lessonkit import book
from tools.export.lesson.book import Book
from tools.export.lesson.deck_pptx import deck_pptx
from tools.export.lesson.epub import epub
from tools.export.lesson.gift import gift
from tools.export.lesson.h5p import h5p
from tools.export.lesson.key_pdf import key_pdf
from tools.export.lesson.ordered import bank, letter, ordered, right_letters
from tools.export.lesson.page_html import lesson_page
from tools.export.lesson.qti3 import qti3
from tools.export.lesson.qti12 import assessment
from tools.export.lesson.qti21 import qti21
from tools.export.lesson.worksheet_docx import answer_key_docx, worksheets_docx
from tools.export.lesson.worksheet_pdf import worksheet_pdfs
from tools.export.ooxml import plain as plainly

LETTERED = ("multiple_choice", "multiple_answer", "matching", "ordering")
LEVELS = ("support", "core", "stretch")
_WORDS = st.lists(st.text(max_size=6), min_size=2, max_size=9)


def asked(kind: str, words: list[str], name: str = "q", right: int = 0, level: str = "core") -> Question:
    """A question of the kind made of these words."""
    parts = {
        "multiple_choice": {"choices": tuple(Choice(text=w, right=i == right) for i, w in enumerate(words))},
        "multiple_answer": {"choices": tuple(Choice(text=w, right=i % 2 == right % 2) for i, w in enumerate(words))},
        "matching": {"pairs": tuple(Pair(left=f"{w}l", right=w) for w in words)},
        "ordering": {"steps": tuple(words)},
    }
    return Question.model_validate({"id": name, "kind": kind, "prompt": f"Do {name}.", "objective": "o1", "level": level, **parts[kind]})  # fmt: skip


def read(texts: list[str]) -> list[str]:
    """What a reader sees of them: control characters are not shown."""
    return [" ".join(plainly(t).split()).casefold() for t in texts]


@given(_WORDS, st.text(max_size=5), st.sampled_from(LETTERED))
def test_everything_is_shown_once_and_pairs_and_steps_are_never_solved(words: list[str], name: str, kind: str) -> None:
    question = asked(kind, words, name)
    shown = ordered(question)
    assert shown == ordered(question) and len(shown.rows) == len(words)
    assert shown.letters == tuple(map(letter, range(len(shown.order))))
    if kind == "matching":
        assert [shown.order[row] for row in shown.rows] == [
            words.index(next(w for w in words if read([w]) == read([v]))) for v in words
        ]
    else:
        assert sorted(shown.order) == list(range(len(words)))
        assert [shown.order[shown.rows[i]] for i in range(len(words))] == list(range(len(words)))
    if kind in ("matching", "ordering") and len(set(read(words))) > 1:
        once = list(dict.fromkeys(read(words))) if kind == "matching" else read(words)
        assert read([words[i] for i in shown.order]) != once


@given(st.lists(st.text("abcdef", min_size=1, max_size=6), min_size=2, max_size=6, unique=True))
def test_where_a_writer_put_an_option_decides_nothing(words: list[str]) -> None:
    turned = words[1:] + words[:1]
    first, second = (ordered(asked("multiple_choice", w)) for w in (words, turned))
    assert [words[i] for i in first.order] == [turned[i] for i in second.order]


@pytest.mark.parametrize("kind", ["multiple_choice", "multiple_answer"])
@pytest.mark.parametrize("right", range(4))
def test_the_right_option_stands_at_every_place_about_as_often(kind: str, right: int) -> None:
    words = ["Evaporation", "Condensation", "Runoff", "Precipitation"]
    places = Counter(right_letters(asked(kind, words, f"q{n}", right))[0] for n in range(400))
    if kind == "multiple_choice":
        assert set(places) == set("ABCD") and all(70 <= n <= 130 for n in places.values()), places
    else:  # the first of two right ones cannot stand last
        assert set(places) == set("ABC") and max(places.values()) <= 240, places


@pytest.mark.parametrize(("texts", "shown"), [
    (("40 km", "12 km", "-3 km"), ["-3 km", "12 km", "40 km"]),
    (("30 km", "4,5 km", "12"), ["4,5 km", "12", "30 km"]),
    (("1,000", "900", "12,500"), ["900", "1,000", "12,500"]),
    (("0,125", "0.5", "0,25"), ["0,125", "0,25", "0.5"]),
    (("1.234.567", "10 000", "9"), ["9", "10 000", "1.234.567"]),
    (("1.5", "−2", "0"), ["−2", "0", "1.5"]),
])  # fmt: skip
def test_numbers_rise(texts: tuple[str, ...], shown: list[str]) -> None:
    assert [texts[i] for i in ordered(asked("multiple_choice", list(texts))).order] == shown


def test_numbers_of_different_units_and_words_do_not_pass_for_numbers() -> None:
    seen = set()
    for n in range(20):
        texts = ["5 m", "3 km", "9 cm"]
        seen.add(ordered(asked("multiple_choice", texts, f"q{n}")).order)
        seen.add(
            ordered(
                asked("multiple_choice", ["2 hot days in a long summer", "1 cold day and its night", "3"], f"q{n}")
            ).order
        )
    assert len(seen) > 3


def test_letters_go_on() -> None:
    assert [letter(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.lists(st.lists(st.text(max_size=5), max_size=3).map(tuple), max_size=6), st.text(max_size=4))
def test_a_bank_has_each_word_once_and_not_in_the_order_of_the_gaps(gaps: list[tuple[str, ...]], name: str) -> None:
    question = Question(id=name, kind="cloze", prompt="?", objective="o", gaps=tuple(gaps))
    words = [next((w for w in gap if read([w])[0]), "") for gap in gaps]
    wanted = list(dict.fromkeys(read([w])[0] for w in words if read([w])[0]))
    found = [read([w])[0] for w in bank([question])]
    assert sorted(found) == sorted(wanted) and (len(wanted) < 2 or found != wanted)


def test_a_bank_takes_short_answers_and_no_sentences() -> None:
    short = Question(id="a", kind="short_answer", prompt="?", objective="o", answers=("a cloud", "cloud"))
    long = Question(
        id="b",
        kind="short_answer",
        prompt="?",
        objective="o",
        answers=("Many drops together make a cloud in the sky.",),
    )
    assert bank([short, long]) == ("a cloud",)


def told(made: Book, folder: Path) -> None:
    """Every format shows each option under its letter, and every key names the right ones."""
    pdfs, sheets = worksheet_pdfs(made), worksheets_docx(made)
    paper = {v: lettered.pdf_text(data, folder) for v, data in pdfs.items()}
    office = {v: lettered.docx_text(data) for v, data in sheets.items()}
    slides, notes = lettered.deck_texts(deck_pptx(made))
    key_paper, key_office = lettered.pdf_text(key_pdf(made), folder), lettered.docx_text(answer_key_docx(made))
    web, ebook, cartridge = lesson_page(made), epub(made), assessment(made, "../images/")
    packages = [opened(qti21(made)), opened(qti3(made))]
    text, balls = gift(made).decode(), h5p(made)
    for number, q in enumerate(made.lesson.questions):
        if q.kind not in LETTERED:
            continue
        shown = ordered(q)
        expected = {t: shown.letter(i) for i, t in reversed(list(enumerate(_texts(q))))}
        right, words = right_letters(q), lettered.texts(q)
        assert lettered.before(paper[q.level], words) == expected, ("worksheet PDF", q.id)
        assert lettered.before(office[q.level], words) == expected, ("worksheet DOCX", q.id)
        assert lettered.before(slides, words) == expected, ("deck", q.id)
        assert lettered.paper_key(key_paper, q) == right, ("key PDF", q.id)
        assert lettered.office_key(key_office, q) == right, ("key DOCX", q.id)
        assert lettered.office_key(notes, q) == right, ("notes", q.id)
        assert lettered.page(web, q) == (expected, right), ("page", q.id)
        assert lettered.book_pages(ebook, number, q) == (expected, right), ("EPUB", q.id)
        for package in packages:
            (item,) = [data for name, data in package.items() if name.endswith(f"/{q.id}.xml")]
            assert lettered.qti(item, q) == (expected, right), ("QTI", q.id)
        if q.choices:
            assert lettered.gift(text, q) == (expected, right), ("GIFT", q.id)
            assert lettered.h5p(balls, number) == (expected, right), ("H5P", q.id)
            assert lettered.cartridge(cartridge, q) == (expected, right), ("cartridge", q.id)


def _texts(q: Question) -> list[str]:
    return [p.right for p in q.pairs] or list(q.steps) or [c.text for c in q.choices]


def plain(made: Book) -> Book:
    """Without what is said to whoever picks an option, which repeats its words; a slide for each question."""
    questions = tuple(
        q.model_copy(update={"feedback": "", "choices": tuple(c.model_copy(update={"feedback": "", "spans": ()}) for c in q.choices)})
        for q in made.lesson.questions
    )  # fmt: skip
    slides = tuple(Slide(id=f"s-{q.id}", kind="question", title="Your turn", question=q.id) for q in questions)
    return changed(made, questions=questions, slides=(made.lesson.slides[0], *slides))


@st.composite
def lessons(draw: st.DrawFn) -> Book:
    """The sample lesson with other questions: each kind three times, two to six things each, right-hand sides that recur."""
    questions = []
    for n, kind in enumerate(draw(st.permutations([*LETTERED, *LETTERED, *LETTERED]))):
        count = draw(st.integers(2, 6))
        words = [f"w{n}x{i}y" for i in range(count)]
        if kind == "matching" and draw(st.booleans()):
            words[-1] = words[0]
        level = draw(st.sampled_from(LEVELS))
        questions.append(
            asked(kind, words, f"q{n}{draw(st.sampled_from('abcdefgh'))}", draw(st.integers(0, count - 1)), level)
        )
    return plain(changed(book(), questions=tuple(questions)))


@pytest.mark.needs("pdftotext")
def test_letters_and_keys_of_the_sample_agree_in_every_format(tmp_path: Path) -> None:
    told(plain(book()), tmp_path)


@pytest.mark.needs("pdftotext")
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(lessons())
def test_letters_and_keys_of_any_lesson_agree_in_every_format(tmp_path: Path, made: Book) -> None:
    told(made, tmp_path)


@pytest.mark.needs("pdftotext")
def test_the_readers_see_a_letter_that_is_wrong(tmp_path: Path) -> None:
    """What tells the formats apart tells two lessons apart whose options stand in another order."""
    made, other = (
        plain(changed(book(), questions=(asked("multiple_choice", ["w1y", "w2y", "w3y"], name),)))
        for name in ("q1", "q2")
    )
    first, second = made.lesson.questions[0], other.lesson.questions[0]
    assert ordered(first) != ordered(second)
    words = lettered.texts(first)
    read_ = [lettered.before(lettered.pdf_text(worksheet_pdfs(m)["core"], tmp_path), words) for m in (made, other)]
    assert read_[0] != read_[1]
    assert lettered.page(lesson_page(made), first) != lettered.page(lesson_page(other), second)


def test_what_cannot_be_told_apart_is_left_as_it_is() -> None:
    assert ordered(asked("ordering", ["same", "Same "])).order in ((0, 1), (1, 0))
    assert ordered(asked("matching", ["same", "Same "])).order == (0,)
