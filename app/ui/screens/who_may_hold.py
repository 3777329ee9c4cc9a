"""Who may hold a copy: the worker's own page, after the PIN. One rule for each person, in every plan of the family.

Here alone it is told whether somebody must not have one, and why. Source: docs/domain/sharing.md.
"""

from collections.abc import Awaitable, Callable, Mapping

import flet as ft

from app.document import WORKER, Person
from app.document.copy_rules import CopyRule, Holding, copy_rules
from app.kit import controls, theme
from app.kit.avatars import Avatars, face
from app.kit.component import component, made, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.language import N_, _, isolate
from app.ui.actions.copy_rules import AboutCopies, about_copies, named_in, rules_of, say_who_may, say_why
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import WhoMayHold
from app.ui.session.session import Session

WORDS: Mapping[Holding, str] = {
    "may": N_("May hold one"),
    "must-not": N_("Must not have one"),
    "not-decided": N_("Not decided"),
}
FACE = 56


@component
def WhoMayHoldScreen(session: Session, family: OpenPlan, route: WhoMayHold) -> ft.Control:
    """The PIN, then everybody of the family."""
    proved, set_proved = state(False)
    about, set_about = made(AboutCopies)
    pictures = use_faces(session, family)
    bar = top_bar(session, back=session.handler(lambda: session.go(route.back)))

    async def look() -> None:
        set_about(await about_copies(session, family))

    async def let_in() -> None:
        await look()
        set_proved(True)

    if not proved:
        why = _("This page is for the worker alone.")
        return quiet_page(session, [ask_pin(session, why=why, then=let_in, fresh=True)], bar=bar)
    rules = copy_rules(family.document)
    # Whom one was asked about comes first: here it is decided.
    named = sorted(about.named.items(), key=lambda one: one[0] != route.person)
    who = {id: p for id, p in named if id != WORKER}
    damaged = (
        [controls.fault(_("A part of this family's page is damaged. No copies are made for anybody here."))]
        if rules_of(family) is None
        else []
    )
    asked = [_why_not(who[route.person], rules, about)] if route.person in who else []
    lines = [_person(session, family, p, rules.get(id, CopyRule(id)), pictures, about, look) for id, p in who.items()]
    nobody = [] if who else [controls.words(_("Nobody is named yet in this family."), quiet=True)]
    return quiet_page(
        session,
        [
            controls.title(_("Who may hold a copy")),
            *damaged,
            *asked,
            controls.words(_("Only you see this page. It counts for every plan of this family.")),
            controls.quiet(_("Anybody you have not decided about has no copy. Everybody new starts that way.")),
            *lines,
            *nobody,
            *_notes(about),
        ],
        bar=bar,
    )


def _why_not(person: Person, rules: Mapping[str, CopyRule], about: AboutCopies) -> ft.Control:
    """Say why there is, or is not, a copy for who was asked for."""
    rule, name = rules.get(person.id, CopyRule(person.id)), isolate(person.name)
    if rule.holding == "must-not":
        said = _("No copy is made for {name}: you said that they must not have one.").format(name=name)
    elif rule.holding == "may":
        said = _("{name} may hold a copy now.").format(name=name)
    elif named_in(person.name, about.notes):
        said = _("No copy is made for {name} yet: your notes name them, and you have not decided.").format(name=name)
    else:
        said = _("No copy is made for {name} yet: you have not decided.").format(name=name)
    words: list[ft.Control] = [controls.words(said, bold=True)]
    if rule.why:
        words.append(controls.words(rule.why))
    return ft.Container(
        ft.Column(words, spacing=4),
        key="why-not",
        padding=theme.GAP_S,
        bgcolor=theme.CHOSEN,
        border_radius=theme.CORNER,
    )


def _person(
    session: Session,
    family: OpenPlan,
    person: Person,
    rule: CopyRule,
    pictures: Avatars,
    about: AboutCopies,
    look: Callable[[], Awaitable[None]],
) -> ft.Control:
    """One person, the three answers, and why. look(): read the plans again."""
    name = isolate(person.name)

    def say(holding: Holding) -> Handler:
        async def act() -> None:
            await say_who_may(session, family, person.id, holding)
            await look()

        return session.handler(act)

    answers = [
        controls.button(
            _(words),
            say(holding),
            key=f"{holding}-{person.id}",
            height=theme.TARGET,
            chosen=rule.holding == holding,
            # Translators: a person, and whether they may hold a copy
            told=_("{name}: {words}").format(name=name, words=_(words)),
        )
        for holding, words in WORDS.items()
    ]
    open_yet = [_("Your notes name them. Please decide here.")] if named_in(person.name, about.notes) else []
    open_yet += [_("You promised a copy of: {title}.").format(title=isolate(t)) for t in about.owed.get(person.id, ())]
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        face(person.name, person.colour, person.shape, size=FACE, picture=pictures.get(person.id)),
                        ft.Container(controls.heading(person.name), expand=True),
                    ],
                    spacing=theme.GAP_S,
                ),
                ft.Row(answers, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
                *(map(controls.quiet, open_yet) if rule.holding == "not-decided" else ()),
                _why(session, family, person, rule.why),
            ],
            spacing=theme.GAP_S,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        key=f"holder-{person.id}",
        border=ft.Border.only(top=ft.BorderSide(1, theme.LINE)),
        padding=ft.Padding.only(top=theme.GAP_S),
    )


def _why(session: Session, family: OpenPlan, person: Person, kept: str) -> ft.Control:
    """The worker's reason, for the worker alone."""

    def keep(words: str) -> bool:
        with session.minding():
            say_why(session, family, person.id, words)
            return True
        return False

    return ft.Container(
        DraftField.keyed(f"why-field-{person.id}")(
            name=_("Why? For you alone."),
            kept=kept,
            keep=keep,
            draft=session.drafts.to_field,
            field_key=f"why-{person.id}",
            lines=False,
            size=theme.CONTROL,
            read_as=_("Why, for {name}").format(name=isolate(person.name)),
        ),
        padding=ft.Padding.only(top=6),  # Its name stands half above it.
    )


def _notes(about: AboutCopies) -> list[ft.Control]:
    """What was written in plans about copies, in free words: kept, and no rule."""
    if not about.notes:
        return []
    shown: list[ft.Control] = [
        ft.Divider(color=theme.LINE),
        controls.heading(_("Your notes on copies")),
        controls.quiet(_("They are notes only. The rule is what you choose above.")),
    ]
    for note in about.notes:
        shown += [controls.words(note.title, bold=True, size=theme.CONTROL)]
        shown += [controls.words(line, size=theme.CONTROL) for line in note.lines]
    return shown


def notes_above(session: Session, route: WhoMayHold) -> ft.Control:
    """What stands above such notes in a plan: that they are no rule, and the way to where the rule is."""
    way = session.handler(lambda: session.go(route))
    return ft.Column(
        [
            controls.words(_("Who may hold a copy has a list of its own. It counts for every plan of the family.")),
            ft.Row([controls.button(_("Who may hold a copy"), way, key="who-may-hold", icon=ft.Icons.RULE)]),
            controls.quiet(_("Words that stand here are your notes. They make no rule.")),
        ],
        spacing=theme.GAP_S,
        key="notes-above",
    )
