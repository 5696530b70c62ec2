"""The words for the job are taken off a line, and nothing else is."""

from __future__ import annotations

import pytest

from tools.text.embedded.job import without_job

TAKEN_OFF = """
en | Launch campaign for a small-batch cinnamon tea from a family shop | a small-batch cinnamon tea from a family shop
en | We need a social media campaign for our hotel | our hotel
en | Promote our yoga studio | our yoga studio
en | Campaign to promote a jazz festival | a jazz festival
de | Kampagne für einen kleinen Buchladen in Köln | ein kleiner Buchladen in Köln
de | Werbung für ein gemütliches Café | ein gemütliches Café
de | Kampagne zur Eröffnung einer kleinen Bäckerei in Jena | eine kleine Bäckerei in Jena
de | Launch-Kampagne für den neuen Roman | der neue Roman
de | Wir brauchen eine Kampagne für unsere Tierarztpraxis | unsere Tierarztpraxis
de | Kampagne zum Start von handgemachten Seifen | handgemachte Seifen
de | Werbekampagne zu einem kleinen Museum in Trier | ein kleines Museum in Trier
fr | Campagne de lancement d'un thé à la cannelle d'une boutique familiale | un thé à la cannelle d'une boutique familiale
fr | Campagne pour le lancement d'une crèche | une crèche
fr | Publicité pour l'atelier du coin | l'atelier du coin
es | Campaña de lanzamiento de un té de canela | un té de canela
es | Campaña para la apertura de una guardería | una guardería
zh | 为一家宠物诊所做推广 | 一家宠物诊所
zh | 一款肉桂茶的上市推广 | 一款肉桂茶
zh | 给我们的幼儿园写一份招生宣传文案 | 我们的幼儿园
zh | 推广一家律师事务所 | 一家律师事务所
"""
KEPT = """
en | posters for children's rooms
en | a marketing agency for dentists
en | a launch pad for model rockets
de | eine Bäckerei in Jena
de | Reaktionsspiel für Kinder
fr | une maison de campagne pour familles
es | un despacho de anuncios
zh | 一家广告公司
zh | 杭州的一家律师事务所
"""


def _rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "line", "left"), _rows(TAKEN_OFF))
def test_words_for_the_job_are_taken_off(language: str, line: str, left: str) -> None:
    assert without_job(line, language) == left
    assert without_job(left, language) == left


@pytest.mark.parametrize(("language", "line"), _rows(KEPT))
def test_a_line_without_a_job_stays(language: str, line: str) -> None:
    assert without_job(line, language) == line


@pytest.mark.parametrize("line", ["", " ", "campaign for ", "Kampagne für", "campaña", "为做推广", "ad for x"])
def test_hardly_anything_is_left_alone(line: str) -> None:
    assert all(without_job(line, lang) == line.strip() for lang in ("en", "de", "es", "fr", "zh"))
