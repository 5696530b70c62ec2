"""What every command shares: the home it works in, and JSON for machines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from memory.home import Home


def open_home() -> Home:
    """The folder that holds everything remembered."""
    from memory.home import Home, default_root

    return Home(default_root())


def console() -> Console:
    """The screen: words as they are, never broken or coloured by what they look like."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Indented JSON with sorted keys on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str))


def print_line(kind: str, data: dict[str, Any]) -> None:
    """One line of JSON Lines on standard output. ``type`` is ``event``, ``result`` or ``error``; the last two end the output."""
    print(json.dumps({**data, "type": kind}, ensure_ascii=False, sort_keys=True), flush=True)


def tell_error(what: str, which: str, remedy: str, code: int, as_json: bool) -> int:
    """Say an error: in words on standard error, or as a line of type ``error`` on standard output. Gives its exit code."""
    if as_json:
        print_line("error", {"error": what, "which": which, "remedy": remedy, "exit": code})
        return code
    named = f"{what}: {which!r}" if which else what
    print(f"bottega: {named}. {remedy}" if remedy else f"bottega: {named}", file=sys.stderr)
    return code
