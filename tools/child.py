"""A Python module in a process group of its own, spoken to in frames, which a deadline can end. A thread cannot be."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from core.errors import ToolCrash, ToolFailure, ToolTimeout

from .host_child import BadFrame, Frame, read_frame, write_frame

_ROOT: Final = Path(__file__).resolve().parents[1]
_KEPT: Final = re.compile(
    r"PATH|HOME|LANG|LC_ALL|TMPDIR|TEMP|TMP|SYSTEMROOT|LD_LIBRARY_PATH|(?:OMP|MKL|OPENBLAS|NUMEXPR)_\w+", re.IGNORECASE
)
_TAIL: Final = 2000
_PATH: Final = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][^\s/\\\"':<>|]+)+[/\\]([^\s/\\\"':<>|]+)")


def clean_environment() -> dict[str, str]:
    """The environment of a tool: no key, token or setting of ours but what finding programs and libraries takes."""
    kept = {name: value for name, value in os.environ.items() if _KEPT.fullmatch(name)}
    paths = [str(_ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**kept, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONHASHSEED": "0"}


class Child:
    """A Python module running in its own process group, answering frames with frames.

    Args:
        module: what ``python -m`` runs; it must end when its standard input does.
        label: how errors name it.
    """

    def __init__(self, module: str, label: str) -> None:
        self.label, self._ended = label, False
        self._inbox: queue.SimpleQueue[Frame | BadFrame | None] = queue.SimpleQueue()
        self._said = ""
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_ROOT,
            env=clean_environment(),
            start_new_session=True,
        )
        self._threads = [threading.Thread(target=job, daemon=True) for job in (self._hear, self._overhear)]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """Process id, which is also its group's."""
        return self._process.pid

    def ask(self, header: Mapping[str, Any], body: bytes = b"") -> None:
        """Send a frame. Never blocks and never fails: a child that cannot hear it will not answer."""
        threading.Thread(target=self._tell, args=(header, body), daemon=True).start()

    def answer(self, seconds: float) -> Frame:
        """The next frame. Raises ``ToolTimeout`` after ``seconds``, ``ToolCrash`` if it died; it is ended in both cases."""
        try:
            frame = self._inbox.get(timeout=seconds)
        except queue.Empty:
            self.end()
            remedy = "Try again with less to make, or allow it more time."
            raise ToolTimeout(
                f"{self.label} gave no answer in {seconds:g} seconds and was ended", remedy=remedy
            ) from None
        if frame is None:
            was_ended = self._ended
            code = self.end()
            if was_ended:
                raise ToolFailure(f"{self.label} was closed while it worked")
            raise ToolCrash(f"{self.label} died ({_cause(code)})", which=self._tail())
        if isinstance(frame, BadFrame):
            self.end()
            raise ToolFailure(f"{self.label} gave an answer that cannot be read: {frame}") from frame
        return frame

    def end(self, grace: float = 0.0) -> int:
        """End the process and all of its group, after ``grace`` seconds to finish by itself. Gives its exit status."""
        with self._lock:
            if self._process.returncode is None:
                self._ended = True
                self._wait_unreaped(grace)
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    with suppress(
                        ProcessLookupError, PermissionError
                    ):  # gone already; macOS says the latter of zombies
                        os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
                self._close_pipes()
            return int(self._process.returncode)

    def _wait_unreaped(self, grace: float) -> None:
        """Let it end by itself. Its output ends when it does; it is not reaped, so that its group's number stays its own."""
        self._threads[0].join(timeout=grace)

    def _close_pipes(self) -> None:
        process = self._process
        for thread, pipe in zip(self._threads, (process.stdout, process.stderr), strict=True):
            thread.join(timeout=2)
            if pipe is not None and not thread.is_alive():
                pipe.close()
        with suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()

    def _tell(self, header: Mapping[str, Any], body: bytes) -> None:
        try:
            assert self._process.stdin is not None
            write_frame(self._process.stdin, header, body)
        except (OSError, ValueError):  # it died: the listening thread finds its output ended
            return

    def _hear(self) -> None:
        assert self._process.stdout is not None
        try:
            while True:
                self._inbox.put(read_frame(self._process.stdout))
        except BadFrame as error:
            self._inbox.put(error)
        except (EOFError, OSError, ValueError):
            self._inbox.put(None)

    def _overhear(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._said = (self._said + line.decode("utf-8", "replace"))[-4 * _TAIL :]

    def _tail(self) -> str:
        """The last it said on standard error, with no folder of this machine in it."""
        return _PATH.sub(r"\1", self._said)[-_TAIL:].strip()


def _cause(code: int) -> str:
    """An exit status as a person reads it: ``killed by SIGSEGV`` or ``exit status 3``."""
    if code >= 0:
        return f"exit status {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"
