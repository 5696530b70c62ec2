"""Proper names, acronyms and quotations of a text."""

from __future__ import annotations

import re
from typing import Final

from .hits import Hit
from .lexicon import plain_words
from .spans import sentences

LATIN: Final = re.compile(r"[^\W\d_]+(?:[-'’&.][^\W\d_]+)*")
_QUOTED: Final = re.compile(r"《([^》]{1,40})》|“([^”]{1,40})”|「([^」]{1,40})」")


def names(text: str, language: str) -> list[Hit]:
    """Words that look like proper names: capitals mid-sentence (not in German), acronyms, Latin words and quotations in Chinese."""
    if language == "zh":
        quoted = [Hit(m.start(), m.end(), "quotation", m[1] or m[2] or m[3]) for m in _QUOTED.finditer(text)]
        return quoted + [Hit(m.start(), m.end(), "name", m[0]) for m in re.finditer(r"[A-Za-z][A-Za-z-]+", text)]
    free = plain_words(language)
    found = []
    for a, b in sentences(text):
        words = [m for m in re.finditer(LATIN, text[a:b]) if m[0].casefold() not in free]
        long = [m[0] for m in words if len(m[0]) > 3]
        titled = language == "en" and len(long) > 4 and all(w[0].isupper() for w in long)
        for m in words:
            opens = not re.search(r"\w", text[a : a + m.start()]) or bool(
                re.search(r"[:|“«\"„(–—¿¡]\s?$", text[a : a + m.start()])
            )
            inner = sum(c.isupper() for c in m[0]) > 1 and not text.isupper()
            if inner or (m[0][0].isupper() and not opens and not titled and language != "de"):
                found.append(Hit(a + m.start(), a + m.end(), "name", m[0]))
    return found
