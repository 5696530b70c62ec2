"""Wares of bakers, dairies, gardens and bees."""

from __future__ import annotations

from .kit import Pen


def bread(p: Pen) -> None:
    """A round loaf and two long ones on a board, an ear of wheat before them."""
    p.shadow(0, 400)
    p.box(-190, 0, 380, 20, 26, "#a8713f")
    p.rect(-116, -330, 62, 316, p.cyl("#c98a45"), 31)
    p.rect(-54, -366, 62, 350, p.cyl("#d69a52"), 31)
    for x, top in ((-116, -296), (-54, -332)):
        for i in range(6):
            p.line(f"M{x + 14} {top + 46 * i}q18 -16 38 -14", p.t("#f4dcae"), 9)
    p.path("M-120 -26C-140 -120 -60 -196 40 -196S196 -120 180 -26Q30 -6 -120 -26Z", p.ball("#c17f3c"))
    for x in (-40, 32, 104):
        p.path(f"M{x - 10} -60Q{x - 14} -140 {x + 26} -176Q{x + 22} -110 {x + 16} -58Z", p.t("#f3d9a6"))
        p.line(f"M{x - 10} -60Q{x - 14} -140 {x + 26} -176", p.t("#8a5426"), 4, 0.6)
    p.oval(96, -150, 46, 20, "#ffffff", 0.16)
    p.line("M60 -4Q130 -16 196 -8", p.t("#b98a36"), 5)
    for j in range(7):
        for d in (-1, 1):
            p.leaf(70 + 15 * j, -8 - j % 2, 24, d * 15 - 4, p.t("#e0b65a", 0.05 * (j % 2)), 0.3)


def cake(p: Pen) -> None:
    """A cake on its stand, cherries on top."""
    p.shadow(0, 260)
    p.turned([(-90, 26), (-60, 16), (-26, 22), (-6, 82), (0, 84)], "#f0e9dd")
    p.turned([(-104, 186), (-98, 188), (-88, 176), (-84, 60)], "#f7f1e6", top=p.t("#fffaf1"))
    p.turned([(-236, 140), (-236, 140), (-106, 140), (-106, 140)], "#e6b877")
    p.rect(-140, -188, 280, 16, p.t(p.a), 4, 0.95)
    p.turned([(-252, 136), (-246, 143), (-224, 144)], p.a, top=p.lift(p.a, 0.4))
    p.path("M-144 -240H144V-206q-12 34 -26 4q-12 -16 -26 0q-14 44 -30 4q-12 -14 -26 0q-16 26 -30 0q-12 -14 -26 0q-16 40 -32 2q-12 -16 -26 0q-14 26 -26 -6q-12 -14 -28 2Z", p.cyl(p.a))  # fmt: skip
    p.oval(0, -248, 140, 24, p.lift(p.a, 0.42))
    for x, y in ((-96, -254), (-36, -244), (34, -244), (94, -254), (0, -266)):
        p.oval(x, y - 4, 26, 15, p.t("#fff6e6"))
        p.disc(x, y - 20, 16, p.ball("#c4273a"))
        p.line(f"M{x} {y - 34}q4 -22 18 -30", p.t("#5d7a3c"), 3.5)


def cheese(p: Pen) -> None:
    """A wheel of cheese and a wedge with holes, on a board."""
    p.shadow(0, 400)
    p.box(-196, 0, 392, 20, 26, "#9a683b")
    p.turned([(-230, 140), (-220, 146), (-140, 148), (-44, 146), (-34, 140)], "#cf8f35", -30, p.lift("#f2cf7d", 0.1))
    p.oval(-30, -230, 84, 14, p.t("#d9a44a"), 0.5)
    p.path("M-66 -22L190 -30V-130L-66 -96Z", p.flat("#f3c551"))
    p.path("M-66 -96L190 -130Q120 -176 20 -166Z", p.lift("#f9dc86", 0.15))
    p.path("M-66 -96L20 -166q-60 14 -86 70Z", p.t("#d69a34"))
    for x, y, r in ((-10, -62, 17), (60, -86, 24), (128, -62, 20), (92, -44, 11), (160, -100, 12), (24, -44, 9)):
        p.oval(x, y, r, r * 0.86, p.t("#c98d29"))
        p.path(f"M{x - r} {y}a{r} {r * 0.86} 0 0 1 {2 * r} 0q{-r} {-r * 0.7} {-2 * r} 0Z", p.t("#9c6a18"), 0.7)
    p.disc(168, -20, 17, p.ball("#7a8f3e"))
    p.disc(-160, -20, 16, p.ball("#5a2f63"))
    p.disc(-182, -14, 14, p.ball("#6d3a76"))


def honey(p: Pen) -> None:
    """A pot of honey, its dipper, and a bee."""
    p.shadow(-20, 320)
    p.turned([(-226, 92), (-206, 96), (-170, 122), (-100, 130), (-30, 112), (0, 88)], "#e79a1e", -30)
    p.turned([(-262, 98), (-254, 104), (-228, 104), (-222, 96)], p.a, -30, p.lift(p.a, 0.3))
    p.path("M-112 -160H52L44 -64Q-30 -44 -104 -64Z", p.flat("#fff4dc"))
    for x, y in ((-56, -128), (-30, -128), (-4, -128), (-43, -106), (-17, -106), (-30, -84)):
        p.path(f"M{x} {y - 14}l12 7v14l-12 7l-12 -7v-14Z", p.t("#eaa52a"))
    p.gloss(68, -190, 12, 120, 0.5)
    p.shadow(130, 130, 4)
    p.line("M96 -24L190 -150", p.t("#a8713f"), 13)
    for k in range(5):
        p.c.add(f'<g transform="translate({84 + 11 * k} {-8 - 15 * k}) rotate(-53)">')
        p.oval(0, 0, 9, 30 - abs(k - 2) * 6, p.cyl("#c18a4c"))
        p.c.add("</g>")
    p.oval(84, -2, 52, 9, p.t("#efaa2e"), 0.95)
    p.c.add('<g transform="translate(112 -288) rotate(-14)">')
    for dx, turn in ((-10, -28), (16, 12)):
        p.c.add(f'<ellipse cx="{dx}" cy="-34" rx="19" ry="36" fill="#ffffff" fill-opacity=".75" transform="rotate({turn} {dx} -10)"/>')  # fmt: skip
    p.oval(0, 0, 50, 32, p.ball("#f4b62c"))
    for x in (-18, 4, 26):
        p.path(f"M{x - 6} {-30 + abs(x - 4) * 0.25}q9 30 0 {60 - abs(x - 4) * 0.5}h12q8 -30 0 {-60 + abs(x - 4) * 0.5}Z", p.t("#3a2a1c"))  # fmt: skip
    p.disc(-48, -4, 17, p.ball("#3a2a1c"))
    p.line("M-56 -18q-12 -14 -22 -12M-50 -20q-2 -16 -12 -20", p.t("#3a2a1c"), 3.5)
    p.c.add("</g>")
    p.line("M60 -330q-60 20 -70 50t-40 6", p.t("#ffffff", 0.1), 3, 0.6)


def crate(p: Pen) -> None:
    """A crate full of vegetables."""
    p.shadow(0, 420)
    for x, y, dx, dy in ((-150, -150, -30, -130), (-120, -150, 6, -150), (-96, -150, 40, -120)):
        p.leaf(x, y, dx, dy, p.t("#4f8f4a", 0.05), 0.36)
    for x, y, r, tone in ((-40, -176, 54, "#7fae4a"), (-60, -190, 36, "#96c15a"), (128, -170, 46, "#d8432f"), (66, -186, 46, "#e0553a"), (160, -150, 36, "#c93a2c")):  # fmt: skip
        p.disc(x, y, r, p.ball(tone))
    for x in (66, 128):
        for dx, dy in ((-20, -8), (20, -8), (0, -20)):
            p.leaf(x, -226 if x == 66 else -212, dx, dy, p.t("#4f7f3c"))
    for k, x in enumerate((-6, 24, 50)):
        p.path(f"M{x - 16} -150L{x + 4 + 12 * k} -262L{x + 26 + 12 * k} -254L{x + 26} -150Z", p.cyl("#ec8a2c"))
        for d in (-16, 2, 18):
            p.leaf(x + 14 + 12 * k, -256, d + 6 * k, -58, p.t("#5d9a48"), 0.24)
    for x, y in ((-176, -150), (-130, -146), (-88, -152)):
        p.oval(x + 8, y, 32, 26, p.ball("#c79a63"))
    wood = "#b98450"
    for x in (-190, 164):
        p.rect(x, -152, 26, 150, p.flat("#8d6038"), 3)
    for y in (-150, -98, -46):
        p.rect(-200, y, 400, 42, p.flat(wood), 4)
        p.line(f"M-180 {y + 22}q120 -10 200 2t160 -4", p.t(wood, 0.3), 2.5, 0.6)
    p.rect(-62, -104, 124, 54, p.t(p.a), 6)
    p.leaf(-30, -72, 60, -14, p.lift(p.light, 0.2), 0.32)


def ice(p: Pen) -> None:
    """Three scoops in a glass, with a wafer."""
    p.shadow(0, 220)
    p.path("M66 -250L140 -392L176 -372L108 -226Z", p.flat("#dfa95c"))
    p.line("M92 -262l40 22M110 -298l40 22M128 -334l38 20M108 -276l52 -102", p.t("#b57f38"), 3)
    for x, y, r, tone in ((-62, -246, 70, "#f6e3bd"), (60, -244, 70, p.a), (0, -306, 70, "#e7828f")):
        p.disc(x, y, r, p.ball(tone))
    p.path("M-58 -330Q0 -400 60 -330q-8 26 -20 6q-12 -12 -22 4q-12 24 -24 0q-12 -12 -24 2q-12 14 -30 -12Z", p.t("#6b3d26"))  # fmt: skip
    p.disc(2, -384, 18, p.ball("#c4273a"))
    p.turned([(-234, 140), (-226, 138), (-170, 110), (-110, 34), (-76, 14), (-40, 14), (-10, 84), (0, 86)], "#cfe0e4")
    p.gloss(72, -216, 10, 74, 0.7)
    p.line("M-138 -230Q0 -196 138 -230", "#ffffff", 5, 0.8)
