"""Removes what no run, pin or recent use needs. Safe beside running jobs: a file that is used while it goes stays."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from core.errors import RunBusy, StoreFailure
from core.model import Frozen

from .atomic import TEMP, read_json, store_failure
from .filelock import FileLock
from .home import Home
from .runs import FINISHED

STEP_SECONDS = 30 * 86_400.0
"""How long a record without parts is kept after its last use: it is small, and no run names it."""

WRITING_SECONDS = 60.0
"""Grace of temporary files beside what is asked for: a young one is being written, which takes far less."""

_DIGEST = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_OWN = ("blobs", "actions", "runs", "pins", "notes")


class Collected(Frozen):
    """What went, or would go in a dry run."""

    blobs: int = 0
    records: int = 0
    leftovers: int = 0
    """Temporary files, locks nobody holds, quarantined blobs and databases."""
    freed: int = 0
    """Bytes."""
    kept: int = 0
    """Blobs that stay."""
    dry_run: bool = False

    def __str__(self) -> str:
        verb = "would remove" if self.dry_run else "removed"
        what = f"{self.blobs} files, {self.records} records, {self.leftovers} leftovers"
        return f"{verb} {what} ({self.freed / 1e6:.1f} MB); {self.kept} files stay"


def collect(home: Home, *, grace_seconds: float = 3600.0, dry_run: bool = False) -> Collected:
    """Mark and sweep.

    Kept are: every blob and record named in any file of a run, in the checkpoints or in a pin; what was made or used
    within ``grace_seconds``, or since the start of a run that is being worked on; and the parts and inputs of each
    record that is kept. All else in the stores goes, and leftovers of crashes older than the grace.

    Raises ``RunBusy`` while another clean-up runs, ``StoreFailure`` where the disk refuses.
    """
    lock = FileLock(home.root / "gc.lock")
    if not lock.try_acquire(note=str(os.getpid())):
        raise RunBusy("another clean-up is running", remedy="Wait for it to end.")
    try:
        now = time.time()
        grace = now - grace_seconds
        marks, since = _marks(home)
        cutoff = min(grace, since)
        records, freed_records = _records(home, marks, cutoff, now, dry_run)
        blobs = kept = freed_blobs = 0
        for path in _files(home.blobs.root):
            if len(path.name) != 64 or path.parent.name == "quarantine":
                continue
            gone = None if path.name in marks else _old_size(path, cutoff)
            if gone is not None and not dry_run:
                gone = home.blobs.sweep(path.name, cutoff)  # looks again, with every user kept out
            kept += gone is None
            blobs += gone is not None
            freed_blobs += gone or 0
        leftovers, freed_rest = _leftovers(home, grace, dry_run)
    except OSError as error:
        raise store_failure(error, home.root) from error
    finally:
        lock.release()
    freed = freed_records + freed_blobs + freed_rest
    return Collected(blobs=blobs, records=records, leftovers=leftovers, freed=freed, kept=kept, dry_run=dry_run)


def _marks(home: Home) -> tuple[set[str], float]:
    """Every 64-hex name in runs, pins and checkpoints, and the time since when all must be kept besides."""
    marks: set[str] = set()
    since = float("inf")
    for folder in (home.runs.root, home.pins.root):
        for path in _files(folder):
            if path.suffix in (".json", ".jsonl"):
                marks.update(_names(_bytes(path)))
    unfinished = []
    for run in home.runs.list():
        if run.held:
            since = min(since, (home.runs.root / run.id / "lock").stat().st_mtime)
        if run.state is None or run.state.status not in FINISHED:
            unfinished.append(run.state.created if run.state else 0.0)
    named = _checkpointed(home.checkpoints)
    if named is None:  # unreadable: what unfinished runs have made cannot be told, so all since their start stays
        since = min([since, *unfinished])
    return marks | (named or set()), since


def _checkpointed(path: Path) -> set[str] | None:
    """Names inside the checkpoints' values (msgpack keeps text as it is); ``None`` where they cannot be read."""
    if not path.exists():
        return set()
    names: set[str] = set()
    try:
        db = sqlite3.connect(path, timeout=30)
        try:
            tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
            for table, column in (("checkpoints", "checkpoint"), ("writes", "value")):
                if table in tables:
                    for (value,) in db.execute(f"SELECT {column} FROM {table}"):
                        names.update(_names(value if isinstance(value, bytes) else str(value).encode()))
        finally:
            db.close()
    except sqlite3.DatabaseError:
        return None
    return names


def _records(home: Home, marks: set[str], cutoff: float, now: float, dry_run: bool) -> tuple[int, int]:
    """Sweep action records; adds to ``marks`` what the kept ones name. Gives count and bytes."""
    count = freed = 0
    for path in _files(home.actions.root):
        if path.suffix != ".json":
            continue
        gone = None if path.stem in marks or _is_recent_step(path, now) else _old_size(path, cutoff)
        if gone is None:
            marks.update(_names(_bytes(path)))
            continue
        count, freed = count + 1, freed + gone
        if not dry_run:
            path.unlink(missing_ok=True)  # used just now? then it is made again some day, and no more
    return count, freed


def _is_recent_step(path: Path, now: float) -> bool:
    try:
        return not read_json(path)["record"]["parts"] and _mtime(path) > now - STEP_SECONDS
    except (StoreFailure, FileNotFoundError, KeyError, TypeError):
        return False  # torn: a miss for everybody


def _leftovers(home: Home, cutoff: float, dry_run: bool) -> tuple[int, int]:
    """Temporary files, quarantined ones and free locks, older than ``cutoff``. Gives count and bytes."""
    count = freed = 0
    torn = cutoff - WRITING_SECONDS
    old = [p for p in home.root.iterdir() if p.name.startswith(TEMP) or ".broken-" in p.name]
    if home.notes.is_dir():
        old += [p for p in home.notes.iterdir() if ".broken-" in p.name]
    for name in _OWN:
        old += [p for p in _files(home.root / name) if p.name.startswith(TEMP) or p.parent.name == "quarantine"]
    for path in old:
        if _mtime(path) >= (torn if path.name.startswith(TEMP) else cutoff):
            continue
        count += 1
        if path.is_dir():
            freed += sum(p.stat().st_size for p in path.rglob("*") if p.is_file())
            if not dry_run:
                shutil.rmtree(path, ignore_errors=True)
        else:
            freed += path.stat().st_size
            if not dry_run:
                path.unlink(missing_ok=True)
    for path in _files(home.locks):
        if path.suffix == ".lock" and _mtime(path) < cutoff:
            lock = FileLock(path)
            count += 1
            if not dry_run and lock.try_acquire():
                lock.release()
    return count, freed


def _old_size(path: Path, cutoff: float) -> int | None:
    """Size of a file last used before ``cutoff``, else ``None``."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size if found.st_mtime < cutoff else None


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(parent, name)


def _mtime(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _names(data: bytes) -> Iterator[str]:
    return (match.decode("ascii") for match in _DIGEST.findall(data))
