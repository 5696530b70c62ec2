"""The shape of a meaning: where it ends, what its head noun is, and whether it defines at all."""

from __future__ import annotations

import re

from .lexicon import sure_verbs, verbs, words
from .phrases import low, stripped, tokens

_CHINESE_CLASS = re.compile(r"^(?:一|某)(?:种|类|个|项|门|座|条|片|位|名|部|段|套|棵|本|级|组|系列|首|件|层|株)")


def cut(meaning: str, language: str) -> str:
    """Up to where the sentence goes on to say something else."""
    if language == "zh":
        return stripped(
            re.split(r"[；。]|，(?:它|其|这|也|并|而|但|因此|所以|主要|通常|常|是)", meaning, maxsplit=1)[0]
        )
    joins = "|".join(sorted(words(language, "joins") | {"but", "so", "pero", "aber", "mais", "denn"}))
    lights = "|".join(sorted(words(language, "light verbs"), key=lambda w: (-len(w), w)))
    pronouns = "|".join(sorted(words(language, "clear")))
    ends = re.compile(
        rf";|\s[–—]\s|: |, (?:{joins}) (?:{pronouns})\b|,? (?:{joins}) (?:{lights})\b|, (?:but|so|pero|aber|mais|denn|sondern|weil|because|while|whereas) "
    )
    return stripped(ends.split(meaning, maxsplit=1)[0])


def nominative(meaning: str, language: str) -> str:
    """A German accusative at the start as a nominative: "den langsamen Übergang" is "der langsame Übergang"."""
    parts = meaning.split(" ")
    new = {"den": ("der", "e"), "einen": ("ein", "er"), "jeden": ("jeder", "e")}.get(parts[0].lower())
    if language != "de" or new is None:
        return meaning
    made = [new[0]]
    for i, word in enumerate(parts[1:], start=1):
        if word[:1].isupper() or not word.endswith("en"):
            return " ".join(made + parts[i:])
        made.append(word[:-2] + new[1])
    return " ".join(made)


def head_noun(meaning: str, language: str) -> str:
    """The noun that says of what sort a thing is ("a green pigment that ..." is a "pigment"); empty if not found."""
    if language == "zh":
        text = _CHINESE_CLASS.sub("", re.split("[，；]", meaning, maxsplit=1)[0])
        tail = re.sub(r"^(?:一[种类个项门座条片位名部段套棵本级组件首]|大型|小型|大|小)+", "", text.rsplit("的", 1)[-1])
        return tail if 1 <= len(tail) <= 6 else ""
    stops = words(language, "head stops")
    found = tokens(
        re.split(
            r"[;:(]|, (?=\w+,)|,(?= (?:die|der|das|den|dem|deren|dessen|que|qui|which|who|where|zum|wo)\b)",
            meaning,
            maxsplit=1,
        )[0]
    )
    if found and low(found[0]) in words(language, "articles") | words(language, "determiners"):
        found = found[1:]
    chunk: list[str] = []
    for token in found:
        if low(token) in stops and (chunk or language in ("en", "de")):
            break
        chunk.append(token[0])
    if not chunk:
        return ""
    if language in ("es", "fr"):
        return next((w for w in chunk if w.lower() not in words(language, "prenominal")), "")
    if language == "de":
        return next((w for w in chunk if w[0].isupper()), "")
    for i, word in enumerate(chunk):
        if i and (word.lower() in sure_verbs("en") or word.endswith("ly")) and i == len(chunk) - 1:
            return chunk[i - 1]
    return chunk[-1]


def defines(raw: str, term: str, meaning: str, section: str, strong: tuple[str, ...], language: str, text: str) -> bool:
    """Whether "``raw`` is ``meaning``" tells what the thing is, and not only something of it."""
    if language == "zh":
        return _chinese_defines(term, meaning)
    found = [low(t) for t in tokens(meaning)]
    if len(found) < 2:
        return False
    articles, relatives = words(language, "articles"), words(language, "relatives")
    head = head_noun(meaning, language)
    if (
        not head
        or head.lower() in words(language, "weak") | words(language, "meta")
        or head.lower() in words(language, "stop")
    ):
        return False
    negated = any(w in words(language, "negations") for w in found[:2])
    if negated or _past_participle(found, language):
        return False
    tail = found[1:9]
    shaped = any(w in relatives for w in tail[1:])
    named = all(t[0][0].isupper() for t in tokens(term) if low(t) not in words(language, "inner"))
    superlative = any(
        w in words(language, "superlative") or (language == "en" and re.search(r"[a-z]{3}(?:est)$", w))
        for w in found[1:4]
    )
    names_often = (
        named
        and language != "de"
        and len(term) > 1
        and re.search(rf"(?<![.!?] )(?<!\n)\b{re.escape(term)}", text) is not None
    )
    is_name = names_often and term.lower() not in text.replace(term, "")
    clause = any(w in ("that", "which", "who", "que", "qui", "where") for w in tail[1:]) or re.search(
        r", (?:der|die|das) ", meaning
    )
    if (
        section == "define was"
        and not named
        and not (clause and len(re.findall(re.escape(term), text, re.IGNORECASE)) >= 2)
    ):
        return False
    if superlative and not (named and shaped):
        return False
    if found[0] not in articles:
        return _bare_meaning(found, language)
    marked = any(term.lower() in s.lower() for s in strong)
    definite = raw.lower().startswith(
        tuple(f"{a}{'' if a.endswith(chr(39)) else ' '}" for a in articles - words(language, "indefinite"))
    )
    often = len(re.findall(re.escape(term), text, re.IGNORECASE)) >= 2
    if definite and not (shaped and (often or marked)):
        return False
    return shaped or marked or is_name or (not definite and len(found) >= 3)


def _bare_meaning(found: list[str], language: str) -> bool:
    """ "water that falls from clouds": a bare noun and a relative word."""
    relative = {"en": ("that", "which", "who"), "es": ("que",), "fr": ("qui", "que"), "de": ()}[language]
    first = found[0]
    plain = (
        not first.endswith(("ed", "ing", "ly"))
        and first not in verbs(language)
        and first not in words(language, "stop")
    )
    return plain and len(found) > 3 and found[1] in relative


def _past_participle(found: list[str], language: str) -> bool:
    return found[0] in verbs(language) or (found[0] not in words(language, "articles") and found[0].endswith("ed"))


def _chinese_defines(term: str, meaning: str) -> bool:
    if meaning.endswith("的") or re.search(r"^(?:因为|由于|为了|不|很|非常|这|那|最)", meaning) or "吗" in meaning:
        return False
    head = head_noun(meaning, "zh")
    if (
        not head
        or head in words("zh", "weak")
        or any(head.endswith(w) for w in words("zh", "weak"))
        or "之一" in meaning
    ):
        return False
    classed = _CHINESE_CLASS.match(meaning) is not None
    return classed or re.search(r"的[^的，]{1,6}$", re.split("[，]", meaning, maxsplit=1)[0]) is not None
