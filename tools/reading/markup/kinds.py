"""Which kind of block an element of a page opens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.source import BlockKind, Mark

from .tree import Element, hints

BLOCKS: Final = frozenset(
    [
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "p",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "footer",
        "nav",
        "aside",
        "address",
        "details",
        "summary",
        "fieldset",
        "center",
        "hr",
        "pre",
        "form",
        "title",
        "hgroup",
    ]
)
"""Elements that part running text."""
_VERSE: Final = re.compile(r"(?:^|[\s_-])(?:poem|poetry|verse|stanza|line-?group|lg)(?:$|[\s_-])")


@dataclass
class Open:
    """A block element being read."""

    element: Element
    kind: BlockKind
    level: int = 0
    mark: Mark = ""
    first: bool = True
    """Whether nothing of it was given yet: later paragraphs of a list item are paragraphs."""


def kind_of(node: Element, name: str, above: Open | None, lists: list[str]) -> tuple[BlockKind, int]:
    """Kind and level of the block that ``node`` opens inside ``above``; ``lists`` are the lists that it stands in, outermost first."""
    if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "heading", int(name[1])
    if node.get("role") == "heading":
        level = node.get("aria-level") or "2"
        return "heading", int(level) if level in ("1", "2", "3", "4", "5", "6") else 6
    if name == "li":
        return ("step" if lists[-1:] == ["ol"] else "item"), max(len(lists) - 1, 0)
    if name in ("figcaption", "caption"):
        return "caption", 0
    if name == "dd":
        return "item", 0
    if _VERSE.search(hints(node)) or (above and above.kind == "verse"):
        return "verse", 0
    if name == "blockquote" or (above and above.kind == "quote"):
        return "quote", 0
    if above and above.kind in ("item", "step", "caption", "note") and name in ("p", "div", "dt"):
        return above.kind, above.level
    return "paragraph", 0
