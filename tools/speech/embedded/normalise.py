"""From words as written to words as said, remembering which came from which.

Figures, money, units, dates, addresses, abbreviations, capitals and the request's own pronunciations are spelt out
for the languages of ``numbers.SPELT``; in any other only pronunciations are applied and unspeakable characters
dropped. Nothing here is markup: angle brackets become spaces, so no SSML ever reaches the voice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from core.requests import Pronunciation

from .amounts import NOUN, Rule, amount_rules
from .dates import date_rules
from .everyday import figure_rules, joint_rules, phone_rules
from .names import name_rules
from .numbers import SPELT
from .symbols import symbol_rules
from .words import IDEOGRAPH, Span, written_words

_SIGNS: Final = {
    **dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„«»\"‹›", " "), "…": ".", "·": " ",
    **dict.fromkeys("<>|\\^~*_#•/@", " "), "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
_BRACKETS: Final = "()[]{}（）【】《》「」『』—–―"
_PAUSES: Final = ",.;:!?。，、；：！？"
_SPOKEN_PUNCTUATION: Final = "'-.,;:!?¿¡。，、；：！？%$€£°"


@dataclass(frozen=True)
class Spoken:
    """One line as said. ``origin[i]`` is the offset in the written line that spoken character ``i`` stands for."""

    text: str
    origin: tuple[int, ...]

    @property
    def silent(self) -> bool:
        """True when there is nothing in it to say."""
        return not any(c.isalnum() for c in self.text)


def spoken(line: str, language: str, lexicon: Sequence[Pronunciation] = ()) -> Spoken:
    """``line`` as a voice should read it. Never raises; text of no sound gives an empty ``text``.

    Args:
        line: written text of any length and content.
        language: BCP 47 tag; its primary part chooses the rules.
        lexicon: pronunciations, matched as whole words without case, before all other rules.
    """
    primary = re.split("[-_]", language.lower())[0]
    own = list(_lexicon_rules(lexicon))
    first, later = _rules(primary if primary in SPELT else "")
    named: list[Rule] = [(pattern, partial(_renamed, callback, own)) for pattern, callback in first]
    out: list[tuple[str, int]] = []
    words = written_words(line)
    at = 0
    for start, end, said in _chosen(line, [*named, *own, *later]):
        out += _plain(line, at, start)
        out += _placed(said, start, end, words)
        at = end
    out += _plain(line, at, len(line))
    return _tidy(out)


@cache
def _rules(language: str) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """All rules of a language in order of precedence: those before the request's pronunciations, those after."""
    if not language:
        return (), ()
    first, later = symbol_rules(language)
    figures = (*phone_rules(language), *date_rules(language), *figure_rules(language), *amount_rules(language))
    return tuple(first), (*figures, *later, *joint_rules(language), *name_rules())


def _renamed(callback: Callable[[re.Match[str]], str | None], own: Sequence[Rule], m: re.Match[str]) -> str | None:
    """What a rule says, with the request's pronunciations in it: names in addresses."""
    said = callback(m)
    for pattern, name in own:
        found = pattern.search(said or "")
        said = pattern.sub((name(found) or "").replace("\\", r"\\"), said) if said and found else said
    return said


def _lexicon_rules(lexicon: Sequence[Pronunciation]) -> Iterator[Rule]:
    for entry in sorted(lexicon, key=lambda e: -len(e.word)):
        word = entry.word.strip()
        if not word:
            continue
        before = "" if _unspaced(word[0]) else r"(?<![^\W\u3005-\u9fff])"
        after = "" if _unspaced(word[-1]) else r"(?![^\W\u3005-\u9fff])"
        yield re.compile(before + re.escape(word) + after, re.IGNORECASE), partial(_said, entry.spoken)


def _said(words: str, _: re.Match[str]) -> str:
    return words


def _unspaced(char: str) -> bool:
    """True where a word may end against the next: signs and ideographs."""
    return bool(IDEOGRAPH.match(char)) or not char.isalnum()


def _chosen(line: str, rules: Sequence[Rule]) -> list[tuple[int, int, str]]:
    """Non-overlapping replacements ``(start, end, said)`` in order; an earlier rule wins over a later one."""
    taken = bytearray(len(line))
    found: list[tuple[int, int, str]] = []
    for pattern, callback in rules:
        for match in pattern.finditer(line):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            said = callback(match)
            if said is not None:
                taken[start:end] = b"\1" * (end - start)
                found.append((start, end, said))
    return sorted(found)


def _plain(line: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Characters that no rule took, each with its own offset, made speakable."""
    for i in range(start, end):
        if line[i] in _BRACKETS:
            yield from ((",", i), (" ", i))
        else:
            yield _speakable(line[i]), i


def _speakable(char: str) -> str:
    """The character itself, a milder sign or a space. Emoji, controls and direction marks become spaces."""
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isspace():
        return " "
    kind = unicodedata.category(char)
    if kind[0] in "LN" or kind in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f" or char in _SPOKEN_PUNCTUATION:
        return char
    return "" if kind in ("Cf", "Mn", "Me") else " "


def _placed(said: str, start: int, end: int, words: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """The characters of a replacement, its words shared among the written words that it covers.

    What comes after a ``NOUN`` belongs to the last of them; else they are shared evenly.
    """
    covered = [max(a, start) for a, b in words if a < end and b > start] or [start]
    figure, _, noun = said.partition(NOUN)
    groups = [(figure, covered[:-1]), (noun, covered[-1:])] if noun and len(covered) > 1 else [(said, covered)]
    if said and said.lstrip()[:1].isalnum():
        yield "\0", covered[0]
    last = ""
    for text, offsets in groups:
        pieces = [text[a:b] for a, b in written_words(text, group=1)]
        for j, piece in enumerate(pieces):
            offset = offsets[j * len(offsets) // len(pieces)]
            if last and not (IDEOGRAPH.match(piece) or IDEOGRAPH.match(last)):
                yield " ", offset
            yield from ((_speakable(char), offset) for char in piece)
            last = piece
    yield "\0", covered[-1]


def _tidy(chars: Sequence[tuple[str, int]]) -> Spoken:
    """One space between words, none elsewhere; a ``\\0`` parts two words that would else run together."""
    text: list[str] = []
    origin: list[int] = []
    gap = joint = False
    for char, offset in chars:
        if char in ("", "\0", " "):
            gap, joint = gap or char == " ", joint or char == "\0"
            continue
        last = text[-1] if text else ""
        if char in _PAUSES and (not last or last in _PAUSES):
            continue
        letters = char.isalnum() and last.isalnum() and not IDEOGRAPH.match(char + last) and not IDEOGRAPH.match(last)
        if last and ((gap and char not in _PAUSES) or (joint and letters)):
            text.append(" ")
            origin.append(offset)
        text.append(char)
        origin.append(offset)
        gap = joint = False
    return Spoken("".join(text), tuple(origin))
