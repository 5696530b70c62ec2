"""Designed PDFs: a Typst template of this folder, fed with data alone, set in the committed typefaces.

Words reach a template as JSON and are shown as text, so nothing in a brief can become markup or read a file. The result is
tagged PDF/UA-1, carries no date and no path, and is the same every time.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from core.errors import BadInput, ToolFailure
from tools.design.fonts import FOLDER, FONTS, characters, face

_DATA: Final = Path(__file__).parent / "data"
_KITS: Final = ("kit.typ", "lesson_kit.typ")
_STRONG: Final = {
    "outfit-regular": "outfit-semi",
    "nunito-regular": "nunito-semi",
    "inter-regular": "inter-semi",
    "lora-regular": "lora-bold",
}
_FALLBACK: Final = ("noto-sc-regular", "noto-cyrgreek-regular", "noto-arabic-regular", "noto-hebrew-regular", "noto-symbols", "noto-emoji")  # fmt: skip
_BOX: Final = "\u25a1"
"""Stands for what no committed typeface can draw."""

_JOINERS: Final = "\u200b\u200c\u200d\u2060"
"""Marks without ink that shape words; what else has no ink, such as a change of direction, is dropped."""

Files = Mapping[str, bytes]


def pdf(template: str, data: Mapping[str, Any], files: Files | None = None) -> bytes:
    """The PDF of ``data/{template}.typ``.

    Args:
        template: name of a template without its ending.
        data: JSON values, read by the template as ``json("data.json")``. See ``faces`` for its typefaces.
        files: pictures by the name under which ``data`` speaks of them (no folders).

    Raises:
        BadInput: no such template, or a file name that is none.
        ToolFailure: the template does not compile, or breaks PDF/UA (a picture without alternative text, say).
    """
    out = _compile(template, data, files or {}, format="pdf", pdf_standards=["ua-1"], timestamp=0)
    return bytes(out if isinstance(out, bytes) else out[0])


def pages_png(template: str, data: Mapping[str, Any], files: Files | None = None, ppi: float = 96) -> list[bytes]:
    """Every page as a PNG, for previews. Arguments and errors as in ``pdf``; ``ppi`` is pixels per inch."""
    out = _compile(template, data, files or {}, format="png", ppi=ppi)
    return [out] if isinstance(out, bytes) else list(out)


def ending(template: str, data: Mapping[str, Any], files: Files | None = None) -> tuple[int, float]:
    """Where the text ends: the number of the page, from 1, and how far down that page, 0 its top edge and 1 its bottom.

    The template says so by a ``metadata`` of these two under the label ``<end>``. Arguments and errors as in ``pdf``.
    """
    (found,) = json.loads(_run(template, data, files or {}, lambda c: c.query("<end>", field="value")))
    return int(found["page"]), float(found["down"])


def faces(display: str, text: str) -> dict[str, Any]:
    """Typefaces as templates want them, from font ids: ``display``, ``text`` and ``strong``, each with its fallbacks."""
    roles = {"display": display, "text": text, "strong": strong(text)}
    return {role: _face(font_id, text) for role, font_id in roles.items()}


def strong(text: str) -> str:
    """Id of the heavier face that goes with a text face; the face itself where there is none."""
    return _STRONG.get(text, text)


def drawable(text: str) -> str:
    """``text`` with what no committed face can draw as one box, and without control characters (line ends stay)."""
    out: list[str] = []
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        kind = unicodedata.category(char)
        if char in "\n\t " or (kind not in ("Cc", "Cf", "Cs") and ord(char) in _covered()) or char in _JOINERS:
            out.append(char)
        elif char.isprintable() and kind != "Mn" and out[-1:] != [_BOX]:
            out.append(_BOX)
    return "".join(out)


def _face(font_id: str, text: str) -> dict[str, Any]:
    info = _installed()[face(font_id).file]
    families = [info.family, _installed()[face(text).file].family]
    families += [_installed()[face(other).file].family for other in _FALLBACK]
    return {"font": list(dict.fromkeys(families)), "weight": info.weight, "stretch": round(info.stretch * 100)}


@cache
def _covered() -> frozenset[int]:
    """What can be drawn whichever faces are chosen."""
    shared = frozenset.intersection(*(characters(f) for f, found in FONTS.items() if found.role != "fallback"))
    return shared.union(*(characters(f) for f in _FALLBACK))


@cache
def _fonts() -> Any:
    import typst  # late: 30 MB of library

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def _installed() -> dict[str, Any]:
    """Font file to what Typst knows of it: it has its own idea of family names."""
    return {Path(info.path).name: info for info in _fonts().fonts() if info.path}


def _compile(template: str, data: Mapping[str, Any], files: Files, **options: Any) -> Any:
    return _run(template, data, files, lambda compiler: compiler.compile(**options))


def _run(template: str, data: Mapping[str, Any], files: Files, work: Callable[[Any], Any]) -> Any:
    import typst

    source = _DATA / f"{template}.typ"
    if not template.isidentifier() or not source.is_file():
        raise BadInput("no such PDF template", which=template)
    with _scratch(source, data, files) as folder:
        compiler = typst.Compiler(
            str(folder / source.name), root=str(folder), font_paths=_fonts(), ignore_system_fonts=True,
            package_path=str(folder), package_cache_path=str(folder),
        )  # fmt: skip
        try:
            return work(compiler)
        except (typst.TypstError, RuntimeError) as error:
            raise ToolFailure("the PDF cannot be set", which=f"{template}: {str(error)[:300]}") from error


@contextmanager
def _scratch(source: Path, data: Mapping[str, Any], files: Files) -> Iterator[Path]:
    """A folder with the template, its data and its pictures, and nothing else that a template could read."""
    with tempfile.TemporaryDirectory(prefix="bottega-pdf-") as name:
        folder = Path(name)
        for path in (source, *(_DATA / kit for kit in _KITS)):
            shutil.copyfile(path, folder / path.name)
        for file, content in files.items():
            if Path(file).name != file or file in ("", "..", source.name, *_KITS, "data.json"):
                raise BadInput("a picture of a PDF needs a plain file name", which=file[:80])
            (folder / file).write_bytes(content)
        text = json.dumps(_plain(data), ensure_ascii=False, sort_keys=True, allow_nan=False)
        (folder / "data.json").write_text(text, "utf-8")
        yield folder


def _plain(value: Any) -> Any:
    """The data with every text drawable."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return value
