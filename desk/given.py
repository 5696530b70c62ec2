"""What a person typed for BRIEF: a file's path, or words. A path that leads nowhere is never taken for words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from core.errors import BadInput

BRIEFS = (".yaml", ".yml", ".json", ".md", ".markdown", ".txt", ".text")
"""Endings of files that hold a brief; a file without any ending is read as text."""
FILES = (
    *BRIEFS, ".toml", ".ini", ".cfg", ".xml", ".rst", ".rtf", ".tex", ".doc", ".docx", ".odt", ".pdf", ".epub", ".html", ".htm",
    ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".zip", ".bak",
)  # fmt: skip
"""Endings that a line of words has only where it ends in the name of a file; ".js" or ".com" end names of other things."""
WORDS = 6
"""A line of more words than this, with no separator in it, is a sentence even where it ends in the name of a file."""

_ROOT = re.compile(r"(?:/|\\|\.{1,2}(?:[/\\]|\Z)|~(?:[/\\]|\Z)|[A-Za-z]:[/\\]|file:)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+\Z", re.I)
_FIELD = re.compile(r"(?:\{|[A-Za-z_]+:\s)")


def brief_file(text: str) -> Path | None:
    """The file that a person named, or ``None`` where they wrote the brief itself.

    Raises ``BadInput`` where it is a folder, no brief, not there, or an address.
    """
    line = text.strip()
    if not line or "\n" in line or _FIELD.match(line):
        return None
    path = Path(text)
    try:
        there, folder, plain = path.exists(), path.is_dir(), path.is_file()
        beside = path.parent != Path() and path.parent.is_dir()
    except (OSError, ValueError):  # too long for a name, or with a NUL: words
        return None
    if folder:
        raise BadInput("this is a folder, not a brief", which=text, remedy="Name the brief's file in it.")
    if there and not plain:
        raise BadInput("this is not a plain file", which=text, remedy="Save the brief as a file, or give it in words.")
    if plain and path.suffix.lower() not in ("", *BRIEFS):
        raise BadInput(
            f"a brief is not read from a {path.suffix} file", which=text,
            remedy="Write it as YAML, Markdown or plain text; a lesson names such a file among its `sources`.",
        )  # fmt: skip
    if not there and _ADDRESS.match(line):
        raise BadInput(
            "nothing is fetched from an address", which=text, remedy="Save the brief as a file and name that."
        )
    if not there and (beside or looks_like_a_path(line)):
        raise BadInput(
            "there is no such brief file", which=text,
            remedy="Check the path; if these are the brief's own words, end them with a full stop.",
        )  # fmt: skip
    return path if there else None


def looks_like_a_path(line: str) -> bool:
    """Whether a line is the name of a file rather than words, by itself and not by what lies on the disk.

    It is one that begins as paths do (``/``, ``./``, ``~/``, ``C:\\``); one that ends in the name of a file and is short or has
    a separator; and one word with a separator, unless its script puts no space between words. A full stop ends words.
    """
    if line.endswith((".", "!", "?", "。", "！", "？")) and not _ROOT.fullmatch(line):
        return False
    if _ROOT.match(line):
        return True
    words = line.split()
    parted = "/" in line or "\\" in line
    if Path(words[-1]).suffix.lower() in FILES:
        return parted or len(words) <= WORDS
    if line.endswith(("/", "\\")):
        return True
    return parted and len(words) == 1 and not any(unicodedata.category(c) == "Lo" for c in line)
