"""What a diagram shows, in words: a short alternative and the whole of it in sentences, from its data alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.lesson import Diagram, Node

from .figures import with_unit

MOST: Final = 150
"""Characters of an alternative text."""
_FILE: Final = Path(__file__).parent.parent / "data" / "diagrams.json"
_ENDS: Final = (".", "!", "?", "。", "！", "？", "…")


def describe(diagram: Diagram, language: str) -> tuple[str, str]:
    """Alternative text of at most 150 characters, and the long description in full sentences.

    In English, Spanish, German, French and Chinese; English sentences around the diagram's own words in any other language.
    """
    words = _words(language)
    sentences = [_head(diagram, words), *_body(diagram, words, language)]
    return _alt(diagram, words), words["gap"].join(_ended(s, words) for s in sentences)


def _alt(diagram: Diagram, words: dict[str, Any]) -> str:
    kind, title = words["alt"][diagram.kind], _plain(diagram.title)
    names = [
        _plain(n) for n in ([*diagram.columns] if diagram.kind == "comparison" else [n.text for n in _nodes(diagram)])
    ]
    start = f"{kind}{words['colon']}{title}" if title else kind
    if len(start) > MOST - 1:
        return start[: MOST - 1].rstrip() + "…"
    joiner = f" ({{}}){words['stop']}" if words["gap"] else f"（{{}}）{words['stop']}"
    for count in range(len(names), 0, -1):
        listed = words["comma"].join(names[:count]) + ("…" if count < len(names) else "")
        whole = start + joiner.format(listed)
        if len(whole) <= MOST:
            return whole
    return _ended(start, words) if len(start) < MOST else start


def _head(diagram: Diagram, words: dict[str, Any]) -> str:
    count = len(diagram.nodes) - 1 if diagram.kind == "labelled" else len(_nodes(diagram))
    names = [_quoted(c, words) for c in diagram.columns]
    count = len(names) if diagram.kind == "comparison" else count
    title = words["gap"] + _quoted(diagram.title, words) if diagram.title.strip() else ""
    one, many = words["head"][diagram.kind]
    return str((one if count == 1 else many).format(title=title, n=count, names=_listed(names, words)))


def _listed(names: list[str], words: dict[str, Any]) -> str:
    """ "a, b and c"."""
    return str(words["comma"].join(names[:-1]) + words["and_"] + names[-1]) if len(names) > 1 else "".join(names)


def _body(diagram: Diagram, words: dict[str, Any], language: str) -> Iterator[str]:
    match diagram.kind:
        case "concept_map":
            yield from _map(diagram, words)
        case "comparison":
            yield from _table(diagram, words)
        case "labelled":
            if diagram.nodes:
                yield words["whole"].format(text=_said(diagram.nodes[0], words))
            yield from (words["part"].format(i=i, text=_said(n, words)) for i, n in enumerate(diagram.nodes[1:], 1))
        case "timeline":
            for i, n in enumerate(diagram.nodes, 1):
                key = "event" if n.when.strip() else "undated"
                yield words[key].format(i=i, when=_plain(n.when), text=_said(n, words))
        case "chart":
            if diagram.unit.strip() and len(diagram.unit.strip()) > 3:
                yield words["unit"].format(unit=_plain(diagram.unit))
            unit = _plain(diagram.unit) if len(diagram.unit.strip()) <= 3 else ""
            for n in _nodes(diagram):
                yield words["value"].format(
                    text=_said(n, words), value=with_unit(float(n.value or 0.0), unit, language)
                )
        case _:
            key = {"process": "step", "cycle": "stage", "layers": "layer"}[diagram.kind]
            yield from (words[key].format(i=i, text=_said(n, words)) for i, n in enumerate(diagram.nodes, 1))
            if diagram.kind == "cycle" and len(diagram.nodes) > 1:
                yield words["again"].format(n=len(diagram.nodes))


def _map(diagram: Diagram, words: dict[str, Any]) -> Iterator[str]:
    names = {n.id: _quoted(n.text, words) for n in diagram.nodes}
    if diagram.nodes:
        yield words["centre"].format(text=_said(diagram.nodes[0], words))
    links = [k for k in diagram.links if k.start in names and k.end in names and k.start != k.end]
    for k in links:
        key = "link" if k.label.strip() else "plain"
        yield words[key].format(label=_quoted(k.label, words), start=names[k.start], end=names[k.end])
    if not links:
        yield from (words["line"].format(start=names[diagram.nodes[0].id], end=names[n.id]) for n in diagram.nodes[1:])
    told = {i for k in links for i in (k.start, k.end)} if links else {n.id for n in diagram.nodes}
    for n in diagram.nodes[1:]:
        if n.id not in told or n.detail.strip():
            yield words["idea"].format(text=_said(n, words))


def _table(diagram: Diagram, words: dict[str, Any]) -> Iterator[str]:
    for row in diagram.rows:
        for column, cell in zip(diagram.columns, row[1:], strict=False):
            if cell.strip():
                key = "cell" if row[0].strip() else "cell_bare"
                yield words[key].format(
                    aspect=_quoted(row[0], words), column=_quoted(column, words), cell=_quoted(cell, words)
                )


def _nodes(diagram: Diagram) -> list[Node]:
    return [n for n in diagram.nodes if diagram.kind != "chart" or n.value is not None]


def _said(node: Node, words: dict[str, Any]) -> str:
    """The node's words in quotation marks, and its smaller line after a colon."""
    detail = _plain(node.detail)
    return _quoted(node.text, words) + (words["colon"] + detail.rstrip(".。") if detail else "")


def _quoted(text: str, words: dict[str, Any]) -> str:
    return f"{words['open']}{_plain(text)}{words['close']}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _ended(sentence: str, words: dict[str, Any]) -> str:
    return sentence if sentence.endswith(_ENDS) else sentence + str(words["stop"])


@lru_cache(maxsize=32)
def _words(language: str) -> dict[str, Any]:
    table: dict[str, dict[str, Any]] = json.loads(_FILE.read_text("utf-8"))
    return table.get(language.split("-")[0].lower(), table["en"])
