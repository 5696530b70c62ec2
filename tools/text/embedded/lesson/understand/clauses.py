"""Subject and predicate of plain clauses, told by the first finite verb. Where it is not sure there are none."""

from __future__ import annotations

import re

from .lexicon import is_verb, verbs, words
from .lines import dependent
from .phrases import low, noun_phrase, tokens


def split_subject(clause: str, language: str) -> tuple[str, str] | None:
    """Subject and predicate of a plain clause; none where the first finite verb is not sure."""
    clause = clause.strip()
    if language == "zh":
        return _chinese_subject(clause)
    found = tokens(clause)
    if (
        not found
        or low(found[0]) in words(language, "prepositions") - words(language, "articles")
        or dependent(clause, language)
    ):
        return None
    if language == "de" and low(found[0]) in ("den", "dem", "einen", "einem", "des", "wo", "wie", "als", "wenn"):
        return None
    if is_verb(low(found[0]), language) and _opens_bare(found, language):
        return None
    unsure = words(language, "ambiguous")
    for i, token in enumerate(found[:10]):
        word = low(token)
        if i == 0:
            continue
        if "," in clause[: token.start()]:
            return None
        if (
            word in words(language, "relatives")
            and word not in words(language, "inner")
            and word not in words(language, "prepositions")
        ):
            return None
        german = (
            language == "de" and found[i - 1][0][0].isupper() and token[0].islower() and word not in words("de", "stop")
        )
        if (is_verb(word, language) or german) and _verbal(found, i, word in unsure, language):
            start = _predicate_start(found, i, language)
            subject, predicate = clause[: found[start].start()].strip(), clause[found[start].start() :].strip()
            return (subject, predicate) if noun_phrase(subject, language, 8) and predicate else None
    return None


def _opens_bare(found: list[re.Match[str]], language: str) -> bool:
    """Spanish leaves its pronouns out: a clause may open with its verb, and then its subject is not in it."""
    return language == "es" and low(found[0]) not in words(language, "ambiguous")


def _verbal(found: list[re.Match[str]], i: int, unsure: bool, language: str) -> bool:
    before = low(found[i - 1])
    after = low(found[i + 1]) if i + 1 < len(found) else ""
    if language == "de" and found[i][0][0].isupper():
        return False
    if language == "de" and i <= 4 and not found[i - 1][0][0].isupper():
        return False
    if before in words(language, "articles") | words(language, "determiners") | (
        words(language, "prepositions") - {"se"}
    ):
        return False
    return not (unsure and (after in words(language, "light verbs") or not after))


def _predicate_start(found: list[re.Match[str]], i: int, language: str) -> int:
    while i > 1 and low(found[i - 1]) in words(language, "adverbs"):
        i -= 1
    return i


def _chinese_subject(clause: str) -> tuple[str, str] | None:
    if dependent(clause, "zh") or "，" in clause[:12] and clause.index("，") < 2:
        return None
    best: tuple[int, str] | None = None
    for verb in sorted(verbs("zh"), key=lambda v: (-len(v), v)):
        at = clause.find(verb, 1)
        if 1 <= at <= 12 and (best is None or at < best[0]):
            best = (at, verb)
    if best is None:
        return None
    at = best[0]
    while at > 1 and clause[at - 1] in "不也都只常会能就更":
        at -= 1
    subject, predicate = clause[:at], clause[at:]
    return (subject, predicate) if noun_phrase(subject, "zh") and len(predicate) > 1 else None


_COUNTED = "(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|viele|einige|mehrere)"


def german_order(rest: str) -> str:
    """German after its first element has the verb first: "gründete Anna Meyer die Schule" as "Anna Meyer gründete die Schule"; empty
    where the end of the subject is not sure.
    """
    noun = r"[A-ZÄÖÜ][\w-]*"
    found = re.match(
        rf"(?P<verb>[a-zäöüß]+) (?P<subject>man|wir|er|sie(?= (?:das|die|den|ein|eine|einen) )|{_COUNTED} (?:[a-zäöüß]+ )*{noun}|(?:der|die|das|ein|eine) (?:[a-zäöüß]+ )*{noun}|{noun}(?: {noun})*)"
        rf"(?P<more>(?: (?:des|der|von) (?:[a-zäöüß]+ )?{noun})*)(?P<rest>(?: .*)?)$",
        rest,
    )
    if found is not None and re.match(_COUNTED, found["subject"]) and not found["verb"].endswith("n"):
        return ""  # "braucht drei Eier": what is counted is no subject
    if found is None or (found["verb"] in words("de", "stop") and found["verb"] not in verbs("de")):
        return ""
    bare = found["subject"].split(" ")
    named = len(bare) > 1 and bare[0][0].isupper()
    if named and not re.match(r"(?: (?:den|die|das|der|ein|eine|einen)\b|$)", found["rest"]):
        return ""
    subject, rest = found["subject"] + found["more"], found["rest"]
    if joined := re.match(
        rf" (?:und|oder|sowie) (?:(?:der|die|das|ein|eine) )?(?:[a-zäöüß]+e[rns]? )?{noun}(?= |$|[.!])", rest
    ):
        subject, rest = subject + joined[0], rest[joined.end() :]
    if re.match(" (?:und|oder|sowie) ", rest):
        return ""  # two subjects, or two verbs: where the first one ends is not sure
    return f"{subject[:1].upper()}{subject[1:]} {found['verb']}{rest}"


def german_inner(clause: str) -> tuple[str, str] | None:
    """Subject and the rest of a German clause whose verb stands last ("der Paarreim nahe Zeilen verbindet")."""
    found = re.match(
        r"(?P<subject>(?:(?:der|die|das|ein|eine) (?:[a-zäöüß]+e[rns]? )?)?[A-ZÄÖÜ][\w-]*(?: (?:des|der|von) [A-ZÄÖÜ][\w-]*)?) (?P<rest>.+)$",
        clause,
    )
    if found is None or not noun_phrase(found["subject"], "de"):
        return None
    last = tokens(found["rest"])[-1]
    if last[0][0].isupper() or not (low(last) in verbs("de") or re.search(r"(?:t|en|te|ten)$", last[0])):
        return None
    if re.match(r"(?:ab|an|auf|aus|bei|ein|mit|nach|vor|zu|her|hin|um|weg|wieder|fest)", low(last)) or low(
        last
    ) in words("de", "light verbs"):
        return found["subject"], found["rest"]
    return found["subject"], f"{last[0]} {found['rest'][: last.start()].strip()}"
