"""The archive, opened by zipfile and held against every way a name can go wrong."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from tools.export.package_zip import MAX_NAME, check_path, safe_name, write_zip, zip_bytes

FILES = {"b/film.mp4": b"\0" * 4000, "a.txt": b"words " * 900, "images/en/square.png": lambda: b"png" * 500}


def test_members_are_sorted_fixed_and_whole() -> None:
    data = zip_bytes(FILES)
    assert data == zip_bytes(dict(reversed(FILES.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(FILES)
        assert archive.read("b/film.mp4") == FILES["b/film.mp4"]
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kinds = {i.filename: i.compress_type for i in archive.infolist()}
    assert kinds == {
        "a.txt": zipfile.ZIP_DEFLATED, "b/film.mp4": zipfile.ZIP_STORED, "images/en/square.png": zipfile.ZIP_STORED,
    }  # fmt: skip


def test_it_streams_to_an_open_file_member_by_member() -> None:
    order: list[str] = []

    def source(name: str) -> bytes:
        order.append(name)
        return name.encode()

    out = io.BytesIO()
    write_zip({n: (lambda n=n: source(n)) for n in ("z", "a", "m")}, out)
    assert order == ["a", "m", "z"]
    assert out.getvalue()[:2] == b"PK"


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../up", "a/../b", "a//b", "C:/x", "a\\b", "nul", "aux.txt", "x/COM1", "end.", "end ", "a\0b", "a\u202eb", "./a", "a" * 300],
)  # fmt: skip
def test_unsafe_paths_are_refused(path: str) -> None:
    with pytest.raises(BadInput):
        check_path(path)
    with pytest.raises(BadInput):
        zip_bytes({path: b""})


def test_names_that_differ_in_case_alone_are_refused() -> None:
    with pytest.raises(BadInput, match="one file on some systems"):
        zip_bytes({"a/Film.mp4": b"", "a/film.mp4": b""})


def test_names_a_person_can_read() -> None:
    assert safe_name("SunSip – Sommer & Straße 2026!") == "sunsip-sommer-and-strasse-2026"
    assert safe_name("Crème brûlée") == "creme-brulee"
    assert safe_name("Łódź Øre") == "lodz-ore"
    assert safe_name("茶馆") != safe_name("咖啡")
    assert safe_name("CON") != "con"
    assert safe_name("") and safe_name("../..//")


@given(st.text(max_size=300))
def test_any_text_gives_a_safe_name(text: str) -> None:
    name = safe_name(text)
    assert check_path(name) == name
    assert 0 < len(name) <= MAX_NAME
    assert name == safe_name(name) or not name.isascii()
