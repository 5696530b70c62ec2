"""How a reader can act: the page that a brief names, else a mail address or a telephone number in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from tools.export.labels import labels
from tools.export.markup import safe_url
from tools.export.utm import link

_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?!\w)", re.IGNORECASE)
_PHONE: Final = re.compile(r"(?<![\w.,/-])(?:\+|\()?\d[\d \u00a0()./-]{5,24}\d(?![\w%€$£¥]|[.,/-]\d)")
_SAYS: Final = re.compile(
    r"\b(?:call|ring|phone|t[eé]l|telephone|mobile|whatsapp|sms|text us|telefon\w*|ruf\w*|anruf\w*|handy|tel[eé]fono|ll[aá]ma\w*|m[oó]vil|"
    r"t[eé]l[eé]phone|appele[rz]|portable)\b|电话|致电|热线|手机|拨打",
    re.IGNORECASE,
)
"""Words beside which a row of digits is a telephone number."""
_DATE: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_DIGITS: Final = (7, 15)
"""Least and most digits of a telephone number (E.164 allows 15)."""


class Act(NamedTuple):
    """What stands where a button would: ``words`` with the ``link`` that they lead to, and ``shown``, the contact in plain sight.

    Without a link the words are a plain line. All empty: there is nothing that a reader could do.
    """

    words: str = ""
    link: str = ""
    shown: str = ""


def act(cta: str, url: str, texts: Iterable[str], language: str, *, given: bool = True) -> Act:
    """The invitation and where it leads. ``given``: whether the invitation is the brief's own; a neutral "Learn more" that
    leads nowhere is not shown."""
    if page := safe_url(url) or link(url):
        return Act(cta, page)
    if url.strip():
        return Act(cta, "", url.strip())
    said = tuple(texts)
    ui = labels("contact", language)
    if mail := next((m.group() for t in said if (m := _MAIL.search(t))), ""):
        return Act(cta if given and cta else ui["write"], safe_url(f"mailto:{mail}"), mail)
    if phone := next((p for t in said if (p := _phone(t))), ""):
        number = ("+" if phone.startswith("+") else "") + re.sub(r"\D", "", phone)
        return Act(cta if given and cta else ui["call"], safe_url(f"tel:{number}"), phone)
    return Act(cta if given else "")


def _phone(text: str) -> str:
    """The first telephone number of a text that speaks of one, or that begins like one abroad."""
    for found in _PHONE.finditer(text):
        shown = found.group().strip(" \u00a0.-/")
        digits = sum(c.isdigit() for c in shown)
        if not _DIGITS[0] <= digits <= _DIGITS[1] or _DATE.fullmatch(shown):
            continue
        if shown.startswith(("+", "00")) or _SAYS.search(text):
            return shown
    return ""
