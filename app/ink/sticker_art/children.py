"""A baby and children: whole figures with the large heads of their age."""

from app.ink.sticker_art.figures import cheeks, eyes, mouth, shoes
from app.ink.sticker_art.parts import INK, Part, both, inside, limb, line, shifted, solid, spot
from app.ink.sticker_art.paths import blob, circle, corners, curve, heart, oval, plate

_CREAM = "#FFF3DC"


def _baby() -> list[Part]:
    skin, suit = "#E9B98C", "#9AD2BC"
    return [
        *both(limb(curve((72, 124), (52, 132), (40, 120)), 21, suit)),
        *both(solid(circle(36, 114, 10), skin)),
        *solid(blob((66, 112), (58, 150), (66, 178), (100, 186), (134, 178), (142, 150), (134, 112)), suit),
        *both(limb(curve((76, 172), (58, 172)), 27, suit)),
        *both(solid(oval(49, 170, 14, 17, 8), skin)),
        *both(
            spot(oval(49, 174, 6, 7), *(circle(41 + k * 7, 161 - (k % 2) * 2, 2.6) for k in range(3)), fill="#D2966A")
        ),
        *solid(blob((70, 108), (76, 136), (100, 146), (124, 136), (130, 108)), _CREAM),
        *spot(heart(100, 128, 9), fill="#EE7F6E"),
        *both(solid(circle(46, 76, 9), skin)),
        *solid(blob((100, 22), (136, 33), (153, 68), (143, 100), (100, 116), (57, 100), (47, 68), (64, 33)), skin),
        *line(curve((97, 23), (93, 36), (104, 42), (110, 33)), colour="#6B4430", width=6),
        *eyes(100, 76, 44, 5.6),
        *cheeks(100, 90, 66, 7),
        *spot(blob((88, 90, 0), (100, 92), (112, 90, 0), (108, 101), (100, 104), (92, 101)), fill=INK),
        *spot(oval(100, 100.5, 6, 2.6), fill="#EE7F6E"),
    ]


def _girl() -> list[Part]:
    skin, hair, dress, tie = "#A96E46", "#57392E", "#F7BE45", "#E4604E"
    return [
        *both(solid(circle(47, 45, 23), hair)),
        *both(limb(curve((87, 150), (87, 174)), 15, skin)),
        *shoes(13, 180, tie),
        *limb(curve((80, 114), (64, 126), (54, 142)), 15, skin),
        *limb(curve((120, 114), (140, 112), (158, 96)), 15, skin),
        *solid(corners((82, 98, 14), (118, 98, 14), (146, 160, 14), (54, 160, 14)), dress),
        *spot(
            *(
                circle(x, y, 3.6)
                for x, y in ((80, 134), (100, 124), (120, 134), (70, 149), (90, 149), (110, 149), (130, 149))
            ),
            fill=_CREAM,
        ),
        *both(solid(circle(57, 72, 8), skin)),
        *solid(oval(100, 67, 43, 39), skin),
        *solid(
            blob(
                (56, 64, 0),
                (62, 40),
                (82, 28),
                (100, 26),
                (118, 28),
                (138, 40),
                (144, 64, 0),
                (124, 50),
                (100, 40, 0),
                (76, 50),
            ),
            hair,
        ),
        *both(inside(circle(65, 39, 6.5), tie)),
        *eyes(100, 70, 40),
        *cheeks(100, 82, 60, colour="#D9694F"),
        *mouth(100, 83, 22, 8),
    ]


def _boy() -> list[Part]:
    skin, hair, shirt, stripe, legs = "#F8D4B4", "#DB7B3C", "#5CB0A8", "#FFF3DC", "#4A6FA5"
    return [
        *both(limb(curve((87, 150), (87, 174)), 15, skin)),
        *shoes(13, 180, "#E4604E"),
        *both(limb(curve((78, 114), (58, 112), (44, 94)), 15, skin)),
        *both(limb(curve((78, 113), (65, 113)), 19, shirt)),
        *both(solid(corners((74, 138, 4), (102, 138, 4), (101, 162, 5), (73, 162, 5)), legs)),
        *solid(corners((76, 98, 14), (124, 98, 14), (128, 148, 8), (72, 148, 8)), shirt),
        *line(curve((78, 122), (122, 122)), curve((76, 136), (124, 136)), colour=stripe, width=6),
        *both(solid(circle(57, 72, 8), skin)),
        *solid(oval(100, 67, 43, 39), skin),
        *solid(
            blob(
                (55, 66, 0),
                (56, 44),
                (66, 28),
                (78, 25, 0),
                (80, 16),
                (90, 13, 0),
                (96, 21),
                (112, 14),
                (118, 12, 0),
                (119, 22),
                (132, 26),
                (143, 42),
                (145, 66, 0),
                (136, 52),
                (126, 46, 0),
                (114, 52),
                (100, 48, 0),
                (88, 54),
                (74, 48, 0),
                (64, 54),
            ),
            hair,
        ),
        *eyes(100, 72, 40),
        *spot(
            *(circle(x, y, 1.8) for x, y in ((70, 82), (76, 87), (66, 88), (130, 82), (124, 87), (134, 88))),
            fill="#D98F62",
        ),
        *spot(blob((86, 84, 0), (100, 87), (114, 84, 0), (110, 95), (100, 99), (90, 95)), fill=INK),
        *spot(oval(100, 95, 7, 2.6), fill="#EE7F6E"),
    ]


def _child_wheels() -> list[Part]:
    skin, hair, top, legs, wheel, hub = "#E0AC7A", "#2F2A33", "#E58E3C", "#4A6FA5", "#5F7EA6", "#F7BE45"
    return [
        *solid(circle(146, 176, 9), wheel),
        *limb(curve((88, 142), (128, 140), (144, 160)), 19, legs),
        *solid(plate(130, 160, 166, 173, 6), "#E4604E"),
        *solid(corners((70, 98, 14), (116, 98, 14), (118, 152, 8), (66, 152, 8)), top),
        *solid(circle(80, 150, 33), wheel),
        *inside(circle(80, 150, 23), _CREAM),
        *line(curve((80, 129), (80, 171)), curve((59, 150), (101, 150)), width=3.4),
        *inside(circle(80, 150, 8), hub),
        *limb(curve((112, 112), (132, 112), (150, 98)), 15, top),
        *solid(circle(155, 93, 8.5), skin),
        *solid(circle(52, 72, 8), skin),
        *solid(circle(136, 72, 8), skin),
        *solid(oval(94, 67, 42, 39), skin),
        *solid(
            blob(
                (50, 70, 0),
                (50, 44),
                (66, 24),
                (94, 18),
                (122, 24),
                (138, 44),
                (138, 70, 0),
                (130, 52),
                (110, 46),
                (94, 50),
                (76, 44),
                (60, 54),
            ),
            hair,
        ),
        *eyes(94, 70, 40),
        *cheeks(94, 82, 60),
        *mouth(94, 83, 22, 9),
    ]


BABY = tuple(_baby())
GIRL = tuple(_girl())
BOY = tuple(_boy())
CHILD_WHEELS = tuple(shifted(_child_wheels(), -2, 1))
