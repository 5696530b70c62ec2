"""The editor's second half: checks run, what broke is said, and slots that another making may mend go back, so many times and no more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from agents.deps import Deps
from agents.kind import Check, Dossier, Subject
from core.findings import Finding, Review, Severity


def review(dossier: Dossier, checks: Sequence[Check], round_number: int, deps: Deps) -> Review:
    """Run every check once per subject. One that breaks is ``NOT_CHECKED`` and ``crashed``, never a pass."""
    findings: list[Finding] = []
    for check in checks:
        try:
            subjects = list(check.subjects(dossier))
        except Exception as error:  # noqa: BLE001 - any fault of a check must become a verdict
            findings.append(_not_checked(check, "", error))
            continue
        for subject in subjects:
            findings += _verdict(check, subject, deps)
    return Review(round=round_number, findings=tuple(findings), checks=tuple(c.id for c in checks))


def with_failures(found: Review, failures: dict[str, Any]) -> Review:
    """The review with a HOLD for each slot that could not be made."""
    lost = tuple(
        Finding(
            check="R1.made", severity=Severity.HOLD, slot=slot, evidence=str(why.get("what", "")),
            remedy=str(why.get("remedy") or "Run `resume` to try this slot again."),
        )
        for slot, why in sorted(failures.items())
    )  # fmt: skip
    return found.model_copy(update={"findings": lost + found.findings})


def with_open_reasons(found: Review, recalled: Sequence[dict[str, Any]]) -> Review:
    """The review with each remembered reason for a rejection that no rule could be made of: only a person can tell whether it is met."""
    reasons = tuple(
        Finding(
            check="R2.reasons", severity=Severity.NOT_CHECKED, evidence=f"not understood, a person must look: {note['text']}"[:300],
            remedy=f"Look whether it is met and approve the package; `python main.py memory forget {note['id'][:12]}` once it is settled.",
        )
        for note in recalled
        if note.get("rule") and note["kind"] == "feedback"
    )  # fmt: skip
    return found.model_copy(update={"findings": found.findings + reasons})


def _verdict(check: Check, subject: Subject, deps: Deps) -> list[Finding]:
    def look() -> list[dict[str, Any]]:
        return [f.json_dict() for f in check.look(subject, deps.read)]

    try:
        found = deps.cached(f"check:{check.id}@{check.version}", subject.inputs, look)
        return [Finding(**{**f, "slot": f["slot"] or subject.slot}) for f in found]
    except Exception as error:  # noqa: BLE001 - any fault of a check must become a verdict
        return [_not_checked(check, subject.slot, error)]


def _not_checked(check: Check, slot: str, error: Exception) -> Finding:
    return Finding(
        check=check.id,
        version=check.version,
        severity=Severity.NOT_CHECKED,
        slot=slot,
        evidence=f"the check could not run: {type(error).__name__}: {error}"[:300],
        remedy="Mend what it names (`python main.py doctor`) and make the brief again, which makes nothing else anew; or look at it by hand.",
        crashed=True,
    )


def remakes(found: Review, remade: dict[str, Any], pinned: Collection[str] = ()) -> dict[str, Any]:
    """Slots to make again, with what to avoid: those of findings that a remake can mend.

    A finding that names nothing to avoid is worth one other seed; ``pinned`` slots are a person's own and stay.
    """
    wanted: dict[str, Any] = {}
    for finding in found.open(Severity.BLOCK, Severity.HOLD):
        mendable = finding.avoid or (finding.again and finding.slot not in remade)
        if not finding.slot or finding.slot in pinned or not mendable:
            continue
        before = wanted.get(finding.slot) or remade.get(finding.slot, {"attempt": 0, "avoid": []})
        avoid = [*before["avoid"], *(a for a in finding.avoid if a not in before["avoid"])]
        attempt = remade.get(finding.slot, {"attempt": 0})["attempt"] + 1
        wanted[finding.slot] = {"attempt": attempt, "avoid": avoid, "because": finding.check}
    return wanted
