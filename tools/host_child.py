"""The far side of ``tools.host``: builds one backend and answers requests until its parent is gone.

A frame is two big-endian 32-bit lengths, a JSON header and a binary body. The parent opens with ``build``, then sends
``requests``; each made thing goes back in a ``media`` frame whose body is its parts one after another, then ``done``;
trouble goes back as ``error``. Run as ``python -m tools.host_child``.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import struct
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Final

HEAD: Final = struct.Struct(">II")
MOST_HEADER: Final = 64 * 2**20
MOST_BODY: Final = 2**31
Frame = tuple[dict[str, Any], bytes]


class BadFrame(ValueError):
    """What came through the pipe is not one of our frames."""


def read_frame(pipe: IO[bytes]) -> Frame:
    """The next header and body. ``EOFError`` at the end, ``BadFrame`` for anything that no peer of ours sends."""
    header_size, body_size = HEAD.unpack(_take(pipe, HEAD.size))
    if not 0 < header_size <= MOST_HEADER or body_size > MOST_BODY:
        raise BadFrame(f"lengths {header_size} and {body_size}")
    text = _take(pipe, header_size)
    try:
        header = json.loads(text)
    except ValueError as error:
        raise BadFrame("a header that is not JSON") from error
    if not isinstance(header, dict):
        raise BadFrame("a header that is not an object")
    return header, _take(pipe, body_size)


def write_frame(pipe: IO[bytes], header: Mapping[str, Any], body: bytes = b"") -> None:
    """Send one frame. ``ValueError`` for NaN or a body past 2 GiB, ``OSError`` when nobody reads."""
    text = json.dumps(header, allow_nan=False, default=_plain).encode("utf-8", "surrogatepass")
    if len(text) > MOST_HEADER or len(body) > MOST_BODY:
        raise ValueError("too much for one frame")
    pipe.write(HEAD.pack(len(text), len(body)) + text)
    pipe.write(body)
    pipe.flush()


def _take(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _plain(value: Any) -> Any:
    """numpy scalars and tuples-like things as JSON; anything else is refused."""
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"{type(value).__name__} is not JSON")


def _error(error: BaseException) -> dict[str, str]:
    """An error as it crosses: one of ours, of the class that says what to do about it."""
    from tools.ladder import ours

    told = ours(error)
    return {"kind": type(told).__name__, "what": told.what, "which": told.which, "remedy": told.remedy}


def _serve(inbox: queue.SimpleQueue[Frame], out: IO[bytes]) -> None:
    """Build, then answer until told to close."""
    import core.requests
    from core.blobs import reader
    from tools import registry

    opening = inbox.get()[0]["build"]
    _limit(opening["memory_mb"])
    backend: Any = None
    try:
        for spec, target in opening["targets"].items():
            registry.register(spec, target)
        backend = registry.build(opening["spec"], reader(Path(opening["blob_root"])))
        write_frame(out, {"ready": True})
    except Exception as error:
        write_frame(out, {"error": _error(error)})
        return
    while True:
        header, _ = inbox.get()
        if "requests" not in header:
            backend.close()
            return
        try:
            requests = [getattr(core.requests, name).model_validate_json(text) for name, text in header["requests"]]
            for media in backend.generate(requests):
                parts = [[name, len(data)] for name, data in media.parts.items()]
                told = {"parts": parts, "facts": dict(media.facts), "alt": media.alt, "failure": media.failure}
                write_frame(out, {"media": told}, b"".join(media.parts.values()))
            write_frame(out, {"done": True})
        except BrokenPipeError:
            return
        except Exception as error:
            write_frame(out, {"error": _error(error)})


def _limit(memory_mb: int) -> None:
    """Cap the address space, where the system can."""
    if memory_mb > 0 and sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))


def _listen(pipe: IO[bytes], inbox: queue.SimpleQueue[Frame]) -> None:
    """Feed the inbox; when the parent is gone, end this process and all it started, whatever it is doing."""
    try:
        while True:
            inbox.put(read_frame(pipe))
    except (EOFError, OSError, BadFrame):
        if sys.platform != "win32" and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def main() -> None:
    """Serve over standard input and output. Whatever a library prints goes to standard error instead."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = os.fdopen(os.dup(0), "rb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    inbox: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions, inbox), daemon=True).start()
    _serve(inbox, out)
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
