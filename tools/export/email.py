"""A campaign e-mail: its MJML source, the HTML that it compiles to, plain text, and a message that opens as a draft.

HTML is held to what mail programs can show: 600 px, tables, styles in place, no script, nothing loaded from elsewhere.
Gmail cuts a message off at 102 kB of HTML, so long texts are shortened until it is well below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from core.direction import Palette
from core.errors import ToolFailure
from tools.export.colour import colours, contrast, mix, readable
from tools.export.labels import labels, spoken
from tools.export.landing import Proof, Shot
from tools.export.languages import CJK, direction, primary
from tools.export.markup import relative, render, safe_url, shortened, unbroken
from tools.export.utm import tagged

MAX_HTML: Final = 100_000
"""Bytes of HTML; Gmail hides what comes after 102 kB."""

UNSUBSCRIBE: Final = "{{unsubscribe_url}}"
ADDRESS: Final = "{{sender_address}}"
"""Merge tags that the sending service fills in."""

_LATIN: Final = "'Helvetica Neue', Helvetica, Arial, sans-serif"
_SYSTEM: Final = {
    "zh": f"'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', {_LATIN}",
    "ja": f"'Hiragino Sans', 'Yu Gothic', Meiryo, {_LATIN}",
    "ko": f"'Apple SD Gothic Neo', 'Malgun Gothic', {_LATIN}",
}
_TAGS: Final = re.compile(r"\{(?=[{%#])|\*(?=\|)|%(?=%)|\[(?=\[)")


@dataclass(frozen=True)
class Email:
    """Everything in one e-mail. Empty texts and absent pictures take no room; pictures are paths beside the HTML."""

    language: str
    brand: str
    palette: Palette
    headline: str
    subjects: tuple[str, ...] = ()
    """Variants for a test, best first; the headline when empty."""
    preheader: str = ""
    """What the inbox shows after the subject; ``lead`` when empty."""
    lead: str = ""
    body: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    offer: str = ""
    cta: str = ""
    url: str = ""
    contact: str = ""
    """A mail address or number that stands below the button."""
    campaign: str = ""
    """Name for ``utm_campaign``; a link makes a slug of it."""
    closing: str = ""
    legal: tuple[str, ...] = ()
    hero: Shot | None = None
    logo: Shot | None = None


def email_mjml(mail: Email) -> str:
    """The source, to be edited in any MJML tool. Raises ``BadInput`` on a picture outside the package."""
    for shot in (mail.hero, mail.logo):
        if shot is not None:
            relative(shot.path)
    mail = harmless(mail)
    text = render(
        "email.mjml.j2",
        mail=mail,
        ui=labels("email", mail.language),
        tongue=spoken("email", mail.language),
        dir=direction(mail.language),
        start="right" if direction(mail.language) == "rtl" else "left",
        font=_SYSTEM.get(primary(mail.language), _LATIN),
        tracking="0" if primary(mail.language) in CJK or direction(mail.language) == "rtl" else "2px",
        c=_colours(mail.palette),
        subject=subjects(mail)[0],
        preheader=shortened(mail.preheader or mail.lead or mail.headline, 140),
        filler=Markup("&#847;&zwnj;&nbsp;") * 40,
        top=link(mail, "top"),
        end=link(mail, "closing"),
        unsubscribe=Markup(UNSUBSCRIBE),
        address=Markup(ADDRESS),
        cjk=primary(mail.language) in CJK,
        figures=lambda words: unbroken(words, bold=True),
    )
    return text.decode("utf-8")


def email_html(mail: Email) -> bytes:
    """The HTML of the source, below ``MAX_HTML`` bytes. Raises ``ToolFailure`` where it cannot be compiled."""
    return _compiled(fitting(mail))


def fitting(mail: Email) -> Email:
    """The e-mail as given, or with its longest texts shortened until mail programs show it whole."""
    for limit in (0, 4000, 1500, 700, 300, 140):
        cut = mail if not limit else _shorter(mail, limit)
        if len(_compiled(cut)) <= MAX_HTML:
            return cut
    raise ToolFailure("the e-mail is too long for mail programs", which=mail.headline[:80], remedy="Shorten the brief.")


def subjects(mail: Email) -> tuple[str, ...]:
    """Subject lines without line breaks, at least one."""
    lines = [" ".join(s.split()) for s in (*mail.subjects, mail.headline, mail.brand, "–")]
    return tuple(dict.fromkeys(s for s in lines if s))[: max(1, len(mail.subjects))]


def link(mail: Email, place: str) -> str:
    """Where a button leads; empty where the brief gives no safe link."""
    return tagged(mail.url, "newsletter", "email", mail.campaign, place) or safe_url(mail.url)


def _compiled(mail: Email) -> bytes:
    from mjml import mjml2html  # late: only a build compiles

    try:
        html: str = mjml2html(email_mjml(mail), fonts={})
    except ValueError as error:  # what the Rust parser raises
        raise ToolFailure("the e-mail cannot be compiled", which=str(error)[:200]) from error
    return html.encode("utf-8") + b"\n"


def _colours(palette: Palette) -> dict[str, str]:
    """Colours by role, and those for programs that show mail on dark grounds."""
    c = colours(palette)
    night = c["deep"]
    lifted = mix(night, "#ffffff", 0.09)
    c["night"], c["night-card"] = night, lifted
    c["night-ink"] = readable(palette.light, night, lifted, ratio=7)
    c["night-muted"] = readable(mix(palette.light, night, 0.3), night, lifted, ratio=4.6)
    c["night-accent"] = readable(c["glow"], night, lifted, ratio=4.6)
    c["night-line"] = mix(night, "#ffffff", 0.22)
    button = palette.accent if contrast(palette.accent, c["surface"]) >= 1.6 else c["accent-text"]
    c["button"], c["button-ink"] = button, readable(palette.accent_ink, button, ratio=4.6)
    return {name.replace("-", "_"): value for name, value in c.items()}


def _shorter(mail: Email, limit: int) -> Email:
    def cut(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
        return tuple(shortened(line, limit) for line in lines[:count])

    return replace(
        mail,
        headline=shortened(mail.headline, min(limit, 300)),
        lead=shortened(mail.lead, limit),
        body=cut(mail.body, 6),
        benefits=cut(mail.benefits, 6),
        proofs=tuple(Proof(shortened(p.text, limit), shortened(p.source, limit)) for p in mail.proofs[:8]),
        offer=shortened(mail.offer, limit),
        closing=shortened(mail.closing, limit),
    )


def harmless(mail: Email) -> Email:
    """Words of a brief are no merge tags: what a sending service would fill in is broken by a joiner that nobody sees."""

    def plain(text: str) -> str:
        kept = "".join(c for c in text if c == "\n" or c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff")
        return _TAGS.sub(lambda m: m.group() + "\u2060", kept)

    def lines(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(plain(t) for t in texts)

    return replace(
        mail,
        brand=plain(mail.brand), headline=plain(mail.headline), preheader=plain(mail.preheader), lead=plain(mail.lead),
        offer=plain(mail.offer), cta=plain(mail.cta), contact=plain(mail.contact), closing=plain(mail.closing), subjects=lines(mail.subjects),
        body=lines(mail.body), benefits=lines(mail.benefits), legal=lines(mail.legal),
        proofs=tuple(Proof(plain(p.text), plain(p.source)) for p in mail.proofs),
        hero=replace(mail.hero, alt=plain(mail.hero.alt)) if mail.hero else None,
        logo=replace(mail.logo, alt=plain(mail.logo.alt)) if mail.logo else None,
    )  # fmt: skip
