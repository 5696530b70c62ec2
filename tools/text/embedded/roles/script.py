"""A narrated film's script: one piece per scene, each what is SPOKEN, timed to the seconds asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as every

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, finish, join, text_of
from tools.text.embedded.texts import words_in

from .parts import cta_line, headings, last_resort, product_line

WORDS_PER_SECOND = 145 / 60
MOST_SCENES = 6


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
    facts = _facts(desk, wanted)
    return [*_hook(desk), *facts, *ends]


def _hook(desk: Desk) -> list[Scene]:
    opens = [line for line in desk.drawn("open") if desk.fitting(line, desk.request.limit)]
    most = 1 if desk.vivid("open") or not desk.points else 2
    scenes: list[Scene] = [("hook", "hook", sorted(opens[:most], key=lambda line: len(text_of(line))))]
    if not desk.points:  # nothing is known of the thing: more of the world that it belongs to
        scenes.append(("hook", "hook 2", opens[most : most + 1]))
    return [scene for scene in scenes if scene[2]]


def _facts(desk: Desk, wanted: int) -> list[Scene]:
    scenes: list[Scene] = []
    usable = [p for p in desk.points if not desk.bans(p.text)]
    spare = usable[wanted:]
    for i, point in enumerate(usable[:wanted]):
        role = "benefit" if i == 0 or i < wanted - 1 else "proof"
        wordings = [finish(line, desk.language) for line in headings(desk, point)]
        wordings.append(desk.tell(point, first=i == 0))
        if i == 0 and (what := product_line(desk)):
            wordings.append(join([what, desk.tell(point)], desk.language))
        elif i < len(spare) + 1 and spare:
            wordings.append(join([desk.tell(point), desk.tell(spare[(i - 1) % len(spare)])], desk.language))
        scenes.append((role, desk.idea(f"{role} {i + 1}" if i else role, point), _short_first(desk, iter(wordings))))
    if not usable and (what := product_line(desk)):
        scenes.append(("benefit", "product", [what]))
    if len(usable) <= 1 and desk.has("audience") and not desk.has("inside"):
        lines = _short_first(desk, desk.framed("spoken audience"))
        scenes += [("proof", "audience", lines)] if lines else []
    return [s for s in scenes if s[2]]


def _goodbyes(desk: Desk) -> Iterator[Line]:
    yield from desk.framed("spoken cta")
    if cta := cta_line(desk):
        yield cta
        for close in list(desk.drawn("bye"))[:3]:
            yield join([close, cta], desk.language)
    else:
        yield from list(desk.drawn("bye"))[:2]


def _short_first(desk: Desk, lines: Iterator[Line]) -> list[Line]:
    kept: dict[str, Line] = {}
    for line in lines:
        whole = finish(line, desk.language)
        if desk.fitting(whole, desk.request.limit):
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
