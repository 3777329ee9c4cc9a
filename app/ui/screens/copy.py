"""A copy for somebody: the PIN, for whom, whether it is safe to hold, then what is in it, then the file.

Source: docs/domain/sharing.md. Only whom the worker said so may hold one; "Yes" makes no file, and says what can be
done instead; "Not sure" leads to the office's own copy.
"""

import asyncio
from functools import partial

import flet as ft

from app.document import people
from app.document.copy_rules import OFFICE, may_hold
from app.document.kind import Printed
from app.export.copies import Copy, Leak, NoCopyYet, last_number, make_copy, offered_to
from app.export.outline import written_names
from app.kit import controls
from app.kit.component import component, maybe, state
from app.language import _, current
from app.sayings.outline import name_of
from app.store import StoreError
from app.store.copy_number import take_number
from app.store.helplines import helplines_for_paper
from app.ui.actions.copy_rules import rules_of
from app.ui.actions.families import add_person, name_in, next_face
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.bring_later import BringLater, copy_made, owed_list, record_of_copies
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.copy_asked import for_whom, instead, is_it_safe, no_copy_yet, office_record, your_word
from app.ui.screens.copy_ready import Out, papers, ready
from app.ui.screens.copy_stopped import CopyStopped
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPlan, MakeCopy, WhoMayHold
from app.ui.session.session import Session


class CopyWay:
    """What was answered on the way to a copy, and what each answer does. A part of the component that makes it.

    whom: a person id, "" for nobody in particular, None as long as nobody was chosen. word: the worker said that it is
    safe whoever reads it. safe: "yes", "no" (nobody else could see it), "not-sure", "" as long as it was not asked.
    """

    def __init__(self, session: Session, plan: OpenPlan, family: OpenPlan) -> None:
        self.session, self.plan, self.family = session, plan, family
        self.proved, self.set_proved = state(False)
        self.whom, self.set_whom = maybe(str)
        self.word, self.set_word = state(False)
        self.safe, self.set_safe = state("")
        self.copy, self.set_copy = maybe(Copy)
        self.wrong, self.set_wrong = state("")
        self.stopped, self.set_stopped = maybe(Leak)
        self.later, self.set_later = state(False)
        self.offered = offered_to(plan.document, self.whom)
        self.printed, self.set_printed = state(self.offered[0])

    def begin_again(self) -> None:
        """Ask for whom it is once more."""
        self.set_whom(None)
        self.set_word(False)
        self.set_safe("")
        self.set_copy(None)
        self.set_wrong("")
        self.set_stopped(None)
        self.set_later(False)

    def may(self, person: str) -> bool:
        """Whether a person's copy may be there now; of nobody in particular, the worker's word says it."""
        return not person or may_hold(rules_of(self.family), person)

    def add(self, name: str) -> None:
        """Put somebody who is written down in the plan among the family's people: it is for them."""
        with self.session.minding():
            person = add_person(self.family, name, "family", *next_face(self.family))
            name_in(self.plan, person)
            self.set_whom(person.id)

    def promised(self, sentence: str) -> None:
        """It is brought another day; "": it is not."""
        self.set_later(False)
        if sentence:
            self.session.go(AtPlan(self.plan.id))
            self.session.say(sentence, "done")

    async def answer(self, person: str, value: str) -> None:
        """Whether somebody else could see it: "no" makes it."""
        self.set_safe(value)
        if value == "no":
            await self.make(self.offered[0], person)

    async def for_the_office(self) -> None:
        """Make the office's own record."""
        self.set_whom(OFFICE)
        self.set_safe("no")
        await self.make(offered_to(self.plan.document, OFFICE)[0], OFFICE)

    async def make(self, paper: Printed, person: str) -> None:
        """Make the copy on one of the papers; what stops it is told."""
        self.set_printed(paper)
        self.set_copy(None)  # Until the other is there, there is none to save.
        session, plan, workspace = self.session, self.plan, self.session.workspace
        await workspace.settled()
        try:
            made = await asyncio.to_thread(
                make_copy,
                plan.document,
                person or None,
                family=rules_of(self.family),
                on_my_word=self.word,
                # Taken before there is a file: a gap is fine, and none ever comes twice.
                number=await workspace.thread.run(
                    partial(take_number, workspace.vault, above=last_number(plan.document))
                ),
                made=session.application.today,
                language=current(),
                photos=await plan.read_photos(),
                printed=paper.slug,
                helplines=helplines_for_paper((await session.application.door()).helplines),
            )
        except Leak as leak:
            self.set_stopped(leak)
        except (NoCopyYet, StoreError) as fault:
            self.set_wrong(fault.sentence())
        else:
            self.set_copy(made)


@component
def CopyScreen(session: Session, plan: OpenPlan, family: OpenPlan) -> ft.Control:
    """The way to a copy, one question after the other."""
    way = CopyWay(session, plan, family)
    bar = top_bar(session, back=session.handler(lambda: session.go(AtPlan(plan.id))), name=_("A copy"))
    who = people(plan.document)
    pictures = use_faces(session, family)
    whom = way.whom
    if not way.proved:
        asked = ask_pin(session, why=_("The worker makes a copy."), then=lambda: way.set_proved(True))
        return quiet_page(session, [asked], bar=bar)
    if whom is None:
        owed = owed_list(session, plan, family, who, way.set_whom)
        record = record_of_copies(session, plan, family, who, way.set_whom)
        chosen = for_whom(who, pictures, way.set_whom, written_names(plan.document), way.add)
        return quiet_page(session, [*owed, *chosen, *record], bar=bar)
    name = name_of(whom, who) if whom and whom != OFFICE else ""
    still_asked = _still_asked(way, whom, name)
    if still_asked is not None:
        return quiet_page(session, still_asked, bar=bar)
    if way.copy is None or way.stopped is not None or way.wrong:
        return quiet_page(session, _none_made(way), bar=bar)
    if way.later:
        bring = BringLater.keyed("bring-later-screen")(
            session, plan, whom=whom, name=name, may=lambda: way.may(whom), done=way.promised
        )
        return quiet_page(session, [bring], bar=bar)
    return _made(way, way.copy, whom, name, bar)


def _still_asked(way: CopyWay, whom: str, name: str) -> list[ft.Control] | None:
    """What is still to be said before a copy for somebody is made; None where all is."""
    session = way.session
    if not way.may(whom):
        rules = WhoMayHold(way.family.id, MakeCopy(way.plan.id), whom)
        return no_copy_yet(session, name, way.begin_again, lambda: session.go(rules))
    if not whom and not way.word:
        return your_word(session, lambda: way.set_word(True), way.begin_again)
    to_office = session.handler(way.for_the_office, once=True)
    if not way.safe:
        return office_record(session, to_office) if whom == OFFICE else is_it_safe(session, partial(way.answer, whom))
    if way.safe != "no":
        return instead(session, way.begin_again, to_office if way.safe == "not-sure" else None)
    return None


def _none_made(way: CopyWay) -> list[ft.Control]:
    """What shows where there is no copy: it was stopped, something went wrong, or it is being made."""
    session = way.session
    if way.stopped is not None:
        to_plan = partial(session.go, AtPlan(way.plan.id))
        return [CopyStopped.keyed("copy-stopped")(session, way.stopped, again=way.begin_again, to_plan=to_plan)]
    if way.wrong:
        again = controls.button(_("Start again"), session.handler(way.begin_again), key="again", height=56)
        return [controls.title(_("No copy was made")), controls.fault(way.wrong), again]
    return [controls.words(_("One moment …"), quiet=True)]


def _made(way: CopyWay, copy: Copy, whom: str, name: str, bar: ft.Control) -> ft.Control:
    """The copy to look over, on any of its papers."""
    session, plan, printed = way.session, way.plan, way.printed
    several = len(way.offered) > 1
    choice = papers(session, way.offered, printed, partial(way.make, person=whom)) if several else []
    out = Out(
        copy=copy,
        name=name,
        office=whom == OFFICE,
        may_leave=lambda: way.may(whom),
        made=lambda: copy_made(session, plan, whom, printed.slug, copy.number),
        later=None if whom == OFFICE else session.handler(lambda: way.set_later(True)),
    )
    return ready(session, out, bar, choice)
