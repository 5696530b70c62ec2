"""Wares of makers: joiner's tools, paint, thread, wool, pots, candles, soap."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"
_WOOD = "#b37a45"


def toolbox(p: Pen) -> None:
    """A joiner's box: saw, hammer, chisel and spanner in it."""
    p.shadow(0, 420)
    p.path("M-178 -120L-150 -352L-86 -332L-60 -120Z", p.c.linear([(0, p.lift(_STEEL, 0.5)), (1, p.t(_STEEL, 0.2))], x2=1, y2=0))  # fmt: skip
    p.line("M-180 -130l8 -12l-6 -8l10 -12l-8 -10l12 -12l-8 -10l12 -12l-8 -10l12 -12l-8 -10l12 -12l-8 -10l12 -14", p.t(_STEEL, 0.3), 3)  # fmt: skip
    p.path("M-164 -340q-6 -52 40 -52t52 70l-28 4q-4 -36 -22 -36t-14 26Z", p.flat("#8d5730"))
    p.line("M12 -110V-330", p.t("#c98f52"), 24)
    p.path("M-36 -372H40q34 0 44 34l-22 -4q-8 -14 -22 -14H-36Z", p.flat("#737e8b"))
    p.rect(-44, -376, 34, 42, p.cyl("#737e8b"), 5)
    p.rect(88, -250, 22, 140, p.cyl(_STEEL), 3)
    p.rect(80, -338, 38, 96, p.cyl(p.b), 14)
    p.line("M156 -110L168 -250", p.t(_STEEL, 0.1), 20)
    p.path("M140 -300q-4 44 28 50t38 -42l-14 -6l-14 28l-20 -4l-2 -30Z", p.t(_STEEL))
    p.path("M-200 -140H200L188 -8Q188 0 176 0H-176Q-188 0 -188 -8Z", p.flat(_WOOD))
    for y in (-108, -64, -26):
        p.line(f"M-190 {y}q120 -12 200 2t180 -6", p.t(_WOOD, 0.3), 2.5, 0.6)
    p.rect(-206, -152, 412, 22, p.flat("#8d5f36"), 5)
    p.rect(-64, -98, 128, 58, p.t(p.a), 8)
    for x in (-44, 44):
        p.disc(x, -69, 6, p.lift(_STEEL, 0.3))


def paint(p: Pen) -> None:
    """A bucket of paint run over its edge, the roller leaning on it."""
    p.shadow(-30, 330)
    p.line("M-150 -216C-166 -384 66 -384 52 -216", p.t("#6d7682"), 7)
    p.turned([(-226, 104), (-226, 104), (0, 90)], "#d9dee2", -50, p.t("#8e98a2"))
    p.oval(-50, -222, 92, 14, p.lift(p.a, 0.1))
    p.path("M-154 -222Q-50 -190 54 -222V-184q-10 24 -20 0q-8 -16 -20 0V-120q-10 24 -22 0v-44q-10 -16 -24 0v84q-12 24 -24 0v-84q-10 -16 -22 0v30q-12 22 -24 0v-50q-8 -12 -18 0q-10 10 -20 -8Z", p.cyl(p.a))  # fmt: skip
    p.gloss(28, -172, 9, 120, 0.4)
    p.line("M150 -20L116 -178Q112 -198 132 -206L166 -220", p.t("#5d6672"), 9)
    p.rect(138, -92, 32, 96, p.cyl(p.b), 14)
    p.c.add('<g transform="translate(118 -248) rotate(-22)">')
    p.rect(-74, -34, 150, 66, p.c.linear([(0, p.lift(p.a, 0.35)), (0.45, p.t(p.a)), (1, p.t(p.a, 0.4))]), 30)
    p.oval(74, 0, 11, 32, p.t("#efe6d6"))
    p.disc(74, 0, 6, p.t("#6d7682"))
    p.c.add("</g>")


def easel(p: Pen) -> None:
    """A canvas on its easel, brushes in a jar, the palette beside."""
    p.shadow(-30, 300)
    for d in ("M-110 0L-40 -380", "M70 0L0 -380", "M-20 -20V-390"):
        p.line(d, p.t("#8d5f36"), 14)
    p.rect(-146, -340, 250, 230, p.flat("#fbf5e8"), 3)
    p.path("M-136 -220L-70 -282L-10 -216L40 -262L94 -210V-120H-136Z", p.t(p.b))
    p.path("M-136 -180Q-40 -214 94 -170V-120H-136Z", p.t(p.a))
    p.disc(46, -300, 20, p.t("#f2c14e"))
    p.rect(-162, -112, 282, 20, p.flat("#9a683b"), 4)
    p.shadow(140, 110, 4)
    for x, top, tone in ((116, -216, p.a), (136, -250, "#f2c14e"), (160, -226, p.b)):
        p.line(f"M{136 + (x - 136) * 0.4} -70L{x} {top + 30}", p.t("#c98f52"), 8)
        p.path(f"M{x - 10} {top + 34}Q{x - 12} {top + 8} {x} {top}Q{x + 12} {top + 10} {x + 10} {top + 34}Z", p.t(tone))
    p.turned([(-104, 44), (-104, 44), (-10, 42), (0, 38)], "#cfe0e4", 138, p.t("#b9cdd2"))
    p.gloss(164, -92, 8, 70, 0.7)
    p.oval(-150, -22, 60, 22, p.flat("#c79a63"))
    for x, y, tone in ((-184, -26, p.a), (-158, -34, "#f2c14e"), (-126, -30, p.b), (-176, -12, "#c4273a")):
        p.oval(x, y, 11, 6, p.t(tone))


def yarn(p: Pen) -> None:
    """Balls of wool in a basket, needles through them."""
    p.shadow(0, 380)
    p.line("M-30 -210L-130 -380M20 -210L140 -372", p.t("#c9a77a"), 9)
    for x, y in ((-130, -380), (140, -372)):
        p.disc(x, y, 11, p.ball(p.b))
    for x, y, r, tone in ((-80, -170, 84, p.a), (84, -166, 80, p.b), (0, -208, 78, "#efe0c4")):
        _skein(p, x, y, r, tone)
    p.path("M-176 -140H176L150 -14Q148 0 130 0H-130Q-148 0 -150 -14Z", p.cyl("#b98450"))
    for y in (-118, -90, -62, -34):
        d = "".join(f"M{-170 + 24 * i} {y}q12 -14 24 0t24 0" for i in range(0, 14, 2))
        p.line(d, p.t("#8d6038"), 7, 0.75)
    p.rect(-182, -154, 364, 24, p.cyl("#c9955f"), 12)
    p.line("M150 -160q40 60 24 120t20 38", p.t(p.b), 6)


def _skein(p: Pen, x: float, y: float, r: float, tone: str) -> None:
    p.disc(x, y, r, p.ball(tone))
    for i in range(5):
        k = (i - 2) * r * 0.3
        p.line(f"M{x - r * 0.72} {y + k * 0.6 - r * 0.4:.1f}Q{x} {y + k:.1f} {x + r * 0.72} {y + k * 0.6 + r * 0.3:.1f}", p.t(tone, 0.3), 4, 0.7)  # fmt: skip
    for i in range(3):
        p.line(f"M{x - r * 0.3 + i * r * 0.26:.1f} {y - r * 0.8:.1f}q{r * 0.5} {r * 0.5} {r * 0.24} {r * 1.1:.1f}", p.lift(tone, 0.3), 4, 0.6)  # fmt: skip


def sewing(p: Pen) -> None:
    """A sewing machine with cloth under its needle."""
    p.shadow(0, 420)
    p.box(-186, 0, 372, 46, 20, "#8d5f36")
    p.path("M-120 -46q-40 -10 -76 6q-14 20 10 40h40q36 -22 26 -46Z", p.flat(p.b))
    p.path("M-160 -62H170V-46H-160Z", p.t("#dfe3e6"))
    body = p.c.linear([(0, p.lift(p.a, 0.35)), (0.5, p.t(p.a)), (1, p.t(p.a, 0.35))])
    p.path("M-160 -300Q-160 -320 -140 -320H120Q166 -320 166 -270V-62H70V-190Q70 -222 40 -222H-90V-150H-160Z", body)
    p.rect(-140, -300, 250, 12, p.lift(p.light, 0.2), 6, 0.5)
    p.disc(182, -262, 42, p.ball("#3c3f49"))
    p.disc(182, -262, 17, p.lift(_STEEL, 0.3))
    p.rect(-134, -150, 18, 36, p.cyl(_STEEL), 3)
    p.line("M-125 -116V-54", p.lift(_STEEL, 0.4), 5)
    p.path("M-142 -66l34 0l-6 -16h-22Z", p.t(_STEEL))
    p.path("M-190 -62Q-60 -80 60 -62L40 -44Q-80 -56 -200 -40Z", p.flat(p.b))
    p.turned([(-376, 22), (-372, 26), (-366, 18), (-330, 18), (-322, 26), (-318, 24)], "#f2c14e", 20)
    p.line("M8 -350Q-80 -340 -110 -318", p.t("#f2c14e"), 2.5)
    for x in (96, 126):
        p.disc(x, -250, 9, p.lift(p.light, 0.2), 0.9)


def vase(p: Pen) -> None:
    """Thrown pots: a glazed vase, a bowl and a mug."""
    p.shadow(0, 400)
    p.turned([(-372, 40), (-360, 36), (-320, 40), (-260, 88), (-180, 112), (-90, 92), (-20, 60), (0, 58)], "#b9734a", -40, p.t("#5d3421"))  # fmt: skip
    p.path("M-80 -366Q-40 -356 0 -366Q4 -320 22 -300Q64 -250 70 -190q-8 40 -20 6q-10 -22 -22 0q-8 70 -24 4q-10 -26 -24 -2q-12 46 -26 2q-10 -22 -24 0q-12 34 -24 -4q-12 -24 -26 2q-16 30 -30 -4q4 -70 42 -110Q-84 -330 -80 -366Z", p.cyl(p.a))  # fmt: skip
    p.oval(-40, -370, 39, 6, p.t("#5d3421"))
    p.gloss(18, -260, 12, 64, 0.5)
    p.shadow(120, 170, 4)
    p.turned([(-104, 88), (-98, 90), (-60, 78), (-20, 42), (0, 40)], p.b, 118, p.t(p.b, 0.4))
    p.line("M32 -84Q118 -62 204 -84", p.t("#efe0c4"), 6, 0.8)
    p.turned([(-92, 44), (-92, 44), (-10, 44), (0, 38)], "#e9dcc4", -154, p.t("#c9b48f"))
    p.line("M-196 -72q-34 0 -30 26t36 20", p.t("#e9dcc4", 0.15), 12)


def candle(p: Pen) -> None:
    """Three candles burning."""
    p.shadow(0, 360)
    for x, tall, w, tone in ((-100, 230, 52, "#f6ecd6"), (10, 320, 56, p.a), (118, 160, 60, p.b)):
        p.glow(x, -tall - 44, 150)
        p.turned([(-tall, w), (-tall + 6, w + 1), (-10, w), (0, w - 4)], tone, x, p.lift(tone, 0.45))
        p.oval(x, -tall, w * 0.55, w * 0.08, p.t("#fff0c0"))
        p.path(f"M{x + w - 22} {-tall + 4}q10 0 12 34t-12 44t-12 -40Z", p.lift(tone, 0.3))
        p.line(f"M{x} {-tall}v-18", p.t("#3a2a1c"), 4)
        p.path(f"M{x} {-tall - 82}C{x + 30} {-tall - 48} {x + 22} {-tall - 12} {x} {-tall - 12}S{x - 28} {-tall - 46} {x} {-tall - 82}Z", "#ffb43c")  # fmt: skip
        p.path(f"M{x} {-tall - 56}C{x + 14} {-tall - 38} {x + 12} {-tall - 16} {x} {-tall - 16}S{x - 12} {-tall - 38} {x} {-tall - 56}Z", "#fff3c4")  # fmt: skip


def soap(p: Pen) -> None:
    """Bars of soap tied with string, lavender and a dish."""
    p.shadow(-10, 380)
    for i, tone in enumerate((p.b, "#f1e4cc", p.a)):
        x, y = (-150, -132, -146)[i], -6 - 86 * i
        p.box(x, y, 250, 70, 22, tone)
        p.rect(x + 34, y - 52, 182, 34, p.lift(tone, 0.25), 8, 0.45)
    p.line("M-28 -262V-10M-150 -142q130 8 260 0", p.t("#8d6f46"), 5)
    p.line("M-28 -274q-40 -34 -48 -6t48 6q40 -34 48 -6t-48 6", p.t("#8d6f46"), 6)
    for k in range(5):
        x = 132 + 14 * k
        p.line(f"M{150 + 4 * k} -4Q{x} -100 {x - 10 + 6 * k} -190", p.t("#6d8a52"), 4)
        for j in range(7):
            p.oval(x - 8 + 5 * k - (j % 2) * 8, -150 - 14 * j, 8, 9, p.t("#8a6fb5", 0.08 * (j % 3)))
    p.rect(130, -76, 66, 12, p.t("#8d6f46"), 6)
    for x, y, r in ((-176, -16, 18), (-196, -46, 11), (-170, -62, 8)):
        p.disc(x, y, r, p.c.radial([(0, "#ffffff", 0.1), (0.8, "#ffffff", 0.35), (1, "#ffffff", 0.9)]))
