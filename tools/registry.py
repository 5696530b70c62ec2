"""Every backend by name, imported only when it is asked for. A new backend is one file and one line here."""

from __future__ import annotations

import importlib
from typing import Any, Final

from core.blobs import Read
from core.errors import BackendMissing, BadInput
from tools.base import Abilities, Generator

BACKENDS: Final[dict[str, str]] = {
    "reading:embedded": "tools.reading.backend:EmbeddedReader",
    "lesson:embedded": "tools.text.embedded.lesson.backend:EmbeddedTeacher",
    "text:embedded": "tools.text.embedded.backend:EmbeddedWriter",
    "image:embedded": "tools.image.embedded.backend:EmbeddedIllustrator",
    "design:embedded": "tools.design.backend:EmbeddedDesigner",
    "diagram:embedded": "tools.design.diagrams.backend:EmbeddedDraughtsman",
    "slide:embedded": "tools.design.slides.backend:EmbeddedSlides",
    "speech:embedded": "tools.speech.embedded.backend:EmbeddedSpeaker",
    "music:embedded": "tools.music.embedded.backend:EmbeddedComposer",
    "sound:embedded": "tools.sound.backend:EmbeddedMixer",
    "video:embedded": "tools.video.backend:EmbeddedFilm",
}

_extra: dict[str, str] = {}


def register(spec: str, target: str) -> None:
    """Add a backend from outside this file (tests, plug-ins): ``register("text:toy", "toys.text:ToyWriter")``."""
    _extra[spec] = target


def specs() -> tuple[str, ...]:
    """All names, sorted."""
    return tuple(sorted({*BACKENDS, *_extra}))


def targets() -> dict[str, str]:
    """Backends added by ``register``, for a child process that must know them too."""
    return dict(_extra)


def load(spec: str) -> type[Generator[Any]]:
    """The class behind a name. ``BadInput`` for an unknown one, ``BackendMissing`` if its packages are absent."""
    target = _extra.get(spec) or BACKENDS.get(spec)
    if target is None:
        raise BadInput("no such backend", which=spec, remedy=f"Choose one of: {', '.join(specs())}.")
    module, _, name = target.partition(":")
    try:
        found: type[Generator[Any]] = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        raise BackendMissing(
            f"backend {spec!r} needs the package {error.name!r}",
            remedy="Install it with: pip install '.[gpu]'" if ":local" in spec else "Install it with: pip install .",
        ) from error
    return found


def abilities(spec: str) -> Abilities:
    """What the backend can do, without building it."""
    return load(spec).abilities


def build(spec: str, read: Read) -> Generator[Any]:
    """A ready backend that reads blobs through ``read``."""
    factory: Any = load(spec)
    built: Generator[Any] = factory(read)
    return built
