"""The example campaign, measured in one run: cold, nothing to do, one line edited, and where the time goes.

    python -m benchmarks.campaign [BRIEF]

Start-up is measured by itself (``graph``: the process, the graph library and the kinds, and no run), so that "beyond start-up"
is a difference of two figures of this run. Overhead is the wall time in which no tool works: the union of the tools' spans, taken from the event log.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Ran:
    """One command: wall seconds, peak resident bytes of it and all its children, and its events."""

    wall: float = 0.0
    peak: int = 0
    events: list[dict[str, object]] = field(default_factory=list)

    def slots(self, kind: str) -> int:
        return sum(e.get("event") == f"slot.{kind}" for e in self.events)


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
        time.sleep(0.05)


def _resident(pid: int) -> int:
    """Resident bytes of a process and all below it (Linux; elsewhere 0)."""
    total, queue = 0, [pid]
    while queue:
        one = queue.pop()
        try:
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for task in Path(f"/proc/{one}/task").iterdir():
                queue += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, ValueError, IndexError):
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


def main() -> None:
    brief = str(Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else str(ROOT / "examples" / "sunsip.yaml")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        startup = min(run(home, "graph").wall for _ in range(3))
        cold = run(home, "make", brief, "--yes", "--json")
        warm = min((run(home, "make", brief, "--yes", "--json") for _ in range(3)), key=lambda r: r.wall)
        dry = run(home, "make", brief, "--yes", "--json", "--dry-run")
        edit = run(home, "make", brief, "--yes", "--json", "--set", "facts.4.text=Rated 4.9 of 5 by 1,300 buyers")
        offer = run(home, "make", brief, "--yes", "--json", "--set", "offer=20% off until 30 June")
        tools = working(cold)
        last = max(float(str(e["at"])) for e in cold.events if e.get("event") == "slot.made")
        rows = [
            ("start-up (graph loaded, no run)", f"{startup:.2f} s", ""),
            ("campaign, cold", f"{cold.wall:.1f} s", f"{cold.slots('made')} assets made"),
            ("  tools at work", f"{tools:.1f} s", f"{tools / cold.wall:.0%} of the wall time"),
            ("  checks, package, report", f"{cold.wall - last:.1f} s", ""),
            (
                "  graph, checkpoints, events",
                f"{last - startup - tools:.2f} s",
                f"{(last - startup - tools) / cold.wall:.1%}",
            ),
            (
                "nothing to do",
                f"{warm.wall:.2f} s",
                f"{warm.wall - startup:.2f} s beyond start-up, {warm.slots('made')} made",
            ),
            ("dry run", f"{dry.wall:.2f} s", ""),
            (
                "one fact edited",
                f"{edit.wall:.1f} s",
                f"{edit.slots('made')} made, {edit.wall / cold.wall:.0%} of cold",
            ),
            (
                "offer edited",
                f"{offer.wall:.1f} s",
                f"{offer.slots('made')} made, {offer.wall / cold.wall:.0%} of cold",
            ),
            ("peak memory, all processes", f"{cold.peak / 1e9:.2f} GB", ""),
        ]
        for name, figure, note in rows:
            print(f"{name:32}{figure:>12}  {note}")


if __name__ == "__main__":
    main()
