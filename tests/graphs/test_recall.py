"""What memory recalls for a job: searched once, found again without index and model, and never a word that was forgotten."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from graphs.recall import open_notes, recaller
from memory.home import Home
from tests.graphs.conftest import ROOT

QUERY = "a lantern for people who camp"
AGAIN = """
import json, sys
from pathlib import Path
from graphs.recall import recaller
from memory.home import Home
taste = recaller(Home(Path(sys.argv[1])))("SunSip", sys.argv[2])
heavy = sorted({"chromadb", "safetensors", "tokenizers"} & set(sys.modules))
print(json.dumps({"texts": [r.text for r in taste.recalled], "heavy": heavy}))
"""


def again(home: Home, query: str = QUERY) -> dict[str, list[str]]:
    """Recall in a process of its own; says what it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, str(home.root), query], cwd=ROOT, capture_output=True, text=True, check=True
    )
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


def note(home: Home, text: str, kind: str = "feedback") -> str:
    with open_notes(home) as notes:
        return notes.add(text, kind=kind, brand="SunSip", origin="person")


def recalled(home: Home) -> list[str]:
    return [r.text for r in recaller(home)("SunSip", QUERY).recalled]


def test_the_same_question_to_the_same_notes_loads_neither_index_nor_model(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    note(home, "Show people who camp beside the lantern")
    note(home, "synergy", "banned")
    first = recalled(home)
    assert first == ["synergy", "Show people who camp beside the lantern"]
    assert again(home) == {"texts": first, "heavy": []}


def test_another_note_or_question_is_searched_anew(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    note(home, "Show people who camp beside the lantern")
    before = recalled(home)
    note(home, "A lantern is lit by camp fires in no picture")
    assert recalled(home) != before and len(recalled(home)) == 2
    assert again(home, "lamps for campers")["heavy"], "it answered a question that it was never asked"


def test_a_forgotten_note_is_recalled_no_more_and_its_words_lie_nowhere(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    name = note(home, "Show people who camp beside the zanzibar lantern")
    assert recalled(home)
    with open_notes(home) as notes:
        notes.forget(name)
    assert recalled(home) == []
    for folder in (home.actions.root, home.blobs.root):
        assert not [p for p in folder.rglob("*") if p.is_file() and b"zanzibar" in p.read_bytes()]
