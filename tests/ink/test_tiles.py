"""The page's tiles show the strokes, each change touches only its tiles, and pictures are painted the same way."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.ink import PALETTE, WIDTHS, Stroke, simplify
from app.ink.handwriting import scribble
from app.ink.photo import Photo
from app.ink.sticker import Sticker
from app.ink.tiles import COLUMNS, EMPTY, ROWS, TILES, Raster, picture
from tests.ink.strokes import drawn_stroke

SCALE = 0.2
# A line that is drawn over itself adds up what rounding does on its edge.
DRAWINGS = st.lists(drawn_stroke(), max_size=6, unique=True).map(lambda s: [(f"s{i}", x) for i, x in enumerate(s)])
ACROSS = Stroke(((100, 600), (1500, 610)), 3, 32)
CORNER = Stroke(((50, 50), (120, 90)), 8, 16)


def opened(png: bytes) -> Image.Image:
    """A PNG, read by Pillow, which checks its sums."""
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def page(raster: Raster) -> Image.Image:
    """The whole page, put together from its tiles."""
    whole = Image.new("RGBA", (raster.side * COLUMNS, raster.side * ROWS))
    for tile in TILES:
        if raster.png(tile) != EMPTY:
            whole.paste(opened(raster.png(tile)), (tile[0] * raster.side, tile[1] * raster.side))
    return whole


def shown(strokes: list[tuple[str, Stroke]]) -> Raster:
    raster = Raster(SCALE)
    raster.show(strokes)
    return raster


def tiles(raster: Raster) -> list[bytes]:
    return [opened(raster.png(tile)).tobytes() for tile in TILES]


@settings(deadline=None, max_examples=40)
@given(DRAWINGS)
def test_the_tiles_together_are_the_picture(strokes: list[tuple[str, Stroke]]) -> None:
    raster = shown(strokes)
    size = (raster.side * COLUMNS, raster.side * ROWS)
    ground = "#FFFDF8"
    together = Image.new("RGBA", size, ground)
    together.alpha_composite(page(raster))
    off = ImageChops.difference(together, opened(picture([s for _, s in strokes], size, ground)))
    # Two of the sixteen finer pixels at most, here and there on an edge (Pillow's rounding of polygons).
    assert all(max(channel.tobytes()) <= 32 for channel in off.split())
    assert sum(off.convert("L").point(lambda v: v > 3, "L").histogram()[1:]) <= 4 * (1 + len(strokes))


@settings(deadline=None, max_examples=40)
@given(DRAWINGS, st.data())
def test_adding_and_removing_leave_what_a_fresh_page_shows(
    strokes: list[tuple[str, Stroke]], data: st.DataObject
) -> None:
    raster = Raster(SCALE)
    gone = data.draw(st.sets(st.sampled_from([i for i, _ in strokes]))) if strokes else set()
    for id, stroke in strokes:
        before = {tile: raster.png(tile) for tile in TILES}
        touched = raster.add(id, stroke)
        assert all(raster.png(tile) == before[tile] for tile in TILES if tile not in touched)
    before = {tile: raster.png(tile) for tile in TILES}
    touched = raster.remove(gone)
    assert all(raster.png(tile) == before[tile] for tile in TILES if tile not in touched)
    assert tiles(raster) == tiles(shown([(i, s) for i, s in strokes if i not in gone]))


@settings(deadline=None, max_examples=40)
@given(DRAWINGS, st.data())
def test_showing_other_strokes_names_every_tile_that_changed(
    strokes: list[tuple[str, Stroke]], data: st.DataObject
) -> None:
    raster = Raster(SCALE)
    for _ in range(3):
        wanted = data.draw(st.permutations(strokes))[: data.draw(st.integers(0, len(strokes)))]
        before = {tile: raster.png(tile) for tile in TILES}
        touched = raster.show(wanted)
        assert all(raster.png(tile) == before[tile] for tile in TILES if tile not in touched)
        assert tiles(raster) == tiles(shown(wanted))


def test_a_stroke_touches_its_own_tiles_only() -> None:
    raster = Raster(SCALE)
    assert raster.add("a", CORNER) == {(0, 0)}
    assert raster.add("b", ACROSS) == {(0, 1), (1, 1), (2, 1), (3, 1)}
    assert raster.remove(["a"]) == {(0, 0)}
    assert raster.png((0, 0)) == EMPTY
    assert raster.png((1, 1)) != EMPTY


def test_showing_the_same_again_changes_no_tile() -> None:
    raster = shown([("a", CORNER), ("b", ACROSS)])
    assert raster.show([("a", CORNER), ("b", ACROSS)]) == frozenset()
    assert raster.show([("a", CORNER), ("b", ACROSS._replace(colour=5))]) == {(c, 1) for c in range(4)}


def test_a_stroke_that_is_there_is_not_drawn_twice_and_one_that_is_not_is_not_missed() -> None:
    raster = shown([("a", CORNER)])
    assert raster.add("a", ACROSS) == frozenset()
    assert raster.remove(["nobody"]) == frozenset()


def test_a_later_stroke_lies_on_top_and_has_its_own_colour() -> None:
    under, over = Stroke(((200, 200),), 3, 200), Stroke(((200, 200),), 8, 100)
    raster = shown([("u", under), ("o", over)])
    image = opened(raster.png((0, 0))).convert("RGBA")
    middle, rim = image.getpixel((40, 40)), image.getpixel((40, 26))
    assert middle == (*bytes.fromhex(PALETTE[8][1][1:]), 255)
    assert rim == (*bytes.fromhex(PALETTE[3][1][1:]), 255)
    assert image.getpixel((2, 2)) == (0, 0, 0, 0)


def test_strokes_that_change_places_are_drawn_in_their_new_order() -> None:
    under, over = ("u", Stroke(((200, 200),), 3, 200)), ("o", Stroke(((200, 200),), 8, 100))
    raster = shown([under, over])
    assert raster.show([over, under, ("a", CORNER)]) == {(0, 0)}
    assert tiles(raster) == tiles(shown([over, under, ("a", CORNER)]))
    assert tiles(raster) != tiles(shown([under, over, ("a", CORNER)]))


def test_what_lay_under_a_stroke_comes_back_to_the_last_pixel() -> None:
    strokes = [(f"s{i}", Stroke(simplify(scribble(120, i)), i % 12, WIDTHS[i % 3])) for i in range(24)]
    raster = shown(strokes)
    before = tiles(raster)
    for i in range(24, 40):
        raster.add("new", Stroke(simplify(scribble(30, i)), 1, 8))
        raster.remove(["new"])
        assert tiles(raster) == before


def test_edges_are_soft() -> None:
    shades = {a for _, a in opened(shown([("a", CORNER)]).png((0, 0))).getchannel("A").getcolors() or []}
    assert len(shades) > 8


def test_a_stroke_off_the_page_touches_nothing() -> None:
    assert Raster(SCALE).add("off", Stroke(((-300, -300), (-200, -100)))) == frozenset()


def test_a_colour_of_a_newer_version_is_drawn_as_the_first() -> None:
    assert picture([CORNER._replace(colour=200)], (160, 120)) == picture([CORNER._replace(colour=0)], (160, 120))


@pytest.mark.parametrize("size", [(280, 210), (200, 200), (97, 31), (1, 1)])
def test_a_small_picture_has_the_size_and_the_ground_asked_for(size: tuple[int, int]) -> None:
    image = opened(picture([ACROSS], size, "#FFFDF8"))
    assert image.size == size
    assert picture([], (8, 6)) != picture([], (8, 6), "#FFFDF8")
    if size == (200, 200):
        assert image.getpixel((100, 2)) == (255, 253, 248, 255)
        assert image.getpixel((100, 101)) == (*bytes.fromhex(PALETTE[3][1][1:]), 255)


def test_the_default_tile_is_520_pixels_and_any_scale_gives_whole_ones() -> None:
    assert Raster().side == 520
    assert Raster(0.651).side == 260


def test_a_tile_with_a_photo_shows_exactly_what_was_painted() -> None:
    chance = random.Random(3)
    grain = io.BytesIO()
    Image.frombytes("RGB", (160, 120), chance.randbytes(160 * 120 * 3)).save(grain, "JPEG", quality=95)
    raster = Raster(photos={"a": grain.getvalue()})
    raster.show([("line", Stroke(((20, 20), (380, 300)))), ("photo", Photo("a", 200, 200, 300, 220, 30))])
    shown = Image.open(io.BytesIO(raster.png((0, 0)))).convert("RGBA")
    assert shown.tobytes() == raster._drawn[(0, 0)].image.tobytes()
    raster.remove(["photo"])
    shown = Image.open(io.BytesIO(raster.png((0, 0)))).convert("RGBA")
    assert shown.tobytes() == raster._drawn[(0, 0)].image.tobytes(), "strips of both ways in one tile"


def test_a_page_full_of_the_largest_stickers_holds_little_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    largest: list[int] = []
    new = Image.new

    def noted(mode: str, size: tuple[int, int], *colour: object) -> Image.Image:
        largest.append(size[0] * size[1])
        return new(mode, size, *colour)  # type: ignore[arg-type]

    monkeypatch.setattr(Image, "new", noted)
    raster = Raster()
    raster.show([(str(n), Sticker("dog", 800, 600, 1200, 45 + n)) for n in range(4)])
    assert max(largest) < 16_000_000, "pixels of one picture on the finer grid"
    assert sum(look.around[2] * look.around[3] for look in raster._things.values()) < 4 * 12_000_000
    raster.show([])
    raster.show([("one", Sticker("sun", 100, 100, 100))])
    assert len(raster._things) == 1, "what is not shown any more is not kept"


def test_a_sticker_painted_by_bands_has_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    sticker = Sticker("house", 700, 500, 900, 30)
    whole = picture([sticker], (1600, 1200))
    monkeypatch.setattr("app.ink.rasterize._BAND", 60_000)
    apart = ImageChops.difference(opened(whole), opened(picture([sticker], (1600, 1200))))
    # Pillow's polygons differ by a pixel of the finer grid when they are shifted.
    assert max(high for _low, high in apart.getextrema()) <= 64
