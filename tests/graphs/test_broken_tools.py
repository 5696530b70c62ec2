"""A hosted tool hangs, dies or lies in a run: its slot fails in one clear line, its siblings finish, and the report says so."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from graphs.briefs import parse_text
from graphs.runner import Outcome, Runner
from memory.home import Home
from tests.graphs.nursery import BRIEF
from tests.graphs.toys import register_toys, toy_options
from tools import registry

OPTIONS = toy_options(text="text:moody")
HANGING = {"more.0", "more.1", "more.2"}
"""What needs the note."""


@pytest.fixture(autouse=True)
def toys() -> None:
    register_toys()
    registry.register("text:moody", "tests.toys.graph_toys:Moody")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def run(home: Home, mood: str, resume: str = "", decision: Any = None) -> Outcome:
    runner = Runner(home)
    brief = parse_text(BRIEF, sets=[f"product={mood}"])
    return asyncio.run(runner.resume(resume, decision) if resume else runner.make(brief, OPTIONS))


@pytest.mark.skipif(sys.platform != "linux", reason="signals of POSIX, and address-space limits that Linux alone keeps")
@pytest.mark.parametrize(
    ("mood", "said"),
    [
        ("hangs", "gave no answer in 3 seconds and was ended"),
        ("exits", "died (exit status 1)"),
        ("segfaults", "SIGSEGV"),
        ("garbage", "cannot be read"),
        ("greedy", "the tool ran out of memory"),
        ("empty", "gave nothing"),
        ("babbles", "words that cannot be read"),
    ],
)
def test_one_slot_fails_and_the_report_names_it(home: Home, mood: str, said: str) -> None:
    broken = run(home, mood)
    assert broken.status == "failed" and broken.exit_code == 1 and broken.package == {}
    assert set(broken.failures) == {"note.en"} and said in broken.failures["note.en"]["what"], broken.failures
    assert set(broken.assets) == {"proof.en", "music", "mix.en"}, "a sibling did not finish"
    taken = run(home, mood, broken.run_id, {"action": "approve", "person": "Ada", "reason": ""})
    assert taken.status == "done"
    files = {f["path"]: f["blob"]["digest"] for f in taken.package["files"]}
    assert "assets/proof.en.json" in files and not any(slot in path for path in files for slot in ("note.en", *HANGING))
    assert said.split("(")[0].strip() in home.blobs.get(files["REPORT.html"]).decode()


def test_a_resume_tries_the_failed_slot_alone(home: Home) -> None:
    broken = run(home, "exits")
    again = run(home, "exits", broken.run_id)
    assert set(again.failures) == {"note.en"} and set(again.assets) == set(broken.assets)
    made = [e.data["slot"] for e in home.events.read(broken.run_id) if e.kind == "slot.made"]
    assert sorted(made) == ["mix.en", "music", "proof.en"]
    tried = [e.data["slot"] for e in home.events.read(broken.run_id) if e.kind == "slot.failed"]
    assert tried == ["note.en", "note.en"]
