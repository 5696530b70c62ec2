"""The lesson as an editable slide deck (PresentationML, ISO/IEC 29500): 16:9, own master and layouts, notes, no transitions."""

from __future__ import annotations

import io
from typing import Any

import pptx

from tools.export.ooxml import settle

from .book import Book, words
from .pptx_layouts import LAYOUTS, layout
from .pptx_pictures import add_picture, fill_picture, fill_table
from .pptx_plan import sheets
from .pptx_shapes import Line, footers, indent, move, set_notes, write
from .pptx_sheet import Sheet, Studio
from .pptx_template import office_tag, template
from .tidy import tidy


def deck_pptx(book: Book) -> bytes:
    """The deck as a ``.pptx``; the same bytes for the same book.

    Text stands in placeholders of named layouts, in reading order. Sizes are worked out from the faces of the look, and
    text that has no room goes on to a further slide. Pictures carry their alternative text and their SVG.
    """
    lesson = book.lesson
    presentation = pptx.Presentation(io.BytesIO(template(book.look, lesson.language, words("deck", lesson.language))))
    studio, lang = Studio(book), office_tag(lesson.language)
    source = _source(studio)
    for sheet in sheets(book):
        _slide(presentation, studio, sheet, source, lang)
    return settle(
        presentation,
        title=lesson.title,
        author=book.maker,
        subject=lesson.audience,
        language=office_tag(lesson.language),
    )


def _source(studio: Studio) -> str:
    lesson = studio.book.lesson
    titles = dict.fromkeys(tidy(s.title or s.name) for s in lesson.sources)
    return f"{studio.words['source']}: {'; '.join(titles)}" if titles else lesson.title


def _slide(presentation: Any, studio: Studio, sheet: Sheet, source: str, lang: str) -> None:
    found = layout(sheet.layout)
    base = presentation.slide_layouts[LAYOUTS.index(found)]
    slide = presentation.slides.add_slide(base)
    write(slide.shapes.title, (sheet.title,), lang)
    for holder in list(slide.placeholders):
        idx = holder.placeholder_format.idx
        if not idx:
            continue
        place = found.place(idx)
        if place.kind == "pic" and sheet.picture:
            name = place.name if sheet.picture.alt else "Icon"
            fill_picture(slide, holder, place, sheet.picture.drawing, sheet.picture.alt, name)
        elif place.kind == "tbl" and sheet.table:
            fill_table(holder, sheet.table, lang)
        elif sheet.texts.get(idx):
            holder._element.nvSpPr.cNvPr.set("name", place.name)
            write(holder, sheet.texts[idx], lang)
            _placed(slide, holder, idx, sheet)
        else:
            holder._element.getparent().remove(holder._element)
    footers(slide, base, *_foot(studio, sheet, source), len(presentation.slides), lang)
    set_notes(slide, sheet.notes, lang)


def _placed(slide: Any, holder: Any, idx: int, sheet: Sheet) -> None:
    """Move a card to where the sheet wants it, with its icon on the left."""
    box = sheet.boxes.get(idx)
    if box:
        move(holder, box)
        if idx in sheet.icons:
            indent(holder, 1.4, 0.2)
        if idx in sheet.icons:
            x, y, _, high = box
            add_picture(slide, sheet.icons[idx].drawing, (x + 0.28, y + high / 2 - 0.42, 0.84, 0.84), "", "Icon")


def _foot(studio: Studio, sheet: Sheet, source: str) -> tuple[str, float]:
    places = [p for p in layout(sheet.layout).places if p.kind == "ftr"]
    line = studio.one(places[0], source) if places else Line("")
    return line.text, line.size
