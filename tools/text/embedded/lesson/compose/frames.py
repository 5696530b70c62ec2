"""The fixed sentences of a lesson (objectives, stages, notes, measures) in a language, filled with words of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_DATA: Final = Path(__file__).parent.parent.parent / "data" / "lesson"
_FIELD: Final = re.compile(r"\{(\w+)\}")
_HAN: Final = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=8)
def _table(language: str) -> Mapping[str, Any]:
    table: dict[str, Any] = json.loads((_DATA / f"compose_{language}.json").read_text("utf-8"))
    return table


@dataclass(frozen=True)
class Frames:
    """A language's frames, read from ``data/lesson/compose_<language>.json``. Fields are data: they are never read as frames."""

    language: str

    def say(self, key: str, pick: int = 0, **fields: object) -> str:
        """The frame with its fields filled in; of several, ``pick`` modulo how many there are."""
        found = _table(self.language)[key]
        frame = found if isinstance(found, str) else found[pick % len(found)]
        return _FIELD.sub(lambda m: str(fields.get(m[1], m[0])), frame)

    def table(self, key: str) -> Mapping[str, Any]:
        """A table of words as it stands."""
        found: Mapping[str, Any] = _table(self.language)[key]
        return found

    def listed(self, items: Sequence[str]) -> str:
        """ "a, b and c" as the language writes it."""
        kept = [i for i in items if i]
        if len(kept) < 2:
            return "".join(kept)
        comma = "、" if self.language == "zh" else ", "
        return f"{comma.join(kept[:-1])}{_table(self.language)['and']}{kept[-1]}"

    def joined(self, sentences: Sequence[str]) -> str:
        """Sentences one after another, with a space where the script has one."""
        return ("" if self.language == "zh" else " ").join(s for s in sentences if s)

    def ended(self, text: str) -> str:
        """With a full stop, where it has no stop of its own."""
        stop = "。" if self.language == "zh" else "."
        return text if text.rstrip("\"'”’»）)")[-1:] in ".!?。！？…" else text + stop


def words_in(text: str) -> int:
    """Words; of Chinese, one for each 1.6 characters."""
    return round(len(_HAN.findall(text)) / 1.6) + len(re.findall(r"[^\W\u3400-\u9fff]+", text))
