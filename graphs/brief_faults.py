"""A validation's first fault in our words: where it stands, which field, what is wanted and what was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from core.errors import BadInput
from graphs.brief_yaml import Lines, Place, where

WANTED: Mapping[str, Callable[[dict[str, Any]], str]] = {
    "int": lambda c: "wants a whole number",
    "float": lambda c: "wants a number",
    "finite_number": lambda c: "wants a number",
    "bool": lambda c: "wants yes or no",
    "string": lambda c: "wants text",
    "date": lambda c: "wants a date such as 2027-05-31",
    "tuple": lambda c: "wants a list",
    "dict": lambda c: "wants names with values",
    "model": lambda c: "wants fields with values",
    "literal": lambda c: f"wants {c['expected'].replace(' or ', ', ').replace(', ', ' or ')}",
    "greater": lambda c: f"wants at least {_bound(c)}",
    "less": lambda c: f"wants at most {_bound(c)}",
    "string_too_short": lambda c: (
        "is empty" if c["min_length"] == 1 else f"wants at least {c['min_length']} characters"
    ),
    "string_too_long": lambda c: f"wants at most {c['max_length']} characters",
    "string_pattern": lambda c: "wants a small letter first, then small letters, digits, '-' or '_'",
    "too_short": lambda c: f"wants {c['min_length']} or more values",
    "too_long": lambda c: f"wants {c['max_length']} or fewer values",
    "missing": lambda c: "is missing",
    "extra": lambda c: "is not a field",
}
"""Start of a fault's type, the longest first that fits, to what is wanted."""

GIVEN = 40
"""Most characters of a faulty value that are said again."""


def explain(error: ValidationError, lines: Lines, name: str, under: Place = (), kind: str = "campaign") -> BadInput:
    """The first fault of a validation: ``brief, line 2: seed: wants a whole number, not 'many'``.

    Args:
        error: what the model said.
        lines: where each value stands.
        name: the brief's name.
        under: where the faulty part stands in the brief.
        kind: whose fields the reader should look up.
    """
    fault = error.errors()[0]
    path = (*under, *fault["loc"])
    field = ".".join(map(str, path))
    return BadInput(
        f"{where(lines, path, name)}: {field}: {said(fault)}",
        remedy=f"See `python main.py schema {kind}` for what each field takes.",
    )


def said(fault: Mapping[str, Any]) -> str:
    """One fault: what is wanted, and what was given where that is short."""
    if fault["type"] == "value_error":
        return str(fault["msg"]).removeprefix("Value error, ")
    fitting = [t for t in WANTED if fault["type"] == t or fault["type"].startswith(t + "_")]
    wanted = WANTED[max(fitting, key=len)](fault.get("ctx", {})) if fitting else "cannot be taken as it is"
    given = fault["input"]
    if not isinstance(given, (str, int, float)) or given == "":
        return wanted
    text = str(given)
    return f"{wanted}, not {text if len(text) <= GIVEN else text[: GIVEN - 1] + '…'!r}"


def _bound(context: Mapping[str, Any]) -> str:
    bound = next(context[k] for k in ("ge", "gt", "le", "lt") if k in context)
    return f"{bound:g}" if isinstance(bound, float) else str(bound)
