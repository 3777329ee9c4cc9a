"""Rows as values: what a cell takes, how rows are ordered and changed, and what they say on paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.registry import BLOCKS
from app.blocks.rows.model import (
    Column,
    Row,
    Rows,
    add_row,
    cell_words,
    move_row,
    remove_row,
    row_sort,
    rows,
    set_cell,
    shape_of,
)
from app.document import (
    AUDIENCE,
    EVERYONE,
    ONLY_ME,
    PEOPLE,
    WORKER,
    Add,
    Document,
    ForWhom,
    NotAccepted,
    Remove,
    Section,
    Set,
    fold,
    people,
)
from app.document.duplicate import duplicate
from app.document.item import Value
from app.export import copies
from app.export.outline import outline
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.language import speaking
from app.sheet import Heading, Table, texts
from tests.blocks.making import DAD, NAN, made, spoken
from tests.blocks.rows_kind import PRIVATE, RULES, STEPS, TIMELINE, TRIAL, only_row, trial, with_row, words_in
from tests.export.copying import make_copy

DAY = date(2026, 5, 4)


def table_of(document: Document, section: str) -> Table:
    (table,) = (part for part in BLOCKS["rows"].parts(document, section) if isinstance(part, Table))
    return table


def test_a_row_keeps_what_each_of_its_cells_was_given() -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks tea", until="2026-12-04", done=True)
    assert only_row(document, "steps").cells == {
        "who": NAN.id,
        "what": "Cooks tea",
        "until": "2026-12-04",
        "done": True,
    }


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("what", "x" * 501, "too-long"),
        ("phone", "1" * 41, "too-long"),
        ("until", "tomorrow", "not-a-date"),
        ("bad", "enormous", "not-a-choice"),
        ("who", "نانی", "not-a-person"),
        ("done", "yes", "not-a-tick"),
        ("nonsense", "x", "unknown-field"),
    ],
)
def test_what_a_cell_does_not_take_changes_nothing(column: str, value: Value, reason: str) -> None:
    document = with_row(trial(), RULES, what="Cooks")
    with pytest.raises(NotAccepted) as caught:
        set_cell(document, only_row(document, "rules").id, column, value)
    assert caught.value.reason == reason


@pytest.mark.parametrize("nothing", ["", "  \n", None, False])
@pytest.mark.parametrize("column", ["what", "who", "until", "done"])
def test_a_cell_is_emptied_and_to_empty_it_twice_is_no_change(column: str, nothing: Value) -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks", until="2026-12-04", done=True)
    row = only_row(document, "steps").id
    document = made(document, set_cell(document, row, column, nothing))
    assert column not in only_row(document, "steps").cells
    assert set_cell(document, row, column, nothing) == ()


def test_to_say_again_what_a_cell_says_is_no_change() -> None:
    document = with_row(trial(), STEPS, what="Cooks")
    assert set_cell(document, only_row(document, "steps").id, "what", "Cooks") == ()
    assert set_cell(document, "gone", "what", "Cooks") == ()


def test_each_cell_is_an_edit_of_its_own_so_that_two_tablets_lose_nothing_of_each_other() -> None:
    document = with_row(trial(), STEPS)
    row = only_row(document, "steps").id
    one, two = set_cell(document, row, "what", "Cooks"), set_cell(document, row, "who", NAN.id)
    assert [type(c) for c in (*one, *two)] == [Set, Set]
    assert only_row(made(made(document, one), two), "steps").cells == {"what": "Cooks", "who": NAN.id}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(-2, 9)), max_size=12))
def test_wherever_rows_are_moved_none_is_lost_and_the_moved_one_is_where_it_was_put(
    moves: list[tuple[int, int]],
) -> None:
    document = trial(who=())
    for n in range(7):
        document = with_row(document, STEPS, what=str(n))
    wanted = words_in(document, "steps")
    for which, to in moves:
        row = rows(document, "steps")[which]
        wanted.insert(max(0, min(to, 6)), wanted.pop(which))
        document = made(document, move_row(document, row.id, to))
        assert words_in(document, "steps") == wanted
    assert move_row(document, "gone", 0) == ()


def test_a_row_that_is_taken_away_is_one_change() -> None:
    document = with_row(trial(), STEPS, what="Cooks")
    changes = remove_row(only_row(document, "steps").id)
    assert [type(c) for c in changes] == [Remove]
    assert rows(made(document, changes), "steps") == ()


def test_no_more_rows_than_there_may_be() -> None:
    document = trial()
    for _n in range(5):
        document = made(document, add_row(document, RULES, by=WORKER))
    assert len(rows(document, "rules")) == 3


def test_a_new_row_is_for_whom_its_section_is_and_its_makers_own() -> None:
    document = with_row(trial(), PRIVATE, by=NAN.id, what="Only us")
    row = only_row(document, "private")
    assert (row.by, row.for_whom) == (NAN.id, ONLY_ME)
    assert only_row(with_row(document, STEPS), "steps").for_whom == EVERYONE


def test_along_a_line_rows_are_by_their_day_those_without_one_last_and_equal_ones_as_they_came() -> None:
    document = trial()
    for what, until in (("no day", ""), ("late", "2026-12-04"), ("early", "1999-01-01"), ("late too", "2026-12-04")):
        document = with_row(document, TIMELINE, what=what, until=until)
    assert words_in(document, "timeline") == ["early", "late", "late too", "no day"]


def test_what_a_newer_version_wrote_is_kept_and_said_to_be_so() -> None:
    document = trial()
    add = row_sort(shape_of(RULES)).add({"what": "Cooks"}, section="rules", by=WORKER)
    strange: dict[str, Value] = {"bad": "enormous", "until": 7, "done": "maybe", "unheard-of": b"x"}
    document = made(document, [Add(add.item._replace(fields={**add.item.fields, **strange}))])
    row = only_row(document, "rules")
    assert row.cells == {"what": "Cooks"}
    assert row.newer == {"bad", "until", "done"}
    assert "A newer version wrote this. It is kept safe." in table_of(document, "rules").rows[0]


def test_rows_are_a_table_under_their_title_and_empty_ones_are_left_out() -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks tea", until="2026-12-04", done=True)
    document = with_row(with_row(document, STEPS), STEPS, what="Nobody yet")
    heading, table = BLOCKS["rows"].parts(document, "steps")
    assert heading == Heading("Who does what")
    assert table == Table(
        ("Who", "What will be done", "Until", "Done"),
        (("Nan", "Cooks tea", "Friday 4 December 2026", "Yes"), ("Still to talk about", "Nobody yet", "", "Not yet")),
    )
    assert BLOCKS["rows"].parts(trial(), "steps") == ()
    assert BLOCKS["rows"].parts(with_row(trial(), STEPS), "steps") == ()


def test_somebody_who_is_no_longer_in_the_family_keeps_their_name_and_a_stranger_is_somebody() -> None:
    document = with_row(with_row(trial(), STEPS, who=DAD.id), STEPS, who="gone")
    assert [cells[0] for cells in table_of(document, "steps").rows] == ["Dadster", "Somebody"]


def test_a_phone_number_runs_from_the_left_in_every_language() -> None:
    phone = Column("phone", "Phone", "phone")
    row = Row("r", WORKER, EVERYONE, {"phone": "0117 496 0123"})
    with speaking("ar-XB"):
        assert cell_words(row, phone, {}) == "\u20660117 496 0123\u2069"


def test_all_is_told_with_the_headings_and_whose_row_it_is() -> None:
    document = with_row(trial(), STEPS, by=NAN.id, who=NAN.id, what="Cooks")
    document = with_row(document, PRIVATE, by=NAN.id, what="Only us")
    told = [(t.section, t.item_type, t.who, t.words, t.for_whom) for t in outline(document)]
    assert told == [
        ("steps", "page", "", "Who does what", "everyone"),
        ("steps", "row", "Nan", "Who: Nan · What will be done: Cooks · Done: Not yet", "everyone"),
        ("private", "page", "", "For two of us", "worker"),
        ("private", "row", "Nan", "Who: Still to talk about · What will be done: Only us", "worker"),
    ]


def test_a_copy_has_the_rows_that_its_reader_may_see_and_no_others() -> None:
    document = with_row(trial(), STEPS, by=NAN.id, who=NAN.id, what="Nan cooks tea on Mondays")
    document = with_row(
        document, PRIVATE, by=NAN.id, who=DAD.id, what="Dadster is loud at night", phone="0117 496 0123"
    )
    shown = made(document, [Set(rows(document, PRIVATE.slug)[0].id, AUDIENCE, ForWhom("people", (DAD.id,)))])
    for plan, person, sees in (
        (document, None, False),
        (document, DAD.id, False),
        (document, NAN.id, False),
        (shown, None, False),
        (shown, DAD.id, True),
        (shown, NAN.id, True),
    ):
        copy = make_copy(plan, person, made=DAY, language="en", photos=NONE)
        said = "\n".join(texts(copy.sheet))
        assert "Nan cooks tea on Mondays" in said
        assert ["Dadster is loud at night" in said, "0117 496 0123" in said] == [sees, sees]


def test_a_choice_that_is_withheld_stops_no_copy_in_which_another_row_has_it_too() -> None:
    document = with_row(trial(), RULES, what="Cooks", bad="bigger-worry")
    document = with_row(document, PRIVATE, by=NAN.id, what="Only us two", bad="bigger-worry")
    copy = make_copy(document, None, made=DAY, language="en", photos=NONE)
    assert any("A bigger worry" in text for text in texts(copy.sheet))


def test_a_row_that_slipped_into_a_copy_stops_it_whatever_its_columns_are_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    columns = (Column("how", "How", "words"), Column("kind", "What sort", "words"))
    section = replace(PRIVATE, shape=Rows(columns=columns))
    kind = replace(TRIAL, sections=(STEPS, section))
    document = fold("plan", kind, trial().edits)
    document = with_row(document, section, by=NAN.id, how="Dadster is loud at night", kind="Ring 0117 496 0123")
    monkeypatch.setattr(copies, "seen_by", lambda document, person, **_private: document)
    with pytest.raises(copies.Leak):
        make_copy(document, None, made=DAY, language="en", photos=NONE)


def test_another_plan_like_it_has_the_rows_with_the_people_in_them() -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks")
    copied = made(trial(who=()), [add for add in duplicate(document, title="Another") if add.item.section != "front"])
    assert only_row(copied, "steps").cells == {"who": NAN.id, "what": "Cooks"}
    assert people(copied)[NAN.id].name == "Nan"
    assert PEOPLE in {i.section for i in copied.items.values()}


def test_a_kind_that_declares_no_columns_has_rows_without_cells() -> None:
    assert shape_of(Section(slug="x", block="rows", title="X")) == Rows(columns=())
    assert TRIAL.section("steps") is STEPS


def test_words_of_other_blocks_and_rows_stand_together_on_one_sheet() -> None:
    document = with_row(trial(), STEPS, what="Cooks")
    document = spoken(document, None, "not a row", by=NAN.id, section="steps")
    assert [t for t in texts(sheet(document, for_name="", made=DAY)) if t == "not a row"] == []
