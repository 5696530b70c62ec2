"""Where a line's written words lie: the units that captions show and timings name."""

from __future__ import annotations

import re
from typing import Final

Span = tuple[int, int]

_IDEOGRAPH: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
IDEOGRAPH: Final = re.compile(f"[{_IDEOGRAPH}]")
_OPENING: Final = "([{<'\"“‘«‹「『（【〔《〈［｛〖"
_PIECE: Final = re.compile(f"[{_IDEOGRAPH}]+|[^{_IDEOGRAPH}]+")
_LATIN: Final = re.compile(r"[^\W_]")
GROUP: Final = 4
"""Most ideographs in one timed word."""


def written_words(line: str, group: int = GROUP) -> tuple[Span, ...]:
    """Spans of the words of ``line``, in order: together they hold all of it but its white space.

    Words are split at white space and keep their punctuation. Runs of ideographs or kana are cut into even groups
    of at most ``group``, at punctuation first; punctuation stays with the group before it, an opening mark with the one
    after it.
    """
    spans: list[Span] = []
    for match in re.finditer(r"\S+", line):
        token = match.group()
        if IDEOGRAPH.search(token):
            spans += [(match.start() + a, match.start() + b) for a, b in _cut(token, group)]
        else:
            spans.append(match.span())
    return tuple(spans)


def _cut(token: str, group: int) -> list[Span]:
    """Spans inside one unspaced token that holds ideographs."""
    cores: list[Span] = []
    for match in _PIECE.finditer(token):
        if IDEOGRAPH.match(match.group()):
            cores += _even(match.start(), match.end(), group)
        else:
            cores += [(match.start() + a, match.start() + b) for a, b in _latin(match.group())]
    edges = [0]
    for left, right in zip(cores, cores[1:], strict=False):
        gap = token[left[1] : right[0]]
        opened = next((i for i, char in enumerate(gap) if char in _OPENING), len(gap))
        edges.append(left[1] + opened)
    edges.append(len(token))
    return list(zip(edges, edges[1:], strict=False))


def _even(start: int, end: int, group: int) -> list[Span]:
    """``start:end`` in the fewest pieces of at most ``group``, as equal as can be."""
    length = end - start
    count = -(-length // group)
    cuts = [start + round(length * i / count) for i in range(count + 1)]
    return list(zip(cuts, cuts[1:], strict=False))


def _latin(text: str) -> list[Span]:
    """The part of a run without ideographs that holds letters or digits, or nothing."""
    letters = [m.start() for m in _LATIN.finditer(text)]
    return [(letters[0], letters[-1] + 1)] if letters else []
