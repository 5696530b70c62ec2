"""What doctor says of a machine that is well and of one that is not."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from core.errors import StoreFailure
from desk import doctor
from desk.doctor import examine, memory_line
from graphs.recall import open_notes
from memory.home import Home
from tests.desk.kit import Ran
from tools.embed.choose import best

WELL = {"engine": "chroma", "why": "", "notes": 3, "without_vector": 0, "model": "0", "semantic": True}


def rows(home: Home) -> dict[str, tuple[str, str]]:
    return {r["what"]: (r["mark"], r["detail"]) for r in examine(lambda: home)}


def test_a_machine_that_is_well(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert rows(home)["memory"] == ("✓", "no notes yet") and rows(home)["packages"][0] == "✓"
    with open_notes(home) as notes:
        notes.add("No exclamation marks", kind="preference", origin="person")
    mark, said = rows(home)["memory"]
    assert (mark, said) == ("✓", memory_line({**WELL, "notes": 1, "semantic": best().semantic}))
    with open_notes(home) as notes:
        assert notes.search("marks", 1) and notes.status()["engine"] == "chroma", "the index is there and not used"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "3 notes, found by meaning and by word"),
        ({"notes": 1, "semantic": False}, "1 note, found by word alone (MiniLM is not installed)"),
        ({"why": "chromadb is not installed"}, "3 notes, found by meaning and by word; the index was not used as it lay: chromadb is not installed"),
        ({"without_vector": 2}, "3 notes, found by meaning and by word; 2 not in the index yet, mend it with: python main.py memory reindex"),
    ],
)  # fmt: skip
def test_memory_is_told_in_words(state: dict[str, object], said: str) -> None:
    assert memory_line({**WELL, **state}) == said


def test_what_is_broken_has_a_cross_and_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    real = doctor.find_spec
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name in ("typst", "torch") else real(name))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 1_000_000))
    found = rows(home)
    assert found["packages"] == (
        "✗",
        "not installed: typst; get them with: pip install -c constraints.txt -r requirements.txt",
    )
    assert found["store"][0] == "✗" and found["local models"][0] == "–"

    def refuse() -> Home:
        raise StoreFailure("the disk is full", remedy="Make room.")

    assert {"mark": "✗", "what": "store", "detail": "the disk is full. Make room."} in examine(refuse)


def test_the_command_ends_with_1_where_something_needed_is_broken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = Ran(tmp_path, "doctor", "--json", BOTTEGA_HOME=str(tmp_path / "file"))
    assert ran.code == 1 and [r["what"] for r in json.loads(ran.out) if r["mark"] == "✗"] == ["store"]
    assert Ran(tmp_path, "doctor").code == 0
