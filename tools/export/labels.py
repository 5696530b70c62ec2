"""The exporters' own words, such as "Source", in the language of what they export."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from tools.export.languages import primary
from tools.export.markup import resource


def labels(group: str, language: str) -> dict[str, str]:
    """Key to words of ``data/{group}.json`` in a language; English where we have none."""
    known = _read(group)
    return {**known["en"], **known.get(primary(language), {})}


def table(group: str, language: str) -> dict[str, Any]:
    """The same for a group whose values are lists and tables of their own."""
    known: dict[str, Any] = {**_read(group)}
    return {**known["en"], **known.get(primary(language), {})}


def spoken(group: str, language: str) -> str:
    """The language that ``labels`` answers in: the one asked for, or ``"en"``."""
    return language if primary(language) in _read(group) else "en"


@cache
def _read(group: str) -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(resource(f"data/{group}.json"))
    return known
