"""Sentences of a reading with what stands around them, and which of them may be taken for facts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.source import Block, Reading, Span
from tools.reading.sentences import sentences

from .lexicon import is_verb, verbs, words

_PROSE = ("paragraph", "item", "step", "quote", "note")
_FACTS = ("paragraph", "item", "step")
_ASIDE = ("questions", "references", "contents")
_FURNITURE = re.compile(r"https?://|www\.|doi:|©|ISBN|\.{4,}|^\s*(?:\[\d+\]|\d+\s*$)|\S@\S", re.IGNORECASE)
_LONGEST = 600


@dataclass(frozen=True)
class Line:
    """A sentence. ``text`` has single spaces; ``start:end`` is its place in the reading."""

    text: str
    start: int
    end: int
    block: int
    """Index of its block."""
    kind: str
    mark: str
    heading: str
    first: bool
    """It opens its block."""
    strong: tuple[str, ...]
    declares: bool = False
    """A whole sentence that states something: it has a stop, asks nothing, and is no page furniture."""
    factual: bool = False
    """It may be taken for a fact in the source's own voice: no quotation, note or objective, nobody's "I" or "we"."""

    @property
    def body(self) -> str:
        """Without the stop at its end."""
        return re.sub(r"\s*[.。…]+[\"'”’»]?$", "", self.text)


def one_line(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def read_lines(reading: Reading, language: str) -> list[Line]:
    """Sentences of all running text, in order. Headings, tables, verse, code, captions and what the source sets aside are left out."""
    found: list[Line] = []
    heading = ""
    for index, block in enumerate(reading.blocks):
        if block.kind == "heading":
            heading = one_line(reading.words_of(block))
        if block.kind not in _PROSE or block.mark in _ASIDE:
            continue
        body = reading.words_of(block)
        for i, (start, end) in enumerate(sentences(body, language)):
            text = one_line(body[start:end])
            strong = tuple(s for s in block.strong if one_line(s) in text)
            states = _declares(text)
            fact = states and block.kind in _FACTS and block.mark != "objectives" and _impartial(text, language)
            place = (block.start + start, block.start + end)
            found.append(Line(text, *place, index, block.kind, block.mark, heading, i == 0, strong, states, fact))
    return found


def span_of(reading: Reading, *lines: Line) -> Span:
    """From the first line's start to the last one's end."""
    return reading.span(lines[0].start, lines[-1].end)


def block_span(reading: Reading, *blocks: Block) -> Span:
    """From the first block's start to the last one's end."""
    return reading.span(blocks[0].start, blocks[-1].end)


def _declares(text: str) -> bool:
    if len(text) > _LONGEST or re.search("[?？!！]", text) or _FURNITURE.search(text):
        return False
    return re.search(r"[.。][\"'”’»)]?$", text) is not None and 2 * len(re.findall(r"[^\W\d_]", text)) > len(text)


def _impartial(text: str, language: str) -> bool:
    return text[0] not in '"“„«‘' and not personal(text, language)


def personal(text: str, language: str) -> bool:
    """Said by an "I" or "we"."""
    own = words(language, "first person")
    if language == "zh":
        return any(w in text for w in own)
    return any(w in own for w in re.findall(r"[^\W\d_]+", text.lower()))


def dependent(text: str, language: str) -> bool:
    """It opens with a word that points back ("It", "This", "such"), so that alone it says too little."""
    own = words(language, "pronouns")
    if language == "zh":
        return text.startswith(tuple(sorted(own)))
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?['’]?", text[:60].lower().replace("’", "'"))
    if not found:
        return False
    word = found[0]
    if word in words(language, "quantifiers"):
        after = found[1] if len(found) > 1 else ""
        return not after or after in verbs(language) or after in words(language, "stop")
    if (
        len(found) > 1
        and word in words(language, "articles")
        and found[1] in own
        and found[1][:3] in ("sol", "tal", "tel", "suc")
    ):
        return True
    if language == "de" and word == "das" and len(found) > 1:  # "Das gelingt erst": a pronoun; "Das Ohr" an article
        after = re.findall(r"[^\W\d_]+", text[:60])[1]
        return after.islower() and (is_verb(after, language) or not after.endswith(("e", "en", "er", "es", "em")))
    return word in own or word.split("'")[0] in own
