"""The fact sheet: each claim of a campaign opens its evidence, and each fact says where it is used. One file, nothing active in it."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from core.brief import Fact
from core.copydeck import Copy, Piece
from core.direction import Palette
from tools.export.deck import Deck, cited, runs, source_name
from tools.export.landing import Other
from tools.export.languages import direction, own_name, primary
from tools.export.markup import relative, render, resource, safe_url, shortened
from tools.export.phrases import anchor
from tools.export.report import report_style
from tools.export.table import table_csv

COLUMNS: Final = ("language", "fact", "evidence", "source", "claim", "texts", "files")
NAMING: Final = frozenset({"brand", "cta", "url", "category"})
"""What a text names or invites to: no claim."""


_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
"""Ends of sentences."""
_STOPS: Final = ".。!！"


class Use(NamedTuple):
    """Words that rest on a fact, with their sentence: in which texts they stand, and in which files of the package."""

    text: str
    texts: tuple[tuple[str, int], ...]
    """Role and number of each piece that says it."""
    files: tuple[str, ...]


class Evidence(NamedTuple):
    """A fact and its uses."""

    fact: Fact
    link: str
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class FactSheet:
    """One language's sheet. ``shown`` maps a file of the package to the words in it; ``root`` leads from the sheet to the package."""

    language: str
    title: str
    brand: str
    facts: tuple[Fact, ...]
    copies: tuple[Copy, ...]
    shown: Mapping[str, str]
    palette: Palette | None = None
    others: tuple[Other, ...] = ()
    root: str = "../"


def fact_sheet(sheet: FactSheet) -> bytes:
    """The page as HTML with its style inside. Raises ``BadInput`` on a file that leaves the package."""
    for path in sheet.shown:
        relative(path)
    found = evidence(sheet)
    lines = (report_style(sheet.palette).decode() + resource("templates/facts.css")).split("\n")
    style = "\n".join(
        line.rstrip() for line in lines if line.strip()
    )  # as ``render`` leaves it: the digest is over these bytes
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    ui = phrases(sheet.language)
    given = [e for e in found if e.fact.id not in ui["fields"]]
    return render(
        "facts.html.j2",
        s=sheet,
        ui=ui,
        lang=sheet.language if primary(sheet.language) in _phrases() else "en",
        dir=direction(sheet.language),
        csp=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        title=shortened(f"{ui['title']} – {sheet.title or sheet.brand}", 60),
        given=given,
        own=[e for e in found if e.fact.id in ui["fields"]],
        known={e.fact.id: e for e in found},
        claims=[(copy, kept) for copy in sheet.copies if (kept := _claims(copy))],
        counts=(len(given), sum(len(_claims(c)) for c in sheet.copies), len({e.fact.source for e in given if e.fact.source})),
        source_name=source_name,
        heading=lambda role: _heading(role, ui),
        naming=NAMING,
        runs=runs,
        anchor=anchor,
        own_name=own_name,
    )  # fmt: skip


def fact_sheet_csv(sheets: Iterable[FactSheet]) -> bytes:
    """One row per use of a fact, for those who check claims in a spreadsheet; headed in the first sheet's language."""
    known = tuple(sheets)
    first = known[0].language if known else "en"
    ui = phrases(first)
    return table_csv(
        ui["columns"],
        [
            (
                s.language,
                e.fact.id,
                e.fact.text,
                source_name(e.fact.source, first) if e.fact.source else "",
                u.text,
                ", ".join(f"{role if primary(first) == 'en' else _heading(role, ui)} {n}" for role, n in u.texts),
                " ".join(u.files),
            )
            for s in known
            for e in evidence(s)
            for u in e.uses
        ],
    )


def evidence(sheet: FactSheet) -> tuple[Evidence, ...]:
    """Every fact of the brief with its uses, in the brief's order; fields of the brief only where a text rests on them."""
    words = {path: _squeezed(text) for path, text in sheet.shown.items()}
    fields = phrases("en")["fields"]
    uses: dict[str, dict[str, Use]] = {}
    for copy in sheet.copies:
        for n, piece in _claims(copy):
            for fact in cited(piece):
                said = _around(piece, fact)
                key = _squeezed(said).rstrip(_STOPS)
                known = uses.setdefault(fact, {}).setdefault(key, Use(said, (), tuple(_holding(key, words))))
                uses[fact][key] = known._replace(texts=(*known.texts, (copy.role, n)))
    for given in sheet.facts:  # a file may quote a fact as the brief gave it, in no text of its own
        known_to = {f for use in uses.get(given.id, {}).values() for f in use.files}
        quoted = tuple(p for p in _holding(_squeezed(given.text).rstrip(_STOPS), words) if p not in known_to)
        if quoted and given.id not in fields:
            uses.setdefault(given.id, {})[""] = Use(given.text, (), quoted)
    return tuple(
        Evidence(fact, _web(fact.source), tuple(uses.get(fact.id, {}).values()))
        for fact in sheet.facts
        if fact.id not in NAMING and (fact.id not in fields or fact.id in uses)
    )


def _holding(key: str, words: Mapping[str, str]) -> Iterator[str]:
    """Files whose squeezed words hold ``key``."""
    return (path for path, text in words.items() if key and key in text)


def words_in(page: bytes) -> str:
    """The words that a page, a table, a Word document or a PDF shows."""
    if page.startswith(b"%PDF-"):
        from pdfminer.high_level import extract_text  # late: only a package with press sheets needs it

        return str(extract_text(io.BytesIO(page)))
    if page.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(page)) as package:
            return _told(package.read("word/document.xml").decode())
    text = page.decode("utf-8-sig", "replace")
    if "<html" not in text[:400].lower():
        return text
    hidden = re.findall(r'<meta name="description" content="([^"]*)"', text)
    text = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", text)
    return " ".join([_told(re.sub(r"</?(?:b|span|a)\b[^>]*>", "", text)), html.unescape(" ".join(hidden))])


def _told(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


def phrases(language: str) -> dict[str, Any]:
    """The sheet's own words; English where we have none."""
    known = _phrases()
    return {**known["en"], **known.get(primary(language), {})}


@cache
def _phrases() -> dict[str, dict[str, Any]]:
    known: dict[str, dict[str, Any]] = json.loads(resource("data/facts.json"))
    return known


def _claims(copy: Copy) -> list[tuple[int, Piece]]:
    """Pieces that say something of the product, each with its number; alternative texts describe pictures and claim nothing."""
    if copy.role == "alt":
        return []
    return [(n, p) for n, p in enumerate(copy.pieces, 1) if any(f not in NAMING for f in cited(p))]


def _around(piece: Piece, fact: str) -> str:
    """The sentences of a piece that hold the words resting on ``fact``."""
    spans = [(c.start, c.end) for c in piece.cites if c.fact == fact]
    edges = [0, *(m.end() for m in _END.finditer(piece.text)), len(piece.text)]
    held = [
        piece.text[a:b].strip()
        for a, b in zip(edges, edges[1:], strict=False)
        if any(start < b and a < end for start, end in spans)
    ]
    joiner = "" if any("\u3400" <= c <= "\u9fff" for c in piece.text) else " "
    return joiner.join(h for h in held if h) or piece.text


def _heading(role: str, ui: Mapping[str, Any]) -> str:
    return str(ui["roles"].get(role.replace("-", "_")) or Deck(title="", brand="").name(role))


def _web(source: str) -> str:
    link = safe_url(source)
    return link if link.lower().startswith(("https://", "http://")) else ""


def _squeezed(text: str) -> str:
    """Letters and stops alone: how a line was broken, hyphenated or set in capitals is no difference."""
    return re.sub(r"[\s\u00ad\u2060\u2010\u2011-]+", "", unicodedata.normalize("NFKC", text)).casefold()
