"""QR codes for print: quiet zone of four modules, error correction M (ISO/IEC 18004), the same bytes every time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from core.errors import BadInput
from tools.design.oklab import contrast, luminance

if TYPE_CHECKING:
    import segno

QUIET = 4
"""Modules of paper around a code; with less, scanners lose it on busy ground."""
MIN_CONTRAST = 4.0
MAX_BYTES = 900
"""A longer link makes modules too fine for a phone across a table."""


def qr_svg(url: str, ink: str = "#000000", paper: str = "#ffffff") -> bytes:
    """The code as SVG, one unit per module. ``BadInput`` on colours that scanners cannot tell apart, and on long links."""
    if luminance(ink) >= luminance(paper) or contrast(ink, paper) < MIN_CONTRAST:
        raise BadInput(
            "scanners need dark modules on light paper", which=f"{ink} on {paper}", remedy="Use black on white."
        )
    out = io.BytesIO()
    _code(url).save(out, kind="svg", border=QUIET, dark=ink, light=paper, xmldecl=True, svgns=True, nl=True)
    return out.getvalue()


def qr_png(url: str, scale: int = 12) -> bytes:
    """The code in black on white, ``scale`` pixels per module."""
    if scale < 3:
        raise BadInput("a module wants three pixels or more", which=str(scale))
    out = io.BytesIO()
    _code(url).save(out, kind="png", border=QUIET, scale=scale)
    return out.getvalue()


def side(url: str) -> int:
    """Modules of a side with the quiet zone: the code should be printed at least half a millimetre per module."""
    return int(_code(url).symbol_size(border=QUIET)[0])


def _code(url: str) -> segno.QRCode:
    import segno  # late: a run that finds its package stored draws no code

    if not url or len(url.encode()) > MAX_BYTES:
        raise BadInput("a QR code wants a link of a readable length", which=url[:80], remedy="Use a shorter address.")
    return segno.make(url, error="m", boost_error=False, micro=False)
