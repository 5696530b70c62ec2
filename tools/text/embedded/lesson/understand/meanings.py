"""The shape of a meaning: where it ends, what its head noun is, and whether it defines at all."""

from __future__ import annotations

import re

from .lexicon import sure_verbs, verbs, words
from .mentions import Mentions
from .phrases import low, stripped, tokens

_NO_SUPERLATIVE = frozenset(
    ["request", "forest", "interest", "harvest", "protest", "conquest", "arrest", "tempest", "honest", "modest", "priest", "contest", "rainforest"]
)  # fmt: skip
_CHINESE_CLASS = re.compile(r"^(?:一|某)(?:种|类|个|项|门|座|条|片|位|名|部|段|套|棵|本|级|组|系列|首|件|层|株)")


def cut(meaning: str, language: str) -> str:
    """Up to where the sentence goes on to say something else."""
    if language == "zh":
        return stripped(
            re.split(
                r"[；。]|，[^，]{1,6}是(?!由)|，(?:只|仅|它|其|这|也|并|而|但|因此|所以|主要|通常|常|是)",
                meaning,
                maxsplit=1,
            )[0]
        )
    joins = "|".join(sorted(words(language, "joins") | {"but", "so", "pero", "aber", "mais", "denn"}))
    lights = "|".join(sorted(words(language, "light verbs"), key=lambda w: (-len(w), w)))
    pronouns = "|".join(sorted(words(language, "clear")))
    articles = "|".join(sorted(re.escape(w) for w in words(language, "articles") if len(w) > 1))
    ends = re.compile(
        rf";|\s[–—]\s|: |, (?:{joins}) (?:{pronouns})\b|, (?:{joins}) (?:{articles}) (?:[\w-]+ ){{1,3}}(?:{lights})\b|,? (?:{joins}) (?:{lights})\b|, (?:but|so|pero|aber|mais|denn|sondern|weil|because|while|whereas) "
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


def defines(
    raw: str, term: str, meaning: str, section: str, strong: tuple[str, ...], language: str, text: Mentions
) -> bool:
    """Whether "``raw`` is ``meaning``" tells what the thing is, and not only something of it."""
    if language == "zh":
        return _chinese_defines(meaning)
    found = [low(t) for t in tokens(meaning)]
    if len(found) < 2 or not _good_head(meaning, found, language):
        return False
    bare = [low(t) for t in tokens(re.split(r", (?!\w+(?:,| \w+ed\b))", meaning, maxsplit=1)[0])]
    clause = _clause(meaning, found)
    shaped = clause or any(w in words(language, "relatives") for w in bare[2:9])
    named = all(t[0][0].isupper() for t in tokens(term) if low(t) not in words(language, "inner"))
    often = text.often(term)
    if section == "define was" and not named and not (clause and often):
        return False
    if _superlative(found, language) and not (named and shaped):
        return False
    if found[0] not in words(language, "articles"):
        return _bare_meaning(found, language)
    marked = any(term.lower() in s.lower() for s in strong)
    if _definite(raw, language):
        common = language != "en" and clause and found[0] in words(language, "indefinite")
        sort = head_noun(meaning, language).lower() in words(language, "genus")
        return shaped and (often or marked or common or sort or _generic(meaning, found, language))
    return shaped or marked or len(found) >= 3


def _good_head(meaning: str, found: list[str], language: str) -> bool:
    head = head_noun(meaning, language).lower()
    poor = words(language, "weak") | words(language, "stop")
    denied = any(w in words(language, "negations") for w in found[:2])
    return bool(head) and head not in poor and not denied and not _past_participle(found, language)


def _clause(meaning: str, found: list[str]) -> bool:
    """A relative clause belongs to it."""
    opens = (
        "that", "which", "who", "whom", "whose", "que", "qui", "where", "où", "donde", "dont", "quien", "cual", "cuyo", "cuya",
        "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel",
    )  # fmt: skip
    return (
        any(w in opens for w in found[2:9])
        or re.search(r", (?:\w+ )?(?:der|die|das|dem|den|deren|dessen) ", meaning) is not None
    )


_PAST = {
    "en": re.compile(r"\b(?:was|were|had|did)\b|\b(?:who|that|which) (?:\w+ly )?\w+ed\b"),
    "de": re.compile(r"\b(?:wurden?|waren?|hatten?|[a-zäöüß]{3,}te)(?:,|$)"),
    "fr": re.compile(r"\b(?:étai(?:en)?t|fu(?:ren)?t|avai(?:en)?t|a été|ont été|\w{3,}èrent|\w{3,}ai(?:en)?t)\b"),
    "es": re.compile(r"\b(?:eran?|fue(?:ron)?|había|habían|\w{3,}ó|\w{3,}aron|\w{3,}ieron|\w{3,}aban?)\b"),
}


def _generic(meaning: str, found: list[str], language: str) -> bool:
    """ "The plaintiff is the person who sues": both with "the", and a clause that holds of any time, any place and no one by name."""
    if found[0] in words(language, "indefinite") or not _clause(meaning, found):
        return False
    names = language != "de" and re.search(r"\b[A-ZÀ-Þ]", meaning[1:])
    often = any(w in words(language, "adverbs") - words(language, "negations") for w in found)
    told = _PAST[language].search(meaning) or any(
        w in words(language, "forms") and language == "en" and found[i - 1] in ("who", "that", "which")
        for i, w in enumerate(found)
    )
    return not (names or often or told or _superlative(found, language) or re.search(r"\d", meaning))


def _superlative(found: list[str], language: str) -> bool:
    return any(
        w in words(language, "superlative")
        or (language == "en" and re.search(r"[a-z]{3}est$", w) and w not in _NO_SUPERLATIVE)
        for w in found[1:4]
    )


def _definite(raw: str, language: str) -> bool:
    articles = words(language, "articles") - words(language, "indefinite")
    opens = tuple(sorted(a if a.endswith("'") else a + " " for a in articles))
    return raw.lower().replace("’", "'").startswith(opens)


def _bare_meaning(found: list[str], language: str) -> bool:
    """Such as "water that falls from clouds": a bare noun and a relative word."""
    relative = {"en": ("that", "which", "who"), "es": ("que",), "fr": ("qui", "que"), "de": ()}[language]
    first = found[0]
    poor = words(language, "stop") | words(language, "superlative") | verbs(language)
    return len(found) > 3 and found[1] in relative and first not in poor and not first.endswith(("ed", "ing", "ly"))


def _past_participle(found: list[str], language: str) -> bool:
    return found[0] in verbs(language) or (found[0] not in words(language, "articles") and found[0].endswith("ed"))


def _chinese_defines(meaning: str) -> bool:
    if meaning.endswith("的") or re.search(r"^(?:因为|由于|为了|不|很|非常|这|那|最)|吗|之一", meaning):
        return False
    head = head_noun(meaning, "zh")
    if not head or head.endswith(tuple(sorted(words("zh", "weak")))):
        return False
    first = meaning.split("，", 1)[0]
    return _CHINESE_CLASS.match(meaning) is not None or re.search(r"的[^的，]{1,6}$", first) is not None
