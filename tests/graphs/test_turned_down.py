"""From a reviewer's word on the command line to another plan and another package, for that brand alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graphs.history import everything
from graphs.recall import open_notes
from memory.home import Home
from tests.graphs.nursery import BRIEF
from tests.graphs.toys import register_toys

BACKENDS = [arg for m in ("text", "music", "sound") for arg in ("--backend", f"{m}={m}:toy")]


class Said:
    """One command, in this process, so that the toys are known to it."""

    def __init__(self, *args: str) -> None:
        from main import app

        result = CliRunner().invoke(app, [*args])
        self.code, self.out, self.error = result.exit_code, result.output, result.exception


class Place:
    """A folder with the toy's brief and a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = Home(folder / "home")
        (folder / "brief.yaml").write_text(BRIEF)

    def make(self, *sets: str) -> dict[str, Any]:
        """How the run ended, as the command tells machines."""
        changes = [arg for s in sets for arg in ("--set", s)]
        ran = Said(
            "make",
            str(self.folder / "brief.yaml"),
            "--yes",
            "--json",
            "--out",
            str(self.folder / "out"),
            *changes,
            *BACKENDS,
        )
        ended: dict[str, Any] = json.loads(ran.out.splitlines()[-1])
        assert ran.code == ended["exit"], ran.out
        return ended

    def reject(self, run: str, reason: str = "", *more: str) -> Said:
        said = Said("review", run, "--reject", "--reason", reason, "--as", "Ann", *more)
        assert said.code == 4, (said.out, said.error)
        return said

    def notes(self) -> list[tuple[str, str, str]]:
        with open_notes(self.home) as notes:
            return [(n.brand, n.kind, n.text) for n in notes.list()]

    def plan(self, ended: dict[str, Any]) -> dict[str, Any]:
        plan: dict[str, Any] = everything(self.home, ended["run"])["plan"]
        return plan

    def words(self, ended: dict[str, Any], slot: str = "note.en") -> str:
        asset = everything(self.home, ended["run"])["assets"][slot]
        return str(json.loads(self.home.blobs.get(asset["parts"]["json"]["digest"]))["pieces"][0]["text"])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    register_toys()
    monkeypatch.setenv("TOY_LOG", str(tmp_path / "log"))
    monkeypatch.setenv("BOTTEGA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "1000")
    return Place(tmp_path)


def avoided(plan: dict[str, Any]) -> list[str]:
    return list(next(s for s in plan["slots"] if s["id"] == "note.en")["spec"].get("avoid", []))


def test_a_reason_changes_the_next_package_of_that_brand_alone(place: Place) -> None:
    first, other = place.make(), place.make("brand.name=Others")
    before = place.words(first)
    said = place.reject(first["run"], "Never say “toy”.")
    assert place.notes() == [("Toys", "banned", "toy")] and "Remembered for Toys: banned toy" in said.out
    again = place.make()
    assert again["exit"] == 0 and again["content_digest"] != first["content_digest"]
    assert avoided(place.plan(again)) == ["toy"]
    assert place.words(again) != before
    (told,) = place.plan(again)["recalled"]
    assert (told["text"], told["effect"]) == ("toy", "this word is kept out of every text")
    others = place.make("brand.name=Others")
    assert others["content_digest"] == other["content_digest"] and place.plan(others)["recalled"] == []


def test_a_line_that_is_quoted_is_not_used_again(place: Place) -> None:
    first = place.make()
    line = place.words(first)
    place.reject(first["run"], f'"{line}" is awful')
    assert place.notes() == [("Toys", "rejected", line)]
    again = place.make()
    assert avoided(place.plan(again)) == [line] and place.words(again) != line
    assert place.plan(again)["recalled"][0]["effect"] == "this line is not used again"


def test_the_same_package_is_not_put_out_twice(place: Place) -> None:
    first = place.make()
    place.reject(first["run"])
    held = place.make()
    assert held["exit"] == 3 and held["folder"] is None
    (finding,) = [f for f in held["findings"] if f["severity"] == "HOLD"]
    assert (
        finding["check"] == "R2.turned_down" and "by Ann" in finding["evidence"] and "unchanged" in finding["evidence"]
    )
    done = Said("review", held["run"], "--approve", "--out", str(place.folder / "out"), "--json")
    assert done.code == 0 and json.loads(done.out.splitlines()[-1])["content_digest"] == first["content_digest"]
    assert place.make()["exit"] == 0, "the last word on this content is an approval"


def test_what_is_not_understood_makes_another_proposal_and_a_draft(place: Place) -> None:
    first = place.make()
    said = place.reject(first["run"], "The bow is crooked")
    assert place.notes() == [("Toys", "feedback", "The bow is crooked")] and "Not understood" in said.out
    again = place.make()
    assert again["exit"] == 0 and again["draft"] and again["content_digest"] != first["content_digest"]
    (finding,) = again["findings"]
    assert finding["check"] == "R2.reasons" and "a person must look: The bow is crooked" in finding["evidence"]
    assert "a person must look" in (place.folder / "out" / "REPORT.html").read_text()
    place.reject(again["run"], "The bow is crooked")
    third = place.make()
    assert third["exit"] == 0, "the same words again ask for yet another proposal"
    assert len({e["content_digest"] for e in (first, again, third)}) == 3
    assert place.make()["content_digest"] == third["content_digest"], "the same memory, the same package"
    with open_notes(place.home) as notes:
        notes.forget(notes.list()[0].id)
    back = place.make()
    assert back["exit"] == 3, "without the note it is the first package again, which was turned down"


def test_a_rule_that_changes_nothing_is_told_so_and_asks(place: Place) -> None:
    """The toy has no tone: a calmer one cannot be heard, and the same package must not go out as if it were obeyed."""
    first = place.make()
    place.reject(first["run"], "much too loud")
    assert place.notes() == [("Toys", "mood", "calm")]
    again = place.make()
    assert again["exit"] == 3 and [f["check"] for f in again["findings"]] == ["R2.turned_down"]
    assert place.plan(again)["recalled"][0]["effect"] == "nothing: the plan is the same without it"


def test_a_reason_without_a_brand_is_about_that_brief_alone(place: Place) -> None:
    first = place.make("brand.name=")
    place.reject(first["run"], "never say toy")
    assert place.notes() == [("no brand: A toy", "banned", "toy")]
    assert avoided(place.plan(place.make("brand.name="))) == ["toy"]
    assert avoided(place.plan(place.make("brand.name=", "title=Another toy"))) == []
    assert avoided(place.plan(place.make())) == []


def test_a_finished_package_that_is_turned_down_is_named_and_left(place: Place) -> None:
    first = place.make()
    said = place.reject(first["run"], "too loud")
    assert "nothing was put out" not in said.out
    assert str(place.folder / "out") + "\n" in said.out and str(place.folder / "out.zip") in said.out
    assert (place.folder / "out" / "REPORT.html").is_file() and (place.folder / "out.zip").is_file()


def test_a_package_that_waits_was_never_put_out(place: Place) -> None:
    held = place.make("details.open_finding=HOLD")
    assert "nothing was put out" in place.reject(held["run"]).out


def test_an_approvals_reason_is_no_complaint(place: Place) -> None:
    held = place.make("details.open_finding=HOLD")
    Said("review", held["run"], "--approve", "--reason", "The client agreed", "--out", str(place.folder / "out"))
    again = place.make()
    assert again["exit"] == 0 and not again["draft"]


def test_a_kind_of_note_that_is_none_is_refused_before_anything_is_decided(place: Place) -> None:
    first = place.make()
    said = Said("review", first["run"], "--reject", "--reason", "x", "--remember", "spell")
    assert "there is no such kind of note" in str(said.error) and place.home.decisions.list() == ()


def test_outside_words_are_told_and_never_obeyed(place: Place) -> None:
    with open_notes(place.home) as notes:
        notes.add("a thing to keep out", kind="banned", brand="Toys", origin="source", taint=True)
    ended = place.make()
    assert avoided(place.plan(ended)) == []
    assert all(r["effect"] == "shown to the person who reviews" for r in place.plan(ended)["recalled"])
