from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.design import breaks
from tools.design.shaping import shape
from tools.design.wrap import Fitted, balanced, fit, wrap


def _widest(lines: list[str] | tuple[str, ...], font_id: str, size: float, tracking: float = 0.0) -> float:
    return max((shape(line, font_id, size, tracking=tracking).width for line in lines), default=0.0)


def test_lines_are_no_wider_than_the_measure() -> None:
    text = "One lantern for the trail: it drinks in daylight, glows after dark and tops up your phone."
    lines = wrap(text, "outfit-regular", 32, 400)
    assert " ".join(lines) == text and _widest(lines, "outfit-regular", 32) <= 400
    assert _widest([lines[0] + " " + lines[1].split()[0]], "outfit-regular", 32) > 400


def test_line_breaks_are_kept() -> None:
    assert wrap("one\n\ntwo  three\r\nfour", "inter-regular", 20, 900) == ["one", "two three", "four"]


@pytest.mark.parametrize(
    "text",
    [
        "白天喝阳光，夜里点亮营地。一盏灯，照亮帐篷！",
        "他说：“你好，世界。”然后（笑着）离开了……",
        "「静かな朝」に、ゆっくり、コーヒーを。",
    ],
)
@pytest.mark.parametrize("width", [130, 170, 260])
def test_kinsoku(text: str, width: int) -> None:
    for lines in (wrap(text, "outfit-bold", 40, width), balanced(text, "outfit-bold", 40, width)):
        assert "".join(lines) == text
        assert not [line for line in lines[1:] if line[0] in "，。！？：；、）」』”’…ょゃュー"]
        assert not [line for line in lines if line[-1] in "（「『“‘"]


def test_chinese_words_stay_whole() -> None:
    assert breaks.pieces("白天喝阳光，夜里点亮营地。") == ["白天", "喝阳光，", "夜里", "点亮", "营地。"]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("light for 12 h in the dark", "12 h"),
        ("gives 300 lm of light", "300 lm"),
        ("up to 20 % more", "20 %"),
        ("only 49,90 € today", "49,90 €"),
        ("Prix : 20 € !", "20 € !"),
        ("at 7 pm sharp", "7 pm"),
        ("1 200 people came", "1 200"),
        ("续航12小时以上", "12小时"),
        ("Frühjahrsinspektion bis 15. März", "15. März"),
        ("les 17 et 24 juillet au soir", "24 juillet"),
        ("hasta el 31 de mayo", "31 de mayo"),
        ("order until 30 June please", "30 June"),
    ],
)
def test_numbers_keep_their_units(text: str, together: str) -> None:
    assert any(together in piece for piece in breaks.pieces(text))


def test_a_word_breaks_only_when_it_is_wider_than_the_line() -> None:
    text = "Die Donaudampfschifffahrtsgesellschaft"
    lines = wrap(text, "outfit-bold", 40, 300)
    assert lines[0] == "Die" and len(lines) > 2 and "".join(lines) == text.replace(" ", "")
    assert wrap(text, "outfit-bold", 40, 1200) == [text]
    url = wrap("https://example.org/a/very/long/path?query=1", "inter-regular", 40, 400)
    assert all(line[-1] in "/?=&" for line in url[:-1])


def test_balanced_lines_are_alike_and_end_without_a_widow() -> None:
    text = "Small-batch beans, roasted on Sunday night and at your door before the first train leaves."
    spread = {"greedy": 0.0, "even": 0.0}
    for width in range(400, 900, 50):
        greedy, even = wrap(text, "outfit-regular", 30, width), balanced(text, "outfit-regular", 30, width)
        assert len(even) == len(greedy) and " ".join(even) == text
        for name, lines in (("greedy", greedy), ("even", even)):
            widths = [shape(line, "outfit-regular", 30).width for line in lines]
            spread[name] += max(widths) - min(widths)
    assert spread["even"] < spread["greedy"] * 0.6
    assert balanced("Run the long way home", "bricolage-black", 60, 330)[-1] != "home"


def test_balanced_prefers_the_end_of_a_sentence() -> None:
    assert balanced("Ten minutes a day. A new you.", "outfit-bold", 60, 420) == ["Ten minutes", "a day.", "A new you."]


def _fit(
    text: str, font_id: str, width: float, height: float, lines: int = 3, size: float = 160, least: float = 20
) -> Fitted:
    return fit(
        text, font_id, width, height, max_lines=lines, max_size=size, min_size=least, leading=1.05, tracking=-0.01
    )


def test_fit_finds_the_largest_size() -> None:
    found = _fit("Slow coffee for fast Mondays", "fraunces-black", 800, 400)
    assert not found.truncated and found.width <= 800 and found.height <= 400
    again = fit(
        "Slow coffee for fast Mondays",
        "fraunces-black",
        800,
        400,
        max_lines=3,
        max_size=160,
        min_size=found.size + 1,
        leading=1.05,
    )
    assert found.size == 160 or again.truncated


def test_fit_puts_each_short_sentence_on_its_line() -> None:
    assert _fit("Hear less. Feel more.", "bricolage-black", 620, 400).lines == ("Hear less.", "Feel more.")
    assert _fit("白天喝阳光，夜里点亮营地。", "outfit-bold", 700, 400).lines == ("白天喝阳光，", "夜里点亮营地。")


def test_a_narrow_chinese_headline_breaks_at_its_clauses() -> None:
    """The largest size would give "一支粉 / 笔，一 / 串问号"."""
    assert _fit("一支粉笔，一串问号", "outfit-bold", 140, 300).lines == ("一支粉笔，", "一串问号")


def test_fit_truncates_honestly() -> None:
    found = _fit("word " * 80, "outfit-regular", 300, 100, size=40, least=24)
    assert found.truncated and found.lines[-1].endswith("…") and len(found.lines) <= 3
    assert found.height <= 100 and found.width <= 300
    assert _fit("word", "outfit-regular", 300, 5) == Fitted((), 20, 1.05, 0.0, 0.0, True)
    assert not _fit("", "outfit-regular", 300, 5).truncated


def test_baselines_stand_where_the_block_says() -> None:
    found = _fit("Élan vital, jour après jour", "outfit-bold", 300, 300)
    tops = found.baselines(100)
    first = shape(found.lines[0], "outfit-bold", found.size, tracking=-0.01).ink_box(0, tops[0])
    last = shape(found.lines[-1], "outfit-bold", found.size, tracking=-0.01).ink_box(0, tops[-1])
    assert first.y >= 100 - 0.01 and last.bottom <= 100 + found.height + 0.01


WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "the",
            "coffee",
            "lantern",
            "300",
            "lm",
            "Größe",
            "阳光，夜里",
            "营地。",
            "مصباح",
            "שלום",
            "—",
            "20",
            "%",
            "https://ex.org/a/b?c=d",
            "Überraschungs",
        ]
    ),
    max_size=14,
)


@given(WORDS, st.floats(30, 900), st.floats(10, 500), st.integers(1, 4))
@settings(max_examples=120, deadline=None)
def test_what_is_given_back_always_fits(words: list[str], width: float, height: float, lines: int) -> None:
    found = _fit(" ".join(words), "outfit-bold", width, height, lines, 90, 14)
    assert len(found.lines) <= lines and 14 <= found.size <= 90
    assert found.width <= width + 1e-3 and found.height <= height + 1e-3
    if not found.truncated:
        assert "".join("".join(found.lines).split()) == "".join("".join(words).split())


@given(WORDS, st.floats(40, 700))
@settings(max_examples=80, deadline=None)
def test_wrapping_loses_nothing(words: list[str], width: float) -> None:
    text = " ".join(words)
    for lines in (wrap(text, "inter-regular", 24, width), balanced(text, "inter-regular", 24, width)):
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(len(line) == 1 or shape(line, "inter-regular", 24).width <= width + 0.01 for line in lines)


@pytest.mark.parametrize(
    "line", ["for £60 until 31 January 2027", "bis 15. Februar 2027", "jusqu'au 30 septembre", "hasta el 31 de mayo"]
)
def test_a_day_stays_with_its_month(line: str) -> None:
    day = next(p for p in breaks.pieces(line) if any(c.isdigit() for c in p) and "£" not in p)
    assert any(month in day for month in ("January", "Februar", "septembre", "de mayo"))


def test_a_line_ends_neither_with_a_preposition_nor_inside_a_compound() -> None:
    for width, height in ((230, 170), (560, 380)):
        found = fit(
            "Cours du soir à l'atelier", "fraunces-black", width, height, max_lines=4, max_size=150, min_size=10
        )
        assert found.lines == ("Cours", "du soir", "à l'atelier")
    lines = balanced("The Ninth Die: a board-game café opening in Leeds.", "inter-regular", 38, 600)
    assert lines == ["The Ninth Die: a board-game", "café opening in Leeds."]
    assert "18\u00a0h\u00a030" in breaks.bound("le jeudi de 18 h 30 à 21 h")


@pytest.mark.parametrize("width", [240, 420, 500])
def test_a_small_word_has_company(width: int) -> None:
    made = fit("Hausschuhe aus Rhönschafwolle", "lora-bold", width, 400, max_lines=4, max_size=90, min_size=20)
    assert made.lines == ("Hausschuhe aus", "Rhönschafwolle")


def test_a_point_between_two_things_does_not_end_a_line() -> None:
    made = fit(
        "Petit domaine viticole en Anjou · clos-hirondelles.example",
        "inter-regular",
        300,
        200,
        max_lines=3,
        max_size=18,
        min_size=18,
    )
    assert " ".join(made.lines) == "Petit domaine viticole en Anjou clos-hirondelles.example" and len(made.lines) > 1
    one = fit("Anjou · clos.example", "inter-regular", 300, 200, max_lines=3, max_size=18, min_size=18)
    assert one.lines == ("Anjou · clos.example",)
