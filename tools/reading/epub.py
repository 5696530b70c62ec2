"""EPUB books: chapters in the order of the spine, each read as HTML."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from core.errors import BadInput

from .archive import Archive
from .decode import text_of
from .limits import MAX_CHARACTERS, broken
from .markup import pieces, tree
from .pieces import Found, Piece

_KIND: Final = "EPUB"
_CONTAINER: Final = "META-INF/container.xml"
_TEXTS: Final = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"))
_FRONT: Final = re.compile(
    r"(?:^|[\s_/.-])(?:cover|nav|toc|contents|copyright|colophon|imprint|titlepage|title-page|halftitle)(?:$|[\s_/.-])",
    re.I,
)
_LICENCE: Final = re.compile(r"project gutenberg", re.I)
_FONT_ONLY: Final = re.compile(r"EncryptionMethod[^>]+(?:idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC)")


def found(data: bytes, name: str) -> Found:
    """The pieces of a book; its navigation page, cover and copyright page are left out."""
    archive = Archive(data, name, _KIND)
    _refuse_locked(archive)
    package = _package(archive)
    root = _parsed(archive, package)
    read: list[Piece] = []
    losses: list[str] = []
    missing, size = 0, 0
    for reference, properties in _spine(root):
        path = archive.path(package, reference)
        if not path:
            missing += 1
            continue
        if "nav" in properties.split() or _FRONT.search(path.rsplit("/", 1)[-1].rsplit(".", 1)[0]):
            continue
        chapter, lost = _chapter(archive, path)
        losses += lost
        read += chapter
        size += sum(len(p.text) for p in chapter)
        if size > MAX_CHARACTERS:
            break
    if missing:
        losses.append(f"{missing} of the book's chapters are missing from its file.")
    return Found(
        tuple(read), title=_said(root, "title"), language=_said(root, "language"), losses=tuple(dict.fromkeys(losses))
    )


def _refuse_locked(archive: Archive) -> None:
    """Rights management shows as an encryption list of more than fonts."""
    path = "META-INF/encryption.xml"
    if path in archive.names:
        text = archive.xml(path).decode("utf-8", "ignore")
        if len(re.findall("<(?:enc:)?EncryptionMethod|:EncryptionMethod", text)) > len(_FONT_ONLY.findall(text)):
            raise BadInput(
                "the book is locked by rights management",
                which=archive.name,
                remedy="Give a copy without it, or its text.",
            )


def _package(archive: Archive) -> str:
    """Path of the package document."""
    root = _parsed(archive, _CONTAINER)
    for node in root.iter("{*}rootfile"):
        if path := archive.path("", node.get("full-path") or ""):
            return path
    raise broken(archive.name, _KIND)


def _parsed(archive: Archive, path: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(archive.xml(path), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(archive.name, _KIND) from error


def _spine(root: Any) -> list[tuple[str, str]]:
    """References and properties of the chapters, in reading order; pop-up notes that are not in the line come last."""
    items = {n.get("id"): n for n in root.iter("{*}item") if n.get("media-type") in _TEXTS}
    order = [(n.get("idref"), n.get("linear") == "no") for n in root.iter("{*}itemref")]
    listed = [items[i] for i, _ in sorted(order, key=lambda one: one[1]) if i in items]
    unique = dict.fromkeys((n.get("href") or "", n.get("properties") or "") for n in listed)
    return [(href, properties) for href, properties in unique if href]


def _chapter(archive: Archive, path: str) -> tuple[list[Piece], tuple[str, ...]]:
    text, _ = text_of(archive.xml(path), markup=True)
    root, lost = tree(text, xhtml=True)
    if root is None:
        return [], lost
    read, cut = pieces(root, page=False)
    if (
        len(read) < 40
        and any(_LICENCE.search(p.text[:60]) for p in read[:3] if p.kind in ("heading", "paragraph"))
        and "license" in text.lower()
    ):
        return [], lost
    return read, (*lost, *cut)


def _said(root: Any, what: str) -> str:
    """A Dublin Core field."""
    return next((" ".join((n.text or "").split()) for n in root.iter("{http://purl.org/dc/elements/1.1/}" + what)), "")
