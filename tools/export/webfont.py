"""A typeface cut down to the letters of a page."""

from __future__ import annotations

import io
from typing import Any


def woff2(font: bytes, text: str) -> bytes:
    """WOFF2 of a TTF or OTF with the characters of ``text``, its kerning and ligatures. The same bytes every time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options: Any = Options(
        layout_features=[
            "kern",
            "liga",
            "calt",
            "mark",
            "mkmk",
            "ccmp",
            "locl",
            "rlig",
            "init",
            "medi",
            "fina",
            "isol",
            "rclt",
            "curs",
        ],
        notdef_outline=True,
    )
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.drop_tables += ["DSIG", "FFTM"]
    face: Any = TTFont(io.BytesIO(font), recalcTimestamp=False, lazy=False)
    cut: Any = Subsetter(options)
    cut.populate(text=text + " ")
    cut.subset(face)
    face.flavor = "woff2"
    out = io.BytesIO()
    face.save(out)
    return out.getvalue()
