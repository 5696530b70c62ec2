"""What the reader makes of text, as schemas: a scalar is text, a number may stand in quotes, a list on one line."""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}
"""Scalars stay as they were written: 12 and yes are texts."""
_NUMBER: Final = {"integer": r"\d+", "number": r"(\d+([.]\d*)?|[.]\d+)"}


def number_in_text(what: str, bounds: Schema) -> Schema:
    """A number in quotes; a sign only where less than nothing is allowed."""
    sign = "[+]?" if bounds.get("minimum", -1) >= 0 else "[-+]?"
    return {"type": "string", "pattern": rf"^\s*{sign}{_NUMBER[what]}\s*$"}


def listed(array: Schema) -> Schema:
    """A list, or its items in one text with commas between; one of free text is one item."""
    items = array.get("items", {})
    if "enum" in items:
        choice = "|".join(items["enum"])
        line: Schema = {"type": "string", "pattern": rf"^\s*\[?\s*({choice})(\s*,\s*({choice}))*\s*\]?\s*$"}
        return {"anyOf": [array, line]}
    return {"anyOf": [array, items]} if array.get("type") == "array" and items else array


def or_nothing(schema: Schema) -> Schema:
    """A field may be left empty: that is as if it were not there."""
    alternatives = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*alternatives, {"type": "null"}]}
