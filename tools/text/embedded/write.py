"""From a request to its pieces: one desk, one role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from core.copydeck import Piece
from core.errors import ToolFailure
from core.requests import TextRequest

from .desk import Desk
from .roles import (
    alt,
    bullets,
    email,
    headlines,
    long,
    meta,
    onscreen,
    posts,
    press,
    primary,
    script,
    search,
    sub,
    verbatim,
)

ROLES: Final[dict[str, Callable[[Desk], list[Piece]]]] = {
    "headlines": headlines.write,
    "primary": primary.write,
    "long": long.write,
    "script": script.write,
    "onscreen": onscreen.write,
    "alt": alt.write,
    "sub": sub.write,
    "bullets": bullets.write,
    "meta": meta.write,
    "search_headlines": search.write_headlines,
    "search_descriptions": search.write_descriptions,
    "email": email.write,
    "press": press.write,
    "posts": posts.write,
}


def write(request: TextRequest) -> list[Piece]:
    """The pieces of a request, best first; empty where the brief gives nothing that may be said.

    Raises ``ToolFailure`` for a role that this writer does not know.
    """
    role = ROLES.get(request.role)
    if role is None:
        raise ToolFailure(
            "the embedded writer has no such role", which=request.role, remedy=f"Ask for one of: {', '.join(ROLES)}."
        )
    desk = Desk(request)
    return role(desk) if desk.written else verbatim.write(desk)
