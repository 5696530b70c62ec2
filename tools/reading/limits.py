"""How much of a source is taken in, and how a source that cannot be read is refused."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Final

from core.errors import BadInput

MAX_BYTES: Final = 50_000_000
MAX_PAGES: Final = 2000
MAX_CHARACTERS: Final = 2_000_000
MAX_MEMBERS: Final = 5000
"""Files in a zip."""
MAX_UNPACKED: Final = 400_000_000
"""Bytes of a zip's files together."""
MAX_MEMBER: Final = 40_000_000
"""Bytes of one text inside a zip."""
MAX_RATIO: Final = 200
"""Unpacked to packed, of a member over a megabyte: deflate reaches 1,032, texts rarely 20."""
PDF_SECONDS: Final = 300.0
PDF_MEMORY_MB: Final = 3000

PARSER_FAILURES: Final = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError,
    TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What parsers of other hands raise on a file that breaks their expectations: a hostile file may reach any line of theirs."""


def refuse_large(name: str, data: bytes) -> None:
    """``BadInput`` for a file over ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        raise BadInput(
            "the source is too large", which=name, remedy=f"Keep it under {MAX_BYTES // 1_000_000} MB: give the chapters that the lesson is about."
        )  # fmt: skip


def broken(name: str, kind: str) -> BadInput:
    """The error for a file that is not what it says."""
    return BadInput(
        f"this cannot be read as {kind}", which=name, remedy="Open it in its own program and save it again."
    )


def nothing_in(name: str) -> BadInput:
    """The error for a file without words."""
    return BadInput("the source holds no text", which=name, remedy="Give a file with words in it.")
