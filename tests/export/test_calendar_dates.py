"""A posting plan over days that calendars get wrong: leap days, ends of months and years, and nights with a changed clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.export.ads_rules import rows
from tools.export.calendar import calendar_csv, calendar_ics, first_monday
from tools.export.postplan import Post, channels, plan

BERLIN = {"en": "Europe/Berlin"}


@pytest.fixture(scope="module")
def posts() -> tuple[Post, ...]:
    texts = [f"Line {n}" for n in range(8)]
    return plan(texts, channels(["Instagram", "LinkedIn", "X"], "en"), "en")


def days(posts: tuple[Post, ...], start: date) -> list[date]:
    """The days of the table, which are those of the calendar file."""
    table = [r["when"][:10] for r in rows(calendar_csv(posts, start, BERLIN))]
    events = Calendar.from_ical(calendar_ics(posts, start, BERLIN, "x")).walk("VEVENT")
    assert [f"{e.decoded('dtstart'):%Y-%m-%d}" for e in events] == table
    return [date.fromisoformat(day) for day in table]


def test_every_day_follows_the_first_monday_over_any_border(posts: tuple[Post, ...]) -> None:
    for start in (
        date(2028, 2, 29),  # a leap day itself, a Tuesday
        date(2028, 2, 21),  # a leap day in the second week
        date(2027, 2, 22),  # no leap day
        date(2027, 12, 27),
        date(2100, 2, 22),  # a century without one
        date(2027, 4, 30),
    ):
        monday = first_monday(start)
        assert monday.weekday() == 0 and timedelta(0) <= monday - start < timedelta(7)
        assert days(posts, start) == [monday + timedelta(post.day - 1) for post in posts]


def test_a_leap_day_is_posted_on_where_there_is_one(posts: tuple[Post, ...]) -> None:
    daily = plan([f"Line {n}" for n in range(14)], channels(["Instagram"], "en"), "en")
    assert date(2028, 2, 29) in days(daily, date(2028, 2, 28))
    following = days(daily, date(2027, 2, 22))
    assert date(2027, 2, 28) in following and date(2027, 3, 1) in following


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [(date(2027, 3, 22), 1, 2), (date(2027, 10, 25), 2, 1)],  # the clock goes on after March 28, back after October 31
)
def test_the_hour_on_the_wall_stays_when_the_clock_changes(
    posts: tuple[Post, ...], start: date, before: int, after: int
) -> None:
    page = Calendar.from_ical(calendar_ics(posts, start, BERLIN, "x"))
    (zone,) = page.walk("VTIMEZONE")
    told = zone.to_tz()  # a reader may know no zone but the one that the file brings
    offsets = set()
    for event, post in zip(page.walk("VEVENT"), posts, strict=True):
        due = event.decoded("dtstart")
        assert f"{due:%H:%M}" == post.time
        hours = due.utcoffset() / timedelta(hours=1)
        assert hours == (before if post.day <= 6 else after)
        own = datetime.combine(due.date(), due.time()).replace(tzinfo=told)
        assert own.astimezone(UTC) == due.astimezone(UTC), "the zone in the file says another hour"
        offsets.add(hours)
    assert offsets == {before, after}
