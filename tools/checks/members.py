"""Every byte string inside a package's file: archives are opened, packed text chunks unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

MAX_MEMBER = 64 * 2**20
MAX_DEPTH = 3


class Inside(NamedTuple):
    """A byte string and where it was found: ``deck.docx!word/document.xml``."""

    path: str
    data: bytes


class TooDeep(ValueError):
    """An archive that is nested, or swells, beyond what a package of ours could hold."""


def inside(path: str, data: bytes, depth: int = 0) -> Iterator[Inside]:
    """The file itself, then what is packed in it. Raises ``TooDeep`` or ``zipfile.BadZipFile``."""
    yield Inside(path, data)
    if data[:4] == b"PK\x03\x04":
        if depth >= MAX_DEPTH:
            raise TooDeep(f"{path}: archives nested more than {MAX_DEPTH} deep")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(i.file_size for i in archive.infolist()) > 16 * MAX_MEMBER:
                raise TooDeep(f"{path}: unpacks to more than {16 * MAX_MEMBER} bytes")
            for info in archive.infolist():
                yield Inside(f"{path}!name", info.filename.encode() + b"\n" + info.comment)
                if not info.is_dir():
                    yield from inside(f"{path}!{info.filename}", _member(archive, info, path), depth + 1)
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _png(path, data)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> bytes:
    if info.file_size > MAX_MEMBER:
        raise TooDeep(f"{path}!{info.filename}: larger than {MAX_MEMBER} bytes")
    with archive.open(info) as stream:
        return stream.read(MAX_MEMBER + 1)


def _png(path: str, data: bytes) -> Iterator[Inside]:
    """Compressed text of a PNG (zTXt, iTXt, iCCP), unpacked; plain text chunks are already in the file's own bytes."""
    at = 8
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        at += 12 + size
        if kind in (b"zTXt", b"iCCP"):
            packed = body.partition(b"\0")[2][1:]
        elif kind == b"iTXt" and body.partition(b"\0")[2][:1] == b"\1":
            packed = body.partition(b"\0")[2][2:].split(b"\0", 2)[-1]
        else:
            continue
        try:
            yield Inside(f"{path}!{kind.decode()}", zlib.decompressobj().decompress(packed, MAX_MEMBER))
        except zlib.error:
            yield Inside(f"{path}!{kind.decode()}", packed)
