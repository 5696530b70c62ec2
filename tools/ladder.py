"""What a tool's fault is, and what is worth doing about it: another try, a smaller batch, a stop, or one failed slot."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from typing import Final, Literal

from core.errors import BottegaError, DiskFull, OutOfMemory, Passing, ToolCrash, ToolFailure

Step = Literal["retry", "halve", "stop", "fail"]

_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_PAUSES: Final[dict[type[BottegaError], tuple[float, ...]]] = {Passing: (0.5, 2.0), ToolCrash: (0.5,)}
"""Seconds before each further try. A crash is tried once more: the system may have ended the process for want of memory, and
a request that ends it again would go on doing so."""


def step(error: BottegaError) -> Step:
    """``retry`` what may pass, ``halve`` what was too much at once, ``stop`` where nothing can be stored, else ``fail``."""
    if isinstance(error, DiskFull):
        return "stop"
    if isinstance(error, OutOfMemory):
        return "halve"
    return "retry" if pauses(error) else "fail"


def pauses(error: BottegaError) -> tuple[float, ...]:
    """How long to wait before each further try. Fixed: nothing is random, and no result depends on it."""
    return next((waits for kind, waits in _PAUSES.items() if isinstance(error, kind)), ())


def ours(error: BaseException) -> BottegaError:
    """Any fault as one of our family, of the class that says what to do about it."""
    if isinstance(error, DiskFull):
        return error
    if any(isinstance(one, OSError) and one.errno in _FULL for one in _causes(error)):
        return DiskFull("the disk is full", remedy="Free some space, then resume the run: finished work is kept.")
    if isinstance(error, BottegaError):
        return error
    if _short_of_memory(error):
        return OutOfMemory("the tool ran out of memory", remedy="Ask for less at once.")
    said = f"{type(error).__name__}: {str(error)[:500]}".rstrip(": ")
    if isinstance(error, ConnectionError | TimeoutError):
        return Passing(f"the tool failed with {said}", remedy="Run again in a while.")
    return ToolFailure(f"the tool failed with {said}", remedy="Run again; if it stays, report it.")


def _short_of_memory(error: BaseException) -> bool:
    """torch tells that a card is full with a ``RuntimeError``, known by its words alone."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and "out of memory" in str(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what it was raised from."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__
