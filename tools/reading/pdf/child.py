"""The process in which a PDF is read. Run as ``python -m tools.reading.pdf.child``; answers one frame and ends."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from typing import Any

from core.errors import BadInput
from tools.host_child import read_frame, write_frame
from tools.reading.limits import PARSER_FAILURES, broken
from tools.reading.pieces import Found

from . import packed


def main() -> None:
    """Read one PDF from standard input, within a memory limit; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    header, data = read_frame(sys.stdin.buffer)
    _limit(int(header["memory_mb"]))
    logging.disable(logging.CRITICAL)
    from .read import found_here

    write_frame(out, _answer(data, header["name"], found_here))


def _answer(data: bytes, name: str, find: Callable[[bytes, str], Found]) -> dict[str, Any]:
    """What goes back: what was found, or why nothing was."""
    try:
        return packed(find(data, name))
    except BadInput as refused:
        said = refused
    except PARSER_FAILURES:
        said = broken(name, "PDF")
    return {"error": {"what": said.what, "remedy": said.remedy}}


def _limit(memory_mb: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))


if __name__ == "__main__":
    main()
