"""Words for SQLite's full-text search, in scripts with spaces and without.

Chinese, Japanese and Korean runs are indexed as single characters and overlapping pairs (Nie et al. 2000, "On the use
of words and n-grams for Chinese information retrieval"); other words as they are, and asked for by their beginning too,
so that an ending does not matter.
"""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
_PIECES = re.compile(f"[{_CJK}]+|[^\\W{_CJK}]+")
_RUN = re.compile(f"[{_CJK}]")
_MOST = 64


def index_text(text: str) -> str:
    """The text as tokens with spaces between: what the index stores."""
    out: list[str] = []
    for piece in _pieces(text):
        out += [*piece, *_pairs(piece)] if _RUN.match(piece) else [piece.casefold()]
    return " ".join(out)


def match_query(text: str) -> str:
    """An FTS5 query that finds any of the text's words; empty where there is none.

    Words of up to three letters are left out beside longer ones, unless they are capitals or hold a digit ("UV", "4K").
    """
    pieces = list(dict.fromkeys(_pieces(text)))
    telling = [p for p in pieces if len(p) > 3 or _RUN.match(p) or p.isupper() or any(c.isdigit() for c in p)]
    terms: list[str] = []
    for piece in telling or pieces:
        if _RUN.match(piece):
            terms += [f'"{pair}"' for pair in _pairs(piece) or [piece]]
            continue
        word = piece.casefold()
        terms.append(f'"{word}"')
        if len(word) > 5:
            terms.append(f'"{word[:-2]}"*')
    return " OR ".join(dict.fromkeys(terms[:_MOST]))


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(unicodedata.normalize("NFKC", text))


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]
