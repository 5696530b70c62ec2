"""Which of a platform's buttons says what the brief's own invitation says."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any, Final

from core.vocab import LANGUAGES
from tools.export.languages import CJK, primary
from tools.export.markup import resource

DEFAULT: Final = "LEARN_MORE"


def meta_button(cta: str, language: str) -> str:
    """Meta's call-to-action type for an invitation in any of the five languages; ``LEARN_MORE`` where none fits."""
    text = unicodedata.normalize("NFC", cta).casefold().replace("’", "'")
    for tongue in dict.fromkeys((primary(language), *LANGUAGES)):  # a brief may quote its invitation untranslated
        for kind, stems in _types():
            if any(_stands(stem, text, tongue) for stem in stems.get(tongue, ())):
                return kind
    return DEFAULT


def _stands(stem: str, text: str, language: str) -> bool:
    if language in CJK:
        return stem in text
    end = r"(?!\w)" if stem.endswith(".") else ""
    return re.search(rf"(?<!\w){re.escape(stem.rstrip('.'))}{end}", text) is not None


@cache
def _types() -> list[tuple[str, dict[str, list[str]]]]:
    page: dict[str, Any] = json.loads(resource("data/cta.json"))
    return [(kind, stems) for kind, stems in page["types"]]
