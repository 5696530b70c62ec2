"""Where sentences begin and end. Rules alone: stops, closing marks, abbreviations, initials, ordinals, decimals."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”’」』）]*")
_ABBREVIATION = {
    "en": "mr mrs ms dr prof st sr jr vs e.g i.e etc cf fig no vol pp approx ca dept gen col capt rev",
    "es": "sr sra dr dra prof p.ej ej etc fig núm pág págs av aprox ud uds a.c d.c a",
    "de": "dr prof hr fr z.b d.h u.a usw bzw ca vgl nr abs art st abb s etc v.chr n.chr chr v n ggf bspw inkl z d",
    "fr": "m mm mme dr pr p.ex etc fig p pp cf art av env st ste j.-c j",
}
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_INITIAL = re.compile(r"(?:^|[\s.(])[A-ZÀ-Þ]\.$")


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open places of the sentences of ``text``, without the space around them; all other characters are inside one."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] not in "。！？" and not _closes(text, start, match, language):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _closes(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether the stop ends the sentence."""
    after = text[match.end() :].lstrip()
    if not after:
        return True
    if not (after[0].isupper() or after[0].isdigit() or after[0] in "\"'“„«‘([¿¡—–-" or ord(after[0]) > 0x2E80):
        return False
    if match[0] != ".":
        return True
    before = text[start : match.start() + 1]
    word = re.sub(r"^\W+", "", before[:-1].split()[-1].lower()) if before[:-1].split() else ""
    if word in _ABBREVIATION.get(language, "").split() and not (word == "etc" and after[0].isupper()):
        return False
    if _INITIAL.search(before):
        return False
    return not (language == "de" and _ORDINAL.search(before))


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if end > start:
        found.append((start, end))
