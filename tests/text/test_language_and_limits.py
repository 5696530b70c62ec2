"""Small parts: reading a line, telling languages apart, trades and topics, counting characters."""

from __future__ import annotations

import pytest

from core.vocab import DOMAINS, LANGUAGES
from tools.text.embedded.domains import detect, topics
from tools.text.embedded.language import detect_language, foreign
from tools.text.embedded.packs import frames, pack
from tools.text.embedded.texts import sentences
from tools.text.embedded.understand import understand
from tools.text.limits import count, fits, limit

KINDS = ("short", "turn")


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_pack_speaks_all_five_languages(domain: str) -> None:
    phrases = pack(domain)
    if not phrases:
        return  # a trade without a pack of its own uses the plain one
    for language in LANGUAGES:
        assert [k for k in KINDS if not phrases.get(f"{language} {k}")] == [], (domain, language)


def test_the_fallback_is_complete() -> None:
    assert all(pack("plain").get(f"{language} {kind}") for language in LANGUAGES for kind in KINDS)
    assert all(frames(language) for language in LANGUAGES)


def test_a_german_date_is_no_sentence_end() -> None:
    assert sentences("Vom 4. bis 7. September. Eintritt frei.") == ["Vom 4. bis 7. September.", "Eintritt frei."]


@pytest.mark.parametrize(
    ("line", "language", "name", "category"),
    [("SunSip, a solar lantern", "en", "SunSip", "solar lantern"), ("松烟茶馆，台南的一家茶馆", "zh", "松烟茶馆", "茶馆"), ("Klangufer, ein Festival für Kammermusik", "de", "Klangufer", "Festival")],
)  # fmt: skip
def test_a_line_is_understood(line: str, language: str, name: str, category: str) -> None:
    seen = understand(line, language)
    assert (seen.name, seen.category) == (name, category)


@pytest.mark.parametrize(
    "text", ["Visita a tres palenques familiares", "Grupos de 8 personas", "Esterillas en la sala"]
)
def test_own_facts_are_not_foreign(text: str) -> None:
    assert not foreign(text, "es")


def test_languages_and_topics() -> None:
    assert [
        detect_language(t) for t in ("Der Hund ist nicht da", "毎朝のパン", "Свежий хлеб", "los perros del barrio")
    ] == ["de", "ja", "ru", "es"]
    assert foreign("the light of the day", "de") and not foreign("", "de")
    assert topics("a camping lantern", "outdoor") == {"camp"} and detect("a camping lantern")[0] == "outdoor"
    assert detect("") == ("plain", 0.0)


def test_characters_are_counted_as_the_channel_does() -> None:
    assert count("四字四字", "google_ads") == 8 and count("四字四字") == 4
    assert limit("nowhere", "x") == 0 and fits("x" * 999, "nowhere", "x")
