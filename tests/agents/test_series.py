"""Many requests in one slot: each an action of its own, failures apart from what was made."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from agents.deps import Work
from agents.series import digests, series
from core.asset import Asset, Blob, Origin
from core.errors import ToolFailure
from core.plan import Slot
from core.requests import ImageRequest, Request
from tests.lessonkit import LOOK


class Shelf:
    """Deps that hand out a small asset, or fail for a subject named "bad"."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def make(self, work: Work, request: Request) -> Asset:
        self.asked.append(work.slot.id)
        if getattr(request, "subject", "") == "bad":
            raise ToolFailure("cannot be drawn", which=work.slot.id)
        blob = Blob(digest="0" * 64, size=1, media="image/png")
        return Asset(
            slot=work.slot.id,
            key=work.slot.id,
            main="png",
            parts={"png": blob},
            facts={"width": 8},
            alt="x",
            origin=Origin(backend="image:toy"),
        )


def run(subjects: list[str]) -> tuple[Asset, Shelf]:
    shelf: Any = Shelf()
    work = Work(slot=Slot(id="diagrams.1", modality="image", agent="illustrator", role="lesson"))
    requests: dict[str, Request] = {s: ImageRequest(subject=s, width=16, height=16, direction=LOOK) for s in subjects}
    return asyncio.run(series(work, shelf, requests)), shelf


def test_each_item_is_a_slot_of_its_own() -> None:
    asset, shelf = run(["hills", "sea"])
    assert shelf.asked == ["diagrams.1.hills", "diagrams.1.sea"]
    assert digests(asset, "png") == {"hills": "0" * 64, "sea": "0" * 64}
    assert asset.facts["items"]["sea"] == {"width": 8, "main": "png", "alt": "x"} and asset.slot == "diagrams.1"


def test_a_failed_item_is_told_and_its_siblings_are_kept() -> None:
    asset, _ = run(["hills", "bad"])
    assert list(digests(asset, "png")) == ["hills"] and "cannot be drawn" in asset.facts["failed"]["bad"]


def test_nothing_made_is_a_failure() -> None:
    with pytest.raises(ToolFailure, match="cannot be drawn"):
        run(["bad"])
