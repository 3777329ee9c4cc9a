"""Places that a child goes to."""

from app.ink.sticker_art.parts import Part, inside, line, pole, solid, spot
from app.ink.sticker_art.paths import blob, circle, corners, curve, heart, plate

_WOOD = "#B9764A"
_GLASS = "#BFE3EE"
_LIT = "#FFE59A"


def _window(x: float, y: float, size: float, glass: str) -> list[Part]:
    half = size / 2
    return [
        *inside(plate(x - half, y - half, x + half, y + half, 5), glass),
        *line(curve((x, y - half), (x, y + half)), curve((x - half, y), (x + half, y)), width=4),
    ]


def _bush(x: float, y: float, size: float) -> list[Part]:
    return solid(
        blob(
            *(
                (x + size * a, y + size * b)
                for a, b in ((-1, 0.4), (-0.9, -0.3), (-0.35, -0.75), (0.35, -0.75), (0.9, -0.3), (1, 0.4), (0, 0.6))
            )
        ),
        "#84BF6A",
    )


HOME = (
    *solid(corners((134, 26, 4), (156, 26, 4), (156, 90, 2), (134, 90, 2)), "#C98B63"),
    *solid(corners((38, 84, 4), (100, 40, 4), (162, 84, 4), (162, 178, 8), (38, 178, 8)), "#FBE3B8"),
    *solid(corners((100, 20, 10), (186, 88, 9), (172, 104, 7), (100, 48, 10), (28, 104, 7), (14, 88, 9)), "#E4604E"),
    *inside(blob((66, 177, 0), (66, 134), (72, 120), (84, 114), (96, 120), (102, 134), (102, 177, 0)), "#4F8F8B"),
    *spot(circle(93, 150, 3.6), fill="#FFE59A"),
    *_window(132, 130, 30, _LIT),
    *spot(heart(100, 86, 13), fill="#E4604E"),
    *_bush(165, 170, 24),
    *_bush(34, 173, 20),
    *spot(
        circle(157, 164, 4),
        circle(170, 158, 4),
        circle(174, 171, 4),
        circle(30, 166, 4),
        circle(40, 172, 4),
        fill="#F7A6A0",
    ),
)

SCHOOL = (
    *pole(curve((100, 16), (100, 60))),
    *solid(
        blob((103, 14, 0), (116, 11), (128, 17), (142, 14, 0), (142, 34, 0), (128, 37), (116, 31), (103, 34, 0)),
        "#5CB0A8",
    ),
    *solid(plate(14, 96, 186, 182, 8), "#F2B56B"),
    *solid(corners((10, 82, 6), (190, 82, 6), (190, 102, 6), (10, 102, 6)), "#8C6BB0"),
    *solid(corners((60, 76, 5), (100, 44, 8), (140, 76, 5), (140, 182, 6), (60, 182, 6)), "#FBD9A0"),
    *solid(corners((100, 36, 8), (152, 78, 6), (143, 90, 6), (100, 56, 8), (57, 90, 6), (48, 78, 6)), "#8C6BB0"),
    *inside(circle(100, 96, 17), "#FFFDF8"),
    *line(curve((100, 86), (100, 97, 0), (107, 101))),
    *_window(36, 134, 24, _GLASS),
    *_window(164, 134, 24, _GLASS),
    *inside(plate(78, 132, 122, 182, 6), "#E4604E"),
    *line(curve((100, 132), (100, 181))),
    *spot(circle(92, 158, 3), circle(108, 158, 3), fill=_LIT),
)
