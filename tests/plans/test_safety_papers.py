"""The safety plan's papers as files: each holds what its reader may see of it, and nothing that is kept."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from app.document import AUDIENCE, EVERYONE, ONLY_ME, Change, Document, Remove, Set, Void
from app.document.answer import ANSWER
from app.document.copies_due import made_for, promise_copy
from app.document.kind import Printed
from app.ink.photo import NONE
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.plan_making import DAD, NAN, TOM, after, on, says
from tests.export.copying import make_copy
from tests.pdf.checker import checked_pdf
from tests.plans.test_safety_plan import DAY, empty, row

KEPT = ("0117 496 0999", "Aunt Fern", "I hide in the wardrobe", "a court said so", "calls the refuge")


def whole() -> Document:
    document = row(empty(), "must-haves", what="Dad sees Tom with Nan there", set_by="The council")
    document = row(document, "worse", name="Nan", phone="0117 496 0123", when="Any time")
    document = row(document, "worse", "secret", name="Aunt Fern", phone="0117 496 0999")
    document = after(document, [Set("secret", AUDIENCE, ONLY_ME)])
    document = row(document, "rules", rule="We eat at six", who=DAD.id, checks=NAN.id)
    document = row(document, "copies", "must-not", who=DAD.id, may="must-not", why="a court said so")
    document = says(document, "I hide in the wardrobe", by=TOM.id, day=DAY, section="child", whom=ONLY_ME)
    return says(document, "She calls the refuge", by=NAN.id, day=DAY, section="harder", whom=ONLY_ME)


def text(document: Document, person: str | None, paper: str) -> str:
    file = make_copy(document, person, made=date(2026, 5, 4), language="en", photos=NONE, printed=paper).file
    checked_pdf(file)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages).split())


@pytest.mark.parametrize("paper", SAFETY_PLAN.papers, ids=lambda p: p.slug)
@pytest.mark.parametrize("person", [None, DAD.id])
def test_what_somebody_keeps_is_on_none_of_anybody_elses_papers(paper: Printed, person: str | None) -> None:
    read = text(whole(), person, paper.slug)
    assert [words for words in KEPT if words in read] == []


@pytest.mark.parametrize(
    ("paper", "holds", "leaves_out"),
    [
        ("page", ("Dad sees Tom with Nan there", "The council", "0117 496 0123"), ("We eat at six",)),
        ("whole", ("Dad sees Tom with Nan there", "0117 496 0123", "We eat at six", "Dadster"), ()),
        ("fridge", ("We eat at six", "0117 496 0123"), ("Dad sees Tom", "The council")),
        ("card", ("Nan", "0117 496 0123"), ("Tom", "We eat at six", "Dad sees", "Our plan")),
    ],
)
def test_each_paper_holds_what_it_is_for(paper: str, holds: tuple[str, ...], leaves_out: tuple[str, ...]) -> None:
    read = text(whole(), None, paper)
    assert [words for words in holds if words not in read] == []
    assert [words for words in leaves_out if words in read] == []


@pytest.mark.parametrize("paper", SAFETY_PLAN.papers, ids=lambda p: p.slug)
def test_a_plan_in_which_nothing_stands_yet_makes_a_paper_all_the_same(paper: Printed) -> None:
    assert "Made on Monday 4 May 2026." in text(empty(), None, paper.slug)


def copy_of(document: Document, person: str | None, paper: str = "whole") -> str:
    return "".join(c for c in text(document, person, paper) if c not in "\u2068\u2069")


@pytest.mark.parametrize("paper", ["page", "whole"])
def test_the_front_says_which_version_it_is_and_who_may_hold_it(paper: str) -> None:
    assert "This is the version of Monday 4 May 2026. Only Dadster may hold this copy." in copy_of(
        whole(), DAD.id, paper
    )
    assert "This is the version of Monday 4 May 2026. Jo tells you who may hold this copy." in copy_of(
        whole(), None, paper
    )


@pytest.mark.parametrize("paper", ["fridge", "card"])
def test_what_hangs_or_is_carried_where_others_see_it_names_no_holder(paper: str) -> None:
    read = copy_of(whole(), DAD.id, paper)
    assert "may hold this copy" not in read
    assert "version" not in read


LATER = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ([Set("rule", "rule", "We eat at seven")], True),
        ([Remove("rule")], True),
        ([Set("rule", AUDIENCE, ONLY_ME), Remove("rule")], False),
        ([Set("secret", "name", "Aunt Ivy")], False),
        ([Remove("secret")], False),
        ([Set("must-not", "why", "A judge said so")], False),
    ],
    ids=["changed", "taken away", "kept and taken away", "kept", "kept before and taken away", "the worker's paper"],
)
def test_the_version_is_the_day_on_which_what_its_reader_sees_was_changed_and_no_other(
    then: list[Change], told: bool
) -> None:
    document = row(whole(), "rules", "rule", rule="We eat at six")
    document = on(document, LATER, then)
    assert ("version of Monday 1 June 2026" in copy_of(document, None)) == told
    assert ("version of Monday 4 May 2026" in copy_of(document, None)) != told


def test_a_copy_that_is_owed_or_was_made_makes_no_new_version() -> None:
    document = after(whole(), promise_copy(whole(), whom=DAD.id, until=LATER, what="Bring a copy", for_whom=EVERYONE))
    document = on(document, LATER, made_for(document, DAD.id, LATER))
    assert "version of Monday 4 May 2026" in copy_of(document, None)


def test_when_somebody_answered_alone_is_not_told_by_the_version() -> None:
    document = row(whole(), "rules", "rule", rule="We eat at six")
    shown = ANSWER.add({"stand": "agree"}, section="rules", parent="rule", by=NAN.id, for_whom=EVERYONE)
    assert "version of Monday 4 May 2026" in copy_of(on(document, LATER, [shown], by=NAN.id), None)


def test_what_was_undone_makes_no_new_version() -> None:
    document = on(row(whole(), "rules", "rule", rule="We eat at six"), LATER, [Set("rule", "rule", "We eat at seven")])
    document = on(document, LATER, [Void((document.edits[-1].id,))])
    assert "version of Monday 4 May 2026" in copy_of(document, None)
