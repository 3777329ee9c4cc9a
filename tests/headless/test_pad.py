"""The pad: what the pen draws is there at once and stays, and the eraser, undo and clear do what a child expects."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from app.ink import PALETTE, PENS, WIDTHS, Stroke
from app.ink.drawing import marks, strokes
from app.ink.mark import Mark
from app.ink.sticker import Sticker
from app.ink.tiles import EMPTY, Raster, Tile
from app.workspace.application import Application
from tests.headless.flet_session import Spot, Tab
from tests.headless.glass import Node, key_of, nodes_of
from tests.headless.sitting import FAMILY, document, draw_line, gives_back, to_pad, to_page, to_plan

pytestmark = pytest.mark.asyncio


def line(at: float, *, left: float = 100, count: int = 20) -> list[Spot]:
    return [(left + 10 * n, at + 2 * n) for n in range(count)]


def controls(tree: object, item_type: str) -> Iterator[Node]:
    """Yield the controls of one sort in what the client has."""
    if isinstance(tree, dict):
        if tree.get("_c") == item_type:
            yield tree
        for value in tree.values():
            yield from controls(value, item_type)
    elif isinstance(tree, list):
        for value in tree:
            yield from controls(value, item_type)


def live(screen: Node) -> list[str]:
    """Return the ids of the strokes that are on the page as shapes."""
    return list(dict.fromkeys(str(n["key"]).rpartition("-")[0] for n in controls(screen, "Points")))


def in_shapes(screen: Node, spot: Spot) -> bool:
    """Whether a stroke on the page goes through a point, as shapes."""
    return any(list(spot) in [list(p) for p in n["points"]] for n in controls(screen, "Points"))


def in_tiles(screen: Node, spot: Spot) -> bool:
    """Whether the tiles have ink at a point."""
    for tile in controls(screen, "Image"):
        x, y = (spot[0] - tile.get("left", 0)) / tile["width"], (spot[1] - tile.get("top", 0)) / tile["height"]
        if 0 <= x < 1 and 0 <= y < 1:
            ink = _alpha(tile["src"])
            return bool(ink.getpixel((int(x * ink.width), int(y * ink.height))))
    return False


@cache
def _alpha(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGBA").getchannel("A")


def inked(tab: Tab) -> int:
    """Return how many tiles have ink."""
    return sum(n["src"] != EMPTY for n in controls(tab.screen, "Image") if key_of(n).startswith("tile-"))


def drawings(application: Application) -> str:
    """Return the id of the open drawings."""
    assert application._workspace is not None
    (found,) = [id for id, held in application._workspace._open.items() if held.document.kind.slug == "drawings"]
    return found


def kept(application: Application) -> list[str]:
    """Return the ids of the strokes on the one page of the drawings."""
    now = document(application, drawings(application))
    (page,) = now.children(None, section="mine")
    return [id for id, _stroke in strokes(now, page.id)]


async def test_a_pen_is_ready_and_a_stroke_is_on_the_page_and_kept(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    assert not inked(tab)
    await draw_line(tab)
    await tab.until(lambda: len(kept(application)) == 1)
    await tab.until(lambda: inked(tab))
    await tab.until(lambda: not live(tab.screen))


async def test_the_first_point_is_where_the_pen_touched_and_the_last_where_it_left(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    width = tab.control("page")["content"]["width"]
    await tab.stroke("page", [(30, 40), (60, 90), (200, 300)])
    await tab.until(lambda: kept(application))
    now = document(application, drawings(application))
    (page,) = now.children(None, section="mine")
    ((_id, stroke),) = strokes(now, page.id)
    scale = 1600 / width
    assert stroke.points[0] == (round(30 * scale), round(40 * scale))
    assert stroke.points[-1] == (round(200 * scale), round(300 * scale))


async def test_every_move_is_on_the_page_at_once(tab: Tab) -> None:
    await to_pad(tab)
    spots = line(200, count=80)
    tab.down("page", spots[0])
    for spot in spots[1:]:
        tab.move("page", spot)
        await tab.settled()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert in_shapes(tab.screen, spot)
    assert all(in_shapes(tab.screen, spot) for spot in spots)
    assert live(tab.screen) == ["live"]


async def test_a_dot_is_a_stroke(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.dot("page", (300, 300))
    await tab.until(lambda: len(kept(application)) == 1)
    await tab.until(lambda: inked(tab))


async def test_a_drag_that_the_system_takes_away_draws_nothing(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    tab.down("page", (100, 100))
    tab.event(tab.control("page"), "pan_cancel", None)
    await tab.settled()
    await tab.still()
    assert not live(tab.screen)
    assert not kept(application)


async def test_three_strokes_a_second_neither_flicker_nor_queue(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    clock = asyncio.get_running_loop().time
    drawn = [line(60 + 55 * n, left=60 + 25 * n) for n in range(7)]
    frames: list[tuple[list[bool], list[bool]]] = []

    def look() -> None:
        for screen in tab.frames():
            shapes = [in_shapes(screen, spots[10]) for spots in drawn]
            tiles = [in_tiles(screen, spots[10]) for spots in drawn]
            frames.append((shapes, tiles))

    for spots in drawn:
        begun = clock()
        tab.down("page", spots[0])
        for spot in spots[1:]:
            tab.move("page", spot)
            await asyncio.sleep(0.005)
            look()
        tab.up("page", spots[-1])
        while clock() < begun + 1 / 3:
            await asyncio.sleep(0.01)
            look()

    def done() -> bool:
        look()
        return not any(frames[-1][0])

    await tab.until(done, "the shapes of finished strokes stayed")
    assert len(kept(application)) == len(drawn)
    assert all(frames[-1][1])
    for n in range(len(drawn)):
        seen = [shapes[n] or tiles[n] for shapes, tiles in frames]
        assert all(seen[seen.index(True) :]), f"stroke {n} flickered"
        first = next(shapes[n] for shapes, tiles in frames if tiles[n])
        assert first, f"the shapes of stroke {n} went before its tiles could be decoded"
    # Both at once only for the moment that a browser needs: one stroke or two at this pace.
    both = [sum(s and t for s, t in zip(shapes, tiles, strict=True)) for shapes, tiles in frames]
    assert max(both) <= 4, "finished strokes queue under the pen"


async def test_a_stroke_drawn_while_a_tile_is_being_drawn_is_not_forgotten(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    at_work: list[int] = []
    show = Raster.show

    def slowly(raster: Raster, wanted: Sequence[tuple[str, Stroke]]) -> frozenset[Tile]:
        assert not at_work, "two threads draw on one raster"
        at_work.append(len(wanted))
        time.sleep(0.1)
        at_work.clear()
        return show(raster, wanted)

    monkeypatch.setattr(Raster, "show", slowly)
    drawn = [line(100), line(500, left=600), line(300, left=300)]
    for spots in drawn:
        await tab.stroke("page", spots)
        await asyncio.sleep(0.03)
    await tab.until(lambda: not live(tab.screen), "finished strokes stayed as shapes")
    assert all(in_tiles(tab.screen, spots[10]) for spots in drawn)


async def test_undo_takes_the_latest_stroke_back_and_redo_brings_it_again(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    first, second = line(100), line(400)
    await tab.stroke("page", first)
    await tab.stroke("page", second)
    await tab.until(lambda: inked(tab) and not live(tab.screen))
    await tab.touch("undo")
    await tab.until(lambda: not in_tiles(tab.screen, second[10]))
    assert in_tiles(tab.screen, first[10])
    await tab.touch("undo")
    await tab.until(lambda: not inked(tab))
    assert tab.is_off("undo")
    await tab.touch("more")
    assert tab.is_off("clear")
    await tab.touch("close-more")
    await tab.touch("redo")
    await tab.until(lambda: in_tiles(tab.screen, first[10]))
    await tab.stroke("page", line(250))
    await tab.until(lambda: tab.is_off("redo"))
    assert len(kept(application)) == 2


async def test_undo_straight_after_a_stroke_leaves_nothing_of_it_on_the_page(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.pad.surface.AFTERGLOW", 60)
    await to_pad(tab)
    await tab.stroke("page", line(100))
    await tab.touch("undo")
    await tab.until(lambda: not kept(application))
    await tab.until(lambda: not live(tab.screen) and not inked(tab), "the stroke stayed as shapes")


async def test_the_eraser_takes_the_strokes_it_meets_and_one_drag_is_one_step(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    for at in (100, 200, 500):
        await tab.stroke("page", line(at))
    await tab.until(lambda: len(kept(application)) == 3)
    await tab.touch("eraser")
    await tab.stroke("page", [(200, 60 + 10 * n) for n in range(20)])
    await tab.until(lambda: len(kept(application)) == 1)
    await tab.until(lambda: not in_tiles(tab.screen, line(100)[10]) and in_tiles(tab.screen, line(500)[10]))
    await tab.touch("undo")
    await tab.until(lambda: len(kept(application)) == 3)
    await tab.until(lambda: in_tiles(tab.screen, line(100)[10]))


async def test_a_touch_of_the_eraser_takes_what_lies_under_it(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.stroke("page", line(100))
    await tab.stroke("page", line(500))
    await tab.touch("eraser")
    await tab.dot("page", line(100)[10])
    await tab.until(lambda: len(kept(application)) == 1)
    await tab.touch("pen-felt")
    await tab.stroke("page", line(300))
    await tab.until(lambda: len(kept(application)) == 2)


async def test_clear_asks_first_and_one_touch_on_undo_brings_all_back(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    for at in (100, 200, 300):
        await tab.stroke("page", line(at))
    await tab.until(lambda: len(kept(application)) == 3)
    await tab.touch("more")
    await tab.touch("clear")
    await tab.sees("One touch on Undo brings it back.")
    await tab.touch("clear-no")
    assert len(kept(application)) == 3
    await tab.touch("more")
    await tab.touch("clear")
    await tab.touch("clear-yes")
    await tab.until(lambda: not inked(tab) and not live(tab.screen))
    assert not kept(application)
    await tab.touch("undo")
    await tab.until(lambda: all(in_tiles(tab.screen, line(at)[10]) for at in (100, 200, 300)))


async def test_colour_and_width_are_the_strokes(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.touch("colour")
    await tab.touch("size-2")
    await tab.touch("colour-8")
    await tab.stroke("page", line(100))
    await tab.until(lambda: kept(application))
    now = document(application, drawings(application))
    (page,) = now.children(None, section="mine")
    ((_id, stroke),) = strokes(now, page.id)
    assert (stroke.colour, stroke.width) == (8, WIDTHS[2])
    await tab.until(lambda: in_tiles(tab.screen, line(100)[10]))
    tile = next(t["src"] for t in controls(tab.screen, "Image") if t["src"] != EMPTY)
    colours = Image.open(BytesIO(tile)).convert("RGBA").getcolors(1 << 20) or []
    inks = [f"#{r:02x}{g:02x}{b:02x}" for _n, (r, g, b, a) in colours if a == 255]
    assert PALETTE[8][1].lower() in inks


async def the_drawing(application: Application) -> tuple[Mark, ...]:
    """Return what is on the one page of the drawings, the lowest first."""
    now = document(application, drawings(application))
    (page,) = now.children(None, section="mine")
    return tuple(mark for _id, mark in marks(now, page.id))


async def test_every_pen_draws_a_line_of_its_own(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    for n, pen in enumerate(PENS):
        await tab.touch(f"pen-{pen}")
        await tab.stroke("page", line(100 + 150 * n))
    await tab.until(lambda: len(kept(application)) == len(PENS))
    found = [mark for mark in await the_drawing(application) if isinstance(mark, Stroke)]
    assert [(s.pen, s.width) for s in found] == [(pen.slug, pen.widths[1]) for pen in PENS.values()]


async def test_a_quick_line_is_thinner_and_the_page_shows_it_as_it_is_kept(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.stroke("page", line(100), milliseconds=2)
    await tab.stroke("page", line(300), milliseconds=200)
    await tab.until(lambda: len(kept(application)) == 2)
    quick, slow = (mark for mark in await the_drawing(application) if isinstance(mark, Stroke))
    assert quick.widths
    assert min(quick.widths) < WIDTHS[1]
    assert slow.widths == ()


async def test_rubbing_out_takes_what_the_rubber_met_and_one_touch_brings_it_back(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await tab.stroke("page", line(200, count=40))
    await tab.until(lambda: len(kept(application)) == 1)
    await tab.touch("rubber")
    middle = line(200, count=40)[20]
    await tab.stroke("page", [(middle[0], middle[1] + 4 * n) for n in range(-15, 16)])
    await tab.until(lambda: len(kept(application)) == 2, "a line in two")
    await tab.until(lambda: not in_tiles(tab.screen, middle) and not live(tab.screen))
    assert in_tiles(tab.screen, line(200, count=40)[2])
    assert in_tiles(tab.screen, line(200, count=40)[38])
    await tab.touch("undo")
    await tab.until(lambda: len(kept(application)) == 1 and in_tiles(tab.screen, middle))


async def test_rubbing_where_nothing_is_leaves_no_mark_and_no_step(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.touch("rubber")
    await tab.stroke("page", line(300))
    await tab.until(lambda: not live(tab.screen))
    assert tab.is_off("undo")


async def test_the_last_colours_used_stay_at_hand(tab: Tab) -> None:
    await to_pad(tab)
    await tab.touch("colour")
    await tab.touch("colour-16")
    assert [tab.words_in(f"recent-{n}") for n in range(2)] == [["Skin, brown"], ["Red"]]


async def test_a_sticker_is_put_moved_sized_turned_mirrored_and_taken_off_a_touch_each(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await tab.touch("stickers")
    await tab.touch("sticker-dog")
    await tab.until(lambda: inked(tab) == 0 and tab.has("larger"), "a dog in hand")

    async def dog() -> Sticker:
        (found,) = await the_drawing(application)
        assert isinstance(found, Sticker)
        return found

    at = await dog()
    assert (at.art, at.x, at.y) == ("dog", 800, 600)
    page = tab.control("page")["content"]
    middle = (page["width"] / 2, page["height"] / 2)
    await tab.stroke("page", [middle, (middle[0] + 60, middle[1] + 30)])
    scale = 1600 / page["width"]
    await tab.until(lambda: not tab.is_off("undo"))
    moved = await dog()
    assert (moved.x, moved.y) == (800 + round(60 * scale), 600 + round(30 * scale))
    for key in ("larger", "turn-right", "mirror"):
        await tab.touch(key)
    changed = await dog()
    assert changed.size > moved.size
    assert changed.turn == 15
    assert changed.mirrored
    for _touch in range(4):
        await tab.touch("undo")
    assert await dog() == at
    await tab.touch("let-go")
    await tab.until(lambda: inked(tab) > 0, "the dog among the rest")
    await tab.touch("stickers")
    await tab.dot("page", middle)
    await tab.touch("take-off")
    assert await the_drawing(application) == ()
    await tab.touch("undo")
    assert await dog() == at


async def test_a_sticker_goes_behind_what_is_drawn_and_in_front_again(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.stroke("page", line(100))
    await tab.until(lambda: kept(application))
    await tab.touch("stickers")
    await tab.touch("sticker-sun")
    await tab.touch("to-back")
    assert [type(mark) for mark in await the_drawing(application)] == [Sticker, Stroke]
    await tab.touch("to-front")
    assert [type(mark) for mark in await the_drawing(application)] == [Stroke, Sticker]


async def test_a_line_on_a_page_that_is_shown_larger_is_where_the_pen_was(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    width = tab.control("page")["content"]["width"]
    await tab.touch("zoom-in")
    middle = (width / 2, width * 3 / 8)
    await tab.stroke("page", [middle, (middle[0] + 150, middle[1])])
    await tab.until(lambda: kept(application))
    (found,) = await the_drawing(application)
    assert isinstance(found, Stroke)
    assert found.points == ((800, 600), (800 + round(100 * 1600 / width), 600))
    await tab.until(lambda: in_tiles(tab.screen, (middle[0] + 75, middle[1])), "the line, larger")
    await tab.touch("zoom-out")
    await tab.until(lambda: in_tiles(tab.screen, (middle[0] + 50, middle[1])))
    assert tab.is_off("zoom-out")


async def test_only_the_pen_is_offered_when_a_pen_is_seen_and_a_finger_is_then_told(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    monkeypatch.setattr("app.ui.screens.pad_state.RESTING", 0)
    await tab.stroke("page", line(100), kind="stylus")
    await tab.touch("pen-alone")
    await tab.with_a_finger(line(300))
    await tab.sees("Only the pen draws now.")
    assert len(kept(application)) == 1
    await tab.stroke("page", line(400), kind="stylus")
    await tab.touch("more")
    await tab.touch("only-pen")
    await tab.touch("close-more")
    await tab.with_a_finger(line(500))
    await tab.until(lambda: len(kept(application)) == 3)


async def test_the_tools_go_to_the_other_side_for_the_other_hand(tab: Tab) -> None:
    await to_pad(tab)

    def tools_first() -> bool:
        keys = [key_of(n) for n in nodes_of(tab.screen)]
        return keys.index("pen-felt") < keys.index("page")

    assert tools_first()
    await tab.touch("more")
    await tab.touch("other-side")
    await tab.touch("close-more")
    assert not tools_first()


async def test_the_pad_in_a_childs_hands_has_no_plan_no_name_and_one_way_out(tab: Tab) -> None:
    await to_pad(tab)
    anywhere = [v for v in tab.everything() if isinstance(v, str)]
    for words in (FAMILY, "Our story", "Jo", "Copy", "Lock", "Back"):
        assert words not in anywhere
    await gives_back(tab, "draw")


async def test_a_page_left_blank_is_used_again(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    for _ in range(3):
        await gives_back(tab, "draw")
        await tab.touch("draw")
        await tab.finds("page")
    assert len(document(application, drawings(application)).children(None, section="mine")) == 1
    await draw_line(tab)
    await gives_back(tab, "draw")
    await tab.touch("draw")
    await tab.finds("page")
    assert not inked(tab)
    assert len(document(application, drawings(application)).children(None, section="mine")) == 2


async def test_a_drawing_left_and_opened_again_is_there(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.touch("draw")
    await draw_line(tab)
    await tab.touch("finished")
    await tab.touch("draw")
    await tab.until(lambda: inked(tab))
    assert tab.is_off("redo")
    await tab.touch("undo")
    await tab.until(lambda: not inked(tab))


async def test_strokes_drawn_just_before_i_am_finished_are_kept(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await tab.stroke("page", line(100))
    await gives_back(tab, "draw")
    await tab.touch("lock")
    await to_pad(tab)
    assert len(document(application, drawings(application)).children(None, section="mine")) == 2


async def test_the_page_is_as_large_as_the_window_lets_it_be_and_the_stroke_stays_where_it_is(tab: Tab) -> None:
    await to_pad(tab)
    spots = line(100)
    before = tab.control("page")["content"]["width"]
    await tab.stroke("page", spots)
    await tab.until(lambda: inked(tab) and not live(tab.screen))
    await tab.resize(820, 1180)
    await tab.until(lambda: tab.control("page")["content"]["width"] != before)
    smaller = tab.control("page")["content"]["width"] / before
    there = (spots[10][0] * smaller, spots[10][1] * smaller)
    await tab.until(lambda: in_tiles(tab.screen, there))
