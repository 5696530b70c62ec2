"""A run from the command line: foreseen, driven with a display and a clean stop, and ended with its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import typer

from desk.tell import console, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from core.brief import Brief
    from core.settings import Options
    from graphs.runner import Outcome, Runner
    from memory.home import Home


def foresee(home: Home, brief: Brief, options: Options, as_json: bool) -> None:
    """Say what a run would make and why, and make nothing."""
    import asyncio

    from desk.ask import show_inferred
    from desk.tables import prospects_table
    from graphs import kinds as registry
    from graphs.runner import foresee_job
    from graphs.unread import unread

    completed, found = asyncio.run(foresee_job(home, brief, options))
    vain = unread(registry.load(brief.kind), brief)
    if as_json:
        print_json({"inferred": completed["inferred"], "unread": vain, "slots": [p.__dict__ for p in found]})
        return
    screen = console()
    show_inferred(completed, screen)
    warn(brief)
    screen.print(prospects_table(found))


def warn(brief: Brief) -> None:
    """Say before anything is made what of the brief will have no effect, and what it lacks in one of its languages."""
    from rich.markup import escape

    from graphs import kinds as registry
    from graphs.unread import warnings

    screen = console()
    for line in warnings(registry.load(brief.kind), brief):
        screen.print(f"[cyan]WARN[/]  {escape(line)}")


def run_job(home: Home, as_json: bool, begin: Any) -> Outcome:
    """Run with a display and a clean stop: Ctrl-C once drains, twice stops at once."""
    import asyncio

    from desk.progress import display
    from desk.stop import on_interrupt
    from graphs.runner import Runner

    shown = display(as_json=as_json, console=console())
    runner: Runner = Runner(home, shown)

    async def drive() -> Outcome:
        with on_interrupt(runner, leave=shown.close):
            outcome: Outcome = await begin(runner)
            return outcome

    try:
        return asyncio.run(drive())
    finally:
        shown.close()


def finish(home: Home, outcome: Outcome, out: Path | None, as_json: bool) -> NoReturn:
    """Put the package out where there is one, say how the run ended, and leave with its exit code."""
    from desk.ending import ending
    from graphs.publish import publish, still_out

    published = publish(home, outcome, out) if outcome.status == "done" else still_out(home, outcome)
    ending(outcome, published, console(), as_json=as_json)
    raise typer.Exit(outcome.exit_code)
