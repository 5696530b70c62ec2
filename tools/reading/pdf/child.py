"""The process in which a PDF is read. Run as ``python -m tools.reading.pdf.child``; answers one frame and ends."""

from __future__ import annotations

import logging
import os
import sys

from core.errors import BadInput
from tools.host_child import read_frame, write_frame
from tools.reading.limits import PARSER_FAILURES, broken


def main() -> None:
    """Read one PDF from standard input, within a memory limit; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    header, data = read_frame(sys.stdin.buffer)
    _limit(int(header["memory_mb"]))
    logging.disable(logging.CRITICAL)
    from . import packed
    from .read import found_here

    try:
        write_frame(out, packed(found_here(data, header["name"])))
    except BadInput as error:
        write_frame(out, {"error": {"what": error.what, "remedy": error.remedy}})
    except PARSER_FAILURES:
        error = broken(header["name"], "PDF")
        write_frame(out, {"error": {"what": error.what, "remedy": error.remedy}})


def _limit(memory_mb: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))


if __name__ == "__main__":
    main()
