"""README of the ads folder: how to import, what is paused, what to compare, and what could not be made."""

from __future__ import annotations

from collections.abc import Iterable

from tools.design.clusters import ZWJ, ZWNJ
from tools.export.readme import readme
from tools.export.utm import NO_URL
from tools.text.limits import table


def ads_readme(notes: Iterable[str] = (), language: str = "en", *, linked: bool = True, pictures: bool = True) -> bytes:
    """Markdown. Notes are one line each; nothing in them can become markup.

    ``linked``: whether the brief gives a web address; ``pictures``: whether there is a folder ``display/``.
    """
    return readme(
        "ads",
        language,
        notes=[_plain(n) for n in notes],
        checked=table()["checked_on"],
        linked=linked,
        pictures=pictures,
        no_url=NO_URL,
    )


def _plain(note: str) -> str:
    words = " ".join("".join(c if c.isprintable() or c in (ZWJ, ZWNJ) else " " for c in note).split())
    return "".join("\\" + c if c in "\\`*_{}[]<>#|!" else c for c in words)
