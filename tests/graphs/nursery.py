"""Runs the toy campaign in forked children, so that a crash test costs a fork and not an import.

Reads one JSON order a line: ``{"home", "out", "log", "env", "brief", "resume", "command", "kill_after"}``; forks; the child
makes the brief and publishes it, or runs a ``command`` line of ours, and may be killed by a fault point or after a delay.
Answers with one JSON line.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

BRIEF = """
kind: toy
title: A toy
product: a thing
languages: en
cta: Go
facts: [one, two]
brand: {name: Toys}
"""
LOADED = (
    "main", "desk.decide", "desk.ending", "desk.progress", "graphs.publish", "graphs.runner", "langgraph.pregel.main",
    "memory.checkpoints",
)  # fmt: skip
"""What a child would spend seconds on importing."""
HELD = BRIEF + "details: {open_finding: HOLD}\n"
"""Its gate waits for a person."""
MENDED = BRIEF + "details: {mend: true}\n"
"""Its first note is sent back and made again."""
BLOCKED = BRIEF + "details: {open_finding: BLOCK}\n"
"""It is refused."""


def prepare() -> None:
    """Import all that a run needs, and register the toys."""
    from tests.graphs.toys import register_toys

    for name in LOADED:
        importlib.import_module(name)
    register_toys()


def run(order: dict[str, Any]) -> int:
    """Make or resume in this process; gives the exit code."""
    import asyncio

    from core.errors import BottegaError
    from desk.stop import on_interrupt
    from graphs.briefs import parse_text
    from graphs.publish import publish
    from graphs.runner import Outcome, Runner
    from memory import faults
    from memory.home import Home
    from tests.graphs.toys import toy_options

    os.environ.update(order.get("env", {}))
    if "largest_file" in order:  # stands for a full disk: writes beyond it fail
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest_file"], order["largest_file"]))
    faults.FAULT = faults.from_environment()
    if "command" in order:
        return command(order)
    home = Home(Path(order["home"]))
    runner = Runner(home)
    options = toy_options()
    brief = parse_text(order.get("brief", BRIEF))

    async def drive() -> Outcome:
        with on_interrupt(runner):
            if order.get("resume"):
                return await runner.resume(order["resume"], order.get("decision"))
            return await runner.make(brief, options)

    try:
        outcome = asyncio.run(drive())
        if outcome.status == "done":
            publish(home, outcome, Path(order["out"]))
        return outcome.exit_code
    except BottegaError as error:
        print(str(error), file=sys.stderr)
        return error.exit_code


def command(order: dict[str, Any]) -> int:
    """A line for ``main.py`` in this process, over the order's home; gives the exit code."""
    import main

    os.environ["BOTTEGA_HOME"] = order["home"]
    sys.argv = ["main.py", *order["command"]]
    try:
        main.cli()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def serve() -> None:
    """Fork for each order until the input ends."""
    prepare()
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            code = 70
            try:
                os.setpgid(0, 0)
                with open(order["errors"], "w") as stream:
                    os.dup2(stream.fileno(), 2)
                    os.dup2(stream.fileno(), 1)
                code = run(order)
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        timer = _killer(child, order)
        _, status = os.waitpid(child, 0)
        if timer:
            timer.cancel()
        code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        print(json.dumps({"code": code, "seconds": round(time.monotonic() - started, 3)}), flush=True)


def _killer(child: int, order: dict[str, Any]) -> threading.Timer | None:
    """Kills after a delay, or as soon as the log holds so many lines."""
    number = getattr(signal, order.get("signal", "SIGKILL"))
    if "kill_at_line" in order:
        timer = threading.Timer(0, _kill_at_line, (child, number, Path(order["env"]["TOY_LOG"]), order["kill_at_line"]))
    elif "kill_after" in order:
        timer = threading.Timer(order["kill_after"], _kill, (child, number))
    else:
        return None
    timer.start()
    return timer


def _kill_at_line(child: int, number: int, log: Path, count: int) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        if log.exists() and len(log.read_text().split()) >= count:
            return _kill(child, number)
        time.sleep(0.005)


def _kill(child: int, number: int) -> None:
    try:
        os.kill(child, number)
    except ProcessLookupError:
        return


if __name__ == "__main__":
    serve()
