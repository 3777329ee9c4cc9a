"""A face is a sticker or a drawing, whole and in the middle of its square; never a photo, and never a fault."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.document import PEOPLE, Document
from app.document.people import DRAWN
from app.ink import Stroke
from app.ink.avatar import OFFERED, faces, sticker_face
from app.ink.drawing import put
from app.ink.mark import Mark, box
from app.ink.photo import placed
from app.ink.sticker import Sticker
from app.ink.sticker_art import ORDER
from app.ink.tiles import part
from tests.document.making import NAN, edit, item, plan, then, values
from tests.document.making import of as document_of
from tests.ink.strokes import drawn_stroke

LINE = Stroke(((700, 500), (900, 800)), 3, 16)


def nan(face: str, *drawn: Mark) -> Document:
    """A family in which Nan has this face, and this is drawn below her item."""
    family = document_of(item("p", section=PEOPLE, item_type="person", ref=NAN, name="Nan", face=face))
    for mark in drawn:
        family = then(family, edit(put(family, "p", mark, section=PEOPLE, by="worker")))
    return family


def picture(face: str, *drawn: Mark) -> Image.Image:
    shown = faces(nan(face, *drawn))[NAN]
    return Image.open(io.BytesIO(part(shown.marks, shown.around, 100)))


def test_a_letter_is_no_face_and_a_drawing_only_where_it_was_chosen() -> None:
    assert faces(nan("", LINE)) == {}
    assert faces(nan("cat", LINE))[NAN] == sticker_face("cat")
    (drawn,) = faces(nan(DRAWN, LINE))[NAN].marks
    assert isinstance(drawn, Stroke)
    assert drawn.points == LINE.points
    assert faces(nan(DRAWN)) == {}, "nothing is drawn yet"
    assert DRAWN not in ORDER


@given(values)
def test_whatever_stands_where_a_face_should_there_is_one_or_the_letter(face: str) -> None:
    for shown in faces(nan(face, LINE)).values():
        assert part(shown.marks, shown.around, 8)
    assert faces(nan("from-a-newer-version")) == {}
    assert faces(plan()) == {}


def test_a_photo_that_came_there_somehow_is_left_out() -> None:
    photo = placed("a" * 64, 400, 300)
    assert faces(nan(DRAWN, photo, LINE)) == faces(nan(DRAWN, LINE))
    assert faces(nan(DRAWN, photo)) == {}


@given(st.lists(drawn_stroke(), min_size=1, max_size=4))
def test_all_that_was_drawn_is_in_a_square_with_room_round_it(strokes: list[Stroke]) -> None:
    (shown,) = faces(nan(DRAWN, *strokes)).values()
    left, top, right, bottom = shown.around
    assert right - left == pytest.approx(bottom - top)
    for stroke in strokes:
        around = box(stroke)
        assert left < around.left
        assert top < around.top
        assert around.right < right
        assert around.bottom < bottom


def test_a_drawing_in_a_corner_of_the_page_is_in_the_middle_of_its_picture() -> None:
    ink = picture(DRAWN, Stroke(((20, 20), (120, 220)), 3, 16)).getchannel("A").getbbox()
    assert ink is not None
    assert abs(ink[0] + ink[2] - 100) <= 2
    assert abs(ink[1] + ink[3] - 100) <= 2
    assert ink[3] - ink[1] > 60


def test_the_lines_of_a_large_face_are_bolder_so_that_they_can_be_seen_when_it_is_small() -> None:
    small, large = Stroke(((700, 500), (800, 600)), 3, 8), Stroke(((200, 100), (1000, 900)), 3, 8)
    widths = [mark.width for line in (small, large) for mark in faces(nan(DRAWN, line))[NAN].marks]  # type: ignore[union-attr]
    assert widths == [8, 20]


def test_a_dot_is_not_blown_up() -> None:
    ink = picture(DRAWN, Stroke(((500, 500),), 3, 16)).getchannel("A").getbbox()
    assert ink is not None
    assert ink[2] - ink[0] <= 8


@pytest.mark.parametrize("art", OFFERED)
def test_every_face_that_is_offered_fills_its_picture(art: str) -> None:
    assert art in ORDER
    ink = picture(art).getchannel("A").getbbox()
    assert ink is not None
    assert min(ink[2] - ink[0], ink[3] - ink[1]) >= 75
    assert faces(nan(art))[NAN].marks == (Sticker(art, 100, 100, 200),)
