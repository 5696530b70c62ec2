"""Which modalities can run on this machine, found without loading an engine."""

from __future__ import annotations

from importlib.util import find_spec

from core.vocab import MODALITIES

NEEDS = {"speech:embedded": "espeakng_loader"}
"""Backends whose engine is an optional package, by the package's name."""


def able(backends: dict[str, str]) -> frozenset[str]:
    """Modalities whose backend has what it needs."""
    return frozenset(m for m in MODALITIES if not (package := NEEDS.get(backends[m])) or find_spec(package) is not None)
