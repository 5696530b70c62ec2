"""The fact sheet names the files that say a fact, and no others: what is claimed of a film was seen or heard in it."""

from __future__ import annotations

import csv
import io

from agents.kind import Dossier, Member
from core.asset import Asset
from graphs.kinds.campaign.facts import facts
from tests.graphs.dossiers import HARBOUR, dossier


def _places(job: Dossier, *more: Member) -> dict[str, set[str]]:
    """Fact to the files that its rows name, in English."""
    films = [
        Member(f"video/en/{slot.split('.')[1]}.mp4", asset.digest("mp4"), slot)
        for slot, asset in job.assets.items()
        if slot.startswith("video.") and slot.endswith(".en")
    ]
    table = next(m.data for m in facts(job, [*films, *more]) if m.path.endswith(".csv"))
    assert isinstance(table, bytes)
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig"))):
        if row["language"] == "en":
            found.setdefault(row["fact"], set()).update(row["files"].split())
    return found


def _film(asset: Asset, said: str, *shown: str) -> Asset:
    cues = [
        {"start": 0.6, "end": 1.4, "text": said[: len(said) // 2]},
        {"start": 1.4, "end": 2, "text": said[len(said) // 2 :]},
    ]
    scenes = [{"start": 0, "end": 3, "role": "hook", "shown": list(shown)}]
    return asset.model_copy(update={"facts": {**asset.facts, "cues": cues if said else [], "scenes": scenes}})  # fmt: skip


def test_a_film_holds_the_facts_that_it_says_or_shows() -> None:
    job = dossier(HARBOUR)
    films = dict(job.assets)
    films["video.9x16.en"] = _film(films["video.9x16.en"], "Starts every Thursday at 7 pm.", "Harbour Run Club")
    films["video.6-9x16.en"] = _film(films["video.6-9x16.en"], "", "Harbour Run Club", "The loop is 8 km long")
    places = _places(Dossier(job.brief, job.plan, films, {}, job.read))
    assert places["f1"] == {"video/en/9x16.mp4"} and places["f2"] == {"video/en/6-9x16.mp4"}
    assert not places.get("f3"), "no film tells it"


def test_mail_and_press_are_places() -> None:
    job = dossier(HARBOUR)
    page = b"<html><p>Starts every <b>Thursday</b> at 7 pm.</p></html>"
    places = _places(
        job,
        Member("email/en/campaign.html", page),
        Member("press/en/x.txt", b"The loop is 8 km long\nWelcomes every pace"),
    )
    assert "email/en/campaign.html" in places["f1"]
    assert places["f2"] == {"press/en/x.txt"} and places["f3"] == {"press/en/x.txt"}
