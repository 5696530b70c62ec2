"""One line of narration: said, trimmed, warmed, with the times of its written words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.requests import SpeechRequest

from . import chain
from .espeak import Espeak
from .heard import Heard, Interval
from .normalise import spoken
from .timing import SILENT_LINE, spread
from .words import written_words

_LEAD: Final = 0.01


@dataclass(frozen=True)
class Line:
    """A line ready to be placed. Times count from its own start."""

    seconds: float
    sound: chain.Audio | None
    """48 kHz, with ``chain.TAIL`` seconds of room past ``seconds``; ``None`` when it says nothing."""
    intervals: tuple[Interval, ...]


def speak_line(line: str, request: SpeechRequest, voice_name: str, voice: Espeak) -> Line:
    """Say ``line`` in the request's language, pace and pronunciations. An empty line takes no time."""
    words = written_words(line)
    if not words:
        return Line(0.0, None, ())
    text = spoken(line, request.language, request.lexicon)
    if text.silent:
        return Line(SILENT_LINE, None, tuple(spread(text, words, (), SILENT_LINE)))
    said = voice.say(text.text, voice.voices().path(voice_name), request.words_per_minute)
    heard, step = chain.sounding(said.samples, said.hz)
    frames = np.flatnonzero(heard)
    if not len(frames):
        return Line(SILENT_LINE, None, tuple(spread(text, words, (), SILENT_LINE)))
    lead = round(_LEAD * said.hz)
    first = max(0, int(frames[0]) * step - lead)
    last = min(len(said.samples), (int(frames[-1]) + 1) * step + lead)
    shift, seconds = first / said.hz, (last - first) / said.hz
    anchors = [(offset, max(0.0, moment - shift)) for offset, moment in said.anchors]
    part = said.samples[first:last]
    heard, step = chain.sounding(part, said.hz)
    intervals = spread(text, words, anchors, seconds, Heard(heard, step / said.hz))
    return Line(seconds, chain.warm(part, said.hz), tuple(intervals))
