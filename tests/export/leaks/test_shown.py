"""What a stream shows, speaks and holds beside that is told apart, and read in every way that its bytes allow."""

import pytest

from app.export.leaks import UnreadablePdf
from app.export.leaks.content_streams import OPERATORS, ShownText, read
from app.export.leaks.font_codes import Font
from tests.export.leaks.planting import literal, shifted

ODD = Font({code: chr(code - 96) for code in range(128, 224)}, wide=False)
EVEN = Font({}, wide=False)
WIDE = Font({code: chr(code) for code in range(0x0600)}, wide=True)
FONTS = {"Odd": [ODD], "Even": [EVEN], "Wide": [WIDE], "Both": [ODD, WIDE]}


def odd(words: str) -> bytes:
    return literal(shifted(words))


def wide(words: str) -> bytes:
    return b"<" + words.encode("utf-16-be").hex().encode() + b">"


def told(content: bytes, *, drawn: bool = True) -> ShownText:
    return read(content, FONTS, drawn=drawn)


def test_a_text_is_shown_in_the_letters_of_its_font() -> None:
    assert told(b"BT /Odd 12 Tf " + odd("Ann") + b" Tj /Even 9 Tf ( came) Tj ET").shown == ("Ann came\n",)
    assert told(b"/Wide 9 Tf " + wide("Zoë") + b" Tj") == ShownText(("Zoë",), (), (), (b"Wide",))


def test_what_is_drawn_below_spoken_words_is_read_beside_what_is_spoken() -> None:
    content = b"/Wide 9 Tf /Span << /ActualText (so) >> BDC " + wide("Ann") + b" Tj EMC " + wide(" came") + b" Tj"
    assert told(content) == ShownText(("so came", "Ann came"), ("so",), (), (b"Wide", b"Span", b"ActualText"))
    # What is only described has its letters read as they stand.
    assert told(content.replace(b"ActualText", b"Alt")).shown == ("Ann came",)


@pytest.mark.parametrize(
    ("key", "spoken"), [("ActualText", True), ("Alt", True), ("E", True), ("T", False), ("Lang", False)]
)
def test_a_string_below_a_name_is_spoken_or_stands_beside(key: str, spoken: bool) -> None:
    found = told(b"/Span << /%s (Ann) >> BDC EMC" % key.encode())
    assert (found.spoken, found.beside) == ((("Ann",), ()) if spoken else ((), ("Ann", "Ann")))
    assert found.shown == (("Ann",) if key == "ActualText" else ())


@pytest.mark.parametrize("parting", ["9 0 Td", "9 0 TD", "T*", "1 0 0 1 9 9 Tm", "BT", "() '", '1 1 () "'])
def test_where_letters_are_placed_anew_they_are_read_apart_and_together(parting: str) -> None:
    content = b"/Wide 9 Tf BT " + wide("Ann") + b" Tj %s " + wide("came") + b" Tj"
    assert [reading.split() for reading in told(content % parting.encode()).shown] == [["Anncame"], ["Ann", "came"]]
    assert told(content % b"9 Tc 2 Tr 0 Ts 1 g").shown == ("Anncame",)


def test_where_a_text_ends_a_word_ends() -> None:
    assert told(b"/Wide 9 Tf BT " + wide("Ann") + b" Tj ET BT " + wide("came") + b" Tj").shown == ("Ann\ncame",)


def test_a_wide_gap_in_a_row_of_letters_is_a_space_and_a_narrow_one_is_none() -> None:
    row = b"/Wide 9 Tf [" + wide("An") + b" -20 " + wide("n") + b" %s " + wide("came") + b"] TJ"
    assert told(row % b"-300").shown == ("Anncame", "Ann came")
    assert told(row % b"-30").shown == ("Anncame",)
    assert told(row % b"300").shown == ("Anncame",)


def test_letters_that_are_placed_one_by_one_are_read_as_one_word_too() -> None:
    content = b" 9 0 Td ".join(wide(letter) + b" Tj" for letter in "Ann")
    assert told(b"/Wide 9 Tf " + content).shown == ("Ann", "A n n", "ann")
    apart = b"/Wide 9 Tf BT " + content + b" ET BT 9 0 Td " + wide("came") + b" Tj ET"
    assert told(apart).shown == ("Ann\ncame\n", " A n n   came ", "ann")


def test_bytes_of_one_byte_a_letter_are_read_as_they_stand_too_and_those_of_two_are_not() -> None:
    assert told(b"/Even 9 Tf (Ann) Tj").beside == ("Ann", "Ann")
    assert told(b"/Wide 9 Tf " + wide("Ann") + b" Tj").beside == ()
    utf16 = {"Utf": [Font({}, True, "utf-16-be")]}
    assert read(b"/Utf 9 Tf " + wide("Ann") + b" Tj", utf16, drawn=True) == ShownText(("Ann",), (), (), (b"Utf",))


def test_a_name_that_stands_for_several_fonts_is_read_in_each() -> None:
    found = told(b"/Both 9 Tf " + odd("Ann!") + b" Tj")
    assert found.shown == ("Ann!",)
    assert WIDE.reads(shifted("Ann!")) in found.beside
    assert told(b"/Both 9 Tf " + wide("Ann") + b" Tj").beside[1] == "Ann"


@pytest.mark.parametrize("forgotten", ["", "/None 9 Tf", "/Odd 9 Tf q /Even 9 Tf Q", "/Odd 9 Tf /State gs"])
def test_what_is_drawn_in_a_font_that_is_told_elsewhere_cannot_be_read(forgotten: str) -> None:
    content = forgotten.encode() + b" (Ann) Tj"
    with pytest.raises(UnreadablePdf):
        told(content)
    assert told(content, drawn=False).shown == ("Ann",)
    assert told(content, drawn=False).beside == ("Ann", "Ann")


def test_operators_are_no_words_and_every_other_word_stands_beside() -> None:
    assert told(b" ".join(sorted(OPERATORS))).beside == ()
    assert told(b"q Ann came Q").beside == ("Ann", "came", "Ann\ncame")
    assert told(b"EMC q % Ann came\n/Ben#20B Do").beside == (" Ann came", " Ann came")
    assert told(b"EMC q % Ann came\n/Ben#20B Do").names == (b"Ben B",)


def test_a_stream_in_which_nothing_is_said_says_nothing() -> None:
    assert told(b"q 1 0 0 1 0 0 cm 0 0 m 9 9 l S Q") == ShownText((), (), (), ())
    assert told(b"/Even 9 Tf BT ( ) Tj ET").beside == ()


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("םולש", "שלום"),
        ("Ann םולש", "Ann שלום"),
        ("bed םולש map", "bed שלום map"),
        ("!םולש", "!שלום"),
        ("12 םולש", "12 שלום"),
        ("ןב םולש", "בן שלום"),
        ("َكَل", "لَكَ"),
        ("1٢ احرم", "1٢ مرحا"),
        ("é bed", "é bed"),
        # A mark is drawn behind what it belongs to, but for what runs to the left.
        ("e\u0301םולש", "e\u0301שלום"),
        ("1\u20e3םולש", "1\u20e3שלום"),
        ("٢\u0653ابحرم", "٢\u0653مرحبا"),
    ],
)
def test_words_that_run_to_the_left_are_read_from_their_beginning_and_all_others_as_they_are(
    drawn: str, said: str
) -> None:
    plain = {"Utf": [Font({}, True, "utf-16-be")]}
    assert read(b"/Utf 9 Tf " + wide(drawn) + b" Tj", plain, drawn=True).shown == (said,)


def test_spoken_words_that_run_to_the_left_stand_as_they_are_said() -> None:
    spoken = b"/Span << /ActualText <FEFF" + "שלום".encode("utf-16-be").hex().encode() + b"> >> BDC EMC"
    assert told(spoken).shown == ("שלום",)
    assert told(spoken).spoken == ("שלום",)
