"""A star on paper: a sound file, one figure told in words, every name and number in it; and faces by their names."""

from collections.abc import Callable

import pypdfium2
import pytest

from app.blocks.star.picture import star_part
from app.language import speaking
from app.language.pseudo import longer, mirrored
from app.pdf import pdf
from app.sheet import Heading, Panel, Part, Sheet, Words, texts
from app.sheet.book_pages import panels
from app.sheet.feelings import FEELINGS, features, feeling, feeling_name
from app.sheet.star import Star, StarShape
from plans.areas import CHILDREN, FAMILY
from tests.pdf.checker import checked_pdf, plain, poppler, structure
from tests.pdf.sheets import MADE

TITLES = tuple(a.title for a in FAMILY.areas)
ROUNDS = (
    StarShape("June 2026", (9, 8, 7, 5, 6, 8, 3, 9, 8, 4)),
    StarShape("March 2026", (6, 2, 7, 4, 6, 3, 3, 9, 5, 6)),
    StarShape("December 2025", (5, None, 4, 2, 2, None, 1, 4, 2, 1)),
)


def star(change: Callable[[str], str] = str) -> Star:
    return star_part([change(t) for t in TITLES], ROUNDS, lowest=1, highest=10)


def printed(*parts: Part, reader: str = "adult", language: str = "en", **more: object) -> bytes:
    sheet = Sheet(
        title="Our star",
        language=language,
        parts=(Heading("Where we are"), *parts),
        made_for="Made for Nan",
        reader=reader,  # type: ignore[arg-type]
        right_to_left=language.startswith("ar"),
        **more,  # type: ignore[arg-type]
    )
    with speaking(language):
        return checked_pdf(pdf(sheet, made=MADE))


@pytest.mark.parametrize(("language", "change"), [("en", str), ("en-XA", longer), ("ar-XB", mirrored)])
@pytest.mark.parametrize("reader", ["adult", "child"])
def test_every_area_and_every_round_is_on_the_page_in_letters(
    language: str, change: Callable[[str], str], reader: str
) -> None:
    found = "".join(plain(poppler(printed(star(change), reader=reader, language=language))))
    for text in (*(change(t) for t in TITLES), *(s.name for s in ROUNDS)):
        if language != "ar-XB" or text.isascii():
            assert "".join(plain(text)) in found


def test_the_star_is_one_figure_whose_words_say_all_that_it_shows() -> None:
    figures = [alt for tag, alt in structure(printed(star())) if tag == "Figure"]
    assert len(figures) == 1
    assert figures[0].startswith("A star with 10 arms, from 1 to 10. Its arms: Our home and bills, Staying safe,")
    assert "Our home and bills: June 2026 9, March 2026 6, December 2025 5." in figures[0]
    assert "Staying safe: June 2026 8, March 2026 2." in figures[0]


def test_who_has_no_number_on_an_arm_is_not_named_there_and_neither_is_an_arm_without_numbers() -> None:
    part = star_part(
        ("Home", "School", "Friends"),
        (StarShape("Nan", (4, None, None), 0), StarShape("Sam", (None, None, 6), 1)),
        lowest=1,
        highest=10,
    )
    assert part.alt == "A star with 3 arms, from 1 to 10. Its arms: Home, School, Friends. Home: Nan 4. Friends: Sam 6."


def test_a_childs_star_tells_the_faces_by_their_names() -> None:
    part = star_part(
        ("My home", "My school", "My body"), (StarShape("", (4, None, 1)),), lowest=1, highest=5, faces=True
    )
    assert part.alt.endswith("My home: glad (4). My body: very sad (1).")


def test_a_number_beyond_the_ends_has_no_place_on_an_arm_and_is_in_no_words() -> None:
    part = star_part(("a", "b", "c"), (StarShape("", (0, 5, 11)),), lowest=1, highest=10)
    assert part.shapes[0].numbers == (None, 5, None)
    assert "11" not in part.alt


def test_where_names_have_no_room_they_stand_below_by_their_number() -> None:
    areas = tuple(f"Incomprehensibilities {n}" for n in range(12))
    words = plain(poppler(printed(star_part(areas, (), lowest=0, highest=10), reader="child")))
    found = " ".join(words)
    for n, area in enumerate(areas):
        assert f"{n + 1}. {area}" in found


def test_nothing_is_drawn_beyond_the_page_and_no_letter_is_smaller_than_the_least() -> None:
    shapes = tuple(StarShape(f"Somebody with a long name {n}", (10,) * 12, n) for n in range(6))
    crowded = star_part([f"Area number {n}" for n in range(12)], shapes, lowest=0, highest=10)
    for reader, least in (("adult", 14), ("child", 18)):
        document = pypdfium2.PdfDocument(printed(crowded, star(longer), feeling("My home", 5), reader=reader))
        for page in document:
            for part in page.get_objects():
                left, bottom, right, top = part.get_bounds()
                assert left >= 40
                assert right <= page.get_width() - 40
                assert bottom >= 20
                assert top <= page.get_height() - 20
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                if part.get_bounds()[1] > 45:
                    assert round(part.get_font_size(), 1) >= least
        document.close()


def test_a_closed_round_is_drawn_with_more_lines_than_one_with_gaps() -> None:
    """What is drawn follows the numbers: a star without any is smaller."""
    none = star_part(TITLES, (), lowest=1, highest=10)
    some = star_part(TITLES, ROUNDS[2:], lowest=1, highest=10)

    def shapes(part: Star) -> int:
        document = pypdfium2.PdfDocument(printed(part))
        count = sum(1 for page in document for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]))
        document.close()
        return count

    # Eight marks, the sign and its line in the key, and five lines between neighbours.
    neighbours = sum(
        a is not None and b is not None
        for a, b in zip(ROUNDS[2].numbers, (*ROUNDS[2].numbers[1:], ROUNDS[2].numbers[0]), strict=True)
    )
    assert shapes(some) - shapes(none) == 8 + 2 + neighbours


@pytest.mark.parametrize("language", ["en", "ar-XB"])
def test_a_childs_page_has_a_row_of_faces_for_each_area_told_by_their_names(language: str) -> None:
    with speaking(language):
        rows = [feeling(a.title, n % 5 + 1) for n, a in enumerate(CHILDREN.areas)]
    figures = [alt for tag, alt in structure(printed(*rows, reader="child", language=language)) if tag == "Figure"]
    assert figures == [row.alt for row in rows]
    if language == "en":
        assert figures[3] == "My feelings: glad, 4 of 5."


def test_the_five_faces_look_different_and_are_called_differently() -> None:
    assert len({features(n) for n in range(1, 6)}) == len(FEELINGS) == 5
    assert len({feeling_name(n) for n in range(1, 6)}) == 5
    mouths = [features(n).mouth for n in range(1, 6)]
    bends = [mouth[len(mouth) // 2][1] - mouth[0][1] for mouth in mouths]
    assert bends == sorted(bends), "the gladder, the lower the middle of the mouth hangs below its corners"
    assert bends[2] == 0
    for n in range(1, 6):
        assert all(x * x + y * y < 0.9 for x, y in features(n).mouth)


def test_a_book_has_the_words_of_the_star_and_of_the_faces() -> None:
    row = feeling("My home", 2)
    (panel,) = panels([star(), row])
    assert panel == Panel("", (Words(star().alt), Words(row.alt)))


def test_the_checks_of_a_sheet_read_the_words_of_the_star_its_areas_its_key_and_the_faces() -> None:
    sheet = Sheet(title="t", language="en", parts=(star(), feeling("My home", 2)))
    assert list(texts(sheet)) == [
        "t", star().alt, *TITLES, *(s.name for s in ROUNDS), "My home", "My home: sad, 2 of 5.",
    ]  # fmt: skip
