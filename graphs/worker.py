"""One backend at work: what waits for it is one batch, each result goes out as soon as it is there, and faults go down the
ladder of ``tools.ladder``."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from core.errors import BottegaError, ToolFailure
from core.media import Media
from core.requests import Request
from tools import ladder

Job = tuple[Request, "asyncio.Future[Media]"]


class Drained(BottegaError):
    """The person asked to stop; what is finished is stored."""

    exit_code = 130


class Worker:
    """Serves one backend, which ``build`` makes at the first job. ``draining`` says that no more is to be begun; ``tell`` hears
    of each step down the ladder."""

    def __init__(
        self, build: Callable[[], Any], draining: Callable[[], bool], tell: Callable[[str, BottegaError], None]
    ) -> None:
        self._build, self._draining, self._tell = build, draining, tell
        self._queue: asyncio.Queue[Job] = asyncio.Queue()
        self._generator: Any = None
        self._most = 0
        """Most requests in a batch, once memory proved too small for more; 0 for any number."""
        self._task = asyncio.create_task(self._work())

    async def make(self, request: Request) -> Media:
        """What the backend gives for a request. Raises one of our errors."""
        future: asyncio.Future[Media] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((request, future))
        return await future

    async def close(self) -> None:
        """End the backend, and with it a call that runs, then the worker."""
        if self._generator is not None:
            await asyncio.to_thread(self._generator.close)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _work(self) -> None:
        """All that waits becomes one batch, so that a model is loaded once for a wave."""
        while True:
            jobs = deque([await self._queue.get()])
            await asyncio.sleep(0)  # lets the rest of a wave join the batch
            while not self._queue.empty():
                jobs.append(self._queue.get_nowait())
            try:
                if self._generator is None:
                    self._generator = await asyncio.to_thread(self._build)
                await self._serve(jobs)
            except Exception as error:  # noqa: BLE001 - handed to each waiting agent, which records it as a failure
                for _, future in jobs:
                    _give(future, ladder.ours(error))

    async def _serve(self, jobs: deque[Job]) -> None:
        """Make the jobs, first to last; each leaves the queue when it is answered. Raises what ends all that are left."""
        tries = 0
        while jobs:
            before = len(jobs)
            batch = list(islice(jobs, self._most or before))
            try:
                await self._batch(jobs, batch)
                continue
            except Drained:
                raise
            except Exception as error:  # noqa: BLE001 - a tool may raise anything; the ladder says what it means
                told = ladder.ours(error)
            tries = 0 if len(jobs) < before else tries
            match ladder.step(told):
                case "stop":
                    raise told
                case "halve" if len(batch) > 1:
                    self._tell("halve", told)
                    self._most = len(batch) // 2
                case "retry" if tries < len(ladder.pauses(told)):
                    self._tell("retry", told)
                    await asyncio.sleep(ladder.pauses(told)[tries])
                    tries += 1
                case _:  # the first that is not answered is the one that broke; the rest is tried anew
                    _give(jobs.popleft()[1], told)
                    tries = 0

    async def _batch(self, jobs: deque[Job], batch: list[Job]) -> None:
        """One call of the backend."""
        results = iter(self._generator.generate([request for request, _ in batch]))
        for _, future in batch:
            if self._draining():
                raise Drained("stopped on request")
            media = await asyncio.to_thread(next, results, None)
            if media is None:
                raise ToolFailure(
                    "a tool gave fewer results than it was asked for", which=type(self._generator).__name__
                )
            jobs.popleft()
            _give(future, media)
        with contextlib.suppress(ToolFailure):  # all is answered: a host that has more to say is started anew by itself
            await asyncio.to_thread(next, results, None)  # its last word, without which it takes the call for cut off


def _give(future: asyncio.Future[Media], answer: Media | BottegaError) -> None:
    """Answer one that still waits."""
    if future.done():
        return
    if isinstance(answer, BottegaError):
        future.set_exception(answer)
    else:
        future.set_result(answer)
