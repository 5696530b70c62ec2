"""The posting plan as a table, and as a calendar file once the brief says when it starts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from core.canonical import key_of
from tools.export.labels import table as labels
from tools.export.languages import own_name
from tools.export.markup import shortened
from tools.export.postplan import Post
from tools.export.table import table_csv

if TYPE_CHECKING:
    from icalendar import Event

COLUMNS: Final = ("when", "time zone", "channel", "language", "text", "image", "link")
LENGTH: Final = timedelta(minutes=15)


def first_monday(start: date) -> date:
    """The Monday on ``start`` or next after it: day 1 of the plan."""
    return start + timedelta(days=-start.weekday() % 7)


def moment(post: Post, start: date) -> datetime:
    """When a post is due, local time without a zone."""
    return datetime.combine(first_monday(start) + timedelta(days=post.day - 1), time.fromisoformat(post.time))


def calendar_csv(posts: Iterable[Post], start: date | None, zones: dict[str, str], language: str = "en") -> bytes:
    """One row per post, headed in the language. Without ``start``: "Day 1, 18:00". ``zones`` maps a language to its IANA time zone."""
    ui = labels("calendar", language)
    rows = [
        (
            f"{moment(p, start):%Y-%m-%d %H:%M}" if start else ui["day"].format(p.day, p.time),
            zones.get(p.language) or ui["local"],
            p.channel.title,
            own_name(p.language),
            p.text,
            p.image,
            p.link,
        )
        for p in posts
    ]
    return table_csv(ui["columns"], rows)


def calendar_ics(posts: Iterable[Post], start: date, zones: dict[str, str], title: str) -> bytes:
    """iCalendar (RFC 5545). Where no market is known events float: 18:00 wherever the calendar is opened.

    Ids follow from the content and the stamp from ``start``, so that the file has the same bytes every time and an import of a changed
    plan adds what changed.
    """
    from icalendar import Calendar, Timezone  # late: it loads the zone data

    known = tuple(posts)
    page = Calendar()
    page.add("prodid", "-//Bottega//Content calendar//EN")
    page.add("version", "2.0")
    page.add("method", "PUBLISH")
    page.add("x-wr-calname", title)
    for name in sorted({zones.get(p.language, "") for p in known} - {""}):
        page.add_component(
            Timezone.from_tzid(
                name, first_date=first_monday(start), last_date=first_monday(start) + timedelta(days=366)
            )
        )
    for post in known:
        page.add_component(_event(post, start, zones.get(post.language, "")))
    return bytes(page.to_ical())


def _event(post: Post, start: date, zone: str) -> Event:
    from icalendar import Event

    due = moment(post, start)
    if zone:
        due = due.replace(tzinfo=ZoneInfo(zone))
    event = Event()
    event.add(
        "uid", f"{key_of([post.channel.name, post.language, post.text, post.link, due.isoformat()])[:32]}@bottega"
    )
    event.add("dtstamp", datetime.combine(start, time(), UTC))
    event.add("dtstart", due)
    event.add("duration", LENGTH)
    event.add(
        "summary", f"{post.channel.title} · {own_name(post.language)}: {shortened(' '.join(post.text.split()), 60)}"
    )
    event.add("description", "\n\n".join(t for t in (post.text, post.link, post.image) if t))
    if post.link:
        event.add("url", post.link)
    event.add("categories", [post.channel.title])
    event.add("transp", "TRANSPARENT")
    return event
