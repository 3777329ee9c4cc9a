"""What the made-up hand can draw: each is a few lines in a square of 100 × 100, drawn as children draw them."""

import math
from collections.abc import Callable, Mapping

from app.ink.handwriting.lines import MIDDLE, THICK, THIN, Hand
from app.ink.handwriting.living import cat, dog, face, person


def house(hand: Hand) -> None:
    """Draw the house of every child: roof, chimney with smoke, door, two windows with crosses."""
    hand.fill([(16, 46), (50, 14), (84, 46)], "red", THICK, slant=-0.8)
    hand.line([(18, 46), (18, 95), (82, 95), (82, 46)], "black", MIDDLE)
    hand.line([(11, 47), (50, 11), (89, 47), (11, 47)], "black", MIDDLE)
    hand.line([(65, 23), (65, 9), (74, 9), (74, 31)], "black")
    hand.curve([(70, 7), (66, 2), (73, -2), (68, -7), (77, -12), (74, -17)], "grey", MIDDLE)
    hand.fill([(43, 68), (58, 68), (58, 95), (43, 95)], "brown", MIDDLE, slant=1.4)
    hand.line([(43, 95), (43, 67), (58, 67), (58, 95)], "black")
    hand.dot(55, 83, "yellow")
    for x in (24, 64):
        hand.fill([(x, 55), (x + 12, 55), (x + 12, 67), (x, 67)], "light blue", MIDDLE)
        hand.line([(x, 54), (x + 13, 54), (x + 13, 67), (x, 67), (x, 54)], "black")
        hand.line([(x + 6.5, 54), (x + 6.5, 67)], "black")
        hand.line([(x, 60.5), (x + 13, 60.5)], "black")


def sun(hand: Hand) -> None:
    """Draw a sun with rays and a smile."""
    hand.fill(hand.oval(50, 50, 23, 23), "yellow", THICK)
    hand.loop(50, 50, 25, 25, "orange", MIDDLE)
    for k in range(12):
        angle = hand.near(k / 12 * 2 * math.pi, 0.07)
        far = hand.near(46, 4)
        hand.line(
            [
                (50 + 31 * math.cos(angle), 50 + 31 * math.sin(angle)),
                (50 + far * math.cos(angle), 50 + far * math.sin(angle)),
            ],
            "orange" if k % 2 else "yellow",
            MIDDLE,
        )
    face(hand, 50, 49, 1.1, "happy")


def tree(hand: Hand) -> None:
    """Draw an apple tree."""
    hand.fill([(43, 55), (57, 55), (59, 97), (41, 97)], "brown", MIDDLE, slant=1.5, gap=1.0)
    hand.line([(43, 56), (41, 97)], "black")
    hand.line([(57, 56), (60, 97)], "black")
    hand.fill(hand.oval(50, 33, 33, 26), "light green", THICK, gap=0.9)
    cloud = [
        (
            50 + 36 * math.cos(k / 16 * 2 * math.pi) * (1 if k % 2 else 0.86),
            33 + 29 * math.sin(k / 16 * 2 * math.pi) * (1 if k % 2 else 0.86),
        )
        for k in range(17)
    ]
    hand.curve(cloud, "green", MIDDLE)
    for x, y in ((34, 28), (50, 20), (63, 33), (44, 42), (58, 48), (27, 40)):
        hand.loop(x, y, 2.6, 2.6, "red", MIDDLE, turns=1.7)


def heart(hand: Hand, colour: str = "red") -> None:
    """Draw a heart, coloured in."""
    edge = [
        (50, 30),
        (42, 15),
        (25, 13),
        (14, 28),
        (20, 50),
        (50, 86),
        (80, 50),
        (86, 28),
        (75, 13),
        (58, 15),
    ]
    hand.fill(edge, colour, THICK)
    hand.curve([*edge[:6]], colour, MIDDLE)
    hand.curve([*edge[5:], edge[0]], colour, MIDDLE)


def car(hand: Hand, colour: str = "blue") -> None:
    """Draw a car from the side."""
    hand.fill([(6, 52), (94, 52), (94, 74), (6, 74)], colour, THICK, slant=0.2)
    hand.curve(
        [(6, 74), (4, 56), (12, 51), (24, 50), (33, 32), (65, 31), (76, 50), (90, 53), (96, 62), (94, 75)],
        "black",
        MIDDLE,
    )
    hand.line([(94, 75), (6, 74)], "black", MIDDLE)
    for left, right in ((32, 48), (52, 69)):
        hand.line(
            [
                (left, 50),
                (left + 4 if left < 40 else left, 37),
                (right, 37) if left < 40 else (right - 6, 37),
                (right, 50),
                (left, 50),
            ],
            "light blue",
            MIDDLE,
        )
    for x in (26, 74):
        hand.fill(hand.oval(x, 76, 8, 8), "grey", MIDDLE)
        hand.loop(x, 76, 10, 10, "black", MIDDLE, turns=1.1)
    hand.loop(92, 61, 2.5, 2.5, "yellow", MIDDLE, turns=1.5)


def bed(hand: Hand) -> None:
    """Draw a bed with somebody small in it, and a blanket of patches."""
    hand.line([(8, 30), (8, 94)], "brown", THICK)
    hand.line([(94, 48), (94, 94)], "brown", THICK)
    hand.line([(8, 80), (94, 80)], "brown", THICK)
    hand.curve([(13, 74), (11, 62), (15, 56), (35, 57), (38, 66), (36, 75)], "light blue", MIDDLE)
    hand.loop(27, 49, 11, 11, "black")
    for k in range(6):
        hand.line([(19 + k * 3, 41), (17 + k * 3.6, 35)], "brown", MIDDLE)
    for x in (22, 30):
        hand.curve([(x - 2, 48), (x, 50), (x + 2, 48)], "black")
    hand.curve([(23, 54), (27, 56.5), (31, 54)], "red")
    hand.fill([(38, 58), (90, 56), (91, 77), (38, 77)], "purple", THICK)
    hand.curve([(37, 78), (37, 60), (50, 56), (72, 55), (91, 57), (92, 78)], "black")
    for x, y in ((48, 66), (62, 62), (76, 68), (86, 63), (56, 72), (70, 74)):
        hand.loop(x, y, 2.2, 2.2, "yellow", MIDDLE, turns=1.4)


def moon(hand: Hand) -> None:
    """Draw a moon and stars."""
    edge = [(60, 8), (38, 14), (26, 34), (30, 60), (48, 78), (70, 80), (54, 68), (46, 48), (48, 26), (60, 8)]
    hand.fill(edge, "yellow", THICK)
    hand.curve(edge, "orange", MIDDLE)
    for x, y, r in ((82, 24, 8), (88, 58, 6), (10, 20, 6), (14, 80, 7)):
        star(hand, x, y, r)


def star(hand: Hand, x: float, y: float, radius: float, colour: str = "yellow") -> None:
    """Draw a star in one go, as children learn to."""
    tips = [(x + radius * math.sin(k * 4 * math.pi / 5), y - radius * math.cos(k * 4 * math.pi / 5)) for k in range(6)]
    hand.line(tips, colour, MIDDLE if radius > 7 else THIN)


def phone(hand: Hand) -> None:
    """Draw a mobile phone that rings."""
    hand.fill([(36, 20), (64, 20), (64, 72), (36, 72)], "light blue", THICK)
    hand.line([(32, 12), (68, 12), (68, 90), (32, 90), (32, 12)], "black", THICK)
    hand.loop(50, 81, 3.5, 3.5, "black", MIDDLE)
    for x, y in ((42, 34), (50, 34), (58, 34), (42, 44), (50, 44), (58, 44), (42, 54), (50, 54), (58, 54)):
        hand.dot(x, y, "black", MIDDLE)
    for way in (-1, 1):
        for k in (0, 1):
            x = 50 + way * (25 + 9 * k)
            hand.curve([(x, 28 - 5 * k), (x + way * 5, 45), (x, 62 + 5 * k)], "orange", MIDDLE)


def rainbow(hand: Hand) -> None:
    """Draw a rainbow that ends in two clouds."""
    for k, colour in enumerate(("red", "orange", "yellow", "green", "blue", "purple")):
        r = 46 - k * 4.6
        hand.curve(
            [(50 - r * math.cos(a), 76 - r * 1.15 * math.sin(a)) for a in (j / 8 * math.pi for j in range(9))],
            colour,
            THICK,
        )
    for x in (12, 88):
        hand.curve(
            [
                (x - 14, 84),
                (x - 16, 74),
                (x - 6, 70),
                (x + 2, 64),
                (x + 9, 71),
                (x + 16, 76),
                (x + 13, 85),
                (x, 86),
                (x - 14, 84),
            ],
            "light blue",
            MIDDLE,
        )


def table(hand: Hand) -> None:
    """Draw a table with food on it and a chair on each side."""
    hand.fill([(20, 50), (80, 50), (80, 56), (20, 56)], "brown", MIDDLE, slant=0.1)
    hand.line([(18, 49), (82, 49), (82, 56), (18, 56), (18, 49)], "black")
    for x in (24, 76):
        hand.line([(x, 56), (x, 92)], "brown", THICK)
    for way in (-1, 1):
        x = 50 + way * 43
        hand.line([(x + way * 2, 36), (x, 68), (x, 92)], "red", MIDDLE)
        hand.line([(x, 68), (x - way * 13, 68), (x - way * 13, 92)], "red", MIDDLE)
    for x in (32, 68):
        hand.curve([(x - 8, 45), (x - 5, 48), (x + 5, 48), (x + 8, 45)], "blue", MIDDLE)
        hand.loop(x, 43, 4, 2.6, "orange", MIDDLE, turns=1.8)
    hand.line([(47, 47), (46, 36), (55, 36), (54, 47)], "green")
    for x, y, colour in ((46, 28, "pink"), (51, 24, "purple"), (56, 28, "yellow")):
        hand.line([(51, 36), (x, y + 3)], "green")
        hand.loop(x, y, 2.4, 2.4, colour, MIDDLE, turns=1.8)


def school(hand: Hand) -> None:
    """Draw a school: long, with many windows, a clock and a flag."""
    hand.fill([(6, 48), (94, 48), (94, 92), (6, 92)], "orange", THICK, slant=-0.5)
    hand.line([(5, 93), (5, 47), (95, 47), (95, 93), (5, 93)], "black", MIDDLE)
    hand.line([(30, 47), (50, 24), (70, 47)], "black", MIDDLE)
    hand.loop(50, 39, 5.5, 5.5, "black")
    hand.line([(50, 35), (50, 39), (53, 41)], "black")
    hand.line([(50, 24), (50, 4)], "black")
    hand.fill([(51, 5), (66, 5), (66, 14), (51, 14)], "purple", MIDDLE)
    for x in (12, 27, 64, 79):
        hand.fill([(x, 57), (x + 9, 57), (x + 9, 70), (x, 70)], "light blue", THICK)
        hand.line([(x, 57), (x + 9, 57), (x + 9, 70), (x, 70), (x, 57)], "black")
    hand.fill([(44, 70), (57, 70), (57, 92), (44, 92)], "blue", THICK)
    hand.line([(44, 93), (44, 69), (57, 69), (57, 93)], "black")
    hand.line([(50.5, 69), (50.5, 93)], "black")


def flower(hand: Hand, colour: str = "pink") -> None:
    """Draw a flower."""
    hand.curve([(50, 48), (52, 70), (49, 98)], "green", MIDDLE)
    hand.curve([(50, 78), (62, 66), (70, 68), (62, 78), (51, 82)], "light green", MIDDLE)
    for k in range(6):
        angle = k / 6 * 2 * math.pi
        hand.loop(50 + 17 * math.cos(angle), 30 + 17 * math.sin(angle), 9, 9, colour, MIDDLE, turns=1.5)
    hand.loop(50, 30, 6, 6, "yellow", THICK, turns=1.6)


DOODLES: Mapping[str, Callable[[Hand], None]] = {
    "bed": bed,
    "car": car,
    "cat": cat,
    "dog": dog,
    "flower": flower,
    "heart": heart,
    "house": house,
    "moon": moon,
    "person": person,
    "phone": phone,
    "rainbow": rainbow,
    "school": school,
    "sun": sun,
    "table": table,
    "tree": tree,
}
