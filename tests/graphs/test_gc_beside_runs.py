"""Clean-ups beside a run that is under way: it never loses what it has made, though nothing is given any grace."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from memory.gc import collect
from memory.home import Home
from tests.graphs.conftest import Nursery, made, package
from tests.graphs.survival import runs, said, whole_package

SLOW = {"TOY_SECONDS": "0.12"}


@pytest.fixture(scope="module")
def whole(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return whole_package(nursery, tmp_path_factory.mktemp("whole"))


def beside(nursery: Nursery, place: Path, **order: Any) -> tuple[int, int, int]:
    """Run an order and clean up all the while. Gives its exit code, how many clean-ups there were, and what they took."""
    home, codes = Home(place / "home"), list[int]()
    thread = threading.Thread(target=lambda: codes.append(nursery.order(place, env=SLOW, **order)))
    thread.start()
    count = gone = 0
    while thread.is_alive():
        found = collect(home, grace_seconds=0.0)
        count, gone = count + 1, gone + found.blobs + found.records
    thread.join()
    home.close()
    return codes[0], count, gone


@pytest.mark.parametrize("resumed", [False, True])
def test_a_running_job_loses_nothing(nursery: Nursery, tmp_path: Path, whole: dict[str, bytes], resumed: bool) -> None:
    home = Home(tmp_path / "home")
    orphan = home.blobs.put(b"nobody needs this")
    if resumed:  # what was checkpointed before the death is as safe as what is made now
        assert nursery.order(tmp_path, env={"BOTTEGA_FAULT": "wave:before:3"}) == -9
    code, count, gone = beside(nursery, tmp_path, **({"resume": runs(tmp_path)[0]} if resumed else {}))
    assert code == 0, said(tmp_path)
    assert count >= 5, "hardly a clean-up fell into the run"
    assert package(tmp_path) == whole
    assert len(made(tmp_path)) == len(set(made(tmp_path))) == 7, "an asset was lost and made again"
    assert "healing" not in {event.kind for event in home.events.read()}
    assert not home.blobs.path(orphan).exists() and gone, "the clean-ups took nothing at all"
    home.close()
