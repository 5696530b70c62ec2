"""GIFT, read back by gift-pegjs: every text, weight and pair is what the lesson says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from core.errors import BadInput
from core.lesson import Choice, Question
from tests.export.lesson.kit import LANGUAGES, empty, everything, hostile, with_question
from tests.needs import CLIENTS, node
from tools.export.lesson.gift import gift
from tools.export.lesson.ordered import ordered
from tools.export.ooxml import plain

pytestmark = pytest.mark.needs("node:gift-pegjs")


def read(data: bytes, folder: Path) -> list[dict[str, Any]]:
    (folder / "x.gift").write_bytes(data)
    done = node(str(CLIENTS / "gift.mjs"), str(folder / "x.gift"))
    assert done.returncode == 0, done.stderr[-800:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def flat(text: str) -> str:
    """As the parser gives a plain text: spaces made one. The right side of a pair it leaves in placeholders."""
    for code, char in {"92": "\\", "58": ":", "35": "#", "61": "=", "123": "{", "125": "}", "126": "~"}.items():
        text = text.replace(f"&&{code.zfill(3)};", char)
    return " ".join(plain(text.replace("&&010", "\n")).split())


def typed(text: str) -> str:
    return flat(text).replace("*", "\\*").replace("->", "→")


def shown(question: Question) -> list[Choice]:
    """The options in their one order."""
    return [question.choices[i] for i in ordered(question).order]


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [q["type"] for q in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_seven_kinds_in_five_languages(language: str, tmp_path: Path) -> None:
    made = everything(language)
    found = read(gift(made), tmp_path)
    assert found[0] == {"type": "Category", "title": f"$course$/top/{made.lesson.title}"}
    gaps = sum(len(q.gaps) if q.kind == "cloze" else 1 for q in made.lesson.questions)
    assert len(found) == 1 + gaps
    assert set(kinds(found)) == {"Category", "MC", "Short", "Matching", "Numerical"}


def test_what_is_read_back_is_what_the_lesson_says(tmp_path: Path) -> None:
    made = everything()
    q1, q2, q3a, q3b, q4, q5, q6, q7, x1a, x1b, x2, x3 = read(gift(made), tmp_path)[1:]
    asked = {q.id: q for q in made.lesson.questions}
    assert q1["stem"] == {"format": "plain", "text": "Which change takes up heat?"} and q1["id"] == "water-cycle-q1"
    assert [(c["text"]["text"], c["isCorrect"]) for c in q1["choices"]] == [
        (c.text, c.right) for c in shown(asked["q1"])
    ]
    said = {c["text"]["text"]: (c["isCorrect"], (c["feedback"] or {"text": ""})["text"]) for c in q1["choices"]}
    assert said == {
        "Evaporation": (True, ""),
        "Condensation": (False, "Condensation gives off heat."),
        "Precipitation": (False, "Precipitation is water that falls from clouds."),
    }
    assert q1["globalFeedback"]["text"] == asked["q1"].feedback and q1["tags"] == ["core", "o2"]
    assert [c["weight"] for c in q2["choices"]] == [50 if c.right else -50 for c in shown(asked["q2"])]
    assert q3a["stem"]["text"].endswith("The sun warms the _____, and water […] from its surface.")
    assert {c["text"]["text"]: c["isCorrect"] for c in q3b["choices"]} == {"sea": False, "evaporates": True}
    assert [(p["subquestion"]["text"], p["subanswer"]) for p in q4["matchPairs"]] == [
        (p.left, p.right) for p in asked["q4"].pairs]  # fmt: skip
    places = {p["subquestion"]["text"]: int(p["subanswer"]) for p in q5["matchPairs"]}
    assert sorted(places, key=lambda step: places[step]) == list(asked["q5"].steps)
    assert [p["subanswer"] for p in q5["matchPairs"]] != ["1", "2", "3", "4"], "the order is not given away"
    assert "Give each step its place" in q5["stem"]["text"] and "Picture" not in q5["stem"]["text"]
    assert [c["text"]["text"] for c in q6["choices"]] == ["a cloud", "cloud"]
    assert q7["choices"] == {"type": "range", "number": 14, "range": 0.5}
    assert flat(q7["globalFeedback"]["text"]) == "100 - 86 = 14 100 minus 86 is 14."
    assert flat(x1a["stem"]["text"]) == "Fill in the gap. _____ fall as […]. [9]"
    assert [c["text"]["text"] for c in x1b["choices"]] == ["rain", "hail", "snow"]
    assert "Picture: Water evaporates from the sea." in x2["stem"]["text"]
    assert flat(x3["stem"]["text"]) == "How cold is it? (°C)" and x3["choices"] == {
        "type": "range",
        "number": -0.75,
        "range": 0.25,
    }


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    made = hostile()
    data = gift(made)
    found = read(data, tmp_path)[1:]
    single, several, *gaps = found[:-4]
    matching, ordering, short, number = found[-4:]
    asked = made.lesson.questions
    for q, told in ((asked[0], single), (asked[1], several)):
        assert [flat(c.text) for c in shown(q)] == [flat(c["text"]["text"]) for c in told["choices"]]
        assert flat(told["stem"]["text"]) == flat(q.prompt)
        assert flat(told["globalFeedback"]["text"]) == flat(q.feedback)
    assert [c["isCorrect"] for c in single["choices"]] == [c.right for c in shown(asked[0])]
    weights = [c["weight"] for c in several["choices"]]
    assert sum(w for w in weights if w > 0) == pytest.approx(100, abs=0.01)
    assert sum(w for w in weights if w < 0) == pytest.approx(-100, abs=0.01)
    assert len(gaps) == 4 and kinds(gaps) == ["Short", "Short", "MC", "MC"]
    assert [flat(c["text"]["text"]) for c in gaps[0]["choices"]] == [typed(t) for t in asked[2].gaps[0]]
    pairs = [(flat(p["subquestion"]["text"]), flat(p["subanswer"])) for p in matching["matchPairs"]]
    assert pairs == [(flat(p.left).replace("->", "→"), flat(p.right).replace("->", "→")) for p in asked[4].pairs]
    assert {int(p["subanswer"]) for p in ordering["matchPairs"]} == set(range(1, len(asked[5].steps) + 1))
    assert [flat(c["text"]["text"]) for c in short["choices"]] == [typed(t) for t in asked[6].answers]
    assert "0.0000001" in data.decode() and number["type"] == "Numerical"
    assert not re.search(rb"(?m)^//(?! \[id:)", data), "no line of ours became a comment"
    assert data.count(b"$CATEGORY:") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"}", b""), (b"####", b"#### }"), (b"{\n#14:0.5", b"{\n#fourteen:0.5"), (b"=Evaporation", b"=%many%Evaporation"), (b"\\:", b":} ")],
)  # fmt: skip
def test_a_broken_file_is_refused(old: bytes, new: bytes, tmp_path: Path) -> None:
    data = gift(everything())
    assert old in data
    (tmp_path / "x.gift").write_bytes(data.replace(old, new))
    assert node(str(CLIENTS / "gift.mjs"), str(tmp_path / "x.gift")).returncode != 0


def test_the_same_bytes_and_no_empty_quiz() -> None:
    assert gift(everything()) == gift(everything()) and gift(hostile()) == gift(hostile())
    with pytest.raises(BadInput, match="no questions"):
        gift(empty())


@pytest.mark.parametrize(
    "question",
    [
        Question(id="q", kind="multiple_choice", prompt="x", objective="o", choices=(Choice(text="a"), Choice(text="b"))),
        Question(id="q", kind="multiple_choice", prompt="x", objective="o", choices=(Choice(text="a", right=True), Choice(text="b", right=True))),
        Question(id="q", kind="cloze", prompt="x [1]", objective="o", gaps=(("a",), ("b",))),
        Question(id="q", kind="cloze", prompt="[1] x [1]", objective="o", gaps=(("a",),)),
        Question(id="q", kind="matching", prompt="x", objective="o"),
        Question(id="q", kind="ordering", prompt="x", objective="o", steps=("a",)),
        Question(id="q", kind="short_answer", prompt="x", objective="o", answers=(" ",)),
        Question(id="q", kind="numeric", prompt="x", objective="o"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_asked_is_named(question: Question) -> None:
    with pytest.raises(BadInput, match="cannot be asked.*'q'"):
        gift(with_question(question))
