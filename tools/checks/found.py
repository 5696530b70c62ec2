"""Writing a finding in one line."""

from __future__ import annotations

from typing import Any, Protocol

from core.findings import Finding, Severity


class Say(Protocol):
    """A finding of one check."""

    def __call__(
        self,
        severity: Severity,
        evidence: str,
        remedy: str = "",
        *,
        slot: str = "",
        place: dict[str, Any] | None = None,
    ) -> Finding: ...


def of(check: str, version: int = 1) -> Say:
    """A function that makes this check's findings. Evidence is cut to 300 characters."""

    def say(
        severity: Severity, evidence: str, remedy: str = "", *, slot: str = "", place: dict[str, Any] | None = None
    ) -> Finding:
        return Finding(
            check=check,
            version=version,
            severity=severity,
            slot=slot,
            place=place or {},
            evidence=evidence[:300],
            remedy=remedy,
        )

    return say
