"""The form of a piece: a tempo and bars that fill an exact length, in named sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from typing import Final

from .score import Section

SLOWEST: Final = 48.0
FASTEST: Final = 200.0
"""Tempi outside are counted in double or half time."""
_RINGS: Final = tuple(0.75 + 0.05 * i for i in range(14))
_ARCS: Final[dict[int, tuple[str, ...]]] = {
    0: (),
    1: ("peak",),
    2: ("theme", "peak"),
    3: ("theme", "contrast", "peak"),
    4: ("theme", "lift", "contrast", "peak"),
    5: ("theme", "lift", "contrast", "lift", "peak"),
}
_ROUND: Final = ("theme", "lift", "contrast", "peak", "break")
"""Order of phrases of longer pieces, again and again; the last is always a peak."""


@dataclass(frozen=True)
class Bar:
    """One bar. ``index`` counts within a phrase of ``of`` bars; the last bar of a piece may be short."""

    start: float
    beats: int
    section: str
    index: int
    of: int


@dataclass(frozen=True)
class Form:
    """Bars, then ``ring`` beats of the last chord (0 in a loop)."""

    bpm: float
    meter: int
    bars: tuple[Bar, ...]
    ring: float

    @property
    def played(self) -> float:
        """Beats before the last chord."""
        return float(sum(bar.beats for bar in self.bars))

    def sections(self) -> tuple[Section, ...]:
        """The phrases, neighbours of the same name joined, and the ending."""
        out: list[Section] = []
        for bar in self.bars:
            if out and out[-1].name == bar.section and bar.index:
                out[-1] = Section(bar.section, out[-1].start, bar.start + bar.beats)
            else:
                out.append(Section(bar.section, bar.start, bar.start + bar.beats))
        if self.ring:
            out.append(Section("ending", self.played, self.played + self.ring))
        return tuple(out)


def plan(seconds: float, meter: int, tempo: tuple[float, float], wanted: float, *, loop: bool, exact: bool) -> Form:
    """The form that fills ``seconds``.

    ``wanted`` bpm is kept where ``exact`` and no loop, else nudged within ``tempo`` so that whole bars fit. A loop
    must be whole beats long, so it always nudges. Pieces too short for a bar are one short bar, or the chord alone.
    """
    wanted = folded(wanted)
    options = _loops(seconds, wanted) if loop else _cadences(seconds, wanted, tempo, exact)
    low, high = (wanted, wanted) if exact else tempo

    def cost(option: tuple[int, float, float]) -> tuple[float, int, float]:
        beats, bpm, away = option
        outside = max(0.0, log(low / bpm), log(bpm / high))
        return 6 * abs(log(bpm / wanted)) + 12 * outside + away + _odd(beats, meter), beats, bpm

    beats, bpm, _ = min(options, key=cost)
    ring = 0.0 if loop else seconds * bpm / 60 - beats
    return Form(bpm=bpm, meter=meter, bars=_bars(beats, meter, loop), ring=ring)


def folded(bpm: float) -> float:
    """A tempo brought between ``SLOWEST`` and ``FASTEST`` by doubling or halving."""
    while bpm < SLOWEST:
        bpm *= 2
    while bpm > FASTEST:
        bpm /= 2
    return bpm


def _loops(seconds: float, wanted: float) -> Iterator[tuple[int, float, float]]:
    middle = seconds * wanted / 60
    for beats in range(max(1, int(middle * 0.75)), int(middle * 1.35) + 2):
        yield beats, beats * 60 / seconds, 0.0


def _cadences(
    seconds: float, wanted: float, tempo: tuple[float, float], exact: bool
) -> Iterator[tuple[int, float, float]]:
    """(beats before the last chord, bpm, how far its ring is from ideal)."""
    ideal = min(4.5, 0.9 + 0.12 * seconds, 0.6 * seconds)
    yield 0, wanted, 4.0
    fastest = wanted if exact else max(tempo[1], wanted) * 1.2
    for beats in range(1, int(seconds * fastest / 60) + 1):
        if exact:
            ring = seconds - beats * 60 / wanted
            if ring >= 0.5 * ideal:
                yield beats, wanted, 2 * abs(log(ring / ideal))
            continue
        for part in _RINGS:
            room = seconds - part * ideal
            if room > 0 and SLOWEST * 0.9 <= beats * 60 / room <= fastest:
                yield beats, beats * 60 / room, abs(log(part))


def _odd(beats: int, meter: int) -> float:
    """What an uneven number of beats costs: half bars a little, bars that make no phrase less."""
    bars, rest = divmod(beats, meter)
    if rest:
        return (0.5 if rest * 2 == meter else 1.0) + (0.8 if bars > 1 else 0.0)
    return (0.25 if bars % 2 and bars > 1 else 0.0) + (0.12 if bars % 4 and bars > 3 else 0.0)


def _bars(beats: int, meter: int, loop: bool) -> tuple[Bar, ...]:
    out: list[Bar] = []
    count = -(-beats // meter)
    for name, length in _phrases(count, loop):
        for index in range(length):
            start = len(out) * meter
            out.append(Bar(float(start), min(meter, beats - start), name, index, length))
    return tuple(out)


def _phrases(bars: int, loop: bool) -> list[tuple[str, int]]:
    """Phrases of four bars as far as may be: (section, bars)."""
    if bars <= 2:
        return [("theme" if loop else "peak", bars)] if bars else []
    intro = 0 if loop else 1 if bars < 6 else 2 if bars < 14 else 4
    rest = bars - intro
    lengths = [4] * (rest // 4)
    if rest % 4 == 1 and lengths:
        lengths[-1] = 5
    elif rest % 4:
        lengths.insert(0, rest % 4)
    if len(lengths) == 1 and lengths[0] >= 4 and not loop:
        lengths = [lengths[0] - 2, 2]
    names = _ARCS.get(len(lengths)) or _rounds(len(lengths))
    opening = [("intro", intro)] if intro else []
    return opening + list(zip(names, lengths, strict=True))


def _rounds(count: int) -> tuple[str, ...]:
    names = (_ROUND * (count // len(_ROUND) + 1))[: count - 1]
    return (*names[:-1], "break" if names[-1] == "peak" else names[-1], "peak")
