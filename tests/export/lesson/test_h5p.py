"""H5P content: the fields that each content type's semantics ask for, and the lesson's words in them, whatever marks they hold."""

from __future__ import annotations

import html
import json
import re
import uuid
from typing import Any

import pytest

from core.errors import BadInput
from tests.export.lesson.kit import LANGUAGES, empty, everything, hostile, opened
from tools.export.lesson.book import Book
from tools.export.lesson.h5p import LIBRARIES, h5p
from tools.export.lesson.ordered import ordered
from tools.export.ooxml import plain

BUTTONS = {"checkAnswer", "tryAgain", "scoreBarLabel"}
WANTED = {
    "H5P.MultiChoice": {"question": str, "answers": list, "overallFeedback": list, "UI": dict, "behaviour": dict},
    "H5P.Blanks": {"text": str, "questions": list, "overallFeedback": list, "behaviour": dict, "showSolutions": str},
    "H5P.DragText": {"taskDescription": str, "textField": str, "distractors": str, "overallFeedback": list, "behaviour": dict, "showSolution": str},
}  # fmt: skip
"""Names and types of the fields, from the types' published semantics."""


def faults(files: dict[str, bytes]) -> list[str]:
    """What a system that has the types would refuse."""
    if not {"h5p.json", "content/content.json"} <= set(files):
        return ["a part is missing"]
    about, content = json.loads(files["h5p.json"]), json.loads(files["content/content.json"])
    declared = {d["machineName"]: (d["majorVersion"], d["minorVersion"]) for d in about["preloadedDependencies"]}
    out = [] if about["mainLibrary"] in declared else ["the main type is not declared"]
    out += [f"no {name}" for name in ("title", "language", "embedTypes", "license") if not about.get(name)]
    for number, question in enumerate(content["questions"]):
        name, _, version = question["library"].partition(" ")
        if name not in declared or version != "{}.{}".format(*declared[name]):
            out.append(f"question {number} is of a type that is not declared")
        fields = WANTED.get(name, {"unknown": str})
        out += [
            f"question {number}: {f}" for f, kind in fields.items() if not isinstance(question["params"].get(f), kind)
        ]
        out += [f"question {number}: no name" for _ in [0] if not _uuid(question.get("subContentId", ""))]
        media = question["params"].get("media", {}).get("type")
        if media and f"content/{media['params']['file']['path']}" not in files:
            out.append(f"question {number}: its picture is not there")
    return out


def _uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def gaps(text: str) -> list[list[str]]:
    """The gaps of a text as the player reads them: between stars, parted by slashes, references read last."""
    inside = text.split("*")[1::2]
    return [[html.unescape(a) for a in gap.split(":")[0].split("/")] for gap in inside]


def flat(text: str) -> str:
    return " ".join(plain(text).split())


def content(made: Book) -> tuple[dict[str, Any], dict[str, Any]]:
    files = opened(h5p(made))
    return json.loads(files["h5p.json"]), json.loads(files["content/content.json"])


@pytest.mark.parametrize("made", [*map(everything, LANGUAGES), hostile()], ids=[*LANGUAGES, "hostile"])
def test_each_question_has_what_its_type_asks_for(made: Book) -> None:
    files = opened(h5p(made))
    assert faults(files) == []
    assert set(files) - {"h5p.json", "content/content.json"} == {p for p in files if p.startswith("content/images/")}
    about, said = content(made)
    assert about["language"] == made.lesson.language and about["mainLibrary"] == "H5P.QuestionSet"
    assert not any("library.json" in p for p in files), "no program is shipped"
    assert len(said["questions"]) == len(made.lesson.questions)
    assert {d["machineName"] for d in about["preloadedDependencies"]} == set(LIBRARIES)
    assert len({q["subContentId"] for q in said["questions"]}) == len(said["questions"])


@pytest.mark.parametrize("made", [everything(), everything("zh"), hostile()], ids=["en", "zh", "hostile"])
def test_the_words_and_what_is_right(made: Book) -> None:
    for q, told in zip(made.lesson.questions, content(made)[1]["questions"], strict=True):
        kind, params = told["library"].split()[0], told["params"]
        if q.kind in ("multiple_choice", "multiple_answer"):
            answers = [(html.unescape(re.sub("</?div>", "", a["text"])), a["correct"]) for a in params["answers"]]
            assert [(flat(t), r) for t, r in answers] == [
                (flat(q.choices[i].text), q.choices[i].right) for i in ordered(q).order
            ]
            assert params["behaviour"]["type"] == ("multi" if q.kind == "multiple_answer" else "single")
        elif q.kind == "cloze":
            text = params["textField"] if kind == "H5P.DragText" else params["questions"][0]
            assert (kind == "H5P.DragText") == (q.level == "support")
            order = [int(n) - 1 for n in re.findall(r"\[(\d)\]", q.prompt) if int(n) <= len(q.gaps)]
            wanted = [[flat(w) for w in q.gaps[n]] for n in order]
            assert gaps(text) == ([w[:1] for w in wanted] if kind == "H5P.DragText" else wanted)
        elif q.kind == "matching":
            assert gaps(params["textField"]) == [[flat(p.right)] for p in q.pairs]
            assert len(params["textField"].splitlines()) == len(q.pairs)
        elif q.kind == "ordering":
            assert gaps(params["textField"]) == [[flat(s)] for s in q.steps]
        elif q.kind == "short_answer":
            assert gaps(params["questions"][0]) == [[flat(a) for a in q.answers]]
        else:
            assert float(gaps(params["questions"][0])[0][0]) == q.number
        assert flat(html.unescape(params["overallFeedback"][0].get("feedback", ""))).endswith(flat(q.feedback))


def test_markup_is_ours_alone() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [t for k, v in value.items() if k not in ("title", "alt") for t in texts(v)]
        return (
            [t for v in value for t in texts(v)]
            if isinstance(value, list)
            else [value]
            if isinstance(value, str)
            else []
        )

    tags = {t for text in texts(content(hostile())[1]) for t in re.findall(r"<[^>]*>", text)}
    assert tags == {"<p>", "</p>", "<div>", "</div>"}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("h5p.json", b'"H5P.Blanks"', b'"H5P.Blank"'),
        ("content/content.json", b"H5P.DragText 1.10", b"H5P.DragText 1.9"),
        ("content/content.json", b'"textField"', b'"text"'),
        ("content/content.json", b'"path": "images/', b'"path": "image/'),
    ],
)
def test_spoilt_content_is_found(path: str, old: bytes, new: bytes) -> None:
    files = opened(h5p(everything()))
    assert old in files[path]
    files[path] = files[path].replace(old, new)
    assert faults(files)


def test_the_same_bytes_and_no_empty_quiz() -> None:
    assert h5p(hostile()) == h5p(hostile())
    with pytest.raises(BadInput, match="no questions"):
        h5p(empty())
