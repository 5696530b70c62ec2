"""Places where a crash test may end the process. A test hook: nothing else sets it, and it costs one comparison.

Every durable write passes named points: ``<label>:before-write``, ``<label>:torn`` (half of the bytes lie in the
temporary file), ``<label>:before-replace``, ``<label>:after-write``. Labels are ``blob``, ``action``, ``run``, ``pin``.
In a child process ``BOTTEGA_FAULT=blob:torn:3`` sends SIGKILL to that process at its third pass of the point.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable


def _from_environment() -> Callable[[str], None] | None:
    wish = os.environ.get("BOTTEGA_FAULT", "")
    point, sign, count = wish.rpartition(":")
    if not sign or not count.isdigit():
        return None
    left = int(count)

    def fault(name: str) -> None:
        nonlocal left
        if name != point:
            return
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    return fault


FAULT: Callable[[str], None] | None = _from_environment()
"""Called with the point's name; ``None`` outside of tests."""


def at(point: str) -> None:
    """Pass a named point."""
    if FAULT is not None:
        FAULT(point)
