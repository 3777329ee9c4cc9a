"""The pad in a real browser: every pen and tool by mouse and by finger, two fingers, and a pen beside a palm."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, PENS, Stroke
from app.ink.mark import Mark
from app.ink.sticker import Sticker
from app.ink.tiles import picture
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Hand, Somebody, Spot
from tests.journeys.seeing import overlap

PAGES: dict[Hand, tuple[str, str]] = {
    "mouse": ("Our family", "family"),
    "finger": ("What happened then?", "happened"),
    "pen": ("Who is worried?", "who"),
}
"""The page of the story that each hand draws on, with its slug."""

NEAR = 6
"""Page units: a dot of a screen whose dots are halved, and a little."""


def across(y: float, left: float = 0.2, right: float = 0.8) -> list[Spot]:
    return [(left + (right - left) * n / 8, y) for n in range(9)]


class Page:
    """A blank page under somebody's hand, and what the store has of it."""

    def __init__(self, house: House, mia: Somebody, hand: Hand) -> None:
        self.plan = house.plan()
        self.house, self.mia = house, mia
        step, self.slug = PAGES[hand]
        mia.opens_to_draw(step)
        mia.clears()
        mia.finds_the_page(blank=True)

    def marks(self) -> list[Mark]:
        return self.house.marks(self.plan)[self.slug]

    def strokes(self) -> list[Stroke]:
        return self.house.drawings(self.plan)[self.slug]

    def stickers(self) -> list[Sticker]:
        return [mark for mark in self.marks() if isinstance(mark, Sticker)]

    def has(self, count: int) -> None:
        self.mia.waits_for(lambda: len(self.marks()) == count, f"{count} marks on the disk, not {len(self.marks())}")

    def looks_as_it_is_kept(self) -> bool:
        """Whether the pad looks like what the store has."""
        seen = self.mia.picture(self.mia.paper)
        return overlap(seen, Image.open(io.BytesIO(picture(self.marks(), seen.size, "#FFFFFF")))) > 0.85


def is_at(stroke: Stroke, first: Spot, last: Spot) -> None:
    """Make sure that a line goes from a place on the whole page (0 to 1) to another."""
    ends = [value for point in (stroke.points[0], stroke.points[-1]) for value in point]
    wanted = [x * PAGE_WIDTH if n == 0 else x * PAGE_HEIGHT for spot in (first, last) for n, x in enumerate(spot)]
    assert ends == pytest.approx(wanted, abs=NEAR)


@pytest.mark.parametrize("hand", ["mouse", "finger"])
def test_every_pen_the_rubber_and_a_sticker_and_a_page_shown_larger(otters: House, comes: Comes, hand: Hand) -> None:
    mia = comes(otters, touches=hand == "finger", sharp=True).unlocks()
    page = Page(otters, mia, hand)
    for n, name in enumerate(("Pencil", "Felt pen", "Highlighter")):
        mia.takes(name)
        mia.draws(across(0.1 + n / 10), hand)
    page.has(3)
    assert [s.pen for s in page.strokes()] == list(PENS)
    for n, stroke in enumerate(page.strokes()):
        is_at(stroke, (0.2, 0.1 + n / 10), (0.8, 0.1 + n / 10))

    mia.takes("Rub out")
    mia.draws([(0.5, 0.16 + n / 100) for n in range(9)], hand)
    page.has(4)

    mia.touch("Stickers")
    mia.touch("A dog")
    expect(mia.button("Turn right")).to_be_visible()
    mia.draws([(0.5, 0.5), (0.55, 0.55), (0.7, 0.7)], hand)
    mia.touch("Turn right")
    mia.waits_for(lambda: [s.turn for s in page.stickers()] == [15], "a dog that was turned")
    (dog,) = page.stickers()
    assert (dog.x, dog.y) == pytest.approx((0.7 * PAGE_WIDTH, 0.7 * PAGE_HEIGHT), abs=NEAR)
    mia.touch("Take it off")
    page.has(4)
    mia.touch("Undo")
    page.has(5)

    mia.takes("Felt pen")
    mia.touch("Show it larger")
    mia.draws(across(0.5), hand)
    page.has(6)
    # One and a half times as large round the middle.
    is_at(page.strokes()[-1], (0.3, 0.5), (0.7, 0.5))
    if hand == "finger":
        small = mia.picture(mia.paper)
        mia.spreads(((0.3, 0.4), (0.2, 0.4)), ((0.5, 0.4), (0.6, 0.4)))
        mia.waits_for(lambda: mia.picture(mia.paper) != small, "the page to be larger")
        mia.page.wait_for_timeout(300)
        mia.draws([(0.1, 0.9), (0.3, 0.9), (0.9, 0.9)], hand)
        page.has(7)
        long = page.strokes()[-1]
        # Twice as large as that: three times.
        assert long.points[-1][0] - long.points[0][0] == pytest.approx(0.8 * PAGE_WIDTH / 3, rel=0.05)
    for _step in range(3 if hand == "finger" else 1):
        mia.touch("Show it smaller")
        mia.page.wait_for_timeout(300)  # Flutter takes two touches in one moment for one.
    # Where a mouse rests on it, its tooltip is told as a part of its name.
    expect(mia.button("Show it smaller", exact=False)).to_be_disabled()
    mia.waits_for(page.looks_as_it_is_kept, "the page to look as it is kept")


def test_a_pen_draws_and_then_the_palm_beside_it_does_not(otters: House, comes: Comes) -> None:
    mia = comes(otters, touches=True).unlocks()
    page = Page(otters, mia, "pen")
    mia.draws(across(0.2), "pen")
    page.has(1)
    is_at(page.strokes()[0], (0.2, 0.2), (0.8, 0.2))
    expect(mia.button("Only the pen")).to_be_visible()
    mia.draws(across(0.4), "finger")
    page.has(2)
    mia.touch("Only the pen")
    mia.page.wait_for_timeout(2200)
    mia.draws(across(0.6), "finger")
    mia.sees("Only the pen draws now. Touch “More” to draw with fingers too.")
    mia.draws(across(0.8), "pen")
    page.has(3)
    assert [s.points[0][1] for s in page.strokes()] == pytest.approx(
        [y * PAGE_HEIGHT for y in (0.2, 0.4, 0.8)], abs=NEAR
    )
    mia.touch("More")
    mia.touch("Fingers draw too")
    mia.touch("Done")
    mia.draws(across(0.6), "finger")
    page.has(4)
