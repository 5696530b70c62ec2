"""A home that an earlier release left behind: its unfinished run goes on from its checkpoints."""

from __future__ import annotations

import asyncio
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from graphs.runner import Runner
from memory.home import Home
from tests.graphs.toys import register_toys

HOMES = sorted((Path(__file__).parents[1] / "fixtures" / "homes").glob("*.tar.xz"))
"""One for each release: the home of a toy run that was killed at ``wave:before:2``, as ``python -m tests.graphs.leave_home`` leaves it."""
MADE = {"note.en", "proof.en", "music"}
"""What had been made and checkpointed when it was killed."""
LEFT = {"more.0", "more.1", "more.2", "mix.en"}


@pytest.mark.parametrize("archive", HOMES, ids=lambda path: path.name.removesuffix(".tar.xz"))
def test_a_run_of_an_earlier_release_goes_on(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register_toys()
    monkeypatch.delenv("TOY_LOG", raising=False)
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    home, events = Home(tmp_path / "home"), list[tuple[str, dict[str, Any]]]()
    (run,) = home.runs.list()
    assert run.state is not None and run.state.status == "running" and run.state.checkpointed > 0
    before = home.blobs.root.rglob("*")
    digests = {path.name for path in before if path.is_file()}
    outcome = asyncio.run(Runner(home, lambda kind, data: events.append((kind, data))).resume(run.id))
    assert outcome.status == "done", outcome
    assert not [data for kind, data in events if kind == "checkpoints"], "it began anew instead of going on"
    assert {data["slot"] for kind, data in events if kind == "slot.made"} == LEFT
    kept = {slot: asset["parts"][asset["main"]]["digest"] for slot, asset in outcome.assets.items() if slot in MADE}
    assert set(kept) == MADE and set(kept.values()) <= digests, "a finished asset is another one now"
    listed = {f["path"] for f in outcome.package["files"]}
    assert {"assets/note.en.json", "assets/mix.en.wav", "manifest.json", "REPORT.html"} <= listed
    assert json.loads(home.blobs.get(_digest(outcome.package, "list.json"))) == sorted(MADE | LEFT)


def _digest(package: dict[str, Any], path: str) -> str:
    (found,) = (f["blob"]["digest"] for f in package["files"] if f["path"] == path)
    return str(found)


def test_there_is_a_home_to_try() -> None:
    assert HOMES, "the archives of tests/fixtures/homes are missing"
