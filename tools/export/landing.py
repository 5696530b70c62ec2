"""A landing page: one file per language, one style sheet, nothing loaded from anywhere else."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from markupsafe import Markup

from core.direction import Palette
from tools.export.colour import colours
from tools.export.languages import direction, own_name, primary
from tools.export.markup import icon, json_script, relative, render, resource, safe_url, shortened, visible

CSP: Final = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
FACES: Final = ("display", "text", "display-more", "text-more")
"""Faces of a page: of its headings and of its text, and those for a script that these lack."""
_SIGNS: Final = "0123456789.,:;-–—…'’“”\"!?()/%&→"


@dataclass(frozen=True)
class Shot:
    """A picture of the package: its path as seen from the page, and its size in pixels."""

    path: str
    alt: str
    width: int
    height: int
    right: bool = False
    """Whether what matters stands right of the middle: a crop keeps that side."""


@dataclass(frozen=True)
class Benefit:
    """A reason in a few words. ``icon`` is the inner SVG of an icon in a box of 256, or empty."""

    text: str
    icon: str = ""
    note: str = ""


@dataclass(frozen=True)
class Proof:
    """A fact of the brief and where it is known from."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Track:
    """A caption file beside a film."""

    path: str
    language: str


@dataclass(frozen=True)
class Film:
    """A film with its poster and captions."""

    path: str
    poster: str
    width: int
    height: int
    title: str = ""
    tracks: tuple[Track, ...] = ()


@dataclass(frozen=True)
class Other:
    """The same page in another language."""

    language: str
    path: str


@dataclass(frozen=True)
class Landing:
    """Everything on a page. Empty texts and absent pictures take no room. ``others`` may list the page itself or leave it out."""

    language: str
    brand: str
    headline: str
    style: str
    """Path of the style sheet as seen from the page."""
    sub: str = ""
    description: str = ""
    """For search engines and previews; ``sub`` when empty."""
    kicker: str = ""
    """A few words above the headline, such as what the product is."""
    offer: str = ""
    cta: str = ""
    url: str = ""
    contact: str = ""
    """A mail address or number that stands below the button, or an address that is no link."""
    hero: Shot | None = None
    logo: Shot | None = None
    benefits: tuple[Benefit, ...] = ()
    proofs: tuple[Proof, ...] = ()
    film: Film | None = None
    story: tuple[str, ...] = ()
    """Paragraphs of the long copy."""
    closing: str = ""
    """Headline over the last button; the offer, else the headline, when empty."""
    legal: tuple[str, ...] = ()
    notice: str = ""
    """A line on how the page was made, where a market wants one."""
    others: tuple[Other, ...] = ()
    preview: Shot | None = None
    """Picture for link previews; the hero when absent."""
    product: Mapping[str, str] | None = None
    """For search engines, from the brief's facts alone: ``name``, ``description``, ``brand``, ``url``."""


def landing_page(page: Landing) -> bytes:
    """The page as HTML. Raises ``BadInput`` on a path that leaves the package."""
    shots = [s for s in (page.hero, page.logo, page.preview) if s]
    films = [page.film.path, page.film.poster, *(t.path for t in page.film.tracks)] if page.film else []
    for path in (page.style, *(s.path for s in shots), *(f for f in films if f), *(o.path for o in page.others)):
        relative(path)
    return render(
        "landing.html.j2",
        page=page,
        ui=words(page.language),
        tongue="" if primary(page.language) in _words() else Markup(' lang="en" dir="ltr"'),
        csp=CSP,
        dir=direction(page.language),
        link=safe_url(page.url),
        title=shortened(" – ".join(dict.fromkeys(t for t in (page.brand, page.headline) if t)), 70),
        description=page.description or page.sub or page.headline,
        preview=page.preview or page.hero,
        data=json_script(_data(page)) if page.product else "",
        tongues=_tongues(page),
        own_name=own_name,
        icon=icon,
    )


def landing_style(palette: Palette, fonts: Mapping[str, str] | None = None) -> bytes:
    """The style sheet. ``fonts`` maps the names of ``FACES`` to WOFF2 files as seen from the sheet; absent: system faces."""
    faces = dict(sorted((fonts or {}).items()))
    blocks = [
        f'@font-face{{font-family:"{name}";src:url("{relative(path)}") format("woff2");font-display:swap;}}'
        for name, path in faces.items()
        if name in FACES
    ]
    roots = {f"--{name}": value for name, value in colours(palette).items()}
    for role in FACES[:2]:
        roots[f"--font-{role}"] = (
            "".join(f'"{name}",' for name in FACES if name in faces and role in name) + "var(--system)"
        )
    blocks.append(":root{" + "".join(f"{k}:{v};" for k, v in roots.items()) + "}")
    return ("\n".join(blocks) + "\n" + resource("templates/landing.css")).encode()


def landing_files(
    pages: Mapping[str, Landing], palette: Palette, fonts: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """A whole site: ``pages`` by path, with the sheet as ``style.css`` and fonts under ``fonts/`` beside the first page."""
    out = {path: landing_page(page) for path, page in pages.items()}
    folder = min(pages, default="").rpartition("/")[0]
    at = f"{folder}/" if folder else ""
    files = {name: data for name, data in sorted((fonts or {}).items()) if name in FACES}
    out[f"{at}style.css"] = landing_style(palette, {name: f"fonts/{name}.woff2" for name in files})
    out.update({f"{at}fonts/{name}.woff2": data for name, data in files.items()})
    return out


def letters(page: Landing) -> str:
    """Every character that a page may show, for cutting a typeface down to it: its words, the capital that the sheet
    makes of the kicker's first, and the Latin letters and signs that a small change of the text may need."""
    shown = visible(landing_page(page)) + page.kicker[:1].upper()
    return "".join(sorted({c for c in shown + string.ascii_letters if c.isprintable()} | set(_SIGNS)))


def words(language: str) -> dict[str, str]:
    """The page's own words in a language; English where we have none."""
    known = _words()
    return {**known["en"], **known.get(primary(language), {})}


@cache
def _words() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(resource("data/landing.json"))
    return known


def _tongues(page: Landing) -> tuple[Other, ...]:
    """Every language of the page, its own among them; empty where there is no other."""
    if all(o.language == page.language for o in page.others):
        return ()
    listed = any(o.language == page.language for o in page.others)
    return page.others if listed else (Other(page.language, ""), *page.others)


def _data(page: Landing) -> dict[str, Any]:
    given = {k: v for k, v in (page.product or {}).items() if k in ("name", "description", "url") and v}
    out: dict[str, Any] = {"@context": "https://schema.org", "@type": "Product", **given}
    if not safe_url(given.get("url", "")):
        out.pop("url", None)
    if brand := (page.product or {}).get("brand", ""):
        out["brand"] = {"@type": "Organization", "name": brand}
    if page.hero:
        out["image"] = page.hero.path
    return out
