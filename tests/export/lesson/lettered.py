"""Readers of letters: which option each format shows under which letter, and which letters its key names.

None asks the module that orders. Each gives ``Told``: letters of what is shown by its words, and the key of a question as the
letters of its right choices, of each pair's right-hand side, or of its steps as they follow.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import pptx
from lxml import etree, html

from core.lesson import Question
from tests.export.lesson import qti_read
from tests.export.lesson.kit import opened

Shown = dict[str, str]
Key = tuple[str, ...]
_X = "{http://www.w3.org/1999/xhtml}"


def _alphabet(place: int) -> str:
    return chr(65 + place)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def texts(q: Question) -> list[str]:
    """What is lettered of a question, in the lesson's order."""
    if q.kind == "matching":
        return list(dict.fromkeys(p.right for p in q.pairs))
    return list(q.steps) if q.kind == "ordering" else [c.text for c in q.choices]


def pdf_text(data: bytes, folder: Path) -> str:
    (folder / "lettered.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(folder / "lettered.pdf"), "-"], capture_output=True, check=True
    )
    return _squeezed(done.stdout.decode())


def docx_text(data: bytes) -> str:
    """Everything in reading order, without spaces."""
    return _squeezed("".join(docx.Document(io.BytesIO(data)).element.body.itertext()))


def deck_texts(data: bytes) -> tuple[str, str]:
    """Slides and notes, without spaces; automatic letters are written out."""
    slides, notes = [], []
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        notes.append(slide.notes_slide.notes_text_frame.text)
        for paragraph in slide._element.iter("{*}p"):
            auto = paragraph.find("{*}pPr/{*}buAutoNum")
            mark = (
                f"{_alphabet(int(auto.get('startAt')) - 1)}."
                if auto is not None and "alpha" in auto.get("type")
                else ""
            )
            slides.append(mark + "".join(paragraph.itertext()))
    return _squeezed("\n".join(slides)), _squeezed("\n".join(notes))


def before(text: str, words: Iterable[str]) -> Shown:
    """The letters that stand right before the words in running text."""
    found = {w: re.findall(rf"(?<![–A-Z])([A-Z]+)\.?{re.escape(_squeezed(w))}", text) for w in words}
    return {w: letters[0] for w, letters in found.items() if letters}


def paper_key(text: str, q: Question) -> Key:
    """As the printed key says it: "A words", "1 – A left – right", "1 – A step"."""
    if q.choices:
        return tuple(sorted(before(text, (c.text for c in q.choices)).values()))
    lines = [f"{p.left} – {p.right}" for p in q.pairs] or list(q.steps)
    return tuple(re.findall(rf"{n}–([A-Z]){re.escape(_squeezed(line))}", text)[0] for n, line in enumerate(lines, 1))


def office_key(text: str, q: Question) -> Key:
    """As Office files say it: "A. words", "1 – A: left – right", "1. step (A)"."""
    if q.kind == "matching":
        lines = [rf"{n}–([A-Z]):{re.escape(_squeezed(f'{p.left} – {p.right}'))}" for n, p in enumerate(q.pairs, 1)]
    elif q.kind == "ordering":
        lines = [rf"{n}\.{re.escape(_squeezed(step))}\(([A-Z])\)" for n, step in enumerate(q.steps, 1)]
    else:
        return tuple(sorted(before(text, (c.text for c in q.choices)).values()))
    return tuple(re.findall(line, text)[0] for line in lines)


def page(data: bytes, q: Question) -> tuple[Shown, Key]:
    """The web page: names of the inputs in their order, and what its script marks by."""
    tree: Any = html.fromstring(data.decode())
    (item,) = [li for li in tree.iter("li") if li.get("data-id") == q.id]
    if q.choices:
        rows = [(i.get("value"), i.getnext().text_content()) for i in item.iter("input")]
    elif q.kind == "matching":
        rows = [
            (b.text_content().lower(), b.getparent().find("span").text_content())
            for b in item.xpath(".//ul[contains(@class,'letters')]//b")
        ]
        offered = [o.get("value") for o in item.find(".//select").iter("option")]
        assert offered == ["", *(k for k, _ in rows)], "the list and what can be picked agree"
    else:
        rows = [
            (s.get("data-key"), li.find("label").text_content())
            for li in item.xpath(".//ul/li")
            for s in li.iter("select")
        ]
    assert [key for key, _ in rows] == [_alphabet(n).lower() for n in range(len(rows))], "letters rise"
    data_ = json.loads(tree.xpath("//script[@type='application/json']")[0].text)
    (marked,) = [m for m in data_["questions"] if m["id"] == q.id]
    return {text.strip(): key.upper() for key, text in rows}, tuple(k.upper() for k in marked["right"])


def book_pages(data: bytes, number: int, q: Question) -> tuple[Shown, Key]:
    """The EPUB: lists that the style letters, and the chapter of answers."""
    files = opened(data)
    asked, solved = (etree.fromstring(files[f"EPUB/{name}.xhtml"]) for name in ("questions", "answers"))
    block = asked.findall(f".//{_X}div[@class='question']")[number]
    rows = ["".join(li.itertext()).strip() for ol in block.iter(f"{_X}ol") for li in ol]
    line = "".join(solved.findall(f".//{_X}div[@class='answer']")[number].find(f"{_X}p/{_X}b").itertext())
    key = re.findall(r"(?:^|; |, | – )([A-Z])(?= – |;|,|$)", line)
    return {text: _alphabet(n) for n, text in enumerate(rows)}, tuple(key)


def qti(item: bytes, q: Question) -> tuple[Shown, Key]:
    """A QTI item: the order of its choices, and its correct response."""
    read = qti_read.asked(item)
    keys = [k for k in read.texts if not (q.kind == "matching" and k.startswith("l"))]
    shown = {k: _alphabet(n) for n, k in enumerate(keys)}
    right = [shown[value.split()[-1]] for value in read.right["RESPONSE"]]
    return {read.texts[k]: x for k, x in shown.items()}, tuple(sorted(right) if q.choices else right)


def gift(text: str, q: Question) -> tuple[Shown, Key]:
    """GIFT of a choice: the order of its lines and their marks."""
    lines = re.findall(r"^([=~])(?:%(-?)[\d.]+%)?(.+)$", text, re.MULTILINE)
    rows = [
        (mark == "=" or (minus == "" and q.kind == "multiple_answer"), words)
        for mark, minus, words in lines
        if words in texts(q)
    ]
    shown = {words: _alphabet(n) for n, (_, words) in enumerate(rows)}
    return shown, tuple(shown[words] for right, words in rows if right)


def h5p(data: bytes, number: int) -> tuple[Shown, Key]:
    """H5P of a choice: its answers in the order that is kept."""
    question = json.loads(opened(data)["content/content.json"])["questions"][number]
    assert question["params"]["behaviour"]["randomAnswers"] is False
    rows = [(a["correct"], html.fromstring(a["text"]).text_content()) for a in question["params"]["answers"]]
    return {words: _alphabet(n) for n, (_, words) in enumerate(rows)}, tuple(
        _alphabet(n) for n, (r, _) in enumerate(rows) if r
    )


def cartridge(data: bytes, q: Question) -> tuple[Shown, Key]:
    """The cartridge's QTI 1.2 of a choice: the order of its labels."""
    root = etree.fromstring(data)
    (item,) = [i for i in root.iter("{*}item") if i.get("ident") == q.id]
    labels = [
        (one.get("ident"), html.fromstring("".join(one.itertext())).text_content())
        for one in item.iter("{*}response_label")
    ]
    shown = {words: _alphabet(n) for n, (_, words) in enumerate(labels)}
    full = [c for c in item.iter("{*}respcondition") if c.find("{*}setvar") is not None]
    named = {v.text for c in full for v in c.iter("{*}varequal") if etree.QName(v.getparent()).localname != "not"}
    return shown, tuple(shown[words] for key, words in labels if key in named)
