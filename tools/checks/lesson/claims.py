"""Numbers, names and negations of every statement against the spans that it cites itself.

It reads words, not meaning: a statement that keeps the words and turns the sense round without them passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.claims.lexicon import lexicon
from tools.checks.claims.names import names
from tools.checks.claims.numbers import numbers
from tools.checks.found import Say

from .walk import HAN, fold, language_of, listed, quotes, shared, statements, stem, stems, tokens

CHECK: Final = "T2.lesson_claims"
_say = Say(CHECK)
_CLAUSES: Final = re.compile(r"(?<!\d)[,;:.!?]|[,;:.!?](?!\d)|[，；：。！？\n]")
_NOT_NEGATED: Final = re.compile(
    r"\bno(?: sólo| solo)\b|\bnicht nur\b|\bnot only\b|\bnon seulement\b|\bne\b[^.,;]*\bque\b"
)


def check_lesson_claims(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_claims``: HOLD for a statement that cites nothing, for a number or name that its spans do not hold, and for a
    negation or an opposite that one side alone has. Feedback of questions that cites spans is read too (not of numeric ones,
    whose results are worked out; see ``key``).
    """
    language = language_of(lesson)
    known = _names_of("\n".join(text for _, text in sorted(sources.items())))
    found: list[Finding] = []
    for where, s in statements(lesson):
        if not s.spans:
            found.append(
                _say(
                    Severity.HOLD,
                    f"cites nothing: {s.text}",
                    "Cite the source, or leave it out.",
                    place={"part": where},
                )
            )
            continue
        found += _read(where, s.text, quotes(s.spans), language, known)
    for q in lesson.questions:
        if q.kind != "numeric" and q.spans and q.feedback:
            spans = quotes((*q.spans, *(x for c in q.choices for x in c.spans)))
            found += _read(f"questions/{q.id}/feedback", q.feedback, spans, language, known)
    return tuple(found)


def _read(where: str, text: str, evidence: str, language: str, known: frozenset[str]) -> Iterator[Finding]:
    for what in (
        *_figures(text, evidence, language),
        *_named(text, evidence, language, known),
        *_flipped(text, evidence, language),
        *_opposed(text, evidence, language),
    ):
        yield _say(
            Severity.HOLD,
            f"{what} in: {text} — the source: {evidence}",
            "Say it as the cited span does.",
            place={"part": where},
        )


# -- numbers


def _figures(text: str, evidence: str, language: str) -> Iterator[str]:
    stated = {h.figure for h in numbers(evidence, language, every=True)}
    values = {value for value, _ in stated} | {v for _, v in _worded(evidence, language)}
    for hit in numbers(text, language):
        value, unit = hit.figure
        other = {u for v, u in stated if v == value and u}
        if value not in values or (unit and other and unit not in other):
            yield f"number {text[hit.start : hit.end]!r} that the span does not give"
    for word, value in _worded(text, language):
        if value not in values and fold(word) not in fold(evidence):
            yield f"number {word!r} that the span does not give"


def _worded(text: str, language: str) -> list[tuple[str, float]]:
    """Number words above twelve, which the claim check's list does not hold."""
    plain, table = fold(text), listed(language, "tens") or {}
    edge = "" if language == "zh" else r"\b"
    return [(w, float(v)) for w, v in table.items() if re.search(f"{edge}{fold(w)}{edge}", plain)]


# -- names


def _named(text: str, evidence: str, language: str, known: frozenset[str]) -> Iterator[str]:
    held = {stem(t) for t in tokens(evidence)}
    if language == "zh":
        yield from _han_names(text, evidence)
    for hit in names(text, language):
        parts = [stem(t) for t in tokens(hit.value) if len(t) > 1]
        if parts and not all(p in held for p in parts) and fold(hit.value) not in fold(evidence):
            yield f"name {hit.value!r} that the span does not give"
    for m in re.finditer(rf"(?:^|[.!?]\s+|\s)([^\W\d_{HAN}]+)", text):
        word = m[1]
        opens = not m[0][:1].isspace() or text[: m.start()].rstrip().endswith((".", "!", "?"))
        if word[:1].isupper() and (opens or language == "de") and word in known and stem(fold(word)) not in held:
            yield f"name {word!r} that the span does not give"


def _names_of(text: str) -> frozenset[str]:
    """Words with a capital inside sentences that the sources never write small."""
    small = set(re.findall(r"(?<![^\W\d_])[a-zà-ÿ][^\W\d_]+", text))
    inner = re.findall(r"(?<=[^\W\d_,] )[^\W\d_a-zß-ÿ][^\W\d_]+", text)
    return frozenset(w for w in inner if w.casefold() not in small)


def _han_names(text: str, evidence: str) -> Iterator[str]:
    """Runs of characters that no pair of the evidence holds and that look like a person (a surname first) or a place."""
    surnames, places = str(listed("zh", "surnames")), str(listed("zh", "places"))
    for run in re.findall(f"[{HAN}]+", text):
        strange = [c not in evidence for c in run] + [False]
        start = 0
        while start < len(run):
            end = start
            while strange[end]:
                end += 1
            piece = run[start:end]
            person = 2 <= len(piece) <= 4 and piece[0] in surnames
            place = len(piece) >= 2 and piece[-1] in places
            if person or place or (len(piece) >= 1 and run[end : end + 1] and run[end] in places and len(piece) <= 3):
                yield f"name {piece!r} that the span does not give"
            start = end + 1


# -- negation and opposites


def _negated(text: str, language: str) -> bool:
    plain = _NOT_NEGATED.sub(" ", fold(text))
    for word in listed(language, "harmless"):
        plain = plain.replace(word, " ")
    return any(p.search(plain) for p in lexicon(language).get("negation", ()))


def _negates(clause: str, words: list[str], language: str) -> bool:
    """Whether a clause negates what ``words`` say: the two words after a negation, or before one at the end, are among them."""
    if not _negated(clause, language):
        return False
    plain = fold(clause)
    for pattern in lexicon(language).get("negation", ()):
        for m in pattern.finditer(plain):
            near = stems(plain[m.end() :])[:2] or stems(plain[: m.start()])[-2:]
            if set(near) & set(words):
                return True
    return False


def _clauses(text: str, language: str) -> list[str]:
    parts = _CLAUSES.split(text)
    words = [w for w in listed(language, "but") if w not in ("and", "und", "y", "et")]
    cut = "|".join(map(re.escape, words)) or "(?!)"
    edge = "" if language == "zh" else r"\b"
    pieces = [x.strip() for part in parts for x in re.split(f"{edge}(?:{cut}){edge}", part, flags=re.I)]
    return [x for x in pieces if len(x.split()) > 1 or re.search(f"[{HAN}]{{2}}", x)]


def _flipped(text: str, evidence: str, language: str) -> Iterator[str]:
    """Each clause of the statement beside the clause of the source that is most like it."""
    theirs = _clauses(evidence, language)
    if not theirs:
        return
    for clause in _clauses(text, language):
        own = stems(clause)
        likeness = [(shared(own, stems(c)), c) for c in theirs]
        best = max(score for score, _ in likeness)
        near = [c for score, c in likeness if score >= best - 0.15]
        said = _negated(clause, language)
        if said and not any(_negated(c, language) for c in near) and not (best < 0.5 and _negated(evidence, language)):
            yield "negation that the span does not have"
        elif not said and best >= 0.6 and all(_negates(c, own, language) for c in near):
            yield "negation of the span is gone"


def _opposed(text: str, evidence: str, language: str) -> Iterator[str]:
    mine, theirs = fold(text), fold(evidence)
    edge = "" if language == "zh" else r"\b"
    for pair in listed(language, "pairs"):
        for one, two in (pair, pair[::-1]):
            if (
                _has(mine, one, edge)
                and not _has(theirs, one, edge)
                and _has(theirs, two, edge)
                and not _has(mine, two, edge)
            ):
                yield f"{one!r} where the span says {two!r}"


def _has(text: str, word: str, edge: str) -> bool:
    return re.search(f"{edge}{re.escape(word)}{edge}", text) is not None
