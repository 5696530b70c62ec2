"""What Bottega remembers about brands and jobs. SQLite holds the truth; Chroma is an index over it.

Importing this loads no Chroma, and neither does a store without notes.
"""

from __future__ import annotations

import atexit
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from core.canonical import key_of
from core.embedding import Embedder
from core.errors import BadInput

from .clean import clean
from .dense import Dense
from .note import RULES, Draft, Note, NoteKind, NoteOrigin, Recalled, brand_key, note_id
from .note_table import LIVE, NoteTable
from .note_vectors import NoteVectors

RRF = 60
"""Damping of reciprocal rank fusion (Cormack, Clarke, Buettcher, SIGIR 2009)."""
FLOOR = {True: 0.25, False: 0.12}
"""Least cosine of a hit by likeness, for embedders that know meaning and for those that hash words."""
LAZY = 200
"""Most notes that a search embeds by itself after the model changed; ``reindex`` does the rest."""


class NoteStore:
    """Notes of one workspace under ``folder``. Safe for threads and for many processes."""

    def __init__(
        self, folder: Path, embedder: Embedder, *, workspace: str = "default", probe_seconds: float = 60.0
    ) -> None:
        self._table = NoteTable(folder / "notes.db", workspace)
        self._vectors = NoteVectors(self._table, embedder)
        self._embedder = embedder
        self._dense = Dense(folder, embedder, self._vectors.all, probe_seconds)
        atexit.register(_close, weakref.ref(self))

    def add(
        self,
        text: str,
        *,
        kind: NoteKind | str,
        brand: str = "",
        origin: NoteOrigin = "run",
        author: str = "",
        taint: bool = False,
        run_id: str = "",
        meta: dict[str, Any] | None = None,
        supersedes: str = "",
    ) -> str:
        """Remember one thing and give its id; see ``add_all``. Raises ``BadInput`` on an unknown kind, too."""
        kinds: tuple[NoteKind, ...] = get_args(NoteKind)
        known = next((k for k in kinds if k == kind), None)
        if known is None:
            raise BadInput("there is no such kind of note", which=str(kind)[:40], remedy=f"Kinds: {', '.join(kinds)}.")
        draft = Draft(
            text=text, kind=known, brand=brand, origin=origin, author=author, taint=taint, run_id=run_id,
            meta=meta or {}, supersedes=supersedes,
        )  # fmt: skip
        return self.add_all([draft])[0]

    def add_all(self, drafts: Sequence[Draft]) -> tuple[str, ...]:
        """Remember several things in one transaction and give their ids.

        The same words of one kind for one brand are one note. A person's word weighs more: it takes a run's note over
        with its own taint, and it alone brings back a note that was forgotten or replaced.

        Raises ``BadInput`` on an empty or too long text, ``StoreFailure`` where the disk refuses.
        """
        texts = [draft.cleaned() for draft in drafts]
        pairs = [
            (note_id(self._table.workspace, d.brand, d.kind, text), text) for d, text in zip(drafts, texts, strict=True)
        ]
        made = self._vectors.make(self._vectors.unknown(pairs))
        with self._table.writing() as db:
            for (name, text), draft in zip(pairs, drafts, strict=True):
                self._table.put(db, name, draft, text)
            self._vectors.keep(db, made)
        return tuple(name for name, _ in pairs)

    def forget(self, start: str) -> str:
        """Erase a note's words, data and vectors from disk and give its id, which stays: no run brings the note back.

        The Chroma index never held the words; it drops the vector at its next search.

        Raises ``BadInput`` unless ``start`` is an id, or the beginning of exactly one (six characters at least).
        """
        if len(start) < 6 or any(c not in "0123456789abcdef" for c in start):
            raise BadInput("this is not a note's id", which=start[:80], remedy="Take at least six characters of it.")
        where = "workspace = ? AND deleted = 0 AND substr(id, 1, ?) = ?"
        found = self._table.notes(where, (self._table.workspace, len(start), start))
        if len(found) != 1:
            what = "several notes begin so" if found else "there is no such note"
            raise BadInput(what, which=start, remedy="List them with: python main.py memory list")
        self._table.erase(found[0].id)
        return found[0].id

    def get(self, name: str) -> Note | None:
        """The note of that id, forgotten or not; ``None`` where there never was one."""
        found = self._table.notes("id = ? AND workspace = ?", (name, self._table.workspace))
        return found[0] if found else None

    def rules(self, brand: str, *, tainted: bool = False) -> tuple[Note, ...]:
        """Notes that hold for a brand whatever the job: banned words, palettes, rejections, preferences.

        Those without a brand come too. Tainted ones stay out unless asked for: nothing from outside becomes a rule
        until a person says it. By kind, then in the order they came.
        """
        rules = [n for n in self.list(brand=brand) if n.kind in RULES and (tainted or not n.taint)]
        return tuple(sorted(rules, key=lambda n: RULES.index(n.kind)))

    def list(self, *, brand: str | None = None, kind: NoteKind | None = None) -> tuple[Note, ...]:
        """Live notes in the order they came.

        Args:
            brand: this brand's and those of none; ``""`` those of none alone; ``None`` all.
            kind: of one kind, or all.
        """
        where, values = f"workspace = ? AND {LIVE}", [self._table.workspace]
        if brand is not None:
            where, values = where + " AND brand_key IN (?, '')", [*values, brand_key(brand)]
        if kind is not None:
            where, values = where + " AND kind = ?", [*values, kind]
        return self._table.notes(where, values)

    def digest(self) -> str:
        """Stands for all that a search may find, and for the model that compares: what another one would rank anew."""
        return key_of([self._embedder.digest, [note.id for note in self.list()]])

    def search(
        self, query: str, k: int = 8, *, brand: str | None = None, kinds: Sequence[NoteKind] | None = None
    ) -> tuple[Recalled, ...]:
        """The ``k`` notes that fit best, by words (BM25) and by likeness of vectors, fused by reciprocal rank.

        Args:
            query: any text, in any script.
            k: how many at most; fewer where nothing fits.
            brand: as in ``list``.
            kinds: only these kinds.
        """
        query = clean(query, 2_000, lines=True)
        if not query or k < 1:
            return ()
        pool = max(4 * k, 20)
        brands = None if brand is None else tuple(dict.fromkeys((brand_key(brand), "")))
        ways = {
            "words": self._table.by_words(query, pool, brands, kinds),
            "likeness": self._by_likeness(query, pool, brands, kinds),
        }
        scores: dict[str, float] = {}
        for ranked in ways.values():
            for rank, name in enumerate(ranked, start=1):
                scores[name] = scores.get(name, 0.0) + 1.0 / (RRF + rank)
        found = []
        for name in sorted(scores, key=lambda n: (-scores[n], n)):
            note = self.get(name)
            if note is not None and not note.deleted and not note.superseded_by:  # an index may lag, the table does not
                why = " and ".join(way for way, ranked in ways.items() if name in ranked)
                found.append(
                    Recalled(note=note, score=scores[name], why=why + ("; from outside" if note.taint else ""))
                )
        return tuple(found[:k])

    def _by_likeness(
        self, query: str, pool: int, brands: Sequence[str] | None, kinds: Sequence[str] | None
    ) -> tuple[str, ...]:
        with self._table.lock:
            if not self._table.count():
                return ()
            self._vectors.embed_missing(LAZY)
            vector = self._embedder.embed([query])[0]
            found = self._dense.search(vector, pool, self._table.revision(), brands, kinds)
        floor = FLOOR[self._embedder.semantic]
        return tuple(name for name, likeness in found if likeness >= floor)

    def reindex(self) -> int:
        """Embed what this embedder has not embedded yet and build the index anew; how many notes it holds."""
        with self._table.lock:
            self._vectors.embed_missing()
            self._dense.rebuild(self._table.revision())
            return self._table.count()

    def status(self) -> dict[str, Any]:
        """For ``doctor`` and the report: which engine searches (``unopened`` before the first search), why it is not
        a Chroma index that was found whole, and what is stored.
        """
        return {
            "engine": self._dense.engine,
            "why": self._dense.why,
            "notes": self._table.count(),
            "without_vector": len(self._vectors.missing()),
            "model": self._embedder.digest[:16],
            "semantic": self._embedder.semantic,
        }

    def close(self) -> None:
        """Close the index properly, which spares the next opening its probe, and the table."""
        with self._table.lock:
            self._dense.close()
            self._table.close()


def _close(store: weakref.ref[NoteStore]) -> None:
    found = store()
    if found is not None:
        found.close()
