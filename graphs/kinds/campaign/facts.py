"""``facts/``: one fact sheet per language, and the same as a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from agents.kind import Dossier, Member
from core.asset import Asset
from core.copydeck import Copy
from core.direction import Direction
from graphs.kinds.campaign.captions import film_cues
from graphs.kinds.campaign.words import title
from tools.export.facts import FactSheet, fact_sheet, fact_sheet_csv, words_in
from tools.export.landing import Other

ORDER = (
    "headlines", "sub", "bullets", "primary", "posts", "search-headlines", "search-descriptions", "long", "script", "onscreen", "meta",
)  # fmt: skip
"""Roles in the order in which a person reads them; others follow."""
PUBLIC = ("web/", "ads/", "calendar/", "email/", "press/")
"""Folders whose pages, tables and documents are for the public."""


def facts(job: Dossier, made: Iterable[Member]) -> Iterator[Member]:
    """The sheets. ``made`` are the package's other files, in which each text is looked for."""
    members = tuple(made)
    sheets = {lang: _sheet(job, lang, members) for lang in job.brief.languages}
    for language, sheet in sheets.items():
        yield Member(f"facts/{_name(job, language)}", fact_sheet(sheet))
    if sheets:
        yield Member("facts/fact-sheet.csv", fact_sheet_csv(sheets.values()))


def _name(job: Dossier, language: str) -> str:
    return "fact-sheet.html" if language == job.brief.language else f"fact-sheet-{language}.html"


def _sheet(job: Dossier, language: str, made: tuple[Member, ...]) -> FactSheet:
    brief = job.brief.localised(language)
    return FactSheet(
        language=language,
        title=title(job, language),
        brand=brief.brand.name,
        facts=tuple(
            f.model_copy(update={"text": brief.product}) if f.id == "product" and brief.product else f
            for f in brief.evidence()
        ),
        copies=_copies(job, language),
        shown=dict(_shown(job, language, made)),
        palette=Direction.model_validate(job.plan.direction).palette,
        others=tuple(Other(lang, _name(job, lang)) for lang in job.brief.languages if lang != language),
    )


def _copies(job: Dossier, language: str) -> tuple[Copy, ...]:
    found = {
        slot.rsplit(".", 1)[0].replace("_", "-"): Copy.model_validate_json(job.read(asset.digest("json")))
        for slot, asset in job.assets.items()
        if slot.endswith("." + language) and "json" in asset.parts
    }
    return tuple(found[role] for role in (*ORDER, *sorted(set(found) - set(ORDER))) if role in found)


def _shown(job: Dossier, language: str, made: tuple[Member, ...]) -> Iterator[tuple[str, str]]:
    """Files that the public sees, and the words in them: pictures and films by what was laid out in them and said."""
    for member in made:
        asset = job.assets.get(member.slot)
        if not isinstance(member.data, str):
            if member.path.startswith(PUBLIC) and member.path.endswith((".html", ".csv", ".txt", ".pdf", ".docx")):
                yield member.path, words_in(member.data)
        elif (
            asset
            and member.path.startswith(f"images/{language}/")
            and "layout" in asset.parts
            and member.path.endswith(".png")
        ):
            layout = json.loads(job.read(asset.digest("layout")))
            yield member.path, " ".join(line for e in layout["elements"] for line in e.get("lines", ()))
        elif asset and asset.slot.endswith("." + language) and member.path.endswith(".mp4"):
            yield member.path, " | ".join(film_words(asset))


def film_words(asset: Asset) -> Iterator[str]:
    """What a film says, then what its scenes show."""
    yield " ".join(cue.text for cue in film_cues(asset))
    for scene in asset.facts.get("scenes", ()):
        yield from scene["shown"]
