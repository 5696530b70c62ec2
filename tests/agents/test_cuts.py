"""What a short film tells: hook, facts, offer and an end card of about three seconds, said as far as there is time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.cuts import (
    BREATH,
    CARD,
    LEAD_IN,
    REST,
    WEIGHED,
    Take,
    caption_seconds,
    read_seconds,
    says_when,
    spoken_seconds,
    spread,
    told,
    voice_starts,
    wordings,
)
from core.copydeck import Cite, Piece
from core.requests import Word
from tools.checks.captions import captions
from tools.video.cues import Cue, cues


def line(text: str, role: str, fact: str = "") -> Piece:
    cites = (Cite(start=0, end=len(text), fact=fact),) if fact else ()
    return Piece(text=text, role=role, cites=cites)


SCRIPT = (
    line("A tomato on the board. The blade slides off.", "hook"),
    line("Introducing a mobile knife sharpener. It comes to restaurant kitchens every second Friday.", "benefit", "f1"),
    line("Each blade costs four euro, whatever its length.", "benefit", "f2"),
    line("And right now: the first blade is free until the end of March.", "offer", "offer"),
    line("See you soon, in your own kitchen. Book a visit.", "cta", "cta"),
)
SCREEN = (
    line("A clean cut, a calm cook", "hook"),
    line("Comes to kitchens every second Friday", "benefit", "f1"),
    line("4 euro a blade", "benefit", "f2"),
    line("first blade free until 31 March", "offer", "offer"),
    line("Your knife sharpener", "cta", "product"),
)


def plan(seconds: float, slower: float = 1.0, silent: bool = False) -> tuple[tuple[Take, ...], dict[str, float]]:
    ways = [wordings(p, s, "en") for p, s in zip(SCRIPT, SCREEN, strict=True)]
    lengths = {} if silent else {w: spoken_seconds(w) * slower for way in ways for w in way}
    return told(SCRIPT, [s.text for s in SCREEN], ways, lengths, seconds)[0], lengths


def test_a_line_may_be_said_as_it_stands_on_screen() -> None:
    assert wordings(SCRIPT[3], SCREEN[3], "en") == (SCRIPT[3].text, "First blade free until 31 March.")
    assert wordings(SCRIPT[4], SCREEN[4], "en") == (SCRIPT[4].text, "Book a visit."), "the invitation itself"
    assert wordings(SCRIPT[1], SCREEN[2], "en") == (SCRIPT[1].text,), "another fact is no wording of this one"
    assert wordings(SCRIPT[1], line("Comes to kitchens every…", "benefit", "f1"), "en") == (SCRIPT[1].text,)


@pytest.mark.parametrize("slower", [0.8, 1.0, 1.3])
def test_fifteen_seconds_hold_hook_fact_offer_and_a_short_card(slower: float) -> None:
    takes, lengths = plan(15, slower)
    assert takes[0].place == 0 and takes[-1].place == 4 and 3 in [t.place for t in takes]
    assert any(t.place in (1, 2) for t in takes), "a fact"
    card = 15 - takes[-1].start
    assert CARD - 0.01 <= card <= 4.2
    ends = takes[-1].start + BREATH + lengths[takes[-1].said]
    assert 11.5 <= ends <= 15 - REST + 0.01, "the voice goes on to near the end"


def test_a_long_line_is_said_in_its_shorter_wording() -> None:
    takes, _ = plan(15, 1.3)
    by = {t.place: t.said for t in takes}
    assert by[3] == "First blade free until 31 March." and by[4] == "Book a visit."
    takes, _ = plan(30)
    assert [t.said for t in takes] == [p.text for p in SCRIPT], "there is room for all of it"


def test_what_cannot_be_said_is_shown() -> None:
    takes, _ = plan(15, 2.2)
    assert 3 in [t.place for t in takes] and any(not t.said for t in takes) and takes[-1].said
    shown, _ = plan(15, silent=True)
    assert len(shown) >= 4 and not any(t.said for t in shown)


def test_six_seconds_show_the_offer_and_leave_the_day_to_the_card() -> None:
    takes, _ = plan(6, silent=True)
    assert [t.place for t in takes] == [3, 4] and 6 - takes[-1].start >= CARD
    ways = [()] * 3
    dated = (SCRIPT[1], SCRIPT[2], SCRIPT[4])
    takes, _ = told(dated, [SCREEN[1].text, SCREEN[2].text, ""], ways, {}, 6)
    assert [t.place for t in takes] == [1, 2], "a card says when"
    assert says_when(SCREEN[1].text) and not says_when(SCREEN[2].text)
    assert says_when("每周五、六晚上六点开市") and says_when("Proben dienstags um 19 Uhr")


def test_the_voice_begins_after_the_music() -> None:
    takes = (Take(0, "a", 0.0), Take(1, "", 2.0), Take(2, "b", 4.0))
    assert voice_starts(takes) == (0.0, round(4.0 + BREATH - LEAD_IN, 3))


_WORDS = st.text("abc de 夜市", min_size=1, max_size=90)


@given(
    st.lists(st.tuples(_WORDS, st.sampled_from(["hook", "benefit", "proof", "offer"])), min_size=0, max_size=4),
    st.sampled_from([6.0, 15.0, 20.0, 30.0, 60.0]),
    st.floats(0.5, 3.0),
)
def test_scenes_are_in_order_and_inside_the_film(lines: list[tuple[str, str]], seconds: float, slower: float) -> None:
    script = [*(line(t, r) for t, r in lines), line("Come by.", "cta")]
    ways = [(p.text,) for p in script]
    lengths = {p.text: spoken_seconds(p.text) * slower for p in script}
    takes, _ = told(script, [p.text for p in script], ways, lengths, seconds)
    assert takes[-1].place == len(script) - 1 and takes[0].start == 0
    starts = [t.start for t in takes]
    assert starts == sorted(starts) and len(set(starts)) == len(starts) and starts[-1] < seconds
    assert [t.place for t in takes] == sorted({t.place for t in takes})
    assert read_seconds(script[0].text) >= 1.5


def test_a_long_script_is_weighed_in_its_first_lines_and_its_offer() -> None:
    more = tuple(line(f"It has a {n}th use in every kitchen.", "benefit", f"f{n}") for n in range(3, 40))
    script = (*SCRIPT[:3], *more, *SCRIPT[3:])
    screen = [p.text for p in script]
    lengths = {p.text: spoken_seconds(p.text) for p in script}
    takes, _ = told(script, screen, [(p.text,) for p in script], lengths, 30.0)
    places = [t.place for t in takes]
    assert places[0] == 0 and places[-2:] == [len(script) - 2, len(script) - 1] and len(places) <= WEIGHED


def test_a_film_with_room_says_every_line_of_a_long_script() -> None:
    script = tuple(line(f"Use {n}.", "benefit", f"f{n}") for n in range(12))
    takes = spread(script, {p.text: spoken_seconds(p.text) for p in script}, 40.0)
    assert [t.said for t in takes] == [p.text for p in script]
    assert all(b.start - a.start >= 1.5 for a, b in pairwise(takes)) and takes[-1].start <= 40 - CARD
    ways = [(p.text,) for p in SCRIPT]
    lengths = {p.text: spoken_seconds(p.text) for p in SCRIPT}
    assert spread(SCRIPT, lengths, 40.0) == told(SCRIPT, [p.text for p in SCRIPT], ways, lengths, 40.0)[0]


@pytest.mark.parametrize("text", ["Hausschuhe aus Rhönschafwolle.", "每月第二个星期六上午九点到下午四点。"])
def test_a_line_stands_until_its_captions_are_read_however_fast_the_voice(text: str) -> None:
    script = (line(text, "hook"), *SCRIPT[1:])
    lengths = {p.text: 0.6 for p in script}
    takes, _ = told(script, [p.text for p in script], [(p.text,) for p in script], lengths, 15.0)
    assert takes[0].said == text
    assert takes[1].start + BREATH - LEAD_IN >= caption_seconds(text) >= len(text) / 18.1


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=13)
SAID = st.lists(WORD, min_size=2, max_size=11).map(lambda words: " ".join(words).capitalize() + ".")


@settings(max_examples=30, deadline=None)
@given(st.lists(SAID, min_size=3, max_size=5, unique=True), st.floats(0.75, 1.2))
def test_captions_of_a_cut_are_slow_enough_to_read(lines: list[str], slower: float) -> None:
    script = tuple(line(t, r) for t, r in zip(lines, ["hook", *["benefit"] * (len(lines) - 2), "cta"], strict=True))
    lengths = {p.text: spoken_seconds(p.text) * slower for p in script}
    takes, _ = told(script, lines, [(t,) for t in lines], lengths, 15.0)
    said = [t.said for t in takes if t.said]
    found = cues(
        [_words(t, LEAD_IN + at, lengths[t]) for t, at in zip(said, voice_starts(takes), strict=True)], 26, "en"
    )
    assert not [f for f in captions([Cue(c.start, min(c.end, 15.0), c.lines) for c in found], 15.0)]


def _words(text: str, start: float, seconds: float) -> tuple[Word, ...]:
    """A line's words, each as long as its letters."""
    words, each, out = text.split(), seconds / len(text), []
    for word in words:
        out.append(Word(text=word, start=start, end=start + len(word) * each))
        start = out[-1].end + each
    return tuple(out)
