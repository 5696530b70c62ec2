"""What a Word document's styles and numbering say of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STEPS: Final = frozenset(["decimal", "decimalZero", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "ordinal", "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "decimalEnclosedCircle", "decimalFullWidth"])  # fmt: skip
_DEEP: Final = 12


@dataclass(frozen=True)
class Style:
    """What a style's name, or that of one it is based on, tells."""

    title: bool = False
    caption: bool = False
    quote: bool = False
    code: bool = False
    contents: bool = False
    level: int = 0
    """Of a heading, from its name or outline; 0 for none."""


class Styles:
    """The styles of one document. ``has_headings``: some paragraph is set in a heading's style. ``size`` is of the body, in points."""

    def __init__(self, document: Any) -> None:
        self._nodes = {n.get(f"{_W}styleId"): n for n in document.styles.element.iter(f"{_W}style")}
        self._known: dict[str, Style] = {}
        self._default = next(
            (i for i, n in self._nodes.items() if n.get(f"{_W}default") == "1" and n.get(f"{_W}type") == "paragraph"),
            "",
        )
        self._formats = _formats(document)
        self.size = self._body_size(document)
        self.has_headings = any(
            self._style(node.get(f"{_W}val") or "").level for node in document.element.body.iter(f"{_W}pStyle")
        )

    def of(self, paragraph: Any) -> Style:
        """The style of a paragraph."""
        return self._style(_value(paragraph, "pPr/pStyle") or self._default)

    def outline(self, paragraph: Any) -> int:
        """The paragraph's heading level from 1; 0 for running text."""
        own = _value(paragraph, "pPr/outlineLvl")
        if own.isdigit() and int(own) < 9:
            return int(own) + 1
        return self.of(paragraph).level

    def numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """``("item" or "step", depth from 0)`` of a list entry, by its own numbering or its style's."""
        number, depth = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
        name = _value(paragraph, "pPr/pStyle") or self._default
        styled = ""
        for node in self._chain(name):
            number = number or _value(node, "pPr/numPr/numId")
            depth = depth or _value(node, "pPr/numPr/ilvl")
            styled = styled or _name(node)
        level = min(int(depth), 8) if depth.isdigit() and len(depth) < 3 else 0
        if number and number != "0":
            shape = self._formats.get((number, level)) or self._formats.get((number, 0), "")
            if shape != "none":
                return ("step" if shape in _STEPS else "item"), level or _deeper(styled)
        if styled.startswith(("list bullet", "list number")):
            return ("item" if "bullet" in styled else "step"), _deeper(styled)
        return None

    def _style(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._told(name)
        return self._known[name]

    def _told(self, name: str) -> Style:
        names = [_name(node) for node in self._chain(name)]
        level = next((int(n[8:]) for n in names if n.startswith("heading ") and n[8:].isdigit() and len(n) == 9), 0)
        for node in self._chain(name):
            outline = _value(node, "pPr/outlineLvl")
            if not level and outline.isdigit() and int(outline) < 9:
                level = int(outline) + 1

        def any_of(*words: str) -> bool:
            return any(n.startswith(words) for n in names)

        return Style(
            title="title" in names, caption=any_of("caption"), quote=any_of("quote", "intense quote", "block text"),
            code=any_of("html preformatted", "code", "source code", "macro", "plain text"), contents=any_of("toc ", "table of figures", "index "), level=level,
        )  # fmt: skip

    def _chain(self, name: str) -> list[Any]:
        """The style and those it is based on."""
        found: list[Any] = []
        while name in self._nodes and len(found) < _DEEP:
            found.append(self._nodes[name])
            name = _value(self._nodes[name], "basedOn")
        return found

    def _body_size(self, document: Any) -> float:
        defaults = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz")
        half = _value(self._nodes[self._default], "rPr/sz") if self._default in self._nodes else ""
        half = half or (defaults.get(f"{_W}val") if defaults is not None else "") or "22"
        return max(float(half) / 2, 1.0) if half.isdigit() else 11.0


def _formats(document: Any) -> dict[tuple[str, int], str]:
    """Numbering id and level to its number format."""
    part = next(
        (r.target_part for r in document.part.rels.values() if not r.is_external and r.reltype.endswith("/numbering")),
        None,
    )
    if part is None or not hasattr(part, "element"):
        return {}
    abstract: dict[str, dict[int, str]] = {}
    for node in part.element.iter(f"{_W}abstractNum"):
        levels = {int(lvl.get(f"{_W}ilvl") or 0): _value(lvl, "numFmt") for lvl in node.iter(f"{_W}lvl")}
        abstract[node.get(f"{_W}abstractNumId") or ""] = levels
    out: dict[tuple[str, int], str] = {}
    for node in part.element.iter(f"{_W}num"):
        for level, shape in abstract.get(_value(node, "abstractNumId"), {}).items():
            out[(node.get(f"{_W}numId") or "", level)] = shape
    return out


def _deeper(name: str) -> int:
    """Depth that a built-in list style names: 1 for "list bullet 2"."""
    return int(name[-1]) - 1 if name.startswith("list ") and name[-1] in "2345" else 0


def _name(style: Any) -> str:
    return _value(style, "name").lower()


def _value(node: Any, path: str) -> str:
    """The ``w:val`` of a descendant, empty where there is none."""
    found = node.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return str(found.get(f"{_W}val") or "") if found is not None else ""
