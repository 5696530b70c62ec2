"""Shows what waits for a person, takes the decision and writes it down before anything else happens."""

from __future__ import annotations

import getpass
import json
from typing import Any, Literal

from rich.console import Console
from rich.markup import escape
from rich.prompt import Confirm, Prompt

from core.errors import BadInput
from desk.tables import findings_lines
from graphs import reasons
from graphs.decided import record
from graphs.history import everything
from memory.home import Home

OPEN = ("BLOCK", "HOLD", "NOT_CHECKED")


def decide(
    home: Home, run_id: str, console: Console, *, approve: bool, reject: bool, reason: str, remember: str, note: str,
    person: str, as_json: bool,
) -> dict[str, Any] | None:  # fmt: skip
    """The decision, already recorded; ``None`` when the person only looked."""
    data = everything(home, run_id)
    status = data["run"]["status"]
    findings = [f for f in (data.get("review") or {}).get("findings", []) if f["severity"] in OPEN]
    if approve and reject:
        raise BadInput("approve and reject cannot both be", remedy="Choose one.")
    if not approve and not reject:
        if as_json:
            print(json.dumps({"run": run_id, "status": status, "findings": findings}, ensure_ascii=False, indent=2))
            return None
        for line in findings_lines(findings) if findings else ("Nothing is open.",):
            console.print(line)
        if not console.is_terminal or status not in ("waiting", "done"):
            return None
        approve = Confirm.ask("Approve the package?", console=console, default=False)
        reject = not approve
        reason = (
            Prompt.ask("Why? (remembered for this brand; empty for nothing)", console=console, default="") or reason
        )
    _refusals(approve, data)
    who = person or _me()
    act: Literal["approve", "reject"] = "approve" if approve else "reject"
    read = reasons.read(home, data, act, note or reason, remember, who)
    done = record(
        home, run_id, act, person=who, reason=reason, findings=[f"{f['check']}:{f['slot']}" for f in findings],
        content=data["run"]["extra"].get("content", ""), first=lambda: reasons.remember(home, read),
    )  # fmt: skip
    if not as_json:
        _told(read, act, console)
    return done


def _refusals(approve: bool, data: dict[str, Any]) -> None:
    blocked = [f for f in (data.get("review") or {}).get("findings", []) if f["severity"] == "BLOCK"]
    if approve and blocked:
        raise BadInput(
            "a blocked package cannot be approved", which=blocked[0]["check"],
            remedy=blocked[0]["remedy"] or "Change the brief, or put your own version in with `edit`.",
        )  # fmt: skip


def _told(read: reasons.Reason, act: str, console: Console) -> None:
    """What the next run for this brand will obey, and what it cannot."""
    for note in read.notes:
        if note.kind != "feedback":
            console.print(f"Remembered for {escape(read.about)}: {note.kind} [bold]{escape(note.text)}[/]")
        elif act == "reject":
            console.print(
                f"[yellow]Not understood[/], so the next run for {escape(read.about)} makes another proposal and asks a person "
                f"to look: {escape(note.text)}"
            )


def _me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"
