"""What every reader gives, and how it becomes a ``Reading``: cleaned, parted, marked, bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from core.source import Block, BlockKind, Mark, Reading

from .clean import plain
from .language import told
from .limits import MAX_CHARACTERS, nothing_in
from .marks import marked

_LINES: Final = frozenset({"code", "verse"})
_WORDY: Final = re.compile(r"\w")
_TITLE_LENGTH: Final = 200


@dataclass(frozen=True)
class Piece:
    """A block before it has its place. ``text`` may be raw: it is made plain here."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0
    mark: Mark = ""
    header: bool = False
    strong: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A file's pieces in reading order, and what it says of itself."""

    pieces: tuple[Piece, ...]
    title: str = ""
    language: str = ""
    """As the file declares it; the words themselves have the last say."""
    losses: tuple[str, ...] = field(default=())


def reading(name: str, found: Found) -> Reading:
    """The ``Reading`` of what was found. ``BadInput`` where there is no word."""
    pieces = [p for p in map(_clean, found.pieces) if _WORDY.search(p.text) or (p.kind == "code" and p.text)]
    kept, losses = _bounded(pieces, list(found.losses))
    if not any(_WORDY.search(p.text) for p in kept):
        raise nothing_in(name)
    kept = _titled(kept)
    language = told((p.text for p in kept), found.language)
    kept = marked(kept, language)
    blocks, place = [], 0
    for piece in kept:
        end = place + len(piece.text)
        blocks.append(_block(piece, place, end))
        place = end + 2
    return Reading(
        name=name, title=_title(kept, plain(found.title), name), language=language, text="\n\n".join(p.text for p in kept),
        blocks=tuple(blocks), losses=tuple(losses),
    )  # fmt: skip


def _block(piece: Piece, start: int, end: int) -> Block:
    return Block(
        kind=piece.kind, start=start, end=end, level=piece.level, page=piece.page, mark=piece.mark, header=piece.header,
        strong=piece.strong,
    )  # fmt: skip


def _clean(piece: Piece) -> Piece:
    if piece.kind == "table":
        text = "\t".join(plain(cell) for cell in piece.text.split("\t")).rstrip("\t ")
    else:
        text = plain(piece.text, keep_lines=piece.kind in _LINES)
    strong = dict.fromkeys(s for s in (plain(s).strip(" .,;:") for s in piece.strong) if _WORDY.search(s) and s in text)
    return replace(piece, text=text, strong=tuple(strong) if piece.kind not in ("heading", "title") else ())


def _bounded(pieces: list[Piece], losses: list[str]) -> tuple[list[Piece], list[str]]:
    """The pieces that fit ``MAX_CHARACTERS``; what is left out is said."""
    kept: list[Piece] = []
    room = MAX_CHARACTERS
    for number, piece in enumerate(pieces):
        if len(piece.text) > room:
            if not kept:
                kept.append(replace(piece, text=piece.text[:room].rstrip()))
                number += 1
            share = 100 - round(100 * number / len(pieces))
            losses.append(f"The source is longer than {MAX_CHARACTERS:,} characters; its last part (about {share}% of its blocks) was left out.")  # fmt: skip
            break
        kept.append(piece)
        room -= len(piece.text) + 2
    return kept, losses


def _titled(pieces: list[Piece]) -> list[Piece]:
    """The only heading of the highest level, if it comes first, is the title."""
    if any(p.kind == "title" for p in pieces):
        return pieces
    heads = [(i, p) for i, p in enumerate(pieces) if p.kind == "heading"]
    if not heads:
        return pieces
    place, first = heads[0]
    alone = sum(p.level <= first.level for _, p in heads) == 1
    if not alone or place > 3 or len(first.text) > _TITLE_LENGTH:
        return pieces
    return [*pieces[:place], replace(first, kind="title", level=0), *pieces[place + 1 :]]


def _title(pieces: Iterable[Piece], declared: str, name: str) -> str:
    """Its title block, or what the file declares if that is no file name, or its first heading."""
    for piece in pieces:
        if piece.kind == "title":
            return piece.text[:_TITLE_LENGTH]
    if _WORDY.search(declared) and not _FILE.search(declared):
        return declared[:_TITLE_LENGTH]
    return next((p.text[:_TITLE_LENGTH] for p in pieces if p.kind == "heading" and not p.mark), "")


_FILE: Final = re.compile(
    r"\.(?:docx?|pdf|txt|indd|tex|html?|qxd|pptx?|odt|rtf|md|epub)$|^(?:microsoft word|untitled|unbenannt|sin título|sans titre|document\d*|无标题|slide \d+$|powerpoint)",
    re.I,
)
