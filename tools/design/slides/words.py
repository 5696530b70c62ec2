"""The words of a slide, cleaned: single-spaced, without what no face can draw, no longer than could ever be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import category, normalize

from core.requests import SlideRequest
from tools.design.shaping import is_rtl, shape

MOST_LINES: Final = 12
"""States that a slide can have parts for."""
_LONGEST: Final = {"kicker": 70, "title": 220, "line": 640, "label": 110, "foot": 160}
_QUOTES: Final[dict[str, tuple[str, str]]] = {
    "en": ("“", "”"), "es": ("«", "»"), "de": ("„", "“"), "fr": ("«\u202f", "\u202f»"), "zh": ("“", "”"), "ar": ("«", "»"), "he": ("”", "“"),
}  # fmt: skip
_MARKS: Final = "“”„«»\"'‘’「『"


@dataclass(frozen=True)
class Text:
    """One text. ``full`` is what was asked for, single-spaced; ``shown`` what there is to set."""

    shown: str
    full: str
    missing: tuple[str, ...] = ()

    @property
    def cut(self) -> bool:
        return self.shown.endswith("…") and not self.full.endswith("…")

    def __bool__(self) -> bool:
        return bool(self.shown)


@dataclass(frozen=True)
class Words:
    """All words of a slide."""

    kicker: Text
    title: Text
    lines: tuple[Text, ...]
    labels: tuple[Text, ...]
    """One a line, or none."""
    foot: Text
    number: str
    quoted: tuple[bool, ...] = field(default=())
    dropped: int = 0
    """Lines beyond those that a slide can hold."""
    own_icon: bool = False
    """Whether the slide names an icon of its own."""

    def quote(self, index: int) -> bool:
        """Whether a line is word for word from the source."""
        return index < len(self.quoted) and self.quoted[index]


def words(request: SlideRequest, display: str, text: str, own_icon: bool = False) -> Words:
    """The request's words as they can be drawn in two faces."""
    r = request
    kept = [(i, line) for i, line in enumerate(r.lines) if line.strip()]
    labelled = len(r.labels) == len(r.lines) and any(label.strip() for label in r.labels)
    lines = []
    for i, line in kept:
        said = quoted(line, r.language) if i < len(r.quoted) and r.quoted[i] else line
        lines.append(clean(said, text, "line"))
    shown = [(i, line) for (i, _), line in zip(kept, lines, strict=True) if line]
    dropped, shown = len(shown) - MOST_LINES, shown[:MOST_LINES]
    of = f"{r.number} / {r.of}" if r.of >= r.number > 0 else str(r.number) if r.number else ""
    return Words(
        kicker=clean(r.kicker, text, "kicker"),
        title=clean(r.title, display, "title"),
        lines=tuple(line for _, line in shown),
        labels=tuple(clean(r.labels[i], display, "label") for i, _ in shown) if labelled else (),
        foot=clean(r.foot, text, "foot"),
        number=of,
        quoted=tuple(i < len(r.quoted) and r.quoted[i] for i, _ in shown),
        dropped=max(0, dropped),
        own_icon=own_icon,
    )


def clean(value: str, font: str, kind: str) -> Text:
    """A text that the face and those that step in for it can draw."""
    full = " ".join("".join(" " if category(c) in _UNSEEN else c for c in normalize("NFC", value)).split())
    shown = _clipped(full, _LONGEST[kind])
    gone: Mapping[str, None] = dict.fromkeys(shape(shown, font, 10.0).missing) if shown else {}
    if gone:
        shown = " ".join("".join(c for c in shown if c not in gone).split())
    return Text(shown, full, tuple(gone))


_UNSEEN: Final = frozenset(("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))


def _clipped(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    if " " in kept[limit // 2 :]:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.，。、") + "…"


def quoted(text: str, language: str) -> str:
    """The text in its language's quotation marks, unless it brings its own."""
    plain = text.strip()
    if not plain or plain[0] in _MARKS and plain[-1] in _MARKS:
        return plain
    opening, closing = _QUOTES.get("ar" if is_rtl(plain) else language.split("-")[0].lower(), _QUOTES["en"])
    return f"{opening}{plain}{closing}"


def upper(text: str) -> str:
    """A short Latin kicker in capitals, others as they are."""
    return text.upper() if len(text) <= 44 and all(not c.isalpha() or c < "\u0250" for c in text) else text
