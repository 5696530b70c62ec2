"""The wheel: our folders under one private package, beside a foreign package of the same name."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_it_owns_one_name_only(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry,) = [n for n in names if n.endswith("entry_points.txt")]
        assert "bottega = bottega_app:cli" in archive.read(entry).decode()
    assert {n.split("/")[0] for n in names if not n.split("/")[0].endswith(".dist-info")} == {"bottega_app"}
    assert "bottega_app/app/tools/design/data/fonts/fonts.json" in names
    assert not [n for n in names if "__pycache__" in n]


def test_it_runs_beside_a_foreign_agents_package(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "agents").mkdir()
    (site / "agents" / "__init__.py").write_text("raise RuntimeError('the other package')\n")
    code = "import sys; sys.argv = ['bottega', 'kinds']; from bottega_app import cli; cli()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(site), "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    assert "campaign" in done.stdout
