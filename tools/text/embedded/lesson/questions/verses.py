"""Questions about a poem: the order of its lines, the word that is missing, the word that rhymes, and how a stanza rhymes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.knowledge import Sentence
from core.lesson import Choice
from tools.text.embedded.lesson.understand.verse import BREAK

from .ground import Draft, Ground, mixed
from .voice import fold, usable

_STANZAS: Final = 12
_LINES: Final = (4, 8)
_SHORT: Final = 3
"""Letters that a word at the end of a line has at least, to be asked for."""
_VOWELS: Final = "aeiouyàáâäæèéêëìíîïòóôöœùúûüÿ"
_SCHEMES: Final = {"aabb": [(0, 1), (2, 3)], "abab": [(0, 2), (1, 3)], "abba": [(0, 3), (1, 2)]}
"""Which of four lines rhyme."""
_LOOK_ALIKE: Final = re.compile(
    r"(?:ove|ough|oughs|ood|ead|ear|eard|one|ome|ost|own|ow|omb|ord|ork|ere|ould|ive|aid|as|eat|our)$"
)
"""English endings that are written alike and spoken in two ways."""
_SILENT: Final = {
    "fr": re.compile(r"(?:ent|es|e|s|x|t|d)$"),
    "en": re.compile(r"$^"),
    "de": re.compile(r"$^"),
    "es": re.compile(r"$^"),
}
"""Endings that are written and not spoken: where they differ, words may still rhyme."""


@dataclass(frozen=True)
class _Stanza:
    """A stanza's lines, and the last word of each."""

    sentence: Sentence
    lines: tuple[str, ...]

    @property
    def ends(self) -> tuple[str, ...]:
        return tuple(_last(line) for line in self.lines)


def from_verse(ground: Ground) -> Iterator[Draft | None]:
    """Questions for each stanza, in the order of the poem."""
    poem = [
        _Stanza(s, tuple(s.text.split(BREAK)))
        for s in ground.knowledge.sentences
        if s.text.count(BREAK) >= _LINES[0] - 1
    ][:_STANZAS]
    for stanza in poem:
        yield _order(ground, stanza)
        yield from _missing(ground, stanza)
        yield from _rhymes(ground, stanza, poem)
        yield _scheme(ground, stanza)


def _order(ground: Ground, stanza: _Stanza) -> Draft | None:
    """Its lines in their order: not where one comes twice."""
    lines = [_bare(line) for line in stanza.lines]
    if not _LINES[0] <= len(lines) <= _LINES[1] - 2 or len(set(map(fold, lines))) < len(lines):
        return None
    if not all(usable(line, 90) for line in lines):
        return None
    span = stanza.sentence.span
    return ground.draft(
        "ordering", "core", ground.voice.say("verse_order", start=lines[0]), (span,),
        key=["verse", lines], about=[stanza.sentence.text], blooms=("remember", "understand", "apply", "analyse"),
        facts=[f"{span.source}:{span.start}:lines"], steps=tuple(lines), points=2, feedback=_quoted(ground, stanza),
    )  # fmt: skip


def _missing(ground: Ground, stanza: _Stanza) -> Iterator[Draft | None]:
    """The word at the end of a line that a line before it rhymes with, and one from among the rest to choose from."""
    span, ends = stanza.sentence.span, stanza.ends
    for i in range(len(ends) - 1, 0, -1):
        partner = next((j for j in range(i) if _rhyme(ends[i], ends[j], ground.voice.language)), None)
        text = " ".join(stanza.lines)
        if partner is None or not _askable(ends[i], text):
            continue
        lines = list(stanza.lines)
        at = lines[i].rfind(ends[i])
        lines[i] = f"{lines[i][:at]}[1]{lines[i][at + len(ends[i]) :]}"
        shown = lines[min(partner, i) : i + 1]
        yield ground.draft(
            "cloze", "core", ground.voice.say("verse_gap", rhyme=ends[partner], gapped=BREAK.join(shown)), (span,),
            key=["verse gap", lines], about=[stanza.sentence.text], blooms=("remember", "understand"),
            facts=[f"{span.source}:{span.start}:{ends[i]}"], gives=(ends[i],), gaps=((ends[i],),),
            feedback=ground.voice.say("verse_rhyme", first=ends[partner], second=ends[i]),
        )  # fmt: skip
        return


def _rhymes(ground: Ground, stanza: _Stanza, poem: list[_Stanza]) -> Iterator[Draft | None]:
    """Which word rhymes with another: one that surely does among ends of lines that surely do not."""
    language, span = ground.voice.language, stanza.sentence.span
    ends = stanza.ends
    for i, word in enumerate(ends):
        partner = next((e for e in ends[i + 1 :] if _rhyme(word, e, language)), None)
        if partner is None or not _askable(word, " ".join(stanza.lines)):
            continue
        own = list(dict.fromkeys(e for s in (stanza, *poem) for e in s.ends if usable(e, 30) and len(e) >= _SHORT))
        wrong = [e for e in own if all(_apart(e, o, language) for o in (word, partner))][:6]
        wrong = list(ground.shuffled(wrong, word, "rhymes"))[:3]
        if len(wrong) < 2 or any(fold(a) == fold(b) for k, a in enumerate(wrong) for b in wrong[:k]):
            continue
        said = ground.voice.say("verse_rhyme", first=word, second=partner)
        choices = [
            Choice(text=w, feedback=ground.voice.say("verse_apart", first=word, second=w), spans=(span,)) for w in wrong
        ]
        right = Choice(text=partner, right=True, feedback=said, spans=(span,))
        yield ground.draft(
            "multiple_choice", "support", ground.voice.say("verse_with", word=word), (span,),
            key=["rhyme", word, partner], about=[stanza.sentence.text], blooms=("remember", "understand"),
            facts=[f"{span.source}:{span.start}:{word}"], choices=mixed(ground, right, choices, word), feedback=said,
        )  # fmt: skip
        return


def _scheme(ground: Ground, stanza: _Stanza) -> Draft | None:
    """How a stanza of four lines rhymes, where each line surely has one partner and surely no other."""
    ends, language, span = stanza.ends, ground.voice.language, stanza.sentence.span
    if len(ends) != 4:
        return None
    pairs = [(i, j) for i in range(4) for j in range(i + 1, 4) if _rhyme(ends[i], ends[j], language)]
    found = next((name for name, wanted in _SCHEMES.items() if pairs == wanted), None)
    loose = [(i, j) for i in range(4) for j in range(i + 1, 4) if (i, j) not in pairs]
    if found is None or not all(_apart(ends[i], ends[j], language) for i, j in loose):
        return None
    said = ground.voice.say("verse_scheme_is", scheme=found, ends=", ".join(ends))
    choices = [Choice(text=s, feedback=said, spans=(span,)) for s in _SCHEMES if s != found]
    right = Choice(text=found, right=True, feedback=said, spans=(span,))
    return ground.draft(
        "multiple_choice", "stretch", ground.voice.say("verse_scheme", start=_bare(stanza.lines[0])), (span,),
        key=["scheme", ends], about=[stanza.sentence.text], blooms=("analyse", "understand"),
        facts=[f"{span.source}:{span.start}:scheme"], choices=mixed(ground, right, choices, "scheme"), feedback=said,
    )  # fmt: skip


def _quoted(ground: Ground, stanza: _Stanza) -> str:
    return ground.voice.say("quote", text=stanza.sentence.text)


def _bare(line: str) -> str:
    return line.strip().rstrip(" ,;:.!?—–-，。；！？、")


def _last(line: str) -> str:
    """The last word of a line; of Chinese its last character."""
    found = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", line)
    word = str(found[-1]) if found else ""
    return word[-1:] if re.search("[\u3400-\u9fff]", word) else re.split("['’]", word)[-1]


def _askable(word: str, text: str) -> bool:
    """A word of some length that stands once."""
    return (
        len(word) >= _SHORT
        and usable(word, 30)
        and len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)) == 1
    )


def _tail(word: str, language: str) -> str:
    """From the vowel that the rhyme begins with, as far as letters tell it."""
    plain = fold(word)
    if language == "es":
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if c != "\u0301")
    found = re.search(rf"[{_VOWELS}]+[^{_VOWELS}]*(?:e[nrsl]?|es|en|er|el|[aeo]s?|a)?$", plain)
    tail = found[0] if found else ""
    glides = language == "es" and len(tail) > 1 and tail[0] in "iu" and tail[1] in _VOWELS
    return tail[1:] if glides else tail  # "cielo" and "suelo" rhyme from the e on


def _rhyme(one: str, two: str, language: str) -> bool:
    """Written alike from the last sounded vowel on, and not the same word; Chinese rhymes are not told by what is written."""
    a, b = fold(one), fold(two)
    if language == "zh" or a == b or a.endswith(b) or b.endswith(a):
        return False
    if language == "en" and (_LOOK_ALIKE.search(a) or _LOOK_ALIKE.search(b)):
        return False
    tail = _tail(one, language)
    return len(tail) >= _SHORT and tail == _tail(two, language)


def _apart(one: str, two: str, language: str) -> bool:
    """Words that no ear takes for a rhyme: other vowels, and another last sound, as far as letters tell it."""
    a, b = (_SILENT.get(language, re.compile("$^")).sub("", fold(w)) for w in (one, two))
    if not a or not b or a[-2:] == b[-2:] or a[-1] == b[-1]:
        return False
    last = [re.findall(f"[{_VOWELS}]+", w)[-1:] for w in (a, b)]
    return bool(last[0]) and bool(last[1]) and last[0] != last[1]
