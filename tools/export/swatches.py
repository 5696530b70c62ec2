"""A palette in the files that design tools read: GIMP, Adobe, JSON with contrast, and CSS."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, Final

from core.direction import Palette
from tools.design.oklab import contrast, rgb, to_oklch

ROLES: Final = ("bg", "surface", "ink", "muted", "accent", "accent_ink", "accent2", "deep", "light")
"""Every colour of a palette, in the order of the files."""

PAIRS: Final = (
    ("ink", "bg"), ("ink", "surface"), ("muted", "bg"), ("muted", "surface"), ("accent", "bg"), ("accent_ink", "accent"),
    ("accent2", "bg"), ("light", "deep"), ("accent", "deep"),
)  # fmt: skip
"""Text and the ground that it may stand on."""


def grade(ratio: float) -> str:
    """WCAG 2.2 grade of a contrast for text: ``AAA`` from 7, ``AA`` from 4.5, ``AA large`` from 3, else ``no text``."""
    return "AAA" if ratio >= 7 else "AA" if ratio >= 4.5 else "AA large" if ratio >= 3 else "no text"


def gpl(palette: Palette, name: str) -> bytes:
    """A GIMP palette, read by GIMP, Inkscape, Krita, Scribus and Aseprite."""
    title = "".join(c if c.isprintable() else " " for c in name).strip() or "Brand"
    lines = ["GIMP Palette", f"Name: {' '.join(title.split())}", f"Columns: {len(ROLES)}", "#"]
    lines += [" ".join(f"{v:3d}" for v in rgb(value)) + f"\t{role}" for role, value in _colours(palette).items()]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def ase(palette: Palette, name: str) -> bytes:
    """An Adobe Swatch Exchange file, version 1.0: one group of global RGB colours. Big-endian, names in UTF-16.

    Layout after the description published by its readers: http://www.selapa.net/swatches/colors/fileformats.php#adobe_ase
    """
    blocks = [_block(0xC001, _name(name or "Brand"))]
    for role, value in _colours(palette).items():
        channels = struct.pack(">3f", *(v / 255 for v in rgb(value)))
        blocks.append(_block(0x0001, _name(role) + b"RGB " + channels + struct.pack(">H", 0)))
    blocks.append(_block(0xC002, b""))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def palette_json(palette: Palette, name: str) -> bytes:
    """Colours by role with sRGB, OKLCH and contrast (WCAG 2.2, 1 to 21), and the pairs that text may use."""
    colours = _colours(palette)
    data: dict[str, Any] = {
        "name": name,
        "colours": [_described(role, value) for role, value in colours.items()],
        "pairs": [_pair(colours, text, ground) for text, ground in PAIRS],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def palette_css(palette: Palette) -> bytes:
    """Custom properties: ``--brand-bg`` and so on, as hex."""
    lines = [f"  --brand-{role.replace('_', '-')}: {value};" for role, value in _colours(palette).items()]
    return (":root {\n" + "\n".join(lines) + "\n}\n").encode()


def oklch_text(colour: str) -> str:
    """A colour as CSS writes it: lightness in per cent, chroma, hue in degrees."""
    lightness, chroma, hue = to_oklch(colour)
    return f"oklch({lightness * 100:.1f}% {chroma:.3f} {hue if chroma > 0.0005 else 0:.1f})"


def _colours(palette: Palette) -> dict[str, str]:
    return {role: getattr(palette, role) for role in ROLES}


def _described(role: str, value: str) -> dict[str, Any]:
    lightness, chroma, hue = to_oklch(value)
    return {
        "role": role,
        "hex": value,
        "rgb": list(rgb(value)),
        "oklch": {"l": round(lightness, 4), "c": round(chroma, 4), "h": round(hue, 2) if chroma > 0.0005 else 0},
        "contrast": {"white": _ratio(value, "#ffffff"), "black": _ratio(value, "#000000")},
    }


def _pair(colours: Mapping[str, str], text: str, ground: str) -> dict[str, Any]:
    ratio = contrast(colours[text], colours[ground])
    return {"text": text, "ground": ground, "contrast": _ratio(colours[text], colours[ground]), "grade": grade(ratio)}


def _ratio(a: str, b: str) -> float:
    return int(contrast(a, b) * 100) / 100  # never rounded up: 4.499 is no 4.5


def _block(kind: int, content: bytes) -> bytes:
    return struct.pack(">HI", kind, len(content)) + content


def _name(text: str) -> bytes:
    kept = text.encode("utf-16-be", "replace")[: 2 * 60]
    if kept[-2:-1] and 0xD8 <= kept[-2] <= 0xDB:  # half a surrogate pair
        kept = kept[:-2]
    return struct.pack(">H", len(kept) // 2 + 1) + kept + b"\0\0"
