"""The one error family. Each says what went wrong, with which thing, and what to do about it."""

from __future__ import annotations


class BottegaError(Exception):
    """Base of every error a person may see.

    Args:
        what: one plain clause, e.g. ``"the brief has no product"``.
        which: the field, file or id at fault, shown with ``!r``; empty when ``what`` names it.
        remedy: what the reader can do now.
    """

    exit_code = 1

    def __init__(self, what: str, *, which: str = "", remedy: str = "") -> None:
        self.what, self.which, self.remedy = what, which, remedy
        named = f"{what}: {which!r}" if which else what
        super().__init__(f"{named}. {remedy}" if remedy else named)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.which, self.remedy))


def _rebuild(kind: type[BottegaError], what: str, which: str, remedy: str) -> BottegaError:
    """Unpickle: errors cross from tool hosts to the parent process."""
    return kind(what, which=which, remedy=remedy)


class BadInput(BottegaError):
    """A brief, option or file of the user's that cannot be taken as it is."""

    exit_code = 2


class RunBusy(BottegaError):
    """Another process holds this run."""

    exit_code = 2


class BackendMissing(BottegaError):
    """A backend needs a package or program that is not installed."""

    exit_code = 2


class StoreFailure(BottegaError):
    """The disk or a database refused: full, read-only, corrupt."""


class DiskFull(StoreFailure):
    """Nothing more can be stored. Whatever is tried next would fail as well, so the run stops."""


class MissingBlob(StoreFailure):
    """A blob that a record names is absent, short or altered."""


class ToolFailure(BottegaError):
    """A generation tool could not make what was asked."""


class BeyondBackend(ToolFailure):
    """A request asks for what its backend cannot do. Found before the call."""


class Passing(ToolFailure):
    """A fault that may be gone in a moment: a dropped connection, a busy service. Worth another try."""


class OutOfMemory(ToolFailure):
    """A tool had too little memory, the machine's or the card's, for what was asked at once."""


class ToolTimeout(ToolFailure):
    """A tool passed its deadline and was ended."""


class ToolCrash(ToolFailure):
    """A tool's process died."""
