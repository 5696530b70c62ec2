"""Notes that lie beside the files of a folder, in the campaign's language: they speak only of what is there."""

from __future__ import annotations

from typing import Any, Final

import jinja2

from tools.export.languages import primary
from tools.export.markup import resource

SPOKEN: Final = ("en", "de", "es", "fr", "zh")
"""Languages that the notes are written in."""


def readme(name: str, language: str, ending: str = "md", **values: Any) -> bytes:
    """``templates/readme/{name}.{language}.{ending}`` filled in; English where we have none. A missing value is an error."""
    spoken = primary(language) if primary(language) in SPOKEN else "en"
    page = jinja2.Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        undefined=jinja2.StrictUndefined,
    ).from_string(resource(f"templates/readme/{name}.{spoken}.{ending}"))
    return page.render(**values).encode("utf-8", "replace")
