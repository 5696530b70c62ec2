"""The seam behind which every backend stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from core.media import Media
from core.requests import Request

R_contra = TypeVar("R_contra", bound=Request, contravariant=True)


@dataclass(frozen=True)
class Sizes:
    """Sides of a picture in pixels that a backend makes: from ``least`` to ``most``, in multiples of ``step``."""

    least: int
    most: int
    step: int = 1

    def hold(self, side: int) -> bool:
        """Whether a side is one of them."""
        return self.least <= side <= self.most and side % self.step == 0


@dataclass(frozen=True)
class Abilities:
    """What a backend can do. ``tools.fit`` compares a request with it once, before the call.

    ``revision`` is raised whenever the same request would give other bytes: it is part of every asset's key.
    ``hosted`` backends run in a child process with a deadline; the others in a thread.
    """

    revision: str
    licence: str = "Apache-2.0"
    model: str = ""
    source_type: str = "algorithmicMedia"
    languages: frozenset[str] = frozenset()
    """Primary tags of the languages it serves; empty for any, or where it knows only when it runs."""
    seeded: bool = True
    """Whether another seed gives another result. Where it does not, the seed is taken out of the request, so that one thing
    has one key."""
    references: int = 0
    """Most reference pictures (``ImageRequest.references``) that it heeds."""
    sizes: Sizes | None = None
    """Pictures and films that it makes; none where it makes no picture."""
    hosted: bool = False
    deadline: float = 120.0
    """Seconds for one request before the host is ended."""
    memory_mb: int = 0
    """Address-space limit of the host and of each process that it starts; 0 for none. A measured peak and a third more:
    it is there for what runs away, and libraries reserve more addresses where there are more cores."""


class Generator(Protocol[R_contra]):
    """A backend. Built with a ``read(digest) -> bytes`` for the blobs that requests name."""

    spec: ClassVar[str]
    abilities: ClassVar[Abilities]

    def generate(self, requests: Sequence[R_contra]) -> Iterator[Media]:
        """One ``Media`` per request, in order, each yielded as soon as it is done.

        Raises ``ToolFailure`` when the whole batch cannot be made; one bad item yields ``Media.failure``.
        """
        ...

    def close(self) -> None:
        """Give back memory, models and processes."""
        ...
