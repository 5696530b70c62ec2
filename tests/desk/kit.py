"""The command in a process of its own: through pipes, and on a terminal that a test can read and type at."""

from __future__ import annotations

import fcntl
import json
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TOYS = ("--backend", "text=toy", "--backend", "music=toy", "--backend", "sound=toy")
BRIEF = "kind: toy\ntitle: A toy\nproduct: a thing\nlanguages: en\ncta: Go\nfacts: [one, two]\nbrand: {name: Toys}\n"


def command(*args: str) -> list[str]:
    """The command with the toys; ``make`` is told to use them."""
    return [sys.executable, "-m", "tests.desk.toymain", *args, *(TOYS if args[:1] == ("make",) else ())]


def surroundings(place: Path, **env: str) -> dict[str, str]:
    """A process's environment with its home in ``place``."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "BOTTEGA_HOME": str(place / "home"), "TERM": "xterm-256color", **env}


class Ran:
    """A finished command, its output through pipes and no input."""

    def __init__(self, place: Path, *args: str, **env: str) -> None:
        done = subprocess.run(
            command(*args),
            cwd=place,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=surroundings(place, **env),
        )
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Its output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Terminal:
    """A command on a pseudo-terminal of its own, where Ctrl-C is a key."""

    def __init__(self, place: Path, *args: str, rows: int = 24, columns: int = 100, **env: str) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command(*args), cwd=place, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            env=surroundings(place, **env), preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)
        self.shown = ""
        self._seen = 0

    def until(self, text: str, seconds: float = 120) -> str:
        """Wait until ``text`` is shown beyond what was waited for before; gives all since then."""
        end = time.monotonic() + seconds
        while text not in self.shown[self._seen :]:
            assert self._read(end), f"{text!r} was never shown:\n{self.shown}"
        begun, self._seen = self._seen, self.shown.index(text, self._seen) + len(text)
        return self.shown[begun : self._seen]

    @property
    def plain(self) -> str:
        """What was shown, without colours and cursor moves."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.shown)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def end(self, seconds: float = 120, again: str = "") -> int:
        """Read to the end; gives the exit code.

        ``again`` is typed once more whenever nothing was shown for five seconds: a signal that comes between a question
        and the reading of its answer is noticed by Python at the next key alone, and so would a person press it again.
        """
        end = time.monotonic() + seconds
        while self._read(end, again):
            pass
        os.close(self._master)
        return self.process.wait(30)

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], max(0.0, seconds))[0])

    def _read(self, end: float, again: str = "") -> bool:
        while again and time.monotonic() < end and not self._ready(5):
            self.type(again)
        if not self._ready(end - time.monotonic()):
            self.process.kill()
            raise AssertionError(f"the command hangs:\n{self.shown}")
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)
