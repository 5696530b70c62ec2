"""An art direction: what holds across every picture and film of one deliverable."""

from __future__ import annotations

from pydantic import Field

from core.model import Frozen

HEX = r"^#[0-9a-f]{6}$"


class Palette(Frozen):
    """Colours by role, each ``#rrggbb``. ``ink`` on ``bg`` and ``accent_ink`` on ``accent`` hold 4.5:1."""

    bg: str = Field(pattern=HEX)
    surface: str = Field(pattern=HEX)
    ink: str = Field(pattern=HEX)
    muted: str = Field(pattern=HEX)
    accent: str = Field(pattern=HEX)
    accent_ink: str = Field(pattern=HEX)
    accent2: str = Field(pattern=HEX)
    deep: str = Field(pattern=HEX)
    """Darkest colour of the set: shadows, scrims, dark panels."""
    light: str = Field(pattern=HEX)
    """Lightest colour of the set: highlights, text on dark panels."""


class Direction(Frozen):
    """Chosen once per plan by ``tools.design.direction.choose``, then frozen."""

    family: str
    """Name of a layout family in ``tools/design/families``."""
    palette: Palette
    display: str
    """Font id for headlines."""
    text: str
    """Font id for everything else."""
    icon: str = ""
    """Icon name of the hero, or empty for a type-led layout."""
    icons: tuple[str, ...] = ()
    """Icon names for benefit rows, in the order of the proofs; empty strings where none fits."""
    scene: str = ""
    """Name of an illustrated scene (``tools/image/embedded``)."""
    ware: str = ""
    """Name of the ware that stands in front of the scene (``tools/image/embedded/wares``), or empty where none is sure."""
    time: str = "day"
    mood: str = "warm"
