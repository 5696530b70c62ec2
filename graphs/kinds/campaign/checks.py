"""The campaign's checks: which property is looked at on which asset."""

from __future__ import annotations

from agents.kind import Check

CHECKS: tuple[Check, ...] = ()
