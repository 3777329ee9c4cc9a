"""Whole pages that the made-up hand draws, for the pages of a storyboard."""

from collections.abc import Callable, Mapping
from functools import partial

from app.ink.curve import Spot
from app.ink.handwriting.doodles import (
    bed,
    car,
    flower,
    heart,
    house,
    moon,
    phone,
    rainbow,
    school,
    star,
    sun,
    table,
    tree,
)
from app.ink.handwriting.lines import MIDDLE, THICK, Hand
from app.ink.handwriting.living import cat, dog, person
from app.ink.stroke import Stroke


class _Page:
    """Puts drawings beside each other on one page."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = f"{name} {seed}"
        self.strokes: list[Stroke] = []

    def put(self, draw: Callable[[Hand], None], at: Spot, size: float) -> None:
        hand = Hand(f"{self.name} {len(self.strokes)}", at, size)
        draw(hand)
        self.strokes += hand.strokes


_mum = partial(person, hair="brown", top="green", style="long")
_nan = partial(person, hair="grey", top="purple", style="bun")
_dad = partial(person, hair="black", top="blue", legs="grey", style="short")
_me = partial(person, hair="orange", top="yellow", legs="red", style="curly")
_brother = partial(person, hair="orange", top="red", legs="blue", style="short")
_worker = partial(person, hair="black", top="orange", legs="brown", style="curly")


def _grass(hand: Hand) -> None:
    """The ground: a green line, and tufts. For a square of the page's width, middle on the line."""
    hand.curve([(2, 50), (25, 49), (50, 50.5), (75, 49.4), (98, 50)], "green", THICK)
    for k in range(13):
        x = hand.near(5 + k * 7.4, 2)
        hand.line([(x - 1, 50), (x - 1.6, 47.5), (x, 49.6), (x + 0.4, 46.8), (x + 1.2, 50)], "light green", MIDDLE)


def _sky(hand: Hand) -> None:
    """The sky as children draw it: a blue band at the top. For a square of the page's width."""
    hand.fill([(1, 46), (99, 46), (99, 51), (1, 51)], "light blue", THICK, slant=0.02, gap=0.9)


def _cloud(hand: Hand) -> None:
    hand.curve(
        [
            (12, 62),
            (8, 46),
            (24, 38),
            (36, 24),
            (54, 28),
            (66, 22),
            (80, 36),
            (92, 46),
            (86, 63),
            (50, 65),
            (12, 62),
        ],
        "grey",
        THICK,
    )


def _rain(hand: Hand) -> None:
    _cloud(hand)
    for k in range(9):
        x = hand.near(16 + k * 8.5, 1.5)
        y = 74 + (k % 3) * 9
        hand.line([(x, y), (x - 2, y + 9)], "blue", MIDDLE)


def _talking(hand: Hand) -> None:
    """A speech bubble with a heart in it."""
    hand.loop(50, 44, 44, 34, "black", MIDDLE)
    hand.line([(26, 72), (16, 94), (42, 77)], "black", MIDDLE)
    hand.curve([(50, 38), (42, 26), (32, 36), (50, 62), (68, 36), (58, 26), (50, 38)], "red", MIDDLE)


def _question(hand: Hand) -> None:
    hand.curve([(32, 32), (36, 16), (54, 10), (68, 22), (64, 40), (51, 50), (50, 68)], "purple", THICK)
    hand.dot(50, 86, "purple", THICK)


def _stars(hand: Hand) -> None:
    for x, y, r in ((12, 22, 8), (34, 60, 6), (58, 18, 9), (84, 40, 7)):
        star(hand, x, y, r)


def _tick(hand: Hand) -> None:
    hand.line([(22, 52), (42, 78), (82, 20)], "green", THICK)


def _title(seed: int) -> tuple[Stroke, ...]:
    page = _Page("title", seed)
    page.put(_grass, (800, 1090), 1560)
    page.put(rainbow, (800, 420), 980)
    page.put(house, (800, 830), 560)
    page.put(flower, (360, 990), 230)
    page.put(partial(flower, colour="purple"), (1240, 990), 210)
    page.put(sun, (200, 190), 300)
    return tuple(page.strokes)


def _family(seed: int) -> tuple[Stroke, ...]:
    page = _Page("family", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(sun, (1390, 180), 320)
    page.put(_nan, (230, 790), 600)
    page.put(_mum, (600, 760), 660)
    page.put(_me, (930, 860), 460)
    page.put(_brother, (1190, 910), 360)
    page.put(cat, (1430, 970), 270)
    page.put(heart, (770, 290), 170)
    page.put(partial(heart, colour="pink"), (480, 230), 110)
    return tuple(page.strokes)


def _worried(seed: int) -> tuple[Stroke, ...]:
    page = _Page("worried", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(_rain, (390, 240), 430)
    page.put(partial(_nan, mood="unsure"), (430, 780), 640)
    page.put(partial(_worker, mood="unsure"), (1000, 770), 660)
    page.put(_question, (720, 330), 210)
    page.put(_question, (1310, 300), 260)
    page.put(partial(dog, colour="brown"), (1370, 960), 300)
    return tuple(page.strokes)


def _night(seed: int) -> tuple[Stroke, ...]:
    page = _Page("night", seed)
    page.put(moon, (1300, 270), 420)
    page.put(_stars, (500, 330), 620)
    page.put(bed, (740, 720), 960)
    page.put(partial(cat, colour="grey"), (1390, 930), 330)
    return tuple(page.strokes)


def _what_happened(seed: int) -> tuple[Stroke, ...]:
    page = _Page("what-happened", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(house, (380, 720), 680)
    page.put(car, (1120, 950), 460)
    page.put(partial(_mum, mood="sad"), (850, 800), 500)
    page.put(_cloud, (1180, 240), 480)
    return tuple(page.strokes)


def _not_your_fault(seed: int) -> tuple[Stroke, ...]:
    page = _Page("not-your-fault", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(partial(heart, colour="pink"), (800, 340), 520)
    page.put(partial(_me, arms="up"), (800, 850), 520)
    page.put(flower, (330, 960), 300)
    page.put(partial(flower, colour="orange"), (1270, 960), 280)
    page.put(sun, (200, 200), 300)
    return tuple(page.strokes)


def _house_rules(seed: int) -> tuple[Stroke, ...]:
    page = _Page("house-rules", seed)
    page.put(house, (460, 700), 820)
    page.put(_mum, (1000, 770), 620)
    page.put(_me, (1360, 870), 440)
    page.put(_grass, (800, 1110), 1560)
    for k, y in enumerate((150, 300)):
        page.put(_tick, (970, y), 120)
        page.put((heart, sun)[k], (1140, y), 140)
    return tuple(page.strokes)


def _talk_to(seed: int) -> tuple[Stroke, ...]:
    page = _Page("talk-to", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(_me, (300, 860), 460)
    page.put(_talking, (540, 370), 400)
    page.put(_nan, (850, 790), 600)
    page.put(phone, (1330, 380), 440)
    page.put(_worker, (1290, 870), 460)
    return tuple(page.strokes)


def _school_day(seed: int) -> tuple[Stroke, ...]:
    page = _Page("school-day", seed)
    page.put(_sky, (800, 60), 1580)
    page.put(_grass, (800, 1110), 1560)
    page.put(school, (620, 700), 860)
    page.put(partial(_me, arms="up"), (1180, 850), 480)
    page.put(_brother, (1440, 920), 340)
    page.put(sun, (1380, 290), 300)
    return tuple(page.strokes)


def _next(seed: int) -> tuple[Stroke, ...]:
    page = _Page("next", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(table, (800, 790), 680)
    page.put(partial(_worker, arms="up"), (240, 790), 620)
    page.put(_dad, (1340, 780), 640)
    page.put(sun, (800, 240), 330)
    return tuple(page.strokes)


def _ending(seed: int) -> tuple[Stroke, ...]:
    page = _Page("ending", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(rainbow, (1010, 330), 820)
    page.put(tree, (260, 760), 740)
    page.put(partial(_mum, arms="up"), (780, 870), 460)
    page.put(partial(_me, arms="up"), (1090, 920), 360)
    page.put(dog, (1380, 970), 300)
    page.put(sun, (200, 160), 260)
    return tuple(page.strokes)


def _my_page(seed: int) -> tuple[Stroke, ...]:
    page = _Page("my-page", seed)
    page.put(partial(cat, colour="grey"), (620, 680), 820)
    page.put(partial(heart, colour="purple"), (1220, 380), 300)
    page.put(_stars, (1240, 820), 520)
    return tuple(page.strokes)


def _future(seed: int) -> tuple[Stroke, ...]:
    page = _Page("future", seed)
    page.put(_grass, (800, 1110), 1560)
    page.put(partial(car, colour="orange"), (560, 820), 720)
    page.put(partial(_worker, arms="up"), (1050, 800), 560)
    page.put(dog, (1360, 970), 320)
    page.put(sun, (1370, 230), 330)
    page.put(_stars, (420, 260), 420)
    return tuple(page.strokes)


SCENES: Mapping[str, Callable[[int], tuple[Stroke, ...]]] = {
    "title": _title,
    "family": _family,
    "worried": _worried,
    "night": _night,
    "what-happened": _what_happened,
    "not-your-fault": _not_your_fault,
    "house-rules": _house_rules,
    "talk-to": _talk_to,
    "school-day": _school_day,
    "next": _next,
    "ending": _ending,
    "my-page": _my_page,
    "future": _future,
}
