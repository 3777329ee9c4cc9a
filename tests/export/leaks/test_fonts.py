"""What the letters of a font stand for is read from its map, however the map is written."""

import pytest

from app.export.leaks import UnreadablePdf
from app.export.leaks.font_codes import Font, fonts_of, mapped
from app.export.leaks.pdf_objects import parts_of
from tests.export.leaks.test_streams import pdf, stream


def test_every_row_of_every_part_of_a_map_is_read() -> None:
    cmap = b"""2 beginbfchar <01> <0041> <02> <00420043> endbfchar
    3 beginbfrange <03> <04> [<0044> <0045>] <05> <06> <0046> <08> <08> <D83DDE00> endbfrange
    1 beginbfchar <0 7> <00 48> endbfchar"""
    assert dict(mapped(cmap)) == {1: "A", 2: "BC", 3: "D", 4: "E", 5: "F", 6: "G", 8: "😀", 7: "H"}


def test_a_range_ends_where_it_says_and_its_last_letter_counts_up() -> None:
    assert dict(mapped(b"beginbfrange <10> <12> <00780061> endbfrange")) == {16: "xa", 17: "xb", 18: "xc"}
    assert dict(mapped(b"beginbfrange <10> <10> <0061> endbfrange")) == {16: "a"}
    assert dict(mapped(b"beginbfrange <10> <11> <> endbfrange")) == {16: "", 17: ""}
    assert dict(mapped(b"beginbfrange <10> <11> <DBFFDFFF> endbfrange")) == {16: "\U0010ffff", 17: "\U0010ffff"}
    codes = [code for code, _text in mapped(b"beginbfrange <FFF0> <FFFFFFFF> <0041> endbfrange")]
    assert codes == [*range(0xFFF0, 0x10000)], "codes have two bytes at most"


def test_half_a_letter_in_a_map_is_no_fault() -> None:
    rows = b"beginbfchar <01> <004> <02> <D83D> <03> <00> <04> <> endbfchar"
    assert dict(mapped(rows)) == {1: "@", 2: "\ufffd", 3: "\ufffd", 4: ""}


def test_letters_are_read_with_the_fonts_own_codes() -> None:
    assert Font({1: "A", 2: "B"}, wide=False).reads(b"\1\2C") == "ABC"
    assert Font({0x0102: "A", 0x0201: "B"}, wide=True).reads(b"\1\2\2\1") == "AB"
    assert Font({0x0102: "A"}, wide=True).reads(b"\1\2\3\4\5") == "A\ufffd"
    assert Font({}, wide=False).reads(b"Ann") == "Ann"
    assert Font({}, wide=True, coding="utf-16-be").reads(b"\0A\0n") == "An"
    assert Font({}, wide=True, coding="utf-16-be").reads(b"\0A\xd8\0\0n") == "A\ufffdn"


def fonts(*said: bytes, more: tuple[bytes, ...] = ()) -> list[Font]:
    """Return what is found of fonts of one name, in files in which each stands in the resources and in an object."""
    inline = [fonts_of(parts_of(pdf(*more, *(b"<< /Font << /Fx %s >> >>" % font for font in said))))]
    at = len(more) + 1
    led_to = [b"<< /Font << /Fx %d 0 R >> >>" % n for n in range(at, at + len(said))]
    inline.append(fonts_of(parts_of(pdf(*more, *said, *led_to))))
    assert inline[0] == inline[1]
    return inline[0].get("Fx", [])


def map_of(*rows: bytes) -> bytes:
    return stream(b"begincmap beginbfchar %s endbfchar endcmap" % b" ".join(rows))


A_MAP = map_of(b"<80> <0041>", b"<81> <006E>")
READ = {128: "A", 129: "n"}


@pytest.mark.parametrize("kind", [b"Type1", b"MMType1", b"TrueType"])
def test_a_font_of_one_byte_a_letter_is_read_with_its_map_and_the_names_of_its_letters(kind: bytes) -> None:
    begun = b"<< /Subtype /" + kind
    assert fonts(begun + b" >>") == [Font({}, wide=False)]
    assert fonts(begun + b" /ToUnicode 1 0 R >>", more=(A_MAP,)) == [Font(READ, wide=False)]
    assert fonts(begun + b" /Encoding /WinAnsiEncoding >>") == [Font({}, wide=False)]
    assert fonts(begun + b" /Encoding << /Differences [ 128 /A /n ] >> >>") == [Font(READ, wide=False)]
    both = begun + b" /Encoding << /Differences [ 128 /B 130 /C ] >> /ToUnicode 1 0 R >>"
    assert fonts(both, more=(A_MAP,)) == [Font({**READ, 130: "C"}, wide=False)]


@pytest.mark.parametrize(
    ("named", "texts"),
    [
        (b"/A 5 /eacute /uni00E9 /u00E9 /u1F600", {0: "A", 5: "é", 6: "é", 7: "é", 8: "😀"}),
        (b"5 /A 9 /n", {5: "A", 9: "n"}),
        (b"5 /nobody-knows /u110000 /uni12", {5: "", 6: "\U0010ffff", 7: ""}),
        (b"5 (A) 6.5 /A", {5: "A"}),
        (b"", {}),
    ],
)
def test_letters_are_named_from_a_code_on(named: bytes, texts: dict[int, str]) -> None:
    assert fonts(b"<< /Subtype /Type1 /Encoding << /Differences [ %s ] >> >>" % named) == [Font(texts, wide=False)]
    assert fonts(b"<< /Subtype /Type1 /Encoding << /Differences (none) >> >>") == [Font({}, wide=False)]


def test_a_font_of_two_bytes_a_letter_is_read_with_its_map_or_as_the_text_that_it_is() -> None:
    begun = b"<< /Subtype /Type0 /Encoding "
    for encoding in (b"/Identity-H", b"/Identity-V", b"/UniGB-UTF16-H", b"/UniJIS-UCS2-V"):
        mapped_ = fonts(begun + encoding + b" /ToUnicode 1 0 R >>", more=(A_MAP,))
        assert mapped_ == [Font(READ, wide=True)]
    for encoding in (b"/UniGB-UTF16-H", b"/UniJIS-UCS2-V"):
        assert fonts(begun + encoding + b" >>") == [Font({}, True, "utf-16-be")]


def test_of_a_map_that_was_written_anew_the_last_counts() -> None:
    again = b"9 0 obj\n%s\nendobj\n"
    file = pdf(b"<< /Font << /Fx << /Subtype /Type1 /ToUnicode 9 0 R >> >> >>")
    file += again % map_of(b"<80> <0042>") + again % A_MAP
    assert fonts_of(parts_of(file)) == {"Fx": [Font(READ, wide=False)]}


def test_one_name_may_stand_for_several_fonts_each_once() -> None:
    one, other = b"<< /Subtype /Type1 >>", b"<< /Subtype /Type1 /Encoding << /Differences [ 65 /B ] >> >>"
    assert fonts(one, other, one) == [Font({}, wide=False), Font({65: "B"}, wide=False)]
    assert fonts_of(parts_of(pdf(b"<< /Font (none) >>", b"<< /Font << >> >>"))) == {}


@pytest.mark.parametrize(
    "said",
    [
        b"(no font)",
        b"<< /Type /Font >>",
        b"<< /Subtype /Type3 >>",
        b"<< /Subtype /CIDFontType2 >>",
        b"<< /Subtype /Type0 >>",
        b"<< /Subtype /Type0 /Encoding /Identity-H >>",
        b"<< /Subtype /Type0 /Encoding /Identity-Hx /ToUnicode 1 0 R >>",
        b"<< /Subtype /Type0 /Encoding /GBK-EUC-H /ToUnicode 1 0 R >>",
        b"<< /Subtype /Type0 /Encoding << /Differences [ 1 /A ] >> /ToUnicode 1 0 R >>",
        b"<< /Subtype /Type1 /ToUnicode 99 0 R >>",
        b"<< /Subtype /Type1 /ToUnicode /Identity-H >>",
    ],
)
def test_a_font_that_does_not_tell_its_letters_cannot_be_read(said: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        fonts(said, more=(A_MAP,))
