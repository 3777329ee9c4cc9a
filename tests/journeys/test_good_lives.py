"""A young person's own plan with a worker beside: the cards, a goal, what is private, and whose words are whose."""

import io
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import expect

from app.blocks.cards.model import Card, cards, goals
from app.document import WORKER, Document
from app.document.header import header
from app.document.ownership import private_sections
from app.document.saying import Saying, sayings
from plans.good_lives_pages import ORDER
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.seeing import figures_of
from tests.journeys.test_copy import letters
from tests.pdf.checker import checked_pdf, pdfium

ASKED = "Can I see what you write?"
ANSWERED = "Yes, I will bring it on Thursday."
TOWARDS = "I sleep through the night."
STEP = "Ask at the climbing wall."
SECRET = "I go from nought to a hundred."


class Beside:
    """Somebody of fifteen and Jo at one tablet, with the plan open."""

    def __init__(self, house: House, jo: Somebody, plan: str) -> None:
        self.house = house
        self.jo = jo
        self.plan = plan

    @property
    def document(self) -> Document:
        """The plan as the disk has it."""
        return self.house.document(self.plan)

    def cards(self) -> list[Card]:
        """The cards in their order, as the disk has them."""
        return list(cards(self.document, ORDER))

    def comes_true(self, *, first: str, **said: int) -> None:
        """Wait until this card is on top on the disk, and these (by slug) matter so much."""

        def there() -> bool:
            found = self.cards()
            return found[0].slug == first and {c.slug: c.importance for c in found if c.slug in said} == said

        self.jo.waits_for(there, f"{first} on top, and {said}")

    def said(self, section: str) -> tuple[Saying, ...]:
        """What was said on a page."""
        return sayings(self.document, None, section=section)

    def takes_the_tablet(self, name: str, *choices: str) -> None:
        """The young person takes the tablet, chooses who sees what, and gives it back."""
        self.jo.goes_to("This is yours")
        self.jo.touch(f"{name} takes the tablet and chooses")
        expect(self.jo.button("I'm finished")).to_be_visible()
        for choice in choices:
            self.jo.touch(choice)
            expect(self.jo.button(choice)).to_have_attribute("aria-current", "true")
        self.jo.touch("I'm finished")
        self.jo.sees("Thank you")
        self.jo.proves()
        expect(self.jo.button(f"{name} takes the tablet and chooses")).to_be_visible()


@pytest.fixture
def ash(otters: House, comes: Comes) -> Beside:
    """Ash, who begins a plan of their own with Jo beside. What private means is said before the first word."""
    jo = comes(otters, touches=True).unlocks()
    jo.touch("Start another: My plan")
    jo.sees("Whose is it?")
    jo.touch("Another child")
    jo.writes("Name, as the child says it", "Ash")
    jo.touch("Start")
    jo.sees("A court can ask for it too.")
    expect(jo.button("Ash takes the tablet and chooses")).to_be_visible()
    return Beside(otters, jo, otters.plan("good-lives"))


def test_a_young_person_makes_a_plan_of_their_own_and_the_worker_answers_and_overwrites_nothing(ash: Beside) -> None:
    jo = ash.jo
    cards_by_touch_and_by_keys(ash)
    how_full_and_a_goal_with_a_step(ash)

    # A page that is private from the start is shut until they open it.
    jo.goes_to("What gets in the way")
    jo.sees("Private: only you and Jo. It is in nobody else's copy.")
    jo.touch("Open this page")
    jo.writes("Ash says", SECRET)
    jo.waits_for(lambda: [s.words for s in ash.said("way")] == [SECRET], "the secret on the disk")

    jo.goes_to("My say")
    jo.sees("What do I want to say?")
    assert SECRET not in jo.page.locator("body").aria_snapshot()
    jo.writes("Ash says", ASKED)
    jo.waits_for(lambda: [s.words for s in ash.said("my-say")] == [ASKED], "the question on the disk")
    jo.has_speak("Jo")
    jo.sees(ASKED)
    expect(jo.field("Ash says", every=True)).to_have_count(0)
    jo.touch("Answer")
    jo.writes("Jo says", ANSWERED)
    (question,) = ash.said("my-say")
    jo.waits_for(lambda: bool(sayings(ash.document, question.id)), "the answer on the disk")
    (answer,) = sayings(ash.document, question.id)
    assert (answer.by, answer.words) == (WORKER, ANSWERED)
    assert ash.said("my-say") == (question,), "Ash's own words stand as they were"
    for step in ("What matters to me", "Better ways"):
        jo.goes_to(step)
        jo.sees("Ash fills this in. Touch that face to go on.")
        expect(jo.field("What will it be like when it is fuller?", every=True)).to_have_count(0)


def cards_by_touch_and_by_keys(ash: Beside) -> None:
    jo = ash.jo
    jo.goes_to("What matters to me")
    jo.touch("6. Feeling calm inside")
    jo.touch("10 of 10")
    jo.touch("To the top")
    ash.comes_true(first="calm", calm=10)
    jo.sees("Put the cards in your own order. Touch one to say how much it matters.")
    jo.touch("1. Feeling calm inside, matters 10 of 10, on", exact=False)
    # By keys alone: the arrow of a card, and Enter.
    up = "Move up: People who have my back"
    before = [c.slug for c in ash.cards()].index("people")
    jo.button(up).focus()
    jo.page.keyboard.press("Enter")
    jo.waits_for(lambda: [c.slug for c in ash.cards()].index("people") == before - 1, "one place up, by keys")
    jo.writes("Something else that matters to you", "A room of my own")
    jo.touch("Add a card")
    jo.waits_for(lambda: ash.cards()[-1].title == "A room of my own", "an own card")


def how_full_and_a_goal_with_a_step(ash: Beside) -> None:
    jo = ash.jo
    jo.goes_to("How full is it now?")
    jo.touch("2 of 10")
    jo.waits_for(lambda: ash.cards()[0].now == 2, "how full")
    jo.touch("More for next time")
    jo.goes_to("Better ways")
    jo.touch("Feeling calm inside · 2 of 10")
    jo.writes("What will it be like when it is fuller?", TOWARDS)
    jo.waits_for(lambda: [g.towards for g in goals(ash.document, ORDER)] == [TOWARDS], "the goal")
    jo.goes_to("First steps")
    jo.touch("Add a step")
    jo.writes("What I do first, row 1", STEP)
    steps = "steps"
    jo.waits_for(
        lambda: [i.fields.get("what") for i in ash.document.children(None, section=steps)] == [STEP], "the step"
    )


WRITTEN = frozenset({"words", "towards", "title", "what", "helps", "know", "who", "yes", "phone", "name", "caption"})
"""The fields in which people write."""


def written(document: Document) -> Mapping[str, list[str]]:
    """Return what people wrote, letters only, by the page on which it stands."""
    found: dict[str, list[str]] = {}
    pages = {s.slug for s in document.kind.sections}
    for item in document.items.values():
        if item.section in pages:
            words = (v for k, v in item.fields.items() if k in WRITTEN and isinstance(v, str) and v)
            found.setdefault(item.section, []).extend(letters(w) for w in words)
    return found


def all_of(made: bytes) -> str:
    """Return all that a file tells: its text, the alternatives of its pictures, what is written about it."""
    with pikepdf.open(io.BytesIO(made)) as opened:
        about = [str(v) for v in opened.docinfo.values()]
        about.append(opened.Root.Metadata.read_bytes().decode() if "/Metadata" in opened.Root else "")
    return letters(" ".join([pdfium(made), *(f.alt for f in figures_of(made)), *about]))


def copies_for(b: Beside, name: str, to: Path, *papers: str) -> list[str]:
    """Make copies for somebody, and return all that is in each. papers: where there are several to choose from."""
    jo = b.jo
    jo.touch("Copy")
    jo.proves()
    jo.touch(f"For {name}")
    jo.touch("No")
    read = []
    for n, paper in enumerate(papers or ("",)):
        jo.sees(f"A copy for {name}")
        if paper:
            jo.touch(paper)
            expect(jo.button(paper)).to_have_attribute("aria-current", "true")
        expect(jo.button("Save the file")).to_be_visible()
        folder = to / f"{name}-{n}"
        folder.mkdir(parents=True)
        read.append(all_of(checked_pdf(jo.saves_the_file(folder).read_bytes())))
    jo.touch("Back")
    expect(jo.button("Copy")).to_be_visible()
    return read


def holds_what_is_open(read: str, document: Document, *, all_: bool = False) -> None:
    """Make sure that a copy has every word of the open pages, and none of the private ones unless it has all."""
    shut = frozenset() if all_ else private_sections(document)
    pages = written(document)
    theirs = [w for page, words in pages.items() if page not in shut for w in words]
    assert len(theirs) > 30
    assert [w for w in theirs if w not in read] == []
    open_too = "".join(theirs)
    withheld = [w for page in shut for w in pages.get(page, []) if w not in open_too]
    assert bool(withheld) is not all_
    assert [w for w in withheld if w in read] == []


def test_what_is_private_is_in_nobody_elses_copy_and_switched_both_ways_by_whose_plan_it_is(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Going for it")
    plan = next(p["id"] for p in otters.plans() if p["title"] == "Going for it")
    kit = Beside(otters, jo, plan)
    assert header(kit.document).whose == "kit"
    jo.goes_to("What gets in the way")
    jo.touch("Open this page")
    jo.writes("Kit says", SECRET, nth=-1)
    jo.waits_for(lambda: SECRET in [s.words for s in kit.said("way")], "the secret on the disk")

    (nans,) = copies_for(kit, "Nan", tmp_path / "1")
    holds_what_is_open(nans, kit.document)
    assert letters(SECRET) not in nans
    some, all_ = copies_for(
        kit, "Kit", tmp_path / "1", "The plan, without the private parts", "Everything, private parts too"
    )
    holds_what_is_open(some, kit.document)
    holds_what_is_open(all_, kit.document, all_=True)
    assert letters(SECRET) in all_

    kit.takes_the_tablet("Kit", "Everyone: What gets in the way", "Private: Better ways")
    assert private_sections(kit.document) == {"after", "hard", "right", "better"}
    (nans,) = copies_for(kit, "Nan", tmp_path / "2")
    holds_what_is_open(nans, kit.document)
    assert letters(SECRET) in nans

    kit.takes_the_tablet("Kit", "Private: What gets in the way", "Everyone: Better ways")
    (nans,) = copies_for(kit, "Nan", tmp_path / "3")
    holds_what_is_open(nans, kit.document)
    assert letters(SECRET) not in nans, "what is private again is not in the next copy"
