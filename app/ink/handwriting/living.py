"""The people and animals that the made-up hand can draw, each in a square of 100 × 100."""

import math

from app.ink.handwriting.lines import MIDDLE, THICK, THIN, Hand


def person(
    hand: Hand,
    *,
    hair: str = "brown",
    top: str = "red",
    legs: str = "blue",
    style: str = "short",
    mood: str = "happy",
    arms: str = "out",
) -> None:
    """Draw somebody: a large round head, eyes, a mouth, hair, coloured clothes, fingers like rays.

    style: "short", "long", "curly", "bun" or "none". mood: "happy", "sad" or "unsure". arms: "out", "up".
    """
    dress = style in ("long", "bun")
    shirt = [(43, 46), (57, 46), (70, 80), (30, 80)] if dress else [(39, 46), (61, 46), (62, 72), (38, 72)]
    hand.fill(shirt, top, MIDDLE, gap=1.0)
    hand.line([*shirt, shirt[0]], "black")
    hip = 80.0 if dress else 72.0
    for x, foot in ((44, -5), (56, 5)):
        hand.line([(x, hip), (x + foot / 5, 96)], "black" if dress else legs, THIN if dress else MIDDLE)
        hand.curve([(x + foot / 5, 96), (x + foot, 98), (x + foot * 2, 96.5)], "black", MIDDLE)
    for way in (-1, 1):
        end = (50 + way * 33, 34 if arms == "up" else 58)
        hand.curve([(50 + way * 9, 49), (50 + way * 22, 49 if arms == "up" else 54), end], "black")
        for k in (-1, 0, 1):
            lift = -5.5 if arms == "up" else 1.5
            hand.line([end, (end[0] + way * (5 - abs(k)), end[1] + lift + k * 4.5)], "black")
    _hair(hand, hair, style, behind=True)
    hand.loop(50, 25, 19, 19, "black")
    _hair(hand, hair, style, behind=False)
    face(hand, 50, 26, 1.0, mood)


def _hair(hand: Hand, colour: str, style: str, *, behind: bool) -> None:
    if style == "curly" and not behind:
        for k in range(9):
            angle = math.pi + k / 8 * math.pi
            hand.loop(50 + 19 * math.cos(angle), 22 + 18 * math.sin(angle), 4.5, 4.5, colour, MIDDLE, turns=1.3)
    elif style == "long" and behind:
        for way in (-1, 1):
            for k in range(3):
                x = 50.0 + way * (14 + 3 * k)
                hand.curve([(50, 7), (x, 12 + k), (x + way * 4, 30), (x + way * 3, 46 + k)], colour, MIDDLE)
    elif style == "bun" and behind:
        hand.fill(hand.oval(50, 2, 8, 7), colour, MIDDLE)
        hand.curve([(32, 19), (38, 8), (50, 5), (62, 8), (68, 19)], colour, THICK)
    elif style == "short" and not behind:
        for k in range(8):
            x = 34 + k * 4.6
            hand.line(
                [(x + 1, 16 - 5 * math.sin((k + 0.5) / 8 * math.pi)), (x, 3 + abs(k - 3.5) * 1.7)],
                colour,
                MIDDLE,
            )


def face(hand: Hand, x: float, y: float, scale: float, mood: str) -> None:
    """Draw eyes, a mouth, and what goes with the mood, round (x, y)."""
    for way in (-1, 1):
        hand.dot(x + way * 6.5 * scale, y - 3.5 * scale, "black", MIDDLE)
    bend = {"happy": 5.0, "sad": -4.5}.get(mood, 0.6) * scale
    base = y + (5.5 if mood == "happy" else 9.5 if mood == "sad" else 8) * scale
    hand.curve(
        [(x - 8 * scale, base), (x, base + bend), (x + 8 * scale, base)],
        "red" if mood == "happy" else "black",
    )
    if mood == "happy":
        for way in (-1, 1):
            hand.loop(x + way * 11.5 * scale, y + 3 * scale, 2.2 * scale, 2.0 * scale, "pink", THIN, turns=1.6)
    if mood == "sad":
        hand.curve(
            [(x + 8 * scale, y), (x + 9.5 * scale, y + 4 * scale), (x + 8.5 * scale, y + 7 * scale)],
            "light blue",
        )


def cat(hand: Hand, colour: str = "orange") -> None:
    """Draw a cat that sits, from the front, its tail up."""
    hand.curve([(68, 88), (84, 88), (88, 74), (80, 64), (86, 55)], colour, THICK)
    hand.fill(hand.oval(50, 74, 20, 22), colour, THICK)
    hand.loop(50, 74, 21, 23, "black")
    hand.fill(hand.oval(50, 36, 19, 16), colour, THICK)
    hand.loop(50, 36, 21, 18, "black")
    for way in (-1, 1):
        hand.line([(50 + way * 19, 29), (50 + way * 18, 9), (50 + way * 6, 19)], "black")
        hand.line([(50 + way * 15.5, 24), (50 + way * 15, 16)], "pink", MIDDLE)
        hand.dot(50 + way * 8, 33, "black", MIDDLE)
        for k in (-1, 0, 1):
            hand.line([(50 + way * 9, 41 + k * 1.5), (50 + way * 29, 40 + k * 5)], "black")
        hand.curve([(50 + way * 8, 78), (50 + way * 8, 92), (50 + way * 3, 96)], "black")
    hand.line([(47.5, 38), (52.5, 38), (50, 41), (47.5, 38)], "pink", MIDDLE)
    hand.curve([(43, 44), (46.5, 47), (50, 42), (53.5, 47), (57, 44)], "black")


def dog(hand: Hand, colour: str = "brown") -> None:
    """Draw a dog from the side."""
    hand.fill([(24, 46), (72, 46), (74, 68), (24, 70)], colour, THICK)
    hand.curve([(72, 50), (60, 45), (36, 45), (24, 48), (20, 60), (26, 70), (50, 71), (72, 70), (75, 58)], "black")
    for x in (28, 36, 62, 70):
        hand.line([(x, 69), (x, 92), (x + 5, 92.5)], "black", MIDDLE)
    hand.fill(hand.oval(79, 36, 14, 12), colour, THICK)
    hand.loop(79, 36, 15, 13, "black")
    hand.curve([(69, 27), (62, 32), (62, 45), (68, 46), (72, 33)], "black", MIDDLE)
    hand.dot(82, 33, "black")
    hand.dot(94, 36, "black", THICK)
    hand.curve([(82, 43), (87, 46), (92, 42)], "red")
    hand.curve([(21, 54), (10, 46), (9, 34)], colour, THICK)
