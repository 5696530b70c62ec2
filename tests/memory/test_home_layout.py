"""The folder of everything: where it is, who may read it, what happens when it cannot be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.errors import BadInput, StoreFailure
from memory.home import Home, default_root


def test_layout_and_modes(tmp_path: Path) -> None:
    home = Home(tmp_path / "a b" / "ü 文件夹" / "home")
    home.blobs.put(b"x")
    home.events.append("r", "k")
    home.decisions.add("r", "approve", person="p")
    names = {p.name for p in home.root.iterdir() if not p.name.endswith(("-wal", "-shm"))}
    assert names == {"blobs", "actions", "pins", "runs", "events.db", "decisions.db"}
    for path in [home.root, *home.root.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
    home.close()
    home.close()
    assert Home(home.root).events.read("r")


def test_nothing_is_opened_before_it_is_used(tmp_path: Path, child) -> None:
    script = """
import sys
from pathlib import Path
from memory.home import Home
import memory.notes, memory.gc
home = Home(Path(sys.argv[1]))
heavy = {"langgraph", "chromadb", "torch", "aiosqlite"} & set(sys.modules)
print(heavy, sorted(p.name for p in home.root.iterdir()))
"""
    out, err = child(script, str(tmp_path / "h")).communicate(timeout=60)
    assert out.strip() == "set() ['actions', 'blobs', 'pins', 'runs']", err


def test_umask_077_and_a_long_path(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        deep = tmp_path.joinpath(*["d" * 120] * 8)
        home = Home(deep)
        digest = home.blobs.put(b"x")
        assert home.blobs.get(digest) == b"x"
        home.runs.create("lamp-1", {}, {})
        home.close()
    finally:
        os.umask(before)


def test_a_path_beyond_what_the_system_takes(tmp_path: Path) -> None:
    with pytest.raises(StoreFailure) as caught:
        Home(tmp_path.joinpath(*["d" * 200] * 30))
    assert "shorter path" in caught.value.remedy


def test_default_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOTTEGA_HOME", str(tmp_path / "x"))
    assert default_root() == tmp_path / "x"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOTTEGA_HOME", "rel")
    assert default_root() == tmp_path / "rel"
    monkeypatch.delenv("BOTTEGA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_root() == tmp_path / ".bottega"
    for home in ("/nonexistent/of/nobody", ""):
        monkeypatch.setenv("HOME", home)
        with pytest.raises(BadInput, match="BOTTEGA_HOME"):
            default_root()

    def no_entry() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_entry)
    with pytest.raises(BadInput, match="BOTTEGA_HOME") as caught:
        default_root()
    assert caught.value.exit_code == 2


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "h").write_text("x")
    with pytest.raises(StoreFailure, match="a file, not a folder"):
        Home(tmp_path / "h")


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of Unix")
def test_a_read_only_folder_is_told(forked) -> None:
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "made").mkdir()
        Home(folder / "made")
        for path in (folder / "made").rglob("*"):
            path.chmod(0o555)
        (folder / "made").chmod(0o555)
        folder.chmod(0o555)

        def as_nobody() -> None:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            for root in (folder / "new", folder / "made"):
                with pytest.raises(StoreFailure, match="cannot be written.*BOTTEGA_HOME"):
                    Home(root)

        assert os.waitpid(forked(as_nobody), 0)[1] == 0
        folder.chmod(0o755)
