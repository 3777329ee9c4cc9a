"""Words of which a finished file has one part here and the next one there are found as if they stood in one place."""

from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from app.export.leaks import in_file
from app.ink.photo import NONE
from app.sheet import texts
from tests.export.copying import make_copy
from tests.export.leaks.planting import behind, helvetica, keyed, literal, on_page, picture, rewritten, text
from tests.export.test_copies import DAY, whole

COPY = make_copy(whole(), None, made=DAY, language="en", photos=NONE)
SHOWN = tuple(texts(COPY.sheet))

SPLIT = [
    ("He shouts at night", "He shouts", "at night"),
    ("Anna Whitlock", "Anna Whit", "lock"),
    ("We live at BS7 9QX", "so BS7", "9QX so"),
]


def drawn(words: str) -> bytes:
    return text(literal(words.encode()))


def found(file: bytes, *secrets: str) -> list[tuple[str, str]]:
    return [(f.words, f.position) for f in in_file(file, withheld=secrets, shown=SHOWN, language="en")]


def in_two_streams(first: str, second: str) -> bytes:
    """One page, whose content is in several streams."""
    return on_page(drawn, before=drawn(first), Fx=helvetica)(COPY.file, second)


def on_two_pages(first: str, second: str) -> bytes:
    """Two pages, one after the other, each with a part."""

    def change(writer: PdfWriter) -> None:
        font = writer._add_object(helvetica(writer))
        for words in (first, second):
            page = writer.add_blank_page(width=200, height=200)
            content = DecodedStreamObject()
            content.set_data(drawn(words))
            page["/Resources"][NameObject("/Font")] = writer._add_object(DictionaryObject({NameObject("/Fx"): font}))  # type: ignore[index]
            page[NameObject("/Contents")] = writer._add_object(content)

    return rewritten(COPY.file, change)


@pytest.mark.parametrize("split", [in_two_streams, on_two_pages])
@pytest.mark.parametrize(("secret", "first", "second"), SPLIT)
def test_what_ends_elsewhere_than_it_begins_is_found_on_the_pages(
    secret: str, first: str, second: str, split: Callable[[str, str], bytes]
) -> None:
    assert found(split(first, second), secret) == [(secret, "on its pages")]
    assert found(split(first, "Lovely weather"), secret) == []
    assert found(split("Lovely weather", second), secret) == []


@pytest.mark.parametrize("split", [in_two_streams, on_two_pages])
def test_a_short_name_that_only_the_end_and_the_beginning_of_two_places_make_is_none(
    split: Callable[[str, str], bytes],
) -> None:
    assert found(split("We sat in the dar", "ren was not there"), "Darren") == []


def test_what_stands_whole_on_a_page_too_is_told_with_that_page_alone() -> None:
    secret = "He shouts at night"
    assert found(in_two_streams(secret, secret), secret) == [(secret, "on page 1")]


@pytest.mark.parametrize(
    ("position", "leaks"),
    [(b"Alt", False), (b"ActualText", False), (b"Title", False), (b"Contents", True), (b"Author", True), (b"P", True)],
)
def test_texts_of_the_sheet_in_another_order_are_its_own_where_it_puts_its_texts_and_nowhere_else(
    position: bytes, leaks: bool
) -> None:
    secret = "By a sea we go"
    file = keyed(position)(COPY.file, secret)
    shown = (*SHOWN, "We go", "by a sea")
    assert bool(in_file(file, withheld=(secret,), shown=shown, language="en")) is leaks
    assert in_file(file, withheld=(secret,), shown=(*SHOWN, "by a sea"), language="en")


@pytest.mark.parametrize("name", ["Ann", "Ben"])
def test_a_name_too_short_for_bytes_is_found_in_what_a_photo_says_beside_its_pixels(name: str) -> None:
    for words in (name, f"{name} came", f"so came {name}"):
        assert found(behind(COPY.file, picture(words)), name) == [(name, "in a picture's own words")]
    assert found(behind(COPY.file, picture(f"{name}etta")), name) == []
