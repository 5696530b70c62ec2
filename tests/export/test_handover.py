"""The hand-over sheet."""

from __future__ import annotations

from dataclasses import replace

from tools.export.handover import WIDTH, Handover, handover

SHEET = Handover(
    title="summer launch",
    brand="SunSip",
    paths=("REPORT.html", "copy/copy-deck.docx", "images/en/square.png", "images/de/square.png", "video/en/film-9x16.mp4", "web/index.html", "web/style.css", "odd.bin"),
    legal=("Runtime measured at 300 lumens, 20 °C.",),
    notes=("A note\x1b[31m with\na break " + "and many more words " * 8,),
    licences={"Outfit": "OFL-1.1", "Phosphor icons": "MIT"},
    digest="ab" * 32,
)  # fmt: skip


def test_it_says_what_each_file_is_for() -> None:
    text = handover(SHEET).decode()
    assert text.startswith("SunSip: summer launch\n=====================\n")
    for words in (
        "DRAFT",
        "REPORT.html\n",
        "images/*.png  (2 files)",
        "web/*  (1 file)",
        "AI label",
        "- Outfit: OFL-1.1",
        "ab" * 32,
        "20 °C",
    ):
        assert words in text, words
    assert "odd.bin" not in text and "audio/*" not in text and "\x1b" not in text


def test_it_is_narrow_and_the_same_every_time() -> None:
    data = handover(SHEET)
    assert data == handover(SHEET)
    assert max(map(len, data.decode().split("\n"))) <= WIDTH


def test_a_kind_can_say_more() -> None:
    text = handover(replace(SHEET, uses=(("*.bin", "Something odd."),), draft=False)).decode()
    assert "*.bin  (1 file)\n    Something odd." in text and "DRAFT" not in text


def test_a_joined_sign_stays_one() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert handover(replace(SHEET, title=f"{family} picnic")).decode().startswith(f"SunSip: {family} picnic\n")
