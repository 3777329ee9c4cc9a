"""Edits in, one document out, on every tablet: whatever order they came in, however often, whatever they are."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.document import EVERYONE, ONLY_ME, Add, Edit, ForWhom, Move, Remove, Restore, Set, Unknown, Void, extend, fold
from app.document.fold import as_if
from tests.document.making import KIND, edit, item, logs, of, plan, then


@given(logs(), st.randoms(use_true_random=False), st.lists(st.integers(0, 11), max_size=6))
def test_edits_in_any_order_and_any_number_of_times_make_the_same_document(
    log: Sequence[Edit], chance: random.Random, again: list[int]
) -> None:
    shuffled = [*log, *(log[n] for n in again if n < len(log))]
    chance.shuffle(shuffled)
    assert fold("plan", KIND, shuffled) == fold("plan", KIND, log)


@given(logs(), st.data())
def test_edits_that_come_bit_by_bit_make_the_document_of_all_of_them(log: Sequence[Edit], data: st.DataObject) -> None:
    document = fold("plan", KIND, ())
    coming = data.draw(st.permutations(log))
    while coming:
        n = data.draw(st.integers(1, len(coming)))
        # Some of them twice: a tablet sends again what it had no answer to.
        document = extend(document, [*coming[:n], *coming[: n // 2]])
        coming = coming[n:]
    whole = fold("plan", KIND, log)
    assert document == whole
    assert dict(document.items) == dict(whole.items)
    assert document.edits == whole.edits
    assert document.void == whole.void


@given(logs())
def test_edits_that_come_one_by_one_in_their_order_make_the_document_of_all_of_them(log: Sequence[Edit]) -> None:
    """The common case has a quick way of its own, which must come to the same."""
    ordered = fold("plan", KIND, log).edits
    document = fold("plan", KIND, ())
    for made in ordered:
        document = extend(document, [made])
    assert document == fold("plan", KIND, log)


_some = st.lists(st.sampled_from([f"e{n}" for n in range(12)]), max_size=4).map(tuple)


@given(logs(), _some, _some, st.sampled_from([Void, Restore]))
def test_what_an_item_would_be_after_an_undo_or_a_redo_is_what_it_is_after_it(
    log: Sequence[Edit], undone: tuple[str, ...], ids: tuple[str, ...], turn: type[Void | Restore]
) -> None:
    late = max((e.clock for e in log), default=0) + 1
    log = [*log, edit(Void(undone), clock=late)]
    document, change = fold("plan", KIND, log), turn(ids)
    after = fold("plan", KIND, [*log, edit(change, clock=late + 1)])
    if after.same == document.same:  # Who is one with whom is asked of all items, and not of one.
        for id in {e.change.item.id for e in log if isinstance(e.change, Add)}:
            assert as_if(document, change, id) == after.items.get(id)


@given(logs(longest=30))
def test_nothing_makes_the_fold_or_what_reads_it_fail(log: Sequence[Edit]) -> None:
    document = fold("plan", KIND, log)
    for one in document.items.values():
        assert one.parent is None or one.parent in document.items
        assert one.id not in {i.id for i in document.below(one.id)}
        assert one in document.children(one.parent)
        document.ancestors(one)
    assert set(document.items) == {i.id for top in document.children(None) for i in (top, *document.below(top.id))}


@given(logs())
def test_every_edit_is_kept_also_those_that_change_nothing(log: Sequence[Edit]) -> None:
    assert {e.id for e in fold("plan", KIND, log).edits} == {e.id for e in log}


def test_two_edits_with_one_clock_count_in_the_same_order_everywhere() -> None:
    base = edit(Add(item("i")))
    here = edit(Set("i", "words", "here"), device="A", clock=base.clock + 1)
    there = edit(Set("i", "words", "there"), device="B", clock=base.clock + 1)
    assert plan(base, here, there).items["i"].fields["words"] == "there"
    assert then(then(plan(base), there), here).items["i"].fields["words"] == "there"


def test_what_hangs_below_a_removed_item_goes_and_comes_back_with_it() -> None:
    document = of(item("page"), item("words", parent="page"), item("more", parent="words"))
    gone = edit(Remove("page"))
    document = then(document, gone)
    assert not document.items
    assert set(then(document, edit(Void((gone.id,)))).items) == {"page", "words", "more"}


def test_what_hangs_below_a_removed_item_can_be_moved_to_another() -> None:
    document = then(of(item("page"), item("words", parent="page"), item("other")), edit(Remove("page")))
    document = then(document, edit(Move("words", "other", "a0")))
    assert {i.id for i in document.below("other")} == {"words"}


def test_what_came_before_its_parent_shows_when_the_parent_comes() -> None:
    early = of(item("words", parent="page"))
    assert not early.items
    assert set(then(early, edit(Add(item("page")))).items) == {"page", "words"}


def test_two_moves_that_make_a_loop_hide_it_and_one_move_undoes_that() -> None:
    document = of(item("a"), item("b"), item("below", parent="b"), item("free"))
    document = then(document, edit(Move("a", "b", "a0")), edit(Move("b", "a", "a0")))
    assert set(document.items) == {"free"}
    assert set(then(document, edit(Move("a", None, "a0"))).items) == {"a", "b", "below", "free"}


def test_an_item_that_is_its_own_parent_or_two_that_are_each_others_hang_nowhere_and_stay_hidden() -> None:
    document = of(item("free"))
    document = then(document, edit(Add(item("self", parent="self"))))
    document = then(document, edit(Add(item("a", parent="b"))), edit(Add(item("b", parent="a"))))
    assert set(document.items) == {"free"}


def test_what_is_hidden_stays_so_when_something_else_is_added() -> None:
    document = then(of(item("page"), item("words", parent="page")), edit(Remove("page")))
    assert set(then(document, edit(Add(item("new")))).items) == {"new"}


def test_an_edit_that_comes_twice_at_once_is_kept_once() -> None:
    add = edit(Add(item("i")))
    assert then(plan(), add, add) == plan(add)


def test_an_undo_that_came_before_what_it_takes_back_takes_it_back_when_it_comes() -> None:
    later = edit(Add(item("i")), clock=9_000_000)
    early = plan(edit(Void((later.id,)), clock=1))
    assert "i" not in then(early, later).items


def test_a_second_item_of_the_same_id_changes_nothing() -> None:
    document = then(of(item("i", words="first")), edit(Add(item("i", words="second"))))
    assert document.items["i"].fields == {"words": "first"}


def test_an_item_that_was_taken_away_can_come_again() -> None:
    document = then(of(item("i", words="first")), edit(Remove("i")), edit(Add(item("i", words="second"))))
    assert document.items["i"].fields == {"words": "second"}


def test_changes_of_things_that_are_not_there_are_kept_and_do_nothing() -> None:
    document = plan(edit(Set("no", "words", "x")), edit(Move("no", None, "a0")), edit(Remove("no")))
    assert not document.items
    assert len(document.edits) == 3


def test_a_newer_versions_change_is_kept_and_said_and_an_undone_one_is_not() -> None:
    newer = edit(Unknown(77, ["whatever"]))
    document = then(of(item("i")), newer)
    assert document.newer
    assert newer in document.edits
    assert set(document.items) == {"i"}
    assert not then(document, edit(Void((newer.id,)))).newer


def test_an_owner_and_an_audience_are_set_and_other_values_in_their_place_are_left_alone() -> None:
    document = then(of(item("i")), edit(Set("i", "@by", "nan")), edit(Set("i", "@for", ONLY_ME)))
    assert (document.items["i"].by, document.items["i"].for_whom) == ("nan", ONLY_ME)
    document = then(document, edit(Set("i", "@by", 7)), edit(Set("i", "words", ForWhom("everyone"))))
    assert (document.items["i"].by, document.items["i"].for_whom) == ("nan", ONLY_ME)
    assert then(of(item("i")), edit(Set("i", "@for", "nobody"))).items["i"].for_whom == EVERYONE


def test_children_stand_in_the_order_of_their_places_and_parents_before_what_hangs_below() -> None:
    document = of(
        item("c", position="a2"), item("a", position="a0"), item("b", position="a1"),
        item("b2", parent="b", position="a1"), item("b1", parent="b", position="a0"),
    )  # fmt: skip
    assert [i.id for i in document.children(None)] == ["a", "b", "c"]
    assert [i.id for i in document.below("b")] == ["b1", "b2"]


def test_two_children_at_one_place_stand_in_the_same_order_on_every_tablet() -> None:
    assert [i.id for i in of(item("b"), item("a")).children(None)] == ["a", "b"]


def test_a_chain_of_five_thousand_items_is_read_like_any_other() -> None:
    chain = [item("i0"), *(item(f"i{n}", parent=f"i{n - 1}") for n in range(1, 5000))]
    document = of(*chain)
    assert len(document.below("i0")) == 4999
    assert len(document.ancestors(chain[-1])) == 4999


def test_the_clock_of_a_document_is_its_latest() -> None:
    assert plan().clock == 0
    assert plan(edit(Remove("x"), clock=7), edit(Remove("y"), clock=3)).clock == 7


def test_an_undone_edit_counts_again_after_its_redo() -> None:
    add = edit(Add(item("i")))
    document = then(plan(add), edit(Void((add.id,))))
    assert document.void == {add.id}
    assert "i" not in document.items
    assert "i" in then(document, edit(Restore((add.id,)))).items
