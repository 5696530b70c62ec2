"""Characters made plain: composed forms, one kind of space, no marks that hide or reorder words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NAMED: Final = {"ǆ": "dž", "ĳ": "ij", "Ĳ": "IJ"}
_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c\x85]")
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, soft hyphens, directional overrides, tag characters: without ink, and able to hide words or turn them round.
The joiners U+200C and U+200D stay, since Persian and emoji need them; U+FFFD goes, since it says nothing."""
_RUNS: Final = re.compile(r" {2,}")
_PILE: Final = re.compile(r"([̀-ͯ҃-҉᷀-᷿⃐-⃿]{4})[̀-ͯ҃-҉᷀-᷿⃐-⃿]+")
"""More than four marks on a letter are no language's."""
_TABLE: Final = str.maketrans({**_LIGATURES, **_NAMED, "\r": "\n", "\u2028": "\n", "\u2029": "\n"})


def plain(text: str, *, keep_lines: bool = False) -> str:
    """``text`` in NFC on one line (or on its own lines), single spaces, no hidden characters, ligatures taken apart.

    Never longer than the input but for ligatures and composition; line ends become ``\\n`` or a space.
    """
    text = _HIDDEN.sub("", _SPACES.sub(" ", text.replace("\r\n", "\n").translate(_TABLE)))
    text = unicodedata.normalize("NFC", _PILE.sub(r"\1", text))
    if not keep_lines:
        return _RUNS.sub(" ", text.replace("\n", " ")).strip()
    lines = (line.rstrip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def row(cells: list[str]) -> str:
    """A table's row: cells made plain, parted by tabs."""
    return "\t".join(plain(cell) for cell in cells).rstrip("\t")
