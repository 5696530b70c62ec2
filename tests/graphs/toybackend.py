"""A toy backend for every modality: one file and one line. Counts what it makes, so that repeats show."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from core.canonical import canonical_json, sha256
from core.copydeck import Copy, Piece
from core.media import Media
from core.requests import Request
from tools.base import Abilities


class Toy:
    """Gives a digest of the request as content; appends that digest to the file named by ``TOY_LOG``."""

    spec: ClassVar[str] = "text:toy"
    abilities: ClassVar[Abilities] = Abilities(revision="1")

    def __init__(self, read: Any) -> None:
        self._read = read

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        for request in requests:
            time.sleep(float(os.environ.get("TOY_SECONDS", "0")))
            digest = sha256(canonical_json({"modality": request.modality, **request.json_dict()}))
            if os.environ.get("TOY_FAIL", "-") in (getattr(request, "role", ""), request.modality):
                yield Media(parts={}, failure="the toy broke")
                continue
            log = os.environ.get("TOY_LOG")
            if log:
                with Path(log).open("a") as stream:
                    stream.write(digest + "\n")
            if request.modality == "text":
                word = "mended" if request.avoid else "toy"  # type: ignore[attr-defined]
                pieces = (Piece(text=f"{word} {digest[:8]}", role=request.role),)  # type: ignore[attr-defined]
                copy = Copy(language=request.language, role="toy", pieces=pieces)
                yield Media(parts={"json": copy.model_dump_json().encode()})
            else:
                yield Media(parts={"wav": digest.encode()}, facts={"seconds": 5.0})

    def close(self) -> None:
        return None


class Newer(Toy):
    """The next release of the toy, which makes the very same bytes."""

    abilities: ClassVar[Abilities] = Abilities(revision="2")


class Better(Toy):
    """The release after that, which makes other bytes."""

    abilities: ClassVar[Abilities] = Abilities(revision="3")

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        for media in super().generate(requests):
            yield Media(parts={name: data + b" better" for name, data in media.parts.items()}, facts=media.facts)
