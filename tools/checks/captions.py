"""Captions: can they be read in time, do they hold every spoken word, and do they keep time with the voice."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np
import soundfile as sf

from core.findings import Finding, Severity
from core.requests import Word
from tools.export.captions import Timed

from .audio import envelope
from .found import OWN, Say

CHARS = {"zh": 12.0, "ja": 12.0, "ko": 14.0}
DEFAULT_CHARS = 20.0
"""Most characters a second (Netflix timed text: 20 for adults, 11 to 12 for Chinese)."""
DRIFT = 0.08
_PAUSE = 0.2

_say = Say("V2.captions")
_drift = Say("V2.drift")


def captions(
    cues: Sequence[Timed], seconds: float, language: str = "en", words: Sequence[Word] = (), slot: str = ""
) -> tuple[Finding, ...]:
    """``V2.captions``: cues in order, inside the film, slow enough to read; every one of ``words`` shown while it is said."""
    if words and not cues:
        return (_say(Severity.HOLD, "words are spoken, and there are no captions", OWN, slot=slot),)
    return tuple([*_timing(cues, seconds, language, slot), *_spoken(cues, words, slot)])


def _timing(cues: Sequence[Timed], seconds: float, language: str, slot: str) -> Iterator[Finding]:
    rate = CHARS.get(language.split("-")[0].lower(), DEFAULT_CHARS)
    last = 0.0
    for n, cue in enumerate(cues, 1):
        place = {"time": [round(cue.start, 3), round(cue.end, 3)]}
        told = f"cue {n}, {' '.join(cue.text.split())[:60]!r},"

        def wrong(evidence: str, remedy: str, told: str = told, place: dict[str, list[float]] = place) -> Finding:
            return _say(Severity.HOLD, f"{told} {evidence}", remedy, slot=slot, place=dict(place))

        if cue.end <= cue.start or cue.start < last - 0.001:
            yield wrong("ends before it starts or overlaps the one before", OWN)
        if cue.start < 0 or cue.end > seconds + 0.05:
            yield wrong(f"lies outside the film of {seconds:.2f} s", OWN)
        if not cue.text.strip():
            yield wrong("has no words", OWN)
        shown = max(cue.end - cue.start, 0.001)
        count = len(" ".join(cue.text.split()))
        if count / shown > rate * 1.02:
            yield wrong(
                f"asks for {count / shown:.0f} characters a second, most is {rate:.0f}", "Speak slower or say less."
            )
        if 0 < cue.start - last < 0.04 and n > 1:
            yield wrong("flickers: the gap before it is shorter than a frame or two", "Join the cues.")
        last = cue.end


def _spoken(cues: Sequence[Timed], words: Sequence[Word], slot: str) -> Iterator[Finding]:
    """Walk through words and cues together; a word's letters must come next in the cues."""
    letters: list[tuple[str, int]] = [(c, i) for i, cue in enumerate(cues) for c in bare(cue.text)]
    text = "".join(c for c, _ in letters)
    at = 0
    for word in words:
        wanted = bare(word.text)
        if not wanted:
            continue
        found = text.find(wanted, at)
        if found < 0 or found - at > 40:
            yield _say(
                Severity.HOLD, f"{word.text!r} is spoken at {word.start:.2f} s and not captioned", OWN,
                slot=slot, place={"time": [word.start, word.end]},
            )  # fmt: skip
            continue
        at = found + len(wanted)
        cue = cues[letters[found][1]]
        if word.start < cue.start - DRIFT or word.start > cue.end + DRIFT:
            yield _say(
                Severity.HOLD, f"{word.text!r} is spoken at {word.start:.2f} s and shown from {cue.start:.2f} to {cue.end:.2f} s",
                OWN, slot=slot, place={"time": [word.start, word.end]},
            )  # fmt: skip


def bare(text: str) -> str:
    """Letters and digits alone, without case and accents' spelling differences: what is compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def drift(words: Sequence[Word], voice: bytes, offset: float = 0.0, slot: str = "") -> tuple[Finding, ...]:
    """``V2.drift``: words after a pause begin where the voice does; the median must be under 80 ms.

    ``voice`` is narration alone (WAV); ``offset`` is where it starts on the words' clock. Fewer than two words that
    follow a pause cannot be judged: ``NOT_CHECKED``.
    """
    samples, rate = sf.read(io.BytesIO(voice), dtype="float64", always_2d=True)
    step = 0.01
    levels = envelope(samples, rate, step)
    floor = max(float(levels.max(initial=0.0)) * 10 ** (-32 / 20), 1e-5)
    loud = levels > floor
    starts = np.flatnonzero(loud & ~np.concatenate(([False], loud[:-1]))) * step
    off = []
    for before, word in zip((None, *words), words, strict=False):
        if before is not None and word.start - before.end < _PAUSE:
            continue
        near = np.abs(starts + offset - word.start)
        off.append(float(near.min(initial=1.0)))
    if len(off) < 2:
        told = "too few words follow a pause to compare captions with the voice"
        return (_drift(Severity.NOT_CHECKED, told, "Watch the film with captions on.", slot=slot),)
    median = float(np.median(off))
    if median < DRIFT:
        return ()
    return (
        _drift(
            Severity.HOLD,
            f"words begin {median * 1000:.0f} ms off the voice (median)",
            OWN,
            slot=slot,
        ),
    )
