"""How a run ends, and what the next one reuses."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from agents.deps import Work
from core.requests import MusicRequest
from core.settings import Options
from graphs import production
from graphs.briefs import parse_text
from graphs.history import everything, job_id
from graphs.production import build_graph
from graphs.runner import Outcome, Runner, foresee_job
from memory import checkpoints
from memory.home import Home
from tests.graphs.nursery import BRIEF
from tests.graphs.toys import toy_options
from tools import registry

OPTIONS = toy_options()


class Run:
    """One run and what it said."""

    def __init__(
        self, home: Home, *sets: str, options: Options = OPTIONS, resume: str = "", decision: Any = None
    ) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        runner = Runner(home, lambda kind, data: self.events.append((kind, data)))
        self.brief = parse_text(BRIEF, sets=sets)
        todo = runner.resume(resume, decision) if resume else runner.make(self.brief, options)
        self.outcome: Outcome = asyncio.run(todo)

    def slots(self, kind: str) -> set[str]:
        return {data["slot"] for k, data in self.events if k == f"slot.{kind}"}


ALL = {"note.en", "proof.en", "more.0", "more.1", "more.2", "music", "mix.en"}


def test_the_same_brief_makes_nothing_again(home: Home) -> None:
    first, second = Run(home), Run(home)
    assert first.outcome.status == second.outcome.status == "done"
    assert first.slots("made") == ALL and second.slots("made") == set() and second.slots("reused") == ALL
    assert first.outcome.package == second.outcome.package


@pytest.mark.parametrize(
    ("change", "remade"),
    [
        ("product=another thing", {"note.en", "more.0", "more.1", "more.2"}),
        ("facts.0=changed", {"proof.en", "more.0", "more.1", "more.2"}),
        ("brand.name=Others", {"more.0", "more.1", "more.2"}),
        ("cta=Stop", set()),
        ("title=Another name", set()),
        ("details.cards=4", {"more.3"}),
    ],
)
def test_a_changed_line_remakes_what_depends_on_it(home: Home, change: str, remade: set[str]) -> None:
    Run(home)
    assert Run(home, change).slots("made") == remade


def test_a_dry_run_says_so_first_and_makes_nothing(home: Home, tmp_path: Path) -> None:
    Run(home)
    count = len((tmp_path / "log").read_text().split())
    brief = parse_text(BRIEF, sets=["facts.0=changed"])
    _, found = asyncio.run(foresee_job(home, brief, OPTIONS))
    fates = {p.slot: (p.fate, p.why) for p in found}
    assert fates["note.en"] == ("reused", "stored")
    assert fates["proof.en"] == ("made", "changed: facts")
    assert fates["more.0"][0] == "made" and "proof.en" in fates["more.0"][1]
    assert len((tmp_path / "log").read_text().split()) == count


@pytest.mark.parametrize(
    ("release", "made"),
    [
        ("Newer", {"music"}),  # it comes out the same, so the mix behind it stands
        ("Better", {"music", "mix.en"}),
    ],
)
def test_a_new_revision_of_a_tool_remakes_its_assets_and_what_they_change(
    home: Home, release: str, made: set[str]
) -> None:
    first = Run(home)
    registry.register("music:toy", f"tests.graphs.toybackend:{release}")  # put back by ``toys``
    again = Run(home)
    assert again.slots("made") == made and again.slots("reused") == ALL - made
    assert (again.outcome.assets["mix.en"]["key"] == first.outcome.assets["mix.en"]["key"]) == ("mix.en" not in made)


def test_a_hold_waits_and_an_approval_goes_on(home: Home) -> None:
    held = Run(home, "details.open_finding=HOLD")
    assert held.outcome.status == "waiting" and held.outcome.exit_code == 3 and held.outcome.package == {}
    done = Run(home, resume=held.outcome.run_id, decision={"action": "approve", "person": "p", "reason": ""})
    assert done.outcome.status == "done" and done.slots("made") == set()
    assert not done.outcome.package["draft"]


def test_a_rejection_puts_nothing_out(home: Home) -> None:
    held = Run(home, "details.open_finding=HOLD")
    said = Run(home, resume=held.outcome.run_id, decision={"action": "reject", "person": "p", "reason": "no"})
    assert said.outcome.status == "rejected" and said.outcome.exit_code == 4 and said.outcome.package == {}


def test_a_block_is_refused(home: Home) -> None:
    refused = Run(home, "details.open_finding=BLOCK")
    assert refused.outcome.status == "refused" and refused.outcome.exit_code == 4 and refused.outcome.package == {}


@pytest.mark.parametrize("severity", ["WARN", "INFO"])
def test_a_mild_finding_does_not_stop(home: Home, severity: str) -> None:
    assert Run(home, f"details.open_finding={severity}").outcome.status == "done"


def test_a_failed_slot_leaves_its_siblings_and_is_tried_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOY_FAIL", "proof")
    broken = Run(home)
    assert broken.outcome.status == "failed" and broken.outcome.exit_code == 1
    assert set(broken.outcome.failures) == {"proof.en"}
    assert broken.slots("made") == {"note.en", "music", "mix.en"}
    monkeypatch.setenv("TOY_FAIL", "-")
    mended = Run(home, resume=broken.outcome.run_id)
    assert mended.outcome.status == "done"
    assert mended.slots("made") == {"proof.en", "more.0", "more.1", "more.2"}


def test_a_request_beyond_a_tool_s_bounds_fails_its_slot_alone(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    async def asks_too_much(work: Work, deps: object) -> dict[str, object]:
        return {"asked": MusicRequest(mood="warm", seconds=5000)}

    monkeypatch.setitem(production.AGENTS, "composer", asks_too_much)
    broken = Run(home)
    assert broken.outcome.status == "failed" and broken.outcome.exit_code == 1
    assert "music" in broken.outcome.failures and "note.en" in broken.slots("made")
    told = broken.outcome.failures["music"]
    assert told["which"] == "seconds" and "900" in told["what"] and "brief" in told["remedy"]


def test_a_flipped_bit_is_noticed_and_made_again(home: Home) -> None:
    first = Run(home)
    digest = first.outcome.assets["note.en"]["parts"]["json"]["digest"]
    path = home.blobs.path(digest)
    path.chmod(0o600)
    path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])
    second = Run(home)
    assert second.slots("made") == {"note.en"} and second.outcome.package == first.outcome.package


def test_a_persons_version_stands_and_ours_is_proposed(home: Home, tmp_path: Path) -> None:
    from desk.pin import pin, unpin

    first = Run(home)
    own = tmp_path / "own.txt"
    own.write_text("My own words.")
    pin(home, first.outcome.run_id, "note.en", own)
    second = Run(home)
    assert "My own words." in home.blobs.get(second.outcome.assets["note.en"]["parts"]["json"]["digest"]).decode()
    assert second.slots("made") == {"more.0", "more.1", "more.2"}, "what hangs on it follows the person's words"
    third = Run(home, "product=another thing")
    assert third.slots("proposed") == {"note.en"}
    assert third.outcome.assets["note.en"] == second.outcome.assets["note.en"]
    unpin(home, third.outcome.run_id, "note.en")
    assert Run(home).outcome.package == first.outcome.package


def test_a_run_opened_twice_is_refused(home: Home) -> None:
    from core.errors import RunBusy

    done = Run(home)
    with home.runs.open(done.outcome.run_id), pytest.raises(RunBusy, match="another process works on this run"):
        Run(home, resume=done.outcome.run_id)


def test_the_run_folder_tells_the_story(home: Home) -> None:
    done = Run(home)
    story = everything(home, done.outcome.run_id)
    assert story["run"]["status"] == "done" and story["run"]["extra"]["job"] == job_id(done.brief)
    assert {s["id"] for s in story["plan"]["slots"]} == ALL == set(story["assets"])
    kinds_told = [e.kind for e in home.events.read(done.outcome.run_id)]
    assert (
        kinds_told[0] == "run.started" and kinds_told[-1] == "run.ended" and kinds_told.count("slot.made") == len(ALL)
    )
    assert "package" in story and json.dumps(story["package"])


def test_done_is_a_word_and_not_an_empty_next(home: Home) -> None:
    """A graph with nothing left to do is not for that finished: what it says of itself counts."""
    done = Run(home)
    assert done.outcome.status == "done"
    config: Any = {"configurable": {"thread_id": done.outcome.run_id}}

    async def unsay() -> tuple[str, ...]:
        async with checkpoints.open_saver(home.checkpoints) as saver:
            app = build_graph().compile(checkpointer=saver)
            await app.aupdate_state(config, {"status": "assembled"}, as_node="export")
            return (await app.aget_state(config)).next

    assert asyncio.run(unsay()) == ()
    again = Run(home, resume=done.outcome.run_id)
    assert again.outcome.status == "failed" and again.outcome.exit_code == 1
    assert home.runs.get(done.outcome.run_id).read_state().status == "failed"


def test_what_of_a_brief_had_no_effect_stands_in_the_review(home: Home) -> None:
    outcome = Run(home, "sources=a.md", "constraints=only two colours").outcome
    found = {(f.check, f.severity.value, f.evidence) for f in outcome.review.findings}
    assert ("B1.unread", "WARN", "`sources` is given, and a toy does not use it") in found
    assert ("B2.constraint", "NOT_CHECKED", "only two colours") in found
    assert outcome.status == "done" and outcome.package["draft"], "what nobody judged is a draft"
