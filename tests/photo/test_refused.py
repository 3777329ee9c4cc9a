"""Files that are not taken in: each gets its own kind sentence, before its pixels cost anything."""

import struct
import subprocess
import sys
import zlib
from typing import get_args

import pytest
from PIL import Image

import app.photo.pixels as pixels_module
from app.photo import NotAPhoto, take_in
from app.photo.refusal import KINDS, Reason
from app.photo.taking import ENDINGS
from tests.photo.files import WHOLE, chunk, claiming, jpeg, moving, png, saved, scene, segment, webp


def why(content: bytes, name: str = "") -> str:
    with pytest.raises(NotAPhoto) as told:
        take_in(content, name)
    assert told.value.sentence()
    return told.value.reason


def test_an_empty_file() -> None:
    assert why(b"") == "empty"


@pytest.mark.parametrize(
    "content",
    [
        b"The Otters went to the river.",
        b"%PDF-1.7",
        b"\xff\xd8",
        b"\x89PNG",
        bytes(5000),
        b"RIFF\4\0\0\0WAVE",
        b"<svg/>",
    ],
)
def test_a_file_that_is_no_photo(content: bytes) -> None:
    assert why(content, "photo.jpg") == "not-a-photo"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "JPEG2000", "AVIF"])
def test_a_picture_of_another_kind(kind: str) -> None:
    assert why(saved(scene(), kind)) == "other-kind"


def test_what_a_telephone_calls_a_live_photo() -> None:
    assert why(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic") == "other-kind"


@pytest.mark.parametrize(
    ("content", "name", "ending", "right"),
    [
        (jpeg(), "drawing.png", ".png", ".jpg"),
        (png(), "drawing.JPG", ".jpg", ".png"),
        (webp(), "drawing.jpeg", ".jpeg", ".webp"),
        (jpeg(), "holiday.jpg.pdf", ".pdf", ".jpg"),
        (png(), "notes.txt", ".txt", ".png"),
    ],
)
def test_a_wrong_ending_is_said_with_the_right_one(content: bytes, name: str, ending: str, right: str) -> None:
    with pytest.raises(NotAPhoto) as told:
        take_in(content, name)
    assert told.value.reason == "wrong-name"
    assert f" {ending}," in told.value.sentence()
    assert told.value.sentence().endswith(f" {right}.")
    assert name.split(".")[0] not in told.value.sentence() + repr(told.value)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_photo_cut_short_at_any_tenth(name: str, tenth: int) -> None:
    whole = {"jpeg": saved(scene(), "JPEG"), "progressive jpeg": saved(scene(), "JPEG", progressive=True)}.get(
        name, WHOLE[name]()
    )
    kept = len(whole.rpartition(b"IEND")[0]) if name.startswith("png") else len(whole) - len(b"PLANTED") - 16
    if "jpeg" in name:
        kept = len(whole) - 2
    assert why(whole[: kept * tenth // 10]) == "truncated"


def test_a_jpeg_without_its_last_byte_and_a_png_without_its_last_chunk() -> None:
    assert why(saved(scene(), "JPEG")[:-1]) == "truncated"
    assert why(saved(scene(), "PNG")[:-12]) == "truncated"
    assert why(saved(scene(), "WEBP")[:-2]) == "truncated"


def test_a_photo_whose_end_is_there_and_whose_middle_is_not() -> None:
    whole = saved(scene(), "PNG")
    packed = zlib.compress(b"".join(b"\0" + bytes(960) for _ in range(240)))
    assert why(whole[:33] + chunk(b"IDAT", packed[: len(packed) // 2]) + chunk(b"IEND", b"")) == "damaged"
    assert why(whole[:60] + bytes([whole[60] ^ 1]) + whole[61:]) == "damaged"
    plain = saved(scene(), "WEBP")
    assert why(plain[:60] + bytes(len(plain) - 60)) == "damaged"


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_a_film(kind: str) -> None:
    assert why(moving(kind)) == "moving"


def test_a_film_that_calls_itself_something_else() -> None:
    assert why(moving("GIF")) == "other-kind"
    assert why(moving("GIF"), "still.png") == "other-kind"


def test_a_film_of_one_picture_stands_still() -> None:
    whole = saved(scene(), "PNG")
    still = whole[:33] + chunk(b"acTL", struct.pack(">II", 1, 0)) + whole[33:]
    assert take_in(still).width == 320


@pytest.mark.parametrize("size", [(20_000, 10_000), (60_000, 60_000), (5_000, 5_000), (24_600_000, 1)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_too_many_pixels_are_known_before_one_of_them_is_decoded(
    kind: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_args: object, **_more: object) -> Image.Image:
        raise AssertionError("decoded")

    monkeypatch.setattr(pixels_module.Image, "open", never)
    if kind == "PNG" or max(size) < 65_536:
        assert why(claiming(saved(scene(), kind), *size)) == "too-large"


def test_a_webp_of_more_than_the_most() -> None:
    # VP8L keeps its size in 14 bits a side.
    whole = bytearray(saved(scene(), "WEBP", lossless=True))
    at = whole.index(b"VP8L") + 9
    (bits,) = struct.unpack_from("<I", whole, at)
    struct.pack_into("<I", whole, at, bits & ~0xFFFFFFF | 9_999 | 9_999 << 14)
    assert why(bytes(whole)) == "too-large"


def test_a_file_that_says_one_size_and_has_another() -> None:
    assert why(claiming(saved(scene(), "PNG"), 4000, 3000)) == "damaged"
    assert why(claiming(saved(scene(), "PNG"), 0, 3000)) == "damaged"
    assert why(claiming(saved(scene(), "JPEG"), 320, 0)) == "damaged"


@pytest.mark.parametrize("size", [(1, 1), (15, 400), (2000, 15), (20_000, 150)])
def test_a_picture_on_which_nothing_can_be_seen(size: tuple[int, int]) -> None:
    assert why(saved(Image.new("RGB", size), "PNG")) == "too-small"


def test_a_file_of_more_bytes_than_any_photo_has() -> None:
    assert why(saved(scene(), "JPEG") + bytes(40_000_000)) == "too-heavy"


def test_a_jpeg_of_a_kind_that_cameras_do_not_write() -> None:
    whole = saved(scene(), "JPEG")
    at = whole.index(b"\xff\xc0")
    assert why(whole[: at + 1] + b"\xc3" + whole[at + 2 :]) == "other-kind"
    assert why(whole[: at + 4] + b"\x0c" + whole[at + 5 :]) == "other-kind"


def test_files_that_are_made_to_take_for_ever() -> None:
    whole = saved(scene(), "JPEG", progressive=True)
    at = whole.rindex(b"\xff\xda")
    scan = whole[at:-2]
    assert why(whole[:at] + scan * 200 + whole[-2:]) == "damaged"
    assert why(whole[:2] + segment(0xFE, b"") * 70_000 + whole[2:]) == "damaged"
    plain = saved(scene(), "PNG")
    assert why(plain[:33] + chunk(b"IDAT", b"") * 70_000 + plain[33:]) == "damaged"


def test_two_frames_or_starts_in_one_jpeg_are_not_a_photo() -> None:
    whole = saved(scene(), "JPEG")
    at = whole.index(b"\xff\xc0")
    frame = whole[at : at + 19]
    assert why(whole[:at] + frame + whole[at:]) == "damaged"
    assert why(whole[:at] + b"\xff\xd8" + whole[at:]) == "damaged"
    assert why(whole[:2] + b"\xff\xd9") == "damaged"


def test_where_there_is_no_memory_it_is_said_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> Image.Image:
        raise MemoryError

    monkeypatch.setattr(pixels_module.Image, "open", full)
    assert why(jpeg()) == "too-large"


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_says_that_nothing_was_kept_and_what_to_do_now(reason: Reason) -> None:
    said = NotAPhoto(reason, ending=".png", right=".jpg").sentence()
    assert "nothing was kept" in said.lower() or "as it was" in said
    assert "Please" in said
    assert "{" not in said
    assert str(NotAPhoto(reason)) == reason


def test_the_endings_that_are_said_are_those_that_are_taken() -> None:
    assert ", ".join(endings[0] for endings in ENDINGS.values()) == KINDS


def test_a_build_without_colour_profiles_still_takes_photos() -> None:
    program = (
        "import sys; sys.modules['PIL._imagingcms'] = None\n"
        "from tests.photo.files import *\n"
        "from app.photo import take_in\n"
        f"print(take_in(bytes.fromhex('{saved(scene((32, 24)), 'PNG', icc_profile=b'x' * 200).hex()}')).width)"
    )
    program = program.replace("from tests.photo.files import *\n", "")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "32\n", done.stderr
