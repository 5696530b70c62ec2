"""The folder that holds everything Bottega remembers, and how it is laid out."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from core.errors import BadInput, StoreFailure

from .actions import ActionStore
from .atomic import ensure_folder
from .blobs import BlobStore
from .decisions import Decisions
from .events import EventLog
from .pins import Pins
from .runs import RunStore


def default_root() -> Path:
    """``$BOTTEGA_HOME``, else ``.bottega`` in the user's folder. Raises ``BadInput`` where there is neither."""
    chosen = os.environ.get("BOTTEGA_HOME", "").strip()
    try:
        if chosen:
            return Path(chosen).expanduser().absolute()
        home = Path.home() if os.environ.get("HOME") != "" else Path()
    except RuntimeError:
        home = Path()
    if not home.is_absolute() or not home.is_dir():
        raise BadInput("no folder to keep work in: this user has no home", remedy="Set BOTTEGA_HOME to a folder.")
    return home / ".bottega"


class Home:
    """Opens the layout under ``root``; databases are opened when first used.

    Raises ``StoreFailure`` where the folder cannot be made or written.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = (root or default_root()).absolute()
        if os.path.isfile(self.root):
            raise StoreFailure(
                "this is a file, not a folder", which=self.root.name, remedy="Set BOTTEGA_HOME to a folder."
            )
        ensure_folder(self.root)
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise StoreFailure(
                "this folder cannot be written",
                which=self.root.name,
                remedy="Make it writable, or set BOTTEGA_HOME to a folder that is.",
            )
        self.blobs = BlobStore(self.root / "blobs")
        self.locks = self.root / "locks"
        self.actions = ActionStore(self.root / "actions", self.blobs, locks=self.locks)
        self.pins = Pins(self.root / "pins")
        self.runs = RunStore(self.root / "runs")
        self.checkpoints = self.root / "checkpoints.db"
        """For ``memory.checkpoints.open_saver``."""
        self.notes = self.root / "notes"
        """For ``memory.notes.NoteStore``."""

    @cached_property
    def events(self) -> EventLog:
        """The event log."""
        return EventLog(self.root / "events.db")

    @property
    def decided(self) -> bool:
        """Whether anybody ever decided anything here; looks, and opens nothing."""
        return (self.root / "decisions.db").exists()

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided."""
        return Decisions(self.root / "decisions.db")

    def close(self) -> None:
        """Close what was opened."""
        for name in ("events", "decisions"):
            if name in self.__dict__:
                getattr(self, name).close()
                del self.__dict__[name]
