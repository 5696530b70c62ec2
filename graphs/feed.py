"""What goes into a graph that stopped: a person's decision, a retry of what failed, or nothing."""

from __future__ import annotations

from typing import Any

from langgraph.types import Command

from core.errors import BadInput
from graphs.decided import pending
from graphs.package import content_of
from memory.home import Home
from memory.runs import Run


async def go_on(app: Any, config: Any, home: Home, run: Run, decision: dict[str, Any] | None) -> Command[Any] | None:
    """Prepare the graph to go on, and give what to feed it.

    Without a ``decision`` the one on record counts, if it is about the content that lies there now: a crash may have
    come between the record and the graph. Raises ``BadInput`` for a decision on other content, or where none is asked.
    """
    snapshot = await app.aget_state(config)
    waiting, done = _waiting(snapshot), snapshot.values.get("status") == "done"
    now = content_of(snapshot.values.get("files", []))
    if decision is None and (waiting or done):
        decision = pending(home, run.read_state(), now)
    if decision is not None:
        if decision.get("content", "") not in ("", now):
            again = f"Look again: python main.py review {run.id}"
            raise BadInput("the decision is about another state of this package", which=run.id, remedy=again)
        if waiting:
            return _resume(waiting[0], decision)
        if not done:
            raise BadInput("this run does not wait for a decision", which=run.id, remedy="Resume it first.")
        if snapshot.values.get("decision") != _plain(decision):
            await app.aupdate_state(config, {"decision": _plain(decision)}, as_node="gate")
        return None
    failures = snapshot.values.get("failures", {})
    if waiting and failures:
        await app.aupdate_state(config, {"failures": dict.fromkeys(failures)}, as_node="remake")
    return None


def answer(snapshot: Any, home: Home, run: Run) -> Command[Any] | None:
    """The decision on record for the gate that waits now; ``None`` where nothing waits or nothing was decided."""
    waiting = _waiting(snapshot)
    found = pending(home, run.read_state(), content_of(snapshot.values.get("files", []))) if waiting else None
    return None if found is None else _resume(waiting[0], found)


def _waiting(snapshot: Any) -> list[Any]:
    return [i for task in snapshot.tasks for i in task.interrupts]


def _resume(gate: Any, decision: dict[str, Any]) -> Command[Any]:
    return Command(resume={gate.id: _plain(decision)})


def _plain(decision: dict[str, Any]) -> dict[str, Any]:
    """The decision without the name of the content it is about, which the package's digest says already."""
    return {k: v for k, v in decision.items() if k != "content"}
