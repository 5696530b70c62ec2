"""Caption files, read back by parsers that share no code with the writers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from tools.export.captions import Cue, srt, vtt

CUES = [Cue(0.0, 1.25, "Six hours\nof sun"), Cue(1.25, 3661.5, "Light & <b>warmth</b> --> all night")]
CLOCK = re.compile(r"^(\d\d):(\d\d):(\d\d)[.,](\d\d\d) --> (\d\d):(\d\d):(\d\d)[.,](\d\d\d)$")


def read(data: bytes) -> list[Cue]:
    """Blocks between blank lines, each a number, a time line and text."""
    out = []
    for block in re.split(r"\r?\n\r?\n", data.decode()):
        lines = re.split(r"\r?\n", block.strip("\r\n"))
        if len(lines) > 2 and (found := CLOCK.match(lines[1])):
            a, b, c, d, e, f, g, h = map(int, found.groups())
            out.append(Cue(a * 3600 + b * 60 + c + d / 1000, e * 3600 + f * 60 + g + h / 1000, "\n".join(lines[2:])))
    return out


def test_srt_keeps_times_and_disarms_tags() -> None:
    first, second = read(srt(CUES))
    assert first == CUES[0]
    assert (second.start, second.end) == (1.25, 3661.5)
    assert "<b>" not in second.text and "-->" not in second.text
    assert second.text.replace("\u2060", "") == CUES[1].text


def test_vtt_escapes_and_names_its_language() -> None:
    data = vtt(CUES, "en-GB")
    assert data.startswith(b"WEBVTT\n\nNOTE Language: en-GB\n\n")
    assert read(data)[1].text == "Light &amp; &lt;b&gt;warmth&lt;/b&gt; --&gt; all night"


def test_right_to_left_lines_are_marked() -> None:
    cue = [Cue(0, 1, "SunSip ست ساعات!")]
    assert read(srt(cue))[0].text == "\u200fSunSip ست ساعات!\u200f"
    assert read(vtt(cue, "ar"))[0].text == "&rlm;SunSip ست ساعات!&rlm;"


def test_a_language_cannot_break_the_header() -> None:
    assert b"\n\n1\n00" not in vtt([], "en\n\n1\n00:00:00.000 --> 00:00:01.000\nx")


def test_a_blank_line_cannot_end_a_cue() -> None:
    assert [c.text for c in read(srt([Cue(0, 1, "one\n\n\ntwo\r\n \r\nthree")]))] == ["one\ntwo\nthree"]


@pytest.mark.parametrize("cues", [[Cue(1, 1, "x")], [Cue(0, 2, "a"), Cue(1, 3, "b")], [Cue(-1, 1, "x")]])
def test_bad_order_is_refused(cues: list[Cue]) -> None:
    for write in (srt, vtt):
        with pytest.raises(BadInput):
            write(cues)


@given(st.lists(st.tuples(st.integers(1, 5000), st.text(max_size=60)), max_size=6))
def test_every_text_survives_as_its_own_cue(parts: list[tuple[int, str]]) -> None:
    cues, at = [], 0
    for length, text in parts:
        cues.append(Cue(at / 1000, (at + length) / 1000, text))
        at += length
    for write in (srt, vtt):
        back = read(write(cues))
        assert len(back) <= len(cues)
        assert all(c.text.strip() for c in back)
        assert [c.start for c in back] == sorted(c.start for c in back)
