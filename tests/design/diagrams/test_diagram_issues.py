"""The checker sees what is wrong: each defect is planted in a good drawing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.design.diagrams.samples import diagram, look
from tools.design.diagrams.arrows import between, crosses, hits, length, route
from tools.design.diagrams.board import Board, Part
from tools.design.diagrams.draw import compose
from tools.design.diagrams.issues import issues
from tools.design.geometry import Box


@pytest.fixture
def good() -> Board:
    board = compose(diagram("process", "en", (20, 20, 20)), look(), 1600, 900, "en")
    assert issues(board.parts, board.sheet) == ()
    return board


def spoiled(board: Board, kind: str, change: dict[str, object]) -> set[str]:
    """Kinds of issues after one part of that kind was changed."""
    index = max(i for i, p in enumerate(board.parts) if p.kind == kind)
    part = board.parts[index]
    text = change.pop("text", None)
    if isinstance(text, dict) and part.text is not None:
        change["text"] = replace(part.text, **text)
    parts: list[Part] = [*board.parts[:index], replace(part, **change), *board.parts[index + 1 :]]  # type: ignore[arg-type]
    return {i.kind for i in issues(parts, board.sheet)}


def test_words_off_their_card(good: Board) -> None:
    assert "overflow" in spoiled(good, "words", {"box": Box(1500, 850, 200, 100)})


def test_words_on_words(good: Board) -> None:
    first = next(p for p in good.parts if p.kind == "words")
    assert "overlap" in spoiled(good, "words", {"box": first.box})


def test_cards_on_cards(good: Board) -> None:
    first = next(p for p in good.parts if p.kind == "card")
    assert "overlap" in spoiled(good, "card", {"box": first.box})


def test_small_pale_and_cut(good: Board) -> None:
    assert "small" in spoiled(good, "words", {"text": {"size": 12.0}})
    assert "contrast" in spoiled(good, "words", {"text": {"contrast": 3.9}})
    assert "cut" in spoiled(good, "words", {"text": {"truncated": True}})


def test_arrows_through_cards_and_too_short(good: Board) -> None:
    card = next(p for p in good.parts if p.kind == "card").box
    through = ((card.x - 20, card.y + card.h / 2), (card.right + 20, card.y + card.h / 2))
    assert "pierced" in spoiled(good, "arrow", {"way": through})
    assert "hidden" in spoiled(good, "arrow", {"way": ((10.0, 10.0), (12.0, 10.0))})


def test_segments_and_boxes() -> None:
    box = Box(10, 10, 10, 10)
    assert hits((0, 15), (30, 15), box) and hits((15, 12), (16, 13), box)
    assert not hits((0, 5), (30, 5), box) and not hits((0, 10), (30, 10), box), "along the edge is not through"
    assert crosses(((0, 0), (10, 10)), ((0, 10), (10, 0))) and not crosses(((0, 0), (4, 4)), ((0, 10), (10, 0)))


def test_ways_go_around_what_stands_between() -> None:
    a, b, wall = Box(0, 100, 100, 40), Box(500, 100, 100, 40), Box(250, 60, 100, 120)
    direct = route(a, b, [a, b], [], 5, 20)
    assert direct == between(a, b, 5)
    around = route(a, b, [a, b, wall], [], 5, 20)
    assert around is not None and not any(hits(p, q, wall) for p, q in zip(around, around[1:], strict=False))
    assert length(around) > length(direct or ())
    closed = [Box(-50, 60, 900, 30), Box(-50, 150, 900, 30), Box(250, 60, 100, 120)]
    assert route(a, b, [a, b, *closed], [], 5, 20) is None
