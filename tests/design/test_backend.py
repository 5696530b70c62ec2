"""The embedded designer as a backend: its parts, its facts, its failures."""

from __future__ import annotations

import io
import json
import subprocess
import sys

from PIL import Image

from core.errors import MissingBlob
from tools.design.backend import EmbeddedDesigner

from .layouts import nothing, request


def test_parts_and_facts() -> None:
    (media,) = EmbeddedDesigner(nothing).generate([request("split", (600, 750))])
    assert list(media.parts) == ["png", "svg", "layout"] and not media.failure
    image = Image.open(io.BytesIO(media.parts["png"]))
    assert image.size == (600, 750) and media.facts["width"] == 600 and media.facts["min_contrast"] >= 3.0
    layout = json.loads(media.parts["layout"])
    assert layout["family"] == "split" and not [i for i in layout["issues"] if i["kind"] == "contrast"]
    head = next(e for e in layout["elements"] if e["role"] == "headline")
    assert set(head) >= {"lines", "box", "font", "size", "colour", "contrast", "truncated", "missing"}
    assert "Hand-painted" in media.parts["svg"].decode(), "the words stay searchable"


def test_same_request_same_bytes() -> None:
    first, second = EmbeddedDesigner(nothing).generate([request("scene", (400, 500))] * 2)
    assert first.parts == second.parts


def test_one_bad_picture_fails_alone() -> None:
    def read(digest: str) -> bytes:
        if digest.startswith("1"):
            raise MissingBlob("gone", which=digest)
        return b"not a picture"

    wanted = [
        request("photo", (300, 300), photo="0" * 64),
        request("photo", (300, 300), photo="1" * 64),
        request("rings", (300, 300)),
    ]
    bad, gone, good = EmbeddedDesigner(read).generate(wanted)
    assert bad.failure and gone.failure and not bad.parts and good.parts


def test_importing_the_backend_loads_no_engine() -> None:
    code = "import sys, tools.design.backend, tools.image.embedded.backend; print([m for m in ('resvg_py', 'uharfbuzz', 'numpy', 'PIL') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
