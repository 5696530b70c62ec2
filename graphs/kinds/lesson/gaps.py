"""What a lesson brief leaves open, and what its own words suggest."""

from __future__ import annotations

from agents.kind import Gap
from core.brief import Brief
from tools.text.embedded.language import detect_language
from tools.text.embedded.texts import capital


def gaps(brief: Brief) -> tuple[Gap, ...]:
    """Language and title; a lesson sells nothing, so nothing else is asked."""
    found: list[Gap] = []
    if not brief.languages:
        words = " ".join([brief.title, brief.product, brief.goal]).strip()
        found.append(
            Gap("languages", "Which language is the lesson in?", detect_language(words), "the language of your words")
        )
    if not brief.title and brief.product:
        found.append(Gap("title", "What is the lesson called?", capital(brief.product[:120]), "your own line"))
    return tuple(found)
