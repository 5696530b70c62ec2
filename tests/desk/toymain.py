"""The real command with the toys in the house: ``python -m tests.desk.toymain make brief.yaml``."""

from __future__ import annotations

from main import cli
from tests.graphs.toys import register_toys

if __name__ == "__main__":
    register_toys()
    cli()
