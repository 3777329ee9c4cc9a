"""A photo turned, cropped and whitened, as the person wants it on the page."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from app.photo import NotAPhoto, TakenPhoto, finish, take_in
from tests.photo.files import PLANTED, jpeg, pixels, saved, scene
from tests.photo.test_take_in import CORNERS, at, near, segments

TAKEN = take_in(saved(scene((320, 240)), "JPEG", quality=95, subsampling=0))
PAPER = (800, 600)


def test_nothing_wished_for_is_the_same_picture() -> None:
    done = finish(TAKEN.jpeg)
    assert (done.width, done.height) == (320, 240)
    for corner, colour in CORNERS.items():
        assert near(at(done, corner), colour)


@pytest.mark.parametrize(
    ("turns", "corner"),
    [(1, "right top"), (2, "right bottom"), (3, "left bottom"), (4, "left top"), (-1, "left bottom")],
)
def test_a_turn_is_a_quarter_clockwise(turns: int, corner: str) -> None:
    done = finish(TAKEN.jpeg, turns=turns)
    assert (done.width, done.height) == ((240, 320) if turns % 2 else (320, 240))
    assert near(at(done, corner), CORNERS["left top"])


def test_what_is_cropped_is_counted_on_the_turned_picture() -> None:
    done = finish(TAKEN.jpeg, turns=1, crop=(0.5, 0.0, 1.0, 0.5))
    assert (done.width, done.height) == (120, 160)
    for corner in ("left top", "right bottom"):
        assert near(at(done, corner), CORNERS["left top"])


def test_a_frame_larger_than_the_photo_is_the_whole_photo() -> None:
    done = finish(TAKEN.jpeg, crop=(-1.0, -0.2, 1.5, 7.0))
    assert (done.width, done.height) == (320, 240)


@pytest.mark.parametrize(
    "crop", [(0.5, 0.0, 0.5, 1.0), (0.9, 0.0, 0.1, 1.0), (0.0, 0.0, 1.0, 0.01), (2.0, 0.0, 3.0, 1.0)]
)
def test_a_frame_that_leaves_nothing_to_see_is_kindly_refused(crop: tuple[float, float, float, float]) -> None:
    with pytest.raises(NotAPhoto) as told:
        finish(TAKEN.jpeg, crop=crop)
    assert told.value.reason == "too-little"
    assert "as it was" in told.value.sentence()


def test_bytes_that_are_no_photo_are_refused_here_too() -> None:
    with pytest.raises(NotAPhoto):
        finish(b"no photo")
    with pytest.raises(NotAPhoto):
        finish(TAKEN.jpeg[:-100])


def test_nothing_hidden_comes_through_here_either() -> None:
    done = finish(jpeg(), whiten=True)
    assert PLANTED not in done.jpeg
    assert set(segments(done.jpeg)) == {0xE0, 0xDB, 0xC0, 0xC4}


@settings(max_examples=40, deadline=None)
@given(
    turns=st.integers(-5, 5),
    crop=st.tuples(*[st.floats(-0.2, 1.2)] * 4),
    whiten=st.booleans(),
)
def test_the_same_wishes_give_the_same_bytes_and_all_are_photos(
    turns: int, crop: tuple[float, float, float, float], whiten: bool
) -> None:
    try:
        done = finish(TAKEN.jpeg, turns=turns, crop=crop, whiten=whiten)
    except NotAPhoto:
        left, top, right, bottom = (min(max(part, 0.0), 1.0) for part in crop)
        assert min(right - left, bottom - top) < 0.1
        return
    assert done == finish(TAKEN.jpeg, turns=turns, crop=crop, whiten=whiten)
    assert pixels(done.jpeg).size == (done.width, done.height)
    assert min(done.width, done.height) >= 16


# Whitening: drawn paper, photographed in bad light.

CRAYONS = {
    "red": ((80, 250, 230, 400), (200, 50, 45)),
    "yellow": ((520, 40, 700, 220), (250, 215, 60)),
    "green": ((0, 540, 800, 600), (70, 150, 80)),
    "blue": ((300, 300, 400, 400), (50, 90, 180)),
    "black": ((450, 300, 520, 370), (35, 35, 38)),
    "pale blue": ((560, 300, 660, 380), (190, 215, 245)),
    "grey": ((690, 300, 740, 350), (150, 150, 150)),
}
SPOTS = ((40, 40), (400, 40), (760, 40), (40, 200), (420, 230), (760, 250), (30, 480), (400, 480), (770, 480))
PENCIL = ((60, 100), (260, 140))


def drawn() -> Image.Image:
    paper = Image.new("RGB", PAPER, (250, 248, 242))
    pen = ImageDraw.Draw(paper)
    for box, colour in CRAYONS.values():
        pen.rectangle(box, fill=colour)
    pen.line(PENCIL, fill=(190, 190, 190), width=3)
    return paper


def photographed(paper: Image.Image, *, warm: float = 0.8, darkest: float = 0.4) -> TakenPhoto:
    """Return a photo in warm light that falls off towards one corner, with the grain of a telephone."""
    light = Image.new("L", (40, 30))
    for x in range(40):
        for y in range(30):
            light.putpixel((x, y), round(255 * (1 - (1 - darkest) * math.hypot(x / 39, y / 29) / math.sqrt(2))))
    light = light.resize(paper.size, Image.Resampling.BICUBIC)
    tint = (1.0, (1 + warm) / 2, warm)
    bands = [
        ImageChops.multiply(band, light.point([round(value * part) for value in range(256)]))
        for band, part in zip(paper.split(), tint, strict=True)
    ]
    grain = Image.frombytes("L", PAPER, bytes((x * 7919 + x * x // 13) % 17 + 120 for x in range(PAPER[0] * PAPER[1])))
    image = ImageChops.add(Image.merge("RGB", bands), Image.merge("RGB", [grain] * 3), 1, -128)
    return take_in(saved(image.filter(ImageFilter.GaussianBlur(0.7)), "JPEG", quality=92))


def mean(photo: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return tuple(round(value) for value in ImageStat.Stat(photo.crop((x - 8, y - 8, x + 8, y + 8))).mean)


@pytest.mark.parametrize(("warm", "darkest"), [(0.8, 0.4), (1.0, 0.7), (1.1, 0.5)])
def test_paper_is_white_everywhere_wherever_the_light_came_from(warm: float, darkest: float) -> None:
    before = photographed(drawn(), warm=min(warm, 1.0), darkest=darkest)
    assert min(min(mean(pixels(before.jpeg), *spot)) for spot in SPOTS) < 190
    after = pixels(finish(before.jpeg, whiten=True).jpeg)
    for spot in SPOTS:
        assert min(mean(after, *spot)) >= 243, (spot, mean(after, *spot))


@pytest.mark.parametrize("crayon", CRAYONS)
def test_crayons_keep_their_colour(crayon: str) -> None:
    box, colour = CRAYONS[crayon]
    before = photographed(drawn())
    photo = pixels(finish(before.jpeg, whiten=True).jpeg)
    x, y = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
    seen = mean(photo, x, y)
    # A wide patch has only paper at its sides to tell of the light in its middle.
    assert near(seen, colour, 35), seen


def test_a_faint_pencil_line_is_still_there() -> None:
    photo = pixels(finish(photographed(drawn()).jpeg, whiten=True).jpeg)
    (x0, y0), (x1, y1) = PENCIL
    line = [photo.getpixel((x0 + (x1 - x0) * n // 20, y0 + (y1 - y0) * n // 20)) for n in range(1, 20)]
    darkness = [255 - min(value) for value in line if isinstance(value, tuple)]
    assert sum(darkness) / len(darkness) > 35


def test_a_photo_in_which_hardly_any_paper_is_to_be_seen_is_left_as_it_is() -> None:
    toy = Image.new("RGB", PAPER)
    pen = ImageDraw.Draw(toy)
    for n in range(8):
        pen.rectangle((n * 100, 0, n * 100 + 99, 600), fill=((220, 40, 30), (30, 90, 200))[n % 2])
    taken = take_in(saved(toy, "JPEG", quality=95))
    assert finish(taken.jpeg, whiten=True) == finish(taken.jpeg)


def test_black_pixels_and_tiny_photos_can_be_whitened() -> None:
    for image in (Image.new("RGB", (16, 16), "black"), Image.new("RGB", (16, 400), "white"), scene((17, 33))):
        taken = take_in(saved(image, "PNG"))
        done = finish(taken.jpeg, whiten=True)
        assert (done.width, done.height) == (taken.width, taken.height)
