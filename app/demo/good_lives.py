"""The made-up family's Good Lives plan: Kit's, who is fifteen. What they say, in three visits with Jo beside."""

from app.blocks.cards.changes import fill, matters
from app.blocks.cards.model import aim, cards, own_card, put
from app.blocks.review.model import begin_review, look_again_on, reviews
from app.blocks.review.model import write as write_review
from app.blocks.storyboard.model import caption, pages
from app.demo.good_lives_words import (
    AGAIN,
    CAPTION,
    COMES_AGAIN,
    DIFFERENT,
    FIFTEEN,
    FIRST,
    FUTURE,
    GOALS,
    KIT,
    LADDER,
    NEXT_TIME,
    NUMBERS,
    ORDER,
    OWN_CARD,
    SIDE,
    STEPS,
    TITLE,
    WORDS,
)
from app.demo.making import Making
from app.demo.otters import JO, NAN, named
from app.document import name_holder, switch
from app.document.header import begin, change_header
from app.document.saying import sayings
from app.ink.drawing import put as draw
from app.ink.handwriting import scene
from app.store.summaries import summary_of
from app.workspace.workspace import Workspace
from plans.good_lives import GOOD_LIVES, LATER, NEXT
from plans.good_lives_pages import FULL as FULL_CARDS
from plans.good_lives_pages import GOALS as GOAL_CARDS
from plans.good_lives_pages import ORDER as CARDS


async def make_good_lives(workspace: Workspace, family: str) -> None:
    """Make Kit's plan, and keep it. Raises NotSaved."""
    plan = await workspace.thread.run(workspace.vault.create, GOOD_LIVES.slug)
    made = Making(GOOD_LIVES, plan, workspace.vault.device, FIRST)
    made.make([begin(title=TITLE, family=family, youngest=FIFTEEN), *GOOD_LIVES.beginning(GOOD_LIVES, FIFTEEN)])
    for person in (JO, KIT, NAN):
        made.make(named(made.document, person))
    made.make(name_holder(made.document, KIT.id))
    _first_visit(made)
    _next_visit(made)
    _look_again(made)
    await workspace.thread.run(workspace.vault.append, plan, made.document.edits, summary_of(made.document))


def _first_visit(made: Making) -> None:
    _words(made)
    id, title = OWN_CARD
    made.make(own_card(made.document, CARDS, title, by=KIT.id, id=id), KIT)
    for at, key in enumerate(ORDER):
        made.make(put(made.document, CARDS, key, at, by=KIT.id), KIT)
        made.make(matters(made.document, CARDS, key, NUMBERS[key].matters, by=KIT.id, day=made.day), KIT)
    _how_full(made, again=False)
    (page,) = pages(made.document, "future")
    made.say("future", parent=page.id, said=[(KIT, FUTURE)])
    made.make(caption(page, CAPTION), KIT)
    for stroke in scene("future", seed=FIFTEEN):
        made.make([draw(made.document, page.id, stroke, section="future", by=KIT.id)], KIT)


def _next_visit(made: Making) -> None:
    made.day = NEXT_TIME
    made.make(change_header(made.document, stage=NEXT))
    _words(made)
    for goal in GOALS:
        made.make(
            aim(
                made.document, GOAL_CARDS, made.section("better"), goal.card, by=KIT.id, goal=True, towards=goal.towards
            ),
            KIT,
        )
        card = next(c.id for c in cards(made.document, GOAL_CARDS) if c.key == goal.card)
        made.say("better", parent=card, said=[(KIT, way) for way in goal.ways])
        made.say("better", parent=card, said=[(JO, goal.added)])
    made.rows({"steps": STEPS, "side": SIDE, "hard": LADDER}, KIT)


def _look_again(made: Making) -> None:
    made.day = AGAIN
    made.make(change_header(made.document, stage=LATER))
    made.make(begin_review(made.document, made.section("again"), by=KIT.id, day=AGAIN), KIT)
    (review,) = reviews(made.document, "again")
    for field, words in (("came", "Kit and Jo"), ("words", DIFFERENT)):
        made.make(write_review(made.document, review.id, field, words), KIT)
    _how_full(made, again=True)
    made.make(switch(made.document, "right", to_private=True), KIT)
    _words(made)
    made.make(look_again_on(made.document, review.id, COMES_AGAIN), KIT)


def _how_full(made: Making, *, again: bool) -> None:
    section = made.section("full")
    for key, number in NUMBERS.items():
        full = number.again if again else number.first
        made.make(fill(made.document, FULL_CARDS, section, key, full, by=KIT.id, day=made.day), KIT)


def _words(made: Making) -> None:
    for one in WORDS[made.day]:
        made.say(one.page, said=[(one.person, one.words)], asked=one.asked)
        if one.answer:
            latest = sayings(made.document, None, section=one.page)[-1].id
            made.say(one.page, parent=latest, said=[(JO, one.answer)])
