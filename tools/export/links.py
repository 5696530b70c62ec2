"""Links that say where a visit came from, by the ``utm_`` parameters that every web statistic reads."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from tools.export.markup import safe_url


def tagged(url: str, *, source: str, medium: str, campaign: str, content: str = "") -> str:
    """``url`` with its ``utm_`` parameters; those that it already has are kept. Empty where the link is unsafe.

    Links to a mailbox or a telephone come back as they are.
    """
    link = safe_url(url)
    if not link or urlsplit(link).scheme not in ("http", "https"):
        return link
    parts = urlsplit(link)
    there = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    ours = {"utm_source": source, "utm_medium": medium, "utm_campaign": campaign, "utm_content": content}
    extra = urlencode({k: v for k, v in ours.items() if v and k not in there}, quote_via=quote)
    query = "&".join(q for q in (parts.query, extra) if q)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))
