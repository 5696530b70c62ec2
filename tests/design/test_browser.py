"""Chromium draws our SVG as resvg does: whoever opens the SVG sees what the PNG shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from numpy.typing import NDArray
from PIL import Image

from core.requests import DesignTexts
from tests.needs import node
from tools.design.colour import palette_from
from tools.design.layout import compose
from tools.design.render import to_array
from tools.image.embedded.painting import paint

from .layouts import ARABIC, CHINESE, TEXTS, nothing, request

_W, _H = 540, 675
HEBREW = DesignTexts(brand="קפה Nova", headline="הקפה של Nova מגיע לפני 7:30", cta="להזמנה", badge="25% הנחה")
RUSSIAN = DesignTexts(brand="Кофейня Nova", headline="Кофе, обжаренный в воскресенье", cta="Заказать")
GREEK = DesignTexts(brand="Καφές", headline="Φρέσκος καφές πριν τις 7:30", cta="Παραγγελία")
KOREAN = DesignTexts(brand="노바", headline="오늘의 커피, 한 잔 더!", cta="주문하기")
JAPANESE = DesignTexts(brand="喫茶ノヴァ", headline="「おはよう」と届く珈琲。", cta="今すぐ注文")
SAMPLES = {
    "split": (TEXTS, "en"), "rings": (CHINESE, "zh"), "bauhaus": (ARABIC, "ar"), "bigtype": (HEBREW, "he"), "editorial": (RUSSIAN, "ru"),
    "arch": (GREEK, "el"), "scene": (JAPANESE, "ja"), "photo": (KOREAN, "ko"),
}  # fmt: skip
_SPECIAL = """<defs><mask id="m"><linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
<rect width="540" height="675" fill="url(#g)"/></mask><clipPath id="c"><circle cx="270" cy="340" r="200"/></clipPath></defs>
<rect width="540" height="675" fill="#e8762c"/><rect width="540" height="675" fill="#1f5fa8" mask="url(#m)"/>
<g clip-path="url(#c)" opacity=".6"><rect width="540" height="675" fill="#fff6e8"/></g>
<circle cx="180" cy="200" r="150" fill="#ffd07a" style="mix-blend-mode:screen"/>
<circle cx="380" cy="460" r="150" fill="#2b8c8a" style="mix-blend-mode:multiply"/>"""


def _document(body: str) -> str:
    size = f'width="{_W}" height="{_H}" viewBox="0 0 {_W} {_H}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def _drawings() -> dict[str, str]:
    palette = palette_from(("#e8762c", "#2b8c8a"), "warm", False, 1)
    made = {
        family: compose(request(family, (_W, _H), texts, language=language, icon="coffee"), nothing).svg()
        for family, (texts, language) in SAMPLES.items()
    }
    for scene, time in (("forest", "night"), ("room", "dusk")):
        made[f"{scene} {time}"] = _document(paint(scene, _W, _H, palette, time, 3).markup)
    return {**made, "masks and blends": _document(_SPECIAL)}


def _seen(drawings: dict[str, str], folder: Path) -> list[NDArray[np.float64]]:
    """What Chromium draws of each."""
    tags = []
    for i, svg in enumerate(drawings.values()):
        (folder / f"{i}.svg").write_text(svg, "utf-8")
        tags.append(f'<img src="{i}.svg" width="{_W}" height="{_H}" style="display:block">')
    page = folder / "page.html"
    page.write_text(f'<body style="margin:0">{"".join(tags)}', "utf-8")
    run = node("shoot.mjs", page.as_uri(), str(folder / "page.png"), str(_W), str(_H), "full")
    assert run.returncode == 0, run.stderr
    pixels = np.asarray(Image.open(folder / "page.png").convert("RGB"), np.float64)
    return [pixels[i * _H : (i + 1) * _H] for i in range(len(drawings))]


def _apart(seen: NDArray[np.float64], svg: str) -> float:
    """Mean absolute difference as a share of the full range."""
    return float(np.abs(seen - to_array(svg)[..., :3]).mean() / 255)


@pytest.mark.needs("node:browser")
def test_chromium_draws_the_same(tmp_path: Path) -> None:
    drawings = _drawings()
    seen = _seen(drawings, tmp_path)
    off = {name: round(_apart(p, svg), 4) for (name, svg), p in zip(drawings.items(), seen, strict=True)}
    assert max(off.values()) < 0.01, off
    wrong = drawings["masks and blends"].replace("#1f5fa8", "#a81f2c")
    assert _apart(seen[-1], wrong) > 0.02, "a wrong colour is seen"


@pytest.mark.parametrize("family", sorted(SAMPLES))
def test_every_word_can_be_found_in_the_svg(family: str) -> None:
    texts, language = SAMPLES[family]
    root = etree.fromstring(compose(request(family, (_W, _H), texts, language=language), nothing).svg().encode())
    titles = [t.text or "" for t in root.iter("{http://www.w3.org/2000/svg}title")]
    roles = {
        g.get("class"): g.findtext("{http://www.w3.org/2000/svg}title") for g in root.iter("{*}g") if g.get("class")
    }
    assert titles[0] == f"{texts.brand} {texts.headline}"
    assert roles["headline"] == texts.headline and roles["cta"] == texts.cta
