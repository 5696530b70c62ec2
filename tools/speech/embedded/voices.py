"""Which espeak-ng voice speaks a language. Names come from the library's own list, never from a guess."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import BadInput

_PREFER: Final[dict[str, str]] = json.loads((Path(__file__).parent / "data" / "voices.json").read_text("utf-8"))[
    "prefer"
]
"""English was chosen by a recogniser's word error rate: bare en-us 84-87 % on an earlier set, en-us+f2 56-63 %."""
_NAME: Final = re.compile(r"([A-Za-z0-9-]{2,40})(?:\+([A-Za-z0-9_-]{1,30}))?")


@dataclass(frozen=True)
class Voices:
    """What is installed: language codes of the voices, and the variants that can be added with ``+``."""

    paths: Mapping[str, str]
    """Where the library keeps the voice of a language code: it finds some, as ``fr-fr``, by this name alone."""
    variants: tuple[str, ...]

    def path(self, name: str) -> str:
        """What the library calls a voice that ``pick`` gave."""
        base, plus, variant = name.partition("+")
        return self.paths.get(base, base) + plus + variant

    def pick(self, language: str, wanted: str = "") -> str:
        """Name of the voice to use; ``wanted`` is one such as ``en-us+f5``, empty for the language's default.

        Raises ``BadInput`` when the wanted voice, or any for the language, is not installed.
        """
        known = sorted(self.paths)
        if wanted:
            match = _NAME.fullmatch(wanted)
            if match and match[1] in self.paths and (match[2] is None or match[2] in self.variants):
                return wanted
            raise BadInput(
                "no such voice", which=wanted[:80], remedy="Leave the voice empty for the language's default."
            )
        tag = language.lower().replace("_", "-")
        for name in self._candidates(tag, tag.split("-")[0], known):
            base, _, variant = name.partition("+")
            if base in known:
                return name if not variant or variant in self.variants else base
        remedy = f"Choose one of: {', '.join(known)}."
        raise BadInput("no voice speaks this language", which=language[:40], remedy=remedy)

    def _candidates(self, tag: str, primary: str, known: Sequence[str]) -> list[str]:
        """Names from most to least fitting; some may not be installed."""
        kin = [code for code in known if code.split("-")[0] == primary]
        exact = [tag] if "-" in tag else []
        return [*filter(None, [_PREFER.get(tag)]), *exact, *filter(None, [_PREFER.get(primary)]), primary, *kin]
