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
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, to_pad
from tests.headless.test_pad import drawings, in_tiles, line

pytestmark = pytest.mark.asyncio

GONE = "0" * 64
"""The name of a photo that the store does not have."""


def page_of(application: Application) -> Item:
    """Return the one page of the drawings."""
    (page,) = document(application, drawings(application)).children(None, section="mine")
    return page


def there(application: Application) -> tuple[Mark, ...]:
    """Return what is on that page."""
    return tuple(mark for _id, mark in marks(document(application, drawings(application)), page_of(application).id))


def make(application: Application, *changes: Change) -> None:
    """Change the page from elsewhere: another tab, another tablet."""
    assert application._workspace is not None
    application._workspace.make(
        drawings(application), changes, actor=page_of(application).by, undo_scope="elsewhere", undo_session="another"
    )


async def put(tab: Tab, application: Application, mark: Photo | Sticker) -> Add:
    """Put something on the page from elsewhere."""
    page = page_of(application)
    item_type = PHOTO if isinstance(mark, Photo) else STICKER
    add = item_type.add(mark._asdict(), section="mine", by=page.by, parent=page.id, for_whom=page.for_whom)
    make(application, add)
    await tab.still()
    return add


def middle(tab: Tab) -> tuple[float, float]:
    page = tab.control("page")["content"]
    return page["width"] / 2, page["height"] / 2


async def a_photo(application: Application) -> str:
    """Keep a photo beside the drawings, and return its name."""
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "#C7352E").save(file, "PNG")
    assert application._workspace is not None
    return await application._workspace.keep_blob(drawings(application), take_in(file.getvalue()).jpeg)


async def test_a_photo_alone_on_a_page_can_be_picked_up_again(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await put(tab, application, placed(await a_photo(application), 400, 300))
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    await tab.until(lambda: there(application) == ())
    await tab.touch("undo")
    await tab.until(lambda: len(there(application)) == 1)


async def test_a_thin_photo_made_smaller_and_smaller_is_still_there(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    await put(tab, application, Photo(await a_photo(application), 800, 600, 700, 9))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    for _ in range(8):
        await tab.touch("smaller")
    (photo,) = there(application)
    assert isinstance(photo, Photo)
    assert photo.height >= 8


async def test_a_photo_that_the_store_has_not_is_a_grey_that_can_be_taken_off(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await put(tab, application, placed(GONE, 400, 300))
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)), "nothing stands where the photo was")
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    await tab.until(lambda: not in_tiles(tab.screen, middle(tab)))


async def test_the_same_photo_twice_is_two_things(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    photo = placed(await a_photo(application), 400, 300)
    await put(tab, application, photo)
    await put(tab, application, photo)
    await tab.until(lambda: in_tiles(tab.screen, middle(tab)))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.touch("take-off")
    assert there(application) == (photo,)


async def test_what_another_tab_takes_off_leaves_the_hand_and_no_step(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    add = await put(tab, application, Sticker("dog", 800, 600, 300))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    await tab.finds("take-off")
    tab.down("page", middle(tab))
    tab.move("page", (10, 10))
    make(application, Remove(add.item.id))
    await tab.still()
    tab.up("page", (10, 10))
    await tab.still()
    assert there(application) == ()
    assert not tab.has("take-off")
    assert tab.is_off("undo")
    await tab.touch("pen-felt")
    await tab.stroke("page", line(100))
    await tab.until(lambda: len(there(application)) == 1)


async def test_a_sticker_that_two_tabs_move_at_once_is_where_each_of_them_put_it(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    add = await put(tab, application, Sticker("dog", 800, 600, 300))
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    x, y = middle(tab)
    tab.down("page", (x, y))
    tab.move("page", (x + 50, y))
    await tab.settled()
    make(application, Set(add.item.id, "y", 700))
    await tab.still()
    tab.move("page", (x + 60, y))
    tab.up("page", (x + 60, y))
    await tab.still()
    (dog,) = there(application)
    assert isinstance(dog, Sticker)
    assert (dog.x, dog.y) == (800 + round(60 * 1600 / (2 * x)), 700)


@pytest.mark.parametrize("leave", ["hide", "finished"])
async def test_left_in_the_middle_of_carrying_nothing_is_lost_and_nothing_is_shown(
    tab: Tab, application: Application, leave: str
) -> None:
    await to_pad(tab)
    sticker = Sticker("dog", 800, 600, 300)
    await put(tab, application, sticker)
    await tab.touch("stickers")
    await tab.dot("page", middle(tab))
    tab.down("page", middle(tab))
    tab.move("page", (10, 10))
    await tab.touch(leave)
    await tab.still()
    assert not tab.has("page") or leave == "hide", "only the harmless page of Hide"
    assert not tab.has("take-off")
    assert tab.stopped is None


async def test_what_a_newer_version_drew_is_left_alone_and_nothing_breaks(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    add = await put(tab, application, Sticker("dog", 800, 600, 300))
    page = page_of(application)
    odd = [
        {**add.item.fields, "size": 2**62},
        {**add.item.fields, "x": float("nan")},
        {**add.item.fields, "turn": -1},
        {**add.item.fields, "art": "a" * 500},
        {"art": "dog"},
        {**placed(GONE, 4, 3)._asdict(), "blob": "../../etc"},
    ]
    for n, fields in enumerate(odd):
        item_type = "photo" if "blob" in fields else "sticker"
        make(application, Add(Item(f"odd-{n}", "mine", page.id, "a1", item_type, page.by, page.for_whom, fields)))
    await tab.still()
    assert there(application) == (Sticker("dog", 800, 600, 300),)
    await tab.stroke("page", line(100))
    await tab.until(lambda: len(there(application)) == 2)


async def test_the_sentence_about_the_pen_goes_when_fingers_draw_again(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    monkeypatch.setattr("app.ui.screens.pad_state.RESTING", 0)
    await tab.stroke("page", line(100), kind="stylus")
    await tab.touch("pen-alone")
    await tab.with_a_finger(line(300))
    await tab.sees("Only the pen draws now.")
    await tab.touch("more")
    await tab.touch("only-pen")
    await tab.touch("close-more")
    assert not tab.says("Only the pen draws now.")
