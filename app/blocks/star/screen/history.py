"""One area on the screen, as far as it is shown: who stands where and why, its whole history as a line, what is agreed.

Whoever shows nothing is not there: no empty place, no count, no mark, whatever the reason.
"""

from collections.abc import Callable

import flet as ft
from flet import canvas as cv

from app.asking.sentences import written_note
from app.blocks.star.changes import agree
from app.blocks.star.history_line import History, history
from app.blocks.star.model import PlanArea, agreed, mark
from app.blocks.star.movement import TOGETHER, ShownNumbers, Way, differences, history_said, way_said
from app.document import Value
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.component import component, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.language import _, as_typed, right_to_left
from app.sheet.star_geometry import form_of, pattern_of

WIDTH = {"wide": 640, "tall": 560, "phone": 300}
"""Of the line, by the shape of the window."""
BESIDE = 310
"""The same beside a star."""
HEIGHT = 220
_MARK = 7.0
_NAME = 130
"""How wide the name of a visit is: where they have not so much room below the line, the first and the last stand there.
"""
_LEVEL = 24
"""How wide a number at the line's edge is; no name stands on it."""


def area_shown(
    context: EditorContext, all_: ShownNumbers, area: PlanArea, undo_scope: str, *, width: int = 0
) -> list[ft.Control]:
    """Return all that is shown of an area, ready to be talked about; and room for a number that they agree on.

    width: of its line, in pixels; 0 is what is usual in this window.
    """
    ways = all_.of(area.id)
    lined = any(len(way.points) > 1 for way in ways)
    found: list[ft.Control] = [_way(context, all_, way, at if lined else None) for at, way in enumerate(ways)]
    far = [said for a, said in differences(all_, context.who) if a.id == area.id]
    found += [controls.words(said, bold=True) for said in far]
    if lined:
        found.append(_line(context, all_, ways, width or WIDTH[context.shape]))
    if ways or agreed(context.document, area.id):
        found.append(AgreedNumber.keyed(f"agreed-{area.id}")(context, area, undo_scope))
    return found


def _way(context: EditorContext, all_: ShownNumbers, way: Way, at: int | None) -> ft.Control:
    """One person's number with what they show of their reasons; or the agreed one with its sentence.

    at: which of the marks on the line is theirs, shown before it; None where there is no line.
    """
    said = controls.words(way_said(way, all_.names, context.who), size=theme.CONTROL, bold=True)
    lines: list[ft.Control] = [said]
    if at is not None:
        mark_ = cv.Canvas(_mark(context, way, at, _MARK * 1.5, 14), width=_MARK * 3, height=28)
        row: list[ft.Control] = [mark_, ft.Container(said, expand=True)]
        lines = [ft.Row(row, spacing=theme.GAP_S, vertical_alignment=ft.CrossAxisAlignment.START)]
    a = way.latest
    if a is None:
        lines += [controls.words(way.words)] if visible(way.words) else []
    else:
        lines += [controls.words(a.words)] if visible(a.words) else []
        lines += [controls.words(_("One higher: {words}").format(words=a.higher))] if visible(a.higher) else []
        note = written_note(a, context.who, of=mark(way.area))
        lines += [controls.quiet(note)] if note else []
    drawn: ft.Control = ft.Icon(ft.Icons.GROUP_OUTLINED, size=40, color=theme.QUIET)
    known = context.who.get(way.person)
    if way.person != TOGETHER:
        drawn = face(
            known.name if known else "?", known.colour if known else 2, known.shape if known else "square", size=40
        )
    return ft.Row(
        [drawn, ft.Column(lines, spacing=4, expand=True)],
        key=f"way-{way.person or 'together'}",
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=theme.GAP_S,
    )


def _line(context: EditorContext, all_: ShownNumbers, ways: tuple[Way, ...], width: int) -> ft.Control:
    """The whole history. Each way has a mark and a pattern of its own; a screen reader hears every number."""
    given = {p.round for w in ways for p in w.points}
    in_order = [(visit, name) for visit, name in all_.names.items() if visit in given]
    drawn = history(
        ways,
        in_order,
        all_.held.ends,
        width=width,
        height=HEIGHT,
        right_to_left=right_to_left(),
    )
    said = ". ".join(history_said(w, all_.names, context.who) for w in ways)
    stack = ft.Stack(
        [cv.Canvas(_shapes(context, drawn, ways), width=drawn.width, height=drawn.height), *_labels(drawn)],
        width=drawn.width,
        height=drawn.height,
    )
    return ft.Row([ft.Semantics(label=said, image=True, exclude_semantics=True, content=stack, key="history")])


def _shapes(context: EditorContext, drawn: History, ways: tuple[Way, ...]) -> list[cv.Shape]:
    edge = ft.Paint(color=theme.LINE, stroke_width=1, style=ft.PaintingStyle.STROKE)
    shapes: list[cv.Shape] = [cv.Line(0, y, drawn.width, y, paint=edge) for _n, y in drawn.levels]
    for track in drawn.tracks:
        pen = ft.Paint(
            color=theme.INK,
            stroke_width=2,
            style=ft.PaintingStyle.STROKE,
            stroke_dash_pattern=[piece * theme.SMALL for piece in pattern_of(track.at)] or None,
        )
        for (x, y), (x2, y2) in zip(track.spots, track.spots[1:], strict=False):
            shapes.append(cv.Line(x, y, x2, y2, paint=pen))
        for x, y in track.spots:
            shapes += _mark(context, ways[track.at], track.at, x, y)
    return shapes


def _mark(context: EditorContext, way: Way, at: int, x: float, y: float) -> list[cv.Shape]:
    """The mark of the way at this place in a line, its middle at x, y: a form of its own, its owner's colour."""
    known = context.who.get(way.person)
    colour = theme.ACCENT if way.person == TOGETHER else theme.PEOPLE[(known.colour if known else 2) % 5]
    (fx, fy), *rest = [(x + a * _MARK, y + b * _MARK) for a, b in form_of(at)]
    edge = [cv.Path.MoveTo(fx, fy), *(cv.Path.LineTo(*c) for c in rest), cv.Path.Close()]
    fill = ft.Paint(color=colour, style=ft.PaintingStyle.FILL)
    outline = ft.Paint(color=theme.INK, stroke_width=1, style=ft.PaintingStyle.STROKE)
    return [cv.Path(list(edge), paint=fill), cv.Path(list(edge), paint=outline)]


def _labels(drawn: History) -> list[ft.Control]:
    rtl = right_to_left()
    small = theme.text_style(theme.SMALL, color=theme.QUIET, height=1.1)
    found: list[ft.Control] = []
    for number, y in drawn.levels:
        words = ft.Container(ft.Text(str(number), style=small), top=y + 2, width=_LEVEL)
        if rtl:
            words.right = 4
        else:
            words.left = 4
        found.append(words)
    room = drawn.width - _LEVEL
    named = drawn.rounds if len(drawn.rounds) * _NAME <= room else (drawn.rounds[0], drawn.rounds[-1])
    wide = min(160.0, room / max(1, len(named)))
    first, last = (0.0, room - wide) if rtl else (_LEVEL, drawn.width - wide)
    for x, name in named:
        left = min(max(first, x - wide / 2), last)
        # As near to its round as there is room: at the edges it keeps to them.
        keeps, aligned = ft.Alignment.CENTER, ft.TextAlign.CENTER
        if left != x - wide / 2 and left == first:
            keeps, aligned = ft.Alignment.CENTER_LEFT, ft.TextAlign.LEFT
        elif left != x - wide / 2:
            keeps, aligned = ft.Alignment.CENTER_RIGHT, ft.TextAlign.RIGHT
        text = ft.Text(name, style=small, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS, text_align=aligned)
        found.append(ft.Container(text, left=left, top=drawn.height - 42, width=wide, alignment=keeps))
    return found


@component
def AgreedNumber(context: EditorContext, area: PlanArea, undo_scope: str) -> ft.Control:
    """A number that all agree on, with a sentence that explains it. Nobody has to; everybody's own stays."""
    wanted, want = state(False)
    now = next((a for a in agreed(context.document, area.id) if a.day == context.today), None)
    if now is None and not wanted:
        link = controls.link(_("Agree on a number"), context.handler(lambda: want(True)), key="agree-number")
        return ft.Row([link])

    def keep(**said: Value) -> bool:
        return context.make(
            lambda: agree(context.now(), area.id, by=context.speaker, day=context.today, **said), undo_scope, ""
        )

    def keep_number(words: str) -> bool:
        return keep(number=as_typed(words))

    def field(name: str, label: str, kept: str, put: Callable[[str], bool], *, lines: bool) -> ft.Control:
        drawn = DraftField.keyed(f"agreed-{name}-{area.id}")(
            name=label,
            kept=kept,
            keep=put,
            draft=context.draft,
            field_key=f"agreed-{name}",
            spot=f"agreed-{name}-{area.id}",
            lines=lines,
        )
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    number = "" if now is None or now.number is None else str(now.number)
    return ft.Column(
        [
            controls.heading(_("A number that we agree on")),
            controls.words(_("Only if you want to. Everybody's own number stays."), size=theme.CONTROL, quiet=True),
            field("number", _("Our number"), number, keep_number, lines=False),
            field(
                "words",
                _("One thing that shows it"),
                now.words if now is not None else "",
                lambda words: keep(words=words),
                lines=True,
            ),
        ],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
