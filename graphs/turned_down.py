"""What people decided before about the same content: a package that was turned down is not put out again unasked."""

from __future__ import annotations

from datetime import UTC, datetime

from core.findings import Finding, Review, Severity
from memory.decisions import Decision
from memory.home import Home

CHECK = "R2.turned_down"


def look_back(home: Home, found: Review) -> Review:
    """The review with a HOLD where the last decision on this very content was to turn it down."""
    last = _last(home, found.content)
    if last is None or last.act != "reject":
        return found
    when = datetime.fromtimestamp(last.at, UTC).date().isoformat()
    because = f" because: {last.reason}" if last.reason else ""
    unchanged = Finding(
        check=CHECK, severity=Severity.HOLD, evidence=f"unchanged since it was turned down on {when} by {last.person}{because}"[:300],
        remedy="Change the brief, take another --seed, or say what to avoid (`review --reject --reason`, `memory add`); approve it if you have changed your mind.",
    )  # fmt: skip
    return found.model_copy(update={"findings": (unchanged, *found.findings)})


def _last(home: Home, content: str) -> Decision | None:
    if not home.decided or not content:
        return None
    return next((d for d in reversed(home.decisions.list()) if d.content_digest == content), None)
