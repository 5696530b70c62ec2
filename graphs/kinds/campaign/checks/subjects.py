"""Which assets of a campaign a check looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from agents.kind import Check, Dossier, Subject
from core.asset import Asset
from core.findings import Finding

Found = Sequence[Finding]


def check(name: str, subjects: Callable[[Dossier], Iterator[Subject]], look: Any, *, version: int = 1) -> Check:
    """A check by its id. ``version`` goes up when its verdict on the same inputs changes."""
    return Check(id=name, subjects=subjects, look=look, version=version)


def assets(job: Dossier, *heads: str) -> Iterator[tuple[str, Asset]]:
    """Slot and asset of every slot whose name begins with one of ``heads``."""
    for slot, asset in job.assets.items():
        if slot.split(".")[0] in heads:
            yield slot, asset


def texts(job: Dossier) -> Iterator[tuple[str, str, Asset]]:
    """Slot, language and asset of every text."""
    for slot, asset in job.assets.items():
        if "json" in asset.parts:
            yield slot, slot.rsplit(".", 1)[-1], asset
