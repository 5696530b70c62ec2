"""What leads to what, where the source says so in words."""

from __future__ import annotations

import re

from core.knowledge import Cause
from core.source import Reading

from .clauses import german_order, split_subject
from .lexicon import cue, is_verb, patterns, words
from .lines import Line, dependent, span_of
from .phrases import length, low, noun_phrase, sound, stripped, tokens, unled

_TIES = re.compile(
    r", (?:however|by contrast|in contrast|on the other hand|moreover|en cambio|sin embargo|por el contrario|además|en revanche|"
    r"cependant|toutefois|au contraire|par contre), "
)
"""Words set apart that tie a sentence to the one before: a cause or an effect stands alone."""


def find_causes(reading: Reading, lines: list[Line], language: str) -> tuple[Cause, ...]:
    """Causes in the order of the text. Hedges ("may lead to") stand in front of the effect; denied causes are left out."""
    found: list[Cause] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if not line.factual or cue(language, "cause not").search(line.text):
            continue
        cause = _within(line, language) or _from_before(before, line, language)
        if cause is not None:
            places = (before, line) if cause[2] and before is not None else (line,)
            one, two = (_TIES.sub(" ", side) for side in cause[:2])
            found.append(Cause(cause=one, effect=two, span=span_of(reading, *places)))
    return tuple(found)


def _within(line: Line, language: str) -> tuple[str, str, bool] | None:
    body = unled(line.body, language)
    for section in ("cause conj", "cause phrase", "cause verb"):
        for pattern in patterns(language, section):
            match = pattern.match(body)
            if match is None:
                continue
            cause, effect = stripped(match["a"]), stripped(match["b"])
            if section == "cause verb":
                effect = _near(effect, language, last=False)
                effect = _from_dative(effect) if language == "de" and match["verb"].endswith(" zu") else effect
                effect = _hedged(match["verb"], effect, language)
                if not _subject(cause, language) or (language != "zh" and not _object(effect, language)):
                    return None
            else:
                effect, cause = _near(effect, language, last=True), _near(cause, language, last=False)
                if language == "de" and match.start("b") > match.start("a"):
                    effect = german_order(effect) or (effect if dependent_article(effect) else "")
            whole = section == "cause conj"
            return (cause, effect, False) if _good(cause, effect, language, whole) else None
    return None


def _near(text: str, language: str, last: bool) -> str:
    """The clause next to the linking word: what a semicolon or a dash parts off is another matter."""
    pieces = re.split(r"; |：| – | — |, (?:whereas|while|but|mientras|pero|während|aber|tandis|alors|mais)\b", text)
    return stripped(pieces[-1] if last else pieces[0])


def _from_dative(effect: str) -> str:
    """What German "führt zu" leads to, in the nominative; empty where its gender is not sure."""
    if effect.startswith("einer "):
        return re.sub(r"^einer ((?:[a-zäöüß]+en )*)", lambda m: "eine " + m[1].replace("en ", "e "), effect)
    if re.match(r"einem [A-ZÄÖÜ]", effect):
        return "ein " + effect[6:]
    return "" if re.match(r"(?:einem|dem|den|der) ", effect) else effect


def _hedged(verb: str, effect: str, language: str) -> str:
    """A cause that only may be one says so in front of its effect."""
    hedge = re.match(
        r"(may|can|could|might|often|usually|puede|pueden|suele|kann|können|peut|peuvent|可能|往往|常常|可以|能|会)(?:\b|(?=[^\x00-\x7f]))",
        verb.strip(),
    )
    return f"({hedge[1]}) {effect}" if hedge and hedge[1] not in ("会",) else effect


def _subject(text: str, language: str) -> bool:
    return (
        noun_phrase(text, language, 12) if language != "zh" else 2 <= len(text) <= 30 and not dependent(text, language)
    )


def _object(text: str, language: str) -> bool:
    bare = re.sub(r"^\(\w+\) ", "", text)
    if not tokens(bare):
        return False
    return 1 <= length(bare, language) <= 30 and low(tokens(bare)[0]) not in words(language, "joins")


def _good(cause: str, effect: str, language: str, clauses: bool) -> bool:
    if not sound(effect, language, 2 if clauses else 1) or re.search(r"[:：]", cause + effect):
        return False
    opens = dependent(cause, language)
    if opens and not _points_inside(cause, language):
        return False
    least = 2 if language == "zh" else 1
    if not least <= length(cause, language) <= (60 if language == "zh" else 35):
        return False
    if language == "zh":
        return True
    if clauses:
        return all(_has_verb(part, language) for part in (cause, effect))
    return True


def _points_inside(cause: str, language: str) -> bool:
    """ "It" in "X happens because it ..." points at X: such a pronoun is clear."""
    return language != "zh" and low(tokens(cause)[0]).rstrip("'") in words(language, "clear")


def _has_verb(text: str, language: str) -> bool:
    return any(is_verb(low(t), language) or low(t).endswith("ía") for t in tokens(text))


def _from_before(before: Line | None, line: Line, language: str) -> tuple[str, str, bool] | None:
    """ "X. Therefore Y": two sentences of one paragraph."""
    if before is None or before.block != line.block or not before.factual:
        return None
    for pattern in patterns(language, "cause next"):
        match = pattern.match(line.body)
        if match:
            cause, effect = unled(before.body, language), stripped(match["b"])
            told = low(tokens(effect)[0]) in words(language, "imperatives") if tokens(effect) else True
            if language == "de":
                effect = german_order(effect)
            if told or re.match("由于|因为", cause):
                return None
            if sound(cause, language, 3) and sound(effect, language, 3) and _clausal(effect, language):
                return cause, effect, True
    return None


def dependent_article(text: str) -> bool:
    """A German clause that opens with an article: its subject stands first already."""
    return re.match(r"(?:der|die|das|ein|eine) ", text) is not None


def _clausal(effect: str, language: str) -> bool:
    return language in ("zh", "de") or split_subject(effect, language) is not None or _has_verb(effect, language)
