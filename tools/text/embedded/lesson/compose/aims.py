"""What learners shall be able to do: the brief's own objectives, else the source's, else what its knowledge is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from core.canonical import key_of
from core.knowledge import Definition, Event, Knowledge, Process, Table
from core.lesson import Bloom, Objective
from core.requests import Aim
from core.source import Span
from tools.text.embedded.lesson.questions.voice import Voice, capital

from .frames import Frames
from .matter import Matter, Part

_TERMS = 4
"""Terms that one objective names."""


@dataclass(frozen=True)
class Wish:
    """An objective that the knowledge could serve, and how much it has for it."""

    text: str
    verb: str
    bloom: Bloom
    worth: float


def objectives(matter: Matter, aims: tuple[Aim, ...], minutes: int) -> tuple[Objective, ...]:
    """Those given, word for word with their codes; else the source's own, and then those that the knowledge could
    serve, best first: more than are kept in the end."""
    frames = Frames(matter.language)
    if aims:
        return tuple(_given(frames, a.text, " ".join(t for t in (a.framework, a.code) if t)) for a in aims)
    own = [s.text for k in matter.knowledge for s in k.objectives]
    found: dict[str, Wish] = {}
    for wish in sorted(_wishes(matter, frames), key=lambda w: -w.worth):
        found.setdefault(wish.text.casefold(), wish)
    given = [_given(frames, text, "") for text in own[: most(minutes)]]
    return (*given, *(_objective(frames, w) for w in found.values()))


def most(minutes: int) -> int:
    """Objectives that a lesson of that length serves."""
    return 2 if minutes <= 30 else 3 if minutes <= 50 else 4 if minutes <= 90 else 5


def bloom_of(text: str, language: str) -> tuple[str, Bloom]:
    """The verb that an objective begins with or holds, and its level; "understand" where no verb is known."""
    table = Frames(language).table("bloom")
    plain = text.casefold()
    best: tuple[int, str, str] | None = None
    for level in get_args(Bloom):
        for verb in table[level]:
            at = plain.find(verb) if language == "zh" else _word(verb, plain)
            if at >= 0 and (best is None or (at, -len(verb)) < (best[0], -len(best[1]))):
                best = (at, verb, level)
    return (best[1], cast(Bloom, best[2])) if best else ("", "understand")


def hinted(objective: Objective, matter: Matter, frames: Frames) -> Objective:
    """An objective that names a sort of knowledge ("place the events in time") and none of its words, with these words added:
    for choosing questions, never to be shown."""
    plain = objective.text.casefold()
    words: list[str] = []
    for sort, hints in frames.table("hints").items():
        if any(hint in plain for hint in hints):
            for k in matter.knowledge:
                words += [_words(item) for item in getattr(k, sort)]
    return objective.model_copy(update={"text": " ".join([objective.text, *words])[:2000]})


def widened(objective: Objective, matter: Matter) -> Objective:
    """An objective with the words of the two parts that say most about it: what is taught there serves it. Never to be shown."""
    voice = Voice(matter.language)
    goal = set(voice.content(objective.text))

    def shared(part: Part) -> float:
        said = voice.content(" ".join([part.title, *(s.text for s in part.sentences)]))
        return float(sum(w in goal for w in said) / (1 + len(said) ** 0.5))

    near = sorted((p for p in matter.parts if shared(p) > 0), key=lambda p: -shared(p))[:2]
    words = [t for p in near for t in (p.title, *(s.text for s in p.sentences))]
    return objective.model_copy(update={"text": " ".join([objective.text, *words])[:2000]})


def _words(item: object) -> str:
    match item:
        case Event(what=what):
            return what
        case Process(title=title, steps=steps):
            return " ".join([title, *(s.text for s in steps)])
        case Definition(term=term):
            return term
        case Table(title=title, columns=columns):
            return " ".join([title, *columns])
    return ""


def _word(verb: str, text: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", text)
    return found.start() if found else -1


def _given(frames: Frames, text: str, code: str) -> Objective:
    verb, bloom = bloom_of(text, frames.language)
    return Objective(id=_id(text), text=frames.ended(text.strip()), verb=verb, bloom=bloom, standard=code)


def _objective(frames: Frames, wish: Wish) -> Objective:
    return Objective(id=_id(wish.text), text=capital(wish.text), verb=wish.verb, bloom=wish.bloom)


def _id(text: str) -> str:
    return f"o-{key_of(['objective', text])[:8]}"


def _wishes(matter: Matter, frames: Frames) -> Iterator[Wish]:
    voice = Voice(matter.language)
    for k in matter.knowledge:
        yield from _of_facts(k, frames, voice, _about(matter, matter.parts[0], frames))
        if len(k.events) >= 3:
            yield _wish(frames, "events", 2.0, title=k.title)
        for t in k.tables[:1]:
            yield _wish(frames, "table", 1.7, title=t.title or k.title)
        if len(k.figures) >= 2:
            yield _wish(frames, "figures", 1.0, title=k.title)
    for part in matter.parts:
        about = _about(matter, part, frames)
        yield _wish(frames, "heading", 0.5 + max(s.weight for s in part.sentences), title=about)


def _about(matter: Matter, part: Part, frames: Frames) -> str:
    """What a part is about: its heading, or for what stands before all headings the source's title."""
    if part.title != frames.say("intro"):
        return part.title
    k = matter.knowledge[part.source]
    return k.title or capital(k.source)


def _of_facts(k: Knowledge, frames: Frames, voice: Voice, title: str) -> Iterator[Wish]:
    """From what is weighed by the sentence in which it stands."""
    for p in k.processes:
        name = p.title if p.title and p.title != k.title else f"{p.steps[0].text} …"
        yield _wish(frames, "cycle" if p.cyclic else "process", 3.0 + 0.1 * len(p.steps), title=name or title)
    told = [d for d in k.definitions if any(_meet(d.span, s.span) for s in k.sentences)]
    terms = sorted(told or k.definitions, key=lambda d: -_weight(k, d.span))[:_TERMS]
    if len(terms) > 1:
        named = [capital(voice.bare(d.term)) for d in sorted(terms, key=lambda d: d.span.start)]
        yield _wish(
            frames, "terms", 2.5, terms=frames.listed([f"{frames.say('open')}{t}{frames.say('close')}" for t in named])
        )
    contrasts = [c for c in k.contrasts if c.second_says]
    if contrasts:
        c = max(contrasts, key=lambda c: _weight(k, c.span))
        yield _wish(
            frames, "contrast", 2.2 + _weight(k, c.span), first=voice.bare(c.first), second=voice.bare(c.second)
        )
    if k.causes:
        best = max(k.causes, key=lambda c: _weight(k, c.span))
        yield _wish(frames, "cause", 1.8 + _weight(k, best.span), effect=best.effect)
    for w in k.parts[:1]:
        yield _wish(frames, "parts", 1.4 + _weight(k, w.span), whole=w.whole)


def _wish(frames: Frames, key: str, worth: float, **fields: str) -> Wish:
    text = frames.say(f"aim_{key}", 0, **fields)
    verb, bloom = bloom_of(text, frames.language)
    return Wish(text, verb, bloom, worth)


def _weight(k: Knowledge, span: Span) -> float:
    return max((s.weight for s in k.sentences if _meet(s.span, span)), default=0.3)


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
