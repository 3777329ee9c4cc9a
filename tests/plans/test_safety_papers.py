"""The safety plan's papers as files: each holds what its reader may see of it, and nothing that is kept."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from app.copies import make_copy
from app.document import AUDIENCE, ONLY_ME, Document, Set
from app.document.kind import Printed
from app.ink.photo import NONE
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.plan_making import DAD, NAN, TOM, after, says
from tests.paper.checker import checked_pdf
from tests.plans.test_safety_plan import DAY, empty, row

KEPT = ("0117 496 0999", "Aunt Fern", "I hide in the wardrobe", "a court said so", "calls the refuge")


def whole() -> Document:
    document = row(empty(), "must-haves", what="Dad sees Tom with Nan there", set_by="The council")
    document = row(document, "worse", name="Nan", phone="0117 496 0123", when="Any time")
    document = row(document, "worse", "secret", name="Aunt Fern", phone="0117 496 0999")
    document = after(document, [Set("secret", AUDIENCE, ONLY_ME)])
    document = row(document, "rules", rule="We eat at six", who=DAD.id, checks=NAN.id)
    document = row(document, "copies", who=DAD.id, may="must-not", why="a court said so")
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
