"""A stroke's bytes come back as the stroke, and nothing else comes back at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ink import DamagedInk, Stroke, pack, simplify, unpack
from app.ink.handwriting import scribble
from app.ink.packing import MOST_POINTS, VERSION
from tests.ink.strokes import any_stroke

KEPT_FOR_EVER = bytes.fromhex("01000310039006a009287750020100")
WITH_WIDTHS = bytes.fromhex("010303100670656e63696c010a0efe0d001018")


@given(any_stroke())
def test_every_stroke_comes_back_as_it_was(stroke: Stroke) -> None:
    assert unpack(pack(stroke)) == stroke


@given(st.binary(max_size=200))
def test_any_bytes_are_a_stroke_or_damaged(junk: bytes) -> None:
    try:
        stroke = unpack(junk)
    except DamagedInk:
        return
    assert unpack(pack(stroke)) == stroke


@given(any_stroke(), st.data())
def test_a_stroke_cut_short_is_damaged(stroke: Stroke, data: st.DataObject) -> None:
    whole = pack(stroke)
    with pytest.raises(DamagedInk):
        unpack(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(DamagedInk):
        unpack(whole + b"\0")


def test_a_stroke_of_version_1_opens_for_ever() -> None:
    assert unpack(KEPT_FOR_EVER) == Stroke(((392, 592), (412, 532), (452, 533), (451, 533)), 3, 16)
    pencilled = Stroke(((5, 7), (900, 7)), 3, 16, "pencil", (8, 20))
    assert unpack(WITH_WIDTHS) == pencilled
    assert pack(pencilled) == WITH_WIDTHS


def test_a_newer_versions_stroke_is_said_to_be_newer_and_not_damaged() -> None:
    whole = pack(Stroke(((1, 2), (3, 4))))
    for newer in (bytes((VERSION + 1,)) + whole[1:], bytes((VERSION, 4)) + whole[2:]):
        with pytest.raises(DamagedInk) as fault:
            unpack(newer)
        assert fault.value.newer
    with pytest.raises(DamagedInk) as fault:
        unpack(b"\0" + whole[1:])
    assert not fault.value.newer


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\x01",
        b"\x01\x00\x00\x10\xff\xff\xff\x7f",
        b"\x01\x00\x00\x10" + b"\xff" * 500,
        b"\x01\x00\x00\x10\x00" + b"\xff\xff\xff\x7f" * 2,
        b"\x01\x02\x00\x10\xff" + b"a" * 20,
        b"\x01\x02\x00\x10\x02\xff\xfe\x00\x00\x00",
        b"\x01\x00\x00\x00\x00\x00\x00",
    ],
    ids=["nothing", "cut", "a-count", "no-end", "far-off", "a-long-pen", "no-letters", "no-width"],
)
def test_hostile_bytes_are_damaged(hostile: bytes) -> None:
    with pytest.raises(DamagedInk):
        unpack(hostile)


def test_a_number_without_end_is_refused_at_its_fifth_byte() -> None:
    with pytest.raises(DamagedInk, match="too large"):
        unpack(b"\x01\x00\x00\x10\x00" + b"\xff" * 4 + b"\x01\x00")


@pytest.mark.parametrize(
    "stroke",
    [
        Stroke(()),
        Stroke(((0, 0),) * (MOST_POINTS + 1)),
        Stroke(((0, 9999),)),
        Stroke(((0, 0),), width=0),
        Stroke(((0, 0),), colour=256),
        Stroke(((0, 0),), pen=""),
        Stroke(((0, 0), (1, 1)), widths=(3,)),
    ],
)
def test_a_stroke_that_could_not_be_read_again_is_not_packed(stroke: Stroke) -> None:
    with pytest.raises(ValueError, match=r"point|width|colour|pen"):
        pack(stroke)


def test_a_stroke_of_sixty_points_is_smaller_than_its_numbers() -> None:
    assert all(len(pack(Stroke(simplify(scribble(60, seed))))) < 112 for seed in range(50))
