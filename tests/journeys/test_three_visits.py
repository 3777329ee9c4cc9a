"""Three visits on three days, by touch, with a family that changes between them; and the office, before and after.

One story, in seven tests that follow one another on one folder of plans. The app is killed between any two days.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as hour
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from app.blocks.rows.model import Row, rows
from app.blocks.rows.outcome import NOT_KEPT, YES
from app.blocks.storyboard.model import pages
from app.blocks.worries.model import worries
from app.document import Document, people
from app.document.answer import Answer, all_answers
from app.document.header import header
from app.document.saying import sayings
from app.language import full_date
from app.workspace.practice import PIN
from tests.journeys.conftest import Comes
from tests.journeys.house import ONLY_FOUR_WORDS, ROOT, House, copied
from tests.journeys.person import Somebody
from tests.pdf.checker import checked_pdf, pdfium, plain

FIRST, SECOND, THIRD = date(2031, 3, 4), date(2031, 3, 18), date(2031, 4, 8)
DAY_OF_STEP, AFTER_A_WEEK = full_date(date(2031, 3, 11)), full_date(date(2031, 4, 15))

FAMILY, TITLE = "The Herons", "Our plan: Ruby"
WELL = "We eat together every evening."
HAPPENED, FEAR = "Ruby was alone until nine.", "Ruby could be hurt."
STEP = "Sit with Ruby until Mum is home."
PHONE = "01632 960 123"
RULE = "Be at home by six."
MINE, OTHERS, INSTEAD = "Bring the phone list", "Mend Ruby's lamp", "Buy a new lamp together."
LOW, HIGH = "Ruby is alone.", "A grown-up is always there."
KEY = "I have a key to the house."
DID, PROUD = "Nan comes every evening.", "I rang when I was late."

SECRET = "Rob hits Leo when Mum is at work."
KEPT_REASON = "I lock my door when Rob shouts."
WHY = "The court said so."
KEPT = (SECRET, KEPT_REASON, WHY, "Ruby: 6", "must not", "Must not")
"""What nobody finds at the table nor in a copy: what a child told the worker alone, and the rule about copies."""

LINE = [(0.2 + n / 10, 0.3 + (n % 2) / 5) for n in range(6)]

SHOTS = os.environ.get("VISITS_SHOTS", "")


class Table:
    """Jo and the family round the tablet, through three visits: what they do more than once."""

    def __init__(self, folder: Path, paper: Path) -> None:
        self.house = House(folder)
        self.paper = paper
        self.made: list[int] = []
        """The numbers of the copies that were saved."""
        self._starts = 0

    def sits_down(self, comes: Comes, day: date) -> None:
        """Start the app on a day, an hour later than it was before, and unlock it."""
        self.house.kill()
        self._starts += 1
        self.house.day = self.begins = datetime.combine(day, hour(9 + self._starts))
        self.house.start()
        self.jo: Somebody = comes(self.house, touches=True).unlocks()

    @property
    def plan(self) -> str:
        """The id of the plan."""
        return next(p["id"] for p in self.house.plans() if p["title"] == TITLE)

    @property
    def document(self) -> Document:
        """The plan as the disk has it."""
        return self.house.document(self.plan)

    def id_of(self, name: str) -> str:
        """Return the id of somebody in the plan, by the name that they have now."""
        return next(id for id, p in people(self.document).items() if p.name == name)

    def row(self, section: str, what: str) -> Row:
        """Return a row of the plan, by any of its words."""
        return next(r for r in rows(self.document, section) if what in r.cells.values())

    def numbers(self) -> list[Answer]:
        """Return every number that was given on the worry's line, kept ones too."""
        (worry,) = worries(self.document, "worries")
        return [a for a in all_answers(self.document, worry.scale.id) if a.number is not None]

    def shot(self, name: str) -> None:
        """Keep a picture, where somebody asked for them by VISITS_SHOTS."""
        if SHOTS:
            self.jo.page.wait_for_timeout(500)
            self.jo.page.screenshot(path=Path(SHOTS) / f"{name}.png")

    # --- At the table ----------------------------------------------------------------------------

    def shows_nothing_kept(self) -> None:
        """Make sure that what was kept is neither on the screen nor in what a screen reader is told."""
        told = self.jo.page.locator("body").aria_snapshot() + self.jo.page.content()
        assert [kept for kept in KEPT if kept in told] == []

    def names(self, cell: str, person: str) -> None:
        """Say who it is, in a cell of a row for which nobody stands one touch away."""
        self.jo.touch(f"{cell}: Nobody yet")
        self.jo.hears(cell.partition(",")[0])
        self.jo.touch(person)
        expect(self.jo.button(f"{cell}: {person}")).to_be_visible()

    def promises(self, n: int, who: str, what: str, whom: str) -> None:
        """Write down the n-th promise: who, what, by the next visit, and to whom."""
        jo = self.jo
        jo.touch("Add a promise")
        jo.touch(f"{who}, Who promises, row {n}")
        jo.writes(f"What, row {n}", what)
        jo.touch(f"In 2 weeks: {full_date(SECOND)}")
        self.names(f"Promised to, row {n}", whom)
        jo.touch("Close")
        expect(jo.button(f"How it went, row {n}: Not yet. Ask {whom} alone")).to_be_visible()

    def asks(self, first: str, *then: str) -> None:
        """Give the tablet to somebody with the number line, and say who is asked the same behind them."""
        jo = self.jo
        jo.touch_until(f"Ask {first} alone", jo.button(f"Give it to {first}"))
        for person in then:
            jo.touch(f"Then {person}")
            holds(jo.button(f"Then {person}"))
        jo.touch_until(f"Give it to {first}", jo.button("I'm finished"))

    def says(self, number: int, *, shown: bool, words: str = "") -> None:
        """Give a number, in one's own hands, and choose who sees it."""
        jo = self.jo
        jo.touch(str(number))
        if words:
            jo.writes("What makes it that high?", words)
        jo.touch("I'm finished")
        jo.sees(f"You said: {number}")
        choice = "Show it to everyone" if shown else "Keep it"
        jo.touch(choice)
        holds(jo.button(choice))
        jo.touch("I'm finished")

    def gives_on(self, person: str) -> None:
        """The tablet goes to the next one, who finds nothing of what was said before."""
        self.jo.sees(f"Your page is kept. Please give the tablet to {person} now.")
        self.shows_nothing_kept()
        self.jo.touch_until(f"I am {person}", self.jo.button("I'm finished"))

    def given_back(self, to: Locator) -> None:
        """The worker has the tablet again, and types the PIN."""
        self.jo.sees("Thank you")
        self.jo.proves()
        expect(to).to_be_visible()
        self.shows_nothing_kept()

    # --- People and copies -----------------------------------------------------------------------

    def to_our_people(self) -> None:
        """Go from home to the list of the family's people."""
        self.jo.touch("Our people")
        self.jo.proves()
        self.jo.sees("The family")

    def somebody(self, name: str, role: str) -> None:
        """Name somebody of the family, in that list."""
        jo = self.jo
        jo.touch("Somebody new")
        jo.writes("Name, as the child says it", name)
        jo.touch(role)
        jo.touch("Add")
        expect(jo.button(f"{name}. {role}")).to_be_visible()

    def begins_a_copy(self) -> None:
        """Go from the plan to the question for whom a copy is."""
        self.jo.touch("Copy")
        self.jo.proves()
        self.jo.sees("Who is this copy for?")

    def has_none(self, name: str) -> str:
        """Ask for a copy for somebody who has none, and return all that is told of it, without their name."""
        jo = self.jo
        jo.touch(f"For {name}")
        jo.sees(f"There is no copy for {name} yet.")
        assert jo.button("Save the file").count() == 0
        self.shows_nothing_kept()
        told = str(jo.page.locator("body").aria_snapshot()).replace(name, "…")
        jo.touch("Somebody else")
        jo.sees("Who is this copy for?")
        return told

    def leaves_the_copy(self) -> None:
        """Go back from a copy to the plan."""
        self.jo.touch("Back")
        expect(self.jo.button("Copy")).to_be_visible()

    def copy_for(self, name: str, paper: str = "The whole plan") -> tuple[int, str]:
        """Make a copy for somebody, and return its number and what another library reads in it."""
        jo = self.jo
        jo.touch(f"For {name}")
        jo.touch("No")
        jo.sees(f"A copy for {name}")
        if not jo.button(paper).get_attribute("aria-current"):
            jo.touch(paper)
        holds(jo.button(paper))
        expect(jo.button("Save the file")).to_be_visible()
        self.shows_nothing_kept()
        file = jo.saves_the_file(self.paper)
        named = re.fullmatch(r"copy-(\d+)\.pdf", file.name)
        assert named, "its name says which copy it is, and nothing else"
        read = " ".join(plain(pdfium(checked_pdf(file.read_bytes()))))
        assert f"Copy {named[1]}. Made on" in read
        assert [kept for kept in KEPT if kept in read] == []
        return int(named[1]), read

    def none_from_the_command_line(self, name: str) -> None:
        """Ask the command line for a copy for somebody who must not have one: there is no file."""
        out = self.paper / "not-there.pdf"
        asked = ["export", self.plan, "--out", str(out), "--for", name, "--data", str(self.house.folder)]
        done = subprocess.run(
            [sys.executable, "-m", "app", *asked],
            cwd=ROOT,
            env={**os.environ, **ONLY_FOUR_WORDS, "ALONGSIDE_PIN": PIN},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stdout
        assert re.search("No file was made|no copy was made", done.stderr)
        assert not out.exists()

    def to_the_office(self) -> None:
        """Leave today's family for the list of all families, behind the PIN."""
        self.jo.touch("Another family")
        self.jo.proves()
        self.jo.sees("At the office")


def holds(button: Locator) -> None:
    """Wait until what a button stands for is chosen."""
    expect(button).to_have_attribute("aria-current", "true")


def missing(read: str, *wanted: str) -> list[str]:
    """Return what is not in what was read; where a line ends is the page's matter."""
    return [words for words in wanted if " ".join(plain(words)) not in read]


@pytest.fixture(scope="module")
def table(family: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """The tablet of a worker who has another family too; the same through all of the story."""
    folder = tmp_path_factory.mktemp("visits")
    (folder / "paper").mkdir()
    table = Table(copied(family, folder / "plans"), folder / "paper")
    try:
        yield table
    finally:
        table.house.stop()


def test_at_the_first_visit_a_family_of_two_children_makes_a_page_until_we_meet_again(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, FIRST)
    jo = t.jo
    a_family_from_nothing(t)
    a_child_draws(t)
    jo.touch("Start: Our plan")
    jo.sees("Whose is it?")
    jo.touch("Ruby")
    first_page(t)


def test_at_the_first_visit_promises_are_made_and_a_child_tells_something_to_the_worker_alone(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, FIRST)
    jo = t.jo
    jo.touch(TITLE)
    rules_and_promises(t)
    numbers_of_the_first_day(t)
    a_child_tells_the_worker_alone(t)

    jo.goes_home()
    expect(jo.button(TITLE)).to_be_visible()
    expect(jo.button(f"Jo: {MINE} · By {full_date(SECOND)}")).to_be_visible()
    t.shows_nothing_kept()
    t.shot("1-home")


def a_family_from_nothing(t: Table) -> None:
    jo = t.jo
    t.to_the_office()
    jo.touch("New family")
    jo.writes("A nickname for the family", FAMILY)
    jo.writes("How old is the youngest child?", "7")
    jo.touch("Add the family")
    expect(jo.button("Draw")).to_be_visible()


def a_child_draws(t: Table) -> None:
    """A child has the drawing page and nothing else, while the worker says who is here."""
    jo = t.jo
    jo.touch("Draw")
    expect(jo.paper).to_be_visible()
    jo.draws(LINE, "finger")
    expect(jo.button("Undo")).to_be_enabled()
    ways = ("Another family", "Our people", "Start: Our plan", "Lock", "Back", "Copy", "A photo")
    assert [way for way in ways if jo.button(way).count()] == []
    jo.gives_back(jo.button("Another family"))
    t.to_our_people()
    for name, role in (("Ruby", "Child"), ("Leo", "Child"), ("Mum", "Mum or Dad"), ("Nan", "Family"), ("Rob", "Carer")):
        t.somebody(name, role)
    jo.touch("Back")
    expect(jo.button("Start: Our plan")).to_be_visible()


def first_page(t: Table) -> None:
    """Until we meet again, in thirty touches at most."""
    jo = t.jo
    jo.sees("What is going well?")
    jo.count = 0
    for name in ("Rob", "Nan", "Mum"):
        jo.joined_by(name)
    jo.writes("Mum says", WELL)
    jo.goes_to("Worries")
    jo.touch("Nan speaks")
    jo.writes("What has happened?", HAPPENED)
    jo.writes("What are we afraid could happen to the child?", FEAR)
    jo.goes_to("Until we meet again")
    jo.touch("Add a step")
    assert jo.button("Leo, Who, row 1").count() == 0, "somebody who is not in this plan"
    jo.writes("What, row 1", STEP)
    jo.touch("Nan, Who, row 1")
    jo.touch(f"In 1 week: {DAY_OF_STEP}")
    jo.goes_to("Who we call")
    jo.touch("Add somebody to call")
    jo.writes("Who we call, row 1", "Nan")
    jo.writes("Phone, row 1", PHONE)
    jo.knows_it_saved()
    assert jo.count <= 30, "touches for the first page, without those that only call the keyboard"
    t.shot("1-first-page")

    plan = t.document
    assert header(plan).title == TITLE
    (well,) = sayings(plan, None, section="going-well")
    assert (well.by, well.words) == (t.id_of("Mum"), WELL)
    (worry,) = worries(plan, "worries")
    assert (worry.by, worry.happened, worry.fear) == (t.id_of("Nan"), HAPPENED, FEAR)
    step = t.row("steps", STEP)
    assert (step.cells["who"], step.cells["until"]) == (t.id_of("Nan"), "2031-03-11")
    assert t.row("worse", "Nan").cells["phone"] == PHONE


def rules_and_promises(t: Table) -> None:
    jo = t.jo
    jo.touch("More for the next visit")
    expect(jo.button("House rules")).to_be_visible()
    jo.goes_to("House rules")
    jo.touch("Add a rule")
    jo.writes("We will …, row 1", RULE)
    jo.touch("Rob, Who does it, row 1")
    jo.touch("Close")
    jo.goes_to("Promises")
    t.promises(1, "Jo", MINE, "Mum")
    t.promises(2, "Nan", OTHERS, "Ruby")
    t.shot("1-promises")
    assert t.row("promises", OTHERS).cells["until"] == SECOND.isoformat()


def numbers_of_the_first_day(t: Table) -> None:
    """Two people give a number in one passing of the tablet: one shows it, the child keeps it."""
    jo = t.jo
    jo.goes_to("Worries")
    jo.writes("What is it like at 0?", LOW)
    jo.writes("What is it like at 10?", HIGH)
    t.asks("Mum", "Ruby")
    t.says(3, shown=True)
    t.gives_on("Ruby")
    t.says(6, shown=False, words=KEPT_REASON)
    t.given_back(jo.field("What has happened?"))
    jo.sees(f"Mum: 3, on {full_date(FIRST)}")
    assert [(a.by, a.number, a.shown, a.day) for a in t.numbers()] == [
        (t.id_of("Mum"), 3, True, FIRST),
        (t.id_of("Ruby"), 6, False, FIRST),
    ]


def a_child_tells_the_worker_alone(t: Table) -> None:
    jo = t.jo
    jo.goes_to("The child's part")
    jo.touch("A page of Ruby's own")
    jo.touch("My safe person")
    jo.sees("Only you and Jo can see it. It is in nobody's copy.")
    jo.touch("Give it to Ruby alone")
    jo.sees("Who do you feel safe with?")
    jo.writes("Ruby says", SECRET)
    jo.touch("I'm finished")
    t.given_back(jo.button("A page of Ruby's own"))
    (page,) = pages(t.document, "child")
    assert [s.words for s in sayings(t.document, page.id)] == [SECRET]


def test_a_copy_is_made_for_who_may_hold_one_and_whoever_must_not_meets_the_calm_sentence(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, FIRST)
    jo = t.jo
    jo.touch(TITLE)
    t.begins_a_copy()
    undecided = t.has_none("Rob")
    jo.touch("For Rob")
    jo.touch("The worker's page about copies")
    jo.proves()
    jo.sees("No copy is made for Rob yet: you have not decided.")
    for rule in ("Nan: May hold one", "Rob: Must not have one"):
        jo.touch(rule)
        holds(jo.button(rule))
    jo.writes("Why, for Rob", WHY)
    t.shot("1-who-may-hold")
    jo.touch("Back")
    jo.proves()
    jo.sees("Who is this copy for?")
    assert t.has_none("Rob") == undecided == t.has_none("Mum"), "the table tells who must not have one"
    t.shot("1-no-copy")
    number, read = t.copy_for("Nan", "One page: until we meet again")
    t.shot("1-copy")
    assert missing(read, TITLE, WELL, HAPPENED, FEAR, f"Mum: 3, on {full_date(FIRST)}", STEP, DAY_OF_STEP, PHONE) == []
    t.none_from_the_command_line("Rob")
    t.made.append(number)
    t.leaves_the_copy()


def test_between_two_visits_the_office_reads_what_was_kept_and_sees_what_is_due(table: Table, comes: Comes) -> None:
    t = table
    t.sits_down(comes, FIRST)
    jo = t.jo
    t.to_the_office()
    jo.touch("No family now: the visit is over")
    jo.sees("Who are you visiting?")
    expect(jo.button("There is something for you")).to_be_visible()
    t.shows_nothing_kept()
    t.shot("office-sign")
    jo.touch("There is something for you")
    jo.proves()
    jo.sees("Kept for you to read")
    jo.touch(FAMILY)
    holds(jo.button(FAMILY))
    where = f"{FAMILY} · {TITLE}"
    jo.touch(f"Ruby, New, My safe person, {where}", exact=False)
    expect(jo.page.get_by_text(SECRET).first).to_be_visible()
    t.shot("office-kept")
    jo.touch("Back")
    expect(jo.button(f"Ruby, Read on {full_date(FIRST)}, My safe person, {where}", exact=False)).to_be_visible()
    jo.touch(f"Ruby, New, Where are we now on this line?, {where}", exact=False)
    expect(jo.page.get_by_text(KEPT_REASON).first).to_be_visible()
    jo.touch("Back")
    jo.sees("Kept for you to read")
    jo.touch("Back")
    jo.sees("Who are you visiting?")

    jo.touch("Choose a family")
    jo.proves()
    jo.sees("At the office")
    jo.touch("My promises (", exact=False)
    mine = f"{MINE} · By {full_date(SECOND)}. To Mum · {where}."
    expect(jo.button(mine)).to_be_visible()
    t.shot("office-promises")
    jo.touch("Copies (", exact=False)
    jo.sees("Copies that are out")
    (number,) = t.made
    expect(jo.button(f"Copy {number} · Nan", exact=False)).to_be_visible()
    t.shot("office-copies")


def test_at_the_second_visit_promises_are_answered_numbers_stand_beside_the_old_and_the_family_changes(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, SECOND)
    jo = t.jo
    jo.touch("Choose a family")
    jo.proves()
    jo.sees("At the office")
    jo.touch(FAMILY)
    jo.sees("We said we would …")
    expect(jo.button(f"Nan: {STEP} · Was due by {DAY_OF_STEP}")).to_be_visible()
    expect(jo.button(f"Nan: {OTHERS} · By {full_date(SECOND)}")).to_be_visible()
    t.shot("2-home")
    jo.touch(f"Jo: {MINE} · By {full_date(SECOND)}")
    jo.touch("Ask Mum alone")
    jo.sees("How did it go?")
    jo.touch("It was kept")
    holds(jo.button("It was kept"))
    jo.touch("I'm finished")
    t.given_back(jo.button("How it went, row 1: It was kept. Ask Mum alone"))
    jo.sees(f"Mum says so, {full_date(SECOND)}")
    kept = t.row("promises", MINE).went["kept"]
    assert (kept.how, kept.by, kept.day) == (YES, t.id_of("Mum"), SECOND)

    numbers_of_the_second_day(t)
    a_name_new_and_somebody_typed_twice(t)
    somebody_moves_in(t)


def numbers_of_the_second_day(t: Table) -> None:
    jo = t.jo
    jo.goes_to("Worries")
    jo.sees("Is this a new visit?")
    expect(jo.page.get_by_text(f"Last time was {full_date(FIRST)}.", exact=False).first).to_be_visible()
    t.shot("2-new-visit")
    jo.touch("Yes, a new visit")
    expect(jo.button("Yes, a new visit")).to_have_count(0)
    t.asks("Mum", "Ruby")
    t.says(5, shown=True)
    t.gives_on("Ruby")
    t.says(4, shown=True)
    t.given_back(jo.field("What has happened?"))
    jo.sees(f"Mum: 3, on {full_date(FIRST)}, then 5, on {full_date(SECOND)}")
    jo.sees(f"Ruby: 4, on {full_date(SECOND)}")
    mum, ruby = t.id_of("Mum"), t.id_of("Ruby")
    assert sorted((a.day.isoformat() if a.day else "", a.by, a.number, a.shown) for a in t.numbers()) == sorted(
        [
            (FIRST.isoformat(), mum, 3, True),
            (FIRST.isoformat(), ruby, 6, False),
            (SECOND.isoformat(), mum, 5, True),
            (SECOND.isoformat(), ruby, 4, True),
        ]
    )


def a_name_new_and_somebody_typed_twice(t: Table) -> None:
    """Granny speaks, who is Nan; and Mum is called Mama now: what she said before stays Mum's."""
    jo = t.jo
    jo.goes_to("Going well")
    jo.adds("Granny", "Family")
    jo.writes("Granny says", KEY, nth=-1)
    jo.knows_it_saved()
    jo.goes_home()
    t.to_our_people()
    jo.touch("Granny. Family")
    jo.touch("The same person as Nan")
    jo.sees("Are Granny and Nan one person?")
    jo.touch("Yes, one person")
    expect(jo.button("They are two people after all")).to_be_visible()
    jo.touch("Back")
    expect(jo.button("Granny. Family")).to_have_count(0)
    jo.touch("Mum. Mum or Dad")
    jo.writes_anew("Name, as the child says it", "Mama")
    jo.touch("It is a new name")
    expect(jo.page.get_by_role("heading", name="Mama", exact=True)).to_be_visible()
    jo.touch("Back")
    t.somebody("Dev", "Carer")
    jo.touch("Back")
    expect(jo.button(TITLE)).to_be_visible()
    assert jo.page.get_by_text("Dev").count() == 0, "somebody new is named at the table"


def somebody_moves_in(t: Table) -> None:
    """A new partner stands in the plan when he is chosen, and is no holder of anything."""
    jo = t.jo
    jo.touch(TITLE)
    jo.goes_to("Going well")
    expect(jo.field("Mum says")).to_be_visible()
    jo.sees_in_a_field("Nan says", KEY)
    jo.joined_by("Dev")
    t.begins_a_copy()
    assert t.has_none("Dev") == t.has_none("Rob")
    number, read = t.copy_for("Nan")
    assert missing(read, f"Mum says {WELL}", f"Nan says {KEY}") == []
    then = f"Mama: 3, on {full_date(FIRST)}, then 5, on {full_date(SECOND)}"
    assert (
        missing(read, then, f"Ruby: 4, on {full_date(SECOND)}", f"It was kept · Mama says so, {full_date(SECOND)}")
        == []
    )
    assert "Granny" not in read
    assert "Mum, Mama" not in read, "one person made it twice"
    t.made.append(number)
    t.leaves_the_copy()


def test_at_the_third_visit_a_promise_becomes_a_step_a_worry_ends_and_the_app_is_killed_in_the_middle(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, THIRD)
    jo = t.jo
    jo.sees("We said we would …")
    jo.touch(f"Nan: {OTHERS} · Was due by {full_date(SECOND)}")
    a_promise_becomes_a_step(t)
    a_worry_is_closed(t)
    back_to_the_page_after_a_reload_and_a_kill(t)


def test_at_the_third_visit_somebody_moves_out_a_third_copy_is_made_and_the_family_is_closed(
    table: Table, comes: Comes
) -> None:
    t = table
    t.sits_down(comes, THIRD)
    jo = t.jo
    somebody_moves_out(t)
    jo.touch(TITLE)
    t.begins_a_copy()
    assert jo.button("For Rob").count() == 0, "who moved out stands in no list"
    number, read = t.copy_for("Nan")
    t.shot("3-copy")
    ways = f"Mama: 3, on {full_date(FIRST)}, then 5, on {full_date(SECOND)}, then 9, on {full_date(THIRD)}"
    assert missing(read, "Not a worry any more", ways, DID, PROUD, INSTEAD, f"Instead of: {OTHERS}", RULE) == []
    assert "Rob" not in read
    t.made.append(number)
    assert len(set(t.made)) == 3, "two copies have one number"
    t.none_from_the_command_line("Rob")
    t.leaves_the_copy()
    jo.goes_home()
    the_family_is_closed(t)


def a_promise_becomes_a_step(t: Table) -> None:
    jo = t.jo
    jo.touch("Ask Ruby alone")
    jo.sees("How did it go?")
    jo.touch("It did not happen")
    holds(jo.button("It did not happen"))
    jo.touch("I'm finished")
    t.given_back(jo.button("What comes instead?"))
    jo.touch("What comes instead?")
    jo.writes("What, row 2", INSTEAD)
    jo.touch("Mama, Who, row 2")
    jo.touch(f"In 1 week: {AFTER_A_WEEK}")
    jo.touch_until("Close", jo.page.get_by_text(f"Instead of: {OTHERS}", exact=True))
    t.shot("3-instead")
    old, new = t.row("promises", OTHERS), t.row("steps", INSTEAD)
    assert (old.went["kept"].how, old.went["kept"].by) == (NOT_KEPT, t.id_of("Ruby"))
    assert (new.instead_of, new.cells["who"]) == (old.id, t.id_of("Mama"))


def a_worry_is_closed(t: Table) -> None:
    jo = t.jo
    jo.goes_to("Worries")
    jo.sees("Is this a new visit?")
    jo.touch("Not now")
    t.asks("Mama")
    t.says(9, shown=True)
    t.given_back(jo.field("What has happened?"))
    jo.touch("This is not a worry any more")
    jo.writes("What did it?", DID)
    jo.touch("Nan says so")
    expect(jo.page.get_by_role("heading", name="Not a worry any more")).to_be_visible()
    jo.sees(f"Mama: 3, on {full_date(FIRST)}, then 5, on {full_date(SECOND)}, then 9, on {full_date(THIRD)}")
    jo.touch("Mama speaks")
    jo.writes("Mama says", PROUD)
    jo.knows_it_saved()
    t.shows_nothing_kept()
    t.shot("3-not-a-worry")
    (worry,) = worries(t.document, "worries")
    assert (worry.done, worry.did, worry.done_by) == (THIRD, DID, t.id_of("Nan"))
    assert [s.words for s in sayings(t.document, worry.id)] == [PROUD]


def back_to_the_page_after_a_reload_and_a_kill(t: Table) -> None:
    jo, house = t.jo, t.house
    here = jo.page.get_by_role("heading", name="Not a worry any more")
    jo.page.reload()
    jo.comes_in(jo.page.url)
    jo.does_not_see(HAPPENED)
    jo.comes_back(here)

    port = house.port
    house.kill()
    notice = jo.page.get_by_role("alert")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Everything that said Saved is kept.")
    left = jo.page.content() + jo.page.locator("body").aria_snapshot()
    assert [words for words in (HAPPENED, PROUD, FAMILY, "Mama", *KEPT) if words in left] == []
    t.shot("3-stopped")
    # An hour had gone by when somebody came (House.visited): a clock that was put back would lose the way back.
    house.day = t.begins + timedelta(hours=1, minutes=20)
    house.start(port=port)
    jo.is_brought_back()
    jo.comes_back(here)
    jo.sees_in_a_field("Mama says", PROUD)
    jo.minds_no_lost_line()


def somebody_moves_out(t: Table) -> None:
    jo = t.jo
    t.to_our_people()
    jo.touch("Rob. Carer")
    jo.touch("Moved out")
    jo.sees("What Rob was to do")
    jo.sees(RULE)
    t.shot("3-moved-out")
    jo.touch("Give it to …")
    jo.touch("Give it to Nan")
    jo.sees("They have nothing left to do here.")
    jo.touch("Back")
    jo.sees("Not among our people any more")
    jo.touch("Back")
    expect(jo.button(TITLE)).to_be_visible()
    jo.waits_for(lambda: t.row("rules", RULE).cells["who"] == t.id_of("Nan"), "the rule to be Nan's on the disk")


def the_family_is_closed(t: Table) -> None:
    jo = t.jo
    t.to_the_office()
    jo.touch(f"More about {FAMILY}")
    jo.touch("Close this family")
    jo.sees(f"Close {FAMILY}?")
    t.shot("office-closing")
    expect(jo.button("Close this family")).to_be_enabled()
    jo.touch("Close this family")
    jo.sees(f"{FAMILY} is closed. You can find it in the list of closed families.")
    expect(jo.button(FAMILY)).to_have_count(0)
    jo.touch("Closed families")
    expect(jo.button(f"{FAMILY}. Closed on {full_date(THIRD)}.")).to_be_visible()
    assert FAMILY not in [plan["family"] for plan in t.house.plans()]
    assert TITLE in t.house.ask("list", "--closed")
