"""Reading level, verbatim runs, words for an age, and counts of he and she: planted defects and honest texts."""

from __future__ import annotations

import pytest

from core.findings import Severity
from core.lesson import Lesson
from tests.checks.lesson.small import NAME, lesson, question, statement
from tools.checks.lesson.bias import check_bias, counts
from tools.checks.lesson.readability import amstad, check_reading_level, reading_level
from tools.checks.lesson.suitability import check_suitability
from tools.checks.lesson.syllables import syllables
from tools.checks.lesson.verbatim import check_verbatim


def reading(text: str, language: str = "en", quoted: bool = False, **parts: object) -> Lesson:
    section = {"id": "s1", "title": "?", "statements": (statement(text, "?", quoted),)}
    return lesson(language, sections=(section,), **parts)


# -- reading level
EASY = {
    "en": "The sun is hot. It warms the sea. The sea gives off steam. The steam goes up. It gets cold. Then drops form. The drops fall down as rain. The rain fills the lakes. We drink from them. ",
    "es": "El sol da luz. El mar está al sol. El agua sube al aire. El aire es frío. Las gotas caen. La lluvia va al río. El río va al mar. Yo veo el mar. ",
    "de": "Die Sonne ist warm. Sie scheint auf das Meer. Das Meer wird warm. Dampf steigt auf. Oben ist es kalt. Dann fällt der Regen. Der Regen füllt den See. Wir baden im See. ",
    "fr": "Le jour est beau. Le chat dort. Il fait chaud. La mer est bleue. On va au bord. Le vent est doux. La pluie vient. Le lac est plein. On boit de l'eau. ",
    "zh": "太阳很热。海水变暖。水往上走。上面很冷。水滴变重。雨落下来。河水流动。我们喝水。",
}
HARD = {
    "en": "Contemporary constitutional jurisprudence acknowledges that parliamentary sovereignty necessarily presupposes institutional accountability, notwithstanding considerable theoretical disagreement concerning legitimate governmental intervention in international organisations. ",
    "es": "La jurisprudencia constitucional contemporánea reconoce que la soberanía parlamentaria presupone necesariamente la responsabilidad institucional de las organizaciones internacionales, independientemente de consideraciones administrativas extraordinariamente complicadas. ",
    "de": "Die verfassungsrechtliche Rechtsprechung berücksichtigt selbstverständlich außerordentlich komplizierte Verwaltungsangelegenheiten internationaler Organisationen, deren gesellschaftliche Verantwortlichkeit wissenschaftliche Auseinandersetzungen hervorgerufen hat. ",
    "fr": "La jurisprudence constitutionnelle contemporaine reconnaît nécessairement la responsabilité institutionnelle des organisations internationales, indépendamment de considérations administratives extraordinairement compliquées et théoriquement discutables. ",
    "zh": "当代宪法理论普遍承认议会主权必然以国家机构对全体公民承担相应政治责任为前提条件并且要求国际组织在实施干预行动之前充分说明其合法性依据与必要性程度。",
}
LEVELS = [
    *((lang, EASY[lang] * n, ages, False) for lang in EASY for n, ages in ((2, (10, 11)), (3, (12, 13)), (4, (15, 16)))),
    *((lang, HARD[lang] * n, ages, True) for lang in HARD for n, ages in ((3, (6, 7)), (4, (8, 9)), (5, (9, 10)))),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "ages", "hard"), LEVELS)
def test_a_text_above_its_readers(language: str, text: str, ages: tuple[int, int], hard: bool) -> None:
    told = check_reading_level(reading(text, language, ages=ages), {})
    assert [f.severity for f in told] == ([Severity.WARN] if hard else []), told


def test_the_formulas_by_hand() -> None:
    """Forty words of one syllable in ten sentences: each formula can be worked out on paper."""
    text = "Sun and sea met. " * 10
    read = reading_level(text, "en")
    assert read and read.figure == pytest.approx(0.39 * 4 + 11.8 - 15.59) and read.grade == 1.0
    spanish = reading_level("Sol y mar ven. " * 10, "es")
    assert spanish and spanish.figure == pytest.approx(206.84 - 60 - 1.02 * 4)
    french = reading_level("Le chat dort bien. " * 10, "fr")
    assert french and french.figure == pytest.approx(207 - 1.015 * 4 - 73.6)
    german = reading_level("Das Haus ist rot. " * 10, "de")
    assert german and german.figure == pytest.approx(0.1672 * 4 - 3.27 - 0.875)
    assert amstad("Das Haus ist rot. " * 10) == pytest.approx(180 - 4 - 58.5) and amstad("") is None
    chinese = reading_level("太阳很热的，海水变暖了。" * 5, "zh")
    assert chinese and chinese.figure == 5 and chinese.grade == pytest.approx(1.8)


def test_what_is_stated_must_be_what_is_measured() -> None:
    (told,) = check_reading_level(reading(HARD["en"] * 3, grade=5.0), {})
    assert told.severity is Severity.HOLD and "Flesch-Kincaid" in told.evidence
    assert not check_reading_level(reading(EASY["en"] * 3, grade=1.4), {})
    assert [f.severity for f in check_reading_level(reading("Too short.", grade=5.0), {})] == [Severity.NOT_CHECKED]
    assert [f.severity for f in check_reading_level(reading("слово " * 60, "ru", ages=(9, 10)), {})] == [
        Severity.NOT_CHECKED
    ]
    assert not check_reading_level(reading("Too short."), {})


SYLLABLES = {
    "en": "1 sea make stone stopped hail changed; 2 water table surface people created* science quiet lion rivers ocean cycle vapour create wanted; 3 area idea beautiful video; 5 evaporation precipitation",
    "es": "1 sol ley muy; 2 agua país cielo guerra queso leer planta; 3 María pingüino; 4 aéreo; 5 fotosíntesis",
    "de": "1 See Meer Haus; 2 Wasser Bäume Straße Feuer neue; 3 Regierung Verdunstung Theater; 4 Verfassungen",
    "fr": "1 eau table chante parlent; 2 école maison petite; 3 royaume; 4 révolution",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(SYLLABLES))
def test_syllables(language: str) -> None:
    for part in SYLLABLES[language].split("; "):
        count, *words = part.split()
        wrong = {w: syllables(w, language) for w in words if "*" not in w and syllables(w, language) != int(count)}
        assert not wrong
    assert syllables("", language) == syllables("'", language) == 1


# -- verbatim runs
WORDS = [
    a + b + "en"
    for a in "bcdfghklmnprst"
    for b in ("al", "el", "il", "ol", "ul", "ar", "er", "ir", "or", "ur", "an", "en", "in", "on", "un")
]
SOURCE = " ".join(WORDS[:200])
CHINESE = "".join(chr(0x4E00 + i * 7) for i in range(200))


def words(a: int, b: int) -> str:
    return " ".join(WORDS[a:b])


RUNS = [
    *((words(a, a + n), False, n > 25) for a, n in ((0, 1), (0, 10), (3, 24), (0, 25), (50, 25), (175, 25), (0, 26), (60, 26), (174, 26), (0, 40), (10, 100), (0, 200))),
    *((words(0, n), True, False) for n in (25, 26, 60)),
    (f"The text says: “{words(0, 40)}”", False, False), (f"«{words(0, 30)}»", False, False), (f"„{words(0, 30)}“", False, False), (f"“{words(0, 20)}” {words(20, 40)}", False, False), (f"“{words(0, 10)}” {words(10, 40)}", False, True),
    (words(0, 20) + " and " + words(20, 40), False, False), (words(0, 20) + " and " + words(20, 47), False, True), (words(0, 26).upper(), False, True), (words(0, 26).replace(" ", ",  "), False, True), (" ".join(words(0, 50).split()[::-1]), False, False), (words(0, 25) + " other", False, False),
    (CHINESE[:40], False, False), (CHINESE[5:45], False, False), (CHINESE[:41], False, True), (CHINESE[100:190], False, True), (CHINESE[:60], True, False), (f"课文写道：“{CHINESE[:60]}”", False, False), (CHINESE[:30] + "啊" + CHINESE[30:60], False, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted", "wrong"), RUNS)
def test_long_runs_are_quoted(text: str, quoted: bool, wrong: bool) -> None:
    told = check_verbatim(reading(text, quoted=quoted), {NAME: SOURCE, "z": CHINESE})
    assert [f.severity for f in told] == ([Severity.HOLD] if wrong else [])


def test_a_run_over_several_statements_and_in_feedback() -> None:
    parts = tuple(statement(words(a, a + 15) + ".", "?") for a in (0, 15))
    (told,) = check_verbatim(lesson(sections=({"id": "s1", "title": "?", "statements": parts},)), {NAME: SOURCE})
    assert told.severity is Severity.WARN
    asked = lesson(questions=(question("cloze", "?", "?", feedback=words(0, 30)),))
    assert check_verbatim(asked, {NAME: SOURCE}) and not check_verbatim(asked, {})


# -- words for an age
AGES = [
    ("en", "They sold heroin.", (9, 10), True), ("en", "He lost it all in a casino.", (10, 11), True), ("en", "They found a corpse.", (8, 9), True), ("en", "A history of torture.", (10, 12), True), ("en", "He thought of suicide.", (13, 14), True), ("en", "This is shit.", (17, 18), True), ("en", "The king was beheaded.", (12, 13), True), ("en", "Erotic poems.", None, True), ("en", "A drunk sailor.", None, False), ("en", "They sold heroin.", (12, 13), False),
    ("de", "Sie handelten mit Kokain.", (9, 10), True), ("de", "Er rauchte Zigaretten.", (8, 9), True), ("de", "Die Folter war üblich.", (10, 11), True), ("de", "So eine Scheiße.", (16, 17), True), ("de", "Sein Selbstmord.", (14, 15), True),
    ("es", "Vendían cocaína.", (9, 10), True), ("es", "La tortura era común.", (10, 11), True), ("es", "El suicidio.", (13, 14), True), ("es", "¡Qué mierda!", (17, 18), True), ("fr", "Ils vendaient de la cocaïne.", (9, 10), True), ("fr", "La torture.", (10, 11), True), ("fr", "Un suicide.", (13, 14), True), ("zh", "他们贩卖海洛因。", (9, 10), True), ("zh", "赌博害人。", (8, 9), True), ("zh", "自杀。", (13, 14), True),
    ("en", "Heroines of the sea.", (8, 9), False), ("en", "The war began in 1914.", (9, 10), False), ("en", "Scrape the grapes.", (8, 9), False), ("en", "The bastion fell.", (8, 9), False), ("de", "Die Leichtigkeit des Seins.", (8, 9), False), ("de", "Der Krieg begann 1914.", (9, 10), False), ("es", "La disputa terminó.", (8, 9), False), ("es", "La heroica ciudad.", (8, 9), False), ("fr", "Un violon et une violette.", (8, 9), False), ("zh", "大麦和麻布。", (8, 9), False), ("zh", "自己杀出重围。", (8, 9), False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "ages", "wrong"), AGES)
def test_words_for_an_age(language: str, text: str, ages: tuple[int, int] | None, wrong: bool) -> None:
    told = check_suitability(reading(text, language, ages=ages), {})
    assert [f.severity for f in told] == ([Severity.HOLD] if wrong else []), told
    assert [f.severity for f in check_suitability(reading(text, "ru"), {})] == [Severity.NOT_CHECKED]


# -- he and she
BIAS = [
    ("en", "He came. He saw. He left. His men and his horse.", True), ("en", "She came. She saw. She left. Her men and her horse.", True), ("en", "John, James, Paul, Peter and Mark.", True), ("en", "Anna, Mary, Emma, Clara and Lucy.", True), ("en", "He, he, he, he, he, he, he, he, he and she.", True), ("en", "John, James, Paul, Peter, Mark, Tom, Max and Anna.", True), ("en", "Himself, himself, himself, himself, himself.", True), ("en", "HE said. HE went. HE sat. HE ate. HE slept.", True),
    ("es", "Él, él, él, él y él.", True), ("es", "Juan, Pedro, Pablo, Carlos y Luis.", True), ("es", "Ella, ella, ella, ella y ellas.", True), ("de", "Peter, Paul, Hans, Karl und Otto.", True), ("de", "Anna, Maria, Lena, Lea und Mia.", True), ("fr", "Jean, Pierre, Paul, Henri et Louis.", True), ("fr", "Marie, Jeanne, Julie, Camille et Louise.", True), ("zh", "他来。他看。他走。他的马。他的剑。", True), ("zh", "她来。她看。她走。她的马。她的剑。", True),
    ("en", "He came and she came. His horse, her horse. He and she.", False), ("en", "He came. He saw. He left.", False), ("en", "The sun warms the sea.", False), ("en", "The theory of the heat there.", False), ("en", "John, James, Anna, Mary and Paul.", False), ("en", "Marking the rosary, John tommed.", False), ("en", "He he he she she.", False),
    ("es", "Él y ella; él y ella; ellos y ellas.", False), ("es", "El sol, el mar, el río, el aire, el fuego.", False), ("es", "Juan y Ana, Pedro y Elena, Luis.", False), ("de", "Er fließt. Er steigt. Er fällt. Er sinkt. Er ruht.", False), ("de", "Der Fluss, der See, der Berg.", False), ("de", "Peter und Anna, Paul und Lena, Max.", False), ("fr", "Il pleut. Il neige. Il gèle. Il vente. Il tonne.", False), ("fr", "Jean et Marie, Pierre et Julie, Paul.", False), ("zh", "他和她，他和她，他和她。", False), ("zh", "其他其他其他其他其他其他。", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "skewed"), BIAS)
def test_counts_of_he_and_she(language: str, text: str, skewed: bool) -> None:
    told = check_bias(reading(text, language), {})
    assert [f.severity for f in told] == ([Severity.WARN] if skewed else [])


def test_the_bias_line_gives_the_numbers() -> None:
    made = reading("He met Anna. He met Paul. She met Paul.")
    assert counts(made).line() == "he 2, she 1; first names of men 2, of women 1 (Paul 2, Anna 1)"


def test_the_tables_are_as_long_as_promised() -> None:
    for table in (LEVELS, RUNS, AGES, BIAS):
        assert len(table) >= 30
