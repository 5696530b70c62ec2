"""Reads a brief: YAML, Markdown with front matter, or one line of text. Every word of it is untrusted data.

Refused before anything is built: aliases, tags, doubled keys, too many bytes, too much depth, too many nodes.
Scalars stay strings (so that ``no`` is Norwegian and a date is a date); the models turn them into numbers.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from core.brief import Brand, Brief, Fact, Localised
from core.errors import BadInput
from graphs import kinds
from graphs.changes import change_in
from graphs.contradictions import refuse_contradictions

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 20_000

ALIASES = {
    "language": "languages", "lang": "languages", "color": "colours", "colors": "colours", "colour": "colours",
    "photo": "photos", "source": "sources", "topic": "product", "duration": "minutes", "age": "ages", "standard": "standards",
    "objective": "objectives", "prior_knowledge": "prior", "accessibility": "needs", "level": "levels", "channel": "channels", "call_to_action": "cta", "markets": "market",
}  # fmt: skip
LISTS = {
    "languages",
    "tone",
    "colours",
    "fonts",
    "banned",
    "legal",
    "channels",
    "market",
    "sources",
    "photos",
    "constraints",
}

Lines = dict[tuple[str | int, ...], int]


def parse_text(text: str, *, name: str = "brief", sets: Iterable[str] = (), fields: bool = False) -> Brief:
    """A checked brief from the text of a file or a line. Raises ``BadInput`` naming field, line and remedy.

    Args:
        text: the whole text. One line without ``key:`` is taken as what the brief is about.
        name: what to call it in errors.
        sets: ``path=value`` changes, applied before the check.
        fields: the text is YAML even where it is a single line.
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise BadInput(
            "the brief is too long",
            which=name,
            remedy=f"Keep it under {MAX_BYTES // 1000} kB; put long sources in files of their own.",
        )
    if "\0" in text:
        raise BadInput("the brief holds a NUL character", which=name, remedy="Save it as plain UTF-8 text.")
    lines: Lines = {}
    raw = _raw(text.lstrip("\ufeff"), name, lines, fields)
    for change in sets:
        change_in(raw, change)
    return build(raw, lines, name)


def _raw(text: str, name: str, lines: Lines, fields: bool) -> dict[str, Any]:
    stripped = text.strip()
    if not stripped:
        raise BadInput("the brief is empty", which=name, remedy="Say in one line what it is about.")
    front = re.match(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)(.*)\Z", text, re.S)
    if front:
        return _with_body(_yaml(front[1], name, lines, 1), front[2])
    if not fields and stripped.startswith(("# ", "#\t")):
        return _with_body({}, text)
    if not fields and "\n" not in stripped and not _looks_like_yaml(stripped):
        return {"product": stripped}
    return _yaml(text, name, lines, 0)


def _looks_like_yaml(line: str) -> bool:
    key = re.match(r"\A([A-Za-z_]+):(\s|\Z)", line)
    return line.startswith("{") or (key is not None and key[1].lower() in {*Brief.model_fields, *ALIASES})


def _yaml(text: str, name: str, lines: Lines, offset: int) -> dict[str, Any]:
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
            f"{name} is not a list of fields", remedy="Write 'field: value' lines, or one line of plain text."
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


def _with_body(raw: dict[str, Any], body: str) -> dict[str, Any]:
    """Markdown below the front matter: the first heading names the job, bullets are facts, the rest says what it is."""
    prose: list[str] = []
    bullets: list[str] = []
    for line in body.splitlines():
        text = line.strip()
        if text.startswith("#"):
            heading = text.lstrip("#").strip()
            if heading and "title" not in raw:
                raw["title"] = heading
        elif re.match(r"[-*+]\s+\S", text):
            bullets.append(text[1:].strip())
        elif text:
            prose.append(text)
    if bullets:
        raw["facts"] = [*(raw.get("facts") or []), *bullets]
    if prose:
        raw.setdefault("product" if "product" not in raw else "goal", " ".join(prose))
    return raw


def _translations(value: Any, lines: Lines, name: str) -> Any:
    """A list of translations, each with its ``language``, as words by language."""
    if not isinstance(value, list):
        return value
    out: dict[str, Any] = {}
    for i, item in enumerate(value):
        given = dict(item) if isinstance(item, dict) else {}
        language = given.pop("language", given.pop("lang", None))
        at = lines.get(("translations", i))
        where = f"{name}, line {at}" if at else name
        if not isinstance(language, str) or not language:
            raise BadInput(
                f"{where}: a translation does not say its language", remedy="Begin it with, say, 'language: de'."
            )
        if language in out:
            raise BadInput(f"{where}: two translations are of one language", which=language, remedy="Keep one of them.")
        out[language] = given
        lines.update(
            {("translations", language, *k[2:]): v for k, v in list(lines.items()) if k[:2] == ("translations", i)}
        )
    return out


def build(raw: dict[str, Any], lines: Lines, name: str = "brief") -> Brief:
    """A checked brief from plain data. ``lines`` maps a path to its line, for errors."""
    data = _normal(raw, lines, name)
    try:
        brief = Brief.model_validate(data)
    except ValidationError as error:
        raise explain(error, lines, name) from error
    refuse_contradictions(brief, name)
    return brief.model_copy(update={"details": _details(brief, lines, name)})


def _details(brief: Brief, lines: Lines, name: str) -> dict[str, Any]:
    """The kind's own options, held against its model: ``"a, b"`` is a list where a list is wanted."""
    model = kinds.load(brief.kind).details
    given = _known(dict(brief.details), model, ("details",), lines, name)
    for field, value in given.items():
        wanted = model.model_fields[field].annotation
        if get_origin(wanted) is not tuple:
            continue
        if isinstance(value, str):  # free text may hold commas of its own
            words = get_origin(get_args(wanted)[0]) is Literal
            given[field] = [p.strip() for p in value.strip("[] ").split(",") if p.strip()] if words else [value]
        elif isinstance(value, list):
            given[field] = [part if isinstance(part, dict) else str(part) for part in value]
    try:
        model.model_validate(given)
    except ValidationError as error:
        raise explain(error, lines, name, ("details",)) from error
    return given


def explain(error: ValidationError, lines: Lines, name: str, under: tuple[str | int, ...] = ()) -> BadInput:
    """The first fault of a validation, in words: field, line, remedy. ``under`` is where the faulty part stands."""
    fault = error.errors()[0]
    path = (*under, *fault["loc"])
    at: tuple[str | int, ...] = path
    while at and at not in lines:
        at = at[:-1]
    where = f"{name}, line {lines[at]}" if at in lines and at else name
    what = str(fault["msg"]).removeprefix("Value error, ")
    return BadInput(
        f"{where}: {'.'.join(map(str, path))}: {what}", remedy="See `python main.py schema` for what each field takes."
    )


def _normal(raw: dict[str, Any], lines: Lines, name: str) -> dict[str, Any]:
    data = _known(_nested(raw, lines), Brief, (), lines, name, skip=frozenset({"inferred", "attachments"}))
    if isinstance(data.get("brand"), str):
        data["brand"] = {"name": data["brand"]}
    if isinstance(data.get("brand"), dict):
        data["brand"] = _known(data["brand"], Brand, ("brand",), lines, name)
    if "facts" in data:
        data["facts"] = _facts(data["facts"], lines, name)
    data = (
        {**data, "translations": _translations(data["translations"], lines, name)} if "translations" in data else data
    )
    if isinstance(data.get("translations"), dict):
        data["translations"] = {
            k: _known(v, Localised, ("translations", k), lines, name) if isinstance(v, dict) else v
            for k, v in data["translations"].items()
        }
        for words in data["translations"].values():
            if isinstance(words, dict) and isinstance(words.get("facts"), list):
                words["facts"] = {f"f{i + 1}": text for i, text in enumerate(words["facts"])}
    return data


def _nested(raw: dict[str, Any], lines: Lines) -> dict[str, Any]:
    """The kind's own options may stand at the top as well: they are put among ``details``."""
    kind = raw.get("kind", "campaign")
    details = raw.get("details") or {}
    if kind not in kinds.names() or not isinstance(details, dict):
        return raw
    own = set(kinds.load(kind).details.model_fields) - set(Brief.model_fields)
    moved = {key for key in raw if key in own or ALIASES.get(key.lower(), "") in own}
    if not moved:
        return raw
    for key in moved:
        lines.update({("details", *k): v for k, v in list(lines.items()) if k[:1] == (key,)})
    kept = {k: v for k, v in raw.items() if k not in moved}
    return {**kept, "details": {**{k: raw[k] for k in raw if k in moved}, **details}}


def _known(
    raw: dict[str, Any],
    model: type[BaseModel],
    path: tuple[str | int, ...],
    lines: Lines,
    name: str,
    skip: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    fields = set(model.model_fields) - skip
    out: dict[str, Any] = {}
    for key, value in raw.items():
        field = key if key in fields else ALIASES.get(key.lower(), key.lower().replace("-", "_"))
        if field not in fields:
            near = difflib.get_close_matches(field, sorted(fields), n=1)
            at = lines.get((*path, key))
            where = f"{name}, line {at}" if at else name
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known fields: {', '.join(sorted(fields))}."
            raise BadInput(f"{where}: there is no field {key[:60]!r}", remedy=remedy)
        if value is None:
            continue
        if field in LISTS and isinstance(value, str):
            value = (
                [part.strip() for part in re.split(r"[,，、;]", value) if part.strip()] if field != "legal" else [value]
            )
        out[field] = value
        if (*path, key) in lines:
            lines[(*path, field)] = lines[(*path, key)]
    return out


def _facts(value: Any, lines: Lines, name: str) -> Any:
    if isinstance(value, str):
        value = [value]
    if isinstance(value, dict):
        value = [{"id": k, "text": v} if isinstance(v, str) else {"id": k, **v} for k, v in value.items()]
    if not isinstance(value, list):
        return value
    out = []
    for i, fact in enumerate(value):
        item = {"text": fact} if isinstance(fact, str) else fact
        if isinstance(item, dict):
            item = {"id": f"f{i + 1}", **_known(item, Fact, ("facts", i), lines, name)}
        out.append(item)
    return out


def read_file(path: Path, *, sets: Iterable[str] = ()) -> Brief:
    """A checked brief from a file. Raises ``BadInput`` when it cannot be read or is not UTF-8."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput("the brief is too long", which=path.name, remedy=f"Keep it under {MAX_BYTES // 1000} kB.")
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BadInput("the brief cannot be read", which=path.name, remedy=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise BadInput("the brief is not UTF-8 text", which=path.name, remedy="Save it as UTF-8.") from error
    return parse_text(text, name=path.name, sets=sets, fields=path.suffix.lower() in (".yaml", ".yml"))
