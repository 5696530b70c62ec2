"""The house: names that are ours, imports that go one way, heavy packages that stay out until they are needed."""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

from graphs import kinds

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("core", "tools", "memory", "agents", "graphs", "desk")
HEAVY = ("torch", "diffusers", "transformers", "chromadb", "moviepy", "scipy", "cv2", "espeakng_loader", "docx")


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


SCRATCH = {
    "tools/checks/video.py": {"_ffmpeg", "_with_full_frames"},
    "tools/export/pdf.py": {"_scratch"},
    "tools/video/encode.py": {"encode", "_command"},
}
"""Functions outside ``memory`` that write, each into a scratch folder that ``tempfile`` makes and removes."""


def writers(path: Path) -> set[str]:
    """Functions of a file that open something for writing, or put a file in another's place."""
    found = set()
    for function in ast.walk(ast.parse(path.read_text())):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found |= {function.name for node in ast.walk(function) if isinstance(node, ast.Call) and writes(node)}
    return found


def writes(call: ast.Call) -> bool:
    """Whether a call writes to a path: by its name, or by a mode that is not known to only read."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = getattr(call.func.value, "id", "") if isinstance(call.func, ast.Attribute) else ""
    if name in ("write_bytes", "write_text", "touch", "mkdir", "makedirs", "rename", "symlink_to", "hardlink_to"):
        return True
    if owner in ("os", "shutil"):
        return name in ("replace", "move", "copy", "copy2", "copyfile", "copytree", "link", "symlink")
    return name == "open" and owner not in ("Image", "archive", "os", "wave") and _for_writing(call, owner)


def _for_writing(call: ast.Call, owner: str) -> bool:
    """``open(path, mode)`` has its mode second, ``path.open(mode)`` first; a review's ``open(Severity.HOLD)`` has none."""
    given = [k.value for k in call.keywords if k.arg == "mode"] or call.args[0 if owner else 1 :][:1]
    return any(
        isinstance(m, ast.Name) or (isinstance(m, ast.Constant) and set(str(m.value)) & set("wax+")) for m in given
    )


def test_only_memory_and_main_write_to_disk() -> None:
    """A tool may use a scratch folder of its own making; nothing else outside ``memory`` opens a file for writing."""
    found = {
        path.relative_to(ROOT).as_posix(): who
        for folder in ("core", "agents", "graphs", "desk", "tools")
        for path in (ROOT / folder).rglob("*.py")
        if (who := writers(path))
    }
    assert found == SCRATCH
    for path in SCRATCH:  # and each makes its own folder, so that nothing of it stays
        assert "TemporaryDirectory(" in (ROOT / path).read_text(), path


@pytest.mark.parametrize(
    "line",
    ["path.write_text(x)", "open(p, 'w')", "p.open('ab')", "open(p, mode)", "os.replace(a, b)", "p.open(mode='x')"],
)
def test_a_writing_line_is_seen(tmp_path: Path, line: str) -> None:
    file = tmp_path / "one.py"
    file.write_text(
        f"import tempfile\n\ndef sneaky(p):\n    {line}\n\ndef reads(p):\n    return open(p).read(), p.open('rb'), 'a'.replace('a', 'b')\n"
    )
    assert writers(file) == {"sneaky"}


def test_every_kind_stands_under_the_contract() -> None:
    """The contract's pattern reaches each folder that is a kind, so that a new one is held to it unasked."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (pattern,) = next(c["modules"] for c in contracts if c["type"] == "independence")
    reached = grimp.build_graph("graphs", cache_dir=None).find_matching_modules(pattern)
    assert reached == {f"graphs.kinds.{name}" for name in kinds.names()} and len(reached) > 1


def test_langgraph_finds_the_graphs_that_its_file_names(monkeypatch: pytest.MonkeyPatch) -> None:
    named = json.loads((ROOT / "langgraph.json").read_text())["graphs"]
    assert named
    for place in named.values():
        file, _, name = place.partition(":")
        spec = importlib.util.spec_from_file_location("served", ROOT / file)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, "served", module)
        spec.loader.exec_module(module)
        assert {"intake", "plan", "produce", "export"} <= set(getattr(module, name)().get_graph().nodes)


def test_imports_go_one_way() -> None:
    done = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_picture_of_the_graph_is_current() -> None:
    from graphs.production import mermaid

    assert (ROOT / "docs" / "graph.mmd").read_text().strip() == mermaid().strip(), "run: make graph"
