"""One gate, one decision: a second, a late and a stale one are told so, and change nothing."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from core.errors import BadInput
from graphs.decided import record
from graphs.runner import Runner
from memory.home import Home
from tests.graphs.conftest import Nursery, made, package
from tests.graphs.nursery import HELD
from tests.graphs.survival import runs, said
from tests.graphs.toys import register_toys

WAITING, WRONG, REFUSED = 3, 2, 4


@pytest.fixture
def held(nursery: Nursery, tmp_path: Path) -> Path:
    assert nursery.order(tmp_path, brief=HELD) == WAITING, said(tmp_path)
    return tmp_path


def review(nursery: Nursery, place: Path, how: str, *, person: str = "Ada", fault: str = "") -> int:
    words = ["review", runs(place)[0], how, "--as", person, "--out", str(place / "out")]
    return nursery.order(place, command=words, env={"BOTTEGA_FAULT": fault})


def acts(place: Path) -> list[tuple[str, str]]:
    home = Home(place / "home")
    found = [(d.act, d.person) for d in home.decisions.list()] if home.decided else []
    home.close()
    return found


def test_a_second_approval_is_told_and_does_nothing(nursery: Nursery, held: Path) -> None:
    assert review(nursery, held, "--approve") == 0, said(held)
    before = package(held)
    assert review(nursery, held, "--approve", person="Bea") == WRONG
    assert "this was decided already: 'approve by Ada'" in said(held)
    assert acts(held) == [("approve", "Ada")] and package(held) == before and len(made(held)) == 7


def test_a_second_approval_of_one_that_a_crash_cut_off_is_told_how_to_go_on(nursery: Nursery, held: Path) -> None:
    assert review(nursery, held, "--approve", fault="decision:after-write:1") == -9
    assert review(nursery, held, "--approve", person="Bea") == WRONG
    assert "decided already" in said(held) and f"resume {runs(held)[0]}" in said(held)
    assert nursery.order(held, resume=runs(held)[0]) == 0, said(held)
    assert acts(held) == [("approve", "Ada")]


def test_whoever_turns_down_what_was_approved_a_moment_ago_has_the_last_word(nursery: Nursery, held: Path) -> None:
    assert review(nursery, held, "--approve", fault="decision:after-write:1") == -9
    assert review(nursery, held, "--reject", person="Bea") == REFUSED, said(held)
    assert acts(held) == [("approve", "Ada"), ("reject", "Bea")] and package(held) == {}


def test_an_approval_after_a_rejection_is_told(nursery: Nursery, held: Path) -> None:
    assert review(nursery, held, "--reject") == REFUSED, said(held)
    assert review(nursery, held, "--approve", person="Bea") == WRONG
    assert "this package was turned down" in said(held) and "Run its brief again" in said(held)
    assert acts(held) == [("reject", "Ada")] and package(held) == {}


def test_an_approval_after_a_stop_is_told(nursery: Nursery, tmp_path: Path) -> None:
    assert nursery.order(tmp_path, brief=HELD, env={"BOTTEGA_FAULT": "produce:after:2:TERM"}) == 130
    assert review(nursery, tmp_path, "--approve") == WRONG
    assert "stopped before it came to a decision" in said(tmp_path) and "Go on with it first" in said(tmp_path)
    assert nursery.order(tmp_path, resume=runs(tmp_path)[0]) == WAITING and acts(tmp_path) == []
    assert review(nursery, tmp_path, "--approve") == 0, said(tmp_path)


def test_the_same_brief_begun_anew_may_be_approved_anew(nursery: Nursery, held: Path) -> None:
    assert review(nursery, held, "--approve") == 0, said(held)
    assert nursery.order(held, brief=HELD) == WAITING
    assert review(nursery, held, "--approve", person="Bea") == 0, said(held)
    assert acts(held) == [("approve", "Ada"), ("approve", "Bea")]


def test_an_approval_of_an_older_state_is_not_put_into_the_new_one(nursery: Nursery, tmp_path: Path) -> None:
    """Somebody looks at a package with a hole; before the answer comes, somebody else has filled it."""
    register_toys()
    assert nursery.order(tmp_path, brief=HELD, env={"TOY_FAIL": "proof"}) == 1
    home, (run,) = Home(tmp_path / "home"), runs(tmp_path)
    seen = home.runs.get(run).read_state().extra["content"]
    assert nursery.order(tmp_path, resume=run) == WAITING
    assert home.runs.get(run).read_state().extra["content"] != seen
    with pytest.raises(BadInput, match="the package has changed since you looked at it"):
        record(home, run, "approve", content=seen, person="Ada", reason="", findings=(), first=lambda: None)
    assert not home.decided
    with pytest.raises(BadInput, match="about another state of this package"):
        decision = {"action": "approve", "person": "Ada", "reason": "", "content": seen}
        asyncio.run(Runner(home).resume(run, decision))
    assert nursery.order(tmp_path, resume=run) == WAITING


def test_two_people_at_once_are_one_decision(
    nursery: Nursery, held: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Nursery()
    codes: dict[str, int] = {}

    def work(who: Nursery, person: str) -> None:
        place = tmp_path_factory.mktemp(person)
        words = ["review", runs(held)[0], "--approve", "--as", person, "--out", str(held / "out")]
        codes[person] = who.order(place, home=str(held / "home"), command=words)

    threads = [threading.Thread(target=work, args=pair) for pair in ((nursery, "Ada"), (other, "Bea"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert [act for act, _ in acts(held)] == ["approve"], codes
    (first,) = (person for _, person in acts(held))
    assert codes.pop(first) == 0 and codes.popitem()[1] != 0, "the second was not told"
