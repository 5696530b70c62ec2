"""Ads for Facebook and Instagram as the table of Meta's bulk import, everything paused.

The columns are those that public exports of Ads Manager show in 2026. Meta renames them now and then: compare the first line with an
export of your own account. Budget, age and audience are the advertiser's own and stay blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tools.export.table import is_formula, table_csv
from tools.export.utm import NO_URL
from tools.text.limits import fits

COLUMNS: Final = (
    "Campaign Name", "Campaign Status", "Campaign Objective", "Buying Type", "Ad Set Name", "Ad Set Run Status",
    "Ad Set Daily Budget", "Countries", "Age Min", "Age Max", "Optimization Goal", "Billing Event", "Ad Name", "Ad Status",
    "Title", "Body", "Link", "Display Link", "Link Description", "Call to Action", "Image File Name", "Video File Name",
    "Creative Type", "URL Tags",
)  # fmt: skip


@dataclass(frozen=True)
class MetaAd:
    """One ad: a picture or a film of the package, and its words. A text that is too long for its place is left out."""

    name: str
    ad_set: str
    link: str
    tags: str
    """UTM parameters, without the question mark."""
    button: str
    title: str = ""
    body: str = ""
    note: str = ""
    """The line below the title."""
    image: str = ""
    """Path in the package; so is ``video``."""
    video: str = ""


def fitting(texts: Iterable[str], field: str) -> tuple[str, ...]:
    """Texts that Meta shows whole in that field (``headline``, ``primary``, ``description``), each once."""
    lines = (" ".join(t.split()) for t in texts)
    return tuple(dict.fromkeys(t for t in lines if t and not is_formula(t) and fits(t, "meta", field)))


def meta_ads_csv(campaign: str, countries: Iterable[str], ads: Iterable[MetaAd]) -> bytes:
    """One row per ad. ``countries`` are ISO 3166 codes; an ad without a picture is left out.

    An ad without a link says that it is missing, in the place of the link: Meta refuses the row.
    """
    places = ", ".join(countries)
    rows = [_row(campaign, places, ad) for ad in ads if ad.image or ad.video]
    return table_csv(COLUMNS, ([row.get(column, "") for column in COLUMNS] for row in rows))


def _row(campaign: str, countries: str, ad: MetaAd) -> dict[str, str]:
    return {
        "Campaign Name": campaign, "Campaign Status": "PAUSED", "Campaign Objective": "OUTCOME_TRAFFIC",
        "Buying Type": "AUCTION", "Ad Set Name": ad.ad_set, "Ad Set Run Status": "PAUSED", "Countries": countries,
        "Optimization Goal": "LINK_CLICKS", "Billing Event": "IMPRESSIONS", "Ad Name": ad.name, "Ad Status": "PAUSED",
        "Title": _one(ad.title, "headline"), "Body": _one(ad.body, "primary"), "Link": ad.link or NO_URL,
        "Display Link": ad.link.split("/")[2].removeprefix("www.") if ad.link else "", "Link Description": _one(ad.note, "description"),
        "Call to Action": ad.button, "Image File Name": ad.image, "Video File Name": ad.video,
        "Creative Type": "Video Page Post Ad" if ad.video else "Link Page Post Ad", "URL Tags": ad.tags,
    }  # fmt: skip


def _one(text: str, field: str) -> str:
    return next(iter(fitting([text], field)), "")
