"""The report: everything said plainly, nothing active, and readable by all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.brief import Inference
from core.errors import BadInput
from core.findings import Finding, Severity
from tests.checks.clips import film, tone, wav
from tests.export.samples import PALETTE, deck, photo
from tests.export.web import Reader, html_validate, looked_at, put, vnu
from tools.checks.active import active
from tools.export.captions import Cue, vtt
from tools.export.landing import Film, Shot, Track
from tools.export.report import Listed, Maker, Memory, Picture, Report, Sound, Step, report_page, report_style

FINDINGS = (
    Finding(
        check="M3.contrast",
        severity=Severity.WARN,
        slot="image.square.en",
        place={"box": [10, 20, 30, 40]},
        evidence="4.1:1",
    ),
    Finding(check="T1.hazard", severity=Severity.NOT_CHECKED, evidence="no <guard> model is installed"),
    Finding(
        check="T2.claims",
        severity=Severity.HOLD,
        slot="headlines.en",
        place={"span": [0, 9]},
        evidence="not in the fact",
    ),
    Finding(check="V2.video", severity=Severity.INFO, place={"time": [1.0, 2.5]}, evidence="x"),
)
REPORT = Report(
    title="SunSip <summer>",
    brand="SunSip",
    kind="campaign",
    summary="More orders before the summer.",
    palette=PALETTE,
    message=deck().message,
    pictures=(Picture(Shot("images/en/square.png", "A lantern at dusk", 320, 180), "Feed, 1:1"),),
    films=(Film("video/film.mp4", "video/poster.png", 320, 180, "Wide film", (Track("video/film.vtt", "en"),)),),
    sounds=(Sound("audio/music.wav", "Music", 22.0, "-16 LUFS"),),
    sections=deck().sections,
    facts=deck().facts,
    makers=(
        Maker("image.square.en", "design:embedded", licence="CC0-1.0", seed=7, source="algorithmicMedia"),
        Maker("image.story.en", "design:embedded", licence="CC0-1.0", seed=8, source="algorithmicMedia"),
    ),
    findings=FINDINGS,
    checks=("M3.contrast", "T1.hazard", "M6.dead"),
    failures=(("voice.en", "no voice is installed"),),
    memory=(Memory("Prefers calm blues", "palette chosen"),),
    inferred=(Inference(field="audience", value="hikers", because="it is a camping lantern"),),
    steps=(Step("plan", 0.4, made=1), Step("produce", 75.0, made=18, reused=4)),
    files=(Listed("copy/copy-deck.docx", 39_555), Listed("video/film.mp4", 1_234_567, "film")),
    decision="Mara approved it with one waiver.",
    digest="ab" * 32,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    put(
        out,
        {
            "REPORT.html": report_page(REPORT),
            "report.css": report_style(PALETTE),
            "empty.html": report_page(Report(title="x")),
        },
    )
    media = {"images/en/square.png": photo(), "video/poster.png": photo(), "video/film.mp4": film()}
    put(out, {**media, "video/film.vtt": vtt([Cue(0, 1, "Sun")], "en"), "audio/music.wav": wav(tone(0.5))})
    return out


def test_everything_is_said() -> None:
    text = Reader(report_page(REPORT)).text
    for words in (
        "SunSip <summer>", "Draft.", "NOT CHECKED", "no <guard> model is installed", "characters 0–9", "at 1–2.5 s", "at 10, 20 px",
        "Charges in 6 hours of sun", "spec-sheet.pdf, page 2", "CC0-1.0", "seed 7", "because it is a camping lantern", "palette chosen",
        "18 made, 4 reused", "1:15", "39.6 kB", "1.2 MB", "Mara approved", "ab" * 32, "no voice is installed", "晒", "A solar lantern",
    ):  # fmt: skip
        assert words in text, words


def test_the_worst_comes_first() -> None:
    page = report_page(REPORT).decode()
    at = [page.index(f'<h3 class="level {s}">') for s in ("HOLD", "NOT_CHECKED", "WARN", "INFO")]
    assert at == sorted(at)


def test_cited_words_lead_to_their_fact() -> None:
    page = Reader(report_page(REPORT))
    targets = {a["href"] for a in page.all("a") if a.get("class") == "cite"}
    names = {"#" + str(a["id"]) for _, a in page.tags if a.get("id")}
    assert targets == {"#fact-charge", "#fact-weight", "#fact-warranty"} and targets <= names


def test_a_cited_fact_that_is_missing_is_shown_as_lost() -> None:
    page = Reader(report_page(replace(REPORT, facts=deck().facts[1:])))
    assert any(a.get("class") == "cite lost" for a in page.all("span"))


def test_the_state_is_told_truly() -> None:
    def text(**changes: object) -> str:
        return Reader(report_page(replace(REPORT, failures=(), **changes))).text

    assert "1 finding waits for a person." in text()
    assert "1 finding blocks this package." in text(
        findings=(*FINDINGS, Finding(check="P1.active", severity=Severity.BLOCK))
    )
    assert "1 point could not be checked." in text(findings=FINDINGS[:2])
    approved = text(findings=(), draft=False)
    assert "3 checks ran, nothing is open." in approved and "Draft." not in approved


def test_it_holds_nothing_active_and_stays_in_the_package() -> None:
    page = report_page(REPORT)
    assert active("REPORT.html", page) == () and active("report.css", report_style(PALETTE)) == ()
    assert not Reader(page).all("script") and page == report_page(REPORT)
    with pytest.raises(BadInput):
        report_page(replace(REPORT, files=(Listed("/etc/passwd", 1),)))
    assert b"#fff" in report_style(PALETTE.model_copy(update={"bg": "#101020", "ink": "#ffffff"}))


@pytest.mark.needs("node:axe")
def test_a_browser_finds_nothing_amiss_in_the_report(folder: Path) -> None:
    for seen in looked_at(folder, "REPORT.html", "empty.html"):
        assert not seen["foreign"] and not seen["errors"] and not seen["scripts"], seen
        assert seen["violations"] == [] and seen["overflow"] == 0, seen


@pytest.mark.needs("node:html-validate")
def test_html_validate_agrees_on_the_report(folder: Path) -> None:
    assert html_validate(folder / "REPORT.html", folder / "empty.html") == ""


@pytest.mark.needs("node:vnu-jar")
def test_the_nu_checker_agrees_on_the_report(folder: Path) -> None:
    assert vnu(folder / "REPORT.html", folder / "empty.html", folder / "report.css") == ""
