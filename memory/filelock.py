"""A lock on a file, across processes; the system frees it when its holder dies, however it dies.

Two ``FileLock`` objects exclude each other inside one process too. A forked child shares its parent's locks
until it ends or execs, so children that outlive a lock must be spawned, not forked.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .atomic import ensure_folder, store_failure

if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int, shared: bool) -> None:
        while not _try_lock(fd, shared):
            time.sleep(0.001)

    def _try_lock(fd: int, shared: bool) -> bool:
        try:
            os.lseek(fd, 0x7FFF0000, os.SEEK_SET)  # far behind the text that says who holds it
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(fd: int, shared: bool) -> None:
        fcntl.flock(fd, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)

    def _try_lock(fd: int, shared: bool) -> bool:
        try:
            fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FileLock:
    """An exclusive lock. ``keep`` leaves the file in place on release; else it is removed, safely."""

    def __init__(self, path: Path, *, keep: bool = False) -> None:
        self.path = path
        self._keep = keep
        self._fd = -1

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._fd >= 0

    def try_acquire(self, note: str = "") -> bool:
        """Take the lock if it is free, and write ``note`` into the file. Raises ``StoreFailure``."""
        while True:
            try:
                fd = _open(self.path)
            except OSError as error:
                raise store_failure(error, self.path) from error
            if not _try_lock(fd, shared=False):
                os.close(fd)
                return False
            if self._keep or self._is_current(fd):
                break
            os.close(fd)  # its last holder removed the file between our opening and locking it
        self._fd = fd
        if note:
            try:
                os.ftruncate(fd, 0)
                os.lseek(fd, 0, os.SEEK_SET)
                os.write(fd, note.encode())
            except OSError as error:
                self.release()
                raise store_failure(error, self.path) from error
        return True

    def _is_current(self, fd: int) -> bool:
        try:
            there = os.stat(self.path)
        except FileNotFoundError:
            return False
        mine = os.fstat(fd)
        return (mine.st_ino, mine.st_dev) == (there.st_ino, there.st_dev)

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        if self._fd < 0:
            return
        if not self._keep:
            with contextlib.suppress(OSError):  # Windows keeps an open file; gc removes it later
                self.path.unlink()
        os.close(self._fd)
        self._fd = -1


@contextmanager
def briefly(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock for a few system calls, waiting for it; many may share it, or one has it alone."""
    try:
        fd = _open(path)
    except OSError as error:
        raise store_failure(error, path) from error
    try:
        _lock(fd, shared)
        yield
    finally:
        os.close(fd)


def _open(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT
    try:
        return os.open(path, flags, 0o600)
    except FileNotFoundError:
        ensure_folder(path.parent.parent)
        path.parent.mkdir(mode=0o700, exist_ok=True)  # not synced: a lock need not survive a power cut
        return os.open(path, flags, 0o600)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock on ``path`` now."""
    try:
        fd = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise store_failure(error, path) from error
    try:
        return not _try_lock(fd, shared=True)
    finally:
        os.close(fd)


def holder(path: Path) -> str:
    """What the holder wrote into the file, cut short; empty where nothing can be read."""
    try:
        return path.read_text("ascii", "replace")[:80]
    except OSError:
        return ""
