"""Links that say where a visitor came from, by the five UTM parameters that analytics tools read."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

MAX_SLUG: Final = 40
NO_URL: Final = "ADD-YOUR-WEB-ADDRESS"
"""Stands in an upload table where the brief gives no web address: no importer takes it for a link, and one replacement mends all rows."""
_KEPT: Final = "%/:@!$&'()*+,;=~-._"
"""Stays as it is in a path; other characters are escaped, and escapes that are there already are not escaped again."""
_NAMES: Final = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
_BARE: Final = re.compile(r"^(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?$")


def slug(text: str) -> str:
    """Words of any script in lower case, joined by hyphens: ``"SunSip: Été 2026!"`` is ``"sunsip-été-2026"``.

    At most ``MAX_SLUG`` characters, cut between words."""
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode()).casefold().replace("'", "")
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in folded)
    whole = "-".join(kept.split())
    head = whole[: MAX_SLUG + 1].rpartition("-")[0] if len(whole) > MAX_SLUG else ""
    return head or whole[:MAX_SLUG]  # between words; a single word that is too long is cut


def link(url: str) -> str:
    """The address with its scheme and in ASCII, or empty where it is no web page.

    A host in another script becomes Punycode (RFC 3492), label by label, as a browser sends it; non-ASCII characters of path, query
    and fragment become UTF-8 escapes (RFC 3986).
    """
    given = unicodedata.normalize("NFC", url.strip().encode("utf-8", "replace").decode())
    if not given or re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", given):
        return ""
    if _BARE.match(given):
        given = "https://" + given
    try:
        parts = urlsplit(given)
        host, port = _host(parts.hostname or ""), parts.port
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        return ""
    place = host + (f":{port}" if port else "")
    path = quote(parts.path, safe=_KEPT)
    return urlunsplit(
        (parts.scheme, place, path, quote(parts.query, safe=_KEPT + "?"), quote(parts.fragment, safe=_KEPT + "?"))
    )


def tagged(url: str, source: str, medium: str, campaign: str, content: str) -> str:
    """``url`` with ``utm_source`` and its companions; empty where ``url`` is no web page.

    Its own query and fragment stay; UTM parameters that it holds already are replaced. An empty value is left out.
    """
    plain = link(url)
    if not plain:
        return ""
    parts = urlsplit(plain)
    own = [p for p in parts.query.split("&") if p and p.partition("=")[0].lower() not in _NAMES]
    added = parameters(source, medium, campaign, content)
    return parts._replace(query="&".join([*own, *([added] if added else [])])).geturl()


def parameters(source: str, medium: str, campaign: str, content: str) -> str:
    """The query that ``tagged`` adds, for upload tables that take it apart from the link."""
    values = zip(_NAMES, (source, medium, campaign, content), strict=False)
    return "&".join(f"{name}={quote(text, safe='')}" for name, value in values if (text := slug(value)))


def _host(host: str) -> str:
    labels = [_label(label) for label in re.split(r"[.\u3002\uff0e\uff61]", host)]
    return ".".join(labels) if all(labels) or host.startswith("[") else ""


def _label(label: str) -> str:
    if re.fullmatch(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?|\[[0-9a-f:.]+\]", label):
        return label
    folded = unicodedata.normalize("NFC", label.lower())
    if folded.isascii() or not all(unicodedata.category(c)[0] in "LNM" or c == "-" for c in folded):
        return ""
    return "xn--" + folded.encode("punycode").decode()
