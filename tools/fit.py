"""A request beside what its backend can do: compared once, before the call."""

from __future__ import annotations

from core.errors import BackendMissing, BeyondBackend
from core.requests import Request
from tools import registry
from tools.base import Abilities
from tools.export.languages import primary


def fitted(request: Request, spec: str, slot: str) -> Request:
    """The request as the backend is asked: without a seed that would change nothing.

    Raises ``BeyondBackend``, which names slot and backend, what is asked and which backends could, where it cannot be done.
    """
    abilities = registry.abilities(spec)
    found = lacks(request, abilities)
    if found:
        raise BeyondBackend(f"{spec} cannot make this: {found}", which=slot, remedy=_remedy(request, spec))
    if abilities.seeded:
        return request
    return request.model_copy(update={"seed": type(request).model_fields["seed"].default})


def lacks(request: Request, abilities: Abilities) -> str:
    """What is asked that a backend of these abilities cannot do, and what it can; empty where it can do it all."""
    if abilities.languages and primary(request.language) not in abilities.languages:
        return f"the language {request.language!r} (it has {', '.join(sorted(abilities.languages))})"
    width, height = getattr(request, "width", None), getattr(request, "height", None)
    sizes = abilities.sizes
    if sizes is not None and not all(sizes.hold(side) for side in (width, height) if side is not None):
        steps = f" in steps of {sizes.step}" if sizes.step > 1 else ""
        return f"{width}x{height} pixels (its sides are {sizes.least} to {sizes.most}{steps})"
    references = len(getattr(request, "references", ()))
    if references > abilities.references:
        return f"{references} reference pictures (it heeds {abilities.references or 'none'})"
    return ""


def _remedy(request: Request, spec: str) -> str:
    others = [other for other in registry.specs() if other != spec and _could(request, other)]
    if not others:
        return "No other backend here can: ask for something that this one has."
    name = others[0].partition(":")[2]
    return f"These can: {', '.join(others)}. Choose one with --backend {request.modality}={name}."


def _could(request: Request, spec: str) -> bool:
    if not spec.startswith(f"{request.modality}:"):
        return False
    try:
        return not lacks(request, registry.abilities(spec))
    except BackendMissing:  # listed, but its packages are not installed
        return False
