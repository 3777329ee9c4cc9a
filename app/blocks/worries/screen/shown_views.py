"""What people show of what they think of a worry: their words with their faces, and the number line they stand on.

Whoever shows nothing is not there: no empty place, no count, no mark, whatever the reason.
"""

import flet as ft

from app.asking.screen.page import ask_alone
from app.asking.sentences import numbers_said, view_said, written_note
from app.blocks.worries.model import Worry, marks
from app.blocks.worries.number_line import picture
from app.document import Person
from app.document.answer import latest_shown, movements
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.editor_context import EditorContext
from app.kit.number_line import number_line_picture
from app.language import _

WIDEST = 760
"""Of what is written and read: longer lines are hard to read."""

WIDTH = {"wide": 720, "tall": 560, "phone": 300}
"""Of the number line, by the shape of the window."""

_UNKNOWN = Person("", "?", "family", 2, "square")


def views_part(context: EditorContext, worry: Worry) -> list[ft.Control]:
    """Return what each thinks of a worry, where they show it, and the faces by which they are asked."""
    view, _number = marks(worry)
    shown: list[ft.Control] = []
    for a in latest_shown(context.document, worry.id):
        lines: list[ft.Control] = [controls.words(view_said(a, context.who), size=theme.CONTROL, bold=True)]
        lines += [controls.words(a.words)] if visible(a.words) else []
        note = written_note(a, context.who, of=view)
        lines += [controls.quiet(note)] if note else []
        shown.append(
            ft.Row(
                [_face(context, a.by, 40), ft.Column(lines, spacing=4, expand=True)],
                key=f"view-{a.by}",
                vertical_alignment=ft.CrossAxisAlignment.START,
                spacing=theme.GAP_S,
            )
        )
    return [*shown, *ask_alone(context, worry.id, children=False, key="ask-view")]


def number_line_part(context: EditorContext, worry: Worry) -> list[ft.Control]:
    """Return the number line with the faces of those who show their number, in words too, and the faces to ask."""
    if not worry.scale.id:
        return []
    moved = movements(context.document, worry.scale.id)
    _view, number = marks(worry)
    drawn = number_line_picture(picture(moved, worry.scale, context.who, width=WIDTH[context.shape]))
    told: list[ft.Control] = []
    for m in moved:
        told.append(controls.words(numbers_said(m, context.who), bold=True))
        told += [controls.words(m.latest.words)] if visible(m.latest.words) else []
        if visible(m.latest.higher):
            told.append(controls.words(_("One higher: {words}").format(words=m.latest.higher)))
        note = written_note(m.latest, context.who, of=number)
        told += [controls.quiet(note)] if note else []
    return [
        ft.Row([ft.Container(drawn, key="number-line")]),
        *([ft.Column(told, key="numbers", spacing=4)] if told else []),
        *ask_alone(context, worry.scale.id, children=True, key="ask-number"),
    ]


def _face(context: EditorContext, person: str, size: int) -> ft.Control:
    known = context.who.get(person, _UNKNOWN)
    return face(known.name, known.colour, known.shape, size=size)
