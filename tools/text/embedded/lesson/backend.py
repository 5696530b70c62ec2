"""The writer of lessons that needs no model: extraction, frames and checks, each statement on a span of its source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, MissingBlob, ToolFailure
from core.knowledge import Knowledge
from core.media import Media
from core.requests import LessonRequest
from core.vocab import LANGUAGES
from tools.base import Abilities


class EmbeddedTeacher:
    """Part ``json`` (``Lesson``); facts ``title``, ``objectives``, ``questions``, ``slides`` and ``diagrams``."""

    spec: ClassVar[str] = "lesson:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="3", languages=frozenset(LANGUAGES))

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[LessonRequest]) -> Iterator[Media]:
        """One lesson per request. Sources that do not suit fail their own item only."""
        for request in requests:
            try:
                yield self._one(request)
            except (BadInput, MissingBlob, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: LessonRequest) -> Media:
        from .compose import compose

        sources = [Knowledge.model_validate_json(self._read(digest)) for digest in request.knowledge]
        lesson = compose(request, sources)
        return Media(
            parts={"json": json.dumps(lesson.json_dict(), ensure_ascii=False, sort_keys=True, indent=1).encode()},
            facts={
                "title": lesson.title,
                "objectives": len(lesson.objectives),
                "questions": len(lesson.questions),
                "slides": len(lesson.slides),
                "diagrams": len(lesson.diagrams),
            },
        )
