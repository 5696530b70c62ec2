"""Worksheets in three levels as Word documents, with room to write by hand; and the key, apart from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from core.lesson import Diagram, Level, Question
from tools.export import ooxml
from tools.export.docx_style import inked, written
from tools.export.languages import CJK, primary

from .answers import answer_lines, blanked, filled
from .book import Book
from .docx_parts import WIDTH, Paper, start
from .ordered import bank, letter, ordered
from .tidy import tidy

LEVELS: Final[tuple[Level, ...]] = ("support", "core", "stretch")
_BODY: Final = {"support": 13.0, "core": 12.0, "stretch": 11.5}
"""Size of the text in points: larger where reading is harder."""
BOX: Final = "☐"


def worksheet_docx(book: Book, level: Level) -> bytes:
    """One level's sheet, A4. It holds the questions of that level in the lesson's order and no answer to them."""
    paper = start(book, body=_BODY[level])
    asked, ui = questions(book, level), paper.words
    _head(paper, level, asked)
    words = bank(asked) if level == "support" else ()
    if len(words) > 1:
        _bank(paper, [tidy(word) for word in words])
    for n, question in enumerate(asked, 1):
        _question(paper, n, question)
    return paper.close(tidy(book.lesson.title), f"{ui['worksheet']} · {ui[level]}")


def worksheets_docx(book: Book) -> dict[Level, bytes]:
    """The sheets by level; a level without questions has none."""
    return {level: worksheet_docx(book, level) for level in LEVELS if questions(book, level)}


def questions(book: Book, level: Level) -> list[Question]:
    """The questions of one sheet."""
    return [q for q in book.lesson.questions if q.level == level]


def answer_key_docx(book: Book) -> bytes:
    """All levels' answers with their working, the reason, and the words of the source that each rests on."""
    paper = start(book)
    ui = paper.words
    paper.text(ui["key"], colour=paper.ink.brand, bold=True)
    written(paper.document.add_paragraph(style="Title"), tidy(book.lesson.title), paper.language)
    widths = (1.4, 15.2)
    for level in LEVELS:
        asked = questions(book, level)
        if not asked:
            continue
        paper.heading(f"{ui['worksheet']} · {ui[level]}")
        table = paper.table(widths, (ui["number"], ui["answer"]))
        for n, question in enumerate(asked, 1):
            _answer(paper, table, widths, n, question)
    return paper.close(tidy(book.lesson.title), ui["key"])


def _answer(paper: Paper, table: Any, widths: Sequence[float], number: int, question: Question) -> None:
    ui, row = paper.words, paper.row(table, widths, whole=len(question.prompt) < 1200)
    paper.cell(row.cells[0], str(number), colour=paper.ink.brand, bold=True)
    cell = row.cells[1]
    asked = filled(question) if question.kind == "cloze" else question.prompt
    paper.cell(cell, asked, colour=paper.ink.quiet)
    for line in answer_lines(question, paper.language):
        written(cell.add_paragraph(), tidy(line), paper.language, bold=True)
    spans = dict.fromkeys(
        (tidy(s.quote), s.source) for s in (*question.spans, *(x for c in question.choices for x in c.spans))
    )
    wrong = [f"{c.text}: {c.feedback}" for c in question.choices if c.feedback and not c.right]
    for name, texts in (("working", [question.working]), ("why", [question.feedback, *wrong])):
        for text in map(tidy, texts):
            if text:
                paragraph = cell.add_paragraph()
                inked(paragraph, f"{ui[name]}: ", paper.language, bold=True, size=9.5)
                inked(paragraph, text, paper.language, size=9.5)
    for quote, source in spans:
        paragraph = cell.add_paragraph()
        inked(paragraph, f"{ui['source']}: ", paper.language, paper.ink.quiet, bold=True, size=9)
        inked(paragraph, f"{ui['open']}{quote}{ui['close']} ({tidy(source)})", paper.language, paper.ink.quiet, size=9)


def _head(paper: Paper, level: Level, asked: Sequence[Question]) -> None:
    ui = paper.words
    widths = (9.0, 4.2, 3.4)
    row = paper.row(paper.table(widths, inner=False), widths)
    total = sum(q.points for q in asked)
    fields = (ui["name"], ui["date"], f"{ui['score']}: ____ / {total}")
    for cell, text in zip(row.cells, fields, strict=True):
        paper.cell(cell, text if text.startswith(ui["score"]) else f"{text}:", colour=paper.ink.quiet, size=10)
    row.height, row.height_rule = Cm(1.0), WD_ROW_HEIGHT_RULE.AT_LEAST
    paper.gap(10)
    paper.text(f"{ui['worksheet']} · {ui[level]}", colour=paper.ink.brand, bold=True, size=10.5)
    paper.title(paper.book.lesson.title)


def _bank(paper: Paper, found: Sequence[str]) -> None:
    row = paper.row(paper.table((WIDTH,), inner=False), (WIDTH,))
    ooxml.shade(row.cells[0], paper.ink.tint)
    paper.cell(row.cells[0], paper.words["bank"], colour=paper.ink.brand, bold=True, size=10)
    written(row.cells[0].add_paragraph(), "   ·   ".join(found), paper.language, bold=True)


def _question(paper: Paper, number: int, question: Question) -> None:
    ui = paper.words
    gap = "({n})＿＿＿＿＿＿" if primary(paper.language) in CJK else "({n})\u00a0" + "_" * 16
    heading = paper.document.add_paragraph(style="Heading 2")
    heading.paragraph_format.keep_with_next = True
    prompt = blanked(question.prompt, gap) if question.kind == "cloze" else question.prompt
    written(heading, f"{number}.  {tidy(prompt) if question.kind != 'cloze' else ui['do_cloze']}", paper.language)
    inked(heading, f"   {ui['points'].format(n=question.points)}", paper.language, paper.ink.quiet, size=9.5)
    if question.kind == "cloze":
        paper.text(prompt).paragraph_format.line_spacing = 1.9
        return
    hint = paper.text(ui[f"do_{question.kind}"], colour=paper.ink.quiet, size=10)
    hint.paragraph_format.keep_with_next = True
    diagram = next((d for d in paper.book.lesson.diagrams if d.id == question.diagram), None)
    if diagram and not gives_away(question, diagram) and (drawing := paper.book.drawing(diagram.id)):
        paper.picture(drawing, diagram.alt or diagram.title, most=7.0)
    if question.choices:
        _choices(paper, question)
    elif question.kind == "matching":
        _matching(paper, question)
    elif question.kind == "ordering":
        _ordering(paper, question)
    else:
        _room(paper, question)


def _choices(paper: Paper, question: Question) -> None:
    order = ordered(question).order
    for at, i in enumerate(order):
        line = paper.text(f"{BOX}  {letter(at)}.  {question.choices[i].text}")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1.7), Cm(-1.3)
        line.paragraph_format.keep_with_next = at < len(order) - 1


def _matching(paper: Paper, question: Question) -> None:
    order = ordered(question).order
    widths = (1.0, 6.8, 1.5, 1.0, 6.3)
    table = paper.table(widths)
    for i, pair in enumerate(question.pairs):
        row = paper.row(table, widths)
        right = (f"{letter(i)}.", question.pairs[order[i]].right) if i < len(order) else ("", "")
        texts = (f"{i + 1}.", pair.left, "____", *right)
        for cell, text, bold in zip(row.cells, texts, (True, False, False, True, False), strict=True):
            paper.cell(cell, text, bold=bold)


def _ordering(paper: Paper, question: Question) -> None:
    widths = (1.3, 1.0, 14.3)
    table = paper.table(widths)
    for at, i in enumerate(ordered(question).order):
        row = paper.row(table, widths)
        row.height, row.height_rule = Cm(1.0), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paper.cell(row.cells[0], BOX, size=18)
        paper.cell(row.cells[1], f"{letter(at)}.", bold=True)
        paper.cell(row.cells[2], question.steps[i])


def _room(paper: Paper, question: Question) -> None:
    """Lines to write on: as many as the answer wants, and two more for a working."""
    longest = max((len(a) for a in question.answers), default=0)
    count = 4 if question.kind == "numeric" else min(9, max(2, 1 + longest // 30))
    table = paper.table((WIDTH,))
    ends = table._tbl.tblPr.find(qn("w:tblBorders") + "/" + qn("w:top"))
    ends.set(qn("w:val"), "nil")
    for n in range(count):
        row = paper.row(table, (WIDTH,))
        row.height, row.height_rule = Cm(0.95), WD_ROW_HEIGHT_RULE.EXACTLY
        if question.kind == "numeric" and n == count - 1:
            paper.cell(row.cells[0], f"{paper.words['answer']}: ____________ {tidy(question.unit)}", bold=True, size=11)
        row.cells[0].paragraphs[0].paragraph_format.space_after = Pt(0)


def gives_away(question: Question, diagram: Diagram) -> bool:
    """Whether a learner could read the answer off the diagram."""
    if question.kind == "ordering":
        return diagram.kind in ("process", "cycle", "timeline", "layers")
    shown = [diagram.title, diagram.alt, *diagram.columns, *(cell for row in diagram.rows for cell in row)]
    shown += [t for n in diagram.nodes for t in (n.text, n.detail, n.when)] + [link.label for link in diagram.links]
    text = "\n".join(shown).casefold()
    answers = [*question.answers, *(w for gap in question.gaps for w in gap), *(p.right for p in question.pairs)]
    answers += [c.text for c in question.choices if c.right]
    return any(a.strip() and a.strip().casefold() in text for a in answers)
