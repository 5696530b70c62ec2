"""A home of its own with a brief in it, the command run there, and killed there: what the crash tests of real kinds share."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.graphs.conftest import ROOT, package, recorded


class Place:
    """A home of its own, and the command run in it."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        """``files``: what lies in it, ``brief.yaml`` among them."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")

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


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def no_orphan(group: int) -> None:
    """The tool host and the encoder end by themselves when the command that owns them is gone."""
    give_up = time.monotonic() + 20
    while alive(group):
        assert time.monotonic() < give_up, "a child outlived the command that was killed"
        time.sleep(0.1)


def undisturbed(folder: Path, files: Mapping[str, str]) -> tuple[dict[str, bytes], float]:
    """The package of a run that nothing disturbs, and the seconds it took."""
    place = Place(folder, files)
    started = time.monotonic()
    assert place.make().wait(900) == 0, place.errors()
    return package(place.folder), time.monotonic() - started


def survives_kills(
    folder: Path, files: Mapping[str, str], whole: tuple[dict[str, bytes], float], parts: Sequence[float]
) -> None:
    """Only the command is killed, after each of ``parts`` of its time; resumed, it gives the same bytes and repeats nothing finished."""
    wanted, seconds = whole
    died = 0
    for i, part in enumerate(parts):
        place = Place(folder / str(i), files)
        process = place.make()
        try:
            process.wait(part * seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            died += 1
        process.wait(60)
        no_orphan(process.pid)
        finished = recorded(place.folder)
        assert not list(place.folder.glob(".out*")), "half of a package was left behind"
        runs = place.runs()
        again = place.start("resume", runs[0], "--out", "out") if runs else place.make()
        assert again.wait(900) == 0, place.errors()
        given = package(place.folder)
        other = sorted(name for name in given.keys() | wanted.keys() if given.get(name) != wanted.get(name))
        assert other == [], f"kill {i} changed the package"
        makings = place.makings()
        assert max(makings.values()) == 1, makings
        assert sum(makings.values()) >= finished
    assert 2 * died >= len(parts), "hardly a run was disturbed"
