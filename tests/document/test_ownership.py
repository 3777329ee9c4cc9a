"""A plan that somebody holds: their words are nobody else's to change, and what is private is theirs to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    CHILD,
    EVERYONE,
    ONLY_ME,
    OWNER,
    WORKER,
    Add,
    Change,
    Document,
    Item,
    Kind,
    Move,
    Remove,
    Restore,
    Set,
    Void,
    fold,
    may,
    name_holder,
    people,
    private,
    seen_by,
    switch,
)
from app.document.duplicate import duplicate
from app.document.header import begin, header
from app.document.ownership import PRIVACY, private_sections
from app.document.saying import SOMEBODY
from app.document.sharing import changed_at
from app.export.leaks import withheld
from app.export.leaks.independent_rules import _shut
from tests.document.making import HELD, NAN, SAM, TOM, edit, item, then


def made(document: Document, *changes: Change, by: str = WORKER) -> Document:
    """Return the document after changes that are allowed, one by one."""
    for change in changes:
        assert may(by, change, document), change
        document = then(document, edit(change, by=by))
    return document


def toms(*more: Item) -> Document:
    """Tom's plan, in which he, the worker and Nan have said something."""
    document = made(fold("plan", HELD, ()), begin(title="Mine"))
    document = made(document, *name_holder(document, TOM))
    for one in (
        item("toms", section="open", by=TOM, words="I like to weld"),
        item("jos", section="open", by=WORKER, words="You told me about the shed"),
        item("nans", section="open", by=NAN, words="He fixed my gate"),
        item("secret", section="shut", by=TOM, words="I get wound up on Sundays"),
        *more,
    ):
        document = made(document, Add(one), by=one.by)
    return document


@pytest.mark.parametrize("actor", [WORKER, NAN, SAM, CHILD])
@pytest.mark.parametrize(
    "change", [Set("toms", "words", "no"), Set("toms", OWNER, NAN), Remove("toms"), Move("toms", None, "b")], ids=str
)
def test_nobody_else_changes_gives_away_moves_or_takes_out_what_the_young_person_said(
    actor: str, change: Change
) -> None:
    assert not may(actor, change, toms())
    assert may(TOM, change, toms())


@pytest.mark.parametrize("actor", [WORKER, NAN, TOM])
@pytest.mark.parametrize("about", ["toms", "jos", "nans"])
def test_anybodys_words_can_be_answered_by_anybody_in_their_own_name(actor: str, about: str) -> None:
    document = toms()
    assert may(actor, Add(item("answer", section="open", parent=about, by=actor, words="I saw that")), document)
    other = SAM if actor != SAM else TOM
    assert not may(actor, Add(item("answer", section="open", parent=about, by=other, words="I said that")), document)


def test_the_young_person_changes_nobodys_words_and_may_take_any_out_or_put_them_in_order() -> None:
    for other in ("jos", "nans"):
        assert not may(TOM, Set(other, "words", "mine now"), toms())
        assert may(TOM, Remove(other), toms())
        assert may(TOM, Move(other, None, "b"), toms())


def test_nobody_takes_away_with_their_own_words_what_was_answered_to_them() -> None:
    answered = made(toms(), Add(item("reply", section="open", parent="jos", by=TOM, words="I did")), by=TOM)
    assert not may(WORKER, Remove("jos"), answered)
    (said,) = (e for e in answered.edits if isinstance(e.change, Add) and e.change.item.id == "jos")
    assert not may(WORKER, Void((said.id,)), answered)
    assert may(TOM, Remove("jos"), answered)
    assert may(WORKER, Remove("jos"), toms())


def test_only_sayings_go_below_what_is_somebody_elses() -> None:
    stroke = item("stroke", section="open", parent="toms", by=WORKER, item_type="stroke")
    assert not may(WORKER, Add(stroke), toms())
    assert may(TOM, Add(stroke._replace(by=TOM)), toms())


def test_words_of_nobody_yet_are_named_and_then_their_owners() -> None:
    document = toms(item("whose", section="open", by=SOMEBODY, words="I could ask Mr Bell")._replace(by=SOMEBODY))
    assert may(WORKER, Set("whose", "words", "I will ask Mr Bell"), document)
    document = made(document, Set("whose", OWNER, TOM))
    assert not may(WORKER, Set("whose", "words", "changed"), document)
    (said,) = (e for e in document.edits if isinstance(e.change, Add) and e.change.item.id == "whose")
    assert not may(said.actor, Void((said.id,)), document)


@pytest.mark.parametrize("actor", [WORKER, NAN, SAM, CHILD])
def test_only_the_young_person_switches_what_is_private_both_ways(actor: str) -> None:
    document = toms()
    (opening,) = switch(document, "shut", to_private=False)
    assert not may(actor, opening, document)
    opened = made(document, opening, by=TOM)
    assert not private(opened, "shut")
    (shutting,) = switch(opened, "shut", to_private=True)
    for change in (shutting, Remove(shutting.item), Set(shutting.item, OWNER, actor)):  # type: ignore[union-attr]
        assert not may(actor, change, opened)
    assert private(made(opened, shutting, by=TOM), "shut")


def test_a_section_starts_as_its_kind_says_and_only_where_somebody_holds_the_plan() -> None:
    assert private_sections(toms()) == {"shut"}
    loose = Kind(slug="loose", name="L", family_name="L", sections=HELD.sections)
    assert private_sections(fold("p", loose, ())) == frozenset()


def test_what_is_private_is_in_nobodys_copy_but_its_holders_who_may_leave_it_out() -> None:
    document = toms()
    for person in (None, WORKER, NAN, SAM, CHILD):
        assert "secret" not in seen_by(document, person).items
    assert "secret" in seen_by(document, TOM).items
    assert "secret" not in seen_by(document, TOM, with_private=False).items


def test_what_was_open_when_a_copy_was_made_is_not_in_the_next_one() -> None:
    document = toms()
    assert "toms" in seen_by(document, NAN).items
    later = made(document, *switch(document, "open", to_private=True), by=TOM)
    assert not {"toms", "jos", "nans"} & set(seen_by(later, NAN).items)
    again = made(later, *switch(later, "open", to_private=False), by=TOM)
    assert seen_by(again, NAN).items.keys() >= {"toms", "jos", "nans"}


def test_two_tablets_that_switched_apart_leave_it_private() -> None:
    one, other = (PRIVACY.add({"private": p}, section="open", by=TOM) for p in (False, True))
    for first, second in ((one, other), (other, one)):
        document = then(toms(), edit(first, by=TOM), edit(second, by=TOM))
        assert private(document, "open")
        (change,) = switch(document, "open", to_private=False)
        assert not private(made(document, change, by=TOM), "open")


def test_in_a_private_part_nobody_writes_but_the_young_person_and_the_worker() -> None:
    said = item("more", section="shut", by=NAN, words="He told me")
    assert not may(NAN, Add(said), toms())
    assert may(WORKER, Add(said._replace(by=WORKER)), toms())
    assert not may(NAN, Add(said._replace(parent="secret")), toms())


def test_the_worker_alone_says_whose_plan_it_is_and_no_more_once_they_have_begun() -> None:
    new = made(
        fold("plan", HELD, ()), begin(title="Mine"), Add(item("page", section="open", by=CHILD, item_type="page"))
    )
    naming = name_holder(new, TOM)
    assert not may(NAN, naming[0], new)
    assert not may(TOM, naming[0], new)
    named = made(new, *naming)
    assert header(named).whose == TOM
    assert named.items["page"].by == TOM
    assert may(WORKER, name_holder(named, SAM)[0], named)
    begun = made(named, Add(item("first", section="open", by=TOM)), by=TOM)
    assert not may(WORKER, Set(naming[0].item, "whose", SAM), begun)  # type: ignore[union-attr]
    for nobody in (WORKER, SOMEBODY, CHILD):
        assert not may(WORKER, Set(naming[0].item, "whose", nobody), named)  # type: ignore[union-attr]
    (set_it,) = (e for e in begun.edits if isinstance(e.change, Set) and e.change.field == "whose")
    assert not may(WORKER, Void((set_it.id,)), begun)


def test_another_plan_like_it_takes_nothing_private_along_and_no_switch() -> None:
    document = made(toms(), *switch(toms(), "shut", to_private=False), by=TOM)
    document = made(document, *switch(document, "open", to_private=True), by=TOM)
    words = [a.item.fields.get("words") for a in duplicate(document, title="Again")]
    assert "I like to weld" not in words
    assert "I get wound up on Sundays" in words
    assert PRIVACY.slug not in {a.item.item_type for a in duplicate(document, title="Again")}


def test_a_plan_that_nobody_holds_is_as_it_was() -> None:
    loose = Kind(slug="loose", name="L", family_name="L", sections=HELD.sections)
    document = then(fold("p", loose, ()), edit(Add(item("toms", section="open", by=TOM, words="x")), by=TOM))
    assert may(WORKER, Set("toms", "words", "y"), document)
    assert not switch(document, "open", to_private=True)


def front_of(document: Document) -> str:
    return next(i.id for i in document.items.values() if i.section == "front")


def last(document: Document) -> tuple[str, ...]:
    """Return the id of the last edit, as an undo names it."""
    return (document.edits[-1].id,)


@pytest.mark.parametrize("by", [TOM, NAN, WORKER])
@pytest.mark.parametrize("parent", [None, "nans"])
def test_whoever_said_something_takes_it_back_and_says_it_again(by: str, parent: str | None) -> None:
    said = made(toms(), Add(item("said", section="open", parent=parent, item_type="saying", by=by, words="So")), by=by)
    undone = made(said, Void(last(said)), by=by)
    assert "said" not in undone.items
    assert made(undone, Restore(last(said)), by=by).items == said.items


@pytest.mark.parametrize(
    ("id", "field", "value"), [("named", "name", "Tommy"), ("front", "title", "Ours"), ("front", "next", "2026-06-01")]
)
@pytest.mark.parametrize("by", [TOM, NAN, WORKER])
def test_what_is_nobodys_own_words_a_name_or_the_front_is_taken_back_by_whoever_changed_it(
    id: str, field: str, value: str, by: str
) -> None:
    document = toms(item("named", section="people", item_type="person", ref=TOM, name="Tom"))
    changed = made(document, Set(front_of(document) if id == "front" else id, field, value), by=by)
    undone = made(changed, Void(last(changed)), by=by)
    assert undone.items == document.items
    assert made(undone, Restore(last(changed)), by=by).items == changed.items


@pytest.mark.parametrize(("by", "moves"), [(NAN, False), (TOM, True)])
def test_words_that_have_become_anothers_since_are_taken_back_by_nobody_else(by: str, moves: bool) -> None:
    document = made(toms(), Add(item("gone", section="open", by=by)), by=by)
    other = [*last(document)]
    document = made(document, Remove("gone"), by=by)
    document = made(document, Set(front_of(document), "title", "Ours"), by=by)
    other += last(document)
    said = Add(item("said", section="open", by=SOMEBODY, words="So"))
    changes = (said, Set("said", "words", "So it is"), Move("said", None, "b0"), Set("said", OWNER, SAM))
    document = made(document, *changes, by=by)
    added, worded, moved, named = (e.id for e in document.edits[-4:])
    for undoing in (Void, Restore):
        assert may(by, undoing((named,)), document), "a wrong name is taken back by whoever gave it"
        assert may(by, undoing((moved,)), document) is moves, "the order is its holder's"
        for one in (added, worded):
            assert not may(by, undoing((one,)), document)
            assert not may(by, undoing((*other, one)), document), "nor along with something else"
        assert may(by, undoing(tuple(other)), document)


def test_that_something_private_was_taken_away_is_told_by_its_holders_own_copy_with_it_alone() -> None:
    document = then(toms(), edit(Remove("secret"), by=TOM)._replace(at=2**50))
    for who, with_private, told in ((TOM, True, True), (TOM, False, False), (NAN, True, False), (None, True, False)):
        seen = seen_by(document, who, with_private=with_private)
        assert (changed_at(document, seen, who, with_private=with_private) == 2**50) is told


sections = st.sampled_from(["open", "shut", "office"])
somebody = st.sampled_from([WORKER, TOM, NAN, SAM, SOMEBODY, CHILD])


@st.composite
def held_documents(draw: st.DrawFn) -> Document:
    """Draw Tom's plan with words, answers and switches of anybody, allowed or not."""
    document = toms()
    for n in range(draw(st.integers(0, 6))):
        by, section = draw(somebody), draw(sections)
        if draw(st.booleans()):
            change: Change = PRIVACY.add({"private": draw(st.booleans())}, section=section, by=by, id=f"s{n}")
        else:
            parent = draw(st.sampled_from([None, "toms", "secret", "i0", "i1"]))
            whom = draw(st.sampled_from([EVERYONE, ONLY_ME]))
            one = item(f"i{n}", section=section, parent=parent, by=by, words=f"words number {n}", for_whom=whom)
            change = Add(one)
        document = then(document, edit(change, by=draw(somebody)))
    return document


@given(held_documents(), st.none() | st.sampled_from([WORKER, TOM, NAN]), st.booleans())
def test_the_leak_check_finds_out_by_itself_and_agrees_with_the_filter(
    document: Document, person: str | None, with_private: bool
) -> None:
    assert _shut(document, None) == private_sections(document)
    seen = seen_by(document, person, with_private=with_private)
    hidden = withheld(document, person, with_private=with_private)
    left = {str(i.fields.get("words")) for i in seen.items.values()}
    for id, one in document.items.items():
        words = str(one.fields.get("words") or "")
        if words.startswith("words number") and id not in seen.items and words not in left:
            assert words in hidden
    assert not left & set(hidden)


@given(held_documents(), st.sampled_from([WORKER, NAN, SAM, CHILD, SOMEBODY]), st.text(max_size=5))
def test_whatever_stands_in_it_nobody_else_ever_gets_at_the_young_persons_words(
    document: Document, actor: str, words: str
) -> None:
    for one in document.items.values():
        if one.by == TOM and one.section in ("open", "shut"):
            for change in (Set(one.id, "words", words), Set(one.id, "private", False), Remove(one.id)):
                assert not may(actor, change, document)


def test_the_holders_name_stands_in_every_copy_of_their_plan() -> None:
    document = toms(item("named", section="people", item_type="person", ref=TOM, name="Tom")._replace(by=WORKER))
    assert TOM in people(seen_by(document, None))
