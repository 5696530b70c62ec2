"""The real command with the toys in the house: ``python -m tests.desk.toymain make brief.yaml``."""

from __future__ import annotations

from core.vocab import MODALITIES
from graphs import kinds
from main import cli
from tools import registry

if __name__ == "__main__":
    for modality in MODALITIES:
        registry.register(f"{modality}:toy", "tests.graphs.toybackend:Toy")
    kinds.register("toy", "tests.graphs.toykind")
    cli()
