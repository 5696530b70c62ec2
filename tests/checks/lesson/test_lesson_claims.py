"""Statements against the spans that they cite: planted changes of numbers, names and negations, and honest lines."""

from __future__ import annotations

import pytest

from core.findings import Severity
from tests.checks.lesson.small import NAME, lesson, span, statement
from tools.checks.lesson.claims import check_lesson_claims

SOURCES = {
    "en": "Alfred Wegener proposed continental drift in 1912. Later Marie Tharp mapped the sea floor near Iceland. Most people doubted Wegener, but Tharp did not.",
    "de": "Später schrieb Alfred Wegener ein Buch. Dann zeichnete Marie Tharp den Boden vor Island. Viele glaubten Wegener nicht, aber Tharp tat es.",
    "es": "En 1912 el sabio Alfred Wegener habló de la deriva. Luego Marie Tharp dibujó el fondo cerca de Islandia.",
    "fr": "En 1912 le savant Alfred Wegener parla de la dérive. Puis Marie Tharp dessina le fond près de l'Islande.",
    "zh": "蔡伦在公元105年改进了造纸方法。后来王祯在宁国印书。",
}

PLANTED = [
    ("en", "About 68 percent of evaporation happens over the oceans.", "About 86 percent of all evaporation happens over the oceans."),
    ("en", "The tunnel is 75 km long.", "The tunnel is 57 km long."),
    ("en", "Six planets are rocky.", "Four planets are rocky."),
    ("en", "The war lasted thirty years.", "The war lasted twenty years."),
    ("en", "It weighs 5 million tonnes.", "It weighs 5 thousand tonnes."),
    ("en", "It rose by 3 euros.", "It rose by 3 percent."),
    ("en", "In 1921 Alfred Wegener proposed continental drift.", "Alfred Wegener proposed continental drift in 1912."),
    ("en", "Tharp proposed continental drift.", "Alfred Wegener proposed continental drift in 1912."),
    ("en", "Continental drift was proposed by Isaac Newton.", "Alfred Wegener proposed continental drift in 1912."),
    ("en", "The ridge lies near Greenland.", "Marie Tharp mapped the ridge near Iceland."),
    ("en", "Salt does not stay behind when water evaporates.", "Salt stays behind when water evaporates."),
    ("en", "The heart stops during sleep.", "The heart never stops during sleep."),
    ("en", "Whales are fish.", "Whales are not fish."),
    ("en", "Metals cannot conduct heat.", "Metals conduct heat."),
    ("en", "Pressure increases with height.", "Pressure decreases with height."),
    ("en", "Plants need less light in summer.", "Plants need more light in summer."),
    ("en", "No source at all is cited.", ""),
    ("de", "Der Tunnel ist 75 km lang.", "Der Tunnel ist 57 km lang."),
    ("de", "Der Krieg dauerte dreißig Jahre.", "Der Krieg dauerte zwanzig Jahre."),
    ("de", "Das Buch schrieb Tharp.", "Später schrieb Alfred Wegener ein Buch."),
    ("de", "Wale sind Fische.", "Wale sind keine Fische."),
    ("de", "Metalle leiten Wärme nicht.", "Metalle leiten Wärme."),
    ("de", "Der Druck steigt mit der Höhe.", "Der Druck sinkt mit der Höhe."),
    ("es", "El túnel mide 75 km.", "El túnel mide 57 km."),
    ("es", "La guerra duró treinta años.", "La guerra duró veinte años."),
    ("es", "Las ballenas son peces.", "Las ballenas no son peces."),
    ("es", "La deriva la propuso Isaac Newton.", "En 1912 el sabio Alfred Wegener habló de la deriva."),
    ("es", "La presión aumenta con la altura.", "La presión disminuye con la altura."),
    ("fr", "Le tunnel mesure 75 km.", "Le tunnel mesure 57 km."),
    ("fr", "La guerre dura trente ans.", "La guerre dura vingt ans."),
    ("fr", "Les baleines sont des poissons.", "Les baleines ne sont pas des poissons."),
    ("fr", "La dérive fut proposée par Isaac Newton.", "En 1912 le savant Alfred Wegener parla de la dérive."),
    ("fr", "La pression augmente avec la hauteur.", "La pression diminue avec la hauteur."),
    ("zh", "大约68%的蒸发发生在海洋上。", "大约86%的蒸发发生在海洋上。"),
    ("zh", "王祯改进了造纸方法。", "蔡伦在公元105年改进了造纸方法。"),
    ("zh", "鲸鱼是鱼。", "鲸鱼不是鱼。"),
    ("zh", "金属不能导热。", "金属能导热。"),
    ("zh", "气压随高度上升。", "气压随高度下降。"),
    ("zh", "战争持续了三十年。", "战争持续了二十年。"),
]  # fmt: skip

HONEST = [
    ("en", "86% of evaporation happens over the oceans.", "About 86 percent of all evaporation happens over the oceans."),
    ("en", "The tunnel is 57 km long.", "The tunnel is 57 km long and took 12 years."),
    ("en", "Four planets are rocky.", "Of the eight planets, 4 are rocky."),
    ("en", "In 1912 Wegener proposed continental drift.", "Alfred Wegener proposed continental drift in 1912."),
    ("en", "The sea floor was mapped near Iceland.", "Later Marie Tharp mapped the sea floor near Iceland."),
    ("en", "Evaporation takes up heat.", "Evaporation takes up heat, while condensation does not."),
    ("en", "Condensation does not take up heat.", "Evaporation takes up heat, while condensation does not take up heat."),
    ("en", "Whales are not fish.", "Whales are not fish, although they live in the sea."),
    ("en", "The sun warms the sea.", "The sun warms the sea, and water evaporates from its surface."),
    ("en", "Vapour cools as it rises and forms tiny drops.", "Vapour cools as it rises, and it forms tiny drops around grains of dust."),
    ("en", "It cost 1,200 pounds.", "It cost £1200."),
    ("en", "The war lasted twenty years.", "The war lasted 20 years."),
    ("en", "Rain is fresh: salt stays behind.", "Rain does not come from the sea's salt: salt stays behind when water evaporates."),
    ("de", "Der Tunnel ist 57 km lang.", "Der Tunnel ist 57 km lang und kostete 12 Milliarden."),
    ("de", "Wegener schrieb ein Buch.", "Später schrieb Alfred Wegener ein Buch."),
    ("de", "Wale sind keine Fische.", "Wale sind keine Fische, obwohl sie im Meer leben."),
    ("de", "Tharp zeichnete den Boden.", "Dann zeichnete Marie Tharp den Boden vor Island."),
    ("de", "Es kostete 1.200 Euro.", "Es kostete 1200 €."),
    ("de", "Gesetze gelten für alle.", "Gesetze gelten für alle, auch wenn sie nicht jedem gefallen."),
    ("es", "El túnel mide 57 km.", "El túnel mide 57 km y no tiene salida."),
    ("es", "Las ballenas no son peces.", "Las ballenas no son peces, aunque viven en el mar."),
    ("es", "Wegener habló de la deriva.", "En 1912 el sabio Alfred Wegener habló de la deriva."),
    ("es", "Cuesta 2,5 euros.", "Cuesta 2,5 €."),
    ("fr", "Le tunnel mesure 57 km.", "Le tunnel mesure 57 km."),
    ("fr", "Les baleines ne sont pas des poissons.", "Les baleines ne sont pas des poissons, mais des mammifères."),
    ("fr", "Wegener parla de la dérive.", "En 1912 le savant Alfred Wegener parla de la dérive."),
    ("fr", "Il y a 1 200 habitants.", "Il y a 1 200 habitants."),
    ("zh", "86%的蒸发发生在海洋上。", "大约86%的蒸发发生在海洋上。"),
    ("zh", "蔡伦改进了造纸方法。", "蔡伦在公元105年改进了造纸方法。"),
    ("zh", "水不停地移动。", "水在海洋、空气和陆地之间不停地移动。"),
    ("zh", "鲸鱼不是鱼。", "鲸鱼不是鱼，但生活在海里。"),
    ("zh", "两种岩石不同。", "这两种岩石不同。"),
]  # fmt: skip


def found(language: str, text: str, quote: str) -> list[str]:
    made = lesson(language, terms=({"id": "t1", "word": "?", "meaning": statement(text, quote)},))
    told = check_lesson_claims(made, {NAME: SOURCES[language]})
    assert all(f.severity is Severity.HOLD and f.place["part"] == "terms/t1" and f.remedy for f in told)
    return [f.evidence for f in told]


@pytest.mark.parametrize(("language", "text", "quote"), PLANTED)
def test_a_planted_change_is_caught(language: str, text: str, quote: str) -> None:
    assert found(language, text, quote)


@pytest.mark.parametrize(("language", "text", "quote"), HONEST)
def test_an_honest_statement_passes(language: str, text: str, quote: str) -> None:
    assert found(language, text, quote) == []


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(PLANTED) >= 30 and len(HONEST) >= 30


def test_feedback_is_read_but_worked_out_numbers_are_not() -> None:
    given = {"id": "q1", "prompt": "?", "objective": "o1", "spans": (span("It has 86 parts."),)}
    for kind, feedback, wrong in (
        ("short_answer", "It has 68 parts.", 1),
        ("numeric", "100 - 86 = 14", 0),
        ("cloze", "It has 86 parts.", 0),
    ):
        made = lesson(questions=({**given, "kind": kind, "feedback": feedback},))
        assert len(check_lesson_claims(made, {})) == wrong, kind
