"""Tools that break, and what becomes of the run."""

from __future__ import annotations

import asyncio
import errno
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import DiskFull, Passing, ToolCrash
from core.settings import Options
from graphs import kinds
from graphs.briefs import parse_text
from graphs.production import NEVER_AGAIN, build_graph
from graphs.runner import Outcome, Runner, foresee_job
from memory.home import Home
from tests.graphs import sickbackend
from tests.graphs.nursery import BRIEF
from tests.graphs.toys import register_toys, toy_options
from tools import ladder, registry

ALL = {"note.en", "proof.en", "more.0", "more.1", "more.2", "music", "mix.en"}


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    register_toys()
    registry.register("text:sick", "tests.graphs.sickbackend:Sick")
    registry.register("text:foreign", "tests.graphs.sickbackend:Foreign")
    monkeypatch.setattr(ladder, "_PAUSES", {Passing: (0.0, 0.0), ToolCrash: (0.0,)})
    yield
    sickbackend.FAULT.clear()


def options(text: str = "text:sick") -> Options:
    return toy_options(text=text)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


Events = list[tuple[str, dict[str, Any]]]


def make(home: Home, events: Events | None = None, text: str = "text:sick") -> Outcome:
    heard: Events = [] if events is None else events
    return asyncio.run(
        Runner(home, lambda kind, data: heard.append((kind, data))).make(parse_text(BRIEF), options(text))
    )


class Until:
    """Raises ``error`` for ``role`` until it was asked ``times`` times."""

    def __init__(self, role: str, times: int, error: Exception) -> None:
        self._role, self._times, self._error = role, times, error
        self.asked: Counter[str] = Counter()

    def __call__(self, role: str, size: int) -> None:
        self.asked[role] += 1
        if role == self._role and self.asked[role] <= self._times:
            raise self._error


def test_what_passes_costs_nothing_but_time(home: Home, tmp_path: Path) -> None:
    calm = make(Home(tmp_path / "calm"))
    sickbackend.FAULT.append(Until("proof", 2, ConnectionResetError("reset")))
    events: Events = []
    troubled = make(home, events)
    assert troubled.status == "done" and troubled.package == calm.package
    steps = [data["step"] for kind, data in events if kind == "tool.trouble"]
    assert steps == ["retry", "retry"] and all(d["backend"] == "text:sick" for k, d in events if k == "tool.trouble")


def test_a_full_card_makes_smaller_batches_of_the_same(home: Home, tmp_path: Path) -> None:
    calm = make(Home(tmp_path / "calm"))
    sizes: list[int] = []

    def card(role: str, size: int) -> None:
        sizes.append(size)
        if size > 2:
            raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")

    sickbackend.FAULT.append(card)
    tight = make(home)
    assert max(sizes) > 2 and tight.status == "done" and tight.package == calm.package


def test_a_slot_that_fits_no_card_fails_and_its_siblings_finish(home: Home) -> None:
    def card(role: str, size: int) -> None:
        if role == "proof":
            raise RuntimeError("CUDA out of memory. Tried to allocate 80.00 GiB")

    sickbackend.FAULT.append(card)
    outcome = make(home)
    assert outcome.status == "failed" and set(outcome.failures) == {"proof.en"}
    assert "memory" in outcome.failures["proof.en"]["what"] and set(outcome.assets) == {"note.en", "music", "mix.en"}


def test_a_full_disk_stops_the_run_and_says_how_to_go_on(home: Home, tmp_path: Path) -> None:
    calm = make(Home(tmp_path / "calm"))
    full = Until("proof", 1, OSError(errno.ENOSPC, "No space left on device"))
    sickbackend.FAULT.append(full)
    with pytest.raises(DiskFull) as caught:
        make(home)
    [row] = home.runs.list()
    assert f"python main.py resume {row.id}" in caught.value.remedy and full.asked["more"] == 0
    assert row.state is not None and row.state.status == "running" and not row.held, "it is listed as cut off"
    outcome = asyncio.run(Runner(home).resume(row.id))
    assert outcome.status == "done" and outcome.package == calm.package and full.asked["note"] == 1


def test_a_store_that_is_full_stops_it_too(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    real = home.blobs.put

    def put(data: bytes) -> str:
        if b"toy" in data:
            raise DiskFull("the disk is full", which="blobs", remedy="Free some space.")
        return real(data)

    monkeypatch.setattr(home.blobs, "put", put)
    with pytest.raises(DiskFull, match="python main.py resume "):
        make(home)


def test_no_node_is_run_again_by_the_graph(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = build_graph().compile().nodes
    assert {
        name for name, node in nodes.items() if name != "__start__" and list(node.retry_policy) != [NEVER_AGAIN]
    } == set()
    asked: list[str] = []

    def draft(*args: Any) -> Any:
        asked.append("plan")
        raise ConnectionResetError("reset")  # what langgraph's own policy would try again

    monkeypatch.setattr(kinds.load("toy"), "draft", draft, raising=False)
    with pytest.raises(ConnectionResetError):
        make(home)
    assert asked == ["plan"]


def test_a_language_that_its_backend_lacks_fails_the_slot_before_the_call(home: Home) -> None:
    sickbackend.FAULT.append(seen := Until("none", 0, ValueError()))
    events: Events = []
    outcome = make(home, events, text="text:foreign")
    failed = outcome.failures["note.en"]
    assert outcome.status == "failed" and set(outcome.failures) == {"note.en", "proof.en"} and not seen.asked
    assert "text:foreign cannot make this: the language 'en' (it has tlh)" in failed["what"]
    assert failed["which"] == "note.en" and "text:sick" in failed["remedy"] and "text:embedded" in failed["remedy"]
    assert not {d["slot"] for k, d in events if k == "slot.started"} & {"note.en", "proof.en"}


def test_a_dry_run_says_what_will_be_refused(home: Home) -> None:
    _, found = asyncio.run(foresee_job(home, parse_text(BRIEF), options("text:foreign")))
    fates = {p.slot: (p.fate, p.why) for p in found}
    assert fates["note.en"][0] == "refused" and "text:foreign cannot make this" in fates["note.en"][1]
    assert fates["more.0"] == ("refused", "it needs note.en, proof.en") and fates["music"][0] == "made"
    assert set(fates) == ALL
