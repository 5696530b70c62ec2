"""A two-week posting plan: which text goes where, on which day and at what hour. Days are counted; a calendar gives them dates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from tools.export.languages import primary
from tools.export.markup import resource
from tools.text.limits import fits

DAYS: Final = 14


class Channel(NamedTuple):
    """A place for posts. ``picture`` is the campaign picture of its shape; ``weekend``: whether people look there on weekends."""

    name: str
    title: str
    time: str
    limit: str
    picture: str
    weekend: bool


@dataclass(frozen=True)
class Post:
    """One entry of the plan. ``day`` counts from 1, a Monday; ``time`` is local, ``"09:00"``."""

    day: int
    time: str
    channel: Channel
    language: str
    text: str
    idea: int
    """Number of the text among the language's posts, from 1."""
    image: str = ""
    link: str = ""


def channels(words: Iterable[str], language: str) -> tuple[Channel, ...]:
    """The social channels that a brief names, in its order; a usual three for the language where it names none."""
    page = _page()
    known = {alias: c["name"] for c in page["channels"] for alias in (c["name"], c["title"].casefold(), *c["also"])}
    named = dict.fromkeys(known[w] for word in words if (w := " ".join(word.casefold().split())) in known)
    usual = page.get(f"default_{primary(language)}", page["default"])
    by_name = {c["name"]: c for c in page["channels"]}
    return tuple(_channel(by_name[name]) for name in (named or usual))


def plan(texts: Sequence[str], places: Sequence[Channel], language: str) -> tuple[Post, ...]:
    """Every text once in the fortnight, and once more on another channel a week apart. Sorted by day and hour.

    A text that is too long for a channel is not planned there; channels that rest on weekends move to Monday, and of two on
    one day the second moves to the channel's next free day.
    """
    posts: list[Post] = []
    taken: set[tuple[str, int]] = set()
    for n, text in enumerate(texts):
        day = n * (DAYS - 2) // max(len(texts), 1) + 1
        for turn in range(min(2, len(places))):
            channel = places[(n + turn) % len(places)]
            if channel.limit and not fits(text, channel.limit, "primary"):
                continue
            at = _free(_working((day - 1 + 7 * turn) % DAYS + 1, channel), channel, taken)
            taken.add((channel.name, at))
            posts.append(Post(at, channel.time, channel, language, text, n + 1))
    return tuple(sorted(posts, key=lambda p: (p.day, p.time, p.channel.name, p.idea)))


def _free(day: int, channel: Channel, taken: set[tuple[str, int]]) -> int:
    """The day, or the nearest one on which the channel has no post yet; the day itself where all are full."""
    days = sorted(range(1, DAYS + 1), key=lambda d: (abs(d - day), d < day))
    return next((d for d in days if (channel.name, d) not in taken and _working(d, channel) == d), day)


def _working(day: int, channel: Channel) -> int:
    over = (day - 1) % 7 - 4
    return day if channel.weekend or over <= 0 else (day + 3 - over if day + 3 - over <= DAYS else day - over)


def _channel(row: dict[str, Any]) -> Channel:
    return Channel(row["name"], row["title"], row["time"], row["limit"], row["picture"], bool(row["weekend"]))


@cache
def _page() -> dict[str, Any]:
    page: dict[str, Any] = json.loads(resource("data/channels.json"))
    return page
