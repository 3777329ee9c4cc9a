"""What is one grown-up's own: nobody else writes it, it is in no copy at all, and no trace of it is anywhere else."""

import io

import pytest
from pypdf import PdfReader

from app.blocks.own.model import OWN, questions, write, written
from app.blocks.review.changes import since
from app.document import (
    AUDIENCE,
    EVERYONE,
    IN_NO_COPY,
    OWNER,
    WORKER,
    Add,
    Change,
    Document,
    Move,
    NotAccepted,
    Remove,
    Set,
    Void,
    may,
    people,
    seen_by,
)
from app.document.answer import alone_scope
from app.document.duplicate import words_of
from app.export.leaks import withheld
from app.export.outline import on_top, outline, summary_line
from app.ink.photo import NONE
from app.store.summaries import summary_of
from app.ui.screens.step_list import steps_of
from plans.safety_health import to_talk_about
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.making import made
from tests.blocks.plan_making import DAD, NAN, TOM, after, says
from tests.export.copying import make_copy
from tests.plans.test_safety_plan import DAY, empty, section

SECRET = "My sister Fern on 0117 496 0999"
OWN_PLAN = section("own-plan")
EVERYBODY = (None, WORKER, NAN.id, DAD.id, TOM.id)


def kept(id: str = "own", question: str = "tell", words: str = SECRET, *, by: str = NAN.id) -> Document:
    """A plan in which somebody wrote something of their own, in their own hands."""
    document = says(empty(), "We eat together", by=NAN.id, day=DAY, section="going-well")
    changes = write(document, OWN_PLAN, id, question, words, by=by)
    return made(document, changes, by=by, undo_scope=alone_scope("own-plan"))


def test_what_somebody_wrote_is_read_back_to_them_and_to_nobody_else() -> None:
    document = kept()
    assert [(w.question, w.words) for w in written(document, "own-plan", by=NAN.id)] == [("tell", SECRET)]
    assert written(document, "own-plan", by=DAD.id) == ()
    assert document.items["own"].for_whom == IN_NO_COPY


def test_other_words_are_one_change_the_same_none_and_nothing_at_all_begins_nothing() -> None:
    document = kept()
    assert write(document, OWN_PLAN, "own", "tell", SECRET, by=NAN.id) == ()
    assert write(document, OWN_PLAN, "own", "tell", "", by=NAN.id) == (Set("own", "words", ""),)
    assert write(document, OWN_PLAN, "new", "place", " ", by=NAN.id) == ()
    with pytest.raises(NotAccepted):
        write(document, OWN_PLAN, "new", "place", "x" * 5_001, by=NAN.id)


def test_two_tabs_that_write_to_one_question_lose_neither() -> None:
    document = made(kept(), write(kept(), OWN_PLAN, "other", "tell", "The school", by=NAN.id), by=NAN.id)
    assert [w.words for w in written(document, "own-plan", by=NAN.id)] == [SECRET, "The school"]


@pytest.mark.parametrize("actor", [WORKER, DAD.id, TOM.id])
@pytest.mark.parametrize(
    "change",
    [
        Set("own", "words", "x"),
        Set("own", AUDIENCE, EVERYONE),
        Set("own", OWNER, DAD.id),
        Move("own", None, "b0"),
        Remove("own"),
        Add(OWN.add({"question": "tell", "words": "x"}, section="own-plan", by=NAN.id).item),
        Add(OWN.add({"question": "tell"}, section="own-plan", by=NAN.id, parent="own").item),
    ],
    ids=str,
)
def test_nobody_else_changes_or_begins_it_the_worker_not_either(actor: str, change: Change) -> None:
    document = kept()
    assert not may(actor, change, document)
    assert may(NAN.id, change, document)


def test_nobody_else_takes_it_back() -> None:
    document = kept()
    edits = tuple(e.id for e in document.edits if e.actor == NAN.id)
    assert not may(WORKER, Void(edits), document)


@pytest.mark.parametrize("person", EVERYBODY)
def test_it_is_in_nobodys_copy_its_owners_not_either_whatever_its_items_say(person: str | None) -> None:
    document = after(kept(), [Set("own", AUDIENCE, EVERYONE)], by=NAN.id)
    assert "own" not in seen_by(document, person).items
    looked_for = withheld(document, person, with_private=True)
    assert any("0117" in words or "Fern" in words for words in looked_for), "no leak would be found"
    for paper in SAFETY_PLAN.papers:
        file = make_copy(document, person, made=DAY, language="en", photos=NONE, printed=paper.slug).file
        read = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)
        assert not [word for word in ("Fern", "0999", "alone", "Who I tell") if word in read]


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_copy_is_to_the_last_word_the_one_that_it_would_be_without(person: str | None) -> None:
    without = says(empty(), "We eat together", by=NAN.id, day=DAY, section="going-well")

    def told(document: Document) -> list[tuple[str, str, object]]:
        return sorted((i.section, i.by, sorted(i.fields.items())) for i in seen_by(document, person).items.values())

    assert told(kept(by=DAD.id)) == told(without)


def test_what_changed_what_stands_on_top_what_is_to_talk_about_and_the_card_say_nothing_of_it() -> None:
    document, without = kept(), says(empty(), "We eat together", by=NAN.id, day=DAY, section="going-well")
    assert summary_line(document, document.items["own"]) is None
    assert on_top(document) == on_top(without)
    assert to_talk_about(document, DAY) == to_talk_about(without, DAY)
    assert summary_of(document).changed == max(
        e.at for e in document.edits if e.actor == WORKER or "own" not in str(e.change)
    )
    for person in EVERYBODY:
        assert not [
            line for line in since(document, DAY.replace(year=2020), person=person, read=summary_line) if "Fern" in line
        ]
    assert list(people(document)) == list(people(without))
    assert SECRET not in words_of(document), "it goes along into another plan"


def test_the_step_of_it_is_the_same_whether_or_not_something_stands_there() -> None:
    assert steps_of(kept(), [OWN_PLAN]) == steps_of(empty(), [OWN_PLAN])


def test_the_worker_alone_is_told_all_of_it_with_the_pin_and_an_emptied_line_is_not_told() -> None:
    (line,) = [t for t in outline(kept()) if t.item_type == "own"]
    assert (line.who, line.words) == ("Nan", f"Who I tell: {SECRET}")
    emptied = after(kept(), [Set("own", "words", " ")], by=NAN.id)
    assert not [t for t in outline(emptied) if t.section == "own-plan"]


def test_nothing_that_is_asked_there_is_asked_of_what_the_other_does() -> None:
    assert [q.slug for q in questions(OWN_PLAN)] == ["place", "tell", "word", "take", "reach"]
