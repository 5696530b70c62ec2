"""Wares of print, school and office: books in the press, notebooks, the globe, receipts, screens."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"
_PAPER = "#fbf5e8"


def press(p: Pen) -> None:
    """A bookbinder's press on a sewn book, thread and awl before it."""
    p.shadow(0, 420)
    wood = "#8d5f36"
    p.box(-184, 0, 368, 34, 22, wood)
    for x in (-168, 140):
        p.rect(x, -336, 28, 306, p.cyl("#6d7682"), 5)
    p.rect(-190, -352, 380, 40, p.flat(wood), 8)
    p.rect(-16, -392, 32, 210, p.cyl(_STEEL), 4)
    for y in range(-304, -192, 14):
        p.line(f"M-15 {y}l30 8", p.t(_STEEL, 0.3), 3)
    p.rect(-112, -394, 224, 20, p.c.linear([(0, p.lift(_STEEL, 0.3)), (1, p.t(_STEEL, 0.35))]), 10)
    for x in (-112, 112):
        p.disc(x, -384, 18, p.ball("#3c3f49"))
    p.rect(-128, -192, 256, 30, p.flat("#a8713f"), 5)
    for i, tone in enumerate((p.a, p.b)):
        y = -34 - 66 * i
        x, w = (-124, 248) if i == 0 else (-112, 224)
        p.rect(x + 10, y - 52, w - 18, 42, p.t(_PAPER, 0.06))
        for k in range(5):
            p.line(f"M{x + 14} {y - 46 + 8 * k}h{w - 26}", p.t("#c9b48f"), 2, 0.8)
        p.rect(x, y - 62, w, 12, p.flat(tone), 4)
        p.rect(x, y - 12, w, 12, p.flat(tone), 4)
        p.rect(x - 4, y - 62, 26, 62, p.cyl(tone), 8)
        for k in (-46, -30, -14):
            p.line(f"M{x - 3} {y + k}h24", p.lift(tone, 0.5), 3)
    p.turned([(-66, 26), (-60, 28), (-56, 19), (-14, 19), (-8, 28), (0, 26)], "#efe0c4", -176)
    p.line("M-158 -30q40 30 90 20t60 6", p.t("#efe0c4"), 3.5)
    p.line("M150 -4L196 -66", p.t("#c98f52"), 15)
    p.line("M150 -4l-30 2", p.lift(_STEEL, 0.3), 4)


def books(p: Pen) -> None:
    """A pile of books, one lying open on it."""
    p.shadow(0, 400)
    rows = ((-160, 310, p.a), (-140, 290, "#e3b45f"), (-164, 300, p.b))
    for i, (x, w, tone) in enumerate(rows):
        y = -62 * i
        p.rect(x + 20, y - 54, w - 26, 46, p.t(_PAPER, 0.06))
        for k in range(4):
            p.line(f"M{x + 26} {y - 44 + 9 * k}h{w - 36}", p.t("#c9b48f"), 2, 0.8)
        p.path(f"M{x + w} {y - 62}H{x + 14}q-18 4 -18 31t18 31H{x + w}v-10H{x + 26}q-8 -21 0 -42H{x + w}Z", p.flat(tone))  # fmt: skip
        p.line(f"M{x + 4} {y - 46}v30M{x + 18} {y - 56}q-6 25 0 50", p.lift(tone, 0.4), 3)
    p.path("M-170 -196L-150 -330Q-70 -362 0 -318Q70 -362 150 -330L170 -196Q80 -214 0 -188Q-80 -214 -170 -196Z", p.t(p.deep, 0.0))  # fmt: skip
    p.path("M0 -192Q-78 -224 -160 -206L-144 -338Q-66 -366 0 -322Z", p.flat(_PAPER))
    p.path("M0 -192Q78 -224 160 -206L144 -338Q66 -366 0 -322Z", p.lift(_PAPER, 0.5))
    for k in range(5):
        y = -318 + 22 * k
        p.line(f"M{-130 - k * 3} {y}Q-70 {y - 22} -14 {y + 16}", p.t("#a99a82"), 4, 0.8)
        p.line(f"M{130 + k * 3} {y}Q70 {y - 22} 14 {y + 16}", p.t("#a99a82"), 4, 0.8)
    p.path("M96 -342V-236l10 -12l12 10V-346Z", p.t(p.a))


def notebook(p: Pen) -> None:
    """Pencils in a cup, a notebook standing behind, an apple."""
    p.shadow(0, 390)
    p.rect(-170, -320, 220, 318, p.flat(p.a), 12)
    p.rect(-170, -320, 34, 318, p.t(p.a, 0.3), 12)
    p.rect(-104, -262, 120, 70, p.flat(_PAPER), 6)
    p.line("M-86 -240h84M-86 -216h56", p.t("#8a7f70"), 6)
    p.rect(42, -314, 12, 306, p.t(_PAPER, 0.1))
    for i in range(9):
        p.rect(-182, -300 + 34 * i, 26, 8, p.lift(_STEEL, 0.2), 4)
    for x, top, tone in ((66, -330, "#f2c14e"), (96, -374, p.b), (128, -350, "#d9573f"), (152, -306, "#4f8a5c")):
        base = 106 + (x - 106) * 0.5
        p.path(f"M{base - 9} -150L{x - 9} {top + 40}L{x} {top}L{x + 9} {top + 40}L{base + 9} -150Z", p.cyl(tone))
        p.path(f"M{x - 9} {top + 40}L{x} {top}L{x + 9} {top + 40}Z", p.t("#f3dcb4"))
        p.path(f"M{x - 3} {top + 13}L{x} {top}L{x + 3} {top + 13}Z", p.t("#3a2a1c"))
    p.turned([(-166, 66), (-160, 68), (-8, 62), (0, 56)], p.b, 106, p.t(p.b, 0.5))
    p.rect(44, -118, 124, 12, p.lift(p.b, 0.4), 0, 0.7)
    p.shadow(-20, 110, 6)
    p.path("M-20 -80C-70 -104 -90 -10 -40 0Q-20 6 0 0C50 -10 30 -104 -20 -80Z", p.ball("#d8432f"))
    p.line("M-20 -80q2 -22 14 -30", p.t("#5d3a24"), 5)
    p.leaf(-16, -96, 36, -12, p.t("#5d9a48"))


def globe(p: Pen) -> None:
    """A globe on its stand upon two books."""
    p.shadow(0, 330)
    for i, (x, w, tone) in enumerate(((-150, 300, p.b), (-130, 262, "#e3b45f"))):
        y = -44 * i
        p.rect(x + 14, y - 38, w - 18, 32, p.t(_PAPER, 0.06))
        p.rect(x, y - 44, w, 9, p.flat(tone), 3)
        p.rect(x, y - 8, w, 8, p.flat(tone), 3)
        p.rect(x - 2, y - 44, 24, 44, p.cyl(tone), 7)
    p.turned([(-124, 12), (-112, 20), (-98, 74), (-88, 76)], "#8d5f36")
    p.line("M84 -366A128 128 0 1 1 -92 -182", p.t("#c9a24e"), 12)
    p.line("M0 -118V-130", p.t("#8d5f36"), 20)
    clip = p.c.clip('<circle cx="0" cy="-252" r="110"/>')
    p.disc(0, -252, 110, p.ball("#4f97c4"))
    p.c.add(f'<g clip-path="{clip}">')
    land = p.t("#8fae5a")
    p.path("M-70 -340q50 -26 84 -4q10 22 -12 34q-34 6 -30 40q-20 30 -40 4q-30 -20 -46 -50Z", land)
    p.path("M-20 -256q40 -10 54 20q4 40 -24 88q-22 -10 -26 -46q-20 -30 -4 -62Z", land)
    p.path("M50 -330q50 -10 80 30v80q-30 14 -40 -20q-30 -14 -26 -44q-24 -22 -14 -46Z", land)
    p.path("M66 -206q30 -6 40 16q-14 26 -36 10Z", land)
    p.disc(0, -252, 112, p.c.radial([(0, "#ffffff", 0.25), (0.45, "#ffffff", 0), (0.75, p.h.shade, 0.1), (1, p.h.shade, 0.5)], cx=0.66, cy=0.3, r=0.74))  # fmt: skip
    p.c.add("</g>")
    for x, y in ((84, -366), (-92, -182)):
        p.disc(x * 0.96, y + 2, 11, p.ball("#c9a24e"))


def receipt(p: Pen) -> None:
    """A laptop with the books in order, a phone reading a receipt, coins."""
    p.shadow(-20, 420)
    _screen(p, -188, 268, 300)
    x, y = -160, -286
    p.rect(x, y, 214, 30, p.t(p.a), 5)
    for i in range(4):
        row = y + 48 + 34 * i
        p.disc(x + 14, row + 8, 10, p.t((p.a, p.b, "#e3b45f", p.a)[i]))
        p.rect(x + 36, row, 96, 8, p.t("#b9c0c8"), 4)
        p.rect(x + 36, row + 14, 60, 6, p.t("#d9dee2"), 3)
        p.rect(x + 166, row + 3, 48, 12, p.t(p.deep), 5)
    p.path("M44 -6V-212l14 -14l14 14l14 -14l14 14l14 -14l14 14V-6q-40 12 -84 0Z", p.flat(_PAPER))
    for i, w in enumerate((52, 40, 56, 34)):
        p.rect(60, -186 + 26 * i, w, 7, p.t("#a99a82"), 3)
    p.rect(60, -72, 56, 13, p.t(p.deep), 3)
    p.c.add('<g transform="translate(160 0) rotate(6)">')
    p.rect(-48, -212, 96, 208, p.t("#22252e"), 16)
    p.rect(-41, -202, 82, 186, p.flat("#fdfdfb"), 10)
    p.path("M-24 -184h48v96l-8 8l-8 -8l-8 8l-8 -8l-8 8l-8 -8Z", p.t("#eee4cf"))
    for i in range(3):
        p.rect(-14, -170 + 20 * i, 28, 6, p.t("#a99a82"), 3)
    p.line("M-36 -172v-22h20M36 -172v-22h-20M-36 -96v22h20M36 -96v22h-20", p.t(p.a), 5)
    p.disc(0, -46, 17, p.t(p.a))
    p.upright(0)
    p.line("M-7 -46l5 6l10 -12", "#ffffff", 4.5)
    p.c.add("</g>")
    p.c.add("</g>")
    for k in range(4):
        p.turned([(-18 - 13 * k, 28), (-8 - 13 * k, 29), (-6 - 13 * k, 28)], "#e3b13f", 8, p.lift("#f0cb6a", 0.2))


def _screen(p: Pen, x: float, w: float, tall: float) -> None:
    p.rect(x, -tall - 10, w, tall - 18, p.flat("#3c4250"), 14)
    p.rect(x + 12, -tall + 2, w - 24, tall - 44, p.flat("#fbfcfb"), 5)
    p.path(f"M{x - 30} -8L{x} -30H{x + w}L{x + w + 30} -8Z", p.lift("#b9c2cc", 0.2))
    p.path(f"M{x + 14} -26H{x + w - 14}l12 8H{x + 2}Z", p.t("#7d8792"))
    p.rect(x - 30, -9, w + 60, 11, p.flat("#98a2ae"), 5)


def laptop(p: Pen) -> None:
    """A laptop at work, a cup and a phone beside it."""
    p.shadow(0, 430)
    _screen(p, -176, 320, 330)
    p.rect(-164, -328, 296, 26, p.t(p.a), 5)
    for i in range(3):
        p.disc(-148 + 18 * i, -315, 5, "#ffffff", 0.9)
    p.rect(-150, -286, 66, 172, p.t("#e9edf0"), 6)
    for i in range(5):
        p.rect(-140, -272 + 28 * i, 46, 9, p.t(p.a if i == 1 else "#c3cad1"), 4)
    p.upright(22)
    p.path("M-68 -150L-30 -190L6 -170L52 -226L112 -252V-130H-68Z", p.t(p.b), 0.35)
    p.line("M-68 -150L-30 -190L6 -170L52 -226L112 -252", p.t(p.b), 7)
    p.c.add("</g>")
    for i in range(4):
        p.rect(-66 + 46 * i, -112, 36, 44, p.t((p.a, "#e3b45f", p.b, "#d9dee2")[i]), 6)
    p.turned([(-96, 38), (-92, 40), (-8, 36), (0, 32)], p.a, 182, p.t("#5d3a24"))
    p.line("M218 -74q26 2 20 26t-26 14", p.t(p.a, 0.1), 10)


def phone(p: Pen) -> None:
    """A phone on its stand, showing an app."""
    p.shadow(0, 260)
    p.path("M-96 0L-60 -120H70L104 0Z", p.t("#6d7682", 0.2))
    p.rect(-106, -12, 216, 14, p.flat("#98a2ae"), 6)
    p.c.add('<g transform="rotate(4)">')
    p.rect(-96, -398, 192, 384, p.t("#22252e"), 30)
    p.rect(-84, -384, 168, 356, p.flat("#fbfcfb"), 20)
    p.path("M-84 -364q0 -20 20 -20H64q20 0 20 20V-262H-84Z", p.c.linear([(0, p.lift(p.a, 0.2)), (1, p.t(p.a))], x2=1))
    p.disc(0, -318, 34, "#ffffff", 0.92)
    p.upright(0)
    p.line("M-14 -318l10 12l20 -24", p.t(p.a), 9)
    p.c.add("</g>")
    for i in range(4):
        y = -240 + 48 * i
        p.rect(-68, y, 36, 36, p.t((p.b, "#e3b45f", p.a, p.b)[i]), 10)
        p.rect(-20, y + 6, 82, 9, p.t("#b9c0c8"), 4)
        p.rect(-20, y + 22, 54, 7, p.t("#d9dee2"), 3)
    p.rect(-30, -378, 60, 12, p.t("#22252e"), 6)
    p.path("M60 -384h4q20 0 20 20v240L-10 -28h-20Z", "#ffffff", 0.1)
    p.c.add("</g>")


def scales(p: Pen) -> None:
    """Brass scales and a book of law."""
    p.shadow(0, 400)
    p.turned([(-386, 4), (-376, 12), (-362, 8), (-340, 9), (-120, 13), (-70, 20), (-44, 74), (-30, 92), (0, 92)], "#c79a3e")  # fmt: skip
    p.line("M-156 -318Q0 -362 156 -318", p.t("#c79a3e"), 12)
    p.disc(0, -346, 17, p.ball("#e0b85c"))
    for x in (-156, 156):
        p.line(f"M{x} -316L{x - 54} -176M{x} -316L{x + 54} -176", p.t("#a27a2a"), 4)
        p.path(f"M{x - 66} -178H{x + 66}Q{x + 50} -128 {x} -128T{x - 66} -178Z", p.cyl("#d6aa4a"))
        p.oval(x, -178, 66, 9, p.lift("#e6c272", 0.2))
    p.box(-190, 0, 190, 54, 16, p.a)
    p.rect(-170, -40, 160, 8, p.lift(p.a, 0.5), 4, 0.7)


def ticket(p: Pen) -> None:
    """Two tickets and a tub of popcorn."""
    p.shadow(0, 360)
    for turn, tone, x in ((-16, p.b, -84), (8, p.a, -40)):
        p.c.add(f'<g transform="translate({x} -6) rotate({turn})">')
        p.path("M-72 -260H72V-174a16 16 0 0 0 0 32V0H-72V-142a16 16 0 0 0 0 -32Z", p.flat(tone))
        p.line("M-52 -158h104", p.lift(p.light, 0.2), 4, 0.7)
        p.rect(-48, -236, 96, 14, p.lift(p.light, 0.2), 5, 0.9)
        p.path("M0 -112l14 28l30 4l-22 22l6 30l-28 -14l-28 14l6 -30l-22 -22l30 -4Z", p.lift(p.light, 0.2), 0.9)
        p.c.add("</g>")
    for i, (x, y) in enumerate(((46, -252), (86, -276), (130, -280), (172, -252), (64, -292), (112, -310), (152, -296), (108, -258))):  # fmt: skip
        p.disc(x, y, 27, p.ball("#fbeec4" if i % 2 else "#f4dc94"))
        p.disc(x + 12, y - 10, 13, p.ball("#fff8e2"))
    p.path("M16 -250H204L180 -6Q110 10 40 -6Z", p.cyl("#fbf5e8"))
    for i in range(4):
        t0, t1 = 16 + 188 * (i * 2 + 0.3) / 8, 16 + 188 * (i * 2 + 1.3) / 8
        b0, b1 = 40 + 140 * (i * 2 + 0.3) / 8, 40 + 140 * (i * 2 + 1.3) / 8
        p.path(f"M{t0:.1f} -250H{t1:.1f}L{b1:.1f} -3H{b0:.1f}Z", p.t(p.a, 0.05), 0.92)
