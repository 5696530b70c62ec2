"""Ctrl-C and SIGTERM: once drains, twice stops. Either way the run can be resumed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graphs.runner import Runner


def _nothing() -> None:
    return None


@contextmanager
def on_interrupt(runner: Runner, leave: Callable[[], None] = _nothing) -> Iterator[None]:
    """Within this block the first signal drains the run, and the second ends the process with 130.

    Before that end ``leave`` gives the terminal back as it was found, and the way to go on is said.
    """
    loop = asyncio.get_running_loop()
    seen = 0

    def stop() -> None:
        nonlocal seen
        seen += 1
        if seen > 1:
            leave()
            print(f"\nStopped at once. {resuming(runner)}", file=sys.stderr, flush=True)
            os._exit(130)
        print("\nFinishing what is in hand; press Ctrl-C again to stop at once.", file=sys.stderr, flush=True)
        runner.drain()

    signals: tuple[signal.Signals, ...] = (signal.SIGINT, signal.SIGTERM)
    try:
        for number in signals:
            loop.add_signal_handler(number, stop)
    except NotImplementedError:  # Windows has no loop handlers: Ctrl-C stops at once, and resume goes on
        signals = ()
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


def resuming(runner: Runner) -> str:
    """What to type to go on; a run that has no folder yet is begun again."""
    if not runner.run_id:
        return "Nothing was begun: make the brief again."
    return f"All finished work is kept. Go on with:\n  python main.py resume {runner.run_id}"
