"""A narrated film's script: one piece per scene, each what is SPOKEN, timed to the seconds asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as every

from core.copydeck import Piece
from tools.checks.particulars import particulars
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, finish, join, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.texts import words_in
from tools.text.limits import width

from .parts import alone, cta_line, headings, last_resort, named, product_line, telling

WORDS_PER_SECOND = 145 / 60
MOST_SCENES = 6
LONGEST = 240
"""Letters of a spoken line, a Chinese sign counting two: about 16 seconds, which no scene outlasts."""


def write(desk: Desk) -> list[Piece]:
    """Four to six scenes (fewer where the brief holds less), roles in order hook, benefit, proof, offer, cta."""
    target = (desk.request.seconds or 20.0) * WORDS_PER_SECOND
    most = min(max(desk.request.count, 3) if desk.request.count > 1 else MOST_SCENES, MOST_SCENES)
    scenes = _scenes(desk, most, target)
    out = [desk.take(line, role, idea) for role, idea, line in _fit(desk, scenes, target)]
    if not out and (line := last_resort(desk, desk.request.limit)):
        out.append(desk.take(line, "hook", "product"))
    return out


Scene = tuple[str, str, list[Line]]


def _scenes(desk: Desk, most: int, target: float) -> list[Scene]:
    """Scenes with their wordings, from short to long; only as many facts as time and scenes allow."""
    ends: list[Scene] = []
    if offers := _short_first(desk, desk.framed("spoken offer")):
        ends.append(("offer", "offer", offers))
    if invites := _short_first(desk, _goodbyes(desk)):
        ends.append(("cta", "invitation", invites))
    room = max(most - 1 - len(ends), 1)
    wanted = min(room, 2 if target < 34 else 3 if target < 60 else 4)
    hook = _hook(desk)
    facts = [s for s in _facts(desk, wanted) if s[1] != "audience" or not hook or hook[0][1] != "audience"]
    if not any(role == "cta" for role, _, _ in ends) and desk.points and (who := named(desk)):
        ends.append(("cta", "name", [finish(who, desk.language)]))
    return [*hook, *facts, *ends]


def _hook(desk: Desk) -> list[Scene]:
    """The client's own line, else whom it is for; without either, the first scene says what it is."""
    if title := _short_first(desk, iter([desk.values["title"]] if desk.has("title") else [])):
        return [("hook", "title", title)]
    heard = (
        _short_first(desk, desk.framed("spoken audience")) if desk.has("audience") and not desk.has("inside") else []
    )
    return [("hook", "audience", heard)] if heard else []


def _facts(desk: Desk, wanted: int) -> list[Scene]:
    scenes: list[Scene] = []
    usable = _with_its_day([p for p in desk.points if not desk.bans(p.text)], wanted)
    spare = usable[wanted:]
    for i, point in enumerate(usable[:wanted]):
        role = "benefit" if i == 0 or i < wanted - 1 else "proof"
        wordings = [finish(line, desk.language) for line in headings(desk, point)] if i else [alone(desk, point)]
        if i == 0 and (what := product_line(desk)):
            deed = point.shape == "verb" and not desk.subject.name  # "Our choir looks for tenors" says both
            wordings += [] if deed else [join([what, desk.tell(point)], desk.language)]
        elif i < len(spare) + 1 and spare:
            wordings.append(join([wordings[0], *telling(desk, [spare[(i - 1) % len(spare)]])], desk.language))
        scenes.append((role, desk.idea(f"{role} {i + 1}" if i else role, point), _short_first(desk, iter(wordings))))
    if not usable and (what := product_line(desk)):
        scenes.append(("benefit", "product", [what]))
    if len(usable) <= 1 and desk.has("audience") and not desk.has("inside"):
        lines = _short_first(desk, desk.framed("spoken audience"))
        scenes += [("proof", "audience", lines)] if lines else []
    return [s for s in scenes if s[2]]


def _with_its_day(points: list[Point], wanted: int) -> list[Point]:
    """The points, the first that tells a day and its hour among the ``wanted`` ones: a film that invites says when."""
    told = next((i for i, p in enumerate(points) if {"date", "time"} <= {x.kind for x in particulars(p.text)}), 0)
    if told < max(wanted, 1):
        return points
    rest = points[:told] + points[told + 1 :]
    return [*rest[: wanted - 1], points[told], *rest[wanted - 1 :]]


def _goodbyes(desk: Desk) -> Iterator[Line]:
    yield from desk.framed("spoken cta")
    if cta := cta_line(desk):
        yield cta


def _short_first(desk: Desk, lines: Iterator[Line]) -> list[Line]:
    kept: dict[str, Line] = {}
    for line in lines:
        whole = finish(line, desk.language)
        if width(text_of(whole)) <= LONGEST and desk.fitting(whole, desk.request.limit):
            kept.setdefault(text_of(whole), whole)
    return sorted(kept.values(), key=lambda line: (words_in(text_of(line), desk.language), text_of(line)))[:5]


def _fit(desk: Desk, scenes: list[Scene], target: float) -> list[tuple[str, str, Line]]:
    """The choice of wordings whose spoken length comes nearest to the target without passing it by a tenth."""
    choices = [[(words_in(text_of(line), desk.language), line) for line in lines] for _, _, lines in scenes]
    if not choices:
        return []

    def cost(combo: tuple[tuple[float, Line], ...]) -> tuple[float, str]:
        total = sum(words for words, _ in combo)
        over = max(total - target * 1.05, 0) * 3
        return round(abs(total - target) + over, 3), desk.dice(*(text_of(line) for _, line in combo))

    best = min(every(*choices), key=cost)
    return [(role, idea, line) for (role, idea, _), (_, line) in zip(scenes, best, strict=True)]
