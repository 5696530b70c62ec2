"""A person's own version of a slot. Making the slot again proposes; it never overwrites."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from core.asset import Asset
from core.canonical import key_of
from core.errors import StoreFailure
from core.model import Frozen

from .atomic import ensure_folder, read_json, store_failure, write_json


class Pin(Frozen):
    """One pinned slot of one job."""

    job: str
    slot: str
    asset: Asset


class Pins:
    """Pins under ``root/<hash of job and slot>.json``; any text may name a job."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ensure_folder(root)

    def _path(self, job: str, slot: str) -> Path:
        return self.root / f"{key_of(['pin', job, slot])}.json"

    def pin(self, job: str, slot: str, asset: Asset) -> Pin:
        """Hold ``asset`` as the version of ``slot``; an earlier pin of that slot is replaced."""
        pin = Pin(job=job, slot=slot, asset=asset.model_copy(update={"pinned": True}))
        write_json(self._path(job, slot), pin.json_dict(), label="pin")
        return pin

    def get(self, job: str, slot: str) -> Asset | None:
        """The pinned asset, or ``None``. Raises ``StoreFailure`` on a damaged pin: a person's work is never skipped."""
        found = self._read(self._path(job, slot))
        return found.asset if found else None

    def unpin(self, job: str, slot: str) -> bool:
        """Let go of a pin; whether there was one."""
        path = self._path(job, slot)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise store_failure(error, path) from error
        return True

    def list(self, job: str | None = None) -> tuple[Pin, ...]:
        """All pins, or those of one job, by job and slot."""
        pins = [pin for path in self.root.glob("*.json") if (pin := self._read(path))]
        return tuple(sorted((p for p in pins if job in (None, p.job)), key=lambda p: (p.job, p.slot)))

    def _read(self, path: Path) -> Pin | None:
        try:
            return Pin.model_validate(read_json(path))
        except FileNotFoundError:
            return None
        except (StoreFailure, ValidationError) as error:
            raise StoreFailure(
                "a pin is damaged", which=path.name, remedy="Pin that slot again, or delete the file to let go of it."
            ) from error
