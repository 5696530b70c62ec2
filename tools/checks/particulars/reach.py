"""Mail addresses, links and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from .kinds import Particular, words

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'，。；！？、）)】」]+|(?<![\w@.-])(?:[a-zA-Z0-9À-ɏ一-鿿-]+\.)+[a-zA-Z]{2,}(?![\w.-]*@)(?:/[^\s<>\"'，。；！？、）)】」]*)?(?![\w@])"
)
_PHONE: Final = re.compile(
    r"(?<![\w.,/+-])(?:\+\d{1,3}[\s./()-]*(?:\(0\)\s*)?\d[\d\s./()-]{5,16}\d|\(?0\d{1,4}\)?[\s./-]*\d[\d\s./-]{3,13}\d|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[489]00[ -]\d{3}[ -]?\d{3,4})(?![\w%€$£]|[.,]\d)"
)
_CALLED: Final = re.compile(
    r"(?:tel|phone|call|text us|whatsapp|fon|ruf\w*|anruf\w*|llam\w*|teléfono|appel\w*|téléphon\w*|电话|致电|热线|手机)[^\d\n]{0,12}((?:\d[\s.-]?){6,13}\d)(?!\d)",
    re.I,
)


def mails(text: str) -> Iterator[Particular]:
    for m in _MAIL.finditer(text):
        yield Particular("email", m.start(), m.end(), (m[0].casefold().rstrip("."),))


def links(text: str) -> Iterator[Particular]:
    for m in _URL.finditer(text):
        shown = m[0].rstrip(".,;:!?…")
        value = plain_link(shown)
        bare = not shown.lower().startswith(("http", "www."))
        if value and not (bare and value.split("/")[0].rsplit(".", 1)[-1] not in words()["domains"]):
            yield Particular("url", m.start(), m.start() + len(shown), (value,))


def plain_link(url: str) -> str:
    """Host and path of a link, without scheme, ``www.``, query and closing slash: what a reader would type."""
    try:
        parts = urlsplit(url if "//" in url else "//" + url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return (host + parts.path).rstrip("/") if "." in host else ""


def phones(text: str) -> Iterator[Particular]:
    for m in [*_PHONE.finditer(text), *_CALLED.finditer(text)]:
        group = 1 if m.re is _CALLED else 0
        digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", m[group]))
        if 7 <= len(digits) <= 15:
            yield Particular("phone", m.start(group), m.end(group), (digits,))
