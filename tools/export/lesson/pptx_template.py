"""An empty presentation built part by part: theme, master, layouts and notes master in the lesson's look. No part is Office's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from core.direction import Direction
from tools.design.fonts import face
from tools.export.colour import colours, readable
from tools.export.languages import CJK, direction, primary
from tools.export.markup import render
from tools.export.package_zip import member

from .pptx_layouts import LAYOUTS
from .pptx_place import EMU, HEIGHT, WIDTH, Layout, Place

_SERIF: Final = frozenset({"fraunces-black", "playfair-black", "lora-bold", "lora-regular"})
_RENAMED: Final = {"Bottega Teatro": "Playfair Display", "Bottega Lettera": "Lora"}
"""Committed faces that had to be renamed, under the names by which a reader's machine may have them."""
_ASIAN: Final = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
_TAGS: Final = {"en": "en-US", "es": "es-ES", "de": "de-DE", "fr": "fr-FR", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_MAIN: Final = "application/vnd.openxmlformats-officedocument.presentationml."
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_XMLNS: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class ThemeFont:
    """A typeface as a theme names it. ``panose`` and ``pitch`` lead a machine without it to one of the same kind."""

    family: str
    panose: str
    pitch: int

    @classmethod
    def of(cls, font_id: str) -> ThemeFont:
        family = face(font_id).family
        serif = font_id in _SERIF
        return cls(
            _RENAMED.get(family, family),
            "02020603050405020304" if serif else "020B0604020202020204",
            18 if serif else 34,
        )


def office_tag(language: str) -> str:
    """A language with its region, as Office's proofing tools want it: "de" is "de-DE"; a tag with a region stays."""
    return language if "-" in language else _TAGS.get(primary(language), language)


def asian_font(language: str) -> str:
    """The East Asian typeface of documents in a language; the Chinese one for those that need none."""
    return _ASIAN.get(primary(language), _ASIAN["zh"])


def theme_colours(look: Direction) -> dict[str, str]:
    """Theme roles to ``#rrggbb``. Text roles hold 4.5:1 on every ground that a layout sets them on."""
    c = colours(look.palette)
    grounds = (c["bg"], c["surface"], c["soft"])
    return {
        "dk1": c["ink"], "lt1": c["bg"], "dk2": c["deep"], "lt2": c["soft"], "accent1": c["accent"], "accent2": c["accent2"],
        "accent3": readable(c["accent-text"], *grounds), "accent4": c["muted"], "accent5": c["surface"],
        "accent6": readable(c["light"], c["deep"], ratio=7), "hlink": readable(c["accent-text"], *grounds), "folHlink": c["muted"],
    }  # fmt: skip


def template(look: Direction, language: str, words: Mapping[str, str]) -> bytes:
    """The presentation without slides, as python-pptx opens it. ``words``: prompts of placeholders by kind."""
    lang = office_tag(language)
    layouts = [_prompted(found, words) for found in LAYOUTS]
    asian = asian_font(language) if primary(language) in CJK else ""
    theme = render(
        "deck/theme.xml", name="Lesson", display=ThemeFont.of(look.display), text=ThemeFont.of(look.text), asian=asian,
        colours=[(role, value[1:].upper()) for role, value in theme_colours(look).items()],
    )  # fmt: skip
    foot = layouts[-1].places[-2:]
    places = (
        replace(layouts[5].places[0]),
        replace(layouts[3].places[1], box=(0.75, 1.6, 11.83, 5.0)),
        *(replace(p, box=(0.75, 6.93, 10.5, 0.3)) if p.kind == "ftr" else p for p in foot),
    )
    places = tuple(replace(p, colour="tx1") if p.kind in ("ftr", "sldNum") else p for p in places)
    size = {"width": round(WIDTH * EMU / 12700) * 12700, "height": round(HEIGHT * EMU)}
    files = {
        "docProps/app.xml": render("deck/app.xml"),
        "ppt/presentation.xml": render("deck/presentation.xml", lang=lang, rtl=direction(language) == "rtl", **size),
        "ppt/slideMasters/slideMaster1.xml": render("deck/master.xml", places=places, lang=lang, layouts=len(layouts)),
        "ppt/notesMasters/notesMaster1.xml": render("deck/notes_master.xml", lang=lang, prompt=words["notes"]),
        "ppt/theme/theme1.xml": theme,
        "ppt/theme/theme2.xml": theme,
    }
    for n, found in enumerate(layouts, 1):
        files[f"ppt/slideLayouts/slideLayout{n}.xml"] = render("deck/layout.xml", layout=found, lang=lang)
    return _package(files, len(layouts))


def _prompted(found: Layout, words: Mapping[str, str]) -> Layout:
    return replace(found, places=tuple(replace(p, prompt=_prompt(p, words)) for p in found.places))


def _prompt(place: Place, words: Mapping[str, str]) -> str:
    return words[{"title": "title", "pic": "picture", "tbl": "table", "ftr": "footer"}.get(place.kind, "text")]


def _package(files: dict[str, bytes], count: int) -> bytes:
    layouts = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, count + 1)]
    relations = {
        "_rels/.rels": [("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")],
        "ppt/_rels/presentation.xml.rels": [("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"), ("theme", "theme/theme1.xml")],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [*layouts, ("theme", "../theme/theme1.xml")],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [("theme", "../theme/theme2.xml")],
    }  # fmt: skip
    for n in range(1, count + 1):
        relations[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = [
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member("[Content_Types].xml"), _types(files))
        for name, links in relations.items():
            archive.writestr(member(name), _relations(links))
        for name, data in files.items():
            archive.writestr(member(name), data)
    return out.getvalue()


def _relations(links: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(links, 1)
    )
    return f'{_XMLNS}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _types(files: dict[str, bytes]) -> str:
    kinds = {
        "docProps/app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "ppt/presentation": _MAIN + "presentation.main+xml", "ppt/slideMasters": _MAIN + "slideMaster+xml",
        "ppt/notesMasters": _MAIN + "notesMaster+xml", "ppt/slideLayouts": _MAIN + "slideLayout+xml",
        "ppt/theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    }  # fmt: skip
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{next(v for k, v in kinds.items() if name.startswith(k))}"/>'
        for name in files
    )
    return (
        f'{_XMLNS}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
