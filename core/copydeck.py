"""Words with their evidence: what a writer gives back and the claim checks read."""

from __future__ import annotations

from pydantic import Field

from core.model import Frozen


class Cite(Frozen):
    """Characters ``start:end`` of a piece rest on a fact of the brief."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    fact: str


class Piece(Frozen):
    """One text. ``idea`` names the angle, so that variants can be told apart."""

    text: str
    role: str = ""
    idea: str = ""
    cites: tuple[Cite, ...] = ()

    @property
    def fact(self) -> str:
        """Id of the first fact it rests on; empty for none."""
        return self.cites[0].fact if self.cites else ""


class Copy(Frozen):
    """What a text request gives: its pieces, best first."""

    language: str
    role: str
    pieces: tuple[Piece, ...]
