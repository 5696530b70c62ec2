"""Alternative texts of diagrams: there, short enough, and more than the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Diagram, Lesson
from tools.checks.found import Say

from .walk import HAN, fold, tokens

CHECK: Final = "T8.lesson_alt"
_say = Say(CHECK)
LONGEST: Final = 150
_EMPTY: Final = re.compile(
    r"(?:a |an |the |eine? |una? |une? )?(?:image|picture|diagram|graphic|photo|drawing|bild|grafik|diagramm|abbildung|imagen|gráfico"
    r"|diagrama|dibujo|figura|image|schéma|dessin|graphique|图片|图|示意图|图表)(?![a-zà-ÿ])(?: \d+|\d+)?[.。]?"
)


def check_alt(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T8.lesson_alt``: HOLD for a diagram whose alternative text is missing, longer than 150 characters, the title again or an empty
    word such as "diagram", and for one without a long description.
    """
    return tuple(
        _say(Severity.HOLD, f"{what}: {d.title}", remedy, place={"part": f"diagrams/{d.id}"})
        for d in lesson.diagrams
        for what, remedy in _faults(d)
    )


def _faults(d: Diagram) -> Iterator[tuple[str, str]]:
    alt = fold(d.alt)
    if not re.search(r"\w", alt):
        yield "no alternative text", "Say what the drawing shows."
    elif len(d.alt) > LONGEST:
        yield (
            f"an alternative text of {len(d.alt)} characters, {LONGEST} allowed",
            "Say it shorter; the long description holds the rest.",
        )
    elif _bare(alt) == _bare(fold(d.title)) or (
        _EMPTY.match(alt) and _bare(_EMPTY.sub("", alt, count=1)) in ("", *_titles(d))
    ):
        yield f"an alternative text that only names it ({d.alt!r})", "Say what the drawing shows."
    if not re.search(r"\w", d.long):
        yield "no long description", "Tell all that the drawing says."


def _titles(d: Diagram) -> tuple[str, ...]:
    """The title, and the title after "of", in the five languages."""
    title = _bare(fold(d.title))
    return (
        title,
        *(f"{word} {title}" for word in ("of", "showing", "von", "de", "der", "zu", "del", "du")),
        "的" + title,
    )


def _bare(text: str) -> str:
    return " ".join(tokens(text)) if not re.search(f"[{HAN}]", text) else "".join(re.findall(r"\w", text))
