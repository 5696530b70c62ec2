"""``calendar/``: what to post where in the first two weeks, and QR codes that say where they hang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agents.kind import Dossier, Member
from core.errors import BadInput
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.words import campaign_name, texts
from tools.export.calendar import calendar_csv, calendar_ics
from tools.export.languages import own_name
from tools.export.markets import zone
from tools.export.postplan import Channel, Post, channels, plan
from tools.export.qr import qr_png, qr_svg
from tools.export.readme import readme
from tools.export.utm import tagged
from tools.text.embedded.hashtags import closed
from tools.text.limits import count

PLACES = ("poster", "flyer", "table-card")
"""Where a printed code may hang; each has its own link."""
CLOSED = frozenset({"weibo", "wechat"})
"""Channels whose Chinese tags stand between two signs."""
MAX_POSTS = 8
MAX_POST = 250
"""Characters as X counts them, so that a link still fits."""


def calendar(job: Dossier) -> Iterator[Member]:
    """Table, calendar file where the brief gives a start, README and codes."""
    start = Details.model_validate(job.brief.details).start
    zones = {lang: found for lang in job.brief.languages if (found := zone(job.brief.market, lang))}
    posts = tuple(
        sorted(
            (p for language in job.brief.languages for p in _posts(job, language)),
            key=lambda p: (p.day, p.time, job.brief.languages.index(p.language)),
        )
    )
    yield Member("calendar/content-calendar.csv", calendar_csv(posts, start, zones, job.brief.language))
    if start and posts:
        yield Member("calendar/content-calendar.ics", calendar_ics(posts, start, zones, campaign_name(job)))
    codes = tuple(_codes(job))
    yield Member("calendar/README.md", _readme(job, str(start) if start and posts else "", zones, posts, bool(codes)))
    yield from codes


def _posts(job: Dossier, language: str) -> Iterator[Post]:
    written = texts(job, language, "posts") or texts(job, language, "primary", "sub")
    kept = [t for t in written if count(t, "x") <= MAX_POST][:MAX_POSTS]
    for post in plan(kept, channels(job.brief.channels, language), language):
        text = closed(post.text) if post.channel.name in CLOSED and language == "zh" else post.text
        yield replace(post, text=text, image=_image(job, post.channel, language), link=_link(job, post))


def _link(job: Dossier, post: Post) -> str:
    return tagged(job.brief.url, post.channel.name, "social", job.plan.title, f"post-{post.idea}-{post.language}")


def _image(job: Dossier, channel: Channel, language: str) -> str:
    """The picture of the channel's shape, or another that was made."""
    for size in (channel.picture, "square", "portrait", "landscape", "wide", "story"):
        asset = job.assets.get(f"image.{size}.{language}")
        if asset and "png" in asset.parts:
            return f"images/{language}/{size}.png"
    return ""


def _codes(job: Dossier) -> Iterator[Member]:
    for language in job.brief.languages:
        for place in PLACES:
            url = tagged(job.brief.url, place, "print", job.plan.title, language)
            if not url:
                continue
            try:
                files = (("svg", qr_svg(url)), ("png", qr_png(url)))
            except BadInput:
                continue  # a link too long for a code that a phone can read
            yield from (Member(f"calendar/qr/{language}/{place}.{ending}", data) for ending, data in files)


def _readme(job: Dossier, start: str, zones: dict[str, str], posts: tuple[Post, ...], codes: bool) -> bytes:
    return readme(
        "calendar",
        job.brief.language,
        dated=bool(start),
        start=start,
        zones=", ".join(f"{place} ({own_name(lang)})" for lang, place in zones.items()),
        linked=any(p.link for p in posts),
        several=len({p.channel.name for p in posts}) > 1,
        codes=codes,
    )
