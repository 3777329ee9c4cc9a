"""Trying it out on the screen: one case at a time, large, and two answers: that worked, or what we still need."""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.trying.model import Case, Gap, shape_of
from app.document import Document, Section, new_id, seen_by
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.component import component, made, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.language import _, isolate


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title)),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the cases to be stepped through: those that everyone may see, for they are tried together."""
    return TryOut.keyed(f"trying-{section.slug}")(context, section)


@component
def TryOut(context: EditorContext, section: Section) -> ft.Control:
    """One case after the other. What is answered is kept at once; going on needs no answer."""
    at, set_at = state(0)
    cases = shape_of(section).cases(seen_by(context.document, None))
    question = controls.question(_(section.question), talking=context.talking)
    if not cases:
        none = controls.words(_("There is nothing to try yet. Say first what you would do if it gets harder."))
        return ft.Column([question, none], spacing=theme.GAP)
    n = min(at, len(cases) - 1)
    before, after = context.handler(lambda: set_at(n - 1)), context.handler(lambda: set_at(n + 1))
    ahead = ft.Row(
        [
            controls.button(_("The one before"), before, key="case-before", disabled=n == 0),
            controls.button(_("The next one"), after, key="case-next", disabled=n + 1 >= len(cases)),
        ],
        wrap=True,
        spacing=theme.GAP_S,
    )
    answers = (
        []
        if context.holder or context.talking
        else [Answers.keyed(f"answers-{cases[n].id}")(context, section, cases[n])]
    )
    return ft.Column(
        [question, _shown(cases[n]), *answers, ahead],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def Answers(context: EditorContext, section: Section, case: Case) -> ft.Control:
    """The two answers to one case: it worked, or this is what we still need. The second is a step as it is written."""
    shape = shape_of(section)
    worked, set_worked = state(False)
    ids, _same = made(lambda: (new_id(), new_id()))
    kept, set_kept = state("")

    def it_worked() -> None:
        set_worked(
            context.make(lambda: shape.worked(context.now(), case, context.speaker, context.today), section.slug, "")
        )

    def keep(words: str) -> bool:
        gap = Gap(ids, words.strip(), context.speaker, context.today)
        done = context.make(lambda: shape.gap(context.now(), case, gap), section.slug, "")
        if done:
            set_kept(words)
        return done

    first: ft.Control = controls.main_button(
        _("That worked"), context.handler(it_worked), key="worked", height=theme.CHILD_TARGET
    )
    if worked:
        first = _told(_("Kept: this worked today."), "kept-worked")
    field = DraftField.keyed(f"gap-{ids[0]}")(
        name=_("What do we still need?"),
        kept=kept,
        keep=keep,
        draft=context.draft,
        field_key=f"gap-{case.id}",
    )
    return ft.Column(
        [
            ft.Row([first]),
            ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S)),  # Its label stands above its edge.
            *([_told(_("This is one of our next steps now."), "kept-gap")] if visible(kept) else []),
        ],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _told(words: str, key: str) -> ft.Control:
    return ft.Semantics(live_region=True, content=controls.words(words, bold=True), key=key)


def _shown(case: Case) -> ft.Control:
    people = ", ".join(isolate(name) for name in case.people)
    said: list[ft.Control] = [
        *([controls.quiet(case.how_bad, size=theme.CONTROL)] if case.how_bad else []),
        # Translators: as in "If Dad has been drinking"
        controls.words(_("If {words}").format(words=isolate(case.if_)), size=theme.QUESTION, bold=True),
        # Translators: as in "then Mia goes to Nan"
        controls.words(_("then {words}").format(words=isolate(case.then)), size=theme.QUESTION),
        *([controls.words(_("First we turn to: {names}").format(names=people))] if people else []),
    ]
    return controls.card(ft.Column(said, spacing=theme.GAP_S), padding=theme.GAP, key=f"case-{case.id}")


SCREEN = BlockScreen(steps, sheet)
