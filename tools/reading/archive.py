"""A zip from outside, opened with care: counted and measured before anything is unpacked, and never by a path's own wish."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from typing import Final
from urllib.parse import unquote

from core.errors import BadInput

from .limits import MAX_MEMBER, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, broken

_ENTITY: Final = re.compile(rb"<!\s*ENTITY|<\0!\0E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y", re.I)
_REMEDY: Final = "Save it again from the program that made it."


class Archive:
    """The members of a zip file in memory.

    Raises ``BadInput``: no zip, encrypted, too many or too large members, packed like a bomb, or names that leave the archive.
    """

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self.name, self._kind = name, kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise broken(name, kind) from error
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise self._refused("the archive holds too many files")
        for member in members:
            self._check(member)
        if sum(m.file_size for m in members) > MAX_UNPACKED:
            raise self._refused("the archive unpacks to more than it may")
        self.names = frozenset(m.filename for m in members)

    def _check(self, member: zipfile.ZipInfo) -> None:
        path = member.filename.replace("\\", "/")
        if path.startswith("/") or re.match("[A-Za-z]:", path) or ".." in path.split("/"):
            raise self._refused("the archive holds a file whose path leaves it")
        if member.flag_bits & 1:
            raise BadInput(
                "the file is encrypted", which=self.name, remedy="Give a copy without a password or rights management."
            )
        if member.file_size > 1_000_000 and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise self._refused("the archive is packed like a bomb")

    def _refused(self, what: str) -> BadInput:
        return BadInput(what, which=self.name, remedy=_REMEDY)

    def bytes_of(self, path: str) -> bytes:
        """A member's content. ``BadInput`` where it is absent, over ``MAX_MEMBER`` bytes, or does not unpack to what it says."""
        try:
            size = self._zip.getinfo(path).file_size
            if size > MAX_MEMBER:
                raise self._refused("a text inside the archive is too large")
            with self._zip.open(path) as member:
                return member.read(MAX_MEMBER + 1)
        except BadInput:
            raise
        except (
            KeyError,
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ) as error:
            raise broken(self.name, self._kind) from error
        except (zlib.error, lzma.LZMAError) as error:
            raise broken(self.name, self._kind) from error

    def xml(self, path: str) -> bytes:
        """A member that is XML. ``BadInput`` also where it declares entities: they can grow without end or read files."""
        data = self.bytes_of(path)
        if _ENTITY.search(data):
            raise self._refused("the file declares XML entities, which are refused")
        return data

    def path(self, base: str, reference: str) -> str:
        """The member that a reference inside ``base`` means; empty where it leaves the archive or is an address elsewhere."""
        target = unquote(reference.split("#")[0].split("?")[0])
        if not target or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
            return ""
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
        return joined if joined in self.names else ""
