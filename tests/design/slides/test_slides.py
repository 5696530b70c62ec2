"""Slides of every role: words whole and readable, nothing on anything else, the same bytes again, states that do not jump."""

from __future__ import annotations

import io
import json
import re
from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.canonical import sha256
from core.direction import Direction, Palette
from core.media import Media
from core.requests import DiagramRequest, SlideRequest
from tests import lessonkit
from tools.design.diagrams.backend import EmbeddedDraughtsman
from tools.design.geometry import Box
from tools.design.placed import overlap
from tools.design.slides.backend import EmbeddedSlides
from tools.design.slides.board import Board
from tools.design.slides.roles import ROLES
from tools.design.slides.slide import compose, document

NIGHT = Palette(
    bg="#14161f", surface="#20232f", ink="#f2f0ea", muted="#b8b4c2", accent="#ffd166", accent_ink="#14161f", accent2="#ef476f",
    deep="#0b0d14", light="#fffaf0",
)  # fmt: skip
LOOKS = (
    lessonkit.LOOK,
    lessonkit.LOOK.model_copy(update={"palette": NIGHT, "display": "fraunces-black", "text": "nunito-regular"}),
)
SAID = {
    "en": ("Water", "The sun warms the sea, and water evaporates from its surface.", "Why?"),
    "de": ("Die Sonneneinstrahlung erwärmt das Meer, und Wasser verdunstet an der Oberfläche.", "Grundwasserneubildungsrate", "Regen"),
    "es": ("El sol calienta el mar y el agua se evapora de su superficie.", "¿Por qué?", "Vapor"),
    "fr": ("Le soleil chauffe la mer : l’eau s’évapore de sa surface.", "Qu’est-ce que c’est ?", "Pluie"),
    "zh": ("太阳加热海水，水从海面蒸发。", "水循环", "大约百分之八十六的蒸发发生在海洋上空，其余发生在陆地上。"),
    "ar": ("الشمس تسخن البحر فيتبخر الماء من سطحه.", "المطر", "لماذا؟"),
    "he": ("השמש מחממת את הים והמים מתאדים.", "גשם", "למה?"),
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", "]]></svg><image href='file:///etc/passwd'/>", "=1+1", "\"'&amp;\x00\x1b", "a" * 2000, "👩‍🏫🌧️ 🏳️‍🌈",
    "\u202eabc\u202c \u2067x\u2069", "z̴̡̛͎a̷l̶g̸o̵ " * 6, "\ufffe\ud800", "مرحبا <b> hello", "…", "  \n\t ",
)  # fmt: skip


@lru_cache(maxsize=4)
def picture(width: int = 800, height: int = 450) -> bytes:
    request = DiagramRequest(
        width=width, height=height, direction=lessonkit.LOOK, diagram=lessonkit.lesson().diagrams[0]
    )
    return next(iter(EmbeddedDraughtsman(read).generate([request]))).parts["png"]


def read(digest: str) -> bytes:
    return {sha256(picture(*size)): picture(*size) for size in ((800, 450), (450, 800))}[digest]


def request(role: str, title: str = "The water cycle", lines: tuple[str, ...] = (), **more: Any) -> SlideRequest:
    asked: dict[str, Any] = {
        "direction": lessonkit.LOOK,
        "foot": "The water cycle",
        "number": 3,
        "of": 12,
        "kicker": "Part 1",
        **more,
    }
    if role == "diagram":
        asked.setdefault("picture", sha256(picture()))
    if role in ("terms", "question"):
        asked.setdefault("labels", tuple("ABCDEFGHIJKLMNOP"[: len(lines)]))
    return SlideRequest(role=role, title=title, lines=lines, **asked)


def made(asked: SlideRequest) -> Media:
    [media] = EmbeddedSlides(read).generate([asked])
    assert not media.failure
    return media


def pixels(data: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def faults(board: Board) -> list[str]:
    """What does not hold: words out of their place or over others, too small, too faint."""
    page = board.page
    frame = Box(0, 0, page.width, page.height)
    out = []
    slack = page.px(6)
    for seat in board.all_seats:
        text = seat.placed
        said = f"{seat.kind} {text.text[:30]!r} {text.size:.1f}"
        tall = Box(*text.box)
        if not frame.contains(tall, 0.5):
            out.append(f"out of the frame: {said}")
        if not seat.within.contains(tall, slack + text.size * 0.35):
            out.append(f"out of its place: {said} {tall} {seat.within}")
        if text.size < page.least - 0.06:
            out.append(f"small: {said}")
        if text.contrast < 4.5:
            out.append(f"contrast {text.contrast:.2f}: {said}")
        if seat.line >= 0 and seat.waiting < 3:
            out.append(f"waiting at {seat.waiting:.2f}: {said}")
        if board.picture_box is not None:
            both = overlap(tall, board.picture_box)
            if both.w > 1 and both.h > 1:
                out.append(f"over the picture: {said}")
    for a, b in combinations(board.all_seats, 2):
        both = overlap(a.placed.box, b.placed.box)
        if both.w > slack and both.h > max(slack, 0.2 * min(a.placed.size, b.placed.size)):
            out.append(f"{a.kind} {a.placed.text[:20]!r} over {b.kind} {b.placed.text[:20]!r} by {both}")
    return out


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", SAID)
def test_every_role_holds_in_every_language(role: str, language: str) -> None:
    for count in (0, 1, 3, 8):
        lines = tuple((SAID[language] * 3)[:count])
        for size in ((1920, 1080), (1024, 768)):
            asked = request(role, SAID[language][0], lines, language=language, width=size[0], height=size[1])
            assert faults(compose(asked, read)) == []


_texts = st.one_of(
    st.text(max_size=300), st.sampled_from(HOSTILE), st.sampled_from([s for said in SAID.values() for s in said]),
    st.lists(st.sampled_from(["water", "evaporates", "from", "the", "surface", "of", "Grundwasserneubildung", "et", "l’air", "水循环", "ماء"]), max_size=45).map(" ".join),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    role=st.sampled_from(sorted(ROLES)), title=_texts, lines=st.lists(_texts, max_size=8), kicker=_texts, foot=_texts,
    look=st.sampled_from(LOOKS), language=st.sampled_from(sorted(SAID)), size=st.sampled_from([(1920, 1080), (1280, 720), (1440, 1080), (640, 360)]),
    icon=st.sampled_from(["", "sun", "no-such-icon"]), quoted=st.booleans(),
)  # fmt: skip
def test_no_text_breaks_a_slide(
    role: str, title: str, lines: list[str], kicker: str, foot: str, look: Direction, language: str, size: tuple[int, int], icon: str, quoted: bool
) -> None:  # fmt: skip
    asked = request(
        role, title, tuple(lines), kicker=kicker, foot=foot, direction=look, language=language, width=size[0], height=size[1], icon=icon,
        quoted=(quoted,) * len(lines),
    )  # fmt: skip
    assert faults(compose(asked, read)) == []


@pytest.mark.parametrize("role", ROLES)
def test_states_change_nothing_but_the_lines(role: str) -> None:
    lines = tuple(SAID["en"][:3])
    asked = request(role, lines=lines, width=960, height=540)
    media, board = made(asked), compose(asked, read)
    names = [name for name in media.parts if name.startswith("state_")]
    assert names == [f"state_{k}" for k in range(4)]
    full, states = pixels(media.parts["png"]), [pixels(media.parts[n]) for n in names]
    outside = np.ones(full.shape[:2], bool)
    for line in board.lines:
        box = line.region
        outside[int(box.y) : int(box.bottom) + 2, int(box.x) : int(box.right) + 2] = False
    for state in states:
        assert state.shape == (540, 960, 3)
        assert np.array_equal(state[outside], full[outside])
    for before, after in zip(states, states[1:], strict=False):
        assert not np.array_equal(before, after)
    first = board.lines[0].region
    rows, columns = slice(int(first.y) + 1, int(first.bottom)), slice(int(first.x) + 1, int(first.right))
    assert np.array_equal(states[2][rows, columns], full[rows, columns]), "a line that was said is in full ink"
    assert not np.array_equal(states[1][rows, columns], full[rows, columns]), "the line being said stands out"


def test_a_slide_without_lines_has_no_states() -> None:
    media = made(request("question"))
    assert set(media.parts) == {"png", "svg", "layout"}
    assert media.facts["states"] == 0


def test_the_layout_says_what_was_cut() -> None:
    told = json.loads(made(request("idea", lines=("water " * 700,) * 8, width=640, height=360)).parts["layout"])
    cut = [t for t in told["texts"] if t["cut"]]
    assert len(cut) == 8 and all(t["lines"][-1].endswith("…") for t in cut)
    assert all(t["size"] == pytest.approx(28 / 3, abs=0.05) for t in cut)
    whole = json.loads(made(request("idea", lines=("Water",))).parts["layout"])
    assert not any(t["cut"] for t in whole["texts"]) and whole["dropped"] == 0


def test_more_lines_than_states_are_told() -> None:
    media = made(request("summary", lines=tuple(f"Line {n}" for n in range(15))))
    assert json.loads(media.parts["layout"])["dropped"] == 3
    assert media.facts["states"] == 13


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    asked = request("terms", text, (text, text), labels=(text, "B"), kicker=text, foot=text, width=640, height=360)
    svg = document(compose(asked, read))
    from lxml import etree

    root = etree.fromstring(svg.encode())
    assert not root.findall(".//{*}script") and not root.findall(".//{*}image")
    assert not re.search(r'href="(?!#)', svg)


def test_the_same_bytes_again() -> None:
    asked = request("diagram", lines=tuple(SAID["de"]), language="de", width=960, height=540)
    assert dict(made(asked).parts) == dict(made(asked).parts)


def test_a_picture_that_cannot_be_read_fails_alone() -> None:
    bad = sha256(b"bad")
    first, second = EmbeddedSlides(lambda d: b"bad" if d == bad else read(d)).generate(
        [request("diagram", picture=bad), request("idea", lines=("x",), width=320, height=180)]
    )
    assert "cannot be read" in first.failure and not first.parts
    assert second.parts["png"]


@pytest.mark.parametrize("size", [(800, 450), (450, 800)])
@pytest.mark.parametrize("lines", [(), ("Water evaporates.",), tuple(SAID["en"]) * 2])
def test_a_diagram_gets_most_of_the_room(size: tuple[int, int], lines: tuple[str, ...]) -> None:
    board = compose(request("diagram", lines=lines, picture=sha256(picture(*size))), read)
    box = board.picture_box
    assert box is not None
    assert box.w / box.h == pytest.approx(size[0] / size[1], rel=0.01)
    assert box.h > (0.46 if lines else 0.68) * 1080
    assert faults(board) == []


def test_what_is_measured_on_the_pixels_is_what_is_told() -> None:
    """The ground about each text is one of the colours that its contrast was reckoned against, or further from its ink."""
    from tools.design.colour import contrast

    for role in ROLES:
        asked = request(role, lines=tuple(SAID["en"]))
        board, seen = compose(asked, read), pixels(made(asked).parts["png"])
        for seat in board.all_seats:
            box = seat.placed.box
            rim = seen[max(0, int(box.y) - 3) : max(1, int(box.y) - 1), int(box.x) : int(box.right) + 1].reshape(-1, 3)
            ground = "#" + "".join(f"{int(v):02x}" for v in np.median(rim, axis=0))
            assert contrast(seat.placed.colour, ground) >= min(4.4, seat.placed.contrast - 0.3), (
                role,
                seat.kind,
                ground,
            )


STRUCTURE = {
    "title": "kicker title line line line foot number",
    "objectives": "kicker title label line label line label line foot number",
    "idea": "kicker title line line line foot number",
    "diagram": "kicker title line line line foot number",
    "terms": "kicker title label line label line label line foot number",
    "example": "kicker title line line line foot number",
    "question": "kicker title label line label line label line foot number",
    "summary": "kicker title line line line foot number",
}


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_is_made_of(role: str) -> None:
    board = compose(request(role, lines=tuple(SAID["en"])), read)
    ground = [s.kind for s in board.ground.seats]
    order = (
        [k for k in ground if k in ("kicker", "title")]
        + [s.kind for s in board.seats]
        + [k for k in ("foot", "number") if k in ground]
    )
    assert " ".join(order) == STRUCTURE[role]
    title = next(s.placed for s in board.all_seats if s.kind == "title")
    body = [s.placed.size for s in board.all_seats if s.kind == "line"]
    assert title.size >= 1.15 * max(body), "the title leads"
    assert board.icon_box is not None


def test_the_right_answer_of_a_question_is_marked_at_the_end() -> None:
    options = ("Tenant", "Deposit", "Landlord", "Tenancy")
    media = made(request("question", "Which word is meant?", options, right=(2,)))
    asked, solved = pixels(media.parts["png"]), pixels(media.parts["solved"])
    changed = np.argwhere(np.abs(asked - solved).sum(axis=2) > 60)
    top, left = changed.min(axis=0)
    bottom, right = changed.max(axis=0)
    assert right < 1000 and left < 300 and top > 540, "the third of four options, lower left, and nothing else"
    green = (solved[..., 1] > solved[..., 0] + 30) & (solved[..., 1] > solved[..., 2] + 20)
    assert green[top : bottom + 1, left : right + 1].mean() > 0.01
    assert media.facts["states"] == 5
    assert "solved" not in made(request("question", "Which word is meant?", options)).parts
    assert "solved" not in made(request("idea", "An idea", options, right=(1,))).parts
