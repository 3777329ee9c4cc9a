"""What a file says is told with the place where it stands, and every place is read in the ways that it can be."""

import pytest

from app.export.leaks import in_file
from app.export.leaks.extract import PLACES, ExtractedText, described
from app.ink.photo import NONE
from app.sheet import texts
from tests.export.copying import make_copy
from tests.export.leaks.planting import behind, keyed, literal, stream
from tests.export.test_copies import DAY, whole

COPY = make_copy(whole(), None, made=DAY, language="en", photos=NONE)
SHOWN = tuple(texts(COPY.sheet))
NOISE = bytes(range(256))


def found(file: bytes, *secrets: str) -> list[tuple[str, str]]:
    return [(f.words, f.position) for f in in_file(file, withheld=secrets, shown=SHOWN, language="en")]


@pytest.mark.parametrize("coding", ["ascii", "utf-16-be", "utf-16-le"])
def test_words_among_bytes_that_are_no_text_are_found_in_any_coding(coding: str) -> None:
    file = behind(COPY.file, stream(NOISE + " Darren ".encode(coding) + NOISE))
    assert ("Darren", "in a part of the file that no page shows") in found(file, "Darren")


def test_a_text_that_no_page_shows_is_read_as_it_stands() -> None:
    assert found(behind(COPY.file, stream(b"0117 496 0123")), "0117 496 0123")
    assert found(behind(COPY.file, stream(b"1174 960 999")), "0117 496 0123") == []


@pytest.mark.parametrize(
    ("key", "position"),
    [
        (b"Alt", "in the words that are read out"),
        (b"ActualText", "in the words that are read out"),
        (b"E", "in the words that are read out"),
        (b"Title", "in the title or in the list of pages"),
        (b"URI", "in an address that it leads to"),
        *((key, "in what the file says of itself") for key in (b"Author", b"Subject", b"Keywords", b"Creator")),
        *((key, "in what the file says of itself") for key in (b"Producer", b"CreationDate", b"ModDate")),
        *((key, "in a note or a form") for key in (b"Contents", b"RC", b"T", b"TU", b"TM", b"V", b"DV", b"Opt")),
        *((key, "in a note or a form") for key in (b"CA", b"Subj")),
        *((key, "in a file inside the file") for key in (b"F", b"UF", b"Desc")),
        (b"Other", "in a part of the file that no page shows"),
    ],
)
def test_a_string_is_told_with_the_place_that_its_name_says(key: bytes, position: str) -> None:
    assert found(keyed(key)(COPY.file, "Darren"), "Darren") == [("Darren", position)]


def test_a_name_a_comment_and_a_bare_word_are_told_as_what_no_page_shows() -> None:
    hidden = "in a part of the file that no page shows"
    for written in (b"<< /Darren 1 >>", b"%so Darren came\nnull", b"<< /N Darren >>"):
        assert found(behind(COPY.file, written), "Darren") == [("Darren", hidden)]


def test_the_mark_of_a_file_is_no_text_and_a_string_of_its_length_elsewhere_is() -> None:
    marks = literal(b"so Ann came, yes")
    assert found(behind(COPY.file, b"[ /ID [" + marks + b"] ]"), "Ann") == []
    assert found(behind(COPY.file, b"[ /Other [" + marks + b"] ]"), "Ann")


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le", "cp1252"])
def test_what_a_file_says_of_itself_is_read_in_any_coding(coding: str) -> None:
    assert any("Zoë came" in text for text in described("<a>Zoë came</a>".encode(coding)))


def test_a_place_is_told_in_words_with_its_page() -> None:
    assert ExtractedText("x", "page", 3).told() == "on page 3"
    assert {ExtractedText("x", position, 1).told() for position in PLACES if position != "page"} == {
        words for position, words in PLACES.items() if position != "page"
    }
