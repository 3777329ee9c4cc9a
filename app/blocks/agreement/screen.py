"""Agreement on the screen: who goes along with the plan, each in their own way. Nobody is waited for or counted."""

from collections.abc import Callable

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.agreement.model import WAYS, Agreed, agree, agreements, take_back, write_initials
from app.document import Document, Person, Section
from app.ink.drawing import marks
from app.ink.tiles import picture
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing, takes_away
from app.language import _, full_date, isolate
from app.sayings.outline import name_of

SIGN = 160
"""How wide the sign that somebody drew is shown. It is 4 × 3, as every drawing."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title), spoken=bool(agreements(document, section.slug))),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return who goes along so far, and the way in for one more."""
    there = agreements(context.document, section.slug)

    def joined(person: str) -> None:
        context.make(lambda: agree(context.now(), section, by=person, how="tick", day=context.today), section.slug, "")

    def ask() -> None:
        context.ask_who(_("Who agrees to it?"), joined, "")

    another = controls.button(
        _("Somebody agrees to it"), context.handler(ask), key="agree", icon=ft.Icons.ADD, height=56
    )
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
            *all_standing(
                context, {a.id: OnePerson.keyed(f"agreed-{a.id}")(context, section, a) for a in there}, section.slug
            ),
            *([] if context.holder or context.talking else [ft.Row([another])]),
        ],
        spacing=theme.GAP,
    )


@component
def OnePerson(context: EditorContext, section: Section, agreed: Agreed) -> ft.Control:
    """One person: their face and name, how they say it, and their initials or their sign."""
    ink = marks(context.document, agreed.id)
    png = ft.use_memo(lambda: picture([m for _id, m in ink], (SIGN * 2, SIGN * 3 // 2)), [ink])

    def says(how: str) -> Handler:
        def act() -> None:
            wanted = agree(context.now(), section, by=agreed.by, how=how, day=context.today)
            context.make(wanted, section.slug, "")

        return context.handler(act)

    def keep(words: str) -> bool:
        return context.make(lambda: write_initials(context.now(), agreed.id, words), section.slug, "")

    ways = [
        controls.button(_(words), says(how), key=f"{how}-{agreed.id}", chosen=how == agreed.how)
        for how, words in WAYS.items()
    ]
    content = [
        _who(context, section, agreed),
        ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        *([_initials(context, agreed, keep)] if agreed.how == "initials" else []),
        *([_drawing(context, agreed)] if agreed.how == "drawn" else []),
        *([_sign(context, agreed, png)] if ink else []),
    ]
    return controls.card(ft.Column(content, spacing=theme.GAP_S), padding=theme.GAP)


def _who(context: EditorContext, section: Section, agreed: Agreed) -> ft.Control:
    """Whose agreement it is and of which day, and the way to take it back."""
    name = name_of(agreed.by, context.then(agreed.id))
    known = context.then(agreed.id).get(agreed.by) or Person(agreed.by, "?", "family", 2, "square")
    said = ft.Column(
        [
            controls.words(name, bold=True),
            *([controls.quiet(full_date(agreed.day))] if agreed.day is not None else []),
        ],
        spacing=0,
    )
    back = controls.icon_button(
        ft.Icons.DELETE_OUTLINE,
        _("Take back: {name}").format(name=isolate(name)),
        takes_away(context, agreed.id, name, take_back(agreed.id), section.slug),
        key=f"take-back-{agreed.id}",
    )
    shown = face(known.name, known.colour, known.shape, size=40)
    return ft.Row([shown, ft.Container(said, expand=True), back], spacing=theme.GAP_S)


def _drawing(context: EditorContext, agreed: Agreed) -> ft.Control:
    """The ways to draw a sign: here, or with the tablet in one's own hands."""

    async def give() -> None:
        await context.hand_over(agreed.id)

    draw = controls.main_button(
        _("Draw"), context.handler(lambda: context.draw(agreed.id)), key=f"draw-{agreed.id}", icon=ft.Icons.BRUSH
    )
    over = controls.button(_("Hand over"), context.handler(give), key=f"hand-over-{agreed.id}")
    return ft.Row([draw, *([] if context.alone else [over])], wrap=True, spacing=theme.GAP_S)


def _sign(context: EditorContext, agreed: Agreed, png: bytes) -> ft.Control:
    """The sign that somebody drew."""
    label = _("The sign of {name}").format(name=isolate(name_of(agreed.by, context.then(agreed.id))))
    shown = ft.Container(
        ft.Image(png, fit=ft.BoxFit.CONTAIN, semantics_label=label, gapless_playback=True),
        key=f"sign-{agreed.id}",
        width=SIGN,
        height=SIGN * 3 // 4,
        bgcolor=theme.PAPER,
        border=ft.Border.all(1, theme.EDGE),
        border_radius=theme.CORNER,
    )
    return ft.Row([shown])


def _initials(context: EditorContext, agreed: Agreed, keep: Callable[[str], bool]) -> ft.Control:
    key = f"initials-of-{agreed.id}"
    field = DraftField.keyed(key)(
        name=_("Initials"),
        kept=agreed.initials,
        keep=keep,
        draft=context.draft,
        field_key=key,
        lines=False,
    )
    return ft.Container(field, width=240, padding=ft.Padding.only(top=theme.GAP_S))


SCREEN = BlockScreen(steps, sheet)
