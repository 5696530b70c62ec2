"""Word times: placing of lines, alignment of said and written words, estimates without a voice."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.requests import Timing
from tools.speech.embedded.heard import Heard
from tools.speech.embedded.normalise import spoken
from tools.speech.embedded.timing import estimate, place, spread
from tools.speech.embedded.words import written_words

LINES = st.lists(st.text(st.one_of(st.characters(), st.sampled_from(" ,.$0123太阳能😀—")), max_size=60), max_size=5)


def check(found: Timing, lines: list[str]) -> None:
    """What every ``Timing`` promises."""
    assert len(found.lines) == len(lines)
    now = 0.0
    for line, words in zip(lines, found.lines, strict=True):
        whole = "".join(line.split()).encode("utf-8", "replace").decode()
        assert "".join(word.text for word in words) == whole
        for word in words:
            assert now <= word.start <= word.end <= found.seconds, (word, now)
            now = word.end


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["en", "de", "zh", "ar"]), st.lists(st.floats(-1, 20), max_size=6))
def test_estimates_keep_the_promise(lines: list[str], language: str, starts: list[float]) -> None:
    check(estimate(lines, language, starts=starts), lines)


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("ab c,.$12太😀—"), max_size=40),
    st.lists(st.tuples(st.integers(-1, 60), st.floats(0, 5)), max_size=20),
    st.lists(st.booleans(), min_size=3, max_size=600),
)
def test_any_events_give_ordered_words(line: str, anchors: list[tuple[int, float]], frames: list[bool]) -> None:
    frames[0] = True
    heard = Heard(np.array(frames), 0.005)
    seconds = len(frames) * 0.005
    spans = spread(spoken(line, "en"), written_words(line), anchors, seconds, heard)
    assert len(spans) == len(written_words(line))
    edges = [edge for span in spans for edge in span]
    assert all(b - a >= -1e-9 for a, b in zip(edges, edges[1:], strict=False))
    assert all(-1e-9 <= edge <= seconds + 1e-9 for edge in edges)


def test_a_price_spans_all_that_is_said_for_it() -> None:
    line = "Only $29.50 today"
    said = spoken(line, "en")
    assert said.text == "Only twenty-nine dollars and fifty cents today"
    anchors = [(said.text.index(word), float(i)) for i, word in enumerate(said.text.split())]
    assert spread(said, written_words(line), anchors, 7.0) == [(0.0, 1.0), (1.0, 6.0), (6.0, 7.0)]


def test_a_unit_keeps_its_own_time() -> None:
    line = "weighs 3-5 kg"
    said = spoken(line, "en")
    anchors = [(said.text.index(word), float(i)) for i, word in enumerate(said.text.split())]
    assert spread(said, written_words(line), anchors, 5.0) == [(0.0, 1.0), (1.0, 4.0), (4.0, 5.0)]


def test_a_rest_belongs_to_no_word_but_to_a_sign_written_in_it() -> None:
    frames = np.array([True] * 100 + [False] * 100 + [True] * 100)
    anchors = [(0, 0.0), (4, 1.0)]
    assert spread(spoken("one, two", "en"), written_words("one, two"), [(0, 0.0), (5, 1.0)], 1.5, Heard(frames, 0.005)) == [
        (0.0, 0.5), (1.0, 1.5),
    ]  # fmt: skip
    with_dash = spread(spoken("one — two", "en"), written_words("one — two"), anchors, 1.5, Heard(frames, 0.005))
    assert with_dash == [(0.0, 0.5), (0.5, 1.0), (1.0, 1.5)]


def test_lines_start_where_they_are_wanted_or_later() -> None:
    assert place([1.0, 1.0], 0.5, ()) == [0.0, 1.5]
    assert place([1.0, 1.0], 0.5, (2.0, 5.0)) == [2.0, 5.0]
    assert place([3.0, 1.0, 1.0], 0.5, (0.0, 2.0)) == [0.0, 3.12, 4.62]
    assert place([1.0, 0.0, 1.0], 0.5, ()) == [0.0, 1.0, 1.5]


def test_estimate_follows_the_pace() -> None:
    line = ["The lantern drinks in daylight, glows after dark, and tops up your phone."]
    slow, fast = (estimate(line, "en", pace).seconds for pace in (100, 200))
    assert slow > fast * 1.6
    assert estimate([], "en").seconds == 0.0
