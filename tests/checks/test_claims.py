"""Planted claims are found in five languages, honest lines are left alone."""

from __future__ import annotations

import pytest

from core.copydeck import Cite, Copy, Piece
from core.findings import Finding, Severity
from tests.checks.planted import HONEST, PLANTED
from tools.checks.claims import check_claims

FACTS = {
    "en": {"f1": "Runs on sunlight for 12 hours", "f2": "We do not use palm oil", "f3": "Costs €1,200 at Harbour Street", "product": "SunSip, a solar lantern", "brand": "SunSip"},
    "es": {"f1": "Funciona con luz solar durante 12 horas", "f2": "No usamos aceite de palma", "f3": "Cuesta 1.200 € en Calle Mayor", "product": "SunSip, un farol solar", "brand": "SunSip"},
    "de": {"f1": "Läuft 12 Stunden mit Sonnenlicht", "f2": "Wir verwenden kein Palmöl", "f3": "Kostet 1.200 € in der Hafenstraße", "product": "SunSip, eine Solarlaterne", "brand": "SunSip"},
    "fr": {"f1": "Fonctionne 12 heures à la lumière du soleil", "f2": "Nous n'utilisons pas d'huile de palme", "f3": "Coûte 1 200 € rue du Port", "product": "SunSip, une lanterne solaire", "brand": "SunSip"},
    "zh": {"f1": "晒太阳，亮12小时", "f2": "我们不用棕榈油做原料", "f3": "售价1200元，店在海港街", "product": "SunSip，一盏太阳能灯", "brand": "SunSip"},
}  # fmt: skip
HOLDS = {
    "en": ("Runs on sunlight for 14 hours|f1", "Runs for twelve days in a row and costs $12|f1", "Costs $1,200|f3", "Three shops in town|", "Sold at Baker Street|f3", "As tested by NASA|f1", "The brightest lantern|f1", "The most reliable light you can buy|f1", "Better than any torch|f1", "Guaranteed to shine|f1", "Only a few left|f1", "Loved by campers|f1", "An award-winning lantern|f1", "We use palm oil|f2", "It does not run on sunlight for 12 hours|f1", "Thousands of campers own one|f1", "Save 20% today|f1", "On sale since 4 May|f1"),
    "es": ("Funciona con luz solar durante 14 horas|f1", "Cuesta 1.300 €|f3", "Probado por la NASA|f1", "El mejor farol|f1", "Más barato que nadie|f1", "Garantizado|f1", "Últimas unidades|f1", "Recomendado por campistas|f1", "Un farol premiado|f1", "Usamos aceite de palma|f2", "Tres tiendas en la ciudad|", "El farol más brillante|f1"),
    "de": ("Läuft 14 Stunden mit Sonnenlicht|f1", "Kostet 1.300 €|f3", "Geprüft vom TÜV|f1", "Die hellste Laterne|f1", "Heller und besser als andere|f1", "Garantiert hell|f1", "Nur für kurze Zeit|f1", "Empfohlen von Campern|f1", "Preisgekrönt|f1", "Wir verwenden Palmöl|f2", "Drei Läden in der Stadt|", "Der Testsieger|f1"),
    "fr": ("Fonctionne 14 heures à la lumière du soleil|f1", "Coûte 1 300 €|f3", "Testé par la NASA|f1", "La meilleure lanterne|f1", "Mieux que les autres|f1", "Garanti|f1", "Édition limitée|f1", "Recommandée par les campeurs|f1", "Une lanterne primée|f1", "Nous utilisons de l'huile de palme|f2", "Trois boutiques en ville|", "La lanterne la plus lumineuse|f1"),
    "zh": ("晒太阳，亮14小时|f1", "售价1300元|f3", "经NASA测试|f1", "最亮的灯|f1", "比其他灯更安全|f1", "保证够亮|f1", "限量发售|f1", "用户说好|f1", "荣获大奖|f1", "我们用棕榈油做原料|f2", "城里有三家店|", "第一品牌|f1"),
}  # fmt: skip
BLOCKS = {
    "en": ("Relieves pain and heals|f1", "Passive income from day to day|f1"),
    "es": ("Alivia y cura|f1", "Ingresos pasivos|f1"),
    "de": ("Lindert und heilt|f1", "Steuerfrei leben|f1"),
    "fr": ("Soulage et guérit|f1", "Gagnez de l'argent|f1"),
    "zh": ("治疗失眠|f1", "稳赚不赔|f1"),
}
CLEAN = {
    "en": ("Runs on sunlight for 12 hours|f1", "Runs on sunlight for twelve hours|f1", "Costs €1200 at Harbour Street|f3", "SunSip runs on sunlight|f1", "We do not use palm oil|f2", "Stay for the second sunset|", "The sun sets. The evening stays.|", "Who says the evening ends at dusk?|", "I know. You know.|", "Light is good company|", "No hurry at all|", "Sunday mornings smell of toast|"),
    "es": ("Funciona con luz solar durante doce horas|f1", "Cuesta 1200 € en Calle Mayor|f3", "SunSip funciona con luz solar|f1", "No usamos aceite de palma|f2", "Quedarse hasta las estrellas|", "Se va el sol. La noche se queda.|", "¿Dónde empieza tu fin de semana?|", "Una hora más de tarde|", "Hola, campista|"),
    "de": ("Läuft zwölf Stunden mit Sonnenlicht|f1", "Kostet 1200 € in der Hafenstraße|f3", "Wir verwenden kein Palmöl|f2", "Bleiben, bis die Sterne kommen|", "Jemand öffnet das Fenster am Abend.|", "Noch eine Stunde Abend|", "Das Sofa läuft nicht weg.|", "Für Sie und Ihre Familie|", "Die erste Tasse Kaffee am Morgen|"),
    "fr": ("Fonctionne douze heures à la lumière du soleil|f1", "Coûte 1200 € rue du Port|f3", "Nous n'utilisons pas d'huile de palme|f2", "Rester jusqu'aux étoiles|", "Le soleil part. Le soir reste.|", "Encore une heure de soir|", "Où commence votre week-end ?|", "Un sac près de la porte|", "Quelque chose de neuf ce soir|"),
    "zh": ("晒太阳，亮12小时|f1", "晒太阳，亮十二小时|f1", "售价1200元|f3", "SunSip，晒太阳|f1", "我们不用棕榈油做原料|f2", "等星星，等一壶水开|", "天黑了，夜正好|", "一条路，一道弯|", "推开门，就是远方|"),
}  # fmt: skip


def _check(line: str, language: str, role: str = "headline") -> tuple[Finding, ...]:
    text, _, fact = line.partition("|")
    cites = (Cite(start=0, end=len(text), fact=fact),) if fact else ()
    copy = Copy(language=language, role=role, pieces=(Piece(text=text, role=role, cites=cites),))
    return check_claims(copy, FACTS[language], "copy.headlines.en")


def _rows(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in table.items() for line in lines]


@pytest.mark.parametrize(("language", "line"), [*_rows(HOLDS), *_rows(PLANTED)])
def test_planted_claim_is_held(language: str, line: str) -> None:
    found = _check(line, language)
    assert found and {f.check for f in found} == {"T2.claims"}
    assert all(f.severity in (Severity.HOLD, Severity.BLOCK) and f.remedy and f.evidence for f in found)
    text = line.partition("|")[0]
    for f in found:
        a, b = f.place["span"]
        assert 0 <= a < b <= len(text) and f.slot == "copy.headlines.en"
        assert all(part in text for part in f.avoid) and f.avoid


@pytest.mark.parametrize(("language", "line"), _rows(BLOCKS))
def test_promise_of_health_or_money_blocks(language: str, line: str) -> None:
    assert Severity.BLOCK in {f.severity for f in _check(line, language)}


@pytest.mark.parametrize(("language", "line"), [*_rows(CLEAN), *_rows(HONEST)])
def test_honest_line_passes(language: str, line: str) -> None:
    assert not _check(line, language)


def test_counts_of_the_planted_set() -> None:
    assert sum(len(lines) for table in (HOLDS, BLOCKS, PLANTED) for lines in table.values()) >= 120
    assert sum(len(lines) for table in (CLEAN, HONEST) for lines in table.values()) >= 90


def test_a_hashtag_may_join_the_words_of_a_name_and_no_other() -> None:
    facts = {"brand": "Second Lead", "product": "Second Lead, a dog shelter"}
    for text, wrong in (("Meet them #SecondLead", False), ("Meet them #ThirdLead", True)):
        copy = Copy(language="en", role="posts", pieces=(Piece(text=text),))
        assert bool(check_claims(copy, facts, "")) is wrong


def test_a_hashtag_may_join_words_that_stand_apart_in_the_product() -> None:
    facts = {"product": "a law firm for tenants in Bristol"}
    for tag, wrong in (
        ("#LawFirmBristol", False),
        ("#Bristol", False),
        ("#LawFirmLeeds", True),
        ("#BristolAward", True),
    ):
        copy = Copy(language="en", role="posts", pieces=(Piece(text=f"Have a look. {tag} {tag}"),))
        assert bool(check_claims(copy, facts, "")) is wrong, tag


def test_what_the_product_has_must_be_in_a_cited_fact() -> None:
    facts = {"f1": "With a handle made of leather", "product": "SunSip, a lantern", "brand": "SunSip"}
    text = "SunSip has a leather handle"
    cited = Piece(text=text, cites=(Cite(start=7, end=27, fact="f1"),))
    assert not check_claims(Copy(language="en", role="sub", pieces=(cited,)), facts, "")
    (found,) = check_claims(Copy(language="en", role="sub", pieces=(Piece(text=text),)), facts, "")
    assert "said of the product" in found.evidence


def test_a_figure_of_another_fact_does_not_help() -> None:
    assert _check("Runs for €1,200|f1", "en") and not _check("It is €1,200|f3", "en")


def test_claim_word_of_the_cited_fact_passes() -> None:
    facts = {"f1": "Winner of the Lantern Prize 2024, the brightest in its class"}
    text = "Winner of the Lantern Prize 2024"
    cited = Piece(text=text, cites=(Cite(start=0, end=len(text), fact="f1"),))
    assert not check_claims(Copy(language="en", role="sub", pieces=(cited,)), facts, "")
    assert check_claims(Copy(language="en", role="sub", pieces=(Piece(text=text),)), facts, "")


@pytest.mark.parametrize(
    "cite", [Cite(start=0, end=99, fact="f1"), Cite(start=3, end=3, fact="f1"), Cite(start=0, end=4, fact="f9")]
)
def test_bad_citation_is_held(cite: Cite) -> None:
    copy = Copy(language="en", role="sub", pieces=(Piece(text="Good evening", cites=(cite,)),))
    assert any("citation" in f.evidence for f in check_claims(copy, FACTS["en"], ""))


def test_pictures_are_not_read_and_other_languages_are() -> None:
    assert not _check("The best 14 lanterns by NASA|", "en", role="alt")
    copy = Copy(language="ru", role="sub", pieces=(Piece(text="Свет на 14 часов"),))
    assert check_claims(copy, {"f1": "Свет на 12 часов"}, "")
