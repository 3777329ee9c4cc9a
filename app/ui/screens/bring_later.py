"""A copy that is brought another day: the worker's promise, with a day, until the copy is made.

Who may know that somebody gets a copy is asked each time. Source: docs/domain/sharing.md ("What the family may read of
the record of copies obeys the same filter").
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import flet as ft

from app.document import EVERYONE, WORKER, ForWhom, Person, Remove, bring_back, sees
from app.document.copies_due import made_for, promise_copy
from app.document.copy_log import record_copy
from app.document.copy_rules import copies_to_bring
from app.document.kind import Promised
from app.kit import controls, theme
from app.kit.calendar import DayChoice
from app.kit.component import component, maybe, state
from app.kit.controls import Handler
from app.kit.removal import RemovedItem, standing, use_removals
from app.language import _, full_date, isolate
from app.sayings.copy_log import copy_lines
from app.sayings.outline import name_of, promise_line
from app.ui.actions.copy_rules import rules_of
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session

UNDO_SCOPE = "copies"
"""Where what is owed is written down, and where it is crossed out."""


@component
def BringLater(
    session: Session,
    plan: OpenPlan,
    *,
    whom: str,
    name: str,
    may: Callable[[], bool],
    done: Callable[[str], None],
) -> ft.Control:
    """The day on which a copy is brought, and who may read that.

    whom: a person id, "" for nobody in particular; name: theirs. may(): whether they may hold one, at the moment of
    a touch. done(sentence): it is promised; "" is not now.
    """
    day, set_day = maybe(date)
    choosing, set_choosing = state(False)
    today = session.application.today

    def on(chosen: date) -> Handler:
        def act() -> None:
            set_choosing(False)
            set_day(chosen)

        return session.handler(act)

    def weeks(key: str, words: str, n: int) -> ft.Control:
        wanted = today + timedelta(weeks=n)
        return controls.button(words, on(wanted), key=key, height=56, chosen=day == wanted)

    other = controls.button(
        _("Another day"),
        session.handler(lambda: set_choosing(not choosing)),
        key="bring-other",
        height=56,
        chosen=choosing,
    )

    def promise(for_whom: ForWhom) -> Handler:
        def act() -> None:
            if day is None or not may():
                return  # Another tab has changed the rule: nothing is promised.
            _promise(plan, whom, day, for_whom)
            told = _("You promised a copy by {date}. It stays open until you save or share it.")
            # What not everyone may know is not told to the table either, where the plan is open again.
            done(told.format(date=full_date(day)) if for_whom == EVERYONE else _("That is kept."))

        return session.handler(act, once=True)

    return ft.Column(
        [
            controls.title(_("On which day will you bring this copy?")),
            controls.words(full_date(day) if day else _("There is no date yet."), quiet=day is None),
            ft.Row([weeks("bring-1", _("In one week"), 1), weeks("bring-2", _("In two weeks"), 2), other], wrap=True),
            *([DayChoice.keyed("bring-day")(today=today, chosen=day, choose=on)] if choosing else []),
            *(_who_reads_it(whom, name, promise) if day is not None else []),
            ft.Row([controls.link(_("Not now"), session.handler(lambda: done("")), key="bring-not-now")]),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _promise(plan: OpenPlan, whom: str, day: date, for_whom: ForWhom) -> None:
    what = _("Bring a copy of this plan")
    plan.make(promise_copy(plan.now, whom=whom, until=day, what=what, for_whom=for_whom), undo_scope=UNDO_SCOPE)


def _who_reads_it(whom: str, name: str, promise: Callable[[ForWhom], Handler]) -> list[ft.Control]:
    """Whether everybody may know that this copy comes, or only whom it is for."""
    told = _("Only {name} and you").format(name=isolate(name))
    only = promise(ForWhom("people", (whom,)))
    return [
        controls.heading(_("Who may read this promise?")),
        ft.Row(
            [
                controls.button(_("Everyone at the table"), promise(EVERYONE), key="owe-everyone", height=56),
                *([controls.button(told, only, key="owe-only", height=56)] if whom else []),
            ],
            wrap=True,
        ),
        controls.quiet(_("What everyone may read is shown at the next visit. The rest is kept here, behind your PIN.")),
    ]


def owed_list(
    session: Session, plan: OpenPlan, family: OpenPlan, who: Mapping[str, Person], choose: Callable[[str], None]
) -> list[ft.Control]:
    """Return the copies that the worker said to everybody they would bring, with the ways to make and cross them out.

    One for somebody who may hold none is not among them, nor one that not everyone may know of: others look at this
    screen (see record_of_copies).
    """

    return [OwedList.keyed("owed-list")(session, plan, family, who, choose, open_to_all=True)]


def record_of_copies(
    session: Session, plan: OpenPlan, family: OpenPlan, who: Mapping[str, Person], choose: Callable[[str], None]
) -> list[ft.Control]:
    """Return the way to the worker's record: who has a copy, and who is to have one that not everyone knows of."""
    return [ft.Divider(color=theme.LINE), RecordOfCopies.keyed("record-of-copies")(session, plan, family, who, choose)]


@component
def RecordOfCopies(
    session: Session, plan: OpenPlan, family: OpenPlan, who: Mapping[str, Person], choose: Callable[[str], None]
) -> ft.Control:
    """The record, shut until it is opened: shut it looks the same, whatever is in it."""
    opened, set_opened = state(False)
    if not opened:
        return ft.Column(
            [
                controls.quiet(_("Others may look at this screen. Open it when only you can see.")),
                ft.Row([controls.link(_("Your record of copies"), lambda: set_opened(True), key="open-record")]),
            ],
            spacing=theme.GAP_S,
        )
    made = [controls.heading(_("Copies made here")), *map(controls.words, copy_lines(plan.document))]
    return ft.Column(
        [
            OwedList.keyed("owed-apart")(session, plan, family, who, choose, open_to_all=False),
            *(made if len(made) > 1 else [controls.words(_("No copies were made yet."), quiet=True)]),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def OwedList(
    session: Session,
    plan: OpenPlan,
    family: OpenPlan,
    who: Mapping[str, Person],
    choose: Callable[[str], None],
    *,
    open_to_all: bool,
) -> ft.Control:
    """The list; what is crossed out can be brought back where it stood. open_to_all: of what everyone may know."""
    removals = use_removals()

    def away(owed: Promised, words: str) -> Handler:
        def back() -> None:
            change = bring_back(plan.now, owed.item)
            if change is not None:
                plan.make([change], undo_scope=UNDO_SCOPE)

        def act() -> None:
            among = tuple(o.item for o in copies_to_bring(plan.now, rules_of(family)))
            if owed.item in among and removals.heeds():
                plan.make([Remove(owed.item)], undo_scope=UNDO_SCOPE)
                removals.add(RemovedItem(owed.item, words, UNDO_SCOPE, among, back))

        return session.handler(act)

    def line(owed: Promised) -> ft.Control:
        copy = (
            _("A copy for {name}").format(name=isolate(name_of(owed.whom, who)))
            if owed.whom
            else _("A copy for nobody in particular")
        )
        words = promise_line(owed._replace(what=copy), "", session.application.today)
        return ft.Row(
            [
                ft.Container(controls.words(words, size=theme.CONTROL), expand=True),
                controls.button(_("Make it now"), session.handler(lambda: choose(owed.whom)), key=f"make-{owed.item}"),
                controls.icon_button(
                    ft.Icons.DELETE_OUTLINE,
                    _("Take away: {thing}").format(thing=words),
                    away(owed, words),
                    key=f"not-{owed.item}",
                ),
            ]
        )

    found = {
        o.item: line(o)
        for o in copies_to_bring(plan.document, rules_of(family))
        if sees(plan.document.items[o.item], None) == open_to_all
    }
    lines = standing(removals, found, UNDO_SCOPE, session.handler)
    if not lines:
        return ft.Container()
    return ft.Column([controls.heading(_("You said you would bring")), *lines, ft.Divider(color=theme.LINE)])


def copy_made(session: Session, plan: OpenPlan, whom: str, paper: str, number: int | None) -> None:
    """A copy for a person ("": nobody in particular) was saved or shared: it is owed no more, and it is recorded."""
    day = session.application.today
    recorded = record_copy(plan.now, whom=whom, paper=paper, day=day, number=number)
    changes = (*made_for(plan.now, whom, day), *recorded)
    plan.make(changes, undo_scope=UNDO_SCOPE, actor=WORKER)
