"""QTI 2.1, read with lxml: everything that is named is there, and what is right is what the lesson says."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from core.errors import BadInput
from core.lesson import Question
from tests.export.lesson.kit import LANGUAGES, empty, everything, hostile, opened
from tests.export.lesson.qti_read import Asked, asked, attribute, every, item_faults, package_faults, picture_faults
from tools.export.lesson.book import Book
from tools.export.lesson.ordered import ordered
from tools.export.lesson.qti3 import qti3
from tools.export.lesson.qti21 import qti21
from tools.export.ooxml import plain

NAMESPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def items_of(made: Book, data: bytes) -> list[tuple[Question, Asked]]:
    """Each question with its item, by the order of the test."""
    files = opened(data)
    refs = every(etree.fromstring(files["test.xml"]), "assessmentItemRef")
    assert len(refs) == len(made.lesson.questions)
    return [(q, asked(files[r.get("href")])) for q, r in zip(made.lesson.questions, refs, strict=True)]


@pytest.mark.parametrize("export", [qti21, qti3])
@pytest.mark.parametrize("made", [*map(everything, LANGUAGES), hostile()], ids=[*LANGUAGES, "hostile"])
def test_everything_named_is_there(made: Book, export: Any) -> None:
    files = opened(export(made))
    assert package_faults(files) == []
    for path, data in files.items():
        if path.startswith("items/"):
            assert item_faults(data) == []
            assert picture_faults(path, data, files) == []
            assert b'lang="' + made.lesson.language.encode() in data
    assert sum(p.startswith("images/") for p in files) == 1


def test_elements_are_of_the_namespace_and_in_the_order_of_the_schema() -> None:
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    for path, data in opened(qti21(everything())).items():
        if path.startswith("items/"):
            root = etree.fromstring(data)
            assert root.tag == f"{NAMESPACE}assessmentItem" and all(e.tag.startswith(NAMESPACE) for e in root.iter())
            told = [order.index(child.tag.removeprefix(NAMESPACE)) for child in root]
            assert told == sorted(told) and root.get("adaptive") == root.get("timeDependent") == "false"


def flat(text: str) -> str:
    return plain(text).strip()


@pytest.mark.parametrize("made", [everything(), everything("zh"), hostile()], ids=["en", "zh", "hostile"])
def test_what_is_right_is_what_the_lesson_says(made: Book) -> None:
    for q, item in items_of(made, qti21(made)):
        shown = "".join(every(item.root, "itemBody")[0].itertext())
        if q.kind in ("multiple_choice", "multiple_answer"):
            assert item.kinds == ("choiceInteraction",)
            assert [item.texts[k] for k in item.right["RESPONSE"]] == [
                flat(q.choices[i].text) for i in ordered(q).order if q.choices[i].right
            ]
            assert len(item.texts) == len(q.choices) and flat(q.prompt) in shown
        elif q.kind == "cloze":
            assert len(item.kinds) == len(q.gaps)
            for n, words in enumerate(q.gaps, 1):
                best = item.right[f"RESPONSE{n}"][0]
                assert item.texts.get(best, best).split() == flat(words[0]).split()
        elif q.kind == "matching":
            pairs = [tuple(p.split()) for p in item.right["RESPONSE"]]
            assert [(item.texts[a], item.texts[b]) for a, b in pairs] == [
                (flat(p.left), flat(p.right)) for p in q.pairs
            ]
        elif q.kind == "ordering":
            assert [item.texts[k] for k in item.right["RESPONSE"]] == [flat(s) for s in q.steps]
            assert list(item.texts) != item.right["RESPONSE"], "the order is not given away"
        elif q.kind == "short_answer":
            keys = [attribute(e, "mapKey") for e in every(item.root, "mapEntry")]
            assert keys == [" ".join(flat(a).split()) for a in q.answers] and item.right["RESPONSE"] == keys[:1]
        else:
            assert q.number is not None and float(item.right["RESPONSE"][0]) == q.number
            edges = [float(v.text) for t in every(item.root, "gte", "lte") for v in every(t, "baseValue")]
            assert edges == pytest.approx([q.number - q.tolerance, q.number + q.tolerance])


def test_feedback_hangs_on_what_was_picked() -> None:
    (q, item), *_ = items_of(everything(), qti21(everything()))
    told = {(attribute(f, "outcomeIdentifier"), item.texts.get(f.get("identifier"), "")): "".join(f.itertext()) for f in every(item.root, "modalFeedback")}  # fmt: skip
    assert told == {
        ("PICKED", "Condensation"): "Condensation gives off heat.",
        ("PICKED", "Precipitation"): "Precipitation is water that falls from clouds.",
        ("FEEDBACK", ""): q.feedback,
    }


def test_qti_3_says_the_same() -> None:
    old, new = opened(qti21(everything())), opened(qti3(everything()))
    assert set(old) == set(new)
    for path in old:
        if path.startswith("items/"):
            a, b = asked(old[path]), asked(new[path])
            assert (a.kinds, a.texts, a.right) == (b.kinds, b.texts, b.right)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'identifierref="res-q1"', b'identifierref="res-q99"'),
        (b'<file href="items/q1.xml"', b'<file href="items/q99.xml"'),
        (b'<file href="items/q1.xml"', b'<file href="../q1.xml"'),
        (b'identifier="res-q2"', b'identifier="res-q1"'),
    ],
)
def test_a_spoilt_package_is_found(old: bytes, new: bytes) -> None:
    files = opened(qti21(everything()))
    assert old in files["imsmanifest.xml"]
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(old, new)
    assert package_faults(files)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<value>c1</value>", b"<value>c9</value>"),
        (b'responseIdentifier="RESPONSE"', b'responseIdentifier="ANSWER"'),
        (b'cardinality="single" baseType="identifier"', b'cardinality="ordered" baseType="identifier"'),
        (b'<correct identifier="RESPONSE"', b'<correct identifier="ANSWER"'),
        (b'outcomeIdentifier="PICKED"', b'outcomeIdentifier="CHOSEN"'),
    ],
)
def test_a_spoilt_item_is_found(old: bytes, new: bytes) -> None:
    data = opened(qti21(everything()))["items/q1.xml"]
    assert old in data and item_faults(data.replace(old, new))


def test_the_same_bytes_and_no_empty_quiz() -> None:
    for export in (qti21, qti3):
        assert export(hostile()) == export(hostile())
        with pytest.raises(BadInput, match="no questions"):
            export(empty())
