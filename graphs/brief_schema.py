"""The JSON Schema of what a brief may say: its models', widened by every shorthand that the reader takes.

All of it is derived from the models and the reader's own tables, so that a new field shows by itself. Field names are given
in small letters; the reader takes capitals, and hyphens for underscores, as well.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from core.brief import Brand, Brief, Fact, Localised
from graphs import kinds
from graphs.brief_text import TEXT, listed, number_in_text, or_nothing
from graphs.briefs import ALIASES, BRAND_RULES, INTERNAL

Schema = dict[str, Any]


def brief_schema(kind: str) -> Schema:
    """The schema of a kind's brief, draft 2020-12. Raises ``BadInput`` where there is no such kind."""
    details = kinds.load(kind).details
    models: list[type[BaseModel]] = [*_models(details), Brand, Fact, Localised]
    defs = {model.__name__: _of(model) for model in models if model is not details}
    defs["Fact"]["required"] = ["text"]  # the reader numbers those without an id
    own = _of(details)
    whole = _of(Brief)
    fields = {name: field for name, field in whole["properties"].items() if name not in INTERNAL}
    fields |= {
        "kind": {**fields["kind"], "const": kind},
        "details": {**fields["details"], **or_nothing(own)},
        "brand": {**fields["brand"], **or_nothing({"anyOf": [_ref("Brand"), TEXT]})},
        "facts": {**fields["facts"], **or_nothing(_facts())},
        "translations": {**fields["translations"], **or_nothing(_translations(defs["Localised"]))},
    }
    lifted = {name: field for name, field in own["properties"].items() if name not in fields}
    lifted |= {name: field for name, field in defs["Brand"]["properties"].items() if _field(name) in BRAND_RULES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Brief of a {kind}",
        "type": "object",
        "additionalProperties": False,
        "properties": {**fields, **lifted},
        "$defs": defs,
    }


def _field(name: str) -> str:
    return ALIASES.get(name, name)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _of(model: type[BaseModel]) -> Schema:
    """A model's own schema, widened, with its fields' other names and the words that stand below them in its code."""
    given = model.model_json_schema(ref_template="#/$defs/{model}")
    given.pop("$defs", None)
    return (
        _with_names(given, model)
        if "properties" in given
        else {"anyOf": [_with_names(s, model) for s in given["anyOf"]]}
    )


def _with_names(given: Schema, model: type[BaseModel]) -> Schema:
    if "properties" not in given:
        return widened(given)
    said, needed = docstrings(model), given.get("required", [])
    fields: dict[str, Schema] = {}
    for name, field in given["properties"].items():
        wide = widened({k: v for k, v in field.items() if k not in ("title", "default")})
        told = {"description": said[name]} if name in said else {}
        fields[name] = {**told, **(wide if name in needed else or_nothing(wide))}
    for other, name in ALIASES.items():
        if name in fields and other not in fields:
            fields[other] = {**fields[name], "description": f"Another name of `{name}`."}
    return {**given, "properties": fields}


def widened(schema: Schema) -> Schema:
    """A value's schema with what the reader makes of text: 12 is the text "12", "7" a number, "a, b" a list of choices."""
    wide = {k: v for k, v in schema.items() if k not in ("ge", "le", "title")}
    if "anyOf" in wide:
        return {**wide, "anyOf": [widened(part) for part in wide["anyOf"]]}
    match wide.get("type"):
        case "string" if "enum" not in wide and "pattern" not in wide and "format" not in wide:
            return {**wide, "type": TEXT["type"]}
        case "integer" | "number" as what:
            return {"anyOf": [wide, number_in_text(what, wide)]}
        case "boolean":
            return {"anyOf": [wide, {"enum": ["yes", "no", "true", "false", "on", "off", "1", "0"]}]}
        case "array" if "items" in wide:
            items = widened(wide["items"])
            return listed({**wide, "items": items})
        case "object" if isinstance(wide.get("additionalProperties"), dict):
            return {**wide, "additionalProperties": widened(wide["additionalProperties"])}
        case _:
            return wide


def _facts() -> Schema:
    """A list of facts or one, each a text or fields; or names with facts."""
    one = {"anyOf": [TEXT, _ref("Fact")]}
    return {"anyOf": [TEXT, {"type": "array", "items": one}, {"type": "object", "additionalProperties": one}]}


def _translations(words: Schema) -> Schema:
    """Words by language, or a list of items that name theirs."""
    words["properties"]["facts"] = {
        **words["properties"]["facts"],
        **or_nothing({"anyOf": [{"type": "array", "items": TEXT}, {"type": "object", "additionalProperties": TEXT}]}),
    }
    language = {"type": "string", "minLength": 1, "description": 'Which language this is, such as "de".'}
    item = {**words, "properties": {**words["properties"], "language": language, "lang": language}}
    item["anyOf"] = [{"required": ["language"]}, {"required": ["lang"]}]
    return {"anyOf": [{"type": "array", "items": item}, {"type": "object", "additionalProperties": _ref("Localised")}]}


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and those that its fields hold."""
    yield model
    queue = [field.annotation for field in model.model_fields.values()]
    while queue:
        one = queue.pop()
        queue += get_args(one)
        if isinstance(one, type) and issubclass(one, BaseModel):
            yield from _models(one)


def docstrings(model: type[BaseModel]) -> Mapping[str, str]:
    """What stands below each field in the model's code."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: str(below.value.value)
        for field, below in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }  # fmt: skip
