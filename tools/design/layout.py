"""From a design request to a checked composition."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from core.blobs import Read
from core.errors import BadInput
from core.requests import DesignRequest, DesignTexts

from .bidi import has_rtl
from .families import FAMILIES, banner
from .fonts import FONTS
from .frame import RTL_LANGUAGES, Frame, Job
from .photo import Picture, decode
from .placed import Composition
from .raster import logo_picture
from .repair import repair
from .shaping import is_rtl, shape

_LIMITS: Final = {"brand": 90, "headline": 260, "sub": 420, "cta": 70, "badge": 70, "legal": 1600}
_BULLET: Final = 110
_BULLETS: Final = 5


def compose(request: DesignRequest, read: Read) -> Composition:
    """The layout, mended where something did not hold. Raises ``BadInput`` for a picture that cannot be read."""
    return repair(draft(request, read), floor=Frame(request.width, request.height).smallest)


def draft(request: DesignRequest, read: Read) -> Composition:
    """The layout as its family gives it, unchecked."""
    job = job_of(request, read)
    lay = banner.lay if banner.suits(job) else FAMILIES.get(request.direction.family, FAMILIES["bigtype"])
    return lay(job)


def job_of(request: DesignRequest, read: Read) -> Job:
    """Words cleaned, pictures decoded, and the way the text runs decided."""
    direction = request.direction
    known = {"display": direction.display, "text": direction.text}
    if unknown := {
        k: "outfit-bold" if k == "display" else "outfit-regular" for k, v in known.items() if v not in FONTS
    }:
        direction = direction.model_copy(update=unknown)
    texts, missing = _clean(request.texts, direction.display, direction.text)
    lead = texts.headline or texts.sub or texts.brand
    return Job(
        frame=Frame(request.width, request.height, request.safe),
        direction=direction,
        texts=_clip(texts),
        full=texts,
        language=request.language,
        seed=request.seed,
        rtl=_runs_left(lead, request.language),
        logo=_logo(request, read),
        photo=decode(read(request.photo)) if request.photo else None,
        moving=request.moving,
        missing=missing,
    )


def _runs_left(lead: str, language: str) -> bool:
    """Whether the layout stands on the right: by its leading words; in Arabic or Hebrew also where a Latin name opens them."""
    if language.split("-")[0].lower() in RTL_LANGUAGES and (has_rtl(lead) or not any(c.isalpha() for c in lead)):
        return True
    return is_rtl(lead)


def _logo(request: DesignRequest, read: Read) -> Picture | None:
    if not request.logo:
        return None
    try:
        return logo_picture(read(request.logo), request.logo_media)
    except BadInput:
        if request.texts.brand:
            return None
        raise


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
"""Typed between letters: "l'atelier" is set with a curly one, as every typesetter would."""


def _clean(texts: DesignTexts, display: str, text: str) -> tuple[DesignTexts, dict[str, tuple[str, ...]]]:
    """Single-spaced texts without characters that no face can draw, and those characters by role."""
    missing: dict[str, tuple[str, ...]] = {}

    def one(value: str, role: str) -> str:
        font = display if role == "headline" else text
        plain = _APOSTROPHE.sub(
            "’", " ".join(normalize("NFC", value).split())
        )  # missing characters are named in this form
        gone = set(shape(plain[:2000], font, 10.0).missing) if plain else set()
        if gone:
            missing[role] = tuple(dict.fromkeys((*missing.get(role, ()), *sorted(gone))))
            plain = " ".join("".join(c for c in plain if c not in gone).split())
        return plain

    bullets = tuple(b for b in (one(b, "bullet") for b in texts.bullets) if b)
    cleaned = {role: one(str(getattr(texts, role)), role) for role in _LIMITS}
    offers = tuple(o for o in (one(o, "badge") for o in texts.offers) if o)
    kinds = tuple(k for k in (one(k, "sub") for k in texts.kinds) if k)
    return DesignTexts(**cleaned, bullets=bullets, offers=offers, kinds=kinds), missing


def _clip(texts: DesignTexts) -> DesignTexts:
    """What could ever be shown of each text: fitting a novel into a headline would only take long."""
    short = {role: _cut(str(getattr(texts, role)), limit) for role, limit in _LIMITS.items()}
    return DesignTexts(
        **short,
        bullets=tuple(_cut(b, _BULLET) for b in texts.bullets[:_BULLETS]),
        offers=_whole(texts.offers, _LIMITS["badge"]),
        kinds=_whole(texts.kinds, _LIMITS["brand"]),
    )


def _whole(lines: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """The first few that need no cut."""
    return tuple(line for line in lines if len(line) <= limit)[:_BULLETS]


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[:limit]
    if " " in kept[limit // 2 :]:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.，。、") + "…"
