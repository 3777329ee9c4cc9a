"""What people show of what they think of a worry: their words with their faces, and the number line they stand on.

Whoever shows nothing is not there: no empty place, no count, no mark, whatever the reason.
"""

import flet as ft
from flet import canvas as cv

from app.blocks.alone import ask_alone
from app.blocks.answered import numbers_said, view_said, written_note
from app.blocks.worries.line import NumberLine, number_line
from app.blocks.worries.reading import Worry, ends, marks
from app.document import Person
from app.document.answer import LOWEST, latest_shown, movements
from app.document.sorts import visible
from app.language import _, current, read_out, right_to_left
from app.ui.kit import parts, theme
from app.ui.kit.faces import face
from app.ui.kit.hand import Hand

WIDEST = 760
"""Of what is written and read: longer lines are hard to read."""

WIDTH = {"wide": 720, "tall": 560, "phone": 300}
"""Of the number line, by the shape of the window."""

_UNKNOWN = Person("", "?", "family", 2, "square")


def views_part(hand: Hand, worry: Worry) -> list[ft.Control]:
    """Return what each thinks of a worry, where they show it, and the faces by which they are asked."""
    view, _number = marks(worry)
    shown: list[ft.Control] = []
    for a in latest_shown(hand.document, worry.id):
        lines: list[ft.Control] = [parts.words(view_said(a, hand.who), size=theme.CONTROL, bold=True)]
        lines += [parts.words(a.words)] if visible(a.words) else []
        note = written_note(a, hand.who, of=view)
        lines += [parts.quiet(note)] if note else []
        shown.append(
            ft.Row(
                [_face(hand, a.by, 40), ft.Column(lines, spacing=4, expand=True)],
                key=f"view-{a.by}",
                vertical_alignment=ft.CrossAxisAlignment.START,
                spacing=theme.GAP_S,
            )
        )
    return [*shown, *ask_alone(hand, worry.id, children=False, key="ask-view")]


def number_line_part(hand: Hand, worry: Worry) -> list[ft.Control]:
    """Return the number line with the faces of those who show their number, in words too, and the faces to ask."""
    if not worry.scale.id:
        return []
    moved = movements(hand.document, worry.scale.id)
    sentences = [numbers_said(m, hand.who) for m in moved]
    _view, number = marks(worry)
    line = number_line(moved, width=WIDTH[hand.shape], right_to_left=right_to_left(current()))
    drawn = ft.Semantics(
        label=read_out([_("A number line from 0 to 10"), *ends(worry.scale), *sentences]),
        image=True,
        exclude_semantics=True,
        content=_drawn(hand, line),
    )
    told: list[ft.Control] = []
    for m, sentence in zip(moved, sentences, strict=True):
        told.append(parts.words(sentence, bold=True))
        told += [parts.words(m.latest.words)] if visible(m.latest.words) else []
        if visible(m.latest.higher):
            told.append(parts.words(_("One higher: {words}").format(words=m.latest.higher)))
        note = written_note(m.latest, hand.who, of=number)
        told += [parts.quiet(note)] if note else []
    return [
        ft.Row([ft.Container(drawn, key="number-line")]),
        *([ft.Column(told, key="numbers", spacing=4)] if told else []),
        *ask_alone(hand, worry.scale.id, children=True, key="ask-number"),
    ]


def _drawn(hand: Hand, line: NumberLine) -> ft.Control:
    pen = ft.Paint(color=theme.EDGE, stroke_width=2, style=ft.PaintingStyle.STROKE)
    shapes: list[cv.Shape] = [cv.Line(line.ticks[0], line.line, line.ticks[-1], line.line, paint=pen)]
    shapes += [cv.Line(x, line.line - 4, x, line.line + 4, paint=pen) for x in line.ticks]
    for lane in line.lanes:
        colour = theme.PEOPLE[hand.who.get(lane.person, _UNKNOWN).colour % len(theme.PEOPLE)]
        thin = ft.Paint(color=colour, stroke_width=2, style=ft.PaintingStyle.STROKE)
        full = ft.Paint(color=colour, style=ft.PaintingStyle.FILL)
        for (x, y), (on, _y) in zip(lane.points, lane.points[1:], strict=False):
            shapes.append(cv.Line(x, y, on, y, paint=thin))
        # Where it began is a ring, where it is now a full dot: colour is never the only sign.
        shapes += [cv.Circle(x, y, 4, paint=thin) for x, y in lane.points[:-1]]
        shapes += [cv.Circle(x, y, 5, paint=full) for x, y in lane.points[-1:]]
    labels: list[ft.Control] = [
        ft.Container(
            ft.Text(str(n), style=theme.text_style(theme.SMALL, height=1.1), text_align=ft.TextAlign.CENTER),
            left=x - line.face / 2,
            top=line.line + 8,
            width=line.face,
            alignment=ft.Alignment.CENTER,
        )
        for n, x in enumerate(line.ticks, start=LOWEST)
    ]
    faces: list[ft.Control] = [
        ft.Container(
            _face(hand, s.person, round(line.face) - 4),
            left=s.x - line.face / 2 + 2,
            top=s.y - line.face / 2 + 2,
        )
        for s in line.spots
    ]
    canvas = cv.Canvas(shapes, width=line.width, height=line.height)
    return ft.Stack([canvas, *labels, *faces], width=line.width, height=line.height)


def _face(hand: Hand, person: str, size: int) -> ft.Control:
    known = hand.who.get(person, _UNKNOWN)
    return face(known.name, known.colour, known.shape, size=size)
