"""Grandmas and grandpas: several of each, so that none stands for how all of them look."""

from app.ink.sticker_art.figures import brows, cheeks, eyes, mouth, shoes
from app.ink.sticker_art.parts import LINE, Part, both, inside, limb, line, shifted, solid, spot
from app.ink.sticker_art.paths import blob, circle, corners, curve, heart, mirrored, oval, plate

_CREAM = "#FFF3DC"


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


def _grandma_bun() -> list[Part]:
    skin, hair, dress, shawl, shoe = "#7A4A2F", "#C9C7C4", "#C2503F", "#F2C94C", "#4A342C"
    return [
        *solid(circle(100, 24, 15), hair),
        *shoes(14, 183, shoe),
        *solid(corners((74, 96, 16), (126, 96, 16), (142, 178, 10), (58, 178, 10)), dress),
        *line(curve((66, 164), (134, 164)), colour=shawl, width=6),
        *limb(curve((72, 108), (54, 124), (52, 142)), 16, dress),
        *solid(circle(51, 149, 8.5), skin),
        *limb(curve((128, 108), (146, 112), (158, 96)), 16, dress),
        *solid(circle(161, 88, 8.5), skin),
        *both(solid(circle(65, 66, 7.5), skin)),
        *solid(oval(100, 64, 35, 33), skin),
        *solid(
            blob((64, 60, 0), (66, 40), (82, 28), (100, 25), (118, 28), (134, 40), (136, 60, 0), (118, 47), (82, 47)),
            hair,
        ),
        *eyes(100, 65, 34, 4.2),
        *cheeks(100, 78, 48, 4.6, colour="#C0573F"),
        *mouth(100, 78, 20, 8),
    ]


def _grandma_curls() -> list[Part]:
    skin, hair, top, trousers, beads = "#F6D3B3", "#F4F1EC", "#5B8FB0", "#4F5A6B", "#E4604E"
    curls = ((64, 56), (76, 35), (100, 27), (124, 35), (136, 56))
    return [
        *both(solid(corners((76, 138, 6), (101, 138, 4), (99, 182, 6), (79, 182, 6)), trousers)),
        *shoes(12, 183, "#7A4B3A"),
        *limb(curve((70, 108), (52, 116), (40, 102)), 16, top),
        *solid(circle(36, 95, 8.5), skin),
        *limb(curve((130, 108), (146, 126), (146, 142)), 16, top),
        *solid(circle(146, 149, 8.5), skin),
        *solid(corners((70, 94, 16), (130, 94, 16), (134, 152, 10), (66, 152, 10)), top),
        *(part for x, y in curls for part in solid(circle(x, y, 18), hair)),
        *solid(oval(100, 63, 33, 32), skin),
        *spot(*(circle(x, y, 14) for x, y in curls[1:4]), fill=hair),
        *eyes(100, 65, 32, 4.2),
        *line(circle(84, 65, 11), circle(116, 65, 11), curve((95, 64), (105, 64)), width=3.6),
        *cheeks(100, 79, 44, 4.6),
        *mouth(100, 79, 17, 7),
        *spot(*(circle(x, y, 3.6) for x, y in ((84, 105), (100, 110), (116, 105))), fill=beads),
    ]


def _grandpa_turban() -> list[Part]:
    skin, white, kurta, legs, wrap = "#B97F52", "#F4F1EC", "#E9E2D2", "#8A7A63", "#D9822B"
    return [
        *both(solid(corners((78, 150, 4), (101, 150, 4), (99, 182, 6), (80, 182, 6)), legs)),
        *shoes(12, 183, "#5B4A4A"),
        *limb(curve((130, 106), (148, 122), (150, 140)), 17, kurta),
        *solid(circle(150, 147, 9), skin),
        *limb(curve((70, 106), (50, 108), (38, 92)), 17, kurta),
        *solid(circle(34, 85, 9), skin),
        *solid(corners((68, 92, 18), (132, 92, 18), (136, 162, 10), (64, 162, 10)), kurta),
        *line(curve((100, 112), (100, 134))),
        *both(solid(circle(66, 64, 7.5), skin)),
        *solid(oval(100, 62, 34, 34), skin),
        *solid(
            blob(
                (66, 62, 0),
                (78, 76),
                (90, 77),
                (100, 75),
                (110, 77),
                (122, 76),
                (134, 62, 0),
                (130, 92),
                (100, 116),
                (70, 92),
            ),
            white,
        ),
        *solid(
            blob(
                (62, 56, 0),
                (58, 34),
                (76, 16),
                (100, 12),
                (124, 16),
                (142, 34),
                (138, 56, 0),
                (120, 46),
                (100, 43),
                (80, 46),
            ),
            wrap,
        ),
        *line(curve((70, 47), (92, 32), (122, 16)), curve((82, 43), (104, 34), (136, 30)), width=3.6),
        *eyes(100, 60, 32, 4.4),
        *mouth(100, 86, 14, 5),
    ]


def _grandpa_glasses() -> list[Part]:
    skin, grey, jumper, legs, stick = "#5F3B28", "#DAD8D4", "#6B8E5A", "#4F5A6B", "#9A7558"
    return [
        *limb(curve((152, 122), (152, 180)), 8, stick),
        *both(solid(corners((74, 140, 6), (101, 140, 4), (99, 182, 6), (77, 182, 6)), legs)),
        *shoes(13, 183, "#3F332E"),
        *limb(curve((132, 106), (148, 112), (152, 122)), 17, jumper),
        *solid(circle(152, 124, 9), skin),
        *limb(curve((68, 106), (54, 124), (50, 142)), 17, jumper),
        *solid(circle(49, 149, 9), skin),
        *solid(corners((68, 92, 18), (132, 92, 18), (132, 152, 10), (68, 152, 10)), jumper),
        *line(curve((72, 118), (86, 128), (100, 118), (114, 128), (128, 118)), colour=_CREAM, width=5),
        *both(solid(circle(63, 62, 8), skin)),
        *solid(oval(64, 50, 9, 12), grey),
        *solid(oval(136, 50, 9, 12), grey),
        *solid(
            blob(
                (66, 44), (80, 24), (100, 19), (120, 24), (134, 44), (134, 74), (120, 92), (100, 97), (80, 92), (66, 74)
            ),
            skin,
        ),
        *brows(100, 47, 34, 15, 0, colour=grey),
        *eyes(100, 61, 34, 4.2),
        *line(circle(83, 61, 12), circle(117, 61, 12), curve((95, 60), (105, 60)), width=3.6),
        *spot(blob((84, 78, 0), (100, 73), (116, 78, 0), (108, 83), (100, 80), (92, 83)), fill=grey),
        *mouth(100, 84, 14, 4),
    ]


GRANDMA = tuple(_grandma())
GRANDMA_BUN = tuple(shifted(_grandma_bun(), -6, 0))
GRANDMA_CURLS = tuple(shifted(_grandma_curls(), 9, 0))
GRANDPA = tuple(shifted(_grandpa(), 5, 0))
GRANDPA_TURBAN = tuple(shifted(_grandpa_turban(), 8, 0))
GRANDPA_GLASSES = tuple(shifted(_grandpa_glasses(), 0, 0))
