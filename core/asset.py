"""What was made, where it came from, and what left the house."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from core.model import Frozen

DIGEST = r"^[0-9a-f]{64}$"


class Blob(Frozen):
    """A stored byte string, named by its SHA-256."""

    digest: str = Field(pattern=DIGEST)
    size: int = Field(ge=0)
    media: str


class Origin(Frozen):
    """Who made an asset and under which terms."""

    backend: str
    """``modality:name`` as in the registry, or ``human``."""
    model: str = ""
    revision: str = ""
    licence: str = ""
    """SPDX id of the terms on what was made, or a short name."""
    source_type: str = "algorithmicMedia"
    """IPTC digital source type, last part of its URI."""
    seed: int = 0
    request: str = ""
    """Hash of the request: prompts themselves never leave."""


class Asset(Frozen):
    """One made thing. ``parts`` maps a part's name to its blob; ``main`` names the one that stands for it."""

    slot: str
    key: str
    main: str
    parts: dict[str, Blob]
    facts: dict[str, Any] = {}
    alt: str = ""
    origin: Origin
    pinned: bool = False
    """A person's own version: regeneration proposes, never overwrites."""

    def digest(self, part: str = "") -> str:
        """Digest of a part; the main one by default. ``KeyError`` if there is no such part."""
        return self.parts[part or self.main].digest


class File(Frozen):
    """One member of a package."""

    path: str
    blob: Blob
    slot: str = ""


class Deliverable(Frozen):
    """The files and the digest of their content, before any signature."""

    kind: str
    title: str
    files: tuple[File, ...]
    content_digest: str
    draft: bool = True
