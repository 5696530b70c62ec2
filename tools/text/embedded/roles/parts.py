"""Lines that several roles are built of: who it is, the facts, the offer, the invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, join, opened, said, text_of
from tools.text.embedded.points import Point, heading
from tools.text.embedded.texts import NNBSP, clean, lower

Segments = Sequence[tuple[Line | None, bool]]
"""Sentences in order, each with whether it must be there."""


def product_line(desk: Desk, limit: int = 0) -> Line | None:
    """One sentence that says what it is, and for whom where the phrase does not."""
    kinds: tuple[str, ...] = (
        ("product for", "product")
        if desk.has("audience") and not desk.has("inside") and not _for_whom(desk)
        else ("product",)
    )
    for kind in kinds:
        found = desk.first((finish(line, desk.language) for line in desk.framed(kind)), limit)
        if found:
            return found
    return None


def introduction(desk: Desk) -> list[Line]:
    """What it is and the first thing true of it; one sentence where "our bakery in Porto delivers ..." says both."""
    product = product_line(desk)
    point = desk.points[0] if desk.points else None
    if point and point.shape == "verb" and desk.subject.our and not desk.subject.name and not desk.subject.plural:
        return [desk.tell(point, first=True)]
    told = desk.tell(point, first=product is None) if point else None
    return [line for line in (product, told) if line and not desk.bans(text_of(line))]


def named(desk: Desk) -> Line | None:
    """What the texts speak of, as short as it can be named: its name, else what it is and where, else its first words."""
    found = next((desk.values[slot] for slot in ("name", "here", "noun") if slot in desk.values), desk.subject.label)
    return opened(found) if found else None


def pair(desk: Desk, one: Line, other: Line) -> Line:
    """Two lines with a colon between them, as the language sets it."""
    colon = {"fr": NNBSP + ": ", "zh": "："}.get(desk.language, ": ")
    return (*one, Bit(colon), *other)


def alone(desk: Desk, point: Point) -> Line:
    """A point as a text of its own: a reader who sees nothing else still learns what it speaks of."""
    told = desk.tell(point, first=True)
    who = named(desk)
    whole = " ".join([text_of(told), ""]).casefold()
    heads = (text_of(line).casefold() for line in (desk.subject.name, desk.subject.noun) if line)
    if not who or any(head in whole for head in heads) or (desk.language == "en" and point.shape == "clause"):
        return told
    small = desk.language == "en" and (point.shape == "part" or _SMALL.match(point.text))
    text = lower(point.text, "en") if small else point.text
    return finish(pair(desk, who, said(text, point.fact)), desk.language)


_SMALL: Final = re.compile(
    r"(?:An?|The|No|All|Every|Each|Any|Some|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Free|Open|More|"
    r"Fresh|New|First|Answers|Prices)\b"
)
"""Openings of a fact that are no names: small after a colon."""


def telling(desk: Desk, told: Sequence[Point]) -> list[Line]:
    """Points as sentences one after another; "it" only where the sentence before has said what it is."""
    out: list[Line] = []
    for i, point in enumerate(told):
        known = i > 0 and told[i - 1].shape == "verb"
        out.append(desk.tell(point, first=not known))
    return out


def weighty(point: Point) -> bool:
    """Whether a point says something by itself: a date or a price alone does not."""
    left = re.sub(r"[\d.,:;%€$£–—-]+", " ", point.text)
    if re.search("[\u3400-\u9fff]", left):
        return len(re.findall("[\u3400-\u9fff]", left)) > 4
    return sum(len(w) > 3 and not _CALENDAR.fullmatch(w) for w in re.findall(r"[^\W\d_]+", left)) > 1


def measures(point: Point) -> bool:
    """Whether a point only tells in which sizes something is to be had."""
    return not weighty(point) and bool(_SIZES.match(point.text))


_SIZES: Final = re.compile(
    r"(?:in |en )?(?:sizes?|größen?|tallas?|números|tailles?|pointures?|尺码|尺寸|鞋码)(?=\W|\d|$)", re.I
)
_CALENDAR: Final = re.compile(
    r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:jan|febr)uary|march|april|june|july|august|(?:sept|nov|dec)ember|october|euros?|pounds?|dollars?|from|until|"
    r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:jan|febr)uar|märz|juni|juli|oktober|dezember|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|enero|febrero|"
    r"marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|uhr|heures?|horas?|hours?"
)


def _for_whom(desk: Desk) -> bool:
    """Whether the noun phrase says already what or whom it is for ("a school for kids")."""
    phrase = text_of(desk.subject.phrase or desk.subject.thing)
    return bool(re.search(r"\b(?:for|für|para|pour)\b", phrase))


def namings(desk: Desk) -> Iterator[Line]:
    """What it is as a heading, from its longest form to its shortest."""
    for slot in ("alone", "spot", "here", "noun"):
        if slot in desk.values:
            yield opened(desk.values[slot])


def offer_line(desk: Desk, kind: str = "offer", limit: int = 0) -> Line | None:
    """The whole offer as a sentence, never cut: its terms are part of it."""
    return desk.first((finish(line, desk.language) for line in desk.framed(kind)), limit)


def cta_line(desk: Desk, kind: str = "cta", limit: int = 0) -> Line | None:
    """The invitation as a sentence."""
    return desk.first((finish(line, desk.language) for line in desk.framed(kind)), limit)


def headings(desk: Desk, point: Point) -> Iterator[Line]:
    """A point as a headline: whole, then its honest shorter forms."""
    for text in point.short_forms:
        yield said(heading(text), point.fact)


def fit_segments(desk: Desk, segments: Segments, limit: int, after_first: str = "") -> Line | None:
    """Sentences in order: the required ones, and as many of the others as ``limit`` lets in, first come first.

    ``after_first`` stands after the first sentence instead of a space.
    """
    keep = [i for i, (line, needed) in enumerate(segments) if needed]
    if any(not segments[i][0] for i in keep):
        return None
    whole = _joined(desk, segments, keep, after_first)
    if limit and desk.length(text_of(whole)) > limit:
        return None
    for i, (line, needed) in enumerate(segments):
        if needed or not line:
            continue
        trial = sorted([*keep, i])
        longer = _joined(desk, segments, trial, after_first)
        if not limit or desk.length(text_of(longer)) <= limit:
            keep, whole = trial, longer
    return whole if desk.fitting(whole, limit) else None


def _joined(desk: Desk, segments: Segments, keep: Sequence[int], after_first: str) -> Line:
    lines = [line for i in keep if (line := segments[i][0])]
    if not after_first or len(lines) < 2:
        return join(lines, desk.language)
    return (*join(lines[:1], desk.language), Bit(after_first), *join(lines[1:], desk.language))


def cut_to(text: str, limit: int, language: str) -> str:
    """``text`` whole, or its first words and an ellipsis within ``limit``; never a broken word."""
    if not limit or len(text) <= limit:
        return text
    if language in ("zh", "ja"):
        return text[: max(limit - 1, 1)].rstrip("，、；： ") + "…"
    room = text[: max(limit - 1, 0)]
    at = max(room.rfind(" "), room.rfind(NNBSP))
    head = (room[:at] if at > 0 else "").rstrip(" ,;:–—-(")
    while re.search(r"\s[^\W\d]{1,3}$", head):  # "in Ghent on…" hangs in the air
        head = head.rsplit(None, 1)[0].rstrip(" ,;:–—-(")
    return head + "…" if head else ""


def last_resort(desk: Desk, limit: int) -> Line | None:
    """The shortest honest line: a name, the brand or the product, ended at a word if it must be."""
    fields = (
        (text_of(desk.subject.name), desk.subject.name[0].fact if desk.subject.name else ""),
        (clean(desk.request.brand), "brand"),
        (text_of(desk.subject.label), desk.subject.label[0].fact if desk.subject.label else ""),
        *((p.text, p.fact) for p in desk.points),
        (text_of(desk.subject.product), "product"),
        (text_of(desk.values.get("cta", ())), "cta"),
    )
    for text, fact in fields:
        room = limit // 2 if desk.length(text) > len(text) else limit  # a channel that counts wide characters twice
        short = cut_to(text, room, desk.language)
        if short and desk.fitting(said(short, fact), limit):
            return said(short, fact)
    return None
