"""Checks of the toy that find, miss or break on order: what remakes, drafts and the gate are tested with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.kind import Check, Dossier, Subject
from core.blobs import Read
from core.findings import Finding, Severity


def _flaw_subjects(dossier: Dossier) -> Iterator[Subject]:
    given = dossier.brief.details
    slot, flaw = given.get("flawed", "note.en"), given.get("flaw", "")
    if flaw and slot in dossier.assets:
        seed = dossier.assets[slot].origin.seed
        first = seed == dossier.plan.slot(slot).seed
        yield Subject(slot, {"seed": seed, "bad": first or flaw == "always", "cure": given.get("cure", "avoid")})


def _flaw(subject: Subject, read: Read) -> Sequence[Finding]:
    """A HOLD on the first attempt, or on each; its cure is a word to avoid, another seed, or nothing."""
    given = subject.inputs
    if not given["bad"]:
        return ()
    avoid = (f"word {given['seed']}",) if given["cure"] == "avoid" else ()
    return (
        Finding(
            check="toy.flaw", severity=Severity.HOLD, evidence="flawed", avoid=avoid, again=given["cure"] == "again"
        ),
    )


def _order_subjects(dossier: Dossier) -> Iterator[Subject]:
    wanted = dossier.brief.details.get("unseen", "")
    if wanted == "breaks early":
        raise ValueError("no subjects today")
    yield Subject("note.en", {"wanted": wanted})


def _order(subject: Subject, read: Read) -> Sequence[Finding]:
    if subject.inputs["wanted"] == "breaks":
        raise RuntimeError("the instrument is broken")
    if subject.inputs["wanted"] == "missing":
        return (Finding(check="toy.unseen", severity=Severity.NOT_CHECKED, evidence="no instrument", remedy="Look."),)
    return ()


CHECKS = (
    Check(id="toy.flaw", subjects=_flaw_subjects, look=_flaw),
    Check(id="toy.unseen", subjects=_order_subjects, look=_order),
)
