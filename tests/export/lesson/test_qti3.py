"""QTI 3, played by Citolab's components in Chromium: a right answer gets all points, a wrong one none, whatever the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.lesson import Question
from tests.export.batch import browsed
from tests.export.lesson.kit import everything, hostile, opened
from tests.export.lesson.qti_read import Asked, asked, attribute, every, item_faults
from tests.export.lesson.test_qti21 import flat, items_of
from tools.export.lesson.book import Book
from tools.export.lesson.qti3 import qti3

pytestmark = pytest.mark.needs("node:qti")
Answers = list[dict[str, Any]]
R = {"at": "RESPONSE"}


@dataclass(frozen=True)
class Try:
    name: str
    question: Question
    answers: Answers
    points: float


def _choices(q: Question, item: Asked) -> tuple[Answers, Answers]:
    by_text = {item.texts[k]: k for k in item.texts}
    right = [{"click": k} for k in item.right["RESPONSE"]]
    wrong = next(by_text[flat(c.text)] for c in q.choices if not c.right)
    return right, [{"click": wrong}]


def _cloze(q: Question, item: Asked) -> tuple[Answers, Answers]:
    right: Answers = []
    wrong: Answers = []
    for n, words in enumerate(q.gaps, 1):
        at = {"at": f"RESPONSE{n}"}
        if item.texts:
            taken = {" ".join(flat(w).split()) for w in words}
            right.append({"pick": item.right[f"RESPONSE{n}"][0], **at})
            wrong.append({"pick": next(k for k, text in item.texts.items() if text not in taken), **at})
        else:
            right.append({"type": " ".join(flat(words[-1]).split()), **at})
            wrong.append({"type": "nothing of the kind", **at})
    return right, wrong


def _matching(q: Question, item: Asked) -> tuple[Answers, Answers]:
    pairs = [p.split() for p in item.right["RESPONSE"]]
    shifted = [f"{a} {b}" for (a, _), (_, b) in zip(pairs, pairs[1:] + pairs[:1], strict=True)]
    return [{"give": item.right["RESPONSE"], **R}], [{"give": shifted, **R}]


def _ordering(q: Question, item: Asked) -> tuple[Answers, Answers]:
    right = item.right["RESPONSE"]
    return [{"give": right, **R}], [{"give": right[::-1], **R}]


def _short(q: Question, item: Asked) -> tuple[Answers, Answers]:
    last = " ".join(flat(q.answers[-1]).split())
    return [{"type": last.upper(), **R}], [{"type": f"not {last}", **R}]


def _numeric(q: Question, item: Asked) -> tuple[Answers, Answers]:
    assert q.number is not None
    low, high = (v.text for t in every(item.root, "gte", "lte") for v in every(t, "baseValue"))
    assert float(low) <= q.number <= float(high)
    return [{"type": high, **R}], [{"type": f"{q.number + 2 * q.tolerance + 1e-9:.12f}", **R}]


_ANSWERS: dict[str, Callable[[Question, Asked], tuple[Answers, Answers]]] = {
    "multiple_choice": _choices,
    "multiple_answer": _choices,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "short_answer": _short,
    "numeric": _numeric,
}


def play(tries: list[tuple[str, Answers]], folder: Path) -> list[dict[str, Any]]:
    return browsed("qti.mjs", [{"xml": xml, "answers": answers} for xml, answers in tries], folder)


def xml_of(made: Book) -> list[tuple[Question, Asked, str]]:
    data = qti3(made)
    files = opened(data)
    texts = {asked(d).root.get("identifier"): d.decode() for p, d in files.items() if p.startswith("items/")}
    return [(q, item, texts[item.root.get("identifier")]) for q, item in items_of(made, data)]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["en", "zh", "hostile"])
def test_right_gets_all_points_and_wrong_gets_none(name: str, tmp_path: Path) -> None:
    made = hostile() if name == "hostile" else everything(name)
    tries: list[Try] = []
    texts: list[str] = []
    for q, item, xml in xml_of(made):
        for answers, points in zip(_ANSWERS[q.kind](q, item), (q.points, 0), strict=True):
            tries.append(Try(f"{q.id} {q.kind}", q, answers, points))
            texts.append(xml)
    found = play([(xml, t.answers) for xml, t in zip(texts, tries, strict=True)], tmp_path)
    assert {t.question.kind for t in tries} == set(_ANSWERS) if name != "zh" else True
    for t, seen in zip(tries, found, strict=True):
        assert float(seen["outcomes"]["SCORE"]) == pytest.approx(t.points), t
        assert float(seen["outcomes"]["MAXSCORE"]) == t.question.points
        assert seen["errors"] == [] and seen["scripts"] == 0
        assert " ".join(flat(t.question.feedback).split()) in " ".join(seen["said"])
        if t.question.kind not in ("cloze", "numeric"):
            assert " ".join(flat(t.question.prompt).split()) in " ".join(seen["shown"].split())
    pictures = [p for seen in found for p in seen["pictures"]]
    assert pictures and all(p["alt"] and "../images/" in p["src"] for p in pictures)


@pytest.mark.slow
def test_part_of_the_points_and_what_is_said_to_a_pick(tmp_path: Path) -> None:
    items = {q.id: (item, xml) for q, item, xml in xml_of(everything())}
    one, many, cloze, pairs = (items[id] for id in ("q1", "q2", "x1", "q4"))
    keys = {text: key for key, text in many[0].texts.items()}
    tries: list[tuple[str, Answers, float]] = [
        (one[1], [], 0),
        (one[1], [{"click": one[0].key("Precipitation")}], 0),
        (many[1], [{"click": keys["rain"]}], 1),
        (many[1], [{"click": keys["rain"]}, {"click": keys["dust"]}], 0),
        (many[1], [{"click": k} for k in keys.values()], 0),
        (cloze[1], [{"type": "DROP", "at": "RESPONSE1"}], 1.5),
        (pairs[1], [{"give": pairs[0].right["RESPONSE"][:2], **R}], 2),
    ]
    found = play([(xml, answers) for xml, answers, _ in tries], tmp_path)
    for (_, answers, points), seen in zip(tries, found, strict=True):
        assert float(seen["outcomes"]["SCORE"] or 0) == pytest.approx(points), answers
    assert found[1]["said"] == ["Precipitation is water that falls from clouds.", "Evaporation takes up heat."]


def test_a_broken_item_is_refused(tmp_path: Path) -> None:
    xml = next(xml for q, _, xml in xml_of(everything()) if q.id == "q1")
    changes = [
        ("</qti-item-body>", ""),
        ("qti-choice-interaction", "qti-choice-interacting"),
        ("<qti-item-body>", "<qti-item-body><&>"),
    ]
    assert all(old in xml for old, _ in changes)
    *broken, whole = play([*((xml.replace(old, new), []) for old, new in changes), (xml, [])], tmp_path)
    assert all("fault" in seen for seen in broken) and "fault" not in whole


@pytest.mark.slow
def test_a_spoilt_key_shows_in_the_score(tmp_path: Path) -> None:
    item, xml = next((item, xml) for q, item, xml in xml_of(everything()) if q.id == "q1")
    right = item.right["RESPONSE"][0]
    spoilt = xml.replace(f"<qti-value>{right}</qti-value>", f"<qti-value>{item.key('Condensation')}</qti-value>")
    assert item_faults(spoilt.encode()) == [] and attribute(item.root, "timeDependent") == "false"
    assert float(play([(spoilt, [{"click": right}])], tmp_path)[0]["outcomes"]["SCORE"]) == 0
