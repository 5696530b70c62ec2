"""A person's decision: written down for the content that was seen, before anything else happens, and put into that alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from core.errors import BadInput
from memory.decisions import Decision
from memory.home import Home
from memory.runs import RunState

OPEN = ("waiting", "done", "failed")
"""States in which a person may decide: a gate waits, or a package lies there (a draft above all)."""


def record(
    home: Home, run_id: str, act: Literal["approve", "reject"], *, content: str, person: str, reason: str,
    findings: Sequence[str], first: Callable[[], None],
) -> dict[str, Any]:  # fmt: skip
    """Write a decision down, alone with the run, and give it as the runner takes it.

    Args:
        content: digest of what the person looked at.
        first: what must not be lost when the process dies behind the decision; it may be repeated without harm.

    Raises ``BadInput`` where nothing waits, where it was decided so already, or where the package is no longer what
    the person saw; ``RunBusy`` while another process works on the run. Then nothing was written.
    """
    with home.runs.open(run_id) as run:
        state = run.read_state()
        _refuse(state, latest(home, state), act, content)
        first()
        entry = home.decisions.add(
            run_id, act, person=person, reason=reason, findings=findings, content_digest=content
        )  # fmt: skip
    return told(entry)


def latest(home: Home, state: RunState) -> Decision | None:
    """The newest decision since the run was last begun anew: what was said of an earlier making is over."""
    if not home.decided:
        return None
    since = int(state.extra.get("decided", 0))
    return next((d for d in reversed(home.decisions.list(state.id)) if d.seq > since), None)


def head(home: Home, run_id: str) -> int:
    """Number of the run's last decision so far; 0 where there is none."""
    found = home.decisions.list(run_id) if home.decided else ()
    return found[-1].seq if found else 0


def pending(home: Home, state: RunState, content: str) -> dict[str, Any] | None:
    """The decision that was taken on this very content; ``None`` where there is none."""
    found = latest(home, state)
    return told(found) if found is not None and content and found.content_digest == content else None


def told(entry: Decision) -> dict[str, Any]:
    """A decision as the graph's state holds it, with the content that it is about."""
    return {
        "action": entry.act, "person": entry.person, "reason": entry.reason, "content": entry.content_digest,
    }  # fmt: skip


def _refuse(state: RunState, before: Decision | None, act: str, content: str) -> None:
    again = f"Look again: python main.py review {state.id}"
    if state.status in ("rejected", "refused"):
        what = "this package was turned down" if state.status == "rejected" else "a check turned this package down"
        raise BadInput(what, which=state.id, remedy="Run its brief again for a new one; finished assets are kept.")
    if state.status not in OPEN:
        what = "this run was stopped before it came to a decision"
        raise BadInput(what, which=state.id, remedy=f"Go on with it first: python main.py resume {state.id}")
    if content != state.extra.get("content", content):
        raise BadInput("the package has changed since you looked at it", which=state.id, remedy=again)
    if before is not None and before.content_digest == content and before.act == act:
        raise BadInput(
            "this was decided already", which=f"{before.act} by {before.person}",
            remedy=f"See what came of it: python main.py resume {state.id}",
        )  # fmt: skip
