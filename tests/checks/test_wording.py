"""Banned and required words, lengths, and lines said twice."""

from __future__ import annotations

import pytest

from core.copydeck import Cite, Copy, Piece
from core.findings import Severity
from tools.checks.wording import banned_in, check_banned, check_limits, check_required, repeats


@pytest.mark.parametrize(
    ("text", "word"),
    [("Cheaper lights", "cheap"), ("It amazes", "amaze"), ("Billige Lampen", "billig"), ("Luces baratas", "barato"), ("Des lampes bradées", "bradée"), ("便宜的灯", "便宜"), ("A CHEAP light", "cheap")],
)  # fmt: skip
def test_banned_word_is_found_in_any_simple_form(text: str, word: str) -> None:
    (found,) = check_banned({"copy": text}, [word])
    assert found.severity is Severity.HOLD and found.avoid == (word,)
    a, b = found.place["span"]
    assert word[:4].casefold() in text[a:b].casefold()


@pytest.mark.parametrize(
    ("text", "word"), [("A cheapskate no more? A cheetah", "chee"), ("Artist", "art"), ("", "x"), ("plain", "")]
)
def test_other_words_are_left_alone(text: str, word: str) -> None:
    assert not banned_in(text, [word])


def test_legal_line_must_stand_word_for_word() -> None:
    assert not check_required("Terms apply.\n See  site.", ["Terms apply. See site."])
    (found,) = check_required("Terms may apply.", ["Terms apply.", " "])
    assert found.severity is Severity.BLOCK


def _copy(*texts: str, role: str = "headlines") -> Copy:
    return Copy(language="en", role=role, pieces=tuple(Piece(text=t) for t in texts))


def test_limits_count_as_the_channel_counts() -> None:
    assert not check_limits(_copy("12345"), 5)
    assert len(check_limits(_copy("123456", " "), 5)) == 2
    assert check_limits(_copy("四个字吧"), 5, channel="google_ads") and not check_limits(_copy("四个字吧"), 5)


def test_own_clause_twice_in_a_campaign_is_seen_but_a_fact_may_return() -> None:
    one, two = _copy("The sun sets. Somehow the evening stays."), _copy("Hello there, somehow the evening stays!")
    (found,) = repeats({"a": one, "b": two})
    assert found.avoid == ("somehow the evening stays",) and found.severity is Severity.WARN and found.slot == "b"
    fact = Copy(
        language="en",
        role="sub",
        pieces=(Piece(text="Runs on plain sunlight", cites=(Cite(start=0, end=22, fact="f1"),)),),
    )
    assert not repeats({"a": fact, "b": fact})
    assert [f.severity for f in repeats({"a": _copy("Stay a while", "stay a while")})] == [Severity.HOLD]


def test_short_runs_hashtags_and_picture_texts_are_no_repeats() -> None:
    assert not repeats({"a": _copy("And now: tea"), "b": _copy("And now: coffee")})
    assert not repeats({"a": _copy("Tea #one #two #three #four"), "b": _copy("Coffee #one #two #three #four")})
    same = _copy("A drawing of a lamp beside the words", role="alt")
    assert not repeats({"a": same, "b": same})
    assert repeats({"a": _copy("天黑了，灯还亮在那里呢。"), "b": _copy("你好，灯还亮在那里呢")})


def test_marks_that_draw_nothing_are_not_missed_in_a_legal_line() -> None:
    assert not check_required("Prices incl. VAT 40 % tax", ["Prices \u202eincl.\u202c VAT\u200b 40 % tax"])
    assert check_required("Prices incl. VAT", ["Prices incl. VAT 40 %"])
    assert not check_required("L’abus d’alcool est dangereux", ["L'abus d'alcool est dangereux"])
