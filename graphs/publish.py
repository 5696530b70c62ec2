"""Hands a sealed package to the outbox: folder and archive."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO

from core.brief import Brief
from graphs.runner import Outcome
from memory.home import Home
from memory.outbox import Published
from memory.outbox import publish as put
from tools.export.package_zip import safe_name, write_zip


def publish(home: Home, outcome: Outcome, out: Path | None) -> Published:
    """Write the package of a finished run under ``out`` (default ``deliverables/<title>``), with its zip beside it."""
    package = outcome.package
    brief = Brief.model_validate(outcome.brief)
    folder = out or Path("deliverables") / safe_name(brief.title or brief.product, 60)
    files = {f["path"]: f["blob"]["digest"] for f in package["files"]}
    name = f"{folder.name}{'-draft' if package['draft'] else ''}.zip"

    def archive(stream: BinaryIO) -> None:
        write_zip({path: partial(home.blobs.get, digest) for path, digest in files.items()}, stream)

    return put(folder, files, home, name, archive)
