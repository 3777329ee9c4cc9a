"""What nobody here would make: an edit of millions of letters, a chain a thousand deep, a clock at the end of time."""

import gc
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.blocks
import app.document
import app.ink
from app.blocks.rows.model import LONGEST_WORDS as LONGEST_CELL
from app.document import (
    EVERYONE,
    Add,
    Change,
    DamagedEdit,
    Edit,
    ForWhom,
    Item,
    Move,
    Remove,
    Restore,
    Set,
    Value,
    Void,
    fold,
    pack,
    people,
    position_between,
    seen_by,
    unpack,
)
from app.document.edit import AUDIENCE, LARGEST, LATEST, LONGEST_NAME, LONGEST_WORDS, MOST_FIELDS
from app.document.local_day import LATEST_TIME, local_day
from app.document.saying import sayings
from app.document.schema import Ink, ItemType, Text
from tests.document.making import KIND, edit, item, of, plan

MILLIONS = "x" * 3_000_000
LONG = "x" * (LONGEST_NAME + 1)


def made(change: Change, **more: object) -> Edit:
    return Edit("e", "tablet", 1, "nan", 0, "s", "pad", "today", change)._replace(**more)  # type: ignore[arg-type]


def back(change: Change, **more: object) -> Edit:
    sent = made(change, **more)
    return unpack(pack(sent), id=sent.id, device=sent.device, clock=sent.clock)


INK = 1 << 20
ROUND_INK = len(pack(made(Set("i", "ink", bytes(INK))))) - INK
"""Bytes of an edit round its ink, where that is much."""


@pytest.mark.parametrize(
    "change",
    [
        Add(item("i", words=MILLIONS)),
        Add(item("i", words="x" * (LONGEST_WORDS + 1))),
        Set("i", "words", MILLIONS),
        Set("i", "ink", b"x" * 3_000_000),
        Add(item("i", ink=b"x" * 3_000_000)),
        Add(item(LONG)),
        Add(item("i", parent=LONG)),
        Add(item("i", position=LONG)),
        Add(item("i", section=LONG)),
        Add(item("i", item_type=LONG)),
        Add(item("i", by=LONG)),
        Add(item("i", for_whom=ForWhom("people", (LONG,)))),
        Add(item("i", for_whom=ForWhom(LONG))),  # type: ignore[arg-type]
        Add(Item("i", "s", None, "a0", "saying", "nan", EVERYONE, {f"f{n}": 1 for n in range(MOST_FIELDS + 1)})),
        Add(Item("i", "s", None, "a0", "saying", "nan", EVERYONE, {LONG: 1})),
        Add(Item("i", "s", None, "a0", "saying", "nan", EVERYONE, {"words": ["nested"]})),  # type: ignore[dict-item]
        Add(Item("i", "s", None, "a0", "saying", "nan", EVERYONE, {"words": {"a": {"b": 1}}})),  # type: ignore[dict-item]
        Set(LONG, "words", "x"),
        Set("i", LONG, "x"),
        Set("i", "words", {"a": 1}),  # type: ignore[arg-type]
        Move("i", None, LONG),
        Move("i", LONG, "a0"),
        Move(LONG, None, "a0"),
        Remove(LONG),
        Void((LONG,)),
        Restore((LONG,)),
        Void(tuple(f"{n:016}" for n in range(200_000))),
    ],
    ids=lambda change: type(change).__name__,
)
def test_an_edit_that_is_larger_than_any_of_ours_is_refused_at_the_door(change: Change) -> None:
    with pytest.raises(DamagedEdit):
        back(change)


@pytest.mark.parametrize("clock", [LATEST + 1, 2**63 - 1, -1])
def test_a_clock_after_which_no_edit_could_be_kept_is_refused(clock: int) -> None:
    with pytest.raises(DamagedEdit):
        back(Remove("i"), clock=clock)
    assert back(Remove("i"), clock=LATEST).clock == LATEST
    assert back(Remove("i"), clock=0).clock == 0


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        ("tablet", lambda name: back(Remove("i"), id=name)),
        ("e", lambda name: back(Remove("i"), device=name)),
        ("s pad today", lambda name: back(Remove("i"), actor=name)),
        ("nan pad today", lambda name: back(Remove("i"), transaction=name)),
        ("nan s today", lambda name: back(Remove("i"), undo_scope=name)),
        ("nan s pad", lambda name: back(Remove("i"), undo_session=name)),
        ("pad today", lambda name: back(Remove("i"), actor=name, transaction="e")),
        ("story a0 saying", lambda name: back(Add(item(name)))),
        ("i a0 saying", lambda name: back(Add(item("i", section=name)))),
        ("a0 saying", lambda name: back(Add(item("e", section=name)))),
        ("i story a0 saying", lambda name: back(Add(item("i", parent=name)))),
        ("i story saying", lambda name: back(Add(item("i", position=name)))),
        ("i story a0", lambda name: back(Add(item("i", item_type=name)))),
        ("", lambda name: back(Add(item("i", by=name)))),
        ("", lambda name: back(Add(item("i", for_whom=ForWhom("people", ("nan", name)))))),
        ("", lambda name: back(Add(item("i", for_whom=ForWhom(name))))),
        ("", lambda name: back(Add(item("i", **{name: 1})))),
        ("", lambda name: back(Set(name, "words", "x"))),
        ("", lambda name: back(Set("i", name, "x"))),
        ("", lambda name: back(Set("i", AUDIENCE, ForWhom("people", ("nan", name))))),
        ("", lambda name: back(Move(name, None, "a0"))),
        ("", lambda name: back(Move("i", name, "a0"))),
        ("", lambda name: back(Move("i", None, name))),
        ("", lambda name: back(Remove(name))),
        ("", lambda name: back(Void(("e1", name)))),
        ("", lambda name: back(Restore(("e1", name)))),
    ],
)
def test_a_name_may_be_as_long_as_may_be_with_those_beside_it_and_no_letter_longer(
    beside: str, named: Callable[[str], Edit]
) -> None:
    longest = "x" * (LONGEST_NAME - len(beside.replace(" ", "")))
    assert longest in repr(named(longest))
    for longer in (f"{longest}x", MILLIONS):
        with pytest.raises(DamagedEdit):
            named(longer)


@pytest.mark.parametrize(
    ("most", "sized"),
    [
        (LONGEST_WORDS, lambda n: back(Set("i", "words", "x" * n))),
        (LONGEST_WORDS, lambda n: back(Add(item("i", words="x" * n)))),
        (MOST_FIELDS, lambda n: back(Add(item("i", **{f"f{k}": k for k in range(n)})))),
        (LARGEST - ROUND_INK, lambda n: back(Set("i", "ink", bytes(n)))),
    ],
)
def test_all_else_may_be_as_large_as_may_be_and_no_larger(most: int, sized: Callable[[int], Edit]) -> None:
    sized(most)
    with pytest.raises(DamagedEdit):
        sized(most + 1)


def test_arrays_in_arrays_without_end_are_no_edit() -> None:
    deep: bytes = b"\x91" * 100_000 + b"\x90"
    with pytest.raises(DamagedEdit):
        unpack(b"\x97\x09\xa1a\x00\xc0\xa1a\xa1a" + deep, id="e", device="tablet", clock=1)


@pytest.mark.parametrize(
    "change",
    [
        Add(item("i", words="🩷" * LONGEST_WORDS)),
        Add(item("i", ink=b"x" * Ink().largest)),
        Void(tuple(f"{n:016}" for n in range(100_000))),
        Move("i", None, "a" + "0" * 500),
    ],
    ids=lambda change: type(change).__name__,
)
def test_what_the_app_itself_may_make_passes_however_large(change: Change) -> None:
    assert back(change).change == change


def test_no_field_takes_more_than_the_door_lets_in() -> None:
    for package in (app.document, app.blocks, app.ink):
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.startswith("app.ink.sticker_art"):
                import_module(found.name)
    sorts = [value for one in gc.get_objects() if isinstance(one, ModuleType) for value in vars(one).values()]
    ours = [value for value in sorts if isinstance(value, ItemType)]
    texts = [field for item_type in ours for field in item_type.fields.values() if isinstance(field, Text)]
    assert len({item_type.slug for item_type in ours}) > 20
    assert max(LONGEST_CELL, *(field.longest for field in texts)) <= LONGEST_WORDS
    assert max(len(item_type.fields) for item_type in ours) * 10 < MOST_FIELDS


@given(st.integers(-(2**62), 2**62))
def test_every_time_that_an_edit_can_have_is_of_a_day(at: int) -> None:
    assert 1 <= local_day(at).year <= 9999
    if 0 <= at <= LATEST_TIME:
        assert abs((local_day(at) - local_day(0)).days - at // 86_400_000) <= 1


def test_a_plan_of_a_clock_that_was_wrong_by_ages_is_read() -> None:
    late = edit(Add(item("a", section="people", item_type="person", name="Nan")))._replace(at=2**50)
    document = fold("plan", KIND, [late])
    assert [p.name for p in people(document).values()] == ["Nan"]


@pytest.mark.parametrize("order", [1, -1], ids=["from the top", "from below"])
def test_a_chain_of_thirty_thousand_is_read_and_copied_without_asking_anything_twice(order: int) -> None:
    # One that asked of each item all that is above it would take a quarter of an hour.
    chain = [Add(item(f"i{n}", parent=f"i{n - 1}" if n else None, words=f"{n}")) for n in range(30_000)]
    document = plan(*(edit(add) for add in chain[::order]))
    assert len(document.items) == len(chain)
    assert len(seen_by(document, None).items) == len(chain)
    hidden = of(*(i._replace(for_whom=ForWhom("worker")) if i.id == "i2" else i for i in document.items.values()))
    assert set(seen_by(hidden, None).items) == {"i0", "i1"}


@pytest.mark.parametrize("position", ["a0" + "z" * 5_000, "a" * 900, "Z" * 1_000, "a0" + "0" * 999 + "1"])
def test_a_place_of_thousands_of_letters_keeps_nobody_from_adding_something(position: str) -> None:
    long = item("i", position=position)
    for found in (
        position_between(long, None),
        position_between(None, long),
        position_between(item("j", position="a0"), long),
    ):
        assert 0 < len(found) < LONGEST_NAME


# Words that were kept before old marks of direction were kept out, or came from elsewhere.


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("I love\u202e muM", "I love muM"),
        ("\u2067אב", "\u2067אב\u2069"),
        ("אב\u2069", "אב"),
        ("\u202e", " "),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("\ufeffMum\r\nDad", "Mum\nDad"),
        (" \u200b", " \u200b"),
        ("می\u200cخواهم \u200f!", "می\u200cخواهم \u200f!"),
        ("🩷", "🩷"),
    ],
)
def test_what_is_kept_out_today_is_read_over_in_what_is_stored_and_stays_in_the_store(kept: str, read: str) -> None:
    added = edit(Add(item("i", words=kept)))
    document = plan(added)
    assert [s.words for s in sayings(document, None)] == [read]
    assert document.edits == (added,)
    later = plan(edit(Add(item("i", words="x"))), edit(Set("i", "words", kept)))
    assert [s.words for s in sayings(later, None)] == [read]


@given(st.text(st.sampled_from("aב 1\u202a\u202d\u202e\u2066\u2067\u2068\u2069\u200f\n"), max_size=12))
def test_whatever_words_are_stored_nothing_is_open_behind_them(kept: str) -> None:
    (said,) = sayings(plan(edit(Add(item("i", words=kept)))), None)
    for line in said.words.split("\n"):
        deep = 0
        for c in line:
            assert c not in "\u202a\u202b\u202c\u202d\u202e"
            deep += (c in "\u2066\u2067\u2068") - (c == "\u2069")
            assert deep >= 0
        assert deep == 0


def test_a_value_of_another_sort_than_its_field_is_read_as_words_or_as_nothing() -> None:
    odd: list[Value] = [True, 7, 1e308, float("nan"), float("inf"), b"\xff", None]
    for value in odd:
        packed = msgpack.unpackb(msgpack.packb(value))
        document = plan(edit(Add(item("i")._replace(fields={"words": packed}))))
        assert len(sayings(document, None)) == 1
