"""The particulars of a text in one form: prices, dates, times, telephone numbers, links and mail addresses, however they are written.

``89.-``, ``CHF 89``, ``89,00 Franken`` are one price; ``30 June``, ``30. Juni``, ``30.06.`` and ``6月30日`` one day; ``7 pm``, ``19 Uhr``, ``19h`` and
``晚上七点`` one time.
"""

from __future__ import annotations

import re
from itertools import repeat

from .days import days, weekdays
from .kinds import Particular, han_number
from .money import amount, prices
from .reach import links, mails, phones
from .times import times

__all__ = ["Particular", "amount", "han_number", "particulars"]


def particulars(text: str) -> list[Particular]:
    """All of them, in the order of their places; no two overlap, and what is read first (mail, link, price) keeps its place."""
    found: list[Particular] = []
    for reader in (mails, links, prices, days, weekdays, times, phones):
        for p in map(_without_stop, reader(text), repeat(text)):
            if not any(p.start < q.end and q.start < p.end for q in found):
                found.append(p)
    return sorted(found, key=lambda p: p.start)


def _without_stop(p: Particular, text: str) -> Particular:
    """The same without the full stop of its sentence."""
    closing = (
        p.kind in ("date", "time")
        and text[p.end - 1] == "."
        and not re.search(r"(?:[ap]\.\s?m|\.\d{1,2})\.$", text[: p.end], re.I)
    )
    return p._replace(end=p.end - 1) if closing else p
