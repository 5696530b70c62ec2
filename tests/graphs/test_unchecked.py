"""What could not be looked at is never a pass: it makes a draft, and a check that breaks asks a person."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from core.findings import Severity
from desk.ending import ending
from graphs import kinds
from graphs.publish import publish
from memory.home import Home
from memory.outbox import Published
from tests.graphs.test_production import Run


def terminal(run: Run, published: Published | None) -> str:
    """What a person reads at the end of a run."""
    console = Console(file=io.StringIO(), width=400)
    ending(run.outcome, published, console, as_json=False)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_check_without_its_instrument_makes_a_draft(home: Home, tmp_path: Path) -> None:
    whole = publish(home, Run(home).outcome, tmp_path / "whole")
    assert whole.archive.name == "whole.zip", "the toy is no draft by itself"
    run = Run(home, "details.unseen=missing")
    assert run.outcome.status == "done" and run.outcome.exit_code == 0 and run.outcome.package["draft"]
    put = publish(home, run.outcome, tmp_path / "out")
    assert put.archive.name == "out-draft.zip"
    assert "has not been approved" in (put.folder / "REPORT.html").read_text()
    assert "DRAFT" in (put.folder / "README.txt").read_text()
    said = terminal(run, put)
    assert "It is a draft" in said and "no instrument" in said and f"review {run.outcome.run_id} --approve" in said


def test_an_approval_releases_it(home: Home, tmp_path: Path) -> None:
    run = Run(home, "details.unseen=missing")
    done = Run(home, resume=run.outcome.run_id, decision={"action": "approve", "person": "p", "reason": ""})
    assert not done.outcome.package["draft"]
    assert publish(home, done.outcome, tmp_path / "out").archive.name == "out.zip"


@pytest.mark.parametrize("how", ["breaks", "breaks early"])
def test_a_check_that_breaks_holds_at_the_gate(home: Home, how: str) -> None:
    run = Run(home, f"details.unseen={how}")
    assert run.outcome.status == "waiting" and run.outcome.exit_code == 3 and run.outcome.package == {}
    (open_,) = run.outcome.review.holding()
    assert open_.check == "toy.unseen" and open_.severity is Severity.NOT_CHECKED
    assert ("broken" if how == "breaks" else "no subjects") in open_.evidence and "doctor" in open_.remedy
    said = terminal(run, None)
    assert "toy.unseen" in said and "doctor" in said and f"review {run.outcome.run_id}" in said
    done = Run(home, resume=run.outcome.run_id, decision={"action": "approve", "person": "p", "reason": ""})
    assert done.outcome.status == "done" and not done.outcome.package["draft"], "a person looked in its stead"


def test_a_check_that_broke_is_tried_again_and_not_remembered(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Run(home, "details.unseen=breaks")
    toy = kinds.load("toy")
    mended = tuple(replace(c, look=lambda subject, read: ()) if c.id == "toy.unseen" else c for c in toy.checks)
    monkeypatch.setattr(type(toy), "checks", mended)
    again = Run(home, "details.unseen=breaks")
    assert broken.outcome.status == "waiting" and again.outcome.status == "done"
    assert again.slots("made") == set(), "nothing but the check ran again"
