"""What each person may see: the smaller document that every copy is made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    AUDIENCE,
    CHILD,
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    PEOPLE,
    PERSON,
    WORKER,
    Add,
    Change,
    Document,
    ForWhom,
    Item,
    Move,
    Remove,
    Set,
    Unknown,
    Void,
    people,
    read_person,
    seen_by,
    sees,
)
from app.document.copy_rules import OFFICE
from app.document.sharing import changed_at
from tests.document.making import KIND, NAN, PEOPLE_IDS, SAM, TOM, documents, edit, item, of, plan, then

PICKED = ForWhom("people", (NAN,))
PICKED_NOBODY_ELSE = ForWhom("people", (TOM, WORKER))
NEWER = ForWhom("a-newer-version's")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reach", "who_sees"),
    [
        (EVERYONE, {None, WORKER, TOM, SAM, NAN, OFFICE}),
        (PICKED, {WORKER, TOM, NAN, OFFICE}),
        (PICKED_NOBODY_ELSE, {WORKER, TOM}),
        (ForWhom("people"), {WORKER, TOM}),
        (ONLY_ME, {WORKER, TOM}),
        (IN_NO_COPY, set()),
        (NEWER, set()),
    ],
)
def test_each_reach_shows_a_thing_of_toms_to_these_people_and_no_others(
    reach: ForWhom, who_sees: set[str | None]
) -> None:
    toms = item("toms", by=TOM, for_whom=reach)
    everybody = (None, WORKER, TOM, SAM, NAN, OFFICE)
    assert {p for p in everybody if sees(toms, p)} == who_sees
    # What is between two is in nobody's copy, as both are told: theirs would lie about at home.
    copies = who_sees if reach in (EVERYONE, PICKED) else set()
    assert {p for p in everybody if "toms" in seen_by(of(toms), p).items} == copies


def test_below_a_hidden_page_nothing_is_left() -> None:
    document = of(
        item("page", by=TOM, for_whom=ONLY_ME),
        item("words", parent="page", words="secret"),
        item("deeper", parent="words", by=NAN),
    )
    assert not seen_by(document, None).items
    assert not seen_by(document, NAN).items
    assert not seen_by(document, TOM).items, "a child's own copy lies about at home"


def test_words_hidden_from_somebody_are_left_out_of_a_page_that_they_may_see() -> None:
    document = of(item("page"), item("open", parent="page"), item("shut", parent="page", by=TOM, for_whom=ONLY_ME))
    assert set(seen_by(document, NAN).items) == {"page", "open"}


@pytest.mark.parametrize("person", [None, WORKER, TOM])
def test_the_set_up_sheet_is_in_no_copy_not_even_the_workers_whatever_its_items_say(person: str | None) -> None:
    document = of(
        item("why", section="setup", for_whom=IN_NO_COPY),
        item("slip", section="setup", for_whom=EVERYONE),
        item("below", section="story", parent="slip", for_whom=EVERYONE),
    )
    assert not seen_by(document, person).items


@pytest.mark.parametrize("person", [None, WORKER, TOM])
def test_a_section_that_this_version_does_not_know_is_in_no_copy(person: str | None) -> None:
    assert not seen_by(of(item("i", section="a-newer-version's", by=TOM)), person).items


def test_no_edits_go_along_for_they_hold_what_was_taken_out() -> None:
    document = of(item("open"), item("shut", by=TOM, for_whom=ONLY_ME, words="secret"))
    seen = seen_by(document, None)
    assert seen.edits == ()
    assert "secret" not in repr(vars(seen))
    assert (seen.id, seen.kind) == (document.id, document.kind)
    assert not seen.knows(document.edits[0].id)


def test_nothing_can_be_brought_back_by_going_on_from_a_copy() -> None:
    seen = seen_by(of(item("shut", by=TOM, for_whom=ONLY_ME)), None)
    assert not then(seen, edit(Add(item("new", parent="shut")))).items


def person(id: str, name: str) -> Item:
    return item(f"person-{id}", section=PEOPLE, item_type="person", ref=id, name=name)


def test_people_are_named_who_speak_wrote_down_or_are_named_in_what_is_left_and_no_others() -> None:
    document = of(
        person(TOM, "Tom"),
        person(SAM, "Sam"),
        person(NAN, "Nan"),
        person("dad", "Dad"),
        person("jo", "Jo"),
        item("words", by=TOM, words="hello", scribe="jo"),
        item("secret", by="dad", for_whom=ONLY_ME),
        item("below", parent="secret", by=SAM),
    )
    assert {p.name for p in people(seen_by(document, None)).values()} == {"Tom", "Jo"}
    assert {p.name for p in people(seen_by(document, NAN)).values()} == {"Tom", "Jo", "Nan"}
    assert {p.name for p in people(seen_by(document, "dad")).values()} == {"Tom", "Jo", "Dad"}
    shown = then(document, edit(Set("secret", AUDIENCE, PICKED)))
    assert {p.name for p in people(seen_by(shown, "dad")).values()} == {"Tom", "Jo", "Dad", "Sam"}


@given(documents, st.none() | st.sampled_from(PEOPLE_IDS))
def test_nothing_is_left_that_its_line_forbids_and_nothing_else_is_missing(
    document: Document, person: str | None
) -> None:
    seen = seen_by(document, person)
    open_sections = {"front", PEOPLE, *(s.slug for s in KIND.sections if s.in_copies)}

    def allowed(one: Item) -> bool:
        line = [one]
        while line[-1].parent is not None:
            line.append(document.items[line[-1].parent])
        return all(i.section in open_sections and sees(i, person) and shown(i) for i in line)

    def shown(one: Item) -> bool:
        """To everybody, or to somebody besides whose it is and the worker: what is between those two is on no paper."""
        reach, chosen = one.for_whom
        return reach == "everyone" or (reach == "people" and bool({*chosen} - {one.by, WORKER}))

    for one in document.items.values():
        if one.id in seen.items:
            assert seen.items[one.id] == one
            assert allowed(one)
        elif one.section != PEOPLE:
            assert not allowed(one)
    assert all(i.parent is None or i.parent in seen.items or i.section == PEOPLE for i in seen.items.values())


@given(documents, st.none() | st.sampled_from(PEOPLE_IDS))
def test_whoever_is_named_by_what_is_left_still_has_a_name_there(document: Document, person: str | None) -> None:
    seen = seen_by(document, person)
    could_be_named = {p for p, who in people(document).items() if sees_person(document, p, person)}
    left = people(seen)
    for one in seen.items.values():
        if one.section != PEOPLE and one.by in could_be_named:
            assert one.by in left


def sees_person(document: Document, id: str, reader: str | None) -> bool:
    """Whether the item that names somebody may itself be seen."""
    items = document.children(None, section=PEOPLE, item_type=PERSON.slug)
    return any(read_person(i).id == id and sees(i, reader) for i in items)


@given(documents)
def test_a_copy_for_nobody_in_particular_holds_nothing_that_some_person_may_not_see_but_names(
    document: Document,
) -> None:
    for reader in (WORKER, CHILD, TOM, NAN):
        theirs = set(seen_by(document, reader).items)
        assert {k for k, i in seen_by(document, None).items.items() if i.section != PEOPLE} <= theirs


def test_whoever_something_hangs_below_is_named_though_they_are_named_by_nothing_else() -> None:
    document = of(
        person(SAM, "Sam"),
        person("mo", "Mo")._replace(parent=f"person-{SAM}"),
        person(NAN, "Nan"),
        item("words", parent="person-mo", by=TOM),
        item("more", parent="person-mo", by=TOM),
    )
    assert set(seen_by(document, None).items) == {f"person-{SAM}", "person-mo", "words", "more"}


NARROW = ForWhom("people", (SAM,))
OPEN, SHUT, BELOW = item("open"), item("shut", for_whom=NARROW), item("below", parent="shut")


@pytest.mark.parametrize(
    ("before", "changes", "told"),
    [
        ([OPEN], [Set("open", "words", "x")], 0),
        ([OPEN], [Move("open", None, "b0")], 0),
        ([OPEN], [Remove("open")], 0),
        ([OPEN, item("below", parent="open")], [Remove("below")], 0),
        ([OPEN, item("below", parent="open")], [Remove("open"), Remove("below")], 0),
        ([OPEN, SHUT._replace(parent="open")], [Remove("shut")], None),
        ([OPEN], [Set("open", AUDIENCE, NARROW), Remove("open")], None),
        ([SHUT], [Set("shut", "words", "x")], None),
        ([SHUT], [Move("shut", None, "b0")], None),
        ([SHUT], [Remove("shut")], None),
        ([SHUT, BELOW], [Remove("below")], None),
        ([SHUT, BELOW], [Remove("shut"), Remove("below")], None),
        ([SHUT], [Set("shut", AUDIENCE, EVERYONE), Set("shut", AUDIENCE, NARROW)], None),
        ([SHUT], [Set("shut", AUDIENCE, EVERYONE)], 0),
        ([item("sheet", section="setup")], [Remove("sheet")], None),
        ([item("newer", section="a-newer-version's")], [Remove("newer")], None),
        ([item("asked", item_type="answer", words="x")], [Set("asked", "words", "y"), Remove("asked")], None),
        ([item("owed", item_type="owed-copy")], [Set("owed", "made", "2026-05-04"), Remove("owed")], None),
        ([], [Remove("never-there"), Unknown(99, [])], None),
    ],
    ids=str,
)
def test_when_a_plan_was_changed_is_told_by_what_its_reader_may_see_and_by_nothing_else(
    before: list[Item], changes: list[Change], told: int | None
) -> None:
    first = edit(Add(item("first")))._replace(at=1_000)
    there = then(plan(first), *(edit(Add(i))._replace(at=900) for i in before))
    after = [edit(c)._replace(at=2_000 + n) for n, c in enumerate(changes)]
    document = then(there, *after)
    last = 1_000 if told is None else 2_000 + told
    assert changed_at(document, seen_by(document, NAN), NAN, with_private=True) == last
    undone = then(document, edit(Void(tuple(e.id for e in after)))._replace(at=3_000))
    assert changed_at(undone, seen_by(undone, NAN), NAN, with_private=True) == 1_000


def test_of_a_plan_of_which_somebody_sees_nothing_no_day_is_told() -> None:
    document = of(item("shut", for_whom=NARROW))
    assert changed_at(document, seen_by(document, NAN), NAN, with_private=True) is None
