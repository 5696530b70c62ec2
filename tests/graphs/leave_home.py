"""Leaves the home that ``test_upgrade`` goes on with: run it once at each release, and never again for that one.

``python -m tests.graphs.leave_home 0.1.0`` writes ``tests/fixtures/homes/0.1.0.tar.xz``.
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from tests.graphs.conftest import ROOT, Nursery


def leave(release: str) -> Path:
    """The archive of a home whose toy run was killed after its first wave of assets."""
    target = ROOT / "tests" / "fixtures" / "homes" / f"{release}.tar.xz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place, nursery = Path(folder), Nursery()
        code = nursery.order(place, env={"BOTTEGA_FAULT": "wave:before:2"})
        nursery.close()
        if code != -9:
            raise SystemExit(f"the run was not killed: {code}")
        with tarfile.open(target, "x:xz") as packed:
            packed.add(place / "home", "home", filter=_plain)
    return target


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Without locks, and without anything of the machine that it was made on."""
    if member.name.endswith((".lock", "/lock", "-shm")):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    print(leave(sys.argv[1]))
