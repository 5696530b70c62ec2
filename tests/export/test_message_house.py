"""The message house: one tagged page, and a Word document that holds every word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.samples import PALETTE
from tests.export.test_pdf import facts_of, squeezed, text_of
from tests.needs import find, node
from tools.export.landing import Proof
from tools.export.message_house import House, Pillar, house_docx, house_pdf

EN = House(
    language="en",
    brand="SunSip",
    palette=PALETTE,
    display="lora-bold",
    text="inter-regular",
    promise="A lantern that lights all night",
    pillars=(
        Pillar("All night", "Runs for 12 hours", "data sheet", '<path d="M0,0H256V256Z"/>'),
        Pillar("Weighs 240 g"),
    ),
    more=(Proof("3-year warranty", "contract"),),
    audience="campers",
    tone=("warm", "dry"),
    offer="15% off",
)
ZH = replace(EN, language="zh", promise="晒六小时，亮一整夜", tone=("温暖", "克制"))
BARE = House("de", "", PALETTE, "archivo-black", "nunito-regular", "")
HUGE = replace(
    EN, language="de", promise="Ein langes Versprechen, das nicht enden will. " * 20,
    pillars=(Pillar("Versorgungsunterbrechungsdauerstatistik " * 6, "Ein Beleg. " * 90, "Quelle " * 50),) * 9,
    more=(Proof("Noch eine Tatsache. " * 40, "Quelle " * 40),) * 20, audience="Alle " * 200, goal="Ziel " * 200,
    voice="ruhig " * 90, cta="Kaufen " * 90, banned=("billig",) * 80,
)  # fmt: skip


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize("house", [EN, ZH, BARE, HUGE, replace(HUGE, pillars=HUGE.pillars[:1], language="en")])
def test_one_tagged_page_whatever_the_brief(house: House, tmp_path: Path) -> None:
    facts = facts_of(house_pdf(house), tmp_path)
    assert (facts["Pages"], facts["Tagged"], facts["Page size"]) == ("1", "yes", "841.89 x 595.276 pts (A4)")


@pytest.mark.needs("pdftotext")
def test_another_reader_finds_every_word(tmp_path: Path) -> None:
    found = squeezed(text_of(house_pdf(EN), tmp_path))
    for wanted in (
        EN.promise,
        "All night",
        "Runs for 12 hours",
        "Source: data sheet",
        "3-year warranty",
        "warm, dry",
        "15% off",
    ):
        assert squeezed(wanted) in found
    assert "Goal" not in found, "what nobody said has no label"
    assert "温暖、克制" in squeezed(text_of(house_pdf(ZH), tmp_path))


def test_the_same_bytes_every_time() -> None:
    assert house_pdf(EN) == house_pdf(EN) and house_docx(EN) == house_docx(EN)


@pytest.mark.needs("node:ooxml-validator")
@pytest.mark.parametrize("house", [EN, BARE, HUGE, replace(EN, language="ar")])
def test_word_would_open_it(house: House, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(house_docx(house))
    done = node(find("node:ooxml-validator"), str(path))
    assert done.returncode == 0, done.stdout
