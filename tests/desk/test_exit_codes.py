"""How the real command ends: its exit code, and what it says to people and to machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk.kit import BRIEF, Ran, Terminal


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "brief.yaml").write_text(BRIEF)
    return tmp_path


@pytest.mark.parametrize(
    ("code", "status", "sets", "env"),
    [
        (0, "done", (), {}),
        (1, "failed", (), {"TOY_FAIL": "note"}),
        (3, "waiting", ("--set", "details.open_finding=HOLD"), {}),
        (4, "refused", ("--set", "details.open_finding=BLOCK"), {}),
    ],
)
def test_a_run_ends_with_its_code_and_a_result_as_the_last_line(
    place: Path, code: int, status: str, sets: tuple[str, ...], env: dict[str, str]
) -> None:
    ran = Ran(place, "make", "brief.yaml", *sets, "--json", **env)
    assert ran.code == code, ran.err
    *events, result = ran.lines
    assert {line["type"] for line in events} == {"event"} and {line["event"] for line in events} >= {
        "run.started",
        "plan",
    }
    assert (result["type"], result["status"], result["exit"]) == ("result", status, code)
    assert (result["folder"] is not None) == (code == 0)


def test_a_failed_run_resumes_to_its_end(place: Path) -> None:
    failed = Ran(place, "make", "brief.yaml", "--json", TOY_FAIL="note").lines[-1]
    ran = Ran(place, "resume", failed["run"], "--json")
    assert ran.code == 0 and (ran.lines[-1]["type"], ran.lines[-1]["status"]) == ("result", "done")


def test_bad_input_ends_with_2(place: Path) -> None:
    ran = Ran(place, "make", str(place))
    assert (ran.code, ran.out) == (2, "") and "this is a folder, not a brief" in ran.err
    assert not (place / "deliverables").exists() and not list((place / "home" / "runs").iterdir())
    usage = Ran(place, "make")
    assert (usage.code, usage.out) == (2, "") and "Missing argument 'BRIEF'. Try '" in usage.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["make", "no/such/brief.txt"], "there is no such brief file"),
        (["make", "brief.yaml", "--nonsense"], "No such option: --nonsense"),
        (["make"], "Missing argument 'BRIEF'"),
        (["make", "brief.yaml", "--seed", "many"], "Invalid value for '--seed'"),
        (["gc", "--grace", "-5"], "Invalid value for '--grace'"),
        (["memory", "forget", "abcdef0"], "there is no such note"),
        (["spell"], "No such command 'spell'"),
    ],
)
def test_an_error_is_one_line_of_json_where_json_is_asked_for(place: Path, args: list[str], said: str) -> None:
    ran = Ran(place, *args, "--json")
    (line,) = ran.lines
    assert ran.code == line["exit"] == 2 and line["type"] == "error" and said in line["error"] and ran.err == ""
    assert {"which", "remedy"} <= set(line)


def test_every_command_prints_json(place: Path) -> None:
    made = Ran(place, "make", "brief.yaml", "--json").lines[-1]["run"]
    (place / "mine.txt").write_text("My own words.")
    note = json.loads(Ran(place, "memory", "add", "synergy", "--json").out)["id"]
    for args, field in (
        (["edit", made, "note.en", "mine.txt"], "pinned"),
        (["edit", made, "note.en", "--undo"], "pinned"),
        (["graph"], "mermaid"),
        (["schema", "toy"], "properties"),
        (["memory", "forget", note], "id"),
        (["memory", "reindex"], "notes"),
        (["show", made], "run"),
        (["gc"], "blobs"),
        (["make", "brief.yaml", "--dry-run"], "slots"),
    ):
        ran = Ran(place, *args, "--json")
        assert ran.code == 0 and field in json.loads(ran.out), (args, ran.out, ran.err)


def test_ctrl_c_once_finishes_what_is_in_hand_and_resume_goes_on(place: Path) -> None:
    told = Terminal(place, "make", "brief.yaml", TOY_SECONDS="0.4", TOY_LOG=str(place / "log"))
    told.until("◐")
    told.type("\x03")
    told.until("press Ctrl-C again")
    assert told.end() == 130
    _goes_on(place, told.plain)
    made = (place / "log").read_text().split()
    assert len(made) == len(set(made)), "work in hand was not kept"


def test_ctrl_c_twice_stops_at_once_gives_the_cursor_back_and_says_how_to_go_on(place: Path) -> None:
    told = Terminal(place, "make", "brief.yaml", TOY_SECONDS="2", TOY_LOG=str(place / "log"))
    told.until("◐")
    told.type("\x03")
    told.until("press Ctrl-C again")
    told.type("\x03")
    assert told.end() == 130 and "Stopped at once." in told.plain
    log = place / "log"
    assert len(log.read_text().split() if log.exists() else ()) < 7, "it went on to the end"
    assert told.shown.rindex("\x1b[?25h") > told.shown.rindex("\x1b[?25l"), "the cursor stays hidden"
    _goes_on(place, told.plain)


def _goes_on(place: Path, shown: str) -> None:
    """The command that was printed brings the run to its end."""
    run = shown.split("python main.py resume ")[1].split()[0]
    ran = Ran(place, "resume", run, TOY_LOG=str(place / "log"))
    assert ran.code == 0, ran.err
    assert len(set((place / "log").read_text().split())) == 7
    assert (place / "deliverables" / "a-toy" / "manifest.json").exists()


def test_ctrl_c_at_a_question_ends_with_130_and_no_answer_with_2(place: Path) -> None:
    told = Terminal(place, "make", "A bakery in Porto", "--kind", "toy")
    told.until("Which language")
    told.type("\x03")
    assert told.end(again="\x03") == 130 and "Traceback" not in told.shown
    closed = Terminal(place, "make", "A bakery in Porto", "--kind", "toy")
    closed.until("Which language")
    closed.type("\x04")
    assert closed.end() == 2 and "the input ended before an answer" in closed.plain
