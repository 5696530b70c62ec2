"""A message house: the promise, the pillars that hold it, their proofs and sources, and whom it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx

from core.direction import Palette
from tools.export import ooxml
from tools.export.deck import Deck
from tools.export.docx_style import Ink, set_styles, written
from tools.export.labels import labels, spoken
from tools.export.landing import Proof
from tools.export.markup import icon
from tools.export.paper import cut, sheet
from tools.export.pdf import pdf


@dataclass(frozen=True)
class Pillar:
    """A reason to believe: a few words, and the fact that proves them (empty where the words are the fact)."""

    title: str
    proof: str = ""
    source: str = ""
    icon: str = ""
    """The inner SVG of an icon in a box of 256, or empty."""


@dataclass(frozen=True)
class House:
    """Everything in the house. Empty texts take no room."""

    language: str
    brand: str
    palette: Palette
    display: str
    text: str
    promise: str
    pillars: tuple[Pillar, ...] = ()
    more: tuple[Proof, ...] = ()
    """Facts that no pillar uses."""
    audience: str = ""
    goal: str = ""
    tone: tuple[str, ...] = ()
    voice: str = ""
    banned: tuple[str, ...] = ()
    offer: str = ""
    cta: str = ""

    def ground(self) -> Iterator[tuple[str, str]]:
        """Label and words of what the house stands on, where there are words."""
        comma = "、" if self.language.startswith("zh") else ", "
        for key, words in (
            ("audience", self.audience), ("goal", self.goal), ("tone", comma.join(self.tone)), ("voice", self.voice),
            ("offer", self.offer), ("cta", self.cta), ("banned", comma.join(self.banned)),
        ):  # fmt: skip
            if words.strip():
                yield key, words


def house_pdf(house: House) -> bytes:
    """One page of A4 landscape, tagged PDF/UA-1. Long texts are set smaller, and at last shortened, to stay on it."""
    ui = labels("house", house.language)
    data: dict[str, Any] = {
        **sheet(house.palette, house.display, house.text, house.language),
        "ui": ui,
        "logo": "",
        "title": f"{cut(house.brand, 60)} – {ui['title']}" if house.brand else ui["title"],
        "brand": cut(house.brand, 60),
        "promise": cut(house.promise, 210) or "–",
        "pillars": [
            {"title": cut(p.title, 130), "proof": cut(p.proof, 190), "source": cut(p.source, 110),
             "icon": f"icon-{i}.svg" if p.icon else ""} for i, p in enumerate(house.pillars[:4])
        ],
        "more": [{"text": cut(f.text, 130), "source": cut(f.source, 80)} for f in house.more[:6]],
        "ground": [{"label": ui[key], "words": cut(words, 120)} for key, words in house.ground()][:6],
    }  # fmt: skip
    files = {
        f"icon-{i}.svg": _icon(p.icon, data["colours"]["brand"]) for i, p in enumerate(house.pillars[:4]) if p.icon
    }
    return pdf("house", data, files)


def _icon(inner: str, colour: str) -> bytes:
    drawn = str(icon(inner)).replace("currentColor", colour)
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).encode("utf-8")


def house_docx(house: House) -> bytes:
    """The same as a Word document in which every text is whole."""
    document = docx.Document()
    ink = Ink.of(Deck(house.promise, house.brand, palette=house.palette))
    set_styles(document, ink)
    ui, tongue = labels("house", house.language), spoken("house", house.language)
    label = " · ".join(t for t in (house.brand, ui["title"]) if t)
    written(document.add_paragraph(), label, tongue, ink.brand, bold=True)
    written(document.add_paragraph(style="Title"), house.promise or "–", house.language)
    if house.pillars:
        written(document.add_paragraph(style="Heading 1"), ui["pillars"], tongue)
    for pillar in house.pillars:
        written(document.add_paragraph(style="Heading 2"), pillar.title, house.language)
        if pillar.proof:
            written(document.add_paragraph(), pillar.proof, house.language)
        if pillar.source:
            written(document.add_paragraph(style="Caption"), ui["source"] + pillar.source, house.language)
    if house.more:
        written(document.add_paragraph(style="Heading 1"), ui["more"], tongue)
    for fact in house.more:
        source = f" ({ui['source']}{fact.source})" if fact.source else ""
        written(document.add_paragraph(style="List Bullet"), fact.text + source, house.language)
    for key, words in house.ground():
        written(document.add_paragraph(style="Heading 2"), ui[key], tongue)
        written(document.add_paragraph(), words, house.language, size=11)
    return ooxml.settle(document, title=ui["title"], author=house.brand, subject=ui["title"], language=house.language)
