"""Every format of a source in one table, and which of them a file is."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core.errors import BadInput, BottegaError
from core.source import Reading

from .decode import binary
from .limits import PARSER_FAILURES, broken, nothing_in, refuse_large
from .pieces import Found, reading

Finder = Callable[[bytes, str], Found]


@dataclass(frozen=True)
class Format:
    """A format: what it is called, how its files are named, and the module whose ``found(data, name)`` reads them."""

    title: str
    module: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    magic: tuple[bytes, ...] = ()
    """First bytes that every such file has; empty for text."""


FORMATS: Final = (
    Format("PDF", "pdf", (".pdf",), ("application/pdf",), (b"%PDF-",)),
    Format("a Word document", "docx", (".docx", ".docm", ".dotx"),
           ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), (b"PK\x03\x04",)),
    Format("EPUB", "epub", (".epub",), ("application/epub+zip",), (b"PK\x03\x04",)),
    Format("HTML", "html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    Format("Markdown", "md", (".md", ".markdown", ".mdown"), ("text/markdown", "text/x-markdown")),
    Format("text", "txt", (".txt", ".text"), ("text/plain",)),
)  # fmt: skip
_LEGACY: Final = {
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or PowerPoint file", b"{\\rtf": "an RTF document", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x1f\x8b": "a compressed file", b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive", b"ID3": "a sound file", b"OggS": "a sound file", b"RIFF": "a media file",
}  # fmt: skip


def read(data: bytes, name: str, media: str = "") -> Reading:
    """What a source says, whichever format it is in.

    Args:
        data: the file's bytes; untrusted.
        name: its file name, which is only shown and whose ending tells the format where nothing better does.
        media: its media type if known, else empty.

    Raises:
        BadInput: too large, no known format, broken, encrypted, hostile, or without text; says what to do.
    """
    refuse_large(name, data)
    if not data.strip(b"\x00 \t\r\n"):
        raise nothing_in(name)
    chosen = choose(data, name, media)
    finder: Finder = importlib.import_module(f"{__package__}.{chosen.module}").found
    try:
        return reading(name, finder(data, name))
    except BottegaError:
        raise
    except PARSER_FAILURES as error:
        raise broken(name, chosen.title) from error


def source_type(name: str, data: bytes) -> str:
    """Media type of a source by its content. ``BadInput`` where it is too large, empty, or none that can be read."""
    refuse_large(name, data)
    if not data.strip(b"\x00 \t\r\n"):
        raise nothing_in(name)
    return choose(data, name).media[0]


def choose(data: bytes, name: str, media: str = "") -> Format:
    """The file's format: by its first bytes, else by its media type, else by its ending. ``BadInput`` where none fits."""
    head = data[:1024]
    if b"%PDF-" in head:
        return FORMATS[0]
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name, media)
    for magic, what in _LEGACY.items():
        if head.startswith(magic):
            raise BadInput(f"this is {what}, no source that can be read", which=name, remedy=_REMEDY)
    named = _named(name, media)
    if named.magic:
        raise broken(name, named.title)
    if binary(data):
        raise BadInput("this is no text", which=name, remedy=_REMEDY)
    return named


_REMEDY: Final = "Save it as PDF, DOCX, EPUB, HTML, Markdown or plain text."


def _zipped(data: bytes, name: str, media: str) -> Format:
    """EPUB and Word are both zips: the first names itself, the second has a document part."""
    if b"mimetypeapplication/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
        return FORMATS[2]
    if b"word/" in data:
        return FORMATS[1]
    try:
        named = _named(name, media)
    except BadInput:
        named = FORMATS[5]
    if named.magic and named.module != "pdf":
        return named
    raise BadInput("this archive is neither a Word document nor an EPUB", which=name, remedy=_REMEDY)


def _named(name: str, media: str) -> Format:
    media = media.split(";")[0].strip().lower()
    for known in FORMATS:
        if media in known.media and not (media == "text/plain" and _by_ending(name)):
            return known
    if found := _by_ending(name):
        return found
    if media.startswith("text/") or not media:
        return FORMATS[5]
    raise BadInput("sources of this kind cannot be read", which=f"{name} ({media[:60]})", remedy=_REMEDY)


def _by_ending(name: str) -> Format | None:
    lower = name.lower()
    return next((known for known in FORMATS if lower.endswith(known.endings)), None)
