"""The lesson plan as a Word document: what a teacher reads before the lesson and has on the desk during it."""

from __future__ import annotations

from tools.export import ooxml
from tools.export.docx_style import written

from .answers import answer_lines, blanked, figure
from .book import Book
from .docx_parts import WIDTH, Paper, start
from .tidy import tidy


def plan_docx(book: Book) -> bytes:
    """A4: header block, objectives, timings that add up, stages, misconceptions, vocabulary, levels, resources, sources.

    A part of which the lesson says nothing is left out.
    """
    paper = start(book)
    _head(paper)
    _objectives(paper)
    _flow(paper)
    _misconceptions(paper)
    _vocabulary(paper)
    _levels(paper)
    _exit(paper)
    _sources(paper)
    return paper.close(tidy(book.lesson.title), paper.words["plan"])


def _head(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    label = " · ".join(t for t in (ui["plan"], tidy(paper.book.maker)) if t)
    kicker = paper.text(label, colour=paper.ink.brand, bold=True)
    kicker.paragraph_format.keep_with_next = True
    paper.title(lesson.title)
    written(paper.document.add_paragraph(style="Subtitle"), paper.said(lesson.summary), paper.language)
    facts = [
        (ui["class"], tidy(lesson.audience)),
        (ui["ages"], f"{lesson.ages[0]}–{lesson.ages[1]}" if lesson.ages else ""),
        (ui["time"], ui["minutes"].format(n=lesson.minutes)),
        (ui["lesson"], ui["of"].format(n=lesson.number, of=lesson.of) if lesson.of > 1 else ""),
        (ui["grade"], ui["grade_value"].format(n=figure(round(lesson.grade))) if lesson.grade is not None else ""),
    ]
    kept = [(name, value) for name, value in facts if value]
    widths = [WIDTH / len(kept)] * len(kept)
    row = paper.row(paper.table(widths, inner=False), widths)
    for cell, (name, value) in zip(row.cells, kept, strict=True):
        ooxml.shade(cell, paper.ink.tint)
        paper.cell(cell, name, colour=paper.ink.quiet, size=8.5)
        written(cell.add_paragraph(), value, paper.language, bold=True)


def _objectives(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    paper.heading(ui["objectives"])
    standards = any(o.standard for o in lesson.objectives)
    widths = (1.4, 8.9, 2.9, 3.4) if standards else (1.4, 11.9, 3.3)
    head = (ui["number"], ui["objective"], ui["bloom"], ui["standard"])[: len(widths)]
    table = paper.table(widths, head)
    for n, objective in enumerate(lesson.objectives, 1):
        row = paper.row(table, widths)
        paper.cell(row.cells[0], str(n), colour=paper.ink.brand, bold=True)
        paper.cell(row.cells[1], objective.text)
        paper.cell(row.cells[2], ui[objective.bloom])
        if standards:
            paper.cell(row.cells[3], objective.standard or "–")
    if lesson.prior:
        paper.heading(ui["prior"], 2)
        for known in lesson.prior:
            paper.bullet(known)


def _flow(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    paper.heading(ui["flow"])
    widths = (2.3, 3.5, 5.4, 5.4)
    table = paper.table(widths, (ui["time"], ui["phase"], ui["teacher"], ui["learners"]))
    numbers = {o.id: str(n) for n, o in enumerate(lesson.objectives, 1)}
    at = 0
    for stage in lesson.stages:
        row = paper.row(table, widths, whole=sum(map(len, (*stage.teacher, *stage.learners))) < 1500)
        paper.cell(row.cells[0], ui["minutes"].format(n=stage.minutes), bold=True)
        written(
            row.cells[0].add_paragraph(), f"{at}–{at + stage.minutes}", paper.language, colour=paper.ink.quiet, size=9
        )
        paper.cell(row.cells[1], ui[stage.phase], colour=paper.ink.brand, bold=True)
        written(row.cells[1].add_paragraph(), tidy(stage.title), paper.language)
        for line in (
            f"{ui['objectives']}: {', '.join(numbers[o] for o in stage.objectives if o in numbers)}"
            if stage.objectives
            else "",
            ", ".join(map(tidy, stage.resources)),
        ):
            if line:
                written(row.cells[1].add_paragraph(), line, paper.language, colour=paper.ink.quiet, size=9)
        paper.cell(row.cells[2], *stage.teacher)
        paper.cell(row.cells[3], *stage.learners)
        at += stage.minutes
    row = paper.row(table, widths)
    paper.cell(row.cells[0], ui["minutes"].format(n=at), bold=True)
    paper.cell(row.cells[1], ui["total"], bold=True)
    for cell in row.cells:
        ooxml.shade(cell, paper.ink.tint)


def _misconceptions(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    if not lesson.misconceptions:
        return
    paper.heading(ui["misconceptions"])
    widths = (7.6, 9.0)
    table = paper.table(widths, (ui["wrong"], ui["instead"]))
    for found in lesson.misconceptions:
        row = paper.row(table, widths)
        paper.cell(row.cells[0], found.wrong)
        paper.cell(row.cells[1], paper.said(found.instead), bold=True)


def _vocabulary(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    if not lesson.terms:
        return
    paper.heading(ui["vocabulary"])
    widths = (4.6, 12.0)
    table = paper.table(widths, (ui["word"], ui["meaning"]))
    for term in lesson.terms:
        row = paper.row(table, widths)
        paper.cell(row.cells[0], term.word, bold=True)
        paper.cell(row.cells[1], paper.said(term.meaning))


def _levels(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    if not lesson.support:
        return
    paper.heading(ui["differentiation"])
    widths = [WIDTH / len(lesson.support)] * len(lesson.support)
    table = paper.table(widths, [ui[s.level] for s in lesson.support])
    row = paper.row(table, widths, whole=False)
    for cell, support in zip(row.cells, lesson.support, strict=True):
        paper.cell(cell, *support.measures)


def _exit(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    asked = {q.id: q for q in lesson.questions}
    chosen = [asked[i] for i in lesson.exit_ticket if i in asked]
    if not chosen:
        return
    paper.heading(ui["exit_ticket"])
    for question in chosen:
        paper.text(blanked(question.prompt, "_____"), bold=True).paragraph_format.keep_with_next = True
        paper.text(
            f"{ui['answer']}: {'; '.join(map(tidy, answer_lines(question, paper.language)))}", colour=paper.ink.quiet
        )


def _sources(paper: Paper) -> None:
    lesson, ui = paper.book.lesson, paper.words
    things = dict.fromkeys(tidy(r) for stage in lesson.stages for r in stage.resources if r.strip())
    if things:
        paper.heading(ui["resources"])
        for thing in things:
            paper.bullet(thing)
    if lesson.sources:
        paper.heading(ui["sources"])
        for source in lesson.sources:
            title = tidy(source.title)
            paper.bullet(f"{title} ({tidy(source.name)})" if title and title != source.name else tidy(source.name))
