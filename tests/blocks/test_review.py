"""Looking again: each time is kept, the next day is set, and what changed is told without giving anything away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.review.changes import last_met, since
from app.blocks.review.model import begin_review, look_again_on, reviews, take_away, write
from app.document import AUDIENCE, EVERYONE, ONLY_ME, Document, ForWhom, Remove, Section, Set, seen_by
from app.document.copies_due import copies_due, promise_copy
from app.document.copy_rules import no_more_owed
from app.document.header import header
from app.document.people import name_person
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.sheet import texts
from tests.blocks.plan_making import DAD, NAN, PLAN, TOM, after, on, plan, says
from tests.plans.test_safety_papers import whole

FIRST, SECOND, THIRD = date(2026, 5, 4), date(2026, 5, 18), date(2026, 6, 1)
AGAIN = PLAN.section("again") or Section(slug="", block="", title="")


def told(document: Document, day: date = FIRST, person: str | None = None) -> list[str]:
    return [bare(line) for line in since(document, day, person=person, read=summary_line)]


def bare(words: str) -> str:
    return "".join(c for c in words if c not in "\u2066\u2067\u2068\u2069")


def reviewed(document: Document, day: date) -> Document:
    return on(document, day, begin_review(document, AGAIN, by="worker", day=day))


def test_a_review_is_begun_once_a_day_and_keeps_who_came_and_what_is_different() -> None:
    document = reviewed(reviewed(plan(), SECOND), SECOND)
    (one,) = reviews(document, "again")
    assert (one.day, one.came, one.words, one.next) == (SECOND, "", "", None)
    document = after(document, write(document, one.id, "came", "Nan, Dad and Mr Bell"))
    document = after(document, write(document, one.id, "words", "Mornings are calmer."))
    assert write(document, one.id, "words", "Mornings are calmer.") == ()
    document = reviewed(document, THIRD)
    assert [(r.day, r.came) for r in reviews(document, "again")] == [(SECOND, "Nan, Dad and Mr Bell"), (THIRD, "")]
    gone = after(document, take_away(one.id))
    assert [r.day for r in reviews(gone, "again")] == [THIRD]


def test_the_day_on_which_we_look_again_stands_on_the_front_too() -> None:
    document = reviewed(plan(), SECOND)
    (one,) = reviews(document, "again")
    document = after(document, look_again_on(document, one.id, THIRD))
    assert reviews(document, "again")[0].next == THIRD
    assert header(document).next == THIRD.isoformat()
    assert look_again_on(document, one.id, THIRD) == ()


def test_a_review_that_is_gone_takes_no_words_and_no_day() -> None:
    assert write(plan(), "gone", "words", "x") == ()
    assert look_again_on(plan(), "gone", THIRD) == ()


def test_we_last_met_at_the_review_before_today_and_else_on_the_first_day() -> None:
    document = plan(day=FIRST)
    assert last_met(document, "again", today=FIRST) is None
    assert last_met(document, "again", today=SECOND) == FIRST
    document = reviewed(document, SECOND)
    assert last_met(document, "again", today=SECOND) == FIRST
    assert last_met(document, "again", today=THIRD) == SECOND


def test_what_is_new_what_reads_otherwise_and_what_is_gone_is_told() -> None:
    document = plan(day=FIRST)
    document = says(document, "We eat together", by=NAN.id, day=FIRST, id="meals")
    document = says(document, "Dad shouts at night", by=DAD.id, day=FIRST, id="night")
    assert told(document) == []
    document = says(document, "We eat together on Sundays", by=NAN.id, day=SECOND, id="meals")
    document = says(document, "Biscuit sleeps on my bed", by=TOM.id, day=SECOND)
    document = on(document, SECOND, [Remove("night")])
    assert told(document) == [
        "Nan now: We eat together on Sundays",
        "New: Tom: Biscuit sleeps on my bed",
        "Not in the plan any more: Something that was said",
    ]


def test_words_that_were_taken_out_are_never_quoted() -> None:
    document = says(plan(day=FIRST), "Dad shouts at night", by=DAD.id, day=FIRST, id="night")
    cut = says(document, "Dad is calmer", by=DAD.id, day=SECOND, id="night")
    for now in (cut, on(document, SECOND, [Remove("night")]), on(document, SECOND, [Set("night", AUDIENCE, ONLY_ME)])):
        assert told(now)
        assert "shouts" not in " ".join(told(now))


def test_what_was_done_on_the_day_itself_is_known_to_those_who_met() -> None:
    document = says(reviewed(plan(day=FIRST), SECOND), "Said at the meeting", by=NAN.id, day=SECOND)
    assert told(document, SECOND) == []
    assert told(document, FIRST) == ["New: Nan: Said at the meeting"]


def test_what_was_said_and_taken_back_between_two_meetings_is_no_change() -> None:
    document = says(plan(day=FIRST), "Only for a moment", by=NAN.id, day=SECOND, id="moment")
    assert told(on(document, SECOND, [Remove("moment")])) == []


def test_a_new_name_for_somebody_is_no_change_of_the_plan() -> None:
    document = says(plan(day=FIRST), "We eat together", by=NAN.id, day=FIRST)
    renamed = on(document, SECOND, name_person(document, NAN._replace(name="Gran"), position="a3"))
    assert told(renamed) == []


def test_nobody_is_told_more_than_their_own_copies_tell() -> None:
    document = plan(day=FIRST)
    secret = says(document, "I am afraid of Dadster", by=TOM.id, day=SECOND, section="mine", whom=ONLY_ME)
    for person in (None, NAN.id, DAD.id, TOM.id):
        assert told(secret, person=person) == []
    for_nan = says(document, "Only for Nan", by=TOM.id, day=SECOND, whom=ForWhom("people", (NAN.id,)))
    assert told(for_nan, person=NAN.id)
    assert told(for_nan, person=DAD.id) == told(for_nan) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(["", "first", "second"]),
            st.sampled_from([EVERYONE, ONLY_ME, ForWhom("people", (NAN.id,))]),
            st.sampled_from([FIRST, SECOND, THIRD]),
        ),
        max_size=8,
    ),
    st.sampled_from([None, NAN.id, DAD.id]),
)
def test_every_word_that_is_told_stands_in_the_readers_own_copy_of_today(
    steps: list[tuple[str, str, ForWhom, date]], person: str | None
) -> None:
    document = plan(day=FIRST)
    for id, words, whom, day in sorted(steps, key=lambda s: s[3]):
        document = says(document, f"{words} {id}" if words else "", by=TOM.id, day=day, id=id, whom=whom)
    copy = " ".join(texts(sheet(seen_by(document, person), for_name="", made=THIRD)))
    for line in told(document, FIRST, person):
        if not line.startswith("Not in the plan any more"):
            assert line.split(": ", 2)[-1] in copy


def test_a_review_is_on_paper_with_its_day_and_told_to_whoever_asks() -> None:
    document = reviewed(plan(), SECOND)
    (one,) = reviews(document, "again")
    document = after(document, write(document, one.id, "words", "Mornings are calmer."))
    document = after(document, write(document, one.id, "came", "Nan and Mr Bell"))
    document = after(document, look_again_on(document, one.id, THIRD))
    read = [bare(t) for t in texts(sheet(seen_by(document, None), for_name="", made=THIRD))]
    assert "Look again" in read
    assert "Monday 18 May 2026" in read
    assert "Mornings are calmer." in read
    assert "Who came: Nan and Mr Bell. We look again on Monday 1 June 2026." in read
    assert [t.words for t in outline(document)] == ["Look again", "Mornings are calmer."]


def test_before_the_first_review_there_is_nothing_on_paper() -> None:
    assert outline(plan()) == ()
    assert "Look again" not in list(texts(sheet(plan(), for_name="", made=THIRD)))


@pytest.mark.parametrize("odd", [7, "soon", None, b"x"])
def test_a_day_that_cannot_be_read_is_none_and_the_rest_stays(odd: object) -> None:
    document = reviewed(plan(), SECOND)
    (one,) = reviews(document, "again")
    document = after(document, [Set(one.id, "next", odd), Set(one.id, "day", odd)])  # type: ignore[arg-type]
    (read,) = reviews(document, "again")
    assert (read.day, read.next) == (None, None)
    assert last_met(document, "again", today=FIRST + timedelta(days=30)) == FIRST


def test_that_a_copy_is_promised_no_more_is_no_change_to_be_told() -> None:
    """Somebody to whom the worker gives none after all would ask why: at the table nothing tells of a rule."""
    begun = whole()
    promised = on(begun, FIRST, promise_copy(begun, whom=DAD.id, until=THIRD, what="Bring a copy", for_whom=EVERYONE))
    assert [p.whom for p in copies_due(promised)] == [DAD.id]
    changes = no_more_owed(promised, DAD.id)
    assert changes
    assert told(on(promised, SECOND, changes)) == told(promised)
