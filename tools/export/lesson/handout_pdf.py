"""The lesson's text on paper: to read, with its words in the margin, its drawings described and its sources named."""

from __future__ import annotations

import re
from typing import Any, Final

from core.lesson import Section, Statement, Term
from tools.export.languages import CJK, primary
from tools.export.lesson.book import Book
from tools.export.lesson.printed import Pictures, fitted, ground, sheet_language, whole, width
from tools.export.lesson.quoting import credit, gap, passages, stanzas
from tools.export.paper import cut

_PARAGRAPH: Final = 420
"""A new paragraph begins after the sentence that passes so many Latin letters."""
_UNSPACED: Final = 0x2E80
"""From here on scripts set no spaces between words."""
_YOUNG: Final = 12
"""Up to this age the text is set larger."""


def handout_pdf(book: Book) -> bytes:
    """A4, tagged PDF/UA-1, as long as the text.

    Raises:
        ToolFailure: Typst cannot set it.
    """
    lesson, pictures = book.lesson, Pictures(book)
    diagrams = {d.id: d for d in lesson.diagrams}
    shown: dict[str, None] = {}
    sections = []
    explained: set[str] = set()
    terms = {t.id: t for t in lesson.terms}
    for section in lesson.sections:
        beside = [terms[i] for i in section.terms if i in terms and i not in explained]
        explained.update(t.id for t in beside)
        fresh = section.diagram in diagrams and section.diagram not in shown
        if fresh:
            shown[section.diagram] = None
        sections.append(
            {
                "title": whole(section.title),
                "paragraphs": paragraphs(book, section, beside),
                "terms": [_term(t) for t in beside],
                "picture": pictures.diagram(diagrams[section.diagram]) if fresh else None,
            }
        )
    data: dict[str, Any] = {
        **ground(book, "handout"),
        "body": 11.8 if lesson.ages and lesson.ages[1] <= _YOUNG else 11.0,
        "summary": whole(lesson.summary.text),
        "objectives": [whole(o.text) for o in lesson.objectives],
        "sections": sections,
        "terms": [_term(t) for t in lesson.terms if t.id not in explained],
        "pictures": [pictures.diagram(d) for d in lesson.diagrams if d.id not in shown],
        "sources": [whole(s.title or s.name) for s in lesson.sources],
    }
    return fitted("lesson_handout", data, pictures.files)


def paragraphs(book: Book, section: Section, terms: list[Term]) -> list[dict[str, Any]]:
    """Sentences gathered to paragraphs; a quotation stands alone; a term is strong where it is first said."""
    out: list[dict[str, Any]] = []
    glue = "" if primary(book.lesson.language) in CJK else " "
    gathered: list[str] = []
    left = [word for t in terms if (word := whole(t.word))]

    def close() -> None:
        if gathered:
            out.append({"runs": _runs(glue.join(gathered), left), "quote": None})
            gathered.clear()

    for is_quoted, group in passages(section.statements):
        if is_quoted:
            close()
            out.append({"runs": [], "quote": _quoted(book, section, group)})
            continue
        gathered += [text for s in group if (text := whole(s.text))]
        if sum(width(t) for t in gathered) >= _PARAGRAPH:
            close()
    close()
    return out


def _quoted(book: Book, section: Section, group: list[Statement]) -> dict[str, Any]:
    """A quotation: its stanzas or its one paragraph, and the credit under it."""
    lesson, source = book.lesson, group[0].spans[0].source if group[0].spans else ""
    language = next((s.language for s in lesson.sources if s.name == source), lesson.language)
    verse = stanzas(group)
    if verse:
        parts = [whole(s.text) for s in group]
    else:
        parts = ["".join(gap(a, b, language) + whole(b.text) for a, b in zip((None, *group), group, strict=False))]
    return {
        "lang": sheet_language(language), "parts": parts, "verse": verse, "source": whole(cut(credit(lesson, section, group), 200)),
    }  # fmt: skip


def _runs(text: str, left: list[str]) -> list[dict[str, Any]]:
    """The text cut at the first place of each term in ``left``, which loses the terms that were found."""
    places: list[tuple[int, int]] = []
    for word in list(left):
        before, after = (r"(?<!\w)", r"(?!\w)") if ord(word[0]) < _UNSPACED else ("", "")
        found = re.search(before + re.escape(word) + after, text, re.IGNORECASE)
        if found and not any(a < found.end() and found.start() < b for a, b in places):
            places.append(found.span())
            left.remove(word)
    out, done = [], 0
    for a, b in sorted(places):
        out += [{"text": text[done:a], "strong": False}, {"text": text[a:b], "strong": True}]
        done = b
    return [run for run in [*out, {"text": text[done:], "strong": False}] if run["text"]]


def _term(term: Term) -> dict[str, str]:
    return {"word": whole(term.word), "meaning": whole(term.meaning.text)}
