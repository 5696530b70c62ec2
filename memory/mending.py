"""Looks a database over before it is used; one that is broken is kept under another name and begun anew."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from core.errors import StoreFailure

from .database import WAIT, create, failure, is_damage, set_aside
from .filelock import FileLock


def make_or_mend(path: Path) -> str:
    """Make the database where there is none (mode 0600), or check it; one process at a time.

    What was wrong with it and where it was put, in words; empty when it is new or sound. Either way there is a sound
    database when this returns. Raises ``StoreFailure`` where the disk refuses or another process keeps it busy.
    """
    lock = FileLock(path.with_name(path.name + ".lock"))
    give_up = time.monotonic() + WAIT
    while not lock.try_acquire():
        if time.monotonic() > give_up:
            raise StoreFailure("another process keeps this database busy", which=path.name, remedy="Try again.")
        time.sleep(0.02)
    try:
        fault = _fault(path)
        kept = f"{fault}; the file was kept as {set_aside(path).name!r}" if fault else ""
        create(path)
        os.chmod(path, 0o600)
        return kept
    finally:
        lock.release()


def _fault(path: Path) -> str:
    """What is wrong with the file; empty when it is absent or sound."""
    if not path.exists():
        return ""
    if path.stat().st_size == 0:
        return "empty"
    try:
        db = sqlite3.connect(path, timeout=WAIT)
        try:
            answer = db.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            db.close()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return "damaged"
        raise failure(error, path) from error
    return "" if answer and answer[0] == "ok" else "damaged"
