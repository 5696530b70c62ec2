"""What is typed for BRIEF: real one-liners are briefs, and a wrong path never becomes one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import BadInput
from desk.given import brief_file, looks_like_a_path

WORDS = [
    "A repair cafe for bicycles in Ghent, first Sunday of the month, 3/4 of an hour, and/or bring your own bike",
    "Node.js course", "Node.js", "Visit acme.com", "acme.com", "Booking.com for boats", "ASP.NET evening class",
    "a bakery in Porto that delivers sourdough by bike before 7am", "tea", "AC/DC cover band", "24/7 locksmith",
    "Tea/coffee shop", "Read https://acme.com/tea and make a campaign of it", "We print your report.pdf overnight.",
    "A tool that turns meeting notes into report.pdf", "Convert everything to .pdf", "Version 2.0", "v1.2",
    "~20 seats, one stage", ".NET training", "...and action", "Café/Bar Zur Post", "Lohn- und/oder Finanzbuchhaltung",
    "茶/咖啡店周末活动，买一送一/第二杯半价", "山雨茶馆", "product: tea/coffee", "{product: tea/coffee}", "Open 9-17 h / closed on Sundays",
    "A: the first letter", "file: a cabinet maker in Ghent", "Meet Dr. No", "50% off w/ code TEA", "a\nb/c.yaml", "",
]  # fmt: skip
PATHS = [
    "missing.yaml", "a.txt", "my brief.yaml", "my brief for the new campaign.yaml", "./no/such/brief.txt", "no/such/brief", "no/such/",
    "my briefs/", "../brief", "~/brief.md", "~", "/no/such/place", "/no/such place", "C:\\briefs\\a.yaml", "briefs\\a", "C:/briefs/a",
    "brief.docx", "my brief.docx", "Brief.YAML", "简报.yaml", "briefs/茶馆.yaml", "file:///tmp/a.yaml", "brief.toml", "briefs.zip", "logo.png",
    "Kunden/Neue Praxis/Text für die neue Kampagne im Herbst.yaml", "./my brief", "and/or",
]  # fmt: skip


@pytest.mark.parametrize("line", WORDS)
def test_words_are_a_brief(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert brief_file(line) is None


@pytest.mark.parametrize("line", PATHS)
def test_a_path_that_leads_nowhere_is_refused(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert looks_like_a_path(line)
    with pytest.raises(BadInput, match="there is no such brief file|nothing is fetched") as caught:
        brief_file(line)
    assert caught.value.which == line and caught.value.remedy and caught.value.exit_code == 2


def test_what_lies_there_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()
    for name in ("b.yaml", "my brief.md", "briefs/q.txt", "plain", "and or.text", "data.json"):
        (tmp_path / name).write_text("product: tea\n")
        assert brief_file(name) == Path(name) and brief_file(str(tmp_path / name)) == tmp_path / name
    with pytest.raises(BadInput, match="there is no such brief file: 'briefs/no such'"):
        brief_file("briefs/no such")


def test_what_is_no_brief_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    os.mkfifo(tmp_path / "pipe")
    for name, said in (
        ("folder", "this is a folder"),
        ("scan.pdf", "not read from a .pdf file"),
        ("pipe", "not a plain file"),
    ):
        with pytest.raises(BadInput, match=f"{said}.*'{name}'"):
            brief_file(name)
    with pytest.raises(BadInput, match="nothing is fetched from an address: 'https://acme.com/brief.yaml'"):
        brief_file("https://acme.com/brief.yaml")
