"""Search ads as a table that Google Ads Editor imports, everything paused.

Column names are Google's (support.google.com/google-ads/editor/answer/57747); limits lie in ``tools/text/data/limits.json``. A text that is
too long is rejected by Google, not cut: so it is left out here. Budget, bids, places and the declaration on political ads are the
advertiser's own: their cells stay blank, which means "no change".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tools.export.labels import labels
from tools.export.languages import primary
from tools.export.table import is_formula, table_csv
from tools.export.utm import NO_URL, slug
from tools.text.limits import fits

HEADLINES: Final = (3, 15)
DESCRIPTIONS: Final = (2, 4)
COLUMNS: Final = (
    "Campaign", "Campaign type", "Campaign status", "Networks", "Budget", "EU political ads", "Languages", "Ad group",
    "Ad group status", "Ad type", "Ad status", *(f"Headline {n}" for n in range(1, HEADLINES[1] + 1)),
    *(f"Description {n}" for n in range(1, DESCRIPTIONS[1] + 1)), "Path 1", "Path 2", "Final URL", "Keyword", "Match type",
    "Keyword status",
)  # fmt: skip
_TONGUES: Final = {"zh": "zh_CN"}
_BARRED: Final = re.compile(r"[!@%,*;^()={}~`<>?\\|\[\]\"+#:/]")
"""Signs that Google refuses in a keyword."""


@dataclass(frozen=True)
class Search:
    """One language's campaign. Texts are candidates, best first; what breaks a rule of Google's is left out."""

    name: str
    language: str
    group: str
    url: str
    """Final URL with its UTM parameters; empty: the table says that it is missing, and Google refuses the row."""
    headlines: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def google_ads_csv(searches: Iterable[Search]) -> bytes:
    """Campaign, ad group, ad and keyword rows. A language for which ``lacking`` says something gets no ad row."""
    rows = [row for search in searches for row in _rows(search)]
    return table_csv(COLUMNS, ([row.get(column, "") for column in COLUMNS] for row in rows))


def lacking(search: Search, language: str = "en") -> str:
    """Why no ad can be written, in a sentence; empty where one can."""
    heads, bodies = len(headlines(search)), len(descriptions(search))
    if heads < HEADLINES[0] or bodies < DESCRIPTIONS[0]:
        return labels("ads", language)["few"].format(heads, bodies, HEADLINES[0], DESCRIPTIONS[0])
    return ""


def headlines(search: Search) -> tuple[str, ...]:
    """Those that fit 30 and hold no exclamation mark, which Google refuses in a headline."""
    kept = (t for t in search.headlines if not re.search("[!！¡]", t))
    return _fitting(kept, "headline", HEADLINES[1])


def descriptions(search: Search) -> tuple[str, ...]:
    """Those that fit 90, with one exclamation mark at most."""
    kept = (t for t in search.descriptions if len(re.findall("[!！]", t)) < 2)
    return _fitting(kept, "description", DESCRIPTIONS[1])


def paths(search: Search) -> tuple[str, ...]:
    """At most two words for the address shown, each of 15 (7 in double width)."""
    kept = dict.fromkeys(word for text in search.paths if (word := slug(text)) and fits(word, "google_ads", "path"))
    return tuple(kept)[:2]


def keywords(search: Search) -> tuple[str, ...]:
    """Phrases without signs that Google refuses, of ten words and 80 characters at most, in lower case."""
    plain = (" ".join(_BARRED.sub(" ", text).casefold().split()).strip(".- ") for text in search.keywords)
    return tuple(dict.fromkeys(p for p in plain if p and len(p) <= 80 and len(p.split()) <= 10 and not is_formula(p)))


def _fitting(texts: Iterable[str], field: str, most: int) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        line = " ".join(unicodedata.normalize("NFC", text).split())
        if line and "\n" not in text.strip() and not is_formula(line) and fits(line, "google_ads", field):
            found.setdefault(line.casefold().rstrip(".。 "), line)
    return tuple(found.values())[:most]


def _rows(search: Search) -> list[dict[str, str]]:
    tongue = primary(search.language)
    rows = [
        {
            "Campaign": search.name, "Campaign type": "Search", "Campaign status": "Paused", "Networks": "Google Search",
            "Languages": _TONGUES.get(tongue, tongue),
        },
        {"Campaign": search.name, "Ad group": search.group, "Ad group status": "Paused"},
    ]  # fmt: skip
    at = {"Campaign": search.name, "Ad group": search.group}
    if not lacking(search):
        ad = {**at, "Ad type": "Responsive search ad", "Ad status": "Paused", "Final URL": search.url or NO_URL}
        ad |= {f"Headline {n}": text for n, text in enumerate(headlines(search), 1)}
        ad |= {f"Description {n}": text for n, text in enumerate(descriptions(search), 1)}
        ad |= {f"Path {n}": text for n, text in enumerate(paths(search), 1)}
        rows.append(ad)
    rows += [{**at, "Keyword": k, "Match type": "Phrase", "Keyword status": "Paused"} for k in keywords(search)]
    return rows
