"""The files of a lesson package, apart from manifest, report and archive."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from agents.kind import Dossier, Member
from agents.lessons import timetable
from agents.script import Page, pages, shifted
from agents.series import digests
from core.lesson import Lesson, Statement
from core.requests import Timing, Word
from graphs.kinds.lesson.books import book, numbers, texts
from tools.export.captions import Cue, srt, vtt
from tools.export.lesson.book import Book


def build(job: Dossier) -> Iterator[Member]:
    """Every file; of several lessons, each in a folder of its own."""
    said = texts(job)
    for n in numbers(job):
        made = book(job, n)
        folder = f"lesson-{n}/" if made.lesson.of > 1 else ""
        for member in _files(job, n, made, said):
            yield Member(folder + member.path, member.data, member.slot)


def _files(job: Dossier, n: int, made: Book, said: dict[str, str]) -> Iterator[Member]:
    slot = f"lesson.{n}"
    for path, give in {**_paper(made), **_screen(made, said), **(_quiz(made) if made.lesson.questions else {})}.items():
        yield Member(path, give(), slot)
    yield from _sheets(made, slot)
    yield from _diagrams(job, n, made)
    yield from _film(job, n, made, said)
    plain = json.dumps(made.lesson.json_dict(), ensure_ascii=False, sort_keys=True, indent=1)
    yield Member("lesson.json", plain.encode(), slot)


Give = Callable[[], bytes]


def _paper(made: Book) -> dict[str, Give]:
    from tools.export.lesson import cards_pdf, deck_pptx, handout_pdf, key_pdf, plan_docx, plan_pdf, worksheet_docx

    out: dict[str, Give] = {
        "plan/lesson-plan.pdf": lambda: plan_pdf.plan_pdf(made),
        "plan/lesson-plan.docx": lambda: plan_docx.plan_docx(made),
        "slides/slides.pptx": lambda: deck_pptx.deck_pptx(made),
        "handout/handout.pdf": lambda: handout_pdf.handout_pdf(made),
    }
    if made.lesson.questions:
        out["answers/answer-key.pdf"] = lambda: key_pdf.key_pdf(made)
        out["answers/answer-key.docx"] = lambda: worksheet_docx.answer_key_docx(made)
    if made.lesson.cards:
        out["cards/flashcards.pdf"] = lambda: cards_pdf.cards_pdf(made)
    return out


def _screen(made: Book, said: dict[str, str]) -> dict[str, Give]:
    from tools.export.lesson import epub, page_html, scorm

    return {
        "web/lesson.html": lambda: page_html.lesson_page(made, said),
        "web/lesson.epub": lambda: epub.epub(made, said),
        "lms/scorm-1.2.zip": lambda: scorm.scorm(made, "1.2", said),
        "lms/scorm-2004.zip": lambda: scorm.scorm(made, "2004", said),
    }


def _quiz(made: Book) -> dict[str, Give]:
    from tools.export.lesson import anki, cartridge, gift, h5p, qti3, qti21

    out: dict[str, Give] = {
        "quiz/quiz.gift": lambda: gift.gift(made),
        "quiz/quiz-qti-2.1.zip": lambda: qti21.qti21(made),
        "quiz/quiz-qti-3.0.zip": lambda: qti3.qti3(made),
        "quiz/quiz.h5p": lambda: h5p.h5p(made),
        "lms/common-cartridge.imscc": lambda: cartridge.cartridge(made),
    }
    if made.lesson.cards:
        out["cards/flashcards.apkg"] = lambda: anki.anki(made)
    return out


def _sheets(made: Book, slot: str) -> Iterator[Member]:
    from tools.export.lesson import worksheet_docx, worksheet_pdf

    for level, data in worksheet_pdf.worksheet_pdfs(made).items():
        yield Member(f"worksheets/worksheet-{level}.pdf", data, slot)
    for level, data in worksheet_docx.worksheets_docx(made).items():
        yield Member(f"worksheets/worksheet-{level}.docx", data, slot)


def _diagrams(job: Dossier, n: int, made: Book) -> Iterator[Member]:
    series = job.assets.get(f"diagrams.{n}")
    if series is None or not series.parts:
        return
    names: set[str] = set()
    pngs, svgs = digests(series, "png"), digests(series, "svg")
    for d in made.lesson.diagrams:
        if d.id not in pngs:
            continue
        name = base = re.sub(r"[^a-z0-9]+", "-", d.title.casefold()).strip("-")[:48] or d.kind.replace("_", "-")
        count = 2
        while name in names:
            name, count = f"{base}-{count}", count + 1
        names.add(name)
        yield Member(f"diagrams/{name}.png", pngs[d.id], f"diagrams.{n}")
        yield Member(f"diagrams/{name}.svg", svgs[d.id], f"diagrams.{n}")
        yield Member(f"diagrams/{name}.txt", f"{d.title}\n\n{d.long}\n".encode(), f"lesson.{n}")


def _film(job: Dossier, n: int, made: Book, said: dict[str, str]) -> Iterator[Member]:
    from tools.export.lesson.transcript import transcript_page, transcript_text

    film, voice = job.assets.get(f"film.{n}"), job.assets.get(f"voice.{n}")
    if film is None or "mp4" not in film.parts:
        return
    plan = timetable(pages(made.lesson), voice)
    starts = tuple(s.start for s in plan)
    yield Member("film/lesson.mp4", film.digest("mp4"), f"film.{n}")
    if "poster" in film.parts:
        yield Member("film/lesson-poster.png", film.digest("poster"), f"film.{n}")
    told = {s.page.id: _statements(s.page, made.lesson) for s in plan}
    yield Member("film/transcript.txt", transcript_text(made, starts, told), f"lesson.{n}")
    yield Member("film/transcript.html", transcript_page(made, said, starts, told), f"lesson.{n}")
    shown = cues(job, n, made.lesson)
    if shown:
        yield Member("film/lesson.srt", srt(shown), f"voice.{n}")
        yield Member("film/lesson.vtt", vtt(shown, made.lesson.language), f"voice.{n}")


def _statements(page: Page, made: Lesson) -> list[Statement]:
    """What is said over a page, each line with the places it rests on where the lesson knows them."""
    known = {s.text: s.spans for slide in made.slides for s in (*slide.narration, *slide.bullets)}
    known |= {q.feedback: q.spans for q in made.questions}
    known |= {f"{t.word}{colon}{t.meaning.text}": t.meaning.spans for t in made.terms for colon in (": ", "：")}
    return [Statement(text=line.text, spans=known.get(line.text, ())) for line in page.spoken]


def cues(job: Dossier, n: int, made: Lesson) -> list[Cue]:
    """Captions of all that is said, on the film's clock."""
    from tools.export.languages import primary
    from tools.video.cues import cues as cut
    from tools.video.cues import max_chars

    language = primary(made.language)
    return [Cue(c.start, c.end, c.text) for c in cut(spoken(job, n, made), max_chars(language), language)]


def spoken(job: Dossier, n: int, made: Lesson) -> list[tuple[Word, ...]]:
    """Every spoken line with the times of its words in the film."""
    voice = job.assets.get(f"voice.{n}")
    if voice is None:
        return []
    found = digests(voice, "timing")
    lines: list[tuple[Word, ...]] = []
    for stand in timetable(pages(made), voice):
        if stand.page.id in found:
            timing = Timing.model_validate_json(job.read(found[stand.page.id]))
            lines += [line for line in shifted(timing, stand.voice) if line]
    return lines
