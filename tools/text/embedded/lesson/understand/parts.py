"""Wholes and their parts, classes and their kinds; and the examples that the source gives."""

from __future__ import annotations

import re

from core.knowledge import Example, Parts
from core.source import Block, Reading

from .clauses import split_subject
from .lexicon import cue, is_verb, patterns, verbs, words
from .lines import Line, one_line, span_of
from .listing import members
from .phrases import low, noun_phrase, sound, stripped, tokens, unled


def find_parts(reading: Reading, lines: list[Line], language: str) -> tuple[Parts, ...]:
    """Parts in the order of the text: from a sentence, or from a line that ends in a colon and the list below it."""
    found = [made for line in lines if line.factual and (made := _said(reading, line, language))]
    found.extend(_listed(reading, language))
    return tuple(sorted(found, key=lambda p: p.span.start))


def _said(reading: Reading, line: Line, language: str) -> Parts | None:
    body = unled(line.body, language)
    for pattern in patterns(language, "parts"):
        match = pattern.match(body)
        if match is None:
            continue
        whole, parts = _class_of(match, language), members(match["parts"], language)
        if parts and noun_phrase(whole, language, 8) and not _negated(body, language):
            return Parts(whole=whole, parts=parts, span=span_of(reading, line))
    return None


def _class_of(match: re.Match[str], language: str) -> str:
    """What has the parts. "X has three kinds of Y: ..." names kinds of Y."""
    whole = stripped(match["whole"])
    count = match.groupdict().get("count") or ""
    if language == "zh":
        kinds = re.match(r"[两二三四五六七八][种类](?P<of>.*)$", count)
        return (kinds["of"] if kinds and kinds["of"] else re.sub(r"(?:主要|大致|可以|可)$", "", whole)).strip()
    kinds = re.search(
        r"(?:kinds|types|sorts|forms|classes|tipos|clases|formas|types|sortes|Arten|Formen) (?:of|de|d['’]|von) ?(?P<of>.+)$",
        count,
    )
    return kinds["of"].strip() if kinds else whole


def _negated(text: str, language: str) -> bool:
    denied = words(language, "negations")
    return (
        any(w in text for w in denied)
        if language == "zh"
        else any(w.lower() in denied for w in re.findall(r"[\w']+", text))
    )


def _listed(reading: Reading, language: str) -> list[Parts]:
    found: list[Parts] = []
    blocks = reading.blocks
    for at, block in enumerate(blocks):
        text = one_line(reading.words_of(block))
        if block.kind != "paragraph" or block.mark or not text.endswith((":", "：")):
            continue
        items: list[Block] = []
        while at + 1 + len(items) < len(blocks) and blocks[at + 1 + len(items)].kind == "item":
            items.append(blocks[at + 1 + len(items)])
        lead = re.split(r"(?<=[.。]) ?", text)[-1]
        whole = _whole(lead, language)
        parts = tuple(_name(one_line(reading.words_of(item)), item, language) for item in items)
        if whole and len(parts) >= 2 and all(parts):
            found.append(Parts(whole=whole, parts=parts, span=reading.span(block.start, items[-1].end)))
    return found


def _whole(lead: str, language: str) -> str:
    if not cue(language, "parts lead").search(lead):
        return ""
    for pattern in patterns(language, "parts"):
        match = pattern.match(lead.rstrip(":： ") + ": x y")
        if match and noun_phrase(match["whole"], language, 8):
            return stripped(match["whole"])
    split = split_subject(lead.rstrip(":： "), language)
    return split[0] if split else ""


def _name(text: str, item: Block, language: str) -> str:
    """The part that an item names: its marked or leading words."""
    for strong in item.strong:
        if text.startswith(one_line(strong)):
            return stripped(one_line(strong).rstrip(":："))
    head = stripped(re.split(r"[:：,，;(（]| [–—-] ", text, maxsplit=1)[0].rstrip(".。"))
    return head if noun_phrase(head, language, 6) else ""


def find_examples(reading: Reading, lines: list[Line], language: str) -> tuple[Example, ...]:
    """Examples in the order of the text. ``of`` is the phrase before "such as", the subject of the sentence before "For example",
    or the heading of a part that the source marks as an example.
    """
    found: list[Example] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if not line.factual:
            continue
        made = _such(line, language) or _next(before, line, language)
        if made is not None:
            places = (before, line) if made[2] and before is not None else (line,)
            found.append(Example(of=made[0], text=made[1], span=span_of(reading, *places)))
    return tuple(found)


def _such(line: Line, language: str) -> tuple[str, str, bool] | None:
    body = line.body
    for pattern in patterns(language, "example is"):
        match = pattern.match(body)
        if match and noun_phrase(match["of"], language, 8) and noun_phrase(match["text"], language, 8):
            return stripped(match["of"]), stripped(match["text"]), False
    for pattern in patterns(language, "example such"):
        match = pattern.search(body)
        if match:
            loose = (
                re.search(r"exampl|instance|ejemplo|exemple|Beispiel|beispiel|z\. ?B|e\.g|例|比|譬|如", match[0])
                is not None
            )
            of, text = _class(match["of"], language, loose), _run(match["text"], language)
            return (of, text, False) if of and text else None
    return None


def _class(text: str, language: str, loose: bool) -> str:
    """The longest noun phrase at the end of what stands before "such as"."""
    if language == "zh":
        tail = re.split(r"[是有包括含吃用在种]", text)[-1]
        return tail if noun_phrase(tail, language) and len(tail) >= 2 and not re.search("[很多]", tail) else ""
    found = tokens(text)
    cuts = (
        words(language, "prepositions")
        | words(language, "joins")
        | words(language, "determiners")
        | words(language, "stop")
    )
    start = len(found)
    while start > 0 and found[start - 1][0].lower() not in cuts:
        start -= 1
    if loose and any(low(t) in words(language, "inner of") for t in found[max(0, start - 2) : start]):
        return ""
    piece = text[found[start].start() :] if start < len(found) else ""
    pieces = tokens(piece)
    for i in range(len(pieces) - 1, -1, -1):
        if pieces[i][0].lower() in verbs(language) and i < len(pieces) - 1:
            piece = piece[pieces[i + 1].start() :]
            break
    return stripped(piece) if piece and noun_phrase(piece, language, 4) else ""


def _run(text: str, language: str) -> str:
    """The members named, as they are written: up to the first piece that is no noun phrase."""
    if language == "zh":
        text = re.split("，", text)[0]
        return stripped(text) if members(text, language) or noun_phrase(text, language) else ""
    joins = "|".join(sorted(words(language, "joins")))
    pieces = re.split(r"(?<=,) ", text)
    kept: list[str] = []
    for piece in pieces:
        found = tokens(piece)
        at = next(
            (
                i
                for i, t in enumerate(found)
                if i and is_verb(low(t), language) and not (language == "de" and t[0][0].isupper())
            ),
            0,
        )
        whole = piece[: found[at].start()].strip() if at else piece
        if not all(
            noun_phrase(p, language, 6)
            for p in re.split(rf" (?:{joins}) ", re.sub(rf"^(?:{joins}) ", "", whole.rstrip(",")))
        ):
            break
        kept.append(whole)
        if at:
            break
    if len(kept) > 1 and not re.search(rf"(?:^| )(?:{joins}) ", kept[-1]):
        kept = kept[:1]
    return stripped(" ".join(kept))


def _next(before: Line | None, line: Line, language: str) -> tuple[str, str, bool] | None:
    for pattern in patterns(language, "example next"):
        match = pattern.match(line.body)
        if match is None or before is None or before.block != line.block or not before.factual:
            continue
        split = split_subject(unled(before.body, language), language)
        if split and sound(match["text"], language, 3):
            of = re.split(r",? (?:such as|tales como|wie zum Beispiel|tels? que|telles? que)\b", split[0])[0]
            return stripped(of), stripped(match["text"]), True
    if line.mark == "example" and line.first and line.heading and sound(line.body, language, 4):
        return line.heading, line.body, False
    return None
