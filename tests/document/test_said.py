"""What one person alone may say of an item: whether a promise was kept, and that a worry is one no more."""

import pytest

from app.document import CHILD, WORKER, Add, Document, Item, Kind, Remove, Restore, Section, Set, Void, may
from app.document.confirmations import may_say
from tests.document.making import NAN, SAM, TOM, edit, item, of, then

PROMISES = Section(
    slug="promises",
    block="rows",
    title="Promises",
    said_by=(("kept", "to"), ("kept-by", "to")),
    not_by="who",
    workers=("closed", "closed-by"),
)
KIND = Kind(slug="promising", name="Test", family_name="Test", sections=(PROMISES,))


def promise(**fields: str) -> Item:
    """Tom promised Nan something."""
    said = {"words": "I ring on Sunday", "who": TOM, "to": NAN}
    return item("promise", section="promises", item_type="row", by=WORKER, **{**said, **fields})


def holding(**fields: str) -> Document:
    return of(promise(**fields), kind=KIND)


def who_may(field: str, value: str | None, document: Document) -> set[str]:
    return {who for who in (WORKER, CHILD, TOM, SAM, NAN) if may(who, Set("promise", field, value), document)}


def test_whoever_was_promised_something_says_how_it_went_and_nobody_else() -> None:
    assert who_may("kept", "yes", holding()) == {NAN}
    assert who_may("kept", "no", holding(kept="yes")) == {NAN}
    assert who_may("kept", None, holding(kept="yes")) == {NAN}
    assert TOM in who_may("words", "I ring on Monday", holding())


def test_where_nobody_is_named_all_may_say_it_but_whoever_promised() -> None:
    for nobody in ("", TOM):
        assert who_may("kept", "yes", holding(to=nobody)) == {WORKER, CHILD, SAM, NAN}
    assert who_may("kept", "yes", holding(to="", who="")) == {WORKER, CHILD, TOM, SAM, NAN}


def test_nobody_signs_for_another_and_anybody_may_leave_it_unsigned() -> None:
    assert who_may("kept-by", NAN, holding()) == {NAN}
    assert who_may("kept-by", SAM, holding()) == set()
    assert who_may("kept-by", "", holding()) == {NAN}
    assert who_may("kept-by", SAM, holding(to="")) == {SAM}


def test_whose_it_is_does_not_change_below_what_was_said() -> None:
    for field in ("to", "who"):
        assert WORKER in who_may(field, SAM, holding())
        assert who_may(field, SAM, holding(kept="yes")) == set()


def test_only_the_worker_fills_in_what_is_the_workers_and_others_may_empty_it() -> None:
    assert who_may("closed", "2026-05-04", holding()) == {WORKER}
    assert who_may("closed", "", holding(closed="2026-05-04")) >= {WORKER, TOM, NAN}
    assert who_may("closed-by", WORKER, holding()) == {WORKER}
    assert who_may("closed-by", NAN, holding()) == set()


def test_the_worker_signs_for_whoever_an_item_is_of_and_for_nobody_else() -> None:
    toms = of(item("promise", section="promises", item_type="row", by=TOM, words="x"), kind=KIND)
    assert may(WORKER, Set("promise", "closed-by", TOM), toms)
    assert not may(WORKER, Set("promise", "closed-by", NAN), toms)


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({}, {WORKER, TOM, SAM, NAN}),
        ({"kept": "yes"}, {NAN}),
        ({"kept": ""}, {WORKER, TOM, SAM, NAN}),
        ({"kept": "yes", "kept-by": NAN}, {NAN}),
        ({"kept": "yes", "kept-by": SAM}, set()),
        ({"closed": "2026-05-04"}, {WORKER}),
    ],
)
def test_what_is_added_says_nothing_for_another_either(fields: dict[str, str], who: set[str]) -> None:
    empty = of(kind=KIND)
    assert {a for a in (WORKER, TOM, SAM, NAN) if may(a, Add(promise(**fields)._replace(by=a)), empty)} == who


def test_what_stands_below_an_item_or_in_no_section_that_is_known_is_for_nobody_alone() -> None:
    below = promise(kept="yes")._replace(id="below", parent="promise")
    elsewhere = promise(kept="yes")._replace(id="elsewhere", section="a-newer-version's")
    document = of(promise(), below, elsewhere, kind=KIND)
    for id in ("below", "elsewhere"):
        assert may(WORKER, Set(id, "kept", "no"), document)
    for added in (below, elsewhere):
        assert may(WORKER, Add(added._replace(id="new")), document)


def test_undo_of_ones_own_takes_back_no_word_that_is_for_another_to_say() -> None:
    # Before Nan was named everybody might have said it; since she was, only she takes it back.
    document = holding(to="")
    said = edit(Set("promise", "kept", "yes"), by=WORKER)
    document = then(document, said)
    assert may(WORKER, Void((said.id,)), document)
    named = edit(Set("promise", "to", NAN), by=WORKER)
    document = then(document, named)
    assert not may(WORKER, Void((said.id,)), document)
    assert not may(WORKER, Void((named.id,)), document), "nor is the name taken out below what was said"


def test_what_is_brought_again_is_held_to_the_same() -> None:
    document = holding(to="")
    said = edit(Set("promise", "kept", "yes"), by=WORKER)
    document = then(document, said)
    document = then(document, edit(Void((said.id,)), by=WORKER))
    assert may(WORKER, Restore((said.id,)), document)
    document = then(document, edit(Set("promise", "to", NAN), by=WORKER))
    assert not may(WORKER, Restore((said.id,)), document)


def test_undo_of_other_words_of_the_same_item_is_free() -> None:
    document = holding(kept="yes")
    words = edit(Set("promise", "words", "I ring on Monday"), by=WORKER)
    document = then(document, words)
    assert may(WORKER, Void((words.id,)), document)


def test_a_promise_with_what_was_said_of_it_can_be_taken_away() -> None:
    assert may(WORKER, Remove("promise"), holding(kept="yes"))


def test_may_say_asks_only_who_is_named_beside_it() -> None:
    assert may_say(NAN, promise(), PROMISES)
    assert not may_say(SAM, promise(), PROMISES)
    assert not may_say(TOM, promise(to=TOM), PROMISES)
