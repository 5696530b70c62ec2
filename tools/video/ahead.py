"""Drawing frames in a thread while the encoder takes the ones before."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from .frames import Engine
from .planes import Frame

_DEPTH: Final = 4
"""Frames that may be ready and unread: enough to ride out a shot's first frame, few enough to stay in cache."""


def drawn_ahead(engine: Engine) -> Generator[Frame, None, None]:
    """Every frame of the engine's timeline, in order. A frame is drawn over once the next one is asked for; one that looks like
    the last is the last again.

    What the engine raises is raised here. Closing the generator early ends the thread.
    """
    timeline = engine.timeline
    free: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    ready: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
    again = Frame(2, 2)
    stop = threading.Event()
    for _ in range(_DEPTH):
        free.put(Frame(timeline.width, timeline.height))

    def draw() -> None:
        try:
            for index in range(timeline.frames):
                if index and engine.repeats(index):
                    ready.put(again)
                    continue
                frame = free.get()
                if stop.is_set():
                    return
                engine.draw(index, frame)
                ready.put(frame)
        finally:
            ready.put(None)

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="frames") as pool:
        work = pool.submit(draw)
        try:
            shown: Frame | None = None
            while (got := ready.get()) is not None:
                if got is not again:
                    if shown is not None:
                        free.put(shown)
                    shown = got
                assert shown is not None
                yield shown
            work.result()
        finally:
            stop.set()
            free.put(Frame(2, 2))  # wakes a thread that waits for one
