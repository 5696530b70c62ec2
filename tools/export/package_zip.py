"""The package as one archive, the same bytes every time, with names that every system can hold."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from typing import IO

from core.errors import BadInput

Source = bytes | Callable[[], bytes]
"""A member: its bytes, or a function that reads them when their turn comes."""

DATE = (1980, 1, 1, 0, 0, 0)
STORED = frozenset(
    (
        "png",
        "jpg",
        "jpeg",
        "webp",
        "gif",
        "mp4",
        "m4a",
        "webm",
        "mp3",
        "ogg",
        "woff2",
        "zip",
        "docx",
        "pptx",
        "xlsx",
        "epub",
    )
)
"""Endings whose content is already compressed: packing it again costs time and gains nothing."""

MAX_NAME = 80
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "&": " and "})


def safe_name(text: str, limit: int = MAX_NAME) -> str:
    """A file or folder name: lower-case ASCII words joined by hyphens, at most ``limit`` characters, never empty.

    Accents are dropped; words in other scripts become a short hash, so that two of them stay apart.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_SPECIAL).lower().translate(_SPECIAL))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    letters = sum(c.isalnum() for c in plain)
    if not name or 2 * sum(c.isascii() and c.isalnum() for c in plain) < letters or _RESERVED.match(name):
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
        name = f"{name[: limit - 9]}-{digest}".strip("-")
    return name[:limit].strip("-")


def check_path(path: str) -> str:
    """The path, if it can be a member on every system: relative, forward slashes, no odd parts. Else ``BadInput``."""
    parts = path.split("/")
    bad = (
        not path
        or len(path) > 240
        or re.search(r'[\\:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]', path)
        or any(p in ("", ".", "..") or p[-1] in ". " or p[0] == " " or _RESERVED.match(p) for p in parts)
    )
    if bad:
        raise BadInput("not a path that a package may hold", which=path[:120])
    return path


def write_zip(files: Mapping[str, Source], out: IO[bytes]) -> None:
    """Write the archive to an open file, reading one member at a time.

    Members are sorted, dated 1980-01-01 and readable by all; media is stored, the rest deflated. Raises ``BadInput``
    on an unsafe path or on two paths that differ in case alone.
    """
    seen: dict[str, str] = {}
    for path in files:
        folded = unicodedata.normalize("NFC", check_path(path)).casefold()
        if folded in seen:
            raise BadInput(f"two members would be one file on some systems: {seen[folded]!r} and", which=path)
        seen[folded] = path
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(files):
            source = files[path]
            archive.writestr(member(path), source if isinstance(source, bytes) else source(), compresslevel=6)


def member(path: str) -> zipfile.ZipInfo:
    """A directory entry with nothing in it that depends on when or where it was written."""
    info = zipfile.ZipInfo(path, DATE)
    ending = path.rsplit(".", 1)[-1].lower()
    info.compress_type = zipfile.ZIP_STORED if ending in STORED else zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    return info


def zip_bytes(files: Mapping[str, Source]) -> bytes:
    """The archive in memory: for small packages and for tests."""
    out = io.BytesIO()
    write_zip(files, out)
    return out.getvalue()
