"""Questions from small hand-made knowledge in five languages: what they must be, and what must not be asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.findings import Severity
from core.knowledge import Knowledge
from core.lesson import Level, Objective, Question
from core.source import Span
from tests.checks.lesson.small import lesson
from tests.text.lesson.knowledges import LANGUAGES, knowledge, objectives, text
from tools.checks.lesson import CHECKS
from tools.text.embedded.lesson.questions import questions
from tools.text.embedded.lesson.questions.voice import _lists

MANY: dict[Level, int] = {"support": 20, "core": 30, "stretch": 30}
FEW: dict[Level, int] = {"support": 3, "core": 4, "stretch": 3}
SEEDS = (1, 7, 23)
_SKIPPED = {"check_minutes", "check_reading_level", "check_bias", "check_alt"}
"""What a lesson that holds questions alone cannot pass or fail."""


def made(language: str, seed: int = 7, wanted: dict[Level, int] | None = None) -> tuple[Question, ...]:
    return questions(knowledge(language), objectives(language), seed, wanted or MANY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_check_of_a_lesson_passes_them(language: str, seed: int) -> None:
    asked = made(language, seed)
    tested = {q.objective for q in asked}
    goals = tuple(o for o in objectives(language) if o.id in tested)
    whole = lesson(language, questions=asked, objectives=goals, summary={"text": "?", "spans": ()})
    told = [f for c in CHECKS if c.__name__ not in _SKIPPED for f in c(whole, {f"{language}.txt": text(language)})]
    assert [f for f in told if f.evidence != "cites nothing: ?"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_kinds_and_objectives_are_all_served(language: str) -> None:
    asked = made(language)
    assert {q.level for q in asked} == {"support", "core", "stretch"}
    assert {"multiple_choice", "cloze", "ordering", "numeric", "short_answer"} <= {q.kind for q in asked}
    assert {q.objective for q in asked} == {o.id for o in objectives(language)}
    assert len(asked) >= 10 and len({q.id for q in asked}) == len(asked)
    assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", q.id) and q.feedback and q.spans for q in asked)
    assert all(c.feedback and c.spans for q in asked for c in q.choices)
    levels = {"matching": "support", "ordering": "core", "numeric": "stretch"}
    assert all(q.level == levels.get(q.kind, q.level) for q in asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_more_than_wanted_and_many_kinds_among_few(language: str) -> None:
    asked = made(language, wanted=FEW)
    for level, most in FEW.items():
        assert 0 < sum(q.level == level for q in asked) <= most
    assert len({q.kind for q in asked}) >= 5
    assert questions(knowledge(language), objectives(language), 7, {}) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_request_same_questions_and_ids_outlive_the_seed(language: str) -> None:
    assert made(language) == made(language)
    one, two = ({q.id: q for q in made(language, seed)} for seed in (1, 23))
    both = one.keys() & two.keys()
    assert len(both) > len(one) / 2
    assert any([c.text for c in one[i].choices] != [c.text for c in two[i].choices] for i in both)
    chosen = [one[i] for i in sorted(both) if one[i].level != "stretch"]  # a contrast may ask for the other side
    assert all({c.text for c in q.choices if c.right} == {c.text for c in two[q.id].choices if c.right} for q in chosen)


def test_the_right_option_moves() -> None:
    places = [
        [c.right for c in q.choices].index(True)
        for lang in LANGUAGES
        for s in range(8)
        for q in made(lang, s)
        if q.kind == "multiple_choice"
    ]
    for place in range(3):
        assert 0.15 < places.count(place) / len(places) < 0.5


def test_options_are_of_like_length() -> None:
    for language in LANGUAGES:
        for q in made(language):
            right = [len(c.text) for c in q.choices if c.right]
            wrong = [len(c.text) for c in q.choices if not c.right]
            if q.kind == "multiple_choice" and max(right + wrong) > 16:
                assert right[0] <= 1.6 * max(wrong) and 1.6 * right[0] >= min(wrong), q.prompt


def test_an_edit_elsewhere_keeps_the_ids() -> None:
    full = knowledge("en")
    moved = full.model_copy(update={"definitions": full.definitions[1:], "events": ()})
    before = {q.id for q in made("en")}
    after = {q.id for q in questions(moved, objectives("en"), 7, MANY)}
    assert len(before & after) > len(after) / 2


# -- what must not be asked


def known(sentences: str, **parts: Any) -> Knowledge:
    """Knowledge whose sentences are the lines; ``span`` of each part is the number of its line."""
    lines, at, spans = sentences.split("\n"), 0, []
    for line in lines:
        spans.append(Span(source="s", start=at, end=at + len(line), quote=line))
        at += len(line) + 1
    data: dict[str, Any] = {key: [{**x, "span": spans[x["span"]]} for x in value] for key, value in parts.items()}
    told = [{"text": t, "span": s, "weight": 0.5} for t, s in zip(lines, spans, strict=True)]
    return Knowledge.model_validate({"source": "s", "title": "Stone", "language": "en", "sentences": told, **data})


def goal(words: str) -> tuple[Objective, ...]:
    return (Objective(id="o1", text=words, verb="", bloom="understand"),)


def options(asked: tuple[Question, ...]) -> set[str]:
    return {c.text.casefold() for q in asked for c in q.choices}


def defined(*pairs: tuple[str, str], kind: str = "thing") -> Knowledge:
    lines = "\n".join(f"{t} is {m}." for t, m in pairs)
    return known(
        lines, definitions=[{"term": t, "meaning": m, "kind": kind, "span": i} for i, (t, m) in enumerate(pairs)]
    )


BASE = (
    ("Flux", "thing that flows along the wires"),
    ("Grit", "thing made of broken shells"),
    ("Loam", "thing that farmers plough each spring"),
)


@pytest.mark.parametrize(
    ("extra", "shown"),
    [
        (("Silt", "thing that settles in quiet lakes"), True),
        (("Stream", "thing that flows along the wires"), False),  # the same meaning
        (("Magnetic flux", "thing that magnets send out"), False),  # holds the other term
        (("Wires", "thing that carries power to homes"), False),  # a word of the meaning asked for
    ],
)
def test_a_rival_term_is_never_also_right(extra: tuple[str, str], shown: bool) -> None:
    asked = questions(
        defined(*BASE, extra), goal("Flux, grit, loam, silt, stream, wires and magnetic things"), 3, {"support": 9}
    )
    flux = [q for q in asked if any(c.right and c.text == "Flux" for c in q.choices)]
    assert flux or not shown
    for q in flux:
        assert all(extra[0] != c.text or shown for c in q.choices)


@pytest.mark.parametrize(
    ("what", "parts"),
    [
        ("one definition has no rivals", {"definitions": [{"term": "Flux", "meaning": "flow of a field", "span": 0}]}),
        ("a term inside its own meaning", {"definitions": [{"term": "Flux", "meaning": "the flux of the field lines", "span": 0}] * 3}),
        ("years that are about right", {"events": [{"when": "about 1788", "year": 1788, "what": "flux was named", "span": 0}, {"when": "1830", "year": 1830, "what": "grit was sold", "span": 1}]}),
        ("a year that crosses our era", {"events": [{"when": "44 BC", "year": -44, "what": "flux was named", "span": 0}, {"when": "30", "year": 30, "what": "grit was sold", "span": 1}]}),
        ("figures of two things", {"figures": [{"value": 5, "unit": "km", "what": "length of flux", "shown": "5 km", "span": 0}, {"value": 7, "unit": "km", "what": "depth below grit", "shown": "7 km", "span": 1}]}),
        ("figures of two units", {"figures": [{"value": 5, "unit": "km", "what": "length of flux", "shown": "5 km", "span": 0}, {"value": 7, "unit": "m", "what": "length of grit", "shown": "7 m", "span": 1}]}),
        ("a percentage that is no share", {"figures": [{"value": 5, "unit": "percent", "what": "growth of flux", "shown": "5 percent", "span": 0}]}),
        ("two steps", {}),
        ("a contrast of one side", {"contrasts": [{"first": "flux", "second": "grit", "first_says": "is hard", "second_says": "is hard", "span": 0}]}),
        ("a contrast that another sentence turns round", {"contrasts": [{"first": "flux", "second": "grit", "first_says": "gives warmth", "second_says": "keeps cool", "span": 0}]}),
        ("one cause", {"causes": [{"cause": "flux", "effect": "grit is warm", "span": 0}]}),
        ("a whole with one part", {"parts": [{"whole": "flux", "parts": ["grit"], "span": 0}]}),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_not_asked(what: str, parts: dict[str, Any]) -> None:
    lines = "Here flux stands and 5 percent rise?\nHere grit stands?\nIndeed grit gives warmth too?"
    asked = questions(known(lines, **parts), goal("Flux and grit"), 3, MANY)
    assert [q for q in asked if q.kind not in ("short_answer",)] == [], what


def test_gaps_stand_on_key_words_of_sentences_that_stand_alone() -> None:
    lines = (
        "The old miners carried heavy lamps into the deep shaft.\n"
        "They carried heavy lamps into the deep shaft every morning.\n"
        "Miners, lamps and ropes lay in the deep shaft after work.\n"
        "However, the miners left heavy lamps in the deep shaft."
    )
    data = known(lines).model_copy(update={"keywords": knowledge("en").keywords[:0]})
    words = [{"word": "lamps", "weight": 0.9}, {"word": "miners", "weight": 0.8}]
    data = Knowledge.model_validate({**data.json_dict(), "keywords": words})
    asked = questions(data, goal("Miners and lamps in the shaft"), 3, MANY)
    assert [q.kind for q in asked] == ["cloze"]
    assert asked[0].spans[0].quote.startswith("The old miners") and asked[0].gaps[0][0] in ("lamps", "miners")


def test_a_question_that_another_gives_away_is_dropped() -> None:
    lines = "Flux is the steady flow of a magnetic field.\nThe steady flow of a magnetic field, flux, warms the coil."
    data = known(lines, definitions=[{"term": "flux", "meaning": "the steady flow of a magnetic field", "span": 0}])
    data = Knowledge.model_validate({**data.json_dict(), "keywords": [{"word": "coil", "weight": 0.9}]})
    asked = questions(data, goal("Flux and the magnetic field of a coil"), 3, MANY)
    prompts = [q.prompt for q in asked]
    told = [p for p in prompts if "flux" in p.casefold()]
    assert not (told and any(q.answers and q.answers[0] == "flux" for q in asked)), prompts


def test_no_question_without_an_objective_or_frames() -> None:
    assert questions(knowledge("en"), (), 1, MANY) == ()
    assert questions(knowledge("en"), goal("Bake bread with yeast."), 1, MANY) == ()
    assert questions(knowledge("en").model_copy(update={"language": "pt"}), objectives("en"), 1, MANY) == ()
    assert questions(Knowledge(source="s", title="", language="en"), objectives("en"), 1, MANY) == ()


HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "]]>",
    '"quoted" \\ back',
    "{term} {meaning} {0}",
    "[1] gap",
    "שלום עולם",
    "a\u202eb",
    "x" * 2000,
    "😀",
    "",
    " ",
    "line\nbreak",
    "a\x00b",
    "%s %d",
    "::c{}~=#",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=40), min_size=12, max_size=12), st.sampled_from(LANGUAGES))
def test_any_words_can_be_asked_about(words: list[str], language: str) -> None:
    lines = "\n".join(w.replace("\n", " ") for w in words)
    terms = [
        {"term": w, "meaning": m, "kind": "thing", "span": i}
        for i, (w, m) in enumerate(zip(words, words[1:], strict=False))
    ]
    causes = [{"cause": w, "effect": m, "span": 0} for w, m in zip(words, words[3:], strict=False)]
    parts = [{"whole": words[0], "parts": words[1:4], "span": 0}, {"whole": words[4], "parts": words[5:8], "span": 1}]
    tables = [{"title": words[0], "columns": words[:2], "rows": [[w, "1,2"] for w in words[2:6]], "span": 0}]
    data = known(lines, definitions=terms, causes=causes, parts=parts, tables=tables).model_copy(
        update={"language": language}
    )
    asked = questions(data, goal(" ".join(w[:60] for w in words)), 3, MANY)
    whole = lesson(language, questions=asked)
    for check in CHECKS:
        told = [f for f in check(whole, {}) if f.severity in (Severity.BLOCK, Severity.HOLD)]
        if check.__name__ in ("check_options", "check_key", "check_references"):
            assert told == []
    assert all("\n" not in q.prompt and "\x00" not in q.prompt and len(q.prompt) < 500 for q in asked)


def test_every_language_has_the_same_frames_with_the_same_fields() -> None:
    fields = {key: {frozenset(re.findall(r"\{\w+\}", f)) for f in frames} for key, frames in _lists("en").items()}
    for language in LANGUAGES[1:]:
        own = {key: {frozenset(re.findall(r"\{\w+\}", f)) for f in frames} for key, frames in _lists(language).items()}
        assert own.keys() == fields.keys()
        assert {k: v for k, v in own.items() if v and v != {frozenset()}} == {
            k: v for k, v in fields.items() if v and v != {frozenset()}
        }
