"""A plan in lines of plain text: one item of it, what stands on top of every step, and all that the worker may see."""

from dataclasses import replace

import pytest

from app.document import ONLY_ME, Add, Section, fold
from app.document.copy_log import COPY_LOG_SECTION, record_copy
from app.document.copy_rules import OFFICE
from app.export.outline import on_top, outline, summary_line, written_names
from app.language import unmarked as plain
from plans.good_lives import GOOD_LIVES
from tests.blocks import young_making
from tests.blocks.making import drawn_on, page, spoken, story
from tests.blocks.plan_making import DAD, NAN, PLAN, TOM, after, plan, says
from tests.document.making import item
from tests.export.test_papers import DAY

ON_TOP = replace(
    PLAN,
    sections=(
        *PLAN.sections,
        Section(slug="must", block="words", title="What has to happen", on_top=True),
        Section(slug="first", block="words", title="What comes first", on_top=True),
        Section(slug="later", block="of-a-newer-version", title="From the future", on_top=True),
    ),
)


def test_a_saying_reads_as_a_line_under_the_name_of_who_said_it() -> None:
    document = says(plan(), "We sing,\nall of us", by=NAN.id, day=DAY, id="said")
    line = summary_line(document, document.items["said"])
    assert line is not None
    assert plain(line.whole()) == "Nan: We sing, all of us"


def test_what_no_block_knows_has_no_line_and_what_is_drawn_has_none_by_itself() -> None:
    document = plan(kind=ON_TOP)
    for section in ("later", "no-such-section"):
        assert summary_line(document, item("said", section=section, words="x")) is None
    assert written_names(document) == ()
    begun = story()
    drawn = drawn_on(begun, page(begun, "family").id)
    (ink,) = (i for i in drawn.items.values() if "ink" in i.fields)
    assert summary_line(drawn, ink) is None


def test_on_top_stands_what_everyone_may_see_section_by_section_and_what_hangs_below_it() -> None:
    document = plan(kind=ON_TOP)
    assert on_top(document) == ()
    document = says(document, "Nan is there", by=NAN.id, day=DAY, section="must", id="said")
    document = says(document, "We sing", by=NAN.id, day=DAY, section="well")
    document = says(document, "Not for all", by=TOM.id, day=DAY, section="must", whom=ONLY_ME)
    document = says(document, "Not for all", by=TOM.id, day=DAY, section="first", whom=ONLY_ME)
    document = after(document, [Add(item("odd", section="must", item_type="of-a-newer-version", words="Odd"))])
    ((section, lines),) = on_top(document)
    assert section.slug == "must"
    assert [plain(line) for line in lines] == ["Nan: Nan is there"]
    document = says(document, "Every Sunday", by=DAD.id, day=DAY, section="first")
    document = spoken(document, "said", "And Dad?", by=TOM.id, section="must")
    told = [(section.slug, [plain(line) for line in lines]) for section, lines in on_top(document)]
    assert told == [("must", ["Nan: Nan is there", "Tom: And Dad?"]), ("first", ["Dadster: Every Sunday"])]


def test_the_worker_reads_which_copies_were_made_and_nobody_else_may() -> None:
    document = says(plan(kind=ON_TOP), "We sing", by=NAN.id, day=DAY)
    document = says(document, "From the future", by=NAN.id, day=DAY, section="later")
    document = after(document, record_copy(document, whom=OFFICE, paper="", day=DAY, number=12))
    *said, copied = outline(document)
    assert [(line.section, line.words) for line in said] == [("well", "What is going well?"), ("well", "We sing")]
    assert (copied.section, copied.item_type, copied.who) == (COPY_LOG_SECTION, "copy-made", "Jo")
    assert "Copy 12" in copied.words
    assert (copied.note, copied.for_whom) == ("", "worker")


@pytest.mark.parametrize("held", [True, False])
def test_what_is_private_in_a_plan_that_somebody_holds_says_so_in_every_line(held: bool) -> None:
    document = young_making.whole()
    document = document if held else fold("plan", replace(GOOD_LIVES, owned=False), document.edits)
    told = {line.words: line.for_whom for line in outline(document)}
    shut = {reach for words, reach in told.items() if any(kept in words for kept in young_making.SHUT)}
    assert shut == {"private" if held else "everyone"}
    assert "everyone" in told.values()
