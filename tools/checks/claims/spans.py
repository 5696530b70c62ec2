"""Sentences and clauses of a text, by where they stand."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+|(?<=[。！？])|\n+")
_CLAUSE: Final = re.compile(r"[,;:–—]\s|[.!?。！？]\s?|[，；。：、]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence."""
    edges = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that a span lies in."""
    hit = [(a, b) for a, b in sentences(text) if a < end and b > start]
    return (hit[0][0], hit[-1][1]) if hit else (0, len(text))


def clause_without(fact: str, start: int, end: int) -> str:
    """What stands around a span in the clauses of the fact that it lies in."""
    edges = [0, *(m.end() for m in _CLAUSE.finditer(fact)), len(fact)]
    a, b = _around(edges, start, min(end, len(fact)))
    return fact[a:start] + " " + fact[end:b]


def clause(text: str, start: int, end: int, a: int, b: int) -> tuple[int, int]:
    """The clauses inside ``a:b`` that a span lies in."""
    return _around([a, *(m.end() for m in _CLAUSE.finditer(text, a, b)), b], start, end)


def _around(edges: list[int], start: int, end: int) -> tuple[int, int]:
    return max((e for e in edges if e <= start), default=edges[0]), min(
        (e for e in edges if e >= end), default=edges[-1]
    )


def size(text: str) -> int:
    """Words of a text; two Chinese characters are one."""
    return len(text.split()) + len(re.findall("[\u3400-\u9fff]", text)) // 2
