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
from app.photo.refusal import Reason
from tests.photo.files import WHOLE, chunk, claiming, jpeg, moving, saved, scene, segment


def why(content: bytes) -> str:
    with pytest.raises(NotAPhoto) as told:
        take_in(content)
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
    assert why(content) == "not-a-photo"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "JPEG2000", "AVIF"])
def test_a_picture_of_another_kind(kind: str) -> None:
    assert why(saved(scene(), kind)) == "other-kind"


def box(brand: bytes, *more: bytes) -> bytes:
    """Return a file of boxes that says what it is (ISO/IEC 14496-12 4.3)."""
    said = b"ftyp" + brand + bytes(4) + b"".join(more)
    return struct.pack(">I", len(said) + 4) + said + b"\0\0\0\x08meta"


@pytest.mark.parametrize("content", [box(b"heic"), box(b"mif1", b"mif1", b"heic"), box(b"hevc"), box(b"msf1", b"heix")])
def test_what_a_telephone_keeps_is_refused_with_a_sentence_of_its_own(content: bytes) -> None:
    assert why(content) == "heic"
    assert "only some phones" in NotAPhoto("heic").sentence()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (box(b"avif", b"mif1"), "other-kind"),
        (box(b"mif1", b"avif"), "other-kind"),
        (box(b"crx "), "other-kind"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "other-kind"),
        (b"MM\0+\0\x08", "other-kind"),
        (b"\xff\x4f\xff\x51\0\x29", "other-kind"),
        (box(b"isom", b"mp42"), "not-a-photo"),
        (box(b"qt  "), "not-a-photo"),
        (b"\xff\xff\xff\xffftyp", "not-a-photo"),
        (b"\0\0\0\x18ftyp", "not-a-photo"),
        (b"BMX bikes are what Tom likes.", "not-a-photo"),
        (b"P6 640 480 255 ", "not-a-photo"),
    ],
)
def test_what_else_it_is_its_content_says(content: bytes, reason: str) -> None:
    assert why(content) == reason


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
    said = NotAPhoto(reason).sentence()
    assert "nothing was kept" in said.lower() or "as it was" in said
    assert "Please" in said
    assert "{" not in said
    assert str(NotAPhoto(reason)) == reason


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
