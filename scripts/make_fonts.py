"""Make ``tools/design/data/fonts`` from npm's Fontsource packages. For maintainers; nothing else needs it.

    mkdir /tmp/fonts && cd /tmp/fonts && npm init -y
    npm i --ignore-scripts @fontsource-variable/{fraunces,bricolage-grotesque,outfit,nunito,playfair-display,archivo}@5.3.0
    npm i --ignore-scripts @fontsource-variable/{space-grotesk,lora,caveat,inter,noto-sans}@5.3.0
    npm i --ignore-scripts @fontsource/{noto-sans-sc,noto-sans-arabic,noto-sans-hebrew,noto-sans-math}@5.3.0
    npm i --ignore-scripts @fontsource/{noto-sans-kr,noto-sans-jp,noto-sans-symbols-2}@5.3.0
    npm i --ignore-scripts @fontsource/noto-emoji@5.3.2
    python scripts/make_fonts.py /tmp/fonts/node_modules

Each face is cut from its variable master at one point, its subsets are merged, hinting is dropped (everything is
drawn as paths), and it is saved as a static TTF beside its licence. Time stamps are not touched, so the same
packages and fontTools give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.merge import Merger, Options
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parent.parent / "tools" / "design" / "data" / "fonts"


@dataclass(frozen=True)
class Recipe:
    """One face: the package and file pattern it is cut from, and where on its axes."""

    id: str
    family: str
    weight: int
    role: str
    package: str
    pattern: str
    subsets: tuple[str, ...] = ("latin", "latin-ext")
    at: dict[str, float] = field(default_factory=dict)
    scripts: tuple[str, ...] = ("latin",)


CYRILLIC = ("cyrillic", "cyrillic-ext")
GREEK = ("greek", "greek-ext")


def _variable(
    id: str,
    family: str,
    weight: int,
    role: str,
    package: str,
    axes: str = "wght",
    more: tuple[str, ...] = (),
    **at: float,
) -> Recipe:
    pattern = f"{package}-{{}}-{axes}-normal.woff2"
    scripts = ("latin", *(s for s in ("cyrillic", "greek") if s in more))
    return Recipe(
        id,
        family,
        weight,
        role,
        f"@fontsource-variable/{package}",
        pattern,
        ("latin", "latin-ext", *more),
        {"wght": weight, **at},
        scripts,
    )


def _noto(id: str, family: str, weight: int, package: str, subset: str, *scripts: str) -> Recipe:
    pattern = f"{package}-{{}}-{weight}-normal.woff2"
    return Recipe(id, family, weight, "fallback", f"@fontsource/{package}", pattern, (subset,), scripts=scripts)


def _world(id: str, weight: int) -> Recipe:
    subsets = ("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext")
    pattern = "noto-sans-{}-wght-normal.woff2"
    scripts = ("cyrillic", "greek", "latin")
    return Recipe(
        id,
        "Noto Sans",
        weight,
        "fallback",
        "@fontsource-variable/noto-sans",
        pattern,
        subsets,
        {"wght": weight},
        scripts,
    )


def _marks(id: str, weight: int) -> Recipe:
    """Signs of Chinese and Japanese pages that Fontsource keeps outside its main file: per mille, circled figures."""
    pattern = f"noto-sans-sc-{{}}-{weight}-normal.woff2"
    slices = tuple(str(n) for n in (*range(85, 93), *range(103, 111)))
    return Recipe(
        id, "Noto Sans SC", weight, "fallback", "@fontsource/noto-sans-sc", pattern, slices, scripts=("symbols",)
    )


RECIPES = (
    _variable("fraunces-black", "Fraunces", 800, "display", "fraunces", "full", opsz=144, SOFT=50, WONK=0),
    _variable(
        "bricolage-black", "Bricolage Grotesque", 800, "display", "bricolage-grotesque", "standard", opsz=96, wdth=90
    ),
    _variable("outfit-bold", "Outfit", 750, "display", "outfit"),
    _variable("nunito-black", "Nunito", 900, "display", "nunito", more=CYRILLIC),
    _variable("playfair-black", "Playfair Display", 850, "display", "playfair-display", more=CYRILLIC),
    _variable("archivo-black", "Archivo", 880, "display", "archivo", "standard", wdth=104),
    _variable("archivo-condensed", "Archivo Condensed", 800, "display", "archivo", "standard", wdth=72),
    _variable("space-grotesk-bold", "Space Grotesk", 700, "display", "space-grotesk"),
    _variable("lora-bold", "Lora", 700, "display", "lora", more=CYRILLIC),
    _variable("caveat-bold", "Caveat", 700, "display", "caveat", more=CYRILLIC),
    _variable("outfit-regular", "Outfit", 420, "text", "outfit"),
    _variable("outfit-semi", "Outfit", 600, "text", "outfit"),
    _variable("nunito-regular", "Nunito", 450, "text", "nunito", more=CYRILLIC),
    _variable("nunito-semi", "Nunito", 680, "text", "nunito", more=CYRILLIC),
    _variable("inter-regular", "Inter", 430, "text", "inter", "standard", (*CYRILLIC, *GREEK), opsz=20),
    _variable("inter-semi", "Inter", 620, "text", "inter", "standard", (*CYRILLIC, *GREEK), opsz=20),
    _variable("lora-regular", "Lora", 450, "text", "lora", more=CYRILLIC),
    _world("noto-cyrgreek-regular", 430),
    _world("noto-cyrgreek-bold", 700),
    _noto("noto-sc-regular", "Noto Sans SC", 400, "noto-sans-sc", "chinese-simplified", "han", "kana"),
    _noto("noto-sc-bold", "Noto Sans SC", 700, "noto-sans-sc", "chinese-simplified", "han", "kana"),
    _noto("noto-arabic-regular", "Noto Sans Arabic", 400, "noto-sans-arabic", "arabic", "arabic"),
    _noto("noto-arabic-bold", "Noto Sans Arabic", 700, "noto-sans-arabic", "arabic", "arabic"),
    _noto("noto-hebrew-regular", "Noto Sans Hebrew", 400, "noto-sans-hebrew", "hebrew", "hebrew"),
    _noto("noto-hebrew-bold", "Noto Sans Hebrew", 700, "noto-sans-hebrew", "hebrew", "hebrew"),
    _noto("noto-kr-regular", "Noto Sans KR", 400, "noto-sans-kr", "korean", "hangul"),
    _noto("noto-kr-bold", "Noto Sans KR", 700, "noto-sans-kr", "korean", "hangul"),
    _noto("noto-jp-regular", "Noto Sans JP", 400, "noto-sans-jp", "japanese", "kanji"),
    _noto("noto-jp-bold", "Noto Sans JP", 700, "noto-sans-jp", "japanese", "kanji"),
    _marks("noto-marks-regular", 400),
    _marks("noto-marks-bold", 700),
    _noto("noto-symbols", "Noto Sans Math", 400, "noto-sans-math", "latin", "symbols"),
    _noto("noto-dingbats", "Noto Sans Symbols 2", 400, "noto-sans-symbols-2", "symbols", "symbols"),
    _noto("noto-emoji", "Noto Emoji", 400, "noto-emoji", "emoji", "emoji"),
)

MORE_KANJI = (
    "琲珈鮨鮪鰤鰆鰯鯵鱈鱧鰹鱒鮎鮑鮭鯖鯛鰻鱗麹饅饂飩餃餡煎餅蛸蟹苺檎葡萄蒟蒻牡蠣杏柿栗薔薇菫躑躅椿楓榊絆凜凛煌燦暖簾屏簪鼈甲漆籠笊箸碗"
    "囲炉裏檜躾囁轟靄霞霧雫凪嵐颯黎耀曜昴彗詠謳奏琴琵琶笛篝篠笹籐杜鵑鶯雀燕鷺鳶鴨鴎鷹梟狐狸貂猪兎蜻蛉蛍蝶螢螺鯉鮫鯨鰐麒麟釉鑿鋏釦襖畳襷裃褌袴"
)
"""Beyond JIS level 1: what menus, shops and poems in Japanese are full of."""


def _keep(id: str) -> set[int] | None:
    """The characters that a face is kept to, ``None`` for all: what no face before it draws."""
    if id.startswith("noto-kr"):
        return _rows("euc_kr", 0xB0, 0xC8) | set(range(0x3131, 0x3164))
    if id.startswith("noto-jp"):
        return (_rows("euc_jp", 0xB0, 0xCF) | set(map(ord, MORE_KANJI + "〜"))) - _drawn("noto-sc-regular")
    if id.startswith("noto-marks"):
        return set(range(0x2000, 0x3400)) - _drawn("noto-sc-regular", "noto-cyrgreek-regular")
    if id == "noto-symbols":
        return set(range(0x2000, 0x2C00))
    if id == "noto-dingbats":
        gone = _drawn("noto-symbols", "noto-marks-regular", "noto-sc-regular")
        return set(range(0x2190, 0x2C00)) - set(range(0x2800, 0x2900)) - gone
    return None


def _rows(codec: str, first: int, last: int) -> set[int]:
    """Characters of the rows of a two-byte national standard (KS X 1001, JIS X 0208)."""
    found = set()
    for row in range(first, last + 1):
        for cell in range(0xA1, 0xFF):
            char = bytes([row, cell]).decode(codec, "ignore")
            found |= {ord(char)} if len(char) == 1 else set()
    return found


def _drawn(*ids: str) -> set[int]:
    return {c for id in ids for c in TTFont(OUT / f"{id}.ttf").getBestCmap()}


PLAIN = ("noto-kr", "noto-jp", "noto-marks")
"""Faces whose characters stand one by one: their layout tables would only bring glyphs that nothing asks for."""

RESERVED = {"Lora": "Bottega Lettera", "Playfair Display": "Bottega Teatro"}
"""Their licences reserve the name: a changed copy must bear another one (OFL 1.1, clause 3)."""

DROP = [
    "STAT",
    "MVAR",
    "HVAR",
    "avar",
    "DSIG",
    "gasp",
    "prep",
    "fpgm",
    "cvt ",
    "vhea",
    "vmtx",
    "MATH",
    "BASE",
    "LTSH",
    "VDMX",
]


def _cut(source: Path, at: dict[str, float], target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    if "fvar" in font:
        axes = {a.axisTag for a in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, {k: v for k, v in at.items() if k in axes})
    for table in DROP:
        if table in font:
            del font[table]
    font.save(target)


SMALL = {
    **{chr(0x2080 + i): (c, "sub") for i, c in enumerate("0123456789+\u2212=()")},
    **{c: (b, "super") for c, b in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "0123456789+\u2212=()n", strict=True)},
    **{c: (b, "sub") for c, b in zip("ₐₑₒₓₙ", "aeoxn", strict=True)},
}
"""Small figures that the web subsets leave out (H₂O, x⁵), drawn from the face's own ones."""


def _add_small(font: TTFont) -> None:
    glyf, metrics, cmap = font["glyf"], font["hmtx"].metrics, font.getBestCmap()
    upem = font["head"].unitsPerEm
    scale, order, added = 0.6, font.getGlyphOrder(), {}
    for char, (base, place) in SMALL.items():
        name = cmap.get(ord(base)) or cmap.get(ord("-"))
        if ord(char) in cmap or name is None:
            continue
        rise = round(upem * (-0.14 if place == "sub" else 0.3))
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(name, (scale, 0, 0, scale, 0, rise))
        new = f"small{ord(char):04X}"
        glyf[new] = pen.glyph()
        advance, bearing = metrics[name]
        metrics[new] = (round(advance * scale), round(bearing * scale))
        added[ord(char)] = new
    font.setGlyphOrder(
        order if order[-1] in added.values() else [*order, *(n for n in added.values() if n not in order)]
    )
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)


def _trim(path: Path, recipe: Recipe) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)
    if "latin" in recipe.scripts:
        _add_small(font)
    options = SubsetOptions(
        hinting=False, layout_features=["*"], notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 4, 6, 13, 14]
    )
    options.drop_tables += DROP
    wanted, keep = set(font.getBestCmap()), _keep(recipe.id)
    wanted = wanted if keep is None else wanted & keep
    if recipe.id.startswith(PLAIN):
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    family = RESERVED.get(recipe.family, recipe.family)
    full = f"{family} {recipe.id.rsplit('-', 1)[1].title()}"
    for name_id, value in ((1, full), (2, "Regular"), (4, full), (6, full.replace(" ", ""))):
        font["name"].setName(value, name_id, 3, 1, 0x409)
    return font


def _make(recipe: Recipe, modules: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for number, subset in enumerate(recipe.subsets):
            source = modules / recipe.package / "files" / recipe.pattern.format(subset)
            if source.exists():
                parts.append(Path(scratch) / f"{number}.ttf")
                _cut(source, recipe.at, parts[-1])
        merged = parts[0]
        if len(parts) > 1:
            merged = Path(scratch) / "merged.ttf"
            Merger(Options(drop_tables=DROP)).merge([str(p) for p in parts]).save(merged)
        target = OUT / f"{recipe.id}.ttf"
        _trim(merged, recipe).save(target)
    licence = recipe.package.split("/")[1] + ".txt"
    shutil.copyfile(modules / recipe.package / "LICENSE", OUT / "licences" / licence)
    version = json.loads((modules / recipe.package / "package.json").read_text())["version"]
    return {
        "id": recipe.id,
        "file": target.name,
        "family": RESERVED.get(recipe.family, recipe.family),
        "weight": recipe.weight,
        "role": recipe.role,
        "scripts": list(recipe.scripts),
        "licence": "OFL-1.1",
        "licence_file": f"licences/{licence}",
        "source": f"npm:{recipe.package}@{version}",
        "metrics": _metrics(target),
    }


def _metrics(path: Path) -> dict[str, int]:
    """Font units, measured on the drawn H and x where the face has them."""
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    extents = font.get_font_extents("ltr")

    def top(char: str, share: float) -> int:
        glyph = font.get_nominal_glyph(ord(char))
        found = font.get_glyph_extents(glyph) if glyph else None
        return int(found.y_bearing) if found else round(face.upem * share)

    return {
        "units_per_em": face.upem,
        "ascent": int(extents.ascender),
        "descent": -int(extents.descender),
        "cap_height": top("H", 0.71),
        "x_height": top("x", 0.5),
    }


def main() -> None:
    modules = Path(sys.argv[1])
    (OUT / "licences").mkdir(parents=True, exist_ok=True)
    faces = []
    for recipe in RECIPES:
        faces.append(_make(recipe, modules))
        size = (OUT / faces[-1]["file"]).stat().st_size
        print(f"{recipe.id:24s}{size / 1024:8.0f} KiB  {faces[-1]['metrics']}")
    (OUT / "fonts.json").write_text(json.dumps({"faces": faces}, indent=1) + "\n")


if __name__ == "__main__":
    main()
