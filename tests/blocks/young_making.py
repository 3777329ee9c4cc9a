"""Ash's plan for tests: a young person, a worker and a friend in it, and something said on every page."""

from collections.abc import Sequence
from datetime import date

from app.blocks.cards.changes import fill, matters
from app.blocks.cards.model import aim, own_card, put
from app.blocks.rows.model import add_row
from app.document import WORKER, Change, Document, Person, Section, fold, may, name_holder, name_person, new_id
from app.document.header import begin
from app.document.saying import say
from plans.good_lives import GOOD_LIVES
from plans.good_lives_pages import FULL, GOALS, ORDER
from tests.document.making import edit, then

ASH = Person("p-ash", "Ash", "child", 0, "circle")
MO = Person("p-mo", "Mo", "friend", 1, "circle")
JO = Person(WORKER, "Jo", "professional", 2, "square")

FIRST = date(2026, 3, 2)
"""The day on which its numbers were given."""

NUMBERS = {"calm": (10, 2), "good-at": (9, 3), "choices": (9, 2), "people": (8, 6), "today": (5, 8)}
"""How important, and how full."""

SHUT = (
    "I wanted somebody to take me seriously",
    "I go from nought to a hundred",
    "My jaw goes tight",
    "three songs with headphones",
    "0117 496 0999",
)
"""What stands on the three private pages."""


def section(slug: str) -> Section:
    found = GOOD_LIVES.section(slug)
    assert found is not None
    return found


def made(document: Document, changes: Sequence[Change], *, by: str = ASH.id) -> Document:
    """Return the document after changes that are allowed, one by one."""
    for change in changes:
        assert may(by, change, document), change
        document = then(document, edit(change, by=by))
    return document


def blank() -> Document:
    """Return Ash's plan with nothing said in it."""
    document = fold("plan", GOOD_LIVES, ())
    document = made(document, [begin(title="My plan"), *GOOD_LIVES.beginning(GOOD_LIVES, 15)], by=WORKER)
    for n, person in enumerate((JO, ASH, MO)):
        document = made(document, name_person(document, person, position=f"a{n}"), by=WORKER)
    return made(document, name_holder(document, ASH.id), by=WORKER)


def says(
    document: Document, page: str, words: str, *, asked: str = "", by: str = ASH.id, parent: str | None = None
) -> Document:
    said = say(document, words, id=new_id(), section=page, by=by, scribe=by, asked=asked, parent=parent)
    return made(document, said, by=by)


def row(document: Document, page: str, *, by: str = ASH.id, **cells: str) -> Document:
    return made(document, add_row(document, section(page), by=by, cells=cells), by=by)


def whole() -> Document:
    """Return the plan with something on every page."""
    document = blank()
    document = says(document, "me", "Bikes, and fixing them", asked="into")
    document = says(document, "me", "He taught me to true a wheel", asked="good-at", by=WORKER)
    for slug, (important, full) in NUMBERS.items():
        document = made(document, matters(document, ORDER, slug, important, by=ASH.id, day=FIRST))
        document = made(document, fill(document, FULL, section("full"), slug, full, by=ASH.id, day=FIRST))
    document = made(document, put(document, ORDER, "calm", 0, by=ASH.id))
    document = made(document, own_card(document, ORDER, "My own room", by=ASH.id, id="room"))
    towards = "I sleep through the night"
    document = made(document, aim(document, GOALS, section("better"), "calm", by=ASH.id, goal=True, towards=towards))
    document = says(document, "better", "Ride round the reservoir", parent="card-calm")
    document = row(document, "steps", what="Ask at the bike shop", helps="Mo", know="They say yes or no")
    document = row(document, "side", who="Mo", yes="Rides with me on Sundays", phone="0117 496 0123")
    document = says(document, "now", "I ring Mo when it is loud at home", asked="works")
    document = says(document, "right", "What would help the shop", asked="needs")
    document = says(document, "my-say", "Can I see what you write?", asked="ask")
    question = document.children(None, section="my-say")[-1].id
    document = says(document, "my-say", "Yes, I will bring it on Thursday", by=WORKER, parent=question)
    document = says(document, "proud", "I finished the blue bike")
    document = says(document, "after", SHUT[0])
    document = says(document, "way", SHUT[1], asked="inside")
    document = row(document, "hard", rung="signs", what=SHUT[2])
    document = row(document, "hard", rung="first", what=f"I play {SHUT[3]}")
    return row(document, "hard", rung="call", what="Say: come and ride", name="Aunt Bea", phone=SHUT[4])
