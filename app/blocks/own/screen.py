"""What is one grown-up's own, on the screen: the same faces for everybody, and a page in one person's hands.

On the faces is nothing that tells who wrote something, nor that anybody did. Source: docs/domain/safety-plan.md.
"""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.own.model import OwnQuestion, questions, write, written
from app.document import WORKER, Document, Section, new_id
from app.document.answer import alone_scope
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component, made
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.language import _, isolate
from app.sayings.outline import name_of, who_reads


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step: the same, whatever is in it."""
    return (Step(key=section.slug, title=_(section.title), owner=WORKER),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the faces of all grown-ups: a touch gives that person the page, after the PIN."""

    def open_for(person: str) -> Handler:
        return context.handler(lambda: context.open_own(section.slug, person))

    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            open_for(p.id),
            key=f"own-{p.id}",
            label=_("Give the tablet to {name} alone").format(name=isolate(p.name)),
            picture=context.faces.get(p.id),
        )
        for p in context.who.values()  # Whoever stands in the plan or not: this is the worker's paper.
        if p.role != "child" and p.id != WORKER and not p.left
    ]
    nobody = controls.words(_("No grown-up has been added yet. Touch “Somebody new” first."), quiet=True)
    return ft.Column(
        [
            controls.question(_(section.question)),
            controls.words(_(section.prompt)),
            ft.Row(faces, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S) if faces else nobody,
            controls.words(_("Every face looks the same, whoever has written something."), quiet=True),
        ],
        spacing=theme.GAP,
    )


def in_hands(context: EditorContext, section: Section, about: str) -> ft.Control:
    """Return the page that the hand's holder has for themselves. about: the section's slug."""
    return InHands.keyed(f"own-{section.slug}-{context.holder}")(context, section)


@component
def InHands(context: EditorContext, section: Section) -> ft.Control:
    """What it is and who sees it; what is asked, each with the holder's words; what to take along instead of paper."""
    worker = name_of(WORKER, context.who)
    only = _("Only you and {worker} can see this page. It is in nobody's copy, and it is never printed.")
    said = (
        only.format(worker=isolate(worker)),
        who_reads(worker),
        _("If somebody comes in, touch Hide. Write only what helps you. You can take all of it out again."),
    )
    after = (
        _("What somebody else does is not your fault, and not yours to stop."),
        _("Go over it in your head until you know it by heart. Then you need no paper."),
        _("Paper and phones can be found. Take nothing with you but one helpline number or one safe name."),
    )
    return ft.Column(
        [
            controls.question(_("A page of my own")),
            *(controls.words(line, size=theme.CONTROL) for line in said),
            *(control for q in questions(section) for control in _asked(context, section, q)),
            *(controls.words(line, size=theme.CONTROL) for line in after),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _asked(context: EditorContext, section: Section, question: OwnQuestion) -> list[ft.Control]:
    return [
        controls.heading(_(question.title)),
        controls.words(_(question.question), size=theme.CONTROL),
        Fields.keyed(f"asked-{question.slug}")(context, section, question),
    ]


@component
def Fields(context: EditorContext, section: Section, question: OwnQuestion) -> ft.Control:
    """A field for each thing that the holder wrote to a question; where there is none, an empty one."""
    blank, _set_blank = made(new_id)
    # The hand's own document is a reader's, in which nothing of this stands: its owner's copy has none of it either.
    mine = [w for w in written(context.now(), section.slug, by=context.holder) if w.question == question.slug]
    # One that was emptied is written in again: it keeps its place, and the cursor.
    there = {w.id: w.words for w in mine if visible(w.words)} or {w.id: "" for w in mine[:1]} or {blank: ""}

    def keep(id: str, words: str) -> bool:
        return context.make(
            lambda: write(context.now(), section, id, question.slug, words, by=context.holder),
            alone_scope(section.slug),
            context.holder,
        )

    def field(n: int, id: str, words: str) -> ft.Control:
        name = f"own-{question.slug}" + (f"-{n}" if n else "")
        return DraftField.keyed(name)(
            name=_("In my own words"),
            kept=words,
            keep=lambda typed: keep(id, typed),
            draft=context.draft,
            field_key=name,
            read_as=_(question.title),
        )

    return ft.Column([field(n, id, words) for n, (id, words) in enumerate(there.items())], spacing=theme.GAP_S)


SCREEN = BlockScreen(steps, sheet, alone=in_hands)
