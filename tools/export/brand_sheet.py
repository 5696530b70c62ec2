"""A brand sheet: logo use, colours with their contrast, and typefaces, on four designed pages."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.direction import Palette
from tools.design.fonts import face
from tools.design.oklab import contrast, rgb
from tools.export.labels import labels
from tools.export.languages import own_name, primary
from tools.export.paper import cut, sheet, tongue
from tools.export.pdf import pages_png, pdf
from tools.export.pictures import png_size
from tools.export.swatches import PAIRS, ROLES, grade, oklch_text
from tools.export.wordmark import svg_size, wordmark_lines, wordmark_svg

SIZES: Final = (("display", 34), ("display", 23), ("strong", 16), ("text", 11), ("text", 8.5))
"""Face and points of the size scale."""

STRIP: Final = (("accent", 4), ("accent2", 2), ("muted", 1), ("surface", 1), ("bg", 1))
"""Colours on the cover and their share of its width."""

LEAST: Final = 5.0
"""Least height of a line of the sign in print, in millimetres; a flat, long sign may be lower, to stay within ``WIDEST``."""

LEAST_PX: Final = 4
"""Pixels of a screen to a millimetre in print, where people sit closer."""

WIDEST: Final = 66.0
"""Millimetres that the sheet has for a sign at its least size."""

LOST: Final = 0.2
"""Share of a logo's ink that may melt into its ground before the logo is given a plate."""

SCRIPTS: Final = {
    "zh": "noto-sc", "ja": "noto-sc", "ru": "noto-cyrgreek", "uk": "noto-cyrgreek", "bg": "noto-cyrgreek",
    "sr": "noto-cyrgreek", "el": "noto-cyrgreek", "ar": "noto-arabic", "fa": "noto-arabic", "ur": "noto-arabic",
    "he": "noto-hebrew",
}  # fmt: skip
"""Language to the family that steps in where the brand's faces have no letters."""


@dataclass(frozen=True)
class Brand:
    """What the sheet shows. ``logo`` is PNG bytes or empty: then the name stands in, as a draft."""

    language: str
    name: str
    palette: Palette
    display: str
    text: str
    given: tuple[str, ...] = ()
    """The brand's own colours as hex."""
    samples: tuple[tuple[str, str], ...] = ()
    """Language and a line of the campaign in it."""
    sub: str = ""
    """A supporting line, for the sheet's example."""
    cta: str = ""
    logo: bytes = b""


def brand_pdf(brand: Brand) -> bytes:
    """Four pages of A4 landscape, tagged PDF/UA-1."""
    return pdf("brand", *_filled(brand))


def brand_png(brand: Brand) -> bytes:
    """The four pages two by two, as a preview of about 1760 x 1260 pixels."""
    pages = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages_png("brand", *_filled(brand), ppi=72)]
    wide, tall, gap = pages[0].width, pages[0].height, 24
    rows = (len(pages) + 1) // 2
    out = Image.new("RGB", (2 * wide + 3 * gap, rows * tall + (rows + 1) * gap), "#d9d9d9")
    for i, page in enumerate(pages):
        out.paste(page, (gap + i % 2 * (wide + gap), gap + i // 2 * (tall + gap)))
    data = io.BytesIO()
    out.save(data, "PNG", compress_level=6)
    return data.getvalue()


def extra_faces(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the faces that step in for scripts beyond Latin, regular and bold."""
    families = dict.fromkeys(SCRIPTS[primary(lang)] for lang in languages if primary(lang) in SCRIPTS)
    return tuple(f"{family}-{weight}" for family in families for weight in ("regular", "bold"))


def _filled(brand: Brand) -> tuple[dict[str, Any], Mapping[str, bytes]]:
    base = sheet(brand.palette, brand.display, brand.text, brand.language)
    ui, shades = labels("brand", brand.language), base["colours"]
    light, dark = _marks(brand, shades)
    aspect, lines = _shape(brand, light[2])
    least = max(1.0, int(2 * min(LEAST * lines, WIDEST / aspect)) / 2)
    languages = tuple(dict.fromkeys(lang for lang, _ in brand.samples)) or (brand.language,)
    data = {
        **base,
        "ui": ui,
        "least": ui["least_note"].format(f"{least:g}", f"{least * LEAST_PX:g}"),
        "aspect": aspect,
        "least_mm": least,
        "title": f"{cut(brand.name, 80)} – {ui['sheet']}",
        "brand": cut(brand.name, 60) or ui["sheet"],
        "draft": not brand.logo,
        "logo": "",
        "marks": {"light": light[0], "dark": dark[0]},
        "plates": {"light": light[1], "dark": dark[1]},
        "swatches": [_swatch(role, getattr(brand.palette, role), ui) for role in ROLES],
        "strip": [{"hex": getattr(brand.palette, role), "share": share} for role, share in STRIP],
        "given": list(brand.given[:6]),
        "pairs": [_pair(brand.palette, text, ground, ui) for text, ground in PAIRS],
        "display_name": face(brand.display).family,
        "text_name": face(brand.text).family,
        "fallbacks": list(dict.fromkeys(face(f).family for f in extra_faces(languages))),
        "glyphs": [g for g in (labels("brand", lang)["glyphs"] for lang in languages) if g],
        "sizes": [{"role": role, "points": points} for role, points in SIZES],
        "sample": cut(brand.samples[0][1] if brand.samples else ui["sample"], 40),
        "sub": cut(brand.sub, 110),
        "cta": cut(brand.cta, 90),
        "text_sample": ui["sample"],
        "samples": [
            {"language": own_name(lang), "lang": tongue(lang), "words": cut(words, 60)}
            for lang, words in brand.samples[:5]
        ],
    }
    return data, {"mark-light.svg": light[2], "mark-dark.svg": dark[2]} if not brand.logo else {"logo.png": brand.logo}


def _marks(brand: Brand, shades: Mapping[str, str]) -> tuple[tuple[str, str, bytes], tuple[str, str, bytes]]:
    """File, plate (empty for none) and bytes of the sign on light and on dark grounds."""
    if not brand.logo:
        name = cut(brand.name, 40)
        on_light = wordmark_svg(name, brand.display, shades["brand"]).encode("utf-8")
        on_dark = wordmark_svg(name, brand.display, shades["light"]).encode("utf-8")
        return ("mark-light.svg", "", on_light), ("mark-dark.svg", "", on_dark)
    on_white, on_deep = _lost(brand.logo, "#ffffff", 1.8), _lost(brand.logo, shades["deep"], 3)
    plate_light = shades["deep"] if on_white > max(LOST, on_deep) else ""
    plate_dark = "#ffffff" if on_deep > max(LOST, on_white) else ""
    return ("logo.png", plate_light, b""), ("logo.png", plate_dark, b"")


def _shape(brand: Brand, svg: bytes) -> tuple[float, int]:
    """Width by height of the sign, and how many lines of letters it has; a logo counts as two."""
    if brand.logo:
        w, h = png_size(brand.logo)
        return w / h, 2
    width, height = svg_size(svg.decode("utf-8"))
    return width / height, len(wordmark_lines(cut(brand.name, 40), brand.display))


def _lost(logo: bytes, ground: str, least: float) -> float:
    """Share of a logo's ink, 0..1, that stands out from a ground by less than ``least`` : 1.

    A client's light logo on white paper is their own choice down to 1.8; a ground of ours must give it the 3 that WCAG 2.2
    (1.4.11) asks of graphics.
    """
    pixels = np.asarray(Image.open(io.BytesIO(logo)).convert("RGBA").resize((96, 96)), dtype=np.float64) / 255
    weight = pixels[..., 3].ravel()
    light = _luminance(pixels[..., :3].reshape(-1, 3))
    base = float(_luminance(np.asarray([rgb(ground)], dtype=np.float64) / 255)[0])
    ratio = (np.maximum(light, base) + 0.05) / (np.minimum(light, base) + 0.05)
    return float((weight * (ratio < least)).sum() / max(float(weight.sum()), 1e-9))


def _luminance(srgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2.2) of rows of sRGB, 0..1."""
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), dtype=np.float64)


def _swatch(role: str, value: str, ui: Mapping[str, str]) -> dict[str, str]:
    name = ui["light_colour" if role == "light" else role]
    return {"name": name, "hex": value, "rgb": "RGB " + " ".join(map(str, rgb(value))), "oklch": oklch_text(value)}


def _pair(palette: Palette, text: str, ground: str, ui: Mapping[str, str]) -> dict[str, Any]:
    a, b = getattr(palette, text), getattr(palette, ground)
    ratio = contrast(a, b)
    names = (ui["light_colour" if role == "light" else role] for role in (text, ground))
    return {
        "text": a, "ground": b, "names": " / ".join(names), "ratio": f"{int(ratio * 10) / 10:.1f} : 1", "grade": ui.get(grade(ratio), grade(ratio)),
    }  # fmt: skip
