"""Backends that misbehave in one way each, for the tests of ``tools.host``. The request's ``role`` says which."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BackendMissing, BadInput
from core.media import Media
from core.requests import TextRequest
from tools.base import Abilities


def write_garbage() -> None:
    """Fill every open pipe with bytes that mean nothing, and stay."""
    for fd in range(3, 64):
        try:
            os.write(fd, b"\xff" * 64)
        except OSError:
            continue
    time.sleep(1e6)


class Obedient:
    """Does what the role says; ``product`` is its argument."""

    spec: ClassVar[str] = "text:obedient"
    abilities: ClassVar[Abilities] = Abilities(revision="1", hosted=True)

    def __init__(self, read: Read) -> None:
        self._read = read
        self._calls = 0

    def generate(self, requests: Sequence[TextRequest]) -> Iterator[Media]:
        for request in requests:
            self._calls += 1
            made = self._make(request)
            if made is not None:
                yield made

    def _make(self, request: TextRequest) -> Media | None:
        role, product = request.role, request.product
        if role == "echo":
            return Media(
                {"txt": product.encode(), "json": b""}, {"calls": self._calls, "pid": os.getpid()}, alt=request.voice
            )
        if role == "blob":
            return Media({"txt": self._read(product)})
        if role == "environment":
            return Media({"txt": "\n".join(sorted(os.environ)).encode()})
        if role == "sleep":
            time.sleep(1e6)
        if role == "spin":
            while True:
                pass
        if role == "exit":
            print("last words in", __file__, file=sys.stderr, flush=True)
            os._exit(3)
        if role == "segv":
            ctypes.string_at(0)
        if role == "greedy":
            return Media({"txt": bytes(8 * 2**30)[:1]})
        if role == "print":
            print("to standard output")
            os.write(1, b"\0\0\0\1garbage")
            subprocess.run([sys.executable, "-c", "print('from a grandchild')"], check=True)
            return Media({"txt": b"ok"})
        if role == "ours":
            raise BadInput("no such thing", which=product, remedy="Ask for another.")
        if role == "theirs":
            raise KeyError("unexpected")
        if role == "failure":
            return Media({}, failure="this one cannot be made")
        if role == "nan":
            return Media({"txt": b"x"}, {"seconds": float("nan")})
        if role == "twice":
            return self._make(request.model_copy(update={"role": "echo"}))
        if role == "grandchild":
            started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1e6)"])
            return Media({"txt": str(started.pid).encode()})
        if role == "garbage":
            write_garbage()
        return None

    def close(self) -> None:
        print("closed", file=sys.stderr, flush=True)


class Generous(Obedient):
    """Gives one result more than it was asked for."""

    spec: ClassVar[str] = "text:generous"

    def generate(self, requests: Sequence[TextRequest]) -> Iterator[Media]:
        for _ in range(len(requests) + 1):
            yield Media({"txt": b"more"})


class Unbuildable(Obedient):
    """Lacks a package."""

    spec: ClassVar[str] = "text:unbuildable"

    def __init__(self, read: Read) -> None:
        raise BackendMissing("it needs the package 'moonshine'", remedy="Install it with: pip install moonshine")
