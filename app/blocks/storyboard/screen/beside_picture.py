"""What stands beside a picture but the drawing: how it opens, whether it still fits its words, and one hint.

None of it is there in the talking view, in a family's own time, or where somebody was given one page: it is said
to those who make the story round the table.
"""

import flet as ft

from app.blocks.storyboard.agreeing import who_can
from app.blocks.storyboard.hints import hints
from app.blocks.storyboard.method import DRAW_FIRST, record, record_of, still_fits, words_changed
from app.blocks.storyboard.model import Page, page_of
from app.document import EVERYONE, WORKER
from app.document.header import header
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.language import _, isolate


def not_open_yet(context: EditorContext, page: Page) -> list[ft.Control]:
    """Return the sentence of a picture that is not open, and the touches that lead on.

    Each grown-up is asked alone. Their faces look the same whatever anybody said.
    """
    about = record_of(context.document, page.section)

    def asks(person: str) -> Handler:
        return context.handler(lambda: context.ask_alone(about, person))

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            asks(p.id),
            key=f"ask-agrees-{p.id}",
            label=_("Ask {name} alone").format(name=isolate(p.name)),
            picture=context.faces.get(p.id),
        )
        for p in (context.who[person] for person in who_can(context.now(), page.section, context.who))
    ]

    def first() -> None:
        context.make(record(context.now(), page.section, DRAW_FIRST, WORKER, day=context.today), page.id, WORKER)

    said = controls.words(_("You can draw here when the words are agreed."), size=theme.CONTROL, quiet=True)
    if _out_of_the_way(context):
        return [said]
    return [
        said,
        controls.words(_("Who is asked now? Each is asked alone."), size=theme.CONTROL),
        ft.Row(faces, key="who-agrees", wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        # In a row, which keeps it at the start.
        ft.Row([controls.link(_("We draw first"), context.handler(first), key="draw-first")]),
    ]


def changed_mark(context: EditorContext, page: Page) -> list[ft.Control]:
    """Return the mark of a page whose words changed after it was drawn; nothing on any other."""
    if _out_of_the_way(context) or page.for_whom != EVERYONE or not words_changed(context.document, page):
        return []

    def fits() -> None:
        now = page_of(context.now(), page.id)
        if now is not None:
            context.make(still_fits(context.now(), now), page.id, "")

    return [
        _note(
            ft.Icons.EDIT_NOTE,
            _("The words changed since the drawing. Draw more, or say that it still fits."),
            controls.link(_("It still fits"), context.handler(fits), key="still-fits"),
            key="words-changed",
        )
    ]


def hint_line(context: EditorContext, page: Page) -> list[ft.Control]:
    """Return the most important hint for a page that was not put away in this sitting, if there is any.

    None beside the mark of changed words: one thing at a time.
    """
    if _out_of_the_way(context) or words_changed(context.document, page):
        return []
    found = hints(context.document, page, youngest=header(context.document).youngest, who=context.who)
    hint = next((h for h in found if _name(page, h.rule) not in context.away), None)
    if hint is None:
        return []
    away = context.handler(lambda: context.put_away(_name(page, hint.rule)))
    close = controls.link(_("Not now"), away, key="hint-away")
    return [_note(ft.Icons.LIGHTBULB_OUTLINE, hint.sentence, close, key=f"hint-{hint.rule}")]


def _name(page: Page, rule: str) -> str:
    return f"{page.id} {rule}"


def _out_of_the_way(context: EditorContext) -> bool:
    return context.talking or context.alone or bool(context.holder)


def _note(icon: ft.IconData, sentence: str, touch: ft.Control, *, key: str) -> ft.Control:
    """A sentence with its sign, and the one touch that answers it below."""
    said = ft.Row(
        [ft.Icon(icon, size=20, color=theme.QUIET), ft.Container(controls.quiet(sentence), expand=True)],
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.Container(
        ft.Column([said, touch], spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.START),
        key=key,
        padding=ft.Padding.only(left=theme.GAP_S, top=theme.GAP_S),
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.CORNER,
    )
