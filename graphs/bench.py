"""The scheduler between agents and backends: looks each request up, makes what is missing once, stores it at once.

One worker per backend; light backends run in a thread, hosted ones in a killable child process with a deadline.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any

from agents.deps import Work
from core.asset import Asset, Blob, Origin
from core.blobs import reader
from core.canonical import canonical_json, key_of
from core.errors import MissingBlob
from core.media import MEDIA_TYPES, Media
from core.requests import Request
from core.taste import Taste
from graphs.answers import refuse_broken
from graphs.worker import Drained, Worker
from memory.actions import ActionRecord
from memory.home import Home
from tools import registry
from tools.base import Abilities
from tools.fit import fitted

Emit = Callable[[str, dict[str, Any]], None]
"""Tells an event: kind and data."""


def request_key(request: Request, spec: str, abilities: Abilities) -> str:
    """The asset's name before it exists: request, backend, model and revision."""
    return key_of(
        {
            "request": request.json_dict(),
            "modality": request.modality,
            "backend": spec,
            "model": abilities.model,
            "revision": abilities.revision,
        }
    )


class Bench:
    """Implements ``agents.deps.Deps`` over a home's stores and the backends of a run."""

    def __init__(
        self, home: Home, backends: dict[str, str], *, job: str, emit: Emit, recall: Callable[[str, str], Taste]
    ) -> None:
        self._home = home
        self._backends = backends
        self._job = job
        self._emit = emit
        self._recall = recall
        self._workers: dict[str, Worker] = {}
        self.draining = False
        """Set to stop: work in hand is finished and stored, work not begun raises ``Drained``."""
        self.requests: dict[str, dict[str, Any]] = {}
        """Last request per slot, so that a dry run can say which field changed."""

    def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Pass an event on."""
        self._emit(kind, data)

    def read(self, digest: str) -> bytes:
        return self._home.blobs.get(digest)

    def distrust(self, digest: str) -> None:
        """Look at a stored blob once more in full: an altered one is set aside and so remade."""
        with contextlib.suppress(MissingBlob):
            self._home.blobs.get(digest)

    def taste(self, brand: str, query: str) -> Taste:
        return self._recall(brand, query)

    def cached(self, name: str, inputs: Any, compute: Callable[[], Any]) -> Any:
        """JSON value of a pure step, remembered under its inputs like any asset."""
        key = key_of({"step": name, "inputs": inputs})
        record = self._home.actions.lookup(key)
        if record is not None:
            return record.facts["value"]
        started = time.monotonic()
        value = compute()
        self._home.actions.record(
            ActionRecord(
                key=key, spec=name, request_modality="step", facts={"value": value}, origin=Origin(backend=name),
                seconds=time.monotonic() - started,
            )
        )  # fmt: skip
        return value

    def keep(self, data: bytes) -> str:
        """Store bytes and give their digest."""
        return self._home.blobs.put(data)

    def bundle(
        self, key: str, name: str, build: Callable[[], dict[str, tuple[Blob, str]]]
    ) -> dict[str, tuple[Blob, str]]:
        """Named blobs of one step, each with its slot: from the store, or built now and recorded."""
        record = self._home.actions.lookup(key)
        if record is None:
            made = build()
            record = self._home.actions.record(
                ActionRecord(
                    key=key, spec=name, request_modality="step", parts={path: blob for path, (blob, _) in made.items()},
                    facts={"slots": {path: slot for path, (_, slot) in made.items()}}, origin=Origin(backend=name),
                )
            )  # fmt: skip
        return {path: (blob, record.facts["slots"][path]) for path, blob in record.parts.items()}

    async def make(self, work: Work, request: Request) -> Asset:
        spec, slot = self._backends[request.modality], work.slot.id
        request, abilities = fitted(request, spec, slot), registry.abilities(spec)
        key = request_key(request, spec, abilities)
        self.requests[slot] = {"backend": f"{spec}@{abilities.revision}", **request.json_dict()}
        pinned = self._home.pins.get(self._job, slot)
        if pinned is not None and pinned.key == key:
            self._emit("slot.pinned", {"slot": slot})
            return pinned.model_copy(update={"pinned": True})
        asset = self._lookup(key, slot) or await self._once(key, slot, spec, abilities, request)
        if pinned is None:
            return asset
        # The person's version stands; the new one is kept beside it as a proposal.
        self._emit("slot.proposed", {"slot": slot, "digest": asset.digest()})
        return pinned.model_copy(update={"pinned": True})

    async def _once(self, key: str, slot: str, spec: str, abilities: Abilities, request: Request) -> Asset:
        """Make and store under the key's lock: of several processes that ask for one key, one makes it."""
        async with self._home.actions.lock(key):
            found = self._lookup(key, slot)
            if found is not None:
                return found
            if self.draining:
                raise Drained("stopped on request")
            started = time.monotonic()
            self._emit("slot.started", {"slot": slot, "backend": spec})
            media = await self._submit(spec, abilities, request)
            refuse_broken(media, request, slot)
            seconds = time.monotonic() - started
            asset = self._store(key, slot, spec, abilities, request, media, seconds)
        self._emit("slot.made", {"slot": slot, "key": key, "seconds": round(seconds, 3)})
        return asset

    def peek(self, work: Work, request: Request) -> Asset | None:
        """What ``make`` would find stored, without making anything. Refuses what ``make`` refuses."""
        spec = self._backends[request.modality]
        request, abilities = fitted(request, spec, work.slot.id), registry.abilities(spec)
        self.requests[work.slot.id] = {"backend": f"{spec}@{abilities.revision}", **request.json_dict()}
        pinned = self._home.pins.get(self._job, work.slot.id)
        return pinned or self._lookup(request_key(request, spec, abilities), work.slot.id, tell=False)

    def _lookup(self, key: str, slot: str, *, tell: bool = True) -> Asset | None:
        record = self._home.actions.lookup(key)
        if record is None:
            return None
        if tell:
            self._emit("slot.reused", {"slot": slot, "key": key})
        return Asset(
            slot=slot, key=key, main=record.main, parts=record.parts, facts=record.facts, alt=record.alt,
            origin=record.origin,
        )  # fmt: skip

    def _store(
        self, key: str, slot: str, spec: str, abilities: Abilities, request: Request, media: Media, seconds: float
    ) -> Asset:
        parts = {
            name: Blob(
                digest=self._home.blobs.put(data),
                size=len(data),
                media=MEDIA_TYPES.get(name, "application/octet-stream"),
            )
            for name, data in media.parts.items()
        }
        origin = Origin(
            backend=spec, model=abilities.model, revision=abilities.revision, licence=abilities.licence,
            source_type=abilities.source_type, seed=request.seed, request=key_of(request.json_dict()),
        )  # fmt: skip
        record = ActionRecord(
            key=key, spec=spec, revision=abilities.revision, request_modality=request.modality, parts=parts,
            main=next(iter(parts)), facts=dict(media.facts), alt=media.alt, origin=origin, seconds=seconds,
            inputs=request.inputs(),
        )  # fmt: skip
        self._home.actions.record(record)
        return Asset(
            slot=slot, key=key, main=record.main, parts=parts, facts=dict(media.facts), alt=media.alt, origin=origin
        )

    async def _submit(self, spec: str, abilities: Abilities, request: Request) -> Media:
        worker = self._workers.get(spec)
        if worker is None:
            worker = self._workers[spec] = Worker(
                lambda: self._build(spec, abilities), lambda: self.draining,
                lambda step, error: self._emit("tool.trouble", {"backend": spec, "step": step, "error": str(error)}),
            )  # fmt: skip
        return await worker.make(request)

    def _build(self, spec: str, abilities: Abilities) -> Any:
        root = self._home.blobs.root
        if abilities.hosted:
            from tools.host import ToolHost  # late: a run that finds everything stored starts no host

            return ToolHost(spec, root, deadline=abilities.deadline, memory_mb=abilities.memory_mb)
        return registry.build(spec, reader(root))

    async def close(self) -> None:
        """End workers, hosts and backends."""
        for worker in self._workers.values():
            await worker.close()


def canonical_fields(request: dict[str, Any]) -> dict[str, bytes]:
    """Each field's canonical bytes, for comparing two requests."""
    return {name: canonical_json(value) for name, value in request.items()}
