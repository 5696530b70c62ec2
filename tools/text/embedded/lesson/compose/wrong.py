"""What learners may think wrongly, as far as the source itself denies it: its own "is not", and the halves of a contrast exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.knowledge import Contrast, Knowledge, Sentence
from core.lesson import Misconception, Statement
from tools.text.embedded.lesson.questions.voice import capital
from tools.text.embedded.lesson.understand.lines import dependent

from .frames import Frames, words_in

MOST: Final = 4
_LONG: Final = 22
"""Words of a sentence that can be turned round and still be read at once."""
_DENIES: Final = {
    "en": (r"\b(?P<keep>is|are|was|were|can|will|must)(?: not|n['’]t|not)\b(?! (?:only|just|yet|always|all|every|necessarily|known|clear))", r"\g<keep>"),
    "de": (r"\b(?P<keep>ist|sind|war|waren)(?P<mid>(?: [a-zäöüß]+){0,2}) nicht\b(?! (?:nur|immer|alle|ganz|mehr|bekannt|so))", r"\g<keep>\g<mid>"),
    "fr": (r"\b(?:n['’]|ne )(?P<keep>est|sont|était|étaient|peut|peuvent) pas\b(?! (?:seulement|toujours|encore|que|tous))", r"\g<keep>"),
    "es": (r"\bno (?P<keep>es|son|era|eran|está|están|puede|pueden)\b(?! (?:solo|sólo|siempre|todos|todo|más que))", r"\g<keep>"),
    "zh": (r"(?<![是并])(?:并)?不是(?P<keep>)(?!所有|全部|只|仅|都|每)", "是"),
}  # fmt: skip
"""A denial and what is left when it is taken out. Only where one word changes."""
_REPORTS: Final = re.compile(
    r"\b(?:that|dass|que|qu['’]\w*|some|einige|manche|certains|algunos|if|wenn|si)\b|认为|有人|如果|相信", re.I
)
"""Somebody's opinion, a part of all, or a condition: taken out of it, the rest would be another claim."""
_PRONOUNS: Final = re.compile(
    r"\b(?:it|them|they|its|their|es|sie|ihn|ihm|ihnen|ihre?|celui|celle|ceux|celles|ello|ellos)\b|[它他她]", re.I
)
_MANY: Final = re.compile(r"\b(?:not|no|never|nicht|nie|kein\w*|ne|n['’]\w+|jamais|no|nunca)\b|[不没未]", re.I)


def misconceptions(knowledge: Sequence[Knowledge], frames: Frames) -> tuple[Misconception, ...]:
    """At most four, in the order of the sources."""
    found: dict[str, Misconception] = {}
    for k in knowledge:
        for m in (*_denied(k, frames), *_exchanged(k, frames)):
            found.setdefault(m.wrong.casefold(), m)
    return tuple(found.values())[:MOST]


def _denied(k: Knowledge, frames: Frames) -> Iterator[Misconception]:
    pattern, rest = _DENIES[frames.language]
    for s in k.sentences:
        first = re.split(r"(?<=[,;:，；：])\s*", s.text)[0].rstrip(",;:，；：")
        if (
            len(_MANY.findall(first)) != 1
            or _REPORTS.search(first)
            or words_in(s.text) > _LONG
            or dependent(s.text, frames.language)
        ):
            continue
        wrong, count = re.subn(pattern, rest, first, flags=re.I)
        if count == 1 and words_in(wrong) >= 3:
            yield Misconception(
                wrong=frames.ended(capital(wrong.strip(" .。"))), instead=Statement(text=s.text, spans=(s.span,))
            )


def _exchanged(k: Knowledge, frames: Frames) -> Iterator[Misconception]:
    for c in k.contrasts:
        whole = _sentence(k, c)
        if whole is None or not c.second_says or words_in(whole.text) > 2 * _LONG or _own(c, frames.language):
            continue
        if _PRONOUNS.search(c.second_says):
            continue
        gap = "" if frames.language == "zh" else " "
        wrong = f"{capital(c.first)}{gap}{c.second_says}"
        if words_in(c.second_says) >= 2 and c.first.casefold() not in c.second_says.casefold():
            yield Misconception(
                wrong=frames.ended(wrong),
                instead=Statement(text=whole.text, spans=(whole.span,), quoted=words_in(whole.text) > 25),
            )


def _own(c: Contrast, language: str) -> bool:
    """Singular beside plural: the verb of one would not fit the other."""
    if language == "zh":
        return False
    endings = ("s", "x", "n", "e") if language == "de" else ("s", "x")
    return c.first.endswith(endings) != c.second.endswith(endings)


def _sentence(k: Knowledge, c: Contrast) -> Sentence | None:
    return next(
        (s for s in k.sentences if s.span.start <= c.span.start < s.span.end and c.span.end <= s.span.end), None
    )
