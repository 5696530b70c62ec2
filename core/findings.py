"""What a check says."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from core.canonical import key_of
from core.model import Frozen


class Severity(StrEnum):
    """From worst to mildest; ``NOT_CHECKED`` could not run and is never a pass."""

    BLOCK = "BLOCK"
    HOLD = "HOLD"
    NOT_CHECKED = "NOT_CHECKED"
    WARN = "WARN"
    INFO = "INFO"


class Finding(Frozen):
    """One property that does not hold, or could not be looked at."""

    check: str
    version: int = 1
    severity: Severity
    slot: str = ""
    blob: str = ""
    place: dict[str, Any] = {}
    """Where: ``{"span": [a, b]}``, ``{"box": [x, y, w, h]}``, ``{"time": [a, b]}`` or ``{"file": path}``."""
    evidence: str = ""
    remedy: str = ""
    avoid: tuple[str, ...] = ()
    """Words or lines that a remake must not use."""
    again: bool = False
    """Making the slot once more, with another seed, may mend it."""
    crashed: bool = False
    """The check itself broke, so that nobody knows: a person is asked, as for a HOLD."""

    @property
    def id(self) -> str:
        """Stable name of this finding: same check, slot, blob and place."""
        return key_of([self.check, self.version, self.slot, self.blob, self.place, self.evidence])[:12]


class Review(Frozen):
    """A round of findings over one set of assets."""

    round: int
    findings: tuple[Finding, ...] = ()
    checks: tuple[str, ...] = ()
    """Every check that was asked, found something or not."""
    content: str = ""
    """Digest of the package's content that was looked at, before report and manifest."""

    def open(self, *severities: Severity) -> tuple[Finding, ...]:
        """Findings of those severities."""
        return tuple(f for f in self.findings if f.severity in severities)

    def holding(self) -> tuple[Finding, ...]:
        """What the gate asks a person about: each HOLD, and each check that broke."""
        return tuple(f for f in self.findings if f.severity is Severity.HOLD or f.crashed)
