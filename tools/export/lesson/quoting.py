"""Passages of a source in a lesson's text: quoted sentences that follow each other are one quotation, with one credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.lesson import Lesson, Section, Statement
from tools.design.slides.words import quoted
from tools.export.languages import CJK, primary

_VERSE: Final = " / "
"""Between two lines of a stanza."""
_NEAR: Final = 3
"""Characters between two sentences that follow each other."""
OMITTED: Final = {"zh": "……"}
"""What stands for words that were left out; elsewhere dots in brackets."""


def passages(statements: Sequence[Statement]) -> list[tuple[bool, list[Statement]]]:
    """The statements in order, quoted ones that follow each other and come from one source together, others each alone."""
    out: list[tuple[bool, list[Statement]]] = []
    for s in statements:
        if not s.text.strip():
            continue
        last = out[-1][1][-1] if out and out[-1][0] else None
        if s.quoted and last is not None and _source(last) == _source(s):
            out[-1][1].append(s)
        else:
            out.append((s.quoted, [s]))
    return out


def gap(before: Statement | None, after: Statement, language: str) -> str:
    """What parts two sentences of a quotation: nothing but a space, or the sign for words left out."""
    space = "" if primary(language) in CJK else " "
    if before is None:
        return ""
    near = before.spans and after.spans and 0 <= after.spans[0].start - before.spans[-1].end <= _NEAR
    return space if near else f"{space}{OMITTED.get(primary(language), '[…]')}{space}"


def stanzas(group: Sequence[Statement]) -> bool:
    """Whether the quotation is verse: each statement a stanza, set apart."""
    return any(_VERSE in s.text for s in group)


def verse(group: Sequence[Statement]) -> list[list[Statement]]:
    """The paragraphs of a quotation: each stanza, or all of it."""
    return [[s] for s in group] if stanzas(group) else [list(group)]


def credit(lesson: Lesson, section: Section, group: Sequence[Statement]) -> str:
    """Whose words they are and where they stand: the source's title, and the heading above them where it has one."""
    name = _source(group[0])
    note = next((s for s in lesson.sources if s.name == name), None)
    title = " ".join((note.title or note.name if note else name).split())
    place = " ".join(section.heading.split())
    if not place or re.sub(r"\W", "", place).casefold() == re.sub(r"\W", "", title).casefold():
        return title
    comma = "，" if primary(lesson.language) == "zh" else ", "
    return f"{title}{comma}{quoted(place, lesson.language)}" if title else place


def _source(statement: Statement) -> str:
    return statement.spans[0].source if statement.spans else ""
