"""Questions on slides: the options as cards, pairs as a table, open ones large; the answer in the notes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.lesson import Question

from .answers import answer_lines, blanked
from .ordered import bank, letter, ordered
from .pptx_fit import line_height, lines, size_for
from .pptx_layouts import layout, options
from .pptx_shapes import Grid, Line
from .pptx_sheet import Sheet, Studio
from .tidy import tidy

BLANK = "_____"
_MARGIN = 0.33
"""Inches of a cell's width that are no text; of its height 0.2."""


def question_sheets(studio: Studio, title: str, question: Question, notes: tuple[Line, ...]) -> list[Sheet]:
    """The slides of one question."""
    spans = [*question.spans, *(s for c in question.choices for s in c.spans)]
    notes = (
        *notes,
        *studio.part("answer", *answer_lines(question, studio.book.lesson.language), question.working),
        *studio.part("because", question.feedback),
        *studio.quotes(spans),
    )
    prompt = tidy(blanked(question.prompt, BLANK) if question.kind == "cloze" else question.prompt)
    if question.kind == "multiple_answer":
        title = f"{title} ({studio.words['multiple_answer']})"
    if question.kind == "matching" and question.pairs:
        return _matching(studio, prompt, question, notes)
    texts, lettered = _options(question)
    sheet = _carded(studio, title, prompt, texts, lettered) if texts else _open(studio, title, prompt)
    if sheet:
        return [replace(sheet, notes=notes), *_solved(studio, title, sheet, question)]
    marked = [f"{letter(i)}. {text}" if lettered else text for i, text in enumerate(texts)]
    return studio.running("idea", title, [prompt, *marked], notes)


def _solved(studio: Studio, title: str, sheet: Sheet, question: Question) -> list[Sheet]:
    """The same slide again with the right options marked and the others faint: what is shown once everybody has answered."""
    right = {
        21 + row for row, i in enumerate(ordered(question).order) if question.choices and question.choices[i].right
    }
    if not right:
        return []
    marked: dict[int, tuple[Line, ...]] = {20: sheet.texts[20]}
    for key, lines_ in sheet.texts.items():
        if key in right:
            marked[key] = tuple(replace(line, text=f"✓ {line.text}", bold=True) for line in lines_)
        elif key > 20:
            marked[key] = tuple(replace(line, colour="accent4") for line in lines_)
    told = studio.title("question", f"{title}: {studio.words['answer']}")
    notes = studio.part("because", question.feedback)
    return [replace(sheet, title=told, texts=marked, notes=notes)]


def _options(question: Question) -> tuple[list[str], bool]:
    """What stands to choose from, and whether it is lettered."""
    if question.kind in ("multiple_choice", "multiple_answer"):
        return [tidy(question.choices[i].text) for i in ordered(question).order], True
    if question.kind == "ordering":
        return [tidy(question.steps[i]) for i in ordered(question).order], True
    words = bank([question]) if question.kind == "cloze" else ()
    return ([tidy(w) for w in words], False) if len(words) > 1 else ([], False)


def _carded(studio: Studio, title: str, prompt: str, texts: Sequence[str], lettered: bool) -> Sheet | None:
    found = layout("question")
    place = found.place(20)
    asked = size_for((prompt,), place, studio.type.display)
    if not asked or len(texts) > 6:
        return None
    boxes = {21 + i: box for i, box in enumerate(options(len(texts), columns=not lettered))}
    card = found.place(21) if lettered else replace(found.place(21), bullet="")
    size = min(size_for((text,), card, studio.type.text, boxes[21 + i]) for i, text in enumerate(texts))
    if not size:
        return None
    said: dict[int, tuple[Line, ...]] = {20: (Line(prompt, asked, bold=True, display=True),)}
    for i, text in enumerate(texts):
        said[21 + i] = (Line(text, size, letter=i + 1 if lettered else 0, bullet=lettered),)
    return Sheet("question", studio.title("question", title), said, boxes)


def _open(studio: Studio, title: str, prompt: str) -> Sheet | None:
    place = layout("open-question").place(20)
    size = size_for((prompt,), place, studio.type.display)
    if not size:
        return None
    said = {20: (Line(prompt, size, bold=True, display=True),)}
    return Sheet("open-question", studio.title("open-question", title), said)


def _matching(studio: Studio, prompt: str, question: Question, notes: tuple[Line, ...]) -> list[Sheet]:
    places = ordered(question).order
    rows = [("1, 2, 3 …", "A, B, C …")]
    for i, pair in enumerate(question.pairs):
        right = f"{letter(i)}. {tidy(question.pairs[places[i]].right)}" if i < len(places) else ""
        rows.append((f"{i + 1}. {tidy(pair.left)}", right))
    grid = table_of(studio, rows)
    if grid:
        return [Sheet("table", studio.title("table", prompt), table=grid, notes=notes)]
    return studio.running("idea", prompt, [c for c, _ in rows[1:]] + [c for _, c in rows[1:] if c], notes)


def table_of(studio: Studio, rows: Sequence[Sequence[str]]) -> Grid | None:
    """The rows as a table that fits a slide, with type as large as it can be; ``None`` where it cannot be held."""
    place, count = layout("table").place(21), len(rows[0])
    if count > 6 or len(rows) > 12:
        return None
    first = 0.24 if count > 2 else 0.5
    widths = (place.box[2] * first, *([place.box[2] * (1 - first) / max(1, count - 1)] * (count - 1)))[:count]
    for size in range(22, 13, -1):
        heights, torn = [], False
        for r, row in enumerate(rows):
            high = 0.0
            for c, text in enumerate(row):
                font = studio.type.display if r == 0 else studio.type.text
                taken, broken = lines(tidy(text), font, size, (widths[c] - _MARGIN) * 0.96)
                high, torn = max(high, taken * size * line_height(text, font) / 72 + 0.2), torn or broken
            heights.append(max(high, 0.62))
        if sum(heights) <= place.box[3] and not torn:
            air = min(1.8, place.box[3] * 0.92 / sum(heights))
            return Grid(
                tuple(tuple(map(tidy, r)) for r in rows), size, widths, tuple(h * max(1.0, air) for h in heights)
            )
    return None
