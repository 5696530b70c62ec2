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


def with_stanzas(reading: Reading, told: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Sentences of a text that holds a poem as well: what stands in its verse gives way to the stanzas."""
    poem = stanzas(reading, ("verse",))
    rest = [s for s in told if not any(p.span.start <= s.span.start < p.span.end for p in poem)]
    return tuple(sorted((*rest, *poem), key=lambda s: s.span.start))


def stanzas(reading: Reading, kinds: tuple[str, ...] = ("verse", "paragraph")) -> tuple[Sentence, ...]:
    """Each stanza with its lines parted by strokes, under the heading above it. All weigh alike."""
    found, heading = [], ""
    for block in reading.blocks:
        text = reading.words_of(block)
        if block.kind == "heading":
            heading = " ".join(text.split())
        if block.kind in kinds and len(text) <= _LONGEST:
            lines = BREAK.join(" ".join(line.split()) for line in text.splitlines() if line.strip())
            found.append(Sentence(text=lines, span=reading.span(block.start, block.end), heading=heading, weight=0.5))
    return tuple(found)
