"""Files that mean harm, and bytes that mean nothing: a clear refusal or a sound reading, and soon."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from core.source import Reading
from tests.reading.kit import docx, epub, holds_together, pdf, zipped
from tools.reading import FORMATS, limits, read
from tools.reading.pdf.read import found_here
from tools.reading.pieces import reading

ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def sound(data: bytes, name: str) -> Reading | None:
    """What every file must give."""
    try:
        got = read(data, name)
    except BadInput as error:
        assert error.remedy and len(str(error)) < 500
        return None
    holds_together(got)
    return got


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """A zip with one member changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return out.getvalue()


WORD = docx(lambda d: (d.add_heading("Cells", 1), d.add_paragraph("The cell is the unit of life.")))
BOOK = epub({"a.xhtml": "<h1>Cells</h1><p>The cell is the unit of life.</p>"})


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (replaced(BOOK, "OEBPS/zeros.bin", b"\0" * 30_000_000), "bomb.epub", "bomb"),
        (replaced(WORD, "word/zeros.xml", b" " * 30_000_000), "bomb.docx", "bomb"),
        (replaced(BOOK, "../../etc/passwd", b"x"), "up.epub", "path"),
        (replaced(BOOK, "/etc/passwd", b"x"), "root.epub", "path"),
        (replaced(BOOK, "a\\..\\..\\b", b"x"), "back.epub", "path"),
        (
            replaced(BOOK, "OEBPS/a.xhtml", f"{ENTITIES}<html><body><p>&b; &x;</p></body></html>".encode()),
            "laugh.epub",
            "entities",
        ),
        (
            replaced(BOOK, "OEBPS/book.opf", f'<?xml version="1.0"?>{ENTITIES}<package/>'.encode()),
            "opf.epub",
            "entities",
        ),
        (
            replaced(WORD, "word/document.xml", f'<?xml version="1.0"?>{ENTITIES}<w:document/>'.encode()),
            "laugh.docx",
            "entities",
        ),
        (
            replaced(WORD, "word/document.xml", f'<?xml version="1.0" encoding="utf-16"?>{ENTITIES}'.encode("utf-16")),
            "wide.docx",
            "entities",
        ),
        (zipped({"a.txt": "just an archive"}), "a.zip", "neither"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old.doc", "old Word"),
        (b"{\\rtf1 hello}", "x.rtf", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "x.txt", "picture"),
        (bytes(range(32)) * 50, "x.txt", "no text"),
        (b"", "x.txt", "no text"),
        (b"... --- !!!", "x.txt", "no text"),
        (b"not a pdf", "x.pdf", "PDF"),
        (b"%PDF-1.7\n%%EOF", "x.pdf", "PDF"),
    ],
)
def test_harm_is_named_and_refused(data: bytes, name: str, words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        read(data, name)
    assert caught.value.remedy


def test_what_is_too_large_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(BadInput, match="too large"):
        read(b"a" * (limits.MAX_BYTES + 1), "x.txt")


def test_many_members_are_refused() -> None:
    with pytest.raises(BadInput, match="too many"):
        read(epub({"a.xhtml": "<p>a</p>"}, **{f"m{i}": "" for i in range(limits.MAX_MEMBERS + 1)}), "x.epub")


def test_a_long_text_is_cut_at_a_block_and_says_so() -> None:
    text = "\n\n".join(f"Paragraph {i} tells that the cell is the unit of life." for i in range(50_000))
    got = sound(text.encode(), "long.txt")
    assert got and len(got.text) <= limits.MAX_CHARACTERS and "2,000,000" in got.losses[0]
    assert got.text.endswith("of life.")


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
@pytest.mark.parametrize(
    "unit", ["x", "<div>", "<b>", "a\n", "> ", "- ", "[", "*a ", "|a", "<!--", "&#x", "```\n", "#", "1. a\n", "a_", "`", "![](", "<a href='", "\\", "(", "[^a]: b\n", "-\n"]
)  # fmt: skip
def test_repetition_does_not_hang(ending: str, unit: str) -> None:
    began = time.process_time()
    sound((unit * (60_000 // len(unit)) + " end of the text").encode(), f"x.{ending}")
    assert time.process_time() - began < 30


def test_huge_words_are_kept_whole() -> None:
    got = sound(b"A " + b"w" * 300_000 + b" is long.", "x.txt")
    assert got and len(got.text) > 300_000


def test_no_script_no_hidden_words_and_no_reversal_get_in() -> None:
    page = "<p>Cells \u202edivide\u202c \U000e0041\u200bwell.</p><p style='display:none'>orders</p><script>alert('bad')</script><!-- note --><p hidden>secret</p>"
    assert read(page.encode(), "x.html").text == "Cells divide well."


@SLOW
@given(st.binary(max_size=2000), st.sampled_from(["x.txt", "x.md", "x.html", "x.docx", "x.epub", "x", "x.bin"]))
def test_random_bytes(data: bytes, name: str) -> None:
    sound(data, name)


@SLOW
@given(
    st.text(max_size=800),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "gb18030"]),
    st.sampled_from(["x.txt", "x.md", "x.html"]),
)
def test_random_texts(text: str, encoding: str, name: str) -> None:
    sound(text.encode(encoding, "ignore"), name)


MARKUP = st.lists(st.sampled_from(
    ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<ol>", "</li>", "<table>", "<tr>", "<td rowspan=3>", "<th colspan=9>", "</table>", "<h1>", "</h2>", "<dl>", "<dt>", "<dd>",
     "<pre>", "</pre>", "<sup>2</sup>", "<br>", "<b>", "</b>", "<nav>", "<main>", "</main>", "<article>", "<blockquote>", "<figcaption>", "<a href=#x>", "</a>", " cell ", "water", "\n", "Example 1",
     "<aside class=example>", "<script>", "</script>", "<svg>", "<math>", "&nbsp;", "&#0;", "<li value=x>", "<caption>", "<div role=heading aria-level=99>", "</div>"]
), max_size=40)  # fmt: skip


@SLOW
@given(MARKUP)
def test_random_markup(parts: list[str]) -> None:
    sound("".join(parts).encode(), "x.html")
    sound("".join(parts).encode(), "x.md")
    sound(epub({"a.xhtml": "".join(parts)}), "x.epub")


LINES = st.lists(st.sampled_from(
    ["# A", "1. one", "- two", "   - deep", "", "===", "---", "a | b", "a\tb", "   c   d", "TITLE", "Chapter 1", "The sea is calm", "_term_ is it.", "Objectives", "words that end-", "ing here.", "\f",
     "Contents ..... 3", "[^1]: note", "text[^1]", "```", "> q", "第一章", "水循环。", "* * *", "1.2 Osmosis", "***"]
), max_size=30)  # fmt: skip


@SLOW
@given(LINES)
def test_random_lines(lines: list[str]) -> None:
    sound("\n".join(lines).encode(), "x.txt")
    sound("\n".join(lines).encode(), "x.md")


@SLOW
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=12), st.sampled_from(["docx", "epub"]))
def test_damaged_archives(place: int, junk: bytes, kind: str) -> None:
    data = bytearray(WORD if kind == "docx" else BOOK)
    place %= len(data)
    data[place : place + len(junk)] = junk
    sound(bytes(data), f"x.{kind}")


@SLOW
@given(
    st.sampled_from(
        [
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
        ]
    ),
    st.binary(max_size=60),
    st.integers(0, 400),
)
def test_damaged_parts_of_a_word_document(part: str, junk: bytes, place: int) -> None:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        content = archive.read(part)
    sound(replaced(WORD, part, content[:place] + junk + content[place + len(junk) :]), "x.docx")


PAGE = pdf(
    "= Cells\nThe cell is the unit of life, and every cell comes from another.\n\n#table(columns: 2, [a], [b], [c], [d])"
)


@SLOW
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=20))
def test_damaged_pdfs(place: int, junk: bytes) -> None:
    data = bytearray(PAGE)
    place %= len(data)
    data[place : place + len(junk)] = junk
    try:
        holds_together(reading("x.pdf", found_here(bytes(data), "x.pdf")))
    except (BadInput, *limits.PARSER_FAILURES):
        pass  # the child turns the second kind into the first


@SLOW
@given(st.binary(max_size=400))
def test_random_pdfs(junk: bytes) -> None:
    try:
        found_here(b"%PDF-1.4\n" + junk, "x.pdf")
    except (BadInput, *limits.PARSER_FAILURES):
        pass


def test_every_format_says_what_it_is() -> None:
    assert len({f.module for f in FORMATS}) == len(FORMATS) == 6
    for known in FORMATS:
        assert known.title and known.endings and known.media


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(BOOK)
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 2_000_000_000)
    assert sound(bytes(data), "liar.epub") is None
