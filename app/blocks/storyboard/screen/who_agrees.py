"""Agreeing to the words, on the screen: who must, on the set-up sheet; one person's question, in their own hands."""

import flet as ft

from app.blocks.storyboard.agreeing import agrees, agrees_not, choose, chosen, leave_out
from app.blocks.storyboard.method import story_of
from app.blocks.storyboard.model import heading, pages
from app.document import EVERYONE, WORKER, Document, Person, Section, people
from app.document.answer import alone_scope
from app.document.saying import sayings
from app.kit import controls, theme
from app.kit.avatars import face, face_button
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.language import _, isolate
from app.sayings.outline import name_of
from app.sayings.screen.editor import Talk

# On the set-up sheet: who must agree.


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    spoken = bool(chosen(document, section.slug) or sayings(document, None, section=section.slug))
    return (Step(key=section.slug, title=_(section.title), spoken=spoken, owner=WORKER),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return who must agree, in order; the faces of those who can be chosen; and room for notes."""
    there = chosen(context.document, section.slug)

    def add(person: str) -> None:
        context.make(lambda: choose(context.now(), section, person), section.slug, WORKER)

    def adding(person: str) -> Handler:
        return context.handler(lambda: add(person))

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            adding(p.id),
            key=f"must-agree-{p.id}",
            label=_("{name} must agree").format(name=isolate(p.name)),
            picture=context.faces.get(p.id),
        )
        for p in context.who.values()
        if not (p.role == "child" or p.left or p.id in there)
    ]
    new = context.handler(lambda: context.ask_who(_("Who must agree?"), add, "parent"))
    return ft.Column(
        [
            controls.question(_(section.question)),
            controls.words(
                _("Each is asked alone, in this order. You can draw the pictures when all of them agree."), quiet=True
            ),
            *(_chosen(context, section, n, person) for n, person in enumerate(there, start=1)),
            *([] if there else [controls.words(_("Nobody is chosen: each parent and carer in the plan is asked."))]),
            controls.quiet(_("Touch who must agree:")),
            ft.Row(faces, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ft.Row([controls.link(_("Somebody else"), new, key="must-agree-new")]),
            Talk.keyed(f"talk-{section.slug}")(
                context,
                section=section.slug,
                parent=None,
                for_whom=section.for_whom,
                owner=WORKER,
            ),
        ],
        spacing=theme.GAP,
    )


def _chosen(context: EditorContext, section: Section, number: int, person: str) -> ft.Control:
    name = name_of(person, context.who)
    known = context.who.get(person) or Person(person, "?", "family", 2, "square")
    # Translators: a place in an order, and who has it, as in "1. Mum"
    told = _("{number}. {name}").format(number=number, name=isolate(name))
    away = context.handler(
        lambda: context.make(lambda: leave_out(context.now(), section.slug, person), section.slug, WORKER)
    )
    label = _("{name} does not have to agree").format(name=isolate(name))
    return ft.Row(
        [
            face(known.name, known.colour, known.shape, size=40, picture=context.faces.get(person)),
            ft.Container(controls.words(told, bold=True), expand=True),
            controls.icon_button(ft.Icons.CLOSE, label, away, key=f"need-not-{person}"),
        ],
        key=f"agrees-first-{number}",
        spacing=theme.GAP_S,
    )


# In one person's hands: do they agree?


def alone(context: EditorContext, section: Section, about: str) -> ft.Control:
    """Return the question for the tablet's holder: the words that everyone may see, and their own yes. about: the
    record.

    What they said before is not on it: whoever touched this face may be somebody else.
    """
    return Agrees.keyed(f"agrees-{context.holder}")(context, section)


@component
def Agrees(context: EditorContext, section: Section) -> ft.Control:
    """One person's question."""
    said, set_said = state("")
    story = story_of(context.document.kind, section)
    worker = isolate(name_of(WORKER, context.who))
    known = people(context.now()).get(context.holder)
    if known is not None and known.role == "child":
        return controls.words(_("Only grown-ups are asked this. Please give the tablet back."))

    def yes() -> None:
        if context.make(
            lambda: agrees(context.now(), story, context.holder, day=context.today), alone_scope(section.slug), WORKER
        ):
            set_said("yes")

    def not_yet() -> None:
        if context.make(lambda: agrees_not(context.now(), story, context.holder), alone_scope(section.slug), WORKER):
            set_said("not-yet")

    told: list[ft.Control] = []
    for page in pages(context.document, story):
        words = sayings(context.document, page.id) if page.for_whom == EVERYONE else ()
        if words:
            told.append(controls.heading(heading(page)))
            told += [controls.words(saying.words) for saying in words]
    return ft.Column(
        [
            controls.question(_("Do you agree to these words?")),
            controls.words(
                _("{worker} sees what you say here, and nobody else.").format(worker=worker), size=theme.CONTROL
            ),
            *told,
            ft.Row(
                [
                    controls.button(
                        _("I agree"), context.handler(yes), key="agree-yes", height=64, chosen=said == "yes"
                    ),
                    controls.button(
                        _("Not yet"), context.handler(not_yet), key="agree-not-yet", height=64, chosen=said == "not-yet"
                    ),
                ],
                wrap=True,
                spacing=theme.GAP,
            ),
            controls.words(_("You do not have to say why. You can change your answer another day."), quiet=True),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
