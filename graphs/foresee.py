"""What a run would make, reuse, and why: the agents are asked, nothing is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agents.deps import Work
from core.asset import Asset
from core.errors import BottegaError, ToolFailure
from core.plan import Plan, Slot
from core.requests import Request
from graphs.bench import Bench, canonical_fields
from graphs.production import AGENTS


@dataclass(frozen=True)
class Prospect:
    """One slot's fate: ``made``, ``reused``, ``pinned`` or ``refused`` (its backend cannot), and the reason."""

    slot: str
    fate: Literal["made", "reused", "pinned", "refused"]
    why: str


class _WouldMake(BottegaError):
    pass


class _Probe:
    """Deps that look but never make."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.read = bench.read
        self.taste = bench.taste
        self.cached = bench.cached

    async def make(self, work: Work, request: Request) -> Asset:
        found = self._bench.peek(work, request)
        if found is None:
            raise _WouldMake(work.slot.id)
        return found


async def foresee(plan: Plan, bench: Bench, before: Mapping[str, dict[str, Any]]) -> tuple[Prospect, ...]:
    """Every slot's fate, in the order of making. ``before`` holds the last run's request of each slot."""
    assets: dict[str, Asset] = {}
    probe = _Probe(bench)
    out: list[Prospect] = []
    refused: set[str] = set()
    for slot in plan.order():
        if lost := [need for need in slot.needs if need in refused]:
            refused.add(slot.id)
            out.append(Prospect(slot.id, "refused", f"it needs {_few(lost)}"))
            continue
        missing = [need for need in slot.needs if need not in assets]
        if missing:
            out.append(Prospect(slot.id, "made", f"unless {_few(missing)} comes out the same"))
            continue
        try:
            update = await AGENTS[slot.agent](Work(slot=slot, assets={n: assets[n] for n in slot.needs}), probe)
        except _WouldMake:
            out.append(Prospect(slot.id, "made", _why(slot, bench.requests.get(slot.id, {}), before.get(slot.id))))
            continue
        except ToolFailure as error:
            refused.add(slot.id)
            out.append(Prospect(slot.id, "refused", str(error)))
            continue
        asset = Asset.model_validate(update["assets"][slot.id])
        assets[slot.id] = asset
        out.append(Prospect(slot.id, "pinned" if asset.pinned else "reused", "yours" if asset.pinned else "stored"))
    return tuple(out)


def _few(slots: list[str]) -> str:
    return ", ".join(slots) if len(slots) < 3 else f"{slots[0]} and {len(slots) - 1} more"


def _why(slot: Slot, now: dict[str, Any], before: dict[str, Any] | None) -> str:
    if before is None:
        return "new"
    one, two = canonical_fields(now), canonical_fields(before)
    changed = sorted(name for name in {*one, *two} if one.get(name) != two.get(name))
    return f"changed: {', '.join(changed)}" if changed else "no longer stored"
