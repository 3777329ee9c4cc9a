"""Worries: their parts, their number line, and how they read on paper."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.worries.model import (
    GOAL,
    MOST,
    SCALE,
    WORRY,
    add_worry,
    ends,
    known_said,
    marks,
    remove_worry,
    weeks_said,
    worried,
    worries,
    worry_of,
    write,
)
from app.blocks.worries.number_line import number_line
from app.blocks.worries.print import outline, parts
from app.blocks.worries.screen import editor
from app.document import EVERYONE, ONLY_ME, Add, Document, Item, NotAccepted, Set, fold, may, new_id, seen_by
from app.document.answer import Answer, Movement
from app.document.item import WORKER
from app.document.saying import SOMEBODY
from app.export.sheet import sheet
from app.sheet import Heading, Items, Words, texts
from tests.blocks.making import DAD, NAN, made
from tests.blocks.worrying import FEAR, HAPPENED, SECTION, TRIED, answered, worried_plan, worry
from tests.document.making import edit, then
from tests.export.copying import make_copy

PLAN = worried_plan()


def test_a_worry_is_added_with_all_its_parts_in_one_step_and_read_back() -> None:
    held = worry(PLAN)
    assert (held.happened, held.known, held.when, held.fear, held.by) == (HAPPENED, "seen", "In March", FEAR, DAD.id)
    assert (held.goal.doing, held.goal.weeks) == ("One of us is at home each night", 6)
    assert ends(held.scale) == ("0 is: Nobody is there", "10 is: Somebody is there each night")
    assert known_said(held) == "Seen, In March"
    assert weeks_said(held.goal) == "We want to see this for 6 weeks."
    assert worry_of(PLAN, held.scale.id) == held == worry_of(PLAN, held.id)


def test_nothing_said_adds_nothing_and_the_same_said_again_changes_nothing() -> None:
    empty = fold("plan", TRIED, ())
    assert write(empty, "worries", "w", WORRY, by=DAD.id, for_whom=EVERYONE, happened="") == ()
    held = worry(PLAN)
    assert write(PLAN, "worries", held.id, WORRY, by=DAD.id, for_whom=EVERYONE, happened=HAPPENED) == ()
    (change,) = write(PLAN, "worries", held.id, GOAL, by=DAD.id, for_whom=EVERYONE, weeks=None)
    assert change == Set(held.goal.id, "weeks", None)


def test_a_part_that_is_missing_is_added_below_its_worry() -> None:
    bare = then(PLAN, edit(Add(Item("w", "worries", None, "b", "worry", NAN.id, EVERYONE, {}))))
    (add,) = write(bare, "worries", "w", SCALE, by=NAN.id, for_whom=EVERYONE, low="Bad")
    assert isinstance(add, Add)
    assert (add.item.parent, add.item.item_type) == ("w", "scale")


@pytest.mark.parametrize("weeks", [0, 53, "a few"])
def test_weeks_are_a_number_that_a_family_can_see_the_end_of(weeks: int | str) -> None:
    with pytest.raises(NotAccepted):
        write(PLAN, "worries", worry(PLAN).id, GOAL, by=DAD.id, for_whom=EVERYONE, weeks=weeks)


def test_there_are_three_worries_at_most() -> None:
    document = PLAN
    for _n in range(5):
        document = made(document, add_worry(document, "worries", new_id(), by=NAN.id, for_whom=EVERYONE))
    assert len(worries(document, "worries")) == MOST
    assert [w.happened for w in worries(document, "worries")] == [HAPPENED, "", ""]


def test_it_is_said_who_is_worried_and_a_worry_goes_with_all_that_hangs_on_it() -> None:
    held = worry(PLAN)
    assert worried(PLAN, held.id, DAD.id) == ()
    document = made(PLAN, worried(PLAN, held.id, NAN.id))
    assert worry(document).by == NAN.id
    document = answered(document, held.id, NAN.id, shown=True, stand="agree")
    gone = made(document, remove_worry(document, held.id))
    assert not [i for i in gone.items.values() if i.section == "worries"]


def test_a_first_visit_and_the_side_show_no_word_of_a_worry() -> None:
    document = made(PLAN, add_worry(PLAN, "worries", "w2", by=NAN.id, for_whom=EVERYONE))
    assert [(s.key, s.title, s.spoken) for s in editor.steps(document, SECTION)] == [
        ("worries", "Worry 1", True),
        ("w2", "Worry 2", False),
    ]
    assert [s.title for s in editor.steps(fold("plan", TRIED, ()), SECTION)] == ["Worries"]


def test_on_paper_a_worry_says_whose_it_is_what_happened_and_what_is_feared_in_that_order() -> None:
    found = parts(seen_by(PLAN, None), "worries")
    assert found[:4] == (
        Heading("Worries"),
        Heading("Dadster is worried", 3),
        Words(HAPPENED, "What has happened", "Seen, In March"),
        Words(FEAR, "What we are afraid could happen to the child"),
    )
    assert Words("We want to see this for 6 weeks.") in found


def test_on_paper_every_shown_answer_is_a_sentence_with_the_day_of_each_number_and_no_other_is_there() -> None:
    held = worry(PLAN)
    view, number = marks(held)
    document = answered(PLAN, held.id, DAD.id, shown=True, stand="agree", of=view)
    document = answered(document, held.id, NAN.id, shown=True, stand="not", words="It was one night", of="other words")
    document = answered(document, held.id, WORKER, stand="agree", words="I keep this to myself")
    document = answered(document, held.scale.id, NAN.id, shown=True, number=3, words="He is there", of=number)
    later = date(2026, 5, 4)
    document = answered(document, held.scale.id, NAN.id, shown=True, number=5, higher="A lamp", of=number, day=later)
    found = parts(document, "worries")
    assert Words("Dadster agrees.") in found
    assert Words("It was one night", "Nan does not agree", "The words above were changed after this.") in found
    assert Items((*ends(held.scale), "Nan: 3, on Tuesday 14 November 2023, then 5, on Monday 4 May 2026")) in found
    assert Words("A lamp", "Nan: what would make it one higher") in found
    assert "I keep this to myself" not in repr(found)
    assert make_copy(document, None, made=date(2026, 5, 4), language="en", photos={}).file


def test_an_empty_worry_is_on_no_paper_and_whose_worry_is_not_said_has_its_place_for_a_name() -> None:
    empty = made(fold("plan", TRIED, ()), add_worry(PLAN, "worries", "w", by=NAN.id, for_whom=EVERYONE))
    assert parts(empty, "worries") == outline(empty, "worries") == ()
    document = made(PLAN, worried(PLAN, worry(PLAN).id, SOMEBODY))
    assert Heading("Worry 1", 3) in parts(document, "worries")


def test_a_worry_that_somebody_may_not_see_is_not_in_their_copy_and_leaves_no_gap() -> None:
    document = made(PLAN, add_worry(PLAN, "worries", "w2", by=SOMEBODY, for_whom=EVERYONE, happened="Late again"))
    document = made(document, [Set(worry(document).id, "@for", ONLY_ME)])
    told = list(texts(sheet(seen_by(document, NAN.id), for_name="", made=date(2026, 5, 4))))
    assert "Worry 1" in told
    assert HAPPENED not in told


def test_show_tells_every_part_of_a_worry_once() -> None:
    words = [line.words for line in outline(PLAN, "worries")]
    for part in (HAPPENED, FEAR, "One of us is at home each night", "6 weeks", "0 is: Nobody is there"):
        assert len([w for w in words if part in w]) == 1


def test_the_marks_of_a_worry_change_with_the_words_that_each_is_about_and_with_no_others() -> None:
    held = worry(PLAN)
    view, number = marks(held)
    assert marks(held._replace(fear="Else"))[0] != view
    assert marks(held._replace(fear="Else"))[1] == number
    assert marks(held._replace(when="Else", by=NAN.id)) == (view, number)


@given(
    st.dictionaries(st.sampled_from(["happened", "known", "when", "fear", "x"]), st.integers() | st.text(max_size=4))
)
def test_whatever_a_newer_version_wrote_in_a_worry_is_read_without_a_fault(fields: dict[str, int | str]) -> None:
    item = Item("w", "worries", None, "b", "worry", NAN.id, EVERYONE, fields)
    document: Document = then(PLAN, edit(Add(item)))
    assert worries(document, "worries")[-1].id == "w"
    assert parts(document, "worries")
    assert outline(document, "worries")


_movements = st.lists(st.lists(st.integers(0, 10), min_size=1, max_size=4), max_size=8).map(
    lambda all_: [Movement(f"p{n}", tuple(m), Answer("a", f"p{n}", "s")) for n, m in enumerate(all_)]
)


@given(_movements, st.sampled_from([300.0, 560.0, 720.0]), st.booleans())
def test_on_the_number_line_every_face_stands_over_its_number_inside_the_picture_and_on_nobody_else(
    moved: list[Movement], width: float, right_to_left: bool
) -> None:
    line = number_line(moved, width=width, right_to_left=right_to_left)
    assert [s.person for s in line.spots] == [m.person for m in moved]
    for spot, m in zip(line.spots, moved, strict=True):
        assert spot.x == line.ticks[m.numbers[-1]]
        assert line.face / 2 <= spot.x <= width - line.face / 2 + 1e-6
        assert line.face / 2 - 1e-6 <= spot.y < line.line
    places = sorted((s.x, s.y) for s in line.spots)
    for (x, y), (x2, y2) in pairwise(places):
        assert abs(x - x2) >= line.face - 1e-6 or abs(y - y2) >= line.face
    assert [lane.person for lane in line.lanes] == [m.person for m in moved if len(m.numbers) > 1]
    for lane in line.lanes:
        assert all(line.line < y < line.height for _x, y in lane.points)
    assert list(line.ticks) == sorted(line.ticks, reverse=right_to_left)


def test_only_its_owner_or_anybody_at_the_table_writes_on_a_worry_and_an_answer_below_stays_its_owners() -> None:
    held = worry(PLAN)
    document = answered(PLAN, held.id, NAN.id, stand="not")
    assert may(WORKER, Set(held.id, "fear", "Else"), document)
    assert may(DAD.id, Set(held.goal.id, "doing", "Else"), document)
    answer = next(i for i in document.items.values() if i.item_type == "answer")
    assert not may(WORKER, Set(answer.id, "stand", "agree"), document)
