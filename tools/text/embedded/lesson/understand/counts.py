"""Candidates for terms and how often they stand where: runs of words that no stop word or verb parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from .lexicon import is_verb, sure_verbs, words
from .lines import Line
from .phrases import low, tokens
from .runs import chinese_terms

_OPENS = "\0"
"""In front of a form that opens its sentence, whose capital tells nothing."""


@dataclass
class Count:
    forms: Counter[str] = field(default_factory=Counter)
    blocks: set[int] = field(default_factory=set)
    marks: float = 0.0
    nouns: int = 0
    """Times that an article, a determiner or a preposition stands before it."""


def counted(lines: list[Line], language: str) -> dict[str, Count]:
    counts: dict[str, Count] = defaultdict(Count)
    for line in lines:
        for run in runs_of(line.text, language):
            for size in range(1, min(4, len(run)) + 1):
                for at in range(len(run) - size + 1):
                    piece = run[at : at + size]
                    if _term(piece, language):
                        count = counts[key_of([low(t) for t in piece], language)]
                        written = line.text[piece[0].start() : piece[-1].end()]
                        opens = piece[0].start() == 0 and language != "de" and not any(c.isupper() for c in written[1:])
                        count.forms[_OPENS + written if opens else written] += 1
                        ends = language != "en" or piece[-1].end() == run[-1].end()
                        count.nouns += ends and _announced(line.text[: piece[0].start()], language)
                        count.blocks.add(line.block)
    _settle_names(counts, language)
    return counts


def _announced(before: str, language: str) -> bool:
    """Whether the words before promise a noun."""
    found = re.search(r"([^\W\d_]+['’]?)\s*$", before[-40:])
    word = found[1].lower().replace("’", "'") if found else ""
    return word in words(language, "determiners") | words(language, "articles") | (
        words(language, "prepositions") - {"to"}
    )


def is_noun(key: str, count: Count, language: str) -> bool:
    """No verb and no adjective: a single word in small letters must be seen behind an article or a preposition, or be marked."""
    if language in ("de", "zh") or count.marks >= 0.8 or " " in key:
        return True
    named = all(form[:1].isupper() for form in count.forms)
    doubtful = is_verb(key, language) or any(
        is_verb(form.lower(), language) or form.lower() in words(language, "imperatives") for form in count.forms
    )
    total = sum(count.forms.values())
    return named and not doubtful or count.nouns * (2 if doubtful else 4) >= total


def _settle_names(counts: dict[str, Count], language: str) -> None:
    """A word at a sentence's start is written as it is elsewhere: small, or as a name."""
    for count in counts.values():
        for form in sorted(f for f in count.forms if f.startswith(_OPENS)):
            number = count.forms.pop(form)
            bare = form[len(_OPENS) :]
            small = bare[:1].lower() + bare[1:]
            lower = any(f.islower() for f in count.forms)
            count.forms[small if lower and count.forms[bare] <= count.forms[small] else bare] += number
            for name in [f for f, n in count.forms.items() if not n]:
                del count.forms[name]


def runs_of(text: str, language: str) -> list[list[re.Match[str]]]:
    """Stretches of words that no stop word, verb or mark parts. "de", "of", "von" may stand inside a term."""
    stop, verbs, of = words(language, "stop"), sure_verbs(language), words(language, "inner of")
    found: list[list[re.Match[str]]] = [[]]
    end = 0
    for token in tokens(text):
        word = low(token)
        if re.search(r"[^\s\-'’]", text[end : token.start()]):
            found.append([])
        end = token.end()
        if word in of and found[-1]:
            found[-1].append(token)
        elif (
            word.rstrip("'") in stop
            or (word in verbs and not _announced(text[: token.start()], language))
            or not any(c.isalpha() for c in word)
            or len(word) < 3 - token[0].isupper()
            or (language == "de" and token.start() and word.endswith("en") and token[0].islower())
        ):
            found.append([])
        else:
            found[-1].append(token)
    return [run for run in found if run]


def _term(piece: list[re.Match[str]], language: str) -> bool:
    first, last = low(piece[0]), low(piece[-1])
    of = words(language, "inner of")
    if first in of or last in of or any(len(low(t)) < 3 for t in (piece[0], piece[-1]) if not t[0].isupper()):
        return False
    if language == "de":
        return piece[-1][0][0].isupper() and (len(piece) == 1 or piece[0].start() > 0 or piece[0][0][0].isupper())
    if language == "en" and re.search(r"(?:ly|ing|ed)$", last) and not piece[-1][0][0].isupper():
        return False
    return not (
        language in ("es", "fr")
        and re.search(r"(?:mente|ment)$", last)
        and len(last) > 7
        and len(piece) == 1
        and language == "es"
    )


def key_of(found: list[str], language: str) -> str:
    """One key for singular and plural."""
    return " ".join(_singular(word, language) for word in found)


@lru_cache(maxsize=65536)
def _singular(word: str, language: str) -> str:
    if language == "en":
        if re.search(r"[^aeiou]ies$", word):
            return word[:-3] + "y"
        if re.search(r"(?:ss|us|is)$", word):
            return word
        return re.sub(r"(?:(?<=[sxz])|(?<=[cs]h))es$|(?<=[^s])s$", "", word) if len(word) > 3 else word
    if language == "es" and len(word) > 4:
        return re.sub(r"(?<=[lnrdzj])es$|(?<=[aeiouáéó])s$", "", word)
    if language == "fr" and len(word) > 3:
        return re.sub(r"(?<=[^su])s$|(?:(?<=eu)|(?<=eau))x$", "", word)
    if language == "de":
        for _ in range(2):
            word = re.sub(r"(?<=[a-zäöüß]{3})(?:en|n|es|s|e)$", "", word)
    return word


def chinese_counted(lines: list[Line], defined: list[str]) -> dict[str, Count]:
    known = [*defined, *(s for line in lines for s in line.strong)]
    counts: dict[str, Count] = defaultdict(Count)
    for term in chinese_terms([line.text for line in lines], known):
        for line in lines:
            hits = line.text.count(term)
            if hits:
                counts[term].forms[term] += hits
                counts[term].blocks.add(line.block)
    return counts
