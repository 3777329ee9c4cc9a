"""The safety plan as the field guide has it: few things first, and what is worked out from its lines."""

from datetime import date

import pytest

from app.blocks.rows.model import Rows, add_row, rows
from app.blocks.trying.model import Gap
from app.document import ONLY_ME, Document, Section, seen_by
from app.document.family_people import rename_from_now
from app.document.header import change_header, next_stage, open_sections
from app.export.outline import on_top
from app.export.sheet import sheet
from app.sheet import Heading, Words, texts
from plans.safety_lines import cases, gap, worked
from plans.safety_plan import FIRST_PAGE, SAFETY_PLAN
from tests.blocks.plan_making import DAD, JO, NAN, after, plan, says

DAY = date(2026, 5, 4)


def section(slug: str) -> Section:
    found = SAFETY_PLAN.section(slug)
    assert found is not None
    return found


def row(document: Document, slug: str, id: str = "", **cells: object) -> Document:
    changes = add_row(
        document,
        section(slug),
        by="worker",
        id=id or None,
        cells={k.replace("_", "-").rstrip("-"): v for k, v in cells.items()},  # type: ignore[misc]
    )
    return after(document, changes)


def empty() -> Document:
    return plan(kind=SAFETY_PLAN, day=DAY)


def test_a_first_visit_is_the_one_page_and_the_childs_part_apart() -> None:
    open_ = [s for s in open_sections(empty()) if s.in_copies]
    assert [s.slug for s in open_ if not s.own] == list(FIRST_PAGE)
    assert [s.slug for s in open_ if s.own] == ["child"]
    assert next_stage(empty()) == 1
    assert len(SAFETY_PLAN.more) == max(s.stage for s in SAFETY_PLAN.sections)


def test_every_column_and_choice_has_its_words_and_its_own_slug() -> None:
    shapes = [s.shape for s in SAFETY_PLAN.sections if isinstance(s.shape, Rows)]
    assert len(shapes) == 10
    for shape in shapes:
        slugs = [c.slug for c in shape.columns]
        assert len(set(slugs)) == len(slugs)
        assert all(c.title for c in shape.columns)
        assert all(words for c in shape.columns for _slug, words in c.choices)


def test_what_has_to_happen_is_on_top_of_every_step_and_first_on_both_papers_of_the_plan() -> None:
    document = row(empty(), "must-haves", what="Dad sees Mia with Nan there", set_by="The court")
    document = says(document, "We eat together", by=NAN.id, day=DAY, section="going-well")
    ((where, lines),) = on_top(document)
    assert where.slug == "must-haves"
    assert lines == ("Dad sees Mia with Nan there · Set by: The court",)
    for paper in SAFETY_PLAN.papers:
        if paper.shape == "plan":
            made = sheet(seen_by(document, None), for_name="", made=DAY, printed=paper.slug)
            headings = [p.words for p in made.parts if isinstance(p, Heading)]
            assert headings[0] == "What has to happen", paper.slug


def test_the_one_page_holds_the_first_visit_and_nothing_else() -> None:
    document = row(empty(), "steps", what="Bring a bed", who=JO.id)
    document = row(document, "rules", rule="We eat at six")
    one = list(texts(sheet(seen_by(document, None), for_name="", made=DAY, printed="page")))
    assert "Bring a bed" in one
    assert "We eat at six" not in one
    assert "We eat at six" in list(texts(sheet(seen_by(document, None), for_name="", made=DAY, printed="whole")))


def test_the_front_says_who_made_it_and_when_it_is_looked_at_again_and_names_nobody_who_kept_something() -> None:
    document = says(empty(), "We eat together", by=NAN.id, day=DAY, section="going-well")
    document = says(document, "Only for the worker", by=DAD.id, day=DAY, section="good", whom=ONLY_ME)
    document = after(document, change_header(document, next="2026-05-18"))
    front_line = next(p for p in sheet(seen_by(document, None), for_name="", made=DAY).parts if isinstance(p, Words))
    said = "".join(c for c in front_line.words if c not in "\u2068\u2069")
    assert said == "Made by: Nan. We look again on Monday 18 May 2026."


def test_whoever_has_a_new_name_made_it_once_and_what_they_said_stays_under_the_name_of_then() -> None:
    document = says(empty(), "We eat together", by=NAN.id, day=DAY, section="going-well")
    document = after(document, rename_from_now(document, NAN.id, "Nan Jo"))
    document = says(document, "We sing", by=NAN.id, day=DAY, section="good")
    read = "".join(c for c in "\n".join(texts(sheet(document, for_name="", made=DAY))) if c not in "\u2068\u2069")
    assert "Made by: Nan Jo." in read
    assert "Nan says" in read


def test_it_is_a_plan_for_grown_ups_in_a_size_they_can_read_and_a_story_stays_a_storybook() -> None:
    made = sheet(empty(), for_name="", made=DAY)
    assert (made.shape, made.reader) == ("plan", "adult")


@pytest.mark.parametrize("paper", SAFETY_PLAN.papers, ids=lambda p: p.slug)
def test_the_childs_part_and_the_workers_papers_are_on_nobodys_paper(paper: object) -> None:
    for own in ("child", "copies", "still"):
        assert own not in getattr(paper, "sections", ())
    document = row(empty(), "copies", who=DAD.id, may="must-not", why="A court said so")
    for person in (None, DAD.id, NAN.id, "worker"):
        printed = sheet(seen_by(document, person), for_name="", made=DAY, printed=getattr(paper, "slug", ""))
        assert not [t for t in texts(printed) if "court" in t]


def test_there_is_to_try_whatever_says_both_if_and_then() -> None:
    document = row(empty(), "if-then", "a", how_bad="small", if_="Dad is late", then="Nan collects", first=NAN.id)
    document = row(document, "if-then", "b", if_="The phone is off")
    (case,) = cases(document)
    assert (case.id, case.how_bad, case.people) == ("a", "A small worry", ("Nan",))
    document = after(document, worked(document, case, NAN.id, DAY))
    (tried,) = rows(document, "tried")
    assert dict(tried.cells) == {"day": "2026-05-04", "tried": "Dad is late", "learned": "It worked."}


def test_what_is_missing_becomes_a_step_and_what_we_learned_and_goes_when_it_is_emptied() -> None:
    document = row(empty(), "if-then", "a", if_="Dad is late", then="Nan collects")
    (case,) = cases(document)

    def missing(words: str) -> Gap:
        return Gap(("step", "tried"), words, NAN.id, DAY)

    document = after(document, gap(document, case, missing("A key for Nan")))
    assert [r.cells["what"] for r in rows(document, "steps")] == ["A key for Nan"]
    document = after(document, gap(document, case, missing("Two keys for Nan")))
    assert [r.cells["what"] for r in rows(document, "steps")] == ["Two keys for Nan"]
    assert [r.cells["learned"] for r in rows(document, "tried")] == ["Two keys for Nan"]
    document = after(document, gap(document, case, missing("")))
    assert rows(document, "steps") == rows(document, "tried") == ()
