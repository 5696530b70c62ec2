"""The campaign e-mail: words stay words, mail programs can show it, and a second compiler reads the source alike."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from tests.export.samples import PALETTE, photo
from tests.export.web import Reader, looked_at, put
from tests.needs import CLIENTS, node
from tools.export.email import (
    ADDRESS,
    MAX_HTML,
    UNSUBSCRIBE,
    Email,
    email_html,
    email_mjml,
    fitting,
    link,
    subjects,
)  # fmt: skip
from tools.export.email_message import email_eml
from tools.export.email_text import email_text
from tools.export.landing import Proof, Shot
from tools.export.pictures import jpeg, logo_png, png_size

EN = Email(
    language="en",
    brand="SunSip",
    palette=PALETTE,
    headline="Six hours of <b>sun</b> & light",
    subjects=("All night on one day of sun", "Light, without batteries"),
    preheader="A lantern for the tent",
    lead='A lantern <script>alert("x")</script> that needs no batteries.',
    body=("The light goes.", "Yours does {{ user.password }} not *|FNAME|* {% if x %}."),
    benefits=("Runs on sunlight", "Weighs 180 g"),
    proofs=(Proof("Charges in 6 hours of sun", "spec <sheet>"), Proof("3-year warranty", "contract, page 2")),
    offer="15% off until 30 June",
    cta="Get yours",
    url="https://sunsip.example/lantern?a=1&b=2#buy",
    campaign="sunsip-summer",
    closing="See you outside.",
    legal=("Measured at 20 °C.",),
    hero=Shot("media/hero.jpg", 'A lantern "at dusk"', 600, 338),
    logo=Shot("media/logo.png", "SunSip", 120, 40),
)
ZH = replace(
    EN, language="zh", headline="晒六小时，亮一整夜", lead="不用电池的灯。", body=("天黑了。",), hero=None, logo=None
)
AR = replace(EN, language="ar", headline="ست ساعات من الشمس", lead="فانوس لا يحتاج إلى بطاريات.", offer="")
BARE = Email(language="de", brand="", palette=PALETTE, headline="Nur eine Zeile")
MAILS = {"en": EN, "zh": ZH, "ar": AR, "bare": BARE}
HUGE = replace(
    EN,
    headline="Lang " * 80,
    lead="Ein sehr langer Satz. " * 400,
    body=("Absatz mit vielen Wörtern. " * 700,) * 30,
    benefits=("Ein Vorteil, der nicht enden will. " * 10,) * 40,
    proofs=(Proof("Eine Tatsache. " * 600, "Quelle " * 60),) * 60,
)


def words(html: bytes | str) -> str:
    """Everything that a reader could see, without the filler behind the preheader."""
    text = Reader(html if isinstance(html, bytes) else html.encode()).text
    return "".join(c for c in text if c not in " \n\u034f\u200c\xa0")


def test_words_are_text_and_never_markup() -> None:
    page = Reader(email_html(EN))
    assert EN.headline in page.text and EN.lead in page.text and "spec <sheet>" in page.text
    assert not page.all("script") and not page.all("form")
    assert not [k for _, a in page.tags for k in a if k.startswith("on")]


def test_words_of_a_brief_are_no_merge_tags() -> None:
    for shown in (email_html(EN).decode(), email_mjml(EN), email_text(EN)):
        left = shown.replace(UNSUBSCRIBE, "").replace(ADDRESS, "")
        assert not [tag for tag in ("{{", "{%", "{#", "*|") if tag in left.split("<body")[-1]]
        assert UNSUBSCRIBE in shown and ADDRESS in shown
        assert "user.password" in shown


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_words_compile(text: str) -> None:
    mail = replace(BARE, headline=text, lead=text, offer=text, body=(text,), proofs=(Proof(text, text),), brand=text)
    page = Reader(email_html(mail))
    assert not page.all("script") and [a["href"] for a in page.all("a")] == [UNSUBSCRIBE]
    assert email_text(mail).endswith("\n") and all(subjects(mail))


def test_the_buttons_say_where_a_visit_came_from() -> None:
    parts = urlsplit(link(EN, "top"))
    assert parts.fragment == "buy" and parse_qs(parts.query) == {
        "a": ["1"], "b": ["2"], "utm_source": ["newsletter"], "utm_medium": ["email"], "utm_campaign": ["sunsip-summer"],
        "utm_content": ["top"],
    }  # fmt: skip
    buttons = [a["href"] for a in Reader(email_html(EN)).all("a")]
    assert buttons == [link(EN, "top"), link(EN, "top"), link(EN, "closing"), UNSUBSCRIBE]


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_mailbox_may_stand_behind_a_button_and_a_script_may_not(url: str, wanted: str) -> None:
    assert link(replace(EN, url=url), "top") == wanted


def test_nothing_is_loaded_from_elsewhere() -> None:
    for mail in MAILS.values():
        page = Reader(email_html(mail))
        assert {a["src"] for a in page.all("img")} <= {"media/hero.jpg", "media/logo.png"}
        assert not page.all("link") and b"@import" not in email_html(mail) and b"fonts.g" not in email_html(mail)


def test_language_direction_and_alternatives() -> None:
    html = Reader(email_html(AR)).all("html")[0]
    assert (html["lang"], html["dir"]) == ("ar", "rtl")
    assert [a["alt"] for a in Reader(email_html(EN)).all("img")] == ["SunSip", 'A lantern "at dusk"']
    assert {"lang": "en"}.items() <= Reader(email_html(AR)).all("a")[-1].items(), "its own words are in English there"


def test_the_longest_brief_is_not_clipped() -> None:
    assert len(email_html(HUGE)) <= MAX_HTML < 102 * 1024
    kept = fitting(HUGE)
    assert kept.legal == HUGE.legal and kept.lead.endswith("…") and fitting(EN) is EN


def test_a_picture_from_elsewhere_is_refused() -> None:
    with pytest.raises(BadInput):
        email_mjml(replace(EN, hero=Shot("https://a.example/x.png", "x", 1, 1)))


def test_plain_text_says_the_same() -> None:
    text = email_text(EN)
    for wanted in (
        EN.headline,
        "15% off",
        link(EN, "closing"),
        "(Source: spec <sheet>)",
        "Measured at 20 °C.",
        UNSUBSCRIBE,
    ):
        assert wanted in text
    assert max(len(line) for line in text.split("\n") if "://" not in line) <= 72
    assert "来源：spec" in email_text(ZH)


def test_subjects_fit_one_line() -> None:
    assert subjects(EN) == EN.subjects
    assert subjects(replace(EN, subjects=("a\r\nBcc: x@y.example",))) == ("a Bcc: x@y.example",)
    assert subjects(BARE) == ("Nur eine Zeile",) and subjects(replace(BARE, headline=" ")) == ("–",)


def test_the_message_opens_with_both_alternatives() -> None:
    pictures = {"media/hero.jpg": jpeg(photo(), 1200, 675), "media/logo.png": photo(240, 80)}
    data = email_eml(EN, pictures)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == EN.subjects[0] and message["From"] is None and message["Date"] is None
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None and plain.get_content().strip().replace("\r", "") == email_text(EN).strip()
    assert page is not None
    related = {part["Content-ID"].strip("<>"): part for part in message.walk() if part["Content-ID"]}
    shown = [a["src"].removeprefix("cid:") for a in Reader(page.get_content().encode()).all("img") if a["src"]]
    assert sorted(shown) == sorted(related) and len(related) == 2
    assert related[shown[1]].get_content() == pictures["media/hero.jpg"]
    assert data == email_eml(EN, pictures) and b"\n" not in data.replace(b"\r\n", b"")


def test_a_message_without_pictures() -> None:
    message = email.message_from_bytes(email_eml(ZH, {}), policy=email.policy.default)
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert message["Subject"] == EN.subjects[0]


def test_pictures_for_mail() -> None:
    picture = jpeg(photo(), 1200, 675)
    assert picture == jpeg(photo(), 1200, 675) and picture[:2] == b"\xff\xd8"
    assert png_size(logo_png(photo(320, 180), "image/png", 440, 128)) == (228, 128)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = tmp_path_factory.mktemp("mail")
    put(out, {f"{name}.html": email_html(mail) for name, mail in MAILS.items()})
    put(out, {f"{name}.mjml": email_mjml(mail).encode() for name, mail in MAILS.items()})
    put(out, {"media/hero.jpg": jpeg(photo(), 1200, 675), "media/logo.png": photo(240, 80)})
    yield out


@pytest.mark.needs("node:mjml")
@pytest.mark.parametrize("name", MAILS)
def test_mjmls_own_compiler_accepts_the_source_and_says_the_same(folder: Path, name: str) -> None:
    done = node(str(CLIENTS / "mjml.mjs"), str(folder / f"{name}.mjml"))
    assert done.returncode == 0, done.stderr
    assert words(done.stdout) == words((folder / f"{name}.html").read_bytes())
    ours, theirs = Reader((folder / f"{name}.html").read_bytes()), Reader(done.stdout.encode())
    assert [a["href"] for a in ours.all("a")] == [a["href"] for a in theirs.all("a")]


@pytest.mark.needs("node:mjml")
def test_mjmls_own_compiler_can_say_no(tmp_path: Path) -> None:
    bad = email_mjml(EN).replace("<mj-button ", '<mj-button colour="red" ')
    put(tmp_path, {"bad.mjml": bad.encode()})
    done = node(str(CLIENTS / "mjml.mjs"), str(tmp_path / "bad.mjml"))
    assert done.returncode == 1 and "colour" in done.stderr


@pytest.mark.needs("node:axe")
def test_a_browser_shows_it_at_any_width(folder: Path) -> None:
    for seen in looked_at(folder, *(f"{name}.html" for name in MAILS)):
        assert not seen["foreign"] and not seen["errors"] and not seen["broken"] and seen["overflow"] == 0, seen
        ids = {v["id"] for v in seen["violations"]} - {"region", "landmark-one-main", "page-has-heading-one"}
        assert ids == set(), seen["violations"]


def test_chinese_words_do_not_wrap_and_a_mail_without_a_page_has_a_line() -> None:
    mail = replace(
        EN, language="zh", url="", cta="周末来逛", brand="", logo=None, headline="八十六个摊位，鱼丸汤十二元一碗"
    )
    page = email_html(mail).decode()
    assert '<span class="w">八十六个</span><span class="w">摊位，</span><span class="w">鱼丸汤</span>' in page
    assert "white-space: nowrap" in page and "周末" in page and "utm_" not in page
    called = replace(mail, url="tel:02162345678", contact="021-6234-5678")
    assert "tel:02162345678" in email_html(called).decode()
    assert "021-6234-5678" in email_text(called) and "tel:" not in email_text(called)
