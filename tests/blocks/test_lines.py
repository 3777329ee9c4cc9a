"""How one item of each block reads in a line, and what of a safety plan is told as changed."""

from datetime import date, timedelta

from app.blocks.review.changes import since
from app.blocks.rings.model import add_member, stand
from app.blocks.rings.model import write as write_member
from app.blocks.rows.model import remove_row, set_cell
from app.blocks.worries.model import GOAL, SCALE, WORRY, write
from app.document import EVERYONE, Document
from app.document.answer import ANSWER
from app.export.outline import summary_line
from app.sayings.outline import SummaryLine
from tests.blocks.plan_making import DAD, NAN, TOM, on, plan
from tests.plans.test_safety_plan import DAY, empty, row, section

LATER = DAY + timedelta(days=14)


def told(document: Document) -> list[str]:
    marks = "\u2066\u2067\u2068\u2069"
    found = since(document, DAY, person=None, read=summary_line)
    return ["".join(c for c in words if c not in marks) for words in found]


def line(document: Document, id: str) -> SummaryLine | None:
    found = summary_line(document, document.items[id])
    return found and SummaryLine(*("".join(c for c in part if c not in "\u2068\u2069") for part in found))


def test_a_row_reads_with_its_person_first_and_its_other_cells_behind_their_names() -> None:
    document = row(empty(), "rules", "r", rule="Collect Tom", who=NAN.id, when="Tuesdays", checks=DAD.id)
    assert line(document, "r") == SummaryLine(
        "Collect Tom · When or where: Tuesdays · Who checks: Dadster", "A rule", "Nan"
    )


def test_an_empty_row_reads_as_nothing_and_what_was_ticked_once_reads_as_done() -> None:
    document = row(row(empty(), "steps", "none"), "steps", "s", what="Bring a bed", done=True)
    assert line(document, "none") is None
    done = line(document, "s")
    assert done == SummaryLine("Bring a bed", "A step", "", "Done")
    assert done.whole() == "Bring a bed · Done"


def test_a_rule_that_somebody_else_does_now_is_told_by_their_name_and_one_that_is_gone_by_none() -> None:
    document = row(empty(), "rules", "r", rule="Collect Tom", who=DAD.id, when="Mondays")
    document = row(document, "rules", "gone", rule="Dadster sleeps at his brother's")
    document = on(document, LATER, set_cell(document, "r", "who", NAN.id))
    document = on(document, LATER, set_cell(document, "r", "when", "Tuesdays"))
    document = on(document, LATER, remove_row("gone"))
    assert told(document) == [
        "Nan now: Collect Tom · When or where: Tuesdays",
        "Not in the plan any more: A rule",
    ]


def test_a_worry_its_goal_and_its_number_line_are_told_and_what_anybody_thinks_of_them_never() -> None:
    document = empty()

    def said(document: Document, day: date, item_type: object, **words: str) -> Document:
        changes = write(document, "worries", "w", item_type, by=NAN.id, for_whom=EVERYONE, **words)  # type: ignore[arg-type]
        return on(document, day, changes, by=NAN.id)

    document = said(document, DAY, WORRY, happened="Dad was asleep at four")
    document = said(document, LATER, GOAL, sees="Somebody is awake")
    document = said(document, LATER, SCALE, low="Nobody is awake")
    answer = ANSWER.add({"stand": "not", "words": "Not so"}, section="worries", by=DAD.id, parent="w")
    document = on(document, LATER, [answer], by=DAD.id)
    assert sorted(told(document)) == ["New: 0 is: Nobody is awake", "New: Somebody is awake"]
    assert line(document, "w") == SummaryLine("Dad was asleep at four", "A worry", "Nan")


def test_somebody_in_the_rings_is_told_and_where_exactly_they_stand_is_no_change() -> None:
    document = empty()
    document = on(document, DAY, add_member(document, section("network"), id="m", person=NAN.id, children=(TOM.id,)))
    document = on(document, LATER, stand(document, "m", 2, 5))
    assert told(document) == []
    document = on(document, LATER, write_member(document, "m", "yes", "Collects Tom"))
    assert told(document) == ["Nan now: Knows a little · Collects Tom"]


def test_what_a_block_does_not_tell_by_itself_is_no_line() -> None:
    document = plan()
    assert [summary_line(document, i) for i in document.items.values()] == [None] * len(document.items)
