"""What the lesson's pages share: one way to set a template, clean words, directions, pictures and typefaces inside the file."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache, lru_cache
from typing import Any, Final
from unicodedata import bidirectional

from markupsafe import Markup, escape

from core.direction import Direction
from tools.design.fonts import FONTS
from tools.export.languages import direction, primary
from tools.export.markup import render, resource, shortened
from tools.export.webfont import woff2

from .book import Drawing, words

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
"""What XML and HTML forbid, and marks that would turn the words after them around."""


def page(template: str, **values: Any) -> bytes:
    """A template of ``templates/lesson`` as UTF-8 that HTML and XML can both hold. Words in it are escaped."""
    return fit(render(f"lesson/{template}", **values).decode("utf-8")).encode("utf-8")


def fit(text: str) -> str:
    """Without characters that a page may not hold."""
    return "".join(c for c in _UNFIT.sub("", text) if ord(c) & 0xFFFE != 0xFFFE)


def tab(text: str) -> str:
    """A page's title, at most 70 characters as it is written in the page."""
    plain = " ".join(fit(text).split())
    return next(t for limit in range(66, 0, -6) if len(escape(t := shortened(plain, limit))) <= 70)


def part(name: str) -> str:
    """A style sheet or script of ``templates/lesson`` as ``page`` leaves it: digests are over these bytes."""
    return tidy(resource(f"templates/lesson/{name}"))


def tidy(text: str) -> str:
    """Without empty lines and spaces at line ends."""
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())


def digest(text: str) -> str:
    """``'sha256-...'`` as a content security policy names an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def ui(language: str, *names: str) -> dict[str, str]:
    """The fixed words of the page and of further formats."""
    out: dict[str, str] = {}
    for name in ("page_html", *names):
        out.update(words(name, language))
    return out


def spoken(language: str) -> str:
    """The language that the fixed words are in: the lesson's, or ``"en"``."""
    return language if primary(language) in _known() else "en"


@cache
def _known() -> frozenset[str]:
    return frozenset(json.loads(resource("data/lesson/page_html.json")))


def turned(text: str, language: str) -> Markup:
    """A ``dir`` attribute, if most letters of the text run against the page's direction; else nothing."""
    strong = [kind == "L" for c in text if (kind := bidirectional(c)) in ("L", "R", "AL")]
    if not strong:
        return Markup()
    own = "ltr" if sum(strong) * 2 >= len(strong) else "rtl"
    return Markup(' dir="{}"').format(own) if own != direction(language) else Markup()


def joiner(language: str) -> str:
    """What stands between two sentences."""
    return "" if primary(language) in ("zh", "ja") else " "


def inside(drawing: Drawing) -> str:
    """The drawing as a ``data:`` address: drawn shapes where there are some, else pixels."""
    kind, data = ("svg+xml", drawing.svg.encode()) if drawing.svg.strip() else ("png", drawing.png)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def faces(look: Direction, shown: str, titles: str) -> str:
    """CSS with the look's typefaces cut down to what is shown; a face that is not ours is left to the system."""
    bold = look.text.replace("-regular", "-semi")
    wanted = (("display", look.display, 700, titles), ("text", look.text, 400, shown), ("text", bold, 600, shown))
    rules = []
    for name, font, weight, text in wanted:
        if font not in FONTS or (weight == 600 and font == look.text):
            continue
        letters = "".join(sorted(c for c in set(text) if c.isprintable() and FONTS[font].covers(c)))
        if not letters:
            continue
        data = _cut(font, letters)
        rules.append(
            f'@font-face{{font-family:"{name}";font-weight:{weight};font-display:swap;src:url("data:font/woff2;base64,{data}") format("woff2");}}'
        )
    return "\n".join(rules) + "\n"


@lru_cache(maxsize=24)
def _cut(font: str, letters: str) -> str:
    """The cut typeface in Base64, kept: the page and both SCORM packages of a lesson show the same letters."""
    return base64.b64encode(woff2(FONTS[font].path.read_bytes(), letters)).decode()
