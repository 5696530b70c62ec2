"""What a film carries beside picture and sound: title, chapters and subtitles, as files that ffmpeg reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from core.requests import Chapter, VideoRequest

from .cues import Cue, cues

CHARS, WIDE_CHARS = 42, 18
"""Characters of a subtitle's line on a wide film: what the subtitling guides of broadcasters and Netflix allow."""
_CODES: Final = {
    "en": "eng", "es": "spa", "de": "deu", "fr": "fra", "zh": "zho", "ja": "jpn", "ko": "kor", "ar": "ara", "he": "heb", "fa": "fas", "ur": "urd",
    "yi": "yid", "it": "ita", "pt": "por", "nl": "nld", "pl": "pol", "ru": "rus", "uk": "ukr", "el": "ell", "tr": "tur", "sv": "swe", "da": "dan",
    "no": "nor", "fi": "fin", "cs": "ces", "hu": "hun", "ro": "ron", "th": "tha", "vi": "vie", "hi": "hin", "id": "ind",
}  # fmt: skip
"""ISO 639-1 to the three letters of ISO 639-2 that an MP4 holds."""
_LONGEST: Final = 200
_ABOUT, _WORDS = "about.txt", "words.srt"


@dataclass(frozen=True)
class Tracks:
    """``metadata`` in ffmpeg's own format and ``subtitles`` as SRT; either may be empty. ``language`` has three letters."""

    metadata: str = ""
    subtitles: str = ""
    language: str = "und"
    starts: tuple[float, ...] = ()
    """Seconds at which chapters begin: there a player can jump without decoding what went before."""

    @property
    def keys(self) -> list[str]:
        """Options that set a whole frame where a chapter begins."""
        return ["-force_key_frames", ",".join(f"{t:.3f}" for t in self.starts)] if self.starts else []

    @property
    def files(self) -> dict[str, str]:
        """The files that ``inputs`` reads, by name; whoever encodes puts them into its scratch folder."""
        return {name: text for name, text in ((_ABOUT, self.metadata), (_WORDS, self.subtitles)) if text}

    def inputs(self, first: int) -> tuple[list[str], list[str]]:
        """Options that read the tracks, the first being input ``first``, and options that map them."""
        read: list[str] = []
        put: list[str] = []
        if self.metadata:
            read += ["-protocol_whitelist", "file,pipe", "-f", "ffmetadata", "-i", _ABOUT]
            put += ["-map_metadata", str(first), "-map_chapters", str(first)]
            first += 1
        else:
            put += ["-map_metadata", "-1"]
        if self.subtitles:
            read += ["-protocol_whitelist", "file,pipe", "-f", "srt", "-i", _WORDS]
            put += ["-map", f"{first}:s:0", "-c:s", "mov_text", "-metadata:s:s:0", f"language={self.language}"]

        return read, put


def tracks(request: VideoRequest, seconds: float) -> Tracks:
    """The tracks that a film of that length is asked for."""
    code = code_of(request.language)
    starts = tuple(sorted({round(c.start, 3) for c in request.chapters if c.start < seconds}))
    return Tracks(about(request.title, request.chapters, seconds), srt(spoken(request, seconds)), code, starts)


def code_of(language: str) -> str:
    """A BCP 47 tag as three letters; ``und`` for one that is not known."""
    return _CODES.get(language.split("-")[0].lower(), "und")


def spoken(request: VideoRequest, seconds: float) -> tuple[Cue, ...]:
    """The subtitles' cues, ended by the film's end at the latest."""
    chars = WIDE_CHARS if code_of(request.language) in ("zho", "jpn", "kor", "tha") else CHARS
    found = cues(request.subtitles, chars, request.language)
    return tuple(Cue(c.start, min(c.end, seconds), c.lines, c.language) for c in found if c.start < seconds)


def about(title: str, chapters: tuple[Chapter, ...], seconds: float) -> str:
    """Title and chapters in ffmpeg's metadata format; nothing where there are none.

    A chapter lasts until the next one; those that begin with another or after the end are left out.
    """
    found: dict[int, str] = {}
    end = round(seconds * 1000)
    for chapter in sorted(chapters, key=lambda c: c.start):
        at = round(chapter.start * 1000)
        if at < end:
            found.setdefault(at, plain(chapter.title))
    if not title and not found:
        return ""
    out = [";FFMETADATA1"]
    if title:
        out.append(f"title={_escaped(plain(title))}")
    starts = list(found)
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        out += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={stop}", f"title={_escaped(found[start])}"]
    return "\n".join(out) + "\n"


def plain(text: str) -> str:
    """One line without characters that no player shows."""
    kept = "".join(" " if category(c) in ("Cc", "Zl", "Zp") else c for c in text if category(c) != "Cs")
    return " ".join(kept.split())[:_LONGEST]


def _escaped(text: str) -> str:
    """For ffmpeg's metadata files. A backslash at the end would take the end of its line with it: a word joiner follows."""
    escaped = re.sub(r"([=;#\\])", r"\\\1", text)
    return f"{escaped}\u2060" if text.endswith("\\") else escaped


def srt(found: tuple[Cue, ...]) -> str:
    """Cues as SubRip. Signs that ffmpeg would take for markup are followed by a word joiner, which is not seen."""
    out = []
    for number, cue in enumerate(found, 1):
        lines = [re.sub(r"([<{\\])|--(?=>)", _harmless, plain(line)) for line in cue.text.split("\n")]
        text = "\n".join(line for line in lines if line)
        if text:
            out.append(f"{number}\n{_clock(cue.start)} --> {_clock(cue.end)}\n{text}\n")
    return "\n".join(out)


def _harmless(match: re.Match[str]) -> str:
    return match[0] + "\u2060"


def _clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d},{ms % 1000:03d}"
