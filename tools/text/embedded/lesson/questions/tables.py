"""Questions from tables: which row has most, how far two rows are apart, what they make together, and the share of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.knowledge import Table
from core.lesson import Choice

from .figures import shown
from .ground import MOST, Draft, Ground, even, mixed
from .voice import Voice, fold, usable

_ROWS: Final = 40
_BETWEEN: Final = r"[\s\u00a0\u202f'’]"


@dataclass(frozen=True)
class Column:
    """A column of numbers: the labels of its rows and their values."""

    table: Table
    name: str
    labels: tuple[str, ...]
    values: tuple[Decimal, ...]


def from_tables(ground: Ground) -> Iterator[Draft | None]:
    """All that the tables give."""
    for table in ground.knowledge.tables[:MOST]:
        for column in columns(ground, table):
            yield _extreme(ground, column, most=True)
            yield _extreme(ground, column, most=False)
            yield _difference(ground, column)
            if _addable(ground.voice, column):
                yield _sum(ground, column)
                yield _share(ground, column)


def columns(ground: Ground, table: Table) -> list[Column]:
    """The columns that hold a number in every row, the rows named by the first column, each once."""
    found: list[Column] = []
    rows = [r for r in table.rows if len(r) == len(table.columns)]
    rows = [r for r in rows if not ground.voice.mentions(r[0], "totals")]
    labels = tuple(r[0].strip() for r in rows)
    named = len({fold(x) for x in labels}) == len(labels) and all(usable(x, 60) for x in labels)
    if not (2 <= len(rows) <= _ROWS and len(rows) >= len(table.rows) - 1 and named and usable(table.title, 80)):
        return found
    for i, name in enumerate(table.columns[1:], start=1):
        values = [number(r[i], ground.voice.language) for r in rows]
        if usable(name, 60) and all(v is not None for v in values) and not _years(values):
            found.append(Column(table, name.strip(), labels, tuple(v for v in values if v is not None)))
    return found


def number(cell: str, language: str) -> Decimal | None:
    """The one number of a cell, read as the language writes numbers; nothing where it might be read in two ways."""
    m = re.fullmatch(
        r"[~]?\s*([-−–]?)\s*([€$£¥]?)\s*(\d+(?:[.,'’\s\u00a0\u202f]\d+)*)\s*(?:[^\d\s].{0,12})?", cell.strip()
    )
    if not m or re.search(r"\d", cell.strip()[m.end(3) :]) or cell.strip().startswith("~"):
        return None
    raw = re.sub(_BETWEEN, "", m[3])
    group, point = (".", ",") if language in ("de", "es", "fr") else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", raw):
        raw = raw.replace(group, "")
    if not re.fullmatch(rf"\d{{1,12}}(?:{re.escape(point)}\d{{1,6}})?", raw):
        return None
    value = Decimal(raw.replace(",", "."))
    return -value if m[1] else value


def _years(values: list[Decimal | None]) -> bool:
    return all(v is not None and v == v.to_integral_value() and 1000 <= v <= 2100 for v in values)


def _addable(voice: Voice, column: Column) -> bool:
    counted = voice.mentions(column.name, "addable") or voice.mentions(column.table.title, "addable")
    return (
        counted
        and not voice.mentions(column.name, "rate")
        and not re.search(r"[%°/％]", column.name)
        and min(column.values) > 0
    )


def _unit(column: Column) -> str:
    m = re.search(r"[(（\[]([^)）\]]{1,16})[)）\]]\s*$", column.name)
    return m[1] if m else ""


def _extreme(ground: Ground, column: Column, most: bool) -> Draft | None:
    best = max(column.values) if most else min(column.values)
    if len(column.labels) < 3 or column.values.count(best) != 1:
        return None
    at = column.values.index(best)
    others = [i for i in ground.shuffled(range(len(column.labels)), column.name, most) if i != at][:3]
    wrong = [
        Choice(text=column.labels[i], feedback=_line(ground, column, i), spans=(column.table.span,)) for i in others
    ]
    if not even(column.labels[at], [w.text for w in wrong]) and max(map(len, column.labels)) > 30:
        return None
    right = Choice(text=column.labels[at], right=True, feedback=_line(ground, column, at), spans=(column.table.span,))
    frame = "table_most" if most else "table_least"
    return ground.draft(
        "multiple_choice",
        "core",
        ground.voice.say(frame, title=column.table.title, column=column.name),
        (column.table.span,),
        key=[frame, column.table.title, column.name, column.labels[at]],
        about=[column.table.title, column.name, *column.labels],
        blooms=("analyse", "understand", "apply"),
        facts=[f"{_place(column)}:extreme"],
        choices=mixed(ground, right, wrong, column.name),
        feedback=_line(ground, column, at),
    )


def _line(ground: Ground, column: Column, row: int) -> str:
    return f"{column.labels[row]}: {shown(column.values[row], ground.voice)} {_unit(column)}".strip()


def _place(column: Column) -> str:
    return f"{column.table.span.source}:{column.table.span.start}:{column.name}"


def _pair(ground: Ground, column: Column, what: str) -> tuple[int, int] | None:
    order = ground.shuffled(range(len(column.labels)), column.name, what)
    pairs = [(i, j) for i in order for j in order if column.values[i] > column.values[j]]
    return pairs[0] if pairs else None


def _difference(ground: Ground, column: Column) -> Draft | None:
    pair = _pair(ground, column, "difference")
    return _computed(ground, column, "table_difference", pair, "-") if pair else None


def _sum(ground: Ground, column: Column) -> Draft | None:
    pair = _pair(ground, column, "sum")
    return _computed(ground, column, "table_sum", pair, "+") if pair else None


def _computed(ground: Ground, column: Column, frame: str, pair: tuple[int, int], sign: str) -> Draft | None:
    voice, (i, j) = ground.voice, pair
    a, b = column.values[i], column.values[j]
    answer = a - b if sign == "-" else a + b
    second = f"({shown(b, voice)})" if b < 0 else shown(b, voice)
    working = f"{shown(a, voice)} {sign} {second} = {shown(answer, voice)}"
    return _numeric(ground, column, frame, (column.labels[i], column.labels[j]), answer, working, 0.0)


def _share(ground: Ground, column: Column) -> Draft | None:
    if not 3 <= len(column.values) <= 8:
        return None
    at = ground.pick(column.name, "share") % len(column.labels)
    whole = sum(column.values, Decimal(0))
    answer = (column.values[at] / whole * 100).quantize(Decimal("0.1"))
    terms = " + ".join(shown(v, ground.voice) for v in column.values)
    exact = column.values[at] * 100 == answer * whole
    working = f"{shown(column.values[at], ground.voice)} / ({terms}) * 100 {'=' if exact else '≈'} {shown(answer, ground.voice)}"
    return _numeric(ground, column, "table_share", (column.labels[at], ""), answer, working, 0.5, "%")


def _numeric(
    ground: Ground,
    column: Column,
    frame: str,
    labels: tuple[str, str],
    answer: Decimal,
    working: str,
    tolerance: float,
    unit: str = "",
) -> Draft | None:
    title, name = column.table.title, column.name
    return ground.draft(
        "numeric",
        "stretch",
        ground.voice.say(frame, title=title, column=name, first=labels[0], second=labels[1]),
        (column.table.span,),
        key=[frame, title, name, labels],
        about=[title, name, *labels],
        blooms=("apply", "analyse"),
        facts=[f"{_place(column)}:{'share' if frame == 'table_share' else 'pair'}"],
        number=float(answer),
        unit=unit or _unit(column),
        tolerance=tolerance,
        working=working,
        feedback=working,
    )
