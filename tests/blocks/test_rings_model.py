"""Who is in the rings, what is known of them, and what each change does: nothing lost, nobody moved unasked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.rings.model import (
    KNOWS,
    MEMBER,
    Member,
    add_member,
    backup_called,
    by_ring,
    called,
    face_of,
    for_everyone,
    in_or_out_of_middle,
    let_go,
    members,
    middle,
    name_backup,
    remove_member,
    show_to,
    stand,
    tick,
    write,
)
from app.blocks.rings.print import arranged, parts
from app.document import (
    EVERYONE,
    ONLY_ME,
    WORKER,
    Change,
    Document,
    ForWhom,
    NotAccepted,
    UndoReach,
    people,
    seen_by,
    undo,
)
from app.export.outline import outline
from app.sheet import Sheet, Table, texts
from app.sheet.rings import Rings
from tests.blocks.making import DAD, NAN, SAM, TOM, made
from tests.blocks.ring_making import PHONE, RINGS, added, many, nobody, some
from tests.document.making import edit, then


def one(document: Document, name: str) -> Member:
    return next(m for m in members(document, "network") if called(m, people(document)) == name)


def read(document: Document, person: str | None) -> str:
    seen = seen_by(document, person)
    return "\n".join(texts(Sheet(title="", language="en", parts=parts(seen, "network"))))


def test_everybody_is_read_as_they_were_written() -> None:
    nan, sam, lady = members(some(), "network")
    assert (nan.person, nan.ring, nan.to_child, nan.yes) == (NAN.id, 0, "Tom's nan", "Tom can sleep here")
    assert (nan.phone, nan.pick, nan.paid, nan.elsewhere) == (PHONE, True, False, False)
    assert (sam.person, sam.ring, sam.pick) == (SAM.id, 1, False)
    assert (lady.person, lady.name, lady.ring, lady.backup_name) == ("", "The lady next door", 2, "Her son")


def test_the_children_come_into_the_middle_with_the_first_one_and_can_be_taken_out() -> None:
    document = some()
    assert middle(nobody(), "network") == ()
    assert middle(document, "network") == (TOM.id,)
    document = made(document, in_or_out_of_middle(document, RINGS, SAM.id))
    assert set(middle(document, "network")) == {TOM.id, SAM.id}
    document = made(document, in_or_out_of_middle(document, RINGS, TOM.id))
    assert middle(document, "network") == (SAM.id,)


def test_somebody_is_there_once_but_two_may_have_one_name() -> None:
    document = some()
    assert add_member(document, RINGS, id="again", person=NAN.id) == ()
    document = added(added(document, "Alex"), "Alex")
    first, second = (m for m in members(document, "network") if m.name == "Alex")
    assert first.id != second.id
    assert (first.ring, first.spot) != (second.ring, second.spot)
    document = made(document, write(document, second.id, "phone", "1"))
    assert [m.phone for m in members(document, "network") if m.name == "Alex"] == ["", "1"]
    looks = {face_of("", f"id-{n}", {}) for n in range(200)}
    assert len(looks) == 15, "names alone have faces that differ"


def test_a_name_stays_where_the_person_has_left_the_plan() -> None:
    document = some()
    nan = one(document, "Nan")
    assert called(nan, {}) == "Somebody"
    # The plan keeps its own copy of the names it uses: what a family later does with its people changes nothing.
    assert called(nan, people(document)) == "Nan"
    assert "Nan" in read(document, None)
    kept = nan._replace(name="Nan")
    assert called(kept, {}) == "Nan"


def test_a_name_of_sixty_letters_is_kept_and_a_longer_one_changes_nothing() -> None:
    document = added(nobody(), "N" * 60)
    (member,) = members(document, "network")
    assert member.name == "N" * 60
    with pytest.raises(NotAccepted):
        write(document, member.id, "name", "N" * 61)
    with pytest.raises(NotAccepted):
        write(document, member.id, "phone", "1" * 41)


@pytest.mark.parametrize("number", [PHONE, "+44 1632 960 123", "0800 1111", "ask Bea", " 07 "])
def test_a_telephone_number_stays_as_it_was_typed_without_the_marks_of_a_mirrored_screen(number: str) -> None:
    document = some()
    nan = one(document, "Nan")
    document = made(document, write(document, nan.id, "phone", f"\u2066{number}\u2069"))
    assert one(document, "Nan").phone == number
    assert write(document, nan.id, "phone", number) == ()


def test_to_stand_in_another_ring_is_one_step_that_undo_takes_back_whole() -> None:
    before = some()
    nan = one(before, "Nan")
    after = before
    for change in (step := stand(before, nan.id, 2)):
        after = then(after, edit(change, transaction="drag", undo_scope="network"))
    assert len(step) == 2
    assert (one(after, "Nan").ring, len(after.children(None, section="network"))) == (2, 4)
    back = undo(after, UndoReach("tablet", "network", "today", WORKER))
    assert back is not None
    assert members(then(after, edit(back)), "network") == members(before, "network")
    assert stand(before, nan.id, 0) == (), "there already"
    assert stand(before, "gone", 0) == ()
    assert let_go(before, "gone", 0, 0) == ()


def test_two_tabs_that_move_one_person_agree_and_two_that_take_one_place_both_stand() -> None:
    document = some()
    nan, sam = one(document, "Nan"), one(document, "Sam")
    here = made(document, stand(document, nan.id, 1, 5))
    both = made(here, stand(document, nan.id, 2))
    assert one(both, "Nan").ring == 2
    same = made(made(document, stand(document, nan.id, 2, 7)), stand(document, sam.id, 2, 7))
    there = arranged(members(same, "network"))
    assert len(set(there.numbers[2])) == 3


@given(st.integers(0, 2), st.floats(-5, 5), st.floats(-5, 5))
def test_wherever_somebody_is_let_go_of_they_are_still_there_and_nobody_else_moved(
    which: int, x: float, y: float
) -> None:
    document = some()
    moved = members(document, "network")[which]
    after = made(document, let_go(document, moved.id, x, y))
    assert [m.id for m in members(after, "network")] == [m.id for m in members(document, "network")]
    for m in members(document, "network"):
        if m.id != moved.id:
            assert m in members(after, "network")


def test_forty_people_of_one_ring_all_have_a_place_and_a_row_in_the_copy() -> None:
    document = many((40, 0, 0))
    there = arranged(members(document, "network"))
    assert len(set(there.numbers[0])) == 40
    _heading, drawn, table = parts(document, "network")
    assert isinstance(drawn, Rings)
    assert isinstance(table, Table)
    assert [face.number for face in drawn.faces] == [str(n) for n in range(1, 41)]
    assert [row[0] for row in table.rows][:2] == ["1. Person 1.1", "2. Person 1.2"]
    assert len(table.rows) == 40


def test_who_comes_instead_is_a_person_or_a_name_never_both() -> None:
    document = some()
    lady = one(document, "The lady next door")
    assert backup_called(lady, people(document)) == "Her son"
    document = made(document, name_backup(document, lady.id, DAD.id))
    lady = one(document, "The lady next door")
    assert (backup_called(lady, people(document)), lady.backup_name) == ("Dadster", "")
    document = made(document, name_backup(document, lady.id, ""))
    assert backup_called(one(document, "The lady next door"), people(document)) == ""


def test_a_copy_says_all_in_words_and_the_picture_too() -> None:
    said = read(some(), None)
    for words in (
        "In the middle: Tom.",
        "Knows everything: Nan.",
        "Knows most of it: Sam.",
        "Knows a little: The lady next door.",
        "Chosen by the child: Nan.",
        "Tom can sleep here",
        "Every day",
        PHONE,
        "0808 800 5000",
        "Her son",
    ):
        assert words in said, words


@pytest.mark.parametrize(
    ("whom", "seers"), [(EVERYONE, {None, SAM.id, DAD.id}), (ForWhom("people", (SAM.id,)), {SAM.id}), (ONLY_ME, set())]
)
def test_a_copy_holds_those_whom_its_reader_may_see_and_no_trace_of_the_others(
    whom: ForWhom, seers: set[str | None]
) -> None:
    document = some()
    nan = one(document, "Nan")
    document = made(document, show_to(nan, whom))
    for reader in (None, SAM.id, DAD.id):
        said = read(document, reader)
        for trace in (PHONE, "Nan", "Tom can sleep here", "Chosen by"):
            assert (trace in said) == (reader in seers), (trace, reader)
        assert "Sam" in said
    assert [m.person for m in for_everyone(members(document, "network"))] == [
        m.person for m in members(document, "network") if whom == EVERYONE or m.id != nan.id
    ]


def test_everything_is_told_to_the_worker_with_who_may_see_it() -> None:
    document = some()
    document = made(document, show_to(one(document, "Nan"), ONLY_ME))
    lines = {t.who: t for t in outline(document) if t.item_type == "member"}
    assert lines["Nan"].words == f"Knows everything · Tom's nan · Tom can sleep here · Every day · {PHONE}"
    assert (lines["Nan"].note, lines["Nan"].for_whom) == ("Chosen by the child", "worker")
    assert lines["The lady next door"].words == "Knows a little · 0808 800 5000 · Her son"


def test_an_empty_section_is_neither_printed_nor_told() -> None:
    assert parts(nobody(), "network") == ()
    assert outline(nobody()) == ()
    assert parts(some(), "unknown") == ()


@given(
    st.dictionaries(
        st.sampled_from([*MEMBER.fields, "newer"]),
        st.none() | st.booleans() | st.integers(-5, 5000) | st.text(max_size=5),
    )
)
def test_whatever_a_newer_version_or_a_fault_wrote_is_read_as_something_harmless(fields: dict[str, object]) -> None:
    document = some()
    nan = one(document, "Nan")
    items = {**document.items, nan.id: document.items[nan.id]._replace(fields=fields)}  # type: ignore[arg-type]
    odd = Document(document.id, document.kind, items)
    assert sum(map(len, by_ring(members(odd, "network")))) == 3
    assert parts(odd, "network")
    assert outline(odd)


def test_a_tick_turns_over_and_somebody_taken_out_is_gone_with_all() -> None:
    document = some()
    nan = one(document, "Nan")
    document = made(document, tick(document, nan.id, "pick"))
    assert not one(document, "Nan").pick
    changes: tuple[Change, ...] = remove_member(nan.id)
    assert PHONE not in read(made(document, changes), WORKER)
    assert tick(document, "gone", "pick") == ()
    assert len(KNOWS) == len(by_ring(members(document, "network")))
