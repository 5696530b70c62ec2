"""The posting plan: what goes where, the same every time, and read back by ical.js (Thunderbird's parser)."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.ads_rules import rows
from tests.needs import CLIENTS, node
from tools.export.calendar import calendar_csv, calendar_ics, first_monday
from tools.export.postplan import DAYS, Post, channels, plan

TEXTS = (
    "Six hours of sun; one night of light, \\ and more.\nPack it.",
    "晒六小时，亮一整夜。" * 6,
    "=Starts like a formula",
    "Weighs 240 g",
)
ZONES = {"en": "America/New_York", "zh": "Asia/Shanghai"}
START = date(2027, 3, 3)


def posts(*languages: str) -> tuple[Post, ...]:
    return tuple(
        p for lang in languages for p in plan(TEXTS, channels(["Instagram", "linked in", "Twitter"], lang), lang)
    )


def read(data: bytes, tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "x.ics").write_bytes(data)
    done = node(str(CLIENTS / "ical.mjs"), str(tmp_path / "x.ics"))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_channels_by_any_name_and_usual_ones_without() -> None:
    assert [c.name for c in channels(["Twitter", "web", "小红书", "x"], "en")] == ["x", "xiaohongshu"]
    assert [c.name for c in channels(["web"], "de")] == ["instagram", "facebook", "linkedin"]
    assert [c.name for c in channels([], "zh-TW")] == ["wechat", "weibo", "xiaohongshu"]


@given(st.lists(st.text(min_size=1, max_size=40), max_size=8, unique=True), st.integers(1, 4))
def test_every_text_stands_once_a_channel_inside_the_fortnight(texts: list[str], n: int) -> None:
    places = channels(["instagram", "linkedin", "facebook", "tiktok"][:n], "en")
    found = plan(texts, places, "en")
    assert len(found) == len(texts) * min(2, n)
    assert len({(p.idea, p.channel.name) for p in found}) == len(found)
    assert all(1 <= p.day <= DAYS for p in found) and list(found) == sorted(
        found, key=lambda p: (p.day, p.time, p.channel.name, p.idea)
    )
    assert not any(p.day % 7 in (6, 0) for p in found if not p.channel.weekend)


def test_a_text_too_long_for_a_channel_is_not_planned_there() -> None:
    assert {p.channel.name for p in plan(["太" * 141], channels(["x", "instagram"], "zh"), "zh")} == {"instagram"}


def test_the_table_counts_days_until_there_is_a_start() -> None:
    counted = rows(calendar_csv(posts("en"), None, {}))
    assert counted[0]["when"] == "Day 1, 18:00" and {r["time zone"] for r in counted} == {"local time"}
    dated = rows(calendar_csv(posts("en"), START, ZONES))
    assert dated[0]["when"] == "2027-03-08 18:00" and dated[0]["time zone"] == "America/New_York"
    assert any(r["text"] == "'=Starts like a formula" for r in dated)


@pytest.mark.parametrize(
    ("given_", "wanted"), [("2027-03-01", "2027-03-01"), ("2027-03-02", "2027-03-08"), ("2027-03-07", "2027-03-08")]
)
def test_day_one_is_a_monday(given_: str, wanted: str) -> None:
    assert first_monday(date.fromisoformat(given_)) == date.fromisoformat(wanted)


@pytest.mark.needs("node:ical.js")
def test_thunderbirds_parser_reads_every_event(tmp_path: Path) -> None:
    known = posts("en", "zh")
    found = read(calendar_ics(known, START, ZONES, "Sun; sip, \\ x"), tmp_path)
    assert found["zones"] == ["America/New_York", "Asia/Shanghai"] and len(found["events"]) == len(known)
    first = found["events"][0]
    assert first["start"] == "2027-03-08T18:00:00" and first["utc"] == "2027-03-08T23:00:00.000Z", "winter time"
    assert (
        first["description"].startswith(TEXTS[0]) and first["minutes"] == 15 and first["stamp"].startswith("2027-03-03")
    )
    english = [e for e in found["events"] if e["zone"] == "America/New_York"]
    assert {e["utc"][11:16] for e in english if "Instagram" in e["summary"]} == {"23:00", "22:00"}, (
        "the clocks change on the 14th"
    )
    assert len({e["uid"] for e in found["events"]}) == len(known)


@pytest.mark.needs("node:ical.js")
def test_without_a_market_events_float(tmp_path: Path) -> None:
    found = read(calendar_ics(posts("de"), START, {}, "x"), tmp_path)
    assert found["zones"] == [] and {e["zone"] for e in found["events"]} == {"floating"}


@pytest.mark.needs("node:ical.js")
@pytest.mark.parametrize(
    ("old", "new"), [(b"END:VCALENDAR", b""), (b"BEGIN:VEVENT", b"BEGIN:VTODO"), (b"DTSTART;", b"DTBEGIN;"), (b"DTSTART;TZID=America/New_York:2027", b"DTSTART;TZID=America/New_York:soon")]
)  # fmt: skip
def test_a_spoilt_file_is_refused(old: bytes, new: bytes, tmp_path: Path) -> None:
    spoilt = calendar_ics(posts("en"), START, ZONES, "x").replace(old, new)
    (tmp_path / "x.ics").write_bytes(spoilt)
    assert node(str(CLIENTS / "ical.mjs"), str(tmp_path / "x.ics")).returncode != 0


def test_the_file_is_well_folded_and_the_same_every_time() -> None:
    data = calendar_ics(posts("en", "zh"), START, ZONES, "x")
    assert data == calendar_ics(posts("en", "zh"), START, ZONES, "x")
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b"")
    stamps = set(re.findall(rb"DTSTAMP:(\S+)\r", data))
    assert stamps == {b"20270303T000000Z"}, "no clock"
    other = calendar_ics(posts("en", "zh"), date(2027, 3, 15), ZONES, "x")
    assert not set(re.findall(rb"UID:(\S+)", data)) & set(re.findall(rb"UID:(\S+)", other))


def test_no_channel_posts_twice_on_one_day() -> None:
    eight = [f"Text number {n}" for n in range(8)]
    found = plan(eight, channels(["instagram", "facebook"], "es"), "es")
    assert len({(p.channel.name, p.day) for p in found}) == len(found) == 16
