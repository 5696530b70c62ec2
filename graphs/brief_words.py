"""Briefs written as words: Markdown below front matter, and plain text of a few lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LINE = 60
"""A line of so many characters that ends without a stop was broken by an editor: the next one goes on with it."""
_STOP = re.compile(r"[.!?:;。！？：；…]\W*$")
_BULLET = re.compile(r"[-*+•]\s+(?=\S)")


def with_body(raw: dict[str, Any], body: str) -> dict[str, Any]:
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


def from_prose(text: str) -> dict[str, Any]:
    """A short text as a brief: its first sentence line says what it is about, each further one is a fact."""
    first, *rest = _paragraphs(text)
    return {"product": first, **({"facts": rest} if rest else {})}


def _paragraphs(text: str) -> Iterator[str]:
    """Lines without their bullets; one that an editor broke is whole again."""
    held = ""
    for line in [*text.splitlines(), ""]:
        words = line.strip()
        bullet = _BULLET.match(words)
        goes_on = words and not bullet and held and not _STOP.search(held) and (words[0].islower() or len(held) >= LINE)
        if goes_on:
            held = f"{held} {words}"
            continue
        if held:
            yield held
        held = words[bullet.end() :] if bullet else words
