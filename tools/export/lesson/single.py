"""Questions taken apart into ones that every system knows: pick one, pick several, or type a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .item import HOLE, Gap, Item, Option, Picture


@dataclass(frozen=True)
class Single:
    """One simple question. It has either ``options`` or ``accepted`` answers to type. ``points`` are its part of the item's."""

    key: str
    prompt: str
    points: float
    feedback: str
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def several(self) -> bool:
        return sum(o.right for o in self.options) > 1


def singles(item: Item, fixed: Mapping[str, str]) -> Iterator[Single]:
    """A text with gaps becomes a question a gap, pairs a question a left side, an order a question a place."""
    whole = Single(item.key, item.prompt, item.points, item.feedback, item.options, item.accepted, item.picture)
    if item.kind == "cloze":
        for gap in item.gaps:
            prompt = f"{fixed['gap']}\n{with_hole(item, gap)}"
            yield replace(_part(whole, gap.number, len(item.gaps), prompt), options=gap.options, accepted=_typed(gap))
    elif item.kind == "matching":
        left = {o.key: o.text for o in item.options}
        for n, (key, right) in enumerate(item.links, 1):
            options = tuple(replace(o, right=o.key == right) for o in item.targets)
            prompt = f"{item.prompt}\n{fixed['pair'].format(left=left[key])}"
            yield replace(_part(whole, n, len(item.links), prompt), options=options)
    elif item.kind == "ordering":
        for n, step in enumerate(item.targets, 1):
            options = tuple(replace(o, right=o.key == step.key) for o in item.options)
            prompt = f"{item.prompt}\n{fixed['nth'].format(n=n)}"
            yield replace(_part(whole, n, len(item.targets), prompt), options=options)
    else:
        yield whole


def with_hole(item: Item, gap: Gap) -> str:
    """The text with one hole to fill; the others are left open, so that no question answers another."""
    return "".join(p if isinstance(p, str) else HOLE if p.number == gap.number else "[…]" for p in item.text)


def _part(whole: Single, n: int, of: int, prompt: str) -> Single:
    return replace(whole, key=f"{whole.key}-{n}" if of > 1 else whole.key, prompt=prompt, points=whole.points / of)


def _typed(gap: Gap) -> tuple[str, ...]:
    return () if gap.options else gap.accepted
