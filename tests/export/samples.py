"""One campaign, small enough to read, in a Latin, a Chinese and a right-to-left language."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from core.brief import Fact
from core.copydeck import Cite, Copy, Piece
from core.direction import Palette
from tools.export.deck import Deck, Message, Picture, Section

PALETTE = Palette(
    bg="#fbf4e6", surface="#ffffff", ink="#12263a", muted="#5c6b73", accent="#f2a33a", accent_ink="#1d1405",
    accent2="#2a9d8f", deep="#0d1f2d", light="#fffaf0",
)  # fmt: skip

FACTS = (
    Fact(id="charge", text="Charges in 6 hours of sun", source="brief"),
    Fact(id="weight", text="Weighs 180 grams", source="spec-sheet.pdf, page 2"),
    Fact(id="warranty", text="3-year warranty", source=""),
)


def piece(text: str, **spans: str) -> Piece:
    """A piece whose ``spans`` map a fact id to the words that rest on it."""
    cites = tuple(Cite(start=text.index(w), end=text.index(w) + len(w), fact=f) for f, w in spans.items())
    return Piece(text=text, cites=cites)


def photo(width: int = 320, height: int = 180, colour: str = "#2a9d8f") -> bytes:
    """A PNG with a gradient, so that it is no dead picture."""
    image = Image.new("RGB", (width, height), colour)
    for x in range(0, width, 4):
        image.paste((x * 255 // width, 120, 255 - x * 255 // width), (x, 0, x + 2, height))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def png_with_text(keyword: str, value: str) -> bytes:
    """A PNG whose text chunk holds something."""
    data = photo(32, 32)
    body = keyword.encode() + b"\0" + value.encode()
    chunk = struct.pack(">I", len(body)) + b"tEXt" + body + struct.pack(">I", zlib.crc32(b"tEXt" + body))
    return data[:33] + chunk + data[33:]


def deck() -> Deck:
    """A deck with every feature in it."""
    english = (
        Copy(language="en", role="headlines", pieces=(piece("Six hours of sun. All night long.", charge="Six hours of sun"), piece("=SUM(A1) is no formula here, and this line runs on too long"))),
        Copy(language="en", role="primary", pieces=(piece("Only 180 grams, with a 3-year warranty.\nPack it.", weight="180 grams", warranty="3-year warranty"),)),
    )  # fmt: skip
    chinese = (Copy(language="zh", role="headlines", pieces=(piece("晒六小时，亮一整夜。", charge="六小时"),)),)
    arabic = (Copy(language="ar", role="headlines", pieces=(piece("ست ساعات من الشمس (SunSip).", charge="ست ساعات"),)),)
    message = Message(
        promise="A solar lantern that charges by day and lights all night",
        proofs=tuple(f.text for f in FACTS),
        offer="20% off until Sunday",
        cta="Get yours",
        audience="Campers & festival goers",
    )
    return Deck(
        title="SunSip <summer> & light",
        brand="SunSip",
        message=message,
        sections=(Section("en", english), Section("zh", chinese), Section("ar", arabic)),
        facts=FACTS,
        limits={"headlines": 40},
        pictures=(Picture(photo(), alt="A lantern on a rock at dusk", caption="Feed, 1:1"),),
        palette=PALETTE,
    )
