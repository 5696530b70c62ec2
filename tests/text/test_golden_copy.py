"""Copy that a person can read: three briefs in every role. ``GOLDEN=write`` writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.text.briefs import BRIEFS, ROLES, Brief, request, written

_FOLDER = Path(__file__).parent / "golden"


def _readable(brief: Brief) -> str:
    parts = [f"{brief.product} ({brief.language})"]
    spoken: tuple[str, ...] = ()
    for role in ROLES:
        copy = written(request(brief, role, context=spoken if role == "onscreen" else ()))
        spoken = tuple(p.text for p in copy.pieces) if role == "script" else spoken
        parts.append(f"== {role} ==\n" + "\n".join(f"[{p.idea}] {p.text}" for p in copy.pieces))
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize("name", ["boulder", "teahouse", "oneliner"])
def test_copy_reads_as_it_did(name: str) -> None:
    brief = next(b for b in BRIEFS if b.name == name)
    path = _FOLDER / f"{name}.txt"
    text = _readable(brief)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "read both; if the new one is better, run with GOLDEN=write"
