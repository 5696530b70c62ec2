"""Entry point of the installed package: puts our folders first on the path, under a name nobody else owns.

``agents``, ``tools`` and ``memory`` are names that other packages use too; the wheel keeps ours below
``bottega_app/app`` so that both can be installed.
"""

from __future__ import annotations

import sys
from pathlib import Path


def cli() -> None:
    """Run the command line from the installed folders."""
    sys.path.insert(0, str(Path(__file__).with_name("app")))
    from main import cli as run

    run()
