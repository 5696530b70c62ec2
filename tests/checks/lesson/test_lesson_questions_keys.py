"""Options, wrong options, keys, gaps and order: planted defects and honest questions."""

from __future__ import annotations

import pytest

from core.findings import Severity
from core.lesson import Pair
from core.source import Span
from tests.checks.lesson.small import NAME, asked, choices, diagram, question
from tools.checks.lesson.arithmetic import equations, holds
from tools.checks.lesson.cloze import check_cloze
from tools.checks.lesson.distractors import check_distractors
from tools.checks.lesson.key import check_key
from tools.checks.lesson.options import check_options
from tools.checks.lesson.order import check_order

# -- options: kind, options, whether it is wrong
OPTIONS = [
    ("multiple_choice", ("a", "b", "c"), True), ("multiple_choice", ("*a", "*b", "c"), True), ("multiple_choice", ("*a", "*b"), True),
    ("multiple_choice", ("*a",), True), ("multiple_choice", (), True), ("multiple_choice", ("*a", "b", "B"), True),
    ("multiple_choice", ("*Rain", "rain."), True), ("multiple_choice", ("*a", " "), True), ("multiple_choice", ("*水", "水。"), True),
    ("multiple_choice", ("*a", "b", "b "), True), ("multiple_choice", ("*l’eau", "l'eau"), True), ("multiple_choice", ("*a", "*b", "*c"), True),
    ("multiple_answer", ("a", "b"), True), ("multiple_answer", ("*a", "*b"), True), ("multiple_answer", (), True),
    ("multiple_answer", ("*a", "b", "b"), True), ("multiple_answer", ("*a",), True), ("multiple_answer", ("*a", "b", ""), True),
    ("multiple_choice", ("*a", "b"), False), ("multiple_choice", ("*a", "b", "c"), False), ("multiple_choice", ("a", "b", "*c", "d"), False),
    ("multiple_choice", ("*水", "火"), False), ("multiple_choice", ("*Rain", "Rainbow"), False), ("multiple_choice", ("*1.0", "1"), False),
    ("multiple_choice", ("*der See", "die See"), False), ("multiple_choice", ("*peut", "peu"), False), ("multiple_choice", ("*sí", "si"), False),
    ("multiple_answer", ("*a", "b"), False), ("multiple_answer", ("*a", "*b", "c"), False), ("multiple_answer", ("a", "b", "*c"), False),
    ("multiple_answer", ("*甲", "*乙", "丙"), False), ("multiple_answer", ("*a", "*b", "c", "d"), False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "options", "wrong"), OPTIONS)
def test_right_options(kind: str, options: tuple[str, ...], wrong: bool) -> None:
    told = check_options(asked(question(kind, "?", choices=choices(*options))), {})
    assert bool(told) == wrong and all(f.severity is Severity.HOLD for f in told)


def test_other_kinds_must_have_something_to_mark() -> None:
    same = (Pair(left="a", right="1"), Pair(left="b", right="1"))
    bad = (
        question("matching", "?", pairs=same),
        question("short_answer", "?", answers=(" ",)),
        question("ordering", "?", steps=("a", "A")),
    )
    assert all(check_options(asked(q), {}) for q in bad)
    good = (
        question("matching", "?", pairs=(same[0], Pair(left="b", right="2"))),
        question("short_answer", "?", answers=("a",)),
        question("ordering", "?", steps=("a", "b")),
    )
    assert not any(check_options(asked(q), {}) for q in good)


# -- distractors: language, span, right option, wrong option, whether the wrong one is right as well
DISTRACTORS = [
    ("en", "Precipitation is water that falls as rain, snow or hail.", "rain", "hail", True),
    ("en", "Precipitation is water that falls as rain, snow or hail.", "hail", "rain", True),
    ("en", "Granite consists of feldspar, quartz and mica.", "quartz", "mica", True),
    ("en", "Baking soda, also called sodium bicarbonate, is a salt.", "Baking soda", "sodium bicarbonate", True),
    ("en", "Mercury (quicksilver) is a metal.", "Mercury", "quicksilver", True),
    ("en", "It has 14 parts.", "14", "14.0", True),
    ("en", "It has 1200 parts.", "1,200", "1200", True),
    ("en", "The sun warms it.", "the sun", "Sun", True),
    ("de", "Niederschlag ist Regen, Schnee oder Hagel.", "Regen", "Hagel", True),
    ("de", "Die Judikative, auch Rechtsprechung genannt, urteilt.", "Judikative", "Rechtsprechung", True),
    ("de", "Kanzler und Minister bilden die Regierung.", "Kanzler", "Minister", True),
    ("es", "La lluvia, la nieve y el granizo caen de las nubes.", "la lluvia", "el granizo", True),
    ("es", "La flor tiene cáliz y corola.", "cáliz", "corola", True),
    ("fr", "La pluie, la neige et la grêle tombent des nuages.", "la pluie", "la grêle", True),
    ("fr", "Le sel ou chlorure de sodium est blanc.", "sel", "chlorure de sodium", True),
    ("zh", "降水包括雨、雪和冰雹。", "雨", "冰雹", True),
    ("zh", "番茄又称西红柿，是一种蔬菜。", "番茄", "西红柿", True),
    ("en", "Evaporation takes up heat, while condensation gives off heat.", "Evaporation", "Condensation", False),
    ("en", "Granite is hard and chalk is soft.", "Granite", "Chalk", False),
    ("en", "Granite cools slowly underground, while basalt cools quickly at the surface.", "cools slowly underground", "cools quickly at the surface", False),
    ("en", "Rivers carry the water back to the sea.", "Rivers", "the sea", False),
    ("en", "It has 14 parts.", "14", "15", False),
    ("en", "Heat melts ice.", "Heat", "Cold", False),
    ("de", "Der Bundestag wird vom Volk gewählt, während der Bundesrat von den Ländern besetzt wird.", "Bundestag", "Bundesrat", False),
    ("de", "Eine Klage setzt ein Verfahren in Gang.", "Klage", "Verfahren", False),
    ("es", "Las plantas necesitan luz, mientras que los hongos viven en la sombra.", "las plantas", "los hongos", False),
    ("es", "El frío detiene el crecimiento.", "El frío", "El calor", False),
    ("fr", "Le clergé ne paie rien, tandis que le tiers état paie tout.", "le clergé", "le tiers état", False),
    ("fr", "La guerre vide les caisses.", "La guerre", "La paix", False),
    ("zh", "竹简又重又占地方，而纸张轻便又便宜。", "竹简", "纸张", False),
    ("zh", "太阳使海水变暖。", "太阳", "月亮", False),
    ("en", "Igneous rock forms when magma cools.", "Igneous rock", "Metamorphic rock", False),
    ("de", "Die Legislative beschließt Gesetze.", "Legislative", "Exekutive", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "quote", "right", "wrong", "also"), DISTRACTORS)
def test_a_wrong_option_that_is_right(language: str, quote: str, right: str, wrong: str, also: bool) -> None:
    q = question("multiple_choice", "?", quote, choices=choices("*" + right, wrong))
    assert bool(check_distractors(asked(q, language=language), {})) == also


def test_a_term_whose_meaning_is_asked_is_right_as_well() -> None:
    terms = ({"id": "t1", "word": "Fog", "meaning": {"text": "A cloud that touches the ground."}},)
    q = question(
        "multiple_choice", "Which word means “a cloud that touches the ground”?", choices=choices("*Mist", "Fog")
    )
    assert check_distractors(asked(q, terms=terms), {}) and not check_distractors(asked(q), {})


# -- keys: language, span, number, tolerance, working, the worst that is said
KEYS = [
    ("en", "86 percent", 16, 0, "100 - 86 = 14", "BLOCK"), ("en", "86 percent", 14, 0, "100 - 86 = 16", "BLOCK"), ("en", "It has 3 and 5 parts.", 9, 0.5, "3 + 5 = 8", "BLOCK"),
    ("en", "3 and 5", 15.5, 0, "3 * 5 = 15", "BLOCK"), ("en", "3 and 5", None, 0, "3 + 5 = 8", "BLOCK"), ("en", "8 and 5", 8, 0, "8 - 5 = 8", "BLOCK"), ("en", "20 of 60", 30, 1, "20 / 60 * 100 ≈ 33.3", "BLOCK"),
    ("de", "2,7 und 3", 0.2, 0.05, "3 - 2,7 = 0,3", "BLOCK"), ("de", "1.208 und 85", 1124, 0, "1208 - 85 = 1123", "BLOCK"), ("es", "2,5 y 1,8", 7, 0.05, "2,5 - 1,8 = 0,7", "BLOCK"), ("fr", "600 000 et 80 000", 52000, 0, "600000 - 80000 = 520000", "BLOCK"), ("zh", "450和320", 120, 0, "450 - 320 = 130", "BLOCK"),
    ("en", "It has 86 parts.", 5, 0, "100 - 95 = 5", "HOLD"), ("en", "It has 86 parts.", 7, 0, "", "HOLD"), ("en", "It has 86 parts.", 14, -1, "100 - 86 = 14", "HOLD"), ("en", "3 and 5", 8, 0, "5 - 3 = 3; 3 + 5 = 8", "HOLD"),
    ("en", "86 percent", 14, 0, "take eighty-six away", "NOT_CHECKED"), ("en", "86", 14, 0, "__import__('os') = 14", "NOT_CHECKED"), ("en", "86", 14, 0, "9 ** 9 = 14", "NOT_CHECKED"), ("en", "86", 14, 0, "100 / 0 = 14", "NOT_CHECKED"), ("en", "86", 14, 0, "((100 - 86 = 14", "NOT_CHECKED"),
    ("en", "86 percent", 14, 0.5, "100 - 86 = 14", ""), ("en", "86 percent", 14, 0, "100 % − 86 % = 14 %", ""), ("en", "It has 86 parts.", 86, 0, "", ""), ("en", "20 of 60", 33.3, 0.5, "20 / 60 * 100 ≈ 33.3", ""), ("en", "2.7 and 3", 0.3, 0.05, "3 - 2.7 = 0.3", ""),
    ("en", "1,234 km and 234 km", 1000, 0, "1,234 km - 234 km = 1,000 km", ""), ("en", "3 and 5", 16, 0, "2 × (3 + 5) = 16", ""), ("en", "in 1788 and 1830", 42, 0, "1830 - 1788 = 42 years", ""), ("en", "−5 and 3 degrees: 5, 3", 8, 0, "3 - (-5) = 8", ""),
    ("de", "2,7 und 3", 0.3, 0.05, "3 - 2,7 = 0,3", ""), ("de", "1.208 und 85", 1123, 0, "1.208 - 85 = 1.123", ""), ("es", "2,5 y 1,8", 0.7, 0.05, "2,5 - 1,8 = 0,7", ""), ("fr", "35,5 millions et 45 millions", 9.5, 0.05, "45 - 35,5 = 9,5", ""), ("fr", "600 000 et 80 000", 520000, 0, "600000 - 80000 = 520000", ""), ("zh", "450和320", 130, 0, "450 - 320 = 130", ""), ("en", "3 and 5 and 4", 12, 0, "3 + 5 = 8; 8 + 4 = 12", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "quote", "number", "tolerance", "working", "worst"), KEYS)
def test_a_key_is_worked_out_again(
    language: str, quote: str, number: float | None, tolerance: float, working: str, worst: str
) -> None:
    q = question("numeric", "?", quote, number=number, tolerance=tolerance, working=working)
    told = [f.severity.value for f in check_key(asked(q, language=language), {})]
    assert (min(told, key=["BLOCK", "HOLD", "NOT_CHECKED"].index) if told else "") == worst


def test_the_sum_reader_takes_nothing_but_sums() -> None:
    for text in (
        "",
        "5",
        "= 5",
        "1 +",
        "a = b",
        "1 = 2 = ",
        "(" * 50 + "1" + ")" * 50 + " = 1",
        "-" * 60 + "1 = 1",
        "1" * 400 + " = 1",
        "lambda: 0 = 0",
    ):
        assert equations(text, "en") == (), text
    (sides,) = equations("1/3 = 0.33", "en")
    assert holds(sides) and not holds(equations("1/3 = 0.34", "en")[0])


# -- cloze: prompt, gaps, span, whether it is wrong
CLOZE = [
    ("The [1] warms the sea.", (("moon",),), "The sun warms the sea.", True), ("The [1] warms the sea.", ((),), "The sun warms the sea.", True), ("The sun warms.", (), "The sun warms.", True),
    ("The [1] warms the [3].", (("sun",), ("sea",)), "The sun warms the sea.", True), ("The [1] warms the [1].", (("sun",), ("sea",)), "The sun warms the sea.", True), ("The [1] warms.", (("sun",), ("sea",)), "The sun warms the sea.", True),
    ("The [1] warms.", (("su",),), "The sun warms the sea.", True), ("The [1] warms.", (("sun",),), "", True), ("The [1] warms.", ((" ",),), "The sun warms.", True), ("Die [1] scheint.", (("Sonn",),), "Die Sonne scheint.", True),
    ("El [1] calienta.", (("luna",),), "El sol calienta.", True), ("Le [1] chauffe.", (("lune",),), "Le soleil chauffe.", True), ("[1]使海水变暖。", (("月亮",),), "太阳使海水变暖。", True), ("[0] warms.", (("sun",),), "The sun warms.", True), ("[2] warms.", (("sun",),), "The sun warms.", True),
    ("The [1] warms the sea.", (("sun",),), "The sun warms the sea.", False), ("The [1] warms the [2].", (("sun",), ("sea", "ocean")), "The sun warms the sea.", False), ("[1] warms.", (("sun", "star"),), "Sun warms.", False),
    ("[2] warms [1].", (("sea",), ("sun",)), "The sun warms the sea.", False), ("Die [1] scheint.", (("Sonne",),), "Die Sonne scheint.", False), ("[1] scheint.", (("sonne",),), "Sonne scheint.", False), ("El [1] calienta.", (("sol",),), "El sol calienta.", False),
    ("L’[1] coule.", (("eau",),), "L’eau coule.", False), ("[1] coule.", (("L'eau", "eau"),), "L’eau coule.", False), ("Le [1] chauffe.", (("soleil",),), "Le soleil chauffe.", False), ("[1]使海水变暖。", (("太阳",),), "太阳使海水变暖。", False),
    ("水从[1]蒸发。", (("海面",),), "水从海面蒸发。", False), ("Use [1] in (brackets).", (("words",),), "Use words in (brackets).", False), ("A [1] is long.", (("sedimentary  rock",),), "A sedimentary rock is long.", False), ("It has [1] parts.", (("14",),), "It has 14 parts.", False), ("A [1] note.", (("C++",),), "A C++ note.", False),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "gaps", "quote", "wrong"), CLOZE)
def test_gaps(prompt: str, gaps: tuple[tuple[str, ...], ...], quote: str, wrong: bool) -> None:
    assert bool(check_cloze(asked(question("cloze", prompt, quote, gaps=gaps)), {})) == wrong


# -- order
WAYS = {
    "en": (
        "Wind breaks the rock.",
        "Rivers carry the pieces away.",
        "Layers settle on the floor.",
        "Pressure makes new stone.",
    ),
    "de": (
        "Der Wind bricht den Fels.",
        "Flüsse tragen die Stücke fort.",
        "Schichten sinken auf den Grund.",
        "Druck macht neues Gestein.",
    ),
    "es": (
        "El viento rompe la roca.",
        "Los ríos llevan los trozos.",
        "Las capas caen al fondo.",
        "La presión forma piedra nueva.",
    ),
    "fr": (
        "Le vent brise la roche.",
        "Les fleuves portent les morceaux.",
        "Des couches tombent au fond.",
        "La pression fait une pierre neuve.",
    ),
    "zh": ("首先把原料切碎。", "然后煮成纸浆。", "接着用竹帘捞出。", "最后晒干湿纸。"),
}
ORDERS = [
    ((0, 1, 2, 3), False),
    ((0, 2, 3), False),
    ((1, 3), False),
    ((1, 0, 2, 3), True),
    ((3, 2, 1, 0), True),
    ((0, 2, 1), True),
]


@pytest.mark.parametrize("language", sorted(WAYS))
@pytest.mark.parametrize(("order", "wrong"), ORDERS)
def test_order_of_the_source(language: str, order: tuple[int, ...], wrong: bool) -> None:
    lines, at, spans = WAYS[language], 0, []
    for line in lines:
        spans.append(Span(source=NAME, start=at, end=at + len(line), quote=line))
        at += len(line) + 1
    steps = tuple(lines[i].rstrip(".。") for i in order)
    one = " ".join(lines)
    for cited in (tuple(spans), (Span(source=NAME, start=0, end=len(one), quote=one),)):
        q = question("ordering", "?", steps=steps).model_copy(update={"spans": cited})
        told = check_order(asked(q, language=language), {})
        assert bool(told) == wrong and all(f.severity is Severity.HOLD for f in told)
    drawn = diagram("process", *(line.rstrip(".。") for line in lines))
    q = question("ordering", "?", steps=steps, diagram="d1")
    assert bool(check_order(asked(q, language=language, diagrams=(drawn,)), {})) == wrong


def test_years_a_cycle_and_what_cannot_be_told() -> None:
    spans = tuple(
        Span(source=NAME, start=i, end=i + 9, quote=t)
        for i, t in enumerate(
            ("In 1912 drift was proposed.", "The theory came out in 1788.", "In 44 BC Caesar died, or in 044.")
        )
    )
    right = question("ordering", "?", steps=("The theory came out", "Drift was proposed")).model_copy(
        update={"spans": spans}
    )
    assert not check_order(asked(right), {}) and check_order(
        asked(right.model_copy(update={"steps": right.steps[::-1]})), {}
    )
    wheel = diagram("cycle", "Water evaporates", "Vapour cools", "Drops fall", "Rivers flow")
    turned = question(
        "ordering", "?", steps=("Drops fall", "Rivers flow", "Water evaporates", "Vapour cools"), diagram="d1"
    )
    assert not check_order(asked(turned, diagrams=(wheel,)), {})
    assert check_order(asked(turned.model_copy(update={"steps": turned.steps[::-1]}), diagrams=(wheel,)), {})
    (lost,) = check_order(asked(question("ordering", "?", "Nothing of it.", steps=("Alpha beta", "Gamma delta"))), {})
    assert lost.severity is Severity.NOT_CHECKED


def test_the_tables_are_as_long_as_promised() -> None:
    for table in (OPTIONS, DISTRACTORS, KEYS, CLOZE, [(x, y) for x in WAYS for y in ORDERS]):
        assert len(table) >= 30
