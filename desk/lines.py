"""A run's events in words, one line each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LINES: dict[str, Callable[[dict[str, Any]], str]] = {
    "slot.started": lambda d: f"making  {d['slot']}",
    "slot.made": lambda d: f"made    {d['slot']} in {d['seconds']:.1f} s",
    "slot.reused": lambda d: f"reused  {d['slot']}",
    "slot.pinned": lambda d: f"yours   {d['slot']}",
    "slot.proposed": lambda d: f"kept    {d['slot']}: yours stands, a new version is proposed",
    "slot.failed": lambda d: f"failed  {d['slot']}: {d['error']}",
    "plan": lambda d: f"plan    {d['slots']} assets",
    "review": lambda d: f"review  {d['findings']} findings",
    "remake": lambda d: f"remake  {', '.join(d['slots'])}",
    "tool.trouble": lambda d: f"{d['step']:8}{d['backend']}: {d['error']}",
    "healing": lambda d: f"heal    {', '.join(d['slots'])}: stored bytes were damaged, making them again",
    "checkpoints": lambda d: f"note    checkpoints {d['state']}: beginning anew over the stored assets",
}
"""Event kind to the line that tells it; kinds without one are not shown."""


def line_of(kind: str, data: dict[str, Any]) -> str:
    """The line that tells an event; empty where none does."""
    return LINES[kind](data) if kind in LINES else ""
