"""Wares of travel, sport and play: bicycle, suitcase, rucksack, ball, telescope, chess, camera, music."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"


def bicycle(p: Pen) -> None:
    """A town bicycle with a basket."""
    p.shadow(0, 430)
    for x in (-122, 122):
        p.c.add(f'<circle cx="{x}" cy="-84" r="78" fill="none" stroke="{p.t("#2b2d36")}" stroke-width="12"/>')
        p.c.add(f'<circle cx="{x}" cy="-84" r="68" fill="none" stroke="{p.lift(_STEEL, 0.2)}" stroke-width="4"/>')
        for k in range(8):
            p.c.add(f'<path d="M{x} -16V-152" stroke="{p.t(_STEEL)}" stroke-width="1.6" transform="rotate({22.5 * k} {x} -84)"/>')  # fmt: skip
        p.disc(x, -84, 10, p.t("#6d7682"))
    p.line("M-122 -84L-64 -214M-64 -214L-20 -78M-20 -78L-122 -84M-64 -196L92 -206M-20 -78L96 -222M96 -232L122 -84", p.t(p.a), 13)  # fmt: skip
    p.line("M-60 -206L90 -216", p.lift(p.a, 0.4), 3, 0.7)
    p.line("M-64 -214L-72 -248", p.t(_STEEL, 0.1), 9)
    p.path("M-122 -262Q-70 -276 -28 -258Q-34 -240 -70 -244T-122 -262Z", p.t("#5d3a24"))
    p.line("M96 -232L90 -286Q60 -300 40 -282", p.t(_STEEL, 0.1), 9)
    p.line("M40 -282l-16 6", p.t("#5d3a24"), 14)
    p.path("M108 -268H206L192 -196H116Z", p.cyl("#b98450"))
    for y in (-252, -234, -214):
        p.line(f"M112 {y}q46 8 90 0", p.t("#8d6038"), 4)
    for x, y, tone in ((130, -282, p.b), (160, -292, "#f2c14e"), (186, -280, p.b)):
        p.disc(x, y, 16, p.ball(tone))
    p.disc(-20, -78, 26, p.t("#6d7682"))
    p.disc(-20, -78, 15, p.t("#33363f"))
    p.line("M-20 -78L8 -34M-2 -34h28", p.t("#33363f"), 9)
    p.line("M-120 -96Q-70 -110 -20 -104M-122 -70Q-70 -52 -20 -54", p.t("#4a4d57"), 4)
    p.line("M-206 -92A86 86 0 0 1 -96 -166", p.t(p.b), 8)
    p.line("M-40 -74L-58 -4", p.t(_STEEL, 0.2), 7)


def suitcase(p: Pen) -> None:
    """A suitcase with labels, a straw hat on it."""
    p.shadow(0, 400)
    p.line("M-50 -262V-292Q-50 -308 -34 -308H34Q50 -308 50 -292V-262", p.t("#5d3a24"), 17)
    p.rect(-180, -264, 360, 258, p.flat(p.a), 28)
    for x in (-126, 92):
        p.rect(x, -264, 34, 258, p.flat("#8d5730"))
        p.rect(x - 2, -216, 38, 26, p.cyl("#d6aa4a"), 4)
    for x in (-180, 144):
        for y in (-264, -42):
            p.rect(x, y, 36, 36, p.t(p.a, 0.35), 10)
    p.disc(-26, -176, 34, p.t("#fbf5e8"))
    p.path("M-46 -166l20 -30l14 18l8 -8l10 20Z", p.t(p.b))
    p.c.add('<g transform="rotate(-8 30 -96)">')
    p.rect(-16, -132, 86, 58, p.t(p.b), 5)
    p.rect(-8, -124, 70, 42, p.t("#fbf5e8"), 3)
    p.disc(27, -103, 13, p.t("#f2a33c"))
    p.c.add("</g>")
    for x in (-140, 140):
        p.disc(x, -6, 13, p.t("#33363f"))
    p.oval(96, -270, 112, 20, p.flat("#e6c686"))
    p.path("M34 -276Q40 -346 96 -346T158 -276Q96 -256 34 -276Z", p.cyl("#efd59a"))
    p.path("M35 -288Q96 -266 157 -288L158 -272Q96 -252 34 -272Z", p.t(p.b))


def rucksack(p: Pen) -> None:
    """A rucksack with its mat, boots beside it."""
    p.shadow(-20, 420)
    p.rect(-176, -392, 230, 62, p.c.linear([(0, p.lift(p.b, 0.3)), (1, p.t(p.b, 0.35))]), 31)
    p.oval(52, -361, 14, 30, p.t(p.b, 0.25))
    p.path("M-170 -20V-240Q-170 -350 -62 -350T46 -240V-20Q46 0 26 0H-150Q-170 0 -170 -20Z", p.flat(p.a))
    p.path("M-164 -262Q-160 -356 -62 -356T40 -262Q-62 -196 -164 -262Z", p.t(p.a, 0.2))
    for x in (-116, -22):
        p.rect(x, -300, 18, 130, p.t("#8d5730"))
        p.rect(x - 4, -208, 26, 22, p.cyl("#d6aa4a"), 4)
    p.rect(-142, -136, 160, 112, p.flat(p.a), 16)
    p.rect(-142, -136, 160, 34, p.t(p.a, 0.28), 14)
    for x in (-190, 34):
        p.rect(x, -150, 36, 120, p.cyl(p.a), 14)
    for x, y in ((78, 0), (120, 8)):
        p.path(f"M{x - 30} {y - 150}h58v70q40 6 58 34q6 20 4 34H{x - 30}Z", p.flat("#a8713f"))
        p.rect(x - 36, y - 14, 128, 16, p.t("#33363f"), 5)
        p.rect(x - 34, y - 158, 66, 20, p.t("#5d3a24"), 8)
        for k in range(4):
            p.line(f"M{x + 6 + 5 * k} {y - 128 + 20 * k}l26 -8", p.t("#f2c14e"), 4.5)


def ball(p: Pen) -> None:
    """A football, a whistle and cones."""
    p.shadow(-20, 330)
    for x, k in ((150, 1.0), (-176, 0.7)):
        p.path(f"M{x - 46 * k} -10L{x - 10 * k} {-120 * k}h{20 * k}L{x + 46 * k} -10Z", p.cyl(p.a))
        p.path(f"M{x - 30 * k} {-58 * k}h{60 * k}l{-8 * k} {-24 * k}h{-44 * k}Z", p.lift(p.light, 0.2))
        p.rect(x - 62 * k, -14, 124 * k, 14, p.flat(p.a), 5)
    p.disc(-24, -150, 150, p.ball("#fbfaf6"))
    clip = p.c.clip('<circle cx="-24" cy="-150" r="150"/>')
    p.c.add(f'<g clip-path="{clip}" fill="{p.t("#2b2d36")}">')
    p.c.add('<path d="M-24 -214l58 42l-22 68h-72l-22 -68Z"/>')
    for k in range(5):
        p.c.add(f'<path d="M-24 -322l44 30l-14 32h-60l-14 -32Z" transform="rotate({72 * k} -24 -150)"/>')
    p.c.add("</g>")
    for k in range(5):
        p.c.add(f'<path d="M-24 -214V-262" stroke="{p.t("#8a8d94")}" stroke-width="4" transform="rotate({72 * k} -24 -150)"/>')  # fmt: skip
        p.c.add(f'<path d="M6 -262L58 -230" stroke="{p.t("#8a8d94")}" stroke-width="4" transform="rotate({72 * k} -24 -150)"/>')  # fmt: skip
    p.disc(-24, -150, 150, p.c.radial([(0, "#ffffff", 0.25), (0.5, "#ffffff", 0), (0.8, p.h.shade, 0.16), (1, p.h.shade, 0.46)], cx=0.66, cy=0.3, r=0.74))  # fmt: skip


def racket(p: Pen) -> None:
    """A racket leaning on a bag, balls before it."""
    p.shadow(0, 390)
    p.rect(-190, -130, 330, 128, p.c.linear([(0, p.lift(p.b, 0.3)), (0.5, p.t(p.b)), (1, p.t(p.b, 0.4))]), 56)
    p.line("M-120 -126C-100 -210 50 -210 70 -126", p.t("#33363f"), 13)
    p.rect(-40, -128, 30, 124, p.t(p.a))
    p.c.add('<g transform="translate(60 -6) rotate(-14)">')
    p.rect(-11, -130, 22, 128, p.cyl("#33363f"), 9)
    p.line("M-34 -218L0 -128L34 -218", p.t(p.a), 13)
    for i in range(7):
        p.line(f"M{-60 + 20 * i} {-392 + abs(3 - i) * 16}V{-216 - abs(3 - i) * 12}", "#ffffff", 2.4, 0.8)
        p.line(f"M{-76 + abs(3 - i) * 8} {-372 + 22 * i}H{76 - abs(3 - i) * 8}", "#ffffff", 2.4, 0.8)
    p.c.add(f'<ellipse cx="0" cy="-302" rx="82" ry="98" fill="none" stroke="{p.t(p.a)}" stroke-width="16"/>')
    p.c.add("</g>")
    for x, y in ((150, 0), (110, 6)):
        p.disc(x, y - 34, 34, p.ball("#d3e04a"))
        p.line(f"M{x - 30} {y - 44}q26 14 34 42", "#ffffff", 4.5, 0.9)


def telescope(p: Pen) -> None:
    """A telescope on its tripod."""
    p.shadow(0, 340)
    for d in ("M-10 -206L-130 0", "M-10 -206L104 0", "M-10 -206L-14 -10"):
        p.line(d, p.t("#8d5f36"), 15)
    p.disc(-10, -210, 24, p.ball("#3c3f49"))
    p.c.add('<g transform="translate(-10 -236) rotate(-32)">')
    tube = p.c.linear([(0, p.lift(p.a, 0.45)), (0.35, p.t(p.a)), (1, p.t(p.a, 0.45))])
    p.rect(-150, -26, 110, 52, p.c.linear([(0, p.lift("#3c4250", 0.25)), (1, p.t("#3c4250", 0.3))]), 5)
    p.rect(-196, -18, 54, 36, p.t("#2b2f39"), 7)
    p.rect(-60, -38, 190, 76, tube, 5)
    p.rect(122, -48, 66, 96, tube, 6)
    p.oval(188, 0, 13, 48, p.c.linear([(0, "#d7eefa"), (1, p.t("#4f7fa8"))]))
    for x in (-60, 112):
        p.rect(x, -41, 13, 82, p.c.linear([(0, p.lift("#d6aa4a", 0.4)), (1, p.t("#d6aa4a", 0.3))]), 3)
    p.rect(-40, -66, 96, 20, p.t("#2b2f39"), 9)
    p.c.add("</g>")


def chess(p: Pen) -> None:
    """King, knight and pawn on the edge of a board."""
    p.shadow(0, 430)
    p.path("M-200 -4L-160 -44H160L200 -4Z", p.t("#5d3a24"))
    for row in range(2):
        for i in range(8):
            y0, y1 = -44 + 20 * row, -24 + 20 * row
            a0, a1 = 160 + 20 * row, 180 + 20 * row
            x = [(-1 + 2 * (i + e) / 8) for e in (0, 1)]
            p.path(f"M{x[0] * a0:.1f} {y0}H{x[1] * a0:.1f}L{x[1] * a1:.1f} {y1}H{x[0] * a1:.1f}Z", p.t("#f0dcb4" if (i + row) % 2 else "#8d5f36"))  # fmt: skip
    p.rect(-200, -4, 400, 16, p.flat("#6d4526"), 3)
    base = [(-60, 34), (-34, 56), (-20, 64), (-14, 64)]
    p.turned([(-310, 20), (-304, 44), (-290, 30), (-270, 26), (-130, 30), *base], "#f3e2c0", -90)
    p.line("M-90 -368v54M-108 -348h36", p.t("#f3e2c0"), 13)
    p.turned([(-150, 26), (-100, 30), *base], p.b, 30)
    p.path("M-16 -150C-30 -220 0 -290 56 -300L66 -322L76 -296C104 -270 106 -220 96 -150Z", p.cyl(p.b))
    p.path("M56 -300C20 -292 -20 -250 -34 -226Q-40 -206 -18 -204L26 -226Q60 -214 40 -176L70 -150L96 -150C110 -240 90 -290 56 -300Z", p.cyl(p.b))  # fmt: skip
    p.line("M64 -296Q104 -250 96 -168", p.t(p.b, 0.4), 9, 0.8)
    p.line("M58 -276l22 -8M70 -250l22 -4M76 -222l20 0M78 -194l18 2", p.t(p.b, 0.4), 5, 0.8)
    p.line("M-26 -216q14 4 22 -6", p.t(p.deep), 4)
    p.disc(26, -266, 7, p.t(p.deep))
    p.turned([(-128, 24), (-120, 30), (-100, 20), (-70, 24), (-34, 42), (-20, 50), (-12, 50)], p.a, 138)
    p.disc(138, -146, 34, p.ball(p.a))


def dice(p: Pen) -> None:
    """Dice, pawns and a box of games."""
    p.shadow(0, 400)
    p.box(-180, -6, 360, 96, 24, p.a)
    p.rect(-150, -84, 180, 58, p.lift(p.a, 0.4), 6, 0.5)
    p.box(-120, -102, 250, 64, 20, p.b)
    p.rect(-96, -152, 200, 34, p.lift(p.b, 0.4), 6, 0.5)
    for x, y, k, tone in ((-60, -166, 1.0, "#fbf5e8"), (86, -4, 0.9, "#d8432f")):
        p.c.add(f'<g transform="translate({x} {y}) scale({k})">')
        p.path("M-60 -116L0 -144L60 -116L0 -86Z", p.lift(tone, 0.5))
        p.path("M-60 -116L0 -86V0L-60 -32Z", p.t(tone, 0.2))
        p.path("M60 -116L0 -86V0L60 -32Z", p.t(tone))
        ink = p.t("#2b2d36" if tone == "#fbf5e8" else "#ffffff")
        p.oval(0, -115, 13, 7, ink)
        for dx, dy in ((-45, -84), (-30, -58), (-15, -32)):
            p.oval(dx, dy, 7, 9, ink)
        for dx, dy in ((18, -66), (44, -74), (18, -30), (44, -40)):
            p.oval(dx, dy, 7, 9, ink)
        p.c.add("</g>")
    for x, tone in ((40, "#f2c14e"), (-150, p.b), (170, "#4f8a5c")):
        y = -166 if x == 40 else 4
        p.turned([(y - 66, 10), (y - 40, 16), (y - 8, 30), (y, 30)], tone, x)
        p.disc(x, y - 80, 22, p.ball(tone))


def camera(p: Pen) -> None:
    """A camera with its strap, prints beside it."""
    p.shadow(0, 400)
    p.line("M-160 -220C-230 -120 -210 -10 -120 -4", p.t("#8d5730"), 13)
    for turn, tone, x in ((-10, p.b, 126), (8, p.a, 156)):
        p.c.add(f'<g transform="translate({x} 0) rotate({turn})">')
        p.rect(-48, -150, 96, 148, p.flat("#fdfaf2"), 4)
        p.rect(-38, -140, 76, 92, p.t(tone), 2)
        p.path("M-38 -80l24 -28l22 20l16 -14l14 16v38h-76Z", p.t(p.deep), 0.45)
        p.c.add("</g>")
    p.path("M-80 -262L-56 -312H48L72 -262Z", p.flat("#d9dee2"))
    p.rect(-182, -268, 350, 262, p.flat("#33363f"), 26)
    p.rect(-182, -268, 350, 64, p.flat("#d9dee2"), 26)
    p.rect(-182, -226, 350, 24, p.flat("#d9dee2"))
    p.rect(-150, -290, 62, 26, p.cyl("#9aa3ad"), 6)
    p.rect(104, -286, 44, 22, p.cyl(p.a), 8)
    p.disc(-8, -118, 106, p.ball("#5d6672"))
    p.disc(-8, -118, 88, p.t("#1d1f27"))
    p.disc(-8, -118, 66, p.c.radial([(0, "#8fb7e0"), (0.45, p.t("#2f4f86")), (1, p.t("#12162a"))], cx=0.62, cy=0.36))
    p.oval(22, -148, 22, 15, "#ffffff", 0.75)
    p.disc(-34, -88, 8, "#ffffff", 0.35)
    p.rect(112, -186, 40, 26, p.lift("#f6e2a8", 0.2), 5)


def music(p: Pen) -> None:
    """A music stand with its score, a microphone beside it."""
    p.shadow(-40, 260)
    p.line("M-50 -180V-24M-50 -26L-120 0M-50 -26L24 0M-50 -26V2", p.t("#33363f"), 11)
    p.path("M-186 -186H86L104 -374H-204Z", p.flat("#3c4250"))
    p.path("M-50 -204Q-114 -222 -180 -206L-192 -368Q-118 -384 -50 -360Z", p.flat("#fbf5e8"))
    p.path("M-50 -204Q14 -222 80 -206L92 -368Q18 -384 -50 -360Z", p.lift("#fbf5e8", 0.5))
    p.upright(-50)
    for side in (-1, 1):
        for row in range(3):
            y = -350 + 46 * row
            for k in range(4):
                p.line(f"M{-50 + side * 14} {y + 7 * k}Q{-50 + side * 70} {y - 8 + 7 * k} {-50 + side * 124} {y + 1 + 7 * k}", p.t("#a99a82"), 1.8)  # fmt: skip
            for j in range(3):
                x = -50 + side * (34 + 32 * j)
                p.oval(x, y + 8 + (j * 5) % 14, 8, 6, p.t("#2b2d36"))
                p.line(f"M{x + 7} {y + 7 + (j * 5) % 14}v-26", p.t("#2b2d36"), 2.6)
    p.c.add("</g>")
    p.rect(-190, -198, 280, 18, p.flat("#2b2f39"), 5)
    p.shadow(150, 150)
    p.turned([(-16, 60), (-10, 64), (0, 60)], "#33363f", 150)
    p.rect(145, -300, 10, 286, p.cyl(_STEEL), 4)
    p.c.add('<g transform="translate(150 -304) rotate(-24)">')
    p.path("M-17 -10L-22 -70H22L17 -10Q0 4 -17 -10Z", p.cyl("#33363f"))
    p.rect(-25, -78, 50, 13, p.cyl(p.a), 4)
    p.disc(0, -104, 33, p.ball("#9aa3ad"))
    p.line("M-28 -118q28 14 56 0M-32 -102q32 14 64 0M-12 -134q-10 30 0 58M12 -134q10 30 0 58", p.t("#5d6672"), 2.5)
    p.c.add("</g>")


def microphone(p: Pen) -> None:
    """A studio microphone and headphones."""
    p.shadow(-30, 250)
    p.turned([(-20, 100), (-12, 106), (0, 100)], "#33363f", -40)
    p.rect(-47, -140, 14, 124, p.cyl(_STEEL), 5)
    p.line("M-126 -230C-126 -120 46 -120 46 -230", p.t("#5d6672"), 15)
    p.rect(-102, -392, 124, 232, p.cyl("#aeb6bf"), 62)
    for i in range(7):
        p.line(f"M-100 {-352 + 18 * i}H20", p.t("#6d7682"), 4, 0.8)
    p.rect(-106, -236, 132, 30, p.cyl(p.a), 6)
    p.gloss(-2, -360, 9, 110, 0.6)
    p.shadow(130, 170, 4)
    p.line("M72 -50C60 -200 200 -200 188 -50", p.t("#33363f"), 17)
    for x in (62, 158):
        p.rect(x, -98, 42, 98, p.cyl(p.a), 18)


def guitar(p: Pen) -> None:
    """A guitar on its stand."""
    p.shadow(0, 300)
    p.line("M-76 0L-30 -130M80 0L36 -130", p.t("#33363f"), 11)
    p.c.add('<g transform="rotate(7)">')
    p.rect(-17, -372, 34, 220, p.cyl("#6d4526"), 4)
    for i in range(7):
        p.line(f"M-16 {-352 + 26 * i}h32", p.lift(_STEEL, 0.3), 2.5)
    p.path("M-22 -398H22L18 -358H-18Z", p.flat("#4a2e1a"))
    for y in (-392, -376, -362):
        p.line(f"M-22 {y}h-10M22 {y}h10", p.lift(_STEEL, 0.3), 7)
    p.path("M0 -190C60 -208 86 -176 78 -142C72 -116 84 -104 100 -76C124 -28 74 -10 0 -10S-124 -28 -100 -76C-84 -104 -72 -116 -78 -142C-86 -176 -60 -208 0 -190Z", p.ball("#c98545"))  # fmt: skip
    p.line("M0 -190C60 -208 86 -176 78 -142C72 -116 84 -104 100 -76C124 -28 74 -10 0 -10S-124 -28 -100 -76C-84 -104 -72 -116 -78 -142C-86 -176 -60 -208 0 -190Z", p.t("#7a4a24"), 6)  # fmt: skip
    p.disc(0, -128, 33, p.t(p.a))
    p.disc(0, -128, 26, p.t("#2b1c12"))
    p.rect(-44, -56, 88, 15, p.t("#4a2e1a"), 4)
    for k in range(6):
        p.line(f"M{-12 + 4.8 * k:.1f} -370V-50", "#ffffff", 1.4, 0.7)
    p.c.add("</g>")


def headphones(p: Pen) -> None:
    """Headphones on their stand."""
    p.shadow(0, 260)
    p.turned([(-18, 90), (-10, 96), (0, 92)], "#8d5f36")
    p.rect(-13, -330, 26, 316, p.cyl("#a8713f"), 8)
    p.line("M-128 -150C-150 -430 150 -430 128 -150", p.t("#33363f"), 32)
    p.line("M-118 -190C-120 -384 120 -384 118 -190", p.t(p.a), 13)
    for x in (-1, 1):
        p.rect(x * 128 - 46, -224, 92, 150, p.cyl(p.a), 42)
        p.rect(x * 92 - 22, -214, 44, 130, p.cyl("#2b2d36"), 20)
    p.gloss(150, -196, 10, 90, 0.4)


def car(p: Pen) -> None:
    """A small car from the side."""
    p.shadow(0, 430)
    p.path("M-200 -60Q-206 -130 -150 -140L-110 -150L-60 -222Q-48 -238 -26 -238H70Q92 -238 104 -222L150 -150Q200 -144 202 -100V-60Q202 -44 186 -44H-184Q-200 -44 -200 -60Z", p.c.linear([(0, p.lift(p.a, 0.35)), (0.5, p.t(p.a)), (1, p.t(p.a, 0.3))]))  # fmt: skip
    p.path("M-84 -152L-46 -208Q-40 -216 -28 -216H8V-152Z", p.lift("#a8cfe0", 0.3))
    p.path("M24 -216H66Q80 -216 88 -206L124 -152H24Z", p.lift("#a8cfe0", 0.3))
    p.path("M52 -216h26l-34 64H20Z", "#ffffff", 0.4)
    p.line("M16 -146V-56M-96 -120H16M30 -120h30", p.t(p.a, 0.35), 4)
    p.rect(-206, -68, 410, 16, p.t("#3c4250"), 8)
    p.oval(190, -112, 14, 17, p.lift("#fff3cf", 0.4))
    p.rect(-204, -124, 14, 26, p.t("#d8432f"), 5)
    for x in (-116, 122):
        p.disc(x, -48, 50, p.t("#22252e"))
        p.disc(x, -48, 30, p.ball("#c3cad1"))
        p.disc(x, -48, 10, p.t("#5d6672"))


def solar(p: Pen) -> None:
    """A solar panel on its stand, a bulb alight beside it."""
    p.shadow(-20, 400)
    p.line("M-120 -90L-150 0M60 -90L90 0M-30 -60V0", p.t("#6d7682"), 11)
    p.path("M-200 -60L-130 -320H120L90 -60Z", p.lift(_STEEL, 0.3))
    p.path(
        "M-188 -70L-122 -310H108L80 -70Z", p.c.linear([(0, p.lift("#3f6fb5", 0.3)), (1, p.t("#1f3566"))], x1=1, x2=0)
    )
    for k in range(1, 4):
        t = k / 4
        p.line(f"M{-122 + 230 * t:.0f} -310L{-188 + 268 * t:.0f} -70M{-122 - 66 * t:.0f} {-310 + 240 * t:.0f}H{108 - 28 * t:.0f}", "#dfe9f4", 3.5, 0.8)  # fmt: skip
    p.path("M20 -310h50L-20 -70h-60Z", "#ffffff", 0.2)
    p.glow(146, -130, 130)
    p.path("M146 -206C210 -206 216 -130 176 -96L170 -64H122L116 -96C76 -130 82 -206 146 -206Z", p.c.radial([(0, "#fffdf0"), (0.6, "#ffe08a"), (1, "#f0b040")], cx=0.6, cy=0.4))  # fmt: skip
    p.line("M132 -70L130 -120l16 14l16 -14l-2 50", p.t("#b57f1e"), 4)
    p.rect(122, -66, 48, 50, p.cyl(_STEEL), 5)
    p.rect(132, -18, 28, 18, p.t("#33363f"), 5)
