"""Puts a finished package on the disk, all or nothing: the old one stays until the new one lies whole beside it.

Folder and archive are written under hidden names first. Then the old folder steps aside, the old archives after it, the
new archive comes in and the new folder last: where there is a folder, the exchange is over. So whoever finds no folder
after a crash puts back what stepped aside.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.canonical import key_of, sha256
from core.errors import BadInput, StoreFailure

from . import faults
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

    Raises ``StoreFailure`` where the disk refuses and ``BadInput`` for a folder of other things; what lay there before
    lies there still.
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
    try:
        _recover(folder)
        before = _shipped(folder)
        if before == dict(files) and target.is_file() and not _changed(folder, before):
            return Published(folder, target, written=False)
        folder.parent.mkdir(parents=True, exist_ok=True)
        kept = _kept(folder, before)
        faults.at("out:before-write")
        for path, digest in files.items():
            _write(_new(folder) / path, blobs.get(digest))
            faults.at("out:file")
        _archive(_new(target), write_archive)
        _exchange(folder, target, kept)
    except OSError as error:
        raise StoreFailure(
            f"the package could not be written ({error.strerror})", which=folder.name,
            remedy="Free some space or choose another folder with --out, then resume.",
        ) from error  # fmt: skip
    finally:
        _sweep(folder)
    return Published(folder, target, written=True, kept=kept)


def _kept(folder: Path, before: Mapping[str, str] | None) -> Path | None:
    """Where to keep a folder that a person has changed; ``None`` where nobody has."""
    if not folder.exists() or not any(folder.iterdir()):
        return None
    if before is None:
        raise BadInput(
            "the folder holds other things", which=folder.name, remedy="Choose an empty or new one with --out."
        )
    return _free(folder) if _changed(folder, before) else None


def _exchange(folder: Path, target: Path, kept: Path | None) -> None:
    """Old ones out, new ones in, the folder first and last; all of it or nothing."""
    with _moving() as move:
        if folder.exists():
            move(folder, kept or _old(folder))
        for stale in _archives(folder):
            if stale.exists():
                move(stale, _old(stale))
        move(_new(target), target)
        move(_new(folder), folder)


@contextmanager
def _moving() -> Iterator[Callable[[Path, Path], None]]:
    """A function that renames; what it did is undone when the block fails."""
    done: list[tuple[Path, Path]] = []

    def move(here: Path, there: Path) -> None:
        faults.at("out:before-rename")
        here.rename(there)
        done.append((here, there))
        faults.at("out:after-rename")

    try:
        yield move
    except BaseException:
        for here, there in reversed(done):
            with suppress(OSError):  # the first reason is the one to tell; the next call tries again
                there.rename(here)
        raise


def _recover(folder: Path) -> None:
    """Finish or undo an exchange that a crash cut off, and drop what it was writing."""
    if not folder.exists():
        for old in (*_archives(folder), folder):  # the folder last, as always: it says that all is in its place
            if _old(old).exists():
                os.replace(_old(old), old)
    _sweep(folder)


def _sweep(folder: Path) -> None:
    """Remove what lies under hidden names, unless it is all that there is of the old package."""
    for path in (folder, *_archives(folder)):
        _drop(_new(path))
        if folder.exists():
            _drop(_old(path))


def _drop(path: Path) -> None:
    with suppress(OSError):  # seen to again by the next call
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _archives(folder: Path) -> tuple[Path, Path]:
    """A package's archive under either of its names: only one is right for what lies in the folder."""
    return folder.with_name(f"{folder.name}.zip"), folder.with_name(f"{folder.name}-draft.zip")


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _shipped(folder: Path) -> dict[str, str] | None:
    """Path to digest of the package that lies there, by its manifest; ``None`` if there is no readable one."""
    try:
        data = (folder / MANIFEST).read_bytes()
        listed = {f["path"]: f["sha256"] for f in json.loads(data)["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {**listed, MANIFEST: sha256(data)}


def _changed(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether a person changed, added or removed a file since it was written."""
    here = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    if set(here) != set(files):
        return True
    return any(sha256(path.read_bytes()) != files[name] for name, path in here.items())


def _free(folder: Path) -> Path:
    n = 1
    while (kept := folder.with_name(f"{folder.name}.kept-{n}")).exists():
        n += 1
    return kept


def _archive(path: Path, write: Callable[[BinaryIO], None]) -> None:
    with open(path, "wb") as stream:
        write(stream)
        faults.at("out:torn")
        stream.flush()
        os.fsync(stream.fileno())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
