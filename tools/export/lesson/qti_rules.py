"""The parts of a QTI item that no learner sees: what is declared, and the rules that turn a response into a score."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from .item import Item, decimal
from .xml import tag


def response(
    name: str, cardinality: str, base: str, right: Sequence[str], mapping: Sequence[tuple[str, float]], item: Item
) -> ET.Element:
    """The declaration of a response, with the right one and what each value is worth."""
    given = {"caseSensitive": False} if base == "string" else {}
    entries = (tag("mapEntry", {"mapKey": k, "mappedValue": decimal(v), **given}) for k, v in mapping)
    bounds = {"lowerBound": 0, "upperBound": item.points, "defaultValue": 0}
    return tag(
        "responseDeclaration",
        {"identifier": name, "cardinality": cardinality, "baseType": base},
        tag("correctResponse", None, *(tag("value", None, value) for value in right)),
        *([tag("mapping", bounds, *entries)] if mapping else ()),
    )


def outcome(name: str, cardinality: str, base: str, start: str = "") -> ET.Element:
    default = [tag("defaultValue", None, tag("value", None, start))] if start else []
    return tag("outcomeDeclaration", {"identifier": name, "cardinality": cardinality, "baseType": base}, *default)


def matched(item: Item) -> ET.Element:
    """All points for the right response, none for another."""
    return condition(
        tag("match", None, variable("RESPONSE"), correct()),
        set_outcome("SCORE", base_value("float", decimal(float(item.points)))),
    )


def mapped(name: str) -> ET.Element:
    """Adds what the mapping gives; an empty response gives nothing."""
    worth = tag("sum", None, variable("SCORE"), tag("mapResponse", {"identifier": name}))
    return condition(tag("not", None, tag("isNull", None, variable(name))), set_outcome("SCORE", worth))


def condition(test: ET.Element, then: ET.Element) -> ET.Element:
    return tag("responseCondition", None, tag("responseIf", None, test, then))


def set_outcome(name: str, value: ET.Element) -> ET.Element:
    return tag("setOutcomeValue", {"identifier": name}, value)


def variable(name: str) -> ET.Element:
    return tag("variable", {"identifier": name})


def correct() -> ET.Element:
    return tag("correct", {"identifier": "RESPONSE"})


def base_value(kind: str, value: str) -> ET.Element:
    return tag("baseValue", {"baseType": kind}, value)
