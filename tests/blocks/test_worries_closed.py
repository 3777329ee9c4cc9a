"""A worry that is none any more: who closes it, what is told of it, where it stands, and that it is opened again."""

from datetime import date

import pytest

from app.blocks.review.changes import since
from app.blocks.worries.closed import (
    PROUD,
    close,
    done_worries,
    may_say_so,
    open_again,
    says_so,
    what_did_it,
    without_done,
)
from app.blocks.worries.model import MOST, WORRY, add_worry, open_worries, worries, write
from app.blocks.worries.screen.editor import steps
from app.document import CHILD, EVERYONE, WORKER, Add, Document, Set, may, people, seen_by
from app.document.saying import say
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.sheet import Heading, texts
from plans.safety_health import to_talk_about
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.making import DAD, NAN, TOM, made
from tests.blocks.plan_making import after, on, plan
from tests.blocks.worrying import FEAR, HAPPENED, SECTION, answered, worried_plan, worry

DAY = date(2026, 6, 1)
DID = "Nan comes every evening"
PROUD_OF = "I say good night myself now"


def closed(document: Document, *, by: str = DAD.id) -> Document:
    document = made(document, what_did_it(document, worry(document).id, DID))
    return made(document, close(document, worry(document).id, by=by, day=DAY))


def proud(document: Document, words: str = PROUD_OF) -> Document:
    id, about = "proud-1", worry(document).id
    return made(document, say(document, words, id=id, section="worries", by=TOM.id, parent=about, asked=PROUD))


def told(document: Document) -> str:
    return " ".join(" ".join((t.words, t.note)) for t in outline(document))


def printed(document: Document) -> str:
    return " ".join(texts(sheet(seen_by(document, None), for_name="", made=DAY)))


def test_a_worry_is_closed_with_what_did_it_who_says_so_and_the_day_and_stays_to_be_found() -> None:
    document = closed(worried_plan())
    assert open_worries(document, "worries") == ()
    (done,) = done_worries(document, "worries")
    assert (done.did, done.done, done.done_by, done.happened) == (DID, DAY, DAD.id, HAPPENED)
    assert says_so(done, people(document)).replace("\u2068", "").replace("\u2069", "") == (
        "Dadster says so, Monday 1 June 2026"
    )
    assert close(document, done.id, by=WORKER, day=DAY) == ()


def test_it_is_a_worry_again_with_all_that_was_said() -> None:
    document = proud(closed(worried_plan()))
    document = made(document, open_again(document, worry(document).id))
    assert done_worries(document, "worries") == ()
    (again,) = open_worries(document, "worries")
    assert (again.happened, again.fear, again.did) == (HAPPENED, FEAR, DID)
    assert open_again(document, again.id) == ()


@pytest.mark.parametrize("actor", [DAD.id, NAN.id, TOM.id, CHILD])
def test_nobody_closes_a_worry_against_the_worker_and_everybody_may_open_it_again(actor: str) -> None:
    document = worried_plan()
    changes = close(document, worry(document).id, by=DAD.id, day=DAY)
    assert all(may(WORKER, c, document) for c in changes)
    assert not [c for c in changes if may(actor, c, document)]
    new = WORRY.add({"happened": "x", "done": "2026-06-01"}, section="worries", by=actor)
    assert not may(actor, new, document)
    document = closed(document)
    assert all(may(actor, c, document) for c in open_again(document, worry(document).id))


def test_only_who_is_worried_or_the_worker_is_said_to_say_so() -> None:
    document = worried_plan()
    id = worry(document).id
    assert may_say_so(worry(document)) == (DAD.id, WORKER)
    assert [p for p in (WORKER, DAD.id, NAN.id) if may(WORKER, Set(id, "done-by", p), document)] == [WORKER, DAD.id]


def test_its_numbers_stand_from_first_to_last_of_those_alone_who_show_theirs() -> None:
    document = worried_plan()
    line = worry(document).scale.id
    for number, day in ((3, date(2026, 5, 4)), (8, DAY)):
        document = answered(document, line, NAN.id, shown=True, day=day, number=number)
    document = closed(answered(document, line, TOM.id, number=1))
    words = printed(document)
    assert "Nan: 3, on Monday 4 May 2026, then 8, on Monday 1 June 2026" in words.replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert "Tom" not in words.replace("Tom was alone", "").replace("Tom could be", "")
    assert "5.5" not in words


def test_on_paper_and_in_show_it_stands_apart_with_what_people_are_proud_of() -> None:
    document = proud(closed(worried_plan()))
    headings = [p.words for p in sheet(seen_by(document, None), for_name="", made=DAY).parts if isinstance(p, Heading)]
    assert "Worries" not in headings
    assert "Not a worry any more" in headings
    for words in (HAPPENED, FEAR, DID, PROUD_OF, "Monday 1 June 2026"):
        assert words in printed(document)
        assert words in told(document)


def test_what_changed_tells_first_that_it_is_a_worry_no_more_and_when_it_is_one_again() -> None:
    document = worried_plan()
    before = date.fromtimestamp(document.edits[-1].at / 1000)
    later = date(2027, 1, 1)
    id = worry(document).id
    document = on(document, later, close(document, id, by=WORKER, day=DAY))
    (said,) = since(document, before, person=None, read=summary_line)
    assert said.replace("\u2068", "").startswith("Not a worry any more: Dadster")
    document = on(document, date(2027, 2, 1), open_again(document, id))
    (again,) = since(document, later, person=None, read=summary_line)
    assert again.replace("\u2068", "").startswith("Open again: Dadster")


def safety(*, done: bool) -> Document:
    document = plan(kind=SAFETY_PLAN)
    document = after(document, [Set(next(i.id for i in document.items.values() if i.section == "front"), "stage", 2)])
    said = write(document, "worries", "w", WORRY, by=NAN.id, for_whom=EVERYONE, happened=HAPPENED)
    document = after(document, said)
    return after(document, close(document, "w", by=NAN.id, day=DAY)) if done else document


def test_no_check_speaks_of_it_any_more_and_it_is_not_on_the_one_page_but_on_the_whole_plan() -> None:
    def asked(document: Document) -> set[str]:
        return {o.slug for o in to_talk_about(document, DAY) if o.section == "worries"}

    assert asked(safety(done=False)) == {"worry-goal", "worry-scale"}
    assert asked(safety(done=True)) == set()

    def on_(paper: str, document: Document) -> str:
        return " ".join(texts(sheet(seen_by(document, None), for_name="", made=DAY, printed=paper)))

    assert HAPPENED in on_("page", safety(done=False))
    assert HAPPENED not in on_("page", safety(done=True))
    assert HAPPENED in on_("whole", safety(done=True))
    assert "w" not in without_done(safety(done=True)).items


def test_it_takes_no_room_from_another_worry_and_has_one_step_of_its_own() -> None:
    document = worried_plan()
    for n in range(MOST - 1):
        document = made(document, add_worry(document, "worries", f"w{n}", by=NAN.id, for_whom=EVERYONE))
    assert add_worry(document, "worries", "w", by=NAN.id, for_whom=EVERYONE) == ()
    first = worry(document).id
    document = made(document, close(document, first, by=WORKER, day=DAY))
    assert [type(c) for c in add_worry(document, "worries", "w", by=NAN.id, for_whom=EVERYONE)] == [Add] * 3
    assert [(s.key, s.title) for s in steps(document, SECTION)] == [
        ("worries", "Worry 2"),
        ("w1", "Worry 3"),
        ("worries-done", "Not a worry any more"),
    ]
    assert len(worries(document, "worries")) == MOST


def test_an_old_plans_worries_are_worries() -> None:
    assert [w.done for w in worries(worried_plan(), "worries")] == [None]
    document = made(worried_plan(), [Set(worry(worried_plan()).id, "done", "soon")])
    assert len(open_worries(document, "worries")) == 1
