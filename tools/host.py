"""A backend in a process of its own: a deadline that ends it, a memory limit, and a crash that costs one asset."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import core.errors
from core.errors import BottegaError, ToolFailure
from core.media import Media
from core.requests import Request

from . import registry
from .child import Child

_START_SECONDS: Final = 120.0
"""Allowance for imports and building, before a request's own deadline counts."""
_FAREWELL_SECONDS: Final = 2.0


class ToolHost:
    """One backend in one long-lived child process, started at the first request and again after a crash.

    Args:
        spec: the backend's name in the registry; entries added with ``registry.register`` are known to the child too.
        blob_root: folder of the blob store, which the child only reads.
        deadline: seconds that each result may take, counted from the one before it.
        memory_mb: address-space limit of the child on POSIX; 0 for none.

    Calls from several threads wait for one another.
    """

    def __init__(self, spec: str, blob_root: Path, *, deadline: float, memory_mb: int = 0) -> None:
        self.spec, self.blob_root, self.deadline, self.memory_mb = spec, blob_root, deadline, memory_mb
        self._child: Child | None = None
        self._closed = False
        self._turn = threading.Lock()
        self._change = threading.Lock()

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        """One ``Media`` per request, in order, each as soon as it is made.

        Raises ``ToolTimeout`` past the deadline, ``ToolCrash`` when the process dies (with the last it wrote on
        standard error), ``ToolFailure`` for an unreadable answer or a closed host, and the backend's own errors as
        they are. After a timeout, a crash or an iteration that was left early the next call starts a new process.
        """
        with self._turn:
            child = self._ready()
            child.ask({"requests": [[type(r).__name__, r.model_dump_json()] for r in requests]})
            told = False
            try:
                for _ in requests:
                    header, body = child.answer(self.deadline)
                    if "media" not in header:
                        told = "error" in header or "done" in header
                        raise self._trouble(header, "fewer results than requests")
                    yield _media(header["media"], body, self.spec)
                header, _body = child.answer(self.deadline)
                told = "error" in header or "done" in header
                if "done" not in header:
                    raise self._trouble(header, "more results than requests")
            finally:
                if not told:
                    self._drop(child)

    def close(self) -> None:
        """End the process, and with it a call that is running in another thread. The host cannot be used again."""
        with self._change:
            self._closed = True
            child, self._child = self._child, None
        if child is None:
            return
        idle = self._turn.acquire(blocking=False)
        try:
            if idle:
                child.ask({"close": True})
            child.end(grace=_FAREWELL_SECONDS if idle else 0.0)
        finally:
            if idle:
                self._turn.release()

    def _ready(self) -> Child:
        """The running child, started and built if there is none."""
        with self._change:
            if self._closed:
                raise ToolFailure(f"the tool host of {self.spec!r} is closed")
            if self._child is not None:
                return self._child
            child = self._child = Child("tools.host_child", f"the tool {self.spec!r}")
        opening = {
            "spec": self.spec,
            "blob_root": str(self.blob_root),
            "memory_mb": self.memory_mb,
            "targets": dict(registry.targets()),
        }
        try:
            child.ask({"build": opening})
            header, _ = child.answer(max(_START_SECONDS, self.deadline))
            if "ready" not in header:
                raise self._trouble(header, "no backend")
        except BaseException:
            self._drop(child)
            raise
        return child

    def _drop(self, child: Child) -> None:
        with self._change:
            if self._child is child:
                self._child = None
        child.end()

    def _trouble(self, header: Mapping[str, Any], otherwise: str) -> BottegaError:
        """The error that a frame carries, or a ``ToolFailure`` that says ``otherwise``."""
        found = header.get("error")
        if not isinstance(found, dict):
            return ToolFailure(f"the tool {self.spec!r} gave {otherwise}")
        kind = getattr(core.errors, str(found.get("kind")), ToolFailure)
        if not (isinstance(kind, type) and issubclass(kind, BottegaError)):
            kind = ToolFailure
        what, which, remedy = (str(found.get(k, "")) for k in ("what", "which", "remedy"))
        return kind(what, which=which, remedy=remedy)


def _media(told: Any, body: bytes, spec: str) -> Media:
    """A ``Media`` from its frame; ``ToolFailure`` when lengths and body do not fit."""
    try:
        parts, at = {}, 0
        for name, size in told["parts"]:
            parts[str(name)] = body[at : at + size]
            at += size
        if at != len(body) or any(size < 0 for _, size in told["parts"]):
            raise ValueError("parts and body differ in length")
        return Media(parts, dict(told["facts"]), str(told["alt"]), str(told["failure"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ToolFailure(f"the tool {spec!r} gave an answer that cannot be read: {error}") from error
