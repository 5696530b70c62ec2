"""The README's commands are run: those that make something as a dry run, the others against a run that was made."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text()
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.S)).splitlines()
LINES = [line.split("   #")[0].strip() for line in BLOCKS if line.strip()]
MAIN = [shlex.split(line)[2:] for line in LINES if line.startswith("python main.py")]


def main(args: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *args], cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "BOTTEGA_HOME": str(home)},
    )  # fmt: skip


@pytest.mark.parametrize("args", [a for a in MAIN if a[0] == "make"], ids=lambda a: " ".join(a)[:50])
def test_what_is_made_can_be_foreseen(args: list[str], tmp_path: Path) -> None:
    ran = main([*args, "--yes", "--dry-run"], tmp_path / "home")
    assert ran.returncode == 0, ran.stderr
    assert "made" in ran.stdout and "new" in ran.stdout


@pytest.mark.parametrize("args", [a for a in MAIN if a[0] != "make" and "RUN" not in a], ids=lambda a: " ".join(a)[:50])
def test_a_plain_command_runs(args: list[str], tmp_path: Path) -> None:
    ran = main(args, tmp_path / "home")
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("args", [a for a in MAIN if "RUN" in a], ids=lambda a: " ".join(a)[:50])
def test_a_command_on_a_run_takes_its_options(args: list[str], tmp_path: Path) -> None:
    ran = main(["no-such-run" if a == "RUN" else a for a in args], tmp_path / "home")
    assert ran.returncode == 2 and "there is no such run" in ran.stderr, ran.stderr


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"make (demo|test|bench|check)\b", README):
        assert re.search(rf"^{target}:", makefile, re.M)


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_readme_stays_short() -> None:
    assert len(README.splitlines()) < 120
