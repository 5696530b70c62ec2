"""Poems: where a source is verse for the most part, its stanzas are what it says."""

from __future__ import annotations

from core.knowledge import Sentence
from core.source import Reading

BREAK = " / "
"""Between two lines of verse, as one quotes them in prose."""
_LONGEST = 900


def is_verse(reading: Reading) -> bool:
    """More of the source is verse than running text."""
    size = {kind: sum(b.end - b.start for b in reading.blocks if b.kind == kind) for kind in ("verse", "paragraph")}
    return size["verse"] > size["paragraph"]


def stanzas(reading: Reading) -> tuple[Sentence, ...]:
    """Each stanza with its lines parted by strokes, under the heading above it. All weigh alike."""
    found, heading = [], ""
    for block in reading.blocks:
        text = reading.words_of(block)
        if block.kind == "heading":
            heading = " ".join(text.split())
        if block.kind in ("verse", "paragraph") and len(text) <= _LONGEST:
            lines = BREAK.join(" ".join(line.split()) for line in text.splitlines() if line.strip())
            found.append(Sentence(text=lines, span=reading.span(block.start, block.end), heading=heading, weight=0.5))
    return tuple(found)
