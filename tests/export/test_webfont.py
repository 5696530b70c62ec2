"""A face cut down to a page's letters still sets them as the whole face does."""

from __future__ import annotations

import io

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from tools.design.fonts import FONTS
from tools.export.webfont import woff2


def _advances(data: bytes, text: str) -> list[int]:
    face = TTFont(io.BytesIO(data))
    face.flavor = None
    plain = io.BytesIO()
    face.save(plain)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(plain.getvalue())), buffer)
    return [p.x_advance for p in buffer.glyph_positions]


@pytest.mark.parametrize(("name", "text"), [("noto-arabic-bold", "مرحبا بالعالم"), ("fraunces-black", "Office AVATAR")])
def test_letters_join_and_kern_as_in_the_whole_face(name: str, text: str) -> None:
    whole = FONTS[name].path.read_bytes()
    assert _advances(woff2(whole, text), text) == _advances(whole, text)
