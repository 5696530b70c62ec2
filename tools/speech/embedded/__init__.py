"""Draft narration by espeak-ng, in a process of its own. Importing this loads no engine."""

from __future__ import annotations

import importlib.util


def available() -> bool:
    """True when the voice is installed (extra ``speech``). Without it ``timing.estimate`` still gives caption times."""
    return importlib.util.find_spec("espeakng_loader") is not None
