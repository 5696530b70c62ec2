"""The schema of a brief says what the reader takes: what one refuses the other refuses, and no field is forgotten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import Field

from core.brief import Brief
from core.errors import BadInput
from core.model import Frozen
from graphs import kinds
from graphs.brief_schema import brief_schema
from graphs.briefs import build, read_file

ROOT = Path(__file__).parents[2]
BRIEFS = sorted([*(ROOT / "examples").glob("*.*"), *(ROOT / "docs" / "gallery").glob("*.yaml")])

GOOD = """
- {product: A kite}
- {product: A kite, title: 12, seed: 7, tone: "warm, calm", languages: en}
- {product: A kite, language: de, brand: Drachen, facts: It flies, seed: "9"}
- {product: A kite, facts: {wind: Flies in any wind, tail: {text: Has a tail, source: seen}}}
- {product: A kite, facts: [yes, 12, {text: three}], offer: null}
- {product: A kite, banned_words: [cheap], legal_lines: ["Not near wires, ever."]}
- {product: A kite, brand: {name: D, banned: "cheap, nasty", colors: ["#ffffff"]}}
- {product: A kite, sizes: "square, story", seconds: "12.5", narration: "no", start: "2027-05-31", cuts: [6-9x16]}
- {product: A kite, details: {sizes: square, seconds: 30, narration: false}}
- {product: A kite, languages: [en, de], translations: [{language: de, product: Drachen, facts: [Er fliegt]}]}
- {product: A kite, languages: [en, de], translations: {de: {cta: Kaufen, facts: {f1: Er fliegt}, legal: Nicht essen}}}
- {product: A kite, url: kites.example/tails}
- {kind: lesson, topic: kites, ages: 11-12, duration: 45 minutes, source: kites.md, level: core, standard: "A1: Explain why kites fly"}
- {kind: lesson, topic: kites, ages: [11, 12], minutes: 45, lessons: "2", objectives: Say why kites fly, details: {film: false}}
- {kind: lesson, topic: kites, standards: [{code: A1, statement: Explain kites}, Explain winds], prior: [One, 2], reading_level: 6.5}
"""
BAD = """
- {product: A kite, audiense: you}
- {product: A kite, seed: many}
- {product: A kite, seed: -1}
- {product: A kite, seed: "-1"}
- {product: A kite, brand: {nam: D}}
- {product: A kite, facts: [{source: seen}]}
- {product: A kite, facts: [[a]]}
- {product: A kite, sizes: [huge]}
- {product: A kite, sizes: "square, huge"}
- {product: A kite, details: {seconds: 600}}
- {product: A kite, start: soon}
- {product: A kite, narration: perhaps}
- {product: A kite, url: "javascript:alert(1)"}
- {product: A kite, translations: [{product: Drachen}]}
- {product: A kite, translations: {de: {titel: Drachen}}}
- {product: A kite, attachments: []}
- {product: {name: A kite}}
- {product: A kite, ages: 11-12}
- {kind: lesson, topic: kites, ages: young}
- {kind: lesson, topic: kites, minutes: a while}
- {kind: lesson, topic: kites, levels: [hard]}
- {kind: lesson, topic: kites, sizes: [square]}
"""


def plain(text: str) -> Any:
    """YAML as JSON has it: a date is its text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(raw: dict[str, Any]) -> list[str]:
    schema = brief_schema(raw.get("kind", "campaign"))
    return [e.message for e in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(raw)]


def as_read(raw: Any) -> Any:
    """What the reader is handed: every scalar is a text."""
    if isinstance(raw, dict):
        return {key: as_read(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [as_read(value) for value in raw]
    return raw if raw is None or isinstance(raw, str) else json.dumps(raw)


@pytest.mark.parametrize("kind", kinds.names())
def test_the_schema_is_one_and_every_field_is_described(kind: str) -> None:
    schema = brief_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    bare = [name for name, field in schema["properties"].items() if len(field.get("description", "")) < 8]
    assert bare == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda p: p.name)
def test_every_brief_of_ours_is_valid(path: Path) -> None:
    text = path.read_text("utf-8")
    raw = plain(text.split("---\n")[1] if path.suffix == ".md" else text)
    assert read_file(path) and faults(raw) == []


@pytest.mark.parametrize("raw", plain(GOOD), ids=str)
def test_every_shorthand_is_taken_by_both(raw: dict[str, Any]) -> None:
    assert faults(raw) == []
    assert isinstance(build(as_read(raw), {}), Brief)


@pytest.mark.parametrize("raw", plain(BAD), ids=str)
def test_a_bad_brief_is_refused_by_both(raw: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        build(as_read(raw), {})
    assert faults(raw) != []


class Knot(Frozen):
    """A way to tie a kite."""

    name: str
    turns: int = 2


class Details(Frozen):
    """Options of a kind that the house has not seen."""

    colour_of_tail: Literal["red", "blue"] = "red"
    """Which tail."""
    knots: tuple[Knot, ...] = ()
    """How it is tied."""
    metres: float = Field(default=20, ge=1)
    """Length of the line."""


def test_a_new_field_of_a_kind_shows_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(kinds.load("campaign")), "details", Details)
    schema = brief_schema("campaign")
    assert schema["properties"]["metres"]["description"] == "Length of the line."
    assert faults({"product": "A kite", "metres": "30", "colour_of_tail": "blue", "knots": [{"name": "bowline"}]}) == []
    assert faults({"product": "A kite", "metres": 0}) and faults({"product": "A kite", "knots": [{"turns": 3}]})
    assert faults({"product": "A kite", "details": {"colour_of_tail": "green"}})
