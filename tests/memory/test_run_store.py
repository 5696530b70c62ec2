"""Run folders: names, locks, states, damage."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.errors import BadInput, RunBusy, StoreFailure
from memory.home import Home
from memory.run_id import check_run_id, make_run_id
from memory.runs import RunStore

BRIEF = {"kind": "campaign", "product": "lantern \u202e\x1b[31m 灯"}


@pytest.fixture
def runs(home: Home) -> RunStore:
    return home.runs


@settings(max_examples=300, deadline=None)
@given(title=st.text(max_size=300))
@example(title="../../etc/passwd")
@example(title="CON")
@example(title="nul.txt")
@example(title="x" * 5000)
@example(title="مرحبا بالعالم")
@example(title="\u202egnp.exe")
@example(title="👩‍🚀🚀")
@example(title="Größe & Maß -- ---")
@example(title="\ud800")
@example(title="")
def test_any_title_gives_a_safe_and_stable_id(title: str) -> None:
    name = make_run_id(title, "salt")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert 10 <= len(name) <= 60
    assert check_run_id(name) == name == make_run_id(title, "salt")
    assert "-" in name, "so no device's name of Windows, such as 'con', stands alone"


def test_ids_tell_the_title_and_differ_by_salt() -> None:
    assert make_run_id("SunSip Größe 2!", 1).startswith("sunsip-grosse-2-")
    assert make_run_id("灯", 1).startswith("run-")
    assert make_run_id("a", 1) != make_run_id("a", 2) != make_run_id("b", 2)
    assert make_run_id("x" * 5000, 1) != make_run_id("x" * 5001, 1)


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a\\b", "A", "-a", "a-", "a--b", "x" * 61, "a\n", "ä", ".x"])
def test_only_ids_are_folders(runs: RunStore, name: str) -> None:
    for call in (runs.get, runs.exists, runs.held, runs.folder):
        with pytest.raises(BadInput):
            call(name)


def test_a_run_keeps_its_documents_and_its_state(runs: RunStore) -> None:
    run = runs.create("lamp-1", BRIEF, {"rounds": 2}, title="Lamp\x1b[31m\n\u202e灯" + "x" * 5000, kind="campaign")
    assert run.read("brief") == BRIEF and run.read("options") == {"rounds": 2} and run.read("plan") is None
    state = run.read_state()
    assert state.status == "new" and state.title.startswith("Lamp[31m 灯xxx") and len(state.title) == 200
    run.write("plan", {"slots": []})
    changed = run.write_state(status="waiting", error="line\nbreak", extra={"job": "j"})
    assert runs.get("lamp-1").read_state() == changed
    assert changed.created == state.created and changed.updated >= state.updated and changed.error == "line break"
    with pytest.raises(ValidationError):
        run.write_state(status="finished")
    assert run.read_state() == changed
    with pytest.raises(BadInput, match="exists already.*resume lamp-1"):
        runs.create("lamp-1", BRIEF, {})
    with pytest.raises(BadInput, match="no such run"):
        runs.get("lamp-2")


def test_the_ledger_only_grows_by_itself(runs: RunStore) -> None:
    run = runs.create("lamp-1", BRIEF, {})
    run.checkpointed(4)
    run.checkpointed(2)
    assert run.read_state().checkpointed == 4
    run.write_state(checkpointed=0)
    assert run.read_state().checkpointed == 0


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"id": "lamp-1"}', None])
def test_a_damaged_record_is_told_and_never_begun_afresh(runs: RunStore, damage: bytes | None) -> None:
    run = runs.create("lamp-1", BRIEF, {}, title="x")
    runs.create("other-2", BRIEF, {}, title="y")
    path = run.folder / "run.json"
    path.unlink() if damage is None else path.write_bytes(damage)
    for call in (run.read_state, lambda: run.write_state(status="done"), lambda: run.checkpointed(1)):
        with pytest.raises(StoreFailure, match="the record of this run is damaged.*finished assets") as caught:
            call()
        assert caught.value.which == "lamp-1/run.json"
    listed = runs.list()
    assert [(s.id, s.state is None) for s in listed] == [("other-2", False), ("lamp-1", True)]
    if damage is not None:
        with pytest.raises(BadInput):
            runs.create("lamp-1", BRIEF, {})


def test_damaged_documents_are_told(runs: RunStore) -> None:
    run = runs.create("lamp-1", BRIEF, {})
    for damage in (b"", b"[1]", b"\xff"):
        (run.folder / "plan.json").write_bytes(damage)
        with pytest.raises(StoreFailure):
            run.read("plan")


def test_listing_is_newest_first_and_skips_strangers(runs: RunStore) -> None:
    for name in ("one-1", "two-2", "three-3"):
        runs.create(name, BRIEF, {}, title=name)
        time.sleep(0.01)
    (runs.root / "Some Backup").mkdir()
    (runs.root / "Some Backup" / "run.json").write_text("{}")
    (runs.root / ".DS_Store").touch()
    assert [s.id for s in runs.list()] == ["three-3", "two-2", "one-1"]
    assert not any(s.held for s in runs.list())


def test_a_run_is_held_by_one(runs: RunStore) -> None:
    runs.create("lamp-1", BRIEF, {})
    with runs.open("lamp-1") as run:
        assert run.read("brief") == BRIEF
        assert runs.held("lamp-1") and runs.list()[0].held
        with pytest.raises(RunBusy, match=f"process {os.getpid()}") as caught, runs.open("lamp-1"):
            pass
        assert caught.value.exit_code == 2 and caught.value.remedy
        with runs.open("lamp-1", exclusive=False) as reader:
            assert reader.read_state().id == "lamp-1"
    assert not runs.held("lamp-1")
    with runs.open("lamp-1"):
        pass


def test_a_killed_holder_lets_go(runs: RunStore, forked, tmp_path: Path) -> None:
    runs.create("lamp-1", BRIEF, {})
    ready = tmp_path / "ready"

    def hold() -> None:
        with runs.open("lamp-1") as run:
            run.write_state(status="running")
            ready.touch()
            while True:
                time.sleep(1)

    pid = forked(hold)
    while not ready.exists():
        time.sleep(0.005)
    with pytest.raises(RunBusy, match=f"process {pid}"), runs.open("lamp-1"):
        pass
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    summary = runs.list()[0]
    assert summary.state.status == "running" and not summary.held, "cut off, and told apart from one that runs"
    with runs.open("lamp-1"):
        pass
