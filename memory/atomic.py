"""Whole files or none: what was written before a crash is there after it, and nothing is ever half there."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
from pathlib import Path
from typing import Any

from core.errors import DiskFull, StoreFailure

from . import faults

TEMP = ".tmp-"
"""How the names of temporary files begin; leftovers of a crash are swept by ``memory.gc``."""

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EROFS, errno.EACCES, errno.EPERM}


def store_failure(error: OSError, path: Path) -> StoreFailure:
    """The error a person sees for a disk that refused; names the last part of the folder, not the whole path."""
    folder = path.name if os.path.isdir(path) else path.parent.name
    if error.errno in _FULL:
        return DiskFull(
            "the disk is full",
            which=folder,
            remedy="Free some space (python main.py gc removes what no run needs), then resume: finished work is kept.",
        )
    if error.errno in _DENIED:
        return StoreFailure(
            "this folder cannot be written",
            which=folder,
            remedy="Make it writable, or set BOTTEGA_HOME to a folder that is.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return StoreFailure("this path is too long", which=folder[:40], remedy="Set BOTTEGA_HOME to a shorter path.")
    return StoreFailure(
        f"the disk refused ({error.strerror or error})", which=folder, remedy="Check the disk, then resume the run."
    )


def ensure_folder(folder: Path) -> None:
    """Make a folder (0700) and its parents, durably. Raises ``StoreFailure``."""
    try:
        if folder.is_dir():
            return
        missing = [folder, *(p for p in folder.parents if not p.exists())]
        for new in reversed(missing):
            new.mkdir(mode=0o700, exist_ok=True)
            sync_folder(new.parent)
    except OSError as error:
        raise store_failure(error, folder) from error


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable. Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_atomic(path: Path, data: bytes, *, label: str = "file") -> None:
    """Replace ``path`` by ``data``: temporary file in the same folder, fsync, rename, fsync of the folder.

    Args:
        path: where to; its folder is made where it is missing.
        data: all of it.
        label: names the fault points passed (see ``memory.faults``).

    Raises:
        StoreFailure: full, read-only or failing disk. ``path`` then still holds what it held before.
    """
    ensure_folder(path.parent)
    temp = path.parent / f"{TEMP}{os.getpid()}-{secrets.token_hex(6)}"
    faults.at(f"{label}:before-write")
    try:
        fd = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _write_all(fd, data, label)
            os.fsync(fd)
        finally:
            os.close(fd)
        faults.at(f"{label}:before-replace")
        os.replace(temp, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # the reason for failing is reported; a leftover is swept by gc
            temp.unlink(missing_ok=True)
        raise store_failure(error, path) from error
    faults.at(f"{label}:after-write")


def _write_all(fd: int, data: bytes, label: str) -> None:
    view = memoryview(data)
    if faults.FAULT is not None:
        os.write(fd, view[: len(view) // 2])
        view = view[len(view) // 2 :]
        faults.at(f"{label}:torn")
    while view:
        view = view[os.write(fd, view) :]


def read_json(path: Path) -> Any:
    """Parsed JSON of a file.

    Raises:
        FileNotFoundError: there is no such file.
        StoreFailure: it is empty, not JSON or cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise store_failure(error, path) from error
    try:
        return json.loads(data)
    except ValueError as error:
        state = "damaged" if data else "empty"
        raise StoreFailure(f"a stored record is {state}", which=f"{path.parent.name}/{path.name}") from error


def write_json(path: Path, value: Any, *, label: str = "file") -> None:
    """Write a value as readable JSON, whole or not at all: ASCII, so that any text survives, and keys in their order.

    Raises ``ValueError`` on NaN or infinity, ``StoreFailure`` as ``write_atomic`` does.
    """
    text = json.dumps(value, ensure_ascii=True, indent=1, allow_nan=False)
    write_atomic(path, text.encode("ascii") + b"\n", label=label)
