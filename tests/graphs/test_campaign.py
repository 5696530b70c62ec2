"""The campaign kind on the embedded backends: a small one made in full, and what each edit remakes."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest

from core.settings import Options
from graphs.briefs import parse_text
from graphs.publish import publish
from graphs.runner import Outcome, Runner
from memory.home import Home

BRIEF = """
title: Harbour run
product: Harbour Run Club, a weekly evening run along the harbour
audience: people who run after work
languages: en
tone: bold, friendly
brand:
  name: Harbour Run Club
  colours: ["#7cf2c4", "#1b1b3a"]
  banned: [cheap]
  legal: ["Run at your own risk."]
facts:
  - Starts every Thursday at 7 pm
  - The loop is 8 km long
  - Welcomes every pace
  - Ends at the boathouse with tea
  - text: Founded in 2014
    source: club register
offer: First run free
cta: Join on Thursday
url: https://harbour-run.example
details:
  sizes: [square, landscape]
  ratios: ["16x9"]
  seconds: 6
  cuts: []
  banners: ["300x250"]
"""


class Made:
    """One run and what it made."""

    def __init__(self, home: Home, *sets: str) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        runner = Runner(home, lambda kind, data: self.events.append((kind, data)))
        self.outcome: Outcome = asyncio.run(runner.make(parse_text(BRIEF, sets=sets), Options()))

    def slots(self, kind: str = "made") -> set[str]:
        return {data["slot"] for k, data in self.events if k == f"slot.{kind}"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("campaign") / "home")


@pytest.fixture(scope="module")
def first(home: Home) -> Made:
    made = Made(home)
    assert made.outcome.status == "done", (made.outcome.failures, made.outcome.review)
    return made


CHANNELS = {f"{role}.en" for role in ("search_headlines", "search_descriptions", "email", "press", "posts")}
TEXTS = CHANNELS | {
    f"{role}.en" for role in ("headlines", "sub", "bullets", "primary", "long", "script", "meta", "onscreen")
}
POSTS = {"image.square.en", "image.landscape.en"}
PICTURES = POSTS | {"banner.300x250.en"}
FILM = {"voice.en", "music", "mix.en", "video.16x9.en"}


def test_the_first_run_makes_every_slot(first: Made) -> None:
    assert first.slots() == TEXTS | PICTURES | FILM | {"alt.en", "picture.hero", "soundlogo"}


def test_nothing_blocks_or_holds_it(first: Made) -> None:
    worst = [f for f in first.outcome.review.findings if f.severity in ("BLOCK", "HOLD")]
    assert worst == []
    unread = {f.check for f in first.outcome.review.findings if f.severity == "NOT_CHECKED"}
    assert "T1.hazard" in unread and first.outcome.package["draft"], "nobody has read it for harm: it is a draft"


def test_the_package_holds_what_was_promised(home: Home, first: Made, tmp_path: Path) -> None:
    put = publish(home, first.outcome, tmp_path / "out")
    files = {p.relative_to(put.folder).as_posix() for p in put.folder.rglob("*") if p.is_file()}
    for wanted in (
        "copy/copy-deck.docx", "copy/copy-deck.csv", "images/en/square.png", "images/en/square.svg", "video/en/film-16x9.mp4",
        "video/en/film-16x9.srt", "video/en/film-16x9.vtt", "audio/en/soundtrack.wav", "audio/music.wav", "audio/music.mid",
        "web/index.html", "web/style.css", "email/en/campaign.html", "email/en/campaign.eml", "press/en/press-sheet.pdf",
        "press/en/press-sheet.docx", "brand/brand-sheet.pdf", "brand/palette.ase",
        "ads/google-ads-editor.csv", "ads/meta-ads.csv", "ads/README.md", "calendar/content-calendar.csv",
        "calendar/qr/en/poster.svg", "facts/fact-sheet.html", "manifest.json", "REPORT.html", "README.txt",
    ):  # fmt: skip
        assert wanted in files, wanted
    listed = {f["path"] for f in json.loads((put.folder / "manifest.json").read_text())["files"]}
    assert listed | {"manifest.json"} == files
    assert put.archive.name == "out-draft.zip"
    again = publish(home, first.outcome, tmp_path / "out")
    assert not again.written


def test_a_changed_folder_is_kept(home: Home, first: Made, tmp_path: Path) -> None:
    put = publish(home, first.outcome, tmp_path / "out")
    (put.folder / "web" / "index.html").write_text("mine")
    again = publish(home, first.outcome, tmp_path / "out")
    assert again.kept is not None and (again.kept / "web" / "index.html").read_text() == "mine"
    assert (put.folder / "web" / "index.html").read_text() != "mine"


EDITS: list[tuple[str, set[str]]] = [
    ("goal=Fill the autumn term", {"long.en"}),
    ("brand.voice=dry", {"long.en"}),
    ("title=Spring campaign 2027", set()),  # a label of the office is said nowhere
    # the texts that may use a fifth fact; the script is asked anew, and tells it in none of its lines
    (
        "facts.4.text=Founded in 2015",
        {"bullets.en", "primary.en", "long.en", "search_headlines.en", "email.en", "press.en", "script.en"},
    ),
    # those that may use a fourth; the headline and the benefits that lead the pictures come out the same
    (
        "facts.3.text=Ends at the boathouse with soup",
        {"headlines.en", "bullets.en", "primary.en", "long.en", "script.en"} | CHANNELS,
    ),
    ("url=https://run.example", {"long.en", "press.en", "video.16x9.en"}),
    ("brand.legal.0=Run with care.", PICTURES | {"video.16x9.en"}),
    # what asks to act, draws or shows the button, and all that hangs on the spoken words; the music is as long as before
    (
        "cta=Run with us",
        (CHANNELS - {"press.en"}) | {"primary.en", "long.en", "script.en", "onscreen.en"} | PICTURES | FILM - {"music"},
    ),
    # the narration takes longer than either length: the script is asked anew and comes out the same
    ("details.seconds=7", {"script.en"}),
]
"""A change of the brief, and exactly what it remakes."""


@pytest.mark.slow
@pytest.mark.parametrize(("change", "made"), EDITS, ids=[change for change, _ in EDITS])
def test_an_edit_remakes_exactly_what_depends_on_it(home: Home, first: Made, change: str, made: set[str]) -> None:
    assert Made(home, change).slots() == made


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "may", "must"),
    [
        (
            "brand.colours.0=#ff5d73",
            PICTURES | {"picture.hero", "video.16x9.en", "alt.en"},
            PICTURES | {"picture.hero", "video.16x9.en"},
        ),
        (
            "title=Harbour run, spring",  # a title that speaks to the public is the first headline, and told in four texts
            {"headlines.en", "posts.en", "press.en", "script.en", "onscreen.en", "alt.en"} | PICTURES | FILM,
            {"headlines.en", "posts.en", "press.en", "onscreen.en"} | PICTURES,
        ),
    ],
)
def test_an_edit_remakes_what_depends_on_it_and_no_more(
    home: Home, first: Made, change: str, may: set[str], must: set[str]
) -> None:
    made = Made(home, change).slots()
    assert must <= made <= may, f"made {sorted(made)}"


def test_the_same_brief_again_makes_nothing(home: Home, first: Made) -> None:
    again = Made(home)
    assert again.slots() == set() and again.outcome.package == first.outcome.package


def test_a_remembered_word_changes_the_result(home: Home, first: Made) -> None:
    from graphs.recall import open_notes

    heads = json.loads(home.blobs.get(first.outcome.assets["headlines.en"]["parts"]["json"]["digest"]))["pieces"]
    own = re.findall(r"[a-z]{4,}", BRIEF.casefold())
    word = max((w for p in heads for w in re.findall(r"[A-Za-z]{4,}", p["text"]) if w.casefold() not in own), key=len)
    with open_notes(home) as notes:
        notes.add(word, kind="banned", brand="Harbour Run Club", origin="person")
    again = Made(home)
    words = [
        p["text"].casefold()
        for slot, asset in again.outcome.assets.items() if "json" in asset["parts"]
        for p in json.loads(home.blobs.get(asset["parts"]["json"]["digest"]))["pieces"]
    ]  # fmt: skip
    assert not any(word.casefold() in re.findall(r"[a-z]+", text) for text in words), word
    assert [r["text"] for r in again.outcome.plan["recalled"]] == [word]
    assert "kept out" in again.outcome.plan["recalled"][0]["effect"]
