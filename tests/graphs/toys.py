"""The toys in the house: a kind, and a backend for every modality."""

from __future__ import annotations

from core.settings import Options
from core.vocab import MODALITIES
from graphs import kinds
from tools import registry


def register_toys() -> None:
    """Make the toy kind and the toy backends known in this process."""
    for modality in MODALITIES:
        registry.register(f"{modality}:toy", "tests.graphs.toybackend:Toy")
    kinds.register("toy", "tests.graphs.toykind")


def toy_options(**backends: str) -> Options:
    """The options of a run on toys alone, but for the ``backends`` named."""
    return Options(backends={m: f"{m}:toy" for m in MODALITIES} | backends)
