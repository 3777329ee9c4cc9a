"""The star's geometry: all of it inside, no name over another, and a touch finds the number that stands there."""

import math
from itertools import combinations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from app.language.catalogues import ROOT
from app.language.pseudo import longer, mirrored
from app.sheet.star import Star, StarShape
from app.sheet.star_geometry import (
    MARK,
    STYLES,
    StarPicture,
    form_of,
    pattern_of,
    place_of,
    star_picture,
    touched,
)
from app.sheet.star_labels import LabelBox, reckoned, wrapped
from plans.areas import CHILDREN, FAMILY, SETS

WIDTHS = ((340, 16), (240, 16), (471, 14), (471, 18), (503, 14), (580, 16), (580, 20), (900, 18))
"""(width, size of letters): a phone, half of one, paper (adult, child, one page), a tablet, a child's, a large one."""

words = st.text("abcdefghimnostuwMW", min_size=1, max_size=13)
titles = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def stars(draw: st.DrawFn) -> Star:
    count = draw(st.integers(3, 12))
    lowest = draw(st.integers(0, 3))
    highest = draw(st.integers(lowest + 1, 10))
    number = st.none() | st.integers(lowest, highest)
    shapes = draw(
        st.lists(
            st.builds(
                StarShape,
                st.just("Nan"),
                st.lists(number, min_size=count, max_size=count).map(tuple),
                st.none() | st.integers(0, 4),
            ),
            max_size=STYLES,
        )
    )
    areas = draw(st.lists(titles, min_size=count, max_size=count))
    return Star(tuple(areas), lowest, highest, tuple(shapes), "")


pictures = st.builds(
    lambda part, at, turned: star_picture(part, width=at[0], size=at[1], right_to_left=turned),
    stars(),
    st.sampled_from(WIDTHS),
    st.booleans(),
)


def inside(box: LabelBox, picture: StarPicture) -> bool:
    edge = 1e-6
    return (
        box.left >= -edge
        and box.top >= -edge
        and box.left + box.width <= picture.width + edge
        and box.top + box.height <= picture.height + edge
    )


def smaller(box: LabelBox) -> LabelBox:
    return LabelBox(box.left + 1e-6, box.top + 1e-6, box.width - 2e-6, box.height - 2e-6)


@given(pictures)
def test_every_arm_mark_line_number_and_name_is_inside_of_the_picture(picture: StarPicture) -> None:
    half = MARK * picture.size
    for arm in picture.arms:
        assert inside(arm.box, picture)
        assert inside(LabelBox(arm.x, arm.y, 0, 0), picture)
    for outline in picture.outlines:
        for dot in outline.dots:
            assert inside(LabelBox(dot.mark_x - half, dot.mark_y - half, 2 * half, 2 * half), picture)
        for a, b, c, d in outline.lines:
            assert inside(LabelBox(a, b, 0, 0), picture)
            assert inside(LabelBox(c, d, 0, 0), picture)
    for _number, x, y in picture.numbers:
        assert inside(LabelBox(x, y, 0, 0), picture)


@given(pictures)
def test_no_name_lies_over_another_or_over_the_star(picture: StarPicture) -> None:
    boxes = [smaller(arm.box) for arm in picture.arms]
    assert not [(a, b) for a, b in combinations(boxes, 2) if a.overlaps(b)]
    for box in boxes:
        near_x = min(max(picture.x, box.left), box.left + box.width)
        near_y = min(max(picture.y, box.top), box.top + box.height)
        if not picture.keyed:
            assert math.hypot(near_x - picture.x, near_y - picture.y) > picture.rings[-1]


@given(pictures)
def test_every_name_has_the_room_that_it_needs_or_stands_in_the_key(picture: StarPicture) -> None:
    for arm, area in zip(picture.arms, picture.part.areas, strict=True):
        lines = wrapped(arm.name, arm.box.width / picture.size + 1e-6)
        assert len(lines) <= 3
        assert all(reckoned(line) * picture.size <= arm.box.width + 1e-6 for line in lines)
        assert len(lines) * 1.3 * picture.size <= arm.box.height + (1e-6 if not picture.keyed else picture.size)
        assert picture.keyed or arm.name == area


@given(pictures)
def test_a_touch_where_a_number_stands_is_that_number_on_that_arm(picture: StarPicture) -> None:
    for arm in range(len(picture.arms)):
        for number in range(picture.part.lowest, picture.part.highest + 1):
            x, y = place_of(picture, arm, number)
            assert touched(picture, x, y) == (arm, number)
            assert touched(picture, x, y, only=arm) == (arm, number)
            assert touched(picture, x, y, only=(arm + 1) % len(picture.arms)) is None


@given(pictures, st.floats(-0.45, 0.45), st.floats(-0.3, 0.3))
def test_a_touch_somewhat_beside_a_number_is_that_number_too(picture: StarPicture, along: float, aside: float) -> None:
    step = picture.rings[0]
    for arm in range(len(picture.arms)):
        for number in range(picture.part.lowest + 1, picture.part.highest + 1):
            x, y = place_of(picture, arm, number)
            dx, dy = x - picture.x, y - picture.y
            away = math.hypot(dx, dy)
            room = away * math.tan(math.pi / len(picture.arms)) if len(picture.arms) > 2 else away
            side = aside * min(room, step)
            moved = x + dx / away * along * step - dy / away * side, y + dy / away * along * step + dx / away * side
            assert touched(picture, *moved) == (arm, number)


@given(pictures)
def test_the_middle_and_what_is_beyond_the_star_mean_no_number(picture: StarPicture) -> None:
    assert touched(picture, picture.x, picture.y) is None
    assert touched(picture, picture.x, picture.y + picture.rings[-1] * 1.6 + picture.size) is None


@given(stars(), st.sampled_from(WIDTHS))
def test_where_a_language_runs_from_the_right_the_picture_is_the_mirror_of_the_other(
    part: Star, at: tuple[float, float]
) -> None:
    width, size = at
    one = star_picture(part, width=width, size=size)
    other = star_picture(part, width=width, size=size, right_to_left=True)
    near = pytest.approx

    def same(a: tuple[float, float], b: tuple[float, float]) -> None:
        assert (width - a[0], a[1]) == (near(b[0], abs=1e-6), near(b[1], abs=1e-6))

    assert (one.height, one.rings, one.keyed) == (other.height, other.rings, other.keyed)
    for a, b in zip(one.arms, other.arms, strict=True):
        same((a.x, a.y), (b.x, b.y))
        same((a.box.left + a.box.width, a.box.top), (b.box.left, b.box.top))
        assert (a.side, a.box.height) == (-b.side, near(b.box.height))
    for ours, theirs in zip(one.outlines, other.outlines, strict=True):
        assert ours.closed == theirs.closed
        for d, e in zip(ours.dots, theirs.dots, strict=True):
            same((d.x, d.y), (e.x, e.y))
            same((d.mark_x, d.mark_y), (e.mark_x, e.mark_y))
    for (n, *here), (m, *there) in zip(one.numbers, other.numbers, strict=True):
        assert n == m
        same((here[0], here[1]), (there[0], there[1]))


@given(pictures)
def test_marks_are_where_their_number_is_and_those_of_one_number_are_not_on_one_spot(picture: StarPicture) -> None:
    everywhere = [dot for outline in picture.outlines for dot in outline.dots]
    for dot in everywhere:
        assert (dot.x, dot.y) == place_of(picture, dot.arm, dot.number)
        ring = picture.rings[dot.number - picture.part.lowest]
        assert math.hypot(dot.mark_x - picture.x, dot.mark_y - picture.y) == pytest.approx(ring)
    for a, b in combinations(everywhere, 2):
        assert math.dist((a.mark_x, a.mark_y), (b.mark_x, b.mark_y)) > 0.5


def lines_of(*numbers: tuple[int | None, ...], people: bool) -> list[int]:
    shapes = tuple(StarShape("", n, 0 if people else None) for n in numbers)
    part = Star(("a", "b", "c", "d"), 1, 10, shapes, "")
    return [len(outline.lines) for outline in star_picture(part, width=400, size=14).outlines]


def test_a_round_joins_neighbours_and_is_closed_where_it_has_all() -> None:
    assert lines_of((1, 2, 3, 4), (5, None, 6, 7), (None, 8, None, 9), people=False) == [4, 2, 0]


def test_people_have_lines_only_where_nobody_is_without_a_number_that_another_has() -> None:
    assert lines_of((1, 2, 3, 4), (5, 6, 7, 8), people=True) == [4, 4]
    assert lines_of((1, 2, None, None), (5, 6, None, None), people=True) == [1, 1]
    assert lines_of((1, 2, 3, 4), (5, None, 7, 8), people=True) == [0, 0]


def test_shapes_differ_in_the_form_of_their_marks_and_in_the_pattern_of_their_lines() -> None:
    assert len({form_of(n) for n in range(STYLES)}) == STYLES
    assert len({pattern_of(n) for n in range(STYLES)}) == STYLES


@pytest.mark.parametrize("width_and_size", WIDTHS[2:])
@pytest.mark.parametrize("change", [str, longer, mirrored])
def test_the_sets_that_come_along_have_their_names_round_the_star_at_every_size_used(
    width_and_size: tuple[float, float], change: object
) -> None:
    assert callable(change)
    for areas in SETS:
        part = Star(tuple(change(a.title) for a in areas.areas), areas.lowest, areas.highest, (), "")
        width, size = width_and_size
        assert not star_picture(part, width=width, size=size).keyed


def test_on_a_phone_the_names_stand_in_a_key_and_numbers_at_the_arms() -> None:
    part = Star(tuple(a.title for a in FAMILY.areas), 1, 10, (), "")
    there = star_picture(part, width=300, size=16)
    assert there.keyed
    assert [arm.name for arm in there.arms] == [str(n) for n in range(1, 11)]


def test_names_are_never_wider_than_they_are_reckoned() -> None:
    font = TTFont(ROOT / "assets" / "fonts" / "Andika-Regular.ttf")
    glyphs, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    titles = [change(a.title) for s in (FAMILY, CHILDREN) for a in s.areas for change in (str, longer)]
    # English, Welsh, Polish, Romanian, Ukrainian.
    small = "abcdefghijklmnopqrstuvwxyzŵŷâêîôûïáàéèëíóöúäąćęłńśźżășțабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    letters = [*small, *small.upper(), *"0123456789 .,'’-–&()/!?"]
    wider = [
        text
        for text in titles + letters
        if sum(widths[glyphs[ord(letter)]][0] / em for letter in text) > reckoned(text) * 1.04
    ]
    assert wider == []
