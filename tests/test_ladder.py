"""What each fault of a tool means."""

from __future__ import annotations

import errno

import pytest

from core.errors import (
    BadInput,
    BottegaError,
    DiskFull,
    MissingBlob,
    OutOfMemory,
    Passing,
    StoreFailure,
    ToolCrash,
    ToolFailure,
    ToolTimeout,
)
from tools.host_child import _error
from tools.ladder import ours, pauses, step


class OutOfMemoryError(RuntimeError):
    """As torch has it: of RuntimeError's kin, and known by its words."""


CUDA = "CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 15.78 GiB total capacity)"


@pytest.mark.parametrize(
    ("error", "kind", "then"),
    [
        (ConnectionResetError("reset by peer"), Passing, "retry"),
        (TimeoutError("no answer"), Passing, "retry"),
        (Passing("busy"), Passing, "retry"),
        (ToolCrash("it died"), ToolCrash, "retry"),
        (MemoryError(), OutOfMemory, "halve"),
        (RuntimeError(CUDA), OutOfMemory, "halve"),
        (OutOfMemoryError(CUDA), OutOfMemory, "halve"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), OutOfMemory, "halve"),
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull, "stop"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), DiskFull, "stop"),
        (DiskFull("the disk is full"), DiskFull, "stop"),
        (StoreFailure("read-only"), StoreFailure, "fail"),
        (MissingBlob("gone"), MissingBlob, "fail"),
        (ToolTimeout("too slow"), ToolTimeout, "fail"),
        (BadInput("No space left on device, out of memory"), BadInput, "fail"),
        (RuntimeError("shapes do not match"), ToolFailure, "fail"),
        (ValueError("out of memory"), ToolFailure, "fail"),
        (PermissionError(errno.EACCES, "Permission denied"), ToolFailure, "fail"),
    ],
)
def test_a_fault_is_told_by_its_class(error: Exception, kind: type[BottegaError], then: str) -> None:
    told = ours(error)
    assert type(told) is kind and step(told) == then
    assert told is error if isinstance(error, BottegaError) else told.remedy
    assert _error(error)["kind"] == kind.__name__, "and is the same on the near side of a tool host"


def test_a_full_disk_behind_another_error_is_still_one() -> None:
    try:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as inner:
            raise ToolFailure("the picture could not be written") from inner
    except ToolFailure as error:
        assert isinstance(ours(error), DiskFull)


def test_tries_are_few_and_their_pauses_fixed() -> None:
    assert pauses(Passing("busy")) == (0.5, 2.0) and pauses(ToolCrash("it died")) == (0.5,)
    assert pauses(ToolTimeout("too slow")) == pauses(DiskFull("full")) == ()
