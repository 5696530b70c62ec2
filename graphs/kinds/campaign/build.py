"""The files of a campaign's package, apart from manifest, report and archive."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.asset import Asset
from graphs.kinds.campaign import brand, house, mail, press
from graphs.kinds.campaign.ads import ads
from graphs.kinds.campaign.calendar import calendar
from graphs.kinds.campaign.captions import film_cues
from graphs.kinds.campaign.deck import deck
from graphs.kinds.campaign.facts import facts
from graphs.kinds.campaign.web import pages
from graphs.kinds.campaign.words import film_name
from tools.export.captions import srt, vtt
from tools.export.copydeck_csv import copy_deck_csv


def build(job: Dossier) -> Iterator[Member]:
    """Every file, each with the slot it comes from."""
    made = tuple(_files(job))
    yield from made
    yield from facts(job, made)


def _files(job: Dossier) -> Iterator[Member]:
    from tools.export.copydeck_docx import copy_deck_docx  # late: it loads python-docx

    written = deck(job)
    yield Member("copy/copy-deck.docx", copy_deck_docx(written))
    yield Member("copy/copy-deck.csv", copy_deck_csv(written))
    for slot, asset in sorted(job.assets.items()):
        yield from _media(slot, asset)
    yield from pages(job)
    yield from house.pages(job)
    yield from mail.pages(job)
    yield from press.pages(job)
    yield from brand.pages(job)
    yield from ads(job)
    yield from calendar(job)


def _media(slot: str, asset: Asset) -> Iterator[Member]:
    head, *rest = slot.split(".")
    parts = asset.parts
    if head == "image":
        size, language = rest
        for part in ("png", "svg"):
            if part in parts:
                yield Member(f"images/{language}/{size}.{part}", parts[part].digest, slot)
    elif head == "video":
        name, language = rest
        folder = f"video/{language}/{film_name(name)}"
        yield Member(f"{folder}.mp4", asset.digest("mp4"), slot)
        if "poster" in parts:
            yield Member(f"{folder}-poster.png", parts["poster"].digest, slot)
        cues = film_cues(asset)
        if cues:
            yield Member(f"{folder}.srt", srt(cues), slot)
            yield Member(f"{folder}.vtt", vtt(cues, language), slot)
    elif head in ("mix", "voice"):
        *cut, language = rest
        name = "soundtrack" if head == "mix" else "narration"
        yield Member(f"audio/{language}/{'-'.join([name, *(f'{c}s' for c in cut)])}.wav", asset.digest("wav"), slot)
    elif head in ("music", "soundlogo"):
        name = "-".join(["sound-logo" if head == "soundlogo" else "music", *(f"{c}s" for c in rest)])
        yield Member(f"audio/{name}.wav", asset.digest("wav"), slot)
        if "midi" in parts:
            yield Member(f"audio/{name}.mid", parts["midi"].digest, slot)
        for part in sorted(p for p in parts if p.startswith("stem_")):
            yield Member(f"audio/stems/{part.removeprefix('stem_')}.flac", parts[part].digest, slot)
