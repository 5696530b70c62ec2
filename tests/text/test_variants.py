"""Variants of a role differ in idea: in name and in most of their words."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from tests.text.briefs import written
from tests.text.campaigns import CAMPAIGNS, Campaign, ask, campaign
from tools.checks.wording import plain
from tools.text.embedded.likeness import tokens
from tools.text.limits import count

BY_NAME = pytest.mark.parametrize("brief", CAMPAIGNS, ids=lambda b: f"{b.name}-{b.language}")


@BY_NAME
@pytest.mark.parametrize("role", ["headlines", "posts", "primary", "search_headlines", "search_descriptions", "sub"])
def test_variants_differ(brief: Campaign, role: str) -> None:
    pieces = campaign(brief)[f"{role}.{brief.language}"].pieces
    assert len({p.idea for p in pieces}) == len(pieces)
    if role in ("search_headlines", "search_descriptions", "sub"):
        return
    given = " ".join([brief.brand, brief.offer, brief.cta])
    for a, b in combinations(pieces, 2):
        one, two = tokens(a.text, given), tokens(b.text, given)
        assert len(one & two) / max(len(one | two), 1) < 0.5, (a.text, b.text)


@BY_NAME
def test_channels_get_what_they_ask_for(brief: Campaign) -> None:
    made = campaign(brief)
    heads = made[f"search_headlines.{brief.language}"].pieces
    texts = made[f"search_descriptions.{brief.language}"].pieces
    assert 1 <= len(heads) <= 15 and all(count(p.text, "google_ads") <= 30 and "!" not in p.text for p in heads)
    assert 1 <= len(texts) <= 4 and all(count(p.text, "google_ads") <= 90 for p in texts)
    posts = made[f"posts.{brief.language}"].pieces
    assert min(max(1, len(brief.facts)), 4) <= len(posts) <= 8
    assert all(count(p.text, "x") <= 250 and p.text.count("#") <= 5 for p in posts)
    assert not any("http" in p.text or "www." in p.text for p in posts)


@BY_NAME
def test_letters_and_press_have_their_parts(brief: Campaign) -> None:
    letter = written(ask(brief, "email", url="https://example.org/start")).pieces
    roles = [p.role for p in letter]
    assert roles == sorted(roles, key=["subject", "preheader", "lead", "body", "closing"].index)
    assert 1 <= roles.count("subject") <= 3 and roles.count("lead") == roles.count("closing") == 1
    assert (len(brief.facts) > 1) + bool(brief.offer) == roles.count("body")
    assert all(len(p.text) <= {"subject": 60, "preheader": 100}.get(p.role, 2000) for p in letter)
    subjects = [p for p in letter if p.role == "subject"]
    assert len({p.idea for p in subjects}) == len(subjects) and all(p.cites for p in subjects)
    assert not brief.brand or brief.brand in subjects[0].text
    press = campaign(brief)[f"press.{brief.language}"].pieces
    roles = [p.role for p in press]
    assert roles[:2] == ["headline", "lead"] and roles.count("body") <= 1 and roles.count("boilerplate") <= 1
    text = " ".join(p.text for p in press)
    assert not re.search(
        r"(?i)\b(?:we|our|you|your|wir|unser\w*|dein\w*|nosotros|nuestr\w+|nous|notre|vous|votre)\b|[!！我你您]", text
    )


@pytest.mark.parametrize("role", ["search_headlines", "search_descriptions"])
@pytest.mark.parametrize(("language", "product"), [("en", "Soap"), ("de", "Seife"), ("fr", "Du savon"), ("es", "Jabón"), ("zh", "肥皂"), ("en", "a very long line about a thing that nobody has ever seen before and that has no name at all")])  # fmt: skip
def test_the_shortest_brief_gets_a_line_and_no_padding(role: str, language: str, product: str) -> None:
    brief = Campaign("x", language, "plain", "", product, "", "", "", (), ())
    assert all(p.cites for p in written(ask(brief, role)).pieces)


@pytest.mark.parametrize("role", ["search_headlines", "search_descriptions", "email", "press", "posts"])
def test_a_language_without_frames_quotes_the_brief(role: str) -> None:
    brief = Campaign("x", "pt", "food", "Casa Lume", "Casa Lume, uma padaria no Porto", "vizinhos", "Pão a 1 €", "Venha cedo", (), ("Pão de fermentação lenta", "Aberto às sete"))  # fmt: skip
    pieces = written(ask(brief, role)).pieces
    source = plain(" ".join([brief.product, brief.audience, brief.offer, brief.cta, *brief.facts]))
    assert pieces and all(p.idea == "verbatim" for p in pieces)
    for p in pieces:
        assert all(plain(part).strip(" .") in source for part in re.split(r"[.\n] ?", p.text) if part.strip())


def test_french_du_is_no_german_du() -> None:
    brief = Campaign("x", "fr", "home", "Nuage", "Nuage, des couettes en laine", "", "", "", (), ("Laine du Massif central", "Lavable à 30 degrés"))  # fmt: skip
    lead = next(p for p in written(ask(brief, "press")).pieces if p.role == "lead")
    assert "Laine du Massif central" in lead.text and " est des " not in lead.text


@pytest.mark.parametrize(("language", "product", "wrong"), [("es", "clases de guitarra en Lugo", "Tu clases"), ("fr", "des cours de guitare à Lyon", "Votre cours"), ("en", "hearing aids fitted at home in Kent", "Your hearing aids fitted")])  # fmt: skip
def test_your_thing_is_one_short_thing(language: str, product: str, wrong: str) -> None:
    brief = Campaign("x", language, "plain", "", product, "", "", "", (), ())
    assert not any(wrong in p.text for p in written(ask(brief, "headlines")).pieces)
