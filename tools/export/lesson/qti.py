"""A question as a QTI item, in the words of QTI 2.1; ``qti3`` says the same in those of QTI 3.

Every item gives SCORE between 0 and MAXSCORE by its own response processing, and shows feedback: on what was picked through
PICKED, to everybody who answered through FEEDBACK. Sources:
1EdTech, "QTI Assessment, Section, and Item Information Model" 2.1 (2012) and 3.0 (2022).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final
from xml.etree import ElementTree as ET

from .item import Gap, Item, Option, decimal, paragraphs, share
from .qti_rules import base_value, condition, mapped, matched, outcome, response, set_outcome, variable
from .xml import Piece, tag

PICTURES: Final = "images"
ANSWERED: Final = "ANSWERED"


def assessment_item(item: Item, language: str, fixed: Mapping[str, str]) -> ET.Element:
    """The item without its namespace. Pictures lie in ``../images``."""
    declared, body, scored = _KINDS[item.kind](item, fixed)
    picks = [set_outcome("PICKED", variable("RESPONSE"))] if item.kind in _PICKED else []
    told = [*picks, set_outcome("FEEDBACK", base_value("identifier", ANSWERED))]
    return tag(
        "assessmentItem",
        {
            "identifier": item.key,
            "title": item.prompt[:200],
            "adaptive": False,
            "timeDependent": False,
            "xml:lang": language,
        },
        *declared,
        outcome("SCORE", "single", "float", "0"),
        outcome("MAXSCORE", "single", "float", decimal(float(item.points))),
        outcome("FEEDBACK", "single", "identifier"),
        *([outcome("PICKED", _cardinality(item), "identifier")] if picks else []),
        tag("itemBody", None, *_picture(item), *body),
        tag("responseProcessing", None, set_outcome("SCORE", base_value("float", "0")), *scored, *told),
        *_feedback(item),
    )


Parts = tuple[list[ET.Element], list[ET.Element], list[ET.Element]]
"""Declarations of responses, the body's blocks, and the rules that set SCORE."""


def _choice(item: Item, fixed: Mapping[str, str]) -> Parts:
    many = item.kind == "multiple_answer"
    right = [o.key for o in item.options if o.right]
    wrong = len(item.options) - len(right)
    mapping = [(o.key, share(item, len(right)) if o.right else -share(item, wrong)) for o in item.options]
    declared = response("RESPONSE", _cardinality(item), "identifier", right, mapping if many else (), item)
    body = tag(
        "choiceInteraction",
        {"responseIdentifier": "RESPONSE", "shuffle": False, "maxChoices": 0 if many else 1},
        _prompt(item),
        *(tag("simpleChoice", {"identifier": o.key}, o.text) for o in item.options),
    )
    return [declared], [body], [mapped("RESPONSE") if many else matched(item)]


def _cardinality(item: Item) -> str:
    return "multiple" if item.kind == "multiple_answer" else "single"


def _cloze(item: Item, fixed: Mapping[str, str]) -> Parts:
    line: list[Piece] = []
    declared, scored = [], []
    for part in item.text:
        if isinstance(part, str):
            line.append(part)
            continue
        name = f"RESPONSE{part.number}"
        declared.append(_gap_response(name, part, item))
        line.append(_inline(name, part) if part.options else _entry(name, part.accepted))
        scored.append(mapped(name))
    return declared, [tag("p", None, fixed["fill"]), tag("p", None, *line)], scored


def _gap_response(name: str, gap: Gap, item: Item) -> ET.Element:
    points = share(item, len(item.gaps))
    if not gap.options:
        return response(name, "single", "string", gap.accepted[:1], [(w, points) for w in gap.accepted], item)
    right = [o for o in gap.options if o.right]
    best = sorted(right, key=lambda o: o.text != gap.accepted[0])
    return response(name, "single", "identifier", [best[0].key], [(o.key, points) for o in right], item)


def _inline(name: str, gap: Gap) -> ET.Element:
    choices = (tag("inlineChoice", {"identifier": o.key}, o.text) for o in gap.options)
    return tag("inlineChoiceInteraction", {"responseIdentifier": name, "shuffle": False}, *choices)


def _matching(item: Item, fixed: Mapping[str, str]) -> Parts:
    points = share(item, len(item.links))
    pairs = [f"{left} {right}" for left, right in item.links]
    declared = response("RESPONSE", "multiple", "directedPair", pairs, [(pair, points) for pair in pairs], item)
    body = tag(
        "matchInteraction",
        {"responseIdentifier": "RESPONSE", "shuffle": False, "maxAssociations": len(pairs)},
        _prompt(item),
        tag("simpleMatchSet", None, *(_associable(o, 1) for o in item.options)),
        tag("simpleMatchSet", None, *(_associable(o, len(item.options)) for o in item.targets)),
    )
    return [declared], [body], [mapped("RESPONSE")]


def _associable(option: Option, most: int) -> ET.Element:
    return tag("simpleAssociableChoice", {"identifier": option.key, "matchMax": most}, option.text)


def _ordering(item: Item, fixed: Mapping[str, str]) -> Parts:
    declared = response("RESPONSE", "ordered", "identifier", [o.key for o in item.targets], (), item)
    choices = (tag("simpleChoice", {"identifier": o.key}, o.text) for o in item.options)
    laid = {"responseIdentifier": "RESPONSE", "shuffle": False, "orientation": "vertical"}
    body = tag("orderInteraction", laid, _prompt(item), *choices)
    return [declared], [body], [matched(item)]


def _short(item: Item, fixed: Mapping[str, str]) -> Parts:
    mapping = [(word, float(item.points)) for word in item.accepted]
    declared = response("RESPONSE", "single", "string", item.accepted[:1], mapping, item)
    return [declared], [*_asked(item), tag("p", None, _entry("RESPONSE", item.accepted))], [mapped("RESPONSE")]


def _numeric(item: Item, fixed: Mapping[str, str]) -> Parts:
    """Between two bounds, which every player compares; a tolerance at ``equal`` is not read by all."""
    middle, slack = Decimal(repr(item.value)), Decimal(repr(item.tolerance))
    bounds = [("gte", decimal(float(middle - slack))), ("lte", decimal(float(middle + slack)))]
    declared = response("RESPONSE", "single", "float", [decimal(item.value)], (), item)
    inside = tag(
        "and", None, *(tag(name, None, variable("RESPONSE"), base_value("float", edge)) for name, edge in bounds)
    )
    scored = condition(inside, set_outcome("SCORE", base_value("float", decimal(float(item.points)))))
    return [declared], [*_asked(item), tag("p", None, _entry("RESPONSE", item.accepted[:1]))], [scored]


_PICKED: Final = frozenset({"multiple_choice", "multiple_answer"})
_KINDS: Final[dict[str, Callable[[Item, Mapping[str, str]], Parts]]] = {
    "multiple_choice": _choice,
    "multiple_answer": _choice,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "short_answer": _short,
    "numeric": _numeric,
}


def _prompt(item: Item) -> ET.Element:
    return tag("prompt", None, item.prompt)


def _asked(item: Item) -> list[ET.Element]:
    return [tag("p", None, line) for line in paragraphs(item.prompt)]


def _entry(name: str, accepted: Sequence[str]) -> ET.Element:
    length = min(60, max(8, *map(len, accepted)) + 4)
    return tag("textEntryInteraction", {"responseIdentifier": name, "expectedLength": length})


def _picture(item: Item) -> list[ET.Element]:
    if item.picture is None:
        return []
    width, height = item.picture.shown
    place = f"../{PICTURES}/{item.picture.name}"
    return [tag("p", None, tag("img", {"src": place, "alt": item.picture.alt, "width": width, "height": height}))]


def _feedback(item: Item) -> Iterator[ET.Element]:
    """What is said to whoever picks an option, then what is said to everybody."""
    told = [("PICKED", o.key, o.feedback) for o in item.options if o.feedback and item.kind in _PICKED]
    general = [("FEEDBACK", ANSWERED, item.feedback)] if item.feedback else []
    for name, key, text in (*told, *general):
        yield tag(
            "modalFeedback",
            {"outcomeIdentifier": name, "identifier": key, "showHide": "show"},
            *(tag("p", None, line) for line in paragraphs(text)),
        )
