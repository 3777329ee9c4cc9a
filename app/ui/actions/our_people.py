"""What is done with a family's people: each change, and that every plan of the family learns of it at once.

A plan keeps a copy of the names that it uses. One that cannot be opened now, or is in the bin, learns when it is opened
(`learn`, from app/ui/screens/router.py). None of it is to be had while somebody else holds the tablet.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.blocks.rows.reassign import Open, give_to, of_the_worker, open_of
from app.document import PEOPLE, WORKER, Add, Change, Person, Set, new_id, people
from app.document.family_people import (
    are_two,
    as_the_family_says,
    correct,
    join,
    leave,
    leave_as_it_is,
    left_as_it_is,
    rename_from_now,
    say_age,
    worker_hands_on,
)
from app.document.header import HEADER, header, rename
from app.document.people import EARLIER, as_name, item_of
from app.document.saying import SOMEBODY
from app.language import _
from app.store import InTheBin, StoreError
from app.ui.actions.families import (
    WORKERS_NAME,
    cards,
    families,
    family_people,
    name_in,
    the_worker,
    titled,
    workers_name,
)
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session
from app.workspace.workspace import NotAllowed

HANDING_ON = "handing-on"
"""The undo scope in which something is given to somebody else, because whoever was to do it has left."""


@dataclass(frozen=True)
class ToGive:
    """Something that somebody who left was to do."""

    plan: OpenPlan
    """The plan in which it stands."""
    open: Open
    """The place in it that names them."""


def learn(session: Session, plan: OpenPlan, family: OpenPlan, worker: Person | None) -> None:
    """Make a plan know what its family's document says of its people. worker: None where nobody said their name."""
    if plan.id == family.id or "read-only" in (plan.saving, family.saving):
        return
    changes = as_the_family_says(plan.now, family.now, worker, session.application.today)
    earlier = next((id for c in changes if (id := _hands_on(c))), "")
    rows = of_the_worker(plan.now, earlier) if earlier else ()
    plan.make((*changes, *rows), undo_scope=PEOPLE)


def _hands_on(change: Change) -> str:
    """Return the earlier worker's own id, where a change says that a colleague is the worker now; else ""."""
    if not (isinstance(change, Add) and change.item.item_type == EARLIER.slug):
        return ""
    fields = change.item.fields
    return str(fields.get("now") or "") if fields.get("ref") == WORKER else ""


async def named_worker(session: Session) -> Person | None:
    """Return the worker as this tablet names them; None where nobody said their name."""
    worker = await the_worker(session)
    return worker if worker.name != _("The worker") else None


async def plans_of(session: Session, family: OpenPlan) -> list[OpenPlan]:
    """Return a family's plans, opened; those that cannot be read, or are in the bin, are left out."""
    found: list[OpenPlan] = []
    for card in await cards(session):
        if card.family == family.id and not card.damaged:
            with suppress(InTheBin, StoreError):
                found.append(await session.open(card.document))
    return found


async def tell_plans(session: Session, family: OpenPlan) -> None:
    """Make every plan of a family know what has changed."""
    worker = await named_worker(session)
    for plan in await plans_of(session, family):
        learn(session, plan, family, worker)
    session.version += 1


async def change(session: Session, family: OpenPlan, changes: Sequence[Change]) -> None:
    """Make changes to a family's people, and tell its plans."""
    _for_the_worker(session)
    family.make(changes, undo_scope=PEOPLE)
    await tell_plans(session, family)


async def name(session: Session, family: OpenPlan, person: Person, words: str, *, now: bool) -> None:
    """Give somebody another name. now: they are called so from now on; else it was written wrong. Raises NotAccepted.

    A plan that has a child's name in its title has the new one, too.
    """
    _for_the_worker(session)
    if person.id not in people(family.now):
        name_in(family, person)
    made = rename_from_now(family.now, person.id, words) if now else correct(family.now, person.id, name=words)
    await change(session, family, made)
    for each in await plans_of(session, family):
        if header(each.now).title == titled(each.now.kind, person.name):
            with suppress(NotAllowed):
                each.make(rename(each.now, titled(each.now.kind, as_name(words))), undo_scope=HEADER)


async def put_right(session: Session, family: OpenPlan, person: str, *, role: str, colour: int, shape: str) -> None:
    """Put right who somebody is to the child, and their colour and shape. Raises NotAccepted."""
    await change(session, family, correct(family.now, person, role=role, colour=colour, shape=shape))


async def set_age(session: Session, family: OpenPlan, person: str, age: int | None) -> None:
    """Say how old somebody is today; None: not known. Raises NotAccepted."""
    await change(session, family, say_age(family.now, person, age, session.application.today))


async def has_left(session: Session, family: OpenPlan, person: str, why: str) -> None:
    """Say that somebody is not among a family's people any more (why, of LEFT), or is again ("")."""
    await change(session, family, leave(family.now, person, why, session.application.today))
    await _silent(session, family, person)


async def is_the_same(session: Session, family: OpenPlan, person: str, same: str) -> None:
    """Join somebody to another: they were typed twice."""
    await change(session, family, join(family.now, person, same))
    await _silent(session, family, person)


async def two_again(session: Session, family: OpenPlan, person: str) -> None:
    """Somebody who was joined to another is a person of their own again."""
    await change(session, family, are_two(family.now, person))


async def _silent(session: Session, family: OpenPlan, person: str) -> None:
    """Nobody speaks any more in whose name nothing new is said."""
    for plan in await plans_of(session, family):
        if plan.speaker == person:
            plan.speaker = SOMEBODY


async def name_worker(session: Session, family: OpenPlan, words: str) -> None:
    """Put the worker's own name right: for this family, and for every family that has the same. Raises NotAccepted."""
    _for_the_worker(session)
    before = family_people(family, await the_worker(session))[WORKER]
    now = as_name(words)
    name_in(family, before._replace(name=now))
    kept = await workers_name(session)
    if kept in ("", before.name):
        await session.settings.keep(WORKERS_NAME, now)
    await tell_plans(session, family)


async def hand_on(session: Session, family: OpenPlan, words: str, *, everywhere: bool) -> None:
    """A colleague is this family's worker from now on. everywhere: and that of every family that is yet to come.

    What the worker said until now stays under their name, and what they promised is theirs until it is given to
    somebody. Raises NotAccepted.
    """
    _for_the_worker(session)
    before = family_people(family, await the_worker(session))[WORKER]
    changes = worker_hands_on(family.now, words, before._replace(id=new_id()), session.application.today)
    if everywhere:
        # No other family's worker has changed: they keep the name that they know.
        for card in await families(session):
            with suppress(InTheBin, StoreError):
                other = await session.open(card.document)
                if other.id != family.id and WORKER not in people(other.now):
                    name_in(other, await the_worker(session))
        await session.settings.keep(WORKERS_NAME, as_name(words))
    await change(session, family, changes)


async def to_give(session: Session, family: OpenPlan, person: str) -> list[ToGive]:
    """Return what somebody who left was to do, in all plans, without what is left as it is."""
    kept = left_as_it_is(family.now)
    who = people(family.now)
    plans = await plans_of(session, family)
    found = [ToGive(plan, one) for plan in plans for one in open_of(plan.now, person, {**people(plan.now), **who})]
    return [one for one in found if one.open.key not in kept]


def give(session: Session, family: OpenPlan, worker: Person, one: ToGive, person: str) -> None:
    """Give it to somebody else, who then stands in that plan. Raises NotAllowed."""
    _for_the_worker(session)
    name_in(one.plan, family_people(family, worker)[person])
    one.plan.make(give_to(one.plan.now, one.open, person), undo_scope=HANDING_ON)


def leave_it(session: Session, family: OpenPlan, one: ToGive) -> None:
    """It stays theirs, and is offered to nobody any more."""
    _for_the_worker(session)
    family.make(leave_as_it_is(family.now, one.open.key), undo_scope=PEOPLE)


def name_aside(plan: OpenPlan, person: Person) -> None:
    """Make a plan name somebody who does not stand in it: on the worker's own papers."""
    if person.id not in people(plan.now):
        name_in(plan, person)
        out_of_plan(plan, person.id)


def out_of_plan(plan: OpenPlan, person: str) -> None:
    """Somebody stands in a plan no more; what they said in it stays. Choosing them again brings them back."""
    item = item_of(plan.now, person)
    if item is not None and person != WORKER:
        plan.make([Set(item.id, "aside", True)], undo_scope=PEOPLE)


def rename_family(session: Session, family: OpenPlan, words: str) -> None:
    """Give a family another nickname. Raises NotAccepted."""
    _for_the_worker(session)
    family.make(rename(family.now, words), undo_scope=HEADER)
    session.version += 1


def _for_the_worker(session: Session) -> None:
    if session.handed or session.family_time:
        raise NotAllowed("somebody else has the tablet")
