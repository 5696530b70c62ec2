"""Contrast measured from pixels, and words that fit, on pictures drawn for the test."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from core.findings import Finding, Severity
from core.requests import Insets
from tools.checks.layout import contrast, fits, measured
from tools.checks.media import decoded


def card(ink: str, ground: str, *, size: int = 40) -> tuple[bytes, list[float]]:
    """A PNG of 600 by 300 with words on a ground, and the box of the words."""
    image = Image.new("RGB", (600, 300), ground)
    draw = ImageDraw.Draw(image)
    face = ImageFont.load_default(size)
    draw.text((40, 60), "Light all night", ink, face)
    x0, y0, x1, y1 = draw.textbbox((40, 60), "Light all night", face)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue(), [x0, y0, x1 - x0, y1 - y0]


def layout(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {
        "role": "headline",
        "text": "Light",
        "lines": ["Light"],
        "size": 10,
        "contrast": 9.0,
        "truncated": False,
        "missing": [],
    }
    return {"width": 600, "height": 300, "elements": [{**base, **e} for e in elements], "issues": [], **more}


def told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"{f.severity} {f.evidence}" for f in findings)


@pytest.mark.parametrize(
    ("ink", "ground", "wanted"),
    [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#ffb545", "#141a3c", 9.55)],
)
@pytest.mark.parametrize("known", [True, False])
def test_it_measures_what_a_formula_gives(ink: str, ground: str, wanted: float, known: bool) -> None:
    png, (x, y, w, h) = card(ink, ground)
    patch = decoded(png)[int(y) : int(y + h), int(x) : int(x + w), :3]
    assert measured(patch, ink if known else "") == pytest.approx(wanted, rel=0.06)


def test_good_contrast_passes() -> None:
    png, box = card("#141a3c", "#fff6e4")
    assert contrast(png, layout({"box": box, "colour": "#141a3c"})) == ()


@pytest.mark.parametrize("colour", ["#9aa0a6", ""])
def test_a_layout_that_flatters_itself_is_caught(colour: str) -> None:
    png, box = card("#9aa0a6", "#ffffff")
    (finding,) = contrast(png, layout({"box": box, "colour": colour, "contrast": 12.0}), "image.en")
    assert finding.severity is Severity.WARN and finding.slot == "image.en" and "layout 12.00" in finding.evidence


def test_words_that_cannot_be_read_are_held() -> None:
    png, box = card("#f2f2f2", "#ffffff")
    assert "HOLD" in told(contrast(png, layout({"box": box, "colour": "#f2f2f2"})))
    assert "HOLD" in told(contrast(png, layout({"box": [300, 200, 100, 50], "colour": "#000000"}))), (
        "nothing is drawn there"
    )


def test_the_layouts_own_low_figure_counts_and_large_type_needs_less() -> None:
    png, box = card("#141a3c", "#fff6e4")
    assert "layout 3.20" in told(contrast(png, layout({"box": box, "contrast": 3.2})))
    assert contrast(png, layout({"box": box, "contrast": 3.2, "size": 40})) == ()


def test_the_worst_ground_under_the_words_counts() -> None:
    image = Image.new("RGB", (600, 300), "#101820")
    image.paste("#f6f6f6", (300, 0, 600, 300))
    draw = ImageDraw.Draw(image)
    draw.text((40, 60), "Light all night long", "#ffffff", ImageFont.load_default(56))
    out = io.BytesIO()
    image.save(out, "PNG")
    assert "HOLD" in told(contrast(out.getvalue(), layout({"box": [40, 60, 520, 60], "colour": "#ffffff"})))


def test_words_that_fit_pass() -> None:
    good = layout({"box": [40, 40, 200, 40]}, {"box": [40, 100, 200, 40], "role": "sub"})
    assert fits(good, Insets(top=30, bottom=30)) == ()


@pytest.mark.parametrize(
    ("element", "word"),
    [
        ({"box": [-20, 40, 200, 40]}, "out of the room"),
        ({"box": [500, 40, 200, 40]}, "out of the room"),
        ({"box": [40, 10, 200, 40]}, "out of the room"),
        ({"box": [40, 40, 200, 40], "truncated": True}, "words are cut"),
        ({"box": [40, 40, 200, 40], "missing": ["ǅ"]}, "no glyph for ǅ"),
        ({"box": [40, 40, 0, 0]}, "nothing was drawn"),
    ],
)
def test_words_that_do_not_fit_are_held(element: dict[str, Any], word: str) -> None:
    (finding,) = fits(layout(element), Insets(top=30))
    assert word in finding.evidence and finding.severity is Severity.HOLD


def test_words_over_words_are_held() -> None:
    over = layout({"box": [40, 40, 200, 40]}, {"box": [200, 60, 200, 40], "role": "badge"})
    assert "headline and badge lie over each other" in told(fits(over))


def test_what_was_left_out_counts_by_what_it_is() -> None:
    def issue(role: str) -> dict[str, Any]:
        return layout(issues=[{"kind": "dropped", "role": role, "detail": "words"}])

    assert "HOLD legal was left out" in told(fits(issue("legal")))
    assert "INFO bullet was left out" in told(fits(issue("bullet")))


def test_what_the_designer_could_not_mend_is_told() -> None:
    for kind in ("small", "widow", "arrow"):
        found = fits(layout(issues=[{"kind": kind, "role": "headline", "detail": "it"}]))
        assert [f.severity for f in found] == [Severity.WARN] and "headline" in found[0].evidence


def test_thin_letters_are_judged_by_their_own_colour() -> None:
    """At 11 pixels a Chinese stroke has no pixel of its full colour; on its own plate it can be read all the same."""
    patch = np.full((14, 60, 3), (59, 110, 79), np.uint8)
    patch[::3, ::2] = (120, 150, 130)  # what is left of white strokes
    assert measured(patch, "#ffffff", thin=True) > 4.5 > measured(patch, "#ffffff")
    assert measured(patch, "#3f7253", thin=True) < 2
