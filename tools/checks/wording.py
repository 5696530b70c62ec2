"""Words that must not, and words that must, be there; lengths; and phrases used twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from core.copydeck import Copy, Piece
from core.findings import Finding, Severity
from tools.text.limits import count

from .found import SEED

_ENDINGS: Final = r"(?:s|es|ed|d|ing|ly|er|est|n|en|e|em|ern|ste[nrms]?|r|a|as|os|o|x|['’]s|mente|ment)?"
"""Simple inflections in the five languages that a banned word may wear."""
_CLAUSES = re.compile(r"[.!?…:;,–—|](?=\s|$|[\"”’»])|[。！？，；：｜\n]+|\s[–—]\s")
_HASHTAG = re.compile(r"#\w+")


def plain(text: str) -> str:
    """Case folded NFKC text with straight apostrophes and single spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=4096)
def _matcher(word: str) -> re.Pattern[str] | None:
    word = plain(word)
    if not word:
        return None
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", word):
        return re.compile(re.escape(word))
    start = r"(?<!\w)" if word[0].isalnum() else ""
    end = r"(?!\w)" if word[-1].isalnum() else ""
    forms = re.escape(word) + (_ENDINGS if word[-1].isalpha() and " " not in word else "")
    if len(word) > 3 and word[-1] in "eyao" and word.isalpha():
        stem = re.escape(word[:-1])
        forms = rf"(?:{forms}|{stem}(?:ing|ed|er|est|ies|ied|ier|iest|ily|os?|as?|es?))"
    return re.compile(start + forms + end)


def banned_in(text: str, banned: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """``(word, start, end)`` of each banned word in ``text``, in any simple inflection, compared without case.

    The span counts characters of ``text`` as given; where folding changed its length the span covers all of it.
    """
    folded = plain(text)
    same = len(folded) == len(text)
    found = []
    for word in banned:
        pattern = _matcher(word)
        for m in pattern.finditer(folded) if pattern else ():
            found.append((word, m.start() if same else 0, m.end() if same else len(text)))
    return tuple(found)


def check_banned(text_by_slot: Mapping[str, str], banned: Sequence[str]) -> tuple[Finding, ...]:
    """``T7.banned``: no banned word in any text."""
    return tuple(
        Finding(
            check="T7.banned",
            severity=Severity.HOLD,
            slot=slot,
            place={"span": [a, b]},
            evidence=f"{word!r} stands in: {_around(text, a, b)}",
            remedy="Say it without this word; the brand has banned it.",
            avoid=(word,),
        )
        for slot, text in sorted(text_by_slot.items())
        for word, a, b in banned_in(text, banned)
    )


def check_required(all_text: str, legal: Sequence[str]) -> tuple[Finding, ...]:
    """``T7.legal``: each legal line stands somewhere, word for word (white space and signs that draw nothing apart)."""
    seen = _drawn(all_text)
    return tuple(
        Finding(
            check="T7.legal",
            severity=Severity.BLOCK,
            evidence=f"missing: {line}",
            remedy="Set this line, word for word, where the brief wants it.",
        )
        for line in legal
        if line.strip() and _drawn(line).strip() not in seen
    )


def _drawn(text: str) -> str:
    """What can be seen of a text: layouts leave out marks of direction and joiners and set curly apostrophes, which no reader
    would call other words."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    return re.sub(r"\s+", " ", "".join(c for c in plain if unicodedata.category(c) != "Cf" and c not in "\ufe0e\ufe0f"))


def check_limits(copy: Copy, limit: int, channel: str = "", slot: str = "") -> tuple[Finding, ...]:
    """``T6.limits``: no piece longer than ``limit`` as ``channel`` counts, and none empty. ``limit`` 0: no upper limit."""
    found = []
    for piece in copy.pieces:
        length = count(piece.text, channel)
        if not piece.text.strip():
            found.append(_limit(slot, piece, "the text is empty", SEED))
        elif limit and length > limit:
            found.append(
                _limit(slot, piece, f"{length} characters, {limit} allowed: {piece.text}", "Use a shorter line.")
            )
    return tuple(found)


def _limit(slot: str, piece: Piece, evidence: str, remedy: str) -> Finding:
    return Finding(
        check="T6.limits",
        severity=Severity.HOLD,
        slot=slot,
        place={"span": [0, len(piece.text)]},
        evidence=evidence,
        remedy=remedy,
        avoid=(piece.text,) if piece.text else (),
        again=not piece.text,
    )


def repeats(texts: Mapping[str, Copy]) -> tuple[Finding, ...]:
    """``T6.repeats``: no clause of the writer's own stands twice in a campaign (WARN), and no piece twice in one text (HOLD).

    ``texts`` are the copies of one language by slot. What rests on a fact may come again: a price is said on the page and
    in the film. Alternative texts describe pictures that are alike, and are not read.
    """
    first: dict[str, str] = {}
    found = []
    for slot, copy in sorted(texts.items()):
        if copy.role == "alt":
            continue
        pieces: set[str] = set()
        for piece in copy.pieces:
            whole = plain(piece.text)
            if whole in pieces:
                found.append(_repeat(slot, piece, piece.text, slot, Severity.HOLD))
            pieces.add(whole)
            for clause in own_clauses(piece):
                key = f"{copy.language}:{plain(clause)}"
                if key in first:
                    found.append(_repeat(slot, piece, clause, first[key], Severity.WARN))
                first.setdefault(key, slot)
    return tuple(found)


def own_clauses(piece: Piece) -> tuple[str, ...]:
    """Clauses of four words (seven Chinese characters) or more that rest on no fact; hashtags are names."""
    rest = list(piece.text)
    for cite in piece.cites:
        rest[cite.start : cite.end] = "\n" * (min(cite.end, len(rest)) - cite.start)
    found = (part.strip() for part in _CLAUSES.split(_HASHTAG.sub("\n", "".join(rest))))
    return tuple(c for c in found if len(c.split()) >= 4 or len(re.findall("[\u3400-\u9fff]", c)) >= 7)


def _repeat(slot: str, piece: Piece, text: str, other: str, severity: Severity) -> Finding:
    start = max(piece.text.find(text), 0)
    return Finding(
        check="T6.repeats",
        severity=severity,
        slot=slot,
        place={"span": [start, start + len(text)]},
        evidence=f"said before in {other!r}: {text}",
        remedy="Say it another way here.",
        avoid=(text,),
    )


def _around(text: str, a: int, b: int) -> str:
    return text[max(0, a - 30) : b + 30]
