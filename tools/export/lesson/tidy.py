"""Text made fit for one line of an Office file."""

from __future__ import annotations

import re
from typing import Final

from tools.export.ooxml import plain

_SPACE: Final = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")


def tidy(text: str) -> str:
    """One line that XML can hold, its spaces single; no-break spaces stay."""
    return _SPACE.sub(" ", plain(text)).strip()
