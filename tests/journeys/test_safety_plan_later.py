"""A safety plan grows over two more visits, and each person's papers hold what that person may see, and no more."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.language import full_date
from tests.journeys.conftest import Comes
from tests.journeys.first_visit import (
    FEAR,
    HAPPENED,
    NAN_PHONE,
    OTHER_STEP,
    OWN,
    STEP,
    TITLE,
    WELL,
    first_visit,
)
from tests.journeys.house import House, copied
from tests.journeys.person import Somebody
from tests.pdf.checker import checked_pdf, pdfium, plain

FIRST, SECOND, THIRD, NEXT = date(2031, 3, 4), date(2031, 3, 11), date(2031, 3, 25), date(2031, 3, 31)

NANS_VIEW = "Nine is too late for a school day."
MUMS_SECRET = "It was the night he came back."
MUMS_REASON = "Nobody shouts when Nan is there."
LOW, HIGH = "Mia is alone each evening.", "A grown-up is always there."
RULE, OTHER_RULE = "Be at home by six.", "Lock the back door."
IF, THEN = "Nobody is home at six", "Mia goes to Mrs Day next door"
PROMISE = "Bring the phone list"
GAP = "A second key for Mrs Day"
FINN_PHONE = "(01632) 960-777 ext. 4"
DAY_PHONE = "+44 1632 960 456"
NANS_NUMBERS = f"Nan: 4, on {full_date(SECOND)}, then 6, on {full_date(THIRD)}"
DIFFERENT = "Evenings are calmer now."
PAPERS = {
    "page": "One page: until we meet again",
    "whole": "The whole plan",
    "fridge": "For the fridge",
    "card": "A card for the wallet",
}
KEPT = (MUMS_SECRET, MUMS_REASON, "Mum: 7", "Mum does not agree", "ather not say", OWN)
"""What nobody finds, whoever looks: words, numbers and views that were kept, and that somebody would rather not say."""


class Table:
    """Jo and the family round the tablet, with the plan open: what they do more than once."""

    def __init__(self, house: House, plan: str, jo: Somebody) -> None:
        self.house = house
        self.plan = plan
        self.jo = jo

    def on_disk(self, words: str) -> None:
        """Wait until words are kept."""
        self.jo.waits_for(lambda: words in told(self.house, self.plan), f"{words!r} on the disk")

    def names(self, cell: str, person: str) -> None:
        """Say who it is, in a cell of a row."""
        self.jo.touch(cell, exact=False)
        self.jo.hears(cell.partition(",")[0])
        self.jo.touch(person)
        expect(self.jo.button(f"{cell}: {person}")).to_be_visible()

    def asks(self, person: str, what: str) -> None:
        """Hand the tablet to somebody with one question, "number" or "view": the number's faces stand first."""
        self.jo.touch(f"Ask {person} alone", nth=0 if what == "number" else -1)
        self.jo.sees(f"For {person} alone")
        self.jo.touch(f"Give it to {person}")
        expect(self.jo.button("I'm finished")).to_be_visible()

    def shows_nothing_that_is_kept(self) -> None:
        """Make sure that what was kept is not on the screen, nor in what a screen reader is told."""
        heard = self.jo.page.locator("body").aria_snapshot() + self.jo.page.content()
        assert [kept for kept in KEPT if kept in heard] == []

    def goes_off(self) -> None:
        """The power goes, and the tab with it."""
        self.house.kill()
        self.jo.loses_the_server()

    def shows(self) -> None:
        """Show to everyone what was answered, and give the tablet back."""
        self.jo.touch("Show it to everyone")
        self.jo.sees("Everyone at the table can see it, and everyone with a copy. You can take that back.")
        self.given_back()

    def given_back(self, *, to: Locator | None = None, asked: str = "") -> None:
        """I'm finished; and with the worker's PIN the plan is on the table again.

        to: what is seen then. asked: what was said and is kept, of which is asked first who may see it.
        """
        self.jo.touch("I'm finished")
        if asked:
            self.jo.sees(f"You said: {asked}")
            self.jo.touch("I'm finished")
        self.jo.sees("Thank you")
        self.jo.proves()
        expect(to or self.jo.field("What has happened?")).to_be_visible()


def told(house: House, plan: str) -> str:
    """Return all that is in the plan, as the disk has it."""
    fields = (v for i in house.document(plan).items.values() for v in i.fields.values())
    return "\n".join(v for v in fields if isinstance(v, str))


@pytest.fixture
def begun(family: Path, tmp_path: Path) -> Iterator[tuple[House, str]]:
    """The house on the day of the second visit, and the id of the plan that was begun at the first."""
    folder = copied(family, tmp_path / "plans")
    plan = first_visit(folder, FIRST)
    house = House(folder, day=SECOND)
    try:
        yield house.start(), plan
    finally:
        house.stop()


def test_a_plan_grows_over_two_more_visits_and_each_has_papers_with_what_they_may_see(
    begun: tuple[House, str], comes: Comes, tmp_path: Path
) -> None:
    house, plan = begun
    t = Table(house, plan, comes(house).unlocks())
    t.jo.touch(TITLE)
    t = second(t, comes)
    t.goes_off()
    house.day = THIRD
    house.start()
    t = Table(house, plan, comes(house).unlocks())
    t.jo.touch(TITLE)
    third(t)

    t.jo.lets_hold_a_copy("Mr Bell")
    nans, bells = papers(t, "Nan", tmp_path), papers(t, "Mr Bell", tmp_path)
    everyones = (WELL, HAPPENED, FEAR, LOW, HIGH, "Nan agrees", NANS_VIEW, NANS_NUMBERS, "Mia: 3", STEP, GAP)
    for read in (nans, bells):
        assert missing(read["page"], *everyones, NAN_PHONE) == []
        assert missing(read["whole"], *everyones, NAN_PHONE, DAY_PHONE, RULE, OTHER_RULE) == []
        assert (
            missing(
                read["whole"],
                IF,
                THEN,
                PROMISE,
                "It was kept",
                "Nan says so",
                DIFFERENT,
                full_date(THIRD),
                full_date(NEXT),
            )
            == []
        )
        assert missing(read["fridge"], NAN_PHONE, RULE, OTHER_RULE, full_date(NEXT)) == []
        assert missing(read["card"], NAN_PHONE) == []
        for paper in read.values():
            assert [w for w in (*KEPT, OTHER_STEP) if w in paper] == []
        # Others see these: no worry stands on them, and nothing that somebody said to one.
        assert [w for w in everyones if w in read["fridge"] + read["card"]] == []
    assert missing(nans["whole"], "Uncle Finn", FINN_PHONE) == []
    others = " ".join([*bells.values(), *(nans[paper] for paper in ("page", "fridge", "card"))])
    assert [w for w in ("Finn", FINN_PHONE, FINN_PHONE[-6:]) if w in others] == []


def missing(read: str, *wanted: str) -> list[str]:
    """Return what is not in what was read; where a line ends is the page's matter."""
    return [words for words in wanted if " ".join(plain(words)) not in read]


def second(t: Table, comes: Comes) -> Table:
    jo = t.jo
    jo.touch("More for the next visit")
    expect(jo.button("House rules")).to_be_visible()
    jo.goes_to("Worries")
    jo.writes("What is it like at 0?", LOW)
    jo.writes("What is it like at 10?", HIGH)

    t.asks("Nan", "view")
    jo.touch("I agree")
    jo.writes("In my own words", NANS_VIEW)
    t.shows()
    t.asks("Mum", "view")
    jo.touch("I do not agree")
    jo.writes("In my own words", MUMS_SECRET)
    t.given_back(asked="I do not agree")
    t.asks("Mr Bell", "view")
    jo.touch("I would rather not say")
    t.given_back()
    t.asks("Nan", "number")
    jo.touch("4")
    t.shows()
    t.asks("Mia", "number")
    jo.touch("3")
    t.shows()
    jo.sees("Nan agrees")

    t = in_the_middle_the_power_goes(t, comes)
    jo = t.jo
    jo.goes_to("Our people")
    jo.touch("Add somebody")
    jo.hears("Who is there for you?")
    jo.touch("Nan")
    jo.touch("Knows everything")
    jo.writes("Phone", NAN_PHONE)
    jo.touch("Back to everybody")
    jo.touch("Only a name")
    jo.writes("What are they called?", "Mrs Day")
    jo.touch("Knows most of it")
    jo.writes("Phone", DAY_PHONE)
    jo.touch("Back to everybody")
    jo.touch("Only a name")
    jo.writes("What are they called?", "Uncle Finn")
    jo.writes("Phone", FINN_PHONE)
    jo.touch("People I choose")
    jo.touch("Nan")
    jo.touch("Back to everybody")

    jo.goes_to("House rules")
    jo.touch("Add a rule")
    jo.writes("We will …, row 1", RULE)
    t.names("Who does it, row 1", "Mum")
    jo.touch("Add a rule")
    jo.writes("We will …, row 2", OTHER_RULE)
    t.names("Who checks, row 2", "Mr Bell")

    jo.goes_to("If … then …")
    jo.touch("Add: if … then …")
    jo.touch("How big, row 1: A small worry")
    jo.writes("If …, row 1", IF)
    jo.writes("Then …, row 1", THEN)

    jo.goes_to("Promises")
    jo.touch("Add a promise")
    t.names("Who promises, row 1", "Jo")
    t.names("Promised to, row 1", "Nan")
    jo.writes("What, row 1", PROMISE)
    jo.touch("By when, row 1", exact=False)
    jo.touch(full_date(THIRD))
    jo.knows_it_saved()
    return t


def in_the_middle_the_power_goes(t: Table, comes: Comes) -> Table:
    """Mum answers in her own hands, and the power goes. Her page waits for her under a cover; her number is kept, and
    it is not on the table."""
    t.asks("Mum", "number")
    t.jo.touch("7")
    t.jo.writes("What makes it that high?", MUMS_REASON)
    t.on_disk(MUMS_REASON)
    t.goes_off()
    t.house.day = datetime.combine(SECOND, time(10, 20))
    t.house.start()
    t = Table(t.house, t.plan, comes(t.house))
    t.jo.comes_back(t.jo.button("Go on with the page"))
    t.shows_nothing_that_is_kept()
    t.jo.touch("Go on with the page")
    t.jo.sees("Where are we now on this line?")
    t.jo.does_not_see(MUMS_REASON)  # Whoever has the page now may be somebody else.
    t.given_back()
    t.jo.sees("Nan agrees")
    t.jo.sees(f"Nan: 4, on {full_date(SECOND)}")
    t.shows_nothing_that_is_kept()
    kept = told(t.house, t.plan)
    assert [w for w in (LOW, HIGH, NANS_VIEW, MUMS_SECRET, MUMS_REASON) if w not in kept] == []
    return t


def third(t: Table) -> None:
    jo = t.jo
    jo.goes_to("Going well")
    jo.sees("We said we would …")
    jo.goes_to("Promises")
    jo.touch("How it went, row 1: Not yet. Ask Nan alone")
    jo.sees("How did it go?")
    jo.touch("It was kept")
    expect(jo.button("It was kept")).to_have_attribute("aria-current", "true")
    t.given_back(to=jo.button("How it went, row 1: It was kept. Ask Nan alone"))
    jo.touch("More for later")
    expect(jo.button("Look again")).to_be_visible()

    jo.goes_to("Try it out")
    jo.sees(f"If {IF}")
    jo.sees(f"then {THEN}")
    jo.writes("What do we still need?", GAP)
    jo.sees("This is one of our next steps now.")
    jo.goes_to("Until we meet again")
    jo.touch("Row 2", exact=False)
    jo.touch("Take row 2 away")
    expect(jo.page.get_by_role("button", name=re.compile(GAP))).to_be_visible()

    jo.goes_to("Look again")
    jo.touch("We look again today")
    jo.writes("What is different?", DIFFERENT)
    jo.touch("Choose a day")
    jo.touch(full_date(NEXT))
    changed = jo.page.locator("body").aria_snapshot()
    t.jo.sees(f"What changed since {full_date(FIRST)}")
    new = (f"New: Mum: {RULE}", f"New: {IF}", f"New: {GAP}", "Not in the plan any more: A step", "Mrs Day: Knows most")
    assert [words for words in new if words not in changed] == []
    assert [words for words in (OTHER_STEP, "Finn") if words in changed] == []
    t.shows_nothing_that_is_kept()

    jo.goes_to("Worries")
    t.asks("Nan", "number")
    jo.touch("6")
    t.shows()
    jo.sees(NANS_NUMBERS)
    t.shows_nothing_that_is_kept()


def papers(t: Table, person: str, to: Path) -> dict[str, str]:
    """Make the four papers for somebody, and return what another library reads in each."""
    jo = t.jo
    jo.touch("Copy")
    jo.proves()
    jo.touch(f"For {person}")
    jo.touch("No")
    read = {}
    for slug, name in PAPERS.items():
        jo.sees(f"A copy for {person}")
        if slug != "page":  # With which the screen begins.
            jo.touch(name)
        expect(jo.button(name)).to_have_attribute("aria-current", "true")
        expect(jo.button("Save the file")).to_be_visible()
        t.shows_nothing_that_is_kept()
        folder = to / person / slug
        folder.mkdir(parents=True)
        made = jo.saves_the_file(folder).read_bytes()
        read[slug] = " ".join(plain(pdfium(checked_pdf(made))))
    jo.touch("Back")
    return read
