"""Bytes to text: which encoding it is, told by marks, declarations and what decodes to sensible words."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,20})""")
_ALLOWED: Final = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252",
    "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-15": "iso-8859-15", "gb2312": "gb18030",
    "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
}  # fmt: skip
"""Declared names and what browsers take them for (WHATWG Encoding)."""
_SAMPLE: Final = 200_000


def text_of(data: bytes, *, markup: bool = False) -> tuple[str, str]:
    """The text and the name of its encoding.

    Tried in order: byte order mark; zero bytes that tell UTF-16 without one; what markup declares; UTF-8; then GB 18030 or
    Windows-1252, whichever gives the likelier text. Bytes that fit no encoding are dropped, and the name says ``damaged``.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "ignore"), name
    if wide := _wide(data):
        return data.decode(wide, "ignore"), wide
    declared = _declared(data) if markup else ""
    for name in (declared, "utf-8"):
        if name:
            try:
                return data.decode(name), name
            except UnicodeDecodeError:
                continue
    return _guess(data)


def binary(data: bytes) -> bool:
    """Whether this is no text at all: many controls that no text holds, and no UTF-16."""
    head = data[:_SAMPLE]
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    odd = len(head) - len(head.translate(None, bytes([*range(9), *range(14, 27), *range(28, 32)])))
    return odd > max(2, len(head) // 100)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: for Latin text every other byte is zero, for Chinese line ends and spaces still are."""
    head = data[: min(len(data), _SAMPLE) & ~1]
    if len(head) < 8:
        return ""
    even, odd = head[::2], head[1::2]
    if odd.count(0) > len(odd) * 0.4 and even.count(0) < len(even) * 0.05:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.4 and odd.count(0) < len(odd) * 0.05:
        return "utf-16-be"
    return ""


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:2048])
    return _ALLOWED.get(found[1].decode("ascii").lower(), "") if found else ""


def _guess(data: bytes) -> tuple[str, str]:
    if _mostly_utf8(data):
        return data.decode("utf-8", "ignore"), "utf-8 (damaged)"
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        chinese = ""
    if chinese and _likely_chinese(chinese[:_SAMPLE], data[:_SAMPLE]):
        return chinese, "gb18030"
    return data.decode("cp1252", "ignore"), "cp1252"


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few bad bytes: many well-formed sequences, and hardly any loss."""
    head = data[:_SAMPLE]
    kept = head.decode("utf-8", "ignore")
    wide = sum(c > "\x7f" for c in kept)
    lost = len(head) - len(kept.encode())
    return wide >= 8 and lost * 20 < wide


def _likely_chinese(text: str, data: bytes) -> bool:
    """GB 18030 read rightly gives everyday characters in runs; accented Latin letters read so give rare ones, alone."""
    common = sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：？！“”（）《》" for c in text)
    high = sum(b > 0x7F for b in data)
    everyday = sum(c in _EVERYDAY for c in text)
    return common * 2 >= high * 0.8 and everyday * 25 >= common and common > 0


_EVERYDAY: Final = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身，。"
)
"""Among the most frequent characters of modern Chinese; about half of any running text."""
