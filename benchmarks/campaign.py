"""The example campaign, measured in one run: cold, nothing to do, one line edited, and where the time goes.

    python -m benchmarks.campaign [BRIEF] [--set PATH=VALUE ...] [--markdown]

Start-up is measured by itself (``graph``: the process, the graph library and the kinds, and no run), each time just before
the run that it is taken from: the speed of a machine changes within minutes, and "beyond start-up" is the median of the
differences of ``PAIRS`` such pairs. What the graph, its checkpoints and events cost is the time between the plan and
the last asset in which no tool works: the rest of the union of the tools' spans, taken from the event log.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.table import Row, machine, printed

ROOT = Path(__file__).resolve().parents[1]
FACT = "facts.4.text=Rated 4.9 of 5 by 1,300 buyers"
OFFER = "offer=20% off until 30 June"
PAIRS = 5
NOTE = "The lantern is often given as a present."


@dataclass
class Ran:
    """One command: wall seconds, the most memory held by it and all its children, and its events."""

    wall: float = 0.0
    peak: int = 0
    events: list[dict[str, object]] = field(default_factory=list)

    def slots(self, kind: str) -> int:
        """How many slots had this event."""
        return sum(e.get("event") == f"slot.{kind}" for e in self.events)

    def last(self, *kinds: str) -> float:
        """Second of the last event of these kinds; 0 for none."""
        return max((float(str(e["at"])) for e in self.events if e.get("event") in kinds), default=0.0)


def run(home: Path, *args: str) -> Ran:
    """Run ``main.py`` with ``args``; raises on a failure."""
    ran, started = Ran(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *args], cwd=home, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "BOTTEGA_HOME": str(home / "store")},
    )  # fmt: skip
    watch = threading.Thread(target=_watch, args=(process, ran), daemon=True)
    watch.start()
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("{") and line.rstrip().endswith("}"):  # a dry run prints one indented object instead
            ran.events.append({**json.loads(line), "at": time.perf_counter() - started})
    if process.wait():
        raise SystemExit(f"{' '.join(args)} ended with {process.returncode}")
    ran.wall = time.perf_counter() - started
    watch.join(1)
    return ran


def _watch(process: subprocess.Popen[str], ran: Ran) -> None:
    while process.poll() is None:
        ran.peak = max(ran.peak, _resident(process.pid))
        time.sleep(0.1)


def _resident(pid: int) -> int:
    """Bytes held by a process and all below it, pages that they share counted once (Linux's proportional set size; elsewhere 0)."""
    total, queue = 0, [pid]
    while queue:
        one = queue.pop()
        try:
            rolled = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) * 1024 for line in rolled.splitlines() if line.startswith("Pss:"))
            for task in Path(f"/proc/{one}/task").iterdir():
                queue += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, ValueError, IndexError, StopIteration):
            continue
    return total


def working(ran: Ran) -> float:
    """Seconds in which at least one tool worked, from the spans between ``started`` and ``made``."""
    begun: dict[str, float] = {}
    spans = []
    for event in ran.events:
        slot, at = str(event.get("slot", "")), float(str(event["at"]))
        if event.get("event") == "slot.started":
            begun[slot] = at
        elif event.get("event") == "slot.made" and slot in begun:
            spans.append((begun[slot], at))
    total, end = 0.0, 0.0
    for a, b in sorted(spans):
        total += max(0.0, b - max(a, end))
        end = max(end, b)
    return total


def stages(ran: Ran) -> dict[str, float]:
    """Seconds of a run by stage; together they are its wall time."""
    ends = {
        "until the run begins (process, imports, brief)": ran.last("run.started"),
        "plan (memory, words, look)": ran.last("plan"),
        "assets": ran.last("slot.made", "slot.reused"),
        "package built and checked": ran.last("review"),
        "sealed (manifest, report)": ran.last("run.ended"),
        "put out (folder, archive), end": ran.wall,
    }
    began = [0.0, *ends.values()]
    return {name: end - before for (name, end), before in zip(ends.items(), began, strict=False)}


class Pairs:
    """``PAIRS`` times the start-up and at once an order: the order of median length, and the median of its differences."""

    def __init__(self, home: Path, order: Callable[[], Ran]) -> None:
        both = [(run(home, "graph").wall, order()) for _ in range(PAIRS)]
        self.ran = sorted((ran for _, ran in both), key=lambda ran: ran.wall)[PAIRS // 2]
        self.startup = statistics.median(startup for startup, _ in both)
        self.beyond = statistics.median(ran.wall - startup for startup, ran in both)


def rows(home: Path, brief: str, sets: list[str]) -> list[Row]:
    """Every figure, measured one after the other over one store."""
    given = [part for one in sets for part in ("--set", one)]

    def make(*more: str) -> Ran:
        return run(home, "make", brief, "--yes", "--json", *given, *more)

    cold, warm = make(), Pairs(home, make)
    dry = Pairs(home, lambda: make("--dry-run"))
    fact, offer = make("--set", FACT), make("--set", OFFER)
    run(home, "memory", "add", NOTE, "--kind", "preference")
    make()  # what the note changes is made here, so that the next run finds nothing to do
    noted = Pairs(home, make)
    tools = working(cold)
    share = cold.last("slot.made", "slot.reused") - cold.last("plan") - tools

    def line(name: str, ran: Ran, note: str = "") -> Row:
        return name, f"{ran.wall:.2f} s", note or f"{ran.slots('made')} made, {ran.wall / cold.wall:.1%} of cold"

    def idle(name: str, pairs: Pairs) -> Row:
        note = f"{pairs.ran.slots('made')} made, {pairs.beyond:.2f} s beyond start-up"
        return name, f"{pairs.ran.wall:.2f} s", note

    return [
        ("start-up: graph loaded, no run", f"{warm.startup:.2f} s", f"median of {PAIRS}, as all that make nothing"),
        line("campaign, cold", cold, f"{cold.slots('made')} made"),
        ("- tools at work", f"{tools:.2f} s", f"{tools / cold.wall:.1%} of the wall time"),
        ("- graph, checkpoints, events", f"{share:.2f} s", f"{share / cold.wall:.1%} of the wall time"),
        *((f"- {name}", f"{seconds:.2f} s", "") for name, seconds in stages(cold).items()),
        idle("nothing to do", warm),
        *((f"- {name}", f"{seconds:.2f} s", "") for name, seconds in stages(warm.ran).items()),
        idle("nothing to do, one note remembered", noted),
        idle("dry run, nothing to do", dry),
        line("one fact edited", fact),
        line("offer edited", offer),
        ("peak memory, all processes", f"{cold.peak / 1e9:.2f} GB", "cold"),
        ("peak memory, nothing to do", f"{warm.ran.peak / 1e9:.2f} GB", ""),
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("brief", nargs="?", default=str(ROOT / "examples" / "sunsip.yaml"))
    options.add_argument("--set", action="append", default=[], help="as of `make`, in every run: a smaller campaign")
    options.add_argument("--markdown", action="store_true", help="a table for docs/benchmarks.md")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = rows(Path(folder), str(Path(chosen.brief).resolve()), chosen.set)
    print(printed(("campaign", "figure", "note"), found, markdown=chosen.markdown))
    print(f"\n{machine()}")


if __name__ == "__main__":
    main()
