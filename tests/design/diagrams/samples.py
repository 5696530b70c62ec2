"""Diagrams of every kind in many scripts and lengths, for the tests of this folder."""

from __future__ import annotations

from core.direction import Direction
from core.lesson import Diagram, Link, Node
from tools.design.colour import curated

KINDS = ("concept_map", "process", "cycle", "timeline", "comparison", "layers", "labelled", "chart")
SIZES = ((1600, 900), (1080, 1080), (800, 1200), (640, 360))
WORDS = {
    "en": [
        "water",
        "rises",
        "from",
        "the",
        "warm",
        "sea",
        "and",
        "cools",
        "into",
        "clouds",
        "that",
        "drift",
        "over",
        "land",
        "before",
        "rain",
        "falls",
    ],
    "es": [
        "el",
        "agua",
        "sube",
        "desde",
        "el",
        "mar",
        "cálido",
        "y",
        "se",
        "enfría",
        "hasta",
        "formar",
        "nubes",
        "que",
        "cruzan",
        "la",
        "tierra",
    ],
    "de": [
        "Wasser",
        "verdunstet",
        "aus",
        "dem",
        "warmen",
        "Meer",
        "und",
        "kühlt",
        "in",
        "der",
        "Höhe",
        "zu",
        "Wolken",
        "Niederschlagsmenge",
        "ab",
    ],
    "fr": [
        "l’eau",
        "s’élève",
        "de",
        "la",
        "mer",
        "chaude",
        "puis",
        "refroidit",
        "pour",
        "former",
        "des",
        "nuages",
        "au-dessus",
        "des",
        "terres",
    ],
    "zh": [
        "水",
        "从",
        "海面",
        "蒸发",
        "，",
        "上升",
        "冷却",
        "形成",
        "云",
        "随风",
        "飘到",
        "陆地",
        "上空",
        "后",
        "降雨",
    ],
    "ar": [
        "يتبخر",
        "الماء",
        "من",
        "البحر",
        "الدافئ",
        "ثم",
        "يبرد",
        "ويكوّن",
        "الغيوم",
        "فوق",
        "اليابسة",
        "قبل",
        "أن",
        "يهطل",
        "المطر",
    ],
    "he": ["מים", "מתאדים", "מן", "הים", "החם", "ומתקררים", "לעננים", "מעל", "היבשה", "לפני", "שהגשם", "יורד"],
}


def look(mood: str = "calm", seed: int = 1, dark: bool = False) -> Direction:
    """A direction with a curated palette."""
    return Direction(
        family="rings", palette=curated(mood, seed, dark=dark), display="outfit-bold", text="inter-regular"
    )


def phrase(language: str, start: int, limit: int) -> str:
    """Words of a language, at most ``limit`` characters and at least one."""
    words, out = WORDS[language], ""
    joint = "" if language == "zh" else " "
    for i in range(60):
        word = words[(start + i) % len(words)]
        longer = f"{out}{joint}{word}" if out else word
        if len(longer) > limit:
            break
        out = longer
    return (out or words[start % len(words)][:limit]).strip("，") or words[0]


def diagram(kind: str, language: str, lengths: tuple[int, ...], details: bool = False, seed: int = 0) -> Diagram:
    """A diagram with one node per length, each with words of at most that many characters."""
    nodes = tuple(
        Node(
            id=f"n{i}", text=phrase(language, i * 5 + seed, length), detail=phrase(language, i + seed, 40) if details else "",
            when=str(1900 + i * 7 + (seed * i * i) % 5) if kind == "timeline" else "", value=float((i * 37 + seed * 11) % 90 + 1),
        )
        for i, length in enumerate(lengths)
    )  # fmt: skip
    links = tuple(
        Link(
            start=f"n{i}",
            end=f"n{0 if (i + seed) % 3 else max(0, i - 1)}",
            label=phrase(language, i, 14) if (i + seed) % 4 else "",
        )
        for i in range(1, len(nodes))
    )
    columns = tuple(phrase(language, i, 18) for i in range(2 + seed % 2))
    rows = tuple(
        (phrase(language, i, 14), *(phrase(language, i + j, length) for j in range(len(columns))))
        for i, length in enumerate(lengths)
    )
    return Diagram(
        id=f"d-{kind}", kind=kind, title=phrase(language, seed, 30), nodes=() if kind == "comparison" else nodes,
        links=links if kind == "concept_map" else (), columns=columns if kind == "comparison" else (),
        rows=rows if kind == "comparison" else (), unit="%" if kind == "chart" and seed % 2 else "",
    )  # fmt: skip
