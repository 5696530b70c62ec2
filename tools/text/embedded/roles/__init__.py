"""One role = one file = one function ``write(desk) -> list[Piece]``."""
