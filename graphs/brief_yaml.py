"""YAML as plain data with the line of each value. Scalars stay strings; what could run, hide or swell is refused.

No aliases, tags, doubled keys, too much depth or too many nodes get in.
"""

from __future__ import annotations

from typing import Any

import yaml

from core.errors import BadInput

MAX_DEPTH = 16
MAX_NODES = 20_000

Place = tuple[str | int, ...]
Lines = dict[Place, int | str]
"""Where each value stands: a line of the file, or the option that set it."""


def where(lines: Lines, path: Place, name: str) -> str:
    """A value's place in words: the option or the line that it, or the nearest thing around it, came from."""
    while path and path not in lines:
        path = path[:-1]
    at = lines.get(path)
    if isinstance(at, str):
        return at
    return f"{name}, line {at}" if at and path else name


def read_yaml(text: str, name: str, lines: Lines, offset: int = 0) -> dict[str, Any]:
    """The fields of a YAML text; notes each value's line in ``lines``, counted on from ``offset``. Raises ``BadInput``."""
    try:
        _gate(text, name, offset)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        at = (error.problem_mark.line + 1 + offset) if error.problem_mark else 0
        raise BadInput(
            f"{name}, line {at}: this is not YAML ({error.problem})",
            remedy="Quote a text that holds ': ' or starts with a sign, and indent with spaces.",
        ) from error
    except yaml.YAMLError as error:
        raise BadInput(
            f"{name} holds characters that YAML does not allow", remedy="Save it as plain UTF-8 text."
        ) from error
    value = _value(node, (), lines, name, offset) if node else {}
    if not isinstance(value, dict):
        raise BadInput(
            f"{name} is not a list of fields",
            remedy="Write 'field: value' lines, or plain text that begins with a word.",
        )
    return value


def _gate(text: str, name: str, offset: int) -> None:
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        at = f"{name}, line {(event.start_mark.line if event.start_mark else 0) + 1 + offset}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadInput(f"{at}: anchors and aliases are not allowed", remedy="Write the value out.")
        if tag := getattr(event, "tag", None):
            raise BadInput(f"{at}: tags are not allowed", which=str(tag), remedy="Write a plain value.")
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise BadInput(
                f"{at}: the brief is nested too deeply or has too many values", remedy="Make it flatter or shorter."
            )


def _value(node: yaml.Node, path: tuple[str | int, ...], lines: Lines, name: str, offset: int) -> Any:
    lines[path] = node.start_mark.line + 1 + offset
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag.endswith(":null") else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), lines, name, offset) for i, child in enumerate(node.value)]
    out: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise BadInput(f"{name}, line {key.start_mark.line + 1 + offset}: a field's name must be a word")
        word = str(key.value)
        if word in out:
            raise BadInput(
                f"{name}, line {key.start_mark.line + 1 + offset}: the field stands twice",
                which=word,
                remedy="Keep one of them.",
            )
        out[word] = _value(child, (*path, word), lines, name, offset)
    return out
