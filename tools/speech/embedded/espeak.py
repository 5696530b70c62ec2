"""Speaking through the espeak-ng child: started when needed, ended at a deadline, replaced when it dies."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from core.errors import BackendMissing, BadInput
from tools.child import Child

from . import available
from .voices import Voices

MODULE: Final = "tools.speech.embedded.espeak_child"
Samples = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Utterance:
    """Sound of one text: mono samples in -1..1, their rate, and where words begin as (character, seconds)."""

    samples: Samples
    hz: int
    anchors: tuple[tuple[int, float], ...]


class Espeak:
    """The voice. Raises ``BackendMissing`` when the extra ``speech`` is not installed.

    flite has friendlier English voices but its program tells no word times, which captions need, so it is not used.

    Args:
        deadline: seconds for one text before the child is ended.
    """

    def __init__(self, deadline: float = 60.0, module: str = MODULE) -> None:
        if not available():
            remedy = "Install it with: pip install '.[speech]' (make demo does). Captions work without it."
            raise BackendMissing("narration needs the package 'espeakng-loader'", remedy=remedy)
        self.deadline, self._module = deadline, module
        self._child: Child | None = None
        self._voices: Voices | None = None
        self._turn = threading.Lock()

    @property
    def pid(self) -> int:
        """Process id of the running child; 0 for none."""
        return self._child.pid if self._child else 0

    def voices(self) -> Voices:
        """What is installed, asked once."""
        if self._voices is None:
            header, _ = self._ask({"ask": "voices"})
            paths = {str(language): str(path) for language, path in reversed(header["voices"])}
            self._voices = Voices(paths, tuple(str(v) for v in header["variants"]))
        return self._voices

    def say(self, text: str, voice: str, rate: int) -> Utterance:
        """Speak plain ``text`` at ``rate`` words a minute (80-450).

        Raises ``BadInput`` for an unknown voice, ``ToolTimeout`` past the deadline, ``ToolCrash`` if the child dies;
        after either the next call starts a new one.
        """
        header, body = self._ask({"ask": "say", "text": text, "voice": voice, "rate": rate})
        if "error" in header:
            raise BadInput(str(header["error"]))
        hz = int(header["hz"])
        samples = np.frombuffer(body, "<i2").astype(np.float32) / np.float32(32768)
        return Utterance(samples, hz, tuple((int(i), int(n) / hz) for i, n in header["words"]))

    def close(self) -> None:
        """End the child. A later call starts a new one."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        with self._turn:
            if self._child is None:
                self._child = Child(self._module, "the voice espeak-ng")
            child = self._child
            try:
                child.ask(question)
                return child.answer(self.deadline)
            except BaseException:
                self._child = None
                child.end()
                raise
