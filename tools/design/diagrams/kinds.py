"""The table of kinds: what lays out each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Protocol

from core.lesson import Diagram
from tools.design.geometry import Box

from . import chart, comparison, concept_map, cycle, labelled, layers, process, timeline
from .board import Board
from .sheet import Sheet


class Layout(Protocol):
    """A layout that is known to fit, ready to be painted."""

    def paint(self, board: Board) -> None: ...


Kind = Callable[[Diagram, Sheet, Box, bool, bool], Iterator[tuple[float, Layout]]]
"""``kind(diagram, sheet, area, details, loose)`` gives layouts with their worth. ``details``: set the smaller lines too;
``loose``: a word that is wider than its line may be broken."""

KINDS: Final[Mapping[str, Kind]] = {
    "concept_map": concept_map.layouts,
    "process": process.layouts,
    "cycle": cycle.layouts,
    "timeline": timeline.layouts,
    "comparison": comparison.layouts,
    "layers": layers.layouts,
    "labelled": labelled.layouts,
    "chart": chart.layouts,
}
