"""Figures, places and names as a report words them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.export.package_zip import safe_name


def anchor(*parts: str) -> str:
    return "-".join(safe_name(re.sub(r"[._]", "-", part), 60) for part in parts)


def size(n: int) -> str:
    for unit, step in (("MB", 10**6), ("kB", 10**3)):
        if n >= step:
            return f"{n / step:.1f} {unit}"
    return f"{n} B"


def clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}" if whole >= 60 else f"{seconds:.1f} s"


def place(place: dict[str, Any], ui: Mapping[str, str]) -> str:
    """Where a finding lies, in the words of a report."""
    if "time" in place:
        return ui["at_time"].format(*place["time"])
    if "box" in place:
        return ui["at_box"].format(*place["box"][:2])
    if "span" in place:
        return ui["at_span"].format(*place["span"])
    return str(place.get("file", ""))
