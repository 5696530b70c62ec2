"""README.txt of a package: what each file is for, and what a publisher has to say about it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

WIDTH: Final = 78

USES: Final[tuple[tuple[str, str], ...]] = (
    ("REPORT.html", "Start here: everything at a glance, with sources, checks and origins."),
    ("report.css", "Style of the report; keep it beside it."),
    ("manifest.json", "For machines: every file with its SHA-256, maker and licence."),
    ("copy/message-house.*", "What the campaign says, on one page: promise, pillars with proofs, offer and call to action."),
    ("copy/*.docx", "The copy deck, for reading and comments: every text with its length and its facts."),
    ("copy/*.csv", "The same texts as a table, for spreadsheets and upload tools."),
    ("images/*.png", "Advertisements, ready to upload. The folder is the language, the name the format."),
    ("images/*.svg", "The same pictures as vectors, for print and changes of size."),
    ("video/*.mp4", "Films with captions burned in (H.264, AAC): feeds, stories, sites."),
    ("video/*.srt", "Captions for platforms that take SubRip (LinkedIn, Facebook, YouTube)."),
    ("video/*.vtt", "Captions for web players."),
    ("video/*.png", "Poster: the still shown before a film plays."),
    ("audio/*.wav", "Music, narration and the finished mix, 48 kHz."),
    ("audio/*.mid", "The score, for any music program."),
    ("audio/stems/*", "The music in its parts; together they are the music before its last limiter."),
    ("*plan/lesson-plan.*", "The lesson plan: objectives, timings, what teacher and learners do, misconceptions, levels. PDF and Word."),
    ("*slides/*.pptx", "The slides with speaker notes; text and shapes can be edited in PowerPoint, Keynote and LibreOffice."),
    ("*handout/*", "The reading text with its pictures, for learners."),
    ("*worksheets/*", "Worksheets by level, as PDF to print and as Word to change."),
    ("*answers/*", "The answer key; its numbers and letters are those of the worksheets. Keep it from learners."),
    ("*quiz/*.gift", "The quiz for Moodle (import as GIFT)."),
    ("*quiz/*qti*", "The quiz for systems that take QTI 2.1 or 3.0 (Canvas, TAO, Inspera and others)."),
    ("*quiz/*.h5p", "The quiz as H5P content, for a site that has its question types installed."),
    ("*lms/scorm*", "The whole lesson for a course system: reports completion, score and each answer. 2004 where it is taken, else 1.2."),
    ("*lms/*.imscc", "Reading text and quiz as a Common Cartridge 1.3."),
    ("*cards/*.apkg", "Flashcards for Anki; importing a later version updates them and keeps what was learned."),
    ("*cards/*.pdf", "The same cards to print on both sides and cut."),
    ("*diagrams/*.png", "The diagrams as pictures."),
    ("*diagrams/*.svg", "The diagrams as vectors."),
    ("*diagrams/*.txt", "Each diagram in words, for those who do not see it."),
    ("*film/*.mp4", "The narrated film, with chapters and a subtitle track that can be turned on."),
    ("*film/*.srt", "Its captions for video platforms."),
    ("*film/*.vtt", "Its captions for web players."),
    ("*film/*.png", "Poster: the still shown before the film plays."),
    ("*film/transcript.*", "All that is said and shown, as text."),
    ("*web/lesson.html", "The lesson as one page with its quiz: works offline, from a stick or a site, and with a screen reader."),
    ("*web/lesson.epub", "The lesson as an e-book (EPUB 3)."),
    ("*lesson.json", "For machines: the lesson as data, each statement with the place of the source that it rests on."),
    ("email/*.eml", "The newsletter as a draft that a mail program opens."),
    ("email/*.mjml", "Its source, for a service that takes MJML, or to change and compile again."),
    ("email/*", "The newsletter as HTML and text, its pictures, subject lines and how to send it."),
    ("press/*", "Press sheet: one page as PDF, and as a Word document."),
    ("brand/fonts/*", "The faces in use, with their licences."),
    ("brand/logo/*", "Logo, or a draft of a wordmark where none was given."),
    ("brand/*", "Brand sheet, and the palette for design programs (.ase, .gpl), for code (.css, .json)."),
    ("web/index*.html", "Landing page. Upload the folder web/ as it is; it loads nothing from elsewhere."),
    ("web/*", "Parts of the landing page."),
    ("ads/*.csv", "Search and social ads for Google Ads Editor and Meta's bulk import, all paused; ads/README.md says how."),
    ("ads/display/*", "Pictures under 150 kB for image ads."),
    ("ads/*", "How to bring the ads in, and what could not be made."),
    ("calendar/qr/*", "QR codes for print; each says in its link where it hangs."),
    ("calendar/*", "What to post where in the first two weeks, with tagged links; the .ics opens in any calendar."),
    ("facts/*", "Fact sheet: every claim, what it rests on, and where it is said."),
)  # fmt: skip
"""What files are for, by pattern; the first that fits counts."""

LABEL: Final = (
    "Pictures, voices, music and films in this package were made by software. Meta, TikTok, YouTube and LinkedIn ask you to "
    "say so when you upload realistic media made with AI, and many of them read it from the file by themselves. In the European "
    "Union (AI Act, Article 50) and in China (GB 45438-2025) a visible label can be a duty. Tick the platform's AI label "
    "unless your counsel says otherwise."
)


@dataclass(frozen=True)
class Handover:
    """What the sheet says. ``uses`` adds or replaces what a path pattern is for."""

    title: str
    brand: str = ""
    draft: bool = True
    paths: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    licences: Mapping[str, str] | None = None
    """Work to licence, for what is inside the files (fonts, icons)."""
    uses: tuple[tuple[str, str], ...] = ()
    digest: str = ""


def handover(sheet: Handover) -> bytes:
    """Plain text, UTF-8 with LF, at most 78 columns where words allow it."""
    blocks = [_title(sheet)]
    if sheet.draft:
        blocks.append(_wrap("DRAFT. This package has not been approved. Please do not publish it yet."))
    blocks.append(_section("What is what", _listing(sheet.paths, (*sheet.uses, *USES))))
    blocks.append(_section("When you publish", [_wrap(LABEL), *(_bullet(line) for line in sheet.legal)]))
    if sheet.notes:
        blocks.append(_section("Notes", [_bullet(note) for note in sheet.notes]))
    if sheet.licences:
        blocks.append(
            _section("Licences", [_bullet(f"{work}: {licence}") for work, licence in sorted(sheet.licences.items())])
        )
    if sheet.digest:
        blocks.append(_section("Content digest (SHA-256)", [sheet.digest]))
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _title(sheet: Handover) -> str:
    name = _plain(f"{sheet.brand}: {sheet.title}" if sheet.brand and sheet.brand not in sheet.title else sheet.title)
    return f"{name}\n{'=' * min(len(name), WIDTH)}"


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "-" * len(title), "", *lines])


def _listing(paths: Iterable[str], uses: Iterable[tuple[str, str]]) -> list[str]:
    """Patterns that some file fits, in the order of the list, with how many files they cover."""
    rules = list(dict(uses).items())
    counts: dict[str, int] = {}
    for path in paths:
        found = next((pattern for pattern, _ in rules if fnmatchcase(path, pattern)), "")
        if found:
            counts[found] = counts.get(found, 0) + 1
    lines = []
    for pattern, use in rules:
        if n := counts.get(pattern, 0):
            head = pattern if n == 1 and "*" not in pattern else f"{pattern}  ({n} {'file' if n == 1 else 'files'})"
            lines += [head, textwrap.fill(use, WIDTH, initial_indent="    ", subsequent_indent="    ")]
    return lines


def _bullet(text: str) -> str:
    return textwrap.fill(_plain(text), WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False)


def _wrap(text: str) -> str:
    return textwrap.fill(_plain(text), WIDTH, break_long_words=False)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
