"""The slide layouts as data: what stands where, how large and in which colour of the theme. Lengths in inches, sizes in points."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .pptx_place import Box, Colour, Layout, Ornament, Place


def _title(box: Box, most: int = 36, least: int = 20, colour: Colour = "tx1", **more: object) -> Place:
    return Place("title", 0, "Title", box, most, least, colour, "mj", True, **more)  # type: ignore[arg-type]


def _foot(left: float, width: float, colour: Colour = "accent4") -> tuple[Place, Place]:
    """The source on the left and the page number at the right end of ``width``, both on the ground of the text."""
    end = left + width - 0.6
    return (
        Place("ftr", 11, "Footer", (left, 6.93, width - 0.8, 0.3), 11, 9, colour, anchor="ctr"),
        Place("sldNum", 12, "Slide number", (end, 6.93, 0.6, 0.3), 12, 12, colour, anchor="ctr", align="r"),
    )


def cards(count: int) -> list[Box]:
    """Where so many cards of new words stand: up to three in rows over the whole width, four in two columns."""
    if count <= 3:
        high = (4.95 - 0.22 * (count - 1)) / max(count, 1)
        high = min(high, 1.9)
        return [(0.75, 1.65 + i * (high + 0.22), 11.83, high) for i in range(count)]
    return [(0.75 + (i % 2) * 6.03, 1.65 + (i // 2) * 2.55, 5.8, 2.33) for i in range(count)]


def options(count: int, *, columns: bool = False) -> list[Box]:
    """Where so many options of a question stand: up to three in rows over the whole width, else two columns."""
    if count <= 3 and not columns:
        return [(0.75, 2.95 + i * 1.28, 11.83, 1.08) for i in range(count)]
    rows = max(1, (count + 1) // 2)
    high = min(1.45, (3.75 - 0.2 * (rows - 1)) / rows)
    return [(0.75 + (i % 2) * 6.03, 2.95 + (i // 2) * (high + 0.2), 5.8, high) for i in range(count)]


_CARD: Final = Place("body", 21, "Word 1", cards(4)[0], 22, 14, fill="accent5", round=6000, pad=0.2, space=4)
_OPTION: Final = Place(
    "body", 21, "Option 1", options(4)[0], 24, 14, anchor="ctr", bullet="letter", fill="accent5", round=9000, pad=0.24
)

LAYOUTS: Final = (
    Layout(
        "title", "Title", "tx2",
        (Ornament("rect", (8.63, 0, 4.703, 7.5), "accent1"), Ornament("ellipse", (6.88, 1.75, 3.5, 3.5), "accent2")),
        (
            _title((0.75, 1.75, 5.85, 3.0), 60, 26, "accent6", anchor="b"),
            Place("body", 20, "Subtitle", (0.75, 4.95, 5.85, 1.3), 22, 14, "accent6"),
            Place("body", 22, "Class and maker", (0.75, 6.75, 5.85, 0.35), 13, 10, "accent6", anchor="ctr"),
        ),
    ),
    Layout(
        "title-picture", "Title with picture", "tx2",
        (Ornament("rect", (8.63, 0, 4.703, 7.5), "accent1"), Ornament("ellipse", (6.88, 1.5, 4.5, 4.5), "accent5")),
        (
            _title((0.75, 1.75, 5.85, 3.0), 60, 26, "accent6", anchor="b"),
            Place("body", 20, "Subtitle", (0.75, 4.95, 5.85, 1.3), 22, 14, "accent6"),
            Place("pic", 21, "Picture", (7.98, 2.6, 2.3, 2.3), 14, 14),
            Place("body", 22, "Class and maker", (0.75, 6.75, 5.85, 0.35), 13, 10, "accent6", anchor="ctr"),
        ),
    ),
    Layout(
        "objectives", "Objectives", "bg1",
        (Ornament("rect", (0, 0, 4.6, 7.5), "tx2"), Ornament("ellipse", (4.05, 5.75, 1.1, 1.1), "accent2")),
        (
            _title((0.65, 0.85, 3.65, 4.7), 40, 16, "accent6"),
            Place("body", 20, "Objectives", (5.5, 0.85, 7.08, 5.7), 30, 16, bullet="number", space=20, anchor="ctr"),
            *_foot(5.5, 7.08),
        ),
    ),
    Layout(
        "idea-picture", "Idea with picture", "bg1",
        (Ornament("rect", (8.9, 0, 4.433, 7.5), "bg2"), Ornament("ellipse", (9.567, 2.2, 3.1, 3.1), "accent5")),
        (
            _title((0.75, 0.75, 7.5, 1.5), 38, 22, anchor="b"),
            Place("body", 20, "Text", (0.75, 2.55, 7.5, 4.0), 30, 18, bullet="dot", space=14),
            Place("pic", 21, "Picture", (10.217, 2.85, 1.8, 1.8), 14, 14),
            *_foot(0.75, 7.5),
        ),
    ),
    Layout(
        "idea", "Idea", "bg1",
        (Ornament("rect", (0, 0, 4.6, 7.5), "bg2"), Ornament("ellipse", (4.05, 5.75, 1.1, 1.1), "accent1")),
        (
            _title((0.65, 0.85, 3.65, 4.7), 40, 16, "accent3"),
            Place("body", 20, "Text", (5.5, 0.85, 7.08, 5.7), 32, 18, bullet="dot", space=16, anchor="ctr"),
            *_foot(5.5, 7.08),
        ),
    ),
    Layout(
        "diagram", "Diagram", "bg1", (),
        (
            _title((0.75, 0.5, 11.83, 0.85), 32, 20, anchor="ctr"),
            Place("pic", 21, "Diagram", (0.75, 1.5, 11.83, 5.2), 14, 14),
            *_foot(0.75, 11.83),
        ),
    ),
    Layout(
        "table", "Comparison", "bg1", (),
        (
            _title((0.75, 0.5, 11.83, 0.85), 32, 20, anchor="ctr"),
            Place("tbl", 21, "Table", (0.75, 1.6, 11.83, 5.0), 20, 14),
            *_foot(0.75, 11.83),
        ),
    ),
    Layout(
        "terms", "New words", "bg2", (),
        (
            _title((0.75, 0.5, 11.83, 0.85), 32, 20, anchor="ctr"),
            *(replace(_CARD, idx=21 + i, name=f"Word {i + 1}", box=box) for i, box in enumerate(cards(4))),
            *_foot(0.75, 11.83),
        ),
    ),
    Layout(
        "question", "Question with options", "bg2", (Ornament("rect", (0, 0, 0.32, 7.5), "accent1"),),
        (
            _title((0.75, 0.55, 11.83, 0.4), 18, 14, "accent3", anchor="ctr"),
            Place("body", 20, "Question", (0.75, 1.05, 11.83, 1.65), 32, 20, font="mj", bold=True, anchor="ctr"),
            *(replace(_OPTION, idx=21 + i, name=f"Option {i + 1}", box=box) for i, box in enumerate(options(6))),
            *_foot(0.75, 11.83),
        ),
    ),
    Layout(
        "open-question", "Open question", "bg2",
        (Ornament("rect", (9.9, 0, 3.433, 7.5), "accent1"), Ornament("ellipse", (8.4, 2.25, 3.0, 3.0), "accent2")),
        (
            _title((0.75, 0.55, 7.3, 0.4), 18, 14, "accent3", anchor="ctr"),
            Place("body", 20, "Question", (0.75, 1.3, 7.3, 5.2), 40, 20, font="mj", bold=True, anchor="ctr"),
            *_foot(0.75, 7.3),
        ),
    ),
    Layout(
        "summary", "Summary", "tx2",
        (Ornament("rect", (10.4, 0, 2.933, 7.5), "accent1"), Ornament("ellipse", (9.3, 2.65, 2.2, 2.2), "accent2")),
        (
            _title((0.75, 0.75, 8.1, 1.4), 38, 22, "accent6", anchor="b"),
            Place("body", 20, "Text", (0.75, 2.45, 8.1, 4.1), 30, 18, "accent6", bullet="dot", mark="accent6", space=14),
            *_foot(0.75, 8.1, "accent6"),
        ),
    ),
)  # fmt: skip


def layout(key: str) -> Layout:
    """The layout of that key."""
    return next(found for found in LAYOUTS if found.key == key)
