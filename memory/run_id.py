"""A safe folder name for a run, whatever its title."""

from __future__ import annotations

import re
import unicodedata

from core.canonical import key_of
from core.errors import BadInput

_SAFE = re.compile(r"[a-z0-9](-?[a-z0-9])*")
MAX = 60


def make_run_id(title: str, *salt: object) -> str:
    """``<words of the title>-<8 hex of title and salt>``: lower-case ASCII letters, digits and single hyphens, at most 60.

    The same title and salt give the same id. A title with no Latin letters gives ``run-<hash>``.
    """
    plain = unicodedata.normalize("NFKD", title[:400].casefold().replace("ß", "ss")).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[: MAX - 9].strip("-")
    return f"{slug or 'run'}-{key_of([title, *map(str, salt)])[:8]}"


def check_run_id(run_id: str) -> str:
    """The id itself. Raises ``BadInput`` unless it can be a run's folder name."""
    if len(run_id) > MAX or not _SAFE.fullmatch(run_id):
        raise BadInput("this is not a run's id", which=run_id[:80], remedy="List the runs with: python main.py runs")
    return run_id
