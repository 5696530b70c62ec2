"""A backend that breaks in each way, and what the worker makes of it."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable, Iterator, Sequence

import pytest

from core.errors import BottegaError, DiskFull, OutOfMemory, Passing, ToolCrash, ToolFailure
from core.media import Media
from core.requests import TextRequest
from graphs.worker import Drained, Worker
from tools import ladder


class Broken:
    """Calls ``fault`` before each item with its name and the size of its batch. Remembers the batches and what it made."""

    def __init__(self, fault: Callable[[str, int], None]) -> None:
        self._fault = fault
        self.batches: list[int] = []
        self.made: list[str] = []
        self.ended = 0

    def generate(self, requests: Sequence[TextRequest]) -> Iterator[Media]:
        self.batches.append(len(requests))
        for request in requests:
            self._fault(request.role, len(requests))
            self.made.append(request.role)
            yield Media({"txt": request.role.encode()})
        self.ended += 1

    def close(self) -> None:
        return None


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "_PAUSES", {Passing: (0.0, 0.0), ToolCrash: (0.0,)})


def served(
    backend: Broken, *roles: str, drain: Callable[[], bool] = lambda: False
) -> tuple[list[str | BaseException], list[str]]:
    """What each request got, in order, and the steps that were told."""
    steps: list[str] = []

    async def serve() -> list[str | BaseException]:
        worker = Worker(lambda: backend, drain, lambda step, error: steps.append(step))
        jobs = [worker.make(TextRequest(role=role)) for role in roles]
        got = await asyncio.gather(*jobs, return_exceptions=True)
        await worker.close()
        return [one.parts["txt"].decode() if isinstance(one, Media) else one for one in got]

    return asyncio.run(serve()), steps


class Failing:
    """Raises ``error`` the first ``times`` times that ``role`` is made."""

    def __init__(self, role: str, times: int, error: Exception) -> None:
        self._role, self.left, self._error = role, times, error

    def __call__(self, role: str, size: int) -> None:
        if role == self._role and self.left:
            self.left -= 1
            raise self._error


def test_a_wave_is_one_batch_that_is_heard_to_its_end() -> None:
    backend = Broken(lambda role, size: None)
    assert served(backend, "a", "b", "c") == (["a", "b", "c"], [])
    assert backend.batches == [3] and backend.ended == 1, "a call that is not read to its end costs a host its process"


@pytest.mark.parametrize("error", [ConnectionResetError("reset"), Passing("busy"), TimeoutError()])
def test_what_passes_is_tried_twice_more_and_nothing_twice_made(error: Exception) -> None:
    backend = Broken(Failing("b", 2, error))
    assert served(backend, "a", "b", "c") == (["a", "b", "c"], ["retry", "retry"])
    assert backend.made == ["a", "b", "c"] and backend.batches == [3, 2, 2]


def test_what_does_not_pass_fails_its_own_item_alone() -> None:
    backend = Broken(Failing("b", 3, ConnectionResetError("reset")))
    (a, b, c), steps = served(backend, "a", "b", "c")
    assert (a, c) == ("a", "c") and isinstance(b, Passing) and steps == ["retry", "retry"]


def test_each_item_has_tries_of_its_own() -> None:
    first, second = Failing("a", 2, Passing("busy")), Failing("b", 2, Passing("busy"))

    def both(role: str, size: int) -> None:
        first(role, size)
        second(role, size)

    assert served(Broken(both), "a", "b") == (["a", "b"], ["retry"] * 4)


def test_a_crash_is_tried_once_more() -> None:
    assert served(Broken(Failing("a", 1, ToolCrash("died"))), "a") == (["a"], ["retry"])
    ([got], steps) = served(Broken(Failing("a", 2, ToolCrash("died"))), "a")
    assert isinstance(got, ToolCrash) and steps == ["retry"]


def test_a_full_card_halves_the_batch_and_keeps_it_small() -> None:
    def card(role: str, size: int) -> None:
        if size > 2:
            raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")

    backend = Broken(card)
    roles = [str(n) for n in range(9)]
    assert served(backend, *roles) == (roles, ["halve", "halve"])
    assert backend.batches == [9, 4, 2, 2, 2, 2, 1] and backend.made == roles


def test_one_that_is_too_big_by_itself_fails_alone() -> None:
    def card(role: str, size: int) -> None:
        if role == "big" or size > 2:
            raise MemoryError

    backend = Broken(card)
    got, steps = served(backend, "a", "big", "b", "c")
    assert [one for one in got if isinstance(one, str)] == ["a", "b", "c"] and isinstance(got[1], OutOfMemory)
    assert steps == ["halve", "halve"] and backend.made == ["a", "b", "c"]


def test_a_full_disk_ends_all_that_wait() -> None:
    backend = Broken(Failing("b", 1, OSError(errno.ENOSPC, "No space left on device")))
    (a, b, c), _ = served(backend, "a", "b", "c")
    assert a == "a" and isinstance(b, DiskFull) and isinstance(c, DiskFull) and backend.made == ["a"]


def test_any_other_fault_fails_its_item_and_is_named() -> None:
    (a, b), steps = served(Broken(Failing("a", 1, KeyError("colour"))), "a", "b")
    assert isinstance(a, ToolFailure) and "KeyError" in str(a) and b == "b" and steps == []


def test_too_few_results_fail_the_one_that_got_none() -> None:
    class Short(Broken):
        def generate(self, requests: Sequence[TextRequest]) -> Iterator[Media]:
            yield from list(super().generate(requests))[: 0 if requests[0].role == "b" else 1]

    a, b, c = served(Short(lambda role, size: None), "a", "b", "c")[0]
    assert (a, c) == ("a", "c") and isinstance(b, ToolFailure) and "fewer results" in str(b)


def test_a_backend_that_cannot_be_built_fails_all() -> None:
    async def serve() -> list[object]:
        def build() -> object:
            raise OSError("no such device")

        worker = Worker(build, lambda: False, lambda step, error: None)
        got = await asyncio.gather(*(worker.make(TextRequest(role=r)) for r in "ab"), return_exceptions=True)
        await worker.close()
        return list(got)

    assert [type(one) for one in asyncio.run(serve())] == [ToolFailure, ToolFailure]


def test_a_stop_keeps_what_is_made_and_begins_no_more() -> None:
    backend = Broken(lambda role, size: None)
    (a, b, c), _ = served(backend, "a", "b", "c", drain=lambda: bool(backend.made))
    assert a == "a" and isinstance(b, Drained) and isinstance(c, Drained) and isinstance(b, BottegaError)
