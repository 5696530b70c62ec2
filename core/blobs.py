"""Where a blob lies, and reading one. Shared by the store that writes and by tool hosts that only read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from core.errors import MissingBlob

Read = Callable[[str], bytes]
"""Gives the bytes behind a digest; raises ``MissingBlob``."""


def blob_path(root: Path, digest: str) -> Path:
    """``root/ab/<sha256>``. Raises ``MissingBlob`` unless ``digest`` is 64 hex characters."""
    if len(digest) != 64 or any(c not in "0123456789abcdef" for c in digest):
        raise MissingBlob("not a blob's name", which=digest[:80])
    return root / digest[:2] / digest


def reader(root: Path) -> Read:
    """A function that reads from ``root`` and verifies what it read."""

    def read(digest: str) -> bytes:
        try:
            data = blob_path(root, digest).read_bytes()
        except OSError as error:
            raise MissingBlob(
                "a stored file is gone", which=digest, remedy="Run the job again to remake it."
            ) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise MissingBlob("a stored file was altered", which=digest, remedy="Run the job again to remake it.")
        return data

    return read
