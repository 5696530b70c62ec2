"""An e-mail as one file that mail programs open as a draft: plain text, HTML, and its pictures inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import quote

from tools.export.email import Email, email_html, subjects
from tools.export.email_text import email_text


def email_eml(mail: Email, pictures: Mapping[str, bytes]) -> bytes:
    """RFC 5322 with CRLF lines. ``pictures`` maps the paths that the HTML shows to JPEG or PNG bytes.

    It has no sender, no receiver and no date: those belong to whoever sends it. ``X-Unsent`` makes Outlook open it as a draft.
    """
    html = email_html(mail).decode("utf-8")
    # Without the "@" that RFC 2392 wants: mail programs ask for none, and nobody's address is made up.
    ids = {path: f"picture-{n}" for n, path in enumerate(sorted(pictures), 1)}
    for path, name in ids.items():
        html = re.sub(rf'(src="){re.escape(path)}(")', rf"\g<1>cid:{name}\2", html)
    policy = SMTP.clone(max_line_length=78, cte_type="7bit")
    message = EmailMessage(policy=policy)
    message["Subject"] = subjects(mail)[0]
    message["X-Unsent"] = "1"
    message["Content-Language"] = mail.language
    message.set_content(email_text(mail), cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="base64")
    page = list(message.iter_parts())[1]
    assert isinstance(page, MIMEPart)
    for path, data in sorted(pictures.items()):
        kind = "png" if data[:4] == b"\x89PNG" else "jpeg"
        file = quote(path.rpartition("/")[2])
        page.add_related(data, "image", kind, cid=f"<{ids[path]}>", filename=file, disposition="inline")
    # Python draws boundaries at random; "=_" can occur in no quoted-printable or base64 body.
    message.set_boundary("=_alternative")
    if page.is_multipart():
        page.set_boundary("=_related")
    return message.as_bytes()
