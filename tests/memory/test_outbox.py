"""A package goes out whole or not at all: killed at each rename, on a full disk, over an old one, over a person's changes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from core.canonical import canonical_json
from core.errors import StoreFailure
from memory import faults
from memory.home import Home
from memory.outbox import Published, publish

Fork = Callable[[Callable[[], None]], int]
SIZE = 40_000
RENAMES = [f"out:{when}-rename:{n}" for when in ("before", "after") for n in (1, 2, 3, 4)]
"""Over an old package: the old folder, the old archive, the new archive, the new folder."""


def put(home: Home, out: Path, word: str, *, draft: bool = False) -> Published:
    """Put a package of three files out whose bytes all say ``word``."""
    texts = {name: (word * SIZE)[:SIZE].encode() + name.encode() for name in ("a.txt", "deep/b.txt", "c.txt")}
    files = {name: home.blobs.put(data) for name, data in texts.items()}
    listed = canonical_json({"files": [{"path": name, "sha256": digest} for name, digest in files.items()]})
    files["manifest.json"] = home.blobs.put(listed)

    def archive(stream: BinaryIO) -> None:
        for data in texts.values():
            stream.write(data)

    return publish(out, files, home, f"{out.name}{'-draft' if draft else ''}.zip", archive)


def lying(out: Path) -> dict[str, bytes]:
    """All that lies in the folder of the package and beside it."""
    return {p.relative_to(out.parent).as_posix(): p.read_bytes() for p in out.parent.rglob("*") if p.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "place" / "out"


@pytest.fixture
def new(home: Home, tmp_path: Path) -> dict[str, bytes]:
    """What lies there when nothing went wrong."""
    put(home, tmp_path / "other" / "out", "new ")
    return lying(tmp_path / "other" / "out")


@pytest.mark.parametrize("point", ["out:before-write:1", "out:file:2", "out:torn:1", *RENAMES])
def test_a_kill_over_an_old_package_leaves_the_old_or_the_new(
    home: Home, out: Path, new: dict[str, bytes], forked: Fork, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, out, "old ", draft=True)
    monkeypatch.setenv("BOTTEGA_FAULT", point)

    def work() -> None:
        faults.FAULT = faults.from_environment()
        put(home, out, "new ")

    _, status = os.waitpid(forked(work), 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    kept = [p for p in (out, out.with_name(".out.old")) if p.is_dir()]
    assert kept, "neither package is there"
    words = {p.read_bytes()[:4] for p in kept[0].rglob("*.txt")}
    assert words in ({b"old "}, {b"new "}), "half of a package"
    assert put(home, out, "new ").written or point == "out:after-rename:4"
    assert lying(out) == new, "an old archive, or a leftover"


@pytest.mark.parametrize("point", RENAMES)
def test_the_old_package_can_be_had_again_after_a_kill(
    home: Home, out: Path, forked: Fork, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, out, "old ")
    before = lying(out)
    monkeypatch.setenv("BOTTEGA_FAULT", point)

    def work() -> None:
        faults.FAULT = faults.from_environment()
        put(home, out, "new ")

    os.waitpid(forked(work), 0)
    assert put(home, out, "old ").written == (point == "out:after-rename:4"), "what stepped aside was not put back"
    assert lying(out) == before


@pytest.mark.parametrize("point", ["out:file:1", "out:file:3", "out:torn:1", *RENAMES])
def test_a_full_disk_leaves_the_old_package_and_nothing_else(
    home: Home, out: Path, new: dict[str, bytes], point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, out, "old ")
    before = lying(out)
    monkeypatch.setenv("BOTTEGA_FAULT", f"{point}:FULL")
    monkeypatch.setattr(faults, "FAULT", faults.from_environment())
    with pytest.raises(StoreFailure, match=r"No space left.*Free some space"):
        put(home, out, "new ")
    assert lying(out) == before
    assert put(home, out, "new ").written
    assert lying(out) == new


@pytest.mark.parametrize("largest", [SIZE // 2, 2 * SIZE])
def test_a_disk_that_fills_leaves_no_first_package(home: Home, out: Path, forked: Fork, largest: int) -> None:
    """Within a file of the folder, and within the archive, which is three times as long."""

    def work() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        put(home, out.with_name("first"), "new ")  # its blobs are stored before the disk is full
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        with pytest.raises(StoreFailure, match="File too large"):
            put(home, out, "new ")

    _, status = os.waitpid(forked(work), 0)
    assert status == 0
    assert sorted(p.name for p in out.parent.iterdir()) == ["first", "first.zip"]


def test_a_persons_changes_step_aside_and_come_back_when_it_fails(
    home: Home, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, out, "old ")
    (out / "a.txt").write_text("mine")
    before = lying(out)
    monkeypatch.setenv("BOTTEGA_FAULT", "out:before-rename:4:FULL")
    monkeypatch.setattr(faults, "FAULT", faults.from_environment())
    with pytest.raises(StoreFailure):
        put(home, out, "new ")
    assert lying(out) == before
    kept = put(home, out, "new ").kept
    assert kept is not None and (kept / "a.txt").read_text() == "mine"


def test_one_archive_lies_beside_a_package(home: Home, out: Path) -> None:
    put(home, out, "old ", draft=True)
    put(home, out, "old ")
    assert [p.name for p in out.parent.glob("*.zip")] == ["out.zip"]
