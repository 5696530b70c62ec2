"""The real campaign, killed at random as a user's machine would kill it: the command, its tool host and its encoder."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.graphs.conftest import ROOT, package, recorded

BRIEF = """
title: Night ferry
product: Night Ferry Records, a record shop on an old ferry
languages: en
brand: {name: Night Ferry Records, colours: ["#22577a", "#ffb703"]}
facts: [Open from six in the evening, Records are played on board, Coffee costs 2 euros]
offer: A badge with every record
cta: Come on board
url: https://night-ferry.example
details: {sizes: [square], ratios: ["9x16"], seconds: 6, cuts: [6-9x16], banners: []}
"""
KILLS = 6

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups, which this system has not"),
]


class Place:
    """A home of its own, and the command run in it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        (folder / "brief.yaml").write_text(BRIEF)

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *args, "--json"], cwd=self.folder, start_new_session=True,
            stdout=(self.folder / "stdout").open("ab"), stderr=(self.folder / "errors").open("ab"),
            env={**os.environ, "BOTTEGA_HOME": str(self.folder / "home")},
        )  # fmt: skip

    def make(self) -> subprocess.Popen[bytes]:
        return self.start("make", "brief.yaml", "--yes", "--out", "out")

    def runs(self) -> list[str]:
        return [p.parent.name for p in (self.folder / "home").glob("runs/*/run.json")]

    def makings(self) -> Counter[str]:
        """How often each asset was made, as the event lines tell it."""
        lines = (self.folder / "stdout").read_text(errors="replace").splitlines()
        events = [json.loads(line) for line in lines if line.startswith('{"') and line.endswith("}")]
        return Counter(e["slot"] for e in events if e.get("event") == "slot.made")

    def errors(self) -> str:
        return (self.folder / "errors").read_text()[-2000:]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """The package of an undisturbed run, and the seconds it took."""
    place = Place(tmp_path_factory.mktemp("whole"))
    started = time.monotonic()
    assert place.make().wait(600) == 0, place.errors()
    return package(place.folder), time.monotonic() - started


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _no_orphan(group: int) -> None:
    """The tool host and the encoder end by themselves when the command that owns them is gone."""
    give_up = time.monotonic() + 20
    while _alive(group):
        assert time.monotonic() < give_up, "a child outlived the command that was killed"
        time.sleep(0.1)


def test_random_kills(whole: tuple[dict[str, bytes], float], tmp_path: Path) -> None:
    """Only the command is killed, at any time of its life; resumed, it gives the same bytes and repeats nothing finished."""
    undisturbed, seconds = whole
    dice = random.Random(20261124)
    died = 0
    for i in range(KILLS):
        place = Place(tmp_path / str(i))
        process = place.make()
        try:
            process.wait(dice.uniform(0.1, 0.95) * seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            died += 1
        process.wait(60)
        _no_orphan(process.pid)
        finished = recorded(place.folder)
        assert not list(place.folder.glob(".out*")), "half of a package was left behind"
        runs = place.runs()
        again = place.start("resume", runs[0], "--out", "out") if runs else place.make()
        assert again.wait(600) == 0, place.errors()
        assert package(place.folder) == undisturbed, f"kill {i} changed the package"
        makings = place.makings()
        assert max(makings.values()) == 1, makings
        assert sum(makings.values()) >= finished
    assert died >= KILLS // 2, "hardly a run was disturbed"
