"""Planted secrets, wherever a file can hold them; and clean files that say nothing."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.findings import Severity
from tests.export.samples import deck, photo, png_with_text
from tools.checks.leaks import entropy, leaks, machine_names
from tools.checks.members import TooDeep, inside
from tools.export.copydeck_csv import copy_deck_csv
from tools.export.copydeck_docx import copy_deck_docx
from tools.export.package_zip import zip_bytes

KEY = "sk-proj-" + "a1B2c3D4e5" * 4


def packed_png(text: str) -> bytes:
    info = PngInfo()
    info.add_text("Comment", text, zip=True)
    info.add_itxt("XML:com.adobe.xmp", text, zip=True)
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def exif_jpeg(text: str) -> bytes:
    exif = Image.Exif()
    exif[0x9286] = text
    exif[0x010E] = text
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


PLANTED = {
    "a home": b"made in /home/anna/campaign",
    "a root": b'{"file": "/root/x.png"}',
    "a temporary": b"see '/tmp/tmpab12/film.mp4'",
    "a work folder": b"/work/main/tools",
    "a Mac": b"/Users/anna/Desktop",
    "a Windows": rb"C:\Users\anna\logo.png",
    "an escaped Windows": rb'"C:\\Users\\anna"',
    "a file address": b"file:///opt/x",
    "a key": KEY.encode(),
    "an AWS key": b"id AKIAIOSFODNN7EXAMPLE end",
    "a GitHub key": b"ghp_" + b"a1B2c3" * 6,
    "a Slack key": b"xoxb-123456789012-abcdef",
    "a private key": b"-----BEGIN EC PRIVATE KEY-----",
    "a token": b"token=Zx81_kdLs0pQ27wMnBv4",
    "a password": b'"password": "hV7-kk2_Qz9PmW4x"',
    "an address": b"write to anna.meier@firma.example today",
    "a name": b"built on lovelace-laptop by nobody",
    "a prompt": b"You are a careful copywriter. Write",
    "two bytes a letter": "in /home/anna/x".encode("utf-16-le") + b"\0\0",
    "in a picture's text": png_with_text("Software", "/home/anna/x"),
    "in a picture's packed text": packed_png("/home/anna/x"),
    "in a photo's EXIF": exif_jpeg("made in /home/anna/x on a laptop"),
    "in an archive": zip_bytes({"a/b.txt": b"x" * 99 + b" /home/anna/x"}),
    "in an archive in an archive": zip_bytes({"in.zip": zip_bytes({"b.txt": b"y" * 99 + b" /home/anna/x"})}),
    "in binary": os.urandom(64) + b"\0\0/home/anna/x\0\0" + b"\xff\xfe" * 50,
}


@pytest.mark.parametrize("where", PLANTED)
def test_planted_secrets_are_found(where: str) -> None:
    found = leaks("f", PLANTED[where], names=("lovelace-laptop",), prompts=("You are a careful copywriter.",))
    assert found and all(f.check == "P2.leaks" and f.severity is Severity.BLOCK for f in found), where


def test_evidence_never_holds_the_key() -> None:
    (finding,) = leaks("f.txt", KEY.encode())
    assert KEY not in finding.evidence and finding.place == {"file": "f.txt"}


def test_the_place_names_the_inner_member() -> None:
    (finding,) = leaks("all.zip", PLANTED["in an archive"])
    assert finding.place == {"file": "all.zip!a/b.txt"}


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example/home/garden and https://a.example/tmp/x",
        "at home/work/travel, and/or tmp/x",
        "Write to hello@sunsip.example or @sunsip on a 2@1 lens",
        '"request": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"',
        "token: a small coin; password must be kept; secret = sauce",
        "The risk-based ask-me-anything desk-top task-force",
        "6:\\ no drive", "Vitamin C:\\nnew line", "~/home/x",
    ],
)  # fmt: skip
def test_plain_words_pass(text: str) -> None:
    assert leaks("a.txt", text.encode(), mail=("hello@sunsip.example",), names=("lovelace",)) == ()


def test_what_we_export_is_clean() -> None:
    files = {"deck.docx": copy_deck_docx(deck()), "deck.csv": copy_deck_csv(deck()), "a.png": photo()}
    for path, data in {**files, "all.zip": zip_bytes(files)}.items():
        assert leaks(path, data, names=machine_names()) == (), path


@given(st.binary(max_size=4000))
def test_any_bytes_can_be_scanned(data: bytes) -> None:
    assert isinstance(leaks("x.bin", data), tuple)


def test_a_broken_archive_is_blocked_and_not_passed() -> None:
    whole = PLANTED["in an archive"]
    (finding,) = leaks("x.zip", whole[:40])
    assert "cannot be looked into" in finding.evidence
    nested = b"z"
    for i in range(6):
        nested = zip_bytes({f"{i}.zip": nested})
    with pytest.raises(TooDeep):
        list(inside("n.zip", nested))
    assert any("nested more than" in f.evidence for f in leaks("n.zip", nested))


def test_a_swelling_archive_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", b"\0" * (65 * 2**20))
    assert "larger than" in leaks("b.zip", out.getvalue())[0].evidence


def test_names_of_this_machine_are_telling_or_left_out() -> None:
    assert all(len(n) >= 5 and n not in ("root", "localhost") for n in machine_names())


def test_entropy() -> None:
    assert entropy("aaaa") == 0 and entropy("abcd") == 2 and entropy("") == 0


def test_a_smooth_picture_spells_no_share() -> None:
    noise = b"\x89PNG\r\n\x1a\n\0\0" + rb"\\PUUQYUQYUZQQ\ZZ\QUUPY" + b"\0\xff"
    assert leaks("poster.png", noise) == ()
    assert leaks("poster.png", b"\x89PNG\0" + rb"\\studio\work\kunde\film.psd" + b"\0")
    assert leaks("notes.txt", rb"see \\studio\work\kunde")
