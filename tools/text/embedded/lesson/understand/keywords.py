"""The terms that matter: frequency, spread over the text, and what the source itself marks up."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from core.knowledge import Definition, Keyword
from core.source import Reading, Span

from .lexicon import is_verb, sure_verbs, words
from .lines import Line, one_line
from .mentions import Mentions
from .names import sort_of
from .phrases import low, tokens, without_article
from .runs import chinese_terms

_MOST = 40
_SPANS = 12
_OPENS = "\0"
"""In front of a form that opens its sentence, whose capital tells nothing."""


@dataclass
class _Count:
    forms: Counter[str] = field(default_factory=Counter)
    blocks: set[int] = field(default_factory=set)
    marks: float = 0.0
    nouns: int = 0
    """Times that an article, a determiner or a preposition stands before it."""


def find_keywords(
    reading: Reading, lines: list[Line], definitions: Iterable[Definition], language: str
) -> tuple[Keyword, ...]:
    """At most 40 keywords, the weightiest (1.0) first. Spans are the first twelve places of each, whole words only."""
    defined = [d.term for d in definitions]
    counts = _chinese(reading, lines, defined) if language == "zh" else _counted(lines, language)
    _mark(counts, reading, defined, language)
    blocks = max(1, len({line.block for line in lines}))
    scored = {}
    for key, count in counts.items():
        total = sum(count.forms.values())
        if (total < 2 and count.marks < 1.5) or not _noun(key, count, language):
            continue
        many = 1 + 0.7 * (len(key.split()) - 1) if language != "zh" else 1 + 0.25 * (len(key) - 2)
        spread = 0.5 + 0.5 * math.log1p(len(count.blocks)) / math.log1p(blocks)
        scored[key] = (math.log1p(total) * many * spread) * (1 + count.marks)
    kept = _without_parts(counts, scored, language)[:_MOST]
    top = max((scored[key] for key in kept), default=1.0)
    made = []
    mentions = Mentions(reading.text)
    for key in kept:
        form = min(counts[key].forms, key=lambda f: (-counts[key].forms[f], len(f), f))
        spans = _places(reading, form, language)
        if spans:
            sort = sort_of(form, mentions, language)
            made.append(Keyword(word=form, weight=round(scored[key] / top, 4), sort=sort, spans=spans))
    return tuple(made)


def _counted(lines: list[Line], language: str) -> dict[str, _Count]:
    counts: dict[str, _Count] = defaultdict(_Count)
    for line in lines:
        for run in _runs(line.text, language):
            for size in range(1, min(4, len(run)) + 1):
                for at in range(len(run) - size + 1):
                    piece = run[at : at + size]
                    if _term(piece, language):
                        count = counts[_key([low(t) for t in piece], language)]
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
    found = re.search(r"([^\W\d_]+['’]?)\s*$", before)
    word = found[1].lower().replace("’", "'") if found else ""
    return word in words(language, "determiners") | words(language, "articles") | (
        words(language, "prepositions") - {"to"}
    )


def _noun(key: str, count: _Count, language: str) -> bool:
    """No verb and no adjective: a single word in small letters must be seen behind an article or a preposition, or be marked."""
    if language in ("de", "zh") or count.marks >= 0.8 or " " in key:
        return True
    named = all(form[:1].isupper() for form in count.forms)
    doubtful = is_verb(key, language) or any(
        is_verb(form.lower(), language) or form.lower() in words(language, "imperatives") for form in count.forms
    )
    total = sum(count.forms.values())
    return named and not doubtful or count.nouns * (2 if doubtful else 4) >= total


def _settle_names(counts: dict[str, _Count], language: str) -> None:
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


def _runs(text: str, language: str) -> list[list[re.Match[str]]]:
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


def _key(found: list[str], language: str) -> str:
    """One key for singular and plural."""
    return " ".join(_singular(word, language) for word in found)


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
    return re.sub(r"(?<=[a-zäöüß]{3})(?:en|n|es|s|e)$", "", word) if language == "de" else word


def _chinese(reading: Reading, lines: list[Line], defined: list[str]) -> dict[str, _Count]:
    known = [*defined, *(s for line in lines for s in line.strong)]
    counts: dict[str, _Count] = defaultdict(_Count)
    for term in chinese_terms([line.text for line in lines], known):
        for line in lines:
            hits = line.text.count(term)
            if hits:
                counts[term].forms[term] += hits
                counts[term].blocks.add(line.block)
    return counts


def _mark(counts: dict[str, _Count], reading: Reading, defined: list[str], language: str) -> None:
    """The source's own signs: defined 1.0, bold 0.8, in the title 0.6, in a heading 0.4."""

    def add(phrase: str, worth: float, whole: bool) -> None:
        for key in _inside(without_article(one_line(phrase), language), counts, language, whole):
            counts[key].marks += worth if counts[key].marks < 3 else 0

    for term in defined:
        add(term, 1.0, True)
    for block in reading.blocks:
        for strong in sorted(set(block.strong)):
            add(strong, 0.8, True)
        if block.kind in ("title", "heading"):
            add(reading.words_of(block), 0.6 if block.kind == "title" else 0.4, False)
    if not any(block.kind == "title" for block in reading.blocks):
        add(reading.title, 0.6, False)


def _inside(phrase: str, counts: dict[str, _Count], language: str, whole: bool) -> list[str]:
    if language == "zh":
        return [phrase] if phrase in counts else [] if whole else sorted(k for k in counts if k in phrase)
    key = _key([low(t) for t in tokens(phrase)], language)
    if whole:
        return [key] if key in counts else []
    return sorted({k for run in _runs(phrase, language) for k in _keys(run, language)} & set(counts))


def _keys(run: list[re.Match[str]], language: str) -> list[str]:
    found = [low(t) for t in run]
    return [_key(found[i : i + n], language) for n in range(1, 5) for i in range(len(found) - n + 1)]


def _without_parts(counts: dict[str, _Count], scored: dict[str, float], language: str) -> list[str]:
    """By weight, without pieces that occur only inside a longer keyword, and without longer ones that are chance neighbours."""
    order = sorted(scored, key=lambda k: (-scored[k], k))[: 8 * _MOST]
    totals = {key: sum(counts[key].forms.values()) for key in order}
    kept: list[str] = []
    for key in order:
        longer = [o for o in order if o != key and _holds(o, key, language)]
        if (
            any(totals[o] >= 0.6 * totals[key] and scored[o] >= 0.5 * scored[key] for o in longer)
            and counts[key].marks < 1
        ):
            continue
        if any(_holds(key, k, language) and totals[k] > 4 * totals[key] for k in kept) and counts[key].marks < 1:
            continue
        kept.append(key)
    return kept


def _holds(longer: str, shorter: str, language: str) -> bool:
    return shorter in longer if language == "zh" else f" {shorter} " in f" {longer} "


def _places(reading: Reading, form: str, language: str) -> tuple[Span, ...]:
    body = re.escape(form).replace(r"\ ", r"\s+")
    pattern = re.compile(body if language == "zh" else rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
    return tuple(reading.span(m.start(), m.end()) for m in islice(pattern.finditer(reading.text), _SPANS))
