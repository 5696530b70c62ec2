"""Facts made ready to be said: one point per sentence, in the form it was given, with what may be cut from its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from core.requests import CitedFact

from .clauses import clauses
from .language import foreign
from .texts import bare, capital, clean, sentences
from .understand import Understood, understand
from .verbs import openers, thirds

Shape = Literal["verb", "clause", "part", "noun", "label"]
MAX_POINT: Final = 220
_PARTICIPLE = r"^(?:[a-z]+ed|made|built|grown|sewn|woven|cut|hand[a-z-]*|run|led|taught|sold|open|free|set|brewed)\b"
_FINITE = r"\b(?:is|are|was|were|has|have|had|can|will|do|does|comes?|opens?|closes?|starts?|runs?|takes?|costs?|holds?|you|we|they)\b"
_CUTS: Final = re.compile(
    r"(?P<cut>\s[–—-]\s|\s?\(|;\s|,\s|，|；|\s(?=(?:through|thanks to|by means of|using|dank|mithilfe|grâce à|gracias a)\s))",
    re.I,
)
_BOUND: Final = re.compile(
    r"\d|%|\b(?:within|until|till|from|only|if|except|unless|when|per|over|up to|at least|after|before|not|no|without|never|for|on orders|"
    r"bis|ab|nur|außer|ausser|wenn|falls|pro|nach|vor|nicht|kein\w*|ohne|mindestens|"
    r"jusqu|dès|seulement|sauf|si|par|après|avant|ne|pas|sans|à partir|"
    r"hasta|desde|solo|sólo|salvo|excepto|si|por|después|antes|sin|nunca|a partir)\b|[不无未仅限除起内前后]",
    re.I,
)  # fmt: skip

_SPOT: Final = re.compile(r"\s(?:in|at)\s(?:the\s|St\.?\s)?[A-Za-z][^,;\d]*$")

_LISTED: Final = re.compile(r",\s[^,;.]{1,40}(?:,\s[^,;.]{1,40})*\s(?:and|or|und|oder|et|ou|y|e|o|u)\s", re.I)
"""The rest of an enumeration: "Leather, cloth and paper are included" is not about leather."""
_ALONE: Final = 3
"""Words up to which what stands before an enumeration is likely no more than its first member."""


@dataclass(frozen=True)
class Point:
    """One thing to say. ``text`` has no full stop and is the fact's own words."""

    fact: str
    text: str
    shape: Shape = "noun"
    foreign: bool = False

    @property
    def short_forms(self) -> tuple[str, ...]:
        """The text, then honest shorter forms: cut where no condition, figure or negation would fall away."""
        forms = [self.text]
        whole = {self.text.find(part) + len(part) for part in clauses(self.text)}
        for m in reversed(list(_CUTS.finditer(self.text))):
            head, tail = self.text[: m.start()].rstrip(), self.text[m.start() :]
            listed = _LISTED.match(tail) and (len(head.split()) <= _ALONE or m.start() not in whole)
            if listed:
                continue
            if len(head) >= 4 and not _BOUND.search(tail) and not head.endswith(("(", "“", '"')):
                forms.append(head)
        spot = _SPOT.search(self.text)
        head = self.text[: spot.start()] if spot else ""
        if re.search(r"\d", head) and len(head.split()) > 2:
            forms.append(head)  # a time without its place is still the time
        return tuple(forms)


def points(facts: Iterable[CitedFact], seen: Understood, language: str) -> tuple[Point, ...]:
    """Points of all facts, in order, those of the request's own language first; foreign ones only if there are no others."""
    found: list[Point] = []
    for fact in facts:
        text = clean(fact.text)
        for part in _parts(text, seen, language):
            if 2 <= len(part) <= MAX_POINT and not any(p.text.casefold() == part.casefold() for p in found):
                found.append(Point(fact.id, part, _shape(part, language), foreign(part, language)))
    own = tuple(p for p in found if not p.foreign)
    return own or tuple(p for p in found if len(p.text) <= 80)


def _parts(text: str, seen: Understood, language: str) -> list[str]:
    """A fact's sentences; of a line that names the product again, only what it adds."""
    rest = _beyond(text, seen, language)
    if rest is not None:
        return [bare(p) for p in rest]
    return [bare(s) for s in sentences(text)]


def _beyond(text: str, seen: Understood, language: str) -> list[str] | None:
    """What a line says after the product's own noun phrase, or ``None`` when it does not start with it."""
    own = understand(text, language)
    if not own.category and own.product and own.product == seen.product:
        return clauses(text) if len(sentences(text)) == 1 else None
    if not own.category or not seen.product:
        return None
    same = seen.category and own.category.casefold() == seen.category.casefold()
    if not same and not (own.name and own.name.casefold() == seen.name.casefold()):
        return None
    if len(sentences(text)) > 1:
        return None
    if own.action:
        return [own.action, *_commas(text, own)]
    if language == "de" and (m := re.search(r",\s(?:die|der|das)\s(?P<rest>[^,]+?)\s(?P<verb>[a-zäöüß]+t)\.?$", text)):
        if not re.match(r"(?:ab|an|auf|aus|ein|her|hin|mit|nach|vor|weg|zu|zurück|um)(?!t)", m["verb"]):
            return [f"{m['verb']} {m['rest']}"]
        return []
    after = text[text.find(own.category) + len(own.category) :]
    extra = re.search(
        r"\b(?:with|mit|avec|con)\s+(?P<with>[^,;]+)|\b(?P<made>(?:made|built|baked|grown|brewed|designed|run|led)\s[^,;]+)",
        after,
    )
    out = [(extra["with"] or extra["made"])] if extra else []
    return [part for part in out if _says(part)] + _commas(text, own)


_SMALL: Final = re.compile(
    r"^(?:an?|the|its|une?|des|du|la|les|le|un[ao]s?|el|los|las|einer|einem|einen|eine|ein|dem|der|den)\s+", re.I
)
_ONE: Final = 48
"""Letters up to which a word between commas stays with the part before it."""
_QUALITY: Final = re.compile(r"(?:proof|less|able|ible|ful|free|ed|ic|al|ly)$")


def _says(part: str) -> bool:
    """Whether a few words torn out of a line say something alone: "vegan brunch" does, "cinnamon" or "a café" does not."""
    rest = _SMALL.sub("", part.strip())
    return len(rest.split()) > 1 or bool(re.search(r"\d|[\u3400-\u9fff]{4,}", rest)) or bool(_QUALITY.search(rest))


def _commas(text: str, own: Understood) -> list[str]:
    """Later comma clauses of a line, apart from relative ones and the line's own noun phrase."""
    out: list[str] = []
    for clause in clauses(text)[1:]:
        opens = re.match(
            r"(?:that|which|who|und|and|y|et|die|der|das|qui|que|an?|the|une?|l[ae]s?|un[ao]?|el|for|für|pour|para|or)\b",
            clause,
            re.I,
        )
        if (
            len(clause) < 4
            or opens
            or not _says(clause)
            or own.category in clause
            or own.action
            and clause in own.action
        ):
            continue
        joined = f"{out[-1]}, {clause}" if out and " " not in clause else ""
        if joined and joined in text and len(joined) <= _ONE:  # "free" alone is no line of a film
            out[-1] = joined
        else:
            out.append(clause)
    return out


def _shape(text: str, language: str) -> Shape:
    if re.match(r"^[^:：]{2,24}[:：]\s*\S", text):
        return "label"
    first, _, after = text.partition(" ")
    word = first.lower()
    if language != "en":
        return "verb" if after and word in openers(language) else "clause"
    sure, maybe = thirds("sure"), thirds("also noun")
    follows = re.match(
        r"(?!(?:on|over|from) (?:\d|mon|tues|wednes|thurs|fri|satur|sun(?:day)|week|request))(?:(?:an?|the|your|you|our|its|every|each|all|any|up|out|over|on|into|for|down|well|both|more|[a-z]+ly)\b|\d|(?!and\b|or\b)[a-z]+s\b)",
        after.lower(),
    )
    if word in sure and after and not re.match(r"(?:and|or|are|is|provided|included|available|only)\b", after.lower()):
        return "verb"
    if word in maybe and after and follows:
        return "verb"
    if re.match(_PARTICIPLE, text.lower()):
        return "part"
    return "clause" if re.search(_FINITE, text, re.I) else "noun"


def heading(text: str) -> str:
    """A point as a headline: its first letter a capital, no full stop."""
    return capital(bare(text))
