"""Who may change what: asked before an edit is made, and again before one from elsewhere is taken."""

import pytest
from hypothesis import given

from app.document import (
    AUDIENCE,
    CHILD,
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
    Remove,
    Restore,
    Set,
    Unknown,
    Void,
    may,
    sees,
)
from tests.document.making import KIND, NAN, SAM, TOM, changes, documents, edit, item, of, plan, then


def toms_page(*more: Item) -> Document:
    return of(
        item("page", section="mine", by=TOM, for_whom=ONLY_ME),
        item("words", section="mine", parent="page", by=TOM, words="mine"),
        item("sams", section="mine", by=SAM, for_whom=EVERYONE),
        item("story"),
        *more,
    )


EVERY_CHANGE: tuple[Change, ...] = (
    Set("page", "words", "x"),
    Set("words", "words", "x"),
    Set("page", AUDIENCE, EVERYONE),
    Set("words", AUDIENCE, EVERYONE),
    Set("page", OWNER, SAM),
    Set("words", OWNER, SAM),
    Move("page", None, "b0"),
    Move("words", "story", "a0"),
    Move("story", "page", "a0"),
    Move("sams", "page", "a0"),
    Remove("page"),
    Remove("words"),
    Add(item("new", section="mine", parent="page")),
    Add(item("new", section="story", parent="words")),
)


@pytest.mark.parametrize("change", EVERY_CHANGE, ids=str)
@pytest.mark.parametrize("actor", [WORKER, SAM, NAN, CHILD])
def test_a_childs_own_page_and_all_on_it_is_touched_by_nobody_else(actor: str, change: Change) -> None:
    assert not may(actor, change, toms_page())


@pytest.mark.parametrize("change", EVERY_CHANGE, ids=str)
def test_a_page_that_its_child_has_put_in_the_book_is_still_the_childs(change: Change) -> None:
    shown = then(toms_page(), edit(Set("page", AUDIENCE, EVERYONE), by=TOM))
    assert not may(WORKER, change, shown)


@pytest.mark.parametrize("change", [c for c in EVERY_CHANGE if not (isinstance(c, Move) and c.item == "sams")], ids=str)
def test_a_child_may_do_everything_with_a_page_of_their_own(change: Change) -> None:
    assert may(TOM, change, toms_page())


def test_a_child_may_give_words_on_their_page_to_whoever_said_them_and_they_stay_on_the_childs_page() -> None:
    document = then(toms_page(), edit(Set("words", OWNER, NAN), by=TOM))
    assert not may(NAN, Set("words", AUDIENCE, EVERYONE), document)
    assert may(TOM, Remove("words"), document)


def test_what_stands_below_an_own_page_is_own_whatever_section_it_says() -> None:
    document = toms_page(item("sly", section="story", parent="page", by=TOM))
    assert not may(WORKER, Set("sly", "words", "x"), document)


def test_the_worker_says_which_child_a_page_belongs_to_and_then_it_is_that_childs() -> None:
    document = of(
        item("page", section="mine", by=CHILD, for_whom=ONLY_ME),
        item("line", section="mine", parent="page", item_type="stroke", by=CHILD),
    )
    assert may(WORKER, Set("page", OWNER, TOM), document)
    assert not may(WORKER, Set("page", AUDIENCE, EVERYONE), document)
    assert not may(SAM, Set("page", OWNER, SAM), document)
    named = then(document, edit(Set("page", OWNER, TOM)))
    assert not may(WORKER, Set("page", OWNER, SAM), named)
    assert not may(WORKER, Set("line", OWNER, SAM), named), "what is drawn on it is the child's as well"
    assert may(TOM, Set("page", AUDIENCE, EVERYONE), named)


def test_the_worker_cannot_make_a_childs_page_the_workers_own() -> None:
    document = of(item("page", section="mine", by=CHILD, for_whom=ONLY_ME))
    assert not may(WORKER, Set("page", OWNER, WORKER), document)


def test_a_page_of_ones_own_is_started_by_its_child_or_by_the_worker_for_a_child() -> None:
    add = Add(item("new", section="mine", by=TOM))
    assert may(TOM, add, plan())
    assert may(WORKER, add, plan())
    assert not may(SAM, add, plan())
    assert not may(NAN, add, plan())


def test_nobody_but_the_worker_begins_anything_on_the_workers_own_papers() -> None:
    for item_type in ("saying", "method-move", "a-newer-version's"):
        add = Add(item("new", section="setup", item_type=item_type, by=NAN))
        assert may(WORKER, add, plan())
        for actor in (NAN, TOM, CHILD):
            assert not may(actor, add, plan())


def test_the_worker_cannot_undo_a_page_away_on_which_a_child_has_drawn() -> None:
    started = edit(Add(item("page", section="mine", by=TOM)))
    document = then(plan(started), edit(Add(item("line", section="mine", parent="page", by=TOM)), by=TOM))
    assert not may(WORKER, Void((started.id,)), document)


def test_the_worker_may_undo_having_named_the_wrong_child() -> None:
    document = of(item("page", section="mine", by=CHILD))
    named = edit(Set("page", OWNER, SAM))
    assert may(WORKER, Void((named.id,)), then(document, named))


def test_nobody_changes_what_they_may_not_see() -> None:
    document = of(
        item("secret", by=NAN, for_whom=ONLY_ME),
        item("below", parent="secret"),
        item("picked", by=NAN, for_whom=ForWhom("people", (TOM,))),
    )
    for id in ("secret", "below"):
        assert not may(TOM, Set(id, "words", "x"), document)
        assert not may(TOM, Add(item("new", parent=id)), document)
        assert may(NAN, Set(id, "words", "x"), document)
        assert may(WORKER, Set(id, "words", "x"), document)
    assert may(TOM, Set("picked", "words", "x"), document)
    assert not may(SAM, Set("picked", "words", "x"), document)


def test_the_set_up_sheet_is_the_workers_alone_to_change() -> None:
    document = of(item("why", section="setup", for_whom=IN_NO_COPY))
    assert may(WORKER, Set("why", "words", "x"), document)
    assert not may(NAN, Set("why", "words", "x"), document)
    assert not may(TOM, Remove("why"), document)


def test_nothing_is_moved_below_what_its_mover_may_not_touch() -> None:
    document = of(item("mine", by=TOM), item("nans", by=NAN, for_whom=ONLY_ME))
    assert not may(TOM, Move("mine", "nans", "a0"), document)
    assert may(NAN, Move("mine", "nans", "a0"), document)


def test_nothing_is_moved_below_itself_or_below_what_is_not_there() -> None:
    document = of(item("a"), item("b", parent="a"))
    assert not may(WORKER, Move("a", "b", "a0"), document)
    assert not may(WORKER, Move("a", "a", "a0"), document)
    assert not may(WORKER, Move("a", "gone", "a0"), document)
    assert may(WORKER, Move("b", None, "a0"), document)


def test_what_is_not_there_is_not_changed_and_nothing_is_added_below_it() -> None:
    for change in (Set("no", "words", "x"), Move("no", None, "a0"), Remove("no"), Add(item("new", parent="no"))):
        assert not may(WORKER, change, plan())


def test_only_ones_own_edits_are_taken_back_or_brought_again() -> None:
    mine, nans = edit(Add(item("a"))), edit(Add(item("b")), by=NAN)
    document = plan(mine, nans)
    for undoing in (Void, Restore):
        assert may(WORKER, undoing((mine.id,)), document)
        assert not may(WORKER, undoing((mine.id, nans.id)), document)
        assert not may(WORKER, undoing(("never-made",)), document)


def test_a_change_that_this_version_does_not_know_is_nobodys_to_make() -> None:
    assert not may(WORKER, Unknown(99, []), plan())


@given(documents, changes)
def test_asking_never_fails_and_nobody_but_the_worker_ever_changes_a_hidden_thing(
    document: Document, change: Change
) -> None:
    own = {s.slug for s in KIND.sections if s.own}
    for actor in (WORKER, TOM, NAN):
        allowed = may(actor, change, document)
        if not allowed or not isinstance(change, Remove | Move):
            continue
        line = (document.items[change.item], *document.ancestors(document.items[change.item]))
        if any(i.section in own for i in line):
            assert line[-1].by == actor
        elif actor != WORKER:
            assert all(sees(i, actor) for i in line)
