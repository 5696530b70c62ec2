"""How a source mentions a term elsewhere, without reading the whole text anew each time."""

from __future__ import annotations

import re


class Mentions:
    """The text of one source, asked for terms."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.lower()
        self._small: dict[str, bool] = {}

    def often(self, term: str) -> bool:
        """The term stands in it twice or more, in small or capital letters."""
        first = self._lower.find(term.lower())
        return first >= 0 and self._lower.find(term.lower(), first + 1) >= 0

    def small(self, word: str) -> bool:
        """The word stands in it as a whole and as it is written."""
        if word not in self._small:
            self._small[word] = word in self._text and re.search(rf"\b{re.escape(word)}\b", self._text) is not None
        return self._small[word]

    def around(self, term: str, reach: int = 60, most: int = 60) -> str:
        """What stands around the first places of a term, one stretch a line, none twice."""
        stretches: list[tuple[int, int]] = []
        at = self._text.find(term)
        while at >= 0 and len(stretches) < most:
            start, end = max(0, at - reach), at + len(term) + reach
            if stretches and start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
            at = self._text.find(term, at + len(term))
        return "\n".join(self._text[start:end] for start, end in stretches)
