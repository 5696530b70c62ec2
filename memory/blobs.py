"""Bytes by their SHA-256: immutable, written once, verified when read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from core.blobs import blob_path
from core.canonical import sha256
from core.errors import MissingBlob

from .atomic import ensure_folder, store_failure, write_atomic
from .filelock import briefly

_REMEDY = "Run the job again: only this one is made anew."


class BlobStore:
    """Blobs under ``root/ab/<sha256>``; altered ones are moved to ``root/quarantine``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._sweeping = root / "sweep.lock"
        ensure_folder(root)

    def path(self, digest: str) -> Path:
        """Where the blob lies or would lie. Raises ``MissingBlob`` unless ``digest`` is 64 hex characters."""
        return blob_path(self.root, digest)

    def put(self, data: bytes) -> str:
        """Store bytes and give their digest. What is there already is left alone, unless it was altered.

        Raises ``StoreFailure`` when the disk refuses.
        """
        digest = sha256(data)
        path = self.path(digest)
        if not (self.touch(digest) and self._holds(path, data)):
            write_atomic(path, data, label="blob")
        return digest

    def _holds(self, path: Path, data: bytes) -> bool:
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False  # written anew, and that says what is wrong if it still is

    def get(self, digest: str) -> bytes:
        """The bytes of a digest, verified. An altered blob is set aside, so that it counts as missing from then on.

        Raises ``MissingBlob`` where it is absent or altered, ``StoreFailure`` where the disk refuses.
        """
        path = self.path(digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise MissingBlob("a stored file is gone", which=digest, remedy=_REMEDY) from error
        except OSError as error:
            raise store_failure(error, path) from error
        if sha256(data) != digest:
            self.quarantine(digest)
            raise MissingBlob("a stored file was altered", which=digest, remedy=_REMEDY)
        return data

    def has(self, digest: str) -> bool:
        """Whether a blob of that name lies there (its bytes unverified)."""
        return self.path(digest).is_file()

    def size(self, digest: str) -> int:
        """Bytes on disk. Raises ``MissingBlob``."""
        try:
            return self.path(digest).stat().st_size
        except OSError as error:
            raise MissingBlob("a stored file is gone", which=digest, remedy=_REMEDY) from error

    def touch(self, digest: str) -> bool:
        """Mark as used now, which keeps it from ``sweep`` for the grace time; ``False`` where it is not there."""
        path = self.path(digest)
        with briefly(self._sweeping, shared=True):
            try:
                os.utime(path)
            except FileNotFoundError:
                return False
            except OSError as error:
                raise store_failure(error, path) from error
        return True

    def sweep(self, digest: str, cutoff: float) -> int | None:
        """Remove a blob last used before ``cutoff`` (seconds since 1970); its size, or ``None`` where it stays.

        No use can slip in between looking and removing: both hold a lock, so a blob that was touched is there.
        """
        path = self.path(digest)
        with briefly(self._sweeping):
            try:
                found = path.stat()
                if found.st_mtime >= cutoff:
                    return None
                path.unlink()
            except FileNotFoundError:
                return None
        return found.st_size

    def quarantine(self, digest: str) -> None:
        """Move a blob out of the way, for a person to look at; ``gc`` removes it in the end."""
        aside = self.root / "quarantine"
        ensure_folder(aside)
        try:
            os.replace(self.path(digest), aside / digest)
            os.utime(aside / digest)
        except FileNotFoundError:
            return  # another process was faster
        except OSError as error:
            raise store_failure(error, aside) from error

    def delete(self, digest: str) -> None:
        """Remove a blob; does nothing where there is none."""
        with contextlib.suppress(FileNotFoundError):
            try:
                self.path(digest).unlink()
            except FileNotFoundError:
                raise
            except OSError as error:
                raise store_failure(error, self.path(digest)) from error
