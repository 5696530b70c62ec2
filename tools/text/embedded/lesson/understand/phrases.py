"""Noun phrases, subjects and lists, told by closed word classes. What is in doubt is none."""

from __future__ import annotations

import re

from .lexicon import sure_verbs, words
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
