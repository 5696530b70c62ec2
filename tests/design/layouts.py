"""Requests and checks that the layout tests share."""

from __future__ import annotations

from core.direction import Direction
from core.requests import DesignRequest, DesignTexts, Insets
from tools.design.colour import palette_from
from tools.design.placed import Composition

SIZES: tuple[tuple[int, int], ...] = (
    (1080, 1080),
    (1080, 1350),
    (1080, 1920),
    (1200, 628),
    (1920, 1080),
    (728, 90),
    (300, 250),
    (160, 600),
)

BANNERS: tuple[tuple[int, int], ...] = (
    (300, 250),
    (336, 280),
    (728, 90),
    (970, 250),
    (970, 90),
    (160, 600),
    (120, 600),
    (300, 600),
    (320, 50),
    (320, 100),
)
"""The display sizes that advertising networks take."""

TEXTS = DesignTexts(
    brand="Oficina Azul",
    headline="Hand-painted, one tile at a time",
    sub="A small workshop in Alfama where every azulejo is glazed, fired and signed by the person who painted it.",
    cta="Visit the workshop",
    badge="Open studio Saturdays",
    legal="Rua dos Remédios 41, Lisboa. Visits by appointment.",
    bullets=("Painted by hand", "Fired twice", "Ships across Europe"),
)
ARABIC = DesignTexts(
    brand="مكتبة الورّاق",
    headline="كل كتاب بابٌ إلى مدينة أخرى",
    sub="آلاف الكتب العربية المستعملة والجديدة في قلب البلدة القديمة.",
    cta="زورونا اليوم",
    badge="خصم ٢٠٪",
    bullets=("كتب نادرة", "قهوة عربية"),
)
CHINESE = DesignTexts(
    brand="云间茶舍",
    headline="一盏春茶，半日闲",
    sub="明前龙井与武夷岩茶，由茶师现场冲泡。",
    cta="预订茶席",
    bullets=("明前龙井",),
)


def request(
    family: str,
    size: tuple[int, int] = (1080, 1350),
    texts: DesignTexts = TEXTS,
    *,
    language: str = "en",
    colours: tuple[str, ...] = ("#1f5fa8",),
    mood: str = "warm",
    dark: bool = False,
    icon: str = "paint-brush",
    scene: str = "hills",
    time: str = "dusk",
    seed: int = 1,
    photo: str = "",
    logo: str = "",
    logo_media: str = "",
) -> DesignRequest:
    """A request with a frozen direction; stories carry the platform's insets."""
    direction = Direction(
        family=family,
        palette=palette_from(colours, mood, dark, seed),
        display="fraunces-black",
        text="outfit-regular",
        icon=icon,
        icons=("hand-palm", "fire", ""),
        scene=scene,
        time=time,
        mood=mood,
    )
    return DesignRequest(
        width=size[0],
        height=size[1],
        safe=Insets(top=250, bottom=340) if size == (1080, 1920) else Insets(),
        direction=direction,
        texts=texts,
        language=language,
        seed=seed,
        photo=photo,
        logo=logo,
        logo_media=logo_media,
    )


def nothing(digest: str) -> bytes:
    """A reader for requests that name no blob."""
    raise AssertionError(digest)


def violations(composition: Composition) -> list[tuple[str, str, str]]:
    """What is still wrong; words that were left out or cut are told, not wrong."""
    return [(i.kind, i.role, i.detail) for i in composition.issues if i.kind not in ("dropped", "truncated", "tofu")]
