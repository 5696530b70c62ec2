"""README.txt of a package: what each file is for, and what a publisher has to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final
from unicodedata import east_asian_width

from tools.design.breaks import pieces
from tools.design.clusters import ZWJ, ZWNJ
from tools.export.labels import labels, spoken
from tools.export.languages import primary
from tools.export.markup import resource

WIDTH: Final = 78


def uses(language: str) -> tuple[tuple[str, str], ...]:
    """What files are for, by pattern; the first that fits counts. English where we have no words in the language."""
    return tuple(
        (pattern, use)
        for line in resource(f"data/handover/uses.{_tongue(language)}.txt").splitlines()
        for pattern, _, use in (line.partition(": "),)
    )


def _tongue(language: str) -> str:
    return primary(spoken("handover", language))


@dataclass(frozen=True)
class Handover:
    """What the sheet says. ``uses`` adds or replaces what a path pattern is for."""

    title: str
    brand: str = ""
    language: str = "en"
    draft: bool = True
    paths: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    licences: Mapping[str, str] | None = None
    """Work to licence, for what is inside the files (fonts, icons)."""
    uses: tuple[tuple[str, str], ...] = ()
    digest: str = ""


def handover(sheet: Handover) -> bytes:
    """Plain text, UTF-8 with LF, at most 78 columns where words allow it."""
    ui = labels("handover", sheet.language)
    blocks = [_title(sheet)]
    if sheet.draft:
        blocks.append(_wrap(ui["draft"]))
    blocks.append(_section(ui["what"], _listing(sheet.paths, (*sheet.uses, *uses(sheet.language)), ui)))
    blocks.append(_section(ui["publish"], [_wrap(ui["label"]), *(_bullet(line) for line in sheet.legal)]))
    if sheet.notes:
        blocks.append(_section(ui["notes"], [_bullet(note) for note in sheet.notes]))
    if sheet.licences:
        named = sorted((ui.get(work, work), licence) for work, licence in sheet.licences.items())
        blocks.append(_section(ui["licences"], [_bullet(f"{work}: {licence}") for work, licence in named]))
    if sheet.digest:
        blocks.append(_section(ui["digest"], [sheet.digest]))
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _title(sheet: Handover) -> str:
    name = _plain(f"{sheet.brand}: {sheet.title}" if sheet.brand and sheet.brand not in sheet.title else sheet.title)
    return f"{name}\n{'=' * min(_columns(name), WIDTH)}"


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "-" * _columns(title), "", *lines])


def _listing(paths: Iterable[str], known: Iterable[tuple[str, str]], ui: Mapping[str, str]) -> list[str]:
    """Patterns that some file fits, in the order of the list, with how many files they cover."""
    rules = list(dict(known).items())
    counts: dict[str, int] = {}
    for path in paths:
        found = next((pattern for pattern, _ in rules if fnmatchcase(path, pattern)), "")
        if found:
            counts[found] = counts.get(found, 0) + 1
    lines = []
    for pattern, use in rules:
        if n := counts.get(pattern, 0):
            head = pattern if n == 1 and "*" not in pattern else f"{pattern}  ({n} {ui['file' if n == 1 else 'files']})"
            lines += [head, _fill(use, "    ", "    ")]
    return lines


def _bullet(text: str) -> str:
    return _fill(_plain(text), "- ", "  ")


def _wrap(text: str) -> str:
    return _fill(_plain(text), "", "")


def _fill(text: str, first: str, later: str) -> str:
    """Lines of at most ``WIDTH`` columns, in which a Chinese character takes two."""
    lines = [first]
    for piece in pieces(text):
        if _columns((lines[-1] + piece).rstrip()) > WIDTH and lines[-1].strip(" -"):
            lines.append(later)
        lines[-1] += piece
    return "\n".join(line.rstrip() for line in lines)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() or c in (ZWJ, ZWNJ) else " " for c in text).split())
