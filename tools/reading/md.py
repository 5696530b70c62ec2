"""Markdown (CommonMark with tables): rendered by markdown-it-py, then read as HTML."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt

from .decode import text_of
from .limits import MAX_CHARACTERS
from .markup import pieces, tree
from .pieces import Found, Piece
from .txt import verse_lines

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD: Final = re.compile(r"^(title|lang|language)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.M | re.I)
_NOTE: Final = re.compile(r"^\[\^[^\]\s]{1,40}\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.M)
_REFERENCE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]")
_MARKED: Final = re.compile(r"^(?: {4}|\t|[#>*+-] |[=-]{2,}|<|\||~~~|```)|\d|  $|\\$")
"""A line that is more than plain words."""
_MOST: Final = 2 * MAX_CHARACTERS


def found(data: bytes, name: str) -> Found:
    """The pieces of a Markdown text; footnotes come last, front matter gives title and language."""
    text, encoding = text_of(data)
    losses = ["Some bytes fit no encoding and were dropped."] if "damaged" in encoding else []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if len(text) > _MOST:
        text = text[:_MOST]
        losses.append(f"The source is longer than {_MOST:,} characters of Markdown; the rest was left out.")
    fields: dict[str, str] = {}
    if front := _FRONT.match(text):
        fields = {key.lower(): value for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    notes = [Piece("note", _REFERENCE.sub("", note)) for note in _NOTE.findall(text)]
    text = _REFERENCE.sub("", _NOTE.sub("", text))
    root, lost = tree(f"<html><body>{_renderer().render(_kept_verse(text))}</body></html>")
    read, cut = ([], ()) if root is None else pieces(root, page=False)
    language = fields.get("lang") or fields.get("language", "")
    return Found((*read, *notes), title=fields.get("title", ""), language=language, losses=(*losses, *lost, *cut))


def _kept_verse(text: str) -> str:
    """Poems as people type them: the ends of their lines kept, which Markdown would run together. What holds a mark of Markdown, a
    digit or an indent is left alone.
    """
    out: list[str] = []
    fenced = False
    for group in re.split(r"(\n[ \t]*\n)", text):
        lines = group.split("\n")
        fenced ^= sum(line.lstrip().startswith(("```", "~~~")) for line in lines) % 2 == 1
        plain = not fenced and not any(_MARKED.search(line) for line in lines if line)
        out.append("  \n".join(lines) if plain and verse_lines([line for line in lines if line]) else group)
    return "".join(out)


def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable(["table", "strikethrough"])
