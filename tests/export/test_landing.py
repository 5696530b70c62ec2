"""The landing page: nothing active, nothing remote, readable by all, and the same every time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from tests.export.samples import PALETTE, photo
from tests.export.web import Reader, html_validate, looked_at, put, vnu
from tools.export.captions import Cue, vtt
from tools.export.colour import colours, contrast, mix, readable
from tools.export.landing import (
    Benefit,
    Film,
    Landing,
    Other,
    Proof,
    Shot,
    Track,
    landing_files,
    landing_page,
    landing_style,
    letters,
)  # fmt: skip
from tools.export.markup import headed, icon, json_script, numerals, safe_url
from tools.export.webfont import woff2

ICON = '<path d="M40,40H216V216H40Z"/><circle cx="128" cy="128" r="20" fill="none" stroke="currentColor"/>'
FONT = Path("tools/design/data/fonts/outfit-bold.ttf")
EN = Landing(
    language="en",
    brand="SunSip",
    headline="Six hours of <b>sun</b> & light",
    style="style.css",
    sub='A lantern <script>alert("x")</script> that needs no batteries.',
    kicker="Solar camping lantern",
    offer="15% off until 30 June",
    cta="Get yours",
    url="https://sunsip.example/lantern?a=1&b=2",
    hero=Shot("hero.png", 'A lantern "at dusk"', 320, 180),
    benefits=(Benefit("Runs on sunlight", ICON, "Panel on the lid"), Benefit("Weighs 180 g")),
    proofs=(Proof("Charges in 6 hours of sun", "spec sheet"), Proof("3-year warranty")),
    film=Film("film.mp4", "poster.png", 320, 180, tracks=(Track("film.vtt", "en"),)),
    story=("The light goes.", "Yours does not."),
    legal=("Measured at 20 °C.",),
    notice="Made with software.",
    others=(Other("en", "index.html"), Other("ar", "ar.html")),
    product={"name": "SunSip </script><script>alert(1)</script>", "brand": "SunSip", "url": "javascript:alert(1)"},
)
AR = replace(EN, language="ar", headline="ست ساعات من الشمس", film=None, url="example.org/no-scheme", product=None)
BARE = Landing(language="zh", brand="", headline="只有一行", style="style.css")
PAGES = {"index.html": EN, "ar.html": AR, "bare.html": BARE}


def film() -> bytes:
    """A second of gradient, as H.264."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-loglevel",
        "error",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=320x180:r=10:d=1",
    ]
    command += ["-pix_fmt", "yuv420p", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("site")
    fonts = {"display": woff2(FONT.read_bytes(), letters(EN))} if FONT.exists() else {}
    put(folder, landing_files(PAGES, PALETTE, fonts))
    put(
        folder,
        {"hero.png": photo(), "poster.png": photo(), "film.mp4": film(), "film.vtt": vtt([Cue(0, 1, "Sun")], "en")},
    )
    yield folder


def test_words_are_text_and_never_markup() -> None:
    page = Reader(landing_page(EN))
    assert EN.headline in page.text and EN.sub in page.text
    assert [a.get("type") for a in page.all("script")] == ["application/ld+json"]
    assert not [k for _, a in page.tags for k in a if k.startswith("on") or k == "style"]


def test_data_for_machines_holds_given_facts_alone() -> None:
    (script,) = Reader(landing_page(EN)).scripts
    data = json.loads(script)
    assert data["name"] == EN.product["name"] and data["brand"] == {"@type": "Organization", "name": "SunSip"}
    assert set(data) == {"@context", "@type", "name", "brand", "image"}


def test_nothing_is_loaded_from_elsewhere() -> None:
    for page in PAGES.values():
        read = Reader(landing_page(page))
        assert all("//" not in link for link in read.links() if link != EN.url)
        (csp,) = [a["content"] for a in read.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
        assert csp and csp.startswith("default-src 'none'") and "unsafe" not in csp and "http" not in csp
    assert b"//" not in landing_style(PALETTE).replace(b"://", b"//")


def test_language_and_direction() -> None:
    page = Reader(landing_page(AR))
    assert page.all("html") == [{"lang": "ar", "dir": "rtl"}]
    assert [a.get("aria-current") for a in page.all("a") if a.get("hreflang")] == [None, "page"]
    assert {"lang": "en", "dir": "ltr"}.items() <= page.all("h2")[0].items()


def test_landmarks_headings_and_alternatives() -> None:
    page = Reader(landing_page(EN))
    names = [name for name, _ in page.tags]
    assert names.count("h1") == names.count("main") == names.count("header") == names.count("footer") == 1
    assert all(a.get("alt") for a in page.all("img"))
    assert page.all("track") == [
        {"kind": "captions", "src": "film.vtt", "srclang": "en", "label": "English", "default": None}
    ]


def test_a_link_that_leads_nowhere_is_text() -> None:
    page = Reader(landing_page(AR))
    assert "example.org/no-scheme" in page.text
    assert not [a for a in page.all("a") if "button" in (a.get("class") or "")]


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://a.example/x?y=1#z", True), ("http://a.example", True), ("mailto:a@b.example", True), ("tel:+441234", True),
        ("javascript:alert(1)", False), (" java\nscript:alert(1)", False), ("data:text/html,x", False), ("//a.example", False),
        ("file:///etc/passwd", False), ("https://", False), ("a.example", False), ('https://a.example/"x', False),
        ("https://a.example:bad", False), ("", False), ("https:///x", False), ("HTTPS://a.example", True),
    ],
)  # fmt: skip
def test_only_links_to_pages_mail_and_telephone(url: str, good: bool) -> None:
    assert bool(safe_url(url)) is good


@pytest.mark.parametrize("path", ["/root/x.png", "https://a.example/x.png", "C:\\x.png", "", "//a.example/x", "a\nb"])
def test_a_picture_from_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(BadInput):
        landing_page(replace(EN, hero=Shot(path, "x", 1, 1)))


def test_an_icon_holds_shapes_alone() -> None:
    bad = '<path d="M0,0" onclick="x()" style="fill:url(http://a)"/><script>x</script><image href="http://a"/><a href="javascript:x"/>'
    assert str(icon(bad)).count('<path d="M0,0"></path>') == 1
    assert not any(word in str(icon(bad)) for word in ("script", "href", "onclick", "style", "image"))
    with pytest.raises(BadInput):
        icon('<!DOCTYPE x [<!ENTITY a "b">]><path d="&a;"/>')
    with pytest.raises(BadInput):
        icon("<path")


@given(st.text(max_size=80))
def test_json_cannot_end_its_element(text: str) -> None:
    out = str(json_script({"x": text.encode("utf-8", "replace").decode()}))
    assert "<" not in out and ">" not in out and "&" not in out
    assert json.loads(out)["x"] == text.encode("utf-8", "replace").decode()


def test_headings_break_between_sentences_and_chinese_words() -> None:
    assert str(headed("潮汐夜市，周五开到凌晨")).endswith('<span class="clause">周五<wbr>开到<wbr>凌晨</span>')
    assert str(headed("Der Beleg verblasst. Die Frage nicht.")).count("clause") == 2
    assert str(headed("bis 31. Januar <b>")) == "bis 31.\u00a0Januar &lt;b&gt;"


def test_figures_are_marked() -> None:
    assert str(numerals("4.8 of 5 by 1,240 & more")) == (
        '<b class="figure">4.8</b> of <b class="figure">5</b> by <b class="figure">1,240</b> &amp; more'
    )


COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(max_examples=60)
@given(COLOUR, st.sampled_from(("#ffffff", "#000000")), COLOUR, COLOUR, COLOUR, COLOUR)
def test_text_can_be_read_on_any_palette(
    tint: str, end: str, ink: str, accent: str, accent_ink: str, deep: str
) -> None:
    # Grounds are light or dark and surfaces stand near them, as in every palette that the house makes.
    bg = mix(tint, end, 0.85)
    palette = PALETTE.model_copy(
        update={"bg": bg, "surface": bg, "ink": ink, "accent": accent, "accent_ink": accent_ink, "deep": deep}
    )
    c = colours(palette)
    assert contrast(c["ink"], c["bg"]) >= 4.5 and contrast(c["muted"], c["bg"]) >= 4.5
    assert contrast(c["accent-ink"], c["accent"]) >= 4.5
    assert contrast(c["light"], c["deep"]) >= 4.5 and contrast(c["quiet-light"], c["deep"]) >= 4.5
    assert contrast(c["accent-text"], c["bg"]) >= 4.5


def test_a_colour_that_can_be_read_is_left_alone() -> None:
    assert readable("#12263a", "#ffffff") == "#12263a"
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_same_page_every_time() -> None:
    assert landing_page(EN) == landing_page(EN)
    if FONT.exists():
        first = woff2(FONT.read_bytes(), "abc")
        assert first == woff2(FONT.read_bytes(), "abc") and first[:4] == b"wOF2" and len(first) < 6000


@pytest.mark.needs("node:axe")
def test_a_browser_finds_nothing_amiss(site: Path) -> None:
    for seen in looked_at(site, *PAGES):
        assert not seen["foreign"] and not seen["errors"] and not seen["broken"] and not seen["scripts"], seen
        assert seen["violations"] == [] and seen["overflow"] == 0, seen
        assert seen["cues"] == seen["tracks"]


@pytest.mark.needs("node:axe")
def test_the_browser_check_can_fail(tmp_path: Path) -> None:
    bad = landing_page(EN).replace(b'lang="en" dir', b"dir").replace(b"'self'", b"* 'unsafe-inline'")
    bad = bad.replace(b"<main", b'<img src="http://127.0.0.1:9/x.png"><script>throw 1</script><main')
    put(tmp_path, {"bad.html": bad})
    seen = looked_at(tmp_path, "bad.html")[0]
    assert (
        seen["foreign"] == ["http://127.0.0.1:9/x.png"] and seen["errors"] and seen["broken"] and seen["scripts"] == 1
    )
    assert {"html-has-lang", "image-alt"} <= {v["id"] for v in seen["violations"]}


@pytest.mark.needs("node:html-validate")
def test_html_validate_agrees(site: Path, tmp_path: Path) -> None:
    assert html_validate(*(site / page for page in PAGES)) == ""
    put(tmp_path, {"bad.html": landing_page(EN).replace(b"alt=", b"data-alt=")})
    assert "wcag/h37" in html_validate(tmp_path / "bad.html")


@pytest.mark.needs("node:vnu-jar")
def test_the_nu_checker_agrees(site: Path, tmp_path: Path) -> None:
    put(tmp_path, {"bad.html": landing_page(EN).replace(b"</h1>", b"</h2>")})
    found = vnu(*(site / page for page in PAGES), site / "style.css", tmp_path / "bad.html")
    assert found.count("bad.html") == len(found.strip().split("\n")) > 0


def test_without_a_page_there_is_no_dead_button() -> None:
    plain = replace(EN, url="", cta="Come by on Friday", brand="", logo=None, legal=(), notice="", others=())
    page = Reader(landing_page(plain))
    assert not [a for a in page.all("a") if "button" in str(a.get("class"))] and "button" not in page.text
    assert "Come by on Friday" in page.text
    assert not page.all("header") and not page.all("footer")
    silent = landing_page(replace(plain, cta="", offer="")).decode()
    assert 'class="act"' not in silent and 'class="close"' not in silent
    called = Reader(landing_page(replace(plain, url="tel:+34985123456", contact="+34 985 12 34 56")))
    assert called.all("a")[-1]["href"] == "tel:+34985123456" and "+34 985 12 34 56" in called.text


def test_the_font_has_every_letter_that_the_page_shows() -> None:
    page = replace(BARE, language="fr", headline="œuvre", kicker="été", film=Film("f.mp4", "p.png", 3, 2, title="Żubr"))
    assert set("œuvreéÉŻM") <= set(letters(page))


def test_chinese_paragraphs_break_between_words() -> None:
    page = landing_page(
        replace(BARE, sub="八十六个摊位，鱼丸汤十二元一碗", proofs=(Proof("每晚两支本地乐队演出，满100元减20元"),))
    ).decode()
    assert "八十六个<wbr>摊位，<wbr>鱼丸汤<wbr>十二元<wbr>一碗" in page and "乐队<wbr>演出" in page


def test_a_script_that_the_faces_lack_comes_with_the_page() -> None:
    sheet = landing_style(
        PALETTE, {"display": "fonts/display.woff2", "display-more": "fonts/display-more.woff2"}
    ).decode()
    assert '--font-display:"display","display-more",var(--system)' in sheet and "--font-text:var(--system)" in sheet
    assert 'url("fonts/display-more.woff2")' in sheet
