"""What stickers and photos cost whoever opens a story: beside one that has as many strokes in their place.

From the store to what is on the glass: the edits read, checked and folded, every photo read from beside them and
opened; the first page's picture, as it stands beside its words; and all tiles of that page, as the pad shows it.
"""

from contextlib import ExitStack
from itertools import islice
from random import Random

from app.blocks.storyboard.screen.editor import PICTURE
from app.document import EVERYONE, Add, Change, Edit, Item, new_id
from app.document.fold import fold
from app.document.kind import Kind
from app.ink import PAGE_HEIGHT, PAGE_WIDTH
from app.ink.drawing import all_photos, marks
from app.ink.mark import Mark
from app.ink.photo import placed
from app.ink.sticker import Sticker
from app.ink.sticker_art import ORDER
from app.ink.tiles import Raster, picture
from app.store import Vault
from tests.bench.drawn import lines
from tests.bench.measuring import Figure, by_turns
from tests.bench.opening import made_vault
from tests.bench.photograph import adding, photograph

PAGES, STROKES = 12, 200
STICKERS, PHOTOS = 40, 6
TURNS = 10
STORYBOARD = Kind(slug="storyboard", name="", family_name="")


def open_decorated() -> Figure:
    """A storyboard of 12 × 200 strokes with 40 stickers and 6 photos all over it, beside 46 strokes more instead."""
    with ExitStack() as stack:
        vaults = [stack.enter_context(made_vault())[0] for _ in range(2)]
        stories = [_story(vault, things=things) for vault, things in zip(vaults, (True, False), strict=True)]
        (ours, full), (theirs, bare) = zip(vaults, stories, strict=True)
        return by_turns(
            "story with 40 stickers, 6 photos opened / strokes",
            lambda _: _opened(ours, full),
            lambda _: _opened(theirs, bare),
            turns=TURNS,
            aim=1.5,
        )


BENCHES = (open_decorated,)


def _story(vault: Vault, *, things: bool) -> str:
    """Keep a story and return its id. The first page has a photo, lowest, and four stickers among its strokes."""
    id = vault.create(STORYBOARD.slug)
    luck = Random(5)
    strokes = iter(lines(PAGES * STROKES + STICKERS + PHOTOS))
    changes: list[Change] = []
    for n in range(PAGES):
        page = Item(new_id(), "story", None, f"a{n:02}", "page", "child", EVERYONE, {})
        found: list[Mark] = [drawn.stroke for drawn in islice(strokes, STROKES)]
        stickers, photos = STICKERS // PAGES + (n < STICKERS % PAGES), int(n * PHOTOS % PAGES == 0)
        if things:
            below: list[Mark] = [placed(vault.put_blob(id, photograph()), 2000, 1500) for _ in range(photos)]
            among: list[Mark] = [_sticker(luck) for _ in range(stickers)]
            found = [*below, *found[: STROKES // 2], *among, *found[STROKES // 2 :]]
        else:
            found += [drawn.stroke for drawn in islice(strokes, stickers + photos)]
        changes += [Add(page), *adding(found, section="story", by="child", parent=page.id)]
    vault.append(id, [_edit(n, change) for n, change in enumerate(changes, start=1)])
    return id


def _sticker(luck: Random) -> Sticker:
    x, y, size = luck.randrange(PAGE_WIDTH), luck.randrange(PAGE_HEIGHT), luck.randrange(150, 450)
    return Sticker(luck.choice(ORDER), x, y, size, luck.randrange(0, 360, 15), luck.random() < 0.5)


def _edit(n: int, change: Change) -> Edit:
    step = new_id()
    return Edit(step, "tablet", n, "child", 1_700_000_000_000 + n, step, "pad", "spell", change)


def _opened(vault: Vault, story: str) -> None:
    loaded = vault.load(story)
    document = fold(story, STORYBOARD, loaded.edits)
    photos = {name: vault.get_blob(story, name) for name in all_photos(document)}
    first = document.children(None, section="story")[0]
    there = marks(document, first.id)
    if loaded.faults or len(there) < STROKES:
        raise AssertionError("not the story that was kept")
    width = PICTURE["wide"] * 2
    picture([mark for _id, mark in there], (width, width * 3 // 4), photos=photos)
    raster = Raster(photos=photos)
    for tile in raster.show(there):
        raster.png(tile)
