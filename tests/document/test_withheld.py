"""What is kept for the worker can be found: which things, whose, since when, and which were read. Nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.own.model import OWN
from app.blocks.storyboard.model import PAGE
from app.blocks.worries.model import WORRY, remove_worry, write
from app.document import (
    EVERYONE,
    ONLY_ME,
    WORKER,
    Add,
    Document,
    Person,
    Set,
    fold,
    name_person,
    new_id,
    people,
    switch,
)
from app.document.answer import all_answers, answer, keep, show
from app.document.edit import AUDIENCE, OWNER
from app.document.family_people import rename_from_now
from app.document.item import IN_NO_COPY, ForWhom
from app.document.people import with_names
from app.document.saying import say
from app.document.withheld import (
    MOST_READINGS,
    WithheldItem,
    WithheldReading,
    as_asked,
    is_new,
    readings_of,
    with_reading,
    withheld_items,
)
from app.ui.actions.withheld_lines import told_kept
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from plans.good_lives import GOOD_LIVES
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.making import DAD, NAN, SAM, made
from tests.blocks.worrying import FEAR, HAPPENED, answered, without, worried_plan, worry
from tests.blocks.young_making import ASH, blank, says
from tests.document.making import documents, edit, item, then

PLAN = worried_plan()
SECRET = "I cannot say what I think at home"


def told(document: Document) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(t.who, t.asked, t.said) for t in told_kept(document)]


def at(document: Document, when: int) -> Document:
    """The document, whose last edit was made then."""
    *before, last = document.edits
    return fold(document.id, document.kind, (*before, last._replace(at=when)))


def test_an_answer_that_is_kept_is_found_with_whose_it_is_what_was_asked_and_what_was_said() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    ((who, asked, said),) = told(document)
    assert who == SAM.name
    assert asked == ("What do you think of this worry?", HAPPENED, FEAR)
    assert said == ("does not agree", SECRET)


def test_a_number_that_is_kept_is_found_with_its_line() -> None:
    document = answered(PLAN, worry(PLAN).scale.id, NAN.id, number=3)
    ((who, asked, said),) = told(document)
    assert (who, said) == (NAN.name, ("3",))
    assert asked[0] == "Where are we now on this line?"
    assert asked[-2:] == ("0 is: Nobody is there", "10 is: Somebody is there each night")


def test_that_somebody_would_rather_not_say_reaches_the_worker_too() -> None:
    ((_who, _asked, said),) = told(answered(PLAN, worry(PLAN).id, SAM.id, none="rather-not"))
    assert said == ("would rather not say",)


@pytest.mark.parametrize("said", [{"words": SECRET}, {"higher": "A lock"}, {"stand": "not"}, {"number": 0}], ids=str)
def test_whatever_somebody_says_of_something_alone_is_found(said: dict[str, object]) -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, **said)
    assert [(k.by, k.item_type) for k in withheld_items(document)] == [(SAM.id, "answer")]


def test_what_is_shown_is_not_kept_and_what_is_kept_again_is() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="agree", shown=True)
    assert told(document) == []
    (given_,) = all_answers(document, worry(document).id)
    document = made(document, keep(document, given_.id), by=SAM.id)
    assert [who for who, _asked, _said in told(document)] == [SAM.name]


def test_the_question_has_the_words_that_it_had_when_it_was_answered() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    document = made(document, [Set(worry(document).id, "happened", "Nothing happened")], by=WORKER)
    ((_who, asked, _said),) = told(document)
    assert asked == ("What do you think of this worry?", HAPPENED, FEAR)
    (kept,) = withheld_items(document)
    assert worry(as_asked(document, kept.id)).happened == HAPPENED


def test_an_answer_is_read_with_its_question_of_then_when_somebody_has_another_name_since() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    document = made(document, [Set(worry(document).id, "happened", "Nothing happened")], by=WORKER)
    document = made(document, rename_from_now(document, SAM.id, "Sammy"), by=WORKER)
    ((who, asked, said),) = told(document)
    assert who == "Sammy"
    assert asked == ("What do you think of this worry?", HAPPENED, FEAR)
    assert said == ("does not agree", SECRET)
    (kept,) = withheld_items(document)
    assert people(as_asked(document, kept.id))[SAM.id].name == "Sammy"


def test_what_still_has_the_words_that_were_answered_is_read_from_the_plan_as_it_is() -> None:
    document = made(PLAN, [Set(worry(PLAN).id, "happened", "Tom was alone for a night")], by=DAD.id)
    document = answered(document, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    (kept,) = withheld_items(document)
    assert as_asked(document, kept.id) is document
    later = made(document, say(document, "We sing", id="sung", section="good", by=NAN.id), by=NAN.id)
    later = answered(later, worry(later).id, NAN.id, stand="agree")
    assert as_asked(later, kept.id) is later, "nothing is made of edits again for each thing that is kept"
    assert as_asked(later, "nothing") is later


@pytest.mark.parametrize("answered_first", [True, False])
def test_words_that_were_changed_on_either_side_of_an_answer_are_those_of_its_time(answered_first: bool) -> None:
    changed = [Set(worry(PLAN).id, "happened", "Tom was alone for a night")]
    document = PLAN if answered_first else made(PLAN, changed, by=DAD.id)
    document = answered(document, worry(PLAN).id, SAM.id, stand="not")
    document = made(document, changed, by=DAD.id) if answered_first else document
    (kept,) = withheld_items(document)
    asked = HAPPENED if answered_first else "Tom was alone for a night"
    assert worry(as_asked(document, kept.id)).happened == asked


def test_an_answer_that_was_changed_later_was_given_to_the_words_of_that_time() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not")
    document = made(document, [Set(worry(document).id, "happened", "Tom was alone for a night")], by=DAD.id)
    (kept,) = withheld_items(document)
    document = made(document, answer(document, kept.id, about=worry(document).id, by=SAM.id, stand="agree"), by=SAM.id)
    assert as_asked(document, kept.id) is document
    document = made(document, [Set(worry(document).id, "happened", "Nothing happened")], by=DAD.id)
    assert worry(as_asked(document, kept.id)).happened == "Tom was alone for a night"


def test_what_was_kept_is_found_when_somebody_else_took_away_what_it_was_about() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    gone = made(document, remove_worry(document, worry(document).id), by=DAD.id)
    (found,) = told_kept(gone)
    assert found.said == ("does not agree", SECRET)
    assert found.asked == ("What do you think of this worry?", HAPPENED, FEAR)
    assert "taken out of the plan" in found.note


@pytest.mark.parametrize("others", range(6))
def test_so_it_is_beside_however_many_names_of_the_family(others: int) -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not", words=SECRET)
    gone = made(document, remove_worry(document, worry(document).id), by=DAD.id)
    family = made(fold("family", FAMILY, ()), [])
    for n in range(others):
        family = made(
            family, name_person(family, Person(f"p{n}", f"Person {n}", "family", 0, "circle"), position=f"a{n}")
        )
    (found,) = told_kept(with_names(gone, family))
    assert found.said == ("does not agree", SECRET)


def test_what_its_owner_took_back_is_not_there_any_more() -> None:
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="not")
    (given_,) = all_answers(document, worry(document).id)
    empty = answer(document, given_.id, about=worry(document).id, by=SAM.id, stand=None)
    assert told(made(document, empty, by=SAM.id)) == []


def own_page(by: str, whom: ForWhom = ONLY_ME) -> Document:
    page = PAGE.add({"kind": "safe-place"}, section="child", by=by, for_whom=whom, id="page")
    document = fold("plan", SAFETY_PLAN, [edit(page, by=by)])
    words = say(document, SECRET, id=new_id(), section="child", by=by, parent="page")
    return made(document, words, by=by)


def test_a_childs_own_page_is_found_with_its_question_as_long_as_not_everyone_may_see_it() -> None:
    document = own_page(SAM.id)
    (found,) = told_kept(document)
    assert found.asked == ("My safe place", "Where do you feel safe?")
    assert SECRET in found.said[0]
    assert found.page == "page"
    assert len(told(own_page(SAM.id, ForWhom("people", (NAN.id,))))) == 1
    assert told(made(document, [Set("page", AUDIENCE, EVERYONE)], by=SAM.id)) == []


def test_a_page_with_nothing_on_it_is_nothing_to_read() -> None:
    page = PAGE.add({"kind": "safe-place"}, section="child", by=SAM.id, for_whom=ONLY_ME)
    assert told(fold("plan", SAFETY_PLAN, [edit(page, by=SAM.id)])) == []
    asked = Add(item("asked", section="child", parent=page.item.id, item_type="answer", by=SAM.id, stand="not"))
    found = withheld_items(fold("plan", SAFETY_PLAN, [edit(page, by=SAM.id), edit(asked, by=SAM.id)]))
    assert [k.item_type for k in found] == [], "what everybody may see of an answer makes no page of it"


def test_a_drawing_of_just_draw_is_found() -> None:
    page = PAGE.add({"kind": ""}, section="mine", by="child", for_whom=ONLY_ME, id="page")
    line = Add(item("line", section="mine", parent="page", item_type="sticker", by="child", art="sun"))
    (found,) = told_kept(fold("drawings", DRAWINGS, [edit(page, by="child"), edit(line, by="child")]))
    assert (found.who, found.page) == ("The child", "page"), "also where a newer version drew what we cannot read"


def test_what_a_grown_up_keeps_alone_is_one_thing_a_person_and_nobody_elses_is_in_it() -> None:
    adds = [
        OWN.add({"question": q, "words": w}, section="own-plan", by=by, for_whom=IN_NO_COPY)
        for q, w, by in (("tell", "Fern", NAN.id), ("word", "Soup", NAN.id), ("word", "Pear", DAD.id))
    ]
    document = made(PLAN, (), by=WORKER)
    people = [e for e in document.edits if isinstance(e.change, Add) and e.change.item.section == "people"]
    found = told_kept(fold("plan", SAFETY_PLAN, [*people, *(edit(a, by=a.item.by) for a in adds)]))
    by_name = {t.who: " ".join(t.said) for t in found}
    assert set(by_name) == {NAN.name, DAD.name}
    assert "Fern" in by_name[NAN.name]
    assert "Soup" in by_name[NAN.name]
    assert "Pear" not in by_name[NAN.name]


def test_a_part_that_a_young_person_keeps_private_is_found_and_an_open_one_is_not() -> None:
    document = blank()
    holder = next(i.fields["whose"] for i in document.items.values() if "whose" in i.fields)
    for section, words in (("way", SECRET), ("me", "I like dogs")):
        said = say(document, words, id=new_id(), section=section, by=str(holder))
        document = made(document, said, by=str(holder))
    (found,) = told_kept(document)
    assert found.kept.section == "way"
    assert SECRET in found.said[0]
    document = made(document, switch(document, "way", to_private=False), by=str(holder))
    assert told(document) == []


def test_a_part_is_as_new_as_what_stands_in_it_and_no_newer_for_another_part_of_the_same_sort() -> None:
    document = at(says(blank(), "way", SECRET), 1_000)
    document = at(says(document, "me", "I like dogs"), 2_000)
    assert withheld_items(document) == (WithheldItem("way", ASH.id, "part", "way", 1_000),)
    document = at(says(document, "way", "More of it"), 3_000)
    document = at(says(document, "after", "My own room"), 2_500)
    assert [(k.id, k.at) for k in withheld_items(document)] == [("way", 3_000), ("after", 2_500)]


def test_what_the_worker_alone_wrote_in_a_private_part_is_nothing_to_find_whatever_is_said_elsewhere() -> None:
    document = says(blank(), "way", "Ash told me of the evenings", by=WORKER)
    document = says(document, "me", "I like dogs")
    assert told(document) == []
    ((who, _asked, said),) = told(says(document, "way", SECRET))
    assert who == ASH.name
    assert len(said) == 2, "beside what its holder says there the worker's words are read too"


def test_a_part_of_a_plan_that_nobody_holds_yet_is_whose_who_spoke_first_in_it() -> None:
    nobodys = fold("plan", GOOD_LIVES, ())
    first = then(nobodys, edit(Add(item("first", section="way", by="child", words=SECRET)), by="child"))
    both = then(first, edit(Add(item("then", section="way", by=NAN.id, words="I know")), by=NAN.id))
    assert [k.by for k in withheld_items(first)] == ["child"]
    assert [k.by for k in withheld_items(both)] == ["child"]


def test_the_workers_own_papers_are_nobody_elses_to_find_there() -> None:
    mine = OWN.add({"question": "tell", "words": "mine"}, section="own-plan", by=WORKER, for_whom=IN_NO_COPY)
    assert withheld_items(fold("plan", SAFETY_PLAN, [edit(mine)])) == ()
    nans = OWN.add(
        {"question": "word", "words": "Fern"}, section="own-plan", by=NAN.id, for_whom=ONLY_ME, position="a1"
    )
    assert [k.by for k in withheld_items(fold("plan", SAFETY_PLAN, [edit(mine), edit(nans)]))] == [NAN.id]
    assert withheld_items(answered(PLAN, worry(PLAN).id, WORKER, stand="agree")) == ()


def test_the_newest_stands_first_and_to_say_whose_it_is_makes_nothing_new() -> None:
    early = at(answered(PLAN, worry(PLAN).id, SAM.id, stand="not"), 1_000)
    both = at(answered(early, worry(PLAN).id, NAN.id, stand="agree"), 2_000)
    assert [k.by for k in withheld_items(both)] == [NAN.id, SAM.id]
    page = PAGE.add({"kind": "", "caption": "Me"}, section="child", by="child", for_whom=ONLY_ME, id="page")
    document = fold("plan", SAFETY_PLAN, [edit(page, by="child")])
    (before,) = withheld_items(document)
    named = then(document, edit(Set("page", OWNER, SAM.id))._replace(at=2**50))
    (after,) = withheld_items(named)
    assert (before.by, after.by) == ("child", SAM.id)
    assert after.at == before.at


def test_of_a_document_without_its_edits_nobody_can_tell_since_when_something_is_kept() -> None:
    own = OWN.add({"question": "tell", "words": SECRET}, section="own-plan", by=NAN.id, for_whom=ONLY_ME)
    document = then(own_page(SAM.id), edit(own, by=NAN.id))
    for one in (answered(PLAN, worry(PLAN).id, SAM.id, stand="not"), document, says(blank(), "way", SECRET)):
        found = withheld_items(Document(one.id, one.kind, one.items))
        assert {k.id for k in found} == {k.id for k in withheld_items(one)}
        assert {k.at for k in found} == {0}


def test_something_is_new_until_it_was_read_as_it_stands() -> None:
    kept = WithheldItem("a", SAM.id, "answer", "worries", 1_000)
    assert is_new(kept, ())
    record = with_reading(None, "plan", kept, now=5_000, plans=("plan",))
    assert readings_of(record, "plan", "a") == (WithheldReading(1_000, 5_000),)
    assert not is_new(kept, readings_of(record, "plan", "a"))
    assert is_new(kept._replace(at=1_001), readings_of(record, "plan", "a")), "changed since: to be read again"
    assert readings_of(record, "another", "a") == ()


def test_of_a_plan_that_is_gone_no_reading_is_kept_and_of_one_thing_only_the_latest() -> None:
    kept = WithheldItem("a", SAM.id, "answer", "worries", 1_000)
    record = with_reading(None, "gone", kept, now=1, plans=("gone",))
    for n in range(MOST_READINGS + 5):
        record = with_reading(record, "plan", kept, now=n, plans=("plan",))
    assert set(record) == {"plan"}
    assert len(readings_of(record, "plan", "a")) == MOST_READINGS
    assert readings_of(record, "plan", "a")[-1].at == MOST_READINGS + 4


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3), lambda s: st.lists(s) | st.dictionaries(st.text(max_size=3), s)
)


@given(JSON)
def test_a_record_of_whatever_shape_reads_as_nothing_read(record: object) -> None:
    readings_of(record, "plan", "a")
    kept = WithheldItem("a", SAM.id, "answer", "worries", 1_000)
    assert not is_new(kept, readings_of(with_reading(record, "plan", kept, now=1, plans=("plan",)), "plan", "a"))


@given(documents)
def test_no_document_is_too_odd_to_look_for_what_is_kept(document: Document) -> None:
    for kept in withheld_items(document):
        assert kept.by != WORKER
        as_asked(document, kept.id)


def test_every_answer_is_either_shown_or_found() -> None:
    document = PLAN
    for n, shown in enumerate((True, False, True, False)):
        document = answered(document, worry(document).id, (SAM, NAN, DAD, SAM)[n].id, shown=shown, words=f"w{n}")
    found = {k.id for k in withheld_items(document)}
    all_ = all_answers(document, worry(document).id)
    assert {a.id for a in all_ if a.shown} | found == {a.id for a in all_}
    assert {w for t in told_kept(document) for w in t.said} == {"w1", "w3"}


def test_a_plan_in_which_nobody_kept_anything_has_nothing() -> None:
    assert withheld_items(PLAN) == ()
    document = answered(PLAN, worry(PLAN).id, SAM.id, stand="agree", shown=True)
    assert withheld_items(without(document, set())) == ()
    assert show(document, "nothing") == ()
    assert write(document, "worries", "w", WORRY, by=WORKER, for_whom=EVERYONE) == ()
