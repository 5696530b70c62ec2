"""Five small sources with what was understood of them, written by hand: what the makers of questions are tried on."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.knowledge import Knowledge
from core.lesson import Objective
from core.source import Span

_FOLDER = Path(__file__).parent / "knowledge"
LANGUAGES = ("en", "es", "de", "fr", "zh")


@lru_cache(maxsize=8)
def _data(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return found


def text(language: str) -> str:
    """The source: its sentences, one a line."""
    return "\n".join(_data(language)["text"])


def knowledge(language: str) -> Knowledge:
    """What was understood of it; each piece names its place by its words."""
    data, whole = _data(language), text(language)
    made: dict[str, Any] = {"source": f"{language}.txt", "title": data["title"], "language": language}
    at = 0
    sentences = []
    for i, line in enumerate(data["text"]):
        sentences.append(
            {
                "text": line,
                "span": _at(at, line, language),
                "heading": data["title"],
                "weight": round(0.9 - i * 0.02, 2),
            }
        )
        at += len(line) + 1
    made["sentences"] = sentences
    for key in ("definitions", "figures", "causes", "contrasts", "parts", "events", "tables"):
        made[key] = [{**item, "span": _find(item["span"], whole, language)} for item in data.get(key, [])]
    made["keywords"] = [{"word": w, "weight": 0.9} for w in data["keywords"]]
    made["processes"] = [
        {**p, "steps": [{"text": t, "span": _find(q, whole, language)} for t, q in p["steps"]]}
        for p in data["processes"]
    ]
    return Knowledge.model_validate(made)


def objectives(language: str) -> tuple[Objective, ...]:
    return tuple(Objective.model_validate(o) for o in _data(language)["objectives"])


def _find(quote: str, whole: str, language: str) -> Span:
    return _at(whole.index(quote), quote, language)


def _at(start: int, quote: str, language: str) -> Span:
    return Span(source=f"{language}.txt", start=start, end=start + len(quote), quote=quote)
