"""Every kind, on every sheet, in seven scripts: nothing overlaps, nothing is cut, nothing is too small or too pale.

``BOTTEGA_EXAMPLES=2000 pytest tests/design/diagrams`` draws 2,000 random diagrams instead of 40.
"""

from __future__ import annotations

import os
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from core.lesson import Diagram, Link, Node
from tests.design.diagrams.samples import KINDS, SIZES, WORDS, diagram, look
from tools.design.diagrams.draw import MOST_NODES, compose, draw
from tools.design.diagrams.issues import issues
from tools.design.diagrams.kinds import KINDS as TABLE
from tools.design.render import to_array
from tools.design.scrim import under

EXAMPLES = int(os.environ.get("BOTTEGA_EXAMPLES", "40"))
lengths = st.sampled_from((8, 20, 40, 80, 120)).flatmap(
    lambda top: st.lists(st.integers(1, top), min_size=2, max_size=12).map(tuple)
)


def load(made: Diagram, size: tuple[int, int]) -> float:
    """Share of the sheet that the words alone cover at the least size: where it is large, refusing is right."""
    texts = [*(n.text + n.when for n in made.nodes), *(k.label for k in made.links), *(c for r in made.rows for c in r)]
    ems = sum(1.0 if ord(c) > 0x2E00 else 0.56 for text in texts for c in text)
    return ems * (0.022 * min(size)) ** 2 * 1.3 / (size[0] * size[1])


@pytest.mark.timeout(0 if EXAMPLES > 40 else 600)
@settings(max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES == 40, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(KINDS), language=st.sampled_from(sorted(WORDS)), size=st.sampled_from(SIZES), lengths=lengths,
    details=st.booleans(), seed=st.integers(0, 99), dark=st.booleans(),
    mood=st.sampled_from(("calm", "warm", "bold", "epic", "playful")),
)  # fmt: skip
def test_nothing_is_left_wrong(
    kind: str, language: str, size: tuple[int, int], lengths: tuple[int, ...], details: bool, seed: int, dark: bool, mood: str
) -> None:  # fmt: skip
    data = diagram(kind, language, lengths, details, seed)
    try:
        board = compose(data, look(mood, seed, dark), *size, language, seed)
    except BadInput as error:
        assert load(data, size) > 0.13, f"refused although there is room: {error}"
        return
    assert issues(board.parts, board.sheet) == ()
    said = " ".join(p.text.text for p in board.parts if p.text is not None)
    shown = [*(n.text for n in data.nodes), *(c for row in data.rows for c in row), *data.columns, data.title]
    if kind == "labelled" and data.title.casefold() == data.nodes[0].text.casefold():
        shown.remove(data.nodes[0].text)
    assert [t for t in shown if t not in said] == [], "every word is there"
    assert all(p.text is None or p.text.size >= 0.022 * min(size) - 0.05 for p in board.parts)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_the_pixels_agree(kind: str, language: str) -> None:
    """What the checker takes for the ground of each text is what the renderer draws there."""
    board = compose(diagram(kind, language, (14, 18, 9, 22)), look(), 800, 600, language)
    svg = draw(diagram(kind, language, (14, 18, 9, 22)), look(), 800, 600, language)
    bare = re.sub(r'<g class="(?:headline|bullet|sub|badge)".*?</g>', "", svg)
    picture = to_array(bare)[..., :3].astype(np.float64) / 255
    for part in board.parts:
        if part.text is None:
            continue
        pixels = under(picture, 800, part.box).reshape(-1, 3)
        named = np.array([[int(g[i : i + 2], 16) / 255 for i in (1, 3, 5)] for g in part.grounds])
        low, high = named.min(axis=0) - 0.035, named.max(axis=0) + 0.035
        inside = ((pixels >= low) & (pixels <= high)).all(axis=1).mean()
        assert inside > 0.8, (part.text.text, part.grounds, inside)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_well_formed_safe_and_the_same_every_time(kind: str) -> None:
    hostile = ('<script>alert("1")</script>', "]]>&amp;", "=1+1", '"><img src=x>', "\u202eevil \U0001f600", "{text} %s")
    nodes = tuple(Node(id=f"n{i}", text=t, when=t, value=i + 1.0) for i, t in enumerate(hostile))
    data = Diagram(
        id='x"><y', kind=kind, title=hostile[0], nodes=nodes, links=(Link(start="n1", end="n0", label=hostile[1]), Link(start="n2", end="gone")),
        columns=hostile[:2], rows=((hostile[2], *hostile[3:5]),), unit=hostile[1],
    )  # fmt: skip
    svg = draw(data, look(), 1200, 900, "en")
    assert svg == draw(data, look(), 1200, 900, "en")
    root = ElementTree.fromstring(svg)
    allowed = {"svg", "title", "desc", "defs", "g", "path", "rect", "circle", "ellipse", "linearGradient", "radialGradient", "stop", "clipPath", "use"}  # fmt: skip
    assert {e.tag.rpartition("}")[2] for e in root.iter()} <= allowed
    links = [value for e in root.iter() for name, value in e.attrib.items() if name.endswith("href")]
    assert all(value.startswith("#") for value in links), "nothing outside is referred to"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[a-z][a-z0-9-]*", i or "") for i in ids)
    assert root.get("role") == "img" and root[0].text == hostile[0]


def test_words_stay_searchable() -> None:
    svg = draw(diagram("process", "de", (30, 40, 20)), look(), 1600, 900, "de")
    for node in diagram("process", "de", (30, 40, 20)).nodes:
        assert f"<title>{node.text}</title>" in svg


@pytest.mark.parametrize("kind", ["process", "timeline", "cycle", "concept_map"])
def test_right_to_left_scripts_are_mirrored(kind: str) -> None:
    latin = compose(diagram(kind, "en", (6, 6, 6)), look(), 1600, 900, "en")
    hebrew = compose(diagram(kind, "he", (6, 6, 6)), look(), 1600, 900, "he")
    title = {
        b: next(p for p in board.parts if p.text and p.text.role == "headline")
        for b, board in (("l", latin), ("r", hebrew))
    }
    assert title["l"].box.x < 400 and title["r"].box.right > 1200
    if kind in ("process", "timeline"):
        heads = [[p for p in b.parts if p.kind == "arrow" and p.head] for b in (latin, hebrew)]
        assert heads[0][0].way[-1][0] > heads[0][0].way[0][0], "left to right"
        assert heads[1][0].way[-1][0] < heads[1][0].way[0][0], "right to left"


def test_what_cannot_be_drawn_is_refused_by_name() -> None:
    long = tuple(Node(id=f"n{i}", text="word " * 200) for i in range(12))
    with pytest.raises(BadInput, match="more than the sheet can hold"):
        draw(Diagram(id="d", kind="process", title="t", nodes=long), look(), 640, 360, "en")
    many = tuple(Node(id=f"n{i}", text="a") for i in range(MOST_NODES + 1))
    for data, size in [
        (Diagram(id="d", kind="cycle", title="t"), (800, 600)),
        (Diagram(id="d", kind="comparison", title="t", columns=("a", "b")), (800, 600)),
        (Diagram(id="d", kind="chart", title="t", nodes=(Node(id="a", text="a"),)), (800, 600)),
        (Diagram(id="d", kind="process", title="t", nodes=many), (800, 600)),
        (Diagram(id="d", kind="process", title="t", nodes=many[:3]), (100, 600)),
    ]:
        with pytest.raises(BadInput):
            draw(data, look(), *size, "en")


def test_the_table_holds_every_kind_of_the_model() -> None:
    assert set(TABLE) == set(KINDS) == set(Diagram.model_fields["kind"].annotation.__args__)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KINDS)
def test_one_node_is_enough_where_it_makes_sense(kind: str) -> None:
    data = diagram(kind, "en", (12, 12) if kind == "labelled" else (12,))
    assert draw(data, look(), 800, 600, "en").startswith("<svg")
