"""How far we are: the stages of the method, who took part in each and when. The worker's page, and in no copy.

No ticks and no percentages: stages come in another order, or twice, and nothing is ever closed by what is missing.
Source: docs/domain/words-and-pictures.md ("How it is done").
"""

import flet as ft

from app.blocks.storyboard.agreeing import still_to_ask
from app.blocks.storyboard.method import (
    AGREED,
    MethodMove,
    Stage,
    method_of,
    moves,
    record,
    story_of,
    take_away,
    what_changed,
)
from app.document import WORKER, Document, Person, Section
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing, takes_away
from app.language import _, full_date, isolate
from app.sayings.outline import name_of


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    story = story_of(document.kind, section)
    return (Step(key=section.slug, title=_(section.title), spoken=bool(moves(document, story)), owner=WORKER),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the stages in their order, each with what it means and what is recorded of it."""
    story = story_of(context.document.kind, section)
    method = method_of(section)
    said = moves(context.document, story)
    blocks = [_stage(context, section, story, stage, said) for stage in (*method.stages, *method.instead)]
    return ft.Column(
        [
            controls.question(_("How far we are")),
            controls.words(_("This is your own record. It is in nobody's copy."), quiet=True),
            *blocks,
        ],
        spacing=theme.GAP_L,
    )


def _stage(
    context: EditorContext, section: Section, story: str, stage: Stage, said: tuple[MethodMove, ...]
) -> ft.Control:
    there = [m for m in said if m.stage == stage.slug]

    def take_part(person: str) -> None:
        changes = record(context.now(), story, stage.slug, person, day=context.today)
        context.make(changes, section.slug, WORKER)

    def ask() -> None:
        context.ask_who(_("Who took part?"), take_part, "")

    name = _("Record: {stage}").format(stage=_(stage.title))
    button = controls.button(_("Record"), context.handler(ask), key=f"record-{stage.slug}", tooltip=name)
    means = [controls.heading(_(stage.title)), controls.words(_(stage.means), size=theme.CONTROL, quiet=True)]
    lines: list[ft.Control] = [
        ft.Row(
            [ft.Container(ft.Column(means, spacing=0), expand=True), button],
            spacing=theme.GAP,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        *all_standing(context, {m.id: _line(context, section, stage, m) for m in there}, f"stage-{stage.slug}"),
    ]
    if stage.slug == AGREED and (waiting := still_to_ask(context.document, story)):
        # Translators: {names} is a list of people's names
        sentence = _("Still to be asked, in this order: {names}").format(
            names=", ".join(isolate(name_of(person, context.who)) for person in waiting)
        )
        lines.append(ft.Container(controls.quiet(sentence), key="still-to-ask"))
    changed = what_changed(context.document, story, there[-1]) if there else ()
    if changed:
        # Translators: {pages} is a list of pages' names
        sentence = _("Words changed since then: {pages}").format(pages=", ".join(isolate(page) for page in changed))
        lines.append(ft.Container(controls.quiet(sentence), key=f"changed-since-{stage.slug}"))
    return ft.Column(lines, key=f"stage-{stage.slug}", spacing=theme.GAP_S)


def _line(context: EditorContext, section: Section, stage: Stage, move: MethodMove) -> ft.Control:
    """Who it was and on which day, with the touch that takes it back."""
    name = name_of(move.person, context.who)
    known = context.who.get(move.person) or Person(move.person, "?", "family", 2, "square")
    # Translators: who took part in something, and when, as in "Mum, Monday 4 May 2026"
    told = _("{name}, {date}").format(name=isolate(name), date=full_date(move.day)) if move.day else name
    group = f"stage-{stage.slug}"
    away = takes_away(context, move.id, told, take_away(move), section.slug, actor=WORKER, group=group)
    label = _("Take back: {name}, {stage}").format(name=isolate(name), stage=_(stage.title))
    return ft.Row(
        [
            face(known.name, known.colour, known.shape, size=32, picture=context.faces.get(move.person)),
            ft.Container(controls.words(told, size=theme.CONTROL), expand=True),
            controls.icon_button(ft.Icons.DELETE_OUTLINE, label, away, key=f"take-back-{move.id}"),
        ],
        key=f"move-{move.id}",
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
