"""A star over half a year: numbers given alone, shown by choice, agreed on, given again, worked on; and on paper."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from app.blocks.star.model import agreed, held
from app.blocks.star.picture import star_part
from app.blocks.star.screen.score_alone import STAR
from app.document.answer import all_answers, rounds
from app.document.people import people
from app.kit import theme
from app.language import full_date
from app.sheet.star_geometry import place_of, star_picture
from plans.areas import FAMILY
from tests.journeys.conftest import Comes
from tests.journeys.house import House, copied
from tests.journeys.person import Somebody
from tests.journeys.seeing import figures_of
from tests.pdf.checker import checked_pdf, pdfium, plain

TITLE = "Our star"
DAYS_OF = (date(2031, 3, 4), date(2031, 5, 27), date(2031, 8, 19))
WHEN = tuple(full_date(day) for day in DAYS_OF)

BILLS, SAFE, DAYS = TITLES = ("Our home and bills", "Staying safe", "Day to day")
OTHER = "School and learning"
LOW, HIGH, REASON = "We sit in the dark.", "We can plan ahead.", "I open the letters now."
SECRET, OTHER_SECRET = "I lock my door at night.", "He spends it all."
KEPT = (SECRET, OTHER_SECRET, "Nan: 1", "Nan 1", "Nan: 10", "Nan 10", "Not today")
"""What nobody finds, whoever looks. Nan says 1 and 10 at no other time."""


class Says(NamedTuple):
    """What somebody gives alone: a number, and words. on_arm: by a touch on the star; shown: to everybody."""

    number: int
    words: str = ""
    shown: bool = True
    on_arm: bool = False


ROUNDS: tuple[Mapping[str, Mapping[str, Says]], ...] = (
    {
        "Mum": {BILLS: Says(3), SAFE: Says(6), DAYS: Says(4, on_arm=True)},
        "Nan": {BILLS: Says(10, OTHER_SECRET, shown=False), SAFE: Says(1, SECRET, shown=False), DAYS: Says(2)},
        "Mr Bell": {BILLS: Says(4), SAFE: Says(7), DAYS: Says(5)},
    },
    {
        "Mum": {BILLS: Says(5), SAFE: Says(6), DAYS: Says(3)},
        "Nan": {BILLS: Says(4), DAYS: Says(5)},
        "Mr Bell": {DAYS: Says(7)},
    },
    {
        "Mum": {BILLS: Says(7, REASON), SAFE: Says(8), DAYS: Says(8)},
        "Nan": {BILLS: Says(6), DAYS: Says(7)},
        "Mr Bell": {BILLS: Says(9), DAYS: Says(8)},
    },
)
"""Time by time, what each gives. To what is not here somebody says "not today"."""

PEOPLE = tuple(ROUNDS[0])
TOGETHER = {BILLS: (3, "The gas is paid."), DAYS: (4, "We eat together on Sundays.")}

PAPERS = {"star": "Our star, with numbers and words", "moved": "What has moved", "steps": "What we work on"}
STEPS = ((BILLS, "Ring the gas company"), (SAFE, "Mend the front door"), (OTHER, "Read before bed"))


class Table:
    """Jo and the family round the tablet, with the star open: what they do more than once."""

    def __init__(self, house: House, comes: Comes) -> None:
        self.house = house
        self._comes = comes
        self.jo = self._sits_down(DAYS_OF[0])

    def _sits_down(self, day: date) -> Somebody:
        self.house.day = day
        return self._comes(self.house.start()).unlocks()

    def meets_again(self, day: date) -> None:
        """Come together on a later day, with the star open. The app was off in between."""
        self.house.kill()
        self.jo.loses_the_server()
        self.jo = self._sits_down(day)
        self.jo.touch(TITLE)

    def goes_to_the_star(self) -> None:
        """Look at the star, with all that was written before kept."""
        self.jo.knows_it_saved()
        self.jo.goes_to(TITLE)
        self.jo.sees("What do we see?")

    def gives(self, person: str, says: Mapping[str, Says]) -> None:
        """Hand the tablet to somebody, who gives their numbers, chooses what to show, and gives it back."""
        jo = self.jo
        jo.touch_until(f"Ask {person} alone", jo.button(f"Give it to {person}"))
        jo.sees(f"For {person} alone")
        jo.touch_until(f"Give it to {person}", jo.button("I'm finished"))
        self._says(says)
        jo.touch("I'm finished")
        jo.sees("Thank you")
        jo.proves()
        jo.sees("What do we see?")
        expect(self.star()).to_be_visible()
        self.finds_nothing_kept()

    def gives_one_after_the_other(self, by: Mapping[str, Mapping[str, Says]]) -> None:
        """Hand the tablet to the first, who gives it to the next; the PIN is typed once, at the end."""
        jo, (first, *others) = self.jo, by
        jo.touch_until(f"Ask {first} alone", jo.button(f"Give it to {first}"))
        for person in others:
            jo.touch(f"Then {person}")
            holds(jo.button(f"Then {person}"))
        jo.touch_until(f"Give it to {first}", jo.button("I'm finished"))
        for n, (person, says) in enumerate(by.items()):
            if n:
                jo.sees(f"Your page is kept. Please give the tablet to {person} now.")
                self.finds_nothing_kept()
                jo.touch_until(f"I am {person}", jo.button("I'm finished"))
            self._says(says)
            jo.touch("I'm finished")
            jo.sees("Thank you")
        jo.proves()
        jo.sees("What do we see?")
        expect(self.star()).to_be_visible()
        self.finds_nothing_kept()

    def _says(self, says: Mapping[str, Says]) -> None:
        """Give a number for each area, each with one touch, and choose who sees them."""
        jo = self.jo
        for title in TITLES:
            jo.sees(f"{title}: where are we now?")
            said = says.get(title)
            if said is not None and said.words:
                jo.writes("What makes it that high?", said.words)
            if said is not None and said.on_arm:
                self._touches_the_arm(title, said.number)
            else:
                jo.touch(str(said.number) if said is not None else "Not today")
        jo.sees("Who may see your numbers?")
        for title, said in says.items():
            jo.sees(f"{title}: {said.number}")
        if all(said.shown for said in says.values()):
            jo.touch("Show all to everyone")
            holds(jo.button("Show all to everyone"))
            return
        jo.touch("Choose for each")
        for title, said in says.items():
            if said.shown:
                shows = f"{title}: Show it to everyone"
                jo.touch(shows)
                holds(jo.button(shows))

    def _touches_the_arm(self, title: str, number: int) -> None:
        """Touch a number on the arm of the star that is asked about."""
        titles = [a.title for a in FAMILY.areas]
        arm = titles.index(title)
        part = star_part(titles, [], lowest=1, highest=10, chosen=arm)
        x, y = place_of(star_picture(part, width=STAR["wide"], size=theme.SMALL), arm, number)
        box = self.star().bounding_box()
        assert box is not None
        self.jo.page.mouse.click(box["x"] + x, box["y"] + y)

    def star(self) -> Locator:
        """Return the star, as a screen reader finds it."""
        return self.jo.page.get_by_role("img", name=re.compile("^A star with 10 arms, from 1 to 10"))

    def agrees(self, title: str, number: int, words: str) -> None:
        """Agree on a number, in the list."""
        jo = self.jo
        jo.touch(f"{title}. ", exact=False)
        jo.touch("Agree on a number")
        jo.writes("Our number", str(number))
        jo.writes("One thing that shows it", words)
        jo.knows_it_saved()
        jo.touch("Close")
        expect(jo.button("Close")).to_have_count(0)

    def sees_everywhere(self, time: int) -> None:
        """See what is shown, and no more, on the star and then in the list, which stays."""
        expect(self.star()).to_have_accessible_name(re.compile(f" {re.escape(told_of_the_star(time))}$"))
        self.finds_nothing_kept()
        self.jo.touch("Show it as a list")
        for title in TITLES:
            said = "".join(rf"\. {p}: {n[-1]}(, [^.]*)?" for p, n in numbers_of(title, time))
            listed = rf"^{title}{said}(\. Together: \d+, [^.]*)?$"
            expect(self.jo.page.get_by_role("button", name=re.compile(listed))).to_be_attached()
        self.finds_nothing_kept()

    def finds_nothing_kept(self) -> None:
        """Make sure that what was kept is not on the screen, nor in what a screen reader is told."""
        assert kept_in(self.jo.page.locator("body").aria_snapshot() + self.jo.page.content()) == []


def holds(button: Locator) -> None:
    """Wait until what a button stands for is chosen."""
    expect(button).to_have_attribute("aria-current", "true")


def kept_in(told: str) -> list[str]:
    """Return what was kept and is told nevertheless."""
    return [words for words in KEPT if re.search(rf"{re.escape(words)}(?!\d)", told)]


def numbers_of(title: str, time: int) -> list[tuple[str, list[int]]]:
    """Return what each shows of an area until then, person by person, the earliest first."""
    by = {p: [r[p][title].number for r in ROUNDS[: time + 1] if title in r[p] and r[p][title].shown] for p in PEOPLE}
    return [(p, numbers) for p, numbers in by.items() if numbers]


@pytest.fixture
def house(family: Path, tmp_path: Path) -> Iterator[House]:
    """A house with the made-up family, where nobody is yet."""
    house = House(copied(family, tmp_path / "plans"))
    try:
        yield house
    finally:
        house.stop()


def test_three_people_give_numbers_three_times_and_paper_has_what_they_show_and_no_more(
    house: House, comes: Comes, tmp_path: Path
) -> None:
    t = Table(house, comes)
    first(t)
    t.meets_again(DAYS_OF[1])
    t.jo.touch("More for the next visit")
    again(t, 1)
    t.meets_again(DAYS_OF[2])
    again(t, 2)
    works_on(t.jo)
    assert on_disk(house) == intended()

    t.jo.lets_hold_a_copy("Mr Bell")
    for person in ("Nan", "Mr Bell"):
        read, alts = papers(t, person, tmp_path / person)
        # What is read back from paper is, number by number, what each of them shows.
        latest = [(p, str(n[-1])) for title in TITLES for p, n in with_agreed(title)]
        assert re.findall(rf"({'|'.join(PEOPLE)}|Together): (\d+)", read["star"]) == latest
        rows = [" ".join((title, *cells(title))) for title in TITLES]
        words = (*rows, LOW, HIGH, REASON, *(said for _n, said in TOGETHER.values()))
        assert [w for w in words if w not in read["star"]] == []
        assert alts[0].endswith(f" {told_of_the_star(2)}")
        assert re.findall(r"(\d+) \((\w+ \d+ \w+ 2031)\)", read["moved"]) == moves()
        assert [w for step in STEPS for w in step if w not in read["steps"]] == []
        # On paper a name may stand before the star's own numbers: "Nan 1" is told by the words for the picture.
        assert [w for w in (SECRET, OTHER_SECRET, "Nan: 1", "Not today") if w in " ".join(read.values())] == []
        assert kept_in(" ".join(alts)) == []


def first(t: Table) -> None:
    """Choose three areas, write what the ends mean, give numbers, and agree on two."""
    jo = t.jo
    jo.begins_for_all(TITLE)
    jo.sees("What shall we talk about today?")
    for person in PEOPLE:
        if person != "Mia":  # The family's one child stands in it from the start.
            jo.joined_by(person)
    for title in TITLES:
        jo.touch(title, nth=-1)
        holds(jo.button(title).last)
    jo.touch("Begin to talk")
    jo.writes("What would 1 look like for us?", LOW)
    jo.writes("What would 10 look like for us?", HIGH)
    t.goes_to_the_star()
    for person, says in ROUNDS[0].items():
        t.gives(person, says)
    t.sees_everywhere(0)
    for title, (number, words) in TOGETHER.items():
        t.agrees(title, number, words)


def again(t: Table, time: int) -> None:
    """Give numbers again, on another day. The second time begins with a touch, the third by itself."""
    t.goes_to_the_star()
    t.jo.sees("Is this a new visit?")
    last = full_date(DAYS_OF[time - 1])
    stays = "What was said then stays as it is. New numbers are kept beside it, with their own date."
    t.jo.sees(f"Last time was {last}. {stays}")
    t.jo.touch("Yes, a new visit" if time == 1 else "Not now")
    expect(t.jo.button("Yes, a new visit")).to_have_count(0)
    t.gives_one_after_the_other(ROUNDS[time])
    t.sees_everywhere(time)


def works_on(jo: Somebody) -> None:
    """Pick three areas, and write a step for each."""
    jo.goes_to("What we work on")
    jo.sees("What do we want to work on first?")
    for title, _what in STEPS:
        jo.touch(title)
        expect(jo.page.get_by_role("heading", name=title, exact=True)).to_be_attached()
    for at, (title, what) in enumerate(STEPS):
        jo.goes_to("What we work on")
        expect(jo.button("Add a step")).to_have_count(len(STEPS))
        jo.touch("Add a step", nth=at)
        jo.touch(f"Row {at + 1}: {title}")
        jo.writes(f"What, row {at + 1}", what)
        jo.knows_it_saved()


def papers(t: Table, person: str, to: Path) -> tuple[dict[str, str], list[str]]:
    """Make three papers for somebody. Returns what is read in each, and the words for their pictures."""
    jo, read, alts = t.jo, {}, []
    jo.touch("Copy")
    jo.proves()
    jo.touch(f"For {person}")
    jo.touch("No")
    jo.sees(f"A copy for {person}")
    for slug, name in PAPERS.items():
        jo.touch(name)
        holds(jo.button(name))
        expect(jo.button("Save the file")).to_be_visible()
        t.finds_nothing_kept()
        (to / slug).mkdir(parents=True)
        made = checked_pdf(jo.saves_the_file(to / slug).read_bytes())
        read[slug] = " ".join(plain(pdfium(made)))
        alts += [figure.alt for figure in figures_of(made)]
    jo.touch("Back")
    expect(jo.button("Copy")).to_be_visible()
    return read, alts


def told_of_the_star(time: int) -> str:
    """Return who stands where at a time, as the star's words for it say it: an older number with its day."""
    found = []
    for title in TITLES:
        said = [f"{p} {n[-1]}{older(title, p, time)}" for p, n in numbers_of(title, time)]
        found.append(f"{title}: {', '.join(said)}.")
    return " ".join(found)


def older(title: str, person: str, time: int) -> str:
    """Return the day of what somebody shows of an area, where it is not of that time."""
    last = max(n for n, r in enumerate(ROUNDS[: time + 1]) if title in r[person] and r[person][title].shown)
    return "" if last == time else f" ({full_date(DAYS_OF[last])})"


def with_agreed(title: str) -> list[tuple[str, list[int]]]:
    """Return all that is shown of an area at the end, what they agreed on behind the others."""
    return [*numbers_of(title, 2), *([("Together", [TOGETHER[title][0]])] if title in TOGETHER else [])]


def cells(title: str) -> list[str]:
    """Return the numbers of an area at the end as the table has them, those agreed on the first day behind the others.

    An older one has its day.
    """
    found = [f"{n[-1]}{older(title, p, 2)}" for p, n in numbers_of(title, 2)]
    return [*found, *([f"{TOGETHER[title][0]} ({full_date(DAYS_OF[0])})"] if title in TOGETHER else [])]


def moves() -> list[tuple[str, str]]:
    """Return each number and its day, as the paper of what moved has them: of those that were given twice."""
    times = {
        (title, p): [n for n, r in enumerate(ROUNDS) if title in r[p] and r[p][title].shown]
        for title in TITLES
        for p in PEOPLE
    }
    twice = {about: there for about, there in times.items() if len(there) > 1}
    return [(str(ROUNDS[n][p][title].number), WHEN[n]) for (title, p), there in twice.items() for n in there]


def intended() -> set[tuple[int, str, str, int, bool]]:
    """Return every number that was given, kept ones too: time, who, area, number, whether it is shown."""
    return {(n, p, t, s.number, s.shown) for n, r in enumerate(ROUNDS) for p, by in r.items() for t, s in by.items()}


def on_disk(house: House) -> set[tuple[int, str, str, int, bool]]:
    """Return the same, as the store has it; and the agreed numbers are there too."""
    document = house.document(house.plan("family-star"))
    there, who = held(document, "areas"), people(document)
    assert there is not None
    assert len(rounds(document)) == 2, "the third round has begun by itself"
    assert {a.title: (g.number, g.words) for a in there.areas for g in agreed(document, a.id)} == TOGETHER
    return {
        (DAYS_OF.index(a.day), who[a.by].name, area.title, a.number, a.shown)
        for area in there.areas
        for a in all_answers(document, area.id)
        if a.number is not None and a.day is not None
    }
