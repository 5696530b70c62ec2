"""A brief of one line still gives copy to show: every text, well named, with no claim and no phrase twice."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from agents.planner import complete
from core.brief import Brief
from core.copydeck import Copy
from core.requests import TextRequest
from core.taste import Taste
from graphs.briefs import parse_text
from graphs.kinds.campaign.checks.wording import _words
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.texts import ROLES, texts
from tests.text.briefs import written
from tests.text.campaigns import Campaign, campaign
from tools.checks.claims import check_claims
from tools.checks.consistency import Given, check_consistency
from tools.checks.wording import check_limits, plain, repeats
from tools.text.embedded.domains import detect
from tools.text.embedded.hashtags import closed
from tools.text.embedded.texts import words_in
from tools.text.embedded.understand import understand

LINES = """
Launch campaign for a small-batch cinnamon tea from a family shop
a law firm for tenants in Bristol
a joiner who builds staircases
Ad campaign for our dog grooming salon with a self-service bath
music software for bedroom producers
wooden toys for toddlers
a pallet logistics company in Rotterdam
travel insurance for cyclists
eine Tagesmutter in Halle
Kampagne für einen kleinen Buchladen in Köln
Werbung für Versicherungen für Musiker
eine Spedition für Kühltransporte
Kampagne für eine kleine Steuerkanzlei in Kassel
Neubauwohnungen am Fluss in Ulm
ein Spendenlauf in Gent
Campagne de lancement d'un thé à la cannelle d'une boutique familiale
Campagne pour une agence immobilière à Lille
une crèche avec jardin
un luthier à Mirecourt
une assurance pour indépendants
Campaña para una peluquería de barrio con café
una asesoría fiscal para autónomos
un taller de cerámica con cursos de fin de semana
una guardería con huerto en Huelva
una tienda de vinilos en Malasaña
为一家宠物诊所做推广
景德镇的一间陶艺工作室
一款肉桂茶的上市推广
杭州的一家律师事务所
成都的一家托育中心
"""
JOB = re.compile(r"(?i)\b(?:campaign|kampagne|werbung|campagne|campaña|lancement|lanzamiento)\b|推广|上市")
LEAST = {"email": 3}
"""Pieces of a role, where a brief of one line must give more than one: it may be short, never padded."""
EACH = pytest.mark.parametrize("line", LINES.strip().splitlines())


@lru_cache(maxsize=64)
def _written(line: str) -> tuple[Brief, dict[str, Copy]]:
    """The completed brief and all its texts by role, as the campaign kind asks for them."""
    brief = complete(parse_text(line))
    trade = detect(" ".join([brief.product, brief.title, brief.goal]), brief.language)[0]
    made: dict[str, Copy] = {}
    for slot in texts(brief, Taste(), trade, brief.language, Details()):
        beside = tuple(p.text for p in made["script"].pieces) if slot.role == "onscreen" else ()
        asked = {"context": beside, "count": slot.spec["count"] or len(beside)}
        made[slot.role] = written(TextRequest(**{**slot.spec, "role": slot.role, "language": slot.language, "seed": slot.seed, **asked}))  # fmt: skip
    return brief, made


@EACH
def test_every_text_is_there_and_passes_the_checks(line: str) -> None:
    brief, made = _written(line)
    known = {f.id: f.text for f in brief.evidence()}
    for role, copy in made.items():
        assert len(copy.pieces) >= LEAST.get(role, 1), (role, [p.text for p in copy.pieces])
        assert not check_claims(copy, known, role)
        assert not check_consistency(copy, Given(tuple(_words(brief)), brief.brand.name, brief.cta), role)
        shape = ROLES.get(role, {"limit": 60})
        assert not check_limits(copy, shape["limit"], shape.get("channel", ""))
    assert [f.evidence for f in repeats(made)] == []


@EACH
def test_what_it_is_is_said_and_the_job_is_not(line: str) -> None:
    brief, made = _written(line)
    for role, copy in made.items():
        assert not JOB.search(" ".join(p.text for p in copy.pieces)), role
    noun = plain(brief.title.split(" in ")[0].split(" à ")[0]).split()[-1]
    for role in ("headlines", "primary", "long", "script", "email", "press", "posts", "meta"):
        assert noun in plain(" ".join(p.text for p in made[role].pieces)), (role, noun)


@EACH
def test_nothing_small_is_blown_up_and_nothing_told_twice_in_a_text(line: str) -> None:
    brief, made = _written(line)
    for role in ("headlines", "bullets"):
        told = [p.text for p in made[role].pieces if p.idea.startswith(("benefit", "fact"))]
        assert all(len(t.split()) > 1 or brief.language == "zh" for t in told), told
    for piece in (*made["long"].pieces, *made["primary"].pieces, *made["sub"].pieces):
        parts = [plain(s).strip(" .。") for s in re.split(r"(?<=[.。])\s*", piece.text) if len(s) > 3]
        assert not any(a != b and a in b for a in parts for b in parts), piece.text
    assert words_in(made["long"].pieces[0].text, brief.language) <= 220


@EACH
def test_every_sentence_carries_words_of_the_brief(line: str) -> None:
    """A brief of one line gives little copy, and all of it speaks of the thing: only a letter greets and thanks besides."""
    brief, made = _written(line)
    for role in (
        "headlines",
        "sub",
        "bullets",
        "primary",
        "posts",
        "long",
        "press",
        "search_headlines",
        "search_descriptions",
        "script",
    ):
        for piece in made[role].pieces:
            assert piece.cites, (role, piece.text)
            for sentence in re.split(r"(?<=[.。!?])\s+|\n+", piece.text):
                at = piece.text.find(sentence)
                tags = sentence.startswith("#")
                assert tags or any(c.start < at + len(sentence) and c.end > at for c in piece.cites), (role, sentence)


@EACH
def test_hashtags_are_words_of_the_brief_and_stand_open(line: str) -> None:
    brief, made = _written(line)
    for tags in [p.text.rsplit("\n", 1)[1] for p in made["posts"].pieces if "\n#" in p.text]:
        names = re.findall(r"#([^#\s]+)", tags)
        assert 1 <= len(names) <= 5 and len({n.casefold() for n in names}) == len(names), tags
        assert len(tags.split()) == tags.count("#") and brief.language != "de" or all(n[0].isupper() for n in names)
        assert not {"everyday", "díaadía", "alltag", "quotidien", "日常", "dealer", "course"} & {
            n.casefold() for n in names
        }


def test_chinese_hashtags_are_closed_only_where_they_are_read_so() -> None:
    assert closed("海边夜市。\n#海边夜市 #老码头") == "海边夜市。\n#海边夜市# #老码头#"
    assert closed("closed already #茶馆#") == "closed already #茶馆#"


def test_whom_it_is_for_is_spoken_to_only_if_they_read() -> None:
    said = " ".join(p.text for copy in _written("wooden toys for toddlers")[1].values() for p in copy.pieces)
    assert "oddlers, " not in said and "for toddlers for toddlers" not in said
    said = " ".join(p.text for copy in _written("eine Spedition für Kühltransporte")[1].values() for p in copy.pieces)
    assert "An alle" not in said


def test_banned_words_are_in_no_hashtag() -> None:
    brief = complete(parse_text("product: a bakery in Hull\nbrand: {name: Krume, banned: [bread]}\n"))
    slot = next(s for s in texts(brief, Taste(), "food", "en", Details()) if s.role == "posts")
    copy = written(TextRequest(**{**slot.spec, "role": "posts", "language": "en", "seed": slot.seed}))
    tags = " ".join(re.findall(r"#\S+", " ".join(p.text for p in copy.pieces)))
    assert "#Hull" in tags and "#HullBakery" in tags and "bread" not in tags


def test_a_name_and_the_name_with_its_article_are_one_tag() -> None:
    brief = complete(
        parse_text(
            "product: Le Clos des Hirondelles, un petit domaine viticole en Anjou\nlanguage: fr\n"
            "brand: {name: Clos des Hirondelles}\nfacts: [Visite de la cave toutes les heures]\n"
        )
    )
    slot = next(s for s in texts(brief, Taste(), "food", "fr", Details()) if s.role == "posts")
    copy = written(TextRequest(**{**slot.spec, "role": "posts", "language": "fr", "seed": slot.seed}))
    tags = set(re.findall(r"#\S+", " ".join(p.text for p in copy.pieces)))
    assert "#ClosDesHirondelles" in tags and "#LeClosDesHirondelles" not in tags


def test_a_place_belongs_to_the_word_before_it() -> None:
    """ "The old shipyard of Gdynia" makes no "night of Gdynia"; a day alone is no line under a headline."""
    brief = Campaign(
        "night", "en", "events", "", "Open-air night of short films in the old shipyard of Gdynia", "", "", "", (),
        ("12 July", "free entry"),
    )  # fmt: skip
    made = campaign(brief)
    assert not [p.text for copy in made.values() for p in copy.pieces if "films of Gdynia" in p.text]
    assert made["sub.en"].pieces[0].text == "12 July. Free entry."


@pytest.mark.parametrize(
    ("product", "place"),
    [
        ("Handgefilzte Hausschuhe aus der Wolle von Rhönschafen", ""),
        ("Schalen aus Ton", ""),
        ("Käse aus Holstein", "Holstein"),
        ("Weinhandlung in Idstein", "Idstein"),
        ("Tanzschule in Boston", "Boston"),
    ],
)
def test_what_a_thing_is_made_of_is_no_place_and_a_town_is_one(product: str, place: str) -> None:
    assert understand(product, "de").place == place
