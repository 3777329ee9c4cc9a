"""What stands in a finished file is told apart from what its own sheet says: by place, by order, and word by word."""

import pytest

from app.export.leaks import in_file
from tests.export.leaks.planting import literal
from tests.export.leaks.planting import stream as packed
from tests.export.leaks.test_places import page, shown
from tests.export.leaks.test_streams import pdf

SHOWN = ("We go", "by a sea", "so we sing")


def found(file: bytes, *secrets: str, shown: tuple[str, ...] = SHOWN) -> list[tuple[str, str]]:
    return [(one.words, one.position) for one in in_file(file, withheld=secrets, shown=shown, language="en")]


def keyed(key: str, words: str) -> bytes:
    return pdf(b"<< /%s %s >>" % (key.encode(), literal(words.encode())))


def on_pages(*words: str) -> bytes:
    pages = [page(b"%d 0 R" % (len(words) + n)) for n in range(1, len(words) + 1)]
    return pdf(*pages, *(packed(shown(said)) for said in words))


def test_where_nothing_is_withheld_nothing_is_found() -> None:
    assert in_file(keyed("Contents", "We go"), withheld=(), language="en") == ()
    assert in_file(keyed("Contents", "We go"), withheld=("We go",), shown=("We go",), language="en") == ()


OTHER_ORDER = "By a sea we go"


@pytest.mark.parametrize("key", ["Alt", "Title"])
@pytest.mark.parametrize(
    ("words", "secret", "leaks"),
    [
        ("By a sea we go", "By a sea we go", False),
        ("by a sea, so we sing: we go", "sing we go", False),
        ("so we sing we go", "we sing we go", False),
        ("so we sing we go by a sea", "sing we go by", False),
        ("by a sea by a sea we go", "a sea by a sea", False),
        ("a sea we go", "a sea we go", True),
        ("by a sea we", "by a sea we", True),
        ("by sea we go", "sea we go", True),
        ("we go with you by a sea", "go with you by", True),
        ("we go and sing by a sea", "by a sea and sing", False),
        ("by a sea and we go", "sea and we", True),
        ("we go we sing", "we go we sing", True),
        ("you by a sea", "you by a sea", True),
        ("so we sing bys a sea", "sing by", True),
    ],
)
def test_whole_texts_of_the_sheet_in_another_order_are_no_leak_and_parts_of_them_are(
    key: str, words: str, secret: str, leaks: bool
) -> None:
    assert bool(found(keyed(key, words), secret)) is leaks
    assert found(keyed(key, words), secret, shown=()) or not leaks


def test_words_in_the_order_of_the_sheet_are_no_leak_wherever_they_stand() -> None:
    assert found(keyed("Contents", "We go by a sea"), "We go by a sea") == []
    assert found(keyed("Contents", OTHER_ORDER), OTHER_ORDER) == [(OTHER_ORDER, "in a note or a form")]


def test_letters_that_lost_their_spaces_are_found_also_where_the_sheets_own_texts_stand() -> None:
    secret = "our dog sleeps here"
    for own in (SHOWN, ("sleeps here now", "our dog")):
        told = found(keyed("Alt", "Ourdogsleepsherenow"), secret, shown=own)
        assert told == [(secret, "in the words that are read out")]


def test_a_long_text_is_found_over_two_pages_and_a_short_name_is_none_there() -> None:
    secret = "He shouts at night"
    assert found(on_pages("He shouts", "at night"), secret) == [(secret, "on its pages")]
    assert found(on_pages("Ann", "Bell"), "Ann Bell") == []
    assert found(on_pages("so Ann", "Bell"), "Ann Bell") == []
    assert found(on_pages("He shouts at night", "at night"), "He shouts at night") == [
        ("He shouts at night", "on page 1")
    ]


def test_what_is_spoken_and_what_is_hidden_does_not_go_on_on_a_page() -> None:
    secret = "He shouts at night"
    for key in ("Alt", "Title", "Contents"):
        both = (b"<< /%s (He shouts) >>" % key.encode(), page(b"3 0 R"), packed(shown("at night")))
        assert found(pdf(*both), secret) == []
    beside = (page(b"3 0 R"), page(b"4 0 R"), packed(b"q % He shouts"), packed(shown("at night")))
    assert found(pdf(*beside), secret) == []


def test_what_is_too_short_to_be_more_than_chance_is_found_in_words_and_not_among_bytes() -> None:
    font = packed(b"\0\1\2 Ann came 123456 \3", b"/Length1 9")
    assert found(pdf(b"<< /A 1 >>", font), "Ann", "123456") == []
    longer = packed(b"\0\1\2 Darren \1\2 Robin \3", b"/Length1 9")
    assert found(pdf(longer), "Darren", "Robin") == [("Darren", "in a part of the file that no page shows")]
    told = found(pdf(b"<< /Contents (Ann came 123456) >>", font), "Ann", "123456")
    assert told == [("Ann", "in a note or a form"), ("123456", "in a note or a form")]


def test_each_place_in_which_words_stand_is_told_once() -> None:
    file = pdf(b"<< /Contents (Ann came) /T (Ann came too) /Alt (so Ann came) >>", page(b"3 0 R"), packed(shown("Ann")))
    assert {*found(file, "Ann")} == {
        ("Ann", "in a note or a form"),
        ("Ann", "in the words that are read out"),
        ("Ann", "on page 1"),
    }
    assert len(found(file, "Ann")) == 3


def test_letters_in_pictures_are_texts_of_the_sheet_each_by_itself() -> None:
    file = keyed("Alt", "A B")
    assert in_file(file, withheld=("a@b",), shown=SHOWN, drawn=("A", "B"), language="en") == ()
    assert in_file(file, withheld=("a@b",), shown=SHOWN, drawn=("A",), language="en") != ()
    assert in_file(keyed("Contents", "A B"), withheld=("a@b",), shown=SHOWN, drawn=("A", "B"), language="en") != ()
