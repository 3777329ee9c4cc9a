"""Grown-ups: whole figures of several ages, skins and ways to go about, that fit beside the children."""

from app.ink.sticker_art.figures import cheeks, eyes, mouth, shoes
from app.ink.sticker_art.parts import INK, LINE, Part, both, inside, limb, line, shifted, solid, spot
from app.ink.sticker_art.paths import blob, circle, corners, curve, oval

_CREAM = "#FFF3DC"


def _woman() -> list[Part]:
    skin, hair, top, legs = "#F4D0A6", "#45465C", "#E8755F", "#53759B"
    return [
        *solid(
            blob(
                (62, 50),
                (72, 22),
                (100, 13),
                (128, 22),
                (138, 50),
                (142, 84),
                (134, 100),
                (100, 102),
                (66, 100),
                (58, 84),
            ),
            hair,
        ),
        *both(solid(corners((76, 140, 6), (101, 140, 4), (99, 182, 6), (79, 182, 6)), legs)),
        *shoes(12, 183, "#7A4B3A"),
        *limb(curve((72, 106), (56, 124), (52, 142)), 16, top),
        *solid(circle(51, 148, 8.5), skin),
        *limb(curve((128, 106), (146, 112), (160, 96)), 16, top),
        *solid(circle(164, 89, 8.5), skin),
        *solid(corners((72, 92, 16), (128, 92, 16), (130, 152, 10), (70, 152, 10)), top),
        *solid(oval(100, 58, 33, 32), skin),
        *line(curve((86, 94), (100, 101), (114, 94)), colour=INK),
        *inside(
            blob(
                (65, 64, 0),
                (64, 40),
                (80, 22),
                (100, 18),
                (120, 22),
                (136, 40),
                (135, 64, 0),
                (128, 44),
                (116, 36, 0),
                (96, 44),
                (74, 46),
            ),
            hair,
        ),
        *eyes(100, 61, 32, 4.6),
        *cheeks(100, 72, 46, 5),
        *mouth(100, 72, 18, 7),
    ]


def _man() -> list[Part]:
    skin, hair, top, legs = "#BE8558", "#4A342C", "#6BA36F", "#5A5F7D"
    head = blob((68, 36), (100, 22), (132, 36), (136, 60), (124, 88), (100, 98), (76, 88), (64, 60))
    return [
        *both(solid(corners((74, 140, 6), (101, 140, 4), (99, 182, 6), (77, 182, 6)), legs)),
        *shoes(13, 183, "#3F4A57"),
        *limb(curve((132, 104), (148, 122), (150, 140)), 18, top),
        *solid(circle(150, 147, 9), skin),
        *limb(curve((68, 104), (48, 106), (36, 88)), 18, top),
        *solid(circle(32, 81, 9), skin),
        *solid(corners((66, 90, 18), (134, 90, 18), (132, 152, 10), (68, 152, 10)), top),
        *line(curve((72, 141), (128, 141))),
        *both(solid(circle(64, 60, 7.5), skin)),
        *solid(head, skin),
        *spot(
            blob(
                (65, 58, 0),
                (73, 70),
                (84, 72, 0),
                (91, 68),
                (100, 70),
                (109, 68),
                (116, 72, 0),
                (127, 70),
                (135, 58, 0),
                (124, 88),
                (100, 98),
                (76, 88),
            ),
            fill=hair,
        ),
        *line(head, width=LINE),
        *solid(
            blob(
                (62, 54, 0),
                (62, 34),
                (74, 18),
                (100, 12),
                (126, 18),
                (138, 34),
                (138, 54, 0),
                (131, 40),
                (120, 36),
                (100, 37),
                (80, 36),
                (69, 40),
            ),
            hair,
        ),
        *eyes(100, 57, 32, 4.6),
        *spot(blob((90, 79, 0), (100, 81), (110, 79, 0), (107, 87), (100, 89), (93, 87)), fill=_CREAM),
    ]


def _woman_scarf() -> list[Part]:
    skin, scarf, coat, legs = "#C98F5F", "#3F8F88", "#D9627A", "#45465C"
    return [
        *both(solid(corners((78, 150, 4), (101, 150, 4), (99, 182, 6), (80, 182, 6)), legs)),
        *shoes(12, 183, "#3F4A57"),
        *limb(curve((72, 108), (56, 124), (52, 142)), 16, coat),
        *solid(circle(51, 149, 8.5), skin),
        *limb(curve((128, 108), (146, 112), (160, 96)), 16, coat),
        *solid(circle(164, 89, 8.5), skin),
        *solid(corners((70, 94, 16), (130, 94, 16), (138, 162, 10), (62, 162, 10)), coat),
        *solid(
            blob(
                (100, 13),
                (130, 23),
                (144, 54),
                (137, 88),
                (120, 108),
                (100, 116),
                (80, 108),
                (63, 88),
                (56, 54),
                (70, 23),
            ),
            scarf,
        ),
        *inside(oval(100, 60, 31, 32), skin),
        *line(curve((80, 100), (100, 108), (126, 98)), width=3.6),
        *eyes(100, 60, 32, 4.6),
        *cheeks(100, 72, 44, 5, colour="#D9694F"),
        *mouth(100, 73, 19, 8),
    ]


WOMAN = tuple(shifted(_woman(), -7, -1))
MAN = tuple(shifted(_man(), 8, -1))
WOMAN_SCARF = tuple(shifted(_woman_scarf(), -8, 1))
