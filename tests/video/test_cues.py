"""Words into cues: every word, in order, never two cues at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.requests import Word
from tests.video.filmkit import spoken
from tools.video.captions import Style, beside
from tools.video.cues import MIN_SECONDS, Cue, cues, joined, max_chars
from tools.video.timeline import Area

TEXT = st.text("abcdefghijklmnopqrstuvwxyzäöü.,!?", min_size=1, max_size=14)


@st.composite
def lines(draw: st.DrawFn) -> tuple[tuple[Word, ...], ...]:
    """Spoken lines whose times run forward."""
    at, out = 0.0, []
    for _ in range(draw(st.integers(0, 4))):
        words = []
        for text in draw(st.lists(TEXT, max_size=14)):
            at += draw(st.floats(0, 0.6))
            end = at + draw(st.floats(0, 0.7))
            words.append(Word(text=text, start=at, end=end))
            at = end
        out.append(tuple(words))
    return tuple(out)


@settings(deadline=None)
@given(lines(), st.integers(8, 36))
def test_every_word_once_in_order_and_no_overlap(spoken_lines: tuple[tuple[Word, ...], ...], chars: int) -> None:
    found = cues(spoken_lines, chars, "de")
    assert [w for c in found for w in c.words] == [w for line in spoken_lines for w in line]
    for cue in found:
        assert cue.end > cue.start
        assert 1 <= len(cue.lines) <= 2
        assert all(len(line) == 1 or len(joined([w.text for w in line], "de")) <= chars for line in cue.lines)
    for a, b in zip(found, found[1:], strict=False):
        assert b.start >= a.end


@settings(deadline=None)
@given(lines())
def test_a_short_cue_lasts_as_long_as_the_next_one_lets_it(spoken_lines: tuple[tuple[Word, ...], ...]) -> None:
    found = cues(spoken_lines, 32, "de")
    for a, b in zip(found, found[1:], strict=False):
        assert a.end - a.start >= MIN_SECONDS - 0.002 or b.start - a.end < 0.01


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, st.floats(0, 20), st.floats(0, 20)), max_size=20))
def test_times_in_any_order_still_give_cues_in_order(raw: list[tuple[str, float, float]]) -> None:
    found = cues([tuple(Word(text=t, start=a, end=b) for t, a, b in raw)], 32, "en")
    assert [w.text for c in found for w in c.words] == [t for t, _, _ in raw]
    assert all(a.end <= b.start and a.start < a.end for a, b in zip(found, found[1:], strict=False))


def text_of(found: tuple[Cue, ...]) -> list[str]:
    return [c.text for c in found]


def test_it_breaks_where_one_draws_breath() -> None:
    line = "Zahnschmerzen mitten in der Nacht? Wir sind auch am Wochenende für Sie da, mitten in Zürich. Rufen Sie einfach an."
    assert text_of(cues([spoken(line)], 32, "de")) == [
        "Zahnschmerzen\nmitten in der Nacht?",
        "Wir sind auch am Wochenende\nfür Sie da, mitten in Zürich.",
        "Rufen Sie einfach an.",
    ]


def test_a_date_and_a_figure_stay_with_their_word() -> None:
    said = "Drei Monate kostenlos testen bis 31. Januar 2027."
    found = cues([spoken(said)], 32, "de")
    lines = [joined([w.text for w in line], "de") for cue in found for line in cue.lines]
    assert not [line for line in lines if line.endswith("31.")] and any("31. Januar" in line for line in lines)


def test_chinese_has_no_spaces_and_shorter_lines() -> None:
    assert max_chars("zh") == 14
    words = tuple(
        Word(text=t, start=i * 0.3, end=i * 0.3 + 0.3)
        for i, t in enumerate(
            ["每", "天", "清", "晨", "现", "泡，", "欢", "迎", "来", "坐", "坐，", "品", "一", "杯", "好", "茶。"]
        )
    )
    assert text_of(cues([words], 14, "zh")) == ["每天清晨现泡，\n欢迎来坐坐，品一杯好茶。"]
    assert joined(["用", "Wi-Fi", "6", "上网"], "zh") == "用Wi-Fi 6上网"


def test_a_cue_stays_over_a_short_gap_and_goes_in_a_long_one() -> None:
    near = cues([spoken("One two three."), spoken("Four five six.", start=1.2)], 32, "en")
    assert near[0].end == near[1].start
    far = cues([spoken("One two three."), spoken("Four five six.", start=5.0)], 32, "en")
    assert far[0].end < 1.6


def test_blank_words_and_no_words() -> None:
    assert cues([], 32, "en") == ()
    assert cues([(), (Word(text=" ", start=0, end=1),)], 32, "en") == ()


def test_a_break_leaves_no_cue_that_is_too_fast_to_read() -> None:
    said = ["Dix-sept", "variétés", "de", "pommes", "poussent", "dans", "nos", "deux", "vergers."]
    times, at = [], 0.0
    for word, long in zip(said, (0.387, 0.583, 0.131, 0.26, 0.265, 0.158, 0.139, 0.17, 0.631), strict=True):
        times.append(Word(text=word, start=at, end=at + long))
        at += long
    found = cues([tuple(times)], 25, "fr")
    assert len(found) > 1
    assert all(len(c.text) / (c.end - c.start) < 21 for c in found), text_of(found)


def test_a_cue_that_comes_early_does_not_make_the_one_before_too_fast() -> None:
    first = spoken("Hausschuhe aus Rhönschafwolle.", 0.6, 0.35)
    second = spoken("Die Wolle kommt von drei Schäfereien im Umkreis von 40 Kilometern.", 2.27, 0.25)
    found = cues((first, second), 32, "de")
    assert found[1].start < second[0].start
    assert len(found[0].text) / (found[0].end - found[0].start) <= 18.1


def test_captions_of_a_wide_film_stand_under_words_at_one_side() -> None:
    look = Style(54, 32, Area(54, 838, 1812, 188), "outfit-semi", "#000000", "#ffffff", "#ffcc00")
    left = beside(look, 1920, 1080, [(120, 940), (122, 900)])
    right = beside(look, 1920, 1080, [(980, 1800)])
    assert left.align == "start" and left.band.x == 120 and left.band.right < 1040
    assert right.align == "end" and right.band.x > 880 and right.band.right == 1800
    assert beside(look, 1920, 1080, [(120, 940), (300, 1600)]) == look
    assert beside(look, 1080, 1920, [(60, 500)]) == look
