"""Things of every day, and the empty frame that stands for what this version does not know."""

from app.ink.sticker_art.figures import cheeks, eyes
from app.ink.sticker_art.parts import INK, inside, limb, line, shifted, solid, spot
from app.ink.sticker_art.paths import blob, circle, curve, oval, plate, turned

_CAR = (
    *solid(
        blob(
            (14, 146, 0),
            (14, 118),
            (22, 104),
            (46, 98, 0),
            (62, 66),
            (78, 58),
            (124, 58),
            (140, 66),
            (158, 98, 0),
            (178, 104),
            (187, 120),
            (187, 146, 0),
        ),
        "#E4604E",
    ),
    *inside(blob((58, 97, 0), (70, 74), (80, 70), (97, 70, 0), (97, 97, 0)), "#CFEAF2"),
    *inside(blob((109, 70, 0), (122, 70), (130, 75), (144, 97, 0), (109, 97, 0)), "#CFEAF2"),
    *line(curve((103, 104), (103, 144)), width=3.6),
    *line(curve((112, 112), (122, 112))),
    *solid(plate(10, 134, 190, 150, 8), "#FFF3DC"),
    *inside(oval(180, 119, 7, 9), "#FFE08A"),
    *solid(circle(54, 150, 23), "#4B4A55"),
    *solid(circle(148, 150, 23), "#4B4A55"),
    *spot(circle(54, 150, 10), circle(148, 150, 10), fill="#FFF3DC"),
)
CAR = tuple(shifted(_CAR, 0, -14))

PHONE = (
    # As one holds it.
    *(
        part._replace(path=turned(part.path, 8, (100, 100)))
        for part in (
            *solid(plate(54, 14, 146, 186, 20), "#4F6D9A"),
            *inside(plate(66, 34, 134, 164, 8), "#DDF1F4"),
            *line(curve((92, 24), (108, 24)), width=5, colour="#C9D6E8"),
            *spot(circle(100, 174, 4.5), fill="#C9D6E8"),
            *inside(circle(100, 98, 27), "#6DB56F"),
            *line(curve((88, 90), (91, 102), (96, 107), (108, 110)), width=8, colour="#FFFFFF"),
            *line(curve((89, 91), (95, 85)), curve((107, 109), (113, 103)), width=10, colour="#FFFFFF"),
            *spot(circle(84, 146, 5), circle(100, 146, 5), circle(116, 146, 5), fill="#8FB3C9"),
        )
    ),
)

_WOOD = "#B9764A"
_BED = (
    *solid(plate(12, 36, 34, 184, 10), _WOOD),
    *solid(plate(24, 122, 182, 168, 8), "#FFF3DC"),
    *solid(blob((36, 118), (40, 94), (66, 90), (92, 98), (94, 122), (64, 130)), "#FFFFFF"),
    *solid(circle(63, 58, 9), "#C98B5B"),
    *solid(circle(97, 58, 9), "#C98B5B"),
    *solid(oval(80, 79, 28, 25), "#C98B5B"),
    *spot(oval(80, 88, 12, 9), fill="#F0D2A8"),
    *eyes(80, 76, 24, 4),
    *cheeks(80, 86, 40, 4.4),
    *spot(oval(80, 84, 4.4, 3.2), fill=INK),
    *solid(blob((72, 106, 0), (110, 98), (146, 98), (178, 110, 0), (178, 158, 0), (126, 160), (70, 158, 0)), "#6C9BD1"),
    *solid(blob((62, 104), (76, 98), (91, 104), (90, 132), (88, 160), (74, 164), (62, 158), (66, 132)), "#CFE3F6"),
    *spot(*(circle(x, y, 5) for x, y in ((112, 118), (138, 132), (112, 146), (158, 116))), fill="#FFE08A"),
    *solid(plate(168, 88, 188, 184, 9), _WOOD),
)
BED = tuple(shifted(_BED, 0, -7))

FOOD = (
    *line(
        curve((78, 64), (70, 50), (84, 38), (76, 22)),
        curve((108, 60), (100, 46), (114, 34), (106, 18)),
        width=7,
        colour="#B9C6CC",
    ),
    *limb(curve((130, 92), (176, 44)), 11, "#C9D2D9"),
    *solid(blob((18, 96, 0), (24, 140), (58, 174), (100, 180), (142, 174), (176, 140), (182, 96, 0)), "#5CB0A8"),
    *line(curve((32, 132), (66, 144), (100, 147), (134, 144), (168, 132)), width=7, colour="#FFF3DC"),
    *solid(oval(100, 96, 83, 24), "#FFF3DC"),
    *inside(oval(100, 98, 68, 16), "#F2A048"),
    *spot(circle(70, 96, 6), circle(84, 103, 5), circle(118, 93, 6), fill="#7DB860"),
    *spot(oval(98, 94, 9, 5), oval(134, 101, 8, 5), fill="#E4604E"),
)

FRAME = (
    *solid(plate(24, 24, 176, 176, 30), "#E9E2D3"),
    *spot(plate(44, 44, 156, 156, 16), fill="#FFFDF8"),
)
