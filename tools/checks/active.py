"""Active and remote content in pages, drawings, style sheets and documents: there must be none."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from typing import Final

from core.findings import Finding, Severity

from .found import Say
from .members import TooDeep, inside

_say = Say("P1.active")

_BARRED: Final = frozenset(
    [
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "form",
        "input",
        "portal",
        "fencedframe",
        "foreignobject",
        "handler",
        "listener",
        "animate",
        "animatetransform",
        "animatemotion",
        "set",
        "discard",
        "annotation-xml",
    ]
)
_LOADS: Final = frozenset(
    [
        "src",
        "srcset",
        "poster",
        "data",
        "background",
        "action",
        "formaction",
        "manifest",
        "ping",
        "longdesc",
        "codebase",
        "xlink:href",
        "cite",
        "imagesrcset",
    ]
)
_DATA_SCRIPTS: Final = frozenset({"application/ld+json", "application/json"})
"""Scripts that hold data: no browser runs them."""
_ASKS: Final = frozenset({"form", "input"})
"""What a page with a program of our own may ask its reader with."""
_LINK: Final = re.compile(r"^(?:https?:|mailto:|tel:)", re.I)
_REMOTE: Final = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|\\\\|/\\)", re.I)
_PICTURE_DATA: Final = re.compile(r"^data:(?:image/(?:png|jpeg|webp|gif)|font/woff2)[;,]", re.I)
_DRAWING: Final = re.compile(r"^data:image/svg\+xml;base64,", re.I)
"""A drawing in a picture's place: it is looked into like a file of its own."""
_CSS_URL: Final = re.compile(r"url\(\s*['\"]?([^'\")]*)", re.I)
_CSS_ACTIVE: Final = re.compile(r"@import|expression\s*\(|-moz-binding|(?<![\w-])behavior\s*:|javascript:", re.I)
_RELATION: Final = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I)
_MACRO: Final = re.compile(r"vbaProject|activeX|embeddings/|\.bin$", re.I)


def active(path: str, data: bytes, slot: str = "", scripts: Collection[str] = ()) -> tuple[Finding, ...]:
    """``P1.active``: no script, handler, embedded page, remote load or entity in HTML, SVG, CSS and Office files.

    Links that a reader follows (``<a href>``) may lead to http, https, mailto and tel. JSON is data and may stay. ``scripts`` are
    programs of our own, each by the SHA-256 of its text: a page that runs these and no other may hold form fields too.
    """
    told: list[tuple[str, str]] = []
    try:
        for part, raw in inside(path, data):
            name = part.rsplit("!", 1)[-1]
            told += [(part, words) for words in _look(name, raw, "!" in part, scripts)]
    except (TooDeep, zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        told.append((path, f"cannot be looked into: {error}"))
    return tuple(
        _say(Severity.BLOCK, f"{part}: {words}", "Take it out.", slot=slot, place={"file": part})
        for part, words in dict.fromkeys(told)
    )


def _look(name: str, raw: bytes, packed: bool, scripts: Collection[str]) -> Iterator[str]:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    head = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if ending in ("html", "htm", "xhtml") or head.startswith((b"<!doctype html", b"<html")):
        yield from _markup(raw, False, scripts)
    elif ending == "svg" or head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in raw[:2048]):
        yield from _markup(raw, True, ())
    elif ending == "css":
        yield from _css(raw.decode("utf-8", "replace"))
    elif ending in ("js", "mjs", "wasm", "swf", "jar", "exe", "sh", "bat", "hta"):
        yield "a program"
    elif packed:
        yield from (f"an outside relation, {found.decode('utf-8', 'replace')[:120]!r}" for found in _outside(name, raw))
        if _MACRO.search(name):
            yield "a macro or an embedded object"


def _outside(name: str, raw: bytes) -> Iterator[bytes]:
    if name.endswith(".rels"):
        yield from (r for r in _RELATION.findall(raw) if not re.search(rb"relationships/hyperlink[\"']", r))


def _markup(raw: bytes, svg: bool, scripts: Collection[str]) -> Iterator[str]:
    text = raw.decode("utf-8", "replace")
    if re.search(r"<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet", text, re.I) or (
        svg and re.search(r"<!DOCTYPE", text, re.I)
    ):
        yield "an entity or a document type that could bring one"
    reader = _Reader(svg, scripts)
    reader.feed(text)
    reader.close()
    yield from reader.told


class _Reader(HTMLParser):
    """Collects what is active, reading leniently, as a browser would. SVG inside HTML is read by the same rules."""

    def __init__(self, svg: bool, scripts: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.svg = svg
        self._scripts = scripts
        self._program: list[str] | None = None
        self.told: list[str] = []
        self._style = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = tag.rsplit(":", 1)[-1]
        given = {k.lower(): (v or "") for k, v in attrs}
        if name == "script" and (
            self.svg or given.get("type", "").strip().lower() not in _DATA_SCRIPTS or "src" in given
        ):
            if self._scripts and not self.svg and not given:
                self._program = []
            else:
                self.told.append("a script")
        if name in _BARRED and not (self._scripts and name in _ASKS):
            self.told.append(f"a {name} element")
        if name == "meta" and given.get("http-equiv", "").strip().lower() == "refresh":
            self.told.append("a page that leads away by itself")
        if name == "link" and given.get("rel", "").lower() in (
            "import",
            "preconnect",
            "dns-prefetch",
            "prefetch",
            "prerender",
            "modulepreload",
        ):
            self.told.append(f"a link that loads ahead ({given['rel'][:20]})")
        self._style += name == "style"
        for attribute, value in given.items():
            self.told += _attribute(name, attribute, value, self.svg)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._program is not None:
            if hashlib.sha256("".join(self._program).encode()).hexdigest() not in self._scripts:
                self.told.append("a script that is not ours")
            self._program = None
        if tag.rsplit(":", 1)[-1] == "style":
            self._style = max(self._style - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._program is not None:
            self._program.append(data)
        if self._style:
            self.told += _css(data)


def _attribute(tag: str, name: str, value: str, svg: bool) -> Iterator[str]:
    link = re.sub(r"[\x00-\x20]", "", value)
    if name.startswith("on"):
        yield f"a handler, {name}"
    elif name == "style" or (svg and "url(" in value.lower()):
        yield from _css(value)
    elif name == "srcdoc":
        yield "a page inside an attribute"
    elif name == "href" and tag in ("a", "area") and not svg:
        if _REMOTE.match(link) and not _LINK.match(link):
            yield f"a link to {link[:40]!r}"
    elif name == "href" or name in _LOADS:
        parts = [p.split()[0] for p in value.split(",") if p.split()] if "srcset" in name else [link]
        for part in parts:
            if tag == "img" and (drawing := _DRAWING.match(part)):
                yield from _drawing(part[drawing.end() :])
            elif part != "data:," and _REMOTE.match(part) and not _PICTURE_DATA.match(part):
                yield f"{tag} {name} loads {part[:60]!r}"
    elif re.match(r"(?:javascript|vbscript):", link, re.I):
        yield f"a script in {name}"


def _drawing(coded: str) -> Iterator[str]:
    try:
        yield from _markup(base64.b64decode(coded), True, ())
    except ValueError:
        yield "a drawing that cannot be read"


def _css(text: str) -> Iterator[str]:
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    plain = re.sub(r"\\([0-9a-fA-F]{1,6})\s?", lambda m: chr(min(int(m.group(1), 16), 0x10FFFF)), plain)
    if found := _CSS_ACTIVE.search(plain):
        yield f"style with {found.group()!r}"
    for address in _CSS_URL.findall(plain):
        link = re.sub(r"[\x00-\x20]", "", address)
        if _REMOTE.match(link) and not _PICTURE_DATA.match(link):
            yield f"style loads {link[:60]!r}"
