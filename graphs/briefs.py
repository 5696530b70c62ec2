"""Reads a brief: YAML, Markdown with front matter, or a line or more of text. Every word of it is untrusted data.

Scalars stay strings (so that ``no`` is Norwegian and a date is a date); the models turn them into numbers.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from core.brief import Brand, Brief, Fact, Localised
from core.errors import BadInput
from graphs import kinds
from graphs.brief_faults import explain
from graphs.brief_words import from_prose, with_body
from graphs.brief_yaml import Lines, Place, read_yaml, where
from graphs.changes import change_in
from graphs.constraints import obeying
from graphs.contradictions import refuse_contradictions

MAX_BYTES = 1_000_000
FIELDS = (".yaml", ".yml", ".json")
"""Endings of files that hold fields, even where they are one line."""

ALIASES = {
    "banned_words": "banned", "legal_lines": "legal", "language": "languages", "lang": "languages", "color": "colours", "colors": "colours", "colour": "colours",
    "photo": "photos", "source": "sources", "topic": "product", "duration": "minutes", "age": "ages", "standard": "standards",
    "objective": "objectives", "prior_knowledge": "prior", "accessibility": "needs", "level": "levels", "channel": "channels", "call_to_action": "cta", "markets": "market",
}  # fmt: skip
LISTS = {
    "languages", "tone", "colours", "fonts", "banned", "legal", "channels", "market", "sources", "photos", "constraints",
}  # fmt: skip
"""Fields that take one text with commas for a list of texts; ``legal`` lines keep theirs."""
INTERNAL = frozenset({"inferred", "attachments"})
"""Fields that only the house fills."""
BRAND_RULES = frozenset({"banned", "legal"})
"""Fields of the brand that may stand at the brief's top."""


def parse_text(text: str, *, name: str = "brief", sets: Iterable[str] = (), fields: bool = False) -> Brief:
    """A checked brief from the text of a file or a line. Raises ``BadInput`` naming field, line and remedy.

    Args:
        text: the whole text. Without a ``key:`` its first line is taken as what the brief is about.
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
        _forget(lines, change_in(raw, change), f"--set {change}"[:120])
    return build(raw, lines, name)


def _forget(lines: Lines, path: Place, option: str) -> None:
    """What an option has set no longer stands on a line of the file."""
    for under in [p for p in lines if p[: len(path)] == path]:
        del lines[under]
    lines[path] = option


def _raw(text: str, name: str, lines: Lines, fields: bool) -> dict[str, Any]:
    stripped = text.strip()
    if not stripped:
        raise BadInput("the brief is empty", which=name, remedy="Say in one line what it is about.")
    front = re.match(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)(.*)\Z", text, re.S)
    if front:
        return with_body(read_yaml(front[1], name, lines, 1), front[2])
    if not fields and stripped.startswith(("# ", "#\t")):
        return with_body({}, text)
    if not fields and not _looks_like_yaml(stripped):
        return from_prose(stripped)
    return read_yaml(text, name, lines)


def _looks_like_yaml(text: str) -> bool:
    """A text that begins with a sign of YAML, or any line of which begins with the name of a field."""
    first, more, _ = text.partition("\n")
    if first.startswith(("{", "- ", "[")) and (more or first.startswith("{")):
        return True
    keys = [key[1].lower() for line in text.splitlines() if (key := re.match(r"([A-Za-z_]+):(?:\s|\Z)", line))]
    begins = more and re.match(r"[A-Za-z_]+:(?:\s|\Z)", first)
    return bool(begins) or any(key in {*Brief.model_fields, *ALIASES} for key in keys)


def _translations(value: Any, lines: Lines, name: str) -> Any:
    """A list of translations, each with its ``language``, as words by language."""
    if not isinstance(value, list):
        return value
    out: dict[str, Any] = {}
    for i, item in enumerate(value):
        given = dict(item) if isinstance(item, dict) else {}
        language = given.pop("language", given.pop("lang", None))
        here = where(lines, ("translations", i), name)
        if not isinstance(language, str) or not language:
            raise BadInput(
                f"{here}: a translation does not say its language", remedy="Begin it with, say, 'language: de'."
            )
        if language in out:
            raise BadInput(f"{here}: two translations are of one language", which=language, remedy="Keep one of them.")
        out[language] = given
        lines.update(
            {("translations", language, *k[2:]): v for k, v in list(lines.items()) if k[:2] == ("translations", i)}
        )
    return out


def build(raw: dict[str, Any], lines: Lines, name: str = "brief") -> Brief:
    """A checked brief from plain data. ``lines`` maps a path to its line, for errors."""
    data = _normal(raw, lines, name)
    kind = data["kind"] if data.get("kind") in kinds.names() else "campaign"
    try:
        brief = Brief.model_validate(data)
    except ValidationError as error:
        raise explain(error, lines, name, kind=kind) from error
    refuse_contradictions(brief, lines, name)
    return obeying(brief.model_copy(update={"details": _details(brief, lines, name)}))


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
        raise explain(error, lines, name, ("details",), brief.kind) from error
    return given


def _normal(raw: dict[str, Any], lines: Lines, name: str) -> dict[str, Any]:
    data = _known(_nested(raw, lines, name), Brief, (), lines, name, skip=INTERNAL)
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


def _nested(raw: dict[str, Any], lines: Lines, name: str) -> dict[str, Any]:
    """The kind's own options and the brand's rules may stand at the top as well: they are put where they belong."""
    kind = raw.get("kind", "campaign")
    if kind in kinds.names():
        raw = _put(raw, lines, name, "details", set(kinds.load(kind).details.model_fields) - set(Brief.model_fields))
    if isinstance(raw.get("brand"), str):
        raw = {**raw, "brand": {"name": raw["brand"]}}
    return _put(raw, lines, name, "brand", BRAND_RULES)


def _put(raw: dict[str, Any], lines: Lines, name: str, part: str, fields: AbstractSet[str]) -> dict[str, Any]:
    """``raw`` with those fields of its top moved into ``part``. What an option has set wins; else none may stand twice."""
    moved = {key for key in raw if field_of(key) in fields}
    held = raw.get(part) or {}
    if not moved or not isinstance(held, dict):
        return raw
    inside = dict(held)
    for key in moved:
        same = [k for k in held if field_of(k) == field_of(key)]
        if any(isinstance(lines.get((part, k)), str) for k in same):
            continue
        if same and not isinstance(lines.get((key,)), str):
            raise _twice(lines, (key,), name)
        inside = {k: v for k, v in inside.items() if k not in same} | {key: raw[key]}
        lines.update({(part, *k): v for k, v in list(lines.items()) if k[:1] == (key,)})
    return {**{k: v for k, v in raw.items() if k not in moved}, part: inside}


def field_of(key: str) -> str:
    """The field that a name stands for: small letters, ``_`` for ``-``, and the field itself for another name of it."""
    plain = key.lower().replace("-", "_")
    return ALIASES.get(plain, plain)


def _twice(lines: Lines, path: Place, name: str) -> BadInput:
    return BadInput(
        f"{where(lines, path, name)}: the field stands twice", which=str(path[-1]), remedy="Keep one of them."
    )


def _known(
    raw: dict[str, Any],
    model: type[BaseModel],
    path: Place,
    lines: Lines,
    name: str,
    skip: AbstractSet[str] = frozenset(),
) -> dict[str, Any]:
    """Values by the model's own field names, lists where a list is wanted. Raises ``BadInput`` on a name that is none."""
    fields = set(model.model_fields) - skip
    out: dict[str, Any] = {}
    named: dict[str, str] = {}
    for key, value in raw.items():
        field = key if key in fields else field_of(key)
        if field not in fields:
            near = difflib.get_close_matches(field, sorted(fields), n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known fields: {', '.join(sorted(fields))}."
            raise BadInput(f"{where(lines, (*path, key), name)}: there is no field {key[:60]!r}", remedy=remedy)
        if value is None:
            continue
        if field in out and not isinstance(lines.get((*path, key)), str):
            if isinstance(lines.get((*path, named[field])), str):
                continue  # set by an option: that wins
            raise _twice(lines, (*path, key), name)
        if field in LISTS and isinstance(value, str):
            value = (
                [part.strip() for part in re.split(r"[,，、;]", value) if part.strip()] if field != "legal" else [value]
            )
        out[field], named[field] = value, key
    lines.update({(*path, f): lines[(*path, k)] for f, k in named.items() if (*path, k) in lines})
    return out


def _facts(value: Any, lines: Lines, name: str) -> Any:
    if isinstance(value, str):
        value = [value]
    if isinstance(value, dict):
        lines.update(
            {
                ("facts", i, *k[2:]): v
                for i, f in enumerate(value)
                for k, v in list(lines.items())
                if k[:2] == ("facts", f)
            }
        )
        value = [{"id": k, **v} if isinstance(v, dict) else {"id": k, "text": v} for k, v in value.items()]
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
    return parse_text(text, name=path.name, sets=sets, fields=path.suffix.lower() in FIELDS)
