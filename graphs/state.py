"""The state of one run: plain JSON, references only, merged by slot id."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict


def merge(left: dict[str, Any] | None, right: dict[str, Any] | None) -> dict[str, Any]:
    """Later values win by key; ``None`` as a value removes its key. Idempotent, so a repeated node does no harm."""
    out = {**(left or {}), **(right or {})}
    return {k: v for k, v in out.items() if v is not None}


class State(TypedDict, total=False):
    """Keys are written by one node each, save ``assets`` and ``failures``, which slots fill side by side."""

    run_id: str
    brief: dict[str, Any]
    options: dict[str, Any]
    plan: dict[str, Any]
    assets: Annotated[dict[str, Any], merge]
    failures: Annotated[dict[str, Any], merge]
    remade: dict[str, Any]
    """Slot to attempt and what to avoid, for slots that a review sent back."""
    round: int
    files: list[dict[str, Any]]
    review: dict[str, Any]
    decision: dict[str, Any]
    package: dict[str, Any]
    status: str
    """The only word on whether a run is finished."""


class Errand(TypedDict):
    """What ``Send`` carries to one ``produce``: a slot and the assets it needs, nothing more."""

    slot: dict[str, Any]
    needs: dict[str, Any]
    attempt: int
    avoid: list[str]
    run_id: str
