"""Whatever stands in a brief, it is data: nothing crashes, limits hold, braces stay braces."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.copydeck import Copy
from core.requests import CitedFact, TextRequest
from tests.text.briefs import LIMITS, ROLES
from tools.checks.claims import check_claims
from tools.checks.wording import check_limits
from tools.text.embedded.backend import EmbeddedWriter
from tools.text.embedded.points import Point
from tools.text.embedded.roles.script import LONGEST
from tools.text.limits import width

NASTY = ("🏕️🔥 light", "ضوء الشمس \u202e abc", "<script>alert(1)</script>", "=1+1", "word " * 1000, "{name} {offer} {}", "%s %(x)d %n", "\ud800", "", "\u200b", "x" * 5000, "a\nb\tc", "it’s “quoted”", "。。。", "{{7*7}}", "'; DROP TABLE")  # fmt: skip
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=80))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    role=st.sampled_from(ROLES), language=st.sampled_from(("en", "es", "de", "fr", "zh", "ar", "xx", "")),
    product=words, brand=words, offer=words, cta=words, audience=words, facts=st.lists(words, max_size=4), context=st.lists(words, max_size=3),
    avoid=st.lists(words, max_size=2), count=st.integers(1, 6), domain=st.sampled_from(("plain", "food", "outdoor", "../x")),
)  # fmt: skip
def test_nothing_crashes_and_limits_hold(
    role: str, language: str, facts: list[str], context: list[str], avoid: list[str], **fields: object
) -> None:
    limit = LIMITS.get(role, 0)
    cited = tuple(CitedFact(id=f"f{i}", text=t) for i, t in enumerate(facts))
    wanted = TextRequest(
        role=role, language=language, facts=cited, context=tuple(context), avoid=tuple(avoid), limit=limit, **fields
    )  # type: ignore[arg-type]
    (media,) = EmbeddedWriter().generate([wanted])
    if media.failure:
        return
    copy = Copy.model_validate_json(media.parts["json"])
    assert not check_limits(copy, limit)
    check_claims(copy, {c.id: c.text for c in cited}, "")
    for p in copy.pieces:
        assert "\u202e" not in p.text and "\u200b" not in p.text
        assert all(0 <= c.start < c.end <= len(p.text) for c in p.cites)


def test_braces_are_plain_characters() -> None:
    facts = (CitedFact(id="f1", text="Holds {name} and {offer}"),)
    wanted = TextRequest(role="bullets", product="Lamp", offer="SECRET", facts=facts)
    (media,) = EmbeddedWriter().generate([wanted])
    assert [p.text for p in Copy.model_validate_json(media.parts["json"]).pieces] == ["Holds {name} and {offer}"]


def test_a_list_has_no_shorter_form() -> None:
    listed = Point("f1", "Life jacket, dry bag and coffee are included")
    assert listed.short_forms == (listed.text,)
    assert "Las manzanas se recogen a mano" in Point("f2", "Las manzanas se recogen a mano, ya caídas").short_forms


@pytest.mark.parametrize("title", ["The longest title " * 280, "最长的标题" * 400])
def test_a_film_speaks_no_title_that_outlasts_a_scene(title: str) -> None:
    wanted = TextRequest(role="script", title=title[:5000], product="Olive soap", brand="Savon", seconds=20, count=5)
    (media,) = EmbeddedWriter().generate([wanted])
    said = [p.text for p in Copy.model_validate_json(media.parts["json"]).pieces]
    assert said and all(width(text) <= LONGEST for text in said)
