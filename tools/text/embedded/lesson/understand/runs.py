"""Chinese terms without a word list: runs of characters that come again and in changing company."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from .lexicon import words

_SIZES = range(2, 7)


def chinese_terms(texts: list[str], known: list[str]) -> list[str]:
    """Terms in order. A run counts from three times on, with two different neighbours on each side, no function character in it,
    and only where it is not nearly always part of a longer one. ``known`` terms are always given.
    """
    counts: Counter[str] = Counter()
    left: dict[str, set[str]] = defaultdict(set)
    right: dict[str, set[str]] = defaultdict(set)
    stop = words("zh", "stop chars")
    bad = frozenset("".join(stop))
    for text in texts:
        for run in re.findall("[\u3400-\u9fff]+", text):
            for size in _SIZES:
                for at in range(len(run) - size + 1):
                    piece = run[at : at + size]
                    if bad.isdisjoint(piece):
                        counts[piece] += 1
                        left[piece].add(run[at - 1] if at else f"^{len(left[piece])}")
                        right[piece].add(run[at + size] if at + size < len(run) else f"${len(right[piece])}")
    not_terms = words("zh", "not terms") | words("zh", "verbs")
    again = {
        t: n for t, n in counts.items() if t not in not_terms and n >= 3 and len(left[t]) >= 2 and len(right[t]) >= 2
    }
    longer: Counter[str] = Counter()
    for term, n in again.items():
        for size in range(2, len(term)):
            for at in range(len(term) - size + 1):
                inside = term[at : at + size]
                longer[inside] = max(longer[inside], n)
    kept = {t for t, n in again.items() if longer[t] < 0.7 * n}
    return sorted(kept | {k for k in known if k and len(k) <= 10})
