"""What is sealed is what comes back; what is no edit is named damaged, and nothing is guessed."""

import msgpack
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.document import Add, DamagedEdit, Edit, Void, fold, new_id, pack, unpack
from tests.document.making import KIND, changes, edit, item, words


def back(made: Edit) -> Edit:
    return unpack(pack(made), id=made.id, device=made.device, clock=made.clock)


@given(changes, words, st.integers(0, 2**50), words, words, words)
def test_an_edit_comes_back_from_its_bytes_as_it_was(
    change: Add, actor: str, at: int, transaction: str, undo_scope: str, undo_session: str
) -> None:
    made = Edit("e", "tablet", 3, actor, at, transaction, undo_scope, undo_session, change)
    assert back(made) == made
    assert pack(back(made)) == pack(made)


@given(st.binary(max_size=60))
def test_bytes_that_are_no_edit_are_named_damaged_and_nothing_else(body: bytes) -> None:
    try:
        made = unpack(body, id="e", device="tablet", clock=1)
    except DamagedEdit:
        return
    fold("plan", KIND, [made])


_anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats()
    | st.text(max_size=4)
    | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=20,
)


@given(st.integers(-1, 7) | _anything, st.lists(_anything, min_size=5, max_size=5), _anything)
def test_well_packed_nonsense_is_damaged_or_an_edit_that_can_be_folded(
    code: object, envelope: list[object], body: object
) -> None:
    packed = msgpack.packb([code, *envelope, body])
    try:
        made = unpack(packed, id="e", device="tablet", clock=1)
    except DamagedEdit:
        return
    document = fold("plan", KIND, [made, edit(Add(item("i")))])
    document.children(None)


@given(changes, st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_damaged_or_another_edit_never_another_fault(change: Add, at: int, mask: int) -> None:
    body = bytearray(pack(edit(change)))
    body[at % len(body)] ^= mask
    try:
        made = unpack(bytes(body), id="e", device="tablet", clock=1)
    except DamagedEdit:
        return
    fold("plan", KIND, [made]).children(None)


@given(changes, st.integers(1, 200))
def test_an_edit_cut_short_is_damaged(change: Add, cut: int) -> None:
    body = pack(edit(change))
    assume(cut <= len(body))
    with pytest.raises(DamagedEdit):
        unpack(body[:-cut], id="e", device="tablet", clock=1)


@pytest.mark.parametrize(
    "body",
    [
        [3, "worker", 0, None, "pad", "spell", "i"],
        [3, "worker", 0, None, "pad", "spell", [["i"]]],
        [4, "worker", 0, None, "pad", "spell", ["e1"]],
        [2, "worker", 0, None, "pad", "spell", ["i", None, 7]],
        [1, "worker", 0, None, "pad", "spell", ["i", {}, 7]],
        [1, "worker", 0, None, "pad", "spell", ["i", "@for", ["people", "nan"]]],
        [True, "worker", 0, None, "pad", "spell", ["i", "words", "x"]],
        [float("inf"), "worker", 0, None, "pad", "spell", []],
        ["9", "worker", 0, None, "pad", "spell", []],
        [3, None, 0, None, "pad", "spell", ["i"]],
        [3, "worker", 0, 5, "pad", "spell", ["i"]],
        [3, "worker", 0, ["step"], "pad", "spell", ["i"]],
        [9, "worker", 0, None, "pad", "spell", {1: "a name that is a number"}],
        [0, "worker", 0, None, "pad", "spell", ["i", "s", None, 1, "saying", None, None, {}]],
        [0, "worker", 0, None, "pad", "spell", ["i", "s", None, "a0", "saying", None, None, []]],
        [0, "worker", 0, None, "pad", "spell", [1, "s", None, "a0", "saying", None, None, {}]],
        [0, "worker", 0, None, "pad", "spell", [["i"], "s", None, "a0", "saying", None, None, {}]],
        [0, "worker", 0, None, "pad", "spell", ["i", "s", ["p"], "a0", "saying", None, None, {}]],
    ],
)
def test_values_of_another_type_than_an_edit_has_are_damage(body: list[object]) -> None:
    with pytest.raises(DamagedEdit):
        unpack(msgpack.packb(body), id="e", device="tablet", clock=1)


@given(st.integers(6, 2**31), _anything.filter(lambda v: v == v and "nan" not in repr(v)))
def test_a_newer_versions_change_is_written_back_byte_for_byte(code: int, body: object) -> None:
    packed = msgpack.packb([code, "worker", 1, None, "pad", "spell", body])
    made = unpack(packed, id="e", device="tablet", clock=1)
    assert pack(made) == packed


def test_an_added_item_whose_id_is_its_edits_writes_neither_id_nor_step_nor_maker() -> None:
    id = new_id()
    made = edit(Add(item(id, by="nan")), id=id, by="nan")
    assert pack(made).count(id.encode()) == 0
    assert pack(made).count(b"nan") == 1
    assert back(made) == made


def test_an_undo_of_nothing_comes_back_too() -> None:
    assert back(edit(Void(()))).change == Void(())
