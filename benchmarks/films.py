"""The made-up film that the benchmark makes, and its colours, which the tests use too."""

from __future__ import annotations

import io

import numpy as np
import soundfile

from core.blobs import Read
from core.canonical import sha256
from core.direction import Direction, Palette
from core.requests import DesignTexts, Insets, Scene, VideoRequest, Word

LINES = (
    "Zahnschmerzen mitten in der Nacht? Wir sind auch am Wochenende für Sie da.",
    "Mitten in Zürich, zwei Minuten vom Hauptbahnhof.",
    "Die erste Kontrolle kostet neunundachtzig Franken. Rufen Sie einfach an.",
)
SCENES = (
    ("hook", "tooth", {"brand": "Zahnarztpraxis Limmat", "headline": "Zahnweh am Sonntag?"}),
    ("benefit", "clock", {"headline": "Termine auch am Wochenende", "sub": "Samstag und Sonntag von 9 bis 17 Uhr"}),
    ("proof", "map-pin", {"headline": "Zwei Minuten vom Hauptbahnhof", "sub": "Limmatquai 12, 8001 Zürich"}),
    ("cta", "tooth", {"brand": "Zahnarztpraxis Limmat", "headline": "Rufen Sie einfach an", "cta": "Termin buchen"}),
)
PALETTE = Palette(
    bg="#f4f8f8",
    surface="#ffffff",
    ink="#0f2a33",
    muted="#4a6470",
    accent="#0e7c86",
    accent_ink="#ffffff",
    accent2="#f2a65a",
    deep="#0b2228",
    light="#fbfefe",
)


def film(seconds: float, width: int, height: int, family: str) -> tuple[VideoRequest, Read]:
    """The film that all three make."""
    rate = 48_000
    t = np.arange(round(seconds * rate)) / rate
    tone = (0.15 * np.sin(2 * np.pi * 220 * t) * np.exp(-3 * (t % 1))).astype(np.float32)
    out = io.BytesIO()
    soundfile.write(out, np.stack([tone, tone], 1), rate, format="WAV", subtype="PCM_16")
    wav = out.getvalue()
    words = [line.split() for line in LINES]
    pace = seconds * 0.92 / sum(len(line) for line in words)
    captions, at = [], 0.3
    for line in words:
        captions.append(
            tuple(Word(text=w, start=at + i * pace, end=at + (i + 0.85) * pace) for i, w in enumerate(line))
        )
        at += len(line) * pace
    length = seconds / len(SCENES)
    request = VideoRequest(
        language="de",
        seed=3,
        width=width,
        height=height,
        seconds=seconds,
        safe=Insets(top=140, bottom=280, left=40, right=90) if height > width else Insets(),
        direction=Direction(family=family, palette=PALETTE, display="outfit-bold", text="inter-regular", icon="tooth"),
        scenes=tuple(
            Scene(start=i * length, end=(i + 1) * length, role=role, icon=icon, texts=DesignTexts.model_validate(texts))
            for i, (role, icon, texts) in enumerate(SCENES)
        ),
        captions=tuple(captions),
        audio=sha256(wav),
    )
    return request, lambda digest: wav
