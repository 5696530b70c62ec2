"""Places where a crash test may end the process. A test hook: nothing else sets it, and it costs one comparison.

Every durable write passes named points: ``<label>:before-write``, ``<label>:torn`` (half of the bytes lie in the
temporary file, or in an open transaction), ``<label>:before-replace``, ``<label>:after-write``. Labels of files are
``blob``, ``action``, ``run``, ``pin``; of databases ``checkpoint``, ``task`` (what one node gave), ``event``, ``decision``,
``note``; the outbox passes ``out:<step>``, and the graph ``<node>:before`` and ``<node>:after``.

``BOTTEGA_FAULT=blob:torn:3`` sends SIGKILL to the process at its third pass of that point. A last word changes what
happens there: ``blob:torn:3:TERM`` sends SIGTERM, which a run answers by draining, and ``blob:torn:3:FULL`` makes the
disk full.
"""

from __future__ import annotations

import errno
import os
import re
import signal
from collections.abc import Callable

_WISH = re.compile(r"(?P<point>.+):(?P<count>[1-9]\d*)(?::(?P<how>KILL|TERM|FULL))?")


def from_environment() -> Callable[[str], None] | None:
    """The fault that ``BOTTEGA_FAULT`` asks for; ``None`` where it asks for none, or in words that mean nothing."""
    wish = _WISH.fullmatch(os.environ.get("BOTTEGA_FAULT", ""))
    if wish is None:
        return None
    left = int(wish["count"])

    def fault(name: str) -> None:
        nonlocal left
        if name != wish["point"]:
            return
        left -= 1
        if left == 0:
            _strike(wish["how"] or "KILL")

    return fault


def _strike(how: str) -> None:
    if how == "FULL":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.kill(os.getpid(), signal.SIGKILL if how == "KILL" and hasattr(signal, "SIGKILL") else signal.SIGTERM)


FAULT: Callable[[str], None] | None = from_environment()
"""Called with the point's name; ``None`` outside of tests."""


def at(point: str) -> None:
    """Pass a named point."""
    if FAULT is not None:
        FAULT(point)
