"""A star of areas on the screen, in the theme's colours: the picture, its key, and a touch on an arm as a number."""

from collections.abc import Callable, Sequence

import flet as ft
from flet import canvas as cv

from app.kit import controls, theme
from app.kit.feelings import feeling_shapes
from app.kit.handlers import Action, EventHandler
from app.sheet.star import Star
from app.sheet.star_geometry import (
    FACE,
    MARK,
    Arm,
    Outline,
    StarPicture,
    form_of,
    pattern_of,
    star_picture,
    touched,
)
from app.sheet.star_labels import LEADING

_HUES = (theme.ACCENT, theme.INK, theme.QUIET)
_SAMPLE = 2.6
"""How long a piece of line in the key is, in sizes of letters."""


def star(
    part: Star,
    width: float,
    *,
    right_to_left: bool,
    size: float = theme.SMALL,
    heard: Callable[[Action], EventHandler] | None = None,
    on_number: Callable[[int, int], None] = lambda arm, number: None,
) -> ft.Control:
    """Return the star, so many pixels wide, its key below. A screen reader hears the words for it, and nothing inside.

    size: of its letters. heard: what makes a handler of a function (context.handler), or None where it is only looked
    at.
    on_number(arm, number): what a touch does; where an arm is chosen, a touch on another one does nothing. Whoever
    cannot touch a picture needs the same in buttons beside it.
    """
    picture = star_picture(part, width=width, size=size, right_to_left=right_to_left)
    names = [_name(picture, arm) for arm in picture.arms]
    numbers = [] if part.faces else [_number(picture, n, x, y) for n, x, y in picture.numbers]
    drawn: ft.Control = ft.Stack(
        [cv.Canvas(_shapes(picture), width=width, height=picture.height), *numbers, *names],
        width=width,
        height=picture.height,
    )
    shown: ft.Control = ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=drawn)
    if heard is not None:
        # No button for a screen reader: one touch of it would always mean the middle.
        shown = ft.GestureDetector(
            shown,
            key="star",
            on_tap_up=heard(_touch(picture, on_number)),
            mouse_cursor=ft.MouseCursor.CLICK,
            exclude_from_semantics=True,
        )
    key = _key(picture)
    return ft.Column([shown, *([key] if key else []), *_below(picture)], spacing=theme.GAP_S, tight=True)


def _touch(
    picture: StarPicture, on_number: Callable[[int, int], None]
) -> Callable[[ft.TapEvent[ft.GestureDetector]], None]:
    def touch(event: ft.TapEvent[ft.GestureDetector]) -> None:
        at = event.local_position
        found = touched(picture, at.x, at.y, only=picture.part.chosen) if at is not None else None
        if found is not None:
            on_number(*found)

    return touch


def _shapes(picture: StarPicture) -> list[cv.Shape]:
    found: list[cv.Shape] = []
    if picture.outlines and picture.outlines[0].closed:
        corners = [(dot.x, dot.y) for dot in picture.outlines[0].dots]
        found.append(_area(corners, ft.Colors.with_opacity(0.7, theme.CHOSEN)))
    found += [cv.Circle(picture.x, picture.y, radius, paint=_line(theme.LINE, 1)) for radius in picture.rings]
    for n, arm in enumerate(picture.arms):
        chosen = n == picture.part.chosen
        pen = _line(theme.ACCENT if chosen else theme.EDGE, 4 if chosen else 1)
        found.append(cv.Line(picture.x, picture.y, arm.x, arm.y, paint=pen))
        if chosen:
            found += [cv.Circle(*_on(picture, arm, radius), 5, paint=_fill(theme.ACCENT)) for radius in picture.rings]
        if picture.keyed:
            box = arm.box
            middle = box.left + box.width / 2, box.top + box.height / 2
            found.append(cv.Circle(*middle, box.width / 2, paint=_line(theme.EDGE, 1)))
    if picture.part.faces:
        for number, x, y in picture.numbers:
            found += feeling_shapes(number, x, y, picture.size * FACE)
    for at in reversed(range(len(picture.outlines))):
        found += _outline(picture, picture.outlines[at], at)
    return found


def _on(picture: StarPicture, arm: Arm, radius: float) -> tuple[float, float]:
    share = radius / picture.rings[-1]
    return picture.x + (arm.x - picture.x) * share, picture.y + (arm.y - picture.y) * share


def _outline(picture: StarPicture, outline: Outline, at: int) -> list[cv.Shape]:
    """Return the lines of one shape, and its marks."""
    steps: list[cv.Path.PathElement] = []
    for x, y, on_x, on_y in outline.lines:
        steps += [cv.Path.MoveTo(x, y), cv.Path.LineTo(on_x, on_y)]
    found: list[cv.Shape] = [cv.Path(steps, paint=_pen(at, picture.size))] if steps else []
    return [*found, *_marks(picture, at, [(dot.mark_x, dot.mark_y) for dot in outline.dots])]


def _marks(picture: StarPicture, at: int, places: Sequence[tuple[float, float]]) -> list[cv.Shape]:
    """All marks of a shape in few paths of many corners: Flet looks into each path and its paint at every change."""
    own = picture.part.shapes[at].colour
    fill = _HUES[at % len(_HUES)] if own is None else theme.PEOPLE[own % len(theme.PEOPLE)]
    half = MARK * picture.size
    steps: list[cv.Path.PathElement] = []
    for x, y in places:
        steps += _round([(x + a * half, y + b * half) for a, b in form_of(at)])
    filled = cv.Path(steps, paint=_fill(fill))
    if own is None:
        # The sheet's edge parts a mark from the lines that it lies on.
        return [cv.Path(steps, paint=_line(theme.SHEET, 4)), filled]
    # The ink's edge makes a person's colour seen in the dark too.
    return [filled, cv.Path(steps, paint=_line(theme.INK, 1))]


def _pen(at: int, size: float) -> ft.Paint:
    pattern: Sequence[float] = [piece * size for piece in pattern_of(at)]
    return ft.Paint(
        color=_HUES[at % len(_HUES)],
        stroke_width=3 if at == 0 else 2,
        style=ft.PaintingStyle.STROKE,
        stroke_dash_pattern=list(pattern) or None,
    )


def _line(colour: str, width: float) -> ft.Paint:
    return ft.Paint(color=colour, stroke_width=width, style=ft.PaintingStyle.STROKE, stroke_join=ft.StrokeJoin.ROUND)


def _fill(colour: str) -> ft.Paint:
    return ft.Paint(color=colour, style=ft.PaintingStyle.FILL)


def _area(corners: Sequence[tuple[float, float]], colour: str) -> cv.Shape:
    return _closed(corners, _fill(colour))


def _closed(corners: Sequence[tuple[float, float]], paint: ft.Paint) -> cv.Shape:
    return cv.Path(_round(corners), paint=paint)


def _round(corners: Sequence[tuple[float, float]]) -> list[cv.Path.PathElement]:
    first, *rest = corners
    return [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*corner) for corner in rest), cv.Path.Close()]


_ALIGNED = {
    -1: (ft.Alignment.CENTER_LEFT, ft.TextAlign.LEFT),
    0: (ft.Alignment.CENTER, ft.TextAlign.CENTER),
    1: (ft.Alignment.CENTER_RIGHT, ft.TextAlign.RIGHT),
}


def _name(picture: StarPicture, arm: Arm) -> ft.Control:
    place, aligned = _ALIGNED[arm.side]
    words = ft.Text(
        arm.name, style=theme.text_style(round(picture.size), height=LEADING), text_align=aligned, max_lines=3
    )
    box = arm.box
    # Somewhat higher than its lines: where they fill a box to the last part of a pixel, what hangs below is cut off.
    spare = 4
    return ft.Container(
        words,
        left=box.left,
        top=box.top - spare,
        width=box.width,
        height=box.height + 2 * spare,
        alignment=place,
    )


def _number(picture: StarPicture, number: int, x: float, y: float) -> ft.Control:
    """A number on the sheet's colour: it must be read where lines run."""
    size = picture.size
    words = ft.Text(str(number), style=theme.text_style(round(size), height=1.0, color=theme.QUIET))
    wide = size * 0.7 * len(str(number))
    return ft.Container(
        words,
        left=x - wide / 2,
        top=y - size / 2,
        width=wide,
        height=size,
        bgcolor=ft.Colors.with_opacity(0.8, theme.SHEET),
        border_radius=size / 4,
        alignment=ft.Alignment.CENTER,
    )


def _key(picture: StarPicture) -> ft.Control | None:
    """Who is who, each behind a piece of their line. The picture's words say it all: it is for the eye."""
    entries: list[ft.Control] = []
    size = picture.size
    for at, shape in enumerate(picture.part.shapes):
        if shape.name:
            middle, long, high = size * 0.75, _SAMPLE * size, size * 1.5
            line = cv.Line(0, middle, long, middle, paint=_pen(at, size))
            drawn = [*([line] if picture.outlines[at].lines else []), *_marks(picture, at, [(long / 2, middle)])]
            name = ft.Text(shape.name, style=theme.text_style(round(size)), overflow=ft.TextOverflow.ELLIPSIS)
            entries.append(
                ft.Row(
                    [cv.Canvas(drawn, width=long, height=high), ft.Container(name, expand=True, expand_loose=True)],
                    spacing=theme.GAP_S,
                    tight=True,
                )
            )
    if not entries:
        return None
    row = ft.Row(entries, wrap=True, spacing=theme.GAP_L, run_spacing=4, width=picture.width)
    return ft.Semantics(exclude_semantics=True, content=row)


def _below(picture: StarPicture) -> list[ft.Control]:
    """The names of the arms, where they had no room round the star and numbers stand there."""
    if not picture.keyed:
        return []
    return [
        ft.Semantics(exclude_semantics=True, content=controls.words(f"{n}. {name}", size=theme.SMALL))
        for n, name in enumerate(picture.part.areas, start=1)
    ]
