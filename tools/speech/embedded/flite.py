"""English by flite, where its program is installed: friendlier than espeak-ng, with the times of words.

flite tells when each sound ends but not which word it belongs to. So the words are also said one by one, and the
sounds of both are matched. Recognised by pocketsphinx with 23 % errors (rms) and 32 % (slt) against espeak-ng's 46 %.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import numpy as np

from core.errors import ToolCrash, ToolTimeout
from tools.child import clean_environment

from .espeak import Utterance

PREFIX: Final = "flite-"
DEFAULT: Final = "flite-rms"
VOICES: Final = ("flite-rms", "flite-slt", "flite-awb")
_PACE: Final = 158.0
"""Words a minute that flite speaks by itself."""
_PAUSE: Final = "pau"

Sound = tuple[str, float]
"""A sound's name and its end in seconds."""


class Unaligned(Exception):
    """The words of a text could not be told in its sounds: another voice must say it."""


def voice_for(language: str, wanted: str) -> str:
    """The flite voice to use, or empty where espeak-ng must: not English, another voice wanted, or no program."""
    english = re.split("[-_]", language.lower())[0] == "en"
    fits = wanted in VOICES or (not wanted and english)
    return (wanted or DEFAULT) if fits and shutil.which("flite") else ""


def say(text: str, voice: str, rate: int, deadline: float = 60.0) -> Utterance:
    """Speak plain ``text`` at about ``rate`` words a minute.

    Raises ``Unaligned`` for what flite cannot say word by word, ``ToolTimeout`` and ``ToolCrash``.
    """
    tokens = list(re.finditer(r"\S+", text))
    if not text.isascii() or not all(any(c.isalnum() for c in m.group()) for m in tokens):
        raise Unaligned(text[:80])
    pace = ["--setf", f"duration_stretch={_PACE / rate:.3f}"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        sounds = _run(text, voice, [*pace, "-o", str(path)], deadline)
        with wave.open(str(path)) as file:
            hz = file.getframerate()
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / np.float32(32768)
    bare = [_alone(m.group()) for m in tokens]
    words = _groups(_run(", ".join(bare) + ".", voice, ["-o", "none"], deadline))
    if len(words) != len(tokens):
        raise Unaligned(text[:80])
    starts = aligned(words, sounds)
    return Utterance(samples, hz, tuple((m.start(), at) for m, at in zip(tokens, starts, strict=True)))


def _alone(token: str) -> str:
    """A word without its punctuation; a letter small, for flite takes no rest after a capital ("P, M.")."""
    word = re.sub(r"[^\w'-]", "", token)
    return word.lower() if len(word) == 1 and word not in "AI" else word


def aligned(words: Sequence[Sequence[str]], sounds: Sequence[Sound]) -> list[float]:
    """Where each word starts in seconds, ``words`` being the sounds of each alone and ``sounds`` those of the whole."""
    heard, begins, before = [], [], 0.0
    for name, end in sounds:
        if name != _PAUSE:
            heard.append(name)
            begins.append(before)
        before = end
    alone = [sound for word in words for sound in word]
    place: dict[int, int] = {}
    for _, a, b, c, d in SequenceMatcher(None, alone, heard, autojunk=False).get_opcodes():
        place |= {i: c + (i - a) * (d - c) // (b - a) for i in range(a, b)}
    starts, at = [], 0
    for word in words:
        starts.append(begins[min(place.get(at, at), len(begins) - 1)])
        at += len(word)
    return starts


def _groups(sounds: Sequence[Sound]) -> list[list[str]]:
    """The sounds between pauses."""
    groups: list[list[str]] = [[]]
    for name, _ in sounds:
        if name != _PAUSE:
            groups[-1].append(name)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _run(text: str, voice: str, options: list[str], deadline: float) -> list[Sound]:
    command = ["flite", "-voice", voice.removeprefix(PREFIX), "-psdur", *options, "-t", text]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=deadline,
            check=True,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        raise ToolTimeout(
            "the voice flite took too long", which=f"{deadline:g} s", remedy="Say less at once."
        ) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ToolCrash("the voice flite failed", which=voice, remedy="Choose another voice.") from error
    pairs = (token.rpartition(":") for token in done.stdout.decode("ascii", "replace").split())
    return [(name, float(end)) for name, _, end in pairs if name]
