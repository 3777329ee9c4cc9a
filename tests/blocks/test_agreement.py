"""Who goes along: each person once, in their own way, and nobody is counted."""

from datetime import date

import pytest

from app.blocks.agreement.model import WAYS, agree, agreements, take_back, write_initials
from app.document import Document, NotAccepted, Section, Set, seen_by
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.ink import Stroke
from app.ink.drawing import put
from app.sheet import Picture, texts
from tests.blocks.plan_making import DAD, NAN, PLAN, TOM, after, plan

DAY = date(2026, 5, 4)
AGREED = PLAN.section("agreed") or Section(slug="", block="", title="")


def joined(document: Document, person: str, how: str = "tick") -> Document:
    return after(document, agree(document, AGREED, by=person, how=how, day=DAY))


def read(document: Document) -> str:
    return "\n".join(texts(sheet(seen_by(document, None), for_name="", made=DAY)))


def test_everybody_goes_along_once_and_may_say_it_another_way() -> None:
    document = joined(joined(plan(), NAN.id), DAD.id, "read-to-me")
    document = joined(document, NAN.id, "initials")
    assert [(a.by, a.how, a.day) for a in agreements(document, "agreed")] == [
        (NAN.id, "initials", DAY),
        (DAD.id, "read-to-me", DAY),
    ]
    assert agree(document, AGREED, by=DAD.id, how="read-to-me", day=DAY) == ()


def test_initials_are_theirs_and_short() -> None:
    document = joined(plan(), NAN.id, "initials")
    (one,) = agreements(document, "agreed")
    document = after(document, write_initials(document, one.id, " M.B. "))
    assert agreements(document, "agreed")[0].initials == "M.B."
    assert write_initials(document, one.id, "M.B.") == ()
    with pytest.raises(NotAccepted):
        write_initials(document, one.id, "a whole long name")
    assert "M.B." in read(document)


@pytest.mark.parametrize("how", list(WAYS))
def test_on_paper_it_says_who_and_how_and_nobody_else(how: str) -> None:
    document = joined(plan(), NAN.id, how)
    assert "Nan" in read(document)
    assert "Dadster" not in read(document)
    assert [t.who for t in outline(document)] == ["", "Nan"]


def test_a_sign_that_somebody_drew_is_printed_under_their_name() -> None:
    document = joined(plan(), TOM.id, "drawn")
    (one,) = agreements(document, "agreed")
    stroke = Stroke(((100, 100), (200, 300)))
    document = after(document, [put(document, one.id, stroke, section="agreed", by=TOM.id)])
    (sign,) = (p for p in sheet(document, for_name="", made=DAY).parts if isinstance(p, Picture))
    assert sign.marks == (stroke,)
    assert "Tom" in sign.alt


def test_it_can_be_taken_back_and_then_nothing_tells_that_it_was_there() -> None:
    document = joined(plan(), NAN.id)
    (one,) = agreements(document, "agreed")
    document = after(document, take_back(one.id))
    assert agreements(document, "agreed") == ()
    assert "Nan" not in read(document)
    assert outline(document) == ()


def test_it_is_no_change_of_the_plan_to_be_told_to_others() -> None:
    document = joined(plan(), NAN.id)
    assert [summary_line(document, document.items[a.id]) for a in agreements(document, "agreed")] == [None]


def test_a_way_that_only_a_newer_version_knows_is_kept_and_says_so() -> None:
    document = joined(plan(), NAN.id)
    (one,) = agreements(document, "agreed")
    document = after(document, [Set(one.id, "how", "sung")])
    assert agreements(document, "agreed")[0].how == ""
    assert "A newer version wrote this. It is kept safe." in read(document)
