"""What a brief lacks is asked for on a terminal, refused off one, and never made up in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.brief import Brief
from core.errors import BadInput
from desk.ask import refuse_gaps
from graphs.briefs import parse_text, read_file
from tests.desk.kit import BRIEF, ROOT, Ran, Terminal

QUESTIONS = (
    "Which language or languages?",
    "A title for this job?",
    "What should people do?",
    "One thing that is true of it?",
)


def brief_of(place: Path) -> tuple[dict[str, object], dict[str, str]]:
    """The only run's brief as it was begun, and what was inferred."""
    (run,) = (place / "home" / "runs").iterdir()
    done = json.loads((run / "completed.json").read_text())
    return json.loads((run / "brief.json").read_text()), {i["field"]: i["value"] for i in done["inferred"]}


def test_answers_at_a_terminal_are_the_brief(tmp_path: Path) -> None:
    told = Terminal(tmp_path, "make", "A bakery in Porto", "--kind", "toy")
    for question, answer in zip(
        QUESTIONS, ("en, de", "Bread by bike", "Order bread", "Baked before 7 am"), strict=True
    ):
        told.until(question)
        told.type(f"{answer}\n")
    assert told.end() == 0, told.shown
    brief, inferred = brief_of(tmp_path)
    assert (brief["languages"], brief["title"], brief["cta"]) == (["en", "de"], "Bread by bike", "Order bread")
    assert brief["facts"] == [{"id": "f1", "text": "Baked before 7 am", "source": "said at the prompt"}]
    assert inferred == {} and "inferred" not in told.shown


def test_empty_answers_stay_inferred_and_are_shown_so(tmp_path: Path) -> None:
    told = Terminal(tmp_path, "make", "A bakery in Porto", "--kind", "toy")
    for question in QUESTIONS:
        told.until(question)
        told.type("\n")
    assert told.end() == 0, told.shown
    brief, inferred = brief_of(tmp_path)
    assert not brief["title"] and not brief["facts"]
    assert inferred == {
        "languages": "en",
        "title": "Bakery in Porto",
        "cta": "Learn more",
        "facts": "A bakery in Porto",
    }
    assert "title: Bakery in Porto (your own line)" in told.plain


def test_an_answer_that_cannot_be_taken_is_refused_in_words(tmp_path: Path) -> None:
    told = Terminal(tmp_path, "make", BRIEF.replace("cta: Go", ""), "--kind", "toy")
    told.until("What should people do?")
    told.type("x" * 401 + "\n")
    assert told.end() == 2 and "your answer: cta: wants at most 400 characters" in told.shown, told.shown


def test_off_a_terminal_nothing_is_made_of_what_nobody_said(tmp_path: Path) -> None:
    ran = Ran(tmp_path, "make", "A bakery in Porto", "--kind", "toy")
    assert ran.code == 2 and ran.out == "" and not (tmp_path / "deliverables").exists()
    assert "does not say its languages, title, cta, facts" in ran.err and "--yes" in ran.err
    assert "title: Bakery in Porto (your own line)" in ran.err
    yes = Ran(tmp_path, "make", "A bakery in Porto", "--kind", "toy", "--yes")
    assert yes.code == 0 and "inferred  title: Bakery in Porto (your own line)" in yes.out


@pytest.mark.parametrize(
    "path",
    sorted([*(ROOT / "examples").glob("*.*"), *(ROOT / "docs" / "gallery").glob("*.yaml")]),
    ids=lambda p: p.name,
)
def test_our_own_briefs_are_whole(path: Path) -> None:
    refuse_gaps(read_file(path))


def test_what_cannot_be_suggested_is_not_missed() -> None:
    with pytest.raises(BadInput, match="does not say its languages, title"):
        refuse_gaps(parse_text("kind: lesson\nproduct: kites\n"))
    refuse_gaps(Brief(kind="lesson", languages=("en",)))
