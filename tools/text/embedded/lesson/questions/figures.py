"""Questions with a number: differences, sums, shares and years, each worked out from the source's own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from core.knowledge import Event, Figure

from .ground import MOST, Draft, Ground
from .voice import Voice, fold, usable

_MOST: Final = 12
"""Pairs of figures that are tried for one unit."""
_PERCENT: Final = ("%", "％", "percent", "per cent", "prozent", "por ciento", "pour cent", "百分之")


def from_figures(ground: Ground) -> Iterator[Draft | None]:
    """Differences of two figures of one unit about one thing, and the rest of a share."""
    fit = [f for f in ground.knowledge.figures[:MOST] if f.unit and usable(f.what, 110) and abs(f.value) < 1e12]
    fit = [f for f in fit if _sure(ground, f)]
    for unit in dict.fromkeys(fold(f.unit) for f in fit):
        of_unit = [f for f in fit if fold(f.unit) == unit][:_MOST]
        for one, two in combinations(of_unit, 2):
            yield _difference(ground, one, two)
    for f in fit:
        yield _rest(ground, f)


def shown(value: Decimal, voice: Voice) -> str:
    """A number as learners of the language write it, without grouping."""
    plain = format(value.normalize(), "f")
    return plain.replace(".", ",") if voice.language in ("de", "es", "fr") else plain


def exact(value: float) -> Decimal:
    """A float as the decimal that a source wrote."""
    return Decimal(repr(value))


def _sure(ground: Ground, f: Figure) -> bool:
    """A figure that the source gives once and plainly, and whose label does not hold it."""
    same = [o for o in ground.knowledge.figures if ground.voice.content(o.what) == ground.voice.content(f.what)]
    held = re.findall(r"\d+", f.what)
    return len({o.value for o in same}) == 1 and not held and not re.search(r"\d\s*[-–—]\s*\d", f.shown)


def _percent(unit: str) -> bool:
    return fold(unit).strip() in _PERCENT


def _difference(ground: Ground, one: Figure, two: Figure) -> Draft | None:
    voice = ground.voice
    a, b = voice.content(one.what), voice.content(two.what)
    unit = set(voice.content(one.unit))
    if one.value == two.value or a == b or not (set(a) & set(b)) - unit or set(a) <= set(b) or set(b) <= set(a):
        return None
    if voice.mentions(one.what, "growth") or voice.mentions(two.what, "growth"):
        return None
    high, low = (one, two) if one.value > two.value else (two, one)
    number = exact(high.value) - exact(low.value)
    working = f"{shown(exact(high.value), voice)} - {_bracket(exact(low.value), voice)} = {shown(number, voice)}"
    return ground.draft(
        "numeric",
        "stretch",
        voice.say("difference", ground.pick(one.what, two.what), first=one.what, second=two.what),
        (one.span, two.span),
        key=["difference", one.what, two.what, one.value, two.value],
        about=[one.what, two.what],
        blooms=("apply", "analyse"),
        number=float(number),
        unit=voice.say("points") if _percent(one.unit) else one.unit,
        tolerance=_tolerance(number),
        working=working,
        feedback=f"{_both(ground, one, two)} {working}",
    )


def _both(ground: Ground, one: Figure, two: Figure) -> str:
    first, second = ground.said(one.span), ground.said(two.span)
    gap = "" if ground.voice.language == "zh" else " "
    return first if first == second else f"{first}{gap}{second}"


def _rest(ground: Ground, f: Figure) -> Draft | None:
    """What is left of a hundred, only where the sentence speaks of a share of a whole."""
    held = ground.sentence(f.span)
    sentence = held.text if held else f.span.quote
    if not (_percent(f.unit) and 0 < f.value < 100):
        return None
    at = sentence.find(f.shown)
    after = (
        sentence[at + len(f.shown) : at + len(f.shown) + 16] if at >= 0 and ground.voice.language != "zh" else sentence
    )
    if not ground.voice.mentions(after, "whole") or ground.voice.mentions(sentence, "growth"):
        return None
    if len(re.findall(r"\d+(?:[.,]\d+)?", sentence)) > 1:
        return None
    number = Decimal(100) - exact(f.value)
    working = f"100 - {shown(exact(f.value), ground.voice)} = {shown(number, ground.voice)}"
    return ground.draft(
        "numeric",
        "stretch",
        ground.voice.say("rest", what=f.what),
        (f.span,),
        key=["rest", f.what, f.value],
        about=[f.what, sentence],
        blooms=("apply", "analyse"),
        number=float(number),
        unit=f.unit,
        tolerance=_tolerance(number),
        working=working,
        feedback=f"{ground.said(f.span)} {working}",
    )


def from_years(ground: Ground) -> Iterator[Draft | None]:
    """Years between two events whose years the source writes plainly."""
    fit = [e for e in ground.knowledge.events[:MOST] if usable(e.what, 100) and _plain_year(ground, e)]
    for one, two in list(combinations(fit[:_MOST], 2)):
        early, late = sorted((one, two), key=lambda e: e.year)
        if early.year == late.year or early.year < 0 < late.year or ground.voice.close(early.what, late.what):
            continue
        gap = round(late.year - early.year)
        a, b = (early, late) if early.year >= 0 else (late, early)
        working = f"{abs(round(b.year))} - {abs(round(a.year))} = {gap}"
        yield ground.draft(
            "numeric",
            "stretch",
            ground.voice.say("years", ground.pick(early.what), first=early.what, second=late.what),
            (early.span, late.span),
            key=["years", early.what, late.what, early.year, late.year],
            about=[early.what, late.what],
            blooms=("apply", "analyse"),
            number=float(gap),
            unit=ground.voice.say("year_unit"),
            tolerance=0.0,
            working=working,
            feedback=" → ".join((_dated(ground, early), _dated(ground, late), working)),
        )


def _dated(ground: Ground, e: Event) -> str:
    return ground.voice.say("entry", term=e.when, meaning=e.what).rstrip(".。")


def _plain_year(ground: Ground, e: Event) -> bool:
    """A bare year, not "about" one, which the words of the event do not give away."""
    if e.year != round(e.year) or e.year == 0 or re.search(r"\d{3,}", e.what):
        return False
    bare = re.sub(r"\D", "", e.when) == str(abs(round(e.year)))
    return bare and not ground.voice.mentions(e.when, "hedge")


def _bracket(value: Decimal, voice: Voice) -> str:
    return f"({shown(value, voice)})" if value < 0 else shown(value, voice)


def _tolerance(number: Decimal) -> float:
    """Half a unit of the last decimal: for answers that were rounded."""
    exponent = number.normalize().as_tuple().exponent
    return float(Decimal(5).scaleb(exponent - 1)) if isinstance(exponent, int) and exponent < 0 else 0.0
