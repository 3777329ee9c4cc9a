"""Animals that live with a family."""

from app.ink.sticker_art.figures import eyes
from app.ink.sticker_art.parts import INK, inside, limb, line, shifted, solid, spot
from app.ink.sticker_art.paths import blob, circle, curve, mirrored, oval

_COAT, _EAR, _SNOUT = "#D9A066", "#8A5A3B", "#FFF0D9"
_EAR_SHAPE = blob((70, 30), (52, 26), (36, 44), (28, 78), (36, 100), (50, 98), (60, 74), (68, 54))
DOG = (
    *limb(curve((134, 164), (160, 160), (170, 134)), 15, _COAT),
    *solid(blob((70, 104), (58, 140), (60, 176), (100, 186), (140, 176), (142, 140), (130, 104)), _COAT),
    *spot(blob((84, 112), (80, 144), (100, 158), (120, 144), (116, 112)), fill=_SNOUT),
    *line(curve((88, 150), (88, 178)), curve((112, 150), (112, 178))),
    *solid(oval(76, 179, 17, 9), _COAT),
    *solid(oval(124, 179, 17, 9), _COAT),
    *solid(blob((100, 20), (132, 28), (148, 60), (140, 94), (100, 112), (60, 94), (52, 60), (68, 28)), _COAT),
    *spot(blob((100, 24), (109, 40), (108, 62), (100, 70), (92, 62), (91, 40)), fill=_SNOUT),
    *solid(_EAR_SHAPE, _EAR),
    *solid(mirrored(_EAR_SHAPE), _EAR),
    *spot(oval(100, 87, 27, 20), fill=_SNOUT),
    *inside(blob((92, 94, 0), (108, 94, 0), (108, 106), (100, 112), (92, 106)), "#F2827C"),
    *line(curve((80, 87), (90, 95), (100, 88, 0), (110, 95), (120, 87))),
    *spot(blob((100, 87), (90, 79), (92, 73), (100, 71), (108, 73), (110, 79)), fill=INK),
    *eyes(100, 64, 46, 5.4),
    *line(curve((68, 110), (100, 122), (132, 110)), width=16),
    *line(curve((68, 110), (100, 122), (132, 110)), width=6, colour="#E4604E"),
    *inside(circle(100, 127, 8), "#F7BE45"),
)

_FUR, _STRIPE, _PALE = "#8FA0AE", "#62717F", "#F6EFE6"
_CAT = (
    *limb(curve((126, 172), (156, 171), (175, 152), (174, 126), (160, 108)), 16, _FUR),
    *solid(blob((72, 104), (58, 142), (60, 178), (100, 186), (140, 178), (142, 142), (128, 104)), _FUR),
    *spot(blob((88, 112), (82, 140), (100, 154), (118, 140), (112, 112)), fill=_PALE),
    *line(curve((88, 152), (88, 178)), curve((112, 152), (112, 178))),
    *solid(oval(77, 179, 16, 8.5), _PALE),
    *solid(oval(123, 179, 16, 8.5), _PALE),
    *solid(
        blob(
            (46, 74),
            (48, 46),
            (54, 19, 0),
            (66, 25),
            (80, 37),
            (100, 34),
            (120, 37),
            (134, 25),
            (146, 19, 0),
            (152, 46),
            (154, 74),
            (138, 102),
            (100, 113),
            (62, 102),
        ),
        _FUR,
    ),
    *spot(blob((57, 48, 0), (60, 31, 0), (72, 42, 0)), blob((143, 48, 0), (140, 31, 0), (128, 42, 0)), fill="#EFA0A0"),
    *line(curve((100, 40), (100, 54)), curve((86, 43), (87, 52)), curve((114, 43), (113, 52)), width=5, colour=_STRIPE),
    *spot(oval(100, 92, 24, 15), fill=_PALE),
    *eyes(100, 72, 52, 6),
    *spot(blob((92, 83, 0), (100, 81), (108, 83, 0), (100, 91)), fill="#E57F83"),
    *line(curve((84, 93), (92, 98), (100, 92, 0), (108, 98), (116, 93))),
    *line(
        curve((54, 86), (68, 89)),
        curve((55, 97), (68, 96)),
        curve((146, 86), (132, 89)),
        curve((145, 97), (132, 96)),
        width=3.6,
    ),
)
CAT = tuple(shifted(_CAT, -12, -3))
