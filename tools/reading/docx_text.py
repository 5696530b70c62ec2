"""The words of a Word paragraph or table: inserted text counts, deleted does not; note numbers go, exponents stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from .notes import superscript

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED: Final = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}instrText", f"{_MC}Fallback", f"{_W}rubyPr", f"{_W}rt")
)
_RUNS: Final = frozenset((f"{_W}r", f"{_M}r"))
_CHARS: Final = {
    f"{_W}tab": "\t",
    f"{_W}noBreakHyphen": "-",
    f"{_W}br": "\u2028",
    f"{_W}cr": "\u2028",
    f"{_W}ptab": "\t",
}


@dataclass(frozen=True)
class Said:
    """A paragraph's words. ``size`` in points, 0 where it is its style's; ``boxes`` are text boxes hung on it."""

    text: str
    strong: tuple[str, ...] = ()
    all_bold: bool = False
    size: float = 0.0
    boxes: tuple[Any, ...] = ()

    @property
    def short(self) -> bool:
        """Whether it stands on one line or two."""
        return len(self.text) <= 160


def said(paragraph: Any) -> Said:
    """The words of a ``w:p``."""
    parts: list[tuple[str, bool, bool]] = []
    boxes: list[Any] = []
    sizes: list[float] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == f"{_W}txbxContent":
            boxes.append(node)
        elif node.tag in _RUNS and not _holds_drawing(node):
            _run(node, parts, sizes)
        else:
            stack.extend(reversed(node))
    text = "".join(part for part, _, _ in parts).replace("\t", " ")
    words = [part for part, _, _ in parts if part.strip()]
    bold = bool(words) and all(b for part, b, _ in parts if part.strip())
    return Said(text, () if bold else _strong(parts), bold, max(sizes, default=0.0), tuple(boxes))


def _holds_drawing(run: Any) -> bool:
    return any(
        isinstance(child.tag, str) and child.tag.endswith(("}drawing", "}pict", "}AlternateContent", "}object"))
        for child in run
    )


def _run(run: Any, parts: list[tuple[str, bool, bool]], sizes: list[float]) -> None:
    text = "".join(_letters(run))
    if not text or _on(run, "vanish"):
        return
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    if raised is not None and raised.get(f"{_W}val") == "superscript":
        text = superscript(text, "".join(part for part, _, _ in parts[-3:]))
    size = run.find(f"{_W}rPr/{_W}sz")
    if size is not None and (size.get(f"{_W}val") or "").isdigit() and text.strip():
        sizes.append(float(size.get(f"{_W}val")) / 2)
    parts.append((text, _on(run, "b"), _on(run, "i")))


def _letters(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag in (f"{_W}t", f"{_M}t"):
            yield child.text or ""
        elif child.tag == f"{_W}br" and child.get(f"{_W}type") in ("page", "column"):
            yield " "
        elif child.tag == f"{_W}ruby":
            yield "".join(t.text or "" for base in child.iter(f"{_W}rubyBase") for t in base.iter(f"{_W}t"))
        elif child.tag in _CHARS:
            yield _CHARS[child.tag]


def _on(run: Any, name: str) -> bool:
    node = run.find(f"{_W}rPr/{_W}{name}")
    return node is not None and node.get(f"{_W}val") not in ("0", "false", "off")


def _strong(parts: list[tuple[str, bool, bool]]) -> tuple[str, ...]:
    """Runs in bold or italics that stand next to one another, as one."""
    out: list[str] = []
    last = False
    for text, bold, italic in parts:
        strong = bold or italic
        if strong:
            out = [*out[:-1], out[-1] + text] if last and out else [*out, text]
        last = strong
    return tuple(s.strip() for s in out if s.strip() and len(s) <= 80)


def tables_of(table: Any) -> list[tuple[str, str, bool]]:
    """A table's rows as ``("row", cells parted by tabs, is header)``; a table of one column as ``("text", words, False)`` each."""
    rows = [(line, _cells(line)) for line in table.iter(f"{_W}tr") if _owner(line) is table]
    rows = [(line, cells) for line, cells in rows if any(cells)]
    if max((len(cells) for _, cells in rows), default=0) < 2:
        return [("text", text, False) for _, cells in rows for text in cells[0].split("\u2028") if text.strip()]
    out = []
    for number, (line, cells) in enumerate(rows):
        named = line.find(f"{_W}trPr/{_W}tblHeader") is not None
        first = (
            number == 0
            and len(rows) > 1
            and (_first_row(table) or all(said(p).all_bold for p in line.iter(f"{_W}p") if said(p).text.strip()))
        )
        out.append(("row", "\t".join(cell.replace("\u2028", " ") for cell in cells), named or first))
    return out


def _owner(node: Any) -> Any:
    """The table that a row belongs to, past content controls."""
    node = node.getparent()
    while node is not None and node.tag != f"{_W}tbl":
        node = node.getparent()
    return node


def _cells(line: Any) -> list[str]:
    cells: list[str] = []
    for cell in line.iter(f"{_W}tc"):
        parent = cell.getparent()
        while parent is not None and parent.tag != f"{_W}tr":
            parent = parent.getparent()
        if parent is not line:
            continue
        text = "\u2028".join(filter(None, (said(p).text.replace("\t", " ").strip() for p in cell.iter(f"{_W}p"))))
        cells.append(text)
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        wide = (span.get(f"{_W}val") or "1") if span is not None else "1"
        cells += [""] * (min(int(wide), 60) - 1 if wide.isdigit() and len(wide) < 4 else 0)
    return cells[:60]


def _first_row(table: Any) -> bool:
    """Whether the table's look sets its first row apart."""
    look = table.find(f"{_W}tblPr/{_W}tblLook")
    if look is None:
        return False
    if (flag := look.get(f"{_W}firstRow")) is not None:
        return flag in ("1", "true", "on")
    value = look.get(f"{_W}val") or "0"
    return (
        bool(int(value, 16) & 0x20) if all(c in "0123456789abcdefABCDEF" for c in value) and len(value) < 9 else False
    )
