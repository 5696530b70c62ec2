"""Active and remote content: every known way in, and the pages and drawings of ours that must pass."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.findings import Severity
from tests.export.samples import PALETTE, deck
from tests.export.test_landing import AR, BARE, EN
from tools.checks.active import active
from tools.export.copydeck_docx import copy_deck_docx
from tools.export.landing import landing_page, landing_style

HTML = {
    "a script": "<script>alert(1)</script>",
    "a script of a file": '<script src="x.js"></script>',
    "a module": '<script type="module">1</script>',
    "data that loads": '<script type="application/ld+json" src="x.js"></script>',
    "a handler": '<img src="a.png" onerror="x()">',
    "a handler in capitals": '<BODY ONLOAD="x()">',
    "a script link": '<a href="javascript:alert(1)">x</a>',
    "a hidden script link": '<a href=" java&#10;script&colon;alert(1)">x</a>',
    "a data link": '<a href="data:text/html,<script>1</script>">x</a>',
    "a remote picture": '<img src="https://a.example/x.png">',
    "a picture without scheme": '<img src="//a.example/x.png">',
    "a backslash": '<img src="\\\\a.example\\x">',
    "a remote set": '<img srcset="a.png 1x, https://a.example/b.png 2x">',
    "a remote font": '<link rel="stylesheet" href="https://fonts.example/css">',
    "a connection ahead": '<link rel="preconnect" href="fonts">',
    "a remote poster": '<video poster="http://a.example/p.png"></video>',
    "a remote track": '<track src="ftp://a.example/x.vtt">',
    "a frame": '<iframe src="a.html"></iframe>',
    "a frame's own page": '<iframe srcdoc="x"></iframe>',
    "an object": '<object data="x.swf"></object>',
    "a base": '<base href="/">',
    "a form": '<form action="x"><input></form>',
    "a refresh": '<meta http-equiv="Refresh" content="0;url=http://a.example">',
    "a style import": "<style>@import 'a.css';</style>",
    "a style that loads": "<style>p{background:url( 'https://a.example/x' )}</style>",
    "an escaped style": "<style>p{background:url(\\68ttps://a.example/x)}</style>",
    "a style attribute": '<p style="background:url(//a.example/x)">x</p>',
    "a drawing's script": "<svg><script>1</script></svg>",
    "a foreign object": "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "a use from elsewhere": '<svg><use xlink:href="http://a.example/#x"/></svg>',
    "an animated link": '<svg><animate attributeName="href" values="javascript:1"/></svg>',
    "a ping": '<a href="a.html" ping="https://a.example">x</a>',
}
SVG = {
    "an entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    "a document type": '<!DOCTYPE svg PUBLIC "x" "http://a.example/svg.dtd"><svg/>',
    "a style sheet": '<?xml-stylesheet href="http://a.example/x.css"?><svg/>',
    "data as a script": '<svg><script type="application/ld+json">{}</script></svg>',
    "a link": '<svg><a href="https://a.example"><path d="M0,0"/></a></svg>',
    "a remote picture": '<svg><image href="https://a.example/x.png"/></svg>',
    "a drawing as a picture": '<svg><image href="data:image/svg+xml,x"/></svg>',
    "a remote fill": '<svg><path fill="url(http://a.example/#g)"/></svg>',
    "a named space": '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:script>1</svg:script></svg:svg>',
}


@pytest.mark.parametrize("what", HTML)
def test_active_pages_are_blocked(what: str) -> None:
    found = active("web/index.html", f"<!DOCTYPE html><html><body>{HTML[what]}</body></html>".encode())
    assert found and all(f.severity is Severity.BLOCK and f.check == "P1.active" for f in found), what


@pytest.mark.parametrize("what", SVG)
def test_active_drawings_are_blocked(what: str) -> None:
    assert active("a.svg", SVG[what].encode()), what


@pytest.mark.parametrize(
    "css", ["@import url(x.css)", "p{b:url(https://a.example)}", "p{behavior:url(x)}", "p{b:expression(1)}"]
)
def test_style_sheets_that_load_are_blocked(css: str) -> None:
    assert active("style.css", css.encode())


def test_pages_of_ours_pass() -> None:
    for page in (EN, AR, BARE):
        assert active("index.html", landing_page(page)) == ()
    assert active("style.css", landing_style(PALETTE, {"display": "fonts/display.woff2"})) == ()


def test_drawings_of_ours_pass() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs><linearGradient id="b1"/></defs>'
        '<style>.a{fill:url(#b1)}</style><rect class="a" fill="url(#b1)" filter="url(\'#b2\')"/><use xlink:href="#x"/>'
        '<image href="data:image/png;base64,iVBORw0KGgo="/><title>on time: a https://a.example story</title></svg>'
    )
    assert active("a.svg", svg.encode()) == ()


def test_links_that_a_reader_follows_pass() -> None:
    page = '<html><a href="https://a.example">x</a><a href="mailto:a@b.example">y</a><a href="#top">z</a><a href="de.html">d</a></html>'
    assert active("a.html", page.encode()) == ()


def test_a_page_is_known_by_what_it_is() -> None:
    assert active("notes.txt", b"<!DOCTYPE html><script>1</script>") and active("x", b"<svg onload='x'/>")
    assert active("a.txt", b"The <script> tag is a word here") == ()
    assert active("run.js", b"1")


def test_documents_are_opened() -> None:
    whole = copy_deck_docx(deck())
    assert active("deck.docx", whole) == ()

    def changed(name: str, data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
            for member in source.namelist():
                target.writestr(member, source.read(member))
            target.writestr(name, data)
        return out.getvalue()

    rel = b'<Relationships><Relationship Id="r" Type="http://x/relationships/%s" Target="http://a.example/x" TargetMode="External"/></Relationships>'
    assert active("d.docx", changed("word/_rels/x.xml.rels", rel % b"image"))
    assert active("d.docx", changed("word/_rels/x.xml.rels", rel % b"hyperlink")) == ()
    assert active("d.docx", changed("word/vbaProject.bin", b"x"))
    assert active("d.docx", whole[:60])


@given(st.text(alphabet="<>/='\" &;:svgacriptonhef#!-[]x", max_size=200))
def test_any_markup_can_be_read(text: str) -> None:
    assert isinstance(active("a.html", text.encode()), tuple)
    assert isinstance(active("a.svg", text.encode()), tuple)
