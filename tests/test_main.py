"""The command line: exit codes, errors in words, and machine output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


class Ran:
    """A finished command."""

    def __init__(self, *args: str, cwd: Path, **env: str) -> None:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *args], cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env={**os.environ, "BOTTEGA_HOME": str(cwd / "home"), **env},
        )  # fmt: skip
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def test_help_names_every_command(tmp_path: Path) -> None:
    ran = Ran("--help", cwd=tmp_path)
    assert ran.code == 0
    for name in (
        "make",
        "resume",
        "runs",
        "show",
        "review",
        "edit",
        "kinds",
        "backends",
        "schema",
        "memory",
        "gc",
        "graph",
        "doctor",
    ):
        assert f"\n  {name}" in ran.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["make", ""], "the brief is empty"),
        (["make", "missing.yaml"], "there is no such brief file: 'missing.yaml'"),
        (["make", "a line", "--kind", "opera"], "no such kind of deliverable: 'opera'. Choose one of: campaign"),
        (["make", "a line", "--backend", "image=oracle"], "no such backend: 'image:oracle'"),
        (["make", "a line", "--set", "nonsense"], "--set wants path=value"),
        (["resume", "never-was"], "there is no such run: 'never-was'"),
        (["resume", "../../etc"], "this is not a run's id"),
        (["show", "never-was"], "there is no such run"),
        (["memory", "add", "x", "--kind", "spell"], "spell"),
        (["memory", "forget", "abcdef0"], "there is no such note"),
    ],
)
def test_bad_input_is_exit_2_and_words(tmp_path: Path, args: list[str], said: str) -> None:
    ran = Ran(*args, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err and "Traceback" not in ran.err
    assert not (tmp_path / "deliverables").exists()


def test_a_bad_field_names_line_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("title: x\nproduct: y\naudiense: z\n")
    ran = Ran("make", "b.yaml", "--yes", cwd=tmp_path)
    assert ran.code == 2 and "b.yaml, line 3: there is no field 'audiense'. Did you mean 'audience'?" in ran.err


@pytest.mark.parametrize("name", ["../logo.png", "/etc/passwd", "gone.png", "notes.txt"])
def test_a_logo_that_cannot_be_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("not a picture")
    (tmp_path / "b.yaml").write_text(f"product: y\nbrand:\n  name: B\n  logo: {name}\n")
    ran = Ran("make", "b.yaml", "--yes", cwd=tmp_path)
    assert ran.code == 2 and "Traceback" not in ran.err and (name in ran.err)


def test_errors_as_json(tmp_path: Path) -> None:
    ran = Ran("resume", "never-was", "--json", cwd=tmp_path)
    assert ran.code == 2 and ran.json["error"] == "there is no such run" and ran.json["which"] == "never-was"


def test_lists_of_an_empty_home(tmp_path: Path) -> None:
    assert Ran("runs", "--json", cwd=tmp_path).json == []
    assert "campaign" in Ran("kinds", "--json", cwd=tmp_path).json
    assert {r["spec"] for r in Ran("backends", "--json", cwd=tmp_path).json} >= {"text:embedded", "video:embedded"}


def test_the_schema_of_a_kind_is_what_its_brief_may_say(tmp_path: Path) -> None:
    schema = Ran("schema", "campaign", cwd=tmp_path).json
    assert {"language", "seconds", "banned_words"} <= set(schema["properties"])
    assert "attachments" not in schema["properties"]


def test_notes_are_kept_found_and_forgotten(tmp_path: Path) -> None:
    made = Ran("memory", "add", "synergy", "--kind", "banned", "--brand", "SunSip", "--json", cwd=tmp_path).json
    Ran("memory", "add", "Prefers photographs of people outdoors", "--brand", "SunSip", cwd=tmp_path)
    assert {n["text"] for n in Ran("memory", "list", "--brand", "SunSip", "--json", cwd=tmp_path).json} == {
        "synergy", "Prefers photographs of people outdoors",
    }  # fmt: skip
    found = Ran("memory", "search", "pictures outside", "--json", cwd=tmp_path)
    assert found.code == 0, found.err
    assert any("photographs" in n["text"] for n in found.json)
    assert Ran("memory", "forget", made["id"][:10], cwd=tmp_path).code == 0
    assert "synergy" not in Ran("memory", "list", cwd=tmp_path).out
    assert Ran("memory", "reindex", cwd=tmp_path).code == 0


def test_doctor_says_what_is_there(tmp_path: Path) -> None:
    ran = Ran("doctor", "--json", cwd=tmp_path)
    assert ran.code == 0
    rows = {r["what"]: r for r in ran.json}
    assert rows["python"]["mark"] == "✓" and "folders" in rows


def test_gc_of_an_empty_home(tmp_path: Path) -> None:
    assert Ran("gc", "--dry-run", "--json", cwd=tmp_path).code == 0


def test_a_home_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = Ran("runs", cwd=tmp_path, BOTTEGA_HOME=str(tmp_path / "file"))
    assert ran.code != 0 and "this is a file, not a folder" in ran.err and "Traceback" not in ran.err
