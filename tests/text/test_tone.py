"""The tone of a brief is heard: form of address, exclamation marks, choice of lines."""

from __future__ import annotations

import re

import pytest

from core.copydeck import Copy
from core.vocab import LANGUAGES
from tests.text.briefs import written
from tests.text.campaigns import CAMPAIGNS, Campaign, ask, campaign
from tools.text.embedded.address import address
from tools.text.embedded.forms import spoken_to

FORMAL = {
    "de": r"\bdu\b|\bdein|\bdir\b|\bdich\b",
    "es": r"\b(?:tú|tus?|te|ti|tuy[oa]s?)\b",
    "fr": r"\b(?:tu|te|ton|tes|toi|tien)\b",
    "zh": "你",
}
FAMILIAR = {"de": r"(?<=[a-zäöü,] )Sie\b|\bIhnen\b|\bIhr", "es": r"\b(?:usted|ustedes)\b", "fr": r"\b(?:vous|votre|vos)\b|(?<!\w)(?!chez|assez|nez)\w+ez\b", "zh": "您"}  # fmt: skip


def _toned(language: str, tone: str, i: int = 8) -> Campaign:
    brief = [b for b in CAMPAIGNS if b.language == language][i]
    return brief._replace(tone=(tone,) if tone else (), facts=brief.facts or ("2019",))


def _all(texts: dict[str, Copy]) -> str:
    return "\n".join(p.text for copy in texts.values() for p in copy.pieces)


@pytest.mark.parametrize("language", ["de", "es", "fr", "zh"])
@pytest.mark.parametrize("i", [0, 4, 5, 9, 13, 21])
def test_address_is_one_and_follows_the_tone(language: str, i: int) -> None:
    formal = _all(campaign(_toned(language, "formal", i)))
    familiar = _all(campaign(_toned(language, "playful", i)))
    assert not re.search(FORMAL[language], formal), re.search(f".*(?:{FORMAL[language]}).*", formal)
    assert not re.search(FAMILIAR[language], familiar), re.search(f".*(?:{FAMILIAR[language]}).*", familiar)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", ["formal", "calm", "warm", "elegant", ""])
def test_only_a_lively_tone_exclaims(language: str, tone: str) -> None:
    for i in (1, 8, 16):
        assert not re.search("[!！¡]", _all(campaign(_toned(language, tone, i))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lively_tone_may_exclaim(language: str) -> None:
    assert any(re.search("[!！]", _all(campaign(_toned(language, tone)))) for tone in ("playful", "bold"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("one", "other"), [("formal", "playful"), ("calm", "bold"), ("warm", "formal")])
def test_tones_change_the_words(language: str, one: str, other: str) -> None:
    """What is said of the thing is the brief's; the words around it in a letter change with the tone."""
    for i in (0, 9):
        a, b = (campaign(_toned(language, tone, i))[f"email.{language}"].pieces for tone in (one, other))
        assert a[-1].role == "closing" and a[-1].text != b[-1].text


def test_the_briefs_own_words_decide_before_its_tone() -> None:
    assert address("de", ("formal",), "food", "Hol dir deinen Platz") == "du"
    assert address("de", ("playful",), "food", "Buchen Sie jetzt") == "Sie"
    assert (
        address("fr", (), "food", "Réservez une table") == "vous"
        and address("fr", (), "food", "Réserve ta table") == "tu"
    )
    assert address("es", (), "plain", "Reserva tu plaza") == "tú" and address("es", ("formal",), "plain") == "usted"
    assert address("en", ("formal",), "plain") == "" and address("zh", ("专业",), "plain") == "您"


def test_lines_show_their_address() -> None:
    assert spoken_to("Komm hungrig", "de") == "du" and spoken_to("Nur Sie fehlen", "de") == "Sie"
    assert spoken_to("Venez chez nous", "fr") == "vous" and not spoken_to("Chez le voisin", "fr")
    assert spoken_to("¿Con quién lo compartes?", "es") == "tú" and not spoken_to("Menos prisa", "es")


def test_a_given_address_is_kept() -> None:
    roles = ("headlines", "primary", "posts", "email", "script", "search_descriptions")
    said = []
    for tone in ("playful", "warm", "formal", "urgent", ""):
        brief = _toned("de", tone)
        text = " ".join(p.text for role in roles for p in written(ask(brief, role, address="Sie")).pieces)
        assert not re.search(FORMAL["de"], text), tone
        said.append(bool(re.search(FAMILIAR["de"] + r"|\. Sie\b", text)))
    assert any(said), "no tone speaks to the reader"
