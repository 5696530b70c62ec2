"""What an agent may lean on. It never sees a backend, a store or a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from core.asset import Asset
from core.plan import Slot
from core.requests import Request
from core.taste import Taste


@dataclass(frozen=True)
class Work:
    """One slot to make, the assets it needs, and what a review wants changed about it."""

    slot: Slot
    assets: Mapping[str, Asset] = field(default_factory=dict)
    attempt: int = 0
    avoid: tuple[str, ...] = ()

    def need(self, role: str, language: str = "") -> Asset:
        """The needed asset whose slot id starts with ``role`` (and ends with the language)."""
        for slot_id, asset in self.assets.items():
            head, _, _ = slot_id.partition(".")
            if head == role and (not language or slot_id.endswith("." + language)):
                return asset
        raise KeyError(role)

    @property
    def seed(self) -> int:
        """The slot's seed, another one for each attempt."""
        return (self.slot.seed + 7919 * self.attempt) & 0x7FFFFFFF


class Deps(Protocol):
    """The scheduler and the stores as agents see them."""

    async def make(self, work: Work, request: Request) -> Asset:
        """The asset for a request: from the store, or made now and stored before this returns."""
        ...

    def read(self, digest: str) -> bytes:
        """Bytes of a stored part; raises ``MissingBlob``."""
        ...

    def taste(self, brand: str, query: str) -> Taste:
        """What memory holds for this brand and job."""
        ...

    def cached(self, name: str, inputs: Any, compute: Any) -> Any:
        """``compute()`` (JSON-able), or what it gave the last time for the same ``inputs``."""
        ...
