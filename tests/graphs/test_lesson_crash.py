"""The real lesson kind, killed at random while it reads, draws, speaks or cuts; resumed, it gives the same package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.graphs.place import survives_kills, undisturbed

BRIEF = """
kind: lesson
title: How a canal lock works
topic: canal locks
duration: 10 minutes
language: en
sources: [lock.md]
levels: [core]
seed: 3
"""
SOURCE = """# How a canal lock works

A lock is a chamber with gates at both ends that lifts and lowers boats. A sluice is a small door that lets water through a gate.
The tow path is a path along the canal on which horses once pulled the boats.

## Going up

1. First, the boat enters the empty chamber.
2. Then the upper sluices are opened, and water flows in.
3. Finally, the upper gates are opened, and the boat leaves.
"""
FILES = {"brief.yaml": BRIEF, "lock.md": SOURCE}
KILLS = (0.15, 0.45, 0.75)
"""Parts of a whole run's time: while it speaks and draws, and while it cuts the film."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups, which this system has not"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """The package of an undisturbed run, and the seconds it took."""
    return undisturbed(tmp_path_factory.mktemp("whole"), FILES)


@pytest.mark.parametrize("part", KILLS)
def test_a_killed_lesson_is_finished_byte_for_byte(
    whole: tuple[dict[str, bytes], float], tmp_path: Path, part: float
) -> None:
    """Sources, drawings, slides, voices and film: whatever was made before the kill stands, and is not made again."""
    assert {"out/slides/slides.pptx", "out/film/lesson.mp4", "out/web/lesson.html", "out/lms/scorm-2004.zip"} <= whole[
        0
    ].keys()
    survives_kills(tmp_path, FILES, whole, [part])
