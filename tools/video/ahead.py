"""Drawing frames in a thread while the encoder takes the ones before."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator
from typing import Final

from .frames import Engine
from .planes import Frame

_DEPTH: Final = 4
"""Frames that may be ready and unread: enough to ride out a shot's first frame, few enough to stay in cache."""


def drawn_ahead(engine: Engine) -> Generator[Frame, None, None]:
    """Every frame of the engine's timeline, in order. A frame is drawn over once the next one is asked for.

    What the engine raises is raised here. Closing the iterator early ends the thread.
    """
    timeline = engine.timeline
    free: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    ready: queue.SimpleQueue[Frame | BaseException] = queue.SimpleQueue()
    stop = threading.Event()
    for _ in range(_DEPTH):
        free.put(Frame(timeline.width, timeline.height))

    def draw() -> None:
        try:
            for index in range(timeline.frames):
                frame = free.get()
                if stop.is_set():
                    return
                engine.draw(index, frame)
                ready.put(frame)
        except BaseException as error:  # handed to the reader, which raises it
            ready.put(error)

    worker = threading.Thread(target=draw, name="frames", daemon=True)
    worker.start()
    try:
        for _ in range(timeline.frames):
            got = ready.get()
            if isinstance(got, BaseException):
                raise got
            yield got
            free.put(got)
    finally:
        stop.set()
        free.put(Frame(2, 2))
        worker.join()
