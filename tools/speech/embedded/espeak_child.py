"""The one place where espeak-ng (GPL-3, global state) is loaded: a process of its own, spoken to over pipes.

Run as ``python -m tools.speech.embedded.espeak_child``. A frame is two big-endian 32-bit lengths, a JSON header and
a body. Asked ``{"ask": "say", "text": .., "voice": .., "rate": ..}`` it answers ``{"hz": .., "words": [[i, n], ..]}``,
where character ``i`` of the text begins at sample ``n``, with 16-bit little-endian mono samples as the body; asked
``{"ask": "voices"}``, ``{"voices": [[language, identifier], ..], "variants": [..]}``; else ``{"error": ..}``.

The library keeps state between utterances (the same words come out some samples longer after others) and seeds the
noise of breathy voices by the clock. So it is loaded anew and seeded for each: about a millisecond, and equal text
gives equal bytes. Ends when its input does.
"""

from __future__ import annotations

import ctypes as c
import json
import os
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO, Final

_HEAD: Final = struct.Struct(">II")
_SYNCHRONOUS: Final = 2
_UTF8: Final = 1
_END_PAUSE: Final = 0x1000
_RATE, _PITCH, _RANGE = 1, 3, 4
_SEED: Final = 1
_WORD_EVENT: Final = 1


class _Id(c.Union):
    _fields_ = [("number", c.c_int), ("name", c.c_char_p), ("string", c.c_char * 8)]


class _Event(c.Structure):
    _fields_ = [
        ("type", c.c_int), ("uid", c.c_uint), ("text_position", c.c_int), ("length", c.c_int),
        ("audio_position", c.c_int), ("sample", c.c_int), ("user_data", c.c_void_p), ("id", _Id),
    ]  # fmt: skip


class _Voice(c.Structure):
    _fields_ = [
        ("name", c.c_char_p), ("languages", c.c_char_p), ("identifier", c.c_char_p), ("gender", c.c_ubyte),
        ("age", c.c_ubyte), ("variant", c.c_ubyte), ("xx1", c.c_ubyte), ("score", c.c_int), ("spare", c.c_void_p),
    ]  # fmt: skip


_Callback = c.CFUNCTYPE(c.c_int, c.POINTER(c.c_short), c.c_int, c.POINTER(_Event))


class _Library:
    """espeak-ng, freshly loaded; use once, as a context."""

    def __enter__(self) -> _Library:
        import espeakng_loader

        self.lib = c.CDLL(espeakng_loader.get_library_path())
        self.data = Path(espeakng_loader.get_data_path())
        self.hz = self.lib.espeak_Initialize(_SYNCHRONOUS, 0, os.fsencode(self.data), 0)
        self.lib.espeak_ng_SetRandSeed(c.c_long(_SEED))
        return self

    def __exit__(self, *_: object) -> None:
        import _ctypes

        self.lib.espeak_Terminate()
        close = getattr(_ctypes, "dlclose", None) or _ctypes.FreeLibrary  # type: ignore[attr-defined]
        close(self.lib._handle)

    def say(self, text: str, voice: str, rate: int) -> tuple[bytes, list[list[int]]]:
        """Samples, and for each word the offset of its first character and its first sample."""
        sound: list[bytes] = []
        words: list[list[int]] = []

        def heard(samples: Any, count: int, events: Any) -> int:
            if samples and count > 0:
                sound.append(c.string_at(samples, count * 2))
            i = 0
            while events[i].type:
                if events[i].type == _WORD_EVENT:
                    words.append([events[i].text_position - 1, events[i].sample])
                i += 1
            return 0

        callback = _Callback(heard)
        self.lib.espeak_SetSynthCallback(callback)
        if self.lib.espeak_SetVoiceByName(voice.encode()):
            raise LookupError(f"espeak-ng has no voice {voice!r}")
        for parameter, value in ((_RATE, rate), (_PITCH, 50), (_RANGE, 55)):
            self.lib.espeak_SetParameter(parameter, value, 0)
        data = text.encode("utf-8", "replace") + b"\0"
        self.lib.espeak_Synth(data, len(data), 0, 1, 0, _UTF8 | _END_PAUSE, None, None)
        self.lib.espeak_Synchronize()
        return b"".join(sound), words

    def voices(self) -> dict[str, Any]:
        """Languages with their voices, and the variants that can be added with ``+``."""
        self.lib.espeak_ListVoices.restype = c.POINTER(c.POINTER(_Voice))
        found, i, out = self.lib.espeak_ListVoices(None), 0, []
        while found[i]:
            voice = found[i].contents
            out.append([voice.languages[1:].decode(), voice.identifier.decode()])
            i += 1
        return {"voices": sorted(out), "variants": sorted(p.name for p in (self.data / "voices" / "!v").iterdir())}


def _answer(ask: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    with _Library() as library:
        if ask["ask"] == "voices":
            return library.voices(), b""
        try:
            sound, words = library.say(ask["text"], ask["voice"], ask["rate"])
        except LookupError as error:
            return {"error": error.args[0]}, b""
        return {"hz": library.hz, "words": words}, sound


def _take(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def main() -> None:
    """Answer until the input ends. The library may print: only our own copy of standard output carries answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = sys.stdin.buffer
    while True:
        try:
            head, body = _HEAD.unpack(_take(questions, _HEAD.size))
            ask = json.loads(_take(questions, head))
            _take(questions, body)
        except EOFError:
            return
        header, sound = _answer(ask)
        text = json.dumps(header).encode()
        answers.write(_HEAD.pack(len(text), len(sound)) + text + sound)
        answers.flush()


if __name__ == "__main__":
    main()
