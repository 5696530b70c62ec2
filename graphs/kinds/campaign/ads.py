"""``ads/``: what Google Ads Editor and Meta's bulk import take, and how to bring it in."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Member
from core.brief import Brief
from core.errors import ToolFailure
from graphs.kinds.campaign.formats import BANNERS
from graphs.kinds.campaign.words import campaign_name, film_name, first_that, texts
from tools.export.ads_google import Search, google_ads_csv, lacking
from tools.export.ads_meta import MetaAd, fitting, meta_ads_csv
from tools.export.ads_readme import ads_readme
from tools.export.cta import meta_button
from tools.export.labels import labels
from tools.export.languages import own_name, primary
from tools.export.markets import markets
from tools.export.utm import link, parameters, tagged
from tools.text.embedded.understand import understand

SHOWN = ("square", "portrait", "story", "landscape")
"""Pictures that Meta has a place for."""
DISPLAY = ("landscape", "square", "portrait")
"""Pictures of the sizes that Google's image ads take."""


def ads(job: Dossier) -> Iterator[Member]:
    """The tables, small copies of the pictures, and the README with what is missing."""
    first = job.brief.language
    ui = labels("ads", first)
    searches = [_search(job, language) for language in job.brief.languages]
    notes = [ui["no_search"].format(own_name(s.language)) + why for s in searches if (why := lacking(s, first))]
    if not markets(job.brief.market):
        notes.append(ui["countries"])
    yield Member("ads/google-ads-editor.csv", google_ads_csv(searches))
    rows = [ad for language in job.brief.languages for ad in _meta(job, language)]
    countries = [m.code for m in markets(job.brief.market)]
    yield Member("ads/meta-ads.csv", meta_ads_csv(campaign_name(job), countries, rows))
    shown = tuple(_display(job))
    yield from (m for m in shown if isinstance(m, Member))
    notes += [ui["heavy"].format(*m) for m in shown if not isinstance(m, Member)]
    pictures = any(isinstance(m, Member) for m in shown)
    yield Member("ads/README.md", ads_readme(notes, first, linked=bool(link(job.brief.url)), pictures=pictures))


def _search(job: Dossier, language: str) -> Search:
    brief = job.brief.localised(language)
    seen = understand(brief.product, language)
    names = (brief.brand.name, seen.name, seen.category, seen.product)
    return Search(
        name=f"{campaign_name(job)} ({language})",
        language=language,
        group=seen.category or brief.brand.name or job.plan.title,
        url=tagged(brief.url, "google", "cpc", job.plan.title, f"search-{language}"),
        headlines=(
            *texts(job, language, "search_headlines"), *texts(job, language, "headlines", "bullets"), *(n for n in names if n), brief.cta,
        ),
        descriptions=texts(job, language, "search_descriptions") + texts(job, language, "sub", "primary", "meta"),
        paths=_paths(brief, seen.category, language),
        keywords=tuple(n for n in dict.fromkeys((seen.category, brief.brand.name, seen.name)) if n),
    )  # fmt: skip


def _paths(brief: Brief, category: str, language: str) -> tuple[str, ...]:
    """Brand and product; a product of many words is shown by its head (the first in Spanish and French), or not at all."""
    words = category.split() or [""]
    head = words[0] if primary(language) in ("es", "fr") else words[-1]
    return tuple(t for t in (brief.brand.name, category, head) if t)


def _meta(job: Dossier, language: str) -> Iterator[MetaAd]:
    brief = job.brief.localised(language)
    name = f"{campaign_name(job)} | {language}"
    heads = fitting((*texts(job, language, "headlines", "search_headlines"), brief.brand.name), "headline")
    bodies = fitting(texts(job, language, "primary", "posts", "sub"), "primary")
    rows = fitting((brief.offer, *texts(job, language, "bullets")), "description")
    for n, (form, image, video) in enumerate(_media(job, language)):
        yield MetaAd(
            name=f"{name} | {form}", ad_set=name, link=link(brief.url), button=meta_button(brief.cta, language),
            tags=parameters("meta", "paid-social", job.plan.title, f"{form}-{language}"), image=image, video=video,
            title=first_that(heads, n), body=first_that(bodies, n), note=first_that(rows, 0),
        )  # fmt: skip


def _media(job: Dossier, language: str) -> Iterator[tuple[str, str, str]]:
    """Format, picture and film of each ad, as paths in the package."""
    for size in SHOWN:
        asset = job.assets.get(f"image.{size}.{language}")
        if asset and "png" in asset.parts:
            yield size, f"images/{language}/{size}.png", ""
    for slot, film in job.assets.items():
        if slot.startswith("video.") and slot.endswith(f".{language}") and "mp4" in film.parts:
            name = slot.split(".")[1]
            path = f"video/{language}/{film_name(name)}"
            yield film_name(name), f"{path}-poster.png" if "poster" in film.parts else "", f"{path}.mp4"


def _display(job: Dossier) -> Iterator[Member | tuple[str, str]]:
    """Pictures under the size limit; format and language of each that cannot be made so small."""
    from tools.export.display import within  # late: it loads NumPy and Pillow

    for language in job.brief.languages:
        for head, size in [*(("image", size) for size in DISPLAY), *(("banner", size) for size in BANNERS)]:
            asset = job.assets.get(f"{head}.{size}.{language}")
            if asset is None or "png" not in asset.parts:
                continue
            try:
                data, media = within(job.read(asset.digest("png")))
            except ToolFailure:
                yield size, language
                continue
            ending = "png" if media == "image/png" else "jpg"
            yield Member(f"ads/display/{language}/{size}.{ending}", data, asset.slot)
