"""What a source says, taken apart into facts with their places. Patterns of high precision: what is in doubt is left out."""

from __future__ import annotations

from core.knowledge import Knowledge, Sentence
from core.source import Reading
from tools.text.embedded.texts import primary

from .causes import find_causes
from .contrasts import find_contrasts
from .definitions import find_definitions
from .events import find_events
from .figures import find_figures
from .keywords import find_keywords
from .lexicon import LANGUAGES, cue
from .lines import Line, one_line, read_lines, span_of
from .parts import find_examples, find_parts
from .processes import find_processes
from .tables import find_tables
from .verse import is_verse, stanzas, with_stanzas
from .weights import weighted

__all__ = ["understand"]


def understand(reading: Reading) -> Knowledge:
    """Take a source apart. English, Spanish, German, French and Chinese; of a source in another language only its tables are
    given. Deterministic; every piece rests on a span of the source.
    """
    language = primary(reading.language)
    if language not in LANGUAGES:
        return Knowledge(
            source=reading.name, title=reading.title, language=reading.language, tables=find_tables(reading)
        )
    lines = read_lines(reading, language)
    definitions = find_definitions(reading, lines, language)
    keywords = find_keywords(reading, lines, definitions, language)
    return Knowledge(
        source=reading.name,
        title=reading.title,
        language=reading.language,
        sentences=stanzas(reading)
        if is_verse(reading)
        else with_stanzas(reading, weighted(reading, lines, keywords, definitions, language)),
        definitions=definitions,
        keywords=keywords,
        figures=find_figures(reading, lines, language),
        processes=find_processes(reading, lines, language),
        causes=find_causes(reading, lines, language),
        events=find_events(reading, lines, language),
        contrasts=find_contrasts(reading, lines, language),
        parts=find_parts(reading, lines, language),
        tables=find_tables(reading),
        examples=find_examples(reading, lines, language),
        objectives=_objectives(reading, lines, language),
    )


def _objectives(reading: Reading, lines: list[Line], language: str) -> tuple[Sentence, ...]:
    """What the source marks as its objectives, or lists under "you will be able to:"."""
    found = []
    lead = ""
    for index, block in enumerate(reading.blocks):
        text = one_line(reading.words_of(block))
        listed = block.kind in ("item", "step")
        if listed and (block.mark == "objectives" or cue(language, "objectives lead").search(lead)):
            found.append(Sentence(text=text, span=reading.span(block.start, block.end), heading="", weight=1.0))
        elif block.mark == "objectives" and block.kind == "paragraph" and not text.endswith((":", "：")):
            here = [line for line in lines if line.block == index]
            found.extend(Sentence(text=line.text, span=span_of(reading, line), weight=1.0) for line in here)
        if not listed:
            lead = text
    return tuple(found)
