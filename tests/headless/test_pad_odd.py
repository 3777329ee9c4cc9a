"""The pad when things are not as they should be: another tab's touch, a lock in the middle, a photo that is gone."""

import io

import pytest
from PIL import Image

from app.document import Add, Change, Item, Remove, Set
from app.ink.drawing import PHOTO, STICKER, marks
from app.ink.mark import Mark
from app.ink.photo import Photo, placed
from app.ink.sticker import Sticker
from app.photo import take_in
from app.workspace.application import Tablet
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, to_pad
from tests.headless.test_pad import drawings, in_tiles, line

pytestmark = pytest.mark.asyncio

GONE = "0" * 64
"""The name of a photo that the store does not have."""


def page_of(tablet: Tablet) -> Item:
    """Return the one page of the drawings."""
    (page,) = document(tablet, drawings(tablet)).children(None, section="mine")
    return page


def there(tablet: Tablet) -> tuple[Mark, ...]:
    """Return what is on that page."""
    return tuple(mark for _id, mark in marks(document(tablet, drawings(tablet)), page_of(tablet).id))


def make(tablet: Tablet, *changes: Change) -> None:
    """Change the page from elsewhere: another tab, another tablet."""
    assert tablet._desk is not None
    tablet._desk.make(drawings(tablet), changes, actor=page_of(tablet).by, scene="elsewhere", spell="another")


async def put(tab: Tab, tablet: Tablet, mark: Photo | Sticker) -> Add:
    """Put something on the page from elsewhere."""
    page = page_of(tablet)
    sort = PHOTO if isinstance(mark, Photo) else STICKER
    add = sort.add(mark._asdict(), section="mine", by=page.by, parent=page.id, for_whom=page.for_whom)
    make(tablet, add)
    await tab.still()
    return add


def middle(tab: Tab) -> tuple[float, float]:
    page = tab.control("page")["content"]
    return page["width"] / 2, page["height"] / 2


async def a_photo(tablet: Tablet) -> str:
    """Keep a photo beside the drawings, and return its name."""
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "#C7352E").save(file, "PNG")
    assert tablet._desk is not None
    return await tablet._desk.keep_blob(drawings(tablet), take_in(file.getvalue()).jpeg)


async def test_a_photo_alone_on_a_page_can_be_picked_up_again(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    await put(tab, tablet, placed(await a_photo(tablet), 400, 300))
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    await tab.until(lambda: there(tablet) == ())
    await tab.touch("undo")
    await tab.until(lambda: len(there(tablet)) == 1)


async def test_a_thin_photo_made_smaller_and_smaller_is_still_there(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    await put(tab, tablet, Photo(await a_photo(tablet), 800, 600, 700, 9))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    for _ in range(8):
        await tab.touch("smaller")
    (photo,) = there(tablet)
    assert isinstance(photo, Photo)
    assert photo.height >= 8


async def test_a_photo_that_the_store_has_not_is_a_grey_that_can_be_taken_off(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    await put(tab, tablet, placed(GONE, 400, 300))
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)), "nothing stands where the photo was")
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    await tab.until(lambda: not in_tiles(tab.screen, middle(tab)))


async def test_the_same_photo_twice_is_two_things(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    photo = placed(await a_photo(tablet), 400, 300)
    await put(tab, tablet, photo)
    await put(tab, tablet, photo)
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    assert there(tablet) == (photo,)


async def test_what_another_tab_takes_off_leaves_the_hand_and_no_step(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    add = await put(tab, tablet, Sticker("dog", 800, 600, 300))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.finds("take-off")
    tab.down("page", middle(tab))
    tab.move("page", (10, 10))
    make(tablet, Remove(add.item.id))
    await tab.still()
    tab.up("page", (10, 10))
    await tab.still()
    assert there(tablet) == ()
    assert not tab.has("take-off")
    assert tab.is_off("undo")
    await tab.touch("pen-felt")
    await tab.stroke("page", line(100))
    await tab.until(lambda: len(there(tablet)) == 1)


async def test_a_sticker_that_two_tabs_move_at_once_is_where_each_of_them_put_it(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    add = await put(tab, tablet, Sticker("dog", 800, 600, 300))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    x, y = middle(tab)
    tab.down("page", (x, y))
    tab.move("page", (x + 50, y))
    await tab.settled()
    make(tablet, Set(add.item.id, "y", 700))
    await tab.still()
    tab.move("page", (x + 60, y))
    tab.up("page", (x + 60, y))
    await tab.still()
    (dog,) = there(tablet)
    assert isinstance(dog, Sticker)
    assert (dog.x, dog.y) == (800 + round(60 * 1600 / (2 * x)), 700)


@pytest.mark.parametrize("leave", ["hide", "finished"])
async def test_left_in_the_middle_of_carrying_nothing_is_lost_and_nothing_is_shown(
    tab: Tab, tablet: Tablet, leave: str
) -> None:
    await to_pad(tab)
    sticker = Sticker("dog", 800, 600, 300)
    await put(tab, tablet, sticker)
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    tab.down("page", middle(tab))
    tab.move("page", (10, 10))
    await tab.touch(leave)
    await tab.still()
    assert not tab.has("page") or leave == "hide", "only the harmless page of Hide"
    assert not tab.has("take-off")
    assert tab.stopped is None


async def test_what_a_newer_version_drew_is_left_alone_and_nothing_breaks(tab: Tab, tablet: Tablet) -> None:
    await to_pad(tab)
    add = await put(tab, tablet, Sticker("dog", 800, 600, 300))
    page = page_of(tablet)
    odd = [
        {**add.item.fields, "size": 2**62},
        {**add.item.fields, "x": float("nan")},
        {**add.item.fields, "turn": -1},
        {**add.item.fields, "art": "a" * 500},
        {"art": "dog"},
        {**placed(GONE, 4, 3)._asdict(), "blob": "../../etc"},
    ]
    for n, fields in enumerate(odd):
        sort = "photo" if "blob" in fields else "sticker"
        make(tablet, Add(Item(f"odd-{n}", "mine", page.id, "a1", sort, page.by, page.for_whom, fields)))
    await tab.still()
    assert there(tablet) == (Sticker("dog", 800, 600, 300),)
    await tab.stroke("page", line(100))
    await tab.until(lambda: len(there(tablet)) == 2)


async def test_the_sentence_about_the_pen_goes_when_fingers_draw_again(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    monkeypatch.setattr("app.ui.screens.pad.RESTING", 0)
    await tab.stroke("page", line(100), kind="stylus")
    await tab.touch("pen-alone")
    await tab.with_a_finger(line(300))
    await tab.sees("Only the pen draws now.")
    await tab.touch("more")
    await tab.touch("only-pen")
    await tab.touch("close-more")
    assert not tab.says("Only the pen draws now.")
