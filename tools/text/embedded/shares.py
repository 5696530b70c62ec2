"""Which role a hand-written line belongs to, so that no two texts of a campaign say the same.

Texts are made apart and stored apart: none may look at what another one said. So the lines of each kind are dealt out
beforehand, in the order of their file, within each topic. The deal looks at the files alone, never at a request.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

from core.copydeck import Copy, Piece
from tools.checks.claims import check_claims

from .packs import Phrase, pack

SHARES: Final[dict[str, tuple[str, ...]]] = {
    "short": ("headlines",),
    "turn": ("headlines",),
}
"""Kinds of pack lines and the roles that they are dealt to, in turn."""


@lru_cache(maxsize=512)
def dealt(domain: str, language: str, kind: str, role: str) -> tuple[Phrase, ...]:
    """The lines of a trade's pack that ``role`` may use; none where the kind is not dealt to it."""
    owners = SHARES.get(kind, ())
    mine: list[Phrase] = []
    turns: dict[tuple[str, ...], int] = {}
    for phrase in pack(domain).get(f"{language} {kind}", ()):
        group = (*sorted(phrase.topics), phrase.address)
        turn = turns.get(group, _start(domain, kind, phrase))
        turns[group] = turn + 1
        if owners and owners[turn % len(owners)] == role:
            mine.append(phrase)
    return tuple(mine)


def _start(domain: str, kind: str, phrase: Phrase) -> int:
    """Where the deal of a topic begins: topics with one line each shall not all go to one role."""
    if not phrase.topics:
        return 0
    return zlib.crc32(" ".join([domain, kind, *sorted(phrase.topics)]).encode())


@lru_cache(maxsize=4096)
def claims_nothing(text: str, language: str) -> bool:
    """Whether a line of a pack needs no evidence: one that trips the claim check is not used, however harmless it is meant."""
    return not check_claims(Copy(language=language, role="", pieces=(Piece(text=text),)), {}, "")
