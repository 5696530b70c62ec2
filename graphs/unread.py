"""Fields of a brief that nothing here obeys: a kind that does not read them, and constraints that only a person can judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.kind import Check, Dossier, Kind, Reading, Selective, Subject
from core.blobs import Read
from core.brief import Brief
from core.findings import Finding, Severity
from graphs.constraints import unkept

BANNED = "brand.banned"


def unread(kind: Kind, brief: Brief) -> tuple[str, ...]:
    """Fields that the brief fills and its kind does not look at, such as ``offer`` or ``brand.legal``."""
    deaf = kind.unread if isinstance(kind, Selective) else ()
    if not isinstance(kind, Reading):
        deaf = (*deaf, "sources")
    inferred = {i.field for i in brief.inferred}
    return tuple(field for field in deaf if field not in inferred and _given(brief, field))


def unjudged(kind: Kind, brief: Brief) -> tuple[str, ...]:
    """Constraints that no program here holds to: all but those that ban a word, and those too where the kind bans none."""
    if isinstance(kind, Selective) and BANNED in kind.unread:
        return brief.constraints
    return unkept(brief)


def brief_checks(kind: Kind) -> tuple[Check, ...]:
    """Checks that every kind's review has: what of the brief had no effect is said, and never passes in silence."""

    def fields(job: Dossier) -> Iterator[Subject]:
        for field in unread(kind, job.brief):
            yield Subject("", {"field": field, "kind": kind.name})

    def constraints(job: Dossier) -> Iterator[Subject]:
        for text in unjudged(kind, job.brief):
            yield Subject("", {"constraint": text})

    return (
        Check(id="B1.unread", subjects=fields, look=_unread),
        Check(id="B2.constraint", subjects=constraints, look=_unjudged),
    )


def unread_line(field: str, kind: str) -> str:
    """What to tell of a field without effect."""
    return f"`{field}` is given, and a {kind} does not use it"


def _unread(subject: Subject, read: Read) -> Sequence[Finding]:
    field, kind = subject.inputs["field"], subject.inputs["kind"]
    remedy = "Nothing of it is in this package: take it out of the brief, or say it in a field that is used."
    return (Finding(check="B1.unread", severity=Severity.WARN, evidence=unread_line(field, kind), remedy=remedy),)


def _unjudged(subject: Subject, read: Read) -> Sequence[Finding]:
    text = subject.inputs["constraint"]
    remedy = "Look whether the package keeps it: no program here can tell."
    return (Finding(check="B2.constraint", severity=Severity.NOT_CHECKED, evidence=text[:300], remedy=remedy),)


def _given(brief: Brief, field: str) -> bool:
    part, _, inside = field.partition(".")
    return bool(getattr(getattr(brief, part), inside) if inside else getattr(brief, part))
