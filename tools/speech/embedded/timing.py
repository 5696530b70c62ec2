"""When each written word is heard: from a voice's own events, or estimated from syllables where there is no voice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from core.requests import Pronunciation, Timing, Word

from .heard import REST, Heard, Interval
from .normalise import Spoken, spoken
from .words import IDEOGRAPH, Span, written_words

SILENT_LINE: Final = 0.3
"""Seconds given to a line that has words but nothing to say (an emoji)."""
_LEAST: Final = 0.02
_BREATH: Final = 0.12
_VOWELS: Final = re.compile("[aeiouyáéíóúàèìòùâêîôûäëïöüœæ]+", re.IGNORECASE)
_SYLLABLES_PER_WORD: Final = {"en": 1.57, "de": 1.67, "es": 2.15, "fr": 2.4}
_IDEOGRAPHS_PER_WORD: Final = 1.27


def spread(
    text: Spoken,
    words: Sequence[Span],
    anchors: Sequence[tuple[int, float]],
    seconds: float,
    heard: Heard | None = None,
) -> list[Interval]:
    """An interval for each written word of a line, in order, without overlap, within ``0..seconds``.

    Args:
        text: the line as said; ``anchors`` give (offset in ``text.text``, seconds) where the voice began a word.
        words: spans of the written words.
        seconds: length of the line.
        heard: where there is sound; without it all of ``seconds`` counts as sounding.

    Between two anchors sounding time runs evenly over letters; an ideograph counts as four. A rest between two words
    belongs to neither unless it is shorter than 60 ms. Words that make no sound share the rest they stand in, or a
    little of a neighbour's time.
    """
    clock = heard.clock if heard else float
    firsts = [_first_sound(text, a, b) for a, b in words]
    times = _clock(text.text, [(i, clock(t)) for i, t in anchors], clock(seconds))
    starts = {i: float(times[at]) for i, at in enumerate(firsts) if at is not None}
    order = sorted(starts)
    found: list[Interval | None] = [None] * len(words)
    last = -1
    for i, after in zip(order, [*order[1:], None], strict=False):
        end = starts[after] if after is not None else clock(seconds)
        now = heard.interval(starts[i], end) if heard else (starts[i], end)
        before = found[last] if last == i - 1 and last >= 0 else None
        if before and now[0] - before[1] < REST:
            found[last] = (before[0], now[0])
        found[i], last = now, i
    return _fill(found, seconds)


def _first_sound(text: Spoken, start: int, end: int) -> int | None:
    """Offset of the first letter or figure that is said for written characters ``start:end``."""
    low, high = bisect_left(text.origin, start), bisect_left(text.origin, end)
    return next((i for i in range(low, high) if text.text[i].isalnum()), None)


def _clock(text: str, anchors: Sequence[tuple[int, float]], seconds: float) -> npt.NDArray[np.float64]:
    """Seconds at each character of ``text`` and at its end."""
    weight = np.array([0.0, *(_weight(c) for c in text)]).cumsum()
    at, when = [0.0], [0.0]
    for offset, moment in [*anchors, (len(text), seconds)]:
        while offset < len(text) and not text[offset].isalnum():
            offset += 1
        place = weight[max(0, min(offset, len(text)))]
        if place > at[-1] and when[-1] <= moment <= seconds:
            at.append(float(place))
            when.append(moment)
        elif place == at[-1] == 0.0 and moment < seconds:
            when[-1] = moment
    return np.asarray(np.interp(weight, at, when))


def _weight(char: str) -> float:
    if IDEOGRAPH.match(char):
        return 4.0
    return 1.0 if char.isalnum() else 0.25


def _fill(found: Sequence[Interval | None], seconds: float) -> list[Interval]:
    """Times for the words that make no sound, cut from the gaps or the edges of the others."""
    out = list(found)
    i = 0
    while i < len(out):
        stop = i
        while stop < len(out) and out[stop] is None:
            stop += 1
        if stop == i:
            i += 1
            continue
        before = out[i - 1] if i else None
        after = out[stop] if stop < len(out) else None
        low, high = before[1] if before else 0.0, after[0] if after else seconds
        if high - low < _LEAST * (stop - i):
            if before:
                low = before[1] - 0.4 * (before[1] - before[0])
                out[i - 1] = (before[0], low)
            elif after:
                high = after[0] + 0.4 * (after[1] - after[0])
                out[stop] = (high, after[1])
        step = (high - low) / (stop - i)
        out[i:stop] = [(low + k * step, low + (k + 1) * step) for k in range(stop - i)]
        i = stop
    return [interval for interval in out if interval is not None]


def place(lengths: Sequence[float], pause: float, starts: Sequence[float]) -> list[float]:
    """Start of each line in seconds: at its wanted start, or after the line before and ``pause``.

    A line whose wanted start lies within the line before is moved to a breath after it. Lines of length 0 take no
    time and no pause.
    """
    out: list[float] = []
    end = 0.0
    spoken_before = False
    for i, length in enumerate(lengths):
        follow = end + (pause if spoken_before else 0.0)
        if i < len(starts):
            wanted = max(0.0, starts[i])
            follow = wanted if not spoken_before or wanted >= end else end + min(pause, _BREATH)
        if length <= 0:
            out.append(end)
            continue
        out.append(follow)
        end, spoken_before = follow + length, True
    return out


def timing(
    lines: Sequence[str], intervals: Sequence[Sequence[Interval]], offsets: Sequence[float], seconds: float
) -> Timing:
    """The ``Timing`` of a whole: intervals of each line moved to the line's offset, rounded to milliseconds."""
    out: list[tuple[Word, ...]] = []
    for line, spans, offset in zip(lines, intervals, offsets, strict=True):
        texts = [line[a:b].encode("utf-8", "replace").decode() for a, b in written_words(line)]
        moved = [(min(round(offset + a, 3), seconds), min(round(offset + b, 3), seconds)) for a, b in spans]
        out.append(tuple(Word(text=t, start=a, end=b) for t, (a, b) in zip(texts, moved, strict=True)))
    return Timing(lines=tuple(out), seconds=seconds)


def estimate(
    lines: Sequence[str],
    language: str = "en",
    words_per_minute: int = 150,
    pause: float = 0.35,
    starts: Sequence[float] = (),
    lexicon: Sequence[Pronunciation] = (),
) -> Timing:
    """Word times without a voice: for planning lengths, and for captions where none is installed.

    Syllables (or ideographs) at the pace of ``words_per_minute`` in ``language``, plus a rest at punctuation.
    Within about 15 % of what espeak-ng takes for the languages of ``numbers.SPELT``.
    """
    said = [spoken(line, language, lexicon) for line in lines]
    primary = re.split("[-_]", language.lower())[0]
    pace = 60 / words_per_minute
    intervals = [_estimated(line, text, primary, pace) for line, text in zip(lines, said, strict=True)]
    lengths = [spans[-1][1] if spans else 0.0 for spans in intervals]
    offsets = place(lengths, pause, starts)
    seconds = max((o + n for o, n in zip(offsets, lengths, strict=True)), default=0.0)
    return timing(lines, intervals, offsets, round(seconds, 3))


def _estimated(line: str, text: Spoken, language: str, pace: float) -> list[Interval]:
    words = written_words(line)
    if text.silent:
        return _fill([None] * len(words), SILENT_LINE)
    syllable = pace / _SYLLABLES_PER_WORD.get(language, 1.7)
    anchors: list[tuple[int, float]] = []
    now = 0.0
    for match in re.finditer(r"\S+", text.text):
        anchors.append((match.start(), now))
        token = match.group()
        ideographs = len(IDEOGRAPH.findall(token))
        groups = len(_VOWELS.findall(token)) or (len(token) + 2) // 3
        now += ideographs * pace / _IDEOGRAPHS_PER_WORD if ideographs else groups * syllable
        now += 0.3 * len(re.findall("[.!?。！？:;：；]+", token)) + 0.15 * len(re.findall("[,，、]+", token))
    return spread(text, words, anchors, now)
