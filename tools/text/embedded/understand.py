"""What a line says of itself: who, what, where, for whom. Light rules; leaves a field empty rather than guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from . import grammar
from .texts import clean, primary

Span = tuple[int, int]


@dataclass(frozen=True)
class Understood:
    """Parts of a line, each a piece of it word for word; ``spans`` says where it stands in ``line``."""

    line: str = ""
    name: str = ""
    """Proper name, when the line gives one ("SunSip, a solar lantern")."""
    product: str = ""
    """What the line is about: its name, or its noun phrase with its place ("bakery in Porto")."""
    category: str = ""
    """What it is, as a noun phrase without article ("solar-powered camping lantern")."""
    article: str = ""
    """The article that stood before the category."""
    phrase: str = ""
    """The whole noun phrase with place, audience and material, without article."""
    audience: str = ""
    place: str = ""
    action: str = ""
    """What it does: the verb phrase after "that", "que", "qui" ... ("delivers sourdough by bike before 7am")."""
    benefits: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))


def understand(line: str, language: str = "en") -> Understood:
    """Read one line. Works in the five written languages; in others only ``product`` is given."""
    text = clean(line)
    lang = primary(language)
    if not text:
        return Understood()
    if lang == "zh":
        parts = grammar.read_zh(text)
    elif lang in grammar.GRAMMARS:
        parts = grammar.read(text, grammar.GRAMMARS[lang])
    else:
        head = re.split(r"[,،;:.،–—]", text, maxsplit=1)[0].strip()
        parts = {"product": head if len(head) <= 60 else ""}
    parts = {k: v for k, v in parts.items() if v}
    spans = {k: (at, at + len(v)) for k, v in parts.items() if (at := text.find(v)) >= 0}
    action = parts.get("action", "")
    return Understood(
        line=text,
        benefits=(action,) if action else (),
        spans=MappingProxyType(spans),
        **parts,
    )
