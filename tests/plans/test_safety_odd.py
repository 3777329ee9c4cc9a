"""A safety plan with what people type: gaps, days that are over, very many lines, two of one name, somebody gone."""

import pytest

from app.blocks.registry import BLOCKS
from app.blocks.review.changes import what_changed
from app.blocks.rings.model import add_member
from app.blocks.rows.model import add_row, rows, set_cell
from app.blocks.worries.model import WORRY, write
from app.document import AUDIENCE, EVERYONE, ONLY_ME, Document, Person, Remove, Set, name_person, seen_by
from app.document.header import change_header
from app.document.people import item_of
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.sayings.outline import promise_lines
from app.sheet import texts
from app.ui.screens.step_list import steps_of
from plans.safety_health import to_talk_about
from plans.safety_lines import cases
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.plan_making import DAD, NAN, TOM, after, says
from tests.export.copying import make_copy
from tests.plans.test_safety_plan import DAY, empty, row, section

PAPER_SLUGS = tuple(p.slug for p in SAFETY_PLAN.papers)


def printed(document: Document, person: str | None = None, paper: str = "whole") -> str:
    """Return all the words of a copy for somebody; the file is made too, so that a leak would stop it."""
    make_copy(document, person, made=DAY, language="en", photos=NONE, printed=paper)
    made = sheet(seen_by(document, person), for_name="", made=DAY, printed=paper)
    return " ".join(" ".join(texts(made)).split()).replace("\u2068", "").replace("\u2069", "")


def test_a_rule_that_nobody_does_yet_is_printed_as_it_is_and_is_talked_about_with_the_worker_alone() -> None:
    document = row(empty(), "rules", "r", rule="We eat at six")
    assert "We eat at six" in printed(document)
    assert "Who does it?" not in printed(document)
    assert "rule-doer" in [one.slug for one in to_talk_about(document, DAY)]
    assert "rule-doer" not in [
        o.slug for o in to_talk_about(after(document, set_cell(document, "r", "who", DAD.id)), DAY)
    ]


def test_a_day_that_is_over_stays_as_it_was_written_and_takes_nobody_to_task() -> None:
    document = row(empty(), "steps", what="Bring a bed", who=NAN.id, until="1999-01-01")
    document = row(document, "promises", what="Call on Friday", who=DAD.id, until="1999-01-08")
    document = after(document, change_header(document, next="1999-02-01"))
    words = printed(document)
    assert "Friday 1 January 1999" in words
    assert not [w for w in ("late", "overdue", "missed") if w in words.lower()]
    assert promise_lines(document, DAY) == (
        "Nan: Bring a bed · Was due by Friday 1 January 1999",
        "Dadster: Call on Friday · Was due by Friday 8 January 1999",
    )
    asked = "How did it go? The date for something has passed."
    assert [o.words for o in to_talk_about(document, DAY) if o.section == "steps"] == [asked]


def test_five_hundred_rules_stand_in_order_on_screen_and_paper_and_are_talked_about_once() -> None:
    document, declared = empty(), section("rules")
    for n in range(500):
        document = after(
            document, add_row(document, declared, by="worker", id=f"r{n:03}", cells={"rule": f"Rule {n}."})
        )
    assert [r.cells["rule"] for r in rows(document, "rules")] == [f"Rule {n}." for n in range(500)]
    (_heading, table) = BLOCKS["rows"].parts(document, "rules")
    assert len(table.rows) == 500  # type: ignore[union-attr]
    assert len(steps_of(document, [declared])) == 1
    asked = [o.slug for o in to_talk_about(document, DAY)]
    assert (asked.count("rule-doer"), asked.count("rule-checker")) == (1, 1)


def everywhere(document: Document, person: Person) -> Document:
    """Return the plan with somebody named in it wherever somebody can be."""
    id = person.id
    document = says(document, "We eat together", by=id, day=DAY, section="going-well")
    document = row(document, "steps", what="Bring a bed", who=id)
    document = row(document, "rules", rule="We eat at six", who=id, checks=id, steps_in=id)
    document = row(document, "if-then", if_="It gets late", then="We collect", first=id, second=id)
    document = row(document, "promises", what="Call on Friday", who=id, whom=id)
    document = row(document, "copies", who=id, may="must-not", why="A court said so")
    document = after(document, add_member(document, section("network"), id="m", person=id))
    changes = write(document, "worries", "w", WORRY, by=id, for_whom=EVERYONE, happened="Nobody was there")
    return after(document, changes)


@pytest.mark.parametrize("person", [NAN, DAD, TOM], ids=lambda p: p.name)
def test_somebody_who_is_taken_out_of_the_plan_leaves_their_words_and_nothing_dangles(person: Person) -> None:
    document = everywhere(empty(), person)
    named = item_of(document, person.id)
    assert named is not None
    gone = after(document, [Remove(named.id)])
    for paper in PAPER_SLUGS:
        words = printed(gone, None, paper)
        assert person.name not in words
    words = printed(gone)
    for said in ("We eat together", "Bring a bed", "We eat at six", "We collect", "Call on Friday", "Nobody was there"):
        assert said in words
    assert "Somebody" in words
    assert person.id not in words
    assert len(outline(gone)) == len(outline(document))
    assert cases(gone)[0].people == ("Somebody", "Somebody")
    assert promise_lines(gone, DAY) == ("Somebody: Call on Friday", "Somebody: Bring a bed")
    to_talk_about(gone, DAY)
    steps_of(gone, SAFETY_PLAN.sections)
    back = name_person(gone, person, position="b0")
    assert person.name in printed(after(gone, back))


def test_two_people_of_one_name_stay_two_and_what_one_keeps_is_not_in_the_others_copy() -> None:
    other = Person("p-nan-2", "Nan", "family", 1, "square")
    document = after(empty(), name_person(empty(), other, position="z0"))
    document = row(document, "worse", "mine", name="The key box", phone="0117 496 0111")
    document = row(document, "worse", "theirs", name="The blue door", phone="0117 496 0222")
    document = after(document, [Set("mine", AUDIENCE, ONLY_ME._replace(reach="people", people=(NAN.id,)))])
    document = after(document, [Set("theirs", AUDIENCE, ONLY_ME._replace(reach="people", people=(other.id,)))])
    document = row(document, "steps", what="Bring a bed", who=NAN.id)
    document = row(document, "steps", what="Bring a lamp", who=other.id)
    for paper in PAPER_SLUGS:
        if paper not in ("page", "whole"):
            continue
        mine, theirs = printed(document, NAN.id, paper), printed(document, other.id, paper)
        assert ("The key box" in mine, "The blue door" in mine) == (True, False)
        assert ("The key box" in theirs, "The blue door" in theirs) == (False, True)
        assert "Bring a bed" in mine
        assert "Bring a lamp" in mine
    assert [r.cells["who"] for r in rows(document, "steps")] == [NAN.id, other.id]
    assert list(what_changed(seen_by(empty(), NAN.id), seen_by(document, NAN.id), summary_line))
