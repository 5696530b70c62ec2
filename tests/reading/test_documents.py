"""Text, Markdown, HTML, Word and EPUB read into what a person would say they hold."""

from __future__ import annotations

import time

import pytest

from tests.reading.kit import docx, epub, holds_together, shown
from tools.reading import read
from tools.reading.formats import choose

TEXT = """                      THE LIVING CELL
                      A short course

Objectives

By the end of this lesson, you will be able to:
- describe a cell
- explain osmosis

1. WHAT A CELL IS

A cell is the smallest unit of life. It was first seen by Robert Hooke in
1665, when he looked through a micro-
scope at a slice of cork.[1] The _nucleus_ keeps the plan.

1. Fill the glass with water.
2. Add salt to
   the water.
3. Wait.

Part        Job
nucleus     keeps the plan
membrane    lets water in

The sea is calm to-night.
The tide is full, the moon lies fair
Upon the straits; on the French coast, the light
Gleams, and is gone

Review questions

What is a cell?
"""
TEXT_READ = """title: THE LIVING CELL A short course
heading2 [objectives]: Objectives
paragraph [objectives]: By the end of this lesson, you will be able to:
item [objectives]: describe a cell
item [objectives]: explain osmosis
heading2: WHAT A CELL IS
paragraph: A cell is the smallest unit of life. It was first seen by Robert Hooke in 1665, when he looked through a microscope at a slice of cork. The nucleus keeps the plan.  <nucleus>
step: Fill the glass with water.
step: Add salt to the water.
step: Wait.
table*: Part | Job
table: nucleus | keeps the plan
table: membrane | lets water in
verse: The sea is calm to-night. / The tide is full, the moon lies fair / Upon the straits; on the French coast, the light / Gleams, and is gone
heading2 [questions]: Review questions
paragraph [questions]: What is a cell?"""

MARKDOWN = """---
title: "Cells"
lang: en
---
# The cell

A **cell** is the *smallest* unit of life.[^1] It holds 10^2 parts<sup>3</sup> and 5 m<sup>2</sup>.

## Key terms

- **osmosis**: movement of water
  - through a membrane
1. first
2. second

| Part | Job |
|---|---|
| nucleus | plan |

> Cells come from cells.

```python
print("x")

print("y")
```

### Example 2: a raisin

It swells. <script>alert(1)</script>

[^1]: Hooke, 1665.
"""
MARKDOWN_READ = """title: The cell
paragraph: A cell is the smallest unit of life. It holds 10^2 parts and 5 m².  <cell; smallest>
heading2 [terms]: Key terms
item [terms]: osmosis: movement of water  <osmosis>
item1 [terms]: through a membrane
step [terms]: first
step [terms]: second
table* [terms]: Part | Job
table [terms]: nucleus | plan
quote [terms]: Cells come from cells.
code [terms]: print("x") / print("y")
heading3 [example]: Example 2: a raisin
paragraph [example]: It swells.
note [example]: Hooke, 1665."""

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>The cell | Biology Online</title><style>p{}</style></head><body>
<header><h1>Biology Online</h1><nav><a href="/">Home</a></nav></header>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<div class="wrap"><main><article><h1>The cell</h1><p>A <b>cell</b> is the smallest unit of life.<sup class="reference"><a href="#n1">[1]</a></sup>
It measures 10<sup>2</sup> µm&nbsp;or less, H<sub>2</sub>O inside.</p>
<aside class="example"><p>A raisin swells in water.</p></aside><aside>Buy our book!</aside>
<h2>Steps</h2><ol><li>Fill.<ul><li>with <i>care</i></li></ul></li><li><p>Wait.</p><p>An hour.</p></li></ol>
<figure><img src="x.png" alt=""><figcaption>Figure 1. A cell.</figcaption></figure>
<table><caption>Sizes</caption><thead><tr><th>Part</th><th>Size</th></tr></thead><tr><td rowspan="2">nucleus</td><td>6</td></tr><tr><td>7</td></tr></table>
<dl><dt>Osmosis</dt><dd>the movement of water</dd></dl>
<p>Roses are red<br>Violets are blue<br>Sugar is sweet</p><pre>a = 1

b = 2</pre></article></main><div id="sidebar">More</div></div>
<div class="related-posts"><p>You may like this</p></div><footer>© 2020</footer><script>track()</script></body></html>"""
PAGE_READ = """title: The cell
paragraph: A cell is the smallest unit of life. It measures 10² µm or less, H2O inside.  <cell>
paragraph [example]: A raisin swells in water.
heading2: Steps
step: Fill.
item1: with care  <care>
step: Wait.
paragraph: An hour.
caption: Figure 1. A cell.
caption: Sizes
table*: Part | Size
table: nucleus | 6
table: nucleus | 7
item: Osmosis: the movement of water  <Osmosis>
verse: Roses are red / Violets are blue / Sugar is sweet
code: a = 1 / b = 2"""


def _word() -> bytes:
    def build(document: object) -> None:
        d: object = document
        d.core_properties.title = "A course on cells"
        d.add_heading("The cell", 0)
        d.add_heading("Learning objectives", 1)
        d.add_paragraph("describe a cell", style="List Bullet")
        d.add_paragraph("in words", style="List Bullet 2")
        d.add_heading("What it is", 1)
        p = d.add_paragraph("A ")
        p.add_run("cell").bold = True
        p.add_run(" is the smallest unit of life")
        p.add_run("1").font.superscript = True
        p.add_run(". It has 5 m")
        p.add_run("2").font.superscript = True
        p.add_run(" of skin.")
        d.add_paragraph("Fill the glass.", style="List Number")
        table = d.add_table(2, 3)
        for row, words in zip(
            table.rows, (("Part", "Job", "Size"), ("nucleus", "keeps the plan", "6 µm")), strict=True
        ):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
        for cell in table.rows[0].cells:
            cell.paragraphs[0].runs[0].bold = True
        d.add_paragraph("Table 1. Parts", style="Caption")
        d.add_paragraph("Cells come from cells.", style="Quote")
        hidden = d.add_paragraph("Seen. ")
        hidden.add_run("Hidden orders.").font.hidden = True

    return docx(build)


WORD_READ = """title: The cell
heading1 [objectives]: Learning objectives
item [objectives]: describe a cell
item1 [objectives]: in words
heading1: What it is
paragraph: A cell is the smallest unit of life. It has 5 m² of skin.  <cell>
step: Fill the glass.
table*: Part | Job | Size
table: nucleus | keeps the plan | 6 µm
caption: Table 1. Parts
quote: Cells come from cells.
paragraph: Seen."""


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        (TEXT.encode(), "cell.txt", TEXT_READ),
        (MARKDOWN.encode(), "cell.md", MARKDOWN_READ),
        (PAGE.encode(), "cell.html", PAGE_READ),
        (_word(), "cell.docx", WORD_READ),
    ],
    ids=["txt", "md", "html", "docx"],
)
def test_a_source_reads_as_it_was_written(data: bytes, name: str, wanted: str) -> None:
    got = read(data, name)
    holds_together(got)
    assert shown(got).split("\n") == wanted.split("\n")
    assert got.language == "en"


def test_a_book_follows_its_spine_and_leaves_out_its_navigation() -> None:
    chapters = {
        "two.xhtml": '<h1>Two</h1><p>Second part.<a epub:type="noteref" href="#n">4</a></p><section epub:type="glossary"><p>cell: a unit</p></section>',
        "nav.xhtml": "<nav><ol><li>One</li></ol></nav>",
        "one.xhtml": "<h1>One</h1><p>The first part of the book is about&nbsp;cells &amp; water.</p>",
    }
    got = read(
        epub(chapters, title="On cells", order=["nav.xhtml", "one.xhtml", "two.xhtml", "one.xhtml"]), "book.epub"
    )
    holds_together(got)
    assert got.title == "On cells"
    assert shown(got).split("\n") == [
        "heading1: One", "paragraph: The first part of the book is about cells & water.", "heading1: Two", "paragraph: Second part.",
        "paragraph [terms]: cell: a unit",
    ]  # fmt: skip


def test_an_epub_with_rights_management_is_refused_and_one_with_veiled_fonts_is_not() -> None:
    lock = '<encryption xmlns:enc="x"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
    body = {"a.xhtml": "<p>The cell is a unit of life.</p>"}
    with pytest.raises(Exception, match="rights management"):
        read(
            epub(body, **{"META-INF/encryption.xml": lock.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")}),
            "x.epub",
        )
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert read(epub(body, **{"META-INF/encryption.xml": fonts}), "x.epub").text


def test_a_missing_chapter_is_a_stated_loss() -> None:
    data = epub({"a.xhtml": "<p>The cell is a unit.</p>", "b.xhtml": "<p>x</p>"})
    got = read(data.replace(b"OEBPS/b.xhtml", b"OEBPS/c.xhtml"), "x.epub")
    assert got.losses == ("1 of the book's chapters are missing from its file.",)


GERMAN = (
    "Größe und Maß der Zelle. Die Zelle ist die kleinste Einheit des Lebens, und sie ist nicht größer als ein Korn."
)
CHINESE = "水循环\n\n水在海洋、空气和陆地之间不停地移动。这种移动叫做水循环。蒸发是液态水变成水蒸气的过程。"
FRENCH = "L’évaporation est le passage de l’état liquide à l’état gazeux, et elle dépend de la chaleur à la surface."
SPANISH = "¿Qué es una célula? La célula es la unidad más pequeña de la vida, y cada organismo está hecho de una o más."


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (GERMAN, "utf-8", "de"), (GERMAN, "utf-8-sig", "de"), (GERMAN, "utf-16", "de"), (GERMAN, "utf-16-le", "de"), (GERMAN, "utf-16-be", "de"),
        (GERMAN, "cp1252", "de"), (FRENCH, "cp1252", "fr"), (SPANISH, "latin-1", "es"), (CHINESE, "utf-8", "zh"), (CHINESE, "gb18030", "zh"),
        (CHINESE, "utf-16", "zh"), (FRENCH, "utf-8", "fr"), (SPANISH, "utf-32", "es"),
    ],
)  # fmt: skip
def test_encodings_and_languages_are_told(text: str, encoding: str, language: str) -> None:
    got = read(text.encode(encoding), "x.txt")
    assert got.text.split() == text.split()
    assert got.language == language and got.losses == ()


def test_declared_encodings_of_pages_are_followed() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body><p>{CHINESE[5:]}</p></body></html>'
    assert read(page.encode("gb18030"), "x.html").text == CHINESE[5:]


@pytest.mark.parametrize(
    ("language", "heading", "mark"),
    [
        ("en", "Learning Objectives", "objectives"), ("en", "2.4 Chapter Summary", "summary"), ("en", "Key Terms", "terms"),
        ("en", "Review Questions", "questions"), ("en", "References", "references"), ("en", "Table of Contents", "contents"),
        ("en", "Worked Example 3", "example"), ("en", "The summary judgment", ""), ("en", "Examples of power", ""),
        ("es", "Objetivos de aprendizaje", "objectives"), ("es", "Resumen", "summary"), ("es", "Términos clave", "terms"),
        ("es", "Preguntas de repaso", "questions"), ("es", "Bibliografía", "references"), ("es", "Índice", "contents"), ("es", "Ejemplo 2", "example"),
        ("de", "Lernziele", "objectives"), ("de", "3 Zusammenfassung", "summary"), ("de", "Fachbegriffe", "terms"), ("de", "Übungsaufgaben", "questions"),
        ("de", "Literaturverzeichnis", "references"), ("de", "Inhaltsverzeichnis", "contents"), ("de", "Beispiel 1", "example"),
        ("fr", "Objectifs d’apprentissage", "objectives"), ("fr", "À retenir", "summary"), ("fr", "Mots-clés", "terms"), ("fr", "Exercices", "questions"),
        ("fr", "Bibliographie", "references"), ("fr", "Table des matières", "contents"), ("fr", "Exemple 4", "example"),
        ("zh", "学习目标", "objectives"), ("zh", "本章小结", "summary"), ("zh", "关键术语", "terms"), ("zh", "思考题", "questions"),
        ("zh", "参考文献", "references"), ("zh", "目录", "contents"), ("zh", "例1", "example"), ("zh", "一、教学目标", "objectives"),
    ],
)  # fmt: skip
def test_sections_say_what_they_are_for(language: str, heading: str, mark: str) -> None:
    from tools.reading.marks import mark_of

    assert mark_of(heading, language) == mark


def test_a_section_ends_where_its_level_does() -> None:
    got = read(b"# A\n\n# Summary\n\none\n\n## Deeper\n\ntwo\n\n# After\n\nthree", "x.md")
    assert {got.words_of(b): b.mark for b in got.blocks if b.kind == "paragraph"} == {
        "one": "summary",
        "two": "summary",
        "three": "",
    }


def test_hyphens_at_line_ends_go_unless_the_text_writes_them() -> None:
    text = "The well-known cell divides and the pro-\nduct of a well-\nknown cell is one more self-\nmade cell, and it was made in 1990-\n1995."
    assert read(text.encode(), "x.txt").text == (
        "The well-known cell divides and the product of a well-known cell is one more self-made cell, and it was made in 1990-1995."
    )


def test_what_a_file_is_tells_more_than_its_name() -> None:
    assert choose(_word(), "x.txt").module == "docx"
    assert choose(epub({"a.xhtml": "<p>a</p>"}), "x").module == "epub"
    assert choose(b"%PDF-1.5 ...", "x.docx").module == "pdf"
    assert choose(b"# A", "x.md", "text/plain").module == "md"
    assert choose(b"<p>a", "x", "text/html; charset=utf-8").module == "html"


def test_a_long_text_takes_well_under_a_second_of_work() -> None:
    data = ("The cell is the smallest unit of life. " * 12 + "\n\n").encode() * 400
    began = time.process_time()
    read(data, "x.txt")
    assert time.process_time() - began < 10


def test_one_source_gives_one_reading() -> None:
    for data, name in ((TEXT.encode(), "a.txt"), (PAGE.encode(), "a.html"), (_word(), "a.docx")):
        assert read(data, name) == read(data, name)
