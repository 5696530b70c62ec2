"""README of the ads folder: how to import, what is paused, what to compare, and what could not be made."""

from __future__ import annotations

from collections.abc import Iterable

import jinja2

from tools.export.markup import resource
from tools.text.limits import table


def ads_readme(notes: Iterable[str] = ()) -> bytes:
    """Markdown in English. Notes are one line each; nothing in them can become markup."""
    page = jinja2.Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    ).from_string(resource("templates/ads-readme.md"))
    return page.render(notes=[_plain(n) for n in notes], checked=table()["checked_on"]).encode("utf-8", "replace")


def _plain(note: str) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in note).split())
    return "".join("\\" + c if c in "\\`*_{}[]<>#|!" else c for c in words)
