"""The star as it is drawn on the screen: one picture with all of its words, and a touch that becomes a number."""

from collections.abc import Iterator
from types import SimpleNamespace

import flet as ft
import pytest
from flet import canvas as cv

from app.blocks.star.picture import star_part
from app.ink.photo import NONE
from app.kit import theme
from app.kit.star import star
from app.sheet import Sheet
from app.sheet.feelings import feeling
from app.sheet.star import Star, StarShape
from app.sheet.star_geometry import place_of, star_picture
from app.ui.screens.copy_preview import preview

TITLES = ("Home", "School", "Friends", "Health")
ROUNDS = (StarShape("June", (7, 8, 9, 10)), StarShape("March", (2, None, 4, 5)))
WIDTH = 600


def part(*shapes: StarShape, chosen: int | None = None) -> Star:
    return star_part(TITLES, shapes or ROUNDS, lowest=1, highest=10, chosen=chosen)


def everything(control: ft.Control) -> Iterator[ft.Control]:
    yield control
    for inside in (*(getattr(control, "controls", None) or ()), getattr(control, "content", None)):
        if isinstance(inside, ft.Control):
            yield from everything(inside)


def shapes(control: ft.Control) -> list[cv.Shape]:
    return [s for c in everything(control) if isinstance(c, cv.Canvas) for s in c.shapes]


def test_a_screen_reader_hears_the_words_of_the_picture_and_nothing_that_is_drawn() -> None:
    drawn = star(part(), WIDTH, right_to_left=False)
    heard = [c for c in everything(drawn) if isinstance(c, ft.Semantics)]
    assert [c.label for c in heard if c.label] == [part().alt]
    assert all(c.exclude_semantics for c in heard)
    inside = {id(t) for s in heard for t in everything(s) if isinstance(t, ft.Text)}
    assert {id(t) for t in everything(drawn) if isinstance(t, ft.Text)} == inside


@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_touch_on_a_number_of_an_arm_is_that_number(right_to_left: bool) -> None:
    found: list[tuple[int, int]] = []

    def on_number(arm: int, number: int) -> None:
        found.append((arm, number))

    drawn = star(part(), WIDTH, right_to_left=right_to_left, heard=lambda act: act, on_number=on_number)
    (detector,) = [c for c in everything(drawn) if isinstance(c, ft.GestureDetector)]
    picture = star_picture(part(), width=WIDTH, size=theme.SMALL, right_to_left=right_to_left)
    touches = [(arm, number) for arm in range(4) for number in (1, 6, 10)]
    for arm, number in touches:
        x, y = place_of(picture, arm, number)
        detector.on_tap_up(SimpleNamespace(local_position=ft.Offset(x, y)))  # type: ignore[misc, call-arg, arg-type]
    assert found == touches


def test_while_one_area_is_talked_about_a_touch_on_another_arm_does_nothing() -> None:
    found: list[tuple[int, int]] = []
    talked = part(chosen=2)
    drawn = star(talked, WIDTH, right_to_left=False, heard=lambda act: act, on_number=lambda a, n: found.append((a, n)))
    (detector,) = [c for c in everything(drawn) if isinstance(c, ft.GestureDetector)]
    picture = star_picture(talked, width=WIDTH, size=theme.SMALL)
    for arm in range(4):
        x, y = place_of(picture, arm, 5)
        detector.on_tap_up(SimpleNamespace(local_position=ft.Offset(x, y)))  # type: ignore[misc, call-arg, arg-type]
    assert found == [(2, 5)]


def test_it_is_only_looked_at_where_nothing_hears_a_touch() -> None:
    drawn = star(part(), WIDTH, right_to_left=False)
    assert not [c for c in everything(drawn) if isinstance(c, ft.GestureDetector)]


def test_everything_is_drawn_in_colours_that_change_with_the_theme_or_in_a_persons_own() -> None:
    people = part(StarShape("Nan", (7, 8, 9, 10), 0), StarShape("Sam", (1, 2, 3, 4), 3))
    roles = {theme.ACCENT, theme.INK, theme.QUIET, theme.EDGE, theme.LINE, theme.SHEET}
    for one in (part(), people, part(chosen=1)):
        for shape in shapes(star(one, WIDTH, right_to_left=False)):
            colour = shape.paint.color  # type: ignore[attr-defined]
            assert colour in roles or colour in theme.PEOPLE or colour.startswith(theme.CHOSEN), colour


def test_shapes_are_told_apart_by_the_pattern_of_their_lines() -> None:
    lines = [s for s in shapes(star(part(), WIDTH, right_to_left=False)) if isinstance(s, cv.Line)]
    patterns = {tuple(line.paint.stroke_dash_pattern or ()) for line in lines}
    assert len(patterns) == 2


def test_where_somebody_has_no_number_on_an_arm_nobody_has_lines() -> None:
    nan, sam, kept = (
        StarShape("Nan", (7, 8, 9, 10), 0),
        StarShape("Sam", (1, 2, 3, 4), 3),
        StarShape("Sam", (1, None, 3, 4), 3),
    )

    def joined(*people: StarShape) -> int:
        paths = [s.elements for s in shapes(star(part(*people), WIDTH, right_to_left=False)) if isinstance(s, cv.Path)]
        # What is closed is a mark, or filled.
        lines = [p for p in paths if not any(isinstance(e, cv.Path.Close) for e in p)]
        return sum(isinstance(e, cv.Path.LineTo) for p in lines for e in p)

    assert (joined(nan, sam), joined(nan, kept)) == (8, 0)


def test_the_preview_of_a_copy_shows_the_star_and_the_faces_with_their_words() -> None:
    row = feeling("My home", 2)
    sheet = Sheet(title="Our star", language="en", parts=(part(), row))
    labels = [
        c.label
        for shown in preview(sheet, NONE)
        for c in everything(shown)
        if isinstance(c, ft.Semantics) and c.label and c.image
    ]
    assert labels == [part().alt, row.alt]
