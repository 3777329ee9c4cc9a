"""What stands round a plan's parts on each of its papers: who made it, which copy it is and whose, who can help."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from app.document import WORKER, Document, Kind, Section, seen_by
from app.document.family_people import rename_from_now, worker_hands_on
from app.document.header import change_header
from app.document.kind import Printed
from app.document.ownership import name_holder
from app.export.sheet import sheet
from app.language import speaking
from app.language import unmarked as plain
from app.sheet import Heading, Shape, Sheet, Words, texts
from tests.blocks.making import JO, page, spoken, story
from tests.blocks.plan_making import NAN, TOM, after, plan, says

DAY = date(2026, 5, 4)
VERSION = date(2026, 4, 20)
SHAPES: tuple[Shape, ...] = get_args(Shape)
PLAN = Kind(
    slug="on-every-paper",
    name="Plan",
    family_name="Our plan",
    sections=(
        Section(slug="well", block="words", title="Going well", question="What is going well?"),
        Section(slug="notes", block="words", title="Notes", in_copies=False),
        Section(slug="later", block="of-a-newer-version", title="From the future"),
        Section(slug="rules", block="words", title="Our rules", question="What are our rules?"),
        Section(slug="must", block="words", title="What has to happen", question="What has to?", on_top=True),
    ),
    papers=(
        *(Printed(slug=shape, name=shape, shape=shape) for shape in SHAPES),
        Printed(slug="some", name="some", sections=("rules", "well")),
        Printed(slug="must", name="must", sections=("well", "must")),
    ),
)
LINES = (("Helpers at night", "0808 800 5000"),)


def looked_at_again() -> Document:
    document = plan(kind=PLAN)
    return after(document, change_header(document, next="2026-05-18"))


def talked() -> Document:
    document = says(looked_at_again(), "We sing", by=TOM.id, day=DAY, section="well")
    document = says(document, "We eat together", by=NAN.id, day=DAY, section="well")
    document = says(document, "The street", by=WORKER, day=DAY, section="notes")
    document = says(document, "We eat at six", by=NAN.id, day=DAY, section="rules")
    return says(document, "Nan is there", by=NAN.id, day=DAY, section="must")


def put(paper: str, document: Document | None = None, *, name: str = "", **more: object) -> Sheet:
    seen = seen_by(document or talked(), None)
    return sheet(seen, for_name=name, made=DAY, printed=paper, **more)  # type: ignore[arg-type]


def said(made: Sheet) -> list[str]:
    return [plain(text) for text in texts(made)]


def own_lines(made: Sheet) -> list[str]:
    """Return the lines above all that was said."""
    found = []
    for part in made.parts:
        if not isinstance(part, Words) or part.who:
            break
        found.append(plain(part.words))
    return found


MADE = "Made by: Tom, Nan."
AGAIN = "We look again on Monday 18 May 2026."
DATED = "This is the version of Monday 20 April 2026."
RECORD = "This is the office's own record. It is not to be handed on."


@pytest.mark.parametrize(
    ("name", "office", "told"),
    [
        ("Nan", False, f"{DATED} Only Nan may hold this copy."),
        ("", False, f"{DATED} Jo tells you who may hold this copy."),
        ("", True, f"{RECORD} {DATED}"),
    ],
)
def test_a_plans_front_says_which_version_a_copy_is_and_who_may_hold_it(name: str, office: bool, told: str) -> None:
    assert own_lines(put("plan", name=name, version=VERSION, office=office)) == [f"{MADE} {AGAIN}", told]
    assert own_lines(put("plan", name=name, office=office)) == [f"{MADE} {AGAIN}"], "it is no copy yet"


@pytest.mark.parametrize("office", [False, True])
@pytest.mark.parametrize("paper", ["fridge", "card", "phone"])
def test_what_hangs_or_is_carried_says_nothing_of_whose_it_is(paper: str, office: bool) -> None:
    made = put(paper, name="Nan", version=VERSION, office=office)
    assert [text for text in said(made) if any(words in text for words in ("version", "hold", "record", "For "))] == []
    assert own_lines(made)[:1] == ([AGAIN] if paper == "fridge" else [])


@pytest.mark.parametrize(("name", "office", "note"), [("Nan", False, "For Nan"), ("", False, ""), ("", True, RECORD)])
def test_a_book_says_on_its_cover_alone_for_whom_it_is(name: str, office: bool, note: str) -> None:
    made = put("storybook", name=name, version=VERSION, office=office)
    assert made.cover is not None
    assert plain(made.cover.said.note) == note
    assert made.cover.title == made.title == "Our plan"
    assert own_lines(made) == []
    assert put("storybook", name=name, office=office).cover is None, "it is no copy yet"


def test_on_a_cover_stands_beside_whose_words_it_has_for_whom_it_is() -> None:
    begun = story()
    named = spoken(begun, page(begun, "title").id, "The story of us", by=TOM.id)
    before = sheet(named, for_name="", made=DAY, version=VERSION).cover
    copied = sheet(named, for_name="Nan", made=DAY, version=VERSION).cover
    assert before is not None
    assert copied is not None
    assert plain(copied.said.note).split(" · ") == [plain(before.said.note), "For Nan"]
    assert replace(copied, said=before.said) == before


def test_a_plan_of_which_nothing_is_known_yet_has_no_front() -> None:
    assert own_lines(put("plan", plan(kind=PLAN))) == []
    assert own_lines(put("plan", looked_at_again())) == [AGAIN]
    assert own_lines(put("plan", says(plan(kind=PLAN), "We sing", by=TOM.id, day=DAY))) == ["Made by: Tom."]


def test_whoever_only_named_people_or_is_none_of_them_has_not_made_a_plan() -> None:
    document = says(plan(kind=PLAN, who=(JO, TOM, NAN)), "We sing", by="p-gone", day=DAY)
    assert own_lines(put("plan", document)) == []
    assert own_lines(put("plan", says(document, "We eat", by=NAN.id, day=DAY))) == ["Made by: Nan."]


def test_whoever_made_a_plan_is_named_as_today_and_a_worker_as_they_were_called_then() -> None:
    document = says(talked(), "I came", by=WORKER, day=DAY)
    document = after(document, rename_from_now(document, NAN.id, "Granny"))
    document = after(document, worker_hands_on(document, "Alex", JO._replace(id="jo-was-here-0001"), DAY))
    assert own_lines(put("plan", document)) == [f"Made by: Jo, Tom, Granny. {AGAIN}"]
    document = says(document, "I came too", by=WORKER, day=DAY)
    assert own_lines(put("plan", document)) == [f"Made by: Jo, Alex, Tom, Granny. {AGAIN}"]


def test_a_plan_that_somebody_holds_says_whose_it_is_and_not_who_made_it() -> None:
    owned = replace(PLAN, owned=True)
    held = says(plan(kind=owned), "We sing", by=TOM.id, day=DAY)
    assert own_lines(put("plan", held)) == ["Made by: Tom."], "nobody is named who holds it"
    held = after(held, name_holder(held, NAN.id))
    assert own_lines(put("plan", held)) == ["This plan belongs to Nan."]
    # One that nobody can hold says no such thing, whatever a newer version wrote into it.
    assert own_lines(put("plan", replace(held, kind=PLAN))) == ["Made by: Tom."]


@pytest.mark.parametrize("paper", SHAPES)
def test_what_is_in_no_copy_or_of_a_newer_version_ends_no_paper_and_stands_on_none(paper: str) -> None:
    told = said(put(paper))
    for words in ("We sing", "We eat together", "We eat at six", "Nan is there"):
        assert words in told
    assert not {"The street", "Notes", "From the future"} & {*told}
    # A sheet of the whole document, before anybody asked who may see what, leaves the notes out as well.
    assert "The street" not in [*texts(sheet(talked(), for_name="", made=DAY, printed=paper))]


@pytest.mark.parametrize(
    ("paper", "titles"),
    [
        ("plan", ["What has to happen", "Going well", "Our rules"]),
        ("some", ["Our rules", "Going well"]),
        ("must", ["What has to happen", "Going well"]),
    ],
)
def test_a_paper_holds_its_sections_in_its_own_order_and_first_what_stands_on_top(
    paper: str, titles: list[str]
) -> None:
    assert [part.words for part in put(paper).parts if isinstance(part, Heading)] == titles


@pytest.mark.parametrize("paper", SHAPES)
def test_only_papers_that_hang_or_are_carried_say_who_can_help(paper: str) -> None:
    made = put(paper, helplines=LINES)
    large = ["0808 800 5000", "Helpers at night"]
    told = {"fridge": large, "phone": large, "card": ["0808 800 5000 · Helpers at night"]}
    bare = said(put(paper))
    more = [text for text in said(made) if text not in bare]
    assert more == (["Who can help", *told[paper]] if paper in told else [])


@pytest.mark.parametrize("paper", SHAPES)
def test_what_somebody_carries_says_nothing_to_whoever_finds_it(paper: str) -> None:
    made = put(paper, number=12)
    assert made.title == ("A card" if paper in ("card", "phone") else "Our plan")
    foot = "Copy 12" if paper == "phone" else "Copy 12. Made on Monday 4 May 2026."
    assert plain(made.made_for) == foot
    assert put(paper).made_for == foot.removeprefix("Copy 12").removeprefix(". ")


@pytest.mark.parametrize("paper", ["card", "phone", "fridge"])
def test_small_papers_have_few_words_and_no_heading_but_the_fridges_own(paper: str) -> None:
    headings = [part.words for part in put(paper).parts if isinstance(part, Heading)]
    assert headings == (["What has to happen", "Going well", "Our rules"] if paper == "fridge" else [])


@pytest.mark.parametrize(("language", "leftwards"), [("en", False), ("ar-XB", True)])
def test_a_sheet_says_in_which_language_it_is_and_from_which_side_it_is_read(language: str, leftwards: bool) -> None:
    with speaking(language):
        made = put("plan")
    assert (made.language, made.right_to_left) == (language, leftwards)
