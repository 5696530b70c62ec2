"""One folder per run: what was asked, planned, found, decided and packed, and how far it came."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from core.errors import BadInput, RunBusy, StoreFailure
from core.model import Frozen

from .atomic import ensure_folder, read_json, write_json
from .clean import clean
from .filelock import FileLock, holder, is_held
from .run_id import check_run_id

Status = Literal["new", "running", "waiting", "done", "failed", "refused", "drained", "rejected"]
FINISHED: frozenset[Status] = frozenset({"done", "refused", "rejected"})
"""States that no resume leads out of."""
Document = Literal[
    "brief", "options", "plan", "review", "manifest", "completed", "assets", "package", "requests", "published"
]

_PATIENCE = 0.25
"""Seconds to try for a run's lock: a listing that looks at the lock holds it for microseconds."""


class RunState(Frozen):
    """What ``run.json`` says. ``status`` is the only word on whether a run is finished."""

    id: str
    title: str = ""
    kind: str = ""
    status: Status = "new"
    created: float
    """Seconds since 1970 (UTC), like ``updated``."""
    updated: float
    checkpointed: int = Field(default=0, ge=0)
    """Steps that the checkpoint database held at least; it contradicts a database that holds none."""
    error: str = ""
    """What went wrong last, in words for a person."""
    extra: dict[str, Any] = {}
    """Whatever else its owner wants to find again (plain JSON)."""


class RunSummary(Frozen):
    """One line of a listing. ``state`` is ``None`` when ``run.json`` is damaged."""

    id: str
    state: RunState | None
    held: bool
    """Whether a process works on it now. Without one, a ``running`` run was cut off and can be resumed."""


class Run:
    """A run's folder. Get one from ``RunStore``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name

    def read_state(self) -> RunState:
        """How far it came. Raises ``StoreFailure`` on a missing, empty or damaged record: never a silent fresh start."""
        path = self.folder / "run.json"
        try:
            return RunState.model_validate(read_json(path))
        except (FileNotFoundError, StoreFailure, ValidationError) as error:
            if isinstance(error.__cause__, OSError):
                raise
            raise StoreFailure(
                "the record of this run is damaged",
                which=f"{self.id}/run.json",
                remedy="Run its brief again: finished assets are found in the store. Then delete this run's folder.",
            ) from error

    def write_state(self, **changes: Any) -> RunState:
        """Change fields of the state and store it. Raises ``ValueError`` on a wrong value, ``StoreFailure``."""
        now = {**self.read_state().model_dump(), "updated": time.time(), **changes}
        if "error" in changes:
            now["error"] = clean(str(changes["error"]), 2_000)
        state = RunState.model_validate(now)
        write_json(self.folder / "run.json", state.json_dict(), label="run")
        return state

    def checkpointed(self, steps: int) -> None:
        """Note that the checkpoint database holds ``steps`` steps of this run; lower counts change nothing."""
        if steps > self.read_state().checkpointed:
            self.write_state(checkpointed=steps)

    def write(self, name: Document, value: Mapping[str, Any]) -> None:
        """Store one of the run's documents as JSON."""
        write_json(self.folder / f"{name}.json", value, label="run")

    def read(self, name: Document) -> dict[str, Any] | None:
        """A document, or ``None`` where it was not written yet. Raises ``StoreFailure`` on a damaged one."""
        try:
            value = read_json(self.folder / f"{name}.json")
        except FileNotFoundError:
            return None
        if not isinstance(value, dict):
            raise StoreFailure("a stored record is damaged", which=f"{self.id}/{name}.json")
        return value


class RunStore:
    """Run folders under ``root/<run id>/``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ensure_folder(root)

    def folder(self, run_id: str) -> Path:
        """Where a run lies or would lie. Raises ``BadInput`` on what is no run id."""
        return self.root / check_run_id(run_id)

    def exists(self, run_id: str) -> bool:
        """Whether there is a run of that id, damaged or not."""
        return self.folder(run_id).is_dir()

    def create(
        self, run_id: str, brief: Mapping[str, Any], options: Mapping[str, Any], *, title: str = "", kind: str = ""
    ) -> Run:
        """Make a run's folder. ``run.json`` is written last: a folder without it was cut off and is made again.

        Raises ``BadInput`` where the run exists, ``StoreFailure`` where the disk refuses.
        """
        run = Run(self.folder(run_id))
        if (run.folder / "run.json").exists():
            raise BadInput(
                "this run exists already", which=run_id, remedy=f"Go on with it: python main.py resume {run_id}"
            )
        ensure_folder(run.folder)
        run.write("brief", brief)
        run.write("options", options)
        now = time.time()
        state = RunState(id=run_id, title=clean(title, 200), kind=clean(kind, 60), created=now, updated=now)
        write_json(run.folder / "run.json", state.json_dict(), label="run")
        return run

    def get(self, run_id: str) -> Run:
        """A run to read from, without its lock. Raises ``BadInput`` where there is none."""
        run = Run(self.folder(run_id))
        if not run.folder.is_dir():
            raise BadInput("there is no such run", which=run_id, remedy="List the runs with: python main.py runs")
        return run

    @contextmanager
    def open(self, run_id: str, *, exclusive: bool = True) -> Iterator[Run]:
        """A run to work on, held alone until the block ends.

        Raises ``RunBusy`` with the holder's process id, ``BadInput`` where there is no such run.
        """
        run = self.get(run_id)
        if not exclusive:
            yield run
            return
        lock = FileLock(run.folder / "lock", keep=True)
        give_up = time.monotonic() + _PATIENCE
        while not lock.try_acquire(note=f"{os.getpid()}\n"):
            if time.monotonic() > give_up:
                pid = holder(lock.path).strip()
                by = f" (process {pid})" if pid.isdigit() else ""
                raise RunBusy(
                    f"another process works on this run{by}",
                    which=run_id,
                    remedy="Wait for it, or stop it with Ctrl-C.",
                )
            time.sleep(0.01)
        try:
            yield run
        finally:
            lock.release()

    def held(self, run_id: str) -> bool:
        """Whether a process works on the run now."""
        return is_held(self.folder(run_id) / "lock")

    def list(self) -> tuple[RunSummary, ...]:
        """All runs, the newest first; damaged ones last, with no state."""
        found = []
        for folder in sorted(self.root.iterdir()):
            if not folder.is_dir() or not any(folder.iterdir()):
                continue
            try:
                check_run_id(folder.name)
            except BadInput:
                continue  # not ours: somebody's backup, a file manager's folder
            try:
                state = Run(folder).read_state()
            except StoreFailure:
                state = None  # shown as damaged by whoever lists
            found.append(RunSummary(id=folder.name, state=state, held=self.held(folder.name)))
        return tuple(sorted(found, key=lambda s: -(s.state.created if s.state else 0.0)))
