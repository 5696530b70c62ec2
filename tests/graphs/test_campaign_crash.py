"""The real campaign, killed at random as a user's machine would kill it: the command, its tool host and its encoder."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.graphs.place import survives_kills, undisturbed

BRIEF = """
title: Night ferry
product: Night Ferry Records, a record shop on an old ferry
languages: en
brand: {name: Night Ferry Records, colours: ["#22577a", "#ffb703"]}
facts: [Open from six in the evening, Records are played on board, Coffee costs 2 euros]
offer: A badge with every record
cta: Come on board
url: https://night-ferry.example
details: {sizes: [square], ratios: ["9x16"], seconds: 6, cuts: [6-9x16], banners: []}
"""
FILES = {"brief.yaml": BRIEF}
KILLS = 4

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups, which this system has not"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """The package of an undisturbed run, and the seconds it took."""
    return undisturbed(tmp_path_factory.mktemp("whole"), FILES)


def test_random_kills(whole: tuple[dict[str, bytes], float], tmp_path: Path) -> None:
    """Only the command is killed, at any time of its life; resumed, it gives the same bytes and repeats nothing finished."""
    dice = random.Random(20261124)
    survives_kills(tmp_path, FILES, whole, [dice.uniform(0.1, 0.95) for _ in range(KILLS)])
