"""Undo takes back the latest step of this page, this stretch, this tablet and this person, and nothing else."""

from app.document import (
    Add,
    Document,
    Edit,
    Move,
    Remove,
    Set,
    UndoReach,
    bring_back,
    can_undo,
    fold,
    pack,
    redo,
    undo,
    unpack,
)
from tests.document.making import KIND, NAN, edit, item, of, plan, then

HERE = UndoReach("tablet", "pad", "today", "worker")
NANS = UndoReach("tablet", "pad", "today", NAN)


def undone(document: Document, reach: UndoReach = HERE) -> Document:
    change = undo(document, reach)
    assert change is not None
    return then(
        document,
        edit(change, by=reach.actor, undo_scope=reach.undo_scope, undo_session=reach.undo_session, device=reach.device),
    )


def redone(document: Document, reach: UndoReach = HERE) -> Document:
    change = redo(document, reach)
    assert change is not None
    return then(
        document,
        edit(change, by=reach.actor, undo_scope=reach.undo_scope, undo_session=reach.undo_session, device=reach.device),
    )


def stroke(id: str, **more: str) -> Edit:
    return edit(Add(item(id, parent="page", item_type="stroke")), **more)  # type: ignore[arg-type]


def drawn(document: Document) -> set[str]:
    return {i.id for i in document.children("page")}


def page() -> Document:
    return plan(edit(Add(item("page")), undo_scope="pages"))


def test_each_undo_takes_back_one_step_and_each_redo_brings_back_the_one_undone_last() -> None:
    document = then(page(), stroke("one"), stroke("two"), stroke("three"))
    document = undone(document)
    assert drawn(document) == {"one", "two"}
    document = undone(document)
    assert drawn(document) == {"one"}
    document = redone(document)
    assert drawn(document) == {"one", "two"}
    document = redone(document)
    assert drawn(document) == {"one", "two", "three"}
    assert redo(document, HERE) is None


def test_what_was_brought_back_can_be_taken_back_again() -> None:
    document = redone(undone(then(page(), stroke("one"))))
    assert drawn(undone(document)) == set()


def test_after_something_new_there_is_nothing_to_bring_back() -> None:
    document = then(undone(then(page(), stroke("one"))), stroke("two"))
    assert redo(document, HERE) is None
    assert drawn(document) == {"two"}


def test_something_new_on_another_page_leaves_what_can_be_brought_back_here() -> None:
    document = then(undone(then(page(), stroke("one"))), stroke("two", undo_scope="another pad"))
    assert drawn(redone(document)) == {"one", "two"}


def test_a_clear_is_one_step_and_one_undo_brings_the_whole_drawing_back() -> None:
    document = then(page(), *(stroke(f"s{n}") for n in range(40)))
    document = then(document, *(edit(Remove(f"s{n}"), transaction="clear") for n in range(40)))
    assert not drawn(document)
    document = undone(document)
    assert len(drawn(document)) == 40
    assert not drawn(redone(document))


def test_undo_stays_on_its_page_in_its_stretch_on_its_tablet_and_with_whoever_speaks() -> None:
    document = then(page(), stroke("one"))
    for reach in (
        HERE._replace(undo_scope="another pad"),
        HERE._replace(undo_session="before the hand-over"),
        HERE._replace(device="another tablet"),
        HERE._replace(actor=NAN),
    ):
        assert undo(document, reach) is None
        assert not can_undo(document, reach)
        assert redo(undone(document), reach) is None
    assert can_undo(document, HERE)


def test_undo_takes_back_ones_own_step_and_leaves_somebody_elses_later_one() -> None:
    document = then(page(), stroke("mine"), stroke("nans", by=NAN))
    assert drawn(undone(document)) == {"nans"}
    assert drawn(undone(document, NANS)) == {"mine"}


def test_words_that_somebody_else_changed_later_stay_as_they_have_them() -> None:
    document = then(of(item("words", words="old")), edit(Set("words", "words", "mine")))
    document = then(document, edit(Set("words", "words", "nan's"), by=NAN))
    assert undone(document).items["words"].fields["words"] == "nan's"


def test_a_page_on_which_somebody_else_spoke_since_is_not_taken_back() -> None:
    document = then(plan(), edit(Add(item("page"))))
    assert can_undo(document, HERE)
    spoken = then(document, edit(Add(item("words", parent="page", by=NAN)), by=NAN))
    assert undo(spoken, HERE) is None
    below = then(document, edit(Add(item("mine", parent="page")), undo_scope="another"))
    assert undo(below, HERE) is None, "its own words from another page stay too"


def test_a_page_is_taken_back_once_what_stood_on_it_is_gone() -> None:
    document = then(plan(), edit(Add(item("page"))), edit(Add(item("words", parent="page", by=NAN)), by=NAN))
    taken_back = undone(document, NANS)
    assert "page" not in undone(taken_back).items


def test_words_that_somebody_else_has_changed_since_are_not_taken_away() -> None:
    document = then(plan(), edit(Add(item("words", words="mine"))))
    document = then(document, edit(Set("words", "words", "nan's"), by=NAN))
    assert undo(document, HERE) is None


def test_something_that_was_moved_below_what_was_added_is_not_taken_along() -> None:
    document = then(of(item("words", by=NAN)), edit(Add(item("page"))), edit(Move("words", "page", "a0"), by=NAN))
    assert undo(document, HERE) is None


def test_a_step_is_taken_back_without_what_another_person_made_in_the_same_step() -> None:
    document = then(page(), stroke("mine", transaction="drag"), stroke("nans", by=NAN, transaction="drag"))
    assert drawn(undone(document)) == {"nans"}


def test_undo_and_redo_reach_across_a_restart() -> None:
    before = undone(then(page(), stroke("one"), stroke("two")))
    loaded = [unpack(pack(e), id=e.id, device=e.device, clock=e.clock) for e in before.edits]
    after = fold("plan", KIND, loaded)
    assert after == before
    assert drawn(redone(after)) == {"one", "two"}
    assert drawn(undone(after)) == set()


def test_there_is_nothing_to_take_back_in_a_plan_where_nothing_was_made() -> None:
    assert undo(plan(), HERE) is None
    assert redo(plan(), HERE) is None


def test_what_was_taken_away_is_brought_back_whole_whatever_was_done_since() -> None:
    document = then(page(), stroke("one"), stroke("two"))
    assert bring_back(document, "page") is None
    document = then(document, edit(Remove("page"), transaction="gone", undo_scope="pages"))
    document = then(document, edit(Add(item("another")), undo_scope="pages"))
    change = bring_back(document, "page")
    assert change is not None
    document = then(document, edit(change, undo_scope="pages"))
    assert drawn(document) == {"one", "two"}
    assert "another" in document.items
    assert bring_back(document, "page") is None
    assert bring_back(document, "never there") is None


def test_what_two_tabs_took_away_comes_back_all_the_same() -> None:
    document = then(page(), edit(Remove("page"), transaction="here"), edit(Remove("page"), transaction="there"))
    change = bring_back(document, "page")
    assert change is not None
    assert "page" in then(document, edit(change)).items
