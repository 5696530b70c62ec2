"""HTML pages: the page's own words, without what surrounds them."""

from __future__ import annotations

import re
from typing import Final

from .decode import text_of
from .markup import pieces, tree
from .pieces import Found

_DAMAGED: Final = "Some bytes fit no encoding and were dropped."
_SITE: Final = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")


def found(data: bytes, name: str) -> Found:
    """The pieces of a page."""
    text, encoding = text_of(data, markup=True)
    losses = [_DAMAGED] if "damaged" in encoding else []
    root, lost = tree(text, xhtml=text.lstrip()[:5] == "<?xml")
    if root is None:
        return Found((), losses=(*losses, *lost))
    title = next((" ".join("".join(t.itertext()).split()) for t in root.iter("title")), "")
    language = root.get("lang") or root.get("xml:lang") or ""
    read, cut = pieces(root)
    if not read:
        read, cut = pieces(root, page=False)
    return Found(tuple(read), title=_SITE.sub("", title[:400]), language=language, losses=(*losses, *lost, *cut))
