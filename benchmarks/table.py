"""Measured rows, for a terminal or as Markdown for ``docs/benchmarks.md``."""

from __future__ import annotations

import os
from collections.abc import Sequence

Row = tuple[str, ...]


def printed(head: Row, rows: Sequence[Row], *, markdown: bool) -> str:
    """The rows under their heads: aligned, or as a Markdown table."""
    if markdown:
        lines = [head, tuple("---" for _ in head), *rows]
        return "\n".join("| " + " | ".join(cell.strip() for cell in line) + " |" for line in lines)
    wide = [max(len(line[i]) for line in (head, *rows)) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(wide[0]) if i == 0 else cell.rjust(wide[i]) for i, cell in enumerate(line)).rstrip()
        for line in (head, *rows)
    )


def machine() -> str:
    """What the figures were taken on, and how busy it was: figures of a loaded machine are worth nothing."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{os.cpu_count()} cores, no GPU used, load {load:.1f} at the end"
