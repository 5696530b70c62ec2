"""From a lesson's slides to sheets: which layout, what stands where, how large, and what goes on to the next slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.lesson import Diagram, Slide, Term

from .answers import figure
from .book import Book
from .pptx_fit import height, size_for
from .pptx_layouts import cards, layout
from .pptx_questions import question_sheets, table_of
from .pptx_shapes import Line
from .pptx_sheet import Picture, Sheet, Studio
from .tidy import tidy


def sheets(book: Book) -> list[Sheet]:
    """The deck in order. Titles differ from each other, so that a list of slides can be read."""
    studio, out, seen = Studio(book), [], dict[str, int]()
    for slide in book.lesson.slides:
        for sheet in _sheets(studio, slide):
            title = sheet.title.text
            seen[title] = seen.get(title, 0) + 1
            if seen[title] > 1:
                sheet = replace(sheet, title=studio.title(sheet.layout, f"{title} · {seen[title]}"))
            out.append(sheet)
    return out


def _sheets(studio: Studio, slide: Slide) -> list[Sheet]:
    notes = _notes(studio, slide)
    lesson = studio.book.lesson
    question = next((q for q in lesson.questions if q.id == slide.question), None)
    diagram = next((d for d in lesson.diagrams if d.id == slide.diagram), None)
    terms = [t for t in lesson.terms if t.id in slide.terms]
    if slide.kind == "title":
        return [_title(studio, slide, notes)]
    if slide.kind == "objectives" and lesson.objectives:
        return _objectives(studio, slide, notes)
    if slide.kind == "terms" and terms:
        return _terms(studio, slide.title, sorted(terms, key=lambda t: slide.terms.index(t.id)), notes)
    if slide.kind == "question" and question is not None:
        return question_sheets(studio, slide.title, question, notes)
    shown = _diagram(studio, slide.title, diagram, () if slide.bullets else notes) if diagram else []
    if shown and not slide.bullets:
        return shown
    return [*_text(studio, slide, notes), *shown]


def _text(studio: Studio, slide: Slide, notes: tuple[Line, ...]) -> list[Sheet]:
    texts = [studio.said(b) for b in slide.bullets] or [studio.said(n) for n in slide.narration]
    if slide.kind == "summary":
        return studio.running("summary", slide.title, texts or [studio.book.lesson.summary.text], notes)
    title = slide.title
    if slide.kind == "example" and studio.words["example"].lower() not in title.lower():
        title = f"{studio.words['example']}: {title}"
    icon = studio.book.drawing(f"icon-{slide.icon}") if slide.icon else None
    return studio.running("idea-picture" if icon else "idea", title, texts, notes, Picture(icon) if icon else None)


def _notes(studio: Studio, slide: Slide) -> tuple[Line, ...]:
    spans = [s for statement in (*slide.bullets, *slide.narration) for s in statement.spans]
    title = studio.title("diagram", slide.title).text
    return (
        *(studio.part("whole", slide.title) if title != tidy(slide.title) else ()),
        *(Line(text) for text in map(tidy, slide.notes.split("\n")) if text),
        *studio.part("narration", " ".join(n.text for n in slide.narration)),
        *studio.quotes(spans),
    )


def _title(studio: Studio, slide: Slide, notes: tuple[Line, ...]) -> Sheet:
    lesson = studio.book.lesson
    icon = studio.book.drawing(f"icon-{slide.icon}") if slide.icon else None
    key = "title-picture" if icon else "title"
    below = slide.bullets[0].text if slide.bullets else lesson.summary.text
    row = (
        lesson.audience,
        studio.words["minutes"].format(n=lesson.minutes),
        studio.words["lesson"].format(n=lesson.number, of=lesson.of) if lesson.of > 1 else "",
        studio.book.maker,
    )
    found = layout(key)
    texts = {
        20: (studio.one(found.place(20), below),),
        22: (studio.one(found.place(22), "  ·  ".join(t for t in map(tidy, row) if t)),),
    }
    return Sheet(key, studio.title(key, slide.title), texts, picture=Picture(icon) if icon else None, notes=notes)


def _objectives(studio: Studio, slide: Slide, notes: tuple[Line, ...]) -> list[Sheet]:
    place, font = layout("objectives").place(20), studio.type.text
    x, y, w, h = place.box
    left, out = list(studio.book.lesson.objectives), []
    while left:
        count = min(len(left), 5)
        while count > 1 and not size_for([o.text for o in left[:count]], place, font, (x, y, w, h - count * 0.36)):
            count -= 1
        part, left = left[:count], left[count:]
        size = size_for([tidy(o.text) for o in part], place, font, (x, y, w, h - count * 0.36))
        if not size:
            out += studio.running("idea", slide.title, [part[0].text], ())
            continue
        lines: list[Line] = []
        for objective in part:
            tag = "  ·  ".join(t for t in (studio.words[objective.bloom], tidy(objective.standard)[:60]) if t)
            number = len(studio.book.lesson.objectives) - len(left) - count + len(lines) // 2 + 1
            lines += [Line(objective.text, size, number=number), Line(tag, 14, colour="accent4", level=1)]
        out.append(Sheet("objectives", studio.title("objectives", slide.title), {20: tuple(lines)}))
    return [replace(out[0], notes=notes), *out[1:]]


def _terms(studio: Studio, title: str, terms: Sequence[Term], notes: tuple[Line, ...]) -> list[Sheet]:
    out: list[Sheet] = []
    left, all_parts = list(terms), -(-len(terms) // 4)
    while left:
        count = min(-(-len(left) // max(1, all_parts - len(out))), 4, len(left))
        sheet = None
        while count and sheet is None:
            sheet = _cards(studio, title, left[:count])
            count -= sheet is None
        if sheet is None:
            out += studio.running("idea", left[0].word, [left[0].meaning.text], ())
            left = left[1:]
            continue
        out.append(sheet)
        left = left[count:]
    quotes = studio.quotes([s for t in terms for s in t.meaning.spans])
    return [replace(out[0], notes=(*notes, *quotes)), *out[1:]]


def _cards(studio: Studio, title: str, terms: Sequence[Term]) -> Sheet | None:
    found = layout("terms")
    boxes = {21 + i: box for i, box in enumerate(cards(len(terms)))}
    icons = {
        21 + i: Picture(drawing)
        for i, term in enumerate(terms)
        if term.icon and (drawing := studio.book.drawing(f"icon-{term.icon}"))
    }
    sizes = []
    for i, term in enumerate(terms):
        x, y, w, h = boxes[21 + i]
        word = replace(found.place(21), font="mj", most=24, least=18)
        room = (x, y, w - (1.15 if icons else 0), h)
        top, torn = height([tidy(term.word)], word, studio.type.display, 22, room)
        if torn:
            return None
        sizes.append(
            size_for([tidy(studio.said(term.meaning))], found.place(21), studio.type.text, (*room[:3], h - top - 0.08))
        )
    if not all(sizes):
        return None
    texts = {
        21 + i: (
            Line(term.word, 22, bold=True, colour="accent3", display=True),
            Line(studio.said(term.meaning), min(sizes)),
        )
        for i, term in enumerate(terms)
    }
    return Sheet("terms", studio.title("terms", title), texts, boxes, icons)


def _diagram(studio: Studio, title: str, diagram: Diagram, notes: tuple[Line, ...]) -> list[Sheet]:
    notes = (*notes, *studio.part("diagram", diagram.long), *studio.quotes(diagram.spans))
    if diagram.kind == "comparison" and diagram.rows and diagram.columns:
        rows = [("", *diagram.columns), *diagram.rows]
        grid = table_of(studio, rows) if len({len(r) for r in rows}) == 1 else None
        if grid:
            return [Sheet("table", studio.title("table", title), table=grid, notes=notes)]
    drawing = studio.book.drawing(diagram.id)
    if drawing:
        picture = Picture(drawing, diagram.alt or diagram.title)
        return [Sheet("diagram", studio.title("diagram", title), picture=picture, notes=notes)]
    lang = studio.book.lesson.language
    texts = [
        _node(n.when, n.text, n.detail, figure(n.value, lang) if n.value is not None else "", diagram.unit)
        for n in diagram.nodes
    ]
    texts = texts or [" – ".join(row) for row in diagram.rows]
    return studio.running("idea", title, texts, notes) if texts else []


def _node(when: str, text: str, detail: str, value: str, unit: str) -> str:
    said = f"{when}: {text}" if when else text
    said = f"{said}: {value} {unit}".strip() if value else said
    return f"{said} – {detail}" if detail else said
