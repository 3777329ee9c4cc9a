"""Eyes, mouths, cheeks and shoes: the same hand in every figure."""

from app.ink.curve import Spot
from app.ink.sticker_art.parts import INK, THIN, Part, both, line, solid, spot
from app.ink.sticker_art.paths import circle, curve, oval, plate

BLUSH = "#EF8E80"
SHINE = "#FFFFFF"


def eyes(x: float, y: float, apart: float, size: float = 5) -> list[Part]:
    """Two open eyes round (x, y), each with a light in it. apart: between their middles."""
    found: list[Part] = []
    for at in (x - apart / 2, x + apart / 2):
        found += spot(oval(at, y, size, size * 1.2), fill=INK)
    for at in (x - apart / 2, x + apart / 2):
        found += spot(circle(at + size * 0.3, y - size * 0.45, size * 0.34), fill=SHINE)
    return found


def shut(x: float, y: float, apart: float, size: float = 8, deep: float = 5) -> list[Part]:
    """Two shut eyes. deep: how far their lids hang down; less than 0 for eyes that laugh."""
    lids = [curve((at - size, y), (at, y + deep), (at + size, y)) for at in (x - apart / 2, x + apart / 2)]
    return line(*lids)


def cheeks(x: float, y: float, apart: float, size: float = 6, colour: str = BLUSH) -> list[Part]:
    """Two warm cheeks."""
    return spot(oval(x - apart / 2, y, size * 1.25, size), oval(x + apart / 2, y, size * 1.25, size), fill=colour)


def mouth(x: float, y: float, across: float, deep: float, width: float = THIN) -> list[Part]:
    """A mouth in one line. deep: how far its middle is below its ends; less than 0 for a sad one."""
    return line(curve((x - across / 2, y), (x, y + deep), (x + across / 2, y)), width=width)


def brows(x: float, y: float, apart: float, across: float, rise: float, colour: str = INK) -> list[Part]:
    """Two eyebrows. rise: how much higher their inner ends are: worried more than 0, angry less."""
    inner, outer = apart / 2 - across / 2, apart / 2 + across / 2
    ends: list[tuple[Spot, Spot]] = [((x - outer, y + rise / 2), (x - inner, y - rise / 2))]
    ends.append(((x + outer, y + rise / 2), (x + inner, y - rise / 2)))
    return line(*(curve(a, b) for a, b in ends), colour=colour, width=THIN + 1)


def shoes(apart: float, y: float, colour: str, across: float = 14) -> list[Part]:
    """Two shoes seen from the front. apart: from the middle of the figure to the middle of a shoe."""
    return both(solid(plate(103 - apart - across, y - 7, 95 - apart + across, y + 7, 7), colour))
