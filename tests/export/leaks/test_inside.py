"""What a photo says beside its pixels is read part by part, and nothing of its pixels is taken for words."""

import zlib

import pytest

from app.export.leaks import UnreadablePdf
from app.export.leaks.embedded import among_bytes, is_text, jpeg_texts, png_texts, readings


def part(item_type: int, said: bytes) -> bytes:
    return bytes((0xFF, item_type)) + (len(said) + 2).to_bytes(2, "big") + said


def photo(*parts: bytes, behind: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xda\0\2pixels\xff\xd9" + behind


def said(content: bytes) -> list[str]:
    return [text for text in jpeg_texts(content) if text]


@pytest.mark.parametrize("item_type", [0xFE, 0xE0, 0xE1, 0xEF])
def test_comments_and_what_a_camera_wrote_are_read_whole(item_type: int) -> None:
    assert said(photo(part(item_type, b"Ann"))) == ["Ann"]
    assert said(
        photo(part(0xDB, b"a table"), part(item_type, b"Ann"), part(0xC4, b"more"), part(item_type, b"Ben"))
    ) == [
        "Ann",
        "Ben",
    ]


@pytest.mark.parametrize("item_type", [0xDB, 0xC0, 0xDF, 0xF0])
def test_tables_are_not(item_type: int) -> None:
    assert said(photo(part(item_type, b"Ann"))) == []


def test_that_it_is_a_jpeg_says_nothing() -> None:
    assert said(photo(part(0xE0, b"JFIF\0\1\1"), part(0xE1, b"Ann"))) == ["Ann"]
    assert said(photo(part(0xFE, b"JFIF for Ann"))) == ["JFIF for Ann"]


def test_what_stands_behind_its_end_is_read() -> None:
    assert said(photo(part(0xFE, b"Ann"), behind=b"Ben")) == ["Ann", "Ben"]
    assert said(b"\xff\xd8" + part(0xFE, b"Ann")) == ["Ann"]
    assert said(b"\xff\xd8\xff") == []
    assert said(b"\xff\xd8" + part(0xFE, b"")) == []
    assert said(b"\xff\xd8" + part(0xFE, b"Ann") + b"\xff\xfe\0") == ["Ann"], "it ends in the middle"
    # A part that says that it is none, and one that says that it is longer than all there is.
    assert said(b"\xff\xd8\xff\xfe\0\0\xff\xd9Ben") == ["Ben"]
    assert said(b"\xff\xd8\xff\xfe\xff\xffAnn") == ["Ann"]
    # Behind the place where the pixels begin, nothing is a part any more.
    assert said(b"\xff\xd8\xff\xda\0\2" + part(0xFE, b"Ann") + b"\xff\xd9") == []


def chunk(item_type: bytes, said: bytes) -> bytes:
    return len(said).to_bytes(4, "big") + item_type + said + b"sums"


def png(*chunks: bytes, behind: bytes = b"") -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + chunk(b"IEND", b"") + behind


def test_what_a_png_says_is_read_whole_and_its_pixels_are_not() -> None:
    told = [*png_texts(png(chunk(b"IHDR", b"head"), chunk(b"tEXt", b"Ann"), chunk(b"IDAT", b"dots"), behind=b"Ben"))]
    assert told == ["Ann", "Ben"]


@pytest.mark.parametrize("item_type", [b"IDAT", b"IHDR", b"PLTE", b"tEXt"])
def test_what_stands_behind_the_end_of_a_png_is_no_part_of_it_whatever_it_looks_like(item_type: bytes) -> None:
    *_parts, behind = png_texts(png(behind=chunk(item_type, b"Ann came")))
    assert "Ann came" in behind


def test_a_png_that_ends_too_soon_is_read_as_far_as_it_goes() -> None:
    begun = b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"Ann")
    assert [*png_texts(begun)] == ["Ann", ""]
    assert [*png_texts(begun + b"Ben")] == ["Ann", "Ben"]
    assert [*png_texts(begun + b"\0\0\0\0IEND")] == ["Ann", ""]
    assert [*png_texts(begun + b"\0\0\1\0tEXtBen")] == ["Ann", "Ben", ""]


@pytest.mark.parametrize(
    ("item_type", "before"),
    [
        (b"zTXt", b"Comment\0\0"),
        (b"iCCP", b"Colours\0\0"),
        (b"iTXt", b"Comment\0\1\0en\0said\0"),
        (b"iTXt", b"Comment\0\1\0\0\0"),
    ],
)
def test_what_is_packed_in_it_is_unpacked(item_type: bytes, before: bytes) -> None:
    packed = zlib.compress(b"Ann came")
    assert "Ann came" in [*png_texts(png(chunk(item_type, before + packed)))]
    with pytest.raises(UnreadablePdf):
        [*png_texts(png(chunk(item_type, before + b"no such thing")))]


def test_what_is_not_packed_is_no_fault() -> None:
    assert "Ann" in "".join(png_texts(png(chunk(b"iTXt", b"Comment\0\0\0en\0said\0Ann"))))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ann%20came", "Ann came"),
        ("Zo%EB", "Zoë"),
        ("Zo%C3%AB", "Zoë"),
        ("Ann&amp;Ben", "Ann&Ben"),
        ("A<b>n</b>n", "Ann"),
        ("Ann<br>Ben", "Ann Ben"),
        ("\\u0041nn", "Ann"),
        ("\\x41nn", "Ann"),
        ("\\u0044arren", "Darren"),
        ("\\x44arren", "Darren"),
        ("\\u{44}arren", "Darren"),
        ("\\u{110000}", "\U0010ffff"),
        ("\\u{41424}", "\U00041424"),
        ("Ann+came", "Ann came"),
    ],
)
def test_a_text_is_read_as_programs_read_it(text: str, read: str) -> None:
    assert read in [*readings(text)]
    assert next(iter(readings(text))) == text
    assert [*readings("Ann came")] == ["Ann came"]


def test_six_letters_among_bytes_can_be_a_word_in_any_coding_and_five_are_none() -> None:
    for coding in ("ascii", "utf-16-be", "utf-16-le"):
        assert "Darren" in "\n".join(among_bytes(b"\x01\x02" + "Darren".encode(coding) + b"\x02\x01"))
    assert "\n".join(among_bytes(b"\xc2\x80\x80\x80" * 4)).strip(), "what is no letter is read as some sign"
    assert "Darre" not in "\n".join(among_bytes(b"\x01\x02Darre\x02\x01"))
    assert "Ζωή μου" in "\n".join(among_bytes(b"\x01\x02" + "Ζωή μου".encode() + b"\x02\x01"))


def test_bytes_are_text_where_they_are_marked_as_such_or_hold_nothing_else() -> None:
    assert is_text(b"Ann\tcame\r\n")
    assert is_text(b"\xfe\xff\0A")
    assert is_text(b"\xff\xfeA\0")
    assert not is_text(b"Ann\0came")
    assert not is_text(b"\x01")
    assert is_text(b"A" * 4096 + b"\x01"), "its beginning tells"
    assert not is_text(b"A" * 4095 + b"\x01")
