"""A photo taken in: the right way up, in the right colours, a size that paper can show, and nothing but pixels."""

import struct
import sys
import warnings
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from app.photo import NotAPhoto, TakenPhoto, take_in
from app.photo.bare import orientation
from tests.photo.files import (
    PLANTED,
    SIDE,
    WHOLE,
    chunk,
    jpeg,
    pixels,
    png,
    profile,
    saved,
    scene,
    segment,
    webp,
)

CORNERS = {"left top": (200, 30, 30), "right top": (30, 160, 30), "left bottom": (30, 30, 200)}
UPRIGHT = {
    1: ("left top", "right top", "left bottom"),
    2: ("right top", "left top", "right bottom"),
    3: ("right bottom", "left bottom", "right top"),
    4: ("left bottom", "right bottom", "left top"),
    5: ("left top", "left bottom", "right top"),
    6: ("right top", "right bottom", "left top"),
    7: ("right bottom", "right top", "left bottom"),
    8: ("left bottom", "left top", "right bottom"),
}
"""Where the stored pixels' red, green and blue corners are seen for each orientation of EXIF (CIPA DC-008 4.6.4)."""


def at(taken: TakenPhoto, corner: str) -> tuple[int, ...]:
    """Return the colour in the middle of a quarter of the photo."""
    x = taken.width // 4 if "left" in corner else taken.width * 3 // 4
    y = taken.height // 4 if "top" in corner else taken.height * 3 // 4
    colour = pixels(taken.jpeg).getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour


def near(colour: tuple[int, ...], other: tuple[int, ...], by: int = 12) -> bool:
    return max(abs(a - b) for a, b in zip(colour, other, strict=True)) <= by


def segments(content: bytes) -> list[int]:
    """Return the markers of a JPEG, read without the code that is under test."""
    found, at = [], 2
    while content[at + 1] != 0xDA:
        assert content[at] == 0xFF
        found.append(content[at + 1])
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    assert content[-2:] == b"\xff\xd9"
    assert content.count(b"\xff\xd9") == 1
    return found


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_that_was_hidden_in_a_file_is_in_what_is_kept(name: str) -> None:
    content = WHOLE[name]()
    assert content.count(PLANTED) >= 3
    taken = take_in(content)
    assert PLANTED not in taken.jpeg
    assert b"Exif" not in taken.jpeg
    # JFIF, tables, one baseline frame, and no application segment or comment.
    assert set(segments(taken.jpeg)) == {0xE0, 0xDB, 0xC0, 0xC4}
    kept = pixels(taken.jpeg)
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (taken.width, taken.height))
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert len(kept.getexif()) == 0


@pytest.mark.parametrize("name", WHOLE)
def test_the_picture_is_the_one_that_was_to_be_seen(name: str) -> None:
    taken = take_in(WHOLE[name]())
    assert (taken.width, taken.height) == SIDE
    for corner, colour in CORNERS.items():
        assert near(at(taken, corner), colour), (corner, at(taken, corner))
    assert near(at(taken, "right bottom"), (255, 255, 255))


@pytest.mark.parametrize("make", [jpeg, png, webp], ids=lambda make: make.__name__)
@pytest.mark.parametrize("orientation", UPRIGHT)
def test_every_orientation_is_turned_upright(make: type, orientation: int) -> None:
    taken = take_in(make(orientation))
    assert (taken.width, taken.height) == (SIDE if orientation < 5 else SIDE[::-1])
    for corner, colour in zip(UPRIGHT[orientation], CORNERS.values(), strict=True):
        assert near(at(taken, corner), colour), (corner, at(taken, corner))


@pytest.mark.parametrize("orientation", [0, 9, 60_000])
def test_an_orientation_that_is_none_leaves_a_photo_as_it_is(orientation: int) -> None:
    assert near(at(take_in(jpeg(orientation)), "left top"), CORNERS["left top"])


SORTS = {
    "BYTE": (1, "B"),
    "ASCII": (2, "s"),
    "SHORT": (3, "H"),
    "LONG": (4, "I"),
    "RATIONAL": (5, "II"),
    "SBYTE": (6, "b"),
    "UNDEFINED": (7, "B"),
    "SSHORT": (8, "h"),
    "SLONG": (9, "i"),
    "SRATIONAL": (10, "ii"),
    "FLOAT": (11, "f"),
    "DOUBLE": (12, "d"),
    "IFD": (13, "I"),
}
"""The sorts of numbers that TIFF knows, with how each is written."""


def block(sort: str, value: object, order: str = "<", *, count: int = 1, at: int = 26) -> bytes:
    """Return an EXIF block of one entry, its orientation. at: where a number stands that has no room in its entry."""
    number, written = SORTS[sort]
    under = (1,) if len(written) == 2 else ()
    said = struct.pack(order + written, value, *under)
    if len(said) * count > 4:
        said, behind = struct.pack(order + "I", at), said
    else:
        said, behind = said.ljust(4, b"\0"), b""
    entry = struct.pack(order + "HHI", 0x0112, number, count) + said
    begins = b"II*\0" if order == "<" else b"MM\0*"
    return begins + struct.pack(order + "IH", 8, 1) + entry + bytes(4) + behind


def in_jpeg(exif: bytes) -> bytes:
    plain = saved(scene(), "JPEG", quality=95)
    return plain[:2] + segment(0xE1, b"Exif\0\0" + exif) + plain[2:]


def in_png(exif: bytes) -> bytes:
    plain = saved(scene(), "PNG")
    return plain[:33] + chunk(b"eXIf", exif) + plain[33:]


def in_png_at_its_end(exif: bytes) -> bytes:
    plain = saved(scene(), "PNG")
    return plain[:-12] + chunk(b"eXIf", exif) + plain[-12:]


def in_webp(exif: bytes) -> bytes:
    return saved(scene(), "WEBP", quality=95, exif=exif)


HOLDS = [in_jpeg, in_png, in_png_at_its_end, in_webp]


@pytest.mark.parametrize("holds", HOLDS, ids=lambda holds: holds.__name__)
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("sort", SORTS)
def test_an_orientation_is_read_whatever_sort_of_number_it_is(
    holds: Callable[[bytes], bytes], order: str, sort: str
) -> None:
    taken = take_in(holds(block(sort, b"6" if sort == "ASCII" else 6, order)))
    assert (taken.width, taken.height) == SIDE[::-1]
    assert near(at(taken, "right top"), CORNERS["left top"]), "what was above on the left is on the right now"
    assert b"Exif" not in taken.jpeg


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("value", [0, 9, 127])
def test_a_number_that_is_no_orientation_is_none_in_any_sort(sort: str, value: int) -> None:
    assert orientation(block(sort, {0: b"x", 9: b"9", 127: b"\xb9"}[value] if sort == "ASCII" else value)) == 1


@pytest.mark.parametrize("order", "<>")
def test_odd_counts_places_and_fractions_never_do_more_than_leave_a_photo_as_it_is(order: str) -> None:
    assert orientation(block("SHORT", 6, order, count=2)) == 6, "the first of several"
    assert orientation(block("SHORT", 6, order, count=0)) == 6
    assert orientation(block("BYTE", 6, order, count=4)) == 6
    assert orientation(block("SHORT", 6, order, count=3, at=26)) == 6
    assert orientation(block("SHORT", 6, order, count=2**32 - 1)) == 6
    assert orientation(block("SHORT", 6, order, count=3, at=5_000)) == 1, "outside of the block"
    assert orientation(block("DOUBLE", 6, order, at=2**32 - 1)) == 1
    assert orientation(block("FLOAT", 6.5, order)) == 1
    assert orientation(block("FLOAT", float("nan"), order)) == 1
    assert orientation(block("DOUBLE", float("inf"), order)) == 1
    assert orientation(block("RATIONAL", 6, order)[:-4] + bytes(4)) == 1, "a part of nothing"
    assert orientation(block("RATIONAL", 6, order)[:-2]) == 1
    assert orientation(block("SLONG", -6, order)) == 1
    number = struct.pack(order + "HH", 0x0112, 3)
    assert orientation(block("SHORT", 6, order).replace(number, struct.pack(order + "HH", 0x0112, 99))) == 1


@given(
    sort=st.sampled_from([s for s in SORTS if s != "ASCII"]),
    order=st.sampled_from("<>"),
    count=st.integers(0, 2**32 - 1),
    at_=st.integers(0, 2**32 - 1),
    value=st.integers(0, 120),
)
def test_an_orientation_is_always_one_of_eight(sort: str, order: str, count: int, at_: int, value: int) -> None:
    assert orientation(block(sort, value, order, count=count, at=at_)) in range(1, 9)


@given(exif=st.binary(max_size=200), order=st.sampled_from([b"II*\0", b"MM\0*", b""]))
def test_an_exif_block_of_nonsense_never_keeps_a_photo_out(exif: bytes, order: bytes) -> None:
    plain = saved(scene(), "JPEG")
    content = plain[:2] + segment(0xE1, b"Exif\0\0" + order + exif) + plain[2:]
    assert sorted((take_in(content).width, take_in(content).height)) == sorted(SIDE)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "L"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("PNG", "RGBA"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_mode_of_colours_is_taken(kind: str, mode: str) -> None:
    whole = scene().quantize(8) if mode == "P" else scene(mode=mode)
    taken = take_in(saved(whole, kind))
    seen = pixels(taken.jpeg)
    assert (seen.mode, seen.size) == ("RGB", SIDE)
    expected = whole.convert("RGB")
    for corner, (x, y) in {"left top": (80, 60), "left bottom": (80, 180), "right bottom": (240, 180)}.items():
        wanted = expected.getpixel((x, y))
        assert isinstance(wanted, tuple)
        if mode != "1":  # Dithered: dots, and no colour in any one place.
            assert near(at(taken, corner), wanted, 20), corner


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    row = (60_000).to_bytes(2, "little") * 160 + (32_896).to_bytes(2, "little") * 160
    image = Image.frombytes("I;16", SIDE, row * 240)
    taken = take_in(saved(image, "PNG"))
    assert near(at(taken, "right top"), (128, 128, 128), 2)
    assert near(at(taken, "left top"), (233, 233, 233), 2)


def test_what_is_seen_through_is_white_paper() -> None:
    image = Image.new("RGBA", SIDE, (200, 0, 0, 0))
    image.paste((0, 0, 0, 128), (0, 0, 160, 120))
    for content in (saved(image, "PNG"), saved(image, "WEBP", lossless=True)):
        taken = take_in(content)
        assert near(at(taken, "right bottom"), (255, 255, 255), 2)
        assert near(at(taken, "left top"), (127, 127, 127), 6)


@pytest.mark.parametrize(("mode", "through"), [("RGB", (255, 255, 255)), ("L", 255), ("P", 0)])
def test_a_colour_that_counts_as_none_is_white_paper(mode: str, through: object) -> None:
    image = Image.new(mode, SIDE, through)  # type: ignore[arg-type]
    taken = take_in(saved(image, "PNG", transparency=through))
    assert near(at(taken, "left top"), (255, 255, 255), 2)


@pytest.mark.parametrize(
    ("depth", "colour", "row", "through"),
    [
        (1, 0, b"\xff" * 10 + bytes(10), b"\0\1"),
        (2, 0, b"\x55" * 20 + bytes(20), b"\0\1"),
        (4, 0, b"\x55" * 40 + bytes(40), b"\0\5"),
        (4, 0, b"\x55" * 40 + bytes(40), b"\xff\xf5"),
        (8, 0, b"\x80" * 80 + bytes(80), b"\xff\x80"),
        (8, 2, b"\x80\x70\x60" * 80 + bytes(240), b"\1\x80\1\x70\1\x60"),
        (16, 0, b"\x80\x01" * 80 + bytes(160), b"\x80\x01"),
        (16, 2, b"\x80\0\x70\0\x60\0" * 80 + bytes(480), b"\x80\0\x70\0\x60\0"),
    ],
)
def test_a_colour_that_counts_as_none_is_white_paper_however_its_numbers_are_written(
    depth: int, colour: int, row: bytes, through: bytes
) -> None:
    taken = take_in(written(160, depth, colour, row, through))
    assert near(at(taken, "left top"), (255, 255, 255), 2)
    assert near(at(taken, "right top"), (0, 0, 0), 2)


def test_of_sixteen_bits_of_grey_one_shade_alone_counts_as_none() -> None:
    for row in (b"\x80\x02" * 160, b"\x02\x80" * 160, b"\x81\x01" * 160):
        assert near(at(take_in(written(160, 16, 0, row, b"\x80\x01")), "left top"), (row[0],) * 3, 2)


def written(width: int, depth: int, colour: int, row: bytes, through: bytes) -> bytes:
    """Return a PNG of 40 rows that are alike, as Pillow writes none."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 40, depth, colour, 0, 0, 0))
    return saved(scene(), "PNG")[:8] + b"".join(
        (head, chunk(b"tRNS", through), chunk(b"IDAT", zlib.compress((b"\0" + row) * 40)), chunk(b"IEND", b""))
    )


def test_colours_of_another_profile_are_turned_into_those_of_a_screen() -> None:
    content = saved(scene(), "JPEG", quality=95, subsampling=0)
    assert near(at(take_in(content), "left top"), CORNERS["left top"])
    # A profile of colours on paper (L*a*b*) is not for these pixels, and one that is torn says nothing.
    lab = bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())
    for strange in (lab, profile()[:200], b"\0" * 4000, b"x"):
        other = content[:2] + segment(0xE2, b"ICC_PROFILE\0\x01\x01" + strange) + content[2:]
        assert near(at(take_in(other), "left top"), CORNERS["left top"])


def test_a_profile_that_swaps_red_and_blue_is_heeded() -> None:
    srgb = profile()
    # The tags of the red and blue primaries, each under the other's name.
    swapped = srgb.replace(b"rXYZ", b"TEMP", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"TEMP", b"bXYZ", 1)
    content = saved(scene(), "PNG", icc_profile=swapped)
    seen = at(take_in(content), "left top")
    assert seen[2] > 150 > 100 > seen[0]


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (2001, 1500), (6000, 500), (2600, 1000)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_photo_is_two_thousand_pixels_long_and_keeps_its_shape(kind: str, size: tuple[int, int]) -> None:
    taken = take_in(saved(scene(size), kind))
    assert max(taken.width, taken.height) == 2000
    assert taken.width / taken.height == pytest.approx(size[0] / size[1], rel=0.005)
    assert near(at(taken, "right top"), CORNERS["right top"], 20)


def test_a_small_photo_is_not_made_larger() -> None:
    taken = take_in(saved(scene((90, 64)), "PNG"))
    assert (taken.width, taken.height) == (90, 64)


def test_a_photo_of_a_camera_with_24_megapixels_is_taken() -> None:
    # 24 as it is sold is a little more as it is written: 5712 × 4284 is 24.47 million.
    taken = take_in(saved(Image.new("RGB", (5712, 4284), "white"), "JPEG"))
    assert (taken.width, taken.height) == (2000, 1500)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert take_in(jpeg(6)) == take_in(jpeg(6))


def test_pillow_is_left_as_it_was_and_nothing_is_warned_of() -> None:
    before = (Image.MAX_IMAGE_PIXELS, sys.modules["PIL.ImageFile"].LOAD_TRUNCATED_IMAGES)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for make in WHOLE.values():
            take_in(make())
        take_in(saved(scene(mode="P"), "PNG", transparency=bytes(range(16))))
    assert before == (Image.MAX_IMAGE_PIXELS, sys.modules["PIL.ImageFile"].LOAD_TRUNCATED_IMAGES)
    assert before[1] is False


def test_a_profile_that_would_unpack_to_gigabytes_is_left_aside() -> None:
    plain = png()
    content = plain[:33] + chunk(b"iCCP", b"bomb\0\0" + zlib.compress(bytes(50_000_000))) + plain[33:]
    assert near(at(take_in(content), "left top"), CORNERS["left top"])


FILES = {name: make() for name, make in WHOLE.items()}


def tried(content: bytes) -> None:
    """Take something in: it is a photo without anything planted, or no photo, and nothing else happens."""
    taken, said = None, ""
    try:
        taken = take_in(content)
    except NotAPhoto as told:
        said = f"{told!r} {told} {told.sentence()} {told.__cause__}"
    assert PLANTED.decode() not in said
    if taken is not None:
        assert PLANTED not in taken.jpeg
        assert set(segments(taken.jpeg)) == {0xE0, 0xDB, 0xC0, 0xC4}
        assert max(taken.width, taken.height) <= 2000


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_flipped_bytes_never_do_more_than_spoil_the_picture(name: str, data: st.DataObject) -> None:
    content = bytearray(FILES[name])
    # Most of a file is pixels and what is hidden; what steers the decoder stands at both ends of the hidden part.
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[at] ^= data.draw(st.integers(1, 255))
    tried(bytes(content))


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(["JPEG", "PROGRESSIVE", "PNG", "WEBP", "ALPHA", "LOSSLESS"]), data=st.data())
def test_flipped_bytes_in_bare_files_never_do_more_either(name: str, data: st.DataObject) -> None:
    content = bytearray(BARE[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[at] ^= data.draw(st.integers(1, 255))
    if name == "PNG":
        content = bytearray(mended(bytes(content)))
    tried(bytes(content))


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_parts_cut_out_and_doubled_never_do_more_either(name: str, data: st.DataObject) -> None:
    content = FILES[name]
    a, b = sorted(data.draw(st.integers(0, len(content))) for _ in range(2))
    tried(content[:a] + content[b:])
    tried(content[:b] + content[a:])
    tried(content[:a] + data.draw(st.binary(max_size=30)) + content[a:])


def mended(content: bytes) -> bytes:
    """Return a PNG with all its checksums right, so that what was changed reaches the decoder."""
    out, at = content[:8], 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if at + 12 + length > len(content):
            break
        out += chunk(content[at + 4 : at + 8], content[at + 8 : at + 8 + length])
        at += 12 + length
    return out + content[at:]


SMALL = scene((48, 32))
BARE = {
    "JPEG": saved(SMALL, "JPEG"),
    "PROGRESSIVE": saved(SMALL, "JPEG", progressive=True),
    "PNG": saved(SMALL.quantize(16), "PNG", transparency=3),
    "WEBP": saved(SMALL, "WEBP"),
    "ALPHA": saved(SMALL.convert("RGBA").rotate(5), "WEBP"),
    "LOSSLESS": saved(SMALL, "WEBP", lossless=True),
}
