"""Shows a run as it goes: one live line per agent and per asset, plain lines off a terminal, JSON lines for machines."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, Protocol

from rich.console import Console

from desk.lines import line_of
from desk.live import LiveTable
from desk.tell import print_line


class Display(Protocol):
    """Hears a run's events and closes when it ends."""

    def __call__(self, kind: str, data: dict[str, Any]) -> None: ...
    def close(self) -> None: ...


class JsonLines:
    """JSON Lines: an object of type ``event`` for each; the run's end is the last line, of type ``result`` or ``error``."""

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        print_line("event", {"event": kind, **data})

    def close(self) -> None:
        return None


class PlainLines:
    """One line an event, for logs and pipes."""

    def __init__(self, stream: Any = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream or sys.stdout, clock
        self._start = clock()

    def __call__(self, kind: str, data: dict[str, Any]) -> None:
        text = line_of(kind, data)
        if text:
            print(f"{self._clock() - self._start:7.1f} s  {text}", file=self._stream, flush=True)

    def close(self) -> None:
        return None


def display(*, as_json: bool, console: Console) -> Display:
    """The display that suits where the output goes."""
    if as_json:
        return JsonLines()
    return LiveTable(console) if console.is_terminal else PlainLines()
