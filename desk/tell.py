"""What every command shares: the home it works in, and JSON for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memory.home import Home


def open_home() -> Home:
    """The folder that holds everything remembered."""
    from memory.home import Home, default_root

    return Home(default_root())


def print_json(value: Any) -> None:
    """Indented JSON with sorted keys on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str))
