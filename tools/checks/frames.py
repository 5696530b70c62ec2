"""Films, moment by moment: can the words be read, do they stand where they may and on nothing else, is everything there.

The film's ``layout`` part says what stands where (``tools/video/moments.py``); contrast, pictures and emptiness are
measured on the decoded frames. A finding is told once for each shot, at the first moment where it is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.findings import Finding, Severity

from .found import OWN, Say
from .layout import LARGE, THIN, luminance, measured

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""
Pixels = NDArray[np.uint8]
FULL, SEEN = 0.95, 0.15
"""Opacity from which an element must hold like one of a still, and from which two must not stand on each other."""
READ = 0.3
"""Opacity of words that can be read."""
_SLACK = 3.0
"""Pixels: boxes are rounded out to even ones."""
_FLAT = 4.0
"""Standard deviation of luma, 0 to 255, under which a picture shows nothing."""
_WIDEST = 480
"""Pixels of a patch's width that are measured: contrast needs no more of a long line."""
_ABOUT = 0.35
"""Heights of a line about it that belong to its ground: bold letters fill more than half of their own box."""
_ENOUGH = 40.0
"""Pixels of type size at which contrast can be measured: larger letters are looked at in steps."""

_say = Say("V2.frames")


class Judge:
    """Takes a film's frames as they are decoded, in the order of ``layout["moments"]``."""

    def __init__(self, layout: Mapping[str, Any], slot: str = "") -> None:
        self._layout, self._slot = layout, slot
        self._told: dict[tuple[str, ...], Finding] = {}

    @property
    def picks(self) -> list[int]:
        """The frames that it wants to see."""
        return [int(m["frame"]) for m in self._layout["moments"]]

    @property
    def width(self) -> int:
        return int(self._layout["width"])

    @property
    def height(self) -> int:
        return int(self._layout["height"])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What did not hold in what it has seen."""
        return tuple(self._told.values())

    def look(self, number: int, rgb: Pixels) -> None:
        """Judge moment ``number`` on its frame, height x width x 3. One of another size is judged where it covers."""
        moment = self._layout["moments"][number]
        still = moment["kind"] != "crossing"
        for rule in (_empty, _overlaps, *((_outside, _contrasts, _missing) if still else (_drowned,))):
            for key, severity, evidence, remedy, box in rule(moment, rgb, self._layout):
                name = (rule.__name__, str(moment["shot"]), key)
                if name not in self._told:
                    place: dict[str, Any] = {"time": [moment["time"], moment["time"]]}
                    if box is not None:
                        place["box"] = [round(v) for v in box]
                    told = f"{moment['time']:.2f} s: {evidence}"
                    self._told[name] = _say(severity, told, remedy, slot=self._slot, place=place)


Told = Iterator[tuple[str, Severity, str, str, Box | None]]
"""What tells findings of a rule apart, severity, evidence, remedy and place."""
Moment = Mapping[str, Any]


_SINGLE = frozenset({"headline", "sub"})
"""Roles of which a scene has one text, set in lines."""


def _words(moment: Moment, least: float) -> list[Mapping[str, Any]]:
    return [s for s in moment["seats"] if s["role"] != "hero" and s["sight"] >= least]


def _name(seat: Mapping[str, Any]) -> str:
    return f"{seat['role']} {seat['text'][:40]!r}" if seat["text"] else str(seat["role"])


def _empty(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """No moment without words, and none in which the frame is one flat colour. A still's words are part of its picture."""
    pictured = layout.get("stills", ())
    told = moment["shot"] in pictured or moment["kind"] == "crossing" and moment["shot"] - 1 in pictured
    if not told and not _words(moment, READ):
        yield "words", Severity.HOLD, "no words are on screen", OWN, None
    if _spread(rgb[::8, ::8]) < _FLAT:
        yield "flat", Severity.HOLD, "the frame shows nothing", OWN, None


def _overlaps(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """No words over other words, whichever shot they belong to, and no caption over any."""
    for a, b in combinations(_words(moment, SEEN), 2):
        if a["role"] == b["role"] and a["shot"] == b["shot"] and (a["role"] in _SINGLE or a["text"] == b["text"]):
            continue  # lines of one text: their g and their t may reach into each other's height
        if {a["role"], b["role"]} == {"brand", "logo"} and a["shot"] == b["shot"]:
            continue  # a sign and its name are one element, laid out as one
        one, other = a["letters"] or a["box"], b["letters"] or b["box"]
        if "caption" in (a["role"], b["role"]):
            one, other = a["box"], b["box"]
        w = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0]) - _SLACK
        h = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1]) - _SLACK
        if w > 0 and h > 0 and w * h > 0.02 * min(one[2] * one[3], other[2] * other[3]):
            evidence = f"{_name(a)} and {_name(b)} stand over each other"
            yield (
                f"{_name(a)}{_name(b)}",
                Severity.HOLD,
                evidence,
                OWN,
                (one[0], one[1], one[2], one[3]),
            )


def _outside(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """Words that rest are inside the platform's margins, and whole."""
    x, y, w, h = layout["safe"]
    for seat in _words(moment, FULL):
        a, b, c, d = seat["box"]
        out = a < x - _SLACK or b < y - _SLACK or a + c > x + w + _SLACK or b + d > y + h + _SLACK
        if seat["cut"] or out:
            told = "is cut off by the frame" if seat["cut"] else "reaches out of the room for words"
            yield _name(seat), Severity.HOLD, f"{_name(seat)} {told}", "Use fewer words.", (a, b, c, d)


def _contrasts(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """4.5:1 for words, 3:1 for large ones (WCAG 2.2, 1.4.3), by the pixels of the frame. Under 2:1 holds."""
    short = min(rgb.shape[:2])
    for seat in _words(moment, FULL):
        box = seat["box"] if seat["role"] == "caption" else seat["letters"]
        if box is None or (patch := _patch(rgb, box)).size == 0:
            continue
        size = float(seat["size"])
        wanted = 3.0 if size >= LARGE * short else 4.5
        step = max(1, int(size / _ENOUGH))
        ratio = measured(np.ascontiguousarray(patch[::step, ::step]), seat["colour"], 0 < size < THIN)
        if ratio < wanted * 0.97:
            severity = Severity.HOLD if ratio < 2 else Severity.WARN
            evidence = f"{_name(seat)}: {ratio:.2f}:1 in the frame, wanted {wanted:g}:1"
            yield _name(seat), severity, evidence, "Change its colour or put a plate under it.", tuple(box)


def _drowned(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """Words on the move stand on no ground of their own tone: half the pixels about them are ground."""
    for seat in _words(moment, READ):
        if seat["letters"] is None or len(seat["colour"]) != 7:
            continue
        x, y, w, h = seat["letters"]
        patch = _patch(rgb, (x - h * _ABOUT, y - h * _ABOUT, w + 2 * h * _ABOUT, h + 2 * h * _ABOUT))
        if patch.size == 0:
            continue
        ink = np.array([[[int(seat["colour"][i : i + 2], 16) for i in (1, 3, 5)]]], np.uint8)
        tone, ground = float(luminance(ink)[0, 0]), float(np.median(luminance(patch[::4, ::4])))
        ratio = (max(tone, ground) + 0.05) / (min(tone, ground) + 0.05)
        if ratio < 2:
            evidence = f"{_name(seat)} passes over a ground of its own tone ({ratio:.2f}:1)"
            yield _name(seat), Severity.WARN, evidence, OWN, tuple(seat["letters"])


def _missing(moment: Moment, rgb: Pixels, layout: Moment) -> Told:
    """Hero, photo and logo are there, whole and drawn, in the shots that have one."""
    shot = moment["shot"]
    for what in ("hero", "logo"):
        if shot not in layout[what]:
            continue
        seat = next((s for s in moment["seats"] if s["role"] == what and s["shot"] == shot), None)
        bleeds = what == "hero" and shot in layout["bleeds"]
        if seat is None or seat["sight"] < FULL:
            yield what, Severity.HOLD, f"the {what} is not there", OWN, None
        elif seat["cut"] and not bleeds:
            yield what, Severity.HOLD, f"the {what} is cut off by the frame", OWN, tuple(seat["box"])
        elif _spread(_patch(rgb, seat["box"])) < _FLAT:
            yield what, Severity.HOLD, f"nothing is seen of the {what}", OWN, tuple(seat["box"])
    if shot in layout["photo"] and shot not in layout["pictured"]:
        yield "photo", Severity.HOLD, "the photo is not shown", OWN, None


def _patch(rgb: Pixels, box: Any) -> Pixels:
    """The pixels of a box, two more on each side; of a wide one its middle."""
    x, y, w, h = (float(v) for v in box)
    if w > _WIDEST:
        x, w = x + (w - _WIDEST) / 2, _WIDEST
    return rgb[max(int(y) - 2, 0) : max(int(y + h) + 2, 0), max(int(x) - 2, 0) : max(int(x + w) + 2, 0)]


def _spread(patch: Pixels) -> float:
    """Standard deviation of luma, 0 to 255."""
    return float((patch @ np.array([0.2126, 0.7152, 0.0722])).std()) if patch.size else 0.0
