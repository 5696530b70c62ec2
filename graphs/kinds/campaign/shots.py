"""The campaign's hero picture and logo, as documents want them."""

from __future__ import annotations

from agents.kind import Dossier
from core.errors import BadInput
from tools.export.pictures import jpeg, logo_png


def hero(job: Dossier, width: int, height: int) -> bytes:
    """The client's first photo, else the scene, as a JPEG of that size; empty where there is neither.

    A scene keeps its foot, where its things stand: its sky is left free for words.
    """
    asset, given = job.assets.get("picture.hero"), photo(job)
    if given:
        return jpeg(given, width, height)
    return jpeg(job.read(asset.digest()), width, height, low=0.85) if asset else b""


def photo(job: Dossier) -> bytes:
    """The first of the client's photos that can be opened; empty where none was given."""
    for name in job.brief.photos:
        found = job.brief.attachment(name)
        if found is not None:
            return job.read(found.digest)
    return b""


def logo(job: Dossier, width: int, height: int) -> bytes:
    """The logo as a PNG within that box; empty where none was given or it cannot be drawn (its pictures say so)."""
    found = job.brief.attachment(job.brief.brand.logo) if job.brief.brand.logo else None
    try:
        return logo_png(job.read(found.digest), found.media, width, height) if found else b""
    except BadInput:
        return b""
