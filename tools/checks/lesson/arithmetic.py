"""Sums written out for readers, worked out again: a tiny reader of ``a - b = c``, never ``eval``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_COMMA: Final = frozenset({"de", "es", "fr"})
"""Languages whose decimals follow a comma."""
_TOKEN: Final = re.compile(r"\s*(?:(?P<number>\d[\d.,'’\u00a0\u202f]*)|(?P<sign>[-+*/()]))")
_SIGNS: Final = str.maketrans(
    {"−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "∶": "/", ":": "/", "（": "(", "）": ")"}
)
_UNIT: Final = re.compile(r"[^\W\d_]+(?:[²³]|\b)|[%％°€$£¥²³]")
_LONGEST: Final = 400
_DEEPEST: Final = 20


@dataclass(frozen=True)
class Side:
    """One side of an equation: its value, and with how many decimals it is written where it is one number (else -1)."""

    value: float
    decimals: int


class _Unreadable(ValueError):
    """The words are no sum."""


def equations(working: str, language: str) -> tuple[tuple[Side, ...], ...]:
    """The equations of ``working`` (parted by line ends or semicolons), each with its sides; empty if it is not plain arithmetic.

    Both decimal signs are tried, the language's own first: the first under which every equation holds is taken, else the first
    that can be read. Units and the percent sign are passed over.
    """
    readings = [r for comma in (language[:2] in _COMMA, language[:2] not in _COMMA) if (r := _read(working, comma))]
    return next((r for r in readings if all(holds(e) for e in r)), readings[0] if readings else ())


def holds(sides: tuple[Side, ...]) -> bool:
    """Whether all sides agree: written numbers to half a unit of their last decimal."""
    return all(_same(a, b) for a, b in zip(sides, sides[1:], strict=False))


def _same(a: Side, b: Side) -> bool:
    decimals = max(a.decimals, b.decimals)
    slack = 0.5 * 10.0**-decimals if decimals >= 0 else 0.0
    return abs(a.value - b.value) <= slack + 1e-9 * max(1.0, abs(a.value), abs(b.value))


def _read(working: str, comma: bool) -> tuple[tuple[Side, ...], ...]:
    found = []
    for line in re.split(r"[;；\n]+", working[:_LONGEST]):
        if not line.strip():
            continue
        try:
            sides = tuple(_side(part, comma) for part in re.split(r"[=≈＝]", line))
        except _Unreadable:
            return ()
        if len(sides) < 2:
            return ()
        found.append(sides)
    return tuple(found)


def _side(text: str, comma: bool) -> Side:
    plain = _UNIT.sub(" ", text.translate(_SIGNS)).strip().rstrip(".。 ")
    value = _Sum(plain, comma).value()
    lone = re.fullmatch(r"-?\s*(\d[\d.,'’\u00a0\u202f]*)", plain)
    return Side(value, _number(lone[1], comma)[1] if lone else -1)


def _number(raw: str, comma: bool) -> tuple[float, int]:
    point, group = (",", ".") if comma else (".", ",")
    spaced = re.sub(r"['’\u00a0\u202f]", "", raw)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", spaced):
        spaced = spaced.replace(group, "")
    if not re.fullmatch(rf"\d{{1,15}}(?:{re.escape(point)}\d{{1,10}})?", spaced):
        raise _Unreadable(raw)
    return float(spaced.replace(",", ".")), len(spaced.partition(point)[2])


class _Sum:
    """A recursive descent over numbers, + - * / and brackets."""

    def __init__(self, text: str, comma: bool) -> None:
        self._tokens: list[str] = []
        self._comma, self._at = comma, 0
        place = 0
        while place < len(text.rstrip()):
            m = _TOKEN.match(text, place)
            if not m:
                raise _Unreadable(text)
            self._tokens.append(m["number"] or m["sign"])
            place = m.end()

    def value(self) -> float:
        value = self._sum(0)
        if self._at != len(self._tokens):
            raise _Unreadable("something after the sum")
        return value

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _sum(self, depth: int) -> float:
        value = self._product(depth)
        while (sign := self._peek()) in ("+", "-"):
            self._at += 1
            value += self._product(depth) if sign == "+" else -self._product(depth)
        return value

    def _product(self, depth: int) -> float:
        value = self._atom(depth)
        while (sign := self._peek()) in ("*", "/"):
            self._at += 1
            other = self._atom(depth)
            if sign == "/" and other == 0:
                raise _Unreadable("division by nought")
            value = value * other if sign == "*" else value / other
        return value

    def _atom(self, depth: int) -> float:
        token = self._peek()
        self._at += 1
        if depth > _DEEPEST or not token:
            raise _Unreadable("too deep or too short")
        if token == "-":
            return -self._atom(depth + 1)
        if token == "(":
            value = self._sum(depth + 1)
            if self._peek() != ")":
                raise _Unreadable("a bracket stays open")
            self._at += 1
            return value
        return _number(token.rstrip(".,"), self._comma)[0]
