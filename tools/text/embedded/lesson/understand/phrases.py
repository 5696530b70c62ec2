"""Noun phrases, subjects and lists, told by closed word classes. What is in doubt is none."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import is_verb, lines, sure_verbs, verbs, words
from .lines import dependent

_TOKEN = re.compile(r"(?:\b(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)['’])|[^\W_]+(?:[-'’.][^\W_]+)*", re.IGNORECASE)
_QUOTES = "\"'“”„«»‘’*_「」『』《》 \u00a0\u202f"


def tokens(text: str) -> list[re.Match[str]]:
    """Words with their places; elided articles ("l'", "d'") are words of their own."""
    return list(_TOKEN.finditer(text))


def low(token: re.Match[str]) -> str:
    """In lower case, with a straight apostrophe."""
    return token[0].lower().replace("’", "'")


def stripped(text: str) -> str:
    """Without quotation marks, spaces and commas around it."""
    return text.strip(_QUOTES + ",;，；、")


def length(text: str, language: str) -> int:
    """Words; for Chinese, characters."""
    return len(text) if language == "zh" else len(tokens(text))


def without_article(text: str, language: str) -> str:
    """A term without its article and quotation marks."""
    text = stripped(text)
    for article in sorted(words(language, "articles"), key=len, reverse=True):
        gap = "" if article.endswith("'") else " "
        head = text.lower().replace("’", "'")
        if head.startswith(article + gap) and len(text) > len(article) + 1:
            return stripped(text[len(article + gap) :])
    return text


def unled(text: str, language: str) -> str:
    """Without a linking word and its comma at the start ("However, ...")."""
    if language == "zh":
        return text
    led = re.match(r"([^\W\d_]+(?:[ '’][^\W\d_]+)?), ", text)
    return text[led.end() :] if led and led[1].lower() in words(language, "connectives") else text


def noun_phrase(text: str, language: str, most: int = 7) -> bool:
    """Whether ``text`` is surely one noun phrase: no verb, pronoun, clause or comma in it."""
    text = stripped(text)
    if not text or re.search(r"[,;:()!?，。；：（）！？]", text) or dependent(text, language):
        return False
    if language == "zh":
        return _chinese_phrase(text, most)
    found = [low(t) for t in tokens(text)]
    if not 1 <= len(found) <= most:
        return False
    if found[0] in words(language, "prepositions") - words(language, "articles") or found[0] in words(
        language, "connectives"
    ):
        return False
    if len(found) > 1 and found[0] in words(language, "articles") and found[1] in words(language, "inner of"):
        return False
    inner, stop, sure = words(language, "inner"), words(language, "stop"), sure_verbs(language)
    articles = words(language, "determiners") | words(language, "articles")
    for i, word in enumerate(found):
        if word in sure and word not in inner and not (i and found[i - 1] in articles):
            return False
        if word in words(language, "relatives") and word not in inner and word not in words(language, "prepositions"):
            return False
        if i and (word in words(language, "negations") or _new_article(found, i, language)):
            return False
    content = [w for w in found if w not in stop and w not in articles]
    if language == "de" and not any(t[0][0].isupper() or t[0][0].isdigit() for t in tokens(text)):
        return False
    return bool(content) and found[-1] not in articles and found[-1] not in words(language, "prepositions")


def _new_article(found: list[str], i: int, language: str) -> bool:
    """An article inside, with nothing before it that could lead on: a second noun phrase begins there."""
    if found[i] not in words(language, "articles") - words(language, "inner of"):
        return False
    led = (
        words(language, "inner of")
        | words(language, "prepositions")
        | words(language, "joins")
        | words(language, "quantifiers")
    )
    return found[i - 1] not in led and found[i - 1] not in ("both", "half", "toute", "tout", "toda", "todo", "y")


def _chinese_phrase(text: str, most: int) -> bool:
    if not 1 <= len(text) <= 2 * most or re.search(r"[了着吗呢吧把被就也都]|不|没有|是|因为|所以", text):
        return False
    return not text.endswith(("的", "和", "与", "在", "对"))


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


@lru_cache(maxsize=8)
def _joint(language: str) -> re.Pattern[str]:
    joins = "|".join(sorted(words(language, "joins"), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:、|，?(?:{joins})|，)" if language == "zh" else rf",? (?:{joins}) |, |; ")


def members(text: str, language: str, most: int = 6) -> tuple[str, ...]:
    """Members of a list ("A, B and C") without linking words; empty unless each is a noun phrase and there are two or more."""
    for lead in lines(language, "parts count"):
        text = re.sub(lead, "", text)
    if ":" in text or "：" in text:
        return ()
    if language == "zh":
        text = re.sub(r"[两二三四五六七八](?:种|类|个部分|部分|层|个阶段)$", "", text)
    found = [stripped(re.sub(r"\s*\([^)]*\)|（[^）]*）", "", piece)) for piece in _joint(language).split(text)]
    cut = {
        "zh": r"等(?:等|地|国|作物|地方|国家|物质|植物|动物)?$",
        "fr": r"^(?:de |du |des |d['’])",
        "es": r"^(?:de |del )",
    }.get(language)
    found = [re.sub(cut, "", piece) for piece in found] if cut else found
    if len(found) < 2 or not all(noun_phrase(piece, language, most) for piece in found):
        return ()
    if any(
        low(tokens(p)[0]) in words(language, "prepositions") - words(language, "articles")
        for p in found
        if language != "zh"
    ):
        return ()
    found = [without_article(piece, language) for piece in found]
    return tuple(found) if len(set(found)) == len(found) else ()


def sound(piece: str, language: str, least: int = 2) -> bool:
    """Whether a piece can stand alone: enough words, no backward pointer at its start, closed brackets, a whole end."""
    piece = piece.strip()
    if dependent(piece, language) or piece.count("(") != piece.count(")") or piece.count("“") != piece.count("”"):
        return False
    if not least <= length(piece, language) <= (70 if language == "zh" else 40):
        return False
    if language == "zh":
        return not piece.endswith(("的", "，", "、"))
    last = low(tokens(piece)[-1])
    return last not in words(language, "articles") and last not in words(language, "joins")


def german_order(rest: str) -> str:
    """German after its first element has the verb first: "gründete Anna Meyer die Schule" as "Anna Meyer gründete die Schule"; empty
    where the end of the subject is not sure.
    """
    noun = r"[A-ZÄÖÜ][\w-]*"
    found = re.match(
        rf"(?P<verb>[a-zäöüß]+) (?P<subject>man|(?:der|die|das|ein|eine) (?:[a-zäöüß]+ )*{noun}|{noun}(?: {noun})*)"
        rf"(?P<more>(?: (?:des|der|von) (?:[a-zäöüß]+ )?{noun})*)(?P<rest>(?: .*)?)$",
        rest,
    )
    if found is None or (found["verb"] in words("de", "stop") and found["verb"] not in verbs("de")):
        return ""
    bare = found["subject"].split(" ")
    named = len(bare) > 1 and bare[0][0].isupper()
    if named and not re.match(r"(?: (?:den|die|das|der|ein|eine|einen)\b|$)", found["rest"]):
        return ""
    subject = found["subject"] + found["more"]
    return f"{subject[:1].upper()}{subject[1:]} {found['verb']}{found['rest']}"


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
