"""Hands a sealed package to the outbox: folder and archive."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO

from core.brief import Brief
from core.canonical import sha256
from graphs.runner import Outcome
from memory.home import Home
from memory.outbox import MANIFEST, Published
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

    put_out = put(folder, files, home, name, archive)
    where = {"folder": str(put_out.folder.absolute()), "archive": str(put_out.archive.absolute())}
    home.runs.get(outcome.run_id).write("published", {**where, "manifest": files[MANIFEST]})
    return put_out


def still_out(home: Home, outcome: Outcome) -> Published | None:
    """Where a package lies that this run put out before it was turned down; ``None`` where there is none, or another one by now."""
    known = home.runs.get(outcome.run_id).read("published") if outcome.status == "rejected" else None
    if known is None:
        return None
    folder = Path(known["folder"])
    page = folder / MANIFEST
    if not page.is_file() or sha256(page.read_bytes()) != known["manifest"]:
        return None
    return Published(folder, Path(known["archive"]), written=False)
