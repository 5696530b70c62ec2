"""A toy that breaks on demand: ``FAULT`` is called with each request's role and the size of its batch. It speaks English only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from core.media import Media
from core.requests import Request
from tests.graphs.toybackend import Toy
from tools.base import Abilities

FAULT: list[Callable[[str, int], None]] = []


class Sick(Toy):
    """``Toy`` for words, with faults."""

    spec: ClassVar[str] = "text:sick"
    abilities: ClassVar[Abilities] = Abilities(revision="1", languages=frozenset({"en"}))

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        for request in requests:
            for fault in FAULT:
                fault(getattr(request, "role", ""), len(requests))
            yield from super().generate([request])


class Foreign(Sick):
    """Speaks no English."""

    spec: ClassVar[str] = "text:foreign"
    abilities: ClassVar[Abilities] = Abilities(revision="1", languages=frozenset({"tlh"}))
