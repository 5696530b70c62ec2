"""Many things in one slot: each is a request and an action of its own, so that a change remakes only what it touches."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from agents.deps import Deps, Work
from core.asset import Asset, Blob
from core.canonical import key_of
from core.errors import ToolFailure
from core.requests import Request


async def series(work: Work, deps: Deps, requests: Mapping[str, Request]) -> Asset:
    """One asset for all: part ``ITEM/PART`` for each part of each item, ``facts["items"][ITEM]`` what is known of it.

    An item that cannot be made stands in ``facts["failed"]`` with the reason; its siblings are kept. Raises ``ToolFailure``
    where none could be made.
    """
    made = await asyncio.gather(*(_one(work, deps, name, request) for name, request in requests.items()))
    assets = {name: a for name, a in zip(requests, made, strict=True) if isinstance(a, Asset)}
    failed = {name: str(a) for name, a in zip(requests, made, strict=True) if isinstance(a, ToolFailure)}
    if not assets:
        raise ToolFailure(
            next(iter(failed.values()), "there was nothing to make"), which=work.slot.id, remedy="Run again to retry."
        )
    parts: dict[str, Blob] = {f"{name}/{part}": blob for name, a in assets.items() for part, blob in a.parts.items()}
    facts: dict[str, Any] = {
        "items": {name: {**a.facts, "main": a.main, "alt": a.alt} for name, a in assets.items()},
        "failed": failed,
    }
    return Asset(
        slot=work.slot.id,
        key=key_of({"series": {name: a.key for name, a in assets.items()}}),
        main=next(iter(parts)),
        parts=parts,
        facts=facts,
        origin=next(iter(assets.values())).origin,
    )


async def _one(work: Work, deps: Deps, name: str, request: Request) -> Asset | ToolFailure:
    own = Work(
        slot=work.slot.model_copy(update={"id": f"{work.slot.id}.{name}"[:80]}),
        assets=work.assets,
        attempt=work.attempt,
        avoid=work.avoid,
    )
    try:
        return await deps.make(own, request)
    except ToolFailure as error:
        return error


def digests(asset: Asset, part: str) -> dict[str, str]:
    """Item to the digest of one of its parts, for the items that have it."""
    ending = "/" + part
    return {name.removesuffix(ending): blob.digest for name, blob in asset.parts.items() if name.endswith(ending)}
