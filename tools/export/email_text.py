"""The plain-text part of an e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tools.export.email import ADDRESS, UNSUBSCRIBE, Email, harmless, link
from tools.export.labels import labels
from tools.export.languages import CJK, primary


def email_text(mail: Email) -> str:
    """The same words for readers of plain text, at most 72 characters a line where the script has spaces."""
    mail = harmless(mail)
    return "\n\n".join(_fold(part, mail.language) for part in _parts(mail) if part.strip()) + "\n"


def _parts(mail: Email) -> Iterator[str]:
    ui = labels("email", mail.language)
    yield mail.brand
    yield mail.headline
    yield mail.lead
    yield f"* {mail.offer} *" if mail.offer else ""
    yield _button(mail, "top")
    yield "\n".join(f"- {b}" for b in mail.benefits)
    yield from mail.body
    if mail.proofs:
        facts = (f"- {p.text}" + (f" ({ui['source']}{p.source})" if p.source else "") for p in mail.proofs)
        yield ui["facts"] + "\n" + "\n".join(facts)
    yield mail.closing
    yield _button(mail, "closing") if mail.closing or mail.body else ""
    yield "\n".join(("-- ", *mail.legal, ADDRESS, f"{ui['unsubscribe']}{ui['colon']}{UNSUBSCRIBE}"))


def _button(mail: Email, place: str) -> str:
    """The invitation with its address below it; a mail address or a number as a person reads it."""
    target = link(mail, place)
    shown = mail.contact or ("" if target.startswith(("mailto:", "tel:")) else target)
    colon = labels("email", mail.language)["colon"].rstrip()
    return f"{mail.cta}{colon}\n{shown}" if mail.cta and shown else shown or mail.cta


def _fold(text: str, language: str) -> str:
    if primary(language) in CJK:
        return text
    lines = (line if "://" in line else textwrap.fill(line, 72, break_long_words=False) for line in text.split("\n"))
    return "\n".join(lines)
