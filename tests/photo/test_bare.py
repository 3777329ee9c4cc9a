"""What is read of a file before anything decodes it: all that the pixels need, and nothing besides."""

from collections.abc import Callable

import pytest
from PIL import ImageChops

from app.photo import jpeg, png, webp
from app.photo.bare import StrippedPhoto
from tests.photo.files import PLANTED, SIDE, WHOLE, pixels

READ: dict[str, Callable[[bytes], StrippedPhoto]] = {
    "jpeg": jpeg.strip_metadata,
    "png": png.strip_metadata,
    "webp": webp.strip_metadata,
}


def read(content: bytes) -> StrippedPhoto:
    name = "jpeg" if content.startswith(jpeg.BEGINS) else "png" if content.startswith(png.BEGINS) else "webp"
    return READ[name](content)


@pytest.mark.parametrize("name", WHOLE)
def test_the_decoder_is_given_nothing_but_the_picture(name: str) -> None:
    strip_metadata = read(WHOLE[name]())
    file = strip_metadata.file()
    assert PLANTED not in file
    assert b"Exif" not in file
    assert (strip_metadata.width, strip_metadata.height) == SIDE
    assert strip_metadata.profile, "its colours are heeded"


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")
@pytest.mark.parametrize("name", WHOLE)
def test_the_picture_is_the_same_to_the_last_bit(name: str) -> None:
    content = WHOLE[name]()
    before, after = pixels(content), pixels(read(content).file())
    assert (before.mode, before.size) == (after.mode, after.size)
    assert ImageChops.difference(before.convert("RGBA"), after.convert("RGBA")).getbbox(alpha_only=False) is None


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_bare_stays_as_it_is(name: str) -> None:
    file = read(WHOLE[name]()).file()
    assert read(file).file() == file


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_is_not_held_twice(name: str) -> None:
    copied = [part for part in read(WHOLE[name]()).parts if not isinstance(part, memoryview)]
    assert sum(len(part) for part in copied) < 100
