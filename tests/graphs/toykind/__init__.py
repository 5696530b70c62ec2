"""A fourth, toy kind: one folder, nothing else to touch. A note, its card, a tune and a reel of both."""

from __future__ import annotations

import json
from collections.abc import Iterator

from agents.kind import Check, Dossier, Member, Subject
from core.blobs import Read
from core.brief import Brief
from core.findings import Finding, Severity
from core.model import Frozen
from core.plan import Plan, Slot
from core.taste import Taste
from tests.graphs.toykind import flaws


class Details(Frozen):
    """Options of the toy."""

    cards: int = 3
    open_finding: str = ""
    flaw: str = ""
    """``once`` or ``always``: what ``toy.flaw`` finds on the slot ``flawed``, with ``cure`` (avoid, again or none)."""
    flawed: str = "note.en"
    cure: str = "avoid"
    unseen: str = ""
    """``missing``, ``breaks`` or ``breaks early``: what becomes of ``toy.unseen``."""
    mend: bool = False
    """The first note has a fault that a remake mends."""


def _draft(brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
    details = Details.model_validate(brief.details)
    facts = [{"id": f.id, "text": f.text} for f in brief.facts]
    avoid = [*brief.brand.banned, *taste.rejected]
    slots = [
        Slot(
            id="note.en",
            modality="text",
            agent="writer",
            role="note",
            language="en",
            spec={"product": brief.product, "count": 1} | ({"avoid": avoid} if avoid else {}),
        ),
        Slot(
            id="proof.en",
            modality="text",
            agent="writer",
            role="proof",
            language="en",
            spec={"facts": facts, "count": 1},
        ),
    ]
    for i in range(details.cards):
        slots.append(
            Slot(
                id=f"more.{i}", modality="text", agent="writer", role="more", language="en", needs=("note.en", "proof.en"),
                spec={"brand": brief.brand.name, "count": 1, "limit": i + 1},
            )
        )  # fmt: skip
    bed = {"mood": "warm", "seconds": 5}
    slots.append(Slot(id="music", modality="music", agent="composer", role="bed", spec=bed, seed=brief.seed))
    slots.append(Slot(id="mix.en", modality="sound", agent="composer", role="mix", needs=("music",), language="en"))
    return Plan(kind="toy", title=brief.title, slots=tuple(slots))


def _subjects(dossier: Dossier) -> Iterator[Subject]:
    for slot, asset in dossier.assets.items():
        details, note = Details.model_validate(dossier.brief.details), slot == "note.en"
        wanted = {"severity": details.open_finding if note else "", "mend": details.mend and note}
        yield Subject(slot=slot, inputs={"digest": asset.digest(), **wanted})


def _look(subject: Subject, read: Read) -> tuple[Finding, ...]:
    if not read(subject.inputs["digest"]):
        return (Finding(check="toy.empty", severity=Severity.BLOCK, evidence="no bytes"),)
    if subject.inputs["mend"] and b"mended" not in read(subject.inputs["digest"]):
        return (Finding(check="toy.look", severity=Severity.HOLD, evidence="the first try", avoid=("first",)),)
    if subject.inputs["severity"]:
        return (Finding(check="toy.look", severity=Severity(subject.inputs["severity"]), evidence="asked for"),)
    return ()


class _Toy:
    name = "toy"
    summary = "A toy, for tests."
    version = 1
    details = Details
    checks = (Check(id="toy.look", subjects=_subjects, look=_look), *flaws.CHECKS)

    def draft(self, brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
        return _draft(brief, taste, able)

    def build(self, dossier: Dossier) -> Iterator[Member]:
        for slot, asset in sorted(dossier.assets.items()):
            yield Member(path=f"assets/{slot}.{asset.main}", data=asset.digest(), slot=slot)
        yield Member(path="list.json", data=json.dumps(sorted(dossier.assets)).encode())


KIND = _Toy()
