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


@component
def CopyScreen(session: Session, plan: OpenPlan, family: OpenPlan) -> ft.Control:
    """The way to a copy, one question after the other."""
    proved, set_proved = state(False)
    whom, set_whom = maybe(str)
    word, set_word = state(False)
    safe, set_safe = state("")
    copy, set_copy = maybe(Copy)
    wrong, set_wrong = state("")
    stopped, set_stopped = maybe(Leak)
    later, set_later = state(False)
    offered = offered_to(plan.document, whom)
    printed, set_printed = state(offered[0])
    bar = top_bar(session, back=session.handler(lambda: session.go(AtPlan(plan.id))), name=_("A copy"))
    who = people(plan.document)
    pictures = use_faces(session, family)

    def begin_again() -> None:
        set_whom(None)
        set_word(False)
        set_safe("")
        set_copy(None)
        set_wrong("")
        set_stopped(None)
        set_later(False)

    def may(person: str) -> bool:
        """Whether a person's copy may be there now; of nobody in particular, the worker's word says it."""
        return not person or may_hold(rules_of(family), person)

    def add(name: str) -> None:
        with session.minding():
            person = add_person(family, name, "family", *next_face(family))
            name_in(plan, person)
            set_whom(person.id)

    def promised(sentence: str) -> None:
        set_later(False)
        if sentence:
            session.go(AtPlan(plan.id))
            session.say(sentence, "done")

    if not proved:
        asked = ask_pin(
            session,
            why=_("The worker makes a copy."),
            then=lambda: set_proved(True),
        )
        return quiet_page(session, [asked], bar=bar)
    if whom is None:
        owed = owed_list(session, plan, family, who, set_whom)
        record = record_of_copies(session, plan, family, who, set_whom)
        chosen = for_whom(who, pictures, set_whom, written_names(plan.document), add)
        return quiet_page(session, [*owed, *chosen, *record], bar=bar)
    name = name_of(whom, who) if whom and whom != OFFICE else ""
    if not may(whom):
        rules = WhoMayHold(family.id, MakeCopy(plan.id), whom)
        return quiet_page(session, no_copy_yet(session, name, begin_again, lambda: session.go(rules)), bar=bar)
    if not whom and not word:
        return quiet_page(session, your_word(session, lambda: set_word(True), begin_again), bar=bar)

    async def answer(value: str) -> None:
        set_safe(value)
        if value == "no":
            await make(offered[0], whom)

    async def for_the_office() -> None:
        set_whom(OFFICE)
        set_safe("no")
        await make(offered_to(plan.document, OFFICE)[0], OFFICE)

    async def make(paper: Printed, person: str) -> None:
        set_printed(paper)
        set_copy(None)  # Until the other is there, there is none to save.
        workspace = session.workspace
        await workspace.settled()
        try:
            made = await asyncio.to_thread(
                make_copy,
                plan.document,
                person or None,
                family=rules_of(family),
                on_my_word=word,
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
            set_stopped(leak)
        except (NoCopyYet, StoreError) as fault:
            set_wrong(fault.sentence())
        else:
            set_copy(made)

    to_office = session.handler(for_the_office, once=True)
    if not safe and whom == OFFICE:
        return quiet_page(session, office_record(session, to_office), bar=bar)
    if not safe:
        return quiet_page(session, is_it_safe(session, answer), bar=bar)
    if safe != "no":
        office = to_office if safe == "not-sure" else None
        return quiet_page(session, instead(session, begin_again, office), bar=bar)
    if stopped is not None:
        to_plan = partial(session.go, AtPlan(plan.id))
        told = CopyStopped.keyed("copy-stopped")(session, stopped, again=begin_again, to_plan=to_plan)
        return quiet_page(session, [told], bar=bar)
    if wrong:
        again = controls.button(_("Start again"), session.handler(begin_again), key="again", height=56)
        return quiet_page(session, [controls.title(_("No copy was made")), controls.fault(wrong), again], bar=bar)
    if copy is None:
        return quiet_page(session, [controls.words(_("One moment …"), quiet=True)], bar=bar)
    if later:
        bring = BringLater.keyed("bring-later-screen")(
            session, plan, whom=whom, name=name, may=lambda: may(whom), done=promised
        )
        return quiet_page(session, [bring], bar=bar)
    choice = papers(session, offered, printed, partial(make, person=whom)) if len(offered) > 1 else []
    out = Out(
        copy=copy,
        name=name,
        office=whom == OFFICE,
        may_leave=lambda: may(whom),
        made=lambda: copy_made(session, plan, whom, printed.slug, copy.number),
        later=None if whom == OFFICE else session.handler(lambda: set_later(True)),
    )
    return ready(session, out, bar, choice)
