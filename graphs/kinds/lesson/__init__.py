"""Lesson packages: from a source to a lesson that a teacher hands out tomorrow."""

from __future__ import annotations

from collections.abc import Iterator

from agents.kind import Dossier, Gap, Member
from core.brief import Brief, Fact
from core.plan import Plan
from core.taste import Taste
from graphs.kinds.lesson.build import build
from graphs.kinds.lesson.checks import CHECKS
from graphs.kinds.lesson.details import Details
from graphs.kinds.lesson.draft import draft
from graphs.kinds.lesson.gaps import gaps
from graphs.kinds.lesson.telling import report_facts


class LessonKind:
    """Implements ``agents.kind.Kind``, ``Asking``, ``Reading``, ``Selective`` and ``Reporting``."""

    name = "lesson"
    summary = "Lesson plan, slides, worksheets in three levels, quiz for every course system, flashcards, diagrams, narrated film, web lesson, EPUB, SCORM."
    version = 2
    details = Details
    checks = CHECKS
    reads_sources = True
    unread = (
        "facts", "offer", "cta", "url", "channels", "market", "photos", "translations", "brand.banned", "brand.legal",
        "brand.voice", "brand.logo",
    )  # fmt: skip

    def gaps(self, brief: Brief) -> tuple[Gap, ...]:
        return gaps(brief)

    def draft(self, brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
        return draft(brief, taste, able)

    def report_facts(self, dossier: Dossier) -> tuple[Fact, ...]:
        return report_facts(dossier)

    def build(self, dossier: Dossier) -> Iterator[Member]:
        return build(dossier)


KIND = LessonKind()
