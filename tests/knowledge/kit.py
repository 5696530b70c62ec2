"""A reading made by hand from plain text with a few signs of Markdown: what the understanding of sources is tried on."""

from __future__ import annotations

import re
from pathlib import Path

from core.source import Block, Mark, Reading

SOURCES = Path(__file__).parent / "sources"
NAMES = tuple(sorted(path.stem for path in SOURCES.glob("*.md")))
_MARK = re.compile(r"\s*\{(objectives|terms|summary|questions|references|contents|example)\}$")


def reading(text: str, language: str = "en", name: str = "source.md") -> Reading:
    """Blocks are parted by blank lines. ``# `` title, ``## `` heading (``{summary}`` at its end marks its part), ``- `` item, ``1. ``
    step, ``| a | b |`` table row (a row of dashes makes the one before it a header), ``> `` quote, ``: `` caption, ``/ `` verse,
    ``**bold**``.
    """
    out, blocks, title, mark = "", [], "", ""
    for chunk in re.split(r"\n\s*\n", text.strip()):
        for raw in _lines(chunk):
            if re.fullmatch(r"\|[\s|:-]+\|", raw):
                blocks[-1] = blocks[-1].model_copy(update={"header": True})
                continue
            kind, level, body = _kind(raw)
            found = _MARK.search(body) if kind == "heading" else None
            if kind == "heading":
                mark = found[1] if found else ""
                body = _MARK.sub("", body)
            strong = tuple(re.findall(r"\*\*(.+?)\*\*", body))
            body = body.replace("**", "")
            out += "\n\n" if out else ""
            start = len(out)
            out += body
            title = body if kind == "title" else title
            own: Mark = "" if kind == "heading" else mark  # type: ignore[assignment]
            blocks.append(Block(kind=kind, start=start, end=len(out), level=level, strong=strong, mark=own))
    return Reading(name=name, title=title, language=language, text=out, blocks=tuple(blocks))


def source(name: str) -> Reading:
    """A text of the folder ``sources``, named ``<subject>.<language>``."""
    return reading((SOURCES / f"{name}.md").read_text("utf-8"), name.rsplit(".", 1)[1], f"{name}.md")


def _lines(chunk: str) -> list[str]:
    lines = chunk.split("\n")
    if all(re.match(r"(?:- |\d+\. |\||/ )", line) for line in lines):
        return lines
    return [chunk]


def _kind(raw: str) -> tuple:  # type: ignore[type-arg]
    if raw.startswith("|"):
        return "table", 0, "\t".join(cell.strip() for cell in raw.strip("|").split("|"))
    for sign, kind, level in (
        ("# ", "title", 1),
        ("## ", "heading", 2),
        ("### ", "heading", 3),
        ("- ", "item", 0),
        ("> ", "quote", 0),
        (": ", "caption", 0),
        ("/ ", "verse", 0),
    ):
        if raw.startswith(sign):
            return kind, level, raw[len(sign) :]
    step = re.match(r"\d+\. ", raw)
    return ("step", 0, raw[step.end() :]) if step else ("paragraph", 0, raw)
