"""The Unicode bidirectional algorithm for one line without embedding controls (UAX #9; the caller drops those).

Gives levels, which is what shaping needs: python-bidi gives only the reordered text, and it is the oracle in the tests.
"""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional, normalize

_STRONG: Final = frozenset({"L", "R", "AL"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "BN", "ES", "ET", "CS"})
_PAIRS: Final = {
    "(": ")",
    "[": "]",
    "{": "}",
    "⟨": "⟩",
    "「": "」",
    "『": "』",
    "【": "】",
    "（": "）",
    "〈": "〉",
    "《": "》",
}


def is_rtl(text: str) -> bool:
    """Whether the first strong character runs from right to left (rules P2, P3); False where there is none."""
    return next((kind != "L" for kind in map(bidirectional, text) if kind in _STRONG), False)


def has_rtl(text: str) -> bool:
    """Whether any character of it runs from right to left."""
    return any(bidirectional(char) in ("R", "AL") for char in text)


def levels(text: str, rtl: bool) -> list[int]:
    """Embedding level of each character; odd ones run from right to left."""
    base = "R" if rtl else "L"
    kinds = [bidirectional(char) or "L" for char in text]
    if not rtl and not any(kind in ("R", "AL", "AN") for kind in kinds):
        return [0] * len(text)
    original = list(kinds)
    _weak(kinds, base)
    _brackets(text, kinds, base, original)
    _neutral(kinds, base)
    out = [_implicit(kind, rtl) for kind in kinds]
    for index in range(len(text) - 1, -1, -1):  # L1: trailing white space returns to the paragraph's level
        if original[index] not in ("WS", "B", "S", "BN"):
            break
        out[index] = int(rtl)
    return out


def visual_order(run_levels: list[int]) -> list[int]:
    """Indexes of runs from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    for level in range(max(run_levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            if run_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def _weak(kinds: list[str], base: str) -> None:
    strong = previous = base
    for i, kind in enumerate(kinds):  # W1, W2
        if kind == "NSM":
            kind = previous
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in _STRONG:
            strong = kind
        kinds[i] = previous = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and (kinds[i] == "CS" and before in ("EN", "AN") or kinds[i] == "ES" and before == "EN"):
            kinds[i] = before
    for span in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):  # W5, once forwards and once backwards
        for i in span:
            beside = kinds[i - 1] if span.step > 0 else kinds[i + 1]
            if kinds[i] == "ET" and beside == "EN":
                kinds[i] = "EN"
    strong = base
    for i, kind in enumerate(kinds):  # W6, W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
        elif kind in _NEUTRAL:
            kinds[i] = "ON"


def _side(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind


def _brackets(text: str, kinds: list[str], base: str, original: list[str]) -> None:
    """Rule N0: a pair of brackets takes one direction."""
    for opened, closed in _pairs(text, kinds):
        inside = {_side(kind) for kind in kinds[opened + 1 : closed]}
        other = "L" if base == "R" else "R"
        if base in inside:
            chosen = base
        elif other in inside:
            before = next((_side(k) for k in reversed(kinds[:opened]) if _side(k) in ("L", "R")), base)
            chosen = other if before == other else base
        else:
            continue
        for place in (opened, closed):
            kinds[place] = chosen
            for mark in range(place + 1, len(kinds)):
                if original[mark] != "NSM":
                    break
                kinds[mark] = chosen


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    found = []
    for i, char in enumerate(text):
        if kinds[i] != "ON":
            continue
        char = normalize("NFC", char)
        if char in _PAIRS:
            stack.append((_PAIRS[char], i))
        elif any(char == closer for closer, _ in stack):
            while stack:
                closer, start = stack.pop()
                if closer == char:
                    found.append((start, i))
                    break
    return sorted(found)


def _neutral(kinds: list[str], base: str) -> None:
    """Rules N1, N2."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "ON":
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        before = _side(kinds[i - 1]) if i else base
        after = _side(kinds[end]) if end < len(kinds) else base
        kinds[i:end] = [before if before == after else base] * (end - i)
        i = end


def _implicit(kind: str, rtl: bool) -> int:
    """Rules I1, I2."""
    if rtl:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
