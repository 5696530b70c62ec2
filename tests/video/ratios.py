"""Films in all four ratios, with logo and photo, and what a check finds in them: what the frame tests share."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image

from core.canonical import sha256
from core.direction import Direction
from core.findings import Finding
from core.requests import DesignTexts, Insets, Scene, VideoRequest
from tests.video.filmkit import spoken
from tools.checks.frames import Judge
from tools.design.colour import palette_from
from tools.video.frames import Engine
from tools.video.moments import layout
from tools.video.planes import Frame
from tools.video.raster import Painter
from tools.video.timeline import Timeline

RATIOS: Mapping[str, tuple[int, int, Insets]] = {
    "9x16": (360, 640, Insets(top=90, bottom=128, left=21, right=21)),
    "16x9": (640, 360, Insets(top=18, bottom=18, left=32, right=32)),
    "1x1": (400, 400, Insets(top=20, bottom=20, left=20, right=20)),
    "4x5": (400, 500, Insets(top=25, bottom=25, left=20, right=20)),
}
"""A third of the size of a campaign's films, with their margins."""
SAID: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Coffee, roasted today", "Fresh every morning, six days a week", "Ten minutes from the market hall",
        "Come in for a cup", "Visit the shop", "Harbour Roasters",
    ),
    "de": (
        "Zahnweh am Sonntag?", "Termine auch am Wochenende", "Samstag und Sonntag von 9 bis 17 Uhr",
        "Rufen Sie uns einfach an", "Termin buchen", "Praxis Limmat",
    ),
    "fr": (
        "Le pain, comme avant", "Pétri à la main chaque matin", "Farines bio des moulins voisins",
        "Passez nous voir dès demain", "Réserver une miche", "Maison Colin",
    ),
    "es": (
        "Azulejos hechos a mano", "Cada pieza se cuece dos veces", "Taller abierto los sábados", "Ven a conocernos",
        "Reserva tu visita", "Oficina Azul",
    ),
    "zh": ("周末牙疼怎么办", "周末也能预约看诊", "周六周日九点到十七点", "现在就打电话", "立即预约", "云间诊所"),
}  # fmt: skip
"""Three lines, the last line, the call to action and the brand."""
_COLOURS = (("#1f5fa8",), ("#c8452d", "#f2c14e"), ("#1c1c1c",), ("#2e7d5b", "#ffe8c2"), ("#8a3ffc", "#ff7eb6"))
_ICONS = ("", "leaf", "map-pin", "")


def _png(pixels: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


def _logo() -> bytes:
    pixels = np.zeros((80, 200, 4))
    pixels[10:70, 10:190] = (30, 90, 160, 255)
    pixels[25:55, 40:90] = (255, 200, 60, 255)
    return _png(pixels)


def _photo() -> bytes:
    y, x = np.mgrid[0:300, 0:400]
    return _png(np.stack([x / 400 * 255, y / 300 * 255, (x * y) % 255], -1))


def _skyline() -> bytes:
    """Everything to see stands at the top; the rest is a quiet dark foot, where words may lie."""
    y, x = np.mgrid[0:300, 0:400]
    towers = (x // 20 % 2 == 0) & (y > 12) & (y < 84)
    return _png(np.where(towers[..., None], (240, 190, 60), (40, 46, 60)))


BLOBS = {sha256(data): data for data in (_logo(), _photo(), _skyline())}
LOGO, PHOTO, SKYLINE = sha256(_logo()), sha256(_photo()), sha256(_skyline())


def read(digest: str) -> bytes:
    return BLOBS[digest]


def asked(
    family: str,
    ratio: str = "9x16",
    language: str = "en",
    seed: int = 1,
    *,
    mood: str = "warm",
    dark: bool = False,
    logo: bool = True,
    photo: bool = False,
    captioned: bool = True,
    scale: int = 1,
) -> VideoRequest:
    """Four scenes of two seconds; ``photo`` puts one in the first and the last. ``scale`` 3 is a campaign's own size."""
    width, height, safe = RATIOS[ratio]
    line, brand = SAID[language], SAID[language][5]
    texts = [DesignTexts(brand=brand, headline=one) for one in line[:3]]
    texts.append(DesignTexts(brand=brand, headline=line[3], cta=line[4], sub="harbour.example/shop"))
    words = " ".join(line[:4])
    if language == "zh":
        words = " ".join("".join(line[:4])[i : i + 4] for i in range(0, 28, 4))
    scenes = [
        Scene(
            start=2.0 * i, end=2.0 * i + 2, role=role, texts=texts[i], icon=_ICONS[i],
            photo=PHOTO if photo and i in (0, 3) else "",
        )
        for i, role in enumerate(("hook", "benefit", "proof", "cta"))
    ]  # fmt: skip
    return VideoRequest(
        language=language,
        seed=seed,
        width=width * scale,
        height=height * scale,
        safe=Insets(**{k: v * scale for k, v in safe.json_dict().items()}),
        seconds=8,
        direction=Direction(
            family=family,
            palette=palette_from(_COLOURS[seed % 5], mood, dark, seed),
            display="fraunces-black" if seed % 2 else "outfit-bold",
            text="inter-regular",
            icon="coffee",
            mood=mood,
            scene="hills",
            time=("dawn", "day", "dusk", "night")[seed % 4],
        ),
        scenes=tuple(scenes),
        captions=(spoken(words, 0.3),) if captioned else (),
        logo=LOGO if logo else "",
        logo_media="image/png" if logo else "",
    )


def found(tape: Timeline, request: VideoRequest) -> tuple[Finding, ...]:
    """What the check finds on the frames as they are drawn."""
    judge = Judge(json.loads(json.dumps(layout(tape, request))))
    engine, frame = Engine(tape, Painter()), Frame(tape.width, tape.height)
    for number, index in enumerate(judge.picks):
        engine.draw(index, frame)
        judge.look(number, frame.rgb())
    return judge.findings
