"""What memory holds for a brand changes a campaign, made in full by the embedded engines: lines, colours, tone, and look."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest

from core.brief import Brief
from core.settings import Options
from core.taste import Recall, Taste
from graphs import kinds
from graphs.briefs import parse_text
from graphs.history import everything
from graphs.reasons import read, remember
from graphs.recall import open_notes
from graphs.runner import Outcome, Runner
from memory.home import Home

BRIEF = """
title: Harbour run
product: Harbour Run Club, a weekly evening run along the harbour
audience: people who run after work
languages: en
tone: bold
brand: {name: Harbour Run Club}
facts: [Starts every Thursday at 7 pm, The loop is 8 km long, Welcomes every pace]
offer: First run free
cta: Join on Thursday
url: https://harbour-run.example
details: {sizes: [square], ratios: [], cuts: [], banners: [], seconds: 6, narration: false}
"""


class Made:
    """One run, its texts and the colours of its square picture."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.outcome: Outcome = asyncio.run(Runner(home).make(parse_text(BRIEF), Options()))
        assert self.outcome.status == "done", (self.outcome.failures, self.outcome.review.holding())
        self.direction: dict[str, Any] = self.outcome.plan["direction"]

    def texts(self) -> list[str]:
        return [
            p["text"]
            for asset in self.outcome.assets.values() if "json" in asset["parts"]
            for p in json.loads(self.home.blobs.get(asset["parts"]["json"]["digest"]))["pieces"]
        ]  # fmt: skip

    def colours(self) -> set[str]:
        svg = self.home.blobs.get(self.outcome.assets["image.square.en"]["parts"]["svg"]["digest"])
        return set(re.findall("#[0-9a-f]{6}", svg.decode().lower()))

    def effects(self) -> dict[str, str]:
        return {r["kind"]: r["effect"] for r in self.outcome.plan["recalled"]}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("memory") / "home")


@pytest.fixture(scope="module")
def first(home: Home) -> Made:
    return Made(home)


@pytest.mark.slow
def test_a_rejected_line_and_a_palette_change_words_and_pictures(home: Home, first: Made) -> None:
    story = everything(home, first.outcome.run_id)
    heads = json.loads(home.blobs.get(first.outcome.assets["headlines.en"]["parts"]["json"]["digest"]))["pieces"]
    line = next(p["text"] for p in heads if p["text"] not in (first.outcome.brief["title"], *BRIEF.splitlines()))
    remember(home, read(home, story, "reject", line, "", "Ann"))
    with open_notes(home) as notes:
        notes.add("#7a1f5c, #1f7a3d", kind="palette", brand="Harbour Run Club", origin="person")
    again = Made(home)
    assert line in first.texts() and line not in again.texts()
    assert again.direction["palette"]["accent"] == "#7a1f5c" != first.direction["palette"]["accent"]
    old, new = (set(d["palette"].values()) for d in (first.direction, again.direction))
    assert first.colours() & old and not first.colours() & new - old
    assert again.colours() & new and not again.colours() & old - new, "the picture is drawn in the remembered colours"
    assert again.effects() == {"rejected": "this line is not used again", "palette": "these colours lead"}
    assert again.outcome.package["content_digest"] != first.outcome.package["content_digest"]


def drafted(kind: str, *notes: tuple[str, str], **changes: Any) -> tuple[Any, dict[str, str]]:
    """The plan of a kind with these notes, by the planner itself, and what it says that each did."""
    from agents.planner import plan

    recalled = [Recall(id=f"{i:012}", kind=k, text=t, rule=True) for i, (k, t) in enumerate(notes)]

    class Remembering:
        def taste(self, brand: str, query: str) -> Taste:
            return Taste.of(recalled)

    brief = Brief.model_validate({**parse_text(BRIEF).json_dict(), "kind": kind, **changes})
    made = asyncio.run(plan(brief, kinds.load(kind), frozenset(), Remembering()))  # type: ignore[arg-type]
    return made["plan"], {r["kind"]: r["effect"] for r in made["plan"]["recalled"]}


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return dict(drafted("campaign")[0])


def test_a_look_that_was_turned_down_is_not_chosen_again(plain: dict[str, Any]) -> None:
    look = plain["direction"]
    colours = f"{look['palette']['bg']} {look['palette']['accent']}"
    made, effects = drafted("campaign", ("family", look["family"]), ("colours", colours))
    assert made["direction"]["family"] != look["family"]
    assert (made["direction"]["palette"]["bg"], made["direction"]["palette"]["accent"]) != tuple(colours.split())
    assert effects == {
        "family": "this layout is not chosen again", "colours": "these colours together are not chosen again",
    }  # fmt: skip


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_ground_that_was_asked_for_is_taken(ground: str) -> None:
    from tools.design.colour import luminance

    made, _ = drafted("campaign", ("ground", ground))
    assert (luminance(made["direction"]["palette"]["bg"]) < 0.18) == (ground == "dark")


def test_a_tone_that_was_asked_for_leads(plain: dict[str, Any]) -> None:
    made, effects = drafted("campaign", ("mood", "calm"))
    assert plain["direction"]["mood"] == "bold" and made["direction"]["mood"] == "calm"
    tones = {tuple(s["spec"]["tone"]) for s in made["slots"] if "tone" in s["spec"]}
    assert tones == {("calm",)}, "the brief's loud tone gives way"
    assert effects == {"mood": "this tone leads"}


@pytest.mark.parametrize(
    ("note", "changes"),
    [
        (("family", "no such layout"), {}),
        (("colours", "#000000 #ffffff"), {}),
        (("mood", "grumpy"), {}),
        (("banned", "Synergy"), {"brand": {"name": "Harbour Run Club", "banned": ["synergy"]}}),
    ],
)
def test_what_changed_nothing_is_not_said_to_have(note: tuple[str, str], changes: dict[str, Any]) -> None:
    assert drafted("campaign", note, **changes)[1] == {note[0]: "nothing: the plan is the same without it"}


def test_the_briefs_own_colours_come_before_remembered_ones() -> None:
    own = {"brand": {"name": "Harbour Run Club", "colours": ["#12633f"]}}
    made, effects = drafted("campaign", ("palette", "#7a1f5c"), **own)
    assert made == {**drafted("campaign", **own)[0], "recalled": made["recalled"]}
    assert effects == {"palette": "unused: the brief names its own colours"}


def test_a_lesson_says_what_it_cannot_obey() -> None:
    """Its words are its sources', and its slides have no family: notes about either do nothing, and the report says so."""
    source = {"name": "text.md", "digest": "0" * 64, "media": "text/markdown"}
    given = {"sources": ["text.md"], "attachments": [source], "details": {}}
    made, effects = drafted("lesson", ("family", "editorial"), ("rejected", "A line"), ("palette", "#7a1f5c"), **given)
    nothing = "nothing: the plan is the same without it"
    assert effects == {"family": nothing, "rejected": nothing, "palette": "these colours lead"}
    assert made["direction"]["palette"]["accent"] == "#7a1f5c"
