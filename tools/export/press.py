"""A press sheet: one designed page with the story, its facts and their sources, as a PDF and as a Word document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.direction import Palette
from tools.export.labels import labels
from tools.export.landing import Proof
from tools.export.markup import safe_url
from tools.export.paper import cut, sheet
from tools.export.pdf import pages_png, pdf


@dataclass(frozen=True)
class Press:
    """Everything on the sheet. Empty texts take no room; ``picture`` and ``logo`` are JPEG or PNG bytes."""

    language: str
    brand: str
    palette: Palette
    display: str
    """Font id of the headline."""
    text: str
    """Font id of the rest."""
    headline: str
    lead: str = ""
    body: tuple[str, ...] = ()
    facts: tuple[Proof, ...] = ()
    offer: str = ""
    about: str = ""
    """The boilerplate."""
    url: str = ""
    legal: tuple[str, ...] = ()
    picture: bytes = b""
    picture_alt: str = ""
    logo: bytes = b""


def press_pdf(press: Press) -> bytes:
    """One page of A4, tagged PDF/UA-1. Long texts are set smaller, and at last shortened, to stay on it."""
    return pdf("press", *_filled(press))


def press_png(press: Press, ppi: float = 96) -> bytes:
    """A preview of the page."""
    return pages_png("press", *_filled(press), ppi=ppi)[0]


def about_title(press: Press) -> str:
    """Heading of the boilerplate."""
    about = labels("press", press.language)["about" if press.brand else "brief"]
    gap = "" if about and ord(about[-1]) > 0x2E80 else " "
    return f"{about}{gap}{press.brand}" if press.brand else about


def about_text(press: Press) -> str:
    """The boilerplate, without the words of its heading where it begins with them."""
    head, text = about_title(press), press.about.replace("\u202f", " ")
    rest = press.about[len(head) :].lstrip(" \u202f") if text.startswith(head) else ""
    if rest[:1] not in (":", ",", "：", "，"):
        return press.about
    rest = rest[1:].strip()
    return rest[:1].upper() + rest[1:]


def _filled(press: Press) -> tuple[dict[str, Any], Mapping[str, bytes]]:
    ui = labels("press", press.language)
    link = safe_url(press.url)
    data = {
        **sheet(press.palette, press.display, press.text, press.language),
        "ui": ui,
        "title": cut(press.headline, 200) or ui["sheet"],
        "brand": cut(press.brand, 60),
        "headline": cut(press.headline, 150) or ui["sheet"],
        "lead": cut(press.lead, 420),
        "body": [cut(p, 700) for p in press.body[:5]],
        "facts": [{"text": cut(f.text, 170), "source": cut(f.source, 110)} for f in press.facts[:8]],
        "offer": cut(press.offer, 160),
        "about": cut(about_text(press), 620),
        "about-title": cut(about_title(press), 80),
        "contact": link,
        "contact-shown": cut(link.removeprefix("https://").removeprefix("http://"), 90),
        "legal": [cut(line, 260) for line in press.legal[:6]],
        "picture": "picture.jpg" if press.picture else "",
        "picture-alt": press.picture_alt or press.headline or ui["sheet"],
        "logo": "logo.png" if press.logo else "",
    }
    files = {"picture.jpg": press.picture, "logo.png": press.logo}
    return data, {name: content for name, content in files.items() if content}
