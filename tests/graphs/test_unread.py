"""What of a brief has no effect is said: fields that a kind does not read, and constraints that no program can judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.brief import Brief
from core.errors import BadInput
from core.findings import Severity
from core.plan import Plan
from desk.attach import attach
from graphs import kinds
from graphs.briefs import parse_text
from graphs.constraints import word_of
from graphs.unread import brief_checks, unjudged, unread, untranslated, warnings
from memory.home import Home


def said(brief: Brief) -> list[tuple[str, str]]:
    """Severity and evidence of each finding of the checks that every kind has."""
    from agents.kind import Dossier

    kind = kinds.load(brief.kind)
    job = Dossier(brief=brief, plan=Plan(kind=brief.kind, title="", slots=()), assets={}, files={}, read=lambda d: b"")
    return [
        (finding.severity, finding.evidence)
        for check in brief_checks(kind) for subject in check.subjects(job) for finding in check.look(subject, job.read)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("product: x\nfacts: [y]\noffer: z\n", ()),
        ("product: x\nsources: [a.md]\n", ("sources",)),
        ("kind: lesson\nproduct: x\nsources: [a.md]\ngoal: y\n", ()),
        ("kind: lesson\nproduct: x\noffer: y\nfacts: [z]\nbanned_words: [w]\n", ("facts", "offer", "brand.banned")),
    ],
)
def test_a_field_without_effect_is_named(text: str, fields: tuple[str, ...]) -> None:
    brief = parse_text(text)
    assert unread(kinds.load(brief.kind), brief) == fields
    assert said(brief) == [(Severity.WARN, f"`{f}` is given, and a {brief.kind} does not use it") for f in fields]


@pytest.mark.parametrize("kind", kinds.names())
def test_fields_said_to_be_unread_are_fields(kind: str) -> None:
    named = {f.partition(".")[0] for f in getattr(kinds.load(kind), "unread", ())}
    assert named <= set(Brief.model_fields)


@pytest.mark.parametrize("kind", ["campaign", "lesson"])
def test_a_source_that_is_not_there_is_refused_in_every_kind(tmp_path: Path, kind: str) -> None:
    brief = parse_text(f"kind: {kind}\nproduct: x\nsources: [nofile.pdf]\n")
    with pytest.raises(BadInput, match=r"sources names a file that cannot be read: 'nofile.pdf'"):
        attach(brief, tmp_path, Home(tmp_path / "home"))


def test_a_source_that_is_there_is_no_attachment_of_a_campaign(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Kites\n\nA kite flies in the wind.\n")
    home = Home(tmp_path / "home")
    assert attach(parse_text("product: x\nsources: [a.md]\n"), tmp_path, home).attachments == ()
    assert attach(parse_text("kind: lesson\nproduct: x\nsources: [a.md]\n"), tmp_path, home).attachment("a.md")


@pytest.mark.parametrize(
    ("constraint", "word"),
    [
        ("no synergy", "synergy"), ("No 'game changer'", "game changer"), ("avoid the word cheap.", "cheap"), ("never say epic", "epic"),
        ("keine Superlative", "Superlative"), ("sans anglicismes", "anglicismes"), ("sin prisas", "prisas"), ("不用“最佳”", "最佳"),
        ("no pictures of children at play", ""), ("only two colours", ""), ("nothing loud", ""), ("no", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_short_no_bans_a_word(constraint: str, word: str) -> None:
    assert word_of(constraint) == word


def test_constraints_are_obeyed_or_told() -> None:
    brief = parse_text(
        "product: a kite\nfacts: [No plastic in it]\nconstraints: [no synergy, no plastic, two colours at most]\n"
    )
    assert brief.brand.banned == ("synergy",)
    assert unjudged(kinds.load("campaign"), brief) == ("no plastic", "two colours at most")
    assert said(brief) == [(Severity.NOT_CHECKED, "no plastic"), (Severity.NOT_CHECKED, "two colours at most")]
    lesson = parse_text("kind: lesson\nproduct: kites\nconstraints: [no synergy]\n")
    assert unjudged(kinds.load("lesson"), lesson) == ("no synergy",), "a lesson bans no words"


SPANISH = "languages: [es, en]\nproduct: Taller que cura plantas\naudience: vecinos del barrio\nfacts: [El diagnóstico tarda 15 minutos]\ncta: Pedir cita\n"


def test_words_that_a_language_lacks_are_named_before_and_after() -> None:
    brief = parse_text(SPANISH)
    line = "not given in 'en', so its texts show them as they are, or do without: product, audience, cta, f1"
    assert warnings(kinds.load("campaign"), brief) == (line,)
    assert said(brief) == [(Severity.WARN, line)]


def test_words_that_are_given_are_not_missed() -> None:
    words = "translations: {en: {product: A workshop that heals plants, audience: neighbours, cta: Book, facts: {f1: A diagnosis takes 15 minutes}}}\n"
    assert untranslated(kinds.load("campaign"), parse_text(SPANISH + words)) == {}
    part = "translations: {en: {product: A workshop that heals plants}}\n"
    assert untranslated(kinds.load("campaign"), parse_text(SPANISH + part)) == {"en": ("audience", "cta", "f1")}


def test_a_brief_in_one_language_and_a_name_lack_nothing() -> None:
    assert untranslated(kinds.load("campaign"), parse_text("language: de\nproduct: Brot\n")) == {}
    english = "languages: [de, en]\nproduct: The bread that we bake for you\ncta: 30 %\n"
    assert untranslated(kinds.load("campaign"), parse_text(english)) == {}
