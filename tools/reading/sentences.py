"""Running text to sentences, by rule: terminators, and what a full stop may otherwise mean in five languages.

The rules follow the usual account of sentence boundary disambiguation (abbreviations, ordinals, initials and what stands next
decide), with lists per language in ``data/abbreviations.json``.
"""

from __future__ import annotations

import re
from typing import Final

from .abbreviations import Rules, rules_of

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_END: Final = re.compile(r"(?:[.!?…]+|[。！？｡．]+)(?:[\"'”’“‘»)\]』」】）》]+|(?<=[.!?…]) ?»)*")
_OPEN: Final = "\"'“‘„‚«‹([{¿¡—–-『「【（《"
_TOKEN: Final = re.compile(r"[^\s\"'“‘„‚«‹(\[{—–/]+$")
_NEXT: Final = re.compile(rf"[\s]*([{re.escape(_OPEN)}]*)\s?([^\W\d_]+(?:['’][^\W\d_]+)?|\d+|\S)?")
_SAID: Final = re.compile(r"\s*[他她它我你您]?们?(?:[\u4e00-\u9fff]{0,4})?(?:说|道|问|答|喊|叫|写道|回答|表示)")
_HAN_END: Final = "。！？｡．"
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ROMAN: Final = re.compile(r"[IVXLC]+$")
_LOOK: Final = 60
_WEEKDAYS: Final = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "est",
        "edt",
        "pst",
        "gmt",
        "utc",
        "cet",
    ]
)
_UNITS: Final = frozenset(
    ["m", "km", "cm", "mm", "kg", "g", "mg", "l", "ml", "s", "h", "min", "t", "ha", "w", "v", "a", "n", "j", "k"]
)


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Start and end of each sentence of ``text``, in order, without the white space round them.

    Every character that is no white space lies in exactly one. Blank lines always part sentences.

    Args:
        language: primary tag; other than en, es, de, fr or zh is taken as English with every script's terminators.
    """
    rules = rules_of(language)
    found: list[tuple[int, int]] = []
    place = 0
    for stop in [*_PARAGRAPH.finditer(text), None]:
        limit = stop.start() if stop else len(text)
        _part(text, place, limit, rules, found)
        place = stop.end() if stop else limit
    return found


def _part(text: str, start: int, limit: int, rules: Rules, found: list[tuple[int, int]]) -> None:
    begin = start
    for stop in _END.finditer(text, start, limit):
        if _ends(text, begin, stop, limit, rules):
            _add(text, begin, stop.end(), found)
            begin = stop.end()
    _add(text, begin, limit, found)


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return
    first = start + len(part) - len(part.lstrip())
    if not any(c.isalnum() for c in stripped) and found and not _PARAGRAPH.search(text, found[-1][1], first):
        found[-1] = (found[-1][0], first + len(stripped))
    else:
        found.append((first, first + len(stripped)))


def _ends(text: str, begin: int, stop: re.Match[str], limit: int, rules: Rules) -> bool:
    """Whether a terminator with its closing quotes ends the sentence that began at ``begin``."""
    mark, end = stop[0], stop.end()
    if end >= limit:
        return True
    ahead = text[end : min(end + _LOOK, limit)]
    if mark[0] in _HAN_END:
        return not (mark[-1] in '”』」’"' and _SAID.match(ahead))
    following = ahead[0]
    bare = mark.rstrip("\"'”’“‘»)]』」】）》 ")
    if not following.isspace() and not _HAN.match(following) and following not in "¿¡":
        return False
    if _HAN.match(following) and bare.strip("!?") and not _LETTERS.match(text[stop.start() - 1 : stop.start()] or " "):
        return bare in ("……", "…") and mark != bare
    if _HAN.match(following):
        return mark[0] in "!?" or (mark != bare and mark[0] == "…")
    found = _NEXT.match(ahead)
    opener, word = (found[1], found[2] or "") if found else ("", "")
    if mark[0] in "!?" and set(bare) <= set("!?"):
        return not word[:1].islower() and word not in (",", ";", ":")
    if not _may_open(opener, word):
        return False
    if len(bare) > 1 or bare == "…":
        return word[:1].isupper() or opener[:1] in "¿¡" or bool(_HAN.match(word))
    token = _token(text, begin, stop.start())
    if (
        mark != bare
        and not mark.startswith(".)")
        and len(token) > 1
        and token.isalpha()
        and not _known(token.lower(), rules)
    ):
        return True
    return _full_stop(token, word, opener, text[begin : stop.start()].strip() == token, rules)


def _may_open(opener: str, word: str) -> bool:
    """Whether a sentence can open so: not in lower case, not with a comma."""
    if any(c in "¿¡" for c in opener):
        return True
    if not word:
        return bool(opener)
    return not word[0].islower() and word[0] not in ",;:)]}”’»%&=<>/+*|"


def _token(text: str, begin: int, end: int) -> str:
    found = _TOKEN.search(text[max(begin, end - _LOOK) : end])
    return found[0] if found else ""


def _known(token: str, rules: Rules) -> bool:
    return token in rules.name or token in rules.number or token in rules.inner or token in rules.ending


def _full_stop(token: str, word: str, opener: str, alone: bool, rules: Rules) -> bool:
    """Whether one full stop after ``token`` ends a sentence before ``word``. ``alone``: the token is all there is of it so far."""
    low, starter = token.lower().rstrip(")]"), word.lower() in rules.starters and word[:1].isupper()
    if any(c in "¿¡" for c in opener):
        return True
    if token.isdigit():
        if alone:
            return False
        return starter or not (rules.language == "de" and len(token) <= 3 and word[:1].isupper())
    if low in rules.name and (token[:1].isupper() or len(token) > 1):
        return False
    if low in rules.inner and not (len(token) == 1 and token.isupper() and starter):
        return False
    if low in rules.number:
        return not (
            word[:1].isdigit()
            or _ROMAN.match(word)
            or opener.startswith(("(", "["))
            or (word[:1].isupper() and len(word) == 1)
        ) and (starter or not _short(token))
    if low in rules.ending:
        return (
            word.lower() not in _WEEKDAYS
            and (starter or "." not in token or low in ("a.m", "p.m") or not word[:1].isupper())
            and not word[:1].isdigit()
        )
    if len(token) == 1 and token.isalpha():
        return _letter(token, starter, alone)
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", token) or re.fullmatch(r"(?:[A-Z][a-z]?\.-?)+[A-Z][a-z]?", token):
        return starter
    return not (alone and re.fullmatch(r"\(?(?:\d+(?:\.\d+)*|[ivx]{1,5})", token))


def _short(token: str) -> bool:
    """Whether an abbreviation of a number word is also no word of its own: "fig.", not "no."."""
    return token.lower() not in ("no", "in", "art", "col", "app", "ex", "ed", "tab", "t", "h", "s", "al", "n")


def _letter(token: str, starter: bool, alone: bool) -> bool:
    """After a single letter: an initial, unless a word follows that only opens sentences."""
    if alone:
        return False
    if token.islower() and token in _UNITS and starter:
        return True
    return starter
