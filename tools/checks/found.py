"""Writing a finding in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from core.findings import Finding, Severity

OWN: Final = "Put your own version in its place with `edit`; the same request would only give the same again."
"""Remedy of what no other seed mends: a shape, a length, a cue. The engine that made it is at fault."""
SEED: Final = "Another seed was tried once, where a round was left. Put your own version in its place with `edit`, or take another --seed."
"""Remedy of what the review sends back once by itself (``Finding.again``)."""


@dataclass(frozen=True)
class Say:
    """Makes one check's findings. Evidence is cut to 300 characters."""

    check: str
    version: int = 1

    def __call__(
        self, severity: Severity, evidence: str, remedy: str = "", *, slot: str = "",
        place: dict[str, Any] | None = None, again: bool = False,
    ) -> Finding:  # fmt: skip
        return Finding(
            check=self.check, version=self.version, severity=severity, slot=slot, place=place or {}, evidence=evidence[:300],
            remedy=remedy, again=again,
        )  # fmt: skip
