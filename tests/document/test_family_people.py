"""People change: names of then and of now, ages that grow, who left, and two who are one. Nothing is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    EVERYONE,
    PEOPLE,
    WORKER,
    Add,
    Change,
    Document,
    ForWhom,
    NotAccepted,
    Person,
    Set,
    may,
    name_person,
    people,
    seen_by,
    sees,
    who_then,
)
from app.document.answer import ANSWER, answer, shown_answers
from app.document.duplicate import duplicate
from app.document.edit import Void
from app.document.family_people import (
    are_two,
    as_the_family_says,
    correct,
    ids_of,
    join,
    joined_to,
    leave,
    leave_as_it_is,
    left_as_it_is,
    rename_from_now,
    say_age,
    worker_hands_on,
)
from app.document.header import begin, header
from app.document.people import LEFT, age_on, here, read_person, with_earlier, youngest_on
from app.document.saying import say
from tests.document.making import NAN, SAM, TOM, documents, edit, item, of, plan, then, values

DAY = date(2026, 5, 4)
NAN_1, NAN_2, MIA = "nan-first-id-01", "nan-again-id-02", "mia-her-own-id3"


def named(*people_: tuple[str, str, str]) -> Document:
    """Return a family (or a plan) in which these stand: id, name, role."""
    document = plan(edit(begin(title="The Otters", youngest=7)))
    for n, (id, name, role) in enumerate(people_):
        person = Person(id, name, role, n % 5, "circle")
        document = did(document, name_person(document, person, position=f"a{n}"))
    return document


def did(document: Document, changes: tuple[Change, ...]) -> Document:
    for change in changes:
        assert may(WORKER, change, document)
        document = then(document, edit(change))
    return document


def spoke(document: Document, id: str, by: str, words: str = "hello") -> Document:
    return did(document, say(document, words, id=id, section="story", by=by))


def name_at(document: Document, item_: str, person: str) -> str:
    return who_then(document, item_, people(document))[person].name


OTTERS = named((NAN_1, "Nan", "family"), (NAN_2, "Nanna", "family"), (MIA, "Mia", "child"))


def test_a_mistake_in_a_name_is_put_right_everywhere() -> None:
    document = spoke(OTTERS, "s", NAN_1)
    document = did(document, correct(document, NAN_1, name=" Nan Jo ", role="carer"))
    assert (people(document)[NAN_1].name, people(document)[NAN_1].role) == ("Nan Jo", "carer")
    assert name_at(document, "s", NAN_1) == "Nan Jo"
    assert correct(document, NAN_1, name="Nan Jo") == ()
    assert correct(document, "nobody", name="x") == ()
    for fields in ({"name": " "}, {"name": "x" * 61}, {"role": "dog"}, {"colour": 9}):
        with pytest.raises(NotAccepted):
            correct(document, NAN_1, **fields)


def test_a_new_name_counts_from_now_and_what_was_said_stays_under_the_name_of_then() -> None:
    document = spoke(OTTERS, "s1", NAN_1)
    document = spoke(did(document, rename_from_now(document, NAN_1, "Nan Jo")), "s2", NAN_1)
    document = spoke(did(document, rename_from_now(document, NAN_1, "Granny Jo")), "s3", NAN_1)
    for seen in (document, seen_by(document, None), seen_by(document, NAN_1)):
        assert [name_at(seen, s, NAN_1) for s in ("s1", "s2", "s3")] == ["Nan", "Nan Jo", "Granny Jo"]
        assert people(seen)[NAN_1].name == "Granny Jo"
        assert name_at(seen, "s1", MIA) if MIA in people(seen) else True
    assert rename_from_now(document, NAN_1, "Granny Jo") == ()


def test_a_mistake_that_is_put_right_after_a_new_name_leaves_the_name_of_then() -> None:
    document = spoke(OTTERS, "s1", NAN_1)
    document = did(document, rename_from_now(document, NAN_1, "Nan Joe"))
    document = did(document, correct(document, NAN_1, name="Nan Jo"))
    assert (name_at(document, "s1", NAN_1), people(document)[NAN_1].name) == ("Nan", "Nan Jo")


def test_another_plan_like_it_keeps_the_names_of_then() -> None:
    document = spoke(OTTERS, "s1", NAN_1, "before")
    document = did(document, rename_from_now(document, NAN_1, "Nan Jo"))
    document = did(document, say(document, "below", id="s3", section="story", by=NAN_1, parent="s1"))
    document = spoke(document, "s2", NAN_1, "after")
    copy = then(plan(), *(edit(c) for c in duplicate(document, title="Again")))
    told = {i.fields["words"]: name_at(copy, i.id, NAN_1) for i in copy.items.values() if i.item_type == "saying"}
    assert told == {"before": "Nan", "after": "Nan Jo", "below": "Nan Jo"}


@given(documents, st.sampled_from([NAN, TOM, SAM]), st.text(max_size=5))
def test_whoever_is_called_otherwise_nothing_else_changes(document: Document, person: str, name: str) -> None:
    document = then(document, edit(Add(item("p", section=PEOPLE, item_type="person", ref=person, name="Before"))))
    try:
        changes = rename_from_now(document, person, name)
    except NotAccepted:
        return
    after = then(document, *(edit(c) for c in changes))
    for id, i in document.items.items():
        assert after.items[id]._replace(fields={}) == i._replace(fields={})
        if i.section != PEOPLE:
            assert after.items[id] == i
            assert who_then(after, id, people(after)).get(person, people(document).get(person)) is not None


@pytest.mark.parametrize(
    ("said", "today", "age"),
    [
        (date(2026, 5, 4), date(2026, 5, 4), 7),
        (date(2026, 5, 4), date(2027, 5, 3), 7),
        (date(2026, 5, 4), date(2027, 5, 4), 8),
        (date(2024, 2, 29), date(2025, 2, 28), 7),
        (date(2024, 2, 29), date(2025, 3, 1), 8),
        (date(2026, 5, 4), date(2020, 1, 1), 7),
    ],
)
def test_an_age_grows_from_the_day_on_which_it_was_said(said: date, today: date, age: int) -> None:
    document = did(OTTERS, say_age(OTTERS, MIA, 7, said))
    assert age_on(people(document)[MIA], today) == age


def test_the_youngest_is_the_youngest_child_who_is_here_and_whose_age_is_known() -> None:
    document = named((MIA, "Mia", "child"), (TOM, "Tom", "child"), (NAN, "Nan", "family"))
    assert youngest_on(document, DAY) is None
    for who, age in ((MIA, 7), (TOM, 3), (NAN, 1)):
        document = did(document, say_age(document, who, age, DAY))
    assert youngest_on(document, DAY) == 3
    assert youngest_on(document, date(2028, 5, 4)) == 5
    assert youngest_on(did(document, leave(document, TOM, "moved", DAY)), DAY) == 7
    assert youngest_on(did(document, say_age(document, TOM, None, DAY)), DAY) == 7
    with pytest.raises(NotAccepted):
        say_age(document, MIA, 121, DAY)


@pytest.mark.parametrize("why", LEFT)
def test_who_left_is_named_and_cannot_be_chosen_and_can_come_back(why: str) -> None:
    document = spoke(OTTERS, "s", NAN_1)
    gone = did(document, leave(document, NAN_1, why, DAY))
    assert people(gone)[NAN_1].left == why
    assert NAN_1 not in here(gone, people(gone))
    assert name_at(gone, "s", NAN_1) == "Nan"
    assert "s" in seen_by(gone, None).items
    back = did(gone, leave(gone, NAN_1, "", DAY))
    assert NAN_1 in here(back, people(back))
    assert leave(document, WORKER, why, DAY) == ()


def test_only_the_worker_says_who_left_and_who_was_typed_twice() -> None:
    for changes in (leave(OTTERS, NAN_1, "moved", DAY), join(OTTERS, NAN_2, NAN_1)):
        assert changes
        assert all(may(WORKER, c, OTTERS) for c in changes)
        assert not any(may(who, c, OTTERS) for c in changes for who in (NAN_1, NAN_2, MIA))
    twice = Add(item("x", section=PEOPLE, item_type="person", by=MIA, ref="x", name="x", same=NAN_1))
    assert not may(MIA, twice, OTTERS)
    assert may(MIA, Set(people_item(OTTERS, MIA), "name", "Mimi"), OTTERS)


def people_item(document: Document, person: str) -> str:
    return next(i.id for i in document.children(None, section=PEOPLE) if read_person(i).id == person)


def test_two_who_are_one_are_read_as_one_and_are_two_again() -> None:
    document = spoke(spoke(OTTERS, "s1", NAN_1, "first"), "s2", NAN_2, "second")
    document = did(
        document, say(document, "hers", id="s3", section="story", by=MIA, for_whom=ForWhom("people", (NAN_2,)))
    )
    one = did(document, join(document, NAN_2, NAN_1))
    assert list(people(one)) == [NAN_1, MIA]
    assert [one.items[s].by for s in ("s1", "s2")] == [NAN_1, NAN_1]
    assert "s3" in seen_by(one, NAN_1).items
    assert sees(one.items["s3"], NAN_1)
    assert [p.name for p in joined_to(one, NAN_1)] == ["Nanna"]
    assert joined_to(one, MIA) == joined_to(one, NAN_2) == ()
    assert ids_of(one, NAN_1) == ids_of(one, NAN_2) == {NAN_1, NAN_2}
    two = did(one, are_two(one, NAN_2))
    assert {id: i for id, i in two.items.items() if i.section != PEOPLE} == {
        id: i for id, i in document.items.items() if i.section != PEOPLE
    }
    assert people(two) == people(document)
    assert ids_of(two, NAN_1) == {NAN_1}


def test_an_own_page_of_either_is_the_one_persons_own() -> None:
    document = then(OTTERS, edit(Add(item("mine", section="mine", by=NAN_2, item_type="page", words="x")), by=NAN_2))
    one = did(document, join(document, NAN_2, NAN_1))
    assert may(NAN_1, Set("mine", "words", "y"), one)
    assert not may(MIA, Set("mine", "words", "y"), one)
    assert not may(WORKER, Set("mine", "words", "y"), one)


def test_answers_of_both_are_the_one_persons() -> None:
    document = did(OTTERS, say(OTTERS, "about", id="about", section="story", by=MIA))
    for id, by in (("b1", NAN_1), ("a2", NAN_2)):
        made = answer(document, id, about="about", by=by, stand="agree")
        document = then(document, *(edit(c, by=by) for c in made), edit(Set(id, "@for", EVERYONE), by=by))
    assert {a.by for a in shown_answers(document, "about")} == {NAN_1, NAN_2}
    one = did(document, join(document, NAN_2, NAN_1))
    assert [(a.by, a.id) for a in shown_answers(one, "about")] == [(NAN_1, "a2")], "the last of both"
    assert {i.id for i in one.items.values() if i.item_type == ANSWER.slug} == {"b1", "a2"}


def test_nobody_becomes_the_worker_and_nobody_is_joined_to_themselves_or_to_who_is_not_known() -> None:
    document = did(OTTERS, name_person(OTTERS, Person(WORKER, "Jo", "professional", 2, "square"), position="a9"))
    for who, same in ((NAN_1, WORKER), (WORKER, NAN_1), (NAN_1, NAN_1), (NAN_1, "x"), ("x", NAN_1)):
        assert join(document, who, same) == ()
    forced = then(document, edit(Set(people_item(document, NAN_1), "same", WORKER)))
    assert forced.same == {}
    assert people(forced) == people(document)


_ids = [NAN_1, NAN_2, MIA, TOM]
_joins = st.lists(st.tuples(st.sampled_from(_ids), st.sampled_from([*_ids, WORKER, "nobody", ""])), max_size=6)


@given(documents, _joins)
def test_however_people_are_joined_nothing_is_lost_and_nobody_else_sees_more(
    document: Document, joins: list[tuple[str, str]]
) -> None:
    for n, id in enumerate(_ids):
        document = then(
            document,
            edit(Add(item(f"p-{id}", section=PEOPLE, item_type="person", position=f"a{n}", ref=id, name=id))),
            edit(Add(item(f"s-{id}", by=id, for_whom=ForWhom("people", (_ids[n - 1],)), words=id))),
            edit(Add(item(f"o-{id}", section="mine", by=id, for_whom=ForWhom("worker"), words=id))),
        )
    one = document
    for who, same in joins:
        one = then(one, edit(Set(f"p-{who}", "same", same or None)))
    assert one.items.keys() == document.items.keys()
    for id in document.items:
        assert one.items[id].position == document.items[id].position
    for stranger in (*_ids, SAM, None):
        if stranger in one.same or stranger in one.same.values():
            continue
        assert seen_by(one, stranger).items.keys() - document_people(one) == (
            seen_by(document, stranger).items.keys() - document_people(document)
        )
        if stranger is not None:
            assert all(
                may(stranger, Set(id, "words", "x"), one) == may(stranger, Set(id, "words", "x"), document)
                for id in document.items
                if not id.startswith("p-")
            )
    # The one person sees what either saw, and no more.
    for first in {one.same.get(id, id) for id in _ids}:
        either = set().union(*(seen_by(document, id).items.keys() for id in ids_of(one, first)))
        assert seen_by(one, first).items.keys() - document_people(one) <= either | {
            i.id for i in one.items.values() if one.ancestors(i)
        }
    for who in _ids:
        one = then(one, edit(Set(f"p-{who}", "same", None)))
    assert {k: i for k, i in one.items.items() if i.section != PEOPLE} == {
        k: i for k, i in document.items.items() if i.section != PEOPLE
    }


def document_people(document: Document) -> set[str]:
    return {i.id for i in document.items.values() if i.section == PEOPLE}


@given(_joins, st.data())
def test_edits_one_by_one_and_all_at_once_make_the_same_people(
    joins: list[tuple[str, str]], data: st.DataObject
) -> None:
    edits = [edit(Add(item(f"p-{id}", section=PEOPLE, item_type="person", ref=id, name=id))) for id in _ids]
    edits += [edit(Add(item(f"s-{id}", by=id))) for id in _ids]
    edits += [edit(Set(f"p-{who}", "same", same or None)) for who, same in joins]
    edits += [edit(Void((data.draw(st.sampled_from([e.id for e in edits])),)))] if data.draw(st.booleans()) else []
    at_once = plan(*edits)
    one_by_one = plan()
    for e in data.draw(st.permutations(edits)):
        one_by_one = then(one_by_one, e)
    assert (one_by_one.items, one_by_one.same) == (at_once.items, at_once.same)


@given(st.dictionaries(st.sampled_from(["ref", "age", "age-day", "left", "left-day", "same", "aside"]), values))
def test_whatever_stands_in_a_person_they_can_still_be_read(fields: dict[str, str]) -> None:
    document = of(item("p", section=PEOPLE, item_type="person", name="Nan", **fields))
    for person in people(document).values():
        assert person.left in ("", *LEFT)
        assert age_on(person, DAY) is None or person.age is not None
    youngest_on(document, DAY)


def test_a_plan_learns_what_the_family_says_and_only_of_whom_it_names() -> None:
    family = OTTERS
    told = spoke(named((NAN_1, "Nan", "family")), "s", NAN_1)
    jo = Person(WORKER, "Jo", "professional", 2, "square")
    assert as_the_family_says(told, family, jo, DAY) == ()
    family = did(family, rename_from_now(family, NAN_1, "Nan Jo"))
    family = did(family, correct(family, NAN_1, role="carer", colour=4))
    family = did(family, leave(family, NAN_1, "moved", DAY))
    family = did(family, say_age(family, MIA, 5, DAY))
    learned = did(told, as_the_family_says(told, family, jo, DAY))
    nan = people(learned)[NAN_1]
    assert (nan.name, nan.role, nan.colour, nan.left) == ("Nan Jo", "carer", 4, "moved")
    assert name_at(learned, "s", NAN_1) == "Nan"
    assert people(learned).keys() == {NAN_1}
    assert header(learned).youngest == 5
    assert as_the_family_says(learned, family, jo, DAY) == ()


def test_a_plan_that_came_after_a_new_name_knows_no_other() -> None:
    family = did(OTTERS, rename_from_now(OTTERS, NAN_1, "Nan Jo"))
    told = spoke(named((NAN_1, "Nan Jo", "family")), "s", NAN_1)
    assert as_the_family_says(told, family, None, DAY) == ()
    family = did(family, correct(family, NAN_1, name="Nan Joe"))
    told = did(told, as_the_family_says(told, family, None, DAY))
    assert name_at(told, "s", NAN_1) == "Nan Joe"


def test_a_plan_learns_the_workers_name_from_the_tablet_where_the_family_does_not_say_it() -> None:
    told = spoke(named((WORKER, "Jo", "professional")), "s", WORKER)
    jo = Person(WORKER, "Jo Miller", "professional", 2, "square")
    learned = did(told, as_the_family_says(told, OTTERS, jo, DAY))
    assert people(learned)[WORKER].name == "Jo Miller"
    assert as_the_family_says(told, OTTERS, None, DAY) == ()


def test_a_plan_learns_that_two_are_one_and_two_again() -> None:
    told = spoke(named((NAN_2, "Nanna", "family")), "s", NAN_2)
    family = did(OTTERS, join(OTTERS, NAN_2, NAN_1))
    one = did(told, as_the_family_says(told, family, None, DAY))
    assert [p.name for p in people(one).values()] == ["Nan"]
    assert one.items["s"].by == NAN_1
    assert as_the_family_says(one, family, None, DAY) == ()
    family = did(family, are_two(family, NAN_2))
    two = did(one, as_the_family_says(one, family, None, DAY))
    assert two.items["s"].by == NAN_2
    assert people(two)[NAN_2].name == "Nanna"


def test_a_plan_that_names_both_learns_that_they_are_one_and_names_nobody_again() -> None:
    told = named((NAN_1, "Nan", "family"), (NAN_2, "Nanna", "family"))
    family = did(OTTERS, join(OTTERS, NAN_2, NAN_1))
    one = did(told, as_the_family_says(told, family, None, DAY))
    assert [p.name for p in people(one).values()] == ["Nan"]
    assert [i.fields["ref"] for i in one.children(None, section="people")] == [NAN_1, NAN_2]


@pytest.mark.parametrize("known", [True, False])
def test_a_colleague_is_the_worker_and_what_was_said_before_stays_the_earlier_workers(known: bool) -> None:
    jo = Person(WORKER, "Jo", "professional", 2, "square")
    family = did(OTTERS, name_person(OTTERS, jo, position="a9")) if known else OTTERS
    told = spoke(named((WORKER, "Jo", "professional")), "s", WORKER)
    family = did(family, worker_hands_on(family, "Sam", jo._replace(id="jo-was-here-0001"), DAY))
    told = spoke(did(told, as_the_family_says(told, family, jo, DAY)), "s2", WORKER)
    assert people(family)[WORKER].name == people(told)[WORKER].name == "Sam"
    assert [name_at(told, s, WORKER) for s in ("s", "s2")] == ["Jo", "Sam"]
    gone = people(told)["jo-was-here-0001"]
    assert (gone.name, gone.role, gone.left) == ("Jo", "professional", "handed-on")
    assert people(family)["jo-was-here-0001"] == gone
    assert as_the_family_says(told, family, jo, DAY) == ()


def test_on_a_plans_screen_the_earlier_names_are_those_that_the_plan_knows() -> None:
    family = did(OTTERS, rename_from_now(OTTERS, NAN_1, "Nan Jo"))
    told = spoke(named((NAN_1, "Nan", "family")), "s", NAN_1)
    told = did(told, as_the_family_says(told, family, None, DAY))
    who = with_earlier(people(family), told)
    assert (who_then(told, "s", who)[NAN_1].name, who[NAN_1].name, who[MIA].earlier) == ("Nan", "Nan Jo", ())


def test_who_stands_in_a_plan_is_who_it_names_without_who_left_or_was_taken_out() -> None:
    told = named((WORKER, "Jo", "professional"), (NAN_1, "Nan", "family"), (MIA, "Mia", "child"))
    everybody = people(OTTERS) | people(told)
    assert here(told, everybody).keys() == {WORKER, NAN_1, MIA}
    told = did(told, (Set(people_item(told, NAN_1), "aside", True),))
    assert here(told, everybody).keys() == {WORKER, MIA}
    told = did(told, name_person(told, everybody[NAN_1], position="a0"))
    assert NAN_1 in here(told, everybody)


def test_what_is_left_as_it_is_is_remembered_once() -> None:
    document = did(OTTERS, leave_as_it_is(OTTERS, "row:who"))
    assert left_as_it_is(document) == {"row:who"}
    assert leave_as_it_is(document, "row:who") == ()
