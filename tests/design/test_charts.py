"""Charts say what they show, and no label lies on another."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from tools.design.chart_labels import apart, shortened, wide
from tools.design.charts import MOST, Kind, Series, chart, said, shades, ticks
from tools.design.colour import contrast, curated
from tools.design.render import to_array

PALETTE = curated("calm", 1)
SALES = Series(("Spring", "Summer", "Autumn", "Winter"), (12.0, 31.5, 18.0, -4.0), "Sales by season", " k€")
SHARES = Series(("Bicycle", "On foot", "Tram", "Car"), (41.0, 27.0, 22.0, 10.0), "How people come", "")
KINDS: tuple[Kind, ...] = ("bar", "line", "donut")


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Where the ink of each label lies: left, top, width, height."""
    out = []
    for d in re.findall(r'<g class="label"><title>[^<]*</title><path d="([^"]+)"', svg):
        pen = BoundsPen(None)
        parse_path(d, pen)
        x0, y0, x1, y1 = pen.bounds
        out.append((x0, y0, x1 - x0, y1 - y0))
    return out


@pytest.mark.parametrize(("kind", "data"), [("bar", SALES), ("line", SALES), ("donut", SHARES)])
def test_a_chart_is_said_in_words(kind: Kind, data: Series) -> None:
    svg = chart(kind, data, PALETTE, 800, 500)
    root = ElementTree.fromstring(svg)
    title, desc = root[0], root[1]
    assert title.text == data.title and root.get("role") == "img"
    assert all(name in (desc.text or "") for name in data.labels)
    pixels = to_array(svg)
    assert (pixels[..., 3] == 255).all() and len({tuple(p) for p in pixels[::7, ::7].reshape(-1, 4)}) > 4


names = st.lists(
    st.sampled_from(["A", "Werbung im Fahrgastfernsehen", "茶馆", "Q1 2026", "Überlandfahrt", "x" * 60]),
    min_size=1,
    max_size=MOST,
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    kind=st.sampled_from(KINDS),
    labels=names,
    seed=st.integers(0, 999),
    size=st.sampled_from([(320, 240), (800, 500), (1080, 1080), (400, 900)]),
)
def test_labels_never_meet_or_leave_the_frame(kind: Kind, labels: list[str], seed: int, size: tuple[int, int]) -> None:
    values = tuple(float((seed * (i + 3) * 7919) % 997) + 1 for i in range(len(labels)))
    if kind != "donut" and seed % 2:
        values = tuple(v - 500 for v in values)
    svg = chart(kind, Series(tuple(labels), values, "t", "%"), PALETTE, *size)
    found = boxes(svg)
    assert found
    for a, b in combinations(found, 2):
        assert apart(a, b), (a, b)
    for x, y, w, h in found:
        assert x >= 0 and y >= 0 and x + w <= size[0] and y + h <= size[1]


def test_bars_are_as_long_as_their_numbers() -> None:
    svg = chart("bar", Series(("a", "b"), (10.0, 20.0), "t"), PALETTE, 600, 400)
    tall = [float(h) for h in re.findall(r'height="([\d.]+)" rx=', svg)]
    assert len(tall) == 2 and abs(tall[1] / tall[0] - 2) < 0.01


def test_a_ring_of_one_is_whole() -> None:
    svg = chart("donut", Series(("all",), (3.0,), "t"), PALETTE, 400, 300)
    assert svg.count("A") >= 4 and "100%" in svg


@pytest.mark.parametrize(
    ("kind", "labels", "values"),
    [
        ("bar", ("a",), (1.0, 2.0)),
        ("bar", (), ()),
        ("line", ("a",), (float("nan"),)),
        ("donut", ("a", "b"), (3.0, -1.0)),
        ("donut", ("a",), (0.0,)),
    ],
)
def test_what_makes_no_chart_is_refused(kind: Kind, labels: tuple[str, ...], values: tuple[float, ...]) -> None:
    with pytest.raises(BadInput):
        chart(kind, Series(labels, values, "t"), PALETTE, 400, 300)


def test_words_are_only_words() -> None:
    svg = chart("bar", Series(("<script>", "&"), (1.0, 2.0), '"><x>'), PALETTE, 400, 300)
    assert not [e for e in ElementTree.fromstring(svg).iter() if e.tag.endswith(("script", "x"))]


def test_numbers_and_scales_read_well() -> None:
    assert [said(v) for v in (1234.5, 0.0, -0.0001, 2_500_000.0, 3.0)] == ["1,234.5", "0", "0", "2.5 M", "3"]
    assert ticks(0, 31.5) == (0, 10, 20, 30, 40) and ticks(-4, 31.5)[0] == -10 and len(ticks(0, 0)) >= 2
    assert shortened("Werbung", "outfit-semi", 12, wide("Werb…", "outfit-semi", 12) + 0.5) == "Werb…"


def test_neighbours_differ_and_are_seen() -> None:
    fills = shades(PALETTE, 8)
    assert all(a != b for a, b in zip(fills, fills[1:], strict=False))
    assert all(contrast(f, PALETTE.bg) >= 3 for f in fills[:2])
