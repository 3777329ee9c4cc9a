"""What people think, asked alone: nobody else finds an answer that its owner keeps, nor that there is one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.worries.model import add_worry
from app.blocks.worries.screen.editor import steps
from app.document import (
    AUDIENCE,
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    OWNER,
    WORKER,
    Add,
    Change,
    Document,
    ForWhom,
    Item,
    Move,
    NotAccepted,
    Remove,
    Restore,
    Set,
    UndoReach,
    Void,
    may,
    new_id,
    seen_by,
    undo,
)
from app.document.answer import (
    ANSWER,
    Answer,
    all_answers,
    alone_scope,
    answer,
    answer_of,
    keep,
    latest_shown,
    mark_of,
    movements,
    rounds,
    show,
    shown_answers,
    withheld,
)
from app.document.duplicate import duplicate
from app.export.leaks import withheld as not_for
from app.export.outline import outline
from app.export.sheet import sheet
from app.store.summaries import summary_of
from tests.blocks.making import DAD, NAN, SAM, TOM, made
from tests.blocks.worrying import SECTION, answered, without, worried_plan, worry
from tests.document.making import edit, item, of, then
from tests.export.copying import make_copy

PLAN = worried_plan()
WORRY = worry(PLAN)
SCALE = WORRY.scale.id
ASKED = (DAD.id, NAN.id, SAM.id, TOM.id, WORKER)
READERS = (None, *ASKED)

_words = st.sampled_from(["", "It was only once", "I am scared to say", "We were all at work"])


@st.composite
def answers(draw: st.DrawFn) -> Document:
    """Draw a plan in which people were asked, again and again, and showed, kept or did not say."""
    document = PLAN
    for _n in range(draw(st.integers(0, 7))):
        by, about = draw(st.sampled_from(ASKED)), draw(st.sampled_from([WORRY.id, SCALE]))
        said: dict[str, object] = {"words": draw(_words)}
        if about == SCALE:
            said["number"] = draw(st.none() | st.integers(0, 10))
        else:
            said["stand"] = draw(st.none() | st.sampled_from(["agree", "not", "unsure"]))
        if draw(st.booleans()):
            said = {"none": draw(st.sampled_from(["rather-not", "not-today"]))}
        round_ = draw(st.sampled_from(["", "r1", "r2"]))
        document = answered(document, about, by, shown=draw(st.booleans()), round=round_, **said)
        for a in all_answers(document, about):
            if a.shown and draw(st.integers(0, 3)) == 0:
                document = made(document, keep(document, a.id), by=a.by, undo_scope=alone_scope(about))
    return document


def kept_ids(document: Document) -> set[str]:
    return {i.id for i in document.items.values() if withheld(i)}


@given(answers())
def test_no_copy_of_anybodys_not_even_its_owners_holds_an_answer_that_is_kept(document: Document) -> None:
    for reader in READERS:
        assert not kept_ids(document) & set(seen_by(document, reader).items)


@given(answers())
def test_everybody_finds_the_plan_as_if_what_is_kept_had_never_been_said(document: Document) -> None:
    never = without(document, kept_ids(document))
    assert shown_answers(document, WORRY.id) == shown_answers(never, WORRY.id)
    assert shown_answers(document, SCALE) == shown_answers(never, SCALE)
    assert movements(document, SCALE) == movements(never, SCALE)
    assert latest_shown(document, WORRY.id) == latest_shown(never, WORRY.id)
    assert steps(document, SECTION) == steps(never, SECTION)
    assert summary_of(document) == summary_of(never)
    for reader in READERS:
        one, other = seen_by(document, reader), seen_by(never, reader)
        assert list(one.items.items()) == list(other.items.items())
        made_on = date(2026, 5, 4)
        assert sheet(one, for_name="", made=made_on) == sheet(other, for_name="", made=made_on)
        for undo_scope in ("worries", "good"):
            reach = UndoReach("tablet", undo_scope, "today", reader or WORKER)
            one_undo, other_undo = undo(document, reach), undo(never, reach)
            assert (one_undo is None) == (other_undo is None)


def test_undo_of_a_worry_is_on_though_somebody_keeps_an_answer_to_it_and_off_where_one_is_shown() -> None:
    (add, *parts) = add_worry(PLAN, "worries", "w2", by=DAD.id, for_whom=EVERYONE)
    document = made(PLAN, [add, *parts], undo_scope="worries")
    reach = UndoReach("tablet", "worries", "today", WORKER)
    assert undo(document, reach) is not None
    silent = answered(document, "w2", NAN.id, stand="not", words="I am scared to say")
    assert undo(silent, reach) == undo(document, reach)
    assert undo(answered(document, "w2", NAN.id, shown=True, stand="not"), reach) is None


def test_a_plan_is_not_worked_on_later_in_any_list_because_somebody_was_asked_alone() -> None:
    (add,) = answer(PLAN, "a", about=WORRY.id, by=NAN.id, stand="not")
    later = edit(add, by=NAN.id, undo_scope=alone_scope(WORRY.id))._replace(at=PLAN.edits[-1].at + 60_000)
    assert summary_of(then(PLAN, later)) == summary_of(PLAN)
    assert summary_of(then(PLAN, later._replace(undo_scope="worries"))) != summary_of(PLAN)


@given(answers())
def test_what_is_kept_is_looked_for_in_every_finished_file(document: Document) -> None:
    shown = {w for i in document.items.values() if not withheld(i) for w in i.fields.values() if isinstance(w, str)}
    secret = {a.words for about in (WORRY.id, SCALE) for a in all_answers(document, about) if not a.shown} - shown
    for reader in READERS:
        assert {w for w in secret if w} <= set(not_for(document, reader, with_private=True))


@given(answers())
def test_another_plan_like_it_begins_with_nobody_asked(document: Document) -> None:
    assert not [c for c in duplicate(document, title="Another") if c.item.item_type == ANSWER.slug]


@given(answers())
def test_a_person_shows_one_answer_in_a_round_and_never_that_they_would_rather_not_say(document: Document) -> None:
    for about in (WORRY.id, SCALE):
        shown = shown_answers(document, about)
        assert len({(a.by, a.round) for a in shown}) == len(shown)
        assert all(a.says_something and not a.none for a in shown)


@given(answers(), st.sampled_from(ASKED), st.data())
def test_nobody_but_its_owner_changes_an_answer_in_any_way(document: Document, actor: str, data: st.DataObject) -> None:
    theirs = [i for i in document.items.values() if i.item_type == ANSWER.slug and i.by != actor]
    if not theirs:
        return
    item = data.draw(st.sampled_from(theirs))
    edits = [e.id for e in document.edits if getattr(e.change, "item", None) in (item, item.id)]
    change: Change = data.draw(
        st.sampled_from(
            [
                Set(item.id, "number", 10),
                Set(item.id, "words", "All is well"),
                Set(item.id, "none", None),
                Set(item.id, AUDIENCE, EVERYONE),
                Set(item.id, AUDIENCE, ONLY_ME),
                Set(item.id, OWNER, actor),
                Remove(item.id),
                Move(item.id, WORRY.id, "b"),
                Add(Item(new_id(), "worries", item.id, "a0", "saying", actor, EVERYONE, {"words": "below"})),
                Add(item._replace(id=new_id(), by=item.by)),
                *([Void(tuple(edits)), Restore(tuple(edits))] if edits else []),
            ]
        )
    )
    assert not may(actor, change, document)


def test_its_owner_says_it_shows_it_changes_it_and_takes_it_back() -> None:
    document = answered(PLAN, WORRY.id, NAN.id, stand="not", words="It was one night")
    (mine,) = all_answers(document, WORRY.id)
    for change in (
        Set(mine.id, "words", "Two"),
        Set(mine.id, AUDIENCE, EVERYONE),
        Set(mine.id, AUDIENCE, ONLY_ME),
        Remove(mine.id),
    ):
        assert may(NAN.id, change, document)


@pytest.mark.parametrize(
    "change",
    [
        lambda id: Set(id, OWNER, DAD.id),
        lambda id: Set(id, AUDIENCE, ForWhom("people", (DAD.id,))),
        lambda id: Set(id, AUDIENCE, IN_NO_COPY),
        lambda id: Move(id, SCALE, "a0"),
    ],
)
def test_its_owner_neither_gives_it_away_nor_puts_it_below_another_question(change: object) -> None:
    document = answered(PLAN, WORRY.id, NAN.id, stand="not")
    (mine,) = all_answers(document, WORRY.id)
    assert not may(NAN.id, change(mine.id), document)  # type: ignore[operator]


def test_an_answer_starts_kept_and_hangs_below_what_it_is_about() -> None:
    (add,) = answer(PLAN, "a", about=WORRY.id, by=NAN.id, stand="agree")
    assert isinstance(add, Add)
    assert (add.item.parent, add.item.for_whom, add.item.by) == (WORRY.id, ONLY_ME, NAN.id)
    assert may(NAN.id, add, PLAN)
    assert not may(WORKER, add, PLAN)
    assert not may(NAN.id, add._replace(item=add.item._replace(parent=None)), PLAN)
    assert not may(NAN.id, add._replace(item=add.item._replace(for_whom=ForWhom("people", (DAD.id,)))), PLAN)


def test_somebody_who_may_not_see_a_worry_says_nothing_about_it() -> None:
    shut = made(PLAN, [Set(WORRY.id, AUDIENCE, ONLY_ME)], by=DAD.id)
    (add,) = answer(shut, "a", about=WORRY.id, by=NAN.id, stand="agree")
    assert not may(NAN.id, add, shut)


@pytest.mark.parametrize("none", ["rather-not", "not-today"])
def test_who_would_rather_not_say_has_said_nothing_else_and_shows_nothing(none: str) -> None:
    document = answered(PLAN, SCALE, NAN.id, shown=True, number=3, words="He is there")
    (mine,) = all_answers(document, SCALE)
    document = made(document, answer(document, mine.id, about=SCALE, by=NAN.id, none=none), by=NAN.id)
    (mine,) = all_answers(document, SCALE)
    assert (mine.none, mine.number, mine.words, mine.shown) == (none, None, "", False)
    assert show(document, mine.id) == ()
    forced = made(document, [Set(mine.id, AUDIENCE, EVERYONE)], by=NAN.id)
    assert shown_answers(forced, SCALE) == ()
    assert mine.id not in seen_by(forced, NAN.id).items


def test_a_view_takes_rather_not_say_away() -> None:
    document = answered(PLAN, WORRY.id, NAN.id, none="rather-not")
    (mine,) = all_answers(document, WORRY.id)
    document = made(document, answer(document, mine.id, about=WORRY.id, by=NAN.id, stand="unsure"), by=NAN.id)
    assert [(a.stand, a.none) for a in all_answers(document, WORRY.id)] == [("unsure", "")]


def test_a_shown_answer_that_is_left_with_nothing_to_show_is_kept_again() -> None:
    document = answered(PLAN, WORRY.id, NAN.id, shown=True, stand="agree")
    (mine,) = all_answers(document, WORRY.id)
    document = made(document, answer(document, mine.id, about=WORRY.id, by=NAN.id, stand=None), by=NAN.id)
    assert document.items[mine.id].for_whom == ONLY_ME


def test_the_number_nought_is_a_number() -> None:
    document = answered(PLAN, SCALE, NAN.id, shown=True, number=0)
    assert [m.numbers for m in movements(document, SCALE)] == [(0,)]
    (mine,) = all_answers(document, SCALE)
    document = made(document, answer(document, mine.id, about=SCALE, by=NAN.id, number=4), by=NAN.id)
    document = made(document, answer(document, mine.id, about=SCALE, by=NAN.id, number=0), by=NAN.id)
    assert [m.numbers for m in movements(document, SCALE)] == [(0,)]


def test_nothing_said_makes_nothing() -> None:
    assert answer(PLAN, "a", about=WORRY.id, by=NAN.id, stand=None, words="") == ()
    assert answer(PLAN, "a", about="gone", by=NAN.id, stand="agree") == ()
    with pytest.raises(NotAccepted):
        answer(PLAN, "a", about=SCALE, by=NAN.id, number=11)


def test_showing_another_answer_in_the_same_round_takes_the_one_before_back() -> None:
    document = answered(PLAN, SCALE, NAN.id, shown=True, number=3)
    document = answered(document, SCALE, NAN.id, shown=True, number=5)
    assert [m.numbers for m in movements(document, SCALE)] == [(5,)]
    assert len([a for a in all_answers(document, SCALE) if a.shown]) == 1


def test_each_look_again_begins_a_round_and_numbers_stand_in_their_order() -> None:
    document = answered(PLAN, SCALE, NAN.id, shown=True, number=3)
    for n, number in enumerate((5, 4)):
        day = f"2026-0{n + 5}-04"
        review = Item(f"z{9 - n}", "reviews", None, f"a{n}", "review", WORKER, EVERYONE, {"day": day})
        document = then(document, edit(Add(review)))
        document = answered(document, SCALE, NAN.id, shown=True, number=number)
    assert rounds(document) == ("", "z9", "z8")
    assert [m.numbers for m in movements(document, SCALE)] == [(3, 5, 4)]
    assert [a.number for a in latest_shown(document, SCALE)] == [4]


def test_a_round_in_which_somebody_shows_nothing_leaves_no_gap_and_their_number_stands() -> None:
    document = answered(PLAN, SCALE, NAN.id, shown=True, number=3)
    document = then(document, edit(Add(Item("r1", "reviews", None, "a0", "review", WORKER, EVERYONE, {}))))
    before = movements(document, SCALE)
    assert movements(answered(document, SCALE, NAN.id, number=9), SCALE) == before
    assert movements(answered(document, SCALE, NAN.id, none="not-today"), SCALE) == before


def test_people_stand_in_the_plans_order_and_not_in_that_in_which_they_answered() -> None:
    one = answered(PLAN, WORRY.id, NAN.id, shown=True, stand="agree")
    one = answered(one, WORRY.id, DAD.id, shown=True, stand="not")
    other = answered(PLAN, WORRY.id, DAD.id, shown=True, stand="not")
    other = answered(other, WORRY.id, NAN.id, shown=True, stand="agree")
    assert [a.by for a in shown_answers(one, WORRY.id)] == [DAD.id, NAN.id]
    assert [a.by for a in shown_answers(other, WORRY.id)] == [DAD.id, NAN.id]


@given(st.dictionaries(st.sampled_from([*ANSWER.fields, "newer"]), st.text(max_size=5) | st.integers() | st.booleans()))
def test_whatever_a_newer_version_wrote_is_read_and_what_says_nothing_here_is_kept(fields: dict[str, object]) -> None:
    item = Item("a", "worries", WORRY.id, "a0", ANSWER.slug, NAN.id, EVERYONE, fields)  # type: ignore[arg-type]
    document = then(PLAN, edit(Add(item), by=NAN.id))
    read = answer_of(document, "a")
    assert isinstance(read, Answer)
    assert withheld(item) == (not read.shown)
    assert ("a" in seen_by(document, None).items) == read.shown
    if fields.get("none"):
        assert withheld(item)


def test_its_owner_reads_no_number_that_lies_beyond_the_ends_of_what_was_asked() -> None:
    asked = item("asked", lowest=1, highest=5)
    for number, read in ((5, 5), (7, None), (0, None)):
        given = item("given", parent="asked", item_type=ANSWER.slug, by=TOM.id, for_whom=ONLY_ME, number=number)
        found = answer_of(of(asked, given), "given")
        assert found is not None
        assert found.number == read


def test_the_worker_reads_what_is_kept_in_show_and_everything_says_so() -> None:
    document = answered(PLAN, WORRY.id, NAN.id, stand="not", words="I am scared to say")
    document = answered(document, SCALE, DAD.id, none="rather-not")
    told = [t for t in outline(document) if t.item_type == "answer"]
    assert [(t.who, t.words, t.for_whom) for t in told] == [
        ("Nan", "does not agree; I am scared to say", "worker"),
        ("Dadster", "would rather not say", "worker"),
    ]
    assert not [t for t in outline(seen_by(document, NAN.id)) if t.item_type == "answer"]


@pytest.mark.parametrize("reader", [None, WORKER, NAN.id, DAD.id])
def test_a_finished_file_is_the_same_to_the_last_byte_whatever_somebody_keeps(reader: str | None) -> None:
    def file(document: Document) -> bytes:
        return make_copy(document, reader, made=date(2026, 5, 4), language="en", photos={}).file

    never = file(PLAN)
    kept_words = answered(PLAN, WORRY.id, NAN.id, stand="not", words="not sure")
    for said in (
        kept_words,
        answered(PLAN, WORRY.id, NAN.id, none="rather-not"),
        answered(PLAN, SCALE, NAN.id, number=2),
    ):
        assert file(said) == never


def test_words_that_somebody_keeps_never_stop_a_copy_that_says_the_like_by_itself() -> None:
    document = answered(PLAN, WORRY.id, DAD.id, shown=True, stand="unsure")
    document = answered(document, WORRY.id, NAN.id, words="is not sure")
    assert make_copy(document, None, made=date(2026, 5, 4), language="en", photos={}).file


def test_a_mark_tells_other_words_from_these_and_does_not_hold_them() -> None:
    assert mark_of({"a": "x", "b": ""}) == mark_of({"a": "x"})
    assert mark_of({"a": "x"}) != mark_of({"a": "y"})
    assert "scared" not in mark_of({"a": "scared"})
