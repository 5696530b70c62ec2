"""Fixtures for tests of the whole graph with toys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memory.home import Home
from tests.graphs.toys import register_toys

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty home in a house of toys, which log what they make."""
    register_toys()
    monkeypatch.setenv("TOY_LOG", str(tmp_path / "log"))
    return Home(tmp_path / "home")


class Nursery:
    """Orders runs from the forking process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.graphs.nursery"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert self._read() == "ready"

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def order(self, place: Path, **order: Any) -> int:
        """Run in ``place`` (home, out, log and errors lie there); gives the exit code, negative for a signal."""
        assert self._process.stdin is not None
        env = {
            "TOY_LOG": str(place / "log"),
            "TOY_FAIL": "-",
            "TOY_SECONDS": "0",
            "BOTTEGA_FAULT": "",
            **order.pop("env", {}),
        }
        whole = {
            "home": str(place / "home"), "out": str(place / "out"), "errors": str(place / "errors"), "env": env, **order,
        }  # fmt: skip
        self._process.stdin.write(json.dumps(whole) + "\n")
        self._process.stdin.flush()
        return int(json.loads(self._read())["code"])

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    if not hasattr(os, "fork"):
        pytest.skip("crash tests fork, which this system cannot")
    made = Nursery()
    yield made
    made.close()


def package(place: Path) -> dict[str, bytes]:
    """Every file that was put out, folder and archive, by its path."""
    files = {p.relative_to(place).as_posix(): p.read_bytes() for p in (place / "out").rglob("*") if p.is_file()}
    return files | {p.name: p.read_bytes() for p in place.glob("out*.zip")}


def made(place: Path) -> list[str]:
    """Digests of requests in the order they were made, one entry per making."""
    log = place / "log"
    return log.read_text().split() if log.exists() else []


def recorded(place: Path) -> int:
    """How many finished assets the store knows."""
    count = 0
    for path in (place / "home" / "actions").rglob("*.json"):
        try:
            count += json.loads(path.read_text())["record"]["request_modality"] != "step"
        except (ValueError, KeyError):
            continue
    return count
