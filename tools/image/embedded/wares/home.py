"""Wares of the house: plants, flowers, lamp, chair, house and keys, bucket, lantern, clock, gifts, toys."""

from __future__ import annotations

from .kit import Pen

_STEEL = "#aeb8c4"


def plant(p: Pen) -> None:
    """A plant in its pot."""
    p.shadow(0, 260)
    green = ("#3f8a5c", "#56a06a", "#2f7350")
    for i, (dx, dy) in enumerate(((-40, -230), (44, -246), (-120, -180), (124, -190), (-160, -90), (164, -100), (4, -270), (-84, -130), (90, -140))):  # fmt: skip
        p.leaf(dx * 0.08, -140, dx, dy * 0.92, p.t(green[i % 3], 0.06 if dx < 0 else 0.0), 0.3)
    p.turned([(-150, 92), (-142, 96), (-116, 96), (-116, 88), (-116, 88), (-10, 66), (0, 62)], p.a, top=p.t("#4a3324"))
    p.rect(-96, -122, 192, 8, p.h.shade, 0, 0.18)
    p.gloss(62, -104, 9, 70, 0.35)


def bouquet(p: Pen) -> None:
    """Flowers in a vase."""
    p.shadow(0, 230)
    heads = ((-96, -290, 46, p.a), (90, -296, 44, p.b), (0, -346, 52, "#f2c14e"), (-44, -238, 42, "#e7828f"), (56, -234, 42, p.a), (-130, -226, 32, "#f6ecd6"), (134, -230, 34, "#f6ecd6"))  # fmt: skip
    for x, y, _, _ in heads:
        p.line(f"M{x * 0.1} -120Q{x * 0.3} -200 {x} {y}", p.t("#4f8a48"), 6)
        p.leaf(x * 0.42, (y - 120) * 0.5, x * 0.5 + 12, -36, p.t("#56a06a"), 0.3)
    for x, y, r, tone in heads:
        for k in range(8):
            p.c.add(f'<ellipse cx="{x}" cy="{y - r * 0.56:.1f}" rx="{r * 0.27:.1f}" ry="{r * 0.5:.1f}" fill="{p.t(tone, 0.1 if k > 3 else 0.0)}" transform="rotate({k * 45 + 10} {x} {y})"/>')  # fmt: skip
        p.disc(x, y, r * 0.3, p.ball("#e3a02c" if tone != "#f2c14e" else "#8a5426"))
    p.turned([(-180, 52), (-170, 48), (-130, 56), (-70, 72), (-16, 60), (0, 52)], p.light, top=p.t("#6d8a78"))
    p.path("M-70 -92Q0 -66 71 -92L72 -64Q0 -40 -71 -64Z", p.cyl(p.b))
    p.gloss(40, -124, 8, 70, 0.6)


def lamp(p: Pen) -> None:
    """A table lamp, lit."""
    p.shadow(0, 260)
    p.glow(0, -280, 230)
    p.turned([(-210, 10), (-170, 12), (-140, 34), (-90, 58), (-40, 46), (-14, 30), (-10, 76), (0, 78)], p.b)
    p.gloss(28, -120, 9, 54, 0.5)
    shade = p.c.linear([(0, p.t(p.a, 0.2)), (0.5, p.lift("#ffe6b0", 0.3)), (1, p.t(p.a))], x2=1, y2=0)
    p.path("M-80 -386H80L146 -206Q0 -180 -146 -206Z", shade)
    p.oval(0, -386, 80, 10, p.lift("#fff3cf", 0.3))
    p.line("M-146 -206Q0 -180 146 -206", p.t(p.a, 0.2), 7)
    p.line("M96 -196v56", p.t("#c9a24e"), 3)
    p.disc(96, -136, 6, p.ball("#c9a24e"))


def chair(p: Pen) -> None:
    """An armchair with its cushion."""
    p.shadow(0, 400)
    for x in (-126, 112):
        p.path(f"M{x} -50h20l-6 50h-8Z", p.t("#7a4f2c"))
    p.path("M-128 -150V-330Q-128 -388 -70 -388H70Q128 -388 128 -330V-150Z", p.flat(p.a))
    for x in (-44, 44):
        for y in (-320, -260):
            p.disc(x, y, 7, p.t(p.a, 0.4))
    p.line("M-100 -360Q0 -376 100 -360", p.lift(p.a, 0.4), 5, 0.6)
    p.rect(-120, -176, 240, 62, p.c.linear([(0, p.lift(p.a, 0.35)), (1, p.t(p.a, 0.12))]), 22)
    p.rect(-132, -122, 264, 78, p.flat(p.a), 12)
    for x in (-182, 110):
        p.path(f"M{x} -56V-206q0 -36 36 -36t36 36V-56q0 16 -16 16h-40q-16 0 -16 -16Z", p.cyl(p.a))
        p.oval(x + 36, -208, 26, 26, p.lift(p.a, 0.22))
    p.c.add('<g transform="translate(20 -206) rotate(-10)">')
    p.rect(-54, -52, 108, 100, p.flat(p.b), 18)
    p.line("M-36 -34L36 30M36 -34L-36 30", p.lift(p.b, 0.4), 5, 0.7)
    p.c.add("</g>")


def house(p: Pen) -> None:
    """A small house, its keys before it."""
    p.shadow(-10, 400)
    p.rect(70, -352, 40, 110, p.flat("#a8593c"))
    p.rect(-140, -226, 270, 224, p.flat("#f6ecd9"))
    p.path("M-180 -220L-6 -370L170 -220L150 -200L-6 -330L-160 -200Z", p.flat(p.a))
    p.path("M-140 -218L-6 -330L130 -218Z", p.flat("#f6ecd9"))
    p.disc(-6, -250, 22, p.t(p.b))
    p.rect(-30, -130, 64, 128, p.flat(p.b), 5)
    p.disc(22, -64, 5, p.lift("#e3b45f", 0.3))
    for x in (-112, 60):
        p.rect(x, -164, 52, 62, p.t("#ffffff"), 3)
        p.rect(x + 5, -159, 42, 52, p.lift("#f6d58a" if p.h.dark else "#a8cfe0", 0.2), 2)
        p.line(f"M{x + 26} -162v58M{x + 2} -133h48", "#ffffff", 4)
    for x, r in ((-150, 26), (136, 28), (-120, 18)):
        p.disc(x, -r, r, p.ball("#5d9a58"))
    p.shadow(110, 150, 6)
    p.c.add('<g transform="translate(60 2)">')
    p.line("M40 -6a30 16 0 1 1 2 0", p.lift(_STEEL, 0.2), 7)
    p.line("M66 -12L150 -20M120 -18l4 12M138 -19l3 10", p.t("#d6aa4a"), 11)
    p.path("M10 -24l-46 -2v24h40Z", p.t(p.a))
    p.c.add("</g>")


def lock(p: Pen) -> None:
    """A padlock and its key."""
    p.shadow(-20, 320)
    p.line("M-96 -210V-290A76 76 0 0 1 56 -290V-210", p.c.linear([(0, p.t(_STEEL, 0.4)), (0.6, p.lift(_STEEL, 0.4)), (1, p.t(_STEEL, 0.2))], x2=1, y2=0), 32)  # fmt: skip
    p.rect(-140, -220, 240, 220, p.flat(p.a), 26)
    p.rect(-140, -196, 240, 12, p.lift(p.a, 0.4), 0, 0.5)
    p.disc(-20, -118, 28, p.t(p.deep))
    p.path("M-32 -106h24l10 62h-44Z", p.t(p.deep))
    p.shadow(150, 130, 4)
    p.line("M134 -190V-14M136 -54h34M136 -22h26", p.t("#d6aa4a"), 18)
    p.line("M134 -192m-44 -40a44 44 0 1 1 88 0a44 44 0 1 1 -88 0", p.t("#d6aa4a"), 22)


def bucket(p: Pen) -> None:
    """A bucket of suds, a spray bottle and a brush."""
    p.shadow(0, 390)
    p.line("M-160 -170C-170 -330 50 -330 46 -170", p.t("#6d7682"), 8)
    for x, y, r in ((-120, -186, 34), (-76, -206, 42), (-20, -210, 40), (20, -190, 32), (-50, -240, 28), (-100, -230, 20)):  # fmt: skip
        p.disc(
            x, y, r, p.c.radial([(0, "#ffffff", 0.95), (0.7, "#eef7fa", 0.95), (1, "#cfe6ee", 0.95)], cx=0.64, cy=0.3)
        )
    p.turned([(-180, 106), (-176, 110), (-160, 110), (-160, 104), (-160, 104), (-4, 82), (0, 78)], p.b, -56)
    p.gloss(16, -140, 10, 96, 0.4)
    p.path("M76 -176Q60 -150 60 -120V-12Q60 0 74 0H166Q180 0 180 -12V-120Q180 -150 150 -176Z", p.cyl(p.a))
    p.rect(72, -116, 96, 66, p.flat("#fbf5e8"), 8)
    p.path("M120 -104q26 32 0 44q-26 -12 0 -44Z", p.t(p.b))
    p.rect(86, -204, 54, 32, p.cyl("#3c3f49"), 4)
    p.path("M60 -262H146Q164 -262 164 -240V-204H84V-232H60Z", p.flat("#fbf5e8"))
    p.path("M74 -232q-10 30 -4 54h14q-6 -28 6 -54Z", p.t("#3c3f49"))
    for x, y in ((34, -256), (14, -272), (16, -242)):
        p.disc(x, y, 5, "#ffffff", 0.85)


def lantern(p: Pen) -> None:
    """A camping lantern, alight."""
    p.shadow(0, 250)
    p.glow(0, -190, 260)
    p.line("M-84 -300C-80 -400 80 -400 84 -300", p.t(p.deep, 0.0), 13)
    p.turned([(-312, 70), (-300, 104), (-276, 106), (-262, 96)], p.deep, top=p.lift(p.deep, 0.16))
    p.rect(-86, -264, 172, 180, p.c.linear([(0, "#e08a2e"), (0.5, "#fff3cf"), (1, "#f0a848")], x2=1, y2=0), 8)
    p.rect(-10, -236, 20, 130, "#fffdf2", 10)
    for x in (-72, -44, 36, 64):
        p.rect(x, -262, 8, 178, p.t(p.deep), 2, 0.4)
    p.turned([(-92, 102), (-84, 108), (-16, 108), (-10, 118), (0, 118)], p.deep)
    p.rect(-30, -58, 60, 16, p.t(p.a), 8)
    p.gloss(70, -240, 8, 130, 0.5)


def clock(p: Pen) -> None:
    """A clock with bells on its feet."""
    p.shadow(0, 300)
    for x in (-1, 1):
        p.line(f"M{x * 66} -50L{x * 104} -4", p.t(p.deep), 18)
        p.path(f"M{x * 132} -282Q{x * 128} -350 {x * 62} -352Q{x * 40} -350 {x * 30} -336Z", p.flat(p.b))
    p.line("M0 -330v-40", p.t(p.deep), 12)
    p.disc(0, -176, 152, p.ball(p.a))
    p.disc(0, -176, 122, p.t("#fffaf0"))
    for k in range(12):
        p.c.add(f'<rect x="-4" y="-288" width="8" height="{26 if k % 3 == 0 else 14}" rx="3" fill="{p.t("#4a4650")}" transform="rotate({30 * k} 0 -176)"/>')  # fmt: skip
    p.line("M0 -176V-262", p.t(p.deep), 10)
    p.line("M0 -176L56 -146", p.t(p.deep), 12)
    p.disc(0, -176, 12, p.t(p.a))
    p.path("M40 -290a122 122 0 0 1 76 76q-30 -50 -76 -76Z", "#ffffff", 0.7)


def gift(p: Pen) -> None:
    """Two presents with bows."""
    p.shadow(0, 380)
    for x, w, tall, tone, band in ((-160, 220, 220, p.a, p.light), (40, 140, 130, p.b, "#f2c14e")):
        p.rect(x, -tall, w, tall, p.flat(tone), 4)
        p.rect(x + w * 0.42, -tall, w * 0.16, tall, p.lift(band, 0.1))
        p.rect(x - 10, -tall - 30, w + 20, 46, p.flat(tone), 6)
        p.rect(x - 10, -tall + 14, w + 20, 8, p.h.shade, 0, 0.2)
        p.rect(x + w * 0.42, -tall - 30, w * 0.16, 46, p.lift(band, 0.2))
        mid, k = x + w / 2, w / 220
        for s in (-1, 1):
            p.path(f"M{mid} {-tall - 30}C{mid + s * 40 * k} {-tall - 120 * k - 20} {mid + s * 120 * k} {-tall - 100 * k - 20} {mid + s * 90 * k} {-tall - 46}Q{mid + s * 50 * k} {-tall - 26} {mid} {-tall - 30}Z", p.t(band, 0.12 if s < 0 else 0.0))  # fmt: skip
        p.disc(mid, -tall - 40, 17 * k + 4, p.ball(band))


def toys(p: Pen) -> None:
    """Building blocks, a ball and a bear's head peeping over."""
    p.shadow(0, 400)
    fur = "#b9814a"
    for x in (-64, 44):
        p.disc(x - 6, -322, 34, p.ball(fur))
        p.disc(x - 6, -320, 17, p.t("#e6c295"))
    p.rect(-100, -220, 180, 150, p.ball(fur), 60)
    p.disc(-12, -256, 86, p.ball(fur))
    p.oval(-10, -230, 42, 34, p.t("#f0d5ac"))
    p.oval(-10, -246, 14, 10, p.t("#3a2a1c"))
    for x in (-44, 24):
        p.disc(x, -272, 9, p.t("#3a2a1c"))
    p.line("M-10 -236v14q-12 12 -22 4M-10 -222q12 12 22 4", p.t("#3a2a1c"), 4)
    for x, y, tone in ((-176, 0, p.a), (-60, 0, "#f2c14e"), (56, 0, p.b), (-120, -116, p.b)):
        p.rect(x, y - 112, 112, 112, p.flat(tone), 10)
        p.rect(x + 14, y - 98, 84, 84, p.lift(tone, 0.3), 8, 0.55)
    p.path("M-120 -90l40 62h-80Z", p.t(p.a, 0.1))
    p.disc(-4, -56, 28, p.t("#d9573f"))
    p.path("M112 -88l9 20l22 2l-16 15l5 22l-20 -11l-20 11l5 -22l-16 -15l22 -2Z", p.lift(p.light, 0.2))
    p.rect(-90, -196, 52, 52, p.t("#f2c14e"), 8)
    p.disc(164, -38, 40, p.ball("#d9573f"))
    p.line("M126 -48q36 26 76 8", p.lift("#ffffff", 0.1), 9, 0.9)
