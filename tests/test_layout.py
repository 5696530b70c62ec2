"""The house: names that are ours, imports that go one way, heavy packages that stay out until they are needed."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("core", "tools", "memory", "agents", "graphs", "desk")
HEAVY = ("torch", "diffusers", "transformers", "chromadb", "moviepy", "cv2", "espeakng_loader", "docx")


def loaded_by(code: str) -> set[str]:
    """Modules that a fresh process holds after running ``code``."""
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.__stdout__)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", FOLDERS)
def test_each_name_is_ours(name: str) -> None:
    spec = importlib.util.find_spec(name)
    assert spec is not None and spec.origin is not None
    assert Path(spec.origin).resolve().is_relative_to(ROOT)


def test_no_installed_package_owns_our_names() -> None:
    from importlib.metadata import packages_distributions

    owners = packages_distributions()
    assert {name: owners[name] for name in FOLDERS if name in owners} == {}


def test_the_graph_loads_nothing_heavy() -> None:
    loaded = loaded_by(
        "import graphs.production, graphs.runner\nfrom graphs import kinds\n[kinds.load(k) for k in kinds.names()]"
    )
    assert sorted(loaded.intersection(HEAVY)) == []


def test_help_loads_almost_nothing() -> None:
    code = (
        "import sys\nsys.argv = ['main.py', '--help']\nimport main\ntry:\n    main.cli()\nexcept SystemExit:\n    pass"
    )
    loaded = loaded_by(code)
    assert sorted(loaded.intersection({*HEAVY, "langgraph", "numpy", "pydantic", "yaml", "PIL"})) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_backends_and_stores_speak_no_langgraph(folder: str) -> None:
    allowed = {ROOT / "memory" / "checkpoints.py"}
    for path in (ROOT / folder).rglob("*.py"):
        if folder == "graphs" or path in allowed:
            continue
        text = path.read_text()
        assert "import langgraph" not in text and "from langgraph" not in text, path


def test_only_memory_and_main_write_to_disk() -> None:
    """A tool may use a scratch folder of its own making; nothing else outside ``memory`` opens a file for writing."""
    writes = re.compile(
        r"\.write_bytes\(|\.write_text\(|(?<!fd)(?<!wave\.)open\([^)]*[\"'][wax]b?[\"']|os\.replace\(|shutil\.move\("
    )
    for folder in ("core", "agents", "graphs", "desk", "tools"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text()
            used = writes.findall(text)
            assert not used or "tempfile" in text, f"{path.relative_to(ROOT)} writes: {used}"


def test_imports_go_one_way() -> None:
    done = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_picture_of_the_graph_is_current() -> None:
    from graphs.production import mermaid

    assert (ROOT / "docs" / "graph.mmd").read_text().strip() == mermaid().strip(), "run: make graph"
