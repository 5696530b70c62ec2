"""Reading briefs: what is taken, what is refused and how it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.planner import complete
from core.brief import Brief
from core.errors import BadInput
from core.taste import Taste
from graphs.briefs import MAX_BYTES, build, parse_text, read_file
from graphs.kinds.campaign.draft import draft

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_every_example_is_a_brief(path: Path) -> None:
    brief = read_file(path)
    assert brief.product and (brief.facts or brief.sources)


def test_one_line_is_a_brief() -> None:
    assert parse_text("a bakery in Porto").product == "a bakery in Porto"
    assert parse_text("ratio 16:9 lessons: a primer").product == "ratio 16:9 lessons: a primer"


def test_yaml_keeps_words_as_words() -> None:
    brief = parse_text(
        "title: 12\nlanguages: [no, de]\nfacts:\n  - 2026-06-30\n  - yes\n  - text: 0x10\n    source: tests\n"
    )
    assert brief.title == "12" and brief.languages == ("no", "de")
    assert [(f.id, f.text, f.source) for f in brief.facts] == [
        ("f1", "2026-06-30", ""),
        ("f2", "yes", ""),
        ("f3", "0x10", "tests"),
    ]


def test_markdown_with_front_matter() -> None:
    brief = parse_text("---\nbrand: Praxis\nlanguage: de\n---\n# Der Titel\n\nEine Praxis.\n\n- eins\n- zwei\n")
    assert (brief.title, brief.product, brief.brand.name) == ("Der Titel", "Eine Praxis.", "Praxis")
    assert [f.text for f in brief.facts] == ["eins", "zwei"]


def test_set_changes_a_field_before_the_check() -> None:
    brief = parse_text(
        "title: a\nfacts: [one, two]\nbrand: Name\n", sets=["brand.name=Other", "facts.1=three", "seed=9"]
    )
    assert brief.brand.name == "Other" and brief.facts[1].text == "three" and brief.seed == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the brief is empty"),
        ("titel: x\ngoal: y\n", "line 1: there is no field 'titel'. Did you mean 'title'?"),
        ("title: x\nbrand:\n  nam: y\n", "line 3: there is no field 'nam'. Did you mean 'name'?"),
        ("title: [a\n", "this is not YAML"),
        ("title: a\ntitle: b\n", "line 2: the field stands twice: 'title'"),
        ("a: &x 1\nb: *x\n", "anchors and aliases are not allowed"),
        ("title: !!python/object:os.system x\n", "tags are not allowed"),
        (
            "title: x\nseed: many\n",
            "brief, line 2: seed: wants a whole number, not 'many'. See `python main.py schema campaign`",
        ),
        ("title: x\nseed: -4\n", "seed: wants at least 0, not '-4'"),
        ("title: x\nurl: javascript:alert(1)\n", "line 2: url: wants the address of a web page"),
        ("title: x\nurl: 'JavaScript:alert(1)'\n", "url: wants the address of a web page"),
        ("title: x\nurl: data:text/html,x\n", "url: wants the address of a web page"),
        ("title: x\nurl: https://a b\n", "url: wants the address of a web page"),
        ("product: x\nlanguage: de\nlanguages: en\n", "line 3: the field stands twice: 'languages'"),
        ("product: x\nbanned_words: a\nbrand: {banned: b}\n", "line 2: the field stands twice: 'banned_words'"),
        ("product: x\nsizes: square\ndetails: {sizes: story}\n", "line 2: the field stands twice: 'sizes'"),
        ("product: x\nseconds: long\n", "line 2: details.seconds: wants a number, not 'long'"),
        ("product: x\nseconds: 600\n", "details.seconds: wants at most 60, not '600'"),
        ("product: x\nnarration: perhaps\n", "details.narration: wants yes or no, not 'perhaps'"),
        ("product: x\nstart: soon\n", "details.start: wants a date such as 2027-05-31, not 'soon'"),
        ("product: x\nmood: grim\n", "line 2: details.mood: wants '' or 'warm' or 'bright'"),
        ("product: x\nsizes: {a: b}\n", "details.sizes: wants a list"),
        ("product: [x]\n", "product: wants text"),
        ("product: x\nfacts: {a: [b]}\n", "line 2: facts.0.text: wants text"),
        (
            "kind: lesson\nminutes: a while\n",
            "line 2: details.minutes: wants a whole number, not 'a while'. See `python main.py schema lesson`",
        ),
        ("title: x\nbrand: {colours: [blue]}\n", "line 2: brand.colours: 'blue' is not a hex colour"),
        ("title: x\nfacts:\n  - text: ''\n", "line 3: facts.0.text"),
        ("title: " + "[" * 50 + "]" * 50, "nested too deeply"),
        ("- a\n- b\n", "is not a list of fields"),
        ("title: a\0b", "NUL"),
        ("x" * (MAX_BYTES + 1), "too long"),
    ],
)
def test_a_bad_brief_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_text(text)
    assert said in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("seed=many", "--set seed=many: seed: wants a whole number, not 'many'"),
        ("details.seconds=600", "--set details.seconds=600: details.seconds: wants at most 60"),
        ("seconds=600", "--set seconds=600: details.seconds: wants at most 60"),
        ("brand.nam=x", "--set brand.nam=x: there is no field 'nam'. Did you mean 'name'?"),
        ("facts.0=", "--set facts.0=: facts.0.text: is empty"),
        ("audiense=x", "--set audiense=x: there is no field 'audiense'"),
    ],
)
def test_a_bad_option_is_named_not_the_file(change: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_text("product: x\nseed: 3\nseconds: 20\nbrand: {name: y}\nfacts: [one]\n", sets=[change])
    assert str(caught.value).startswith(said)


def test_an_option_wins_over_the_file_by_any_name_of_the_field() -> None:
    text = "product: x\nlanguage: de\ncuts: 6-9x16\nbanned: [a]\n"
    brief = parse_text(text, sets=["languages=en,de", "details.cuts=15-1x1", "brand.banned=b"])
    assert brief.languages == ("en", "de") and brief.details["cuts"] == ["15-1x1"] and brief.brand.banned == ("b",)
    assert parse_text("product: x\nlanguages: de\n", sets=["lang=fr"]).languages == ("fr",)


def test_names_that_people_guess() -> None:
    brief = parse_text("product: x\nbrand: B\nbanned_words: cheap, nasty\nLegal-Lines: Not near wires, ever.\n")
    assert (brief.brand.name, brief.brand.banned, brief.brand.legal) == (
        "B",
        ("cheap", "nasty"),
        ("Not near wires, ever.",),
    )
    inside = parse_text("product: x\nbrand: {banned_words: [cheap], legal_lines: [No.]}\n").brand
    assert (inside.banned, inside.legal) == (("cheap",), ("No.",))


@pytest.mark.parametrize(
    ("text", "product", "facts"),
    [
        ("A repair cafe for bicycles in Ghent\nFirst Sunday of the month\n", "A repair cafe for bicycles in Ghent", ["First Sunday of the month"]),
        ("A repair cafe\n\n- Bring your bike\n* Coffee is free\n", "A repair cafe", ["Bring your bike", "Coffee is free"]),
        ("A repair cafe for bicycles that an editor broke at its margin,\nin Ghent.\nFree.", "A repair cafe for bicycles that an editor broke at its margin, in Ghent.", ["Free."]),
        ("Ein Repair-Café für Fahrräder, das jeden Monat stattfindet in der\nAltstadt von Gent.", "Ein Repair-Café für Fahrräder, das jeden Monat stattfindet in der Altstadt von Gent.", []),
        ("修车咖啡馆\n每月第一个星期天", "修车咖啡馆", ["每月第一个星期天"]),
        ("- one line with a dash", "one line with a dash", []),
    ],
)  # fmt: skip
def test_a_short_text_is_a_brief(tmp_path: Path, text: str, product: str, facts: list[str]) -> None:
    (tmp_path / "q.txt").write_text(text, "utf-8")
    for brief in (read_file(tmp_path / "q.txt"), parse_text(text)):
        assert brief.product == product and [f.text for f in brief.facts] == facts


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(b"title: \xff\xfe\n")
    with pytest.raises(BadInput, match="not UTF-8"):
        read_file(path)
    with pytest.raises(BadInput, match="cannot be read"):
        read_file(tmp_path / "none.yaml")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_brief_or_a_clear_error(text: str) -> None:
    try:
        brief = parse_text(text)
    except BadInput as error:
        assert error.what
    else:
        assert isinstance(brief, Brief)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(Brief.model_fields)),
        st.one_of(st.text(max_size=40), st.lists(st.text(max_size=9), max_size=3)),
    )
)
def test_any_fields_give_a_brief_or_a_clear_error(raw: dict[str, object]) -> None:
    from graphs.briefs import build

    try:
        assert isinstance(build(dict(raw), {}), Brief)
    except BadInput as error:
        assert error.what


def test_details_are_held_against_the_kind_before_anything_runs() -> None:
    with pytest.raises(BadInput, match=r"brief, line 3: details.sizes.0"):
        parse_text("product: A kite\ndetails:\n  sizes: [huge]\n")
    with pytest.raises(BadInput, match=r"no field 'size'.*Did you mean 'sizes'"):
        parse_text("product: A kite\ndetails: {size: [square]}\n")
    with pytest.raises(BadInput, match="no such kind"):
        parse_text("product: A kite\nkind: opera\n")


def test_a_list_may_be_set_from_the_command_line() -> None:
    for change in ("details.cuts=6-9x16, 15-1x1", "details.cuts=[6-9x16, 15-1x1]"):
        assert parse_text("A kite", sets=[change]).details["cuts"] == ["6-9x16", "15-1x1"]


def test_a_translation_is_set_by_its_language() -> None:
    by_name = "product: A kite\nlanguages: [en, de]\ntranslations:\n  de: {product: Ein Drachen}\n"
    listed = "product: A kite\nlanguages: [en, de]\ntranslations:\n  - {language: de, product: Ein Drachen}\n"
    for text in (by_name, listed, "product: A kite\nlanguages: [en, de]\n"):
        brief = parse_text(text, sets=["translations.de.title=Drachen", "translations.fr.cta=Voir", "title=Kites"])
        assert brief.localised("de").title == "Drachen" and brief.localised("fr").cta == "Voir"
        assert brief.localised("en").title == "Kites" and brief.localised("de").product in ("Ein Drachen", "A kite")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("product: x\ntranslations:\n  - product: y\n", "brief, line 3: a translation does not say its language"),
        ("product: x\ntranslations:\n  - {language: de}\n  - {language: de}\n", "two translations are of one language: 'de'"),
        ("product: x\ntranslations:\n  - language: de\n    titel: y\n", "brief, line 4: there is no field 'titel'. Did you mean 'title'?"),
    ],
)  # fmt: skip
def test_a_bad_translation_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_text(text)
    assert said in str(caught.value)


@pytest.mark.parametrize("path", [p for p in EXAMPLES if read_file(p).kind == "campaign"], ids=lambda p: p.name)
def test_every_example_is_planned_in_each_of_its_languages(path: Path) -> None:
    brief = complete(read_file(path))
    plan = draft(brief, Taste(), frozenset({"speech"}))
    for language in brief.languages:
        slot = plan.slot(f"long.{language}")
        own = brief.localised(language)
        assert slot.spec["product"] == own.product and slot.spec["cta"] == own.cta
        assert [f["text"] for f in slot.spec["facts"]] == [f.text for f in own.facts]
        assert language == brief.language or own.product != brief.product


def test_a_line_is_rid_of_its_job_and_the_report_says_so() -> None:
    brief = complete(parse_text("Launch campaign for a small-batch cinnamon tea from a family shop"))
    assert (
        brief.product == "a small-batch cinnamon tea from a family shop" and brief.title == "Small-batch cinnamon tea"
    )
    assert [i.field for i in brief.inferred] == ["languages", "product", "title", "cta", "facts"]
    two = complete(parse_text("product: A kite\nlanguages: [en, de, fr]\ntranslations: {fr: {cta: Voler}}\n"))
    assert [two.localised(x).cta for x in two.languages] == ["Learn more", "Mehr erfahren", "Voler"]


@pytest.mark.parametrize(
    ("banned", "legal", "field"),
    [("turbo", [], "brand.name"), ("gratis", ["Gratis solange der Vorrat reicht"], "brand.legal, line 1")],
)
def test_a_brief_that_forbids_what_it_demands_is_refused(banned: str, legal: list[str], field: str) -> None:
    raw = {
        "kind": "campaign",
        "product": "Fahrradlampen",
        "brand": {"name": "Turbo Licht", "banned": [banned], "legal": legal},
    }
    with pytest.raises(BadInput) as caught:
        build(raw, {})
    assert field in str(caught.value) and banned in str(caught.value)


def test_a_banned_word_that_nothing_must_say_is_fine() -> None:
    brief = build(
        {"kind": "campaign", "product": "Fahrradlampen", "brand": {"name": "Turbo Licht", "banned": ["billig"]}}, {}
    )
    assert brief.brand.banned == ("billig",)


def test_a_contradiction_is_told_with_its_line() -> None:
    with pytest.raises(BadInput, match="line 5: brand.banned forbids"):
        parse_text("kind: campaign\nproduct: lamps\nbrand:\n  name: Turbo Licht\n  banned: [turbo]\n")
