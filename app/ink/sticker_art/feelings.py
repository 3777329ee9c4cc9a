"""Feelings as faces: of nobody's skin, each in a colour of its own, with brows, eyes and mouth that say it without."""

from app.ink.sticker_art.figures import SHINE, brows, cheeks, eyes, shut
from app.ink.sticker_art.parts import INK, Part, inside, line, solid, spot
from app.ink.sticker_art.paths import blob, circle, curve

_FACE = blob((100, 18), (155, 38), (183, 94), (161, 156), (100, 180), (39, 156), (17, 94), (45, 38))
"""A pebble, a little wider at the chin."""


def _shine(colour: str) -> list[Part]:
    """Where the light falls on the forehead."""
    return line(curve((38, 82), (46, 60), (62, 44)), curve((74, 36), (75, 35.6)), width=9, colour=colour)


HAPPY = (
    *solid(_FACE, "#FFD25E"),
    *_shine("#FFE9A8"),
    *cheeks(100, 112, 112, 11, "#F49A6C"),
    *eyes(100, 84, 62, 9),
    *inside(
        blob((64, 108, 0), (82, 113), (100, 114), (118, 113), (136, 108, 0), (128, 136), (100, 150), (72, 136)),
        "#8C2F39",
    ),
    *spot(blob((79, 138), (88, 129), (100, 132), (112, 129), (121, 138), (100, 147)), fill="#F2827C"),
)

SAD = (
    *solid(_FACE, "#A5CDE8"),
    *_shine("#CFE6F5"),
    *brows(100, 66, 68, 24, 12),
    *eyes(100, 92, 60, 8.5),
    *cheeks(100, 116, 114, 10, "#86AEDB"),
    *line(curve((76, 142), (100, 128), (124, 142)), width=6),
    *inside(blob((56, 108, 0), (66, 124), (66, 136), (56, 141), (46, 136), (46, 124)), "#EAF6FD"),
)

WORRIED = (
    *solid(_FACE, "#D6C2E8"),
    *_shine("#EADFF4"),
    *brows(100, 60, 68, 26, 16),
    *spot(circle(70, 90, 17), circle(130, 90, 17), fill=SHINE),
    *line(circle(70, 90, 17), circle(130, 90, 17)),
    *spot(circle(73, 92, 7), circle(127, 92, 7), fill=INK),
    *cheeks(100, 118, 116, 10, "#E39CB4"),
    *line(curve((70, 141), (80, 135), (90, 141), (100, 135), (110, 141), (120, 135), (130, 141)), width=5),
    *inside(blob((160, 40, 0), (169, 54), (169, 64), (160, 70), (151, 64), (151, 54)), "#EAF6FD"),
)

ANGRY = (
    *solid(_FACE, "#F58F70"),
    *_shine("#FBB79F"),
    *brows(100, 76, 66, 38, -20),
    *eyes(100, 96, 60, 8.5),
    *cheeks(100, 118, 114, 11, "#DB5A4B"),
    *line(curve((74, 146), (100, 131), (126, 146)), width=6),
)

CALM = (
    *solid(_FACE, "#B5DBA6"),
    *_shine("#D8EECE"),
    *shut(100, 88, 64, 14, 9),
    *cheeks(100, 112, 112, 11, "#F0A58C"),
    *line(curve((78, 120), (100, 131), (122, 120)), width=6),
)
