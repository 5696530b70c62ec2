"""What will be made: slots as a directed acyclic graph, checked when it is built."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from core.model import Frozen
from core.vocab import Modality


class Slot(Frozen):
    """One thing to make. ``spec`` is everything its maker may look at, besides the assets it needs."""

    id: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=80)
    modality: Modality
    agent: str
    """Who makes it: writer, illustrator, composer or editor."""
    role: str
    spec: dict[str, Any] = {}
    needs: tuple[str, ...] = ()
    language: str = ""
    seed: int = 1


class Plan(Frozen):
    """The frozen plan of a run. Raises ``ValueError`` on a doubled id, a dangling need or a cycle."""

    kind: str
    title: str
    slots: tuple[Slot, ...]
    message: dict[str, Any] = {}
    """The message house: promise, proofs, offer, call to action; what the report shows."""
    direction: dict[str, Any] = {}
    recalled: tuple[dict[str, Any], ...] = ()
    """Memory notes that shaped this plan: id, text, effect."""

    @model_validator(mode="after")
    def _is_dag(self) -> Plan:
        by_id = {slot.id: slot for slot in self.slots}
        if len(by_id) != len(self.slots):
            raise ValueError("two slots share one id")
        for slot in self.slots:
            for need in slot.needs:
                if need not in by_id:
                    raise ValueError(f"slot {slot.id!r} needs {need!r}, which is not in the plan")
        self.order()
        return self

    def slot(self, slot_id: str) -> Slot:
        """The slot of that id; ``KeyError`` if there is none."""
        for slot in self.slots:
            if slot.id == slot_id:
                return slot
        raise KeyError(slot_id)

    def order(self) -> tuple[Slot, ...]:
        """Slots so that each stands after all it needs; ties keep the plan's order."""
        done: set[str] = set()
        left = list(self.slots)
        out: list[Slot] = []
        while left:
            ready = [s for s in left if done.issuperset(s.needs)]
            if not ready:
                raise ValueError(f"slots need each other in a circle: {sorted(s.id for s in left)}")
            out += ready
            done.update(s.id for s in ready)
            left = [s for s in left if s.id not in done]
        return tuple(out)

    def downstream(self, slot_ids: set[str]) -> set[str]:
        """Those slots and every slot that needs one of them, directly or not."""
        found = set(slot_ids)
        for slot in self.order():
            if found.intersection(slot.needs):
                found.add(slot.id)
        return found
