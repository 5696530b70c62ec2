"""What was made from which request. A record that cannot be trusted in full is a miss, never a wrong answer."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from core.asset import DIGEST, Blob, Origin
from core.canonical import sha256
from core.errors import BottegaError, MissingBlob, StoreFailure
from core.model import Frozen

from .atomic import ensure_folder, read_json, store_failure, write_json
from .blobs import BlobStore
from .filelock import FileLock

SMALL = 1 << 20
"""Parts up to this size are hashed at every hit (about 1 ms); larger ones when they are read, or with ``verify``."""


class ActionRecord(Frozen):
    """One finished request. ``parts`` and ``main`` are empty for a step whose value lies in ``facts``."""

    key: str = Field(pattern=DIGEST)
    spec: str
    """Backend, ``modality:name``, or the step's name."""
    revision: str = ""
    request_modality: str
    parts: dict[str, Blob] = {}
    main: str = ""
    facts: dict[str, Any] = {}
    alt: str = ""
    origin: Origin
    seconds: float = Field(default=0.0, ge=0)
    inputs: tuple[str, ...] = ()
    """Digests of the blobs that the request read."""


class ActionStore:
    """Records under ``root/ab/<key>.json`` and one lock per key under ``locks/ab/<key>.lock``."""

    def __init__(self, root: Path, blobs: BlobStore, *, locks: Path | None = None) -> None:
        self.root = root
        self._blobs = blobs
        self._locks = locks or root.with_name("locks")
        ensure_folder(root)

    def path(self, key: str) -> Path:
        """Where the record of a key lies or would lie. Raises ``StoreFailure`` unless it is 64 hex characters."""
        if len(key) != 64 or any(c not in "0123456789abcdef" for c in key):
            raise StoreFailure("not a request's key", which=key[:80])
        return self.root / key[:2] / f"{key}.json"

    def lookup(self, key: str, *, verify: bool = False) -> ActionRecord | None:
        """The record of a key if it and all its blobs are whole, else ``None``.

        A hit marks record and blobs as used now. Sizes are always compared and parts up to ``SMALL`` bytes
        hashed; ``verify`` hashes all. A larger altered blob is caught by ``BlobStore.get``, which sets it aside:
        the next lookup is then a miss.

        Raises ``StoreFailure`` where the disk refuses.
        """
        path = self.path(key)
        record = self._read(path, key)
        if record is None or not all(self._whole(blob, verify) for blob in record.parts.values()):
            return None
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise store_failure(error, path) from error
        return record

    def _read(self, path: Path, key: str) -> ActionRecord | None:
        try:
            stored = read_json(path)
            if stored["check"] != _check(stored["record"]):
                return None
            record = ActionRecord.model_validate(stored["record"])
        except (FileNotFoundError, ValidationError, KeyError, TypeError):
            return None
        except StoreFailure as error:
            if isinstance(error.__cause__, ValueError):
                return None  # torn: not JSON
            raise
        return record if record.key == key else None

    def _whole(self, blob: Blob, verify: bool) -> bool:
        try:
            if not self._blobs.touch(blob.digest) or self._blobs.size(blob.digest) != blob.size:
                return False
            if verify or blob.size <= SMALL:
                self._blobs.get(blob.digest)
        except MissingBlob:
            return False
        return True

    def record(self, record: ActionRecord) -> ActionRecord:
        """Store a record; its blobs must be stored before it. Gives it back as a later ``lookup`` will.

        Raises:
            BottegaError: ``facts`` hold something that is no JSON (NaN, an object).
            MissingBlob: a part's blob is absent or of another size.
            StoreFailure: the disk refuses.
        """
        for blob in record.parts.values():
            if self._blobs.size(blob.digest) != blob.size:
                raise MissingBlob("a part is not the size that its record says", which=blob.digest)
        try:
            # Through JSON once, so that a fresh result and a remembered one are equal (tuples become lists).
            plain = json.loads(json.dumps(record.model_dump(), allow_nan=False, default=_scalar))
        except (TypeError, ValueError) as error:
            raise BottegaError("facts hold a value that JSON cannot", which=record.spec) from error
        write_json(self.path(record.key), {"record": plain, "check": _check(plain)}, label="action")
        return ActionRecord.model_validate(plain)

    def invalidate(self, key: str) -> None:
        """Forget a record, for instance when a blob of it proved to be altered. Does nothing where there is none."""
        try:
            self.path(key).unlink(missing_ok=True)
        except OSError as error:
            raise store_failure(error, self.path(key)) from error

    @asynccontextmanager
    async def lock(self, key: str, *, poll: float = 0.1) -> AsyncIterator[None]:
        """Hold the right to make ``key``, alone among all tasks and processes: look up again once inside.

        It polls (from 2 ms up to ``poll`` seconds) and so can be cancelled at any moment; a thread that
        blocks in flock cannot. One file per key: whoever holds one key may wait for another without blocking
        a third. A holder that dies frees it.
        """
        self.path(key)  # refuses what is no key before it becomes a file name
        lock = FileLock(self._locks / key[:2] / f"{key}.lock")
        wait = 0.002
        while not lock.try_acquire():
            await asyncio.sleep(wait)
            wait = min(wait * 1.5, poll)
        try:
            yield
        finally:
            lock.release()


def _check(record: Any) -> str:
    """Hash over a record as JSON, so that a flipped bit in it is noticed."""
    return sha256(json.dumps(record, ensure_ascii=True, sort_keys=True).encode("ascii"))


def _scalar(value: Any) -> Any:
    """A numpy number as a plain one; anything else is refused."""
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return value.item()
    raise TypeError(f"{type(value).__name__} is no JSON")
