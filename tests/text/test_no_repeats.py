"""No phrase of ours twice: neither in the files that lines are drawn from, nor in the texts of one campaign."""

from __future__ import annotations

import re

import pytest

from core.copydeck import Copy, Piece
from core.vocab import DOMAINS, LANGUAGES
from tests.text.campaigns import CAMPAIGNS, campaign
from tools.checks.claims import check_claims
from tools.checks.wording import own_clauses, plain, repeats
from tools.text.embedded.packs import frames, pack
from tools.text.embedded.shares import SHARES, dealt

SLOT = re.compile(r"\{[a-z_]+\}")
PICTURES = ("alt full", "alt drawn", "alt worded", "alt", "alt scene")


def _clauses(text: str) -> list[str]:
    return [plain(c) for part in SLOT.split(text) for c in own_clauses(Piece(text=part))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_clause_stands_under_two_kinds(domain: str, language: str) -> None:
    seen: dict[str, str] = {}
    sections = {k: v for k, v in frames(language).items() if k not in PICTURES}
    for source in ("plain", domain):
        sections |= {f"{source} {k}": v for k, v in pack(source).items() if k.startswith(language + " ")}
    twice = []
    for kind, phrases in sections.items():
        found = {c for p in phrases for c in _clauses(p.text)}
        name = kind.removeprefix("plain ").removeprefix(f"{domain} ")  # one kind goes to one role, whose desk remembers
        twice += [(c, seen[c], kind) for c in sorted(found) if seen.get(c, name) != name]
        seen |= dict.fromkeys(found, name)
    assert not twice


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_lines_of_a_pack_claim_nothing_and_come_once(domain: str, language: str) -> None:
    lines = [p.text for k, v in pack(domain).items() if k.startswith(language + " ") for p in v]
    assert len(lines) == len(set(lines))
    copies = [Copy(language=language, role="", pieces=(Piece(text=text),)) for text in lines]
    assert [c.pieces[0].text for c in copies if check_claims(c, {}, "")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words_of_frames_claim_nothing(language: str) -> None:
    for kind, phrases in frames(language).items():
        for p in phrases:
            for part in SLOT.split(p.text):
                copy = Copy(language=language, role="", pieces=(Piece(text=part),))
                assert not check_claims(copy, {}, ""), (kind, p.text)


@pytest.mark.parametrize("kind", SHARES)
def test_each_line_is_dealt_to_one_role_and_each_role_gets_some(kind: str) -> None:
    for domain in DOMAINS:
        for language in LANGUAGES:
            hands = [dealt(domain, language, kind, role) for role in dict.fromkeys(SHARES[kind])]
            texts = [p.text for hand in hands for p in hand]
            assert sorted(texts) == sorted(p.text for p in pack(domain).get(f"{language} {kind}", ()))
            assert domain != "plain" or all(hands)


@pytest.mark.parametrize("brief", CAMPAIGNS, ids=lambda b: f"{b.name}-{b.language}")
def test_a_campaign_says_nothing_twice(brief: object) -> None:
    found = repeats(campaign(brief))  # type: ignore[arg-type]
    assert [f"{f.slot}: {f.evidence}" for f in found] == []


def test_the_set_is_large_enough() -> None:
    assert len({(b.name) for b in CAMPAIGNS}) >= 30 and {b.language for b in CAMPAIGNS} == set(LANGUAGES)
    assert all(sum(b.name == name for b in CAMPAIGNS) == 5 for name in {b.name for b in CAMPAIGNS})
