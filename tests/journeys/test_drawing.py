"""A child's drawing: forty strokes by mouse, and forty by finger, and every tool that a child has."""

import io
import math

import pytest
from PIL import Image
from playwright.sync_api import expect

from app.ink import PALETTE, Stroke
from app.ink.tiles import picture
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Hand, Somebody, Spot
from tests.journeys.seeing import overlap

STROKES = 40
ALIKE = 0.85
"""How much of the ink two pictures share that only differ by the browser's scaling of the tiles (0.9 and more)."""
COLOURS = ("Red", "Blue", "Green")
HANDS: tuple[tuple[Hand, str], ...] = (("mouse", "Our family"), ("finger", "What happened then?"))
SLUGS = {"Our family": "family", "What happened then?": "happened"}


def wave(n: int) -> list[Spot]:
    """The nth of the strokes: short waves in a grid of eight by five, none touching another."""
    left, top = 0.04 + (n % 8) * 0.12, 0.06 + (n // 8) * 0.19
    return [(left + i * 0.015, top + 0.04 + 0.03 * math.sin(i * 1.3)) for i in range(6)]


def across(n: int) -> list[Spot]:
    """A line that crosses the nth stroke and no other."""
    left, top = 0.04 + (n % 8) * 0.12, 0.06 + (n // 8) * 0.19
    return [(left + 0.0375, top + y) for y in (-0.03, 0.02, 0.05, 0.11)]


@pytest.mark.parametrize(("hand", "step"), HANDS)
def test_forty_strokes_with_every_tool_are_kept_as_they_look(
    otters: House, comes: Comes, hand: Hand, step: str
) -> None:
    mia = comes(otters, touches=hand == "finger", sharp=True).unlocks()
    plan, slug = otters.plan(), SLUGS[step]
    mia.opens_to_draw(step)
    mia.clears()  # the demo's own drawing
    mia.finds_the_page(blank=True)

    for n in range(STROKES):
        if n in (10, 25):
            mia.picks(COLOURS[n // 10])
        if n == 15:
            mia.sizes("Thick line")
        if n == 30:
            mia.sizes("Thin line")
        mia.draws(wave(n), hand)

    def count() -> int:
        return len(otters.drawings(plan)[slug])

    mia.waits_for(lambda: count() == STROKES, "forty strokes on the disk")

    mia.touch("Undo")
    mia.waits_for(lambda: count() == STROKES - 1, "a stroke less")
    mia.touch("Redo")
    mia.waits_for(lambda: count() == STROKES, "the stroke again")
    mia.touch("Take a line away")
    mia.draws(across(12), hand)
    mia.waits_for(lambda: count() == STROKES - 1, "one stroke rubbed out")
    mia.touch("Undo")
    mia.waits_for(lambda: count() == STROKES, "it again")
    mia.clears()
    mia.waits_for(lambda: count() == 0, "an empty page")
    mia.touch("Undo")
    mia.waits_for(lambda: count() == STROKES, "all of it again, with one touch")

    kept = otters.drawings(plan)[slug]
    assert len({s.colour for s in kept}) == 3
    assert sorted({s.width for s in kept}) == [8, 16, 32]
    mia.finishes()
    mia.sees("Saved")

    # Opened again there is no live stroke: what shows is tiles alone.
    mia.touch("Draw")
    expect(mia.paper).to_be_visible()
    mia.waits_for(lambda: shows(mia, kept), "the tiles to look like the strokes")
    seen = mia.picture(mia.paper).getcolors(10_000_000)
    drawn = {tuple(int(PALETTE[s.colour][1][i : i + 2], 16) for i in (1, 3, 5)) for s in kept}
    assert drawn <= {colour for _n, colour in seen or ()}
    mia.finishes()
    mia.writes("What is in the picture?", " And waves.")

    def captions() -> list[str]:
        return [i["words"] for i in otters.show(plan)["items"] if i["sort"] == "drawing" and "waves" in i["words"]]

    # Waited for: until the last letter has arrived, the screen still says what it said of the line before.
    mia.waits_for(captions, "a caption on the disk")
    # The house is shared by both hands: each has written on a page of its own.
    assert all(words.startswith("A drawing of 40 lines: ") for words in captions())


def shows(mia: Somebody, strokes: list[Stroke]) -> bool:
    """Whether the pad looks like these strokes."""
    seen = mia.picture(mia.paper)
    return overlap(seen, Image.open(io.BytesIO(picture(strokes, seen.size, "#FFFFFF")))) > ALIKE
