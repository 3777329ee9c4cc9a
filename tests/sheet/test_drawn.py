"""A picture that draws itself in shapes is painted on paper and on screen alike, and never cut off by either."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Self

import flet as ft
import pytest
from flet import canvas as cv
from pypdf import PdfReader

from app.kit.drawing import drawing_picture
from app.kit.pictures import shown
from app.pdf import pdf
from app.sheet import Sheet
from app.sheet.drawing import Disc, Drawing, Label, Polyline, Room
from app.sheet.drawn import Drawn, Teller

DAY = date(2026, 5, 4)


@dataclass(frozen=True)
class House(Drawn):
    """A house with a name: as wide as it is told, or wider than its room."""

    name: str
    wide: float = 200.0
    alt: str = "A house."

    def texts(self) -> Iterator[str]:
        yield from (self.alt, self.name)

    def retold(self, teller: Teller) -> Self:
        return replace(self, name=teller.named(self.name), alt=teller.named(self.alt))

    def drawing(self, room: Room) -> Drawing:
        high = self.wide / 2
        walls = ((0.0, high), (self.wide, high), (self.wide / 2, 0.0))
        return Drawing(
            self.wide,
            high,
            (
                Polyline(walls, closed=True, fill="soft", dashes=(4.0, 2.0)),
                Disc(self.wide / 2, high / 2, 8.0, fill=1, thick=0.0),
                Disc(self.wide / 2, high / 2, 12.0, fill=None),
                Label(self.name, self.wide / 2, high * 0.8, self.wide / 2),
            ),
        )


@dataclass(frozen=True)
class Nothing(Drawn):
    """A picture that nobody can paint."""

    alt: str = "Nothing."

    def texts(self) -> Iterator[str]:
        yield self.alt

    def retold(self, teller: Teller) -> Self:
        return self


def paper(part: Drawn, *, right_to_left: bool = False) -> str:
    sheet = Sheet(title="Ours", language="en", parts=(part,), made_for="Copy 1.", right_to_left=right_to_left)
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf(sheet, made=DAY, photos={}))).pages)


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("wide", [200.0, 5_000.0])
def test_its_words_are_on_paper_whatever_its_size(wide: float, right_to_left: bool) -> None:
    assert "Acorn" in paper(House("Acorn", wide), right_to_left=right_to_left)


def test_a_name_that_has_no_room_is_cut_where_one_can_see_it() -> None:
    told = paper(House("The house at the very end of Acorn Crescent"))
    assert "The house" in told
    assert "…" in told
    assert "Crescent" not in told


def test_on_the_screen_it_is_as_large_as_its_room_and_says_its_words_to_who_cannot_see() -> None:
    told = drawing_picture(House("Acorn", 1_000.0), 400, right_to_left=False)
    assert isinstance(told, ft.Semantics)
    assert (told.label, told.image, told.exclude_semantics) == ("A house.", True, True)
    stack = told.content
    assert isinstance(stack, ft.Stack)
    assert (stack.width, stack.height) == (400, 200)
    drawn, label = stack.controls
    assert isinstance(drawn, cv.Canvas)
    assert [type(shape).__name__ for shape in drawn.shapes] == ["Path", "Path", "Circle", "Circle"]
    assert isinstance(label, ft.Container)
    assert isinstance(label.content, ft.Text)
    assert label.content.value == "Acorn"


def test_a_picture_that_neither_draws_itself_nor_has_a_painter_is_told_of() -> None:
    with pytest.raises(NotImplementedError, match="Nothing says neither how it is drawn"):
        shown(Nothing(), 400, right_to_left=False)
    with pytest.raises(NotImplementedError, match="Nothing says neither how it is drawn"):
        paper(Nothing())
