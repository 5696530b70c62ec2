"""Whole files or none."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from core.errors import StoreFailure
from memory import faults
from memory.atomic import read_json, write_atomic, write_json


def test_write_replaces_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep folder" / "文件 ü.bin"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("code", "what"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "this folder cannot be written"),
        (errno.EACCES, "this folder cannot be written"),
        (errno.EIO, "the disk refused"),
    ],
)
def test_a_refusing_disk_is_a_clear_error_and_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, what: str
) -> None:
    path = tmp_path / "shelf" / "a.json"
    write_atomic(path, b"old")

    def refuse(fd: int, data: bytes) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(StoreFailure, match=what) as caught:
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert caught.value.which == "shelf"
    assert caught.value.remedy
    assert str(tmp_path) not in str(caught.value)
    assert path.read_bytes() == b"old"
    assert len(list(path.parent.iterdir())) == 1


def test_short_writes_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:7])))
    write_atomic(tmp_path / "a", b"0123456789" * 10)
    assert (tmp_path / "a").read_bytes() == b"0123456789" * 10


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is a Unix limit")
def test_a_file_size_limit_counts_as_a_full_disk(tmp_path: Path, child) -> None:
    script = """
import resource, sys
from pathlib import Path
from core.errors import StoreFailure
from memory.blobs import BlobStore
store = BlobStore(Path(sys.argv[1]))
kept = store.put(b"small")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    store.put(bytes(100_000))
except StoreFailure as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)) if False else None
print(store.get(kept).decode())
"""
    out, err = child(script, str(tmp_path / "blobs")).communicate(timeout=60)
    assert "the disk is full" in out, err
    assert out.endswith("small\n")
    assert [p for p in (tmp_path / "blobs").rglob("*") if p.name.startswith(".tmp-")] == []


def test_json_survives_hostile_text_and_refuses_nan(tmp_path: Path) -> None:
    value = {"b": "\ud800 lone \x1b[31m \u202e", "a": [1, 2.5, None, True]}
    write_json(tmp_path / "v.json", value)
    assert read_json(tmp_path / "v.json") == value
    assert list(read_json(tmp_path / "v.json")) == ["b", "a"]
    with pytest.raises(ValueError):
        write_json(tmp_path / "v.json", {"x": float("nan")})
    assert read_json(tmp_path / "v.json") == value


@pytest.mark.parametrize(("content", "state"), [(b"", "empty"), (b'{"a": 1', "damaged"), (b"\xff\xfe", "damaged")])
def test_a_torn_json_says_so(tmp_path: Path, content: bytes, state: str) -> None:
    (tmp_path / "v.json").write_bytes(content)
    with pytest.raises(StoreFailure, match=state):
        read_json(tmp_path / "v.json")


def test_faults_are_off_by_default() -> None:
    assert faults.FAULT is None
