"""What a kind of deliverable gives to the house. Agents are handed one; they never import one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, runtime_checkable

from pydantic import BaseModel

from core.asset import Asset
from core.blobs import Read
from core.brief import Brief, Fact
from core.findings import Finding
from core.plan import Plan
from core.taste import Taste


@dataclass(frozen=True)
class Dossier:
    """All that a check or a build may look at: the job and what was made, by reference."""

    brief: Brief
    plan: Plan
    assets: Mapping[str, Asset]
    files: Mapping[str, str]
    """Package path to blob digest; empty before assembly."""
    read: Read


@dataclass(frozen=True)
class Subject:
    """What one check looks at. ``inputs`` is all that its verdict may depend on, so that it can be remembered."""

    slot: str
    inputs: dict[str, Any]


@dataclass(frozen=True)
class Check:
    """One property. Where it says ``NOT_CHECKED`` the package is a draft; where it breaks, the gate asks a person."""

    id: str
    subjects: Callable[[Dossier], Iterator[Subject]]
    look: Callable[[Subject, Read], Sequence[Finding]]
    version: int = 1


@dataclass(frozen=True)
class Member:
    """One file of a package: bytes just built, or a part of an asset by digest."""

    path: str
    data: bytes | str
    slot: str = ""


class Gap(NamedTuple):
    """A field that a brief leaves open, what to ask, and what its own words suggest."""

    field: str
    question: str
    suggestion: str
    because: str


@runtime_checkable
class Asking(Protocol):
    """A kind that asks for other things than the planner does by itself."""

    def gaps(self, brief: Brief) -> tuple[Gap, ...]:
        """What a person may be asked, each with what the brief's own words suggest; nothing beyond them."""
        ...


@runtime_checkable
class Reading(Protocol):
    """A kind that is made from the brief's ``sources``: they are gated and stored before the run."""

    reads_sources: bool


@runtime_checkable
class Selective(Protocol):
    """A kind that does not look at all of a brief: what is given in vain is told."""

    unread: tuple[str, ...]
    """Fields without effect, such as ``offer`` or ``brand.legal``."""


@runtime_checkable
class Reporting(Protocol):
    """A kind that has more to tell in the report than its brief."""

    def report_facts(self, dossier: Dossier) -> tuple[Fact, ...]:
        """Rows of the report's facts: what ``id`` names, what it says, where that is from."""
        ...


class Kind(Protocol):
    """One folder in ``graphs/kinds`` gives one of these as ``KIND``."""

    name: str
    summary: str
    version: int
    """Raised when ``build`` gives other bytes for the same assets."""
    details: type[BaseModel]
    """Model of ``brief.details``."""
    checks: Sequence[Check]

    def draft(self, brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
        """The plan, made with no model. ``able`` names the modalities that can run on this machine."""
        ...

    def build(self, dossier: Dossier) -> Iterator[Member]:
        """The files of the package, apart from manifest, report and archive."""
        ...
