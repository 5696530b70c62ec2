"""Decisions are appended, chained and never changed unnoticed."""

from __future__ import annotations

import os
import sqlite3

import pytest
from pydantic import ValidationError

from core.errors import StoreFailure
from memory.decisions import Decisions
from memory.home import Home


def test_decisions_come_back_in_order(home: Home) -> None:
    log = home.decisions
    assert log.head == "" and log.verify() == ()
    one = log.add("r1", "approve", person="Ann\x1b[31m", reason="looks\ngood \u202e", content_digest="ab" * 32)
    two = log.add("r2", "waive", person="Bo", findings=["contrast:poster", "x"], reason="brand's own colours")
    assert (one.seq, two.seq, two.before) == (1, 2, one.hash)
    assert one.person == "Ann[31m" and one.reason == "looks\ngood"
    assert log.list() == (one, two) and log.list("r2") == (two,)
    assert log.head == two.hash and log.verify() == ()
    with pytest.raises(ValidationError):
        log.add("r", "maybe", person="x")
    assert log.verify() == () and len(log.list()) == 2


def test_the_table_refuses_changes_and_the_chain_shows_them(home: Home) -> None:
    log = home.decisions
    for n in range(4):
        log.add("r", "approve", person=f"p{n}")
    raw = sqlite3.connect(log.path)
    for statement in ("UPDATE decisions SET person = 'x'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            raw.execute(statement)
    raw.executescript("DROP TRIGGER decisions_stay; DROP TRIGGER decisions_last;")
    raw.execute("UPDATE decisions SET act = 'reject' WHERE seq = 2")
    raw.commit()
    assert log.verify() == ("decision 2 was altered",)
    raw.execute("UPDATE decisions SET act = 'approve' WHERE seq = 2")
    raw.commit()
    assert log.verify() == ()
    raw.execute("DELETE FROM decisions WHERE seq = 2")
    raw.commit()
    assert log.verify() == ("decision 3 does not follow the one before it",)
    raw.close()


def test_many_processes_make_one_chain(home: Home, forked) -> None:
    path = home.root / "decisions.db"

    def work() -> None:
        mine = Decisions(path)
        for n in range(10):
            mine.add(str(os.getpid()), "approve", person=str(n))

    pids = [forked(work) for _ in range(4)]
    assert all(os.waitpid(pid, 0)[1] == 0 for pid in pids)
    assert home.decisions.verify() == () and len(home.decisions.list()) == 40


@pytest.mark.parametrize("damage", [b"", b"\x17" * 9000])
def test_a_damaged_file_is_never_replaced_by_an_empty_one(home: Home, damage: bytes) -> None:
    home.decisions.add("r", "approve", person="Ann")
    home.close()
    path = home.root / "decisions.db"
    path.write_bytes(damage)
    with pytest.raises(StoreFailure, match="damaged.*backup"):
        Decisions(path)
    assert path.read_bytes() == damage
