"""Likeness search over notes: Chroma where it is whole and ours, else a scan. It says which, and why."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.embedding import Embedder, Vectors
from core.errors import StoreFailure

from .atomic import read_json, write_json
from .filelock import FileLock, holder
from .vector_scan import Rows, rank, scan

if TYPE_CHECKING:
    from .chroma_index import ChromaIndex

Pairs = list[tuple[str, float]]

SPARE = 10
"""How many more than twice the wanted ones Chroma is asked for: they are ranked again by the stored vectors, so that
ties and rounding fall out as they do in a scan."""


class Dense:
    """An index that follows the truth. ``truth()`` gives all rows; the caller's ``revision`` says when they changed.

    Opened at the first search that has something to find, so that no notes means no Chroma. Chroma's errors are of
    many kinds (its own, SQLite's, panics of its Rust part) and all have one answer: scan, and say why.
    """

    def __init__(self, home: Path, embedder: Embedder, truth: Callable[[], Rows], probe_seconds: float) -> None:
        self._home = home
        self._folder = home / "chroma"
        self._stamp = home / "chroma.stamp"
        self._lock = FileLock(home / "chroma.lock", keep=True)
        self._embedder = embedder
        self._truth = truth
        self._probe_seconds = probe_seconds
        self._rows: Rows | None = None
        self._places: dict[str, int] = {}
        self._revision = -1
        self._index: ChromaIndex | None = None
        self._opened = False
        self.why = ""
        """Why it scans, or why the index was built anew; empty where all is well."""

    @property
    def engine(self) -> str:
        """``chroma``, ``scan``, or ``unopened`` before the first search."""
        return "chroma" if self._index else "scan" if self._opened else "unopened"

    def search(
        self, vector: Vectors, k: int, revision: int, brands: Sequence[str] | None, kinds: Sequence[str] | None
    ) -> Pairs:
        """Ids and cosines of the ``k`` nearest live notes, best first."""
        rows = self._refresh(revision)
        if not rows.ids:
            return []
        if not self._opened:
            self._open()
        if self._index:
            try:
                near = self._index.search(vector, 2 * k + SPARE, brands, kinds)
                return rank(rows, vector, [self._places[name] for name in near if name in self._places], k)
            except BaseException as error:
                self._give_up(error)
        return scan(rows, vector, k, brands, kinds)

    def rebuild(self, revision: int) -> None:
        """Throw the index away and build it from the stored vectors, if there are any and Chroma is ours to use."""
        self.close()
        self._opened = False
        rows = self._refresh(revision)
        if self._lock.try_acquire(note=str(os.getpid())):
            shutil.rmtree(self._folder, ignore_errors=True)
        if rows.ids:
            self._open()

    def _refresh(self, revision: int) -> Rows:
        if self._rows is None or revision != self._revision:
            self._rows, self._revision = self._truth(), revision
            self._places = {name: place for place, name in enumerate(self._rows.ids)}
            if self._index:
                try:
                    self._follow(self._index)
                except BaseException as error:
                    self._give_up(error)
        return self._rows

    def _open(self) -> None:
        self._opened, self.why = True, ""
        if importlib.util.find_spec("chromadb") is None:
            self.why = "the package chromadb is not installed"
            return
        if not self._lock.held and not self._lock.try_acquire(note=str(os.getpid())):
            self.why = f"the index belongs to another process ({holder(self._lock.path)})"
            return
        fault = self._probe()
        for _ in range(2):
            if fault:
                self.why = f"{fault}; built anew from the stored vectors"
                self._set_aside()
            try:
                self._index = self._start()
                return
            except BaseException as error:
                self._give_up(error)
                fault = self.why

    def _start(self) -> ChromaIndex:
        from .chroma_index import ChromaIndex  # 1.3 to 5 s: here and nowhere earlier

        self._stamp.unlink(missing_ok=True)  # until close() the folder is not known to be whole
        self._folder.mkdir(mode=0o700, exist_ok=True)
        index = ChromaIndex(self._folder, self._embedder)
        self._follow(index)
        return index

    def _follow(self, index: ChromaIndex) -> None:
        """Bring the index to what the truth says."""
        assert self._rows is not None
        live = set(self._rows.ids)
        index.remove(index.ids - live)
        if live - index.ids:
            index.add(self._rows.take(live - index.ids))

    def _give_up(self, error: BaseException) -> None:
        """Scan from now on. The missing stamp makes the next process probe the folder."""
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise error
        self._index = None
        self.why = f"Chroma failed ({type(error).__name__}: {str(error)[:200]})"

    def _probe(self) -> str:
        """What is wrong with the folder; empty where it is whole, or absent. Costs nothing after a proper close."""
        if not self._folder.exists() or self._is_as_closed():
            return ""
        from .chroma_index import collection_name

        name = collection_name(self._embedder.digest, self._embedder.dimension)
        command = [sys.executable, "-P", "-m", "memory.chroma_probe", str(self._folder), name]
        paths = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        try:
            done = subprocess.run(
                [*command, str(self._embedder.dimension)],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in paths if p)},
                capture_output=True,
                timeout=self._probe_seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"the Chroma index gave no answer in {self._probe_seconds:g} s"
        except OSError as error:
            return f"the Chroma index could not be probed ({error.strerror})"
        return f"the Chroma index is damaged (its probe ended with {done.returncode})" if done.returncode else ""

    def _set_aside(self) -> None:
        """Keep the broken folder for a look, under another name; an older one goes."""
        aside = self._folder.with_name("chroma.broken-1")
        shutil.rmtree(aside, ignore_errors=True)
        try:
            self._folder.rename(aside)
        except FileNotFoundError:
            return
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _is_as_closed(self) -> bool:
        try:
            return bool(read_json(self._stamp) == self._listing())
        except (FileNotFoundError, StoreFailure):
            return False

    def _listing(self) -> dict[str, Any]:
        """Size and time of every file of the folder."""
        files = sorted(p for p in self._folder.rglob("*") if p.is_file())
        return {str(p.relative_to(self._folder)): [p.stat().st_size, p.stat().st_mtime_ns] for p in files}

    def close(self) -> None:
        """Close the index, note how its folder looks, and let another process have it."""
        if self._index:
            try:
                self._index.close()
                write_json(self._stamp, self._listing())
            except BaseException as error:
                self._give_up(error)
        self._index, self._rows, self._opened = None, None, False
        self._lock.release()
