"""Chroma is an index over the truth: damaged, stolen or absent, the search stays right and says what happened."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from memory.notes import NoteStore

pytest.importorskip("chromadb", reason="the package chromadb is not installed: the index cannot be tested")

BOTTLE, LAMP, ZH = "The bottle keeps drinks cold", "The lantern shines at night", "这款水瓶让饮料保持冰凉"


def fill(store: NoteStore) -> None:
    for text in (BOTTLE, LAMP, ZH):
        store.add(text, kind="fact", brand="SunSip")
    for n in range(60):
        store.add(f"filler sentence number {n}", kind="source")


def right(store: NoteStore) -> bool:
    """Whether the search finds what it should, by likeness too."""
    found = store.search("cold drinks bottle", 3, brand="SunSip")
    return (
        found[0].note.text == BOTTLE
        and "likeness" in found[0].why
        and store.search("水瓶饮料", 1, brand="SunSip")[0].note.text == ZH
        and store.search("lantern at night", 1, brand="SunSip")[0].note.text == LAMP
    )


def build(folder: Path, embedder: Any) -> None:
    store = NoteStore(folder, embedder)
    fill(store)
    assert right(store) and store.status()["engine"] == "chroma" and store.status()["why"] == ""
    store.close()


def test_index_follows_the_truth_and_equals_the_scan(tmp_path: Path, embedder: Any, monkeypatch: Any) -> None:
    folder = tmp_path / "notes"
    build(folder, embedder)
    store = NoteStore(folder, embedder)
    assert store.status()["engine"] == "unopened"
    name = store.add("A thermos bottle for cold drinks", kind="fact", brand="SunSip")
    queries = ["cold drinks", "number 7", "lantern", "水瓶", "filler sentence", "nothing alike xyz"]
    for brand in (None, "", "SunSip"):
        for kinds in (None, ["fact"], ["fact", "source"], ["feedback"]):
            by_chroma = [store.search(q, 6, brand=brand, kinds=kinds) for q in queries]
            index, store._dense._index = store._dense._index, None
            by_scan = [store.search(q, 6, brand=brand, kinds=kinds) for q in queries]
            store._dense._index = index
            assert index is not None
            assert [[h.note.id for h in hits] for hits in by_chroma] == [[h.note.id for h in hits] for hits in by_scan]
    assert name in {h.note.id for h in store.search("cold drinks", 3)}
    store.forget(name)
    assert name not in {h.note.id for h in store.search("cold drinks", 8)}
    assert name not in store._dense._index.ids
    assert store.reindex() == 63 and right(store) and store.status()["engine"] == "chroma"
    store.close()


@pytest.mark.slow
def test_no_notes_no_chroma_and_a_clean_close_needs_no_probe(tmp_path: Path, child: Any) -> None:
    script = """
import subprocess, sys
from pathlib import Path
from hashing_embedder import HashingEmbedder
from memory.notes import NoteStore
probes = []
real = subprocess.run
subprocess.run = lambda *a, **k: probes.append(1) or real(*a, **k)
store = NoteStore(Path(sys.argv[1]), HashingEmbedder())
store.search("x"); store.rules("x"); store.status()
first = "chromadb" in sys.modules
if not store.list():
    store.add("a bottle", kind="fact")
store.search("bottle")
print(first, "chromadb" in sys.modules, len(probes), store.status()["engine"], store.status()["why"])
if len(sys.argv) > 2:
    import os
    os._exit(0)
"""

    def run(*args: str) -> str:
        out, err = child(script, str(tmp_path / "notes"), *args).communicate(timeout=120)
        return out.strip() or err

    assert run() == "False True 0 chroma"
    assert run("crash") == "True True 0 chroma", "closed at exit, so no probe"
    assert run() == "True True 1 chroma", "not closed, so probed, and whole"


@pytest.mark.parametrize("damage", ["garbage", "hnsw", "deleted", "not a folder"])
def test_a_damaged_folder_is_rebuilt_from_stored_vectors(tmp_path: Path, embedder: Any, damage: str) -> None:
    folder = tmp_path / "notes"
    build(folder, embedder)
    chroma = folder / "chroma"
    if damage == "garbage":
        for path in chroma.rglob("*"):
            if path.is_file():
                path.write_bytes(os.urandom(5000))
    elif damage == "hnsw":
        for path in chroma.rglob("*.bin"):
            path.write_bytes(b"\xff" * 40_000)
        (chroma / "chroma.sqlite3").write_bytes((chroma / "chroma.sqlite3").read_bytes()[:40_000])
    elif damage == "deleted":
        (chroma / "chroma.sqlite3").unlink()
    else:
        import shutil

        shutil.rmtree(chroma)
        chroma.write_text("x")
    before = embedder.calls
    store = NoteStore(folder, embedder)
    assert right(store)
    status = store.status()
    assert status["engine"] == "chroma", status
    if damage != "deleted":  # a folder without its database is an empty index, filled again without a word
        assert "built anew from the stored vectors" in status["why"]
        assert (folder / "chroma.broken-1").exists()
    assert embedder.calls == before + 3, "only the queries were embedded"
    store.close()
    again = NoteStore(folder, embedder)
    assert right(again) and again.status()["why"] == ""
    again.close()


def test_a_second_process_scans_and_the_owner_sees_its_notes(tmp_path: Path, embedder: Any, child: Any) -> None:
    folder = tmp_path / "notes"
    owner = NoteStore(folder, embedder)
    fill(owner)
    assert right(owner)
    script = """
import sys
from pathlib import Path
from hashing_embedder import HashingEmbedder
from memory.notes import NoteStore
store = NoteStore(Path(sys.argv[1]), HashingEmbedder())
store.add("written by the second process", kind="fact")
print(store.search("cold drinks bottle", 1)[0].note.text, store.status()["engine"], "chromadb" in sys.modules)
print(store.status()["why"])
"""
    out, err = child(script, str(folder)).communicate(timeout=60)
    assert out.splitlines() == [
        f"{BOTTLE} scan False",
        f"the index belongs to another process ({os.getpid()})",
    ], err
    assert owner.search("written by the second process", 1)[0].why == "words and likeness"
    assert owner.status()["engine"] == "chroma"
    owner.close()
    after = NoteStore(folder, embedder)
    assert right(after) and after.status()["engine"] == "chroma"
    after.close()


def test_a_probe_that_hangs_or_crashes_kills_only_itself(tmp_path: Path, embedder: Any, monkeypatch: Any) -> None:
    folder = tmp_path / "notes"
    build(folder, embedder)
    real = sys.executable
    for body, words in (
        ("import time; time.sleep(60)", "no answer in 2 s"),
        ("import os; os.kill(os.getpid(), 11)", "-11"),
    ):
        (folder / "chroma.stamp").unlink()
        fake = tmp_path / "python"
        fake.write_text(f"#!{real}\n{body}\n")
        fake.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(fake))
        store = NoteStore(folder, embedder, probe_seconds=2.0)
        assert right(store)
        assert words in store.status()["why"] and store.status()["engine"] == "chroma"
        store.close()


def test_an_index_that_fails_later_is_left_for_a_scan(tmp_path: Path, embedder: Any, monkeypatch: Any) -> None:
    from memory.chroma_index import ChromaIndex

    class PanicException(BaseException):
        """What pyo3 raises when Rust panics."""

    def fail(*args: Any) -> Any:
        raise PanicException("called `Option::unwrap()` on a `None` value")

    store = NoteStore(tmp_path / "notes", embedder)
    fill(store)
    assert right(store)
    monkeypatch.setattr(ChromaIndex, "search", fail)
    assert right(store)
    assert store.status()["engine"] == "scan" and "PanicException" in store.status()["why"]
    store.close()
    monkeypatch.undo()
    assert not (tmp_path / "notes" / "chroma.stamp").exists(), "the next process probes"


def test_our_function_is_passed_and_never_downloads(embedder: Any) -> None:
    from memory.chroma_index import BottegaEmbedding

    ours = BottegaEmbedding(embedder)
    assert (ours.name(), ours.default_space(), ours.get_config()) == ("bottega", "cosine", {"digest": embedder.digest})
    assert len(ours(["a text"])[0]) == embedder.dimension
    rebuilt = BottegaEmbedding.build_from_config(ours.get_config())
    assert rebuilt.get_config() == ours.get_config()
    with pytest.raises(ValueError, match="not passed"):
        rebuilt(["a text"])


@pytest.mark.slow
def test_kills_while_writing_never_cost_a_note(tmp_path: Path, embedder: Any, child: Any) -> None:
    """Three kills of a process that adds and searches all the time; the fourth opening finds every note it was told of."""
    folder = tmp_path / "notes"
    script = """
import sys
from pathlib import Path
from hashing_embedder import HashingEmbedder
from memory.notes import NoteStore
store = NoteStore(Path(sys.argv[1]), HashingEmbedder())
for n in range(100_000):
    store.add(f"note item{n}turn{sys.argv[2]}", kind="fact")
    store.search(f"item{n}turn", 3)
    print(n, flush=True)
"""
    told = []
    for turn in range(3):
        process = child(script, str(folder), str(turn))
        for _ in range(4 + 7 * turn):
            told.append(f"note item{process.stdout.readline().strip()}turn{turn}")
        time.sleep(0.01 * turn)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    store = NoteStore(folder, embedder)
    assert set(told) <= {note.text for note in store.list()}
    assert all(store.search(text, 1)[0].note.text == text for text in told[::7])
    assert store.status()["engine"] == "chroma"
    print(f"{len(told)} notes over 3 kills, index: {store.status()['why'] or 'whole'}")
    store.close()
