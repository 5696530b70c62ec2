"""Wares of the kitchen: knives with their stone, jars, pots, bowls, bottles, cups."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"


def knife(p: Pen) -> None:
    """Three knives on a stand, the whetstone before them."""
    p.shadow(0, 380)
    wood = "#9c6a40"
    p.box(-150, -14, 300, 22, 22, wood)
    p.rect(-142, -352, 284, 320, p.flat(wood), 10)
    for y in (-310, -250, -150, -90):
        p.line(f"M-136 {y}q90 -14 150 4t122 -8", p.t(wood, 0.3), 2, 0.6)
    for x, w, top in ((-88, 34, -338), (4, 44, -372), (92, 27, -310)):
        p.path(f"M{x - w + 7} -150L{x - w + 9} {top + 70}Q{x - 4} {top + 26} {x + w * 0.5} {top}L{x + w * 0.55} -150Z", p.h.shade, 0.25)  # fmt: skip
        p.path(f"M{x - w} -156L{x - w} {top + 70}Q{x - w * 0.7} {top + 22} {x + w * 0.46} {top}L{x + w * 0.5} -156Z", p.c.linear([(0, p.lift(_STEEL, 0.65)), (0.32, p.lift(_STEEL, 0.35)), (0.36, p.t(_STEEL, 0.04)), (1, p.t(_STEEL, 0.3))], x2=1, y2=0))  # fmt: skip
        p.rect(x - w * 0.56, -160, w * 1.1, 16, p.cyl("#6d7682"), 3)
        p.rect(x - w * 0.48, -146, w * 0.94, 112, p.cyl("#33303a" if w != 44 else p.a), 10)
        for y in (-124, -92, -60):
            p.disc(x, y, 4.5, p.lift(_STEEL, 0.4))
    p.rect(-164, -46, 328, 46, p.flat("#7d5434"), 4)
    p.box(-146, -40, 292, 34, 20, "#c9b79c", "#e3d5bd")
    p.rect(-146, -58, 292, 18, p.flat("#7f8ea0"))
    p.line("M-104 -80q60 -7 108 0M40 -78q30 -5 60 0", "#ffffff", 4, 0.7)


def jar(p: Pen) -> None:
    """Jars of preserve, an orange cut open beside them."""
    p.shadow(-30, 330)
    _jar(p, 92, -26, 0.78, "#8e2f3f", p.b)
    _jar(p, -62, 0, 1.0, "#e58a1f", p.a)
    p.shadow(120, 120, 4)
    p.disc(134, -46, 48, p.ball("#ef8b22"))
    p.oval(92, -34, 44, 44, p.t("#f2a33c"))
    p.oval(92, -34, 39, 39, p.t("#fdeecb"))
    for i in range(8):
        p.c.add(f'<path d="M92 -37l-11 -24q11 -9 22 0Z" fill="{p.t("#f5a02e")}" transform="rotate({i * 45} 92 -34)"/>')


def _jar(p: Pen, x: float, y: float, k: float, fruit: str, cloth: str) -> None:
    p.c.add(f'<g transform="translate({x} {y}) scale({k})">')
    p.turned([(-252, 84), (-236, 90), (-214, 112), (-190, 118), (-60, 118), (-18, 114), (0, 102)], fruit)
    p.turned([(-252, 84), (-236, 90), (-216, 110), (-216, 110), (-206, 114)], p.t("#eef3f2"))
    for dx, dy in ((-70, -60), (-84, -170), (60, -36), (92, -150), (-20, -30), (84, -84)):
        p.disc(dx, dy, 13, p.lift(fruit, 0.35), 0.45)
    p.rect(-80, -168, 166, 112, p.flat("#fbf3e2"), 8)
    p.rect(-80, -148, 166, 10, p.t(cloth))
    p.rect(-80, -84, 166, 10, p.t(cloth))
    p.disc(3, -112, 20, p.t(fruit, 0.05))
    p.leaf(8, -130, 26, -10, p.t("#5d8a44"))
    p.gloss(92, -196, 9, 150, 0.55)
    p.gloss(-106, -180, 6, 120, 0.28)
    p.path("M-96 -262C-122 -240 -124 -222 -132 -204Q-104 -190 -80 -204Q-44 -186 0 -202Q46 -186 84 -204Q110 -190 134 -206C124 -226 122 -244 98 -262Z", p.cyl(cloth))  # fmt: skip
    p.turned([(-296, 84), (-288, 94), (-264, 96)], cloth, top=p.lift(cloth, 0.3))
    for dx in (-72, -30, 14, 58):
        p.line(f"M{dx} -262q{dx * 0.14:.0f} 30 {dx * 0.3:.0f} 58", p.lift(cloth, 0.6), 7, 0.55)
    p.line("M-97 -258Q0 -238 98 -258", p.t("#e9d9b0"), 7)
    p.line("M20 -248q-24 28 -34 6q14 -14 34 -6q26 26 34 4q-14 -14 -34 -4", p.t("#e9d9b0"), 6)
    p.c.add("</g>")


def pot(p: Pen) -> None:
    """A pot on the boil, a wooden spoon in it, the greens beside."""
    p.shadow(0, 370)
    p.steam(10, -250, 140)
    p.line("M60 -190L150 -330", p.t("#b98049"), 18)
    p.oval(156, -340, 22, 32, p.t("#c98f56"))
    for side in (-1, 1):
        p.line(f"M{side * 138} -150h{side * 36}q14 0 14 16t-14 16h{-side * 30}", p.t("#3c3f49"), 15)
    p.turned([(-196, 142), (-190, 148), (-190, 148), (-60, 148), (-16, 140), (0, 116)], p.a, top=p.t(p.a, 0.45))
    p.oval(0, -194, 128, 19, p.t("#c4542e"))
    for x, y, r in ((-60, -196, 15), (-10, -190, 18), (40, -199, 14), (80, -193, 12)):
        p.oval(x, y, r, r * 0.5, p.t(("#e9a23b", "#7da34b", "#f2d9a0", "#e9a23b")[int(x) % 4]))
    p.gloss(104, -166, 12, 112, 0.4)
    p.disc(-150, -24, 28, p.ball("#d8432f"))
    p.disc(-186, -18, 21, p.ball("#d8432f"))
    for dx, dy in ((-16, -10), (10, -14), (18, -2)):
        p.leaf(-150, -50, dx, dy, p.t("#4f8a48"))
    p.oval(150, -20, 34, 24, p.ball("#f0e4cf"))
    p.path("M150 -42q-4 -22 6 -34q4 14 0 34Z", p.t("#e6d6b6"))


def bowl(p: Pen) -> None:
    """A bowl of noodles with its sticks, steaming."""
    p.shadow(0, 380)
    p.steam(-20, -230, 150)
    p.oval(0, -190, 176, 40, p.t(p.a, 0.4))
    p.oval(0, -186, 164, 34, p.t("#d99a45"))
    for i in range(9):
        x = -120 + 26 * i
        p.line(f"M{x} -190q16 -22 34 -4t30 6", p.t("#f6dd9a", 0.05 * (i % 3)), 9)
    p.oval(-84, -196, 40, 20, p.t("#fff4e0"))
    p.oval(-84, -197, 20, 10, p.t("#f0a030"))
    for x in (40, 74, 106):
        p.oval(x, -200 + abs(x - 74) * 0.1, 24, 17, p.ball("#f3e3cd"))
    for dx, dy in ((-30, -14), (24, -18), (-4, -26), (34, -4)):
        p.leaf(6, -196, dx, dy, p.t("#4f9a52"))
    for k in (0, 1):
        p.line(f"M{-20 + 22 * k} -200L{130 + 30 * k} -372", p.t("#7a3f2a", 0.1 * k), 9)
    p.path("M-180 -188Q0 -120 180 -188C174 -96 120 -30 74 -16H-74C-120 -30 -174 -96 -180 -188Z", p.cyl(p.a))
    p.line("M-170 -158Q0 -92 170 -158", p.lift(p.light, 0.2), 9, 0.9)
    p.line("M-158 -132Q0 -66 158 -132", p.lift(p.light, 0.2), 4, 0.7)
    p.turned([(-22, 74), (-10, 78), (0, 74)], p.a)
    p.gloss(128, -150, 11, 62, 0.35)


def cloche(p: Pen) -> None:
    """A covered dish, knife and fork beside it."""
    p.shadow(0, 400)
    p.turned([(-26, 186), (-12, 180), (0, 120)], "#e8e4dc", top=p.t("#f6f2ea"))
    p.turned([(-196, 10), (-192, 60), (-160, 118), (-100, 148), (-34, 154), (-28, 156)], "#b9c2cc")
    p.path("M60 -178q66 40 76 132q-12 6 -26 7q0 -90 -50 -139Z", "#ffffff", 0.45)
    p.line("M-148 -52Q0 -26 148 -52", p.t(p.a), 10)
    p.disc(0, -208, 19, p.ball(p.a))
    p.shadow(172, 90, 6)
    p.turned([(-190, 16), (-176, 26), (-150, 20), (-120, 30), (-90, 24), (-40, 34), (-8, 38), (0, 36)], "#6d4526", 172)
    p.disc(172, -200, 14, p.ball("#c79a3e"))
    p.turned([(-26, 40), (-10, 44), (0, 40)], "#fbf5e8", -168, p.t("#fbf5e8", 0.1))
    p.disc(-168, -44, 26, p.ball("#f2c73c"))
    for dx, dy in ((-22, -12), (20, -16)):
        p.leaf(-168, -62, dx, dy, p.t("#4f8a48"))


def wine(p: Pen) -> None:
    """A bottle and a glass of red, grapes before them."""
    p.shadow(-40, 210)
    p.turned([(-396, 22), (-390, 25), (-300, 25), (-262, 40), (-232, 62), (-200, 68), (-16, 68), (0, 60)], "#2c4a3a", -60)  # fmt: skip
    p.turned([(-398, 25), (-330, 27), (-326, 27)], p.a, -60, p.lift(p.a, 0.2))
    p.rect(-122, -184, 124, 124, p.flat("#f6ecd6"), 3)
    p.rect(-122, -168, 124, 8, p.t(p.a))
    p.disc(-60, -116, 24, p.t(p.b))
    p.rect(-94, -80, 68, 6, p.t(p.deep), 3)
    p.gloss(-8, -214, 8, 40, 0.5)
    p.shadow(106, 130)
    p.turned([(-16, 4), (-10, 14), (-2, 50), (0, 52)], p.t("#dfe8ea"), 108)
    p.rect(103, -130, 10, 122, p.cyl("#dfe8ea"), 4)
    p.turned([(-284, 46), (-240, 64), (-190, 66), (-150, 44), (-126, 6)], p.t("#e9f1f2"), 108)
    p.turned([(-214, 66), (-190, 65), (-150, 42), (-130, 8)], "#7d1f36", 108, p.t("#9c3049"))
    p.gloss(150, -262, 7, 90, 0.7)
    for i, (x, y) in enumerate(((-14, -14), (18, -16), (48, -14), (2, -38), (34, -40), (64, -34), (18, -60))):
        p.disc(x + 10, y, 18, p.ball("#5a2f63" if i % 3 else "#6d3a76"))
    p.leaf(34, -70, -44, -22, p.t("#5d8a44"), 0.5)


def juice(p: Pen) -> None:
    """A bottle of juice, a full glass, and the fruit."""
    p.shadow(0, 350)
    p.turned([(-372, 34), (-330, 36), (-330, 36), (-300, 44), (-262, 74), (-220, 80), (-18, 80), (0, 70)], "#f0972c", -70)  # fmt: skip
    p.turned([(-386, 38), (-380, 40), (-348, 40)], p.a, -70, p.lift(p.a, 0.3))
    p.rect(-132, -196, 124, 110, p.flat("#fdf6e6"), 8)
    p.disc(-70, -142, 30, p.t("#f0972c"))
    p.leaf(-66, -170, 34, -12, p.t("#5d9a48"))
    p.gloss(-8, -228, 10, 180, 0.5)
    p.turned([(-220, 62), (-220, 62), (0, 46)], p.t("#eef4f2"), 66)
    p.turned([(-184, 59), (-184, 59), (-2, 45)], "#f4a53a", 66, p.t("#f9c26a"))
    p.line("M74 -186L112 -282", p.t(p.b), 10)
    p.gloss(104, -170, 8, 120, 0.5)
    p.shadow(152, 110, 6)
    p.disc(152, -42, 46, p.ball("#ee8a25"))
    p.leaf(154, -86, 34, -18, p.t("#4f8a48"))


def beer(p: Pen) -> None:
    """A full mug, hops and barley beside it."""
    p.shadow(-10, 300)
    p.line("M96 -250q90 -14 90 80t-92 84", p.lift("#e8d9b0", 0.3), 30)
    p.line("M96 -250q90 -14 90 80t-92 84", p.t("#d7b66a", 0.1), 12)
    p.turned([(-300, 108), (-300, 108), (-20, 116), (-20, 116), (0, 110)], "#e3a02c", -10)
    for x in (-84, -34, 18, 68):
        p.rect(x - 8, -262, 22, 226, "#fff3cf", 10, 0.28)
    p.turned([(-26, 118), (-8, 122), (0, 116)], "#c9cfd2", -10)
    for x, y, r in ((-104, -306, 34), (-56, -330, 44), (4, -336, 46), (60, -326, 42), (92, -302, 32), (-20, -306, 60), (44, -300, 50)):  # fmt: skip
        p.disc(x, y, r, p.ball("#fff6e2"))
    p.path("M-96 -300H86v26q-10 24 -22 2q-10 -14 -24 2q-10 46 -26 4q-10 -16 -26 0q-16 20 -28 -2q-14 -12 -26 4q-16 20 -34 -8Z", p.t("#fff6e2", 0.06))  # fmt: skip
    for k in range(3):
        p.line(f"M{-190 + 18 * k} -4q{6 + 6 * k} -80 {-14 + 22 * k} -150", p.t("#c79a3e"), 4)
        for j in range(6):
            for d in (-1, 1):
                p.leaf(-178 + 20 * k - 2 * j + j * k * 2.4, -94 - 14 * j, d * 14, -24, p.t("#dcb455", 0.06 * (j % 2)), 0.34)  # fmt: skip


def cup(p: Pen) -> None:
    """A cup of coffee on its saucer, beans beside it."""
    p.shadow(0, 400)
    p.steam(-10, -236, 130)
    p.turned([(-26, 176), (-14, 172), (0, 96)], "#f4ecdf", top=p.t("#fbf5ea"))
    p.oval(0, -24, 96, 15, p.t("#d9cdb9"))
    p.line("M116 -168q92 -16 82 54t-110 62", p.t("#f4ecdf", 0.12), 26)
    p.turned([(-212, 140), (-206, 142), (-150, 138), (-80, 112), (-36, 70), (-26, 64)], "#f7efe2", top=p.t("#fffaf0"))
    p.oval(0, -212, 127, 20, p.t("#5d3a24"))
    p.oval(0, -210, 110, 16, p.t("#8a5a36"))
    p.path("M0 -200q-40 -8 -22 -16q16 -2 22 4q8 -8 24 -2q14 8 -24 14Z", p.t("#f3e2c4"))
    p.path("M-141 -176Q0 -130 141 -176L136 -140Q0 -96 -136 -140Z", p.cyl(p.a))
    for x, y, r in ((-176, -12, 24), (-206, -8, 20), (176, -10, 22)):
        p.oval(x, y, r, r * 0.6, p.ball("#6b4227"))
        p.line(f"M{x - r * 0.7} {y}q{r * 0.7} {-r * 0.4} {r * 1.4} 0", p.t("#3d2415"), 3)


def tea(p: Pen) -> None:
    """A teapot and a small cup."""
    p.shadow(-20, 360)
    p.steam(140, -150, 100)
    p.line("M-112 -180q-104 -30 -92 56t116 54", p.t(p.a, 0.2), 22)
    p.path("M82 -150C130 -150 120 -214 172 -226L190 -206C160 -190 160 -80 82 -70Z", p.cyl(p.a))
    p.turned([(-214, 56), (-204, 86), (-150, 124), (-90, 126), (-30, 100), (0, 70)], p.a, -20)
    p.turned([(-250, 8), (-246, 30), (-226, 56), (-212, 64)], p.a, -20)
    p.disc(-20, -260, 17, p.ball(p.b))
    p.line("M-142 -116Q-20 -76 104 -116", p.lift(p.light, 0.2), 7, 0.8)
    for i in range(5):
        p.leaf(-62 + 22 * i, -60, 18, -26 if i % 2 else -14, p.lift(p.light, 0.2), 0.4)
    p.gloss(66, -170, 12, 70, 0.4)
    p.shadow(140, 120, 4)
    p.turned([(-98, 58), (-92, 60), (-50, 52), (-14, 30), (0, 28)], p.light, 142, p.t("#a9733a"))
    p.line("M88 -70Q142 -50 196 -70", p.t(p.a), 6)
