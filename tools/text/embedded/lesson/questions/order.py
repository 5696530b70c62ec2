"""Questions of order: steps of a process, and events by their years. Only what the source itself puts in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.knowledge import Event, Process

from .ground import MOST, Draft, Ground
from .voice import capital, usable

_FEWEST: Final = 3
_MOST: Final = 6


def from_processes(ground: Ground) -> Iterator[Draft | None]:
    """One ordering a process."""
    for p in ground.knowledge.processes[:MOST]:
        yield _process(ground, p)


def _process(ground: Ground, p: Process) -> Draft | None:
    voice = ground.voice
    steps = [_plain(ground, s.text) for s in p.steps]
    if not _FEWEST <= len(steps) <= 9 or not all(usable(s, 130) for s in steps) or not usable(p.title, 90):
        return None
    if any(voice.close(a, b) and voice.content(a) == voice.content(b) for i, a in enumerate(steps) for b in steps[:i]):
        return None
    steps, spans = steps[:_MOST], [s.span for s in p.steps[:_MOST]]
    frame = "order_cycle" if p.cyclic else "order_process"
    title = p.title.strip().rstrip(".:。：")
    return ground.draft(
        "ordering",
        "core",
        voice.say(frame, ground.pick(p.title), title=title, start=steps[0]),
        tuple(spans),
        key=["order", p.title, steps],
        about=[p.title, *steps],
        blooms=("understand", "apply", "remember"),
        facts=[f"{spans[0].source}:{spans[0].start}:order"],
        steps=tuple(steps),
        points=2 if len(steps) < 5 else 3,
        feedback=" → ".join(steps) if sum(map(len, steps)) < 400 else ground.said(spans[0]),
    )


def _plain(ground: Ground, step: str) -> str:
    """A step without the words or numbers that give its place away."""
    text = re.sub(r"^\s*(?:\(?\d{1,2}[.):、]\s*|[-•*–]\s*)", "", re.sub(r"\s+", " ", step)).strip()
    opener = ground.voice.opens_with(text, "openers")
    if opener:
        rest = text[len(opener) :].lstrip(" ,，、:：")
        text = rest if len(ground.voice.content(rest)) >= 1 and len(rest) > 3 else text
        if text is rest and ground.voice.language == "de" and rest[:1].islower():
            return "… " + rest.rstrip(" .;,")  # the verb comes first after the word that was taken away
    return capital(text.rstrip(" .。;；,，"))


def from_events(ground: Ground) -> Iterator[Draft | None]:
    """Groups of three to five events of different years, near each other in the source."""
    fit: list[Event] = []
    for e in ground.knowledge.events[:MOST]:
        told = usable(e.what, 120) and not re.search(r"\d{3,}", e.what) and not ground.voice.mentions(e.when, "hedge")
        if told and not any(o.year == e.year or ground.voice.close(o.what, e.what) for o in fit):
            fit.append(e)
    for i in range(0, len(fit), 4):
        group = fit[i : i + 4] if len(fit) - i != 5 else fit[i : i + 5]
        if len(group) >= _FEWEST:
            yield _events(ground, group)


def _events(ground: Ground, group: list[Event]) -> Draft | None:
    ordered = sorted(group, key=lambda e: e.year)
    return ground.draft(
        "ordering",
        "core",
        ground.voice.say("order_events", ground.pick(ordered[0].what)),
        tuple(e.span for e in ordered),
        key=["events", [e.what for e in ordered]],
        about=[e.what for e in ordered],
        blooms=("understand", "remember", "analyse"),
        facts=[f"{e.span.source}:{e.span.start}:when" for e in ordered],
        steps=tuple(capital(e.what.strip().rstrip(".。")) for e in ordered),
        points=2,
        feedback=" → ".join(ground.voice.say("entry", term=e.when, meaning=e.what).rstrip(".。") for e in ordered),
    )
