"""What the letters of a font stand for is read from its map, however the map is written."""

from app.export.leaks.font_codes import Font, mapped


def test_every_row_of_every_part_of_a_map_is_read() -> None:
    cmap = b"""2 beginbfchar <01> <0041> <02> <00420043> endbfchar
    3 beginbfrange <03> <04> [<0044> <0045>] <05> <06> <0046> <08> <08> <D83DDE00> endbfrange
    1 beginbfchar <0 7> <00 48> endbfchar"""
    assert dict(mapped(cmap)) == {1: "A", 2: "BC", 3: "D", 4: "E", 5: "F", 6: "G", 8: "😀", 7: "H"}


def test_a_range_ends_where_it_says_and_its_last_letter_counts_up() -> None:
    assert dict(mapped(b"beginbfrange <10> <12> <00780061> endbfrange")) == {16: "xa", 17: "xb", 18: "xc"}
    assert dict(mapped(b"beginbfrange <10> <10> <0061> endbfrange")) == {16: "a"}
    assert dict(mapped(b"beginbfrange <10> <11> <> endbfrange")) == {16: "", 17: ""}


def test_letters_are_read_with_the_fonts_own_codes() -> None:
    assert Font({1: "A", 2: "B"}, wide=False).reads(b"\1\2C") == "ABC"
    assert Font({0x0102: "A", 0x0201: "B"}, wide=True).reads(b"\1\2\2\1") == "AB"
    assert Font({0x0102: "A"}, wide=True).reads(b"\1\2\3\4\5") == "A\ufffd"
    assert Font({}, wide=False).reads(b"Ann") == "Ann"
    assert Font({}, wide=True, coding="utf-16-be").reads(b"\0A\0n") == "An"
