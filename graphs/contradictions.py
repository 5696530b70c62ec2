"""Briefs that forbid what they demand: nothing could be made that keeps both, so it is said before anything is."""

from __future__ import annotations

from core.brief import Brief
from core.errors import BadInput
from graphs.brief_yaml import Lines, where
from tools.checks.wording import banned_in


def refuse_contradictions(brief: Brief, lines: Lines, name: str = "brief") -> None:
    """Raise ``BadInput`` where a banned word stands in the brand's own name or in a line that must appear word for word."""
    demanded = {
        "brand.name": brief.brand.name,
        **{f"brand.legal, line {i}": x for i, x in enumerate(brief.brand.legal, 1)},
    }
    for field, text in demanded.items():
        for word, _, _ in banned_in(text, brief.brand.banned):
            raise BadInput(
                f"{where(lines, ('brand', 'banned'), name)}: brand.banned forbids a word that {field} must say",
                which=word,
                remedy="Take it out of one of them: no text could keep both.",
            )
