"""The made-up family's safety plan: three visits, and what was changed after the last.

Its edits have the days on which they are said to be made, so that "what is different" has something to tell.
"""

from datetime import time

from app.blocks.agreement.model import agree, agreements, write_initials
from app.blocks.review.model import begin_review, look_again_on, reviews
from app.blocks.review.model import write as write_review
from app.blocks.rings.model import add_member, called, members, tick
from app.blocks.rings.model import write as write_member
from app.blocks.rows.follow_up import instead, say_how
from app.blocks.rows.model import rows, set_cell
from app.blocks.storyboard.model import add_page
from app.blocks.worries.closed import PROUD, close, what_did_it
from app.blocks.worries.model import GOAL, SCALE, WORRY, marks, worries, write
from app.demo.making import Making
from app.demo.otters import BELL, COMES_AGAIN, JO, MIA, MUM, NAN, YOUNGEST, named
from app.demo.safety_words import (
    AGREED,
    CAME,
    DIFFERENT,
    FIRST,
    FIRST_ROWS,
    NEW_DAY,
    NEW_STEP,
    PEOPLE_ROUND_MIA,
    SAFE_PERSON,
    SAID,
    SECOND,
    SECOND_ROWS,
    SINCE,
    THIRD,
    THIRD_ROWS,
    TITLE,
    WENT,
    WORRIES,
    DemoMember,
    DemoWent,
    DemoWorry,
)
from app.document import WORKER, Person, new_id, people
from app.document.header import begin, change_header
from app.document.kind import Section
from app.ink.drawing import put
from app.ink.handwriting import scene
from app.store.summaries import summary_of
from app.workspace.workspace import Workspace
from plans.safety_plan import LATER, NEXT, SAFETY_PLAN

EVERYBODY = (JO, MIA, MUM, NAN, BELL)
HALF_PAST_THREE = time(15, 30)
"""When a visit begins, after school."""


async def make_safety_plan(workspace: Workspace, family: str) -> None:
    """Make the family's safety plan, and keep it. Raises NotSaved."""
    plan = await workspace.thread.run(workspace.vault.create, SAFETY_PLAN.slug)
    made = Making(SAFETY_PLAN, plan, workspace.vault.device, FIRST)
    _first_visit(made, family)
    _second_visit(made)
    _third_visit(made)
    _since(made)
    await workspace.thread.run(workspace.vault.append, plan, made.document.edits, summary_of(made.document))


def section(slug: str) -> Section:
    """Return a section of the safety plan. Raises LookupError for a slug that it has not."""
    found = SAFETY_PLAN.section(slug)
    if found is None:
        raise LookupError(slug)
    return found


def _first_visit(made: Making, family: str) -> None:
    made.make([begin(title=TITLE, family=family, youngest=YOUNGEST)])
    for person in EVERYBODY:
        made.make(named(made.document, person))
    for slug in ("going-well", "good"):
        made.say(slug, said=SAID[slug])
    _worry(made, WORRIES[0])
    made.rows(FIRST_ROWS)
    made.make(change_header(made.document, next=SECOND.isoformat()))


def _second_visit(made: Making) -> None:
    made.day = SECOND
    made.make(change_header(made.document, stage=NEXT))
    for slug in ("helped-before", "harder"):
        made.say(slug, said=SAID[slug])
    for worry in WORRIES[1:]:
        _worry(made, worry)
    for at, worry in enumerate(WORRIES):
        _goal(made, worry, at)
        _views(made, worry, at)
        _numbers(made, worry, at)
    for n, member in enumerate(PEOPLE_ROUND_MIA):
        _member(made, member, n)
    made.rows(SECOND_ROWS)
    person, words = SAFE_PERSON
    page = add_page(made.document, section("child"), "safe-person", by=person.id)
    made.make([page], person)
    made.say("child", parent=page.item.id, said=[(person, words)])
    for one in scene("talk-to", seed=YOUNGEST):
        made.make([put(made.document, page.item.id, one, section="child", by=person.id)], person)
    made.make(change_header(made.document, next=THIRD.isoformat()))


def _third_visit(made: Making) -> None:
    made.day = THIRD
    made.make(change_header(made.document, stage=LATER))
    made.make(begin_review(made.document, section("reviews"), by=WORKER, day=THIRD))
    (review,) = reviews(made.document, "reviews")
    for field, words in (("came", CAME), ("words", DIFFERENT)):
        made.make(write_review(made.document, review.id, field, words))
    for at, worry in enumerate(WORRIES):
        _numbers(made, worry, at)
        if worry.did:
            _closed(made, worry, at)
    for went in WENT:
        _went(made, went)
    made.rows(THIRD_ROWS)
    for person, how, initials in AGREED:
        made.make(agree(made.document, section("agreed"), by=person.id, how=how, day=THIRD))
        if initials:
            made.make(write_initials(made.document, agreements(made.document, "agreed")[-1].id, initials))
    made.make(look_again_on(made.document, review.id, COMES_AGAIN))


def _since(made: Making) -> None:
    made.day = SINCE
    made.rows({"steps": (NEW_STEP,)})
    name, field, words = NEW_DAY
    who = people(made.document)
    (one,) = (m for m in members(made.document, "network") if called(m, who) == name)
    made.make(write_member(made.document, one.id, field, words))


def _worry(made: Making, worry: DemoWorry) -> None:
    by = worry.worried
    said = write(
        made.document, "worries", new_id(), WORRY, by=by.id, for_whom=section("worries").for_whom, **worry.said
    )
    made.make(said, by)


def _goal(made: Making, worry: DemoWorry, at: int) -> None:
    for item_type, said in ((GOAL, worry.goal), (SCALE, worry.scale)):
        id = worries(made.document, "worries")[at].id
        whom = section("worries").for_whom
        made.make(write(made.document, "worries", id, item_type, by=worry.worried.id, for_whom=whom, **said))


def _views(made: Making, worry: DemoWorry, at: int) -> None:
    there = worries(made.document, "worries")[at]
    for person, stand, words in worry.views:
        made.answer(person, there.id, marks(there)[0], shown=True, stand=stand, words=words)


def _numbers(made: Making, worry: DemoWorry, at: int) -> None:
    there = worries(made.document, "worries")[at]
    for day, person, number, words, higher, shown in worry.numbers:
        if day == made.day:
            said: dict[str, str | int] = {"number": number, "words": words, "higher": higher}
            made.answer(person, there.scale.id, marks(there)[1], shown=shown, **said)


def _closed(made: Making, worry: DemoWorry, at: int) -> None:
    there = worries(made.document, "worries")[at]
    made.make(what_did_it(made.document, there.id, worry.did))
    made.make(close(made.document, there.id, by=worry.worried.id, day=made.day))
    made.say("worries", parent=there.id, said=worry.proud, asked=PROUD)


def _went(made: Making, went: DemoWent) -> None:
    (promise,) = (r for r in rows(made.document, "promises") if r.cells.get("what") == went.what)
    made.make(say_how(made.document, promise.id, "kept", went.how, by=went.who.id, day=made.day), went.who, "practice")
    made.make(set_cell(made.document, promise.id, "kept-why", went.why), went.who)
    if went.instead:
        step = new_id()
        made.make(instead(made.document, promise.id, by=WORKER, id=step))
        for column, cell in went.instead.items():
            made.make(set_cell(made.document, step, column, cell))


def _member(made: Making, member: DemoMember, n: int) -> None:
    # By its id, a name without a person has a face: the same in every picture.
    id, who = f"round-mia-{n}", member.who
    person, name = (who.id, "") if isinstance(who, Person) else ("", who)
    made.make(
        add_member(
            made.document, section("network"), id=id, person=person, name=name, ring=member.ring, children=(MIA.id,)
        )
    )
    for field, words in member.words.items():
        made.make(write_member(made.document, id, field, words))
    for field in member.ticks:
        made.make(tick(made.document, id, field))
