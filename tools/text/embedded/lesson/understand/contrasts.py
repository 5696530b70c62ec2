"""Two things told apart."""

from __future__ import annotations

import re

from core.knowledge import Contrast
from core.source import Reading

from .clauses import german_inner, german_order, split_subject
from .lexicon import patterns, verbs, words
from .lines import Line, dependent, span_of
from .phrases import length, low, noun_phrase, stripped, tokens, unled, without_article

_MILD = re.compile(r"^.*?(?:,|;)? ?(?:\bwhile|\bbut|\bpero|\bmientras(?! que)|\bwährend|\baber|\bdoch|\bmais)\b")
"""Words that join also what only happens at one time, or what is no contrast of two things."""


def find_contrasts(reading: Reading, lines: list[Line], language: str) -> tuple[Contrast, ...]:
    """Contrasts in the order of the text. Where the source says something of one side alone ("X is heavier than Y", "unlike Y, X
    ..."), ``second_says`` is empty.
    """
    found: list[Contrast] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if not line.factual:
            continue
        made = _within(reading, line, language) or _after(reading, before, line, language)
        if made is not None:
            found.append(made)
    return tuple(found)


def _within(reading: Reading, line: Line, language: str) -> Contrast | None:
    body = unled(line.body, language)
    for pattern in patterns(language, "contrast"):
        match = pattern.match(body)
        if match is None:
            continue
        groups = match.groupdict()
        left = split_subject(_last(groups["a"], language), language)
        if language == "de" and body.startswith("Während"):
            left = german_inner(stripped(groups["a"]))
        if groups.get("b2"):
            subject, says = stripped(groups["b2"]), stripped(groups["v2"])
            split = split_subject(f"{subject} {says}", language)
            right = split or ((subject, says) if noun_phrase(subject, language) else None)
        else:
            right = split_subject(stripped(groups["b"]), language)
            if language == "de" and "während" in match[0].lower():
                ahead = german_order(stripped(groups["b"])) if body.startswith("Während") else ""
                right = split_subject(ahead, language) if ahead else german_inner(stripped(groups["b"]))
        if left and right and _apart(left, right, body, language):
            return _made(reading, (line,), left, right, language)
    return _one_sided(reading, line, body, language)


def _last(text: str, language: str) -> str:
    """Of Chinese clauses in a row the last, which the next one is set against."""
    return stripped(re.split("[，；]", text)[-1] if language == "zh" else text)


def _after(reading: Reading, before: Line | None, line: Line, language: str) -> Contrast | None:
    """ "X does this. By contrast, Y does that.": two sentences of one paragraph."""
    if before is None or before.block != line.block or not before.factual:
        return None
    for pattern in patterns(language, "contrast next"):
        match = pattern.match(line.body)
        if match:
            left, right = split_subject(before.body, language), split_subject(stripped(match["b"]), language)
            if left and right and _parallel(left, right, language) and _different(left, right, language):
                return _made(reading, (before, line), left, right, language)
    return None


def _one_sided(reading: Reading, line: Line, body: str, language: str) -> Contrast | None:
    for pattern in patterns(language, "contrast unlike"):
        match = pattern.match(body)
        if match:
            second = re.sub(r"^l (?=\S)", "el ", match["second"]).strip()
            clause = f"{match['verb']} {match['a']}" if "verb" in match.groupdict() else match["a"]
            first = _inverted(clause) if language == "de" else split_subject(clause, language)
            if first and noun_phrase(second, language) and not dependent(second, language):
                return _made(reading, (line,), first, (second, ""), language)
    for pattern in patterns(language, "contrast than"):
        match = pattern.match(body)
        if match and noun_phrase(match["first"], language, 6) and noun_phrase(match["second"], language, 6):
            tail = f"{match['verb']} {match['more']}" if language != "zh" else f"比{match['second']}{match['more']}"
            return _made(reading, (line,), (match["first"], tail), (match["second"], ""), language)
    return None


def _inverted(clause: str) -> tuple[str, str] | None:
    """German verb first: "hat die Biene vier Flügel" is said of "die Biene"."""
    found = re.match(r"(?P<verb>\w+) (?P<subject>(?:der|die|das|ein|eine) [A-ZÄÖÜ][\w-]+) (?P<rest>.+)$", clause)
    return (found["subject"], f"{found['verb']} {found['rest']}") if found else None


def _apart(left: tuple[str, str], right: tuple[str, str], body: str, language: str) -> bool:
    if not _different(left, right, language) or max(length(s[1], language) for s in (left, right)) > 25 + 15 * (
        language == "zh"
    ):
        return False
    return _parallel(left, right, language) if language == "zh" or _MILD.match(body) else True


def _different(left: tuple[str, str], right: tuple[str, str], language: str) -> bool:
    one, two = (without_article(s[0], language).lower() for s in (left, right))
    if any(":" in part or "：" in part for side in (left, right) for part in side):
        return False  # the sides of a sentence inside the sentence
    if language == "de" and any(
        re.match(r"(?:beim?|im|in|am|an|vom|von|zum|zur|mit|auf|für)\b", s) for s in (one, two)
    ):
        return False  # "beim Geräusch": a place where something holds, no thing that is told apart
    return one != two and not any(
        low(tokens(s)[0]) in words(language, "pronouns") for s in (one, two) if language != "zh"
    )


def _parallel(left: tuple[str, str], right: tuple[str, str], language: str) -> bool:
    """Both say something of one respect: a word in common, the same verb, or a negation on one side."""
    if language == "zh":
        one, two = left[1], right[1]
        pairs = {one[i : i + 2] for i in range(len(one) - 1)}
        shared = any(two[i : i + 2] in pairs for i in range(len(two) - 1))
        return shared or one[:1] == two[:1] or ("不" in one) != ("不" in two) or abs(len(one) - len(two)) <= 1
    first, second = ([low(t) for t in tokens(s[1])] for s in (left, right))
    stop = words(language, "stop")
    common = {w for w in first if w not in stop} & {w for w in second if w not in stop}
    same = (
        first[0] == second[0]
        or {first[0], second[0]} <= words(language, "light verbs")
        or _kin(left[0], right[0], language)
    )
    denied = words(language, "negations")
    one_denied = any(w in denied for w in first) != any(w in denied for w in second)
    known = first[0] in verbs(language) | denied and second[0] in verbs(language) | denied
    return bool(common) or same or (one_denied and known)


def _kin(one: str, two: str, language: str) -> bool:
    """Subjects that share their noun: "warm air", "cold air"."""
    stop = words(language, "stop")
    first, second = ({low(t) for t in tokens(s)} - stop for s in (one, two))
    return bool(first & second)


def _made(
    reading: Reading, lines: tuple[Line, ...], left: tuple[str, str], right: tuple[str, str], language: str
) -> Contrast:
    return Contrast(
        first=stripped(left[0]),
        second=stripped(right[0]),
        first_says=stripped(left[1]),
        second_says=stripped(right[1]),
        span=span_of(reading, *lines),
    )
