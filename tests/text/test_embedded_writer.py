"""The writer's contract: every role, five languages, many trades."""

from __future__ import annotations

import pytest

from core.copydeck import Copy
from core.requests import CitedFact, TextRequest
from tests.text.briefs import BRIEFS, LIMITS, ROLES, Brief, evidence, request, written
from tools.checks.claims import check_claims
from tools.checks.wording import banned_in, check_limits, plain
from tools.text.embedded.backend import EmbeddedWriter

BY_NAME = pytest.mark.parametrize("brief", BRIEFS, ids=lambda b: b.name)


@BY_NAME
@pytest.mark.parametrize("role", ROLES)
def test_limits_citations_and_claims(brief: Brief, role: str) -> None:
    copy = written(request(brief, role))
    known = evidence(brief)
    assert copy.pieces and not check_limits(copy, LIMITS.get(role, 0))
    assert not check_claims(copy, known, "")
    assert len({plain(p.text) for p in copy.pieces}) == len(copy.pieces)
    for p in copy.pieces:
        assert "{" not in p.text and "  " not in p.text and p.text == p.text.strip()
        for c in p.cites:
            cited = plain(p.text[c.start : c.end]).strip(" .。…")
            assert cited in plain(known[c.fact]), (cited, c.fact)


@BY_NAME
@pytest.mark.parametrize("role", ["headlines", "primary", "sub"])
def test_variants_differ_in_idea(brief: Brief, role: str) -> None:
    copy = written(request(brief, role))
    ideas = [p.idea for p in copy.pieces]
    assert len(set(ideas)) == len(ideas)
    assert len(copy.pieces) >= (1 if brief.name == "oneliner" else 2)


@BY_NAME
def test_every_fact_is_heard_in_the_long_text(brief: Brief) -> None:
    copy = written(request(brief, "long"))
    cited = {c.fact for p in copy.pieces for c in p.cites}
    text = plain(copy.pieces[0].text)
    silent = [f for i, f in enumerate(brief.facts, 1) if f"f{i}" not in cited and plain(f) not in text]
    assert not silent or brief.name == "oneliner"


@BY_NAME
def test_screen_says_what_the_scene_says(brief: Brief) -> None:
    script = written(request(brief, "script"))
    screen = written(request(brief, "onscreen", context=tuple(p.text for p in script.pieces)))
    assert len(screen.pieces) == len(script.pieces)
    for spoken, shown in zip(script.pieces, screen.pieces, strict=True):
        if spoken.role in ("benefit", "proof") and spoken.cites and shown.cites:
            assert {c.fact for c in shown.cites} & {c.fact for c in spoken.cites}


@pytest.mark.parametrize("role", ["headlines", "primary", "long", "script"])
@BY_NAME
def test_banned_words_and_rejected_lines_are_absent(brief: Brief, role: str) -> None:
    first = written(request(brief, role))
    own = [p.text for p in first.pieces if not p.cites][:2]
    again = written(request(brief, role, avoid=tuple(own)))
    assert not any(banned_in(p.text, own) for p in again.pieces)


def test_same_request_gives_same_bytes_and_another_seed_another_text() -> None:
    a, b = (next(EmbeddedWriter().generate([request(BRIEFS[4], "headlines")])).parts for _ in range(2))
    assert a == b
    c = next(EmbeddedWriter().generate([request(BRIEFS[4], "headlines", seed=9)])).parts
    assert a != c


@pytest.mark.parametrize(
    ("language", "product", "fact"),
    [("ar", "مخبز في الرباط", "خبز طازج كل صباح"), ("he", "מאפייה בחיפה", "לחם טרי בכל בוקר"), ("ru", "Пекарня в Казани", "Свежий хлеб каждое утро"), ("ja", "京都のパン屋", "毎朝焼きたてのパン")],
)  # fmt: skip
@pytest.mark.parametrize("role", ROLES)
def test_other_languages_get_the_briefs_own_words(language: str, product: str, fact: str, role: str) -> None:
    wanted = TextRequest(role=role, language=language, product=product, facts=(CitedFact(id="f1", text=fact),), count=2)
    copy = written(wanted)
    for p in copy.pieces:
        rest = p.text.replace(product, "").replace(fact, "")
        assert p.idea == "verbatim" and not any(ch.isalnum() for ch in rest), rest


def test_speech_takes_the_seconds_asked_for() -> None:
    for brief in BRIEFS[:15]:
        text = " ".join(p.text for p in written(request(brief, "script")).pieces)
        if brief.language != "zh":
            assert 22 <= len(text.split()) <= 58, (brief.name, text)


@pytest.mark.parametrize(
    ("language", "product", "brand"),
    [
        ("es", "Festival de Jazz del Puerto", "Jazz del Puerto"),
        ("en", "The Harbour Jazz festival in Hull", "Harbour Jazz"),
        ("fr", "Le festival Jazz du Port à Brest", "Jazz du Port"),
        ("de", "Das Festival Hafenjazz in Kiel", "Hafenjazz"),
    ],
)
def test_a_name_is_not_said_before_a_phrase_that_holds_it(language: str, product: str, brand: str) -> None:
    facts = (CitedFact(id="f1", text="2027"),)
    for role in ("primary", "posts", "long", "script", "sub"):
        wanted = TextRequest(role=role, language=language, product=product, brand=brand, facts=facts, count=3)
        (media,) = EmbeddedWriter().generate([wanted])
        for piece in Copy.model_validate_json(media.parts["json"]).pieces:
            first = piece.text.split(".")[0]
            assert first.casefold().count(brand.casefold()) <= 1, piece.text
