"""Cloze: sentences of the source with gaps where its key words stand, never where a word merely happens to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.knowledge import Keyword, Sentence
from core.lesson import Level

from .definitions import spellings
from .ground import QUOTED_FROM, Draft, Ground, count
from .voice import Voice, fold, usable

_SENTENCES: Final = 150
"""The weightiest sentences of a long source that are tried."""
_LONGEST: Final = 240
_CONTEXT: Final = 3
"""Words with meaning that must be left beside each gap."""


def from_sentences(ground: Ground) -> Iterator[Draft | None]:
    """A cloze for each sentence that can stand alone: with a bank of its words where two are missing, without where one is."""
    known = _keywords(ground)
    ranked = sorted(ground.knowledge.sentences, key=lambda s: (-s.weight, s.span.start))[:_SENTENCES]
    for s in ranked:
        if not _alone(ground.voice, s):
            continue
        places = _places(ground, s, known)
        if len(places) >= 2:
            yield _cloze(ground, s, places[:2], "support")
        if places:
            yield _cloze(ground, s, places[:1], "core")


def _keywords(ground: Ground) -> dict[str, Keyword]:
    """Key words and defined terms by their folded form; numbers are asked for by sums, not by gaps."""
    found = {fold(k.word): k for k in ground.knowledge.keywords if k.sort in ("thing", "person", "place")}
    for d in ground.terms:
        bare = ground.voice.bare(d.term)
        found.setdefault(fold(bare), Keyword(word=bare, weight=0.6))
    topic = set(ground.voice.content(ground.knowledge.title))
    return {
        w: k
        for w, k in found.items()
        if usable(w, 40)
        and set(ground.voice.content(w)) - topic
        and len(w) >= (2 if ground.voice.language == "zh" else 3)
    }


def _alone(voice: Voice, s: Sentence) -> bool:
    """A statement that needs no sentence before it."""
    text = s.text.strip()
    plain = usable(text, _LONGEST) and text[-1:] in ".。!！" and not re.search(r"[?？:：;；\[\]_]", text)
    size = len(voice.content(text))
    return (
        plain and 5 <= size <= 40 and not voice.opens_with(text, "anaphora") and not voice.opens_with(text, "openers")
    )


def _places(ground: Ground, s: Sentence, known: dict[str, Keyword]) -> list[tuple[int, int]]:
    """Where key words stand once, the weightiest first; not in lists, not beside each other, not one's stem elsewhere in the sentence."""
    text, plain = s.text.strip(), fold(s.text.strip())
    if len(text) != len(plain):
        return []
    han = ground.voice.language == "zh"
    found: list[tuple[float, int, int]] = []
    inside = [w for w in known if w in plain]
    for word in inside:
        if any(word != longer and word in longer for longer in inside):
            continue  # part of a longer term: "rock" in "sedimentary rock"
        keyword = known[word]
        edge = "" if han else r"(?<![\w'-])"
        hits = list(re.finditer(edge + re.escape(word) + ("" if han else r"(?![\w'-])"), plain))
        if len(hits) != 1 or plain.count(word) != 1:
            continue
        a, b = hits[0].span()
        if not _listed(ground.voice, plain, a, b) and not _repeated(ground.voice, text, a, b):
            found.append((keyword.weight, a, b))
    found.sort(key=lambda hit: (-hit[0], -(hit[2] - hit[1]), hit[1]))
    kept: list[tuple[int, int]] = []
    for _, a, b in found:
        if all(b + 1 < x or y + 1 < a for x, y in kept):
            kept.append((a, b))
    size = len(ground.voice.content(text))
    return kept[: max(0, size // (_CONTEXT + 1))]


def _listed(voice: Voice, text: str, a: int, b: int) -> bool:
    """Whether the word is one of a list, whose words could be swapped."""
    before, after = text[:a].rstrip(), text[b:].lstrip()
    words = voice.listed("and")
    if voice.language == "zh":
        return before.endswith(words) or after.startswith(words)
    left = re.search(r"(\w+)\W*$", before)
    right = re.match(r"\W*(\w+)", after)
    joined = bool(left and left[1] in words) or bool(right and right[1] in words and not after.startswith((",", ".")))
    heads = re.match(rf",\s*[\w -]{{1,30}}(?:,|\s(?:{'|'.join(words)})\b)", after) is not None
    return (
        joined
        or heads
        or (before.endswith(",") and after.startswith(","))
        or (after.startswith(",") and "," in before[-24:])
    )


def _repeated(voice: Voice, text: str, a: int, b: int) -> bool:
    rest = set(voice.content(text[:a] + " " + text[b:]))
    return bool(rest & set(voice.content(text[a:b]))) and voice.language != "zh"


def _long(gapped: str) -> bool:
    """Whether so many of the source's words stand between two gaps that they are a quotation."""
    return any(count(part) > QUOTED_FROM for part in re.split(r"\[\d+\]", gapped))


def _cloze(ground: Ground, s: Sentence, places: list[tuple[int, int]], level: Level) -> Draft | None:
    text = s.text.strip()
    order = sorted(places)
    words = [text[a:b] for a, b in order]
    gapped = text
    for n, (a, b) in reversed(list(enumerate(order, start=1))):
        gapped = f"{gapped[:a]}[{n}]{gapped[b:]}"
    if _long(gapped):
        gapped = ground.voice.say("quote", text=gapped)
    bank = ", ".join(sorted(words, key=lambda w: (fold(w), w)))
    if ground.voice.language == "zh":
        bank = bank.replace(", ", "、")
    frame = "cloze_bank" if level == "support" else "cloze"
    return ground.draft(
        "cloze",
        level,
        ground.voice.say(frame, bank=bank, gapped=gapped),
        (s.span,),
        key=["cloze", gapped, words],
        about=[text],
        blooms=("remember", "understand"),
        gives=words if level == "core" else (),
        gaps=tuple(spellings(ground, w) for w in words),
        points=len(words),
        feedback=ground.said(s.span),
    )
