"""Opening a SQLite file so that a crash, a second process or a damaged file ends in a clear error or in none."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from core.errors import DiskFull, StoreFailure

from .atomic import TEMP, ensure_folder, store_failure

WAIT = 30.0
"""Seconds to wait for another process that is writing."""


def connect(path: Path, *, synchronous: Literal["FULL", "NORMAL"]) -> sqlite3.Connection:
    """A connection in WAL mode with autocommit, usable from any thread (callers hold a lock of their own).

    ``FULL`` survives a power cut at every commit; ``NORMAL`` may lose the last ones, but never tears the file.

    Raises:
        StoreFailure: the file is empty, damaged, or the disk refuses.
    """
    create(path)
    with guard(path):
        if path.stat().st_size == 0:
            raise EmptyFile("the file is empty")
        db = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            db.execute(f"PRAGMA synchronous={synchronous}")
        except sqlite3.Error:
            db.close()
            raise
    return db


def create(path: Path) -> None:
    """Make an empty database where there is none.

    It appears under its name with a full header, so that a file of no bytes can only be a damaged one.
    """
    if path.exists():
        return
    ensure_folder(path.parent)
    temp = path.parent / f"{TEMP}{os.getpid()}-{secrets.token_hex(6)}"
    with guard(path):
        os.close(os.open(temp, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            db = sqlite3.connect(temp)
            try:
                db.execute("PRAGMA journal_mode=WAL")
            finally:
                db.close()
            _place(temp, path)
        finally:
            temp.unlink(missing_ok=True)


def _place(temp: Path, path: Path) -> None:
    """Give ``temp`` its name unless another process was faster."""
    with contextlib.suppress(FileExistsError):
        try:
            os.link(temp, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if not path.exists():
                os.replace(temp, path)


@contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into ``StoreFailure`` with a remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise failure(error, path) from error
    except OSError as error:
        raise store_failure(error, path) from error


def failure(error: sqlite3.DatabaseError, path: Path) -> StoreFailure:
    """What to tell a person about an error of SQLite."""
    text = str(error)
    if is_damage(error):
        return StoreFailure(
            f"this database is damaged ({text})",
            which=path.name,
            remedy="Put a backup in its place, or move it away to start an empty one.",
        )
    if "full" in text:
        remedy = "Free some space (python main.py gc removes what no run needs), then resume: finished work is kept."
        return DiskFull("the disk is full", which=path.name, remedy=remedy)
    if "locked" in text or "busy" in text:
        return StoreFailure(
            "another process keeps this database busy", which=path.name, remedy="Try again in a minute."
        )
    if "readonly" in text or "unable to open" in text:
        return StoreFailure("this database cannot be written", which=path.name, remedy="Make its folder writable.")
    return StoreFailure(f"the database refused ({text})", which=path.name, remedy="Check the disk, then try again.")


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error means that the file's content is wrong, rather than that the disk or a lock refused."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return isinstance(error, EmptyFile)
    return (code & 0xFF) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class EmptyFile(sqlite3.DatabaseError):
    """A database of no bytes; SQLite would take it for a new one."""


def set_aside(path: Path) -> Path:
    """Rename a damaged database, with its log files, to ``<name>.broken-N``; gives the new name."""
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    with guard(path):
        for suffix in ("-wal", "-shm", ""):
            with contextlib.suppress(FileNotFoundError):
                os.replace(path.with_name(path.name + suffix), aside.with_name(aside.name + suffix))
        with contextlib.suppress(FileNotFoundError):
            os.utime(aside, (time.time(), time.time()))
    return aside
