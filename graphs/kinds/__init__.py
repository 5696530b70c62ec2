"""Kinds of deliverable, one folder each. A folder with a ``KIND`` in its ``__init__`` is a kind: nothing else to touch."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from agents.kind import Kind
from core.errors import BadInput

_extra: dict[str, str] = {}


def register(name: str, module: str) -> None:
    """Add a kind from outside this folder (tests, plug-ins)."""
    _extra[name] = module


@cache
def _own() -> tuple[str, ...]:
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if m.ispkg))


def names() -> tuple[str, ...]:
    """Names of all kinds, sorted."""
    return tuple(sorted({*_own(), *_extra}))


def load(name: str) -> Kind:
    """The kind of that name; ``BadInput`` if there is none."""
    if name not in names():
        raise BadInput("no such kind of deliverable", which=name, remedy=f"Choose one of: {', '.join(names())}.")
    kind: Kind = importlib.import_module(_extra.get(name, f"graphs.kinds.{name}")).KIND
    return kind
