"""Plain text: hard-wrapped lines rejoined, headings, lists, verse and tables told by how they are set."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .clean import plain
from .decode import text_of
from .lines import HEADING_WORD, contents_line, ends_sentence, listed, numbered_heading
from .mend import Words, joined
from .notes import without_notes
from .pieces import Found, Piece

_RULE: Final = re.compile(r"^\s*([=\-~*_#^+])\1{2,}\s*$")
_SETEXT: Final = re.compile(r"^\s*([=\-~^*])\1{2,}\s*$")
_BOOK: Final = re.compile(r"^\*{3} ?(START|END) OF (?:THE|THIS) PROJECT GUTENBERG.*$", re.M)
_CELLS: Final = re.compile(r"\t+| {3,}|\s*\|\s*")
_EMPHASIS: Final = re.compile(r"(?<![\w_])_([^_\n]{2,60})_(?![\w_])")
_WRAP: Final = 110
"""Lines longer than this were not wrapped by hand: each is a paragraph."""
_HEADING_LENGTH: Final = 80


def found(data: bytes, name: str) -> Found:
    """The pieces of a text. Form feeds part pages; a library's licence round a book is left out."""
    text, encoding = text_of(data)
    losses = ("Some bytes fit no encoding and were dropped.",) if "damaged" in encoding else ()
    text = _inner(text.replace("\r\n", "\n").replace("\r", "\n"))
    words = Words(text)
    pieces: list[Piece] = []
    pages = text.split("\f")
    for number, page in enumerate(pages, 1):
        at = number if len(pages) > 1 else 0
        for group in _groups(page):
            pieces += _pieces(group, words, at, first=not pieces)
    return Found(tuple(_ranked(pieces)), losses=losses)


def _inner(text: str) -> str:
    """A book of Project Gutenberg between its marks; any other text whole."""
    marks = list(_BOOK.finditer(text))
    starts = [m.end() for m in marks if m[1] == "START"]
    ends = [m.start() for m in marks if m[1] == "END"]
    return text[starts[0] if starts else 0 : ends[-1] if ends and (not starts or ends[-1] > starts[0]) else len(text)]


def _groups(page: str) -> list[list[str]]:
    """Runs of lines that blank lines part; in a text without blank lines whose lines are long, each line."""
    lines = page.split("\n")
    full = [line for line in lines if line.strip()]
    unwrapped = len(full) == len([x for x in lines if x.strip() or x]) and sum(len(x) > _WRAP for x in full) * 3 > len(
        full
    )
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
        elif len(line) > _WRAP or unwrapped:
            groups += [[line], []]
        else:
            groups[-1].append(line.rstrip())
    return [group for group in groups if group]


def _pieces(group: list[str], words: Words, page: int, *, first: bool) -> list[Piece]:
    """What a run of lines is."""
    group = [line for line in group if not (_RULE.match(line) and len(group) == 1)]
    if not group:
        return []
    if len(group) >= 2 and _SETEXT.match(group[1]) and len(group[0]) <= _HEADING_LENGTH:
        level = 1 if group[1].strip()[0] in "=*" else 2
        rest = _pieces(group[2:], words, page, first=False) if group[2:] else []
        return [Piece("heading", group[0], level=level, page=page), *rest]
    if first and _centred(group):
        return [Piece("heading", " ".join(line.strip() for line in group), level=1, page=page)]
    if rows := _rows(group):
        return [Piece("table", "\t".join(cells), page=page, header=i == 0) for i, cells in enumerate(rows)]
    if len(group) == 1 and (level := _heading(group[0], first)):
        return [Piece("heading", group[0].strip(" *_#"), level=level, page=page)]
    if verse_lines(group):
        return [Piece("verse", "\n".join(line.strip() for line in group), page=page)]
    return _running(group, words, page)


def _running(group: list[str], words: Words, page: int) -> list[Piece]:
    """Paragraphs and list items of a run of lines."""
    out: list[tuple[Piece, list[str]]] = []
    lead = min((len(line) - len(line.lstrip()) for line in group), default=0)
    for line in group:
        text = line.strip()
        if entry := contents_line(text):
            out.append((Piece("item", entry, page=page, mark="contents"), [entry]))
        elif (found := listed(text)) and (found[0] == "item" or out or numbered_start(line)):
            level = min((len(line) - len(line.lstrip()) - lead) // 2, 6)
            out.append((Piece("step" if found[0] == "step" else "item", "", level=level, page=page), [found[1]]))
        elif not out or out[-1][0].mark:
            out.append((Piece("paragraph", "", page=page), [text]))
        else:
            out[-1][1].append(text)
    return [_finished(replace(piece, text=joined(lines, words))) for piece, lines in out]


def numbered_start(line: str) -> bool:
    """Whether a list may begin here: with one, a or i."""
    return bool(re.match(r"\s*[(]?(?:1|a|A|i|I|一)[.)、．]", line))


def _finished(piece: Piece) -> Piece:
    strong = tuple(_EMPHASIS.findall(piece.text))
    text = without_notes(_EMPHASIS.sub(r"\1", piece.text))
    return Piece(piece.kind, text, level=piece.level, page=piece.page, mark=piece.mark, strong=strong)


def _heading(line: str, first: bool) -> int:
    """Level of a line that stands alone, 0 for none: by its number, its word, its capitals, or being short without a stop."""
    text = line.strip()
    if text.startswith("#"):
        return min(len(text) - len(text.lstrip("#")), 6)
    if len(text) > _HEADING_LENGTH or listed(text) and not numbered_heading(text):
        return 0
    if level := numbered_heading(text):
        return level
    if HEADING_WORD.match(text):
        return 1
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 3 and text.upper() == text and text.lower() != text:
        return 1
    short = len(text) <= 60 and not text.endswith((".", ",", ";", "。", "，", "；", "!", "！", "…"))
    opens = text[:1].isupper() or text[:1].isdigit() or not (text[:1].islower() or text[:1] in "\"“«'(-–—")
    if (
        short
        and opens
        and not ends_sentence(text)
        and (len(text.split()) <= 9 and len(text) <= (20 if "\u4e00" <= text[0] <= "\u9fff" else 60))
    ):
        return 1 if first else 2
    return 0


def _rows(group: list[str]) -> list[list[str]]:
    """Cells of lines that tabs, bars or wide gaps part alike; empty where they are no table."""
    if len(group) < 2:
        return []
    lines = [line.strip().strip("|").strip() for line in group if not re.fullmatch(r"[\s|+:=-]+", line)]
    rows = [[cell for cell in _CELLS.split(line)] for line in lines]
    counts = {len(row) for row in rows}
    if len(rows) < 2 or min(counts) < 2 or (len(counts) > 1 and max(counts) - min(counts) > 1):
        return []
    return [[plain(cell) for cell in row] for row in rows]


def verse_lines(group: list[str]) -> bool:
    """At least three short lines, each opening with a capital, that do not fill a common width and are no list."""
    if len(group) < 3 or any(listed(line.strip()) for line in group):
        return False
    texts = [line.strip() for line in group]
    longest = max(map(len, texts))
    capital = sum(text.lstrip("\"“‘«»'—–¿¡([")[:1].isupper() for text in texts)
    if any("\u4e00" <= c <= "\u9fff" for c in texts[0]):
        return longest <= 24 and all(text[-1] in "，。；！？、：,.;!?" for text in texts)
    even = len(texts) >= 4 and longest <= 55 and capital == len(texts)  # of one metre, so of one width
    full = sum(len(text) > longest - 8 for text in texts[:-1])
    return even or (longest <= 62 and capital >= 0.85 * len(texts) and full < 0.75 * len(texts))


def _centred(group: list[str]) -> bool:
    """A few short lines set far in: a title."""
    return len(group) <= 3 and all(len(line) - len(line.lstrip()) >= 8 and len(line.strip()) <= 60 for line in group)


def _ranked(pieces: list[Piece]) -> list[Piece]:
    """Numbered lines that stand alone, short and named like headings, are headings; a heading that nothing follows is a paragraph."""
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        around = {p.kind for p in pieces[max(place - 1, 0) : place + 2 : 2] if p is not piece}
        after = pieces[place + 1].kind if place + 1 < len(pieces) else ""
        if piece.kind == "step" and "step" not in around and after == "paragraph" and _titled(piece.text):
            piece = Piece("heading", piece.text.rstrip(". "), level=2, page=piece.page)
        out.append(piece)
    if len(out) > 1 and out[-1].kind == "heading":
        out[-1] = Piece("paragraph", out[-1].text, page=out[-1].page)
    return out


def _titled(text: str) -> bool:
    return len(text) <= 60 and text[:1].isupper() and not re.search(r"[.!?;:,]\s", text)
