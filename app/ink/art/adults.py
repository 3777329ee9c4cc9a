"""Grown-ups: whole figures of several ages, skins and ways to go about, that fit beside the children."""

from app.ink.art.figures import cheeks, eyes, mouth, shoes
from app.ink.art.parts import INK, LINE, Part, both, inside, limb, line, shifted, solid, spot
from app.ink.art.paths import blob, circle, corners, curve, heart, mirrored, oval, plate

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


def _grandma() -> list[Part]:
    skin, scarf, cardigan, skirt, grey = "#DDA97A", "#8D5FA2", "#E58E9C", "#5B7BA0", "#DAD8D4"
    dots = ((82, 21), (118, 21), (62, 42), (138, 42), (61, 70), (139, 70), (80, 97), (120, 97))
    return [
        *shoes(14, 183, "#6B4B45"),
        *solid(corners((72, 132, 8), (128, 132, 8), (140, 178, 8), (60, 178, 8)), skirt),
        *solid(corners((66, 98, 18), (134, 98, 18), (136, 154, 10), (64, 154, 10)), cardigan),
        *solid(
            blob(
                (100, 11),
                (132, 21),
                (147, 54),
                (139, 88),
                (118, 106),
                (100, 114),
                (82, 106),
                (61, 88),
                (53, 54),
                (68, 21),
            ),
            scarf,
        ),
        *spot(*(circle(x, y, 3) for x, y in dots), fill="#E7CFEA"),
        *inside(oval(100, 60, 33, 33), skin),
        *inside(
            blob((68, 53, 0), (76, 35), (100, 27), (124, 35), (132, 53, 0), (118, 42), (100, 36, 0), (82, 42)), grey
        ),
        *eyes(100, 62, 34, 4.2),
        *line(circle(83, 62, 11.5), circle(117, 62, 11.5), curve((95, 61), (105, 61)), width=3.6),
        *cheeks(100, 77, 46, 4.6),
        *mouth(100, 77, 17, 7),
        *limb(curve((70, 114), (58, 134), (80, 142)), 16, cardigan),
        *limb(curve((130, 114), (142, 134), (120, 142)), 16, cardigan),
        *solid(plate(85, 122, 115, 150, 6), "#F7BE45"),
        *spot(heart(100, 134, 9), fill="#E4604E"),
        *both(solid(circle(82, 142, 8), skin)),
    ]


def _grandpa() -> list[Part]:
    skin, white, top, legs, red, steel = "#F3CDAE", "#F4F1EC", "#4F9A94", "#9A7558", "#E4604E", "#8693A0"
    head = oval(96, 60, 35, 34)
    return [
        *limb(curve((30, 92), (46, 92), (54, 104), (58, 150)), 11, steel),
        *solid(circle(138, 178, 9), steel),
        *limb(curve((84, 142), (128, 140), (144, 160)), 21, legs),
        *solid(plate(128, 160, 166, 174, 7), "#5B4A4A"),
        *solid(corners((62, 90, 18), (122, 90, 18), (122, 154, 10), (62, 154, 10)), top),
        *solid(circle(82, 150, 34), steel),
        *inside(circle(82, 150, 24), _CREAM),
        *line(curve((82, 128), (82, 172)), curve((60, 150), (104, 150)), width=3.4),
        *inside(circle(82, 150, 8), red),
        *limb(curve((76, 113), (85, 126), (104, 131)), 17, top),
        *solid(circle(109, 130, 9), skin),
        *_tufts(white),
        *solid(head, skin),
        *spot(
            blob(
                (62, 60, 0),
                (72, 74),
                (84, 76, 0),
                (91, 72),
                (98, 74),
                (105, 72),
                (112, 76, 0),
                (122, 73),
                (130, 60, 0),
                (122, 82),
                (96, 93),
                (70, 82),
            ),
            fill=white,
        ),
        *line(head, width=LINE),
        *solid(
            blob((59, 47, 0), (64, 25), (94, 12), (126, 23), (134, 38), (152, 46), (142, 53), (112, 44), (84, 43)),
            "#B5895F",
        ),
        *eyes(98, 60, 32, 4.6),
        *cheeks(98, 69, 56, 4.6),
        *mouth(98, 80, 15, 5),
    ]


def _tufts(white: str) -> list[Part]:
    """White hair over both ears."""
    tuft = oval(58, 60, 9, 14)
    return [*solid(tuft, white), *solid(mirrored(tuft, 96), white)]


WOMAN = tuple(shifted(_woman(), -7, -1))
MAN = tuple(shifted(_man(), 8, -1))
GRANDMA = tuple(_grandma())
GRANDPA = tuple(shifted(_grandpa(), 5, 0))
