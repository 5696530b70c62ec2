"""Spoken words into caption cues: one or two lines, on screen while they are said.

The burned-in captions and the SRT or VTT beside the film come from here, so they say the same at the same time. How long a
cue should last and where to break follow the usual subtitling guides (BBC, Netflix timed text): break at punctuation
and pauses, never leave a word alone, keep two lines of like length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from core.requests import Word
from tools.design.breaks import bound

MIN_SECONDS: Final = 0.8
"""Shorter can hardly be read; a cue lasts this long where the next one lets it."""
MAX_SECONDS: Final = 5.0
MAX_LINES: Final = 2
LATIN_CHARS: Final = 32
WIDE_CHARS: Final = 14
EASY_SIGNS: Final = 11.0
EASY_LETTERS: Final = 18.0
_FAST: Final = {True: EASY_SIGNS, False: EASY_LETTERS}
"""Characters a second from which a cue is hard to read, in scripts without spaces and in others (Netflix timed text asks
for at most 12 and 20)."""
_LEAD: Final = 0.35
"""A cue comes at most this long before its first word."""
_LINGER: Final = 0.35
"""A cue stays this long after its last word, or until the next one comes."""
_BRIDGE: Final = 0.5
"""A gap shorter than this would only flicker: the cue stays until the next."""
_LEAST: Final = 0.04
_PAUSE: Final = 0.3
_SENTENCE: Final = ".!?…。！？؟।"
_CLAUSE: Final = ",;:–—，、；：،"
_CLOSERS: Final = "\"'”’»)]}」』）】"
_UNSPACED: Final = frozenset({"zh", "ja", "th"})


@dataclass(frozen=True)
class Cue:
    """What stands on screen from ``start`` to ``end`` seconds. ``lines`` are the words as they are set, top line first."""

    start: float
    end: float
    lines: tuple[tuple[Word, ...], ...]
    language: str = "en"

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)

    @property
    def text(self) -> str:
        """Lines parted by a line feed."""
        return "\n".join(joined([w.text for w in line], self.language) for line in self.lines)


def max_chars(language: str) -> int:
    """Characters that a caption line may have, spaces counted."""
    return WIDE_CHARS if language in _UNSPACED else LATIN_CHARS


def joined(words: Sequence[str], language: str) -> str:
    """Words as one writes them: with spaces, but none between Chinese, Japanese or Thai ones."""
    out = ""
    for word in words:
        space = out and not (language in _UNSPACED and not (_spaced(out[-1]) and _spaced(word[:1])))
        out += f" {word}" if space else word
    return out


def cues(lines: Sequence[Sequence[Word]], chars: int, language: str) -> tuple[Cue, ...]:
    """Every word once, in order, in cues that never overlap.

    Args:
        lines: spoken lines with word times in seconds; a cue never holds words of two of them.
        chars: most characters in a line of a cue. A single longer word has a line to itself.
        language: primary tag; decides whether words are parted by spaces.

    Times that run backwards are moved to the end of what came before.
    """
    groups = [group for line in lines if (clean := _clean(line)) for group in _grouped(clean, chars, language)]
    out: list[Cue] = []
    floor = 0.0
    starts = _starts(groups, language)
    for index, words in enumerate(groups):
        start = max(floor, starts[index])
        wanted = max(words[-1].end + _LINGER, start + MIN_SECONDS, start + _easy(words, language))
        if index + 1 < len(groups):
            following = max(starts[index + 1], start + _LEAST)
            end = following if following - wanted < _BRIDGE - _LINGER else wanted
            end = min(end, following)
        else:
            end = wanted
        end = max(end, start + _LEAST)
        out.append(Cue(round(start, 3), round(end, 3), _set(words, chars, language), language))
        floor = out[-1].end
    return tuple(out)


def _starts(groups: Sequence[tuple[Word, ...]], language: str) -> list[float]:
    """When each cue comes: with its first word, or a little before where it would be hard to read and nobody speaks.

    From the last to the first: a cue that comes early takes that time from the one before it, which then comes earlier too.
    """
    out: list[float] = []
    after = groups[-1][-1].end + _LINGER if groups else 0.0
    for index in reversed(range(len(groups))):
        words = groups[index]
        start = words[0].start
        silent = groups[index - 1][-1].end if index else 0.0
        after = max(min(start, max(silent, 0.0)), start - _LEAD, min(start, after - _easy(words, language)))
        out.append(after)
    return out[::-1]


def _easy(words: Sequence[Word], language: str) -> float:
    """Seconds in which a cue is read with ease."""
    return len(joined([w.text for w in words], language)) / _FAST[language in _UNSPACED]


def _clean(line: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(w for w in line if w.text.strip())


def _spaced(char: str) -> bool:
    """Whether a character belongs to a script that parts words by spaces."""
    return char.isascii() and char.isalnum() or "\u00c0" <= char <= "\u04ff"


def _grouped(words: tuple[Word, ...], chars: int, language: str) -> list[tuple[Word, ...]]:
    """The cheapest way to cut a line into cues, by dynamic programming over the cuts."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(end - 1, -1, -1):
            cost = _cost(words, start, end, chars, language)
            if cost is None:
                break
            total = best[start][0] + cost
            if total < best[end][0]:
                best[end] = (total, start)
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return [words[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]


def _cost(words: tuple[Word, ...], start: int, end: int, chars: int, language: str) -> float | None:
    """How ill the words from ``start`` to ``end`` do as a cue; None when they do not fit one."""
    texts = tuple(w.text for w in words[start:end])
    rows = _rows(texts, chars, language)
    if end - start > 1 and (len(rows) > MAX_LINES or any(len(joined(r, language)) > chars for r in rows)):
        return None
    last = words[end - 1]
    seconds = (words[end].start if end < len(words) else last.end + _LINGER) - words[start].start
    cost = 1.0 + 6.0 * max(0.0, MIN_SECONDS - seconds) + 2.0 * max(0.0, seconds - MAX_SECONDS)
    rate = len(joined(texts, language)) / max(seconds, MIN_SECONDS)
    cost += 0.5 * max(0.0, rate - _FAST[language in _UNSPACED])
    if end < len(words):
        cost += _break_cost(last, words[end])
        if end - start == 1:
            cost += 1.5
    elif end - start == 1 and start:
        cost += 2.5
    for a, b in zip(words[start : end - 1], words[start + 1 : end], strict=True):
        cost += (
            1.6 if _ends(a.text, _SENTENCE) and not _bonded(a.text, b.text) else 0.25 if _ends(a.text, _CLAUSE) else 0.0
        )
        cost += 1.5 * min(1.0, max(0.0, b.start - a.end - _PAUSE))
    return cost + 0.35 * (len(rows) - 1)


@lru_cache(maxsize=4096)
def _bonded(text: str, following: str) -> bool:
    """Whether no reader parts the two: "31. Januar", "21 January", "7 pm", "60 €"."""
    return "\u00a0" in bound(f"{text} {following}")


def _break_cost(last: Word, following: Word) -> float:
    if _bonded(last.text, following.text):
        return 4.0
    if _ends(last.text, _SENTENCE):
        return 0.0
    if _ends(last.text, _CLAUSE):
        return 0.4
    if following.start - last.end > _PAUSE:
        return 0.6
    return 2.2 if len(last.text) <= 3 and last.text.isascii() else 1.5


def _ends(text: str, marks: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in marks if text.rstrip(_CLOSERS) else False


def _set(words: tuple[Word, ...], chars: int, language: str) -> tuple[tuple[Word, ...], ...]:
    rows, out, at = _rows(tuple(w.text for w in words), chars, language), [], 0
    for row in rows:
        out.append(words[at : at + len(row)])
        at += len(row)
    return tuple(out)


@lru_cache(maxsize=4096)
def _rows(texts: tuple[str, ...], chars: int, language: str) -> tuple[tuple[str, ...], ...]:
    """One line if it fits, else the two lines of most alike length; more when even two are too long."""
    if len(joined(texts, language)) <= chars or len(texts) == 1:
        return (texts,)
    choices = []
    for cut in range(1, len(texts)):
        top, low = len(joined(texts[:cut], language)), len(joined(texts[cut:], language))
        if max(top, low) <= chars:
            bonus = 6 if _ends(texts[cut - 1], _SENTENCE + _CLAUSE) else 0
            parted = 12 if _bonded(texts[cut - 1], texts[cut]) else 0
            choices.append((abs(top - low) + parted - (0 if parted else bonus) + (2 if top > low else 0), cut))
    if choices:
        cut = min(choices)[1]
        return (texts[:cut], texts[cut:])
    return tuple((text,) for text in texts)
