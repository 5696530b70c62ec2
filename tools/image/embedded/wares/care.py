"""Wares of body and mind: teeth, medicine, glasses, creams, scissors, weights."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"


def tooth(p: Pen) -> None:
    """A tooth, and brushes in a glass."""
    p.shadow(-20, 380)
    p.path("M-180 -250C-190 -330 -110 -340 -70 -312C-30 -340 60 -330 46 -240C40 -190 20 -150 10 -90C4 -40 -4 -6 -24 -6C-50 -6 -40 -100 -68 -100S-84 -6 -112 -6C-132 -6 -138 -46 -144 -90C-152 -150 -174 -190 -180 -250Z", p.ball("#fbf8f2"))  # fmt: skip
    p.path("M-6 -306q40 14 34 66q-6 22 -18 18q8 -50 -16 -84Z", "#ffffff", 0.9)
    p.line("M-132 -292q30 -20 62 6", p.t("#cfd8de"), 5, 0.9)
    for x, top, tone, turn in ((100, -330, p.a, -6), (140, -312, p.b, 10)):
        p.c.add(f'<g transform="rotate({turn} 120 0)">')
        p.rect(x - 8, top + 60, 16, -top - 90, p.cyl(tone), 8)
        p.rect(x - 9, top, 18, 76, p.cyl(tone), 8)
        p.rect(x - 30, top + 6, 24, 60, p.flat("#ffffff"), 4)
        p.line(f"M{x - 28} {top + 22}h20M{x - 28} {top + 38}h20M{x - 28} {top + 54}h20", p.t("#9fc4d6"), 3)
        p.c.add("</g>")
    p.turned([(-170, 64), (-170, 64), (-8, 56), (0, 52)], p.c.linear([(0, "#bcd6de", 0.75), (0.7, "#eaf5f8", 0.6), (1, "#d3e6ec", 0.75)], x2=1, y2=0), 120)  # fmt: skip
    p.gloss(158, -146, 9, 112, 0.8)
    for x, y, tall in ((76, -250, 24), (-196, -330, 18)):
        p.path(f"M{x} {y - tall}q4 {tall * 0.8} {tall * 0.9} {tall}q{-tall * 0.8} 4 {-tall * 0.9} {tall}q-4 {-tall * 0.8} {-tall * 0.9} {-tall}q{tall * 0.8} -4 {tall * 0.9} {-tall}Z", "#ffffff", 0.9)  # fmt: skip


def medic(p: Pen) -> None:
    """A doctor's bag, the stethoscope hung over it."""
    p.shadow(0, 400)
    p.line("M-60 -250C-60 -330 60 -330 60 -250", p.t("#5d3a24"), 18)
    p.path("M-180 -16L-160 -190Q-150 -250 -90 -250H90Q150 -250 160 -190L180 -16Q180 0 164 0H-164Q-180 0 -180 -16Z", p.flat(p.a))  # fmt: skip
    p.path("M-166 -170Q0 -130 166 -170L160 -196Q0 -160 -160 -196Z", p.t(p.a, 0.34))
    p.rect(-50, -262, 100, 24, p.cyl("#d6aa4a"), 6)
    p.disc(0, -84, 52, p.t("#3f9a68"))
    p.path("M-13 -118h26v21h21v26h-21v21h-26v-21h-21v-26h21Z", "#ffffff")  # a red one on white is a protected sign
    p.line("M-110 -256C-150 -200 -140 -120 -96 -110S-40 -170 -60 -246", p.t("#33363f"), 11)
    p.line("M-98 -110V-70", p.t("#33363f"), 11)
    p.disc(-98, -50, 26, p.ball(_STEEL))
    p.disc(-98, -50, 13, p.lift(_STEEL, 0.5))


def pills(p: Pen) -> None:
    """A bottle and a box of medicine, tablets before them."""
    p.shadow(0, 370)
    p.rect(-10, -300, 180, 296, p.flat("#f6f8f7"), 6)
    p.rect(-10, -300, 180, 74, p.t(p.b), 6)
    p.path("M64 -200h36v36h36v36h-36v36h-36v-36h-36v-36h36Z", p.t("#3f9a68"))
    p.rect(20, -54, 120, 9, p.t("#b9c0c8"), 4)
    p.rect(20, -36, 80, 8, p.t("#d9dee2"), 4)
    p.turned([(-248, 82), (-240, 90), (-210, 98), (-12, 98), (0, 90)], "#c9782c", -86)
    p.turned([(-300, 76), (-294, 80), (-254, 80), (-248, 76)], "#f4f4f2", -86, p.t("#ffffff"))
    for i in range(7):
        p.rect(-156 + 22 * i, -294, 5, 40, p.t("#cfd4d8"), 2, 0.7)
    p.rect(-170, -188, 168, 128, p.flat("#fdfaf2"), 6)
    p.rect(-170, -168, 168, 14, p.t(p.a))
    p.path("M-100 -138h26v22h22v26h-22v22h-26v-22h-22v-26h22Z", p.t("#3f9a68"))
    p.gloss(-4, -196, 8, 150, 0.5)
    for x, tone in ((-30, p.a), (18, p.b)):
        p.rect(x - 26, -18, 54, 24, p.c.linear([(0, p.t("#ffffff")), (0.5, p.t("#ffffff")), (0.5, p.t(tone)), (1, p.t(tone))], x2=1, y2=0), 12)  # fmt: skip
    p.oval(74, -2, 20, 10, p.ball("#ffffff"))


def drop(p: Pen) -> None:
    """A drop of blood with a heart, on a small stand."""
    p.shadow(0, 280)
    p.turned([(-40, 70), (-30, 76), (-14, 96), (0, 100)], p.light, top=p.t(p.light, 0.2))
    p.path("M0 -396C70 -280 126 -216 126 -146A126 122 0 0 1 -126 -146C-126 -216 -70 -280 0 -396Z", p.ball("#c9202f"))
    p.path("M70 -210q36 50 10 106q-14 18 -24 6q26 -46 0 -98q0 -22 14 -14Z", "#ffffff", 0.5)
    p.path(
        "M-8 -88C-70 -124 -78 -186 -40 -190Q-16 -190 -8 -166Q0 -190 24 -190C62 -186 54 -124 -8 -88Z", "#ffffff", 0.94
    )


def glasses(p: Pen) -> None:
    """Spectacles on their case."""
    p.shadow(0, 400)
    p.path("M-180 -92Q-180 -104 -160 -104H160Q180 -104 180 -92V-30Q180 0 150 0H-150Q-180 0 -180 -30Z", p.flat(p.b))
    p.rect(-180, -62, 360, 7, p.t(p.b, 0.4))
    p.rect(-24, -78, 48, 26, p.cyl("#d6aa4a"), 6)
    for x in (-96, 96):
        p.line(f"M{x * 1.78:.0f} -226L{x * 1.4:.0f} -290", p.t(p.a, 0.3), 13)
        p.path(f"M{x - 76} -232Q{x - 74} -104 {x} -104T{x + 76} -232Q{x} -250 {x - 76} -232Z", p.c.linear([(0, "#eaf5f8", 0.85), (1, "#a8cfe0", 0.6)], x1=1, x2=0))  # fmt: skip
        p.path(f"M{x + 14} -238L{x + 52} -236L{x - 6} -112L{x - 34} -120Z", "#ffffff", 0.55)
        p.line(f"M{x - 76} -232Q{x - 74} -104 {x} -104T{x + 76} -232Q{x} -250 {x - 76} -232Z", p.t(p.a), 17)
    p.line("M-22 -210Q0 -236 22 -210", p.t(p.a), 15)


def cream(p: Pen) -> None:
    """A pump bottle, a pot of cream and a sprig."""
    p.shadow(0, 350)
    for dx, dy in ((60, -150), (96, -96), (16, -180), (120, -40)):
        p.leaf(60, -60, dx, dy, p.t("#6d9a6a"), 0.28)
    p.line("M-76 -300V-352H-150", p.t("#3c3f49"), 17)
    p.rect(-100, -316, 50, 44, p.cyl("#3c3f49"), 5)
    p.turned([(-276, 62), (-266, 76), (-240, 80), (-10, 80), (0, 72)], p.a, -76)
    p.rect(-132, -200, 112, 120, p.flat("#fdf8ee"), 4)
    p.leaf(-76, -116, 0, -66, p.t("#6d9a6a"), 0.5)
    p.rect(-108, -104, 64, 6, p.t("#b9a98c"), 3)
    p.gloss(-14, -244, 9, 200, 0.5)
    p.shadow(86, 190, 4)
    p.turned([(-86, 84), (-82, 88), (-14, 88), (0, 78)], p.light, 88)
    p.turned([(-126, 84), (-120, 90), (-88, 90), (-84, 86)], p.b, 88, p.lift(p.b, 0.35))
    p.rect(34, -64, 96, 30, p.t(p.b), 4, 0.8)


def barber(p: Pen) -> None:
    """Scissors and combs in a jar, a bottle and a brush."""
    p.shadow(0, 360)
    for x, turn in ((-96, -8), (-50, 8)):
        p.c.add(f'<g transform="rotate({turn} {x} -150)">')
        p.path(f"M{x - 7} -150L{x - 9} -240H{x + 9}L{x + 7} -150Z", p.lift(_STEEL, 0.2))
        p.line(f"M{x} -276m-26 0a26 30 0 1 1 52 0a26 30 0 1 1 -52 0", p.t(p.a), 13)
        p.c.add("</g>")
    p.rect(-30, -330, 34, 190, p.flat(p.b), 5)
    for i in range(13):
        p.line(f"M4 {-322 + 14 * i}h16", p.t(p.b), 5)
    p.turned([(-216, 92), (-210, 96), (-196, 90), (-16, 90), (0, 82)], p.c.linear([(0, "#6fa8c9", 0.72), (0.7, "#b5ddf0", 0.6), (1, "#86bcd8", 0.72)], x2=1, y2=0), -60)  # fmt: skip
    p.rect(-146, -224, 172, 16, p.cyl(_STEEL), 8)
    p.gloss(8, -188, 9, 150, 0.7)
    p.turned([(-260, 14), (-226, 16), (-200, 46), (-170, 50), (-10, 50), (0, 44)], p.a, 92)
    p.rect(80, -300, 24, 44, p.cyl("#3c3f49"), 4)
    p.rect(52, -150, 80, 84, p.flat("#fdf8ee"), 3)
    p.path("M82 -132l10 10l10 -10v24l-10 10l-10 -10Z", p.t(p.b))
    p.path("M150 -60q-6 -70 22 -76t24 76Z", p.cyl("#e6d3b0"))
    p.turned([(-62, 26), (-50, 20), (-20, 26), (0, 24)], "#5d3a24", 172)


def weights(p: Pen) -> None:
    """A kettlebell, dumbbells and a rolled mat."""
    p.shadow(0, 400)
    p.rect(-196, -350, 88, 346, p.cyl(p.b), 26)
    p.oval(-152, -346, 44, 14, p.t(p.b, 0.3))
    p.line("M-152 -346m-26 0a26 8 0 1 1 52 0M-152 -346m-12 0a12 4 0 1 1 24 0", p.lift(p.b, 0.4), 4)
    p.rect(-198, -250, 92, 16, p.t(p.a))
    p.rect(-198, -110, 92, 16, p.t(p.a))
    p.line("M-30 -190C-50 -330 110 -330 90 -190", p.t("#33363f"), 34)
    p.disc(30, -110, 112, p.ball("#3c4250"))
    p.path("M-50 -6h160l-10 6h-140Z", p.t("#2b2f39"))
    p.disc(30, -112, 48, p.t(p.a))
    p.disc(30, -112, 32, p.lift(p.light, 0.1), 0.92)
    p.shadow(110, 220, 8)
    p.rect(40, -42, 150, 22, p.cyl(_STEEL), 8)
    for x, r in ((26, 44), (50, 54), (166, 54), (190, 44)):
        p.rect(x - 13, -30 - r, 26, r * 2 - 18, p.cyl(p.a if r > 50 else "#3c4250"), 8)


def mat(p: Pen) -> None:
    """A rolled mat, a cork block and a bottle."""
    p.shadow(-10, 390)
    p.rect(-170, -128, 300, 122, p.c.linear([(0, p.lift(p.a, 0.35)), (0.4, p.t(p.a)), (1, p.t(p.a, 0.4))]), 14)
    for x in (-110, 50):
        p.rect(x, -130, 26, 126, p.t(p.b))
    p.oval(130, -67, 34, 61, p.t(p.a, 0.1))
    for r in (50, 38, 26, 14):
        p.line(f"M130 {-67 - r}a{r * 0.56} {r} 0 1 1 -1 0", p.lift(p.a, 0.4), 4, 0.8)
    p.box(-150, -128, 150, 84, 18, "#c9955f")
    for x, y in ((-120, -190), (-70, -160), (-40, -196), (-100, -150), (-20, -150)):
        p.disc(x, y, 4, p.t("#8d6038"))
    p.turned([(-286, 22), (-262, 24), (-262, 24), (-230, 42), (-150, 46), (-132, 44)], p.b, 66)
    p.turned([(-312, 20), (-306, 24), (-286, 24)], "#3c3f49", 66, p.t("#5d6672"))
    p.gloss(92, -226, 7, 80, 0.5)
