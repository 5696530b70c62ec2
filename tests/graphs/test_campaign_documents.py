"""What e-mail, press sheet and brand kit take from a campaign: written parts where there are some, else its other texts."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping

import pytest

from agents.kind import Dossier, Member
from core.asset import Asset, Blob, Origin
from core.brief import Attachment, Brand, Brief, Fact, Localised
from core.copydeck import Cite, Copy, Piece
from core.direction import Direction
from core.plan import Plan
from graphs.kinds.campaign import brand, house, mail, press, web
from graphs.kinds.campaign.words import untold, words
from tests.export.samples import PALETTE, photo

BRIEF = Brief(
    title="SunSip summer",
    product="SunSip, a solar-powered camping lantern",
    languages=("en", "de"),
    brand=Brand(name="SunSip", colours=("#f2a33a",), legal=("Measured at 20 °C.",), logo="logo.png"),
    facts=(Fact(id="f1", text="Runs for 12 hours", source="data sheet"), Fact(id="f2", text="Weighs 240 g")),
    offer="15% off",
    cta="Shop the lantern",
    url="https://sunsip.example",
    translations={"de": Localised(offer="15 % Rabatt", cta="Laterne kaufen", facts={"f1": "Leuchtet 12 Stunden"}, legal=("Gemessen bei 20 °C.",))},
    attachments=(Attachment(name="logo.png", digest="0" * 64, media="image/png"),),
)  # fmt: skip
DIRECTION = {"family": "split", "palette": PALETTE.model_dump(), "display": "outfit-bold", "text": "outfit-regular"}
TEXTS = {
    "headlines": [("", "The sun sets. The evening stays."), ("", "Light for {{ everyone }}")],
    "sub": [("", "A lantern for the tent.")],
    "bullets": [("", "Runs on sunlight"), ("", "Weighs 240 g")],
    "long": [("", "It gets dark.\n\n15% off.\n\nYou stay.")],
}
EMAIL = [("subject", "Tonight, outside"), ("subject", "One sun, one night"), ("preheader", "A look inside"),
         ("lead", "Dear camper,"), ("body", "First."), ("body", "Second."), ("closing", "See you there.")]  # fmt: skip
PRESS = [
    ("headline", "Lantern for the summer"),
    ("lead", "Where and what."),
    ("body", "How."),
    ("boilerplate", "SunSip is a maker."),
]


class Shelf:
    """Assets of texts and pictures, and their bytes."""

    def __init__(self, texts: Mapping[str, list[tuple[str, str]]], hero: bool = True) -> None:
        self.blobs: dict[str, bytes] = {"0" * 64: photo(200, 80)}
        self.assets: dict[str, Asset] = {}
        for slot, pieces in texts.items():
            role, language = slot.split(".")
            copy = Copy(language=language, role=role, pieces=tuple(Piece(role=r, text=t) for r, t in pieces))
            self.put(slot, "json", copy.model_dump_json().encode(), "application/json")
        if hero:
            self.put("picture.hero", "png", photo(640, 360), "image/png")

    def put(self, slot: str, part: str, data: bytes, media: str) -> None:
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[digest] = data
        blob = Blob(digest=digest, size=len(data), media=media)
        self.assets[slot] = Asset(slot=slot, key=digest, main=part, parts={part: blob}, origin=Origin(backend="x:y"))

    def job(self, brief: Brief = BRIEF) -> Dossier:
        plan = Plan(kind="campaign", title=brief.title, slots=(), direction=DIRECTION)
        return Dossier(brief, plan, self.assets, {}, self.blobs.__getitem__)


def shelf(*more: tuple[str, list[tuple[str, str]]], hero: bool = True) -> Shelf:
    texts = {f"{role}.{lang}": pieces for role, pieces in TEXTS.items() for lang in ("en", "de")}
    return Shelf({**texts, **dict(more)}, hero)


def files(members: Iterator[Member]) -> dict[str, Member]:
    out = {m.path: m for m in members}
    assert all(m.data for m in out.values())
    return out


def test_without_own_words_the_campaigns_other_texts_step_in() -> None:
    said = words(shelf().job(), "email", "en")
    assert said.headlines[0].startswith("The sun sets") and said.sub == "A lantern for the tent."
    assert said.story == ("It gets dark.", "You stay."), "a paragraph that only repeats the offer is left out"
    assert said.parts == {} and said.first("lead", "x") == "x" and said.all("body") == ()


def test_written_parts_are_used() -> None:
    made = files(mail.pages(shelf(("email.en", EMAIL), ("press.en", PRESS)).job()))
    text = made["email/en/campaign.txt"].data.decode()  # type: ignore[union-attr]
    assert all(t in text for r, t in EMAIL if r not in ("subject", "preheader")) and "It gets dark" not in text
    assert made["email/en/subjects.txt"].data == b"Tonight, outside\nOne sun, one night\n"
    assert made["email/en/campaign.html"].slot == "email.en" and made["email/de/campaign.html"].slot == ""
    assert "It gets dark" in made["email/de/campaign.txt"].data.decode()  # type: ignore[union-attr]


def test_an_email_for_each_language_in_its_own_words() -> None:
    made = files(mail.pages(shelf().job()))
    assert sorted(made) == sorted(
        ["email/HOW-TO-SEND.txt"]
        + [f"email/{lang}/{name}" for lang in ("en", "de")
           for name in ("campaign.mjml", "campaign.html", "campaign.txt", "campaign.eml", "subjects.txt", "media/hero.jpg", "media/logo.png")]
    )  # fmt: skip
    german = made["email/de/campaign.txt"].data.decode()  # type: ignore[union-attr]
    for wanted in ("15 % Rabatt", "Laterne kaufen:", "Leuchtet 12 Stunden (Quelle: data sheet)", "Gemessen bei 20 °C."):
        assert wanted in german
    assert "utm_campaign=sunsip-summer" in german and "240 g (" not in german


def test_a_press_sheet_for_each_language() -> None:
    import docx

    made = files(press.pages(shelf(("press.en", PRESS)).job()))
    assert sorted(made) == [f"press/{lang}/press-sheet.{end}" for lang in ("de", "en") for end in ("docx", "pdf")]
    text = {lang: "\n".join(p.text for p in docx.Document(io.BytesIO(made[f"press/{lang}/press-sheet.docx"].data)).paragraphs) for lang in ("en", "de")}  # type: ignore[arg-type]  # fmt: skip
    assert all(t in text["en"] for _, t in PRESS) and "Weighs 240 g" in text["en"]
    assert "Über SunSip" in text["de"] and BRIEF.product in text["de"]
    assert made["press/en/press-sheet.pdf"].slot == "press.en"


def test_the_kit_holds_logo_palette_and_faces_with_licences() -> None:
    made = files(brand.pages(shelf().job()))
    assert "brand/logo/logo-as-given.png" in made and "brand/logo/logo.png" in made
    assert not [p for p in made if "wordmark" in p]
    assert {"brand/fonts/outfit-bold.ttf", "brand/fonts/outfit-semi.ttf", "brand/fonts/licences/outfit.txt"} <= set(
        made
    )
    assert b"SIL OPEN FONT LICENSE" in made["brand/fonts/licences/outfit.txt"].data  # type: ignore[operator]
    assert {f"brand/palette.{end}" for end in ("gpl", "ase", "json", "css")} <= set(made)


def test_a_missing_or_broken_logo_gives_a_draft() -> None:
    plain = BRIEF.model_copy(update={"brand": BRIEF.brand.model_copy(update={"logo": ""}), "languages": ("en", "zh")})
    made = files(brand.pages(shelf().job(plain)))
    assert "brand/logo/wordmark-draft-on-dark.svg" in made and "brand/fonts/noto-sc-bold.ttf" in made
    broken = shelf()
    broken.blobs["0" * 64] = b"no picture"
    made = files(brand.pages(broken.job()))
    assert "brand/logo/wordmark-draft-on-light.png" in made and "brand/logo/logo-as-given.png" in made
    assert "email/en/media/logo.png" not in files(mail.pages(broken.job()))


@pytest.mark.parametrize(
    "brief", [Brief(product="Tea"), Brief(), Brief(product="茶", languages=("zh",), brand=Brand(name="ไทย"))]
)
def test_the_barest_brief_is_built(brief: Brief) -> None:
    bare = Shelf({f"headlines.{lang}": [("", "Tea")] for lang in brief.languages}, hero=False)
    for module in (mail, press, brand, house):
        made = files(module.pages(bare.job(brief)))
        assert bool(made) is (bool(brief.languages) or module in (brand, house))


def test_the_same_job_gives_the_same_bytes() -> None:
    for module in (mail, press, brand, house):
        first, second = (files(module.pages(shelf().job())) for _ in range(2))
        assert {p: m.data for p, m in first.items()} == {p: m.data for p, m in second.items()}


def test_the_message_house_proves_its_pillars() -> None:
    import docx

    made = shelf()
    out = files(house.pages(made.job()))
    assert sorted(out) == ["copy/message-house.docx", "copy/message-house.pdf"]
    document = docx.Document(io.BytesIO(out["copy/message-house.docx"].data))  # type: ignore[arg-type]
    lines = [p.text for p in document.paragraphs]
    at = lines.index("On record")
    assert lines[at : at + 5] == [
        "On record",
        "Runs for 12 hours.",
        "Source: data sheet",
        "What there is",
        "Weighs 240 g.",
    ]
    assert lines[lines.index("Offer") + 1] == "15% off" and "Tone" not in lines


def test_the_handover_sheet_says_what_each_file_is_for() -> None:
    from fnmatch import fnmatch

    from tools.export.handover import uses

    folders = ("copy/message-house.pdf", "audio/stems/bass.flac", "email/en/campaign.eml", "email/en/media/hero.jpg",
               "press/en/press-sheet.pdf", "brand/palette.ase", "brand/fonts/a.ttf", "brand/logo/wordmark.svg")  # fmt: skip
    for path in folders:
        assert any(fnmatch(path, pattern) for pattern, _ in uses("en")), path


def test_what_a_document_has_shown_is_not_told_again() -> None:
    bullet = Piece(text="Runs on sunlight", cites=(Cite(start=0, end=16, fact="f1"),))
    lead = Piece(text="SunSip runs on sunlight through a lid.", cites=(Cite(start=7, end=37, fact="f1"),))
    other = Piece(text="4 euro", cites=(Cite(start=0, end=6, fact="f1"),))
    assert untold([bullet, other], [lead]) == (other,) and untold([lead], [bullet]) == ()
    assert untold([Piece(text="Hello")], [lead]) == (Piece(text="Hello"),)


def test_the_house_holds_each_fact_once_beneath_what_it_is_about() -> None:
    facts = (
        Fact(id="f1", text="4 euro a blade"),
        Fact(id="f2", text="Open Tuesdays"),
        Fact(id="f3", text="Liked by 9 cooks", source="survey"),
    )
    pillars, more = house._pillars(BRIEF.model_copy(update={"facts": facts}), {})
    assert [(p.title, p.proof) for p in pillars] == [
        ("What it costs", "4 euro a blade."), ("When", "Open Tuesdays."), ("On record", "Liked by 9 cooks.")
    ]  # fmt: skip
    assert pillars[2].source == "survey" and more == ()
    line = "A mobile knife sharpener who comes every second Friday, 4 euro a blade"
    one = BRIEF.model_copy(update={"product": line, "facts": (Fact(id="f1", text=line),)})
    assert [p.proof for p in house._pillars(one, {})[0]] == ["Comes every second Friday.", "4 euro a blade."]


def test_a_chinese_page_brings_its_signs() -> None:
    fonts = web._fonts(Direction.model_validate(DIRECTION), "Night market 海边夜市 →")
    assert set(fonts) == {"display", "display-more", "text", "text-more"}
    assert all(len(data) < 20_000 for data in fonts.values())
    assert set(web._fonts(Direction.model_validate(DIRECTION), "Night market")) == {"display", "text"}
