"""The record of copies: what went out, to whom, and what has been made private since."""

from datetime import date

import pytest

from app.document import WORKER, Document, Remove, may, seen_by
from app.document.copy_log import COPY_LOG_SECTION, copies_made, private_since, record_copy
from app.document.duplicate import duplicate
from app.document.ownership import switch
from app.export.outline import outline
from app.sayings.copy_log import copy_lines
from tests.blocks.young_making import ASH, MO, blank, made, says

DAY, LATER = date(2026, 5, 8), date(2026, 6, 5)


def copied(document: Document, whom: str, *, paper: str = "whole", day: date = DAY) -> Document:
    return made(document, record_copy(document, whom=whom, paper=paper, day=day), by=WORKER)


def test_what_was_private_is_not_in_a_copy_and_what_is_made_private_later_is_still_in_it() -> None:
    document = copied(blank(), MO.id)
    (first,) = copies_made(document)
    assert (first.whom, first.paper, first.day) == (MO.id, "whole", DAY)
    assert first.without == {"after", "way", "hard"}
    assert private_since(document, first) == ()
    shut = made(document, switch(document, "better", to_private=True))
    assert private_since(shut, first) == ("better",)
    second = copies_made(copied(shut, MO.id, day=LATER))[0]
    assert "better" in second.without
    assert private_since(shut, second) == ()
    lines = copy_lines(copied(shut, MO.id, day=LATER))
    assert len(lines) == 2
    assert "Friday 5 June 2026" in lines[0]
    assert "In it, and made private since then: Better ways." in lines[1]
    assert "made private since then" not in lines[0]


@pytest.mark.parametrize("paper", ["whole", "all"])
def test_whose_plan_it_is_may_hold_what_is_private_so_nothing_is_said_of_it(paper: str) -> None:
    document = copied(blank(), ASH.id, paper=paper)
    shut = made(document, switch(document, "better", to_private=True))
    (mine,) = copies_made(shut)
    assert private_since(shut, mine) == ()
    assert bool(mine.without) == (paper == "whole")


def test_only_the_worker_writes_the_record_and_reads_it_and_no_copy_or_other_plan_has_it() -> None:
    document = copied(says(blank(), "me", "I am good at maths"), "")
    (change,) = record_copy(document, whom=MO.id, paper="whole", day=DAY)
    (line,) = (told for told in outline(document) if told.section == COPY_LOG_SECTION)
    assert "Nobody in particular" in line.words
    for person in (ASH.id, MO.id, None):
        assert COPY_LOG_SECTION not in {i.section for i in seen_by(document, person).items.values()}
        assert not may(person or "", change, document)
        assert not may(person or "", Remove(copies_made(document)[0].id), document)
    assert COPY_LOG_SECTION not in {a.item.section for a in duplicate(document, title="Another")}
