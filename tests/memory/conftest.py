"""Fixtures of the stores' tests. Children of these tests are real processes, killed for real."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.asset import Asset, Blob, Origin
from memory.actions import ActionRecord
from memory.home import Home

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Any:
    opened = Home(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def embedder() -> Any:
    return _hashing().HashingEmbedder()


@pytest.fixture
def make_embedder() -> Any:
    return _hashing().HashingEmbedder


def _hashing() -> Any:
    spec = importlib.util.spec_from_file_location("hashing_embedder", Path(__file__).with_name("hashing_embedder.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def record() -> Callable[..., ActionRecord]:
    """A record over one blob (or several) with a key."""

    def build(key: str, **parts: Blob) -> ActionRecord:
        return ActionRecord(
            key=key,
            spec="image:test",
            revision="1",
            request_modality="image",
            parts=parts,
            main=next(iter(parts), ""),
            facts={"width": 3},
            origin=Origin(backend="image:test", licence="CC0-1.0"),
            seconds=0.5,
        )

    return build


@pytest.fixture
def asset() -> Callable[[str, str, int], Asset]:
    def build(slot: str, digest: str, size: int) -> Asset:
        return Asset(
            slot=slot,
            key="ab" * 32,
            main="png",
            parts={"png": Blob(digest=digest, size=size, media="image/png")},
            origin=Origin(backend="human"),
        )

    return build


@pytest.fixture
def child() -> Callable[..., subprocess.Popen[str]]:
    """Start a script in a fresh interpreter that sees the repository."""

    def start(script: str, *args: str, **env: str) -> subprocess.Popen[str]:
        paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
        return subprocess.Popen(
            [sys.executable, "-c", script, *args],
            env={**os.environ, "PYTHONPATH": paths, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.fixture
def forked() -> Iterator[Callable[[Callable[[], None]], int]]:
    """Run a function in a forked child and give its pid; the child ends without any of pytest's own endings."""
    pids: list[int] = []

    def start(work: Callable[[], None]) -> int:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                work()
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        pids.append(pid)
        return pid

    yield start
    for pid in pids:  # of a test that failed before it waited
        try:
            if os.waitpid(pid, os.WNOHANG) == (0, 0):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        except ChildProcessError:
            continue
