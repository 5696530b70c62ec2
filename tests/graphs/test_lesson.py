"""The lesson kind on the embedded backends: one made in full, what an edit of its source remakes, and what it refuses."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest

from core.errors import BadInput
from core.lesson import Lesson
from core.settings import Options
from desk.attach import attach
from graphs.briefs import parse_text
from graphs.publish import publish
from graphs.runner import Outcome, Runner
from memory.home import Home

ROOT = Path(__file__).resolve().parents[2]
BRIEF = """
kind: lesson
title: How a canal lock works
topic: canal locks
ages: 10-11
duration: 30 minutes
language: en
sources: [lock.md]
seed: 3
"""
SOURCE = """# How a canal lock works

## What you will learn

- Explain how a boat goes up in a lock.
- Compare upper gates and lower gates.

## A step for boats

A **lock** is a chamber with gates at both ends that lifts and lowers boats. A **sluice** is a small door that lets water
through a gate. The **tow path** is a path along the canal on which horses once pulled the boats. The oldest lock of the
river Stell was built in 1773. It is 22 metres long.

## Going up

1. First, the boat enters the empty chamber, and the lower gates are closed behind it.
2. Then the upper sluices are opened, and water flows into the chamber.
3. After that, the boat rises with the water.
4. Finally, the upper gates are opened, and the boat leaves.

## The gates

Upper gates hold back the high water, whereas lower gates keep the water in the chamber. The gates point against the
current, so the water itself presses them shut. Gates of oak last about 25 years. A lock needs no engine: the water does
all the work.
"""


class Made:
    """One run and what it made."""

    def __init__(self, home: Home, folder: Path, source: str, *sets: str) -> None:
        (folder / "lock.md").write_text(source, "utf-8")
        self.events: list[tuple[str, dict[str, Any]]] = []
        runner = Runner(home, lambda kind, data: self.events.append((kind, data)))
        brief = attach(parse_text(BRIEF, sets=sets), folder, home)
        self.outcome: Outcome = asyncio.run(runner.make(brief, Options()))

    def made(self) -> set[str]:
        return {data["slot"] for k, data in self.events if k == "slot.made"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("lesson") / "home")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("source")


@pytest.fixture(scope="module")
def first(home: Home, folder: Path) -> Made:
    made = Made(home, folder, SOURCE)
    assert made.outcome.status == "done", (made.outcome.failures, made.outcome.review)
    return made


@pytest.fixture(scope="module")
def package(home: Home, first: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(home, first.outcome, tmp_path_factory.mktemp("put") / "out").folder


def test_the_package_holds_what_was_promised(package: Path) -> None:
    files = {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file()}
    for wanted in (
        "plan/lesson-plan.pdf", "plan/lesson-plan.docx", "slides/slides.pptx", "worksheets/worksheet-core.pdf",
        "worksheets/worksheet-core.docx", "worksheets/worksheet-support.pdf", "answers/answer-key.pdf", "answers/answer-key.docx", "handout/handout.pdf",
        "quiz/quiz.gift", "quiz/quiz-qti-2.1.zip", "quiz/quiz-qti-3.0.zip", "quiz/quiz.h5p", "lms/common-cartridge.imscc",
        "lms/scorm-1.2.zip", "lms/scorm-2004.zip", "cards/flashcards.apkg", "cards/flashcards.pdf", "diagrams/going-up.png",
        "diagrams/going-up.svg", "diagrams/going-up.txt", "web/lesson.html", "web/lesson.epub", "film/lesson.mp4",
        "film/lesson.srt", "film/lesson.vtt", "film/transcript.txt", "film/transcript.html", "lesson.json", "manifest.json",
        "REPORT.html", "README.txt",
    ):  # fmt: skip
        assert wanted in files, wanted
    listed = {f["path"] for f in json.loads((package / "manifest.json").read_text())["files"]}
    assert listed | {"manifest.json"} == files


def test_nothing_blocks_or_holds_it(first: Made) -> None:
    worst = [f for f in first.outcome.review.findings if f.severity in ("BLOCK", "HOLD")]
    assert worst == []
    told = [f.evidence for f in first.outcome.review.findings if f.check == "T4.lesson_levels"]
    assert told == [], "every level has its worksheet"
    assert first.outcome.package["draft"], "nobody has read it for harm: it is a draft"


def test_a_worksheet_that_cannot_be_made_is_told() -> None:
    from agents.kind import Subject
    from graphs.kinds.lesson.checks import CHECKS
    from tests.lessonkit import lesson

    made = lesson()
    core = made.model_copy(update={"questions": tuple(q for q in made.questions if q.level == "core")})
    check = next(c for c in CHECKS if c.id == "T4.lesson_levels")
    subject = Subject("lesson.1", {"lesson": "x", "levels": ["support", "core"]})
    told = check.look(subject, lambda digest: core.model_dump_json().encode())
    assert len(told) == 1 and "'support'" in told[0].evidence


def test_the_lesson_says_what_the_source_says(package: Path) -> None:
    lesson = Lesson.model_validate_json((package / "lesson.json").read_bytes())
    assert [o.text for o in lesson.objectives][:2] == [
        "Explain how a boat goes up in a lock.", "Compare upper gates and lower gates.",
    ]  # fmt: skip
    assert {t.word for t in lesson.terms} >= {"Lock", "Sluice"}
    assert sum(s.minutes for s in lesson.stages) == lesson.minutes == 30
    assert {d.kind for d in lesson.diagrams} >= {"process", "comparison"}
    plain = " ".join(SOURCE.replace("**", "").split())
    for section in lesson.sections:
        for statement in section.statements:
            assert all(" ".join(x.quote.split()) in plain for x in statement.spans)


def test_the_film_has_chapters_subtitles_and_keeps_pace(package: Path) -> None:
    told = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", package / "film/lesson.mp4"], capture_output=True, text=True, check=False
    ).stderr  # fmt: skip
    assert "Subtitle: mov_text" in told and "1920x1080" in told
    titles = re.findall(r"title\s+: (.*)", told)
    assert titles[0] == "How a canal lock works" and "Going up" in titles
    captions = (package / "film/lesson.srt").read_text("utf-8")
    assert "sluice" in captions and captions.count("-->") > 10


@pytest.mark.slow
def test_a_changed_sentence_remakes_only_what_cites_it(home: Home, folder: Path, first: Made) -> None:
    changed = Made(
        home, folder, SOURCE.replace("Gates of oak last about 25 years.", "Gates of oak last about 30 years.")
    )
    made = changed.made()
    lesson = Lesson.model_validate_json(
        Runner(home).home.blobs.get(changed.outcome.assets["lesson.1"]["parts"]["json"]["digest"])
    )
    gates = next(s for s in lesson.sections if s.title == "The gates")
    own = {f"{kind}.1.p-{gates.id}-1" for kind in ("slides", "voice")}
    assert f"voice.1.p-{gates.id}-1" in made  # its slide shows weightier lines, and may not say the sentence
    told = {"source.1", "lesson.1", "mix.1", "film.1"}
    items = {m for m in made - told if not m.startswith(("voice.1.p-q-", "slides.1.p-q-"))}
    assert items <= own, "another slide, voice or diagram was made that does not cite the sentence"


@pytest.mark.slow
def test_the_same_again_makes_nothing(home: Home, folder: Path, first: Made) -> None:
    assert Made(home, folder, SOURCE).made() == set()


def test_a_source_in_another_language_says_so(home: Home, folder: Path) -> None:
    made = Made(
        home,
        folder,
        "# Die Schleuse\n\nEine Schleuse ist eine Kammer mit Toren, die Schiffe hebt. Das Wasser fließt durch die Tore in die Kammer.\n",
    )
    assert made.outcome.status == "failed"
    why = made.outcome.failures["lesson.1"]
    assert "'de'" in why["what"] and "language: de" in why["what"]


def test_without_a_source_it_stops_with_exit_2(tmp_path: Path) -> None:
    brief = tmp_path / "b.yaml"
    brief.write_text("kind: lesson\ntitle: Volcanoes\nlanguage: en\n")
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "make", brief, "--yes", "--out", tmp_path / "out"], cwd=ROOT, capture_output=True,
        text=True, env={"PATH": "/usr/bin:/bin", "BOTTEGA_HOME": str(tmp_path / "home")}, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "needs a source" in done.stderr + done.stdout and "sources:" in done.stderr + done.stdout
    assert not (tmp_path / "out").exists()


def test_remembered_facts_are_a_source(tmp_path: Path) -> None:
    from core.brief import Brief
    from core.taste import Recall, Taste
    from graphs.kinds.lesson import KIND

    notes = (Recall(id="n1", kind="fact", text="A lock is a chamber with gates that lifts boats"),)
    plan = KIND.draft(Brief(kind="lesson", title="Locks", languages=("en",)), Taste(recalled=notes), frozenset())
    assert plan.slots[0].spec["text"].endswith("A lock is a chamber with gates that lifts boats.")


@pytest.mark.parametrize(
    ("line", "told"),
    [("ages: 12-3", "ages"), ("duration: soon", "minutes"), ("levels: easy", "levels"), ("sources: [../x.md]", "sources"),
     ("sources: [none.md]", "sources"), ("lessons: 40", "lessons")],
)  # fmt: skip
def test_bad_details_name_the_field(line: str, told: str, home: Home, tmp_path: Path) -> None:
    (tmp_path / "lock.md").write_text(SOURCE)
    base = "\n".join(row for row in BRIEF.splitlines() if row.split(":")[0] != line.split(":")[0])
    with pytest.raises(BadInput) as error:
        attach(parse_text(f"{base}\n{line}\n"), tmp_path, home)
    assert told in str(error.value)


def test_details_are_read_as_people_write_them() -> None:
    brief = parse_text(
        BRIEF
        + 'standards: ["NGSS MS-PS2-2: Plan an investigation of forces", {framework: CCSS, code: RI.5.3, statement: Explain it}]\nprior: Water flows downhill, always\n'
    )
    from graphs.kinds.lesson.details import Details

    details = Details.model_validate(brief.details)
    assert details.ages == (10, 11) and details.minutes == 30
    assert (details.standards[0].code, details.standards[0].statement) == (
        "NGSS MS-PS2-2",
        "Plan an investigation of forces",
    )
    assert details.standards[1].framework == "CCSS" and details.prior == ("Water flows downhill, always",)
    assert Details.model_validate({"minutes": "1.5 hours"}).minutes == 90
