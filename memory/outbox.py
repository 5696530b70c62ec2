"""Puts a finished package on the disk: written beside its place first, then moved in, so that none is ever half there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.canonical import key_of
from core.errors import BadInput, StoreFailure

from .blobs import BlobStore
from .filelock import FileLock
from .home import Home

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Published:
    """Where a package went. ``kept`` is where an older folder with a person's changes was moved, if there was one."""

    folder: Path
    archive: Path
    written: bool
    kept: Path | None = None


def publish(
    folder: Path, files: Mapping[str, str], home: Home, archive: str, write_archive: Callable[[BinaryIO], None]
) -> Published:
    """Write ``files`` (path to digest) into ``folder`` and the archive beside it.

    An identical package is left alone. A folder that a person has changed is moved aside, never overwritten; one that
    is not a package of ours is refused. Two processes take turns at one folder.
    """
    lock = FileLock(home.locks / "out" / f"{key_of(str(folder.absolute()))}.lock")
    while not lock.try_acquire():
        time.sleep(0.05)
    try:
        return _publish(folder, files, home.blobs, archive, write_archive)
    finally:
        lock.release()


def _publish(
    folder: Path, files: Mapping[str, str], blobs: BlobStore, archive: str, write_archive: Callable[[BinaryIO], None]
) -> Published:
    target = folder.with_name(archive)
    before = _shipped(folder)
    if before == dict(files) and target.is_file() and not _changed(folder, before):
        return Published(folder, target, written=False)
    kept = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists() and any(folder.iterdir()):
            if before is None:
                raise BadInput(
                    "the folder holds other things", which=folder.name, remedy="Choose an empty or new one with --out."
                )
            if _changed(folder, before):
                kept = _free(folder)
        fresh = folder.with_name(f".{folder.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        for path, digest in files.items():
            _write(fresh / path, blobs.get(digest))
        if kept is not None:
            folder.rename(kept)
        _swap(fresh, folder)
        for stale in (*folder.parent.glob(f"{folder.name}.zip"), *folder.parent.glob(f"{folder.name}-draft.zip")):
            stale.unlink()
        _archive(target, write_archive)
    except OSError as error:
        raise StoreFailure(
            f"the package could not be written ({error.strerror})", which=folder.name,
            remedy="Free some space or choose another folder with --out, then resume.",
        ) from error  # fmt: skip
    return Published(folder, target, written=True, kept=kept)


def _shipped(folder: Path) -> dict[str, str] | None:
    """Path to digest of the package that lies there, by its manifest; ``None`` if there is no readable one."""
    try:
        data = (folder / MANIFEST).read_bytes()
        listed = {f["path"]: f["sha256"] for f in json.loads(data)["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {**listed, MANIFEST: hashlib.sha256(data).hexdigest()}


def _changed(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether a person changed, added or removed a file since it was written."""
    here = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    if set(here) != set(files):
        return True
    return any(hashlib.sha256(path.read_bytes()).hexdigest() != files[name] for name, path in here.items())


def _free(folder: Path) -> Path:
    n = 1
    while (kept := folder.with_name(f"{folder.name}.kept-{n}")).exists():
        n += 1
    return kept


def _swap(fresh: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _archive(target: Path, write: Callable[[BinaryIO], None]) -> None:
    fresh = target.with_name(f".{target.name}.new")
    with open(fresh, "wb") as stream:
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(fresh, target)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
