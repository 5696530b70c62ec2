"""Many cases to one start of a client: a browser, or Microsoft's validator, costs more to start than a case costs to run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.needs import CLIENTS, node

Seen = dict[str, Any]


def browsed(client: str, cases: Sequence[Mapping[str, Any]], folder: Path) -> list[Seen]:
    """What a browser client saw of each case, in their order. A case that broke is ``{"fault": why}`` and breaks no other."""
    (folder / "cases.json").write_text(json.dumps(cases), "utf-8")
    return _told(client, len(cases), str(folder / "cases.json"))


def slides(addresses: Sequence[str]) -> list[Seen]:
    """For each page of slides the boxes that run over (``over``), script errors, and how many slides were drawn."""
    return _told("slides.mjs", len(addresses), *addresses)


def validated(files: Mapping[str, bytes], folder: Path) -> dict[str, Seen]:
    """What Microsoft's Open XML SDK says of each file by its name: ``ok`` and ``errors``."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    told = _told("ooxml.mjs", len(files), *(str(folder / name) for name in files))
    assert [Path(one["file"]).name for one in told] == list(files), "each file was looked at"
    return dict(zip(files, told, strict=True))


def _told(client: str, count: int, *arguments: str) -> list[Seen]:
    done = node(str(CLIENTS / client), *arguments, timeout=600)
    assert done.returncode == 0, done.stderr[-1500:]
    found: list[Seen] = json.loads(done.stdout)
    assert len(found) == count, "each case was played"
    return found
