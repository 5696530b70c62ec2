"""A reader of QTI packages that is not the writer: what is asked, what is right, and what does not hold together."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from lxml import etree

CP = "{*}"


@dataclass(frozen=True)
class Asked:
    """One item: texts by identifier for each interaction, and the declared right values."""

    root: Any
    kinds: tuple[str, ...]
    texts: dict[str, str]
    right: dict[str, list[str]]

    def key(self, text: str, nth: int = 0) -> str:
        """The identifier of a choice, by its words."""
        return [k for k, told in self.texts.items() if told == text][nth]


def name(element: Any) -> str:
    """The element's name as QTI 2.1 has it: ``qti-simple-choice`` is ``simpleChoice``."""
    local = etree.QName(element).localname
    return _camel(local.removeprefix("qti-")) if local.startswith("qti-") else str(local)


def _camel(text: str) -> str:
    first, *rest = text.split("-")
    return first + "".join(part.title() for part in rest)


def attribute(element: Any, wanted: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if _camel(k) == wanted), "")


def every(root: Any, *names: str) -> list[Any]:
    return [e for e in root.iter() if isinstance(e.tag, str) and name(e) in names]


def asked(data: bytes) -> Asked:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    choices = every(root, "simpleChoice", "inlineChoice", "simpleAssociableChoice")
    return Asked(
        root,
        tuple(name(e) for e in root.iter() if isinstance(e.tag, str) and name(e).endswith("Interaction")),
        {c.get("identifier"): "".join(c.itertext()) for c in choices},
        {
            d.get("identifier"): ["".join(v.itertext()) for c in every(d, "correctResponse") for v in every(c, "value")]
            for d in every(root, "responseDeclaration")
        },
    )


_ROOM = {
    "choiceInteraction": ("identifier", ("single", "multiple")),
    "inlineChoiceInteraction": ("identifier", ("single",)),
    "textEntryInteraction": ("string float", ("single",)),
    "matchInteraction": ("directedPair", ("multiple",)),
    "orderInteraction": ("identifier", ("ordered",)),
}


def item_faults(data: bytes) -> list[str]:
    """What in one item does not hold: responses, right answers, mapped values, outcomes and rules must name one another."""
    item = asked(data)
    out = []
    declared = {d.get("identifier"): d for d in every(item.root, "responseDeclaration")}
    outcomes = {d.get("identifier") for d in every(item.root, "outcomeDeclaration")}
    interactions = [e for e in item.root.iter() if isinstance(e.tag, str) and name(e) in _ROOM]
    if not interactions or {attribute(i, "responseIdentifier") for i in interactions} != set(declared):
        out.append("an interaction without its declaration, or the other way round")
    for interaction in interactions:
        declaration = declared.get(attribute(interaction, "responseIdentifier"))
        base, cardinalities = _ROOM[name(interaction)]
        if declaration is None or attribute(declaration, "baseType") not in base.split():
            out.append(f"{name(interaction)} gives another type than declared")
        elif declaration.get("cardinality") not in cardinalities:
            out.append(f"{name(interaction)} gives another number of values than declared")
        else:
            out += _values(interaction, declaration)
    for element in every(item.root, "variable", "mapResponse", "correct"):
        if element.get("identifier") not in {*declared, *outcomes}:
            out.append(f"a rule reads {element.get('identifier')}, which nothing declares")
    for element in every(item.root, "setOutcomeValue"):
        if element.get("identifier") not in outcomes:
            out.append(f"a rule sets {element.get('identifier')}, which nothing declares")
    for element in every(item.root, "modalFeedback"):
        if attribute(element, "outcomeIdentifier") not in outcomes:
            out.append("feedback hangs on no outcome")
    if not {"SCORE", "MAXSCORE"} <= outcomes:
        out.append("no score")
    return out


def _values(interaction: Any, declaration: Any) -> list[str]:
    offered = {
        c.get("identifier") for c in every(interaction, "simpleChoice", "inlineChoice", "simpleAssociableChoice")
    }
    values = [v.text or "" for c in every(declaration, "correctResponse") for v in every(c, "value")]
    mapped = [attribute(e, "mapKey") for e in every(declaration, "mapEntry")]
    out = [] if values else ["no right answer"]
    if len(set(mapped)) != len(mapped):
        out.append("a value is mapped twice")
    if offered:
        named = {part for value in (*values, *mapped) for part in value.split()}
        out += [f"{one} is right, but not offered" for one in sorted(named - offered)]
    elif attribute(declaration, "baseType") == "float":
        out += [f"{value} is no number" for value in values if not _number(value)]
    return out


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def package_faults(files: dict[str, bytes]) -> list[str]:
    """What in a content package does not hold: each file is listed once and there, each reference leads somewhere."""
    if "imsmanifest.xml" not in files:
        return ["no manifest"]
    root = etree.fromstring(files["imsmanifest.xml"])
    listed = [f.get("href") for f in root.iter(f"{CP}file")]
    out = [f"{path} is listed, but not there" for path in sorted(set(listed) - set(files))]
    out += [f"{path} is there, but not listed" for path in sorted(set(files) - set(listed) - {"imsmanifest.xml"})]
    out += [f"{p} leads out of the package" for p in (*listed, *files) if p.startswith("/") or ".." in p.split("/")]
    resources = {r.get("identifier"): r for r in root.iter(f"{CP}resource")}
    for reference in (*root.iter(f"{CP}dependency"), *root.iter(f"{CP}item")):
        if (wanted := reference.get("identifierref")) is not None and wanted not in resources:
            out.append(f"{wanted} is no resource")
    out += [f"{r.get('href')} is no file of its resource" for r in resources.values() if r.get("href") and r.get("href") not in [f.get("href") for f in r.iter(f"{CP}file")]]  # fmt: skip
    identifiers = [e.get("identifier") for e in root.iter() if isinstance(e.tag, str) and e.get("identifier")]
    if len(set(identifiers)) != len(identifiers):
        out.append("two parts share an identifier")
    return out


def picture_faults(path: str, data: bytes, files: dict[str, bytes]) -> list[str]:
    """Pictures of a page or item that are not there, or have no words."""
    out = []
    for picture in every(etree.fromstring(data), "img"):
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), picture.get("src", "")))
        if place not in files:
            out.append(f"{place} is not there")
        if not picture.get("alt"):
            out.append(f"{place} has no words")
    return out
