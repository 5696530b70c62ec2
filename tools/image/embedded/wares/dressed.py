"""Wares to wear, and animals: dress, shirts, shoes, bag, ring, dog, cat."""

from __future__ import annotations

from .kit import Pen


def dress(p: Pen) -> None:
    """A dress on a form."""
    p.shadow(0, 230)
    p.line("M0 -80V-10M0 -14L-60 0M0 -14L60 0", p.t("#8d5f36"), 13)
    p.turned([(-398, 9), (-390, 16), (-376, 15), (-360, 20)], "#8d5f36")
    p.path("M-60 -346Q0 -372 60 -346L50 -300H-50Z", p.cyl("#e9d9bd"))
    p.path("M-62 -346L-28 -352Q0 -310 28 -352L62 -346Q58 -290 46 -250Q52 -236 54 -226Q120 -130 136 -64Q0 -28 -136 -64Q-120 -130 -54 -226Q-52 -236 -46 -250Q-58 -290 -62 -346Z", p.cyl(p.a))  # fmt: skip
    p.path("M-52 -240Q0 -226 52 -240L56 -218Q0 -204 -56 -218Z", p.t(p.b))
    for x, top in ((-70, -56), (-26, -47), (24, -46), (74, -56)):
        p.line(f"M{x * 0.3:.0f} -206Q{x * 0.7:.0f} -140 {x} {top}", p.t(p.a, 0.35), 4, 0.7)
    p.line("M40 -196Q84 -130 108 -72", p.lift(p.a, 0.5), 6, 0.6)


def shirts(p: Pen) -> None:
    """Shirts on a rail, a folded pile below."""
    p.shadow(0, 400)
    for x in (-176, 176):
        p.line(f"M{x} -388V-4M{x - 22} -2h44", p.t("#33363f"), 10)
    p.line("M-186 -386H186", p.t("#8d5f36"), 13)
    for x, tone in ((-104, p.b), (84, "#f1e4cc"), (-14, p.a)):
        p.c.add(f'<g transform="translate({x} 18) scale(0.74)">')
        p.line("M0 -498q-22 -2 -16 -28q18 -22 32 0q6 22 -16 30v18", p.t("#6d7682"), 6)
        p.path("M-92 -452L-34 -472Q0 -446 34 -472L92 -452L150 -380L108 -348L86 -372V-212H-86V-372L-108 -348L-150 -380Z", p.flat(tone))  # fmt: skip
        p.path("M-34 -472Q0 -446 34 -472L24 -478Q0 -464 -24 -478Z", p.t(tone, 0.4))
        p.line("M-86 -360q10 60 4 136M86 -360q-12 60 -6 136", p.t(tone, 0.3), 4, 0.7)
        p.c.add("</g>")
    p.disc(12, -296, 13, p.lift(p.light, 0.2), 0.9)
    for i, tone in enumerate((p.b, "#f1e4cc", p.a)):
        p.rect(-110 + 6 * (i % 2), -34 - 34 * i, 222 - 8 * i, 33, p.c.linear([(0, p.lift(tone, 0.2)), (1, p.t(tone, 0.28))]), 15)  # fmt: skip
        p.line(f"M-92 {-18 - 34 * i}H82", p.t(tone, 0.35), 3, 0.7)


def shoe(p: Pen) -> None:
    """A shoe on its box."""
    p.shadow(0, 420)
    p.box(-186, 0, 372, 110, 24, p.b)
    p.rect(-196, -124, 392, 36, p.flat(p.b), 4)
    p.rect(-196, -90, 392, 6, p.h.shade, 0, 0.25)
    p.disc(0, -46, 24, p.lift(p.b, 0.5), 0.8)
    p.c.add('<g transform="translate(0 -128)">')
    p.path("M-170 -26Q-176 -150 -156 -196Q-120 -176 -84 -196L-60 -206Q-10 -130 60 -104Q160 -92 176 -30Z", p.flat(p.a))
    p.path("M60 -104Q160 -92 176 -30H96Q100 -76 60 -104Z", p.t(p.a, 0.26))
    p.path("M-170 -26Q-176 -100 -164 -160Q-120 -130 -118 -26Z", p.t(p.a, 0.3))
    p.path("M-184 -30H182Q188 0 160 0H-160Q-186 0 -184 -30Z", p.c.linear([(0, p.lift("#f6f0e4", 0.3)), (1, p.t("#d9cfbc"))]))  # fmt: skip
    for k in range(4):
        p.line(f"M{-56 + 27 * k} {-176 + 24 * k}l34 -22", "#ffffff", 8, 0.95)
    p.path("M-100 -70Q-30 -40 70 -76Q-20 -90 -60 -130Q-70 -90 -100 -70Z", p.lift(p.light, 0.2), 0.92)
    p.path("M-156 -196Q-120 -176 -84 -196L-80 -184Q-120 -160 -158 -182Z", p.t(p.a, 0.45))
    p.c.add("</g>")


def slipper(p: Pen) -> None:
    """A pair of felt slippers, one behind the other."""
    p.shadow(0, 400)
    for x, y, extra in ((-34, -46, 0.3), (22, 0, 0.0)):
        p.c.add(f'<g transform="translate({x} {y})">')
        p.path("M-172 -26Q-176 0 -150 0H146Q180 0 178 -30Z", p.t("#5b4636", extra))
        p.path("M-170 -22C-186 -70 -180 -118 -150 -126C-96 -140 -60 -128 -22 -148C26 -172 92 -140 132 -104C166 -74 186 -50 178 -22Z", p.flat(p.a) if not extra else p.t(p.a, extra))  # fmt: skip
        p.oval(-88, -124, 72, 30, p.t("#efe2cc", extra + 0.1))
        p.oval(-90, -118, 54, 19, p.t(p.a, 0.55))
        for k in range(9):  # the woolly rim
            p.disc(
                -156 + 17 * k,
                -112 + (10 if 1 < k < 7 else 4 if k in (1, 7) else -6),
                13,
                p.t("#f6ecd8", extra + 0.05 * (k % 2)),
            )
        p.line("M40 -132C92 -112 136 -80 160 -46", p.lift(p.a, 0.35), 4, 0.7)
        p.line("M-164 -34H172", p.t("#f6ecd8", extra), 4, 0.8)
        p.path(
            "M74 -92c-10 -16 -34 -8 -28 10c4 14 22 22 34 30c6 -14 16 -30 12 -42c-4 -12 -16 -10 -18 2Z", p.t(p.b, extra)
        )
        p.c.add("</g>")


def bag(p: Pen) -> None:
    """A leather handbag."""
    p.shadow(0, 380)
    p.line("M-90 -220C-90 -400 90 -400 90 -220", p.t("#6d4526"), 19)
    p.path("M-170 -20L-146 -226Q-144 -240 -128 -240H128Q144 -240 146 -226L170 -20Q172 0 150 0H-150Q-172 0 -170 -20Z", p.flat(p.a))  # fmt: skip
    p.path("M-148 -226Q-144 -240 -128 -240H128Q144 -240 148 -226L152 -150Q80 -96 0 -96T-152 -150Z", p.t(p.a, 0.18))
    p.line("M-144 -156Q-76 -108 0 -108T144 -156", p.lift(p.a, 0.4), 3, 0.8)
    p.rect(-26, -124, 52, 46, p.cyl("#d6aa4a"), 9)
    p.disc(0, -100, 8, p.t("#8a6420"))
    p.line("M100 -96l20 60l16 -8l-20 -60", p.t(p.b), 9)


def ring(p: Pen) -> None:
    """A ring in its open box."""
    p.shadow(0, 330)
    p.path("M-140 -130L-120 -310Q-118 -330 -98 -330H98Q118 -330 120 -310L140 -130Z", p.flat(p.a))
    p.path("M-112 -140L-98 -300Q-96 -310 -86 -310H86Q96 -310 98 -300L112 -140Z", p.t("#f4ead8", 0.1))
    p.rect(-146, -140, 292, 136, p.flat(p.a), 12)
    p.path("M-130 -140L-112 -162H112L130 -140Z", p.t("#efe3cc"))
    p.c.add(f'<ellipse cx="0" cy="-182" rx="58" ry="60" fill="none" stroke="{p.c.linear([(0, p.t("#a8802c")), (0.6, "#f6dc90"), (1, p.t("#c79a3e"))], x2=1, y2=0)}" stroke-width="15"/>')  # fmt: skip
    p.path("M-146 -128H146V-140H-146Z", p.t(p.a, 0.2))
    p.rect(-60, -150, 120, 22, p.t("#efe3cc"), 6)
    p.path("M-40 -268L-22 -290H22L40 -268L0 -226Z", p.c.linear([(0, "#ffffff"), (1, p.t("#8fc4e6"))]))
    p.path("M-40 -268H40L0 -226ZM-14 -268L0 -226L14 -268L0 -290Z", "#ffffff", 0.5)
    p.path("M70 -330q4 26 28 30q-24 4 -28 30q-4 -26 -28 -30q24 -4 28 -30Z", "#ffffff", 0.95)


def dog(p: Pen) -> None:
    """A dog sitting, with a collar."""
    p.shadow(-10, 300)
    fur, dark = "#c98f52", "#8d5a30"
    p.line("M-110 -40C-190 -50 -190 -130 -160 -150", p.t(fur, 0.1), 28)
    p.path("M-120 -4C-160 -90 -130 -180 -60 -220L70 -220C100 -150 96 -60 90 -4Z", p.flat(fur))
    p.oval(-78, -56, 66, 56, p.ball(fur))
    p.path("M6 -190q50 20 40 110q-8 36 -26 40q-36 -60 -14 -150Z", p.t("#f6e6cc"))
    for x in (-14, 52):
        p.rect(x, -150, 44, 146, p.cyl(fur), 20)
        p.oval(x + 26, -12, 34, 14, p.t("#f6e6cc"))
    p.oval(-84, -12, 52, 15, p.t(fur, 0.12))
    p.path("M-56 -330Q-60 -396 16 -396T96 -320Q96 -290 150 -280Q168 -262 150 -240Q110 -212 60 -216Q-40 -216 -56 -330Z", p.ball(fur))  # fmt: skip
    p.path("M60 -290Q110 -296 150 -280Q168 -262 150 -240Q110 -212 62 -220Q40 -250 60 -290Z", p.t("#f6e6cc"))
    p.oval(152, -272, 19, 15, p.t("#2b1c12"))
    p.line("M150 -256q-20 24 -46 16", p.t("#5d3a24"), 5)
    p.disc(70, -322, 11, p.t("#2b1c12"))
    p.disc(74, -326, 4, "#ffffff")
    p.path("M-20 -384C-90 -380 -100 -280 -62 -236C-30 -244 -6 -320 -20 -384Z", p.t(dark))
    p.path("M-44 -222Q20 -188 78 -216L84 -190Q20 -160 -52 -194Z", p.t(p.a))
    p.disc(40, -178, 17, p.ball("#e3b45f"))


def cat(p: Pen) -> None:
    """A cat sitting."""
    p.shadow(0, 280)
    fur, dark = "#8a8f9c", "#5d6370"
    p.line("M90 -30C190 -30 190 -130 150 -160", p.t(fur, 0.12), 26)
    p.path("M-90 -4C-120 -110 -70 -220 0 -230C70 -220 120 -110 90 -4Z", p.flat(fur))
    p.path("M-30 -200Q0 -180 30 -200Q44 -120 20 -60Q0 -44 -20 -60Q-44 -120 -30 -200Z", p.t("#eef0f2"))
    for x in (-52, 10):
        p.rect(x, -120, 42, 116, p.cyl(fur), 20)
        p.oval(x + 21, -12, 30, 14, p.t("#eef0f2"))
    p.path("M-98 -390L-84 -280L-30 -340ZM98 -390L84 -280L30 -340Z", p.t(fur, 0.06))
    p.path("M-86 -362L-74 -300L-44 -336ZM86 -362L74 -300L44 -336Z", p.t("#e7a0a0"))
    p.oval(0, -280, 104, 84, p.ball(fur))
    p.oval(0, -252, 48, 36, p.t("#eef0f2"))
    for x in (-46, 46):
        p.oval(x, -290, 19, 22, p.t("#cfe06a"))
        p.oval(x, -290, 7, 19, p.t("#22252e"))
        p.disc(x + 5, -298, 4, "#ffffff")
    p.path("M-11 -264h22l-11 13Z", p.t("#d98080"))
    p.line("M0 -252v10q-12 12 -24 4M0 -242q12 12 24 4", p.t("#4a4d57"), 3.5)
    p.line("M-50 -254l-74 -12M-50 -244l-72 10M50 -254l74 -12M50 -244l72 10", "#ffffff", 2.4, 0.8)
    for x in (-22, 0, 22):
        p.line(f"M{x} -356v26", p.t(dark), 8)
    p.path("M-62 -214Q0 -186 62 -214L58 -192Q0 -166 -58 -192Z", p.t(p.a))
    p.disc(0, -180, 14, p.ball("#e3b45f"))
