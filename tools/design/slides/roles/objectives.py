"""Objectives: the title on a deep panel, what will be learnt beside it, numbered."""

from __future__ import annotations

from tools.design.slides.board import Board

from ._beside import beside


def lay(board: Board) -> None:
    beside(board, deep=True, mark="number", most=46)
