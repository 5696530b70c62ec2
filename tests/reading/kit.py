"""Sources made in-process for the readers to read: PDFs by Typst, Word documents by python-docx, EPUBs by zipfile."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from core.source import Reading
from tools.design.fonts import FOLDER

PAGE = '#set page(width: 160mm, height: 230mm, margin: 22mm)\n#set text(font: ("Lora", "Bottega Lettera", "Noto Sans SC"), size: 10pt)\n'


@cache
def pdf(body: str, head: str = PAGE) -> bytes:
    """The PDF of a Typst source."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "main.typ"
        path.write_text(head + body, "utf-8")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FOLDER)])
        out = typst.Compiler(str(path), root=folder, font_paths=fonts, ignore_system_fonts=True).compile(
            format="pdf", timestamp=0
        )
    return bytes(out if isinstance(out, bytes) else out[0])


def docx(build: Callable[[Any], None]) -> bytes:
    """A Word document that ``build`` fills."""
    from docx import Document

    document = Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file; the first member is stored, as an EPUB's must be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, content) in enumerate(members.items()):
            kind = zipfile.ZIP_STORED if place == 0 else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, kind)
    return out.getvalue()


def epub(
    chapters: Mapping[str, str],
    *,
    title: str = "A book",
    language: str = "en",
    order: list[str] | None = None,
    **more: str | bytes,
) -> bytes:
    """An EPUB of XHTML bodies by file name; ``order`` is the spine, ``more`` further members."""
    names = list(chapters)
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{names.index(name)}"/>' for name in order or names)
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "OEBPS/book.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>{language}</dc:language></metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/{name}"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
        )
    return zipped({**members, **more})


def shown(reading: Reading) -> str:
    """A reading as a person reads it: a line for each block with its kind, level, page, mark and strong words."""
    out = []
    for block in reading.blocks:
        facts = f"{block.kind}{block.level or ''}{'*' if block.header else ''}"
        facts += f" p{block.page}" if block.page else ""
        facts += f" [{block.mark}]" if block.mark else ""
        words = reading.words_of(block).replace("\n", " / ").replace("\t", " | ")
        strong = f"  <{'; '.join(block.strong)}>" if block.strong else ""
        out.append(f"{facts}: {words}{strong}")
    return "\n".join(out)


def holds_together(reading: Reading) -> None:
    """What is true of every reading: blocks in order, apart, within the text, and between them only blank lines."""
    last = 0
    for place, block in enumerate(reading.blocks):
        assert 0 <= last <= block.start < block.end <= len(reading.text)
        assert reading.text[last : block.start] == ("\n\n" if place else "")
        words = reading.words_of(block)
        assert words == words.strip() or block.kind == "code" and words.strip()
        assert "\n\n" not in words
        assert all(word in words for word in block.strong)
        last = block.end
    assert last == len(reading.text) and reading.blocks
    reading.text.encode("utf-8")
