"""Ads, calendar, codes and fact sheets as a campaign builds them, from briefs in several languages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from agents.kind import Dossier, Member
from core.brief import Brand, Brief
from core.taste import Taste
from graphs.briefs import parse_text
from graphs.kinds.campaign.ads import ads
from graphs.kinds.campaign.build import build
from graphs.kinds.campaign.calendar import calendar
from graphs.kinds.campaign.checks.pictures import _repeated_subjects
from graphs.kinds.campaign.checks.wording import _address, _address_subjects, _consistency, _consistency_subjects
from graphs.kinds.campaign.draft import draft
from graphs.kinds.campaign.texts import own_headline
from graphs.kinds.campaign.words import top_line
from tests.export.ads_rules import google_faults, meta_faults, rows
from tests.export.web import Reader
from tests.graphs.dossiers import HARBOUR, dossier
from tests.needs import find
from tools.export.utm import NO_URL

TEA = Path("examples/teahouse.yaml").read_text("utf-8")
BARE = "a bakery in Porto that delivers sourdough by bike before 7am"
HOSTILE = """
title: '=HYPERLINK("https://x.example")'
product: '<script>alert(1)</script> lantern'
languages: en
brand: {name: '@SunSip'}
facts: ['=1+1 is two', '-5 degrees', {text: 'Safe', source: 'javascript:alert(1)'}]
cta: '+Buy'
url: '=nowhere'
"""


def files(job: Dossier) -> dict[str, Member]:
    return {m.path: m for m in build(job)}


def data(member: Member) -> bytes:
    assert isinstance(member.data, bytes)
    return member.data


@pytest.fixture(scope="module")
def harbour() -> Dossier:
    return dossier(HARBOUR)


def test_a_campaign_in_three_languages_has_all_parts(harbour: Dossier) -> None:
    made = files(harbour)
    for path in ("ads/google-ads-editor.csv", "ads/meta-ads.csv", "ads/README.md", "ads/display/zh/square.png", "calendar/content-calendar.csv", "calendar/README.md", "calendar/qr/de/poster.svg", "facts/fact-sheet.html", "facts/fact-sheet-zh.html", "facts/fact-sheet.csv"):  # fmt: skip
        assert path in made, path
    assert "calendar/content-calendar.ics" not in made, "no start, no calendar file"
    assert google_faults(data(made["ads/google-ads-editor.csv"])) == []
    assert meta_faults(data(made["ads/meta-ads.csv"]), set(made)) == []
    assert len([r for r in rows(data(made["ads/google-ads-editor.csv"])) if r["Ad type"]]) == 3
    for row in rows(data(made["calendar/content-calendar.csv"])):
        assert (
            row["image"] in made
            and "utm_source=" in row["link"]
            and "ref=a" in row["link"]
            and row["link"].endswith("#top")
        )
    page = Reader(data(made["facts/fact-sheet.html"]))
    assert {link.removeprefix("../") for link in page.links() if link.startswith("../")} <= set(made)
    assert "https://harbour-run.example/tea?x=1&y=2" in page.links()


def test_pictures_are_compared_inside_a_language(harbour: Dossier) -> None:
    found = [list(s.inputs["images"]) for s in _repeated_subjects(harbour)]
    assert [{slot.rsplit(".", 1)[-1] for slot in slots} for slots in found] == [
        {code} for code in harbour.brief.languages
    ]
    assert all(len(slots) > 1 for slots in found)


def test_the_same_campaign_gives_the_same_bytes(harbour: Dossier) -> None:
    for part in (ads, calendar):
        assert [m.data for m in part(harbour)] == [m.data for m in part(dossier(HARBOUR))]


def test_a_start_gives_a_calendar_file() -> None:
    made = {m.path: m for m in calendar(dossier(HARBOUR, None, "details.start=2027-03-01"))}
    assert b"DTSTART;TZID=Europe/Berlin:20270301T" in data(made["calendar/content-calendar.ics"])
    assert b"2027-03-01" in data(made["calendar/README.md"])


def test_written_search_lines_and_posts_are_used_and_long_ones_left_out() -> None:
    given = {
        "search_headlines.en": ("Run by the water", "x" * 31, "Thursdays at 7 pm", "Tea at the boathouse"),
        "search_descriptions.en": ("An 8 km loop for every pace.", "y" * 91, "First run free, then tea."),
        "posts.en": ("A post of our own.", "z" * 300),
    }
    job = dossier(HARBOUR, given)
    made = files(job)
    ad = next(r for r in rows(data(made["ads/google-ads-editor.csv"])) if r["Ad type"])
    assert [ad[f"Headline {n}"] for n in (1, 2, 3)] == ["Run by the water", "Thursdays at 7 pm", "Tea at the boathouse"]
    assert [ad["Description 1"], ad["Description 2"]] == ["An 8 km loop for every pace.", "First run free, then tea."]
    texts = {r["text"] for r in rows(data(made["calendar/content-calendar.csv"])) if r["language"] == "English"}
    assert texts == {"A post of our own."}


@pytest.mark.parametrize("text", [TEA, BARE])
def test_without_an_address_the_tables_say_so_and_no_importer_takes_them(text: str) -> None:
    job = dossier(text)
    made = files(job)
    google, meta = rows(data(made["ads/google-ads-editor.csv"])), rows(data(made["ads/meta-ads.csv"]))
    assert {r["Final URL"] for r in google if r["Ad type"]} <= {NO_URL} and {r["Link"] for r in meta} <= {NO_URL}
    assert all(fault.endswith("no final URL") for fault in google_faults(data(made["ads/google-ads-editor.csv"])))
    assert NO_URL in data(made["ads/README.md"]).decode()
    assert not any("/qr/" in path for path in made) and rows(data(made["calendar/content-calendar.csv"]))
    note = data(made["calendar/README.md"]).decode()
    assert "qr/" not in note and ".ics" not in note and "UTM" not in note
    (finding,) = [f for s in _address_subjects(job) for f in _address(s, job.read)]
    assert NO_URL in finding.evidence and not list(_address_subjects(dossier(HARBOUR)))


def test_hostile_words_stay_words() -> None:
    made = files(dossier(HOSTILE))
    assert all(fault.endswith("no final URL") for fault in google_faults(data(made["ads/google-ads-editor.csv"])))
    for path, member in made.items():
        if path.endswith(".csv"):
            cells = [c for r in rows(data(member)) for c in r.values()]
            assert not any(c.startswith(("=", "+", "-", "@")) for c in cells), path
    page = Reader(data(made["facts/fact-sheet.html"]))
    assert not page.scripts and not any("javascript" in link for link in page.links())


@pytest.mark.needs("zbarimg")
def test_printed_codes_lead_where_they_say(harbour: Dossier, tmp_path: Path) -> None:
    for path, member in files(harbour).items():
        if path.endswith(".png") and "/qr/zh/" in path:
            (tmp_path / "x.png").write_bytes(data(member))
            done = subprocess.run(
                [find("zbarimg"), "-q", "--raw", str(tmp_path / "x.png")], capture_output=True, check=True
            )
            place = path.split("/")[-1].removesuffix(".png")
            assert done.stdout.decode().strip() == f"https://harbour-run.example/run?ref=a&utm_source={place}&utm_medium=print&utm_campaign=harbour-run&utm_content=zh#top"  # fmt: skip


def test_the_writers_own_words_are_consistent(harbour: Dossier) -> None:
    subjects = list(_consistency_subjects(harbour))
    assert len(subjects) > 15 and [f for s in subjects for f in _consistency(s, harbour.read)] == []
    spoilt = dossier(HARBOUR, {"posts.de": ("Start um 20 Uhr beim Harbor Run Club.",)})
    found = [f for s in _consistency_subjects(spoilt) for f in _consistency(s, spoilt.read)]
    assert sorted(f.evidence.split(":")[0] for f in found) == ["close to the brand 'Harbour Run Club', and not it", "time that the brief does not have"]  # fmt: skip


def test_a_longer_title_leads_pictures_and_a_short_one_the_headlines() -> None:
    brief = Brief(
        title="Buchhaltung, die nach Feierabend fertig ist", product="Kontorwerk, eine Software", languages=("de",)
    )
    assert own_headline(brief, "de") == brief.title
    assert own_headline(brief.model_copy(update={"title": "Fertig vor dem Feierabend"}), "de") == ""
    assert own_headline(brief.model_copy(update={"title": "Buchhaltung " * 8}), "de") == ""


def test_a_page_does_not_open_with_what_stands_beside_it() -> None:
    brief = Brief(product="Bookkeeping app", title="Lark", offer="First month free", brand=Brand(name="Lark"))
    assert (
        top_line(brief, "en", ["First month free.", "Lark", "Books that keep themselves"])
        == "Books that keep themselves"
    )
    assert top_line(brief, "en", ["First month free."]) == "First month free.", "the offer before nothing"
    assert top_line(brief, "en", []) == "Bookkeeping app"


def test_readers_named_in_another_language_are_not_spoken_of() -> None:
    """ "For Besitzer von Häusern" is no English; the person's own words for a language are."""
    text = "languages: [de, en]\nproduct: Energieberatung für Altbauten\naudience: Besitzer von Häusern vor 1978\n"
    given = "translations: {en: {audience: owners of old houses}}\n"

    def spoken(brief: str) -> dict[str, object]:
        plan = draft(parse_text(brief), Taste(), frozenset())
        return {slot.id: slot.spec["audience"] for slot in plan.slots if slot.id in ("headlines.de", "headlines.en")}

    assert spoken(text) == {"headlines.de": "Besitzer von Häusern vor 1978", "headlines.en": ""}
    assert spoken(text + given)["headlines.en"] == "owners of old houses"
    one = "translations: {en: {audience: neighbours}}\n"
    assert spoken(text + one)["headlines.en"] == "neighbours", "what a person gave needs no guess"
    assert (
        spoken("languages: [de, en]\nproduct: Brot\naudience: people who bake\n")["headlines.en"] == "people who bake"
    )
